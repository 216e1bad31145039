"""What follows a cited number: its date, its year, who issued it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from rules import spans
from rules.citations import issuers
from rules.citations.levelled import Levelled
from rules.citations.shapes import DASH

SEP = rf"\s?(?:[/.]|{DASH})\s?"
DAY = (
    rf"(?P<d>[0-9]{{1,2}})(?:{SEP}|\s{{1,6}}thang\s{{1,6}})(?P<m>[0-9]{{1,2}})"
    rf"(?:(?:{SEP}|\s{{0,3}},?\s{{0,3}}nam\s{{1,6}})(?P<y>[0-9]{{4}}|[0-9]{{2}}))?(?![0-9])"
)
TAIL = re.compile(
    rf"\s{{0,6}}(?P<mark>[,(\[]|{DASH})?\s{{0,6}}(?:"
    r"(?:(?:(?:duoc|da)\s{1,6})?(?:ban\s{1,6}hanh|ky)\s{1,6})?(?:vao\s{1,6})?"
    rf"(?:(?P<word>ngay|ng\.?)\s{{0,6}}:?\s{{0,6}})?{DAY}"
    r"|nam\s{1,6}(?P<year>(?:19|20)[0-9]{2})(?!\s?[-–]?[0-9])"
    r"|(?P<by>cua|do)\s{1,6}"
    r"|(?P<organ>(?=(?:bo\s{1,6}chinh\s{1,6}tri|ban\s{1,6}(?:bi\s{1,6}thu|thuong\s{1,6}vu|chap\s{1,6}hanh))\b))"
    r")"
)
MORE = re.compile(
    rf"\s{{0,6}}(?:[,;&+(\[]|{DASH}|n|cua\s|do\s|va\s|hoac\s|cung\s|voi\s|den\s|toi\s|cho\s|b[oa]|ky|d[ua]|[0-9]{{1,2}}"
    rf"(?:{SEP}|\s{{1,6}}thang\s{{1,6}})[0-9])"
)
# "(sau đây gọi là Chỉ thị 35)": what follows it is still told of the document before it.
NAMED = re.compile(r"\s{0,3}\((?:sau\s{1,3}day|goi|viet)\s[^()]{0,80}\)")
OPENED = ("(", "[")
CLOSE = re.compile(r"\s{0,3}[)\]]")


@dataclass
class Tail:
    """The date, the year and the issuer told behind a number; `end` is where they end."""

    end: int
    day: date | None = None
    year: int | None = None
    issuer: str | None = None
    dated: bool = False


def goes_on(plain: str, end: int) -> bool:
    """Whether what follows a symbol may be its date, its issuer or another number; quick to say no."""
    return MORE.match(plain, end) is not None


def read(text: Levelled, start: int) -> Tail | None:
    """Date, year and issuer behind a symbol that ends at `start`; None for nothing of the kind."""
    tail = _run(text, start)
    if not tail.issuer and (named := NAMED.match(text.plain, tail.end)):
        behind = _run(text, named.end())
        tail.issuer = behind.issuer
        if not tail.dated:
            tail.day, tail.year = behind.day, behind.year
    return tail if tail.end > start or tail.issuer or tail.day else None


def _run(text: Levelled, start: int) -> Tail:
    tail = Tail(start)
    for _ in range(3):
        if not _more(text, tail):
            break
    return tail


def _more(text: Levelled, tail: Tail) -> bool:
    """One part more of the tail."""
    found = TAIL.match(text.plain, tail.end)
    if not found or _is_new_line(text, tail.end, found):
        return False
    if found["by"] or found["organ"] is not None:
        return _by(text, tail, found)
    if tail.dated:
        return False
    if found["year"]:
        tail.year = int(found["year"])
    elif not _date(tail, found):
        return False
    tail.dated = True
    tail.end = _closed(text, found, found.end())
    return True


def _is_new_line(text: Levelled, start: int, found: re.Match[str]) -> bool:
    """Whether what was found begins a paragraph of its own: "…35-CT/TW", and below it "Ngày 30/5/2019, …"."""
    begin = (
        found.end()
        if found["organ"] is not None
        else found.start("by")
        if found["by"]
        else found.start("word")
    )
    begin = found.end() - 1 if begin < 0 else begin
    if "\n" not in text.plain[start:begin] or found["mark"] in (",", "(", "["):
        return False
    return not text.words[begin].islower()


def _date(tail: Tail, found: re.Match[str]) -> bool:
    """Takes the date; without "ngày" it must be whole, so that a sum or a range is none."""
    day, month, year = found.group("d", "m", "y")
    if not found["word"] and (not year or len(year) == 2):
        return False
    if year and len(year) == 4:
        try:
            tail.day = spans.make_day(int(year), int(month), int(day))
        except ValueError:
            tail.day = None  # an impossible day is told by nobody
    return True


def _by(text: Levelled, tail: Tail, found: re.Match[str]) -> bool:
    if tail.issuer:
        return False
    read_one = issuers.read(text, found.end())
    if not read_one:
        return False
    tail.issuer, end = read_one
    tail.end = _closed(text, found, end)
    return True


def _closed(text: Levelled, found: re.Match[str], end: int) -> int:
    """Past the bracket that closes what the tail opened."""
    if found["mark"] not in OPENED:
        return end
    close = CLOSE.match(text.plain, end)
    return close.end() if close else end
