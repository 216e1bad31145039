"""Dated names of units: which one is valid on a day, a new one from a day on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import Case, fn

from db.history import change
from db.tables import UnitName
from db.values import Values, found, gone, keep, label, ready
from rules import units as rules
from rules.trouble import Refused

NAMES = ("organization", "committee", "short", "symbol")


@dataclass(frozen=True)
class Name:
    """One dated name of a unit; since None is the name from the beginning."""

    id: int
    since: date | None
    organization: str
    committee: str
    short: str
    symbol: str


def search_key(texts: Values) -> str:
    return rules.search_key(*(texts[part] for part in NAMES))


def names_on(day: date | None = None) -> Any:
    """A subquery: for each unit (unit_id) the name valid on the day, today by default.

    A unit that had no name yet on that day has its first one.
    """
    day = day or date.today()
    since = fn.COALESCE(UnitName.since, date.min.isoformat())
    later = Case(None, [(since > day.isoformat(), since)], date.min.isoformat())
    place = fn.ROW_NUMBER().over(partition_by=[UnitName.unit], order_by=[later, since.desc()])
    columns = (
        UnitName.unit.alias("unit_id"),
        *(getattr(UnitName, name) for name in NAMES),
        UnitName.search_key,
    )
    ranked = UnitName.select(*columns, place.alias("place")).alias("ranked")
    chosen = UnitName.select(*(getattr(ranked.c, name) for name in ("unit_id", *NAMES, "search_key")))
    return chosen.from_(ranked).where(ranked.c.place == 1)


def acting(name: Any) -> Any:
    """As the one who acts a unit goes by its committee; one without a committee by its own name."""
    return fn.COALESCE(fn.NULLIF(name.c.committee, ""), name.c.organization)


def names(unit_id: int, on: date | None = None) -> Name:
    """The name valid on the day, today by default; Refused when the unit is gone."""
    day = on or date.today()
    known = history(unit_id)
    if not known:
        raise gone()
    past = [name for name in known if name.since is None or name.since <= day]
    return past[-1] if past else known[0]


def history(unit_id: int) -> list[Name]:
    """All names of the unit, the oldest first."""
    chosen = UnitName.select(UnitName.id, UnitName.since, *(getattr(UnitName, name) for name in NAMES))
    lines = chosen.where(UnitName.unit == unit_id).order_by(UnitName.since).tuples()
    return [Name(*line) for line in lines]


def rename(unit_id: int, values: Values) -> int:
    """A new name from the day values["since"] on; papers of earlier days keep the old one.

    A name that already begins on that day is replaced. Returns the id of the name.
    """
    whole = ready(rules.RENAME_FIELDS, values, rules.rename_problems)
    texts = {part: whole[part] for part in NAMES}
    same = UnitName.get_or_none(UnitName.unit == unit_id, UnitName.since == whole["since"])
    row = {"unit": unit_id, "since": whole["since"], **texts, "search_key": search_key(texts)}
    with change(label("Đổi tên đơn vị thành", texts["organization"])):
        return keep(UnitName, row, same.id if same else None)


def drop_name(name_id: int) -> None:
    """Takes a dated name away; a unit keeps at least one."""
    name = found(UnitName, name_id)
    if len(history(name.unit_id)) == 1:
        raise Refused("Đơn vị phải có ít nhất một tên.", "Sửa tên này thay vì xóa.")
    with change(label("Xóa tên cũ", name.organization)):
        UnitName.delete().where(UnitName.id == name_id).execute()
