"""Terms, congresses, numbers of the small office, put and read in few words."""

from __future__ import annotations

from datetime import date
from typing import Any

from db import numbering, settings, terms
from db.numbering import Entry
from rules.numbering import Series
from tests.db import entries

CLOSED = date(2020, 7, 3)  # the congress closes


def own() -> int:
    return settings.own_unit() or 0


def two_terms() -> None:
    terms.save({"name": "2015 - 2020", "since": date(2015, 6, 16)}, own())
    terms.save({"name": "2020 - 2025", "since": date(2020, 7, 4)}, own())


def series(kind: str, record: int) -> Series:
    found = numbering.series_for(kind, record)
    assert found is not None
    return found


def taken_by(kind: str, record: int) -> int:
    """The id of the number that the paper holds."""
    line = next(
        one for one in numbering.lines(series(kind, record)) if (one.kind, one.record) == (kind, record)
    )
    assert line.id is not None
    return line.id


def states(lines: list[Entry]) -> list[tuple[int, str]]:
    return [(line.number, line.state) for line in lines]


def congress(title: str = "Đại hội đại biểu", **values: Any) -> int:
    return entries.meeting(title, type=entries.key("meeting_type", "Đại hội đại biểu"), **values)
