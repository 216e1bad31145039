"""Words of a text with what each could mean: Unicode as it stands, or a word of an old encoding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rules.legacy.letters import parts, to_unicode
from rules.legacy.tables import MARKED, TCVN3, UNICODE_ONLY, VNI
from rules.syllables import is_vietnamese

Kind = Literal["unicode", "tcvn3", "vni", "viqr"]
LONGEST = 12  # letters of a word that is worth a reading; the longest syllable has seven, eleven in VIQR

# Letters and the signs that TCVN3 puts letters on (§ ¸ ­ …); digits, ° ± ² ³ ´ º ¿ are none in any encoding.
LETTERS = r"A-Za-z\u00a1-\u00ae\u00b5-\u00b9\u00bb-\u00be\u00c0-\u024f\u0300-\u0323\u0370-\u03ff\u1e00-\u1eff"
WORD = re.compile(rf"[{LETTERS}]+")
_MARK = r"[`?~'.]"
_VIQR = rf"(?:[aAeEoO]\^|[aA]\(|[oOuU]\+){_MARK}?|[aeiouyAEIOUY]{_MARK}|[A-Za-z]"
_VIQR_WORD = rf"(?<![{LETTERS}])(?:{_VIQR})+(?![{LETTERS}])"
WORD_OR_VIQR = re.compile(rf"{_VIQR_WORD}|[{LETTERS}]+")
ALONE = frozenset({"Ð", "Ø", "Ñ", "µm"})  # letters and units that stand alone in sound text
SIGNS = frozenset(code for code in TCVN3 if not code.isalpha() or code in "ªµ")
ALL_MARKS = frozenset("`?~'.^(+")
PAIR = re.compile("|".join(code for code in VNI if len(code) == 2))
SECTION = re.compile("§[IVXLC]*")  # §II: the sign of a section in a text that is Unicode
SHORTENED_TCVN3 = re.compile(r"(?!§[IVXLC]+$)[A-Z¡-§]*(?:[A-Z][¡-§]|[¡-§][A-Z])[A-Z¡-§]*")
SHORTENED_VNI = re.compile(
    r"(?=.{2,6}$)[B-DF-HJ-NP-TV-XZ]*[AEIOUY]?[B-DF-HJ-NP-TV-XZ]*[ÑÖ][B-DF-HJ-NP-TV-XZÑÖ]*U?[A-Z]?"
)
TRAILING = ".?'"  # an end of sentence or of quotation as well as a tone
NATIVE = frozenset(MARKED) | frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


@dataclass(frozen=True)
class Word:
    """One word: its place, what it reads as in each kind that makes a syllable of it, how sure that is."""

    start: int
    end: int
    text: str
    readings: dict[Kind, str]
    proof: Kind | None  # only this kind can be meant, whatever stands around
    hard: bool  # has what no Unicode Vietnamese word has
    foreign: bool  # a syllable in no kind

    @property
    def sure(self) -> Kind | None:
        """The one kind that makes a syllable of it."""
        if self.proof:
            return self.proof
        return next(iter(self.readings)) if len(self.readings) == 1 else None


def find(text: str, viqr: bool) -> Iterator[Word]:
    """Every word of the text that is not part of an address; `viqr`: ASCII marks belong to words."""
    place = 0
    pattern = WORD_OR_VIQR if viqr else WORD
    for part, address in parts(text):
        if not address:
            for found in pattern.finditer(part):
                yield read(found.group(), place + found.start())
        place += len(part)


def read(text: str, start: int) -> Word:
    """The word at this place of a text."""
    readings, proof, hard, foreign = _meant(text) if len(text) <= LONGEST else ({}, None, False, True)
    if len(text) > LONGEST and not UNICODE_ONLY.isdisjoint(text):
        proof = "unicode"
    return Word(start, start + len(text), text, readings, proof, hard, foreign)


@lru_cache(maxsize=20_000)
def _meant(text: str) -> tuple[dict[Kind, str], Kind | None, bool, bool]:
    if text.isascii():
        return _meant_in_ascii(text)
    if not UNICODE_ONLY.isdisjoint(text):
        return {}, "unicode", False, False
    readings = {} if text in SIGNS or text in ALONE else _readings(text)  # "·", "½" alone tell nothing
    hard = not NATIVE.issuperset(text) or ("unicode" not in readings and PAIR.search(text) is not None)
    proof: Kind | None = None
    if not readings:
        proof = _shortened(text)
    return readings, proof, hard, not readings and not proof and text not in SIGNS


def _meant_in_ascii(text: str) -> tuple[dict[Kind, str], Kind | None, bool, bool]:
    """No marks: means the same everywhere. With marks it is VIQR or letters and full stops."""
    if ALL_MARKS.isdisjoint(text) and text[:2].lower() != "dd":
        plain = len(text) > 1 and not text.isupper() and not is_vietnamese(text)
        return {}, None, False, plain
    read_as = read_viqr(text)
    if not read_as:
        return {}, None, False, len(text) > 1
    shaped = not frozenset("^(+`~").isdisjoint(text) or text[:2].lower() == "dd"
    inside = not ALL_MARKS.isdisjoint(text[:-1]) or text[-1] not in TRAILING
    sure = len(read_as) > 1 and (shaped or inside)
    return ({"viqr": read_as} if sure else {}), None, sure and shaped, False


def read_viqr(text: str) -> str:
    """The syllable it is in VIQR, and what ends a sentence after a syllable that has its tone; else empty."""
    whole = to_unicode(text, "viqr")
    if syllable(whole):
        return whole
    short = to_unicode(text[:-1], "viqr")
    return short + text[-1] if text[-1] in TRAILING and not short.isascii() and syllable(short) else ""


def _readings(text: str) -> dict[Kind, str]:
    """A word of Latin-1 letters in every kind that makes one syllable of it; equal readings count once."""
    readings: dict[Kind, str] = {}
    if syllable(text) and is_cased(text):
        readings["unicode"] = text
    if all(letter.isascii() or letter in TCVN3 for letter in text) and not SECTION.fullmatch(text):
        as_tcvn3 = to_unicode(text, "tcvn3")
        if syllable(as_tcvn3) and (is_cased(as_tcvn3) or is_shifted(text)):
            readings["tcvn3"] = as_tcvn3
    as_vni = to_unicode(text, "vni")
    if syllable(as_vni) and is_cased(as_vni):
        readings["vni"] = as_vni
    return readings


def _shortened(text: str) -> Kind | None:
    """Q§, H§ND, T¦ in TCVN3; QÑ, HÑND in VNI."""
    if SHORTENED_TCVN3.fullmatch(text):
        return "tcvn3"
    return "vni" if SHORTENED_VNI.fullmatch(text) else None


def syllable(word: str) -> bool:
    """One Vietnamese syllable, whatever its capitals: TCVN3 has few."""
    return len(word) <= LONGEST and is_vietnamese(word.lower())


def is_cased(word: str) -> bool:
    """Written small, in capitals, or with a capital first."""
    return word.islower() or word.isupper() or (word[0].isupper() and word[1:].islower())


def is_shifted(raw: str) -> bool:
    """TCVN3 typed in capitals: the Latin letters are capitals, the codes of marked letters stay small."""
    plain = [letter for letter in raw if letter.isascii() and letter.isalpha()]
    return bool(plain) and all(letter.isupper() for letter in plain)


def shows_shift(raw: str, reading: str) -> bool:
    """Such a word with a small letter among or before capitals, as no word is written: "NGHị", "ủY"."""
    if not is_shifted(raw):
        return False
    last_small = max((place for place, letter in enumerate(reading) if letter.islower()), default=-1)
    capitals = sum(letter.isascii() and letter.isupper() for letter in raw)
    return last_small >= 0 and (capitals > 1 or any(letter.isupper() for letter in reading[last_small:]))


def are_capitals(told: Sequence[tuple[str, str]], words: Sequence[Word]) -> bool:
    """Several Latin letters, all capitals, and a TCVN3 word (as written, as read) with a small letter."""
    plain = [letter for word in words for letter in word.text if letter.isascii() and letter.isalpha()]
    shown = any(is_shifted(raw) and not reading.isupper() for raw, reading in told)
    return shown and len(plain) > 1 and all(letter.isupper() for letter in plain)


def has_viqr(text: str) -> bool:
    """Whether ASCII marks stand after vowels, or a word begins with dd: worth reading as VIQR."""
    return _HINT.search(text) is not None


_HINT = re.compile(r"[aeiouyAEIOUY][`?~'.^(+]|\b[dD][dD]")
