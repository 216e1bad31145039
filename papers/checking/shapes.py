"""Drawn lines and text boxes of somebody's Word file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from papers.checking.layouts import MM_IN_POINT
from papers.checking.package import points
from papers.docx_elements import tag

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
    top: float = 0.0
    down: str = "paragraph"  # what `top` counts from
    height: float = 0.0
    lined: bool = False  # an edge is drawn around it


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
        frame = frame_of(holder)
        content = next(walk(holder, "txbxContent"), None)
        if content is not None:
            boxes += [Box(frame, one) for one in walk(holder, "txbxContent")]
            continue
        extent = next((child for child in holder if tag(child) == "extent"), None)
        height = 0.0 if extent is None else number(extent.get("cy")) / EMU_IN_MM
        kinds = {shape.get("prst", "") for shape in walk(holder, "prstGeom")}
        if kinds & set(STRAIGHT) or (height <= THIN and (frame.width or 0) >= SHORTEST):
            dashes = {one.get("val", "solid") for one in walk(holder, "prstDash")}
            strokes.append(Stroke(frame.width, _middle(frame), not dashes - {"solid"}))
        else:
            other = True
    return strokes, boxes, other


def frame_of(holder: _Element) -> Frame:
    """Where a wp:anchor or a wp:inline stands."""
    extent = next((child for child in holder if tag(child) == "extent"), None)
    sides = ("cx", "cy")
    width, height = (None if extent is None else number(extent.get(side)) / EMU_IN_MM for side in sides)
    up = next((child for child in holder if tag(child) == "positionV"), None)
    offset = next((one for one in (() if up is None else up) if tag(one) == "posOffset"), None)
    made = Frame(
        width,
        None,
        top=0.0 if offset is None else number(offset.text) / EMU_IN_MM,
        down="paragraph" if up is None else up.get("relativeFrom", "paragraph"),
        height=height or 0.0,
        lined=_is_lined(holder),
    )
    place = next((child for child in holder if tag(child) == "positionH"), None)
    if place is None:
        return made
    made = replace(made, anchor=place.get("relativeFrom", "column"))
    for child in place:
        if tag(child) == "posOffset":
            return replace(made, left=number(child.text) / EMU_IN_MM)
        if tag(child) == "align":
            return replace(made, align=(child.text or "").strip())
    return made


def _is_lined(holder: _Element) -> bool:
    """A line with a colour of its own, or one from the theme that nothing takes away."""
    line = next(walk(holder, "ln"), None)
    if line is not None:
        return not any(tag(one) == "noFill" for one in line)
    return next(walk(holder, "lnRef"), None) is not None


def _middle(frame: Frame) -> float | None:
    if frame.left is None or frame.width is None or frame.anchor not in ("column", "margin"):
        return None
    return frame.left + frame.width / 2


def _old(element: _Element) -> tuple[list[Stroke], list[Box], bool]:
    strokes: list[Stroke] = []
    boxes: list[Box] = []
    other = False
    for shape in walk(element, "line", *OLD_SHAPES):
        look = css(shape.get("style", ""))
        left = length(look.get("margin-left", look.get("left", "")))
        align = look.get("mso-position-horizontal", "")
        anchor = look.get("mso-position-horizontal-relative", "column").replace("text", "column")
        content = next(walk(shape, "txbxContent"), None)
        height = length(look.get("height", ""))
        top = length(look.get("margin-top", look.get("top", ""))) or 0.0
        lined = shape.get("stroked", "t").lower() not in ("f", "false", "0")
        frame = Frame(
            length(look.get("width", "")), left, align if align != "absolute" else "", anchor, top,
            height=height or 0.0, lined=lined,
        )  # fmt: skip
        connects = "_t32" in shape.get("type", "") or _named(shape, "connectortype") == "straight"
        dashed = any(one.get("dashstyle", "solid") != "solid" for one in walk(shape, "stroke"))
        if content is not None:
            boxes.append(Box(frame, content))
        elif tag(shape) == "line":
            ends = [length(shape.get(end, "0").partition(",")[0]) for end in ("from", "to")]
            start, end = ends
            known = start is not None and end is not None
            reach = abs((end or 0) - (start or 0)) if known else None
            middle = ((end or 0) + (start or 0)) / 2 if known else None
            strokes.append(Stroke(reach, middle, not dashed))
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


def css(style: str) -> dict[str, str]:
    """The measures of an old drawing by their names."""
    pairs = (part.partition(":") for part in style.split(";"))
    return {name.strip().lower(): words.strip() for name, _, words in pairs}


def length(words: str) -> float | None:
    """mm of a measure of an old drawing."""
    found = points(words, PIXEL)
    return None if found is None else found * MM_IN_POINT


def _named(element: _Element, name: str) -> str:
    """An attribute whatever its namespace."""
    return next((str(at) for key, at in element.attrib.items() if str(key).endswith(f"}}{name}")), "")


def number(words: str | None) -> float:
    """A whole number as files write it; 0 for anything else."""
    return float(words) if words and re.fullmatch(r"\s*-?\d{1,12}\s*", words) else 0.0
