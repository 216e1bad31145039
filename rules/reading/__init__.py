"""Reads a pasted news item, plan, notice, invitation or list, and proposes the facts it tells."""

from __future__ import annotations

import re
from bisect import bisect_right

from rules.reading import directives, groups, lists, meetings, people, schedules, tasks
from rules.reading.found import CHAIR, CONCLUDER, PRESENTER, Found, Person, Proposals, Unit
from rules.reading.people import Named
from rules.reading.source import Paragraph, Source
from rules.reading.words import BODY
from rules.text import fold

CAPTION = re.compile(r"(?:(?:các )?(?:đồng chí|đ/c)\s|(?:quang|toàn) cảnh\s|ảnh\s?:|các đại biểu\s)")
ACTION = re.compile(
    r"\b(?:phát biểu|trình bày|quán triệt|chủ trì|trao|tặng|kết luận|báo cáo"
    r"|khai mạc|bế mạc|dự|chụp ảnh|bỏ phiếu|biểu quyết)\b"
)
SIGNED_LENGTH, LEAST_STORY = 120, 2


def propose(text: str) -> Proposals:
    """What the text tells, each fact with its place; nothing is guessed silently: see Found.sure."""
    source = Source(text)
    captions = _captions(source)
    named = [one for one in people.read_people(source) if not _within(one, captions)]
    named += [one for one in lists.read_list(source) if not _within(one, captions)]
    everybody = people.gather(sorted(named, key=lambda one: one.first))
    published = meetings.read_published(source)
    cited = directives.read_directives(source, published)
    phases, windows = schedules.read_phases(source), schedules.read_windows(source)
    doubts = schedules.read_doubts(source)
    return Proposals(
        meeting=meetings.read_meeting(source, published.when.earliest if published else None, doubts),
        chairs=_taking(everybody, CHAIR),
        presenters=_taking(everybody, PRESENTER),
        concluder=next(iter(_taking(everybody, CONCLUDER)), None),
        people=everybody,
        groups=tuple(groups.read_groups(source)),
        directives=cited,
        links=directives.read_links(source, cited),
        articles=directives.read_articles(source),
        windows=tuple(windows),
        congresses=tuple(schedules.read_congresses(source)),
        phases=tuple(phases),
        tasks=tuple(tasks.read_tasks(source, cited, (*phases, *windows))),
        units=_units(source),
        dates=tuple(schedules.read_dates(source)),
        published=published,
        author=_author(source),
        captions=tuple(Found(**source.found(one.start, one.end)) for one in captions),
        doubts=tuple(doubts),
    )


def _captions(source: Source) -> list[Paragraph]:
    """Lines under pictures: they tell what somebody does and end without a mark, amid a story."""
    story = [one for one in source.paragraphs if source.words[one.end - 1] in ".…" and len(one.sentences) > 1]
    if len(story) < LEAST_STORY:
        return []
    return [
        one
        for one in source.paragraphs
        if source.words[one.end - 1] not in ".!?…;:,"
        and CAPTION.match(source.low, one.start, one.end)
        and ACTION.search(source.low, one.start, one.end)
    ]


def _within(one: Named, captions: list[Paragraph]) -> bool:
    place = bisect_right(captions, one.first, key=lambda caption: caption.start) - 1
    return place >= 0 and one.first < captions[place].end


def _taking(everybody: tuple[Person, ...], part: str) -> tuple[Person, ...]:
    return tuple(person for person in everybody if part in person.parts)


def _units(source: Source) -> tuple[Unit, ...]:
    """Bodies named, each once; none is sure, for where a name ends is told by the next verb only."""
    found: dict[str, Unit] = {}
    for part in schedules.named_units(source):
        words = source.said(*part)
        if 2 < len(words.split()) < 20:
            found.setdefault(fold(words), Unit(**source.found(*part), name=words, sure=False))
    return tuple(found.values())


def _author(source: Source) -> Unit | None:
    """The body whose name alone closes the text."""
    for one in reversed(source.paragraphs[-3:]):
        words = source.said(one.start, one.end)
        short = len(words) < SIGNED_LENGTH and source.words[one.end - 1] not in ".;:,…"
        if short and BODY.match(source.low, one.start, one.end) and len(source.paragraphs) > LEAST_STORY:
            return Unit(**source.found(one.start, one.end), name=words)
    return None
