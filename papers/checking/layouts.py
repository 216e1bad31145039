"""How the paragraphs of somebody's Word file really lie, all layers of formatting taken together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from papers.checking.package import mm, points
from papers.docx_elements import find, is_on, tag, value

if TYPE_CHECKING:
    from lxml.etree import _Element

Props = dict[str, Any]

MM_IN_POINT = 25.4 / 72
AUTOMATIC_SPACE = 14.0  # pt that Word sets for automatic space before and after
LINE_UNIT = 12.0  # pt of a line in spacing counted by lines
SIDES = {"start": "left", "end": "right"}
ALIGNS = {"start": "left", "end": "right", "distribute": "both", "thaiDistribute": "both"}


@dataclass(frozen=True)
class Layout:
    """How a paragraph lies; mm for indents and tabs, pt for spacing."""

    align: str = "left"  # left, center, right, both
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0  # of the first line beyond `left`, negative when hanging
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0  # lines for "auto", else pt
    rule: str = "auto"  # auto, exact, atLeast
    contextual: bool = False  # no space between neighbours of the same style
    new_page: bool = False
    keep_next: bool = False  # on the page of what follows
    above: str = ""  # kind of the line above: "single", "dashed" …
    below: str = ""
    frame: tuple[str, ...] = ()  # of a framed paragraph: align, place in mm, anchor
    tabs: tuple[tuple[float, str], ...] = ()
    number: tuple[str, int] = ("", 0)  # list and level of automatic numbering


def merged(layers: Iterable[Props]) -> Props:
    """The layers one over the other; tab stops add up."""
    found: Props = {}
    for layer in layers:
        tabs = {**found.get("tabs", {}), **layer.get("tabs", {})}
        found.update(layer)
        if tabs:
            found["tabs"] = tabs
    return found


def line_props(element: _Element | None) -> Props:
    """What one w:pPr says, attribute by attribute."""
    found: Props = {}
    for child in () if element is None else element:
        name = tag(child)
        if name == "jc":
            found["jc"] = ALIGNS.get(value(child), value(child) or "left")
        elif name == "ind":
            found.update(_indents(child))
        elif name == "spacing":
            found.update(_spacing(child))
        elif name in ("contextualSpacing", "pageBreakBefore", "keepNext"):
            found[name] = is_on(child)
        elif name == "pBdr":
            found.update(above=_edge(child, "top"), below=_edge(child, "bottom"))
        elif name == "tabs":
            found["tabs"] = {value(one, "pos"): value(one) for one in child}
        elif name == "numPr":
            found.update(_numbering(child))
        elif name == "framePr":
            found["frame"] = (value(child, "xAlign"), value(child, "x"), value(child, "hAnchor"))
    return found


def _indents(element: _Element) -> Props:
    found: Props = {}
    for side in ("left", "start", "right", "end"):
        name = SIDES.get(side, side)
        if (given := mm(value(element, side))) is not None:
            found[name] = given
        if chars := value(element, f"{side}Chars"):
            found[f"{name}Chars"] = _hundredths(chars)
    for name, sign in (("firstLine", 1), ("hanging", -1)):
        if (given := mm(value(element, name))) is not None:
            found["first"] = sign * given
        if chars := value(element, f"{name}Chars"):
            found["firstChars"] = sign * _hundredths(chars)
    return found


def _spacing(element: _Element) -> Props:
    found: Props = {}
    for name in ("before", "after"):
        if (given := points(value(element, name))) is not None:
            found[name] = given
        if lines := value(element, f"{name}Lines"):
            found[f"{name}Lines"] = _hundredths(lines)
        if automatic := value(element, f"{name}Autospacing"):
            found[f"{name}Auto"] = automatic.lower() not in ("0", "false", "off")
    if (line := points(value(element, "line"))) is not None:
        found["rule"] = value(element, "lineRule") or "auto"
        found["line"] = line / 12 if found["rule"] == "auto" else line
    return found


def _numbering(element: _Element) -> Props:
    found: Props = {}
    if find(element, "numId") is not None:
        found["list"] = value(find(element, "numId"))
    if value(find(element, "ilvl")).isdecimal():
        found["level"] = int(value(find(element, "ilvl")))
    return found


def _edge(element: _Element, side: str) -> str:
    kind = value(find(element, side))
    return "" if kind in ("nil", "none") else kind


def _hundredths(text: str) -> float:
    return (points(text, 1.0) or 0.0) / 100


def layout(props: Props, character: float) -> Layout:
    """The sum of a paragraph's layers; `character` in pt for indents counted by characters."""
    each = character * MM_IN_POINT
    left = props["leftChars"] * each if props.get("leftChars") else props.get("left", 0.0)
    right = props["rightChars"] * each if props.get("rightChars") else props.get("right", 0.0)
    first = props["firstChars"] * each if props.get("firstChars") else props.get("first", 0.0)
    tabs = [(mm(place), kind) for place, kind in props.get("tabs", {}).items() if kind != "clear"]
    return Layout(
        align=props.get("jc", "left"),
        left=left,
        right=right,
        first=first,
        before=_space(props, "before"),
        after=_space(props, "after"),
        line=props.get("line", 1.0),
        rule=props.get("rule", "auto"),
        contextual=bool(props.get("contextualSpacing")),
        new_page=bool(props.get("pageBreakBefore")),
        keep_next=bool(props.get("keepNext")),
        above=props.get("above", ""),
        below=props.get("below", ""),
        frame=props.get("frame", ()),
        tabs=tuple(sorted((place, kind) for place, kind in tabs if place is not None)),
        number=(props.get("list", ""), props.get("level", 0)),
    )


def _space(props: Props, side: str) -> float:
    if props.get(f"{side}Auto"):
        return AUTOMATIC_SPACE
    lines = props.get(f"{side}Lines")
    return float(lines * LINE_UNIT if lines else props.get(side, 0.0))
