"""Conclusions of a meeting: who concluded what, with which documents, with how many tasks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from peewee import JOIN, fn

from db import parts
from db.parts import CITED, Part
from db.tables import Conclusion, ConclusionDirective, Directive, DirectiveType, Person, Task
from db.values import Values, lines
from rules.meetings import CONCLUSION_FIELDS

CONCLUSION = Part(
    Conclusion,
    CONCLUSION_FIELDS,
    "kết luận",
    "content",
    {"directives": (ConclusionDirective, "conclusion", "directive")},
)


@dataclass(frozen=True)
class Row:
    id: int
    position: int
    speaker_id: int | None
    speaker: str
    content: str
    tasks: int
    directive_ids: tuple[int, ...]
    directives: tuple[str, ...]  # symbols, or the type where there is no number


def rows(meeting_id: int) -> list[Row]:
    """The conclusions in their order; their tasks are read with tasks.rows(conclusion=…)."""
    task = Task.alias()
    tasks = task.select(fn.COUNT(task.id)).where(task.conclusion == Conclusion.id)
    chosen = (
        Conclusion.select(
            Conclusion.id, Conclusion.position, Conclusion.speaker, Person.full_name, Conclusion.content,
            tasks, *CITED,
        )
        .join(Person, JOIN.LEFT_OUTER)
        .switch(Conclusion)
        .join(ConclusionDirective, JOIN.LEFT_OUTER, on=(ConclusionDirective.conclusion == Conclusion.id))
        .join(Directive, JOIN.LEFT_OUTER)
        .join(DirectiveType, JOIN.LEFT_OUTER)
        .where(Conclusion.meeting == meeting_id)
        .order_by(Conclusion.position, Conclusion.id, ConclusionDirective.position)
    )  # fmt: skip
    known: dict[int, Row] = {}
    for key, place, speaker_id, speaker, text, count, *document in lines(chosen):
        row = known.get(key) or Row(key, place, speaker_id, speaker or "", text, count, (), ())
        known[key] = parts.citing(row, *document)
    return list(known.values())


def get(conclusion_id: int) -> Values:
    """Form values as rules.meetings.CONCLUSION_FIELDS names them."""
    return parts.get(CONCLUSION, conclusion_id)


def save(values: Values, meeting_id: int, conclusion_id: int | None = None) -> int:
    return parts.save(CONCLUSION, values, {"meeting": meeting_id}, conclusion_id)


def hanging(ids: Iterable[int]) -> list[str]:
    count = Task.select().where(Task.conclusion.in_(list(ids))).count()
    return [f"{count} nhiệm vụ sẽ bị xóa theo."] if count else []


def delete(ids: Iterable[int]) -> None:
    parts.delete(CONCLUSION, ids)


def move(conclusion_id: int, step: int) -> None:
    """One place up (-1) or down (+1)."""
    parts.move(CONCLUSION, conclusion_id, step)
