"""Typed and pasted text: its clean form, its search form, the spelling of our own formulae."""

from __future__ import annotations

import re
import unicodedata

# The soft hyphen stays: in TCVN3 text pasted without its font it is the letter ư.
ZERO_WIDTH = re.compile(
    "[\u034f\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufffe\uffff]"
)
LINE_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
SPACES = re.compile(r"\s+")
WIDE_SPACES = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
D_LIKE = str.maketrans("đðɖ", "ddd")  # lower case of Đ U+0110, Ð U+00D0, Ɖ U+0189

_LETTERS = "".join(
    unicodedata.normalize("NFC", base + tone)
    for base in "AĂÂEÊIOÔƠUƯYaăâeêioôơuưy"
    for tone in ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
)
_SEEN = f"!-~–—“”‘’…Đđ{_LETTERS}"
TIDY = re.compile(f"[{_SEEN}]+(?: [{_SEEN}]+)*")  # nearly every text: nothing in it to mend

# What other scripts and keyboards have for our letters, wide forms, and letters written as one sign.
COMPATIBLE = re.compile("[\uff01-\uff5e\ufb00-\ufb06\u2160-\u217f\U0001d400-\U0001d6a3]")
ALWAYS = str.maketrans({"Ɖ": "Đ", "ɖ": "đ", "Ǎ": "Ă", "ǎ": "ă"})  # caron for breve
TWINS = str.maketrans(
    "АВЕКМНОРСТУХІЈЅаеорсухіјѕһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧονι",
    "ABEKMHOPCTYXIJSaeopcyxijshdqwABEZHIKMNOPTYXovi",
)
OTHER_SCRIPT = re.compile("[\u0370-\u03ff\u0400-\u052f]")
WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+")
LATIN = re.compile("[A-Za-zĐđÐð]")
ETH = re.compile(r"Ð(?![pmntc](?!\w))|ð(?=\w)")
IN_OLD_FONT = re.compile("[A-Za-z][¨©ª«¬\xad®¯µ¶·¸¹»¼½¾]|[§¨©ª«¬®¯][a-zµ¶·¸¹]")  # TCVN3, where Ð is é


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


def _twins(found: re.Match[str]) -> str:
    word = found[0]
    if not (OTHER_SCRIPT.search(word) and LATIN.search(word)):
        return word
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).translate(TWINS))


def _eth(found: re.Match[str]) -> str:
    """Đ only where a word of ours could have it: never behind a small letter."""
    before = found.string[max(found.start() - 1, 0) : found.start()]
    small = before.islower() or (found[0] == "ð" and before.isalpha())
    return found[0] if small else {"Ð": "Đ", "ð": "đ"}[found[0]]


def mend_letters(text: str) -> str:
    """NFC, plain spaces, nothing of no width, and our own letters for those that only look like them.

    Ð and Ɖ become Đ, Cyrillic and Greek twins inside Latin words Latin, wide letters and ligatures plain,
    "ǎ" "ă". Line ends and tabs stay, words wholly in another script, and Ð beside letters of an old font.
    """
    mended = unicodedata.normalize("NFC", text)
    if mended.isascii() or TIDY.fullmatch(mended):
        return mended
    mended = WIDE_SPACES.sub(" ", ZERO_WIDTH.sub("", mended))
    mended = COMPATIBLE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), mended)
    mended = unicodedata.normalize("NFC", unicodedata.normalize("NFC", mended).translate(ALWAYS))
    if OTHER_SCRIPT.search(mended):
        mended = WORD.sub(_twins, mended)
    return mended if IN_OLD_FONT.search(mended) else ETH.sub(_eth, mended)


def _clean_line(line: str) -> str:
    """No control characters or halves of surrogate pairs, single plain spaces, our own letters, NFC."""
    if TIDY.fullmatch(line):
        return line
    kept = "".join(c for c in SPACES.sub(" ", line) if unicodedata.category(c) not in ("Cc", "Cs"))
    return SPACES.sub(" ", mend_letters(kept)).strip()


def clean(text: str, lines: bool = False) -> str:
    """The text as it is kept; with `lines` its line ends stay, as "\\n"."""
    if TIDY.fullmatch(text):
        return text
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


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
