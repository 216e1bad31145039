"""How words about a time become a period: bounds ("trước", "sau", "từ … đến"), and where it is cut in two."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from rules import spans
from rules.spans import BARE_DAYS, BARE_QUARTER, Span, lean, level, named, of_year

LONGEST = 300  # characters of words about one time; longer words are kept unread
NEAR = timedelta(days=184)  # the longest period that may run over a year's end with one year written

COUNTED = r"(?:\d{1,2}|mot|hai|ba|bon|nam)\s+(?:ngay|quy|nam|tuan)"
LEAD = re.compile(
    r"(?:(?:thoi gian|thoi han|han)\s*:|du kien|khoang|vao|trong|ca(?!\s+ngay)|to chuc|tien hanh|thuc hien"
    r"|hoan thanh|ket thuc|xong|giai doan"
    rf"|(?:cac|nhung)\s+(?=ngay|thang|quy|nam|tuan)|{COUNTED}\s*[,:]?(?=\s+(?:ngay\s+)?\d))\s+"
)
BEFORE = re.compile(
    r"truoc\s+(?P<clock>(?:luc\s+)?(?=\d{1,2}\s*(?:h|g|gio|:)))?"
)  # an hour leaves its day in
BY = re.compile(
    r"(?:(?:cham nhat|muon nhat)(?:\s+(?:la|vao|den|trong))?|khong\s+(?:qua|muon hon|cham hon)"
    r"|han\s+(?:cuoi|chot|nop)(?:\s+la)?\s*:?|tu nay\s+den(?:\s+het)?|tinh den(?:\s+het)?|den het|den|het)\s+"
)
AFTER = re.compile(r"(?:tu\s+)?sau\s+(?P<clock>(?:luc\s+)?(?=\d{1,2}\s*(?:h|g|gio|:)))?")
FROM = re.compile(r"(?:bat dau\s+tu|bat dau|ke\s+tu|tu)\s+(?!nay\b|sau\b)")
ON = re.compile(r"\s+tro\s+(?:di|ve sau)$")

BEGIN = re.compile(
    r"\s*(?P<hope>du kien\s+)?(?:(?:bat dau|tien hanh|to chuc|giai doan)\s+)?(?:(?:ke\s+)?tu\s+)?"
    rf"(?:trong\s+)?"
    rf"(?:(?:{COUNTED})\s*[,:]?\s+(?=\d|ngay)|(?:ca|cac)\s+(?=ngay|thang|quy|nam|hai|ba|\d)(?:{COUNTED}\s+)?)?"
)
LINK = re.compile(
    r"\s*[,;]?\s+(?:va\s+)?(?:hoan thanh|ket thuc)(?:\s+xong)?\s+|\s*,?\s+(?:den(?:\s+het)?|va)\s+"
    r"|\s+[-–—]\s+|[-–—]|\s*[,;+]\s*"
)
END_MARKS = " .,;:…"
SAME_LENGTH = str.maketrans("()[]", "    ")
UNTIL = re.compile(r"\btới\b", re.IGNORECASE)


@dataclass(frozen=True)
class Period:
    """A start and a finish with their words; words are "" where that side leans on the other."""

    start: Span
    finish: Span
    start_words: str
    finish_words: str


def plain_of(text: str) -> str:
    """The words as the patterns see them, letter for letter; "" for what is too long.

    Brackets are spaces; "tới" is "đến", for it would fold to the evening.
    """
    if len(text) > LONGEST:
        return ""
    return level(UNTIL.sub("den", text)).translate(SAME_LENGTH).rstrip(END_MARKS)


def _one(plain: str, near: date | None) -> Span | None:
    plain = plain.strip()
    return named(plain) or (of_year(plain, near.year) if near else None)


def _beside(day: date | None, step: int, bound: re.Match[str]) -> date | None:
    """The day before or after a limit; the day itself where the limit is an hour of it."""
    return day and day + timedelta(days=0 if bound["clock"] is not None else step)


def _moment(plain: str, near: date | None = None) -> Span | None:
    """What is named, perhaps as a bound: "trước 30/6/2020", "trong tháng 02/2020"."""
    plain = plain.strip()
    if whole := _one(plain, near):
        return whole
    if found := LEAD.match(plain):
        return _moment(plain[found.end() :], near)
    if (found := BEFORE.match(plain)) and (limit := _one(plain[found.end() :], near)):
        return Span(None, _beside(limit.first, -1, found))
    if (found := BY.match(plain)) and (inner := _moment(plain[found.end() :], near)):
        return Span(None, inner.last)
    onward = ON.sub("", plain)
    if (found := AFTER.match(onward)) and (limit := _one(onward[found.end() :], near)):
        return Span(_beside(limit.last, 1, found), None)
    if (found := FROM.match(onward)) and (limit := _one(onward[found.end() :], near)):
        return Span(limit.first, None)
    return None


def _shifted(span: Span, years: int) -> Span:
    """The same days of another year; ValueError for a 29 February it does not have."""
    first, last = (day and day.replace(year=day.year + years) for day in (span.first, span.last))
    return Span(first, last, span.unit)


def _over_new_year(start: Span, finish: Span, moved: Span, years: int) -> tuple[Span, Span]:
    """Both ends; `moved`, whose year was not written, goes to another year if that mends their order."""
    if not start.first or not finish.last or start.first <= finish.last or moved.unit == "year":
        return start, finish
    try:
        other = _shifted(moved, years)
    except ValueError:
        return start, finish
    first, last = (other, finish) if moved is start else (start, other)
    near = first.first and last.last and timedelta(0) <= last.last - first.first <= NEAR
    return (first, last) if near else (start, finish)


def _back(words: str, finish: Span) -> tuple[Span, Span] | None:
    """A start that leaves its month or year to the finish: "từ 28/12 đến 05/01/2020"."""
    start = lean(words, finish)
    return _over_new_year(start, finish, start, -1) if start else None


def _forward(start: Span, rest: str) -> tuple[Span, Span] | None:
    """A finish that leaves its month or year to the start: "từ 20/8/2019 đến 22/8"."""
    bound = next((found for shape in (BEFORE, BY) if (found := shape.match(rest))), None)
    words = rest[bound.end() :] if bound else rest
    if BARE_DAYS.fullmatch(words) and not words.startswith("ngay"):
        return None
    if not (finish := lean(words, start)):
        return None
    start, finish = _over_new_year(start, finish, finish, 1)
    if bound and bound.re is BEFORE:
        return start, Span(None, _beside(finish.first, -1, bound))
    return start, Span(None, finish.last) if bound else finish


def _ends(words: str, rest: str, near: date | None) -> tuple[Span, Span, bool, bool] | None:
    """Start and finish of the two sides of a link, and whether each side says all of itself."""
    whole, finish = _moment(words), _moment(rest)
    if whole and finish:
        return whole, finish, True, True
    if finish and (ends := _back(words, finish)):
        return *ends, False, True
    if (
        BARE_QUARTER.fullmatch(words)
        and (finish := _moment(f"quy {rest}"))
        and (ends := _back(words, finish))
    ):
        return *ends, False, False
    if whole and (ends := _forward(whole, rest)):
        return *ends, True, False
    if not near or whole or finish:
        return None
    start, finish = _moment(words, near), _moment(rest, near)
    ends = (start and _forward(start, rest)) or (finish and _back(words, finish)) or None
    return (*ends, False, False) if ends else None


def _side(words: str, span: Span, said: bool) -> str:
    """The words of one side: as typed, "cuối năm" with its year, or "" where they lean too much to stand."""
    words = words.strip(" ()")
    if said:
        return words
    return f"{words} {span.first.year}" if span.unit == "year" and span.first else ""


def cut(text: str, near: date | None = None) -> Period | None:
    """A period's start and finish, cut where both sides can be read; None for a single moment."""
    plain = plain_of(text)
    if not plain or _moment(plain, near):
        return None
    opening = BEGIN.match(plain)
    begin = opening.end() if opening else 0
    hope = slice(*opening.span("hope")) if opening and opening["hope"] else slice(0, 0)
    for link in LINK.finditer(plain, begin):
        ends = _ends(plain[begin : link.start()].strip(), plain[link.end() :].strip(), near)
        if ends:
            start, finish, said, finished = ends
            first_words = _side(text[begin : link.start()], start, said)
            last_words = _side(text[link.end() : len(plain)], finish, finished)
            return Period(start, finish, text[hope] + first_words if said else first_words, last_words)
    return None


def read(text: str, near: date | None = None) -> Span | None:
    """First and last day of what the words say; None if they cannot be read; ValueError if impossible.

    near  gives the year to words that have none ("sáng 21/8", "quý III"); without it they are not read.
    """
    if moment := _moment(plain_of(text), near):
        return moment
    if not (period := cut(text, near)):
        return None
    first, last = period.start.first, period.finish.last
    if first and last and last < first:
        raise ValueError("Thời gian hoàn thành ở trước thời gian bắt đầu; hãy kiểm tra lại.")
    return Span(first, last)


def after_from(text: str) -> str:
    """The words after "từ" of a period without a finish; "" for anything else."""
    plain = plain_of(text)
    if not FROM.match(plain) or not _moment(plain):
        return ""
    found = BEGIN.match(plain)
    return text[found.end() : len(plain)] if found else ""


def day_of(text: str, near: date | None = None) -> date | None:
    """The one exact day that the words name; None if they name none; ValueError if it cannot be."""
    plain = plain_of(text).strip()
    if (day := spans.read_day(plain)) or not near:
        return day
    found = spans.BARE_DAY_MONTH.fullmatch(plain)
    return spans.make_day(near.year, int(found["m"]), int(found["d"])) if found else None
