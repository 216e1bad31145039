"""Names of people: the order they are listed in and the letters they are found by."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from rules.text import clean, fold

# Letters and signs in the order of CLDR "vi"; signs and figures stand before letters.
LETTERS = " _-,;:!?.'\"()[]{}@*/\\&#%0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
NO_TONE, OTHER_MARK = "0", "9"
LEVEL_END, PART_END = "\x02", "\x01"  # below every weight, so that the shorter name comes first
FIRST_WEIGHT, UNKNOWN = 0x21, "~"
WEIGHTS = {letter: chr(FIRST_WEIGHT + place) for place, letter in enumerate(LETTERS)}

LITTLE_WORDS = frozenset({"va", "cua", "cac"})


def _weigh(letter: str) -> tuple[str, str, str]:
    """Primary weight, tone and case of one letter."""
    low = letter.lower()
    case = "0" if low == letter else "1"
    plain, *marks = list(unicodedata.normalize("NFD", low))
    tone = next((TONES[mark] for mark in marks if mark in TONES), NO_TONE)
    base = unicodedata.normalize("NFC", plain + "".join(mark for mark in marks if mark not in TONES))
    if base in WEIGHTS:
        return WEIGHTS[base], tone, case
    if plain in WEIGHTS:
        return WEIGHTS[plain], OTHER_MARK, case
    return UNKNOWN + low, tone, case


def _part_key(part: str) -> str:
    """Letters of the whole part first, then its tones, then capitals: the levels of CLDR."""
    levels = zip(*map(_weigh, part), strict=True) if part else ((), (), ())
    return LEVEL_END.join("".join(level) for level in levels)


@cache
def _tables() -> tuple[dict[int, str], ...]:
    """The levels of every letter that Vietnamese and its neighbours write, for str.translate."""
    letters = [chr(code) for code in (*range(0x20, 0x250), *range(0x1EA0, 0x1EFA))]
    weights = [_weigh(letter) for letter in letters]
    return tuple({ord(a): w[level] for a, w in zip(letters, weights, strict=True)} for level in range(3))


@lru_cache(maxsize=50_000)
def alphabet_key(words: str) -> str:
    """Order of any words in CLDR "vi", read from left to right; quick enough for long lists."""
    return LEVEL_END.join(words.translate(table) for table in _tables())


def sort_key(full_name: str) -> str:
    """Order by given, then middle, then family name, each in CLDR "vi" order; compares byte by byte."""
    words = clean(full_name).split()
    if not words:
        return ""
    family = words[0] if len(words) > 1 else ""
    return PART_END.join(_part_key(part) for part in (words[-1], " ".join(words[1:-1]), family))


def initials(name: str) -> str:
    """First letters without marks and without little words: "skhcn"; "" for a single word."""
    words = fold(clean(name)).split()
    letters = [word[0] for word in words if word not in LITTLE_WORDS]
    return "".join(letters) if len(words) > 1 else ""


def search_key(full_name: str) -> str:
    """Search form of a name, initials included, so that "nvh" finds Nguyễn Văn Hòa."""
    return f"{fold(clean(full_name))} {initials(full_name)}".strip()
