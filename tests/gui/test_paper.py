"""Pages keep the measures of the form, to the tenth of a millimetre, in PDF as on the screen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPageRanges
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from gui import paper
from gui.bands import Setter
from gui.lines import TWIPS, Line, Text
from gui.paper import Pages, paint, places_to_print, write_pdf
from papers.content import Column, Document, Row, Section, Table, paragraph
from rules.trouble import Refused
from tests.gui import paper_samples as papers
from tests.programs import run

MM = 25.4 / 72  # a PDF point


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory, dressed: object) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "biên bản.pdf"
    write_pdf(papers.minutes(), path)
    return path


def boxes(pdf: Path, page: int) -> list[tuple[str, float, float, float, float]]:
    """(word, left, top, right, bottom) in mm."""
    text = run("pdftotext", "-f", str(page), "-l", str(page), "-bbox", pdf, "-")
    found = re.findall(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.+?)</word>', text)
    return [(word, *(float(part) * MM for part in place)) for *place, word in found]  # type: ignore[misc]


def test_margins_are_exact(pdf: Path) -> None:
    words = boxes(pdf, 2)[1:]  # without the page number
    assert min(left for _, left, *_ in words) == pytest.approx(30, abs=0.15)
    assert max(right for _, _, _, right, _ in words) == pytest.approx(195, abs=0.15)
    assert max(bottom for *_, bottom in words) <= 277.2
    assert min(top for _, _, top, *_ in words) >= 20


def test_the_first_line_is_indented_by_ten_millimetres(pdf: Path) -> None:
    first = next(left for word, left, *_ in boxes(pdf, 1) if word == "1.")
    assert first == pytest.approx(40, abs=0.15)


def test_lines_stand_exactly_eighteen_points_apart(pdf: Path) -> None:
    page = boxes(pdf, 1)
    body = page[[word for word, *_ in page].index("1.") :]
    starts = sorted({round(top / MM, 1) for _, left, top, *_ in body if left < 30.5})
    gaps = [round(b - a, 1) for a, b in zip(starts, starts[1:], strict=False)]
    assert min(gaps) == 18
    assert set(gaps) <= {18, 36, 42}  # a line; a paragraph's indented line between, without and with 6 pt


def test_the_page_number_stands_ten_millimetres_from_the_edge_from_page_two(pdf: Path) -> None:
    word, left, top, right, _ = boxes(pdf, 2)[0]
    assert word == "2"
    assert (left + right) / 2 == pytest.approx(30 + 165 / 2, abs=0.2)
    assert top == pytest.approx(10, abs=0.1)
    assert boxes(pdf, 1)[0][0] == "ĐẢNG"


def test_the_line_under_the_party_title_is_as_long_as_its_words(qtbot: QtBot) -> None:
    image = Pages(papers.minutes(1)).picture(0, 2100)  # ten pixels a millimetre
    words = dark_span(image, 200, 260)
    line = dark_span(image, 264, 272)
    assert line[1] - line[0] == pytest.approx(729, abs=4)
    assert line == pytest.approx(words, abs=8)


def dark_span(image: QImage, top: int, bottom: int) -> tuple[int, int]:
    """Leftmost and rightmost dark pixel of the right half between two heights."""
    dark = [
        x
        for x in range(1050, 2000)
        if any(image.pixelColor(x, y).lightness() < 128 for y in range(top, bottom))
    ]
    return dark[0], dark[-1]


def test_fonts_are_inside_and_the_words_are_those_of_the_document(pdf: Path) -> None:
    fonts = run("pdffonts", pdf).splitlines()[2:]
    assert fonts
    assert all(line.split()[-5] == "yes" for line in fonts)
    words = run("pdftotext", "-layout", pdf, "-").split()
    for block in papers.minutes().paragraphs():
        assert set(block.text.split()) <= set(words)
    assert run("pdfinfo", pdf).count("595.276 x 841.89") + run("pdfinfo", pdf).count("595 x 842") == 1


def test_the_signature_block_is_never_split() -> None:
    for count in range(4, 14):
        sheets = Pages(papers.minutes(count)).sheets
        feet = [
            (place, band)
            for place, sheet in enumerate(sheets)
            for _, band in sheet.bands
            if any(block.style == "authority" for block in band.blocks)
        ]
        assert len(feet) == 1
        assert feet[0][0] == len(sheets) - 1


def test_no_line_stands_alone_at_the_foot_or_head_of_a_page() -> None:
    for count in range(8, 30, 3):
        document = Document(
            "Thử", papers.PROFILE, (Section((paragraph("type", "X"), *papers.body(count, 4))),)
        )  # type: ignore[arg-type]
        for before, after in zip(Pages(document).sheets, Pages(document).sheets[1:], strict=False):
            tail = trailing(before)
            assert tail != 1
            assert leading(after) != 1


def trailing(sheet: paper.Sheet) -> int:
    """Lines of the last paragraph at the foot when it goes on overleaf; 0 when it ends here."""
    lines = 0
    for _, band in reversed(sheet.bands):
        lines += 1
        if band.blocks:
            break
    return lines if lines < 5 and sheet.bands[-1][1].blocks == [] else 0


def leading(sheet: paper.Sheet) -> int:
    """Lines at the head of a page that belong to a paragraph begun before."""
    lines = 0
    for _, band in sheet.bands:
        if band.blocks:
            return lines
        lines += 1
    return lines


def test_a_heading_goes_with_what_follows() -> None:
    for count in range(10, 40):
        lines = [paragraph("recipient", "- Một nơi nhận,")] * count
        blocks = (*lines, paragraph("part", "I- ĐỀ MỤC"), paragraph("body", papers.WORDS * 4))
        sheets = Pages(Document("Thử", papers.PROFILE, (Section(blocks),))).sheets
        for sheet in sheets[:-1]:
            assert sheet.bands[-1][1].blocks[:1] != [blocks[count]]


def test_a_table_repeats_its_heading_and_splits_no_row() -> None:
    pages = Pages(papers.listing(120))
    assert len(pages) >= 3
    for place, words in enumerate(pages.words()):
        assert words.startswith("DANH SÁCH\nTT" if place == 0 else "TT\nHọ và tên\nĐơn vị")
    heights = [band.height for sheet in pages.sheets for _, band in sheet.bands[3:]]
    assert max(heights) - min(heights) < 1


def test_no_page_is_fuller_than_the_paper() -> None:
    for document in (papers.minutes(40), papers.listing(200), papers.listing(50, landscape=True)):
        assert all(sheet.room() > -1 for sheet in Pages(document).sheets)


def test_a_row_taller_than_a_page_goes_on_overleaf_and_loses_no_line() -> None:
    columns = (Column("TT", 15), Column("Nội dung", 60))
    short = Pages(one_table(Table(columns, (Row((1, papers.WORDS)),))))
    lines = round(short.sheets[0].bands[1][1].height / 276)
    pages = Pages(one_table(Table(columns, (Row((1, papers.WORDS * 60)), Row((2, "sau"))))))
    assert len(pages) >= 3
    assert all(sheet.room() > -1 for sheet in pages.sheets)
    total = sum(band.height for sheet in pages.sheets for _, band in sheet.bands if band.header)
    assert total >= lines * 40 * 276
    assert pages.words()[-1].endswith("2\nsau")


def one_table(table: Table) -> Document:
    return Document("Thử", papers.PROFILE, (Section((table,)),))


def test_sections_begin_new_pages_turn_them_and_number_them_anew() -> None:
    first, second = papers.minutes(14).sections[0], papers.listing(80, landscape=True).sections[0]
    restarted = Section(second.blocks, landscape=True, restart_numbering=True)
    pages = Pages(Document("Thử", papers.PROFILE, (first, second, restarted)))
    numbers = [sheet.number for sheet in pages.sheets]
    starts = [place for place, number in enumerate(numbers) if number == 0]
    assert len(starts) == 3
    assert numbers[starts[1] + 1] == starts[1] + 2  # goes on
    assert numbers[starts[2] + 1] == 2  # begins anew
    assert pages.size(starts[0]) == QSizeF(210, 297)
    assert pages.size(starts[1]) == QSizeF(297, 210)


def test_unknown_facts_are_coloured_on_the_screen_only() -> None:
    document = Document("Thử", papers.PROFILE, (Section((papers.FOOT,)),))

    def coloured(marks: bool) -> bool:
        image = Pages(document, marks).picture(0, 420)
        return any(
            image.pixelColor(x, y).saturation() > 60 for x in range(200, 400, 3) for y in range(40, 160, 3)
        )

    assert coloured(True)
    assert not coloured(False)


def test_preview_and_paper_break_the_same_lines() -> None:
    marked, plain = Pages(papers.minutes(20), marks=True), Pages(papers.minutes(20))
    assert marked.words() == plain.words()
    assert [[y for y, _ in sheet.bands] for sheet in marked.sheets] == [
        [y for y, _ in sheet.bands] for sheet in plain.sheets
    ]


def test_a_pdf_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="Không có thư mục"):
        write_pdf(papers.minutes(1), tmp_path / "không có" / "a.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_new_pdf_takes_the_place_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    write_pdf(papers.minutes(1), path)
    assert path.read_bytes().startswith(b"%PDF")
    assert list(tmp_path.iterdir()) == [path]


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "in.pdf"))
    return made


def test_pages_are_chosen_as_the_print_dialog_says(printer: QPrinter) -> None:
    assert places_to_print(printer, 4) == [0, 1, 2, 3]
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert places_to_print(printer, 4) == [1, 2]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert places_to_print(printer, 4) == [2, 1]


def test_ranges_of_pages(printer: QPrinter) -> None:
    ranges = QPageRanges()
    ranges.addPage(1)
    ranges.addRange(3, 4)
    printer.setPageRanges(ranges)
    assert places_to_print(printer, 5) == [0, 2, 3]


def test_copies_are_made_by_us_where_the_printer_cannot(
    printer: QPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printer, "supportsMultipleCopies", lambda: False)
    printer.setCopyCount(2)
    printer.setCollateCopies(True)
    assert places_to_print(printer, 2) == [0, 1, 0, 1]
    printer.setCollateCopies(False)
    assert places_to_print(printer, 2) == [0, 0, 1, 1]


def test_printing_gives_the_same_places_as_the_pdf(printer: QPrinter, pdf: Path) -> None:
    paint(papers.minutes(), printer)
    printed = boxes(Path(printer.outputFileName()), 1)
    for (word, *place), (same, *other) in zip(printed, boxes(pdf, 1), strict=True):
        assert word == same
        assert place == pytest.approx(other, abs=0.2)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_an_error(printer: QPrinter, tmp_path: Path) -> None:
    printer.setOutputFileName(str(tmp_path / "không có" / "in.pdf"))
    with pytest.raises(OSError, match="takes no page"):
        paint(papers.minutes(1), printer)


@pytest.mark.parametrize("before", range(20, 90, 5))
def test_a_symbol_stays_on_one_line(before: int, dressed: object) -> None:
    words = "a " * before + "129-KH/TU rồi thôi"
    line = paragraph("body", words)
    made = Text(Setter("PARTY-2018"), line, 165 * TWIPS)
    ends = {piece.end for piece in made.lines if isinstance(piece, Line)}
    start = words.index("129")
    assert not ends & set(range(start + 1, start + len("129-KH/TU")))
