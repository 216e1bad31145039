"""Marks, small sheets and both sides of the sheet on our own pages, as the Word file has them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF

from gui.paper import Pages, write_pdf
from papers import docx_file, letterhead, styles
from papers.content import Column, Document, Row, Section, Table, paragraph
from rules.facts import Marks, Signature
from tests.papers.office_xml import part
from tests.papers.profile_papers import CONTACT, MARKS, MEDIA, PROFILES, Read, document
from tests.programs import run

MM = 25.4 / 72  # a PDF point
P2018, P2026 = "PARTY-2018", "PARTY-2026"
Box = tuple[str, float, float, float, float]


def boxes(made: Document, folder: Path) -> list[list[Box]]:
    """Per page (word, left, top, right, bottom) in mm."""
    path = folder / "a.pdf"
    write_pdf(made, path)
    pages = run("pdftotext", "-bbox", path, "-").split("<page ")[1:]
    pattern = r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.+?)</word>'
    return [
        [(word, *(float(part) * MM for part in place)) for *place, word in re.findall(pattern, page)]  # type: ignore[misc]
        for page in pages
    ]


def test_circulation_stands_right_at_the_top_of_the_first_page_alone(dressed: object, tmp_path: Path) -> None:
    pages = boxes(document(P2018, lines=20), tmp_path)
    words = [box for box in pages[0] if box[2] < 17]
    assert [box[0] for box in words] == ["TÀI", "LIỆU", "THU", "HỒI"]
    assert words[-1][3] == pytest.approx(195, abs=0.2)
    assert min(box[2] for box in words) == pytest.approx(10, abs=1)
    assert not [box for page in pages[1:] for box in page if box[0] == "THU"]


def test_the_mark_for_the_media_stands_ten_millimetres_above_the_foot_of_the_last_page(
    dressed: object, tmp_path: Path
) -> None:
    made = document(P2026, lines=20, marks=replace(MARKS, circulation=MEDIA))
    pages = boxes(made, tmp_path)
    *before, last, appendix = pages
    words = [box for box in last if box[2] > 277]
    assert " ".join(box[0] for box in words) == MEDIA.upper()
    assert max(box[4] for box in words) == pytest.approx(287, abs=1)
    assert (words[0][1] + words[-1][3]) / 2 == pytest.approx(30 + 165 / 2, abs=0.3)
    assert not [box for page in (*before, appendix) for box in page if box[0] == "BIẾN"]


def test_a_long_mark_at_the_foot_of_a_small_sheet_ends_where_a_short_one_does(
    dressed: object, tmp_path: Path
) -> None:
    made = document(P2026, marks=replace(MARKS, circulation=MEDIA, sheet="A5"))
    pages = Pages(made)
    assert all(pages.size(place) == QSizeF(148, 210) for place in range(len(pages)))
    page = next(page for page in boxes(made, tmp_path) if [box for box in page if box[0] == "CHÚNG"])
    assert max(box[4] for box in page) == pytest.approx(200, abs=1)


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("circulation", [MARKS.circulation, MEDIA])
def test_word_and_our_pages_say_the_same_in_the_same_order(
    profile: str, circulation: str, dressed: object, tmp_path: Path
) -> None:
    made = document(profile, lines=6, marks=replace(MARKS, circulation=circulation))
    word = Read(docx_file.to_bytes(made))
    above = ["".join(part(word.data, "header2").itertext())] if "header2.xml" in str(word.data) else []
    said = "\n".join(Pages(made).words()).split("\n")
    assert [one for one in said if one.strip()] == [
        one for one in (*above, *(words for _, words in word.lines)) if one.strip()
    ]
    drawn = [box[0] for page in boxes(made, tmp_path) for box in page]
    assert sorted(drawn) == sorted([*" ".join(said).split(), *numbers(Pages(made))])


def numbers(pages: Pages) -> list[str]:
    return [str(sheet.number) for sheet in pages.sheets if sheet.number]


def test_overleaf_the_margins_change_places(dressed: object, tmp_path: Path) -> None:
    made = document(P2018, lines=20, marks=replace(MARKS, duplex=True))
    first, second, *_ = boxes(made, tmp_path)
    assert min(box[1] for box in first) == pytest.approx(30, abs=0.2)
    assert min(box[1] for box in second) == pytest.approx(15, abs=0.2)
    assert max(box[3] for box in second) == pytest.approx(180, abs=0.2)
    number = next(box for box in second if box[0] == "2" and box[2] < 16)
    assert (number[1] + number[3]) / 2 == pytest.approx(15 + 165 / 2, abs=0.2)


@pytest.mark.parametrize("lines", [2, 14])
def test_printed_on_both_sides_an_appendix_begins_a_leaf(lines: int) -> None:
    made = document(P2018, lines=lines, marks=replace(MARKS, duplex=True))
    pages = Pages(made)
    place = next(n for n, words in enumerate(pages.words()) if words.startswith("Phụ lục"))
    assert place % 2 == 0
    assert pages.sheets[place].page.left == 30
    simple = Pages(document(P2018, lines=lines))
    assert len(pages) - len(simple) in (0, 1)
    empty = [sheet for sheet in pages.sheets if not sheet.bands]
    assert len(empty) == len(pages) - len(simple)


def test_letters_printed_on_both_sides_begin_on_the_front_with_an_odd_number() -> None:
    letter = document(P2018, lines=1).sections[0]
    long = document(P2018, lines=14).sections[0]
    pages = Pages(Document("", P2018, (letter, long), marks=replace(MARKS, duplex=True)))
    second = next(n for n, sheet in enumerate(pages.sheets) if n and sheet.above)
    assert (second % 2, pages.sheets[second].page.left) == (0, 30)
    assert pages.sheets[second + 1].number % 2 == 0, "as Word counts behind a page left free"


def test_the_older_state_form_numbers_its_pages_at_the_foot(dressed: object, tmp_path: Path) -> None:
    made = document("STATE-2011", lines=20)
    number = [box for box in boxes(made, tmp_path)[1] if box[2] > 277]
    assert [box[0] for box in number] == ["2"]
    assert number[0][3] == pytest.approx(195, abs=0.2)
    newer = boxes(document("STATE-2020", lines=20), tmp_path)[1]
    assert [box[0] for box in newer if box[2] < 16] == ["2"]


SIGNED = letterhead.signature(Signature("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Lê Văn Mẫu"), "", P2018)
FOOT = letterhead.foot((), SIGNED, P2018)
CLOSE = letterhead.contact(MARKS, P2018)
TABLE = Table((Column("TT", 20), Column("Tên", 120)), tuple(Row((n, f"hàng {n}")) for n in range(80)))


def pages_of(*blocks: object) -> list[list[str]]:
    made = Document("", P2018, (Section(tuple(blocks)),))  # type: ignore[arg-type]
    return [page.split("\n") for page in Pages(made).words()]


def test_a_signature_never_stands_alone_on_its_page() -> None:
    alone = 0
    for count in range(20, 60):
        lines = [paragraph("body", f"Dòng {number}.") for number in range(count)]
        *_, last = pages_of(*lines, FOOT, *CLOSE)
        assert [words for words in last if words.startswith("Dòng")][-2:] == [
            f"Dòng {count - 2}.",
            f"Dòng {count - 1}.",
        ]
        assert last[-1] == CONTACT
        alone += len(last) < 10
    assert alone, "some of these just turned the page"


def test_nor_with_a_table_above_it() -> None:
    for count in range(30, 60):
        table = replace(TABLE, rows=TABLE.rows[:count])
        *_, last = pages_of(table, FOOT)
        assert {f"hàng {count - 1}", f"hàng {count - 2}"} <= set(last)


def test_small_sheets_hold_their_words_between_their_margins(dressed: object, tmp_path: Path) -> None:
    made = Document(
        "", P2018, (Section((TABLE, *document(P2018, lines=9).sections[0].blocks)),), marks=Marks(sheet="A5")
    )
    page = styles.page(P2018, sheet="A5")
    for words in boxes(made, tmp_path):
        assert min(box[1] for box in words) >= page.left - 0.2
        assert max(box[3] for box in words) <= page.width - page.right + 0.2


def test_addressees_stand_in_from_the_margin(dressed: object, tmp_path: Path) -> None:
    first = boxes(document(P2018, "CV"), tmp_path)[0]
    dashes = [box for box in first if box[0] == "-" and box[1] > 60]
    assert dashes[0][1] == pytest.approx(30 + 50, abs=0.2)
