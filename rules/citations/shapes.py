"""The shapes of numbers and symbols, "92-KH/ĐUK", "45/2018/QĐ-TTg", and what each of their pieces is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rules.citations import issuers, kinds
from rules.citations.levelled import Levelled
from rules.text import fold

# Every count in these patterns is bounded and no two neighbours eat the same letters: time stays linear.
DASH = "[-\u2010-\u2015\u2212\u2043~]"
FIGURES = r"[0-9]{1,6}(?:[a-e](?![\w]))?"
YEAR = r"(?:/(?P<year>(?:19|20)[0-9]{2})(?![0-9]))?"
WORD = r"[a-z][a-z0-9]{0,14}"
TYPES = "|".join(sorted({fold(code) for code in kinds.CODES}, key=len, reverse=True))
FIRST = rf"(?P<first>\s{{0,3}}{DASH}\s{{0,3}}|\s{{0,2}}/\s{{0,2}}|\s{{0,2}}(?=(?:{TYPES})\s?/))"
SECOND = rf"(?P<second>\s{{0,2}}/\s{{0,2}}|\s?{DASH}\s?)"
TAIL = rf"{FIRST}(?P<a>{WORD})(?![\w])(?:{SECOND}(?P<b>{WORD}(?:[-/\u2010-\u2013]{WORD}){{0,4}})(?![\w]))?"
LISTED = rf"[0-9]{{1,6}}(?:,[0-9]{{1,6}}){{0,5}}\s?(?:{DASH}|/)\s?(?:{TYPES})\s?(?:{DASH}|/)"  # "18,19-NQ/TW"
NO_MORE = rf"(?![\w]|\.[0-9]|,(?!{LISTED})[0-9]|\s?/\s?[0-9]|\s?%|\s[0-9])"
SYMBOL = re.compile(rf"(?P<number>{FIGURES}){YEAR}(?:{TAIL}|{NO_MORE})")
BLANK = re.compile(rf"(?P<number>[\s._…]{{0,60}}){YEAR}{TAIL}")
LAW = re.compile(r"(?:qh|ubtvqh)[0-9]{1,2}")
JOINT = re.compile("([-/\u2010-\u2013])")


class Meaning(NamedTuple):
    """What the letters of a symbol say; `sure` where they need no word in front to be one."""

    type_code: str | None
    type_name: str | None
    issuer_code: str | None
    sure: bool
    length: int  # of the part of the second piece that belongs to it; -1 for none of it

    @property
    def is_law(self) -> bool:
        return self.sure and self.type_code is None


NOTHING = Meaning(None, None, None, False, -1)


@dataclass(slots=True)
class Symbol:
    """A number with its symbol, from `start` to `end` in the text."""

    number: str
    year: int | None
    meaning: Meaning
    start: int
    end: int


def read(text: Levelled, start: int, blank: bool = False) -> Symbol | None:
    """The number and symbol that begin at `start`; with `blank` one whose number is not yet taken."""
    found = (BLANK if blank else SYMBOL).match(text.plain, start)
    if not found:
        return None
    number, year, first, a, second, b = found.group("number", "year", "first", "a", "second", "b")
    said = int(year) if year else None
    if a is None:
        return Symbol(number, said, NOTHING, start, found.end())
    from_a, from_b = found.start("a"), found.start("b")
    typed, tail = text.words[from_a : from_a + len(a)], text.words[from_b : found.end("b")] if b else ""
    marks = ("/" in first, bool(first.strip()), "/" in (second or ""))
    meaning = _meaning(marks, typed, tail, said is not None)
    if meaning is None:
        return None
    end = from_b + meaning.length if meaning.length >= 0 else from_a + len(a)
    return Symbol("" if blank else number, said, meaning, start, end)


@lru_cache(8192)
def _meaning(marks: tuple[bool, bool, bool], typed: str, tail: str, dated: bool) -> Meaning | None:
    """The type and the issuer of the letters `typed` and `tail`; None where they are no symbol.

    `marks`: the sign before the first is a slash, there is one at all, the sign before the second is a slash;
    `dated`: the number has its year.
    """
    slash, marked, slash_next = marks
    code = kinds.code_of(typed)
    issuer, length = _issuer(tail) if tail else (None, -1)
    if issuer is None:
        return _short(typed, code, slash, dated)
    if code:
        if (slash_next == slash or not marked) and not issuers.is_known(issuer):
            return None
        name = kinds.name_of(code, slash and not issuers.is_of_party(issuer))
        return Meaning(code, name, issuer, True, length)
    if issuers.code(typed) is None:
        return None
    if slash:  # "1234/UBND-NC": a công văn of a state body, which has no type
        return Meaning(None, None, f"{typed}-{issuer}", False, length)
    return Meaning(typed.upper(), None, issuer, False, length)


def _short(typed: str, code: str | None, slash: bool, dated: bool) -> Meaning | None:
    """A symbol of one piece: "92-KH" has no issuer, "158-CP" no type, "77/2015/QH13" is of a law."""
    if dated and LAW.fullmatch(fold(typed)):
        return Meaning(None, None, typed.upper(), True, -1)
    if code:
        return Meaning(code, kinds.name_of(code, slash), None, False, -1)
    issuer = issuers.code(typed)
    return Meaning(None, None, issuer, False, -1) if issuer else None


def _issuer(tail: str) -> tuple[str | None, int]:
    """The issuer's code among joined codes, "BTCTU-BNCTU", "VPTW/nb", without the small letters behind it."""
    parts = JOINT.split(tail)
    code = issuers.code(parts[0])
    if code is None:
        return None, -1
    length = len(parts[0])
    for mark, part in zip(parts[1::2], parts[2::2], strict=True):
        if part not in issuers.LAST_PARTS and (part.islower() or issuers.code(part) is None):
            break
        code += ("-" if mark != "/" else "/") + part
        length += 1 + len(part)
    return code, length
