"""Audiences: named groups of called people, by rule or by name, resolved to people on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from peewee import JOIN, fn

from db import search
from db.history import change
from db.holdings import valid_on
from db.tables import (
    Audience,
    AudienceMember,
    AudienceRule,
    Holding,
    InvitationGroup,
    MeetingAudience,
    Post,
    PostInclude,
    Unit,
    UnitKind,
)
from db.unit_names import names_on
from db.values import Values, found, keep, label, lines, next_place, ready, removal, reorder
from rules.audiences import FIELDS, problems, rule_problems
from rules.text import fold
from rules.trouble import Refused

__all__ = [
    "FIELDS", "Row", "Rule", "arrange", "counts", "delete", "get", "hanging", "resolve", "rows", "save",
]  # fmt: skip


class Rule(NamedTuple):
    """Holders of the post: in units of one kind, in one unit, or (both None) in all own units."""

    post: int
    unit_kind: int | None = None
    unit: int | None = None


@dataclass(frozen=True)
class Row:
    id: int
    name: str
    rules: tuple[str, ...]  # "Bí thư – Chi bộ cơ sở"
    named: int  # people named one by one
    position: int
    note: str


def rows(words: str = "", *, on: date | None = None) -> list[Row]:
    """All audiences in their order."""
    name = names_on(on).alias("unit_now")
    member = AudienceMember.alias()
    named = member.select(fn.COUNT(member.id)).where(member.audience == Audience.id)
    chosen = (
        Audience.select(
            Audience.id, Audience.name, Audience.position, Audience.note, named, Post.name, UnitKind.name,
            name.c.organization,
        )
        .join(AudienceRule, JOIN.LEFT_OUTER)
        .join(Post, JOIN.LEFT_OUTER)
        .switch(AudienceRule)
        .join(UnitKind, JOIN.LEFT_OUTER)
        .switch(AudienceRule)
        .join(name, JOIN.LEFT_OUTER, on=(name.c.unit_id == AudienceRule.unit))
        .order_by(Audience.position, Audience.id, AudienceRule.id)
    )  # fmt: skip
    known: dict[int, Row] = {}
    for row_id, title, position, note, count, post, kind, unit in lines(chosen):
        sentences = (" – ".join(part for part in (post, kind or unit) if part),) if post else ()
        before = known[row_id].rules if row_id in known else ()
        known[row_id] = Row(row_id, title, before + sentences, count, position, note)
    return [row for row in known.values() if search.found(fold(row.name), row.name, words)]


def resolve(ids: Iterable[int], on: date | None = None) -> dict[int, tuple[int, ...]]:
    """Who is called on the day: person → the audiences that call them, in the order of the ids.

    A rule calls those who hold its post on that day, or a post that brings it with it.
    """
    day, order = on or date.today(), list(dict.fromkeys(ids))
    called: dict[int, set[int]] = {}
    for person, audience in _named(order):
        called.setdefault(person, set()).add(audience)
    wanted = list(AudienceRule.select().where(AudienceRule.audience.in_(order)))
    if wanted:
        bringing = _bringing()
        by_post: dict[int, list[AudienceRule]] = {}
        for rule in wanted:
            for post in bringing.get(rule.post_id, set()) | {rule.post_id}:
                by_post.setdefault(post, []).append(rule)
        for person, post, unit, kind, outside in _held(by_post, day):
            audiences = {rule.audience_id for rule in by_post[post] if _meets(rule, unit, kind, outside)}
            if audiences:
                called.setdefault(person, set()).update(audiences)
    return {person: tuple(key for key in order if key in keys) for person, keys in called.items()}


def _named(ids: list[int]) -> list[tuple[int, int]]:
    chosen = AudienceMember.select(AudienceMember.person, AudienceMember.audience)
    return [(person, key) for person, key in lines(chosen.where(AudienceMember.audience.in_(ids)))]


def _bringing() -> dict[int, set[int]]:
    """For each post, those that bring it with them, also over several steps."""
    above: dict[int, set[int]] = {}
    for post, included in lines(PostInclude.select(PostInclude.post, PostInclude.included)):
        above.setdefault(included, set()).add(post)
    for post, found_posts in above.items():
        waiting = list(found_posts)
        while waiting:
            further = above.get(waiting.pop(), set()) - found_posts - {post}
            found_posts |= further
            waiting += further
    return above


def _held(posts: Iterable[int], day: date) -> list[tuple[Any, ...]]:
    chosen = Holding.select(Holding.person, Holding.post, Holding.unit, Unit.kind, Unit.outside).join(Unit)
    open_then = Unit.closed.is_null() | (Unit.closed > day)
    return lines(chosen.where(Holding.post.in_(list(posts)) & valid_on(day) & open_then))


def _meets(rule: AudienceRule, unit: int, kind: int, outside: bool) -> bool:
    if rule.unit_id is not None:
        return bool(rule.unit_id == unit)
    return not outside and rule.unit_kind_id in (None, kind)


def counts(on: date | None = None) -> dict[int, int]:
    """How many people each audience calls on the day."""
    heads: dict[int, int] = {}
    ids = [row_id for (row_id,) in lines(Audience.select(Audience.id))]
    for audiences in resolve(ids, on).values():
        for audience in audiences:
            heads[audience] = heads.get(audience, 0) + 1
    return {audience: heads.get(audience, 0) for audience in ids}


def get(audience_id: int) -> Values:
    """Form values; "rules" beside them as a tuple of Rule."""
    record = found(Audience, audience_id)
    mine: Any = AudienceRule.select().where(AudienceRule.audience == audience_id).order_by(AudienceRule.id)
    people = AudienceMember.select(AudienceMember.person).where(AudienceMember.audience == audience_id)
    return {
        "name": record.name,
        "note": record.note,
        "people": tuple(person for (person,) in lines(people.order_by(AudienceMember.id))),
        "rules": tuple(Rule(rule.post_id, rule.unit_kind_id, rule.unit_id) for rule in mine),
    }


def save(values: Values, audience_id: int | None = None) -> int:
    """Keeps the audience; values as `get` gives them, "rules" may be missing."""
    old: Values = get(audience_id) if audience_id else {"rules": ()}
    wanted = tuple(Rule(*rule) for rule in values["rules"]) if "rules" in values else old["rules"]
    given = {name: value for name, value in values.items() if name != "rules"}
    for rule in wanted:
        _refuse_two_places(rule)
    whole = ready(FIELDS, given, problems, old if audience_id else None)
    with change(label("Sửa" if audience_id else "Thêm", "thành phần", whole["name"])):
        row = {"name": whole["name"], "note": whole["note"]}
        if audience_id is None:
            row["position"] = next_place(Audience, Audience.id > 0)
        kept = keep(Audience, row, audience_id)
        if wanted != old["rules"]:
            AudienceRule.delete().where(AudienceRule.audience == kept).execute()
            for rule in wanted:
                keep(AudienceRule, {"audience": kept, **rule._asdict()})
        _keep_people(kept, whole["people"])
    return kept


def _refuse_two_places(rule: Rule) -> None:
    if wrong := rule_problems(rule._asdict()):
        raise Refused(next(iter(wrong.values())), "Sửa lại rồi lưu.")


def _keep_people(audience_id: int, people: tuple[int, ...]) -> None:
    before = {person for person, _ in _named([audience_id])}
    gone = before - set(people)
    mine = AudienceMember.audience == audience_id
    AudienceMember.delete().where(mine & AudienceMember.person.in_(list(gone))).execute()
    for person in dict.fromkeys(people):
        if person not in before:
            keep(AudienceMember, {"audience": audience_id, "person": person})


def arrange(ids: Iterable[int]) -> None:
    """The order in which audiences are listed."""
    with change("Xếp lại thứ tự thành phần"):
        reorder(Audience, ids)


def hanging(ids: Iterable[int]) -> list[str]:
    chosen = list(ids)
    lost = (
        (MeetingAudience.audience, "hội nghị sẽ bớt thành phần này"),
        (InvitationGroup.audience, "giấy mời sẽ không còn ghi thành phần này"),
    )
    counted = ((field.model.select().where(field.in_(chosen)).count(), sentence) for field, sentence in lost)
    return [f"{count} {sentence}." for count, sentence in counted if count]


def delete(ids: Iterable[int]) -> None:
    chosen = list(dict.fromkeys(ids))
    names = [found(Audience, row_id).name for row_id in chosen]
    with change(removal("thành phần", names)):
        Audience.delete().where(Audience.id.in_(chosen)).execute()
