"""The cells of one sheet of an .xls stream."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from papers.workbooks import biff, serials
from papers.workbooks.grid import Grid
from papers.workbooks.table import Value

if TYPE_CHECKING:
    from papers.workbooks.biff_book import Book

HIDDEN_ROW, HIDDEN_COLUMN = 0x20, 0x1
TEXT, TRUTH, FAULT = 0, 1, 2  # kinds of a formula's result that is no number


class Sheet:
    """Reads from the sheet's first record to its end; charts inside the sheet are passed over."""

    def __init__(self, book: Book, grid: Grid) -> None:
        self.book, self.grid = book, grid
        self.awaited: tuple[int, int, int] | None = None  # cell of a formula whose words come next
        self.readers = {
            biff.ROW: self._row, biff.COLINFO: self._columns, biff.NUMBER: self._number, biff.RK: self._rk,
            biff.MULRK: self._rks, biff.LABELSST: self._shared, biff.LABEL: self._label,
            biff.RSTRING: self._label, biff.BOOLERR: self._truth,
            biff.FORMULA: self._formula, biff.STRING: self._words,
            biff.MERGED: self._merged,
        }  # fmt: skip

    def read(self, place: int) -> None:
        deep = 0
        for count, (kind, body, _) in enumerate(biff.records(self.book.data, place)):
            if count == 0 and kind != biff.BOF:
                raise IndexError("no sheet here")
            if kind in (biff.BOF, biff.EOF):
                deep += 1 if kind == biff.BOF else -1
                if deep == 0:
                    return
            elif deep == 1 and kind in self.readers:
                self.readers[kind](body)
            if count % 4096 == 0:
                self.grid.look()

    def _row(self, body: bytes) -> None:
        if struct.unpack_from("<H", body, 12)[0] & HIDDEN_ROW:
            self.grid.hidden.add(struct.unpack_from("<H", body)[0] + 1)

    def _columns(self, body: bytes) -> None:
        first, last, _, _, flags = struct.unpack_from("<5H", body)
        if flags & HIDDEN_COLUMN:
            self.grid.hide_columns(first + 1, last + 1)

    def _put(self, row: int, column: int, value: Value) -> None:
        self.grid.put(row + 1, column + 1, value)

    def _show(self, row: int, column: int, style: int, value: float) -> None:
        self._put(row, column, serials.value(value, self.book.shown(style), self.book.is_1904))

    def _number(self, body: bytes) -> None:
        self._show(*struct.unpack_from("<HHHd", body))

    def _rk(self, body: bytes) -> None:
        row, column, style, packed = struct.unpack_from("<HHHI", body)
        self._show(row, column, style, biff.number(packed))

    def _rks(self, body: bytes) -> None:
        row, first = struct.unpack_from("<HH", body)
        for place in range(4, len(body) - 7, 6):
            style, packed = struct.unpack_from("<HI", body, place)
            self._show(row, first + (place - 4) // 6, style, biff.number(packed))

    def _shared(self, body: bytes) -> None:
        row, column, style, number = struct.unpack_from("<HHHI", body)
        if number >= len(self.book.strings):
            return
        words, runs = self.book.strings[number]
        font = self.book.font(style)
        if not runs:
            self._put(row, column, self.book.letters.said(words, font))
            return
        starts = [0, *(start for start, _ in runs), len(words)]
        fonts = [font, *(self.book.font_name(one) for _, one in runs)]
        parts = [(words[a:b], one) for a, b, one in zip(starts, starts[1:], fonts, strict=False) if b > a]
        self._put(row, column, self.book.letters.runs(parts))

    def _label(self, body: bytes) -> None:
        row, column, style = struct.unpack_from("<HHH", body)
        font = self.book.font(style)
        self._put(row, column, self.book.letters.said(self._string(body, 6, font), font))

    def _string(self, body: bytes, place: int, font: str) -> str:
        if self.book.is_8:
            return biff.string(body, place, wide=True)
        size = struct.unpack_from("<H", body, place)[0]
        return self.book.decoded(body[place + 2 : place + 2 + size], font)

    def _truth(self, body: bytes) -> None:
        row, column, _, value, is_error = struct.unpack_from("<HHHBB", body)
        self._result(row, column, FAULT if is_error else TRUTH, value)

    def _result(self, row: int, column: int, kind: int, value: int) -> None:
        if kind == FAULT:
            self.grid.fault(row + 1, column + 1, biff.ERRORS.get(value, "#?"))
        elif kind == TRUTH:
            self._put(row, column, bool(value))

    def _formula(self, body: bytes) -> None:
        row, column, style = struct.unpack_from("<HHH", body)
        self.awaited = None
        if body[12:14] != b"\xff\xff":
            self._show(row, column, style, struct.unpack_from("<d", body, 6)[0])
        elif body[6] == TEXT:
            self.awaited = (row, column, style)
        else:
            self._result(row, column, body[6], body[8])

    def _words(self, body: bytes) -> None:
        if self.awaited:
            row, column, style = self.awaited
            font = self.book.font(style)
            self._put(row, column, self.book.letters.said(self._string(body, 0, font), font))
        self.awaited = None

    def _merged(self, body: bytes) -> None:
        count = struct.unpack_from("<H", body)[0]
        for place in range(2, min(2 + 8 * count, len(body) - 7), 8):
            top, bottom, left, right = struct.unpack_from("<4H", body, place)
            self.grid.merge((top + 1, left + 1, bottom + 1, right + 1))
