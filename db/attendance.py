"""The roll-call of a meeting: who is called, who came, the counts for each group and for all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from peewee import JOIN

from db import invitations, people, search
from db.history import change
from db.tables import Attendance, Audience, Invitation, InvitationGroup, Meeting, MeetingAudience, Person
from db.values import Values, found, keep, label, lines, ready
from rules import meetings as rules
from rules import names
from rules.fields import check, label_of
from rules.text import fold
from rules.trouble import Refused


@dataclass(frozen=True)
class Row:
    """One called person; `state` is empty before the roll-call."""

    id: int  # of the invitation
    person: people.Row  # named as on the day of the meeting
    groups: tuple[str, ...]
    group_ids: tuple[int, ...]
    guest: bool
    reply: str
    consent: bool
    substitute: people.Row | None
    state: str
    came: str
    leaving: str
    reason: str  # of the roll-call, or of the reply


class GroupCounts(NamedTuple):
    audience_id: int
    name: str
    counts: rules.Counts


def rows(
    meeting_id: int, words: str = "", *, group: int | None = None, state: str | None = None
) -> list[Row]:
    """Called people by given name, guests last; `state` "" asks for those not marked yet."""
    called, (groups, memberships) = called_lines(meeting_id), groups_of(meeting_id)
    ids = {key for line in called for key in line[1:3] if key is not None}
    known = {row.id: row for row in people.rows(ids=ids, on=found(Meeting, meeting_id).day)}
    names = dict(groups)
    found_rows = []
    for row_id, person, other, guest, reply, reason, consent, mark_now, came, leaving, why in called:
        keys = memberships.get(row_id, ())
        titles = tuple(names[key] for key in keys)
        answer = (bool(guest), reply, bool(consent), known.get(other))
        marked = (mark_now or "", came or "", leaving or "", why or reason)
        found_rows.append(Row(row_id, known[person], titles, keys, *answer, *marked))
    chosen = [
        row
        for row in found_rows
        if (group is None or group in row.group_ids) and (state is None or row.state == state)
    ]
    ordered = sorted(chosen, key=lambda row: (row.guest, row.person.sort_key, row.person.id))
    return [row for row in ordered if not words or search.found(_key(row), _shown(row), words)]


def called_lines(meeting_id: int) -> list[tuple[Any, ...]]:
    """Invitation, person, substitute, guest, reply, reason, consent; then state, came, leaving, reason."""
    same = (Attendance.meeting == Invitation.meeting) & (Attendance.person == Invitation.person)
    chosen = (
        Invitation.select(
            Invitation.id, Invitation.person, Invitation.substitute, Invitation.guest, Invitation.reply,
            Invitation.reason, Invitation.consent, Attendance.state, Attendance.came, Attendance.leaving,
            Attendance.reason,
        )
        .join(Attendance, JOIN.LEFT_OUTER, on=same)
        .where(Invitation.meeting == meeting_id)
    )  # fmt: skip
    return lines(chosen)


def groups_of(meeting_id: int) -> tuple[list[tuple[int, str]], dict[int, tuple[int, ...]]]:
    """The meeting's groups (id, name) in their order; the groups of each invitation."""
    member = InvitationGroup.select(InvitationGroup.invitation, InvitationGroup.audience)
    mine = member.join(Invitation).where(Invitation.meeting == meeting_id).alias("mine")
    chosen = (
        MeetingAudience.select(MeetingAudience.audience, Audience.name, mine.c.invitation_id)
        .join(Audience)
        .switch(MeetingAudience)
        .join(mine, JOIN.LEFT_OUTER, on=(mine.c.audience_id == MeetingAudience.audience))
        .where(MeetingAudience.meeting == meeting_id)
        .order_by(MeetingAudience.position, MeetingAudience.id)
    )
    named: dict[int, str] = {}
    memberships: dict[int, tuple[int, ...]] = {}
    for audience, name, invitation in lines(chosen):
        named[audience] = name
        if invitation is not None:
            memberships[invitation] = (*memberships.get(invitation, ()), audience)
    return list(named.items()), memberships


def _key(row: Row) -> str:
    return f"{names.search_key(row.person.full_name)} {fold(_shown(row))}"


def _shown(row: Row) -> str:
    return " ".join((row.person.full_name, row.person.title, *row.person.units, *row.groups))


def get(meeting_id: int, person_id: int) -> Values:
    """Form values of one roll-call line; blanks before the person is marked."""
    here = (Attendance.meeting == meeting_id) & (Attendance.person == person_id)
    line = Attendance.get_or_none(here)
    return {field.name: getattr(line, field.name) if line else "" for field in rules.ATTENDANCE_FIELDS}


def mark(meeting_id: int, people_ids: Iterable[int], state: str, **facts: str) -> None:
    """Marks called people with a key of rules.meetings.ATTENDANCE; "" takes the mark away.

    `facts`: came and leaving ("08:05"), reason; what is not given stays. Refused for who is not called.
    """
    chosen = list(dict.fromkeys(people_ids))
    known = _states(meeting_id)
    if not set(chosen) <= set(known):
        raise Refused("Có người không có trong danh sách triệu tập.", "Thêm vào danh sách rồi điểm danh.")
    here = (Attendance.meeting == meeting_id) & Attendance.person.in_(chosen)
    there: dict[int, Any] = {line.person_id: line for line in Attendance.select().where(here)}
    with change(_label(chosen, state)):
        if not state:
            Attendance.delete().where(here).execute()
            return
        for person in chosen:
            old = there.get(person)
            kept = {name: getattr(old, name) for name in ("came", "leaving", "reason")} if old else {}
            whole = ready(rules.ATTENDANCE_FIELDS, {**kept, **facts, "state": state}, _problems)
            keep(Attendance, {"meeting": meeting_id, "person": person, **whole}, old.id if old else None)


def mark_all(meeting_id: int, state: str, *, group: int | None = None) -> int:
    """Marks everyone who is not marked yet, or those of one group; how many were marked."""
    waiting = [person for person, mark_now in _states(meeting_id).items() if not mark_now]
    if group is not None:
        chosen = InvitationGroup.select(Invitation.person).join(Invitation)
        in_group = (Invitation.meeting == meeting_id) & (InvitationGroup.audience == group)
        inside = {person for (person,) in lines(chosen.where(in_group))}
        waiting = [person for person in waiting if person in inside]
    if waiting:
        mark(meeting_id, waiting, state)
    return len(waiting)


def substitute(meeting_id: int, person_id: int, other_id: int, *, consent: bool = False) -> None:
    """`other_id` comes in the person's place; the head counts as come, by substitute."""
    here = (Invitation.meeting == meeting_id) & (Invitation.person == person_id)
    invitation = Invitation.get_or_none(here)
    with change("Ghi người dự thay"):
        mark(meeting_id, [person_id], "substitute")
        row = {"person": person_id, "substitute": other_id, "consent": consent}
        invitations.save(row, meeting_id, invitation.id if invitation else None)


def counts(meeting_id: int) -> rules.Counts:
    """Heads of the whole meeting, each called person once, guests too."""
    return rules.counts(_states(meeting_id).values())


def counts_by_group(meeting_id: int) -> list[GroupCounts]:
    """Heads of each group of the meeting; who is in several groups counts in each of them."""
    groups, memberships = groups_of(meeting_id)
    states: dict[int, list[str]] = {}
    for line in called_lines(meeting_id):
        for audience in memberships.get(line[0], ()):
            states.setdefault(audience, []).append(line[7] or "")
    return [GroupCounts(key, name, rules.counts(states.get(key, ()))) for key, name in groups]


def _states(meeting_id: int) -> dict[int, str]:
    """Called person → roll-call key, "" before the roll-call."""
    same = (Attendance.meeting == Invitation.meeting) & (Attendance.person == Invitation.person)
    chosen = Invitation.select(Invitation.person, Attendance.state).join(Attendance, JOIN.LEFT_OUTER, on=same)
    found_states = lines(chosen.where(Invitation.meeting == meeting_id))
    return {person: state or "" for person, state in found_states}


def _problems(values: Values) -> dict[str, str]:
    return check(rules.ATTENDANCE_FIELDS, values)


def _label(people_ids: list[int], state: str) -> str:
    words = label_of(rules.ATTENDANCE, state) if state else "bỏ điểm danh"
    if len(people_ids) == 1:
        return label("Điểm danh", f"{found(Person, people_ids[0]).full_name}:", words.lower())
    return f"Điểm danh {len(people_ids)} đại biểu: {words.lower()}"
