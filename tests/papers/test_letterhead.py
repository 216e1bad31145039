from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers import letterhead
from papers.content import Document, Grid, Section
from rules.facts import Signature
from tests.papers.samples import HEAD

P2018, P2026 = "PARTY-2018", "PARTY-2026"
SIGNED = replace(HEAD, number=7, signed=date(2020, 2, 5))


def words(grid: object) -> list[list[list[str]]]:
    assert isinstance(grid, Grid)
    return [[[line.text for line in cell] for cell in row] for row in grid.rows]


def test_issuer_and_party_stand_side_by_side() -> None:
    grid, *title = letterhead.head(SIGNED, P2018)
    assert words(grid) == [
        [
            ["ĐẢNG BỘ TỈNH MẪU", "ĐẢNG ỦY KHỐI", "CÁC CƠ QUAN TỈNH", "*"],
            ["ĐẢNG CỘNG SẢN VIỆT NAM", ""],
        ],
        [["Số 07-BB/ĐUK"], ["Mẫu, ngày 05 tháng 02 năm 2020"]],
    ]
    assert isinstance(grid, Grid)
    assert (grid.widths, grid.keep_together) == ((75, 90), True)
    assert [line.text for line in title] == ["BIÊN BẢN", HEAD.subject, "-----"]  # type: ignore[union-attr]
    assert [line.style for line in title] == ["type", "subject", "separator"]  # type: ignore[union-attr]


def test_what_is_unknown_is_left_open_and_named() -> None:
    facts = replace(HEAD, place_name="", symbol="", subject="")
    paper = Document("", P2018, (Section(tuple(letterhead.head(facts, P2018))),))
    number, place = words(paper.sections[0].blocks[0])[1]
    assert number == ["Số       -BB/……………"]
    assert place == ["……………, ngày …… tháng …… năm ……"]
    assert paper.blanks() == (
        "số của biên bản", "ký hiệu cơ quan ban hành", "địa danh", "ngày ký biên bản", "trích yếu",
    )  # fmt: skip


def test_a_list_without_number_and_day_has_neither() -> None:
    facts = replace(HEAD, type_name="Danh sách đơn vị", type_code="", subject="")
    grid, *title = letterhead.head(facts, P2018)
    assert len(words(grid)) == 1
    assert [line.text for line in title] == ["DANH SÁCH ĐƠN VỊ", "-----"]  # type: ignore[union-attr]


def test_on_a_turned_sheet_the_sides_stay_at_the_margins() -> None:
    grid = letterhead.head(SIGNED, P2018, landscape=True)[0]
    assert isinstance(grid, Grid)
    assert grid.widths == (75, 87, 90)


# document-format.md §3, widths measured in Times New Roman.
@pytest.mark.parametrize(
    ("line", "size", "mm"),
    [
        ("ĐẢNG CỘNG SẢN VIỆT NAM", 15, 72.9),
        ("ĐẢNG UỶ KHỐI CÁC CƠ QUAN TỈNH", 14, 87.8),
        ("ĐẢNG UỶ CÁC CƠ QUAN ĐẢNG TỈNH", 14, 88.9),
        ("ĐẢNG UỶ UỶ BAN NHÂN DÂN TỈNH", 14, 84.5),
    ],
)
def test_capitals_are_as_wide_as_the_printed_ones(line: str, size: float, mm: float) -> None:
    assert letterhead.capitals_width(line, size) == pytest.approx(mm, abs=0.3)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("TỈNH ỦY ĐIỆN BIÊN", ["TỈNH ỦY ĐIỆN BIÊN"]),
        ("ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH", ["ĐẢNG ỦY KHỐI", "CÁC CƠ QUAN TỈNH"]),
        ("ĐẢNG UỶ KHỐI CÁC CƠ QUAN TỈNH", ["ĐẢNG UỶ KHỐI", "CÁC CƠ QUAN TỈNH"]),
        ("ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH", ["ĐẢNG ỦY CÁC CƠ QUAN", "ĐẢNG TỈNH"]),
        ("ĐẢNG ỦY ỦY BAN NHÂN DÂN TỈNH", ["ĐẢNG ỦY", "ỦY BAN NHÂN DÂN TỈNH"]),
    ],
)
def test_long_names_break_between_set_phrases(name: str, lines: list[str]) -> None:
    assert letterhead.broken(name, 75, P2018) == lines


@given(st.lists(st.text("AĐƯỦBCKLMN", min_size=1, max_size=9), min_size=1, max_size=25))
def test_breaking_keeps_every_word_and_fits(parts: list[str]) -> None:
    lines = letterhead.broken(" ".join(parts), 75, P2018)
    assert " ".join(lines).split() == parts
    for line in lines:
        assert letterhead.capitals_width(line, 14) <= 75.001 or " " not in line


def test_recipients_end_with_the_marks_of_their_form() -> None:
    rows = ["- Tỉnh ủy (để báo cáo);", "Các chi bộ", "Lưu Văn phòng."]
    older = [line.text for line in letterhead.recipients(rows, P2018)]
    newer = [line.text for line in letterhead.recipients(rows, P2026)]
    assert older == ["Nơi nhận:", "- Tỉnh ủy (để báo cáo),", "- Các chi bộ,", "- Lưu Văn phòng."]
    assert newer == ["Nơi nhận:", "- Tỉnh ủy (để báo cáo);", "- Các chi bộ;", "- Lưu Văn phòng."]
    assert letterhead.recipients([], P2018) == ()


def test_a_signature_block_is_whole_while_nobody_has_signed() -> None:
    block = letterhead.signature(Signature("T/M Ban Thường vụ", "Phó Bí thư"), "người ký")
    assert [line.style for line in block] == ["authority", "post", "signature_space", "signer"]
    assert [line.text for line in block] == ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "", "……………"]
    assert block[-1].runs[0].blank == "họ tên người ký"
    without_post = letterhead.signature(Signature("CHỦ TRÌ HỘI NGHỊ", name="Lê Văn Mẫu"), "")
    assert [line.style for line in without_post] == ["authority", "signature_space", "signer"]


def test_an_appendix_names_its_paper() -> None:
    known = letterhead.mentioned(replace(SIGNED, type_name="Kế hoạch", type_code="KH"))
    assert "".join(part if isinstance(part, str) else part.text for part in known) == (
        "Kế hoạch số 07-KH/ĐUK, ngày 05/02/2020"
    )
