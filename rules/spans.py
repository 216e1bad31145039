"""How days, weeks, months, quarters and years written in words become first and last days."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from rules import numbers, weekdays
from rules.text import fold

FIRST_YEAR, LAST_YEAR = 1900, 2199
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4}
PARTS_OF_MONTH = {  # first and last day of a part of a month
    "dau": (1, 10), "giua": (11, 20), "cuoi": (21, 31), "thuong tuan": (1, 10), "trung tuan": (11, 20),
    "ha tuan": (21, 31), "nua dau": (1, 15), "nua cuoi": (16, 31), "nua sau": (16, 31),
}  # fmt: skip

# All patterns run on folded text in which brackets are spaces.
DASH = r"\s*[/.-]\s*"
PARTS = rf"(?P<part>{'|'.join(PARTS_OF_MONTH)})\s+"
CLOCK = r"\d{1,2}\s*(?:h|g|gio|:)\s*(?:\d{1,2}|ruoi)?\s*(?:['’′`]|p|phut|:\d\d)?"
PART_OF_DAY = (
    r"(?:(?:ca ngay|(?:buoi\s+)?(?:sang|trua|chieu|toi|dem)(?:\s*(?:va|,|-)\s*(?:sang|chieu|toi))?))"
)
LENGTH = r"(?:½|1/2|nua|0?1|mot)\s*(?:ngay|buoi)"
OPENING = (
    rf"(?:{LENGTH}\s*,?\s*)?"
    rf"(?:(?:(?:vao\s+)?(?:luc|hoi)\s+)?(?:(?:tu\s+)?{CLOCK}\s*(?:-|–|den)\s*{CLOCK}|{CLOCK})\s*,?\s*)?"
    rf"(?:{PART_OF_DAY}\s*,?\s*)?(?:hom\s+)?(?:ngay\s+(?=t|c))?(?:{weekdays.PATTERN}\s*[,:-]?\s*)?(?:{PART_OF_DAY}\s+)?"
)
CLOSING = (
    rf"(?:[t\s]\s*\d{{1,2}}:\d\d(?::\d\d(?:\.\d+)?)?(?:\s*[ap]m)?|\s*[,-]?\s*(?:{weekdays.PATTERN}|{PART_OF_DAY}"
    rf"|(?:(?:vao\s+)?(?:luc|hoi)\s+)?{CLOCK}))?"
)
ONES = "mot|hai|ba|tu|bon|nam|lam|sau|bay|tam|chin"
MONTH_WORD = rf"(?:muoi(?:\s+(?:mot|hai))?|{ONES})"
DAY_WORD = rf"(?:(?:(?:hai|ba)\s+)?muoi(?:\s+(?:{ONES}))?|{ONES})"
YEAR_WORD = r"(?:hai|mot)\s+(?:nghin|ngan)(?:\s+[a-z]+){0,6}"

DAYS = tuple(
    re.compile(rf"{OPENING}{core}{CLOSING}")
    for core in (
        rf"(?:ngay\s+)?(?P<d>\d{{1,2}})(?P<sep>{DASH})(?P<m>\d{{1,2}})(?P=sep)(?P<y>\d{{4}})",
        r"(?:ngay\s+)?(?:m[uo]ng\s+)?(?P<d>\d{1,2})(?:\s*,)?\s+thang\s+(?P<m>\d{1,2})"
        r"(?:\s*,?\s*nam\s+|\s*[/,]\s*)(?P<y>\d{4})",
        r"(?:ngay\s+)?(?P<d>\d{1,2})\s*[/.]\s*(?P<m>\d{1,2})(?:\s*,)?\s+nam\s+(?P<y>\d{4})",
        r"(?:ngay\s+)?(?P<y>\d{4})(?P<sep>[/-])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})",
        rf"(?:ngay|m[uo]ng)\s+(?:m[uo]ng\s+)?(?P<d>{DAY_WORD}|\d{{1,2}})\s+thang\s+(?P<m>{MONTH_WORD}|\d{{1,2}})"
        rf"\s*,?\s*nam\s+(?P<y>{YEAR_WORD}|\d{{4}})",
    )
)
THE_MONTH = rf"(?P<m>\d{{1,2}}|{MONTH_WORD})"
OF_YEAR = rf"(?:{DASH}|\s*,?\s*nam\s+)(?P<y>\d{{4}})"
MONTH = re.compile(rf"(?:{PARTS})?(?:thang\s*|t\.?\s?)?(?P<m>\d{{1,2}}){OF_YEAR}")
SPOKEN_MONTH = re.compile(rf"(?:{PARTS})?thang\s+{THE_MONTH}(?:\s*[/,]\s*|\s*,?\s*nam\s+|\s+)(?P<y>\d{{4}})")
THE_QUARTER = r"(?P<q>i{1,3}|iv|[1-4]|mot|hai|ba|tu|bon)"
QUARTER = re.compile(
    rf"(?:{PARTS})?(?:quy\s*(?:thu\s+)?|q\.?\s?){THE_QUARTER}(?:{DASH}|\s*,?\s*nam\s+|\s*,\s*|\s+)(?P<y>\d{{4}})"
)
SOME_MONTHS = re.compile(
    r"(?P<n>\d{1,2}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)\s+thang\s+(?P<part>dau|cuoi)\s+(?:cua\s+)?nam"
    r"\s+(?P<y>\d{4})"
)
HALF_YEAR = re.compile(r"nua\s+(?P<part>dau|cuoi|sau)\s+(?:cua\s+)?nam\s+(?P<y>\d{4})")
THE_WEEK = r"tuan(?:\s+le)?(?:\s+thu)?\s+(?P<w>[1-5]|mot|hai|ba|tu|bon|nam|dau(?:\s+tien)?|cuoi(?:\s+cung)?)"
WEEK = re.compile(rf"{THE_WEEK}\s*,?\s*(?:cua\s+)?thang\s+{THE_MONTH}{OF_YEAR}")
YEAR_WEEK = re.compile(rf"tuan(?:\s+le)?(?:\s+thu)?\s+(?P<w>\d{{1,2}}){OF_YEAR}")
YEAR = re.compile(rf"(?:(?:{PARTS})?nam\s+)?(?P<y>\d{{4}})")

BARE = re.compile(r"\d{1,2}")
BARE_PART = re.compile(r"(?P<part>dau|giua|cuoi)")
BARE_DAYS = re.compile(r"(?:ngay\s+)?\d{1,2}(?:\s*(?:,|;|va)\s*(?:ngay\s+)?\d{1,2})*")
BARE_DAY = re.compile(rf"{OPENING}(?:ngay\s+)?(?P<d>\d{{1,2}})")
BARE_DAY_MONTH = re.compile(
    rf"{OPENING}(?:ngay\s+)?(?P<d>\d{{1,2}})(?:\s*[/.-]\s*|\s+thang\s+)(?P<m>\d{{1,2}}){CLOSING}"
)
BARE_MONTH = re.compile(rf"(?:{PARTS})?(?:thang\s+{THE_MONTH}|t\.?\s?(?P<m2>\d{{1,2}}))")
BARE_MONTHS = re.compile(r"(?:thang\s+)?\d{1,2}(?:\s*(?:,|;|va)\s*(?:thang\s+)?\d{1,2})*")
BARE_QUARTER = re.compile(
    rf"(?:{PARTS})?(?:quy\s*|q\.?\s?){THE_QUARTER}(?:\s*(?:,|va)\s*(?:quy\s*)?[iv1-4]+)*"
)
BARE_WEEK = re.compile(rf"{THE_WEEK}(?:\s*,?\s*(?:cua\s+)?thang\s+{THE_MONTH})?")
BARE_REST = re.compile(
    r"(?:cuoi|dau|giua|ca|trong|het)\s+nam|(?:\S+\s+thang|nua)\s+(?:dau|cuoi|sau)\s+(?:cua\s+)?nam"
)


@dataclass(frozen=True)
class Span:
    """From the first to the last day, both included; None where it is open. `unit` is "" for a period."""

    first: date | None
    last: date | None
    unit: str = ""  # day, week, month, quarter, year


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


def _count(words: str) -> int:
    return int(words) if words.isdigit() else numbers.from_words(words)


def one_day(day: date) -> Span:
    return Span(day, day, "day")


def month_span(year: int, month: int, part: str = "") -> Span:
    """A month or its đầu (1–10), giữa (11–20), cuối (21 on), nửa đầu (1–15), nửa cuối (16 on)."""
    first = make_day(year, month, 1)
    length = calendar.monthrange(year, month)[1]
    start, end = PARTS_OF_MONTH.get(part, (1, 31))
    return Span(first.replace(day=start), first.replace(day=min(end, length)), "month")


def _months(year: int, first: int, last: int, unit: str) -> Span:
    return Span(month_span(year, first).first, month_span(year, last).last, unit)


def _quarter(year: int, words: str) -> Span:
    quarter = QUARTERS[words] if words in QUARTERS else int(words)
    return _months(year, 3 * quarter - 2, 3 * quarter, "quarter")


def _week(year: int, month: int, words: str) -> Span:
    """A week of a month as 7 days from the 1st (tuần 1), the 8th …; tuần cuối is the last 7 days."""
    first = make_day(year, month, 1)
    length = calendar.monthrange(year, month)[1]
    if words.startswith("cuoi"):
        return Span(first.replace(day=length - 6), first.replace(day=length), "week")
    count = 1 if words.startswith("dau") else _count(words)
    start = 7 * count - 6
    if start > length:
        raise ValueError(f"Tháng {month}/{year} không có tuần {count}.")
    return Span(first.replace(day=start), first.replace(day=min(start + 6, length)), "week")


def _year_week(year: int, count: int) -> Span:
    """A week of the year, Monday to Sunday, numbered as ISO 8601 does."""
    make_day(year, 1, 1)
    try:
        return Span(date.fromisocalendar(year, count, 1), date.fromisocalendar(year, count, 7), "week")
    except ValueError:
        raise ValueError(f"Năm {year} không có tuần {count}.") from None


def read_day(plain: str) -> date | None:
    """The exact day that folded words name; None if they are not one day; ValueError if it cannot be."""
    for shape in DAYS:
        if found := shape.fullmatch(plain):
            return make_day(*(_count(found[name]) for name in ("y", "m", "d")))
    return None


def _some_months(year: int, count: int, part: str) -> Span | None:
    if not 0 < count < 12:
        return None
    return _months(year, 1, count, "year") if part == "dau" else _months(year, 13 - count, 12, "year")


def named(plain: str) -> Span | None:
    """One day, week, month, quarter, half or year, with its year, of folded words."""
    if day := read_day(plain):
        return one_day(day)
    if found := MONTH.fullmatch(plain) or SPOKEN_MONTH.fullmatch(plain):
        return month_span(int(found["y"]), _count(found["m"]), found["part"] or "")
    if found := QUARTER.fullmatch(plain):
        return _quarter(int(found["y"]), found["q"])
    if found := WEEK.fullmatch(plain):
        return _week(int(found["y"]), _count(found["m"]), found["w"])
    if found := YEAR_WEEK.fullmatch(plain):
        return _year_week(int(found["y"]), int(found["w"]))
    if found := SOME_MONTHS.fullmatch(plain):
        return _some_months(int(found["y"]), _count(found["n"]), found["part"])
    if found := HALF_YEAR.fullmatch(plain):
        return _some_months(int(found["y"]), 6, "dau" if found["part"] == "dau" else "cuoi")
    if found := YEAR.fullmatch(plain):
        # "đầu năm", "cuối quý" keep the whole: the rule of tens of days speaks of months only.
        return _months(int(found["y"]), 1, 12, "year")
    return None


def of_year(plain: str, year: int) -> Span | None:
    """The same without a year in the words: "sáng 21/8", "đầu tháng 7", "quý III", "tuần 2 tháng 8"."""
    if found := BARE_DAY_MONTH.fullmatch(plain):
        return one_day(make_day(year, int(found["m"]), int(found["d"])))
    if found := BARE_MONTH.fullmatch(plain):
        return month_span(year, _count(found["m"] or found["m2"]), found["part"] or "")
    if (found := BARE_QUARTER.fullmatch(plain)) and not re.search(r",|\bva\b", plain):
        return _quarter(year, found["q"])
    if (found := BARE_WEEK.fullmatch(plain)) and found["m"]:
        return _week(year, _count(found["m"]), found["w"])
    return named(f"{plain} {year}") if BARE_REST.fullmatch(plain) else None


def lean(plain: str, other: Span) -> Span | None:
    """What leaves its month or year to the other end: "15" of "15-20/3/2020", "quý I" of "quý I, II/2020"."""
    end = other.last or other.first
    if end is None or other.unit == "year":  # "21/8 - 2019" is one day badly written, not half a year
        return None
    if other.unit == "month":
        if found := BARE_PART.fullmatch(plain):
            return month_span(end.year, end.month, found["part"])
        if BARE_MONTHS.fullmatch(plain):
            return month_span(end.year, min(int(month) for month in re.findall(r"\d+", plain)))
    if other.unit == "day":
        if BARE_DAYS.fullmatch(plain):
            return one_day(make_day(end.year, end.month, min(int(day) for day in re.findall(r"\d+", plain))))
        if found := BARE_DAY.fullmatch(plain):
            return one_day(make_day(end.year, end.month, int(found["d"])))
    if other.unit == "week" and (found := BARE_WEEK.fullmatch(plain)) and not found["m"]:
        return _week(end.year, end.month, found["w"])
    if other.unit == "quarter" and (found := BARE_QUARTER.fullmatch(plain)):
        return _quarter(end.year, found["q"])
    return of_year(plain, end.year)
