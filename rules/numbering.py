"""Numbers of papers: which papers count together, from when to when, what is missing or held twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from rules.dates import show_date
from rules.fields import Choice
from rules.numbers import two_digits
from rules.text import fold

CONGRESS_SYMBOL = "ĐH"  # of a congress and its organs (05-HD/VPTW I.3.1.2b)
DECISIONS = ("Quyết định", "Quy định")  # one code, by default one series
USED, RESERVED, ANNULLED, SKIPPED = "used", "reserved", "annulled", "skipped"
LARGEST = 999_999  # as rules.meetings.PAPER_FIELDS lets a number be typed
LONG_RUN = 50  # skipped numbers in a row that one line tells together: a slip of the hand, no lost papers
STATES = (
    Choice(USED, "Đã cấp"),
    Choice(RESERVED, "Giữ trước"),
    Choice(ANNULLED, "Đã hủy"),
    Choice(SKIPPED, "Số bỏ trống"),
)

# Papers of a congress itself; those that call it or follow it up are its committee's, since the common
# series runs from the opening of the preparatory session to the closing (36-HD/VPTW II.1.3, 05-HD/VPTW
# I.3.1.1a) and a congress issues no thông tri, tờ trình, giấy mời.
CONGRESS_PAPERS = ("minutes", "resolution", "notice", "conclusion", "report")


class Term(NamedTuple):
    """One term of a committee; None: not known, or not over."""

    name: str
    since: date | None = None
    until: date | None = None


class Period(NamedTuple):
    """From when to when numbers go up, both days included; None: open."""

    label: str  # "Nhiệm kỳ 2015 - 2020", "Năm 2019", the title of a congress
    since: date | None = None
    until: date | None = None

    def holds(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Series(NamedTuple):
    """Papers that are numbered together; no types: every type of one congress."""

    unit: int | None  # who issues them; None: a unit that is gone
    symbol: str  # "ĐUK"
    types: tuple[str, ...]
    period: Period
    congress: int | None = None  # the meeting, while it is kept

    @property
    def title(self) -> str:
        """ "Thông báo · ĐUK · Nhiệm kỳ 2015 - 2020"."""
        kinds = ", ".join(self.types) or "Mọi loại văn bản"
        return " · ".join(part for part in (kinds, self.symbol, self.period.label) if part)


class Options(NamedTuple):
    """How an office numbers; the guidance is per term, older habits are per year."""

    by_year: tuple[str, ...] = ()  # types numbered anew each year
    office_by_year: bool = False  # the office's own papers (VPĐUK) numbered anew each year
    decisions_apart: bool = False  # Quyết định and Quy định each with a series of its own
    state: bool = False  # a body under Nghị định 30: every 1 January


def is_congress(meeting_type: str) -> bool:
    """Whether a type of meeting is a congress: "Đại hội đảng viên", "Đại hội đại biểu"."""
    return fold(meeting_type).startswith("dai hoi")


def of_congress(kind: str, meeting_type: str) -> bool:
    """Whether this paper (a key of rules.papers) is issued by the congress itself."""
    return is_congress(meeting_type) and kind in CONGRESS_PAPERS


def congress_name(meeting_type: str, organization: str, ordinal: str) -> str:
    """As its letterhead names it: "Đại hội đại biểu Đảng bộ tỉnh Mẫu lần thứ XVI" (05-HD/VPTW I.2.1.1)."""
    tail = f" lần thứ {ordinal}" if ordinal else ""
    return f"{meeting_type} {organization}{tail}"


def types_with(type_name: str, options: Options = Options()) -> tuple[str, ...]:  # noqa: B008 - a constant
    """The types whose papers are numbered together with this one."""
    return DECISIONS if type_name in DECISIONS and not options.decisions_apart else (type_name,)


def is_by_year(type_name: str, of_office: bool, options: Options) -> bool:
    """Whether numbers of this type begin anew each year; `of_office`: issued by the office (Văn phòng)."""
    yearly = any(name in options.by_year for name in types_with(type_name, options))
    return options.state or (of_office and options.office_by_year) or yearly


def year_of(day: date) -> Period:
    return Period(f"Năm {day.year}", date(day.year, 1, 1), date(day.year, 12, 31))


def term_on(day: date, terms: Iterable[Term]) -> Term | None:
    """The term of that day with the days it really has; None outside every term."""
    return next((term for term in _bounded(terms) if Period("", term.since, term.until).holds(day)), None)


def _bounded(terms: Iterable[Term]) -> list[Term]:
    """In their order; each ends at the latest on the day before the next begins."""
    known = sorted(terms, key=lambda term: term.since or date.min)
    bounded = []
    for place, term in enumerate(known):
        follower = known[place + 1].since if place + 1 < len(known) else None
        before_next = follower - timedelta(days=1) if follower else None
        ends = [end for end in (term.until, before_next) if end]
        bounded.append(term._replace(until=min(ends) if ends else None))
    return bounded


def term_of(day: date, terms: Sequence[Term], unnamed: str = "") -> Period:
    """The term of that day; without terms one without end, named `unnamed`.

    Days outside every term make periods of their own, so that no number of theirs is mixed in.
    """
    if not terms:
        return Period(f"Nhiệm kỳ {unnamed}".strip())
    term = term_on(day, terms)
    if term:
        return Period(f"Nhiệm kỳ {term.name}", term.since, term.until)
    bounded = _bounded(terms)
    last = max((one.until for one in bounded if one.until and one.until < day), default=None)
    first = min((one.since for one in bounded if one.since and one.since > day), default=None)
    return _between(last, first)


def _between(last: date | None, first: date | None) -> Period:
    since = last + timedelta(days=1) if last else None
    until = first - timedelta(days=1) if first else None
    words = [f"từ {show_date(since)}"] if since else []
    words += [f"đến {show_date(until)}"] if until else []
    return Period(" ".join(("Ngoài nhiệm kỳ", *words)), since, until)


def overlaps(term: Term, others: Iterable[Term]) -> Term | None:
    """The first of the others that shares a day with the term although it ends by its own words.

    A term without an end ends where the next begins.
    """
    since, until = term.since or date.min, term.until or term.since or date.min
    for other in others:
        first, last = other.since or date.min, other.until or other.since or date.min
        if since <= last and first <= until:
            return other
    return None


def next_number(taken: Iterable[int]) -> int:
    """One above the highest taken, annulled and reserved ones too; 1 at the start of a period."""
    return max(taken, default=0) + 1


def gaps(taken: Iterable[int], from_one: bool = True) -> tuple[int, ...]:
    """Numbers that nothing holds below the highest taken.

    `from_one` False: a register begun in the middle of a period tells nothing below its first number.
    """
    there = set(taken)
    first = 1 if from_one else min(there, default=1)
    return tuple(number for number in range(first, max(there, default=0)) if number not in there)


def duplicates(taken: Iterable[int]) -> tuple[int, ...]:
    """Numbers held more than once, the lowest first."""
    return tuple(sorted(number for number, count in Counter(taken).items() if count > 1))


def shown(numbers: Sequence[int]) -> str:
    """ "03, 05–07, 12": a long run by its ends."""
    return ", ".join(_run(run) for run in runs(numbers))


def runs(numbers: Iterable[int]) -> list[list[int]]:
    """The numbers in their order, cut wherever one is left out."""
    parts: list[list[int]] = []
    for number in sorted(set(numbers)):
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return parts


def _run(run: list[int]) -> str:
    if len(run) < 3:
        return ", ".join(two_digits(number) for number in run)
    return f"{two_digits(run[0])}–{two_digits(run[-1])}"
