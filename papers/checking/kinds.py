"""The papers that one Word file holds, each with its components."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from papers.checking import feet, heads, vocabulary
from papers.checking.feet import Feet
from papers.checking.heads import Parts
from papers.checking.lines import cut
from papers.checking.reading import File, Para
from rules.dates import parse_date

YEAR = re.compile(r"\bnam\s+((?:19|20)\d\d)\W*$")
WRITTEN = re.compile(r"(?:thang\s*(?P<m>\d{1,2})\s+)?(?:\S+\s+)??nam\s*(?P<y>\d{4})\b")
TITLES = (vocabulary.PARTY_TITLE, vocabulary.STATE_TITLE)
NEAR = 12  # lines of a page in which its title stands: a long name breaks into many on a small sheet


@dataclass
class Paper:
    """One paper of a file; `number` counts from 1."""

    number: int
    paras: list[Para]
    parts: Parts
    feet: Feet
    sections: tuple[int, ...]

    @property
    def body(self) -> list[Para]:
        """Running text, without tables, letterhead, foot and appendices."""
        return self.feet.body

    @property
    def day(self) -> date | None:
        """The day beside the place name; None where it is blank, impossible or not there."""
        line = self.parts.place_date
        if line is None:
            return None
        words = line.plain.rstrip(" .").rpartition("ngay ")
        try:
            return parse_date(f"ngày {words[2]}" if words[1] else line.plain.rpartition(",")[2])
        except ValueError:
            return None

    @property
    def last_day(self) -> date | None:
        """The last day of the year beside the place name: it tells the form where the day cannot be read."""
        line = self.parts.place_date
        year = YEAR.search(line.plain) if line is not None else None
        return date(int(year[1]), 12, 31) if year else None

    @property
    def about(self) -> date | None:
        """The day, or the last one of the month or the year where only those are written."""
        line = self.parts.place_date
        if self.day is not None or line is None:
            return self.day
        found = WRITTEN.search(line.plain)
        if found is None:
            return None
        year, month = int(found["y"]), int(found["m"] or 12)
        if not (1 <= month <= 12 and year):
            return None
        return date(year, month, calendar.monthrange(year, month)[1])


def papers(file: File) -> list[Paper]:
    """Each paper begins on a new page with its own letterhead; what follows without one belongs to it."""
    found = []
    for number, paras in enumerate(_parted(file.paras), 1):
        parts = heads.recognise(paras)
        below = feet.recognise(parts.body)
        sections = tuple(dict.fromkeys(para.section for para in paras))
        found.append(Paper(number, paras, parts, below, sections or (0,)))
    return found


def _parted(paras: Sequence[Para]) -> Iterator[list[Para]]:
    starts = [0]
    fresh, near, titled, above = 0, 0, False, ""
    for position, para in enumerate(paras):
        if position and _turns(paras[position - 1], para):
            fresh, near = position, 0
        for line in cut(para):
            near += 1
            plain, above = line.plain.strip(" ."), f"{above} {line.plain}"
            title = plain in TITLES or above == vocabulary.STATE_TITLE  # which a small sheet breaks in two
            above = line.plain
            if title and titled and near <= NEAR and fresh > starts[-1]:
                starts.append(fresh)
            titled |= title
    yield from (list(paras[start:end]) for start, end in zip(starts, [*starts[1:], None], strict=True))


def _turns(before: Para, para: Para) -> bool:
    """Whether the paragraph begins a new page."""
    if para.section != before.section or para.layout.new_page:
        return True
    return before.text.endswith("\f") or para.text.startswith("\f")
