"""Days, vague days and clock times: how they are typed, compared and printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from rules import periods, spans, weekdays
from rules.clock import parse_time, part_of_day
from rules.text import clean
from rules.weekdays import parse_weekday

__all__ = [
    "WEEKDAYS", "Unsure", "VagueDate", "exact", "from_serial", "long_date", "paper_date", "parse_date",
    "parse_time", "parse_vague", "parse_weekday", "part_of_day", "show_date", "split_period", "weekday",
    "weekday_disagrees",
]  # fmt: skip

WEEKDAYS = weekdays.NAMES
DIGITS_ONLY = re.compile(r"[\d\s/.,-]+")
SHORT_YEAR = re.compile(
    rf"{spans.OPENING}(?:ngay\s+)?(?P<d>\d{{1,2}})(?P<sep>{spans.DASH})(?P<m>\d{{1,2}})(?P=sep)(?P<y>\d{{2}})"
)
# A figure that is a day beside a weekday: "thứ Hai ngày 19", "19/8", "19/8/2019", "19 tháng 8 năm 2019".
BESIDE = (
    r"(?P<d>\d{1,2})(?:(?:\s?[/.-]\s?|\s+thang\s+)(?P<m>\d{1,2})"
    r"(?:(?:\s?[/.-]\s?|\s*,?\s*nam\s+)(?P<y>\d{4}))?)?"
)
DAY_AFTER = re.compile(rf"\s*[,:-]?\s*(?:ngay\s+)?{BESIDE}(?!\s*(?:h|g|:|phut|\d))")
DAY_BEFORE = re.compile(rf"(?<![\d/.-]){BESIDE}\s*[,-]?\s*$")
FIGURES = re.compile(r"\d\s?[/.-]\s?\d|\bthang\s+\d")
YEARLESS_DAYS = re.compile(r"\d{1,2}\s*[-–]\s*\d{1,2}\s*/\s*\d{1,2}")
FIRST_SERIAL, EARLY_SERIAL = date(1899, 12, 31), date(1904, 1, 1)
FALSE_LEAP_DAY = 60  # Excel counts a 29/02/1900 that never was


class Unsure(ValueError):
    """What was typed needs a question: `offer` is the day it may mean, None where that cannot be told."""

    def __init__(self, sentence: str, offer: date | None = None) -> None:
        super().__init__(sentence)
        self.offer = offer


@dataclass(frozen=True)
class VagueDate:
    """A day, a vague day or a period: words that print as given, first and last day (None: open)."""

    words: str
    earliest: date | None
    latest: date | None

    def __str__(self) -> str:
        return self.words


def exact(day: date) -> VagueDate:
    """One certain day, worded as papers write it."""
    return VagueDate(paper_date(day), day, day)


def parse_vague(text: str, near: date | None = None) -> VagueDate | None:
    """What the clerk typed about a time; None for nothing typed.

    Words that cannot be read are kept without days. `near` gives its year to words that have none, which
    are kept unread without it. Impossible days, and figures that are no date, raise ValueError with a
    sentence for the clerk (Unsure where a question would settle it).
    """
    words = clean(text)
    if not words:
        return None
    if SHORT_YEAR.fullmatch(periods.plain_of(words)):
        raise _why_not(words, near)
    span = periods.read(words, near)
    if span is not None:
        return VagueDate(words, span.first, span.last)
    if DIGITS_ONLY.fullmatch(words):
        raise _why_not(words, near)
    return VagueDate(words, None, None)


def parse_date(text: str, near: date | None = None) -> date:
    """One exact day from "21/8/2019", "sáng Thứ Tư, 21.8.2019" or words; ValueError with a sentence.

    `near` gives its year to a day without one. A year of two figures is never taken by itself: Unsure.
    """
    words = clean(text)
    day = periods.day_of(words, near)
    if day is None:
        raise _why_not(words, near)
    return day


def _why_not(words: str, near: date | None) -> ValueError:
    plain, shown = periods.plain_of(words), words if len(words) <= 60 else f"{words[:60]}…"
    if found := SHORT_YEAR.fullmatch(plain):
        offer = _offer(int(found["y"]), int(found["m"]), int(found["d"]), near)
        if offer:
            meant = f"{offer.day}/{offer.month}/{offer.year}"
            return Unsure(f"“{shown}” có phải là {meant} không? Hãy gõ năm đủ 4 chữ số.", offer)
        return Unsure(f"“{shown}”: năm phải đủ 4 chữ số, ví dụ 21/8/2019.")
    if spans.BARE_DAY_MONTH.fullmatch(plain) or YEARLESS_DAYS.fullmatch(plain):
        return Unsure(f"“{shown}” còn thiếu năm; hãy gõ đủ, ví dụ 21/8/2019.")
    return ValueError(f"“{shown}” không phải là ngày; hãy gõ ngày/tháng/năm, ví dụ 21/8/2019.")


def _offer(short: int, month: int, day: int, near: date | None) -> date | None:
    """The day in the century whose year lies closest to `near`."""
    if not near:
        return None
    century = near.year - near.year % 100
    year = min((century + more + short for more in (-100, 0, 100)), key=lambda year: abs(year - near.year))
    try:
        return spans.make_day(year, month, day)
    except ValueError:
        return None


def from_serial(serial: float, early: bool = False) -> date:
    """The day that a number in a workbook cell stands for, its time of day left out.

    early  the workbook counts from 1904. Otherwise from 1900, with the 29/02/1900 that Excel counts falsely:
           that number and others that are no day raise ValueError with a sentence.
    """
    count = (
        int(serial + 0.5 / 86_400) if -1 < serial < 200_000 else -1
    )  # half a second may be lost in storing
    if early and count >= 0:
        return EARLY_SERIAL + timedelta(days=count)
    if count <= 0 or count == FALSE_LEAP_DAY:
        what = " (Excel tính nhầm là 29/02/1900)" if count == FALSE_LEAP_DAY else ""
        raise ValueError(f"Số {serial:g}{what} không phải là ngày; hãy ghi ngày/tháng/năm, ví dụ 21/8/2019.")
    return FIRST_SERIAL + timedelta(days=count - (count > FALSE_LEAP_DAY))


def weekday_disagrees(words: str, day: date) -> str:
    """Where a weekday in the words is not that of the day beside it, a sentence; "" where all is right.

    day  gives month and year where the words leave them out, and is the day meant where they name none.
    """
    plain = spans.level(clean(words)[: periods.LONGEST]).translate(periods.SAME_LENGTH)
    for found in weekdays.find(plain):
        beside = DAY_AFTER.match(plain, found.end())
        beside = beside or DAY_BEFORE.search(plain[max(0, found.start() - 30) : found.start()])
        if not beside and FIGURES.search(plain):
            continue
        try:
            meant = _beside(beside, day) if beside else day
        except ValueError:
            continue  # the day itself is refused elsewhere
        if sentence := weekdays.disagreement(weekdays.number(found[0]), meant):
            return sentence
    return ""


def _beside(found: re.Match[str], day: date) -> date:
    """The day of the figures; without a year the one closest to `day`: periods pass new years."""
    month, figure = int(found["m"] or day.month), int(found["d"])
    years = [int(found["y"])] if found["y"] else [day.year, day.year - 1, day.year + 1]
    return min((spans.make_day(year, month, figure) for year in years), key=lambda one: abs(one - day))


def show_date(day: date) -> str:
    """dd/MM/yyyy, as screens show a day."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def _paper_month(month: int) -> str:
    return f"{month:02d}" if month < 3 else str(month)


def paper_date(day: date) -> str:
    """A day inside the text of a paper: zero before days 1–9, months 1 and 2 (36-HD/VPTW, 05-HD/VPTW)."""
    return f"{day.day:02d}/{_paper_month(day.month)}/{day.year}"


def long_date(day: date) -> str:
    """The day beside the place name: "ngày 21 tháng 8 năm 2019" (36-HD/VPTW, 05-HD/VPTW)."""
    return f"ngày {day.day:02d} tháng {_paper_month(day.month)} năm {day.year}"


def weekday(day: date) -> str:
    """ "Thứ Hai" … "Chủ nhật", as texts write it."""
    return WEEKDAYS[day.weekday()]


def split_period(words: str) -> tuple[str, str]:
    """Start and finish of a period for two columns; ("", words) for a single moment or unread words."""
    try:
        period = periods.cut(words)
        started = periods.after_from(words)
    except ValueError:
        return "", words
    if period:
        return period.start_words or _worded(period.start), period.finish_words or _worded(period.finish)
    return (started, "") if started else ("", words)


def _worded(span: spans.Span) -> str:
    """A start or finish in full where the clerk left its month or year to the other side."""
    first, last = span.first, span.last
    if first is None or last is None:
        return f"trước {paper_date(last + timedelta(days=1))}" if last else ""
    if span.unit == "day":
        return paper_date(first)
    if span.unit == "quarter":
        return f"quý {('I', 'II', 'III', 'IV')[first.month // 3]}/{first.year}"
    return f"{_part(first, last, span.unit)}tháng {_paper_month(first.month)}/{first.year}"


def _part(first: date, last: date, unit: str) -> str:
    """Which part of its month a span is, in front of the month's name."""
    if unit == "week":
        return f"tuần {(first.day + 6) // 7} " if first.day % 7 == 1 else "tuần cuối "
    named = {(1, 10): "đầu ", (11, 20): "giữa ", (1, 15): "nửa đầu "}
    return named.get((first.day, last.day), {21: "cuối ", 16: "nửa cuối "}.get(first.day, ""))
