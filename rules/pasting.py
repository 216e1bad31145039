"""What a pasted text proposes, as a flat list to be ticked: its kinds, its words, its places in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rules.dates import paper_date
from rules.fields import label_of
from rules.imports.facts import Cell
from rules.meetings import PARTS_OF_DAY
from rules.reading.found import CHAIR, CONCLUDER, MODEL, PRESENTER, Directive, Person, Proposals
from rules.text import fold

MEETING, DIRECTIVE, LINK, PERSON, GROUP, WINDOW, CONGRESS, TASK = (
    "meeting", "directive", "link", "person", "group", "window", "congress", "task",
)  # fmt: skip
KINDS = {
    MEETING: "Hội nghị",
    DIRECTIVE: "Văn bản",
    LINK: "Văn bản triển khai văn bản",
    PERSON: "Đại biểu",
    GROUP: "Thành phần",
    WINDOW: "Thời gian đại hội, ghi vào kế hoạch",
    CONGRESS: "Đại hội điểm, thí điểm, ghi vào kế hoạch",
    TASK: "Nhiệm vụ trong kết luận",
}
PARTS = {CHAIR: "chủ trì", PRESENTER: "báo cáo viên", CONCLUDER: "kết luận"}
FORMER = ("nguyen ", "cuu ")  # posts held no longer: the clerk decides what is to be kept of them
OF_MEETING = (GROUP, TASK)  # kept within the meeting: nothing without it
OF_PLAN = (WINDOW, CONGRESS)  # lines of the office's own plan


class Offer(NamedTuple):
    """One thing that may be kept; `at` is its place in the proposals of its kind."""

    kind: str
    at: int
    words: str
    places: tuple[tuple[int, int], ...]  # where it stands in the text, code points
    sure: bool

    @property
    def key(self) -> tuple[str, int]:
        return self.kind, self.at


class Line(NamedTuple):
    """A proposal as a row of the kind that imports judge."""

    number: int
    cells: tuple[Cell, ...]
    group: str = ""


class Lines(NamedTuple):
    rows: tuple[Line, ...]


def offers(known: Proposals) -> list[Offer]:
    """All that can be kept, by kind, in the order of the text."""
    return [*_meeting(known), *_directives(known), *_people(known), *_rest(known)]


def _meeting(known: Proposals) -> Iterator[Offer]:
    meeting = known.meeting
    if meeting is None or not meeting.title:
        return
    when = [label_of(PARTS_OF_DAY, meeting.part_of_day)] if meeting.part_of_day else []
    when += [paper_date(meeting.date)] if meeting.date else []
    words = "; ".join(
        part for part in (meeting.title, " ".join(when), meeting.place, meeting.organiser) if part
    )
    places = tuple((fact.start, fact.end) for fact in meeting.facts) or ((meeting.start, meeting.end),)
    yield Offer(MEETING, 0, words, places, meeting.sure)


def _directives(known: Proposals) -> Iterator[Offer]:
    for at, one in enumerate(known.directives):
        yield Offer(DIRECTIVE, at, cited(one), one.mentions or ((one.start, one.end),), one.sure)
    for at, link in enumerate(known.links):
        child, parent = known.directives[link.child], known.directives[link.parent]
        words = f"{titled(child)} triển khai {titled(parent)}"
        yield Offer(LINK, at, words, ((link.start, link.end),), link.sure)


def titled(one: Directive) -> str:
    """ "Kế hoạch 92-KH/ĐUK"."""
    symbol = (
        f"{one.number}-{one.type_code}/{one.issuer_code}" if one.type_code and one.issuer_code else one.number
    )
    return " ".join(part for part in (one.type_name, symbol) if part)


def cited(one: Directive) -> str:
    day = f", ngày {paper_date(one.date)}" if one.date else ""
    return f"{titled(one)}{day}{f' của {one.issuer}' if one.issuer else ''}"


def _people(known: Proposals) -> Iterator[Offer]:
    for at, person in enumerate(known.people):
        parts = [PARTS[part] for part in person.parts if part in PARTS]
        words = ", ".join((person.name, *person.posts))
        shown = f"{words} ({', '.join(parts)})" if parts else words
        sure = person.sure and not any(fold(post).startswith(FORMER) for post in person.posts)
        yield Offer(PERSON, at, shown, ((person.start, person.end),), sure)


def _rest(known: Proposals) -> Iterator[Offer]:
    for at, group in enumerate(known.groups):
        yield Offer(GROUP, at, group.name, ((group.start, group.end),), group.sure)
    for at, window in enumerate(known.windows):
        words = f"{window.whom}: {window.when.words}"
        yield Offer(WINDOW, at, words, ((window.start, window.end),), window.sure)
    for at, congress in enumerate(known.congresses):
        yield Offer(
            CONGRESS, at, held(congress.unit, congress.kind), ((congress.start, congress.end),), congress.sure
        )
    for at, task in enumerate(known.tasks):
        due = f" ({task.due.words})" if task.due else ""
        yield Offer(TASK, at, f"{task.content}{due}", ((task.start, task.end),), task.sure)


def held(unit: str, kind: str) -> str:
    """The line of a plan for a congress of its own kind."""
    return f"Đại hội điểm: {unit}" if kind == MODEL else f"Thí điểm đại hội trực tiếp bầu bí thư: {unit}"


# -- as rows for the verdicts of imports

PERSON_COLUMNS = {"full_name": 0, "birth": 1, "post_unit": 2}
DIRECTIVE_COLUMNS = {"symbol": 0, "type": 1, "issued": 2, "issuer": 3, "direction": 4}


def person_rows(people: tuple[Person, ...]) -> Lines:
    """Name, birth, posts with their units; the number of a row is its place, counted from 1."""
    return Lines(
        tuple(Line(at, (one.name, one.birth, "; ".join(one.posts))) for at, one in enumerate(people, 1))
    )


def directive_rows(directives: tuple[Directive, ...], own: str) -> Lines:
    """Symbol, type, day, issuer; `own`: the symbol of the office, whose documents go out."""
    return Lines(
        tuple(
            Line(at, (titled(one).removeprefix(f"{one.type_name} "), one.type_name, one.date, one.issuer,
                      "đi" if own and one.issuer_code == own else "đến"))
            for at, one in enumerate(directives, 1)
        )
    )  # fmt: skip
