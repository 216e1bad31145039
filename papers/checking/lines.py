"""Paragraphs of somebody's Word file cut into the lines and columns a reader sees."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from papers.checking.looks import Look
from papers.checking.reading import Para, Piece
from rules.text import fold

LONGEST_LINE = 200  # letters; longer ones hold no letterhead
TAB_STOP = 12.7  # mm between the stops that Word sets by itself
ASIDE = 0.35  # of the text width; words that begin beyond it stand at the right
OTHER_COLUMN = re.compile(r"(?: {4,})(?=\S)(?=(?:đảng cộng sản|cộng h|độc lập|\S.*ngày))", re.IGNORECASE)
SPACES = re.compile(r"\s+")
LETTERS_IN_MM = 2.4  # mm that one letter takes on the average, to tell a tab's place


@dataclass(eq=False)
class Line:
    """Words on one line and in one column; `side` "left", "right", "center" or "" for the whole width."""

    para: Para
    text: str
    pieces: tuple[Piece, ...]
    side: str
    align: str

    @cached_property
    def plain(self) -> str:
        """For comparing: no marks, small letters, single spaces."""
        return fold(SPACES.sub(" ", self.text))

    @cached_property
    def looks(self) -> tuple[Look, ...]:
        """Of the pieces that hold letters or figures; of all where none does."""
        told = [piece.look for piece in self.pieces if any(map(str.isalnum, piece.text))]
        return tuple(dict.fromkeys(told or [piece.look for piece in self.pieces if piece.text.strip()]))

    @cached_property
    def upper(self) -> bool:
        """Every letter is a capital, typed or shown as one."""
        return all(
            piece.look.caps or piece.look.small_caps or not any(map(str.islower, piece.text))
            for piece in self.pieces
        )

    @property
    def sizes(self) -> tuple[float, ...]:
        return tuple(sorted({look.size for look in self.looks}))

    def all(self, mark: str) -> bool:
        """Whether all the words are "bold", "italic" …"""
        return bool(self.looks) and all(getattr(look, mark) for look in self.looks)

    def any(self, mark: str) -> bool:
        return any(getattr(look, mark) for look in self.looks)

    @property
    def underlined(self) -> bool:
        return bool(self.looks) and all(look.underline != "none" for look in self.looks)


def lines(paras: Iterable[Para]) -> list[Line]:
    """Every line that holds words, in reading order."""
    return [line for para in paras for line in cut(para)]


def cut(para: Para) -> Iterator[Line]:
    """The lines of one paragraph: at line ends, at tabs, and at wide gaps before a second column."""
    for row in _rows(para.pieces, "\n\f\v"):
        yield from _columns(para, row)


def _rows(pieces: Iterable[Piece], marks: str) -> Iterator[list[Piece]]:
    """The pieces parted at the marks, which go."""
    row: list[Piece] = []
    for piece in pieces:
        for number, part in enumerate(re.split(f"[{marks}]", piece.text)):
            if number:
                yield row
                row = []
            if part:
                row.append(Piece(part, piece.look))
    yield row


def _columns(para: Para, row: list[Piece]) -> Iterator[Line]:
    columns = list(_rows(row, "\t"))
    parted = len(columns) > 1
    reached = para.layout.left + para.layout.first
    for number, column in enumerate(columns):
        kind, start = "", reached
        if number:
            kind, start = _stop(para, reached)
        words = "".join(piece.text for piece in column)
        reached = start + (len(words) * LETTERS_IN_MM / (2 if kind == "center" else 1) if words else 0.0)
        if not words.replace("\ufffc", "").strip():
            continue
        gap = OTHER_COLUMN.search(words) if len(words) < LONGEST_LINE else None
        if gap and not para.spot.side:
            yield _line(para, _part(column, 0, gap.start()), "left", "center")
            yield _line(para, _part(column, gap.end(), len(words)), "right", "center")
            continue
        side, align = para.spot.side, para.layout.align
        if parted and not side:
            share = (para.spot.left + start) / para.spot.whole
            middle = share if kind == "center" else share + 0.1
            side = "right" if middle > ASIDE + 0.1 else "left"
            align = "center" if kind == "center" else align
        elif not side and para.layout.left > ASIDE * para.spot.whole:
            side = "right"
        yield _line(para, column, side, align)


def _stop(para: Para, reached: float) -> tuple[str, float]:
    """Kind and place of the next tab stop behind `reached`, in mm."""
    for place, kind in para.layout.tabs:
        if place > reached + 0.1:
            return kind, place
    return "left", (reached // TAB_STOP + 1) * TAB_STOP


def _part(pieces: list[Piece], start: int, end: int) -> list[Piece]:
    kept, at = [], 0
    for piece in pieces:
        words = piece.text[max(start - at, 0) : max(end - at, 0)]
        at += len(piece.text)
        if words:
            kept.append(Piece(words, piece.look))
    return kept


def _line(para: Para, pieces: list[Piece], side: str, align: str) -> Line:
    return Line(para, tidy("".join(piece.text for piece in pieces)), tuple(pieces), side, align)


def tidy(words: str) -> str:
    """Composed letters, plain spaces and hyphens, no symbols; spaces in between stay as many as they are."""
    words = unicodedata.normalize("NFC", words.replace("\u2011", "-").replace("\ufffc", ""))
    return re.sub(r"[\u200b-\u200f\u2060\ufeff]", "", re.sub(r"[^\S\n]", " ", words)).strip()


def body_text(para: Para) -> str:
    """The words of a whole paragraph on one line, its automatic mark in front."""
    words = tidy(re.sub(r"[\n\f\v\t]", " ", para.text))
    return f"{para.label} {words}".strip() if para.label else words
