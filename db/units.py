"""Units of the Party organisation: their tree, their dated names, the lists and forms of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from peewee import JOIN

from db import search, settings
from db.history import change
from db.tables import (
    AudienceRule,
    Directive,
    Holding,
    Meeting,
    PlanItem,
    PlanItemUnit,
    Task,
    TaskUnit,
    Unit,
    UnitKind,
    UnitName,
)
from db.unit_names import NAMES, Name, drop_name, history, names, names_on, rename, search_key
from db.values import Values, form_of, found, keep, label, lines, next_place, pairs, ready, removal, row_of
from rules import units as rules
from rules.names import initials
from rules.trouble import Refused

__all__ = [
    "Name", "Row", "branch", "close", "delete", "drop_name", "get", "hanging", "history", "move", "names",
    "rename", "rows", "save",
]  # fmt: skip
OWN = tuple(field for field in rules.FIELDS if field.name not in NAMES)
ABBREVIATED = 3  # letters that an abbreviation has at least
PARENT = 8  # place of the parent's id in a line of `_query`


@dataclass(frozen=True)
class Row:
    id: int
    organization: str
    committee: str
    short: str
    symbol: str
    kind_id: int
    kind: str
    level: int
    parent_id: int | None
    parent: str
    depth: int
    place_name: str
    members: int | None
    founded: date | None
    closed: date | None
    outside: bool
    phone: str


def rows(
    words: str = "",
    *,
    kind: int | None = None,
    parent: int | None = None,
    closed: bool | None = None,
    outside: bool | None = None,
    on: date | None = None,
) -> list[Row]:
    """Units in the order of the tree, with the names of the day; `closed` False: those at work on that day.

    With words the best found first. `parent` asks for the whole branch under that unit.
    """
    day = on or date.today()
    tree = _tree(lines(_query(day)))
    if parent is not None:
        tree = _branch(tree, parent)
    kept = [
        (row, key)
        for row, key in tree
        if (kind is None or row.kind_id == kind)
        and (outside is None or row.outside == outside)
        and (closed is None or _is_closed(row, day) == closed)
    ]
    met = [row for row, key in kept if not words or search.found(key, " ".join(text_of(row).names), words)]
    return search.best_first(met, words, text_of)


def text_of(row: Row) -> search.Text:
    """What a unit is found by: its names, and their initials, which are names as well ("skhcn")."""
    names = (row.short, row.organization, row.committee, row.symbol)
    letters = (initials(name) for name in names[:3])
    return search.Text((*names, *(text for text in letters if len(text) >= ABBREVIATED)))


def _is_closed(row: Row, day: date) -> bool:
    return row.closed is not None and row.closed <= day


def _query(day: date) -> Any:
    name = names_on(day).alias("name")
    return (
        Unit.select(
            Unit.id,
            *(getattr(name.c, part) for part in NAMES),
            Unit.kind,
            UnitKind.name,
            UnitKind.level,
            Unit.parent,
            Unit.place_name,
            Unit.members,
            Unit.founded,
            Unit.closed,
            Unit.outside,
            Unit.phone,
            name.c.search_key,
        )  # fmt: skip
        .join(UnitKind)
        .join(name, on=(name.c.unit_id == Unit.id), join_type=JOIN.LEFT_OUTER)
        .order_by(Unit.position, Unit.id)
    )


def _row(line: tuple[Any, ...], names: dict[int, str], depth: int) -> Row:
    unit_id, *texts = line[:5]
    kind_id, kind, level, parent_id, *rest = line[5:-1]
    named = (unit_id, *(text or "" for text in texts), kind_id, kind, level, parent_id)
    all_facts = (*named, names.get(parent_id, ""), depth, *rest)
    return Row(*all_facts)


def _tree(flat: list[tuple[Any, ...]]) -> list[tuple[Row, str]]:
    """Each unit after its parent, children in their order, with its search key; depth from the top."""
    names = {line[0]: line[1] or "" for line in flat}
    children: dict[int | None, list[tuple[Any, ...]]] = {}
    for line in flat:
        parent_id = line[PARENT]
        children.setdefault(parent_id if parent_id in names else None, []).append(line)
    ordered = []
    waiting = [(line, 0) for line in reversed(children.get(None, []))]
    while waiting:
        line, depth = waiting.pop()
        ordered.append((_row(line, names, depth), line[-1] or ""))
        waiting += [(below, depth + 1) for below in reversed(children.get(line[0], []))]
    return ordered


def _branch(tree: list[tuple[Row, str]], top: int) -> list[tuple[Row, str]]:
    inside = {top}
    branch = []
    for row, key in tree:
        if row.parent_id in inside:
            inside.add(row.id)
            branch.append((row, key))
    return branch


def get(unit_id: int) -> Values:
    """The form values, with the name of today."""
    record, name = found(Unit, unit_id), names(unit_id)
    return {part: getattr(name, part) for part in NAMES} | form_of(record, OWN)


def save(values: Values, unit_id: int | None = None) -> int:
    """Keeps the unit; for a known one the name of today is corrected, not a new one begun (see rename)."""
    old = get(unit_id) if unit_id else None
    whole = ready(rules.FIELDS, values, rules.problems, old)
    _refuse_circle(unit_id, whole["parent"])
    own = row_of(whole, OWN)
    texts = {part: whole[part] for part in NAMES}
    with change(label("Sửa" if unit_id else "Thêm", "đơn vị", whole["organization"])):
        if unit_id is None:
            own["position"] = next_place(Unit, Unit.id > 0)
        kept = keep(Unit, own, unit_id)
        name_id = names(unit_id).id if unit_id else None
        keep(UnitName, {"unit": kept, **texts, "search_key": search_key(texts)}, name_id)
    return kept


def _refuse_circle(unit_id: int | None, parent_id: int | None) -> None:
    seen = set()
    while unit_id and parent_id and parent_id not in seen:
        if parent_id == unit_id:
            raise Refused("Đơn vị không thể trực thuộc chính nó.", "Chọn đơn vị cấp trên khác.")
        seen.add(parent_id)
        parent_id = found(Unit, parent_id).parent_id


def close(unit_id: int, day: date) -> None:
    """The unit ends its work on the day; nothing that names it is lost."""
    name = names(unit_id, day - timedelta(days=1))
    with change(label("Kết thúc hoạt động", name.organization)):
        keep(Unit, {"closed": day}, unit_id)


def move(unit_id: int, step: int) -> None:
    """One place up (-1) or down (+1) among the units of the same parent."""
    record = found(Unit, unit_id)
    beside = Unit.parent == record.parent_id if record.parent_id else Unit.parent.is_null()
    order = [unit.id for unit in Unit.select(Unit.id).where(beside).order_by(Unit.position, Unit.id)]
    here = order.index(unit_id)
    there = min(max(here + step, 0), len(order) - 1)
    places = sorted(unit.position for unit in Unit.select(Unit.position).where(beside))
    order.insert(there, order.pop(here))
    with change(label("Xếp lại thứ tự", names(unit_id).organization)):
        for place, key in zip(places, order, strict=True):
            Unit.update(position=place).where(Unit.id == key).execute()


def branch(ids: Iterable[int]) -> set[int]:
    """The units with all that are under them."""
    inside = set(ids)
    parents = pairs(Unit.select(Unit.id, Unit.parent))
    size = 0
    while size != len(inside):
        size = len(inside)
        inside |= {unit for unit, parent in parents.items() if parent in inside}
    return inside


def hanging(ids: Iterable[int]) -> list[str]:
    """What goes or stays behind when these units are deleted, one sentence for each kind."""
    chosen = set(ids)
    all_units = branch(chosen)
    lost = (
        (len(all_units) - len(chosen), "đơn vị trực thuộc sẽ bị xóa theo"),
        (_count(Holding, Holding.unit, all_units), "chức vụ đang giữ ở đó sẽ bị xóa theo"),
        (_count(AudienceRule, AudienceRule.unit, all_units), "quy tắc thành phần sẽ bị xóa theo"),
        (_count(Directive, Directive.issuer, all_units), "văn bản sẽ không còn cơ quan ban hành"),
        (_count(Meeting, Meeting.organiser, all_units), "hội nghị sẽ không còn đơn vị tổ chức"),
        (
            _count(Task, Task.lead, all_units) + _count(PlanItem, PlanItem.lead, all_units),
            "việc sẽ không còn đơn vị chủ trì",
        ),
        (
            _count(TaskUnit, TaskUnit.unit, all_units) + _count(PlanItemUnit, PlanItemUnit.unit, all_units),
            "việc sẽ bớt một đơn vị phối hợp",
        ),
    )
    return [f"{number} {sentence}." for number, sentence in lost if number]


def _count(table: Any, field: Any, ids: set[int]) -> int:
    return int(table.select().where(field.in_(ids)).count())


def delete(ids: Iterable[int]) -> None:
    """Deletes the units with all under them; the office's own unit cannot go."""
    chosen = list(dict.fromkeys(ids))
    if settings.own_unit() in branch(chosen):
        raise Refused("Không thể xóa đơn vị của chính cơ quan.", "Chọn các đơn vị khác.")
    titles = [names(unit).organization for unit in chosen]
    with change(removal("đơn vị", titles)):
        Unit.delete().where(Unit.id.in_(chosen)).execute()
