"""What of an office's Word file would reach out of the paper or run, named and taken out."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple

from papers.docx_elements import R, W, tag

if TYPE_CHECKING:
    from lxml.etree import _Element

    from papers.template.package import Package

# Relationships that reach out of the paper or carry something that runs.
HAZARDS = {
    "attachedTemplate": "Tệp gắn với một tệp mẫu Word ở nơi khác.",
    "image": "Hình liên kết tới một tệp ở ngoài.",
    "oleObject": "Có đối tượng nhúng của chương trình khác (OLE).",
    "control": "Có nút hay ô điều khiển ActiveX.",
    "subDocument": "Có văn bản con nằm ở tệp khác.",
    "aFChunk": "Có đoạn chèn nguyên tệp khác (HTML, RTF).",
    "frame": "Có khung lấy nội dung từ tệp khác.",
    "mailMergeSource": "Tệp còn nối với nguồn dữ liệu trộn thư.",
    "mailMergeHeaderSource": "Tệp còn nối với nguồn dữ liệu trộn thư.",
    "recipientData": "Tệp còn nối với nguồn dữ liệu trộn thư.",
}
CARRIED = {"oleObject", "control", "subDocument", "aFChunk", "frame"}  # refused inside the file as well
OUTSIDE = "Có liên kết tới một tệp ở ngoài."


class Hazard(NamedTuple):
    """Something that would reach out of the paper: where it goes, said for the clerk."""

    part: str
    identity: str
    kind: str
    target: str
    reason: str


def hazards(package: Package) -> list[Hazard]:
    """Everything that reaches out or runs; links that a reader clicks on are not among them."""
    found = []
    for name in list(package.parts):
        part = _owner(name)
        rows = package.tree(name) if part is not None else ()
        for row in rows:
            kind = row.get("Type", "").rpartition("/")[2]
            outside = row.get("TargetMode") == "External"
            if (outside and kind != "hyperlink") or kind in CARRIED:
                reason = HAZARDS.get(kind, OUTSIDE)
                found.append(Hazard(part or "", row.get("Id", ""), kind, row.get("Target", ""), reason))
    settings = package.settings_tree()
    if settings is not None and settings.find(f"{W}mailMerge") is not None:
        found.append(Hazard("", "", "mailMerge", "", HAZARDS["mailMergeSource"]))
    return found


def disarm(package: Package) -> None:
    """Take out everything that `hazards` names, with what points to it."""
    for one in hazards(package):
        if one.kind == "mailMerge":
            continue
        rows = package.relations(one.part)
        assert rows is not None
        for row in [row for row in rows if row.get("Id") == one.identity]:
            rows.remove(row)
        if one.part in package.parts:
            _unlink(package.tree(one.part), one.identity)
    settings = package.settings_tree()
    if settings is not None:
        for name in ("mailMerge", "attachedTemplate", "linkStyles"):
            for found in settings.findall(f"{W}{name}"):
                settings.remove(found)


def _owner(name: str) -> str | None:
    """The part whose relationships that part holds; None for other parts."""
    folder, _, file = name.rpartition("/")
    if not file.endswith(".rels") or posixpath.basename(folder) != "_rels":
        return None
    return posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))


def _unlink(root: _Element, identity: str) -> None:
    """Take out whatever points to the relationship; a picture keeps its place and loses its link."""
    for element in list(root.iter()):
        pointing = [
            key for key, value in element.attrib.items() if str(key).startswith(R) and value == identity
        ]
        if not pointing:
            continue
        parent = element.getparent()
        if tag(element) in ("blip", "imagedata", "hlinkClick") or parent is None:
            for key in pointing:
                del element.attrib[key]
        else:
            parent.remove(element)
