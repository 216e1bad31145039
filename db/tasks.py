"""Tasks: what a conclusion or a directive asks for, from whom, by when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from peewee import JOIN

from db import parts, search
from db.history import change
from db.parts import Part
from db.tables import Conclusion, Meeting, Task, TaskDirective, TaskUnit
from db.unit_names import acting, names_on
from db.values import Values, found, lines, vague
from rules.dates import VagueDate
from rules.meetings import TASK_FIELDS, TASK_STATES
from rules.text import fold

TASK = Part(
    Task,
    TASK_FIELDS,
    "nhiệm vụ",
    "content",
    {"coordinating": (TaskUnit, "task", "unit"), "directives": (TaskDirective, "task", "directive")},
)


@dataclass(frozen=True)
class Row:
    id: int
    position: int
    content: str
    lead_id: int | None
    lead: str  # the unit, or the words
    due: VagueDate | None
    product: str
    state: str
    conclusion_id: int | None
    directive_id: int | None  # the directive that asks for it, where no conclusion does
    meeting_id: int | None
    meeting: str
    day: date | None  # of the meeting
    coordinating: tuple[str, ...]


def rows(
    words: str = "",
    *,
    meeting: int | None = None,
    conclusion: int | None = None,
    directive: int | None = None,
    state: str = "",
    on: date | None = None,
) -> list[Row]:
    """Tasks in the order of their meeting or directive; units with their names of the day."""
    chosen = _query(on)
    conditions = [] if meeting is None else [Conclusion.meeting == meeting]
    if conclusion is not None:
        conditions.append(Task.conclusion == conclusion)
    if directive is not None:
        conditions.append(Task.directive == directive)
    if state:
        conditions.append(Task.state == state)
    if conditions:
        chosen = chosen.where(search.every(conditions))
    return [row for row in _grouped(chosen) if search.found(fold(_shown(row)), _shown(row), words)]


def _query(on: date | None) -> Any:
    lead, other = names_on(on).alias("lead_name"), names_on(on).alias("other_name")
    return (
        Task.select(
            Task.id, Task.position, Task.content, Task.lead, Task.lead_words, acting(lead),
            Task.due_words, Task.due_earliest, Task.due_latest, Task.product, Task.state, Task.conclusion,
            Task.directive, Meeting.id, Meeting.title, Meeting.day, acting(other),
        )
        .join(Conclusion, JOIN.LEFT_OUTER)
        .join(Meeting, JOIN.LEFT_OUTER)
        .switch(Task)
        .join(lead, JOIN.LEFT_OUTER, on=(lead.c.unit_id == Task.lead))
        .switch(Task)
        .join(TaskUnit, JOIN.LEFT_OUTER, on=(TaskUnit.task == Task.id))
        .join(other, JOIN.LEFT_OUTER, on=(other.c.unit_id == TaskUnit.unit))
        .order_by(Meeting.day.desc(), Conclusion.position, Task.position, Task.id, TaskUnit.position)
    )  # fmt: skip


def _grouped(chosen: Any) -> list[Row]:
    known: dict[int, Row] = {}
    for line in lines(chosen):
        key, place, text, lead_id, lead_words, lead, words, earliest, latest, *rest, other = line
        if key not in known:
            *middle, title, day = rest
            due = vague(words, earliest, latest)
            facts = (key, place, text, lead_id, lead or lead_words, due, *middle, title or "", day, ())
            known[key] = Row(*facts)
        if other:
            known[key] = replace(known[key], coordinating=(*known[key].coordinating, other))
    return list(known.values())


def _shown(row: Row) -> str:
    return " ".join((row.content, row.lead, row.product, row.meeting, *row.coordinating))


def get(task_id: int) -> Values:
    """Form values as rules.meetings.TASK_FIELDS names them."""
    return parts.get(TASK, task_id)


def save(
    values: Values, *, conclusion: int | None = None, directive: int | None = None, task_id: int | None = None
) -> int:
    """Keeps the task; a new one belongs to a conclusion or to a directive, to one of them only."""
    if task_id is None and (conclusion is None) == (directive is None):
        raise ValueError("a task belongs to one conclusion or to one directive")
    owner = {"conclusion": conclusion} if conclusion is not None else {"directive": directive}
    return parts.save(TASK, {"state": "open", **values} if task_id is None else values, owner, task_id)


def set_state(ids: Iterable[int], state: str) -> None:
    """state: a key of rules.meetings.TASK_STATES."""
    if state not in {choice.key for choice in TASK_STATES}:
        raise ValueError(state)
    chosen = list(ids)
    with change("Ghi tình trạng nhiệm vụ"):
        Task.update(state=state).where(Task.id.in_(chosen)).execute()


def delete(ids: Iterable[int]) -> None:
    parts.delete(TASK, ids)


def move(task_id: int, step: int) -> None:
    """One place up (-1) or down (+1) among the tasks of the same source."""
    parts.move(TASK, task_id, step, "conclusion" if found(Task, task_id).conclusion_id else "directive")
