"""Typed words against kept texts: accents not needed, typed ones narrow, the best answer first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, reduce
from operator import and_, or_
from typing import Any, NamedTuple, TypeVar
from unicodedata import normalize

from peewee import Case, fn

from rules import names
from rules.text import clean, fold

R = TypeVar("R")
Rank = tuple[int, int]  # how well, then 0 where the words stand together as typed

# How a word stands in a row, the best first: the whole name, a word of it, the beginning of a word,
# its initials, somewhere inside; in another text of the row.
EXACT, WORD, START, LETTERS, INSIDE, BESIDE = range(6)

# Both placements of a tone mark are right, on "o" or on "a" of "oa": a typed one may stand on either.
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_PAIRS = [(pair[0] + tone + pair[1], pair + tone) for pair in ("oa", "oe", "uy") for tone in _TONES]
_PLACES = [(normalize("NFC", old), normalize("NFC", new)) for old, new in _PAIRS]
MOST_LETTERS = 8  # of initials
LONGEST, MOST = 300, 20  # letters and words of a search line that are looked for


class Text(NamedTuple):
    """What a row is found by: its names as they are shown, and its other texts."""

    names: tuple[str, ...]
    rest: str = ""


def split(words: str) -> tuple[str, ...]:
    """The words of a search line, in lower case with their accents; a dash or a slash alone is no word."""
    typed = tuple(dict.fromkeys(clean(words[:LONGEST]).casefold().split()))[:MOST]
    return tuple(word for word in typed if compact(word)) or typed


def compact(text: str) -> str:
    """Letters and digits only, folded: "92-KH/ĐUK" becomes "92khduk"."""
    return re.sub(r"[\W_]", "", fold(text))


def forms(word: str) -> tuple[str, ...]:
    """The folded word as typed, and with its signs left out where that leaves something."""
    plain, bare = fold(word), compact(word)
    return (plain, bare) if bare and bare != plain else (plain,)


def where(words: str, contains: Callable[[str], Any]) -> list[Any]:
    """One condition per word, as `contains` (folded word -> expression) puts it; an empty line gives none."""
    return [either(map(contains, forms(word))) for word in split(words)]


def every(conditions: Iterable[Any]) -> Any:
    """All of the conditions as one; there must be at least one."""
    return reduce(and_, conditions)


def either(conditions: Iterable[Any]) -> Any:
    """One of the conditions at least."""
    return reduce(or_, conditions)


# -- accents


def is_accented(words: str) -> bool:
    """Whether accents were typed, which then must be there."""
    return any(word != fold(word) for word in split(words))


def narrow(rows: list[R], words: str, text: Callable[[R], str]) -> list[R]:
    """Only the rows whose text carries the accents that were typed; words without accents do not count."""
    accented = [_as_typed(word) for word in split(words) if word != fold(word)]
    if not accented:
        return rows
    return [row for row in rows if _carries(accented, text(row))]


def _as_typed(word: str) -> tuple[str, ...]:
    new, old = word, word
    for one, other in _PLACES:
        new, old = new.replace(one, other), old.replace(other, one)
    return (*dict.fromkeys((word, new, old)), re.sub(r"[\W_]", "", word) or word)


def _carries(accented: list[tuple[str, ...]], text: str) -> bool:
    """Each word in one of its forms: as it stands, in a number without its signs, as initials ("đvt")."""
    shown = text.casefold()
    tight = " ".join(re.sub(r"[\W_]", "", part) for part in shown.split())
    letters = "".join(part[0] for part in shown.split() if fold(part) not in names.LITTLE_WORDS)
    places = (shown, tight, letters)
    return all(any(form in place for form in as_typed for place in places) for as_typed in accented)


def accents_in(field: Any, word: str) -> Any:
    """The condition that a column of names carries the accents of the word; its case does not matter."""
    forms = _as_typed(word)
    patterns = [f"*{''.join(map(_either, form))}*" for form in forms]
    if len(forms[-1]) <= MOST_LETTERS:
        initials = "".join(f" {_either(letter)}*" for letter in forms[-1])
        patterns += [initials[1:], f"*{initials}"]
    return either(fn.GLOB(pattern, field) for pattern in patterns)


def _either(letter: str) -> str:
    """A letter of a GLOB pattern, small or capital."""
    capital = letter.upper()
    if len(capital) == 1 and capital != letter:
        return f"[{letter}{capital}]"
    if letter in names.APOSTROPHES:
        return f"[{names.APOSTROPHES}]"
    return f"[{letter}]" if letter in "*?[" else letter


def stands(key: Any, word: str) -> Any:
    """The condition that a word stands in a column of names; one letter has to begin a word."""
    plain = fold(word)
    if len(plain) == 1 and plain.isalpha():
        return key.startswith(plain) | (fn.INSTR(key, f" {plain}") > 0)
    return either(fn.INSTR(key, form) > 0 for form in forms(word))


def found(key: str, shown: str, words: str) -> bool:
    """Whether every word stands in the folded key, and the accented ones in the text shown.

    One letter has to begin a word.
    """
    return all(_is_in(key, word) for word in split(words)) and bool(narrow([shown], words, str))


def _is_in(key: str, word: str) -> bool:
    if len(word) == 1 and word.isalpha():
        return f" {fold(word)}" in f" {key}"
    if any(form in key for form in forms(word)):
        return True
    bare = compact(word)  # "92kh" of "92-kh/duk"
    return bool(bare) and any(bare in compact(part) for part in key.split())


# -- the best first


@lru_cache(maxsize=20_000)
def _parts(name: str) -> tuple[str, frozenset[str], str]:
    """Of a name: its folded form, its words with signs and without, its initials."""
    plain = fold(clean(name))
    pieces = plain.split()
    words = {*pieces, *map(compact, pieces), *re.split(r"[\W_]+", plain)} - {""}
    return plain, frozenset(words), names.initials(name)


def rank(words: str, text: Text) -> Rank:
    """How well the words find the row; less is better. For a row that is found: see `found`."""
    plain = fold(clean(words))
    parts = [_parts(name) for name in text.names if name]
    if any(plain == name or (compact(plain) and compact(plain) == compact(name)) for name, _, _ in parts):
        return EXACT, 0
    together = any(f" {plain}" in f" {name}" for name, _, _ in parts)
    return max((_stands(word, parts) for word in split(words)), default=BESIDE), 0 if together else 1


def _stands(word: str, parts: Sequence[tuple[str, frozenset[str], str]]) -> int:
    asked = forms(word)
    best = BESIDE
    for plain, words, letters in parts:
        if any(form in words for form in asked):
            return WORD
        if any(one.startswith(form) for form in asked for one in words):
            best = min(best, START)
        elif any(letters.startswith(form) for form in asked):
            best = min(best, LETTERS)
        elif any(form in plain or form in letters for form in asked):
            best = min(best, INSIDE)
    return best


def best_first(rows: list[R], words: str, text: Callable[[R], Text]) -> list[R]:
    """Rows that were found, the best first, else in the order they had; without words as they are."""
    return sorted(rows, key=lambda row: rank(words, text(row))) if split(words) else rows


def ranked(key: Any, words: str) -> Any:
    """The same for the file itself: how well the words stand in a column made by rules.names.search_key."""
    asked = split(words)
    each = [_ranked(key, fold(word)) for word in asked]
    whole = fn.MAX(*each) if len(each) > 1 else each[0]
    return Case(None, [(key == names.search_key(words), EXACT)], whole)


def _ranked(key: Any, word: str) -> Any:
    """The initials stand last in the key, so what begins before the last space is a word of the name."""
    plain = re.sub(r"([\\%_])", r"\\\1", word)

    def like(pattern: str) -> Any:
        return fn.LIKE(pattern, key, "\\")

    inside = Case(None, [(fn.INSTR(key, word) > 0, INSIDE)], BESIDE)
    begun = [(like(f"{plain}%") | like(f"% {plain}% %"), START), (fn.INSTR(key, f" {word}") > 0, LETTERS)]
    return Case(None, [(like(f"{plain} %") | like(f"% {plain} %"), WORD), *begun], inside)
