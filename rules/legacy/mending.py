"""Text from a file or the clipboard read into Unicode word by word, what stayed in doubt marked."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rules.legacy import losses
from rules.legacy.fonts import encoding_of_font
from rules.legacy.guessing import choose, encoding_of, words_of
from rules.legacy.losses import Repair
from rules.legacy.pieces import ENOUGH, Piece, by_font, by_words
from rules.legacy.tables import CONTROLS
from rules.legacy.words import Kind, are_capitals, shows_shift

AROUND: dict[str | None, Kind] = {"tcvn3": "tcvn3", "tcvn3-h": "tcvn3", "vni": "vni", "viqr": "viqr"}


@dataclass(frozen=True)
class Mended:
    """Unicode text, the encoding it came from (None: left as it was), and what a person should look at.

    Places are code points of `text`. `repairs` are proposals for words that lost a letter; `text` has
    them unrepaired.
    """

    text: str
    encoding: str | None
    doubtful: tuple[tuple[int, int], ...] = ()
    repairs: tuple[Repair, ...] = ()

    def repaired(self) -> str:
        """The text with all proposed repairs put in."""
        read: list[str] = []
        after = 0
        for repair in self.repairs:
            read += [self.text[after : repair.start], repair.text]
            after = repair.end
        return "".join(read) + self.text[after:]


def mend(text: str, font: str | None = None, around: str | None = None) -> Mended:
    """The text in Unicode; `font` is the font of the run or cell where the file tells it.

    `around`: what `guess` says of the column or sheet a cell stands in, where no font tells it.
    Unicode text comes back as it is. Words of another kind among the rest (Unicode, Latin, addresses)
    stay; a word that two encodings explain follows its neighbours and is marked doubtful.
    """
    known = encoding_of_font(font)
    composed = unicodedata.normalize("NFC", text)
    words = words_of(composed)
    encoding: str | None
    if known:
        pieces, encoding = by_font(words, known), known
    else:
        found = choose(words)
        if around in AROUND and not any(word.proof == "unicode" for word in words):
            found = Counter({AROUND[around]: ENOUGH})
        encoding = encoding_of(found, words)
        pieces = by_words(composed, words, found) if encoding else []
    if encoding is None or not pieces:
        return _with_losses(Mended(text, None))
    if known == "tcvn3-h":
        pieces = [replace(piece, text=piece.text.upper()) for piece in pieces]
    else:
        pieces = _raised(composed, pieces, by_line=known is None)
    mended = _joined(composed, pieces, encoding)
    return _with_losses(mended if mended.text != composed else replace(mended, text=text, encoding=None))


def _raised(text: str, pieces: Sequence[Piece], by_line: bool) -> list[Piece]:
    """TCVN3 words typed in capitals whose codes stayed small, "NGHÞ", in capitals throughout.

    `by_line`: in a line without small Latin letters, where one word shows it, all its words, "Vµ NHIÖM Vô".
    Not where the font is known: one that shows small letters means them, "Vô CSHT" is "Vụ CSHT".
    """
    raised: list[Piece] = []
    line: list[Piece] = []
    for piece, following in zip(pieces, [*pieces[1:], None], strict=True):
        line.append(piece)
        if following is None or "\n" in text[piece.word.end : following.word.start]:
            raised += _raised_line(line, by_line)
            line = []
    return raised


def _raised_line(line: Sequence[Piece], by_line: bool) -> list[Piece]:
    """One line of `_raised`."""
    told = [(piece.word.text, piece.text) for piece in line if piece.kind == "tcvn3"]
    whole = by_line and are_capitals(told, [piece.word for piece in line])
    return [
        replace(piece, text=piece.text.upper())
        if piece.kind == "tcvn3" and (whole or shows_shift(piece.word.text, piece.text))
        else piece
        for piece in line
    ]


def _joined(text: str, pieces: Sequence[Piece], encoding: str) -> Mended:
    """The pieces with what stood between them; places of doubtful ones in the new text."""
    read: list[str] = []
    places: list[tuple[int, int]] = []
    length = after = 0
    for piece in pieces:
        between = text[after : piece.word.start].translate(CONTROLS)
        if piece.kind == "viqr" and between.endswith("\\"):
            between = between[:-1]
        start = length + len(between)
        length = start + len(piece.text)
        read += [between, piece.text]
        after = piece.word.end
        if piece.doubtful:
            places.append((start, length))
    return Mended("".join(read) + text[after:].translate(CONTROLS), encoding, tuple(places))


def _with_losses(mended: Mended) -> Mended:
    """The same with the words marked that lost an ư."""
    places, repairs = losses.find(mended.text)
    doubtful = tuple(sorted({*mended.doubtful, *places}))
    return replace(mended, doubtful=doubtful, repairs=tuple(repairs))
