"""A text beside its levelled form, letter for letter, so that what is found there is found in the text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from rules.text import ALWAYS, TWINS, ZERO_WIDTH, fold

DROPPED = re.compile(rf"(?:{ZERO_WIDTH.pattern}|[\u0300-\u036f\xad])")
LOOKS: dict[int, int | str] = {**TWINS, **ALWAYS, ord("Ð"): "Đ", ord("ð"): "đ"}
LOOKS |= {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}  # wide forms
PLAIN = re.compile("[\x09-\x0d\x20-\x7e\xa0-\xcf\xd1-\xef\xf1-\u02ff\u1e00-\u2060]*")

BARRIER = "\x01"
BREAK = re.compile(r"\n(?=[^\S\n]{0,40}\n)|[\x0c\u2029]")


class _Level(dict[int, str]):
    """The search form of each letter, always one letter long, worked out where it is first met."""

    def __missing__(self, code: int) -> str:
        bare = fold(chr(code))
        self[code] = bare if len(bare) == 1 else chr(code)
        return self[code]


LEVEL = _Level()


@dataclass(frozen=True)
class Levelled:
    """`words` as typed but composed and without look-alikes, `plain` its search form, of the same length."""

    words: str
    plain: str
    places: list[int] | None  # of each letter in the text given, and its end; None where they are the same

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the letters from `start` to `end` stand in the text given."""
        if self.places is None:
            return start, end
        return self.places[start], self.places[end]


def _plain(words: str) -> str:
    """The search form, in which an empty line and a new page stand as a sign that no pattern goes past."""
    plain = words.translate(LEVEL)
    return BREAK.sub(BARRIER, plain) if BREAK.search(plain) else plain


def level(text: str) -> Levelled:
    """The text letter for letter; marks written apart join their letter, signs of no width are left out."""
    if not DROPPED.search(text):
        words = text if PLAIN.fullmatch(text) else text.translate(LOOKS)
        return Levelled(words, _plain(words), None)
    letters: list[str] = []
    places: list[int] = []
    for at, letter in enumerate(text):
        if "\u0300" <= letter <= "\u036f" and letters:
            joined = unicodedata.normalize("NFC", letters[-1] + letter)
            letters[-1] = joined if len(joined) == 1 else letters[-1]
        elif not DROPPED.match(letter):
            letters.append(letter)
            places.append(at)
    words = "".join(letters).translate(LOOKS)
    return Levelled(words, _plain(words), [*places, len(text)])
