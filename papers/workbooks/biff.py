"""The records of .xls streams and the strings in them (MS-XLS; Excel 95 alike)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

BOF, EOF, CONTINUE, FILEPASS = 0x809, 0x0A, 0x3C, 0x2F
CODEPAGE, DATEMODE, BOUNDSHEET, FONT, XF, FORMAT, SST = 0x42, 0x22, 0x85, 0x31, 0xE0, 0x41E, 0xFC
ROW, COLINFO, NUMBER, RK, MULRK, LABELSST = 0x208, 0x7D, 0x203, 0x27E, 0xBD, 0xFD
LABEL, RSTRING, BOOLERR, FORMULA, STRING, MERGED = 0x204, 0xD6, 0x205, 0x06, 0x207, 0xE5
BIFF8 = 0x600
ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
Runs = list[tuple[int, int]]  # first letter of a run, number of its font


def records(data: bytes, place: int = 0) -> Iterator[tuple[int, bytes, int]]:
    """Kind, body and the place behind each record; a record cut by the end of the stream ends it."""
    end = len(data)
    while place + 4 <= end:
        kind, size = struct.unpack_from("<HH", data, place)
        place += 4
        if place + size > end:
            return
        yield kind, data[place : place + size], place + size
        place += size


def number(packed: int) -> float:
    """An RK number: 30 bits of a double or a whole number, perhaps a hundredfold."""
    if packed & 2:
        whole = packed >> 2
        value = float(whole - (1 << 30) if whole & (1 << 29) else whole)
    else:
        value = float(struct.unpack("<d", b"\0\0\0\0" + struct.pack("<I", packed & 0xFFFFFFFC))[0])
    return value / 100 if packed & 1 else value


def string(body: bytes, place: int, wide: bool) -> str:
    """A BIFF8 string: its length in one byte or two, a byte of flags, its letters."""
    size = struct.unpack_from("<H" if wide else "<B", body, place)[0]
    place += 2 if wide else 1
    if place >= len(body):
        return ""
    flags = body[place]
    place += 1 + (2 if flags & 8 else 0) + (4 if flags & 4 else 0)
    if flags & 1:
        return body[place : place + 2 * size].decode("utf-16-le", "replace")
    return body[place : place + size].decode("latin-1")


class Strings:
    """The shared strings over all their CONTINUE records; a string cut short ends the list."""

    def __init__(self, parts: list[bytes]) -> None:
        self.parts, self.part, self.place = parts, 0, 8

    def read(self, most: int) -> Iterator[tuple[str, Runs]]:
        count = struct.unpack_from("<I", self.parts[0], 4)[0]
        for _ in range(min(count, most)):
            try:
                yield self._one()
            except (IndexError, struct.error):
                return

    def _one(self) -> tuple[str, Runs]:
        size, flags = struct.unpack("<HB", self._bytes(3))
        runs = struct.unpack("<H", self._bytes(2))[0] if flags & 8 else 0
        extra = struct.unpack("<I", self._bytes(4))[0] if flags & 4 else 0
        words = self._letters(size, flags & 1)
        pairs = self._bytes(4 * runs)
        self._bytes(extra)
        return words, [struct.unpack_from("<HH", pairs, 4 * one) for one in range(runs)]

    def _bytes(self, size: int) -> bytes:
        found = b""
        while size:
            while self.place >= len(self.parts[self.part]):
                self.part, self.place = self.part + 1, 0
            piece = self.parts[self.part][self.place : self.place + size]
            found, size, self.place = found + piece, size - len(piece), self.place + len(piece)
        return found

    def _letters(self, size: int, is_wide: int) -> str:
        said = ""
        while size:
            if self.place >= len(self.parts[self.part]):  # the next record says anew how wide letters are
                self.part, self.place = self.part + 1, 1
                is_wide = self.parts[self.part][0] & 1
            width = 2 if is_wide else 1
            piece = self.parts[self.part][self.place : self.place + size * width]
            self.place += len(piece)
            said += piece.decode("utf-16-le" if is_wide else "latin-1", "replace")
            size -= len(piece) // width
            if not len(piece) // width:
                raise IndexError
        return said
