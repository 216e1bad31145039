"""How days, months, quarters, years and periods written in words become first and last days."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from rules.text import fold

FIRST_YEAR, LAST_YEAR = 1900, 2199
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}

DASH = r"\s*[/.-]\s*"
PARTS = r"(?P<part>dau|giua|cuoi)\s+"
DAY = re.compile(
    r"(?:(?:sang|trua|chieu|toi)\s+)?"
    r"(?:(?:thu\s+(?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)\s*,?\s*)?(?:ngay\s+)?"
    rf"(?:(?P<d>\d{{1,2}})(?P<sep>{DASH})(?P<m>\d{{1,2}})(?P=sep)(?P<y>\d{{4}})"
    r"|(?P<d2>\d{1,2})\s+thang\s+(?P<m2>\d{1,2})(?:\s*,?\s*nam\s+|\s*[/,]\s*)(?P<y2>\d{4})"
    r"|(?P<y3>\d{4})-(?P<m3>\d{1,2})-(?P<d3>\d{1,2}))"
)
MONTH = re.compile(rf"(?:{PARTS})?(?:thang\s+)?(?P<m>\d{{1,2}})(?:{DASH}|\s*,?\s*nam\s+)(?P<y>\d{{4}})")
QUARTER = re.compile(
    rf"(?:{PARTS})?quy\s+(?P<q>i{{1,3}}|iv|[1-4])(?:{DASH}|\s*,?\s*nam\s+|\s+)(?P<y>\d{{4}})"
)
HALF = re.compile(r"(?:6|sau)\s+thang\s+(?P<part>dau|cuoi)\s+nam\s+(?P<y>\d{4})")
YEAR = re.compile(rf"(?:(?:{PARTS})?nam\s+)?(?P<y>\d{{4}})")

LEAD = re.compile(r"(?:du kien|khoang|vao|trong|ca|to chuc|hoan thanh|ket thuc|xong)\s+")
BEFORE = re.compile(r"truoc\s+")
BY = re.compile(r"(?:(?:cham nhat|muon nhat)(?:\s+(?:la|vao|den|trong))?|den het|den|het)\s+")
AFTER = re.compile(r"sau\s+")
FROM = re.compile(r"(?:bat dau\s+tu|bat dau|tu)\s+")

BEGIN = re.compile(r"(?P<hope>du kien\s+)?(?:(?:bat dau|tien hanh|to chuc)\s+)?(?:tu\s+)?")
LINK = re.compile(
    r"\s*[,;]?\s+(?:va\s+)?(?:hoan thanh|ket thuc)(?:\s+xong)?\s+|\s+(?:den|toi|va)\s+|\s+[-–]\s+|[-–]"
)
END_MARKS = " .,;…"

BARE = re.compile(r"\d{1,2}")
BARE_DAY = re.compile(r"(?:ngay\s+)?(?P<d>\d{1,2})")
BARE_DAY_MONTH = re.compile(r"(?:ngay\s+)?(?P<d>\d{1,2})(?:\s*[/.-]\s*|\s+thang\s+)(?P<m>\d{1,2})")
BARE_MONTH = re.compile(r"(?:(?P<part>dau|giua|cuoi)\s+)?thang\s+(?P<m>\d{1,2})")
BARE_QUARTER = re.compile(r"quy\s+(?P<q>i{1,3}|iv|[1-4])")


@dataclass(frozen=True)
class Span:
    """From the first to the last day, both included; None where it is open. `unit` is "" for a period."""

    first: date | None
    last: date | None
    unit: str = ""  # day, month, quarter, year


@dataclass(frozen=True)
class Period:
    """A start and a finish with their words; `start_words` is "" where the start leans on the finish."""

    start: Span
    finish: Span
    start_words: str
    finish_words: str


def level(text: str) -> str:
    """Folded letter by letter, so that places in it are places in `text`."""
    return "".join(bare if len(bare := fold(letter)) == 1 else letter for letter in text)


def make_day(year: int, month: int, day: int) -> date:
    """The day, or ValueError with a sentence that says what is impossible about it."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"Năm {year} không hợp lý; hãy kiểm tra lại năm.")
    if not 1 <= month <= 12:
        raise ValueError(f"Không có tháng {month}; tháng phải từ 1 đến 12.")
    length = calendar.monthrange(year, month)[1]
    if not 1 <= day <= length:
        raise ValueError(f"Không có ngày {day}/{month}/{year}; tháng {month}/{year} có {length} ngày.")
    return date(year, month, day)


def _month(year: int, month: int, part: str = "") -> Span:
    """A month or its đầu (1–10), giữa (11–20), cuối (21 to the end)."""
    first = make_day(year, month, 1)
    length = calendar.monthrange(year, month)[1]
    start, end = {"dau": (1, 10), "giua": (11, 20), "cuoi": (21, length)}.get(part, (1, length))
    return Span(first.replace(day=start), first.replace(day=end), "month")


def _months(year: int, first: int, last: int, unit: str) -> Span:
    return Span(_month(year, first).first, _month(year, last).last, unit)


def read_day(plain: str) -> date | None:
    """The exact day that folded words name; None if they are not one day; ValueError if it cannot be."""
    if not (found := DAY.fullmatch(plain)):
        return None
    group = found.groupdict()
    year, month, day = (
        next(int(group[name + end]) for end in ("", "2", "3") if group[name + end])
        for name in ("y", "m", "d")
    )
    return make_day(year, month, day)


def _named(plain: str) -> Span | None:
    """One day, month, quarter, half or year."""
    if day := read_day(plain):
        return Span(day, day, "day")
    if found := MONTH.fullmatch(plain):
        return _month(int(found["y"]), int(found["m"]), found["part"] or "")
    if found := QUARTER.fullmatch(plain):
        quarter = QUARTERS[found["q"]]
        return _months(int(found["y"]), 3 * quarter - 2, 3 * quarter, "quarter")
    if found := HALF.fullmatch(plain):
        first = 1 if found["part"] == "dau" else 7
        return _months(int(found["y"]), first, first + 5, "year")
    if found := YEAR.fullmatch(plain):
        # "đầu năm", "cuối quý" keep the whole: the rule of tens of days speaks of months only.
        return _months(int(found["y"]), 1, 12, "year")
    return None


def _moment(plain: str) -> Span | None:
    """What is named, perhaps as a bound: "trước 30/6/2020", "trong tháng 02/2020"."""
    if found := LEAD.match(plain):
        return _moment(plain[found.end() :])
    if (found := BEFORE.match(plain)) and (named := _named(plain[found.end() :])):
        return Span(None, named.first - timedelta(days=1) if named.first else None)
    if (found := BY.match(plain)) and (inner := _moment(plain[found.end() :])):
        return Span(None, inner.last)
    if (found := AFTER.match(plain)) and (named := _named(plain[found.end() :])):
        return Span(named.last + timedelta(days=1) if named.last else None, None)
    if (found := FROM.match(plain)) and (named := _named(plain[found.end() :])):
        return Span(named.first, None)
    return _named(plain)


def _lean(plain: str, finish: Span) -> Span | None:
    """A start that leaves its month or year to the finish: "15" of "15-20/3/2020"."""
    end = finish.last
    if end is None:
        return None
    if BARE.fullmatch(plain) and finish.unit == "month":
        return _month(end.year, int(plain))
    if (found := BARE_DAY.fullmatch(plain)) and finish.unit == "day":
        day = make_day(end.year, end.month, int(found["d"]))
        return Span(day, day, "day")
    if found := BARE_DAY_MONTH.fullmatch(plain):
        day = make_day(end.year, int(found["m"]), int(found["d"]))
        return Span(day, day, "day")
    if found := BARE_MONTH.fullmatch(plain):
        return _month(end.year, int(found["m"]), found["part"] or "")
    if found := BARE_QUARTER.fullmatch(plain):
        quarter = QUARTERS[found["q"]]
        return _months(end.year, 3 * quarter - 2, 3 * quarter, "quarter")
    return None


def cut(text: str) -> Period | None:
    """A period's start and finish, cut where both sides can be read; None for a single moment."""
    plain = level(text).rstrip(END_MARKS)
    if _moment(plain):
        return None
    opening = BEGIN.match(plain)
    begin = opening.end() if opening else 0
    hope = slice(*opening.span("hope")) if opening and opening["hope"] else slice(0, 0)
    for link in LINK.finditer(plain, begin):
        finish = _moment(plain[link.end() :])
        words = plain[begin : link.start()]
        whole = _moment(words)
        start = whole or (_lean(words, finish) if finish else None)
        if start and finish:
            first_words = text[hope] + text[begin : link.start()] if whole else ""
            return Period(start, finish, first_words, text[link.end() : len(plain)])
    return None


def read(text: str) -> Span | None:
    """First and last day of what the words say; None if they cannot be read; ValueError if impossible."""
    if moment := _moment(level(text).rstrip(END_MARKS)):
        return moment
    if not (period := cut(text)):
        return None
    first, last = period.start.first, period.finish.last
    if first and last and last < first:
        raise ValueError("Thời gian hoàn thành ở trước thời gian bắt đầu; hãy kiểm tra lại.")
    return Span(first, last)


def after_from(text: str) -> str:
    """The words after "từ" of a period without a finish; "" for anything else."""
    plain = level(text).rstrip(END_MARKS)
    if not FROM.match(plain) or not _moment(plain):
        return ""
    found = BEGIN.match(plain)
    return text[found.end() : len(plain)] if found else ""
