"""What a form may choose from: ids with the words that tell one from another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from db import people, units
from db.tables import Audience, DirectiveType, Meeting, MeetingType, Post, UnitKind
from db.values import lines
from rules.dates import show_date

Options = list[tuple[int, str]]


def _units(day: date) -> Options:
    return [(row.id, row.organization) for row in units.rows(closed=False, on=day)]


def _people(day: date) -> Options:
    return [(row_id, f"{name} – {title}" if title else name) for row_id, name, title in people.titles(day)]


def _directives(day: date) -> Options:
    from db import directives  # with all the numbers: not needed to open a window, which shall open fast

    return [
        (row.id, " – ".join(part for part in (row.symbol or row.type, row.subject) if part))
        for row in directives.rows(on=day)
    ]


def _directive_types(day: date) -> Options:
    begun = DirectiveType.since.is_null() | (DirectiveType.since <= day)
    lasting = DirectiveType.until.is_null() | (DirectiveType.until >= day)
    chosen = DirectiveType.select(DirectiveType.id, DirectiveType.name, DirectiveType.code).where(
        begun & lasting
    )
    found = lines(chosen.order_by(DirectiveType.position, DirectiveType.id))
    return [(row_id, f"{name} ({code})" if code else name) for row_id, name, code in found]


def _meetings() -> Options:
    found = lines(Meeting.select(Meeting.id, Meeting.day, Meeting.title).order_by(Meeting.day.desc()))
    return [(row_id, f"{show_date(held)} – {title}" if held else title) for row_id, held, title in found]


DATED: dict[str, Callable[[date], Options]] = {
    "unit": _units,
    "person": _people,
    "directive": _directives,
    "directive_type": _directive_types,
}
LISTED: dict[str, tuple[Any, ...]] = {
    "post": (Post.rank, Post.name),
    "unit_kind": (UnitKind.level, UnitKind.id),
    "meeting_type": (MeetingType.position, MeetingType.id),
    "audience": (Audience.position, Audience.id),
}


def choices(target: str, on: date | None = None) -> Options:
    """Ids and words of what a LINK field with this target may hold, on the day (today by default)."""
    if target == "meeting":
        return _meetings()
    if target in DATED:
        return DATED[target](on or date.today())
    order = LISTED[target]
    table = order[0].model
    return [(row_id, name) for row_id, name in lines(table.select(table.id, table.name).order_by(*order))]
