"""A Word file read as a paper."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from papers import styles
from papers.content import ROW_STYLES, Block, Column, Document, Grid, Paragraph, Row, Run, Section, Table
from papers.docx_base import GAP, GRID, RULED, TWIPS_IN_MM
from papers.docx_elements import HOLDERS, W, find, is_on, tag, value
from papers.docx_xml import BLANK, MARK
from papers.forms import SHEETS
from papers.placing import FOOT
from rules.facts import Marks
from rules.trouble import Refused

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST = 200_000_000  # bytes of an unpacked file that is still taken for an honest one
LONGEST = 40_000_000  # bytes of its words alone: some thousand pages
MARK_WORDS = ("urgency", "circulation", "drafter", "contact")
LOCKED = 0x1  # flag of an entry that a password locks
CHOOSE = "Hãy chọn một tệp Word (.docx) khác."
SAVE_AS = "Hãy mở bằng Word rồi lưu thành tệp .docx không đặt mật khẩu."


def read(path: Path) -> Document:
    """The words of a Word file in the order of the page, without notes, headers and pictures.

    Of our own files everything comes back but the workbook, the kinds of cell values and a table's
    alignment where it has no rows. Raises Refused for what is not a Word file we can read.
    """
    import docx

    refuse_unreadable(path)
    try:
        file = docx.Document(str(path))
    except OSError as error:
        raise Refused(f"Không đọc được tệp “{path.name}”.", CHOOSE) from error
    except (KeyError, ValueError, AttributeError, SyntaxError, zipfile.BadZipFile) as error:
        raise Refused(f"Tệp “{path.name}” đã hỏng hoặc không phải tệp Word thường.", CHOOSE) from error
    reader = _Reader(file.settings.element, file.styles.element)
    sections = tuple(reader.sections(file.element.body))
    return Document(file.core_properties.title, reader.profile, sections, marks=reader.marks())


def refuse_unreadable(path: Path) -> None:
    """Raises Refused, in plain words, for what is not a Word file that can be opened without harm."""
    if not path.is_file():
        raise Refused(f"Không có tệp “{path}”.", CHOOSE)
    try:
        with path.open("rb") as file:
            if file.read(4) == b"\xd0\xcf\x11\xe0":
                raise Refused(f"Tệp “{path.name}” có mật khẩu hoặc theo kiểu Word cũ (.doc).", SAVE_AS)
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except zipfile.BadZipFile as error:
        raise Refused(f"Tệp “{path.name}” không phải tệp Word (.docx) hoặc đã hỏng.", CHOOSE) from error
    except OSError as error:
        raise Refused(f"Không đọc được tệp “{path.name}”.", "Hãy đóng tệp đó rồi thử lại.") from error
    if any(entry.flag_bits & LOCKED for entry in entries):
        raise Refused(f"Tệp “{path.name}” có mật khẩu.", SAVE_AS)
    words = sum(entry.file_size for entry in entries if entry.filename.lower().endswith(".xml"))
    if words > LONGEST or sum(entry.file_size for entry in entries) > LARGEST:
        raise crowded(path.name)


def crowded(name: str) -> Refused:
    """What is said of a file that no honest clerk's paper can be."""
    return Refused(f"Tệp “{name}” lớn hoặc phức tạp bất thường nên không mở.", CHOOSE)


def _mm(twips: str) -> float:
    return round(float(twips or 0) / TWIPS_IN_MM, 1)


def _twips(element: _Element | None, name: str) -> float:
    return float(value(element, name) or 0)


class _Reader:
    def __init__(self, settings: _Element, named: _Element) -> None:
        rows = settings.iter(f"{W}docVar")
        self.notes = {value(row, "name"): value(row) for row in rows}
        written = self.notes.get("profile", "")
        self.profile = written if written in styles.forms() else styles.profile_for(None)
        self.keys = {GAP: GAP}
        for one in named.iter(f"{W}style"):
            identity, label = value(one, "styleId"), value(find(one, "name"))
            # Word renames the ids of styles when it saves, but keeps the names a clerk sees.
            key = styles.key_of(self.profile, label)
            self.keys[identity] = key or (identity if identity in (GAP, GRID, RULED) else "")

    def marks(self) -> Marks:
        """What we noted in the file; another program's note that is none counts for nothing."""
        known = {name[len(MARK) :]: said for name, said in self.notes.items() if name.startswith(MARK)}
        draft = known.pop("draft", "")
        words = {name: said for name, said in known.items() if name in MARK_WORDS}
        return Marks(
            **words,
            draft=int(draft) if draft.isascii() and draft.isdigit() and len(draft) < 6 else None,
            duplex=known.get("duplex") == "True",
            sheet=known["sheet"] if known.get("sheet") in SHEETS else SHEETS[0],
        )

    def sections(self, body: _Element) -> Iterator[Section]:
        kept: list[_Element] = []
        for element in self.blocks(body):
            last = tag(element) == "sectPr"
            end = element if last else find(element, "pPr", "sectPr")
            kept += [] if last else [element]
            if end is not None:
                yield self.section(kept, end)
                kept = []
            if last:
                return
        yield Section(tuple(self.content(kept, 0.0)))

    def content(self, elements: list[_Element], width: float) -> Iterator[Block]:
        """`width`: mm of the text; what a renderer sets for itself is left out."""
        for element in elements:
            if tag(element) == "tbl":
                yield self.table(element)
                continue
            found = self.paragraph(element, width)
            framed = found.style == FOOT and find(element, "pPr", "framePr") is not None
            if not framed and (found.style != GAP or found.runs):
                yield found

    def blocks(self, parent: _Element) -> Iterator[_Element]:
        for element in parent:
            if tag(element) in ("p", "tbl", "sectPr"):
                yield element
            elif tag(element) in HOLDERS:
                yield from self.blocks(element)

    def section(self, elements: list[_Element], end: _Element) -> Section:
        size, margins = find(end, "pgSz"), find(end, "pgMar")
        landscape = value(size, "orient") == "landscape"
        restart = bool(value(find(end, "pgNumType"), "start"))
        width = _mm(str(_twips(size, "w") - _twips(margins, "left") - _twips(margins, "right")))
        return Section(tuple(self.content(elements, width)), landscape, restart)

    def paragraph(self, element: _Element, width: float = 0.0) -> Paragraph:
        """`width`: mm of what it stands in, needed for the length of its line."""
        key = self.keys.get(value(find(element, "pPr", "pStyle")), "") or "body"
        return Paragraph(key, tuple(self.runs(element, [])), self.rule(key, element, width))

    def rule(self, key: str, element: _Element, width: float) -> float:
        """The length of a line where it is not the style's own."""
        own, sides = styles.style(self.profile, key).rule, find(element, "pPr", "ind")
        if not own or sides is None or not width:
            return 0
        length = round(width - (_twips(sides, "left") + _twips(sides, "right")) / TWIPS_IN_MM, 1)
        return 0 if abs(length - own) < 0.15 else length

    def runs(self, parent: _Element, marks: list[tuple[str, str]]) -> Iterator[Run]:
        """`marks`: the bookmarks of blanks that stand open, as (id, name)."""
        for element in parent:
            kind = tag(element)
            if kind == "bookmarkStart" and value(element, "name").startswith(BLANK):
                marks.append((value(element, "id"), value(element, "name")))
            elif kind == "bookmarkEnd":
                marks[:] = [mark for mark in marks if mark[0] != value(element, "id")]
            elif kind == "r":
                yield self.run(element, marks)
            elif kind in HOLDERS:
                yield from self.runs(element, marks)

    def run(self, element: _Element, marks: list[tuple[str, str]]) -> Run:
        words = "".join(_text(part) for part in element)
        look = find(element, "rPr")
        # A blank that somebody filled in Word is a blank no more.
        name = self.notes.get(marks[-1][1], "") if marks and not words.strip(" .…_") else ""
        return Run(words, _switch(look, "b"), _switch(look, "i"), _switch(look, "u"), name)

    def table(self, element: _Element) -> Grid | Table:
        rows = [row for row in element if tag(row) == "tr"]
        columns = element.iterfind(f"{W}tblGrid/{W}gridCol")
        widths = tuple(_mm(value(column, "w")) for column in columns)
        style = self.keys.get(value(find(element, "tblPr", "tblStyle")))
        ruled = style == RULED or (style != GRID and find(element, "tblPr", "tblBorders") is not None)
        return self.ruled(rows, widths) if ruled else self.grid(rows, widths)

    def grid(self, rows: list[_Element], widths: tuple[float, ...]) -> Grid:
        keep = any(find(row, "trPr", "cantSplit") is not None for row in rows)
        cells = tuple(
            tuple(
                tuple(self.paragraph(p, width) for p in self.blocks(cell) if tag(p) == "p")
                for cell, width in zip_longest(_cells(row), widths, fillvalue=0.0)
                if not isinstance(cell, float)
            )
            for row in rows
        )
        heights = [find(row, "trPr", "trHeight") for row in rows[:1]]
        framed = any(find(cell, "tcPr", "tcBorders") is not None for row in rows for cell in _cells(row)[:1])
        return Grid(widths, cells, keep, _mm(value(heights[0])) if framed and heights else 0)

    def ruled(self, rows: list[_Element], widths: tuple[float, ...]) -> Table:
        titles: tuple[str, ...] = ("",) * len(widths)
        if rows and find(rows[0], "trPr", "tblHeader") is not None:
            titles = tuple(self.words(cell) for cell in _cells(rows[0]))
            rows = rows[1:]
        kept = [self.row(row, len(widths)) for row in rows]
        aligns = next(
            (_aligns(row) for row in rows if len(_cells(row)) == len(widths)), ("left",) * len(widths)
        )
        columns = tuple(Column(*column) for column in zip(titles, widths, aligns, strict=False))
        return Table(columns, tuple(kept))

    def row(self, element: _Element, width: int) -> Row:
        cells = _cells(element)
        words = tuple(self.words(cell) for cell in cells)
        first = next((p for p in self.blocks(cells[0]) if tag(p) == "p"), None) if cells else None
        style = self.paragraph(first).style if first is not None else ""
        if style == "cell_group" or (len(cells) == 1 and width > 1):
            return Row(words[:1], "group")
        kinds = {look: kind for kind, look in ROW_STYLES.items()}
        return Row(words, kinds.get(style, "data"))

    def words(self, cell: _Element) -> str:
        return "\n".join(self.paragraph(p).text for p in self.blocks(cell) if tag(p) == "p")


def _cells(row: _Element) -> list[_Element]:
    return [cell for cell in row if tag(cell) == "tc"]


def _aligns(row: _Element) -> tuple[str, ...]:
    return tuple(value(find(cell, "p", "pPr", "jc")) or "left" for cell in _cells(row))


def _text(part: _Element) -> str:
    kind = tag(part)
    if kind == "t":
        return part.text or ""
    return {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}.get(kind, "")


def _switch(look: _Element | None, name: str) -> bool | None:
    found = find(look, name)
    return None if found is None else is_on(found)
