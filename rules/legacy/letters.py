"""Old encodings to Unicode and back, letter by letter, for text whose encoding is known."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from rules.legacy.tables import CONTROLS, ENCODINGS, TCVN3, TO_TCVN3, TO_VIQR, TO_VNI, VIQR, VNI

# E-mail and web addresses, names and paths of files: ASCII in every encoding, their dots no tones of VIQR.
ADDRESS = re.compile(
    r"[a-z][a-z0-9+.-]{1,9}://[!-~]+|www\.[!-~]+|[a-z]:\\[!-~]+|[a-z0-9][a-z0-9._%+-]*@[a-z0-9.-]+\.[a-z]+"
    r"|[a-z0-9_.-]+\.(?:vn|com|net|org|docx?|xlsx?|pdf|pptx?|txt|csv|zip|rar)",
    re.IGNORECASE,
)
AROUND = "()[]<>\"',;:!?."
LONGEST_ADDRESS = 300
_TOKEN = re.compile(r"\S+")


def _pattern(chart: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(chart, key=len, reverse=True))))


_TCVN3 = str.maketrans(TCVN3 | {chr(code): sign for code, sign in CONTROLS.items()})
_VNI, _VIQR = _pattern(VNI), re.compile(r"\\[\\dD^(+`?~'.]|" + _pattern(VIQR).pattern)

# Letters that a mark may still follow: no tone yet.
VIQR_OPEN = {key for key in VIQR if key[-1] not in "`?~'.dD"} | set("aeiouyAEIOUY")


def _checked(encoding: str) -> None:
    if encoding not in ENCODINGS:
        raise ValueError(f"no such encoding: {encoding!r}")


def parts(text: str) -> Iterator[tuple[str, bool]]:
    """The text cut in order into addresses (True) and all between them (False)."""
    after = 0
    for token in _TOKEN.finditer(text):
        bare = token.group().strip(AROUND)
        if len(bare) <= LONGEST_ADDRESS and ADDRESS.fullmatch(bare):
            start = token.start() + token.group().index(bare)
            yield text[after:start], False
            yield bare, True
            after = start + len(bare)
    yield text[after:], False


def _viqr_part(text: str) -> str:
    return _VIQR.sub(lambda found: VIQR.get(found.group()) or found.group()[1], text)


def to_unicode(text: str, encoding: str) -> str:
    """Text known to be wholly in `encoding`, in NFC; what is no code of it stays. Raises ValueError.

    Text from a file or the clipboard, which may hold Unicode as well, goes through `mend` instead.
    """
    _checked(encoding)
    text = unicodedata.normalize("NFC", text)
    if encoding == "viqr":
        read = "".join(part if kept else _viqr_part(part) for part, kept in parts(text))
        return unicodedata.normalize("NFC", read)
    if encoding == "vni":
        read = _VNI.sub(lambda found: VNI[found.group()], text.translate(CONTROLS))
    else:
        read = text.translate(_TCVN3)
        if encoding == "tcvn3-h":
            read = "".join(part if kept else part.upper() for part, kept in parts(read))
    return unicodedata.normalize("NFC", read)


def _viqr_written(text: str) -> str:
    """A sign that would be read as a mark gets a backslash."""
    written: list[str] = []
    for letter in text:
        plain = TO_VIQR.get(letter, letter)
        before = written[-1] if written else ""
        escape = plain in "`?~'.^(+" and len(plain) == 1 and before in VIQR_OPEN
        escape = escape or plain == "\\" or (plain in ("d", "D") and before in ("d", "D"))
        if plain in ("dd", "DD") and before in ("d", "D"):
            written[-1] = "\\" + before
        written.append("\\" + plain if escape else plain)
    return "".join(written)


def from_unicode(text: str, encoding: str) -> str:
    """Unicode as those keyboards wrote it, for tests and samples. Raises ValueError.

    TCVN3 has no codes for capitals with a tone: they become the small letters that its capital fonts show.
    """
    _checked(encoding)
    text = unicodedata.normalize("NFC", text)
    if encoding == "viqr":
        return "".join(part if kept else _viqr_written(part) for part, kept in parts(text))
    if encoding == "vni":
        return "".join(TO_VNI.get(letter, letter) for letter in text)
    return "".join(TO_TCVN3.get(letter) or TO_TCVN3.get(letter.lower(), letter) for letter in text)
