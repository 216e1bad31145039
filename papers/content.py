"""What a paper says, as plain values that every renderer reads."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from rules import dates
from rules.facts import Marks

DOTS = "……………"
FRAME_MARGIN = 2.0  # mm left and right of the words in a stamp
# A number with its symbol, a short date: what stands on both sides of its hyphen stays on one line.
JOINED = re.compile(r"(?<=[0-9A-ZĐ])-(?=[0-9A-ZĐ])")
UNPRINTABLE = re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Run:
    """Words of one look; None leaves the look to the paragraph's style."""

    text: str
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    blank: str = ""  # the name of the unknown fact that the dots stand for


def blank(fact: str) -> Run:
    """Dots in place of an unknown fact; `fact` names it in the clerk's words."""
    return Run(DOTS, blank=fact)


@dataclass(frozen=True)
class Paragraph:
    """`style` is a key of papers.styles: "issuer", "number", "type", "subject", "body", …

    A paragraph of a style with a rule has no words; `rule` is the length of its line in mm, 0 the style's.
    """

    style: str
    runs: tuple[Run, ...] = ()
    rule: float = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def paragraph(style: str, *parts: str | Run) -> Paragraph:
    return Paragraph(style, tuple(Run(part) if isinstance(part, str) else part for part in parts))


@dataclass(frozen=True)
class Grid:
    """Columns without lines: the letterhead, the signature blocks, a stamp. Widths in mm."""

    widths: tuple[float, ...]
    rows: tuple[tuple[tuple[Paragraph, ...], ...], ...]
    keep_together: bool = True
    frame: float = 0  # mm of height of a red frame around the first cell of each row; 0: none


@dataclass(frozen=True)
class Column:
    """`width` in mm; `align` left, center or right."""

    title: str
    width: float
    align: str = "left"


Value = str | int | float | date | None


# The style of the cells by the kind of their row.
ROW_STYLES = {"data": "cell", "group": "cell_group", "total": "cell_total", "tall": "cell_tall"}


@dataclass(frozen=True)
class Row:
    """kind: one of ROW_STYLES; a group is one bold cell across the table, a tall row has room for a pen."""

    cells: tuple[Value, ...]
    kind: str = "data"


@dataclass(frozen=True)
class Table:
    """A ruled table whose heading repeats on every page; also one sheet of the workbook."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Sheet:
    """One sheet of the workbook: a title, lines above the table, the table."""

    name: str
    title: str
    table: Table
    notes: tuple[str, ...] = ()


Block = Paragraph | Grid | Table


@dataclass(frozen=True)
class Section:
    """Pages of one direction; each section begins on a new page and may number its own pages."""

    blocks: tuple[Block, ...]
    landscape: bool = False
    restart_numbering: bool = False


@dataclass(frozen=True)
class Document:
    """One paper: its title, its form profile, its pages, its workbook."""

    title: str
    profile: str  # "PARTY-2018"
    sections: tuple[Section, ...]
    sheets: tuple[Sheet, ...] = field(default=())
    marks: Marks = Marks()  # circulation, size of the sheet, both sides; the rest stands in the blocks
    word: bytes = b""  # the Word file itself where an office's own template made it; written as it is

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph outside ruled tables, in reading order."""
        for section in self.sections:
            for block in section.blocks:
                if isinstance(block, Paragraph):
                    yield block
                elif isinstance(block, Grid):
                    for row in block.rows:
                        for cell in row:
                            yield from cell

    def blanks(self) -> tuple[str, ...]:
        """The unknown facts, each named once, in reading order."""
        names = (run.blank for paragraph in self.paragraphs() for run in paragraph.runs if run.blank)
        return tuple(dict.fromkeys(names))


def display(value: Value) -> str:
    """A cell's value as it is read: a day as papers write it, numbers with a comma before decimals."""
    if value is None:
        return ""
    if isinstance(value, date):
        return dates.paper_date(value)
    if isinstance(value, float):
        return f"{value:.12g}".replace(".", ",")
    return str(value)


def printable(words: str) -> str:
    """Words that Word and Excel can hold: NFC, line ends as "\\n", other control characters dropped."""
    return unicodedata.normalize("NFC", UNPRINTABLE.sub("", words.replace("\r\n", "\n")))
