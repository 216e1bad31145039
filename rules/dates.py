"""Days, vague days and clock times: how they are typed, compared and printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from rules import spans
from rules.text import clean, fold

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
DIGITS_ONLY = re.compile(r"[\d\s/.,-]+")
NO_YEAR = re.compile(r"(?:ngay )?\d{1,2}\s*(?:[/.-]|thang)\s*\d{1,2}")
SHORT_YEAR = re.compile(r"(?:ngay )?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2}")
TIME = re.compile(
    r"(?P<h>\d{1,2})(?:\s*(?:h|g|gio|[:.])\s*(?:(?P<half>ruoi)|(?P<m>\d{1,2})\s*(?:['’′]|p|phut)?)?)"
)


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


def parse_vague(text: str) -> VagueDate | None:
    """What the clerk typed about a time; None for nothing typed.

    Words that cannot be read are kept without days. Impossible days, and figures that are no date,
    raise ValueError with a sentence for the clerk.
    """
    words = clean(text)
    if not words:
        return None
    span = spans.read(words)
    if span is not None:
        return VagueDate(words, span.first, span.last)
    if DIGITS_ONLY.fullmatch(words):
        raise ValueError(_why_not(words))
    return VagueDate(words, None, None)


def parse_date(text: str) -> date:
    """One exact day from "21/8/2019", "21-8-2019", "21.8.2019" or words; ValueError with a sentence."""
    words = clean(text)
    day = spans.read_day(spans.level(words))
    if day is None:
        raise ValueError(_why_not(words))
    return day


def _why_not(words: str) -> str:
    plain = fold(words)
    if NO_YEAR.fullmatch(plain):
        return f"“{words}” còn thiếu năm; hãy gõ đủ, ví dụ 21/8/2019."
    if SHORT_YEAR.fullmatch(plain):
        return f"“{words}”: năm phải đủ 4 chữ số, ví dụ 21/8/2019."
    return f"“{words}” không phải là ngày; hãy gõ ngày/tháng/năm, ví dụ 21/8/2019."


def parse_time(text: str) -> str:
    """Clock time "HH:MM" from "8h", "7h30’", "7 giờ 30", "14:05"; ValueError with a sentence."""
    words = clean(text)
    found = TIME.fullmatch(fold(words))
    if not found:
        raise ValueError(f"“{words}” không phải là giờ; hãy gõ như 7h30 hoặc 14:00.")
    hour, minute = int(found["h"]), 30 if found["half"] else int(found["m"] or 0)
    if hour > 23 or minute > 59:
        raise ValueError(f"Không có giờ “{words}”; giờ từ 0 đến 23, phút từ 0 đến 59.")
    return f"{hour:02d}:{minute:02d}"


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
    return WEEKDAYS[day.weekday()]


def split_period(words: str) -> tuple[str, str]:
    """Start and finish of a period for two columns; ("", words) for a single moment or unread words."""
    try:
        period = spans.cut(words)
        started = spans.after_from(words)
    except ValueError:
        return "", words
    if period:
        return period.start_words or _worded(period.start), period.finish_words
    return (started, "") if started else ("", words)


def _worded(span: spans.Span) -> str:
    """A start in full where the clerk left its month or year to the finish."""
    if span.first is None or span.last is None:
        return ""
    if span.unit == "day":
        return paper_date(span.first)
    if span.unit == "quarter":
        return f"quý {('I', 'II', 'III', 'IV')[span.first.month // 3]}/{span.first.year}"
    part = {(1, 10): "đầu ", (11, 20): "giữa "}.get((span.first.day, span.last.day), "")
    part = "cuối " if span.first.day == 21 else part
    return f"{part}tháng {_paper_month(span.first.month)}/{span.first.year}"
