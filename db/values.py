"""Form values on their way into rows: blanks filled, texts tidied, vague days in their three columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from peewee import fn

from db.tables import Record
from rules.dates import VagueDate
from rules.fields import Field, Kind, blank, tidy
from rules.trouble import Refused

Values = dict[str, Any]
LABEL_LIMIT = 80


def ready(
    fields: tuple[Field, ...],
    values: Mapping[str, Any],
    problems: Callable[[Values], dict[str, str]] | None = None,
    old: Mapping[str, Any] | None = None,
) -> Values:
    """Values fit to be kept; what is not given stays as in `old`, or blank.

    Raises Refused with the first problem; KeyError for a name that is no field.
    """
    names = {field.name for field in fields}
    if unknown := set(values) - names:
        raise KeyError(f"no such field: {sorted(unknown)}")
    start = {name: value for name, value in old.items() if name in names} if old else blank(fields)
    whole = tidy(fields, {**start, **values})
    found = problems(whole) if problems else {}
    if found:
        raise Refused(next(iter(found.values())), "Sửa lại rồi lưu.")
    return whole


def vague(words: str | None, earliest: date | None, latest: date | None) -> VagueDate | None:
    """The three columns of a vague day as one value."""
    return VagueDate(words, earliest, latest) if words else None


def form_of(record: Record, fields: Iterable[Field]) -> Values:
    """A row as form values; fields of kind LINKS are left to the caller."""
    values: Values = {}
    for field in fields:
        if field.kind is Kind.VAGUE:
            parts = (getattr(record, f"{field.name}_{part}") for part in ("words", "earliest", "latest"))
            values[field.name] = vague(*parts)
        elif field.kind is Kind.LINK:
            values[field.name] = getattr(record, f"{field.name}_id")
        elif field.kind is not Kind.LINKS:
            values[field.name] = getattr(record, field.name)
    return values


def row_of(values: Mapping[str, Any], fields: Iterable[Field]) -> Values:
    """Form values as columns: a vague day in its three; fields of kind LINKS are left to the caller."""
    row: Values = {}
    for field in fields:
        value = values[field.name]
        if field.kind is Kind.VAGUE:
            row[f"{field.name}_words"] = value.words if value else None
            row[f"{field.name}_earliest"] = value.earliest if value else None
            row[f"{field.name}_latest"] = value.latest if value else None
        elif field.kind is not Kind.LINKS:
            row[field.name] = value
    return row


def lines(query: Any) -> list[tuple[Any, ...]]:
    """The answer to a query as plain tuples."""
    return list(query.tuples())


def plain(query: Any) -> list[tuple[Any, ...]]:
    """The same as the file holds it, days as text: for long lists, where converting costs most."""
    return list(query.model._meta.database.execute(query).fetchall())


def pairs(query: Any) -> dict[Any, Any]:
    """The answer to a query of two columns, the first one leading to the second."""
    return dict(query.tuples())


def years_of(field: Any) -> list[int]:
    """The years of the days that a column holds, newest first."""
    year = fn.SUBSTR(field, 1, 4).converter(int)
    chosen = field.model.select(year).where(field.is_null(False)).distinct()
    return sorted((found_year for (found_year,) in lines(chosen)), reverse=True)


def keep(table: type[Record], values: Mapping[str, Any], row_id: int | None = None) -> int:
    """Inserts the row, or changes the one with this id; Refused when that one is gone."""
    if row_id is None:
        return int(table.insert(**values).execute())
    if not table.update(**values).where(table.id == row_id).execute():
        raise gone()
    return row_id


def found(table: type[Record], row_id: int) -> Any:
    """The row with this id; Refused when it is gone."""
    record = table.get_or_none(table.id == row_id)
    if record is None:
        raise gone()
    return record


def gone() -> Refused:
    return Refused("Mục này không còn trong sổ.", "Tải lại danh sách rồi chọn lại.")


def label(verb: str, noun: str, name: str = "") -> str:
    """The name of a change: "Thêm đơn vị Đảng bộ Sở Công Thương", never longer than one menu line."""
    text = f"{verb} {noun} {name}".strip()
    return text if len(text) <= LABEL_LIMIT else text[: LABEL_LIMIT - 1].rstrip() + "…"


def removal(noun: str, names: list[str]) -> str:
    """ "Xóa đơn vị X" for one, "Xóa 3 đơn vị" for several."""
    return label("Xóa", noun, names[0]) if len(names) == 1 else f"Xóa {len(names)} {noun}"


def next_place(table: Any, condition: Any) -> int:
    """The position after the last of the rows that meet the condition."""
    last = table.select(table.position).where(condition).order_by(table.position.desc()).first()
    return int(last.position) + 1 if last else 1


def reorder(table: Any, ids: Iterable[int]) -> None:
    """Positions in the order of the ids."""
    for place, row_id in enumerate(ids, start=1):
        table.update(position=place).where(table.id == row_id).execute()


def relink(table: Any, owner: str, owner_id: int, target: str, ids: Iterable[int]) -> None:
    """The owner's links become exactly these targets, in this order; links that stay keep their rows."""
    wanted = list(dict.fromkeys(ids))
    mine = getattr(table, owner) == owner_id
    kept = {getattr(row, f"{target}_id"): row for row in table.select().where(mine)}
    surplus = [row.id for key, row in kept.items() if key not in wanted]
    if surplus:
        table.delete().where(table.id.in_(surplus)).execute()
    for place, key in enumerate(wanted, start=1):
        if key not in kept:
            table.insert(**{owner: owner_id, target: key, "position": place}).execute()
        elif kept[key].position != place:
            table.update(position=place).where(table.id == kept[key].id).execute()


def linked(table: Any, owner: str, owner_id: int, target: str) -> tuple[int, ...]:
    """The ids of the owner's targets, in their order."""
    field = getattr(table, target)
    mine = table.select(field).where(getattr(table, owner) == owner_id)
    return tuple(key for (key,) in lines(mine.order_by(table.position, table.id)))
