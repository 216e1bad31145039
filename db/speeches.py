"""What was said at a meeting, in the order of speaking."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from peewee import JOIN

from db import parts
from db.parts import Part
from db.tables import Person, Speech
from db.values import Values, lines
from rules.meetings import SPEECH_FIELDS

SPEECH = Part(Speech, SPEECH_FIELDS, "ý kiến phát biểu", "content")


@dataclass(frozen=True)
class Row:
    id: int
    position: int
    person_id: int | None
    person: str
    content: str


def rows(meeting_id: int) -> list[Row]:
    chosen = (
        Speech.select(Speech.id, Speech.position, Speech.person, Person.full_name, Speech.content)
        .join(Person, JOIN.LEFT_OUTER)
        .where(Speech.meeting == meeting_id)
        .order_by(Speech.position, Speech.id)
    )
    return [
        Row(row_id, place, person, name or "", text) for row_id, place, person, name, text in lines(chosen)
    ]


def get(speech_id: int) -> Values:
    """Form values as rules.meetings.SPEECH_FIELDS names them."""
    return parts.get(SPEECH, speech_id)


def save(values: Values, meeting_id: int, speech_id: int | None = None) -> int:
    return parts.save(SPEECH, values, {"meeting": meeting_id}, speech_id)


def delete(ids: Iterable[int]) -> None:
    parts.delete(SPEECH, ids)


def move(speech_id: int, step: int) -> None:
    """One place up (-1) or down (+1)."""
    parts.move(SPEECH, speech_id, step)
