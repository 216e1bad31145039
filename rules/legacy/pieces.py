"""Which reading each word of a text gets: by its font, by itself, or by the words around it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from rules.legacy.letters import to_unicode
from rules.legacy.tables import MARKED, VNI_BREVE, VNI_CIRCUMFLEX, Encoding
from rules.legacy.words import SIGNS, Kind, Word, syllable
from rules.syllables import is_vietnamese

# Signs that stand alone far more often than the letters of TCVN3 on their places do: "·" in lists, "½ ngày".
ALONE = frozenset("·»¼½¾×÷¶¹")
ENOUGH = 2  # so many sure words of one kind in a line and none of another: doubtful ones are of it too
DOUBLED = [base + mark for base in "aeo" for mark in VNI_CIRCUMFLEX] + ["a" + mark for mark in VNI_BREVE]
VOWELS = frozenset("aeiouy")
NATIVE = frozenset(MARKED + "abcdeghiklmnopqrstuvxyABCDEGHIKLMNOPQRSTUVXY")  # no f, j, w, z


@dataclass(frozen=True)
class Piece:
    """A word as it was read: in what kind, and whether a person should look at it."""

    word: Word
    text: str
    kind: Kind | None = None
    doubtful: bool = False


def by_font(words: Sequence[Word], known: Encoding) -> list[Piece]:
    """Words of a run in an old font. Empty where they are Unicode all the same, typed in that font."""
    kind: Kind = "vni" if known == "vni" else "tcvn3"
    typed_unicode = any(word.proof == "unicode" for word in words)
    if typed_unicode and not any(word.sure == kind for word in words):
        return []
    return [_in_font(word, kind, typed_unicode) for word in words]


def _in_font(word: Word, kind: Kind, typed_unicode: bool) -> Piece:
    if word.text.isascii() or word.proof == "unicode" or (typed_unicode and "unicode" in word.readings):
        return Piece(word, word.text)
    return Piece(word, to_unicode(word.text, kind), kind)


def by_words(text: str, words: Sequence[Word], found: Counter[Kind]) -> list[Piece]:
    """Words of a text without a font, `found`: its kinds with how many words show each."""
    if len(found) == 1 and found.total() >= ENOUGH:
        (only,) = found
        return [_read(text, word, only, found, certain=True) for word in words]
    read: list[Piece] = []
    for line in _lines(text, words):
        settled = [_settled(word, found) for word in line]
        common = _common(settled)
        near = [common] * len(line) if common else _near(settled)
        certain = common is not None and settled.count(common) >= ENOUGH
        read += [_read(text, word, kind, found, certain) for word, kind in zip(line, near, strict=True)]
    return read


def _lines(text: str, words: Sequence[Word]) -> Iterator[list[Word]]:
    line: list[Word] = []
    for word in words:
        if line and "\n" in text[line[-1].end : word.start]:
            yield line
            line = []
        line.append(word)
    yield line


def _fitting(word: Word, found: Collection[Kind]) -> dict[Kind, str]:
    """Its readings in Unicode and in the kinds of the text."""
    return {kind: reading for kind, reading in word.readings.items() if kind in found or kind == "unicode"}


def _settled(word: Word, found: Collection[Kind]) -> Kind | None:
    """The one kind the word can be in, in this text."""
    if word.proof:
        return word.proof
    fitting = _fitting(word, found)
    return next(iter(fitting)) if len(fitting) == 1 else None


def _common(settled: Sequence[Kind | None]) -> Kind | None:
    """The kind of a whole line: several words show it and none another."""
    shown = Counter(kind for kind in settled if kind)
    if len(shown) == 1 and (shown.total() >= ENOUGH or shown["tcvn3"]):
        return next(iter(shown))  # VNI is what half-done conversions leave, TCVN3 is not
    return None


def _near(settled: Sequence[Kind | None]) -> list[Kind]:
    """For each word of a line that is not of one kind: an old kind next to it, or on both its sides.

    Where Unicode stands on one side the word is Unicode, for then the old ones are what a converter left.
    """
    before: list[Kind | None] = [None, *settled[:-1]]
    after: list[Kind | None] = [*settled[1:], None]
    mixed = "unicode" in settled
    for place in range(1, len(settled)):
        before[place] = before[place] or (before[place - 1] if mixed else None)
        after[-place - 1] = after[-place - 1] or (after[-place] if mixed else None)
    near: list[Kind] = []
    for left, right in zip(before, after, strict=True):
        one = left or right or "unicode"
        near.append(one if (left == right if mixed else True) else "unicode")
    return near


def _read(text: str, word: Word, near: Kind, found: Collection[Kind], certain: bool) -> Piece:
    """`near` decides where the word itself does not; where that is not `certain`, the word is doubtful."""
    if word.proof:
        if word.proof == "unicode" or word.proof not in found:
            return Piece(word, word.text, None, word.proof != "unicode")
        return Piece(word, to_unicode(word.text, word.proof), word.proof)
    fitting = _fitting(word, found)
    if word.text in ALONE or (word.text.isascii() and not fitting):
        return _in_ascii(text, word) if "viqr" in found else Piece(word, word.text)
    if not fitting:
        return _unknown(word, next(iter(found)) if "unicode" not in found else near)
    kind = near if near in fitting else next(iter(fitting))
    return Piece(word, fitting[kind], kind, not certain and len(set(fitting.values())) > 1)


def _unknown(word: Word, old: Kind) -> Piece:
    """No syllable in any kind: Krông and Đ are read, Müller stays; a person looks at either."""
    reading = to_unicode(word.text, old) if old in ("tcvn3", "vni") else word.text
    told = SIGNS if old == "tcvn3" else DOUBLED
    if reading != word.text and (
        len(reading) == 1 or _is_native(reading) or any(code in word.text.lower() for code in told)
    ):
        return Piece(word, reading, old, doubtful=len(reading) > 1 and not syllable(reading))
    return Piece(word, word.text, None, doubtful=word.text not in SIGNS)


def _is_native(word: str) -> bool:
    """One group of Vietnamese vowels between consonants of any kind: Krông, Plei, Đắk."""
    if not NATIVE.issuperset(word):
        return False
    vowels = "".join(
        letter if unicodedata.normalize("NFD", letter)[0].lower() in VOWELS else " " for letter in word
    )
    groups = vowels.split()
    return len(groups) == 1 and any(is_vietnamese(groups[0].lower() + end) for end in ("", "n", "c"))


def _in_ascii(text: str, word: Word) -> Piece:
    """A word of plain letters in a text in VIQR, its last mark a tone, or an end of sentence: "ta. Ta"."""
    reading = to_unicode(word.text, "viqr")
    if reading == word.text:
        return Piece(word, word.text)
    if syllable(reading):
        return Piece(word, reading, "viqr", _END.search(text[word.end - 1 : word.end + 4]) is not None)
    return Piece(word, reading if _SHAPED.search(word.text) else word.text, "viqr", True)


_END = re.compile(r"^[.?][\"')\]]?(?:\s+[A-Z]|\s*\n|\s*$)")
_SHAPED = re.compile(r"[\^(+]|^[dD]d|^[^AEIOUY]*DD[A-Z]*$")
