"""The code charts of the old Vietnamese encodings: TCVN 5712:1993 VN3, VNI Windows, VIQR (RFC 1456)."""

from __future__ import annotations

import unicodedata
from typing import Literal, get_args

Encoding = Literal["tcvn3", "tcvn3-h", "vni", "viqr"]
ENCODINGS: tuple[Encoding, ...] = get_args(Encoding)

# TCVN3: each letter one byte, as its Windows-1252 character. Only seven capitals have codes; the other
# capitals are small letters in a font that draws capitals (name ending in H).
TCVN3_CHART = (
    (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"), (0xB5, "àảãáạ"), (0xBB, "ằẳẵắ"), (0xC6, "ặầẩẫấậè"), (0xCE, "ẻẽéẹềểễếệìỉ"),
    (0xDC, "ĩíịò"), (0xE1, "ỏõóọồổỗốộờởỡớợù"), (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
)  # fmt: skip
TCVN3 = {chr(first + place): letter for first, row in TCVN3_CHART for place, letter in enumerate(row)}

# VNI Windows: đ, ơ, ư, ỵ and i with its tones are one character; the rest a plain vowel and a mark after it.
VNI_SINGLE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "î": "ỵ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị"}
GRAVE, HOOK, TILDE, ACUTE, DOT = TONES = ("\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
CIRCUMFLEX, BREVE, HORN = "\u0302", "\u0306", "\u031b"
VNI_TONE = dict(zip("øûõùï", TONES, strict=True))
VNI_CIRCUMFLEX = {"â": "", **dict(zip("àåãáä", TONES, strict=True))}
VNI_BREVE = {"ê": "", **dict(zip("èúüéë", TONES, strict=True))}
VNI_BARE = "aeouyôö"  # what a plain tone may stand after, in VNI's own letters

# VIQR: ASCII only, the marks after the letter.
VIQR_SHAPE = {"^": CIRCUMFLEX, "(": BREVE, "+": HORN}
VIQR_TONE = dict(zip("`?~'.", TONES, strict=True))
VIQR_SHAPED = {"a": "^(", "e": "^", "o": "^+", "u": "+"}
VIQR_VOWELS = "aeiouy"

# Windows-1252 bytes that a careless reader left as control characters: quotes, dashes, "…".
CONTROLS = {
    code: bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}


def _composed(base: str, *marks: str) -> str:
    return unicodedata.normalize("NFC", base + "".join(marks))


def _vni_pairs() -> dict[str, str]:
    """Two VNI characters to one small letter."""
    pairs = {
        base + mark: _composed(VNI_SINGLE.get(base, base), tone)
        for base in VNI_BARE
        for mark, tone in VNI_TONE.items()
    }
    pairs |= {
        base + mark: _composed(base, CIRCUMFLEX, tone)
        for base in "aeo"
        for mark, tone in VNI_CIRCUMFLEX.items()
    }
    return pairs | {"a" + mark: _composed("a", BREVE, tone) for mark, tone in VNI_BREVE.items()}


def _vni() -> dict[str, str]:
    """All of VNI; the first character gives the case, the mark of a capital may be of either."""
    small = _vni_pairs() | VNI_SINGLE
    capital = {key.upper(): letter.upper() for key, letter in small.items()}
    return (
        small | capital | {key[0] + key[1].lower(): letter for key, letter in capital.items() if len(key) > 1}
    )


def _viqr() -> dict[str, str]:
    """All of VIQR; a shape before a tone."""
    chart = {"dd": "đ", "DD": "Đ", "Dd": "Đ", "dD": "đ"}
    for vowel in VIQR_VOWELS + VIQR_VOWELS.upper():
        for shape in ["", *VIQR_SHAPED.get(vowel.lower(), "")]:
            letter = _composed(vowel, VIQR_SHAPE.get(shape, ""))
            if shape:
                chart[vowel + shape] = letter
            chart |= {vowel + shape + key: _composed(letter, tone) for key, tone in VIQR_TONE.items()}
    return chart


VNI, VIQR = _vni(), _viqr()
# What `from_unicode` writes: VNI marks in the case of their letter; ỵ has its own character.
TO_TCVN3 = {letter: code for code, letter in TCVN3.items()}
TO_VNI = {
    letter: code
    for code, letter in VNI.items()
    if len(code) == 1 or (code[0].isupper() == code[1].isupper() and letter not in "ỵỴ")
}
TO_VIQR = {letter: code for code, letter in VIQR.items() if code not in ("Dd", "dD")}

SMALL = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ"
MARKED = SMALL + SMALL.upper()  # every Vietnamese letter that is not plain Latin
UNICODE_ONLY = frozenset(letter for letter in MARKED if ord(letter) > 0xFF)  # no byte of Windows-1252
