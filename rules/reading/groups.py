"""Who is called to a meeting: the printed items of a sentence or of the lines below a label."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.reading.found import Group
from rules.reading.people import read_one
from rules.reading.source import Paragraph, Source
from rules.reading.words import POST, SPEECH

CALLED = re.compile(
    r"(?<!\w)(?:(?:tham|về|đến|tới|cùng) dự|dự(?! kiến| thảo| án| báo| toán| bị)"
    r"|thành phần(?: tham dự| dự| triệu tập| mời)?)"
    r"(?P<what>[^.;:\n]{0,60}?)(?:\s(?:có|gồm(?: có)?)(?:\s*:)?|\s*:)\s*"
)
LEADING = re.compile(
    rf"(?:(?:và|cùng(?: với| dự(?: có)?)?|có|còn có|[-–+*•]|\d{{1,2}}[.)])\s+)*"
    rf"(?:(?:các|những|toàn thể các)\s+{SPEECH}\s*:?\s+)?"
)
HEAD = re.compile(
    rf"(?:{POST.pattern}|đại diện|lãnh đạo|ủy ban|ban |btv|bch|ubkt|cán bộ|báo cáo viên|các |toàn thể"
    r"|\d|trưởng|văn phòng|đảng viên|thường trực)"
)


def read_groups(source: Source) -> list[Group]:
    """The printed items of who is called: parts of a sentence between semicolons, or lines below a label."""
    found: list[Group] = []
    for place, paragraph in enumerate(source.paragraphs):
        for sentence in paragraph.sentences:
            called = CALLED.search(source.low, sentence.start, sentence.end)
            if not called:
                continue
            if called.end() >= paragraph.end:
                below = source.paragraphs[place + 1 : place + 40]
                found += _lines(source, below)
            else:
                found += _items(source, called.end(), sentence.end)
    unique = {group.name.lower(): group for group in reversed(found)}
    return sorted(unique.values(), key=lambda group: group.start)


def _lines(source: Source, paragraphs: tuple[Paragraph, ...]) -> Iterator[Group]:
    for paragraph in paragraphs:
        if not re.match(r"[-–+*•]\s", source.words[paragraph.start : paragraph.start + 3]):
            return
        yield from _items(source, paragraph.start, paragraph.end, commas=False)


def _items(source: Source, start: int, end: int, commas: bool = True) -> Iterator[Group]:
    cuts = [hit.start() for hit in re.finditer(";", source.words[start:end])]
    bounds = [0, *(cut + 1 for cut in cuts), end - start]
    by_comma = commas and not cuts and _commas(source, start, end)
    if by_comma:
        bounds = [0, *by_comma, end - start]
    for first, last in zip(bounds, bounds[1:], strict=False):
        yield from _group(source, start + first, start + last, not by_comma)


def _commas(source: Source, start: int, end: int) -> list[int]:
    """Places after commas that part items, each of which begins as an item does."""
    words = source.low[start:end]
    cuts = [hit.end() for hit in re.finditer(r",\s*", words)]
    return cuts if cuts and all(HEAD.match(words, cut) for cut in cuts) else []


def _group(source: Source, start: int, end: int, sure: bool) -> Iterator[Group]:
    gap = re.match(r"\s*", source.words[start:end])
    start += gap.end() if gap else 0
    person = re.match(rf"(?:{SPEECH})\s+", source.low[start:end])
    if person and read_one(source, start + person.end(), end):
        return
    lead = LEADING.match(source.low, start, end)
    first = lead.end() if lead else start
    if re.match(r"(?:các\s+)?đồng chí\s*:?\s", source.low[start:end]) and read_one(source, first, end):
        return
    words = source.said(first, end)
    if 5 < len(words) < 300:
        last = first + len(source.words[first:end].rstrip(" ,;.…"))
        yield Group(**source.found(first, last), name=words, sure=sure)
