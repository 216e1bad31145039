"""Every paper says the same in Word, in PDF, on the screen, printed; its workbook holds its tables."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from PySide6.QtPrintSupport import QPrinter

import main
import rules.papers
from db import (
    agenda,
    attendance,
    conclusions,
    directives,
    meetings,
    papers,
    people,
    plans,
    settings,
    speeches,
    units,
)
from db.history import change
from gui.paper import Pages, paint
from gui.preview import PreviewDialog
from papers import docx_file
from papers.content import Document, Run, Table, display
from tests.programs import run
from tests.whole.demo import Demo, Made, sheets_of, words_of_document, words_of_docx

KEYS = [one.key for one in rules.papers.PAPERS]


def papers_of(demo: Demo, key: str) -> list[Made]:
    return [one for one in demo.made if one.key == key]


def drawn_of(demo: Demo, key: str) -> list[Made]:
    """Those set on pages here: of two long ones in one form the first is enough."""
    return papers_of(demo, key)[: 1 if key in ("delegates", "invitation_people") else 2]


@cache
def preview(document: Document) -> Pages:
    """The pages as the preview shows them."""
    return Pages(document, marks=True)


def pages_of_pdf(path: Path, numbers: list[int]) -> list[str]:
    """The letters of every page in the order they were drawn, its number (0: none) taken off."""
    pages = run("pdftotext", "-raw", path, "-").split("\f")[:-1]
    assert len(pages) == len(numbers)
    found = []
    for page, number in zip(pages, numbers, strict=True):
        letters = squeezed(page)
        assert letters.endswith(str(number or ""))
        found.append(letters.removesuffix(str(number or "")))
    return found


def squeezed(words: str) -> str:
    """Without white space, and without the hyphens that pdftotext drops where a line ends in one."""
    return re.sub(r"[\s-]", "", words)


def numbers_of(pages: Pages) -> list[int]:
    return [sheet.number for sheet in pages.sheets]


def words_once(pages: Pages) -> list[str]:
    """The words of every paragraph, headings of tables once although pages repeat them."""
    bands = {id(band): band for sheet in pages.sheets for _, band in sheet.bands}
    return [block.text for band in bands.values() for block in band.blocks if block.text.strip()]


@pytest.mark.slow
def test_every_paper_of_the_catalogue_is_made(demo: Demo) -> None:
    assert {one.key for one in demo.made} == set(KEYS)
    assert len(papers_of(demo, "minutes")) == len(papers_of(demo, "delegates")) == 2


@pytest.mark.parametrize("key", KEYS)
def test_word_says_what_the_document_says(key: str, demo: Demo) -> None:
    for one in papers_of(demo, key):
        assert words_of_docx(demo.path(one, ".docx")) == words_of_document(one.document)


@pytest.mark.parametrize("key", KEYS)
def test_the_preview_says_what_the_document_says(key: str, demo: Demo) -> None:
    for one in drawn_of(demo, key):
        assert words_once(preview(one.document)) == words_of_document(one.document)


@pytest.mark.parametrize("key", KEYS)
def test_the_pdf_says_what_the_preview_shows(key: str, demo: Demo) -> None:
    for one in drawn_of(demo, key):
        pages = preview(one.document)
        drawn = pages_of_pdf(demo.path(one, ".pdf"), numbers_of(pages))
        assert "".join(drawn) == squeezed("".join(pages.words()))


@pytest.mark.parametrize("key", KEYS)
def test_a_sheet_holds_the_words_of_its_table(key: str, demo: Demo) -> None:
    for one in papers_of(demo, key):
        if not one.document.sheets:  # a paper of text alone has no workbook
            assert not [b for page in one.document.sections for b in page.blocks if isinstance(b, Table)]
            continue
        book = sheets_of(demo.path(one, ".xlsx"))
        assert list(book) == [sheet.name for sheet in one.document.sheets]
        for sheet in one.document.sheets:
            headings = [column.title for column in sheet.table.columns]
            rows = [[display(value) for value in row.cells] for row in sheet.table.rows]
            above = [[words] for words in (sheet.title, *sheet.notes)]
            said = [full(row) for row in book[sheet.name]]
            assert said == [full(row) for row in (*above, headings, *rows) if any(row)]


def full(row: list[str]) -> list[str]:
    """A row without the empty cells at its end."""
    while row and not row[-1]:
        row = row[:-1]
    return row


def test_the_preview_window_lists_the_blanks(demo: Demo) -> None:
    document = demo.of("minutes").document
    dialog = PreviewDialog(document)
    listed = [dialog.blanks.item(row).text() for row in range(dialog.blanks.count())]
    assert [words.lower() for words in listed] == [words.lower() for words in document.blanks()]
    assert dialog.pages.words() == preview(document).words()
    dialog.deleteLater()


# -- unknown facts


@pytest.mark.parametrize("key", KEYS)
def test_dots_stand_for_unknown_facts_alone(key: str, demo: Demo) -> None:
    for one in papers_of(demo, key):
        runs = [run for line in one.document.paragraphs() for run in line.runs]
        assert all(is_room(run) for run in runs if run.blank)
        assert not [run.text for run in runs if not run.blank and re.search("……|[.]{4}", run.text)]
        again = docx_file.read(demo.path(one, ".docx"))
        assert again.blanks() == one.document.blanks()


def is_room(run: Run) -> bool:
    """Dots, or the spaces in which a number is written by hand."""
    return not run.text.strip("… ") and len(run.text) > 1


class Known(NamedTuple):
    """What the clerk does and which blanks go, which come."""

    act: Callable[[int, int], Any]
    gone: set[str] = frozenset()  # type: ignore[assignment]
    come: set[str] = frozenset()  # type: ignore[assignment]


def with_papers(kind: str, **values: Any) -> Callable[[int, int], Any]:
    return lambda meeting, plan: papers.save(kind, meeting if kind == "minutes" else plan, values)


def with_meeting(**values: Any) -> Callable[[int, int], Any]:
    return lambda meeting, plan: meetings.save(values, meeting)


def with_person(role: str, *names: str) -> Callable[[int, int], Any]:
    return lambda meeting, plan: meetings.set_roles(
        meeting, role, [people.rows(name)[0].id for name in names]
    )


def date_of_129(meeting: int, plan: int) -> None:
    directives.save({"issued": "12/8/2019"}, directives.rows("129-KH/TU")[0].id)


def nobody_spoke_this(meeting: int, plan: int) -> None:
    speeches.save({"content": "Nhất trí."}, meeting)


def no_agenda(meeting: int, plan: int) -> None:
    agenda.delete([item.id for item in agenda.rows(meeting)])


MINUTES = {
    "number": Known(with_papers("minutes", number=5), {"số của biên bản"}),
    "signed": Known(with_papers("minutes", signed="21/8/2019"), {"ngày ký biên bản"}),
    "starts": Known(with_meeting(starts="7h30"), {"giờ bắt đầu hội nghị"}),
    "ends": Known(with_meeting(ends="11:00"), {"giờ kết thúc hội nghị"}),
    "place": Known(with_meeting(place="Hội trường"), {"địa điểm hội nghị"}),
    "day": Known(with_meeting(day=None), come={"ngày họp"}),
    "writer": Known(
        with_person("secretary", "Đặng Văn Thoảng"), {"người ghi biên bản", "họ tên người ghi biên bản"}
    ),
    "chair": Known(with_person("chair"), come={"người chủ trì", "họ tên người chủ trì"}),
    "issued": Known(date_of_129, {"ngày ban hành Kế hoạch số 129-KH/TU"}),
    "heads": Known(
        lambda meeting, plan: attendance.mark_all(meeting, "present"),
        {"số đồng chí có mặt", "số đồng chí vắng mặt"},
    ),
    "speaker": Known(nobody_spoke_this, come={"người phát biểu"}),
    "agenda": Known(
        no_agenda,
        {"ngày ban hành Kế hoạch số 129-KH/TU"},
        {"tài liệu sử dụng trong hội nghị", "diễn biến hội nghị"},
    ),
    "conclusion": Known(
        lambda meeting, plan: conclusions.delete([row.id for row in conclusions.rows(meeting)]),
        come={"kết luận hội nghị"},
    ),
    "place name": Known(
        lambda meeting, plan: units.save({"place_name": ""}, settings.own_unit()), come={"địa danh"}
    ),
}
PLAN = {
    "issued": Known(date_of_129, {"ngày ban hành Kế hoạch số 129-KH/TU"}),
    "signer": Known(
        lambda meeting, plan: directives.save({"signer": "Lê Hồng Quân"}, plan), {"họ tên người ký"}
    ),
    "number": Known(lambda meeting, plan: directives.save({"number": None}, plan), come={"số của kế hoạch"}),
    "day": Known(lambda meeting, plan: directives.save({"issued": None}, plan), come={"ngày ký kế hoạch"}),
    "purpose": Known(with_papers("plan", sections={"purpose": ""}), come={"mục đích của kế hoạch"}),
    "work": Known(with_papers("plan", sections={"organisation": ""}), come={"việc tổ chức thực hiện"}),
    "items": Known(
        lambda meeting, plan: plans.delete([item.id for item in plans.items(plan)]),
        come={"nội dung của kế hoạch"},
    ),
}


@pytest.mark.parametrize(
    ("key", "fact"), [*(("minutes", fact) for fact in MINUTES), *(("plan", fact) for fact in PLAN)]
)
def test_a_blank_goes_when_the_fact_is_known_and_comes_when_it_is_lost(
    key: str, fact: str, demo: Demo
) -> None:
    known = {"minutes": MINUTES, "plan": PLAN}[key][fact]
    one, meeting, plan = demo.of(key), demo.of("minutes").record, demo.of("plan").record
    before = set(one.document.blanks())
    assert known.gone <= before
    with demo.in_memory():
        with change("Thử"):
            known.act(meeting, plan)
        document = main.compose(key, one.record)
    assert set(document.blanks()) == before - known.gone | known.come
    runs = [run for line in document.paragraphs() for run in line.runs]
    assert all(is_room(run) for run in runs if run.blank)
    assert not [run for run in runs if not run.blank and "……" in run.text]


# -- the printer


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "in.pdf"))
    return made


def printed(document: Document, printer: QPrinter, numbers: list[int]) -> list[str]:
    paint(document, printer)
    return pages_of_pdf(Path(printer.outputFileName()), numbers)


@pytest.mark.parametrize("key", ["minutes", "plan", "units"])
def test_the_printer_gets_the_pages_of_the_preview(key: str, demo: Demo, printer: QPrinter) -> None:
    one = demo.of(key)
    pages = preview(one.document)
    drawn = printed(one.document, printer, numbers_of(pages))
    assert "".join(drawn) == squeezed("".join(pages.words()))
    assert drawn == pages_of_pdf(demo.path(one, ".pdf"), numbers_of(pages))


@pytest.mark.parametrize("key", ["minutes", "units"])
def test_pages_two_to_three_are_printed_alone(key: str, demo: Demo, printer: QPrinter) -> None:
    one = demo.of(key)
    numbers = numbers_of(preview(one.document))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert len(numbers) > 3
    wanted = pages_of_pdf(demo.path(one, ".pdf"), numbers)[1:3]
    assert printed(one.document, printer, numbers[1:3]) == wanted


@pytest.mark.parametrize("collate", [True, False])
def test_copies_are_whole(collate: bool, demo: Demo, printer: QPrinter) -> None:
    """Two copies of pages 2–3 through a printer that repeats nothing by itself."""
    one = demo.of("plan")
    numbers = numbers_of(preview(one.document))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    printer.setCopyCount(2)
    printer.setCollateCopies(collate)
    order = [1, 2, 1, 2] if collate else [1, 1, 2, 2]
    pages = pages_of_pdf(demo.path(one, ".pdf"), numbers)
    drawn = printed(one.document, printer, [numbers[place] for place in order])
    assert drawn == [pages[place] for place in order]
