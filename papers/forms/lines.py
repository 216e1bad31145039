"""On which line of a TOML text a value stands."""

from __future__ import annotations

import re
from collections.abc import Iterable

Way = tuple[str | int, ...]
NAME = r'(?:"[^"]*"|[\w-]+)'
HEADER = re.compile(rf"\s*(\[\[?)\s*({NAME}(?:\s*\.\s*{NAME})*)\s*\]")
KEY = re.compile(rf"\s*({NAME}(?:\s*\.\s*{NAME})*)\s*=")
ITEM = re.compile(r"\s*\{")
STEP = re.compile(NAME)


class Lines:
    """The lines of keys, tables and of the members of a row that begin a line."""

    def __init__(self, text: str) -> None:
        rows = text.split("\n")
        self.last = max(len(rows) - (not rows[-1]), 1)
        self._lines: dict[Way, int] = {}
        table: Way = ()
        key: Way = ()
        for number, row in enumerate(rows, 1):
            if header := HEADER.match(row):
                table = key = self._table(_steps(header[2]), header[1] == "[[", number)
            elif found := KEY.match(row):
                key = (*table, *_steps(found[1]))
                self._lines.setdefault(key, number)
            elif ITEM.match(row):
                self._lines[(*key, self._count(key))] = number

    def _table(self, steps: Way, repeated: bool, number: int) -> Way:
        way = (*steps, self._count(steps)) if repeated else steps
        for length in range(1, len(way) + 1):
            self._lines.setdefault(way[:length], number)
        return way

    def _count(self, way: Way) -> int:
        return sum(1 for one in self._lines if one[:-1] == way and isinstance(one[-1], int))

    def of(self, ways: Iterable[Way]) -> int:
        """The line of the longest known beginning among the ways, of the first way where several tie."""
        best = max(ways, key=lambda way: len(self._known(way)))
        return self._lines.get(self._known(best), 1)

    def _known(self, way: Way) -> Way:
        lengths = range(len(way), 0, -1)
        return next((way[:length] for length in lengths if way[:length] in self._lines), ())


def _steps(words: str) -> Way:
    return tuple(step.strip('"') for step in STEP.findall(words))
