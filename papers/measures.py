"""How wide words in bold Times New Roman are, and names broken into lines by that."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from rules import text

JOINED = "\ue000"  # stands for a space inside a set phrase while a name is broken
ITALIC, DOTS, ITALIC_DOTS = 0.955, "…", 0.889  # of the width of bold letters; of the size
POINT_IN_MM = 25.4 / 72

# Advance widths of Times New Roman Bold in thousandths of the size; tone marks add nothing.
WIDTHS = {
    letter: width
    for width, letters in (
        (250, " .,"), (278, "il/'"), (333, "fjt-:;()’"), (389, "sI"), (444, "cerz"), (500, "agovxyJ"),
        (500, "0123456789“”–*"), (554, "ơ"), (556, "bdhknpquSđ"), (600, "ư"), (611, "FP"), (667, "BELTZ"),
        (722, "wACDNRUVXYĐ"), (778, "GHKOQ"), (796, "Ư"), (833, "m&"), (944, "M"), (1000, "W…%"),
    )
    for letter in letters
}  # fmt: skip
UNKNOWN = 722  # of a letter that is not in the table
# Words that a line of a name never ends within.
UNBROKEN = (
    "CÁC CƠ QUAN", "DOANH NGHIỆP", "ĐẢNG ỦY", "TỈNH ỦY", "THÀNH ỦY", "HUYỆN ỦY", "ĐẢNG BỘ", "CHI BỘ",
    "ỦY BAN NHÂN DÂN", "ỦY BAN KIỂM TRA", "BAN THƯỜNG VỤ", "BAN CHẤP HÀNH", "VĂN PHÒNG", "CỦA TỈNH",
    "XÃ HỘI", "CHỦ NGHĨA", "VIỆT NAM",
)  # fmt: skip


def bold_width(words: str, size: float) -> float:
    """mm that bold words of `size` pt take on one line."""
    thousandths = sum(WIDTHS.get(letter) or WIDTHS.get(_bare(letter), UNKNOWN) for letter in words)
    return thousandths / 1000 * size * POINT_IN_MM


def italic_width(words: str, size: float) -> float:
    """About the mm that slanted words of `size` pt take on one line, on the generous side."""
    dots = words.count(DOTS)
    wide = bold_width(words.replace(DOTS, ""), size) * ITALIC
    return wide + dots * ITALIC_DOTS * size * POINT_IN_MM


def _bare(letter: str) -> str:
    """The letter whose width counts: ừ keeps its horn, ầ and Ở fall back to a and O."""
    for horned, letters in (("Ư", "ƯỪỨỬỮỰ"), ("ư", "ưừứửữự"), ("ơ", "ơờớởỡợ")):
        if letter in letters:
            return horned
    return unicodedata.normalize("NFD", letter)[0]


def broken(name: str, width: float, size: float) -> list[str]:
    """A name in bold capitals of `size` pt as nearly equal lines that fit `width` mm, set phrases whole."""
    phrases = _phrases(name)
    sizes = [bold_width(phrase, size) for phrase in phrases]
    space = bold_width(" ", size)
    fewest = len(_filled(sizes, space, width))
    reachable = (
        sum(sizes[i:j]) + space * (j - i - 1) for i in range(len(sizes)) for j in range(i + 1, len(sizes) + 1)
    )
    narrowest = next((w for w in sorted(reachable) if len(_filled(sizes, space, w)) <= fewest), width)
    starts = [*_filled(sizes, space, narrowest), len(phrases)]
    return [" ".join(phrases[i:j]) for i, j in pairwise(starts)]


def _filled(sizes: Sequence[float], space: float, width: float) -> list[int]:
    """Where each line starts when every line takes as many phrases as fit."""
    starts: list[int] = []
    used = 0.0
    for position, size in enumerate(sizes):
        if starts and used + space + size <= width + 1e-6:
            used += space + size
        else:
            starts.append(position)
            used = size
    return starts


def _phrases(name: str) -> list[str]:
    """The words of a name in capitals, set phrases counting as one word."""
    plain = text.respell(name, "ủy")
    for phrase in UNBROKEN:
        for found in re.finditer(rf"(?<!\w){phrase}(?!\w)", plain):
            kept = name[found.start() : found.end()].replace(" ", JOINED)
            name = name[: found.start()] + kept + name[found.end() :]
    return [phrase.replace(JOINED, " ") for phrase in name.split()]
