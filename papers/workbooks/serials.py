"""Excel's numbers of days and the formats that show them as days or times."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from papers.workbooks.table import Value

ZERO_1900, ZERO_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
FALSE_DAY = 60  # 29/02/1900, which never was
LAST = 2_958_465  # 31/12/9999
DAY_SECONDS = 86_400
QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
DAYS = frozenset((*range(14, 18), 22, *range(27, 37), *range(50, 59)))
TIMES = frozenset((*range(18, 22), 45, 46, 47))  # built-in numbers of formats (ECMA-376, 18.8.30)


@lru_cache(maxsize=4096)
def kind(number: int, code: str = "") -> str:
    """What a number format shows: "day", "time", "span" (a length of time) or "" (a number)."""
    if not code:
        return "span" if number == 46 else "time" if number in TIMES else "day" if number in DAYS else ""
    plain = QUOTED.sub("", code.split(";")[0]).lower()
    if ELAPSED.search(plain):
        return "span"
    if "general" in plain or plain in ("", "@"):
        return ""
    plain = plain.replace("am/pm", "h").replace("a/p", "h")
    if "y" in plain or "d" in plain or (plain.count("m") > 2 and "h" not in plain):
        return "day"
    return "time" if "h" in plain or "s" in plain else ""


def value(number: float, shown: str, is_1904: bool = False) -> Value:
    """A cell's number as what its format shows; whole numbers as int, times of the day as "07:30"."""
    whole = int(number) if number == number and abs(number) < 1e15 and number == int(number) else None
    if not shown or not 0 <= number <= LAST:
        return number if whole is None else whole
    if shown == "span":
        seconds = round(number * DAY_SECONDS)
        return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    if shown == "time" and number < 1:
        return clock((datetime.min + timedelta(seconds=round(number * DAY_SECONDS))).time())
    return _moment(number, is_1904)


def clock(moment: time) -> str:
    return moment.strftime("%H:%M:%S" if moment.second else "%H:%M")


def _moment(number: float, is_1904: bool) -> date | datetime | str:
    if not is_1904 and int(number) == FALSE_DAY:
        return "29/02/1900"
    if not is_1904 and number < FALSE_DAY:
        number += 1
    seconds = round((number - int(number)) * DAY_SECONDS)
    try:
        moment = (ZERO_1904 if is_1904 else ZERO_1900) + timedelta(days=int(number), seconds=seconds)
    except OverflowError:
        return "31/12/9999"
    return moment if seconds else moment.date()


def iso(words: str) -> Value:
    """A day or moment written as text by the file itself: "2019-08-21", "2019-08-21T07:30:00"."""
    try:
        moment = datetime.fromisoformat(words.removesuffix("Z"))
    except ValueError:
        return words
    return moment.replace(tzinfo=None) if moment.time() != time() else moment.date()
