"""The marks that automatic numbering of somebody's Word file sets before paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from papers.checking.layouts import Props, line_props
from papers.checking.looks import Looks
from papers.docx_elements import W, find, value

if TYPE_CHECKING:
    from lxml.etree import _Element

ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
PLACE = re.compile(r"%([1-9])")
BULLETS = {"\uf0b7": "•", "\uf02d": "-", "\uf0a7": "▪", "\uf0fc": "✓", "–": "–"}
LARGEST = 3999  # beyond it no roman figures are written


@dataclass(frozen=True)
class Level:
    """One level of a list: how it counts, what it writes, how its paragraphs lie."""

    kind: str
    words: str  # "%1." and the like
    start: int
    lines: Props


class Numbering:
    """Counts the numbered paragraphs of one file in reading order."""

    def __init__(self, root: _Element | None, looks: Looks) -> None:
        self._levels: dict[tuple[str, int], Level] = {}
        self._owner: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is not None:
            self._read(root, looks)

    def _read(self, root: _Element, looks: Looks) -> None:
        kept = {value(one, "abstractNumId"): one for one in root.iter(f"{W}abstractNum")}
        lists = list(root.iter(f"{W}num"))
        owners = {value(one, "numId"): value(find(one, "abstractNumId")) for one in lists}
        for one in lists:
            identity = value(one, "numId")
            owner = owners[identity]
            linked = value(find(kept.get(owner), "numStyleLink"))
            if linked in looks.styles:
                owner = owners.get(looks.styles[linked].lines.get("list", ""), owner)
            self._owner[identity] = owner
            whole = kept.get(owner)
            levels = [] if whole is None else whole.findall(f"{W}lvl")
            levels += one.findall(f"{W}lvlOverride/{W}lvl")
            for level in levels:
                place = value(level, "ilvl")
                if place.isdecimal():
                    self._levels[identity, int(place)] = _level(level)

    def lines(self, number: tuple[str, int]) -> Props:
        """How paragraphs of that list and level lie."""
        level = self._levels.get(number)
        return level.lines if level else {}

    def label(self, number: tuple[str, int]) -> str:
        """The mark of the next paragraph of that list and level; "" where there is none."""
        level = self._levels.get(number)
        if level is None:
            return ""
        if level.kind == "bullet":
            return BULLETS.get(level.words, level.words)
        counts = self._counts.setdefault(self._owner[number[0]], {})
        counts[number[1]] = counts.get(number[1], level.start - 1) + 1
        for deeper in [place for place in counts if place > number[1]]:
            del counts[deeper]
        return PLACE.sub(lambda found: self._count(number[0], int(found[1]) - 1, counts), level.words)

    def _count(self, identity: str, place: int, counts: dict[int, int]) -> str:
        level = self._levels.get((identity, place))
        return written(counts.get(place, level.start if level else 1), level.kind if level else "decimal")


def _level(element: _Element) -> Level:
    start = value(find(element, "start"))
    return Level(
        value(find(element, "numFmt")) or "decimal",
        value(find(element, "lvlText")),
        int(start) if start.isdecimal() else 1,
        line_props(find(element, "pPr")),
    )


def written(number: int, kind: str) -> str:
    """A count as figures, letters or roman figures."""
    if kind in ("upperRoman", "lowerRoman") and 0 < number <= LARGEST:
        words = ""
        for worth, letters in ROMAN:
            words += letters * (number // worth)
            number %= worth
        return words if kind == "upperRoman" else words.lower()
    if kind in ("upperLetter", "lowerLetter") and 0 < number <= LARGEST:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if kind == "lowerLetter" else letter.upper()
    if kind == "decimalZero":
        return f"{number:02d}"
    return "" if kind == "none" else str(number)
