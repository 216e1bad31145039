from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from papers import catalogue, docx_file, xlsx_file
from papers.content import Document, Table, display
from rules.facts import Listing, Meeting, Person, Plan
from rules.papers import MEETING, papers_of
from tests.papers import samples
from tests.papers.test_lists import LISTING
from tests.programs import run

pytestmark = pytest.mark.slow
NASTY = "Nguyễn &<>\"' =CMD|'/C calc'!A0 " + "dài " * 20
PAPERS: dict[str, tuple[str, Meeting | Plan | Listing]] = {
    "minutes": ("minutes", samples.minutes()),
    "minutes of one": ("minutes", samples.minutes(1, marked=False)),
    "nasty minutes": (
        "minutes",
        replace(samples.minutes(2), place=NASTY, chairs=(Person(NASTY),), ends="11:30"),
    ),
    "bare minutes": ("minutes", samples.bare_minutes()),
    "plan": ("plan", samples.plan()),
    "bare plan": ("plan", samples.bare_plan()),
    "delegates": ("delegates", samples.minutes(120)),
    "units": ("units", LISTING),
    **{f"{one.key} of four": (one.key, samples.minutes(4)) for one in papers_of(MEETING)},
}
WITH_TABLES = [name for name, paper in PAPERS.items() if catalogue.compose(*paper).sheets]


@cache
def documents() -> dict[str, Document]:
    return {name: catalogue.compose(*paper) for name, paper in PAPERS.items()}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every paper as Word and Excel file, turned into PDF by one run of LibreOffice."""
    folder = tmp_path_factory.mktemp("office")
    for name, document in documents().items():
        docx_file.write(document, folder / f"{name} w.docx")
        if document.sheets:
            xlsx_file.write(document, folder / f"{name} x.xlsx")
    files = sorted(str(path) for path in folder.iterdir())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    run("soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", folder, *files)
    assert len(list(folder.glob("*.pdf"))) == len(files)
    return folder


def printed(path: Path) -> str:
    """All letters of a PDF in reading order without spaces, page numbers left out."""
    text = run("pdftotext", "-raw", path, "-")
    found = []
    for number, page in enumerate(text.split("\f")):
        lines = page.strip().split("\n")
        found += lines[1:] if number and re.fullmatch(r"\d+", lines[0]) else lines
    return tight("".join(found))


def tight(words: str) -> str:
    return "".join(words.split())


def said(document: Document) -> tuple[list[str], list[str]]:
    """The paragraphs and cells of a paper, and the headings that its tables may repeat."""
    texts = [line.text for line in document.paragraphs()]
    headings = []
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                headings += [column.title for column in block.columns]
                texts += [display(cell) for row in block.rows for cell in row.cells]
    return [tight(text) for text in texts], [tight(heading) for heading in headings]


@pytest.mark.parametrize("name", PAPERS)
def test_the_word_file_prints_exactly_the_words_of_the_paper(name: str, pages: Path) -> None:
    words = printed(pages / f"{name} w.pdf")
    texts, headings = said(documents()[name])
    assert [text for text in (*texts, *headings) if text not in words] == []
    extra = Counter(words) - Counter("".join((*texts, *headings)))
    assert Counter("".join((*texts, *headings))) - Counter(words) == Counter()
    assert set(extra) <= set("".join(headings)), "only headings of tables are printed more than once"


@pytest.mark.parametrize("name", WITH_TABLES)
def test_the_workbook_opens(name: str, pages: Path) -> None:
    words = printed(pages / f"{name} x.pdf")
    for sheet in documents()[name].sheets:
        assert tight(sheet.title) in words


def test_pages_are_numbered_from_the_second_and_anew_in_the_appendix(pages: Path) -> None:
    text = run("pdftotext", "-layout", pages / "minutes w.pdf", "-")
    tops = [page.strip().split("\n")[0].strip() for page in text.split("\f") if page.strip()]
    appendix = next(number for number, top in enumerate(tops) if top == "Phụ lục")
    assert tops[1:appendix] == [str(number) for number in range(2, appendix + 1)]
    assert tops[appendix + 1 :] == [str(number) for number in range(2, len(tops) - appendix + 1)]


def test_the_two_signers_stand_on_one_page(pages: Path) -> None:
    text = run("pdftotext", pages / "minutes w.pdf", "-")
    signed = [page for page in text.split("\f") if "NGƯỜI GHI BIÊN BẢN" in page]
    assert len(signed) == 1
    assert "CHỦ TRÌ HỘI NGHỊ" in signed[0]
    assert "Lê Văn Mẫu" in signed[0]
    assert "Hội nghị kết thúc" in signed[0]
