"""A Word file read as a paper."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from papers import styles
from papers.content import Block, Column, Document, Grid, Paragraph, Row, Run, Section, Table
from papers.docx_base import GAP, GRID, RULED, TWIPS_IN_MM, WORD
from papers.docx_xml import BLANK
from rules.trouble import Refused

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST = 200_000_000  # bytes of an unpacked file that is still taken for an honest one
OFF = {"0", "false", "off", "none"}
# What holds runs of the same paragraph; deleted text, field codes and drawings stay outside.
HOLDERS = {"hyperlink", "ins", "moveTo", "smartTag", "fldSimple", "sdt", "sdtContent", "customXml"}
CHOOSE = "Hãy chọn một tệp Word (.docx) khác."


def read(path: Path) -> Document:
    """The words of a Word file in the order of the page, without notes, headers and pictures.

    Of our own files everything comes back but the workbook, the kinds of cell values and a table's
    alignment where it has no rows. Raises Refused for what is not a Word file we can read.
    """
    import docx

    _check(path)
    try:
        file = docx.Document(str(path))
    except OSError as error:
        raise Refused(f"Không đọc được tệp “{path.name}”.", CHOOSE) from error
    except (KeyError, ValueError, AttributeError, SyntaxError, zipfile.BadZipFile) as error:
        raise Refused(f"Tệp “{path.name}” đã hỏng hoặc không phải tệp Word thường.", CHOOSE) from error
    reader = _Reader(file.settings.element, file.styles.element)
    return Document(file.core_properties.title, reader.profile, tuple(reader.sections(file.element.body)))


def _check(path: Path) -> None:
    if not path.is_file():
        raise Refused(f"Không có tệp “{path}”.", CHOOSE)
    try:
        with path.open("rb") as file:
            if file.read(4) == b"\xd0\xcf\x11\xe0":
                raise Refused(f"Tệp “{path.name}” có mật khẩu hoặc theo kiểu Word cũ (.doc).", CHOOSE)
        with zipfile.ZipFile(path) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise Refused(f"Tệp “{path.name}” không phải tệp Word (.docx) hoặc đã hỏng.", CHOOSE) from error
    except OSError as error:
        raise Refused(f"Không đọc được tệp “{path.name}”.", "Hãy đóng tệp đó rồi thử lại.") from error
    if size > LARGEST:
        raise Refused(f"Tệp “{path.name}” lớn bất thường nên không mở.", CHOOSE)


def _tag(element: _Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _find(element: _Element | None, *way: str) -> _Element | None:
    for step in way:
        element = None if element is None else element.find(f"{{{WORD}}}{step}")
    return element


def _value(element: _Element | None, name: str = "val") -> str:
    return "" if element is None else element.get(f"{{{WORD}}}{name}") or ""


def _mm(twips: str) -> float:
    return round(float(twips or 0) / TWIPS_IN_MM, 1)


class _Reader:
    def __init__(self, settings: _Element, named: _Element) -> None:
        rows = settings.iter(f"{{{WORD}}}docVar")
        self.notes = {_value(row, "name"): _value(row) for row in rows}
        written = self.notes.get("profile", "")
        self.profile = written if written in styles.forms() else styles.profile_for(None)
        self.keys = {GAP: GAP}
        for one in named.iter(f"{{{WORD}}}style"):
            identity, label = _value(one, "styleId"), _value(_find(one, "name"))
            # Word renames the ids of styles when it saves, but keeps the names a clerk sees.
            key = styles.key_of(self.profile, label)
            self.keys[identity] = key or (identity if identity in (GAP, GRID, RULED) else "")

    def sections(self, body: _Element) -> Iterator[Section]:
        blocks: list[Block] = []
        for element in self.blocks(body):
            if _tag(element) == "tbl":
                blocks.append(self.table(element))
                continue
            if _tag(element) == "sectPr":
                yield self.section(blocks, element)
                return
            found = self.paragraph(element)
            if found.style != GAP or found.runs:
                blocks.append(found)
            end = _find(element, "pPr", "sectPr")
            if end is not None:
                yield self.section(blocks, end)
                blocks = []
        yield Section(tuple(blocks))

    def blocks(self, parent: _Element) -> Iterator[_Element]:
        for element in parent:
            if _tag(element) in ("p", "tbl", "sectPr"):
                yield element
            elif _tag(element) in HOLDERS:
                yield from self.blocks(element)

    def section(self, blocks: list[Block], end: _Element) -> Section:
        landscape = _value(_find(end, "pgSz"), "orient") == "landscape"
        restart = bool(_value(_find(end, "pgNumType"), "start"))
        return Section(tuple(blocks), landscape, restart)

    def paragraph(self, element: _Element) -> Paragraph:
        key = self.keys.get(_value(_find(element, "pPr", "pStyle")), "") or "body"
        return Paragraph(key, tuple(self.runs(element, [])))

    def runs(self, parent: _Element, marks: list[tuple[str, str]]) -> Iterator[Run]:
        """`marks`: the bookmarks of blanks that stand open, as (id, name)."""
        for element in parent:
            tag = _tag(element)
            if tag == "bookmarkStart" and _value(element, "name").startswith(BLANK):
                marks.append((_value(element, "id"), _value(element, "name")))
            elif tag == "bookmarkEnd":
                marks[:] = [mark for mark in marks if mark[0] != _value(element, "id")]
            elif tag == "r":
                yield self.run(element, marks)
            elif tag in HOLDERS:
                yield from self.runs(element, marks)

    def run(self, element: _Element, marks: list[tuple[str, str]]) -> Run:
        words = "".join(_text(part) for part in element)
        look = _find(element, "rPr")
        # A blank that somebody filled in Word is a blank no more.
        name = self.notes.get(marks[-1][1], "") if marks and not words.strip(" .…_") else ""
        return Run(words, _switch(look, "b"), _switch(look, "i"), _switch(look, "u"), name)

    def table(self, element: _Element) -> Grid | Table:
        rows = [row for row in element if _tag(row) == "tr"]
        columns = element.iterfind(f"{{{WORD}}}tblGrid/{{{WORD}}}gridCol")
        widths = tuple(_mm(_value(column, "w")) for column in columns)
        style = self.keys.get(_value(_find(element, "tblPr", "tblStyle")))
        ruled = style == RULED or (style != GRID and _find(element, "tblPr", "tblBorders") is not None)
        return self.ruled(rows, widths) if ruled else self.grid(rows, widths)

    def grid(self, rows: list[_Element], widths: tuple[float, ...]) -> Grid:
        keep = any(_find(row, "trPr", "cantSplit") is not None for row in rows)
        cells = tuple(
            tuple(
                tuple(self.paragraph(p) for p in self.blocks(cell) if _tag(p) == "p") for cell in _cells(row)
            )
            for row in rows
        )
        return Grid(widths, cells, keep)

    def ruled(self, rows: list[_Element], widths: tuple[float, ...]) -> Table:
        titles: tuple[str, ...] = ("",) * len(widths)
        if rows and _find(rows[0], "trPr", "tblHeader") is not None:
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
        first = next((p for p in self.blocks(cells[0]) if _tag(p) == "p"), None) if cells else None
        style = self.paragraph(first).style if first is not None else ""
        if style == "cell_group" or (len(cells) == 1 and width > 1):
            return Row(words[:1], "group")
        return Row(words, "total" if style == "cell_total" else "data")

    def words(self, cell: _Element) -> str:
        return "\n".join(self.paragraph(p).text for p in self.blocks(cell) if _tag(p) == "p")


def _cells(row: _Element) -> list[_Element]:
    return [cell for cell in row if _tag(cell) == "tc"]


def _aligns(row: _Element) -> tuple[str, ...]:
    return tuple(_value(_find(cell, "p", "pPr", "jc")) or "left" for cell in _cells(row))


def _text(part: _Element) -> str:
    tag = _tag(part)
    if tag == "t":
        return part.text or ""
    return {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}.get(tag, "")


def _switch(look: _Element | None, tag: str) -> bool | None:
    found = _find(look, tag)
    return None if found is None else _value(found).lower() not in OFF
