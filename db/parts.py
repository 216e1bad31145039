"""Ordered parts of a record, such as lines of an agenda: read, kept, deleted, moved all in one way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from db.history import change
from db.tables import Directive, DirectiveType
from db.values import (
    Values,
    form_of,
    found,
    keep,
    label,
    linked,
    next_place,
    ready,
    relink,
    removal,
    reorder,
    row_of,
)
from rules.directives import symbol
from rules.fields import Field, check

CITED = (Directive.id, Directive.number, DirectiveType.code, Directive.issuer_code, DirectiveType.name)
Links = tuple[Any, str, str]  # link table, its column to the part, its column to the target


@dataclass(frozen=True)
class Part:
    """How one kind of part is kept; `text` names the field that tells one from another."""

    table: Any
    fields: tuple[Field, ...]
    noun: str
    text: str
    links: dict[str, Links] = field(default_factory=dict)
    problems: Callable[[Values], dict[str, str]] | None = None

    def checked(self, values: Values) -> dict[str, str]:
        return self.problems(values) if self.problems else check(self.fields, values)


def get(part: Part, part_id: int) -> Values:
    values = form_of(found(part.table, part_id), part.fields)
    for name, (table, owner, target) in part.links.items():
        values[name] = linked(table, owner, part_id, target)
    return values


def save(part: Part, values: Values, owner: Values, part_id: int | None = None) -> int:
    """Keeps the part; a new one goes behind the others of its owner, such as {"meeting": 3}."""
    whole = ready(part.fields, values, part.checked, get(part, part_id) if part_id else None)
    row = row_of(whole, part.fields)
    with change(label("Sửa" if part_id else "Thêm", part.noun, str(whole[part.text]))):
        if part_id is None:
            ((name, owner_id),) = owner.items()
            row |= {name: owner_id, "position": next_place(part.table, getattr(part.table, name) == owner_id)}
        kept = keep(part.table, row, part_id)
        for name, (table, column, target) in part.links.items():
            relink(table, column, kept, target, whole[name])
    return kept


def citing(
    row: Any, directive: int | None, number: int | None, code: str, issuer: str, type_name: str
) -> Any:
    """The row with one more document, as `CITED` selects it; unchanged where an outer join found none."""
    if directive is None:
        return row
    name = symbol(number, code, issuer) or type_name
    return replace(row, directive_ids=(*row.directive_ids, directive), directives=(*row.directives, name))


def delete(part: Part, ids: Iterable[int]) -> None:
    chosen = list(dict.fromkeys(ids))
    names = [str(getattr(found(part.table, part_id), part.text)) for part_id in chosen]
    if chosen:
        with change(removal(part.noun, names)):
            part.table.delete().where(part.table.id.in_(chosen)).execute()


def move(part: Part, part_id: int, step: int, owner: str = "meeting") -> None:
    """One place up (-1) or down (+1) among the parts of the same owner."""
    record = found(part.table, part_id)
    beside = getattr(part.table, owner) == getattr(record, f"{owner}_id")
    lines = part.table.select(part.table.id).where(beside).order_by(part.table.position, part.table.id)
    order = [line.id for line in lines]
    here = order.index(part_id)
    there = min(max(here + step, 0), len(order) - 1)
    order.insert(there, order.pop(here))
    with change(label("Xếp lại thứ tự", part.noun)):
        reorder(part.table, order)
