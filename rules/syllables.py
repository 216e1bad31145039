"""What a Vietnamese syllable can be: first consonant, rhyme and tone, and the words that are none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

# What may follow each vowel, "-" for nothing: "ươ" and "ng" make the rhyme "ương".
PLAIN = {
    "a": "- c ch i m n ng nh o p t u y", "ă": "c m n ng p t", "â": "c m n ng p t u y",
    "e": "- c m n ng o p t", "ê": "- ch m n nh p t u", "i": "- a ch m n nh p t u", "iê": "c m n ng p t u",
    "o": "- c i m n ng p t", "oo": "c ng", "ô": "- c i m n ng p t", "ơ": "- i m n p t",
    "u": "- a c i m n ng p t", "uô": "c i m n ng t",
    "ư": "- a c i m n ng t u", "ươ": "c i m n ng p t u",
}  # fmt: skip
ROUNDED = {
    "oa": "- c ch i m n ng nh o p t y", "oă": "c m n ng t", "oe": "- m n o t", "uâ": "n ng t y",
    "uê": "- ch n nh u", "uơ": "-", "uy": "- a ch n nh p t u", "uyê": "n t",
}  # fmt: skip
AFTER_QU = {
    "a": "- c ch i m n ng nh o p t u y", "ă": "c m n ng p t", "â": "c n ng t u y", "e": "- m n o t",
    "ê": "- ch n nh t u", "i": "- nh t", "o": "-", "ô": "c", "ơ": "- i n t", "y": "- ch nh t", "yê": "n t",
}  # fmt: skip
AFTER_GI = {"i": "- m n", "e": "- n o", "ê": "c m n ng t"}  # before other vowels as any consonant

ALIKE = ("b", "ch", "d", "đ", "h", "kh", "l", "m", "n", "nh", "p", "ph", "r", "s", "t", "th", "tr", "v", "x")
BEFORE_BACK = (*ALIKE, "", "c", "g", "ng", "gi")
BEFORE_FRONT = (*ALIKE, "", "k", "gh", "ngh")
BEFORE_ROUNDED = ("", "ch", "d", "đ", "h", "kh", "l", "n", "ng", "nh", "r", "s", "t", "th", "tr", "x")
BEFORE_Y = ("", "d", "h", "k", "l", "m", "n", "s", "t", "th", "v")  # lý, Mỹ, sỹ, Thy beside lí, Mĩ, sĩ, Thi
RARE = (
    ("b", "oa", ""),
    ("b", "uy", "t"),
    ("g", "oa", ""),
    ("m", "oa", "y"),
    ("ph", "uy", ""),
    ("v", "oa", "n"),
)
FRONT = "eêi"

TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
AFTER_STOP = ("\u0301", "\u0323")  # a syllable that ends in p, t, c or ch is sắc or nặng
TONED = re.compile(f"[{''.join(TONES)}]")
STOPS = ("p", "t", "c", "ch")

# Peoples and places that official papers write in their own way.
_NAMED = "khmer đắk đăk lắk lăk kạn kon krông plông plei pleiku ea kông rlấp srêpốk"
AS_NAMED = frozenset(_NAMED.split())
SHORTENED = frozenset(("đc", "tp", "ths", "ts", "gs", "pgs", "tskh", "bs", "ks", "cn"))

PIECES = re.compile(r"[^\s\-–—/\\,.;:!?()\[\]{}<>“”‘’\"'…*+=|_&%•·]+")
NOT_WORDS = re.compile(r"\S*[@0-9]\S*|\S+://\S+|(?:\w+\.)+[a-z]{2,4}\b\S*")
CAPITALS = re.compile(r"[A-ZĐƯ]{2,}[a-zđ]{0,2}[A-ZĐƯ]*|[A-ZĐƯ][a-zđ]{1,2}[A-ZĐƯ]+")
LONGEST = 9  # letters of a shortening in capitals

ENOUGH, MANY = 3, 0.3  # so many strange words, and so large a part of all, are no chance


def _rhymes() -> Iterator[tuple[str, str, str]]:
    """Every first consonant, vowel and end that go together, without tones."""
    for table, rounded in ((PLAIN, False), (ROUNDED, True)):
        for vowel, ends in table.items():
            usual = BEFORE_FRONT if vowel[0] in FRONT else BEFORE_BACK
            for first in BEFORE_ROUNDED if rounded else usual:
                spelt = "yê" if vowel == "iê" and not first else vowel
                yield from ((first, spelt, end) for end in ends.split())
    for first, table in (("qu", AFTER_QU), ("gi", AFTER_GI)):
        for vowel, ends in table.items():
            yield from ((first, vowel, end) for end in ends.split())
    yield from ((first, "y", "-") for first in BEFORE_Y)
    yield from RARE


def _spellings(first: str, vowel: str, end: str) -> Iterator[str]:
    """One syllable with each tone it may have, the mark where it is written.

    In ủy either letter may have it; Hùynh, Đòan and Qúy are what old keyboards made of Huỳnh, Đoàn and Quý.
    """
    head = "g" if first == "gi" and vowel == "i" else first
    whole, tail = head + vowel, "" if end == "-" else end
    places = {len(whole)}
    if vowel in ROUNDED:
        places.add(len(head) + 1)
    if first in ("qu", "gi") and len(vowel) == 1 and not tail:
        places.add(2)
    for tone in AFTER_STOP if tail in STOPS else TONES:
        for place in places:
            yield unicodedata.normalize("NFC", f"{whole[:place]}{tone}{whole[place:]}{tail}")


@cache
def _all() -> frozenset[str]:
    """Every syllable the language could have, some eighteen thousand spellings; made when first asked for."""
    return frozenset(spelling for parts in _rhymes() for spelling in _spellings(*parts))


def is_vietnamese(word: str) -> bool:
    """Whether one word could be a Vietnamese syllable: its letters, its tone, its capitals."""
    whole = unicodedata.normalize("NFC", word)
    low = whole.lower()
    return (low in _all() or low in AS_NAMED) and (whole[1:] == low[1:] or whole.isupper())


def _is_shortened(word: str) -> bool:
    if len(word) == 1:
        return word.isascii() or word in "đĐ"
    capitals = len(word) <= LONGEST and CAPITALS.fullmatch(word) is not None
    return capitals or word.lower() in SHORTENED


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    """Words with their places; numbers, symbols of documents, addresses and shortenings left out."""
    left_out = [found.span() for found in NOT_WORDS.finditer(text)]
    passed = 0
    for found in PIECES.finditer(text):
        start, end = found.span()
        while passed < len(left_out) and left_out[passed][1] <= start:
            passed += 1
        inside = passed < len(left_out) and left_out[passed][0] <= start
        if not inside and any(letter.isalpha() for letter in found[0]) and not _is_shortened(found[0]):
            yield found[0], start, end


def strange(text: str) -> list[tuple[str, int, int]]:
    """Words that are no Vietnamese syllables, each with its start and end in the text.

    Foreign names are among them; numbers, e-mail addresses and shortenings such as UBND are not.
    """
    return [(word, start, end) for word, start, end in _words(text) if not is_vietnamese(word)]


def warning(text: str) -> str:
    """One sentence for a text of which much is not Vietnamese (an old font, a spoilt copy); "" for others."""
    words = [word for word, _, _ in _words(text)]
    odd = [word for word in words if not is_vietnamese(word)]
    if len(odd) < ENOUGH or len(odd) < MANY * len(words):
        return ""
    shown = ", ".join(f"“{word}”" for word in list(dict.fromkeys(odd))[:3])
    return f"Nhiều chữ không phải tiếng Việt ({shown}); có thể sai phông chữ, hãy xem lại."


def misspelt(text: str) -> tuple[str, ...]:
    """Words with a tone mark that no Vietnamese syllable has: “Phứơc”, “Khaùnh”; foreign names bear none."""
    return tuple(word for word, _, _ in strange(text) if TONED.search(unicodedata.normalize("NFD", word)))
