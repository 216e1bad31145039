"""Which column of a workbook holds what: its headings matched with the columns that each kind takes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from rules.column_words import IGNORED, NEEDED, Wanted
from rules.column_words import KINDS as WANTED
from rules.text import clean, fold

KINDS = tuple(WANTED)
PARTED = re.compile(r"\s+[—–-]\s+|\s*[\r\n]+\s*")  # a heading over another one: "Năm sinh — Nam"
LONGEST = 300  # letters of a heading that are looked at
# Words that say nothing alone: as a part of a longer heading they are no sign.
WEAK = {"so", "ho", "ten", "ky", "loai", "cap", "thuoc", "nam", "nu", "co", "du", "han", "di", "vang", "mat"}


@dataclass(frozen=True)
class Mapping:
    """Key of a wanted column → index of the sheet's column; `unsure`: keys to be looked at by the clerk."""

    columns: dict[str, int] = field(default_factory=dict)
    unsure: frozenset[str] = frozenset()

    def key_of(self, column: int) -> str:
        """What the column was taken for; "" for nothing."""
        return next((key for key, place in self.columns.items() if place == column), "")


def wanted(kind: str) -> tuple[Wanted, ...]:
    """The columns that rows of this kind may bring."""
    return WANTED[kind]


def label(kind: str, key: str) -> str:
    return next(each.label for each in WANTED[kind] if each.key == key)


def level(heading: str) -> str:
    """A heading without marks, signs and line ends: "Họ, tên\\nđại biểu" is "ho ten dai bieu"."""
    return " ".join(re.findall(r"[^\W_]+", fold(clean(heading[:LONGEST]))))


def match(kind: str, headings: Sequence[str]) -> Mapping:
    """The columns by their headings: word for word first, then by the longest known words in a heading."""
    exact, ignored = _known(kind)
    levelled = [level(heading or "") for heading in headings]
    chosen: dict[str, int] = {}
    left = []
    for place, words in enumerate(levelled):
        key = exact.get(words, "")
        if key == "full_name" and chosen.get(key) == place - 1:  # one heading over the two parts of a name
            chosen["family"], chosen["given"] = chosen.pop(key), place
        elif key and key not in chosen:
            chosen[key] = place
        elif words and words not in ignored and not key:
            left.append(place)
    unsure = frozenset(_match_parts(kind, [headings[place] for place in left], left, chosen))
    return Mapping(chosen, unsure)


def _match_parts(kind: str, headings: list[str], places: list[int], chosen: dict[str, int]) -> list[str]:
    """Longer headings that hold a known one; the longest words win. Fills `chosen`, gives the keys."""
    exact, ignored = _known(kind)
    found = []
    for place, heading in zip(places, headings, strict=True):
        for weight, words in _parts(heading):
            key = exact.get(words, "")
            if key:
                found.append((weight, -place, key))
                break
            if words in ignored:
                break
    unsure = []
    for _, place, key in sorted(found, reverse=True):
        if key not in chosen and -place not in chosen.values():
            chosen[key] = -place
            unsure.append(key)
    return unsure


def _parts(heading: str) -> list[tuple[int, str]]:
    """Runs of words of a heading, the longest first, with their weights; a lower heading before an upper."""
    pieces = [level(piece) for piece in reversed(PARTED.split(heading[:LONGEST]))]
    runs = []
    for piece in dict.fromkeys([level(heading), *pieces]):
        words = piece.split()[:12]
        for size in range(len(words), 0, -1):
            for start in range(len(words) - size + 1):
                run = " ".join(words[start : start + size])
                if run not in WEAK or run == piece:
                    runs.append((size, run))
    return sorted(dict.fromkeys(runs), key=lambda run: -run[0])


@cache
def _known(kind: str) -> tuple[dict[str, str], frozenset[str]]:
    """Levelled heading → key, and the headings of columns that are not taken."""
    exact: dict[str, str] = {}
    for column in WANTED[kind]:
        for heading in (column.label, *column.headings):
            exact.setdefault(level(heading), column.key)
    return exact, frozenset(level(heading) for heading in IGNORED)


def choose(mapping: Mapping, column: int, key: str) -> Mapping:
    """The mapping corrected by hand: the column is taken for `key`, "" for nothing."""
    columns = {name: place for name, place in mapping.columns.items() if place != column and name != key}
    if key:
        columns[key] = column
    return replace(mapping, columns=columns, unsure=mapping.unsure & columns.keys() - {key})


def problems(kind: str, mapping: Mapping) -> list[str]:
    """Why nothing can be taken with this mapping; empty where it can."""
    if any(key in mapping.columns for key in NEEDED[kind]):
        return []
    names = " hoặc ".join(f"“{label(kind, key)}”" for key in NEEDED[kind])
    return [f"Không thấy cột {names}."]


def layout_key(headings: Sequence[str]) -> str:
    """The same for all workbooks whose columns bear the same headings in the same order."""
    whole = "\n".join(level(heading or "") for heading in headings)
    return hashlib.sha256(whole.encode()).hexdigest()[:16]


def letter(column: int) -> str:
    """The name Excel gives to a column, the first being 0: "A", "Z", "AA"."""
    name, left = "", column + 1
    while left:
        left, place = divmod(left - 1, 26)
        name = chr(ord("A") + place) + name
    return name
