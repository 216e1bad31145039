"""Words that lost the letter ư of TCVN3 on the way, where it passed for a soft hyphen."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rules.syllables import is_vietnamese

LETTER = r"[^\W\d_]"
WORD = re.compile(rf"{LETTER}+(?:-{LETTER}+)*")
# ơ and its tones, and ư before the same.
HORNED = {"ơ": "ươ", "ờ": "ườ", "ở": "ưở", "ỡ": "ưỡ", "ớ": "ướ", "ợ": "ượ"}
_O = "".join(HORNED)
# No syllable ends in ơng, ơc or ơu: only an ư before the ơ makes one.
SURE = re.compile(rf"({LETTER}*?)([{_O}])(ng|c|u)", re.IGNORECASE)
HYPHENED = re.compile(rf"([bcdđghklmnpqrstvx]{{1,3}})-([{_O}][a-z]{{0,2}})", re.IGNORECASE)
OPEN = re.compile(rf"{LETTER}*[^\W\d_uưUƯ]([{_O}])[imnpt]", re.IGNORECASE)
BARE = re.compile("(ng|nh|ch|kh|ph|th|tr|[bcdđghklmnrstvx])-?(ng)")  # small: TH, NG shorten
SINGLE = frozenset(("nh", "th", "ch", "kh", "tr", "ng", "s", "t", "đ", "x", "d", "v", "h"))


@dataclass(frozen=True)
class Repair:
    """What the words from `start` to `end` (code points) most likely were; never put in place unasked."""

    start: int
    end: int
    text: str


def _with_horn(word: str) -> str:
    """The word with ư before its ơ, in its own case; empty where that makes no syllable."""
    shape = SURE.fullmatch(word)
    if not shape:
        return ""
    first, vowel, last = shape.groups()
    whole = HORNED[vowel.lower()]
    if vowel.isupper():
        whole = whole.upper() if first.isupper() or last.isupper() else whole.capitalize()
    repaired = first + whole + last
    return repaired if is_vietnamese(repaired.lower()) else ""


def _with_vowel(word: str) -> str:
    """Small consonants alone with ư among them: "nhng" was "nhưng", "th" was "thư"."""
    if word in SINGLE:
        return word + "ư"
    found = BARE.fullmatch(word)
    repaired = f"{found[1]}ư{found[2]}" if found else ""
    return repaired if is_vietnamese(repaired.lower()) else ""


def _joined(word: str) -> str:
    """A word that a hyphen took its ư: "Tr-ởng", "n-ớc"; empty where it is no such word."""
    found = HYPHENED.fullmatch(word)
    if not found:
        return ""
    repaired = found[1] + ("Ư" if word.isupper() else "ư") + found[2]
    return repaired if is_vietnamese(repaired.lower()) else ""


def find(text: str) -> tuple[list[tuple[int, int]], list[Repair]]:
    """Places of words that surely or maybe lost an ư, and the repairs that leave one choice only.

    A text that has a plain ư lost none, so there "ngời" and "mời" are themselves; single consonants
    count only in a text where a whole shape shows the loss.
    """
    shaped: list[Repair] = []
    alone: list[Repair] = []
    maybe: list[tuple[int, int]] = []
    for found in WORD.finditer(text):
        word, (start, end) = found.group(), found.span()
        if len(word) > 12:
            continue
        if repaired := _joined(word) or _with_horn(word):
            shaped.append(Repair(start, end, repaired))
        elif repaired := _with_vowel(word):
            alone.append(Repair(start, end, repaired))
        elif OPEN.fullmatch(word) and is_vietnamese(word.lower()):
            maybe.append((start, end))
    sure = shaped
    if shaped or any(len(repair.text) > 3 for repair in alone):
        sure = sorted(shaped + alone, key=lambda repair: repair.start)
    places = [(repair.start, repair.end) for repair in sure]
    if sure and not re.search("[ưƯ]", text):
        places = sorted(places + maybe)
    return places, sure
