"""Workbooks of Excel 95 to 2003: the globals of their stream, and the way to their sheets."""

from __future__ import annotations

import struct
from pathlib import Path

from papers.workbooks import biff, serials
from papers.workbooks.biff_sheet import Sheet
from papers.workbooks.compound import Compound
from papers.workbooks.grid import MOST_CELLS, OTHER, Grid, Stop, damaged, locked
from papers.workbooks.letters import Letters
from rules.trouble import Refused

OLE = b"\xd0\xcf\x11\xe0"
CODEPAGES = {
    1258: "cp1258",
    1252: "cp1252",
    65001: "utf-8",
    1200: "utf-16-le",
    1250: "cp1250",
    1251: "cp1251",
}
WORKSHEET = 0


def book(path: Path, stop: Stop) -> Book:
    """The workbook of the file; Refused for Word files, locked ones and broken ones."""
    try:
        return Book(path.name, _stream(path), stop)
    except (ValueError, KeyError, IndexError, struct.error, OverflowError) as error:
        raise damaged(path.name) from error
    except OSError as error:
        raise Refused(f"Không đọc được tệp “{path.name}”.", "Hãy đóng tệp đó rồi thử lại.") from error


def _stream(path: Path) -> bytes:
    data = path.read_bytes()
    if not data.startswith(OLE):
        return data
    container = Compound(data)
    for name in ("workbook", "book"):
        if name in container.streams:
            return container.stream(name)
    if {"encryptedpackage", "encryptioninfo"} & set(container.streams):
        raise locked(path.name)
    if "worddocument" in container.streams:
        raise Refused(f"Tệp “{path.name}” là văn bản Word, không phải bảng tính.", OTHER)
    if not container.streams:
        raise damaged(path.name)
    raise Refused(f"Tệp “{path.name}” không phải bảng tính.", OTHER)


class Book:
    """Fonts, formats, strings and sheets; the stream stays in memory, macros are never looked at."""

    def __init__(self, file: str, data: bytes, stop: Stop) -> None:
        self.file, self.data, self.stop = file, data, stop
        self.letters = Letters()
        self.names: list[str] = []
        self.hidden: set[str] = set()
        self.warnings: list[str] = []
        self.is_1904, self.version, self.codepage = False, 0, "cp1252"
        self.fonts: list[str] = []
        self.formats: dict[int, str] = {}
        self.styles: list[tuple[int, int]] = []
        self.strings: list[tuple[str, biff.Runs]] = []
        self._places: dict[str, int] = {}
        self._read()

    def _read(self) -> None:
        shared: list[bytes] = []
        last = 0
        for kind, body, _ in biff.records(self.data):
            if kind == biff.FILEPASS:
                raise locked(self.file)
            if kind == biff.BOF and not self.version:
                self.version = struct.unpack_from("<H", body)[0]
            elif kind == biff.SST or (kind == biff.CONTINUE and last == biff.SST):
                shared.append(body)
                last = biff.SST
                continue
            elif kind == biff.EOF:
                break
            else:
                self._global(kind, body)
            last = kind
        if self.version < 0x500 or not self.names:
            raise ValueError("no globals")
        if shared:
            self.strings = list(biff.Strings(shared).read(MOST_CELLS))

    def _global(self, kind: int, body: bytes) -> None:
        if kind == biff.CODEPAGE:
            self.codepage = CODEPAGES.get(struct.unpack_from("<H", body)[0], "cp1252")
        elif kind == biff.DATEMODE:
            self.is_1904 = struct.unpack_from("<H", body)[0] == 1
        elif kind == biff.FONT:
            self.fonts.append(self.short(body, 14))
        elif kind == biff.XF:
            self.styles.append(struct.unpack_from("<HH", body))
        elif kind == biff.FORMAT:
            self.formats[struct.unpack_from("<H", body)[0]] = (
                biff.string(body, 2, wide=True) if self.is_8 else self.short(body, 2)
            )
        elif kind == biff.BOUNDSHEET:
            self._sheet(body)

    def _sheet(self, body: bytes) -> None:
        place, visible, kind = struct.unpack_from("<IBB", body)
        name = self.short(body, 6)
        if kind == WORKSHEET and name not in self._places:
            self.names.append(name)
            self._places[name] = place
            if visible & 3:
                self.hidden.add(name)

    @property
    def is_8(self) -> bool:
        return self.version >= biff.BIFF8

    def short(self, body: bytes, place: int) -> str:
        """A string whose length is one byte."""
        if self.is_8:
            return biff.string(body, place, wide=False)
        return self.decoded(body[place + 1 : place + 1 + body[place]], "")

    def decoded(self, said: bytes, font: str) -> str:
        """Bytes of Excel 95; letters of an old font are those of Windows' western page."""
        return said.decode("cp1252" if self.letters.encoding(font) else self.codepage, "replace")

    def font_name(self, number: int) -> str:
        number -= number > 4  # there is no font 4
        return self.fonts[number] if 0 <= number < len(self.fonts) else ""

    def font(self, style: int) -> str:
        return self.font_name(self.styles[style][0]) if style < len(self.styles) else ""

    def shown(self, style: int) -> str:
        if style >= len(self.styles):
            return ""
        shape = self.styles[style][1]
        return serials.kind(shape, self.formats.get(shape, ""))

    def grid(self, name: str) -> Grid:
        reader = Sheet(self, Grid(self.file, name, self.stop))
        try:
            reader.read(self._places[name])
        except (struct.error, IndexError) as error:
            raise damaged(self.file) from error
        return reader.grid

    def __enter__(self) -> Book:
        return self

    def __exit__(self, *error: object) -> None:
        self.data = b""
