"""Rows of a workbook against what is known: new, changed, the same, doubtful or wrong, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from rules.columns import Mapping
from rules.imports import units
from rules.imports.attendance import Attendance
from rules.imports.directives import Directives
from rules.imports.facts import (
    DUPLICATE,
    ERROR,
    NEW,
    SAME,
    STATES,
    TAKEN,
    UPDATE,
    Known,
    Line,
    OfRow,
    Rows,
    Verdict,
)
from rules.imports.people import People
from rules.imports.rows import Reading
from rules.imports.units import Units

__all__ = [
    "DUPLICATE", "ERROR", "NEW", "SAME", "STATES", "TAKEN", "UPDATE", "Known", "Verdict", "verdicts",
]  # fmt: skip

CIRCLE = "Đơn vị cấp trên trực tiếp: các dòng chỉ vòng lẫn nhau."
UNTAKEN = "Đơn vị cấp trên ở dòng {} không nhập được nên dòng này cũng chưa nhập được."


class Judge(Protocol):
    """Meets the rows one after the other; later ones know of earlier ones."""

    def verdict(self, line: Line, mapping: Mapping) -> Verdict: ...


class Stopped(Exception):
    """The clerk called the work off."""


def verdicts(
    kind: str, table: Rows, mapping: Mapping, known: Known, stop: Callable[[], bool] | None = None
) -> list[Verdict]:
    """One verdict for each row, in the order of the rows; `kind` is one of rules.columns.KINDS.

    Nothing is written. Raises Stopped when `stop` says so.
    """
    if kind == "units":
        return _units(table, mapping, known)
    judges: dict[str, Callable[[Known], Judge]]
    judges = {"people": People, "directives": Directives, "attendance": Attendance}
    judge = judges[kind](known)
    found = []
    for line in table.rows:
        if stop and stop():
            raise Stopped
        found.append(judge.verdict(line, mapping))
    return found


def _units(table: Rows, mapping: Mapping, known: Known) -> list[Verdict]:
    """Units may name as the one above them a unit of any other row."""
    judge = Units(known)
    judge.prepare([(line, Reading(line, mapping)) for line in table.rows])
    found = [judge.verdict(line, mapping) for line in table.rows]
    above = {each.row: parent.row for each in found if isinstance(parent := each.values.get("parent"), OfRow)}
    round_about = units.circles(above)
    made = {each.row for each in found if each.state == NEW} - round_about
    wrong = {row: UNTAKEN.format(parent) for row, parent in units.left_alone(above, made).items()}
    wrong |= dict.fromkeys(round_about, CIRCLE)
    return [
        replace(each, state=ERROR, why=wrong[each.row], values={}, target_id=None)
        if each.row in wrong
        else each
        for each in found
    ]
