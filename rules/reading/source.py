"""A pasted text made ready to be read: letters composed, paragraphs and sentences cut, every place kept."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from rules.citations.levelled import level
from rules.text import WIDE_SPACES, respell

LINE = re.compile("[^\r\n\x0b\x0c\x85\u2028\u2029]+")
WHITE = re.compile(r"\s*")
END = re.compile(r"[.!?…]+[”\"')]*(?=\s|$)")
SHORTENED = re.compile(r"(?:^|[\s(])(?:đ/c|[a-zđ]{1,4}s|gs|pgs|tp|tx|tt|st|v\.v|q|[a-zđ])\.$")
NUMBERED = re.compile(r"\s*(?:\d{1,3}(?:\.\d{1,2})*|[ivx]{1,4})\.")
CLOSED = ".!?…;:,"
FURNITURE = re.compile(
    r"(?:các )?(?:tin|bài|tin tức|bài viết|tin bài) (?:khác|liên quan|mới(?: hơn)?|cũ(?: hơn)?)\W*"
    r"|xem thêm\W*|in (?:bài|trang)(?: này)?\W*|chia sẻ\W*|lượt xem\W*.{0,12}|từ khóa\W.{0,80}"
    r"|về trang chủ\W*"
)


class Part(NamedTuple):
    """From `start` to `end` in the working text."""

    start: int
    end: int


@dataclass(frozen=True)
class Paragraph:
    """One paragraph and its sentences; `number` counts those that were kept."""

    start: int
    end: int
    sentences: tuple[Part, ...]
    number: int


class Source:
    """`words` composed, `low` in small letters of one spelling, `plain` folded: all of one length."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        levelled = level(raw)
        self.words, self.plain = (WIDE_SPACES.sub(" ", form) for form in (levelled.words, levelled.plain))
        self._levelled = levelled
        low = respell(self.words, "ủy").lower()
        self.low = low if len(low) == len(self.words) else "".join(_one(letter) for letter in self.words)
        self.paragraphs = tuple(self._paragraphs())
        self.sentences = tuple(part for paragraph in self.paragraphs for part in paragraph.sentences)
        self._starts = [part.start for part in self.sentences]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The same place in the text as it was given."""
        return self._levelled.span(start, end)

    def back(self, place: int) -> int:
        """The place in the working text of one in the text as it was given."""
        places = self._levelled.places
        return place if places is None else bisect_left(places, place)

    def found(self, start: int, end: int) -> dict[str, Any]:
        """`text`, `start`, `end` of a Found, for the place in the working text."""
        first, last = self.place(start, end)
        return {"text": self.raw[first:last], "start": first, "end": last}

    def said(self, start: int, end: int) -> str:
        """The words there, with single spaces and without what only joins them to the next."""
        return " ".join(self.words[start:end].split()).strip(" ,;.:…-–+•*")

    def sentence_at(self, place: int) -> Part:
        """The sentence that holds the place, or the nothing at it where that was left out."""
        index = bisect_right(self._starts, place) - 1
        if index < 0:
            return Part(place, place)
        part = self.sentences[index]
        return part if place < part.end else Part(place, place)

    def _paragraphs(self) -> Iterator[Paragraph]:
        """Page furniture and what is printed twice left out."""
        seen: set[str] = set()
        number = 0
        for start, end in self._joined():
            plain = " ".join(self.plain[start:end].split())
            twice = len(plain) > 60 and plain in seen
            seen.add(plain)
            if twice or FURNITURE.fullmatch(self.low[start:end].strip()):
                continue
            yield Paragraph(start, end, tuple(self._cut(start, end)), number)
            number += 1

    def _joined(self) -> Iterator[Part]:
        """Lines; one that goes on in small letters where the last broke off belongs to it."""
        kept: Part | None = None
        for line in LINE.finditer(self.words):
            body = line[0].strip()
            if not body:
                continue
            start = line.start() + line[0].index(body)
            end = start + len(body)
            goes_on = kept and self.words[kept.end - 1] not in CLOSED and body[0].islower()
            if kept and goes_on and self.words.count("\n", kept.end, start) == 1:
                kept = Part(kept.start, end)
                continue
            if kept:
                yield kept
            kept = Part(start, end)
        if kept:
            yield kept

    def _cut(self, start: int, end: int) -> Iterator[Part]:
        first = start
        for stop in END.finditer(self.words, start, end):
            after = self.words[stop.end() : stop.end() + 3].lstrip(" “\"'(")
            begins = not after or after[0].isupper() or after[0].isdigit() or stop.end() >= end
            before = self.low[max(first, stop.start() - 6) : stop.start() + 1]
            opened = stop[0] == "." and stop.end() < end
            if begins and not (opened and (SHORTENED.search(before) or NUMBERED.fullmatch(before))):
                yield Part(first, stop.end())
                gap = WHITE.match(self.words, stop.end(), end)
                first = gap.end() if gap else stop.end()
        if first < end:
            yield Part(first, end)


def _one(letter: str) -> str:
    low = letter.lower()
    return low if len(low) == 1 else letter
