"""Binary workbooks of Excel (.xlsb), read by calamine once their reach is known to be bearable."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from papers.workbooks import serials
from papers.workbooks.grid import Grid, crowded, damaged
from papers.workbooks.letters import Letters
from papers.workbooks.table import Value
from papers.workbooks.zipped import BROKEN, LONGEST_WORDS, Archive

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

MOST_PLACES = 2_000_000  # rows × columns between the first cell and the last: all of them are laid out
ROW_HEADER, FIRST_CELL, LAST_CELL = 0, 1, 11


class Book:
    """Fonts are not known here: old letters are told apart by the sheet's words alone."""

    def __init__(self, archive: Archive, main: str) -> None:
        from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

        self.archive, self.file = archive, archive.file
        self.letters, self.warnings = Letters(), list[str]()
        places = [to for kind, to in archive.links(main).values() if kind == "worksheet" and archive.has(to)]
        for part in places:
            self._refuse_far(part)
        try:
            self.book: CalamineWorkbook = CalamineWorkbook.from_path(archive.path)
        except (CalamineError, OSError, ValueError) as error:
            raise damaged(self.file) from error
        sheets = [one for one in self.book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
        self.names = [one.name for one in sheets]
        self.hidden = {one.name for one in sheets if one.visible != SheetVisibleEnum.Visible}

    def _refuse_far(self, part: str) -> None:
        row, rows, columns = 0, set[int](), set[int]()
        for kind, body in _records(self.archive.data(part, LONGEST_WORDS)):
            if kind == ROW_HEADER and len(body) >= 4:
                row = struct.unpack_from("<I", body)[0]
            elif FIRST_CELL <= kind <= LAST_CELL and len(body) >= 4:
                rows.add(row)
                columns.add(struct.unpack_from("<I", body)[0])
        if rows and (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1) > MOST_PLACES:
            raise crowded(self.file)

    def grid(self, name: str) -> Grid:
        from python_calamine import CalamineError

        grid = Grid(self.file, name, self.archive.stop)
        try:
            sheet = self.book.get_sheet_by_name(name)
            top, left = sheet.start or (0, 0)
            rows = sheet.to_python(skip_empty_area=True)
        except (CalamineError, *BROKEN) as error:
            raise damaged(self.file) from error
        for row, cells in enumerate(rows, top + 1):
            for column, value in enumerate(cells, left + 1):
                grid.put(row, column, self._value(value))
        return grid

    def _value(self, value: object) -> Value:
        if isinstance(value, str):
            return self.letters.said(value) or None
        if isinstance(value, datetime):
            return value.date() if value.time() == time() else value
        if isinstance(value, (bool, date)):
            return value
        if isinstance(value, time):
            return serials.clock(value)
        if isinstance(value, timedelta):
            return serials.value(value.total_seconds() / serials.DAY_SECONDS, "span")
        return serials.value(float(value), "") if isinstance(value, (int, float)) else None

    def __enter__(self) -> Book:
        return self

    def __exit__(self, *error: object) -> None:
        self.book.close()
        self.archive.close()


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Kind and body; both kind and size are written seven bits to a byte (MS-XLSB 2.1.4)."""
    place, end = 0, len(data)
    while place < end:
        kind, place = _packed(data, place, 2)
        size, place = _packed(data, place, 4)
        yield kind, data[place : place + size]
        place += size


def _packed(data: bytes, place: int, most: int) -> tuple[int, int]:
    number = shift = 0
    while place < len(data) and shift < 7 * most:
        byte = data[place]
        place += 1
        number |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            break
    return number, place
