"""Workbooks that are zip archives, opened without trust: weighed before a byte of them is unpacked."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Callable, Generator
from pathlib import Path
from typing import IO, Any
from xml.parsers import expat

from papers.workbooks.grid import OTHER, Stop, crowded, damaged, locked
from papers.workbooks.workbook import Workbook
from rules.trouble import Refused

MOST_PARTS = 20_000
LONGEST_PART = 260_000_000  # bytes unpacked: a million blank rows with some styled cells each
LONGEST_WORDS = 64_000_000  # bytes of parts that are kept in memory
LONGEST_LIST = 8_000_000  # bytes of the list of sheets, of relationships, of styles
SWOLLEN, TIMES = 4_000_000, 150  # bytes unpacked from which a part so many times as large as packed is a bomb
PIECE = 1 << 18  # bytes unpacked at once
LOCKED = 0x1  # flag of an entry that a password locks
BROKEN = (
    zipfile.BadZipFile, zlib.error, expat.ExpatError, RuntimeError, NotImplementedError, EOFError, OSError,
    ValueError, KeyError, UnicodeError,
)  # fmt: skip


class Archive:
    """The parts of a workbook by name; everything it cannot give is said as Refused."""

    def __init__(self, path: Path, stop: Stop) -> None:
        self.file, self.path, self.stop = path.name, path, stop
        try:
            self.zip = zipfile.ZipFile(path)
        except PermissionError as error:
            raise Refused(f"Không đọc được tệp “{path.name}”.", "Hãy đóng tệp đó rồi thử lại.") from error
        except BROKEN as error:
            raise damaged(self.file) from error
        entries = self.zip.infolist()
        # Zip programs of old wrote "\\" between folders.
        self.parts = {one.filename.replace("\\", "/").lstrip("/").lower(): one for one in entries}
        try:
            self._weigh(entries)
        except Refused:
            self.zip.close()
            raise

    def _weigh(self, entries: list[zipfile.ZipInfo]) -> None:
        if any(entry.flag_bits & LOCKED for entry in entries):
            raise locked(self.file)
        if len(entries) > MOST_PARTS or len(self.parts) != len(entries):
            raise crowded(self.file)

    def has(self, name: str) -> bool:
        return name.lower() in self.parts

    def begins(self, folder: str) -> bool:
        return any(name.startswith(folder) for name in self.parts)

    def open(self, name: str, most: int) -> IO[bytes]:
        part = self.parts[name.lower()]
        swollen = part.file_size > SWOLLEN and part.file_size > TIMES * part.compress_size
        if part.file_size > most or swollen:
            raise crowded(self.file)
        return self.zip.open(part)

    def data(self, name: str, most: int = LONGEST_WORDS) -> bytes:
        try:
            with self.open(name, most) as part:
                return part.read()
        except BROKEN as error:
            raise damaged(self.file) from error

    def pieces(self, name: str, most: int) -> Pieces:
        with self.open(name, most) as part:
            while piece := part.read(PIECE):
                if self.stop():
                    raise Refused(f"Đã dừng đọc tệp “{self.file}”.")
                yield piece

    def parse(self, pieces: Pieces, start: Start, end: End | None = None, words: Words | None = None) -> None:
        """XML through the handlers, names without prefixes; a part that declares entities is refused."""

        def refuse_entities(*_: object) -> None:
            raise crowded(self.file)

        parser = expat.ParserCreate(namespace_separator="\n")
        parser.buffer_text = True
        local = _Local()
        parser.StartElementHandler = lambda tag, said: start(local[tag], said)
        if end:
            parser.EndElementHandler = lambda tag: end(local[tag])
        parser.StartDoctypeDeclHandler = refuse_entities
        if words:
            parser.CharacterDataHandler = words
        try:
            for piece in pieces:
                parser.Parse(piece, False)
            parser.Parse(b"", True)
        except BROKEN as error:
            raise damaged(self.file) from error
        finally:
            pieces.close()

    def tags(self, name: str, most: int = LONGEST_LIST) -> list[tuple[str, Said]]:
        """Every element of a short part with its attributes, in order."""
        found: list[tuple[str, Said]] = []
        self.parse(self.pieces(name, most), lambda tag, said: found.append((tag, said)))
        return found

    def links(self, part: str) -> dict[str, tuple[str, str]]:
        """Kind and place of every relationship of a part ("" for the package), by its id."""
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if not self.has(name):
            return {}
        found = {}
        for tag, said in self.tags(name):
            if tag == "Relationship" and said.get("TargetMode") != "External":
                to = said.get("Target", "").replace("\\", "/")
                place = to[1:] if to.startswith("/") else posixpath.normpath(posixpath.join(folder, to))
                found[said.get("Id", "")] = (said.get("Type", "").rpartition("/")[2], place)
        return found

    def close(self) -> None:
        self.zip.close()


Said = dict[str, str]
Pieces = Generator[bytes, None, None]
Start = Callable[[str, Said], Any]
End = Callable[[str], Any]
Words = Callable[[str], Any]


class _Local(dict[str, str]):
    """Names without their namespaces, each parted once."""

    def __missing__(self, tag: str) -> str:
        self[tag] = tag.rpartition("\n")[2]
        return self[tag]


def book(path: Path, stop: Stop) -> Workbook:
    """The workbook of whatever kind the archive holds."""
    from papers.workbooks import ods, xlsb, xlsx

    archive = Archive(path, stop)
    try:
        if archive.has("content.xml"):
            return ods.Book(archive)
        links = archive.links("")
        main = next((to for kind, to in links.values() if kind == "officeDocument"), "xl/workbook.xml")
        if archive.has(main) and main.lower().endswith(".bin"):
            return xlsb.Book(archive, main)
        if archive.has(main) and not archive.begins("word/") and not archive.begins("ppt/"):
            return xlsx.Book(archive, main)
    except BaseException:
        archive.close()
        raise
    archive.close()
    if archive.begins("word/"):
        raise Refused(f"Tệp “{path.name}” là văn bản Word, không phải bảng tính.", OTHER)
    raise Refused(f"Tệp “{path.name}” không phải bảng tính.", "Hãy chọn tệp .xlsx, .xls, .ods hoặc .csv.")
