"""Tables of somebody's Word file: where each cell stands, its lines, what the table's style says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from papers.checking.layouts import Props, line_props, merged
from papers.checking.looks import Looks, Style
from papers.checking.package import mm
from papers.checking.spots import Spot
from papers.docx_elements import W, find, tag, value

if TYPE_CHECKING:
    from lxml.etree import _Element

HOLDERS = {"sdt", "sdtContent", "customXml", "ins", "moveTo"}
SEEN = ("left", "start", "right", "end", "insideV")  # lines that part columns make a ruled table
MARGIN = 2.03  # mm beside the words of a cell where nothing is said (ECMA-376 part 1, 17.4.42)
# Bits of w:tblLook's old form (ECMA-376 part 1, 17.4.56).
PARTS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100}
CONDITIONS = {
    "firstRow": "firstRow",
    "lastRow": "lastRow",
    "firstCol": "firstColumn",
    "lastCol": "lastColumn",
}


class Grids:
    """Numbers the tables of one file as they are met."""

    def __init__(self, looks: Looks) -> None:
        self.looks = looks
        self._numbers = count(1)

    def cells(self, element: _Element, around: Spot) -> Iterator[tuple[_Element, Spot, list[Props]]]:
        """Every cell with its place and with the words and lines of the table's style."""
        properties = find(element, "tblPr")
        chain = self.looks.chain(value(find(properties, "tblStyle")), "table")
        borders = _borders(chain, properties)
        margins = _margins(chain, properties)
        rows = list(_inside(element, "tr"))
        widths: list[float] = [
            mm(value(one, "w")) or 0.0 for one in element.findall(f"{W}tblGrid/{W}gridCol")
        ]
        whole = sum(widths)
        left = _left(properties, whole, around)
        table = replace(around, kind="cell", table=next(self._numbers), left=left)
        ruled = any(borders.get(side) for side in SEEN)
        asked = _asked(properties)
        for number, row in enumerate(rows):
            held = list(_inside(row, "tc"))
            place = _whole(value(find(row, "trPr", "gridBefore")))
            for position, cell in enumerate(held):
                width, span = _width(cell, widths, place, around.width / max(len(held), 1))
                parts = {
                    "firstRow": number == 0,
                    "lastRow": number == len(rows) - 1,
                    "firstCol": position == 0,
                    "lastCol": position == len(held) - 1,
                }
                own = _lines(find(cell, "tcPr", "tcBorders"))
                inner = {**margins, **_measured(find(cell, "tcPr", "tcMar"))}
                edge = left + (sum(widths[:place]) if widths else position * width)
                spot = replace(
                    table,
                    left=edge + inner["left"],
                    width=max(width - inner["left"] - inner["right"], 1.0),
                    between=(left, whole) if len(held) > 1 and whole and not around.table else None,
                    row=number,
                    cell=position,
                    ruled=any(own.get(side, ruled) for side in ("left", "right")),
                    edge=own.get(
                        "bottom", borders.get("insideH" if number < len(rows) - 1 else "bottom", "")
                    ),
                )
                yield cell, spot, self._style(chain, {name for name in parts if parts[name]} & asked)
                place += span

    def _style(self, chain: list[Style], parts: set[str]) -> list[Props]:
        words: Props = {}
        lines: list[Props] = []
        for style in chain:
            words.update(style.words)
            lines.append(style.lines)
            for part in style.element.findall(f"{W}tblStylePr") if parts else ():
                if value(part, "type") in parts:
                    words.update(self.looks.word_props(find(part, "rPr")))
                    lines.append(line_props(find(part, "pPr")))
        return [words, merged(lines)]


def _inside(element: _Element, name: str) -> Iterator[_Element]:
    """Rows or cells, those in content controls and kept insertions too."""
    for child in element:
        if tag(child) == name:
            yield child
        elif tag(child) in HOLDERS:
            yield from _inside(child, name)


def _borders(chain: list[Style], properties: _Element | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for style in chain:
        found.update(_lines(find(style.element, "tblPr", "tblBorders")))
    found.update(_lines(find(properties, "tblBorders")))
    return found


def _margins(chain: list[Style], properties: _Element | None) -> dict[str, float]:
    """mm beside the words of every cell."""
    found = {"left": MARGIN, "right": MARGIN}
    for style in chain:
        found.update(_measured(find(style.element, "tblPr", "tblCellMar")))
    return {**found, **_measured(find(properties, "tblCellMar"))}


def _measured(element: _Element | None) -> dict[str, float]:
    found = {}
    for child in () if element is None else element:
        side = {"start": "left", "end": "right"}.get(tag(child), tag(child))
        if (given := mm(value(child, "w"))) is not None:
            found[side] = given
    return found


def _lines(element: _Element | None) -> dict[str, str]:
    """Side → kind of line; "" for a side that has none."""
    rows = () if element is None else element
    found = {tag(one): "" if value(one) in ("nil", "none") else value(one) for one in rows}
    for new, old in (("start", "left"), ("end", "right")):
        if new in found:
            found[old] = found.pop(new)
    return found


def _left(properties: _Element | None, width: float, around: Spot) -> float:
    align = value(find(properties, "jc"))
    room = around.width - width
    if align == "center":
        return around.left + room / 2
    if align in ("right", "end"):
        return around.left + room
    return around.left + (mm(value(find(properties, "tblInd"), "w")) or 0.0)


def _width(cell: _Element, widths: list[float], place: int, share: float) -> tuple[float, int]:
    """mm that the cell takes, and how many columns of the grid."""
    span = max(_whole(value(find(cell, "tcPr", "gridSpan"))), 1)
    known = sum(widths[place : place + span])
    if not known:
        given = find(cell, "tcPr", "tcW")
        known = (mm(value(given, "w")) or 0.0) if value(given, "type") in ("", "dxa") else 0.0
    return known or share, span


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 4 else 0


def _asked(properties: _Element | None) -> set[str]:
    """Which special rows and columns of the style the table wants."""
    look = find(properties, "tblLook")
    if look is None:
        return set()
    bits = value(look)
    known = int(bits, 16) if bits and all(c in "0123456789abcdefABCDEF" for c in bits[:8]) else 0
    asked = set()
    for condition, name in CONDITIONS.items():
        written = value(look, name)
        if written.lower() in ("1", "true", "on") if written else known & PARTS[name]:
            asked.add(condition)
    return asked
