"""An office's Word file with all its parts, opened without trust and written back as an ordinary .docx."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from papers import docx_reading
from papers.checking.package import STRICT
from papers.content import printable
from papers.docx_base import DECLARATION, PACKAGE, PROPERTIES, RELATIONS, WORD_ML
from papers.docx_elements import W, tag
from rules.trouble import Refused

if TYPE_CHECKING:
    from lxml.etree import _Element

TYPES = "[Content_Types].xml"
MAIN_TYPES = (f"{WORD_ML}.document.main+xml", f"{WORD_ML}.template.main+xml")
STORIES = ("header", "footer", "footnotes", "endnotes")
AGAIN = "Hãy mở tệp bằng Word, lưu lại kiểu Word Document (.docx) rồi chọn tệp mới."
DUBLIN = "http://purl.org/dc/elements/1.1/"
# The order of what may stand in settings.xml before the elements that are added (ECMA-376, 17.15.1).
AFTER_UPDATE = [
    "hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema",
    "themeFontLang", "clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures",
    "forceUpgrade", "captions", "readModeInkLockDown", "smartTagType", "schemaLibrary", "shapeDefaults",
    "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
]  # fmt: skip
AFTER_VARIABLES = AFTER_UPDATE[AFTER_UPDATE.index("rsids") :]


class Package:
    """Parts by name; trees are parsed when asked for and written back with `data`."""

    def __init__(self, path: Path) -> None:
        """Raises Refused for what is no ordinary Word file, is damaged, locked, huge or carries macros."""
        docx_reading.refuse_unreadable(path)
        self.file = path.name
        try:
            with zipfile.ZipFile(path) as archive:
                self._weigh(archive.infolist())
                self.parts = {name: archive.read(name) for name in dict.fromkeys(archive.namelist())}
        except PermissionError as error:
            raise self._locked() from error
        except (
            zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError,
        ) as error:  # fmt: skip
            raise self._damaged() from error
        self._trees: dict[str, _Element] = {}
        self.main = self._main()
        root = self.tree(self.main)
        if root.find(f"{W}body") is None:
            raise self._damaged()

    # Refusals

    def _weigh(self, entries: list[zipfile.ZipInfo]) -> None:
        words = sum(one.file_size for one in entries if one.filename.endswith((".xml", ".rels")))
        if words > docx_reading.LONGEST:
            raise docx_reading.crowded(self.file)

    def _damaged(self) -> Refused:
        what = f"Tệp “{self.file}” đã hỏng hoặc không phải tệp Word thường."
        return Refused(what, docx_reading.CHOOSE)

    def _locked(self) -> Refused:
        what = f"Tệp “{self.file}” đang mở trong Word hoặc không được phép đọc."
        return Refused(what, "Hãy đóng tệp đó rồi thử lại.")

    def _main(self) -> str:
        kinds = self._kinds()
        if any(
            "macroenabled" in kind.lower() or "vbaproject" in kind.lower() for kind in kinds.values()
        ) or any(name.lower().endswith("vbaproject.bin") for name in self.parts):
            raise Refused(f"Tệp “{self.file}” có chứa macro nên không dùng làm mẫu.", AGAIN)
        if STRICT in self.parts.get("_rels/.rels", b""):
            raise Refused(f"Tệp “{self.file}” lưu theo kiểu Strict Open XML nên không dùng làm mẫu.", AGAIN)
        top = (to for kind, to, _ in self.links("") if kind == "officeDocument")
        place = next(top, "")
        if place not in self.parts or kinds.get(place) not in MAIN_TYPES:
            raise self._damaged()
        return place

    def _kinds(self) -> dict[str, str]:
        """Content type of every part that is given one by name."""
        if TYPES not in self.parts:
            raise self._damaged()
        rows = self.tree(TYPES).iter(f"{{{PACKAGE}/content-types}}Override")
        kinds = {row.get("PartName", "").lstrip("/"): row.get("ContentType", "") for row in rows}
        defaults = self.tree(TYPES).iter(f"{{{PACKAGE}/content-types}}Default")
        return {**{f"*.{row.get('Extension')}": row.get("ContentType", "") for row in defaults}, **kinds}

    # Parts

    def tree(self, name: str) -> _Element:
        """The part as XML; Refused where it is missing, broken, or declares entities."""
        from lxml import etree

        if name not in self._trees:
            parser = etree.XMLParser(
                resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True, remove_comments=True
            )
            try:
                root = etree.fromstring(self.parts[name], parser)
            except (etree.XMLSyntaxError, ValueError, KeyError) as error:
                raise self._damaged() from error
            if root.getroottree().docinfo.doctype:
                what = f"Tệp “{self.file}” có khai báo thực thể mà Word không dùng."
                raise Refused(what, AGAIN)
            self._trees[name] = root
        return self._trees[name]

    def put(self, name: str, root: _Element) -> None:
        """Another tree in place of a part's."""
        self._trees[name] = root

    def add(self, name: str, kind: str, root: _Element) -> str:
        """A new part beside the main one, known to it as a relationship of that kind; its id."""
        from lxml import etree

        self.parts[name] = b""
        self._trees[name] = root
        row = etree.SubElement(self.tree(TYPES), f"{{{PACKAGE}/content-types}}Override")
        row.set("PartName", f"/{name}")
        row.set("ContentType", f"{WORD_ML}.{kind}+xml")
        return self._relate(self.main, f"{RELATIONS}/{kind}", posixpath.basename(name))

    def _relate(self, part: str, kind: str, target: str) -> str:
        from lxml import etree

        rows = self.relations(part)
        if rows is None:
            rows = etree.Element(
                f"{{{PACKAGE}/relationships}}Relationships", nsmap={None: f"{PACKAGE}/relationships"}
            )
            self.parts[_beside(part)] = b""
            self._trees[_beside(part)] = rows
        taken = {row.get("Id") for row in rows}
        identity = next(name for n in range(1, len(taken) + 2) if (name := f"rIdMau{n}") not in taken)
        row = etree.SubElement(rows, f"{{{PACKAGE}/relationships}}Relationship")
        for key, value in (("Id", identity), ("Type", kind), ("Target", target)):
            row.set(key, value)
        return identity

    def relations(self, part: str) -> _Element | None:
        name = _beside(part)
        return self.tree(name) if name in self.parts else None

    def links(self, part: str) -> list[tuple[str, str, str]]:
        """Kind, place and id of every relationship of the part that stays inside the file."""
        rows = self.relations(part)
        found = []
        for row in () if rows is None else rows:
            to = row.get("Target", "")
            if row.get("TargetMode") != "External" and to:
                whole = posixpath.normpath(posixpath.join(posixpath.dirname(part), to))
                found.append(
                    (
                        row.get("Type", "").rpartition("/")[2],
                        to[1:] if to[0] == "/" else whole,
                        row.get("Id", ""),
                    )
                )
        return found

    def stories(self) -> Iterator[tuple[str, str]]:
        """Every part that holds text: its name and what it is, the body first."""
        yield self.main, "body"
        for kind, name, _ in self.links(self.main):
            if kind in STORIES and name in self.parts:
                yield name, kind

    def copied(self, name: str, place: str, kind: str, root: _Element) -> str:
        """A part of its own with the pictures and links of another one; its id."""
        identity = self.add(place, kind, root)
        if _beside(name) in self.parts:
            self.parts[_beside(place)] = self.parts[_beside(name)]
        return identity

    @property
    def is_dotx(self) -> bool:
        return self._kinds().get(self.main) == MAIN_TYPES[1]

    # Settings and properties

    def settings_tree(self) -> _Element | None:
        name = next((to for kind, to, _ in self.links(self.main) if kind == "settings"), "")
        return self.tree(name) if name in self.parts else None

    def update_fields(self) -> None:
        """Ask Word to renew the table of contents when the paper is opened."""
        from lxml import etree

        settings = self._settings()
        if settings.find(f"{W}updateFields") is None:
            found = etree.Element(f"{W}updateFields")
            found.set(f"{W}val", "true")
            _insert(settings, found, AFTER_UPDATE)

    def note(self, known: dict[str, str], drop: str) -> None:
        """Document variables put in place of those whose names begin with `drop`."""
        from lxml import etree

        if not known and self.settings_tree() is None:
            return
        settings = self._settings()
        box = settings.find(f"{W}docVars")
        if box is None:
            box = etree.Element(f"{W}docVars")
            _insert(settings, box, AFTER_VARIABLES)
        for row in [row for row in box if (row.get(f"{W}name") or "").startswith(drop)]:
            box.remove(row)
        for name, value in known.items():
            row = etree.SubElement(box, f"{W}docVar")
            row.set(f"{W}name", name)
            row.set(f"{W}val", printable(value))
        if not len(box):
            settings.remove(box)

    def variable(self, name: str) -> str:
        """The document variable of that name; "" where there is none."""
        settings = self.settings_tree()
        rows = () if settings is None else settings.iter(f"{W}docVar")
        return next((row.get(f"{W}val") or "" for row in rows if row.get(f"{W}name") == name), "")

    def named_styles(self) -> _Element | None:
        name = next((to for kind, to, _ in self.links(self.main) if kind == "styles"), "")
        return self.tree(name) if name in self.parts else None

    def _settings(self) -> _Element:
        from lxml import etree

        found = self.settings_tree()
        if found is None:
            found = etree.fromstring(f'<w:settings xmlns:w="{W[1:-1]}"/>')
            self.add(posixpath.join(posixpath.dirname(self.main), "settings.xml"), "settings", found)
        return found

    def entitle(self, title: str) -> None:
        """The title property of the file; a file without properties stays without."""
        from lxml import etree

        name = next((to for kind, to, _ in self.links("") if kind == "core-properties"), "")
        if name not in self.parts or not title:
            return
        root = self.tree(name)
        if root.tag != f"{{{PROPERTIES}}}coreProperties":
            return
        found = root.find(f"{{{DUBLIN}}}title")
        if found is None:
            found = etree.SubElement(root, f"{{{DUBLIN}}}title", nsmap={"dc": DUBLIN})
        found.text = printable(title)[:255]

    def data(self) -> bytes:
        """The whole file as .docx, also where a .dotx was opened."""
        from lxml import etree

        for row in self.tree(TYPES):
            if row.get("ContentType") == MAIN_TYPES[1]:
                row.set("ContentType", MAIN_TYPES[0])
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as archive:
            for name, data in self.parts.items():
                if name in self._trees:
                    data = DECLARATION.encode() + etree.tostring(self._trees[name], encoding="UTF-8")
                archive.writestr(name, data)
        return out.getvalue()


def _beside(part: str) -> str:
    """Where the relationships of a part stand."""
    folder, _, name = part.rpartition("/")
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _insert(settings: _Element, element: _Element, later: list[str]) -> None:
    following = next((child for child in settings if tag(child) in later), None)
    if following is None:
        settings.append(element)
    else:
        following.addprevious(element)
