"""Whole lists of all that is kept, as tables of plain values."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from db import directives, meetings, people, registers, units
from db.book_lines import head as head
from rules import directives as directive_rules
from rules import meetings as meeting_rules
from rules import papers
from rules import people as person_rules
from rules import units as unit_rules
from rules.dates import VagueDate, paper_date
from rules.facts import ListColumn, Listing, Value
from rules.fields import Field, label_of

Rows = tuple[tuple[Value, ...], ...]


def gather(kind: str) -> Listing:
    """Everything in one list; `kind`: units, people, directives, meetings, or one of the two registers."""
    if kind in (registers.OUT, registers.IN):
        return registers.gather(kind)
    label = papers.paper(kind).label
    columns, rows, noun = LISTS[kind]()
    listed = (ListColumn("TT", 8, "center"), *columns)
    numbered = tuple((place, *row) for place, row in enumerate(rows, start=1))
    today = f"Tính đến ngày {paper_date(date.today())}"
    return Listing(head(label), label, today, listed, numbered, f"Tổng số: {len(rows)} {noun}.")


def _column(fields: tuple[Field, ...], name: str, width: float, align: str = "left") -> ListColumn:
    """A column headed by the label of the form's field."""
    return ListColumn(next(field.label for field in fields if field.name == name), width, align)


def _words(value: VagueDate | None) -> str:
    return value.words if value else ""


def _units() -> tuple[tuple[ListColumn, ...], Rows, str]:
    fields = unit_rules.FIELDS
    columns = (
        _column(fields, "organization", 70), _column(fields, "committee", 60), _column(fields, "symbol", 20),
        _column(fields, "kind", 40), _column(fields, "parent", 55), _column(fields, "members", 18, "right"),
    )  # fmt: skip
    found = units.rows(closed=False)
    rows = tuple((r.organization, r.committee, r.symbol, r.kind, r.parent, r.members) for r in found)
    return columns, rows, "đơn vị"


def _people() -> tuple[tuple[ListColumn, ...], Rows, str]:
    fields = person_rules.FIELDS
    columns = (
        _column(fields, "full_name", 50), _column(fields, "sex", 14, "center"),
        _column(fields, "birth", 24, "center"),
        _column(fields, "ethnic_group", 18), ListColumn("Chức vụ, đơn vị", 90), _column(fields, "phone", 24),
    )  # fmt: skip
    rows = tuple(
        (r.full_name, label_of(person_rules.SEXES, r.sex), _words(r.birth), r.ethnic_group, r.title, r.phone)
        for r in people.rows()
    )
    return columns, rows, "đồng chí"


def _directives() -> tuple[tuple[ListColumn, ...], Rows, str]:
    fields = directive_rules.FIELDS
    columns = (
        ListColumn("Số, ký hiệu", 28), _column(fields, "issued", 26, "center"), _column(fields, "type", 26),
        _column(fields, "issuer", 44), _column(fields, "subject", 80), ListColumn("Đến, đi", 16, "center"),
    )  # fmt: skip
    rows = tuple(
        (
            r.symbol,
            _words(r.issued),
            r.type,
            r.issuer,
            r.subject,
            label_of(directive_rules.DIRECTIONS, r.direction).removeprefix("Văn bản ").capitalize(),
        )
        for r in directives.rows()
    )
    return columns, rows, "văn bản"


def _meetings() -> tuple[tuple[ListColumn, ...], Rows, str]:
    fields = meeting_rules.FIELDS
    columns = (
        _column(fields, "day", 24, "center"), _column(fields, "title", 90), _column(fields, "organiser", 46),
        ListColumn(label_of(meeting_rules.ROLES, "chair"), 36), ListColumn("Triệu tập", 18, "right"),
        ListColumn("Có mặt", 16, "right"), _column(fields, "state", 24),
    )  # fmt: skip
    rows = tuple(
        (
            r.day,
            r.title,
            r.organiser,
            r.chair,
            r.called,
            r.came or None,
            label_of(meeting_rules.STATES, r.state),
        )
        for r in meetings.rows()
    )
    return columns, rows, "hội nghị"


LISTS: dict[str, Callable[[], tuple[tuple[ListColumn, ...], Rows, Any]]] = {
    "units": _units,
    "people": _people,
    "directives": _directives,
    "meetings": _meetings,
}
