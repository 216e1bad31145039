"""Typed and pasted text: its clean form, its search form, the spelling of our own formulae."""

from __future__ import annotations

import re
import unicodedata

# The soft hyphen stays: in TCVN3 text pasted without its font it is the letter ư.
ZERO_WIDTH = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufffe\uffff]")
LINE_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
SPACES = re.compile(r"\s+")
D_LIKE = str.maketrans("đðɖ", "ddd")  # lower case of Đ U+0110, Ð U+00D0, Ɖ U+0189


class _Bare(dict[int, str]):
    """Search form of each small letter, worked out where it is first met: lists of thousands are folded."""

    def __missing__(self, code: int) -> str:
        spread = unicodedata.normalize("NFD", chr(code))
        bare = "".join(letter for letter in spread if unicodedata.category(letter) != "Mn")
        self[code] = unicodedata.normalize("NFC", bare.translate(D_LIKE))
        return self[code]


BARE = _Bare()

STYLES = ("ủy", "uỷ")
ON_U, ON_Y = "ùủũúụ", "ỳỷỹýỵ"
MARK_ON_U = re.compile(rf"(?<!q)([{ON_U}])(y)(?!\w)", re.IGNORECASE)
MARK_ON_Y = re.compile(rf"(?<!q)(u)([{ON_Y}])(?!\w)", re.IGNORECASE)


def _clean_line(line: str) -> str:
    """No control characters or halves of surrogate pairs, single plain spaces, NFC."""
    spaced = SPACES.sub(" ", ZERO_WIDTH.sub("", line))
    kept = "".join(c for c in spaced if unicodedata.category(c) not in ("Cc", "Cs"))
    return SPACES.sub(" ", unicodedata.normalize("NFC", kept)).strip()


def clean(text: str, lines: bool = False) -> str:
    """The text as it is kept; with `lines` its line ends stay, as "\\n"."""
    parts = [_clean_line(part) for part in LINE_ENDS.split(text)]
    if lines:
        return "\n".join(parts).strip("\n")
    return " ".join(part for part in parts if part)


def fold(text: str) -> str:
    """The search form: NFC, lower case, no marks, đ as d; old and new tone placement alike."""
    return unicodedata.normalize("NFC", text.lower().translate(BARE))


def respell(text: str, style: str) -> str:
    """Our own formulae in the office's spelling, "ủy" or "uỷ"; stored names never pass through here."""
    pattern, source, target = (MARK_ON_U, ON_U, "u") if style == "uỷ" else (MARK_ON_Y, ON_Y, "y")
    other = ON_Y if style == "uỷ" else ON_U

    def move(found: re.Match[str]) -> str:
        first, second = found.group(1), found.group(2)
        marked, plain = (first, second) if target == "u" else (second, first)
        tone = other[source.index(marked.lower())]
        bare = target.upper() if marked.isupper() else target
        tone = tone.upper() if plain.isupper() else tone
        return bare + tone if target == "u" else tone + bare

    return pattern.sub(move, text)


def merge(head: str, tail: str) -> str:
    """`head` followed by `tail`, words that end one and begin the other written once.

    "Chánh Văn phòng" and "Văn phòng Đảng ủy Khối" give "Chánh Văn phòng Đảng ủy Khối".
    """
    left, right = head.split(), tail.split()
    low_left, low_right = [fold(word) for word in left], [fold(word) for word in right]
    for size in range(min(len(left), len(right)), 0, -1):
        if low_left[-size:] == low_right[:size]:
            return " ".join(left[:-size] + right)
    return " ".join(left + right)
