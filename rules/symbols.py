"""Reads what a clerk types or pastes about a document: "92-KH/ĐUK, ngày 19/8/2019", a whole citation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rules import spans
from rules.citations import shapes
from rules.citations.levelled import Levelled, level
from rules.citations.shapes import Symbol
from rules.dates import VagueDate, exact, parse_vague
from rules.directives import CENTRAL_ORGANS, DIRECTIVE_TYPES, ORGANS
from rules.text import clean, fold

# What is typed in a field is a symbol by its place: it needs no "số" in front, as it does in running text.
TYPED = re.compile(r"(?<![\w/-])[0-9]|\bso\s*(?=[\s._…]*[-/–]\s*[a-z])|(?<![\w)])-\s?(?=[a-z]{2,4}\s?/)")
BARE = re.compile(r"\bso\s*:?\s*(?P<number>\d{1,6})(?![\w/.-])")
DAY = re.compile(
    r"ngay\s+\d{1,2}(?:\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\s+thang\s+\d{1,2}(?:\s*,)?\s+nam\s+\d{4})"
    r"|(?<![\w/-])\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}(?![\w/])"
    r"|thang\s+\d{1,2}(?:\s*/\s*|\s+nam\s+)\d{4}"
)
BY = re.compile(r"\bcua\s+(?P<words>.+?)\s*(?=,|;|\.$|\bve\s|\bv/v\b|$)")
ABOUT = re.compile(r"(?:\bve\s|\bv/v\s).+$")


@dataclass(frozen=True)
class Reading:
    """What could be read; "" and None where the words say nothing."""

    number: int | None = None
    type_code: str = ""
    type_name: str = ""
    issuer_code: str = ""
    issued: VagueDate | None = None
    issuer: str = ""  # "Ban Thường vụ Tỉnh ủy"
    subject: str = ""

    def __bool__(self) -> bool:
        return bool(self.number or self.type_name or self.type_code or self.issuer_code)


def read_symbol(text: str) -> Reading:
    """Number, type, issuer, day and subject, from a bare symbol or a whole citation."""
    levelled = level(clean(text))
    words, plain = levelled.words, levelled.plain
    found = _symbol(levelled)
    bare = None if found else BARE.search(plain)
    number = found.number if found else bare["number"] if bare else ""
    name, code = _type(plain, found.meaning.type_code or "" if found else "")
    rest = found.end if found else bare.end() if bare else 0
    return Reading(
        number=int(number) if number.isdigit() else None,
        type_code=code,
        type_name=name,
        issuer_code=(found.meaning.issuer_code or "") if found else "",
        issued=_day(words, plain, rest),
        issuer=_issuer(words, plain, rest),
        subject=_subject(words, plain, rest),
    )


def _symbol(text: Levelled) -> Symbol | None:
    """The first number with a type or an issuer's code behind it; a number may still be missing."""
    for hit in TYPED.finditer(text.plain):
        blank = not hit[0].isdigit()
        symbol = shapes.read(text, hit.start() if hit[0][0] == "-" or not blank else hit.end(), blank)
        meaning = symbol.meaning if symbol else shapes.NOTHING
        if meaning.sure or meaning.type_code or "-" in (meaning.issuer_code or ""):
            return symbol
    return None


def _upper(code: str) -> str:
    """Codes are capitals; what already has a capital stays as typed ("BTCTUn" may be meant)."""
    return code if any(letter.isupper() for letter in code) else code.upper()


def _type(plain: str, code: str) -> tuple[str, str]:
    """Name and code of the type: the code decides, a name written in front fills what it leaves open."""
    names = sorted({kind.name for kind in DIRECTIVE_TYPES}, key=len, reverse=True)
    written = next((name for name in names if re.match(rf"{re.escape(fold(name))}\b", plain)), "")
    same = [kind for kind in DIRECTIVE_TYPES if code and fold(kind.code) == fold(code)]
    exact = [kind for kind in same if kind.code == code] or same
    if written and (not code or any(kind.name == written for kind in same)):
        codes = [kind.code for kind in same if kind.name == written]
        return written, codes[-1] if codes else ""
    if exact:
        return exact[-1].name if code != "QĐ" else "Quyết định", exact[-1].code
    return written, _upper(code)


def _day(words: str, plain: str, start: int) -> VagueDate | None:
    """The first day after the symbol: an exact one as papers write it, an impossible one as its words."""
    found = DAY.search(plain, start)
    if not found:
        return None
    typed = re.sub(r"^ngày\s+", "", words[slice(*found.span())], flags=re.IGNORECASE)
    try:
        day = parse_vague(typed)
    except ValueError:
        return VagueDate(typed, None, None)
    return exact(day.earliest) if day and day.earliest and day.earliest == day.latest else day


def _issuer(words: str, plain: str, start: int) -> str:
    found = BY.search(plain, start)
    return words[slice(*found.span("words"))].strip(" ,.;") if found else ""


def _subject(words: str, plain: str, start: int) -> str:
    """From "về …" or "V/v …" to the end."""
    found = ABOUT.search(plain, start)
    if not found:
        return ""
    text = words[found.start() :].strip(" .;")
    return "về " + text[4:].strip() if plain.startswith("v/v", found.start()) else text


def split_issuer(words: str, organs: Iterable[str] = (*CENTRAL_ORGANS, *ORGANS)) -> tuple[str, str]:
    """Organ and committee: "Ban Thường vụ Tỉnh ủy" is ("Ban Thường vụ", "Tỉnh ủy"); no organ is ""."""
    plain = spans.level(clean(words))
    for organ in sorted(organs, key=len, reverse=True):
        if plain == fold(organ) or plain.startswith(f"{fold(organ)} "):
            return organ, clean(words)[len(organ) :].strip()
    return "", clean(words)


def usual_organ(type_name: str, issuer_code: str) -> str:
    """The organ that signs such a document as a rule; "" where there is none.

    Chỉ thị, thông tri and hướng dẫn of a province or a khối come from its standing committee
    (66-QĐ/TW, điều 7); plans and reports most of the time. The centre has two organs, so nothing is guessed.
    """
    committees = ("TU", "ĐUK", "ĐU", "HU", "QU", "ThU")
    by_standing = ("Chỉ thị", "Thông tri", "Hướng dẫn", "Kế hoạch")
    return "Ban Thường vụ" if issuer_code in committees and type_name in by_standing else ""
