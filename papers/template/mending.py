"""A filled part made sound again: ids of its own for every copy, no empty cell, no table without rows."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from itertools import count
from typing import TYPE_CHECKING

from papers.docx_elements import W, tag

if TYPE_CHECKING:
    from lxml.etree import _Element

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
VML = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"
SHAPES = tuple(f"{VML}{name}" for name in ("shape", "rect", "line", "oval", "roundrect", "polyline", "group"))
COMMENTS = ("commentRangeStart", "commentRangeEnd", "commentReference")
LONGEST_BOOKMARK = 40
FIRST_SHAPE = 5001


class Ids:
    """Numbers that no other element of the file has; one for all its parts."""

    def __init__(self) -> None:
        self.marks = count(1)
        self.drawings = count(1)
        self.shapes = count(FIRST_SHAPE)
        self.controls: set[str] = set()
        self.names: set[str] = set()
        self.shape_names: set[str] = set()

    def renew(self, root: _Element) -> None:
        """Give every bookmark, picture, shape and content control of the part an id of its own."""
        self._bookmarks(root)
        for drawing in root.iter(DRAWING):
            drawing.set("id", str(next(self.drawings)))
        for shape in root.iter(*SHAPES):
            self._shape(shape)
        for identity in list(root.iter(f"{W}sdtPr")):
            self._control(identity.find(f"{W}id"))
        _comments(root)

    def _bookmarks(self, root: _Element) -> None:
        opened: dict[str, str] = {}
        for mark in list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            old = mark.get(f"{W}id") or ""
            if tag(mark) == "bookmarkEnd":
                if old in opened:
                    mark.set(f"{W}id", opened.pop(old))
                else:
                    mark.getparent().remove(mark)  # type: ignore[union-attr]
                continue
            opened[old] = str(next(self.marks))
            mark.set(f"{W}id", opened[old])
            name = self._free(mark.get(f"{W}name") or "", self.names)
            mark.set(f"{W}name", name)

    def _free(self, name: str, taken: set[str]) -> str:
        """The name, or the next one of that beginning that is still free."""
        found, number = name, 1
        while found.lower() in taken:
            number += 1
            ending = f"_{number}"
            found = name[: LONGEST_BOOKMARK - len(ending)] + ending
        taken.add(found.lower())
        return found

    def _shape(self, shape: _Element) -> None:
        old = shape.get("id")
        if old is not None and old in self.shape_names:
            number = next(self.shapes)
            while f"_x0000_s{number}" in self.shape_names:
                number = next(self.shapes)
            old = f"_x0000_s{number}"
            shape.set("id", old)
            if shape.get(f"{OFFICE}spid") is not None:
                shape.set(f"{OFFICE}spid", old)
        if old is not None:
            self.shape_names.add(old)

    def _control(self, identity: _Element | None) -> None:
        if identity is None:
            return
        old = identity.get(f"{W}val") or ""
        if old in self.controls:
            identity.getparent().remove(identity)  # type: ignore[union-attr]
        self.controls.add(old)


def _comments(root: _Element) -> None:
    """A comment stays where it stood first: its copies go."""
    met: set[tuple[str, str]] = set()
    for mark in list(root.iter(*(f"{W}{name}" for name in COMMENTS))):
        this = (tag(mark), mark.get(f"{W}id") or "")
        if this in met:
            parent = mark.getparent()
            assert parent is not None
            parent.remove(mark)
            if tag(parent) == "r" and all(tag(child) == "rPr" for child in parent):
                parent.getparent().remove(parent)  # type: ignore[union-attr]
        met.add(this)


def settle(root: _Element) -> None:
    """Close what stands open where paragraphs and rows fell away or tables came in."""
    for table in list(root.iter(f"{W}tbl")):
        if next(table.iter(f"{W}tr"), None) is None:
            _take_out(table)
        else:
            _merged_cells(table)
    for control in list(root.iter(f"{W}sdt")):
        held = control.find(f"{W}sdtContent")
        if held is not None and not len(held):
            _take_out(control)
    for cell in root.iter(f"{W}tc"):
        if _last_block(cell) != "p":
            cell.append(cell.makeelement(f"{W}p"))
    for holder in root.iter(f"{W}txbxContent", f"{W}footnote", f"{W}endnote", f"{W}hdr", f"{W}ftr"):
        if _last_block(holder) != "p":
            holder.append(holder.makeelement(f"{W}p"))


def drop_empty_sections(root: _Element) -> None:
    """Sections of pages from which everything fell away would print as empty sheets."""
    body = root.find(f"{W}body")
    last = None if body is None else body.find(f"{W}sectPr")
    if body is None or last is None:
        return
    sections: list[list[_Element]] = [[]]
    for child in body:
        sections[-1].append(child)
        if child.find(f"{W}pPr/{W}sectPr") is not None:
            sections.append([])
    *before, end = sections
    for section in before:
        if _is_empty(section) and section is not before[0]:
            for element in section:
                body.remove(element)
    kept = [section for section in before if section[-1].getparent() is body]
    if _is_empty(end) and kept:
        closing = kept[-1][-1]
        held = closing.find(f"{W}pPr/{W}sectPr")
        assert held is not None
        for element in end:
            body.remove(element)
        body.append(held)
        if _is_empty([closing]):
            body.remove(closing)


def _is_empty(section: Iterable[_Element]) -> bool:
    """No words and nothing drawn; a paragraph that only ends the section counts for nothing."""
    return not any(
        next(one.iter(f"{W}t", f"{W}tbl", f"{W}drawing", f"{W}pict", f"{W}object"), None) is not None
        for one in section
        if tag(one) != "sectPr"
    )


def _last_block(holder: _Element) -> str:
    blocks = [tag(child) for child in holder if tag(child) in ("p", "tbl", "sdt", "customXml")]
    return "p" if blocks and blocks[-1] in ("sdt", "customXml") else (blocks[-1] if blocks else "")


def _take_out(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _merged_cells(table: _Element) -> None:
    """A cell that goes on from a cell above which is gone begins the merged cells anew."""
    above: set[int] = set()
    for row in table.iter(f"{W}tr"):
        if next(row.iterancestors(f"{W}tbl"), None) is not table:
            continue
        here: set[int] = set()
        column = 0
        for cell in row.iterchildren(f"{W}tc"):
            shape = cell.find(f"{W}tcPr")
            merge = None if shape is None else shape.find(f"{W}vMerge")
            span = None if shape is None else shape.find(f"{W}gridSpan")
            if merge is not None:
                if merge.get(f"{W}val") != "restart" and column not in above:
                    merge.set(f"{W}val", "restart")
                here.add(column)
            column += _number(span, 1)
        above = here


def _number(element: _Element | None, usual: int, name: str = "val") -> int:
    """An attribute that is a number in every sound file."""
    said = "" if element is None else element.get(f"{W}{name}") or ""
    return int(said) if said.isascii() and said.isdigit() else usual


class Notes:
    """Footnotes and endnotes: every letter and every repeated row refers to notes of its own."""

    def __init__(self, kind: str, root: _Element) -> None:
        """`kind`: "footnote" or "endnote"; `root`: the part with the notes as first filled."""
        self.kind = kind
        self.root = root
        self.used: set[str] = set()
        identities = [_number(note, 0, "id") for note in root]
        self.next = count(max([0, *identities]) + 1)

    def give(self, part: Iterable[_Element], notes: _Element) -> None:
        """The references among those elements that another one uses already get copies from `notes`."""
        known = {note.get(f"{W}id"): note for note in notes}
        for element in part:
            for reference in element.iter(f"{W}{self.kind}Reference"):
                old = reference.get(f"{W}id") or ""
                if old not in self.used or old not in known:
                    self.used.add(old)
                    continue
                new = str(next(self.next))
                note = copy.deepcopy(known[old])
                note.set(f"{W}id", new)
                self.root.append(note)
                reference.set(f"{W}id", new)
