"""A file of forms that an office wrote itself: taken when sound, refused with its line when wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers import docx_file, styles
from papers.content import Document, Section, paragraph
from papers.forms import Range
from rules.facts import Head
from rules.trouble import Refused
from tests.papers.office_xml import W, value
from tests.papers.office_xml import styles as styles_of

SHIPPED = styles.FORMS.read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def _shipped_again() -> Iterator[None]:
    yield
    styles.use(None)


def file(folder: Path, text: str) -> Path:
    path = folder / "forms.toml"
    path.write_text(text, encoding="utf-8")
    return path


def changed(old: str, new: str, count: int = 1) -> tuple[str, int]:
    """The shipped text with one place changed, and the line of that place."""
    assert old in SHIPPED, old
    text = SHIPPED.replace(old, new, count)
    return text, SHIPPED[: SHIPPED.index(old)].count("\n") + 1


def refused(folder: Path, text: str) -> tuple[int, str]:
    """The line and the reason that are named."""
    path = file(folder, text)
    with pytest.raises(Refused) as caught:
        styles.validate(path)
    assert caught.value.do
    found = re.fullmatch(r"Tệp thể thức “forms\.toml”, dòng (\d+): (.+)\.", caught.value.what)
    assert found, caught.value.what
    assert not re.search("error|expected|invalid|None|KeyError|int|float", found[2], re.IGNORECASE)
    return int(found[1]), found[2]


def test_the_shipped_file_is_sound() -> None:
    styles.validate(styles.FORMS)
    assert [*styles.forms()] == ["STATE-2011", "PARTY-2018", "STATE-2020", "PARTY-2026"]


# What is wrong: the words changed, what they become, what is said.
WRONG = {
    "a quote left open": (
        'title = "Hướng dẫn 36-HD/VPTW, ngày 03/4/2018"',
        'title = "Hướng dẫn',
        "ngoặc kép",
    ),
    "no equals sign": ("until = 2026-05-26", "until 2026-05-26", "dấu bằng"),
    "a key twice": ("until = 2026-05-26", "since = 2018-04-03", "đã ghi"),
    "an impossible day": ("since = 2026-05-27", "since = 2026-02-31", "ngày"),
    "an unknown key": ("kept = ", "keept = ", "không có mục “keept”; có thể là “kept”"),
    "an unknown measure of a sheet": ("number_from_edge = 10", "number_edge = 10", "number_edge"),
    "an unknown part of a style": (
        'label = "Số trang", size',
        'label = "Số trang", sise',
        "có thể là “size”",
    ),
    "a number in words": ("line_share = 0.4", 'line_share = "0,4"', "phải là số"),
    "a number for words": ('issuer_mark = "*"', "issuer_mark = 5", "chữ trong ngoặc kép"),
    "yes for a number": ("margin_slack = 1", "margin_slack = true", "phải là số"),
    "words for yes": ("size = 15, bold = true", 'size = 15, bold = "có"', "true hoặc false"),
    "words for a day": ("since = 2026-05-27", 'since = "27/5/2026"', "ngày"),
    "a day and an hour for a day": ("since = 2026-05-27", "since = 2026-05-27T00:00:00", "ngày"),
    "a size of nothing": ('label = "Nội dung", size = 14', 'label = "Nội dung", size = 0', "cỡ chữ 0"),
    "a huge size": ('label = "Nội dung", size = 14', 'label = "Nội dung", size = 140', "cỡ chữ 140"),
    "margins wider than the sheet": ("left = 30\n", "left = 200\n", "rộng hơn khổ giấy 210"),
    "margins higher than the sheet": ("top = 20\n", "top = 290\n", "cao hơn khổ giấy 297"),
    "a margin below nothing": ("right = 15\n", "right = -1\n", "nhỏ hơn 0"),
    "no sheet": ("width = 210", "width = 0", "khổ giấy 0 mm"),
    "columns wider than the text": ("columns = [75, 90]", "columns = [75, 95]", "hai cột"),
    "three columns": ("columns = [75, 90]", "columns = [55, 55, 55]", "đúng 2 giá trị"),
    "a strange side": ('size = 2, align = "center"', 'size = 2, align = "giữa"', "align"),
    "a range the wrong way round": ("line = [18, 22]", "line = [22, 18]", "số đầu lớn hơn"),
    "a range of three": ("line = [18, 22]", "line = [18, 20, 22]", "ít nhất, nhiều nhất"),
    "a row that is none": ('urgencies = ["KHẨN"', 'urgencies = "KHẨN" # ["KHẨN"', "ngoặc vuông"),
    "no such form to build on": (
        'extends = "PARTY-2018"',
        'extends = "PARTY-2017"',
        "không có mẫu “PARTY-2017”",
    ),
    "forms built in a circle": ('extends = "PARTY-2018"', 'extends = "PARTY-2026"', "nối vòng quanh"),
    "no such style to be like": (
        'like = "number", label = "Dự thảo"',
        'like = "no", label = "Dự thảo"',
        "kiểu “no”",
    ),
    "styles in a circle": (
        'like = "number", label = "Dự thảo"',
        'like = "draft", label = "Dự thảo"',
        "vòng quanh",
    ),
    "two forms of one day": ("since = 2026-05-27", "since = 2018-04-03", "trùng ngày bắt đầu"),
    "forms one over the other": ("until = 2026-05-26", "until = 2026-05-27", "chồng lên ngày bắt đầu"),
    "days of no form": ("until = 2026-05-26", "until = 2026-05-20", "không thuộc mẫu nào"),
    "an end before the beginning": ("until = 2020-03-04", "until = 2001-01-01", "trước ngày bắt đầu"),
    "codes one over the other": ("until = 2019-03-10", "until = 2019-03-20", "hai dòng cùng hiệu lực"),
    "a strange family": ('family = "state"', 'family = "youth"', "family"),
    "two styles of one name": ('label = "Điểm a"', 'label = "Nội dung"', "cùng mang tên"),
    "a number without its parts": (
        'symbol = "{number}-{type}/{body}"',
        'symbol = "{number}/{body}"',
        "{type}",
    ),
    "slack below nothing": ("margin_slack = 1", "margin_slack = -1", "số -1 ở mục “margin_slack”"),
    "slack without end": ("margin_slack = 1", "margin_slack = inf", "không thể có"),
    "slack that is no number": ("indent_slack = 2.7", "indent_slack = nan", "phải là số"),
    "a bound below nothing": ("line = [18, 22]", "line = [-18, 22]", "số -18 ở mục “line”"),
    "margins without an edge": (
        "margins = { top = [20], bottom = [20],",
        "margins = { top = [20],",
        "margins",
    ),
    "no font": ('font = "Times New Roman"', 'font = " "', "“font” không được trống"),
    "no clause": ('source = "36-HD/VPTW"', 'source = ""', "“source” không được trống"),
    "a strange edge": ('number_at = "top"', 'number_at = "left"', "number_at"),
    "a strange place": ('place = "last"', 'place = "middle"', "place"),
    "a strange type": ('types = ["Nghị quyết", "Quy chế"', 'types = ["Nghị quyêt", "Quy chế"', "Nghị quyêt"),
}
LATER = {"codes one over the other": 1}  # lines below, where the second of the two stands


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_file_is_refused_with_the_line_and_the_reason(name: str, tmp_path: Path) -> None:
    old, new, reason = WRONG[name]
    text, line = changed(old, new)
    found, said = refused(tmp_path, text)
    assert reason in said
    assert found == line + LATER.get(name, 0), said


@pytest.mark.parametrize(
    ("old", "table"),
    [
        ('font = "Times New Roman"\n', "[PARTY-2018]"),
        ("since = 2026-05-27\n", "[PARTY-2026]"),
        ("height = 297\n", "[BASE.sheets.A4]"),
        ("margin_slack = 1\n", "[PARTY-2018.legal]"),
        ('title = "Nghị định 30/2020/NĐ-CP, ngày 05/3/2020"\n', "[STATE-2020]"),
    ],
)
def test_what_is_missing_is_named_where_it_should_stand(old: str, table: str, tmp_path: Path) -> None:
    text, _ = changed(old, "")
    found, said = refused(tmp_path, text)
    assert said.endswith(f"thiếu mục “{old.partition(' ')[0]}”")
    assert found == text[: text.index(table)].count("\n") + 1


@pytest.mark.parametrize("text", ["a = " + "9" * 5000, "a = " + "[" * 5000], ids=["figures", "brackets"])
def test_a_file_that_no_reader_can_take_is_refused(text: str, tmp_path: Path) -> None:
    assert refused(tmp_path, text) == (1, "chưa ghi xong hoặc ghi sai cách")


def test_a_style_that_papers_need_is_missed(tmp_path: Path) -> None:
    text, _ = changed("signature_space = ", "signature_room = ")
    _, said = refused(tmp_path, text)
    assert said == "“styles” thiếu mục “signature_space”"


@pytest.mark.parametrize(
    ("old", "new", "missing"),
    [
        ('star = { like = "number", label = "Dấu sao" }', "", "star"),
        ("separator = {", "hyphens = {", "separator"),
        ("issuer_line = {", "issuer_rule = {", "issuer_line"),
        ("subject_line = {", "subject_rule = {", "subject_line"),
        ("\nmotto = {", "\nmottoes = {", "motto"),
    ],
)
def test_what_stands_below_issuer_and_subject_is_missed(
    old: str, new: str, missing: str, tmp_path: Path
) -> None:
    text, _ = changed(old, new)
    assert refused(tmp_path, text)[1] == f"“styles” thiếu mục “{missing}”"


def test_a_line_without_length_is_refused_where_it_stands(tmp_path: Path) -> None:
    text, line = changed("before = 2, rule = 25", "before = 2, rule = 0")
    assert refused(tmp_path, text) == (line, "kiểu “issuer_line” phải có đường kẻ dài hơn 0")


def test_a_family_without_forms_is_missed(tmp_path: Path) -> None:
    cut = SHIPPED[: SHIPPED.index("[STATE-2011]")] + SHIPPED[SHIPPED.index("[[authority]]") :]
    assert "Nhà nước" in refused(tmp_path, cut)[1]


def test_a_file_that_is_no_text_or_not_there_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "forms.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Refused, match="UTF-8"):
        styles.validate(path)
    with pytest.raises(Refused, match="Không đọc được"):
        styles.validate(tmp_path / "missing.toml")


@given(st.integers(0, len(SHIPPED) - 1), st.sampled_from(["", "[", "=", '"', "}", "0", "\n", "x"]))
def test_any_slip_of_the_hand_is_taken_or_refused(
    tmp_path_factory: pytest.TempPathFactory, place: int, slip: str
) -> None:
    path = file(tmp_path_factory.mktemp("slip"), SHIPPED[:place] + slip + SHIPPED[place + 1 :])
    try:
        styles.validate(path)
    except Refused as wrong:
        assert re.search(r"dòng \d+: ", wrong.what)  # noqa: PT017
    assert styles.profile_for(None) == "PARTY-2026", "the forms in use stay"


def test_papers_follow_the_file_in_use_and_go_back(tmp_path: Path) -> None:
    text, _ = changed('label = "Nội dung", size = 14', 'label = "Nội dung", size = 15')
    document = Document("", "PARTY-2018", (Section((paragraph("body", "Nội dung."),)),))

    def written() -> str:
        look = styles_of(docx_file.to_bytes(document))["body"]
        return value(look.find(f"{W}rPr/{W}sz"))

    assert written() == "28"
    styles.use(file(tmp_path, text))
    assert (styles.style("PARTY-2018", "item").size, written()) == (15, "30")
    styles.use(None)
    assert (styles.style("PARTY-2018", "item").size, written()) == (14, "28")


def test_a_new_form_needs_no_new_program(tmp_path: Path) -> None:
    added = """
[PARTY-2030]
extends = "PARTY-2026"
since = 2030-01-01
title = "Hướng dẫn mới"
source = "09-HD/VPTW"
[PARTY-2030.styles]
type = { size = 15 }
"""
    styles.use(file(tmp_path, SHIPPED + added))
    assert styles.profile_for(date(2030, 1, 1)) == "PARTY-2030"
    assert styles.profile_for(date(2029, 12, 31)) == "PARTY-2026"
    assert styles.style("PARTY-2030", "type").size == 15
    assert styles.form("PARTY-2030").letter_subject == styles.form("PARTY-2026").letter_subject


def test_an_old_paper_keeps_a_form_that_the_offices_file_leaves_out(tmp_path: Path) -> None:
    kept = Head("", "Đảng ủy Khối", "Mẫu", "Biên bản", "BB", "ĐUK", 5, None, "", form="PARTY-2018")
    styles.use(file(tmp_path, SHIPPED.replace("PARTY-2018", "PARTY-OTHER")))
    assert "PARTY-2018" not in styles.forms()
    assert styles.profile_of(kept) == "PARTY-2018"
    assert styles.form("PARTY-2018").since == date(2018, 4, 3)
    assert styles.profile_of(replace(kept, form="NONE")) == "PARTY-2026"
    with pytest.raises(KeyError):
        styles.form("NONE")


def test_a_refused_file_changes_nothing(tmp_path: Path) -> None:
    before = styles.edition()
    with pytest.raises(Refused):
        styles.use(file(tmp_path, "x = 1"))
    assert (styles.edition(), styles.profile_for(None)) == (before, "PARTY-2026")


def test_a_range_holds_its_ends_and_the_slack() -> None:
    assert Range(14, 15).holds(15)
    assert not Range(14, 15).holds(15.5)
    assert Range(20, 20).holds(21, 1)
    assert not Range(20, 20).holds(21.01, 1)
    assert Range(18).holds(1000)
