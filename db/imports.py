"""Rows of workbooks into the registers: what is known for the verdicts, the one change that takes them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from db import attendance, directives, name_order, settings, units
from db.directives import search_key as directive_key
from db.history import change
from db.tables import (
    Directive,
    DirectiveType,
    Holding,
    Meeting,
    Person,
    Post,
    PostInclude,
    Record,
    Unit,
    UnitKind,
    UnitName,
    database,
    table_name,
)
from db.unit_names import NAMES, names_on
from db.values import Values, form_of, found, keep, label, lines, plain, row_of, vague
from rules import directives as directive_rules
from rules import people as people_rules
from rules.columns import wanted
from rules.fields import Kind, blank
from rules.imports.facts import (
    NEW,
    TAKEN,
    UPDATE,
    Called,
    Held,
    Known,
    KnownDirective,
    KnownHolding,
    KnownPerson,
    KnownPost,
    KnownType,
    KnownUnit,
    OfRow,
    Verdict,
)
from rules.names import search_key, sort_key
from rules.text import fold

LAYOUT = "import_columns"  # setting: how the columns of a layout were matched, by kind and layout
RANK_STEP = 10


class Done(NamedTuple):
    """How many records an import made, changed and left as they were."""

    created: int
    updated: int
    skipped: int


# -- what is known


def known(kind: str, meeting: int | None = None) -> Known:
    """What the verdicts of this kind need; `meeting`: the one whose roll-call is imported."""
    day = date.today()
    base = Known(
        day=day,
        own=settings.own_unit(),
        units=tuple(_known_units(day)),
        kinds={key: (name, level) for key, name, level in lines(_columns(UnitKind, "id name level"))},
    )
    if kind == "units":
        return base
    if kind == "directives":
        return replace(base, types=_types(), directives=tuple(_directives()))
    people = tuple(_people())
    if kind == "attendance":
        found(Meeting, meeting or 0)
    if kind == "people":
        return replace(base, posts=tuple(_posts()), people=people)
    called = tuple(_called(meeting))
    ids = {each.person for each in called}
    people = tuple(person for person in people if person.id in ids)
    return replace(base, posts=tuple(_posts()), people=people, called=called)


def _columns(table: Any, names: str) -> Any:
    return table.select(*(getattr(table, name) for name in names.split()))


def _known_units(day: date) -> Iterator[KnownUnit]:
    current = {row[0]: row[1:5] for row in lines(names_on(day))}
    former: dict[int, list[tuple[str, ...]]] = {}
    for unit, *texts in lines(UnitName.select(UnitName.unit, *(getattr(UnitName, name) for name in NAMES))):
        former.setdefault(unit, []).append(tuple(texts))
    levels = dict(lines(_columns(UnitKind, "id level")))
    own = units.OWN
    chosen = Unit.select(Unit.id, *(getattr(Unit, field.name) for field in own))
    for unit, *facts in lines(chosen):
        names = current.get(unit, ("", "", "", ""))
        values = dict(zip((field.name for field in own), facts, strict=True))
        every = (names, *(each for each in former.get(unit, ()) if each != names))
        closed = values["closed"] is not None and values["closed"] <= day
        whole = dict(zip(NAMES, names, strict=True)) | values
        yield KnownUnit(unit, whole, every, levels[values["kind"]], closed)


def _posts() -> Iterator[KnownPost]:
    included: dict[int, set[int]] = {}
    for post, other in lines(_columns(PostInclude, "post included")):
        included.setdefault(post, set()).add(other)
    for key, name, short in lines(_columns(Post, "id name short")):
        yield KnownPost(key, name, short, frozenset(included.get(key, ())))


def _people() -> Iterator[KnownPerson]:
    """Everyone with all they held; read as plain text, since this is the longest register."""
    held: dict[int, list[KnownHolding]] = {}
    for person, key, post, unit, since, until in plain(_columns(Holding, "person id post unit since until")):
        holding = KnownHolding(key, post, unit, _day(since), _day(until))
        held.setdefault(person, []).append(holding)
    names: list[str] = []
    for field in people_rules.FIELDS:
        parts = ("words", "earliest", "latest") if field.kind is Kind.VAGUE else ("",)
        names += [f"{field.name}_{part}".rstrip("_") for part in parts]
    for key, *row in plain(_columns(Person, f"id {' '.join(names)}")):
        columns = iter(row)
        values: Values = {}
        for field in people_rules.FIELDS:
            if field.kind is Kind.VAGUE:
                words, earliest, latest = next(columns), next(columns), next(columns)
                values[field.name] = vague(words, _day(earliest), _day(latest))
            else:
                values[field.name] = next(columns)
        yield KnownPerson(key, values, tuple(held.get(key, ())))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _types() -> tuple[KnownType, ...]:
    chosen = _columns(DirectiveType, "id name code since until").order_by(DirectiveType.position)
    return tuple(KnownType(*line) for line in lines(chosen))


def _directives() -> Iterator[KnownDirective]:
    """The register, newest first."""
    chosen: Any = Directive.select()
    values = {record.id: form_of(record, directive_rules.FIELDS) for record in chosen}
    for row in directives.rows():
        yield KnownDirective(row.id, row.symbol or f"{row.type} {row.subject}".strip(), values[row.id])


def _called(meeting: int | None) -> Iterator[Called]:
    for line in attendance.called_lines(meeting or 0):
        state, came, leaving, reason = (text or "" for text in line[7:11])
        values = {"state": state, "came": came, "leaving": leaving, "reason": reason}
        yield Called(line[1], values)


# -- taking rows


def take(
    kind: str,
    verdicts: Sequence[Verdict],
    name: str,
    meeting: int | None = None,
    by_hand: tuple[str, dict[str, int]] | None = None,
) -> Done:
    """Makes and changes what the verdicts say, as one named change; all of it or nothing.

    Rows that are the same, doubtful or wrong are passed by. `by_hand`: a layout and its columns as the
    clerk matched them, remembered with the change. Raises Refused for what cannot be kept.
    """
    taken = [each for each in verdicts if each.state in TAKEN]
    takers: dict[str, Callable[[list[Verdict]], None]] = {
        "units": _take_units,
        "people": _take_people,
        "directives": _take_directives,
        "attendance": lambda rows: _take_attendance(rows, meeting or 0),
    }
    if taken:
        with change(label(name, "")):
            takers[kind](taken)
            if by_hand:
                keep_mapping(kind, *by_hand)
    created = sum(each.state == NEW for each in taken)
    return Done(created, len(taken) - created, len(verdicts) - len(taken))


def _insert(table: type[Record], rows: Sequence[Values]) -> list[int]:
    """Inserts many rows by one prepared statement; their ids, in the same order.

    peewee writes its statement anew for each run of rows, which takes ten times as long as they do.
    """
    before = table.select(table.id).order_by(table.id.desc()).limit(1).scalar() or 0
    fields = [field for field in table._meta.sorted_fields if field.name != "id"]
    names = ", ".join(f'"{field.column_name}"' for field in fields)
    sql = f'INSERT INTO "{table_name(table)}" ({names}) VALUES ({", ".join("?" * len(fields))})'
    values = ([field.db_value(row.get(field.name, field.default)) for field in fields] for row in rows)
    database.connection().executemany(sql, values)
    made = [key for (key,) in lines(table.select(table.id).where(table.id > before).order_by(table.id))]
    if len(made) != len(rows):
        raise RuntimeError("rows went astray")
    return made


def _take_people(rows: list[Verdict]) -> None:
    made, tones = [each for each in rows if each.state == NEW], name_order.tones()
    values = [blank(people_rules.FIELDS) | _facts(each) for each in made]
    ids = _insert(
        Person, [row_of(each, people_rules.FIELDS) | _keys(each["full_name"], tones) for each in values]
    )
    of_row = {each.row: key for each, key in zip(made, ids, strict=True)}
    posts = _new_posts(held for each in rows for held in each.values.get("holdings", ()))
    holdings: list[Values] = []
    for each in rows:
        person = each.target_id or of_row[each.row if each.state == NEW else each.with_row or 0]
        if each.state == UPDATE:
            _change_person(person, _facts(each), tones)
        for held in each.values.get("holdings", ()):
            row = {"person": person, "post": held.post or posts[fold(held.name)], "unit": held.unit}
            if held.holding:
                keep(Holding, {"since": held.since}, held.holding)
            else:
                holdings.append({**row, "since": held.since})
    _insert(Holding, holdings)


def _facts(verdict: Verdict) -> Values:
    return {name: value for name, value in verdict.values.items() if name != "holdings"}


def _keys(full_name: str, tones: str) -> Values:
    return {"sort_key": sort_key(full_name, tones), "search_key": search_key(full_name)}


def _change_person(person: int, facts: Values, tones: str) -> None:
    if not facts:
        return
    row = row_of(facts, [field for field in people_rules.FIELDS if field.name in facts])
    keys = _keys(facts["full_name"], tones) if "full_name" in facts else {}
    keep(Person, row | keys, person)


def _new_posts(held: Iterable[Held]) -> dict[str, int]:
    """Posts that no catalogue has yet, each once, below all others in rank."""
    names: dict[str, str] = {}
    for each in held:
        if each.post is None:
            names.setdefault(fold(each.name), each.name)
    rank = Post.select(Post.rank).order_by(Post.rank.desc()).limit(1).scalar() or 0
    made = {}
    for place, (key, name) in enumerate(names.items(), start=1):
        there = Post.get_or_none(Post.name == name)
        row = {"name": name, "rank": rank + place * RANK_STEP, "search_key": key}
        made[key] = there.id if there else keep(Post, row)
    return made


def _take_units(rows: list[Verdict]) -> None:
    """Each unit after the one above it, whatever the order of the rows."""
    of_row: dict[int, int] = {}
    by_row = {each.row: each for each in rows}
    for each in rows:
        waiting = [each]
        while (parent := _parent_row(waiting[-1])) is not None and parent not in of_row:
            waiting.append(by_row.pop(parent))
        for one in reversed(waiting):
            if one.row not in of_row:
                values = dict(one.values)
                if isinstance(values.get("parent"), OfRow):
                    values["parent"] = of_row[values["parent"].row]
                of_row[one.row] = units.save(values, one.target_id)


def _parent_row(verdict: Verdict) -> int | None:
    parent = verdict.values.get("parent")
    return parent.row if isinstance(parent, OfRow) else None


def _take_directives(rows: list[Verdict]) -> None:
    made = [blank(directive_rules.FIELDS) | each.values for each in rows if each.state == NEW]
    for values in made:
        if values["direction"] == "out":  # a number of our own goes through the book of numbers
            directives.save(values)
    received = [values for values in made if values["direction"] != "out"]
    _insert(
        Directive,
        [row_of(each, directive_rules.FIELDS) | {"search_key": directive_key(each)} for each in received],
    )
    for each in rows:
        if each.state == UPDATE:
            directives.save(each.values, each.target_id)


def _take_attendance(rows: list[Verdict], meeting: int) -> None:
    """Rows that mark alike are marked at once: each mark looks through the whole list of called people."""
    alike: dict[tuple[tuple[str, str], ...], list[int]] = {}
    for each in rows:
        facts = tuple(sorted((name, value) for name, value in each.values.items() if value))
        alike.setdefault(facts, []).append(each.target_id or 0)
    for facts, people in alike.items():
        attendance.mark(meeting, people, **dict(facts))


# -- columns matched by hand


def mapping(kind: str, layout: str) -> dict[str, int] | None:
    """How the columns of workbooks of this layout were matched the last time; None where never by hand."""
    kept = settings.get(f"{LAYOUT}_{kind}_{layout}")
    if not kept:
        return None
    try:
        columns = json.loads(kept)
    except ValueError:
        return None
    if not isinstance(columns, dict):
        return None
    taken = {each.key for each in wanted(kind)}
    return {
        key: place for key, place in columns.items() if key in taken and isinstance(place, int) and place >= 0
    }


def keep_mapping(kind: str, layout: str, columns: dict[str, int]) -> None:
    """Remembers the match for the next workbook of this layout."""
    words = json.dumps(columns, sort_keys=True)
    settings.put(f"{LAYOUT}_{kind}_{layout}", words, "Nhớ cách ghép cột của bảng nhập")
