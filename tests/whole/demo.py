"""The demo's data and papers, made once for all tests of the whole program."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl

import main
import rules.papers
from db import disk, file, history
from db.tables import database
from gui import demo as shown
from gui import paper
from papers import docx_file, letters, xlsx_file
from papers.content import Document, Paragraph, Table, display
from tests.papers import office_xml

LETTERS = 20


class Made(NamedTuple):
    """One paper of one record (None for a list)."""

    key: str
    record: int | None
    document: Document


@dataclass(frozen=True)
class Demo:
    """`made` in the order of the catalogue; files stand in `place` as "minutes-1.docx", "units.xlsx"."""

    data: Path
    place: Path
    made: tuple[Made, ...]

    def path(self, one: Made, ending: str) -> Path:
        """The written file; written when it is asked for first."""
        path = self.place / f"{name(one)}{ending}"
        if not path.exists():
            {".docx": docx_file.write, ".xlsx": xlsx_file.write, ".pdf": paper.write_pdf}[ending](
                one.document, path
            )
        return path

    def of(self, key: str) -> Made:
        """The first paper of that key: the conference's, the plan's."""
        return next(one for one in self.made if one.key == key)

    @contextmanager
    def opened(self) -> Iterator[None]:
        """The demo's own file, to be read only."""
        file.open_file(self.data)
        try:
            yield
        finally:
            forget()

    @contextmanager
    def in_memory(self) -> Iterator[None]:
        """A copy to write in."""
        file.open_memory()
        self._kept.backup(database.connection())
        try:
            yield
        finally:
            forget()

    @contextmanager
    def copied(self, folder: Path) -> Iterator[None]:
        """A copy on the disk to write in."""
        folder.mkdir(exist_ok=True)
        shutil.copy(self.data / file.NAME, folder / file.NAME)
        file.open_file(folder)
        try:
            yield
        finally:
            forget()

    @cached_property
    def _kept(self) -> Any:
        kept = disk.connect(":memory:")
        source = disk.connect(str(self.data / file.NAME), readonly=True)
        source.backup(kept)
        source.close()
        return kept


def name(one: Made) -> str:
    return one.key if one.record is None else f"{one.key}-{one.record}"


def forget() -> None:
    file.close_file()
    history.listeners.clear()
    history.set_person("")


def build(top: Path) -> Demo:
    """As `main.py demo` does, without the pictures."""
    main.build_sample(top / "data")
    made = tuple(
        Made(one.key, record, shortened(one.key, main.compose(one.key, record)))
        for one in rules.papers.PAPERS
        for record in shown.records(one)
    )
    forget()
    (top / "papers").mkdir()
    return Demo(top / "data", top / "papers", made)


def shortened(key: str, document: Document) -> Document:
    """Of a serial the first letters, which are all alike: the demo itself makes the long run."""
    is_serial = key in letters.PEOPLE + letters.UNITS
    return replace(document, sections=document.sections[:LETTERS]) if is_serial else document


def words_of_docx(path: Path) -> list[str]:
    """The words of every paragraph, read from the file's own text, without white space at the ends."""
    return [words for _, words in office_xml.paragraphs(path.read_bytes()) if words.strip()]


def sheets_of(path: Path) -> dict[str, list[list[str]]]:
    """Name of the sheet → its rows as they are read; empty rows left out."""
    book = openpyxl.load_workbook(path)
    return {
        page.title: [
            [_shown(cell.value) for cell in row]
            for row in page.iter_rows()
            if any(cell.value is not None for cell in row)
        ]
        for page in book.worksheets
    }


def _shown(value: Any) -> str:
    return display(value.date() if hasattr(value, "hour") else value)


def words_of_document(document: Document) -> list[str]:
    """The words of every paragraph and cell in reading order."""
    words = []
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                words.append(block.text)
            elif isinstance(block, Table):
                words += words_of_table(block)
            else:
                words += [line.text for row in block.rows for cell in row for line in cell]
    return [text for text in words if text.strip()]


def words_of_table(table: Table) -> list[str]:
    cells = [display(value) for row in table.rows for value in row.cells]
    return [*(column.title for column in table.columns), *cells]
