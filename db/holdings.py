"""Posts that people hold: which are valid on a day, how a title is printed from them, their form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import JOIN, fn

from db.history import change
from db.tables import Holding, Person, Post, PostInclude, Unit, UnitKind
from db.unit_names import names_on
from db.values import Values, form_of, found, keep, label, ready, row_of
from rules import people as rules

Line = tuple[Any, ...]  # one held post as `columns` selects it


@dataclass(frozen=True)
class Row:
    """One post of one person, with the unit's name of the day."""

    id: int
    person_id: int
    post_id: int
    post: str
    unit_id: int
    unit: str
    since: date | None
    until: date | None
    note: str


def valid_on(day: date) -> Any:
    """The condition that a post is held on the day, its first and its last day included."""
    begun = Holding.since.is_null() | (Holding.since <= day)
    return begun & (Holding.until.is_null() | (Holding.until >= day))


def brought() -> Any:
    """A subquery: post_id and the names of the posts that it brings with it, one a line."""
    included = Post.alias()
    names = fn.STRING_AGG(included.name, "\n").alias("names")
    chosen = PostInclude.select(PostInclude.post.alias("post_id"), names)
    return chosen.join(included, on=(PostInclude.included == included.id)).group_by(PostInclude.post)


def columns(name: Any, includes: Any) -> tuple[Any, ...]:
    """What `titled` needs of a held post; `name` from names_on, `includes` from brought."""
    return (
        Post.name, Post.rank, Holding.unit, UnitKind.level, name.c.organization, name.c.committee,
        name.c.short, includes.c.names, Unit.parent, Holding.since,
    )  # fmt: skip


def joined(query: Any, name: Any, includes: Any, kind: str = JOIN.LEFT_OUTER) -> Any:
    """The query, which holds Holding already, with all tables that `columns` reads."""
    return (
        query.join(Post, kind, on=(Post.id == Holding.post))
        .join(Unit, kind, on=(Unit.id == Holding.unit))
        .join(UnitKind, kind, on=(UnitKind.id == Unit.kind))
        .join(name, JOIN.LEFT_OUTER, on=(name.c.unit_id == Holding.unit))
        .join(includes, JOIN.LEFT_OUTER, on=(includes.c.post_id == Holding.post))
    )


def titled(lines: Sequence[Line]) -> str:
    """The title that papers print for someone who holds these posts."""
    if len(lines) == 1:  # as most people do: nothing to choose from, and long lists are titled at once
        post, _, _, _, organization, committee, short, *_ = lines[0]
        return rules.post_title(post, organization or "", committee or "", short or "")
    return rules.printed_title(_holding(line) for line in lines)


def _holding(line: Line) -> rules.Holding:
    post, rank, unit_id, level, organization, committee, short, includes, *_ = line
    names = frozenset((includes or "").split("\n"))
    named = (organization or "", committee or "", short or "")
    return rules.Holding(post, rank, unit_id, level, *named, names)


def home(lines: Iterable[Line]) -> str:
    """The name of the unit nearest to the person: the lowest one, a part rather than its whole."""
    held = list(lines)
    above = {line[2] for line in held}
    best = max(held, key=lambda line: (line[3], line[8] in above), default=None)
    return str(best[4] or "") if best else ""


def rows(person_id: int, on: date | None = None) -> list[Row]:
    """All posts of a person, today's and past ones, the newest first."""
    name = names_on(on).alias("unit_now")
    chosen = (
        Holding.select(
            Holding.id, Holding.person, Holding.post, Post.name, Holding.unit, name.c.organization,
            Holding.since, Holding.until, Holding.note,
        )
        .join(Post)
        .switch(Holding)
        .join(name, JOIN.LEFT_OUTER, on=(name.c.unit_id == Holding.unit))
        .where(Holding.person == person_id)
        .order_by(Holding.until.is_null().desc(), Holding.until.desc(), Post.rank, Holding.id)
    )  # fmt: skip
    return [Row(*line) for line in chosen.tuples()]


def get(holding_id: int) -> Values:
    return form_of(found(Holding, holding_id), rules.HOLDING_FIELDS)


def save(values: Values, person_id: int, holding_id: int | None = None) -> int:
    old = get(holding_id) if holding_id else None
    whole = ready(rules.HOLDING_FIELDS, values, rules.holding_problems, old)
    person = found(Person, person_id)
    row = row_of(whole, rules.HOLDING_FIELDS) | {"person": person_id}
    with change(label("Sửa chức vụ của" if holding_id else "Thêm chức vụ cho", person.full_name)):
        return keep(Holding, row, holding_id)


def delete(ids: Iterable[int]) -> None:
    with change("Xóa chức vụ"):
        Holding.delete().where(Holding.id.in_(list(ids))).execute()
