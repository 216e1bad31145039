"""Drawn lines and text boxes of somebody's Word file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from papers.checking.layouts import MM_IN_POINT
from papers.checking.package import points, tag

if TYPE_CHECKING:
    from lxml.etree import _Element

EMU_IN_MM = 36000
THIN = 1.0  # mm; a flatter shape is a line
SHORTEST = 3.0  # mm of a line that parts anything
PIXEL = 72 / 96  # pt of a measure without unit in old drawings
STRAIGHT = ("line", "straightConnector1")
OLD_SHAPES = {"shape", "rect", "roundrect"}


@dataclass(frozen=True)
class Stroke:
    """A drawn line: mm of its length, its middle from the left edge of the column it is in; None unknown."""

    length: float | None
    middle: float | None
    solid: bool = True


@dataclass(frozen=True)
class Frame:
    """Where a drawing stands, in mm; `align` is "left", "center", "right" or "" where `left` tells."""

    width: float | None
    left: float | None
    align: str = ""
    anchor: str = "column"  # what `left` and `align` count from


@dataclass(frozen=True)
class Box:
    """A text box with its paragraphs."""

    frame: Frame
    content: _Element


def drawn(element: _Element) -> tuple[list[Stroke], list[Box], bool]:
    """Lines, text boxes, and whether anything else is drawn, of one w:drawing, w:pict or w:object."""
    if tag(element) == "drawing":
        return _new(element)
    return _old(element)


def _new(element: _Element) -> tuple[list[Stroke], list[Box], bool]:
    strokes: list[Stroke] = []
    boxes: list[Box] = []
    other = False
    for holder in element:
        if tag(holder) not in ("anchor", "inline"):
            continue
        frame = _frame(holder)
        content = next(walk(holder, "txbxContent"), None)
        if content is not None:
            boxes += [Box(frame, one) for one in walk(holder, "txbxContent")]
            continue
        extent = next((child for child in holder if tag(child) == "extent"), None)
        height = 0.0 if extent is None else _number(extent.get("cy")) / EMU_IN_MM
        kinds = {shape.get("prst", "") for shape in walk(holder, "prstGeom")}
        if kinds & set(STRAIGHT) or (height <= THIN and (frame.width or 0) >= SHORTEST):
            dashes = {one.get("val", "solid") for one in walk(holder, "prstDash")}
            strokes.append(Stroke(frame.width, _middle(frame), not dashes - {"solid"}))
        else:
            other = True
    return strokes, boxes, other


def _frame(holder: _Element) -> Frame:
    extent = next((child for child in holder if tag(child) == "extent"), None)
    width = None if extent is None else _number(extent.get("cx")) / EMU_IN_MM
    place = next((child for child in holder if tag(child) == "positionH"), None)
    if place is None:
        return Frame(width, None)
    anchor = place.get("relativeFrom", "column")
    for child in place:
        if tag(child) == "posOffset":
            return Frame(width, _number(child.text) / EMU_IN_MM, "", anchor)
        if tag(child) == "align":
            return Frame(width, None, (child.text or "").strip(), anchor)
    return Frame(width, None, "", anchor)


def _middle(frame: Frame) -> float | None:
    if frame.left is None or frame.width is None or frame.anchor not in ("column", "margin"):
        return None
    return frame.left + frame.width / 2


def _old(element: _Element) -> tuple[list[Stroke], list[Box], bool]:
    strokes: list[Stroke] = []
    boxes: list[Box] = []
    other = False
    for shape in walk(element, "line", *OLD_SHAPES):
        look = _css(shape.get("style", ""))
        left = _length(look.get("margin-left", look.get("left", "")))
        align = look.get("mso-position-horizontal", "")
        anchor = look.get("mso-position-horizontal-relative", "column").replace("text", "column")
        frame = Frame(_length(look.get("width", "")), left, align if align != "absolute" else "", anchor)
        content = next(walk(shape, "txbxContent"), None)
        height = _length(look.get("height", ""))
        connects = "_t32" in shape.get("type", "") or _named(shape, "connectortype") == "straight"
        dashed = any(one.get("dashstyle", "solid") != "solid" for one in walk(shape, "stroke"))
        if content is not None:
            boxes.append(Box(frame, content))
        elif tag(shape) == "line":
            ends = [_length(shape.get(end, "0").partition(",")[0]) for end in ("from", "to")]
            start, end = ends
            known = start is not None and end is not None
            length = abs((end or 0) - (start or 0)) if known else None
            middle = ((end or 0) + (start or 0)) / 2 if known else None
            strokes.append(Stroke(length, middle, not dashed))
        elif connects or (height is not None and height <= THIN and (frame.width or 0) >= SHORTEST):
            strokes.append(Stroke(frame.width, _middle(frame), not dashed))
        else:
            other = True
    return strokes, boxes, other


def walk(element: _Element, *names: str) -> Iterator[_Element]:
    """Descendants of those names; what older programs would show instead, and boxes in boxes, left out."""
    for child in element:
        if tag(child) == "Fallback":
            continue
        if tag(child) in names:
            yield child
        if tag(child) != "txbxContent":
            yield from walk(child, *names)


def _css(style: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in style.split(";"))
    return {name.strip().lower(): words.strip() for name, _, words in pairs}


def _length(words: str) -> float | None:
    found = points(words, PIXEL)
    return None if found is None else found * MM_IN_POINT


def _named(element: _Element, name: str) -> str:
    """An attribute whatever its namespace."""
    return next((str(at) for key, at in element.attrib.items() if str(key).endswith(f"}}{name}")), "")


def _number(words: str | None) -> float:
    return float(words) if words and re.fullmatch(r"\s*-?\d{1,12}\s*", words) else 0.0
