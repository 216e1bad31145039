"""Serial papers: one letter for every called person or every unit, all in one document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from papers import call_values, field_values, phrases, styles, worded
from papers.content import Column, Document, Row, Section, Sheet, Table
from papers.filling import Parts
from rules.facts import Attendee, Meeting

SUMMONS = "summons"
PEOPLE = ("invitation_people", SUMMONS)
UNITS = ("invitation_units",)
RECEIVERS = (
    Column("TT", 11, "center"),
    Column("Người nhận", 60),
    Column("Chức vụ", 60),
    Column("Đơn vị", 34),
)
UNIT_RECEIVERS = (Column("TT", 11, "center"), Column("Đơn vị nhận", 60), Column("Đại biểu", 94))


class Letter(NamedTuple):
    """Who one letter is for, and the called people it names."""

    receiver: Parts
    unit: Parts
    people: tuple[Attendee, ...]
    is_unit: bool = False

    def values(self) -> Mapping[str, Parts]:
        """What the fields of the receiver stand for; a unit's own people are named without it."""
        people = [replace(one.person, unit="") for one in self.people] if self.is_unit else []
        return call_values.receiver(self.receiver, self.unit, people)


def compose(paper: str, facts: Meeting) -> Document:
    """One letter each, every letter on its own pages; one with room for a name where nobody is called."""
    letters = by_unit(facts) if paper in UNITS else by_person(facts, guests=paper != SUMMONS)
    if not letters:
        return worded.compose(paper, facts)
    facts = worded.typed(paper, facts)
    values = field_values.of_meeting(facts)
    head = worded.headed(paper, facts, values)
    profile = styles.profile_of(head, facts.day)
    sections = []
    for letter in letters:
        called = {"Đại biểu": field_values.numbered(call_values.delegates(letter.people))}
        blocks = worded.blocks(paper, facts, head, profile, values.knowing(letter.values(), called))
        sections.append(Section(tuple(blocks), restart_numbering=True))
    title = worded.entitled(paper, facts)
    sheet = Sheet("Người nhận", title, _receivers(paper, letters))
    return Document(title, profile, tuple(sections), (sheet,), marks=head.marks)


def by_person(facts: Meeting, guests: bool = True) -> list[Letter]:
    """One for every called person; guests are invited, never summoned."""
    return [_personal(one) for one in facts.attendees if guests or not one.guest]


def by_unit(facts: Meeting) -> list[Letter]:
    """One for every unit of the called people, in the order of the list; who has no unit gets their own."""
    made: dict[str, Letter] = {}
    for place, one in enumerate(facts.attendees):
        unit = one.person.unit.strip()
        known = made.get(unit)
        if not unit:
            made[f"\0{place}"] = _personal(one)
        elif known:
            made[unit] = known._replace(people=(*known.people, one))
        else:
            made[unit] = Letter((unit,), (unit,), (one,), is_unit=True)
    return list(made.values())


def _personal(one: Attendee) -> Letter:
    name = (phrases.comrade(one.person),)
    return Letter(name, (one.person.unit.strip(),) if one.person.unit.strip() else name, (one,))


def _receivers(paper: str, letters: Sequence[Letter]) -> Table:
    if paper in UNITS:
        called = [("; ".join(one.person.name for one in letter.people), letter) for letter in letters]
        rows = [(place, str(letter.unit[0]), names) for place, (names, letter) in enumerate(called, start=1)]
        return Table(UNIT_RECEIVERS, tuple(map(Row, rows)))
    people = [letter.people[0].person for letter in letters]
    return Table(
        RECEIVERS,
        tuple(Row((place, one.name, one.title, one.unit)) for place, one in enumerate(people, start=1)),
    )
