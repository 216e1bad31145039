"""Which old encoding a text without a font is in, told by which words are syllables in which encoding."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from rules.legacy.words import Kind, Word, are_capitals, find, has_viqr, shows_shift

Guess = Literal["tcvn3", "tcvn3-h", "vni", "viqr", "mixed"]

FOREIGN = 4  # so many foreign words to one that only an old encoding explains: the text is foreign
SLIGHT = 0.08  # a kind with a smaller part of the sure words is chance


def words_of(text: str) -> list[Word]:
    """The words of the text, those with VIQR's marks whole where there are such."""
    return list(find(text, has_viqr(text)))


def kinds(words: Sequence[Word]) -> Counter[Kind]:
    """How many sure words each kind has, kinds that are there only by chance left out.

    Beside sure Unicode an old encoding counts only by words that no Unicode Vietnamese has.
    """
    sure = Counter(word.sure for word in words if word.sure)
    hard = Counter(word.sure for word in words if word.sure and (word.hard or word.proof))
    kept: Counter[Kind] = Counter()
    for kind, count in sure.items():
        if kind is None or count < SLIGHT * sure.total():
            continue
        if kind == "unicode" or hard[kind] or not sure["unicode"]:
            kept[kind] = count
    _leave_out_viqr(kept, words, hard["viqr"])
    return kept


def _leave_out_viqr(kept: Counter[Kind], words: Sequence[Word], shaped: int) -> None:
    """ "I'm", "ma'am": marks in English are no VIQR."""
    foreign = sum(word.foreign for word in words)
    whole = any(word.sure == "viqr" and len(word.readings["viqr"]) > 2 for word in words) and not foreign
    if kept["viqr"] and (kept["viqr"] < foreign or not (shaped or whole or kept["viqr"] > 1)):
        del kept["viqr"]


def choose(words: Sequence[Word]) -> Counter[Kind]:
    """The kinds that the text is in; empty for a text that stays as it is."""
    found = kinds(words)
    old = found.total() - found["unicode"]
    if not old:
        likely = _likely(words, found["unicode"] > 0)
        old, found = likely.total(), found + likely
    return found if old and sum(word.foreign for word in words) <= FOREIGN * old else Counter()


def _likely(words: Sequence[Word], hard: bool) -> Counter[Kind]:
    """Where no word is sure: the old encoding that gives words that are no Unicode the most usual letters."""
    open_words = [
        word for word in words if word.readings.keys() & {"tcvn3", "vni"} and "unicode" not in word.readings
    ]
    if hard:
        open_words = [word for word in open_words if word.hard]
    fits = Counter(kind for word in open_words for kind in word.readings)
    if not fits:
        return Counter()
    usual = {kind: sum(weight(word.readings.get(kind, "")) for word in open_words) for kind in fits}
    best = max(fits, key=lambda kind: (fits[kind], usual[kind]))
    return Counter({best: fits[best]})


# Marked letters, the most frequent of office papers first.
FREQUENT = "đưáệộàảếịủạểơờêăỉấâụựôốậầìứổíòóọởớừýợềúữồẫửãắặùỗõẩỳằèéễũẻỷỹẳẵĩẽỏỡẹỵ"
_RANK = {letter: 1 / (place + 2) for place, letter in reversed(list(enumerate(FREQUENT)))}


def weight(word: str) -> float:
    """How usual the marked letters of a word are; for choosing between readings."""
    return sum(_RANK.get(letter, 0.0) for letter in word.lower())


def guess(text: str) -> Guess | None:
    """The old encoding of the text, "mixed" where it is in several or half in Unicode, None for Unicode."""
    words = words_of(unicodedata.normalize("NFC", text))
    return encoding_of(choose(words), words)


def encoding_of(found: Counter[Kind], words: Sequence[Word]) -> Guess | None:
    """The one name for the kinds found in these words."""
    if not found or len(found) > 1:
        return "mixed" if found else None
    (kind,) = found
    if kind == "tcvn3" and _in_capitals(words):
        return "tcvn3-h"
    return None if kind == "unicode" else kind


def _in_capitals(words: Sequence[Word]) -> bool:
    """TCVN3 typed in capitals, for a font that draws them: "QUYÕT §ÞNH"."""
    told = [word for word in words if "tcvn3" in word.readings]
    small = sum(any("a" <= letter <= "z" for letter in word.text) for word in told)
    shifted = sum(shows_shift(word.text, word.readings["tcvn3"]) for word in told)
    return shifted > small or are_capitals([(word.text, word.readings["tcvn3"]) for word in told], words)
