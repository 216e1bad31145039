from __future__ import annotations

import time
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from papers import docx_comments, template
from papers.template import preflight
from papers.template.preflight import Problem
from rules.trouble import Refused
from tests.papers.template_cases import MEASURED, NAMES, USUAL, WITH_TABLE, Case
from tests.papers.template_pitfalls import PITFALLS
from tests.papers.word_files import Maker, box, lines, p, r, row, table

CASES = {**MEASURED, **PITFALLS}


def written(folder: Path, case: Case) -> Path:
    maker = Maker(*case.blocks)
    case.more(maker)
    return maker.write(folder)


@pytest.mark.parametrize("name", CASES)
def test_what_is_filled(tmp_path: Path, name: str) -> None:
    case = CASES[name]
    path = written(tmp_path, case)
    if case.said is None:
        with pytest.raises(Refused, match=r"mau\.docx"):
            template.fill(path, WITH_TABLE)
    else:
        assert lines(template.fill(path, USUAL)) == list(case.said)


@pytest.mark.parametrize("name", CASES)
def test_what_is_named(tmp_path: Path, name: str) -> None:
    case = CASES[name]
    found = preflight.check(written(tmp_path, case), NAMES, headed=False)
    if not case.place:
        assert found == []
        return
    here = [one for one in found if one.place == case.place and case.reason in one.reason]
    assert here, found
    assert case.suggestion in here[0].suggestion
    assert here[0].blocks == case.stops
    assert any(one.blocks for one in found) == case.stops


def test_every_problem_at_once_with_its_paragraph(tmp_path: Path) -> None:
    blocks = (
        p("{{A1}}"),
        table(row("x", "{{B2}}"), row("{{C3", "y")),
        p(box(p("{{D4}}"))),
        p("{{Tên hội nghị|E5}}"),
    )
    found = preflight.check(Maker(*blocks).write(tmp_path), NAMES, headed=False)
    places = [
        "đoạn 1",
        "bảng 1, hàng 1, ô 2",
        "bảng 1, hàng 2, ô 1",
        "đoạn 2, hộp chữ, đoạn 1",
        "đoạn 2, hộp chữ, đoạn 1",
        "đoạn 3",
    ]
    assert [one.place for one in found] == places
    assert [one.paragraph for one in found] == [0, 2, 3, 6, 7, 8]
    assert all(one.blocks for one in found)


def test_a_copy_carries_each_problem_as_a_comment_at_its_place(tmp_path: Path) -> None:
    source = Maker(p("A"), table(row("x", "{{Tên hộ nghị}}"))).write(tmp_path)
    found = preflight.check(source, NAMES, headed=False)
    assert docx_comments.annotate(source, preflight.findings(found), tmp_path / "ghi chú.docx") == 1
    (said,) = (one.text for one in docx.Document(str(tmp_path / "ghi chú.docx")).comments)
    assert "mẫu: Không có trường “Tên hộ nghị”." in said
    assert "{{Tên hội nghị}}" in said


def test_what_the_form_asks_for_is_missed(tmp_path: Path) -> None:
    bare = preflight.check(Maker(p("{{Tên hội nghị}}")).write(tmp_path), NAMES)
    assert [one.reason for one in bare] == [
        f"Không thấy {label} của thể thức."
        for label in ("tiêu đề “Đảng Cộng sản Việt Nam”", "tên cơ quan ban hành", "số và ký hiệu",
                      "địa danh, ngày tháng", "tên loại văn bản", "chữ ký")
    ]  # fmt: skip
    assert not any(one.blocks for one in bare)
    whole = ("ĐẢNG ỦY KHỐI", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số      -GM/ĐUK", "Mẫu, ngày … tháng … năm 2026",
             "GIẤY MỜI", "dự {{Tên hội nghị}}", "T/L BAN THƯỜNG VỤ")  # fmt: skip
    assert preflight.check(Maker(*map(p, whole)).write(tmp_path), NAMES) == []


def test_a_letter_names_its_receiver(tmp_path: Path) -> None:
    path = Maker(p("Kính mời đồng chí dự {{Tên hội nghị}}")).write(tmp_path)
    assert preflight.check(path, NAMES, headed=False) == []
    (found,) = preflight.check(path, NAMES, letters=True, headed=False)
    assert "người nhận" in found.reason
    assert not found.blocks


def test_what_is_no_word_file_is_one_problem(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(b"PK")
    found = preflight.check(path, NAMES)
    assert found == [Problem("cả tệp", "x.docx", found[0].reason, found[0].suggestion, blocks=True)]
    assert preflight.check(tmp_path / "none.docx", NAMES)[0].blocks


def test_samples_show_what_only_filling_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Maker(p("{{Tên hội nghị}} {{Đại biểu.TT}}")).write(tmp_path)
    assert preflight.check(path, NAMES, headed=False) == []
    from papers.template import pieces

    monkeypatch.setattr(pieces._Writer, "repeat", lambda self, loop: None)
    found = preflight.check(path, NAMES, headed=False)
    assert [one.found for one in found] == [
        "Điền thử với một mục", "Điền thử với nhiều mục", "Điền thử với ký tự đặc biệt, tên rất dài",
    ]  # fmt: skip
    assert all(one.blocks for one in found)


def test_a_long_file_is_checked_quickly(tmp_path: Path) -> None:
    path = Maker(*(p(f"Dòng {n} {{{{Tên hội nghị}}}} {{{{Đại biểu.Họ và tên}}}}") for n in range(300))).write(
        tmp_path
    )
    start = time.perf_counter()
    preflight.check(path, NAMES, headed=False, samples=False)
    assert time.perf_counter() - start < 1.0


PIECES = [
    "{",
    "}",
    "{{",
    "}}",
    "«",
    "»",
    "Tên hội nghị",
    "Đại biểu.TT",
    "Nhiệm vụ.TT",
    "Chỉ khi: ",
    "|",
    " ",
    "{%",
    "x",
]
SAID = st.lists(st.sampled_from(PIECES), max_size=7).map("".join)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(SAID, max_size=4), st.lists(st.lists(SAID, min_size=1, max_size=3), max_size=3))
def test_whatever_is_typed_is_filled_or_refused_and_a_clean_check_means_filled(
    tmp_path: Path, typed: list[str], cells: list[list[str]]
) -> None:
    blocks = [p(*[r(letter) for letter in one]) for one in typed]
    blocks += [table(*(row(*one) for one in cells))] if cells else []
    path = Maker(*blocks, p("Hết.")).write(tmp_path)
    found = preflight.check(path, NAMES, headed=False)
    try:
        said = lines(template.fill(path, WITH_TABLE))
    except Refused:
        assert any(one.blocks for one in found)
        return
    assert said[-1] == "Hết."
    if not any(one.blocks for one in found):
        assert "{{" not in " ".join(said)
        assert not any("……" in one for one in said)
