"""Where a paragraph of a Word file stands, in the words of whoever looks at the page."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from papers.docx_elements import R, W, tag

if TYPE_CHECKING:
    from lxml.etree import _Element

    from papers.template.package import Package

WHOLE = "cả tệp"
SHEETS = {"first": " của trang đầu", "even": " của trang chẵn"}
STORIES = {"header": "đầu trang", "footer": "chân trang"}
NOTES = {"footnote": "chú thích cuối trang", "endnote": "chú thích cuối văn bản"}
LINKED = {"header": "headerReference", "footer": "footerReference"}


def places(package: Package, name: str, kind: str) -> dict[_Element, str]:
    """The place of every paragraph of one part: “đoạn 5”, “bảng 2, hàng 1, ô 3”, “đầu trang, đoạn 1”."""
    root = package.tree(name)
    found: dict[_Element, str] = {}
    if kind == "body":
        body = root.find(f"{W}body")
        _walk(root if body is None else body, "", Counter(), found)
    elif kind in STORIES:
        where = STORIES[kind] + SHEETS.get(_sheet(package, name, kind), "")
        _walk(root, f"{where}, ", Counter(), found)
    else:
        for note in root:
            where = f"{NOTES.get(tag(note), kind)} {note.get(f'{W}id')}"
            _walk(note, f"{where}, ", Counter(), found)
    return found


def _sheet(package: Package, name: str, kind: str) -> str:
    identity = next((one for _, to, one in package.links(package.main) if to == name), "")
    references = package.tree(package.main).iter(f"{W}{LINKED[kind]}")
    return next((one.get(f"{W}type") or "" for one in references if one.get(f"{R}id") == identity), "")


def _walk(parent: _Element, before: str, counted: Counter[str], found: dict[_Element, str]) -> None:
    for child in parent:
        name = tag(child)
        if name == "p":
            counted["p"] += 1
            found[child] = f"{before}đoạn {counted['p']}"
            _boxes(child, found)
        elif name == "tbl":
            counted["tbl"] += 1
            _table(child, f"{before}bảng {counted['tbl']}", found)
        elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"):
            _walk(child, before, counted, found)


def _boxes(paragraph: _Element, found: dict[_Element, str]) -> None:
    """Both copies of a text box, as it is and for older programs."""
    for box in paragraph.iter(f"{W}txbxContent"):
        if next(box.iterancestors(f"{W}p"), None) is paragraph:
            _walk(box, f"{found[paragraph]}, hộp chữ, ", Counter(), found)


def _table(table: _Element, where: str, found: dict[_Element, str]) -> None:
    rows = [row for row in table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl"), None) is table]
    for number, row in enumerate(rows, 1):
        cells = [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr"), None) is row]
        for place, cell in enumerate(cells, 1):
            own = f"{where}, hàng {number}, ô {place}"
            inside: dict[_Element, str] = {}
            _walk(cell, f"{own}, ", Counter(), inside)
            alone = sum(1 for one in cell if tag(one) in ("p", "tbl", "sdt")) == 1
            found.update(
                {one: own if alone and words == f"{own}, đoạn 1" else words for one, words in inside.items()}
            )
