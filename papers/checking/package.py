"""The XML parts of somebody's Word file, opened without trust."""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from papers import docx_reading
from papers.docx_base import PACKAGE, RELATIONS, WORD
from papers.docx_elements import W
from rules.trouble import Refused

if TYPE_CHECKING:
    from lxml.etree import _Element

STRICT = b"http://purl.oclc.org/ooxml/"
PLAIN = (
    (STRICT + b"wordprocessingml/main", WORD.encode()),
    (STRICT + b"officeDocument/relationships", RELATIONS.encode()),
    (STRICT + b"drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
MANY = 100_000  # paragraphs; five hundred letters have 44,000
BEYOND = ("huge", "excessive depth")  # what the XML parser says of a sound file beyond its limits
DECLARED = re.compile(r"^\ufeff?\s*<\?xml[^>]*\?>")


class Package:
    """The main part of a Word file and the parts it points to; strict files read like ordinary ones."""

    def __init__(self, path: Path) -> None:
        """Raises Refused for what is not a Word file, is damaged, locked or absurdly large."""
        docx_reading.refuse_unreadable(path)
        self.name = path.name
        try:
            with zipfile.ZipFile(path) as archive:
                self._files = {name: archive.read(name) for name in _wanted(archive.namelist())}
        except (
            zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError,
        ) as error:  # fmt: skip
            raise self.damaged() from error
        top = self._links("_rels/.rels", "")
        self.place = next((to for kind, to, _ in top if kind == "officeDocument"), "word/document.xml")
        root = self.part(self.place)
        body = None if root is None else root.find(f"{W}body")
        if root is None or body is None:
            raise self.damaged()
        self.root: _Element = root
        self.body: _Element = body
        if sum(1 for _ in islice(body.iter(f"{W}p"), MANY + 1)) > MANY:
            raise docx_reading.crowded(self.name)
        folder, _, file = self.place.rpartition("/")
        self._beside = self._links(posixpath.join(folder, "_rels", f"{file}.rels"), folder)

    def damaged(self) -> Refused:
        what = f"Tệp “{self.name}” đã hỏng hoặc không phải tệp Word thường."
        return Refused(what, docx_reading.CHOOSE)

    def part(self, name: str) -> _Element | None:
        """A part as XML; None where the file has none of that name. Refused where it cannot be read."""
        from lxml import etree

        data = self._files.get(name)
        if data is None:
            return None
        try:
            data = _plain(data)
        except UnicodeError as error:
            raise self.damaged() from error
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            beyond = any(word in str(error).lower() for word in BEYOND)
            raise (docx_reading.crowded(self.name) if beyond else self.damaged()) from error
        if root.getroottree().docinfo.doctype:
            raise self.damaged()
        return root

    def beside(self, kind: str) -> _Element | None:
        """The first part that the main part points to as that kind: "styles", "theme", "numbering" …"""
        return next((self.part(to) for one, to, _ in self._beside if one == kind), None)

    def linked(self, identity: str) -> _Element | None:
        """The part behind a relationship of the main part."""
        return next((self.part(to) for _, to, known in self._beside if known == identity), None)

    def place_of(self, part: str, identity: str) -> str:
        """The name of the part behind a relationship of `part`; "" where it leads nowhere inside."""
        folder, _, file = part.rpartition("/")
        links = self._links(posixpath.join(folder, "_rels", f"{file}.rels"), folder)
        return next((to for _, to, known in links if known == identity), "")

    def name_of(self, identity: str) -> str:
        """The name of the part behind a relationship of the main part; "" where there is none."""
        return next((to for _, to, known in self._beside if known == identity), "")

    def _links(self, name: str, folder: str) -> list[tuple[str, str, str]]:
        """Kind, place and id of every relationship that stays inside the file."""
        root = self.part(name)
        if root is None:
            return []
        found = []
        for row in root.iter(f"{{{PACKAGE}/relationships}}Relationship"):
            to = row.get("Target", "")
            if row.get("TargetMode") == "External" or not to:
                continue
            place = to[1:] if to.startswith("/") else posixpath.normpath(posixpath.join(folder, to))
            found.append((row.get("Type", "").rpartition("/")[2], place, row.get("Id", "")))
        return found


def _wanted(names: list[str]) -> list[str]:
    """Pictures, fonts and embedded files are never unpacked."""
    return [name for name in dict.fromkeys(names) if name.lower().endswith((".xml", ".rels"))]


def _plain(data: bytes) -> bytes:
    """The part as UTF-8, strict names changed to the usual ones."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = DECLARED.sub("", data.decode("utf-16")).encode()
    if STRICT in data:
        for strict, usual in PLAIN:
            data = data.replace(strict, usual)
    return data


def points(measure: str, unit: float = 1 / 20) -> float | None:
    """pt of a measure: a bare number counts `unit` pt (twips when left out), or it names mm, cm, in, pt."""
    found = re.fullmatch(r"\s*(-?\d+(?:\.\d+)?)\s*(mm|cm|in|pt|pc|pi)?\s*", measure[:40])
    if found is None:
        return None
    each = {"mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0}
    return float(found[1]) * (each[found[2]] if found[2] else unit)


def mm(measure: str) -> float | None:
    """mm of a measure in twips or with its unit."""
    found = points(measure)
    return None if found is None else found * 25.4 / 72
