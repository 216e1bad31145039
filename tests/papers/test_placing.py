"""Where marks stand on the pages, what stays together, what fits between the margins."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from papers import docx_file, letterhead, placing
from papers.content import Block, Column, Document, Grid, Row, Section, Table, paragraph
from papers.placing import Marked
from rules.facts import Marks, Signature
from tests.papers.office_xml import W, part, value
from tests.papers.profile_papers import MARKS, MEDIA, document, head
from tests.papers.word_schema import faults

P2018 = "PARTY-2018"
SIGNED = letterhead.signature(Signature("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Lê Văn Mẫu"), "", P2018)
FOOT = letterhead.foot((), SIGNED, P2018)
LINE = paragraph("body", "Một dòng.")
LEAD = paragraph("body", "Nội dung gồm:")
TABLE = Table((Column("TT", 20), Column("Tên", 200)), tuple(Row((n, "a")) for n in range(4)))


def test_a_paper_is_marked_on_its_first_page_and_not_on_its_appendices() -> None:
    assert placing.marked(document(P2018)) == (Marked(first="TÀI LIỆU THU HỒI"), Marked())


def test_every_letter_of_a_series_is_marked() -> None:
    letters = document(P2018).sections[:1] * 3
    series = Document("", P2018, letters, marks=Marks(circulation="Xem xong trả lại"))
    assert [one.first for one in placing.marked(series)] == ["XEM XONG TRẢ LẠI"] * 3
    headers = [
        [value(one, "type") for one in section.iter(f"{W}headerReference")]
        for section in part(docx_file.to_bytes(series), "document").iter(f"{W}sectPr")
    ]
    assert headers == [["first", "default"], ["first"], ["first"]]


def test_a_file_without_letterhead_is_one_paper() -> None:
    plain = Section((LINE,))
    made = Document("", P2018, (plain, plain), marks=Marks(circulation="Lưu hành nội bộ"))
    assert [one.first for one in placing.marked(made)] == ["LƯU HÀNH NỘI BỘ", ""]


def test_only_the_newer_form_knows_the_mark_at_the_foot() -> None:
    newer = document("PARTY-2026", marks=replace(MARKS, circulation=MEDIA))
    assert placing.marked(newer) == (Marked(last=MEDIA.upper()), Marked())
    older = document(P2018, marks=replace(MARKS, circulation=MEDIA))
    assert placing.marked(older)[0].first == MEDIA.upper()


def test_printed_on_both_sides_an_appendix_begins_a_leaf() -> None:
    made = document(P2018, marks=replace(MARKS, duplex=True))
    assert [one.leaf for one in placing.marked(made)] == [False, True]
    data = docx_file.to_bytes(made)
    kinds = [value(one.find(f"{W}type")) for one in part(data, "document").iter(f"{W}sectPr")]
    assert kinds == ["nextPage", "oddPage"]
    assert part(data, "settings").find(f"{W}mirrorMargins") is not None
    assert part(docx_file.to_bytes(document(P2018)), "settings").find(f"{W}mirrorMargins") is None


@pytest.mark.parametrize(
    ("blocks", "places"),
    [
        ((LINE, LINE, LINE, FOOT), {1, 2}),
        ((LINE, FOOT), {0}),
        ((LINE, TABLE, FOOT), {1}),
        ((TABLE, LINE, FOOT), {0, 1}),
        ((letterhead.head(head(P2018, "TTr"), P2018)[0], FOOT), set()),
        ((LINE, LINE, FOOT, LINE), {0, 1}),
        ((LINE, FOOT, *letterhead.contact(MARKS, P2018)), {0, 1}),
        ((LINE, FOOT, LINE, *letterhead.contact(MARKS, P2018)), {0, 1, 2}),
        ((LINE, FOOT, TABLE, *letterhead.contact(MARKS, P2018)), {0}),
        ((LINE, LINE), set()),
        ((LINE, LEAD, LINE, LINE), {1}),
        ((LEAD, LEAD, TABLE), {0, 1}),
        ((LINE, LEAD), set()),
    ],
)
def test_two_lines_stand_above_a_signature(blocks: tuple[Block, ...], places: set[int]) -> None:
    assert placing.staying(blocks) == places


def kept(data: bytes) -> list[str]:
    """The words of the paragraphs that stay with the next by their own properties."""
    found = part(data, "document").iter(f"{W}p")
    return ["".join(one.itertext()) for one in found if one.find(f"{W}pPr/{W}keepNext") is not None]


def test_word_keeps_two_lines_with_the_signature() -> None:
    lines = tuple(paragraph("body", f"Dòng {number}.") for number in range(4))
    made = Document("", P2018, (Section((*lines, FOOT, LINE)),))
    assert kept(docx_file.to_bytes(made)) == ["Dòng 2.", "Dòng 3."]


def test_what_ends_a_section_in_word_never_stands_on_a_page_of_its_own() -> None:
    signed = [line.text for row in FOOT.rows for cell in row for line in cell]
    made = Document("", P2018, (Section((LINE, FOOT)), Section((LINE, FOOT))))
    assert kept(docx_file.to_bytes(made)) == [LINE.text, *signed] * 2


def test_word_begins_no_page_with_a_sum() -> None:
    rows = (Row(("1", "a")), Row(("2", "b")), Row(("", "Tổng"), "total"))
    made = Document("", P2018, (Section((replace(TABLE, rows=rows), LINE)),))
    assert kept(docx_file.to_bytes(made)) == ["2", "b"]


def test_word_keeps_the_last_rows_of_a_table_with_the_signature() -> None:
    data = docx_file.to_bytes(Document("", P2018, (Section((TABLE, FOOT, LINE)),)))
    assert kept(data) == ["2", "a", "3", "a", ""]
    assert faults(data) == []


def test_what_is_wider_than_the_sheet_is_drawn_in() -> None:
    wide = Section((TABLE, FOOT, *letterhead.contact(MARKS, P2018), LINE))
    table, foot, line, *rest = placing.fitted(wide, 118).blocks
    assert isinstance(table, Table)
    assert isinstance(foot, Grid)
    assert [column.width for column in table.columns] == [10.7, 107.3]
    assert foot.widths == (59, 59)
    assert rest == list(wide.blocks[3:])
    assert table.rows == TABLE.rows
    small = placing.fitted(wide, 118)
    assert placing.fitted(small, 118) is small


def test_what_fits_is_left_alone() -> None:
    section = Section((LINE, FOOT))
    assert placing.fitted(section, 165) is section


def test_marks_come_back_from_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    marks = replace(MARKS, sheet="A5", duplex=True, draft=0)
    docx_file.write(document(P2018, marks=marks), path)
    assert docx_file.read(path).marks == marks


def test_what_the_renderer_sets_for_itself_does_not_come_back_as_words(tmp_path: Path) -> None:
    made = document("PARTY-2026", marks=replace(MARKS, circulation=MEDIA))
    docx_file.write(made, tmp_path / "a.docx")
    again = docx_file.read(tmp_path / "a.docx")
    assert [one.text for one in again.paragraphs()] == [one.text for one in made.paragraphs()]


def test_the_offices_own_word_file_is_written_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    docx_file.write(replace(document(P2018), word=b"PK their own"), path)
    assert path.read_bytes() == b"PK their own"
