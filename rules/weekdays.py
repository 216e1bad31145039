"""Weekdays in every writing, and whether a weekday agrees with the day beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from rules.text import clean, fold

NAMES = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
SHORT = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
SPOKEN = ("hai", "ba", "tu", "nam", "sau", "bay")

# On folded text. A "T5" followed by a year is the month: "T5/2020".
PATTERN = (
    r"(?<!\w)(?:thu\s{0,2}(?:hai|ba|tu|nam|sau|bay|[2-7])|t\.?\s?[2-7]|chua?\s?nhat|c\.?\s?nhat|c\.?n)"
    r"(?!\w)(?!\s?[/.-]\s?\d{4})"
)
ONE = re.compile(PATTERN)
# "lần thứ hai", "phiên họp thứ 3" count; a weekday opens the words or follows one of these.
BEFORE = re.compile(
    r"(?:^|[^\w\s]|\d[hg]?|\b(?:sang|trua|chieu|toi|dem|vao|tu|den|truoc|sau|het|hom|va|la|gio|phut))\s*$"
)
DAY_OF = re.compile(r"\bngay\s*$")  # "ngày thứ hai" is the second day unless a figure follows
FIGURE = re.compile(r"\s?[,(]?\s?(?:ngay\s)?\d")
LOOK_BACK = 12  # characters that BEFORE needs to see


def number(plain: str) -> int:
    """0 for Monday to 6 for Sunday, of folded words that PATTERN matches."""
    last = plain.split()[-1]
    figure = plain[-1]
    if figure.isdigit():
        return int(figure) - 2
    return next((place for place, word in enumerate(SPOKEN) if last.endswith(word)), 6)


def parse_weekday(text: str) -> int:
    """0 for Monday to 6 for Sunday, from "Thứ Hai", "thứ 2", "T2", "CN"; ValueError with a sentence."""
    words = clean(text)
    plain = fold(words).strip(" ,.;:()")
    if not ONE.fullmatch(plain):
        raise ValueError(f"“{words[:40]}” không phải là thứ trong tuần; hãy viết như Thứ Hai, T2 hoặc CN.")
    return number(plain)


def find(plain: str) -> Iterator[re.Match[str]]:
    """Weekdays in folded text, the counted ("lần thứ hai") left out."""
    for found in ONE.finditer(plain):
        before = plain[max(0, found.start() - LOOK_BACK) : found.start()]
        if BEFORE.search(before) or (DAY_OF.search(before) and FIGURE.match(plain, found.end())):
            yield found


def disagreement(named: int, day: date) -> str:
    """A sentence where the day falls on another weekday; "" where it is right."""
    if day.weekday() == named:
        return ""
    return f"{day.day:02d}/{day.month:02d}/{day.year} là {NAMES[day.weekday()]}, không phải {NAMES[named]}."
