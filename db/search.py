"""Typed words against kept texts: accents not needed, every word anywhere, typed accents narrow."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import reduce
from operator import and_
from typing import Any, TypeVar
from unicodedata import normalize

from rules.text import clean, fold

R = TypeVar("R")

# Both placements of a tone mark are right, on "o" or on "a" of "oa": a typed one may stand on either.
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_PAIRS = [(pair[0] + tone + pair[1], pair + tone) for pair in ("oa", "oe", "uy") for tone in _TONES]
_PLACES = [(normalize("NFC", old), normalize("NFC", new)) for old, new in _PAIRS]


def split(words: str) -> tuple[str, ...]:
    """The words of a search line, in lower case with their accents."""
    return tuple(clean(words).casefold().split())


def compact(text: str) -> str:
    """Letters and digits only, folded: "92-KH/ĐUK" becomes "92khduk"."""
    return re.sub(r"[\W_]", "", fold(text))


def where(words: str, contains: Callable[[str], Any]) -> list[Any]:
    """One condition per word, as `contains` (folded word -> expression) puts it; an empty line gives none."""
    return [contains(fold(word)) for word in split(words)]


def every(conditions: Iterable[Any]) -> Any:
    """All of the conditions as one; there must be at least one."""
    return reduce(and_, conditions)


def _as_typed(word: str) -> tuple[str, ...]:
    new, old = word, word
    for one, other in _PLACES:
        new, old = new.replace(one, other), old.replace(other, one)
    return (word, new, old)


def narrow(rows: list[R], words: str, text: Callable[[R], str]) -> list[R]:
    """Only the rows whose text carries the accents that were typed; words without accents do not count."""
    accented = [_as_typed(word) for word in split(words) if word != fold(word)]
    if not accented:
        return rows
    kept = []
    for row in rows:
        shown = text(row).casefold()
        if all(any(form in shown for form in forms) for forms in accented):
            kept.append(row)
    return kept


def found(key: str, shown: str, words: str) -> bool:
    """Whether every word stands in the folded key, and the accented ones in the text shown."""
    if not all(fold(word) in key for word in split(words)):
        return False
    return bool(narrow([shown], words, lambda text: text))
