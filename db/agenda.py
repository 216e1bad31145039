"""The agenda of a meeting: its items in order, each with a presenter, with several directives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from peewee import JOIN

from db import parts
from db.parts import CITED, Part
from db.tables import AgendaDirective, AgendaItem, Directive, DirectiveType, Person
from db.values import Values, lines
from rules.meetings import AGENDA_FIELDS

ITEM = Part(
    AgendaItem,
    AGENDA_FIELDS,
    "mục chương trình",
    "title",
    {"directives": (AgendaDirective, "agenda_item", "directive")},
)


@dataclass(frozen=True)
class Row:
    id: int
    position: int
    starts: str  # "08:00" or empty
    minutes: int | None
    title: str
    presenter_id: int | None
    presenter: str
    directive_ids: tuple[int, ...]
    directives: tuple[str, ...]  # symbols, or the type where there is no number


def rows(meeting_id: int) -> list[Row]:
    """The items in their order."""
    chosen = (
        AgendaItem.select(
            AgendaItem.id, AgendaItem.position, AgendaItem.starts, AgendaItem.minutes, AgendaItem.title,
            AgendaItem.presenter, Person.full_name, *CITED,
        )
        .join(Person, JOIN.LEFT_OUTER)
        .switch(AgendaItem)
        .join(AgendaDirective, JOIN.LEFT_OUTER, on=(AgendaDirective.agenda_item == AgendaItem.id))
        .join(Directive, JOIN.LEFT_OUTER)
        .join(DirectiveType, JOIN.LEFT_OUTER)
        .where(AgendaItem.meeting == meeting_id)
        .order_by(AgendaItem.position, AgendaItem.id, AgendaDirective.position, AgendaDirective.id)
    )  # fmt: skip
    known: dict[int, Row] = {}
    for item, place, starts, minutes, title, person_id, person, *document in lines(chosen):
        row = known.get(item) or Row(item, place, starts, minutes, title, person_id, person or "", (), ())
        known[item] = parts.citing(row, *document)
    return list(known.values())


def get(item_id: int) -> Values:
    """Form values as rules.meetings.AGENDA_FIELDS names them."""
    return parts.get(ITEM, item_id)


def save(values: Values, meeting_id: int, item_id: int | None = None) -> int:
    return parts.save(ITEM, values, {"meeting": meeting_id}, item_id)


def delete(ids: Iterable[int]) -> None:
    parts.delete(ITEM, ids)


def move(item_id: int, step: int) -> None:
    """One place up (-1) or down (+1)."""
    parts.move(ITEM, item_id, step)
