"""The tables of a plan's appendices: who does what, and by when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count

from papers.content import Column, Row, Table, Value
from rules import dates
from rules.facts import PlanItem

SCHEDULE = (
    Column("TT", 11, "center"),
    Column("Nội dung công việc", 62),
    Column("Cơ quan chủ trì", 37),
    Column("Cơ quan phối hợp", 38),
    Column("Thời gian bắt đầu", 26),
    Column("Thời gian hoàn thành", 28),
    Column("Sản phẩm/Kết quả", 31),
    Column("Ghi chú", 19),
)
ASSIGNED = (
    Column("TT", 11, "center"),
    Column("Nội dung công việc", 72),
    Column("Cơ quan chủ trì", 44),
    Column("Cơ quan phối hợp", 44),
    Column("Thời gian hoàn thành", 29),
    Column("Sản phẩm", 31),
    Column("Ghi chú", 21),
)

Phased = Sequence[tuple[str, Sequence[PlanItem]]]  # label of the phase, its items


def schedule(phased: Phased) -> Table:
    """When each item begins and ends, under the label of its phase."""
    return Table(SCHEDULE, _rows(phased, _timed))


def assigned(phased: Phased) -> Table:
    """Who leads and who helps, until when, with what to show for it."""
    return Table(ASSIGNED, _rows(phased, _led))


def _rows(phased: Phased, cells: Callable[[PlanItem], tuple[Value, ...]]) -> tuple[Row, ...]:
    rows: list[Row] = []
    numbers = count(1)
    for label, items in phased:
        rows += [Row((label,), "group")] if label else []
        rows += [Row((next(numbers), *cells(item))) for item in items]
    return tuple(rows)


def _timed(item: PlanItem) -> tuple[Value, ...]:
    start, finish = dates.split_period(item.time.words) if item.time else ("", "")
    return (item.content, item.lead, ", ".join(item.coordinating), start, finish, item.product, item.note)


def _led(item: PlanItem) -> tuple[Value, ...]:
    finish = dates.split_period(item.time.words)[1] if item.time else ""
    return (item.content, item.lead, ", ".join(item.coordinating), finish, item.product, item.note)
