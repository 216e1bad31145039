"""Who is called to a meeting: its groups, the people they come to, their replies and substitutes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from db import audiences as groups
from db.history import change
from db.tables import Attendance, Invitation, InvitationGroup, Meeting, MeetingAudience, Person
from db.values import Values, form_of, found, keep, label, lines, linked, ready, relink, row_of
from rules.meetings import INVITATION_FIELDS, invitation_problems
from rules.trouble import Refused


class Called(NamedTuple):
    """What `invite` made of the list: heads in all, how many came new, how many went."""

    total: int
    added: int
    removed: int


def audiences(meeting_id: int) -> tuple[int, ...]:
    """The groups of the meeting, in their order."""
    return linked(MeetingAudience, "meeting", meeting_id, "audience")


def set_audiences(meeting_id: int, ids: Iterable[int]) -> None:
    """The groups become exactly these, in this order; the list of people follows with `invite`."""
    with change(label("Chọn thành phần cho", "", found(Meeting, meeting_id).title)):
        relink(MeetingAudience, "meeting", meeting_id, "audience", ids)


def resolve(meeting_id: int) -> dict[int, tuple[int, ...]]:
    """Who the groups call on the day of the meeting (today where it has none): person → their groups."""
    day: date | None = found(Meeting, meeting_id).day
    return groups.resolve(audiences(meeting_id), day)


def invite(meeting_id: int) -> Called:
    """Brings the list of called people up to the groups, each person once.

    Who is no longer called leaves the list, unless there is a reply or a roll-call of them; who was
    put on the list by hand stays.
    """
    wanted = resolve(meeting_id)
    with change(label("Lập danh sách triệu tập", "", found(Meeting, meeting_id).title)):
        present: Any = Invitation.select().where(Invitation.meeting == meeting_id)
        there = {line.person_id: line for line in present}
        old, marked = _groups(meeting_id), _marked(meeting_id)
        gone = [
            person
            for person, line in there.items()
            if person not in wanted and person not in marked and _may_go(line, old)
        ]
        leaving = Invitation.person.in_(gone)
        Invitation.delete().where((Invitation.meeting == meeting_id) & leaving).execute()
        added = [person for person in wanted if person not in there]
        for person in added:
            keep(Invitation, {"meeting": meeting_id, "person": person})
        _keep_groups(meeting_id, wanted, old)
    return Called(len(there) - len(gone) + len(added), len(added), len(gone))


def _groups(meeting_id: int) -> dict[int, dict[int, int]]:
    """Invitation → its groups → the row of each."""
    chosen = InvitationGroup.select(InvitationGroup.invitation, InvitationGroup.audience, InvitationGroup.id)
    grouped: dict[int, dict[int, int]] = {}
    for invitation, audience, row_id in lines(
        chosen.join(Invitation).where(Invitation.meeting == meeting_id)
    ):
        grouped.setdefault(invitation, {})[audience] = row_id
    return grouped


def _may_go(line: Any, old: dict[int, dict[int, int]]) -> bool:
    by_hand = line.guest or line.id not in old
    return not by_hand and not line.reply and not line.substitute_id


def _marked(meeting_id: int) -> set[int]:
    chosen = Attendance.select(Attendance.person).where(Attendance.meeting == meeting_id)
    return {person for (person,) in lines(chosen)}


def _keep_groups(meeting_id: int, wanted: dict[int, tuple[int, ...]], old: dict[int, dict[int, int]]) -> None:
    people = Invitation.select(Invitation.person, Invitation.id).where(Invitation.meeting == meeting_id)
    surplus: list[int] = []
    missing: list[dict[str, int]] = []
    for person, invitation in lines(people):
        kept, audience_ids = old.get(invitation, {}), wanted.get(person, ())
        surplus += [row_id for audience, row_id in kept.items() if audience not in audience_ids]
        missing += [{"invitation": invitation, "audience": key} for key in audience_ids if key not in kept]
    InvitationGroup.delete().where(InvitationGroup.id.in_(surplus)).execute()
    for row in missing:
        keep(InvitationGroup, row)


def add(meeting_id: int, people: Iterable[int], guest: bool = False) -> int:
    """Puts people on the list by hand; those who are there already stay as they are. How many came new."""
    there = {person for (person,) in lines(_of(meeting_id, Invitation.person))}
    new = [person for person in dict.fromkeys(people) if person not in there]
    if new:
        with change(f"Thêm {len(new)} {'khách mời' if guest else 'đại biểu'} vào danh sách"):
            for person in new:
                keep(Invitation, {"meeting": meeting_id, "person": person, "guest": guest})
    return len(new)


def remove(meeting_id: int, people: Iterable[int]) -> None:
    """Takes people off the list, their roll-call too."""
    chosen = list(people)
    with change(f"Bỏ {len(chosen)} đại biểu khỏi danh sách"):
        for table in (Attendance, Invitation):
            table.delete().where((table.meeting == meeting_id) & table.person.in_(chosen)).execute()


def get(invitation_id: int) -> Values:
    """Form values as rules.meetings.INVITATION_FIELDS names them."""
    return form_of(found(Invitation, invitation_id), INVITATION_FIELDS)


def save(values: Values, meeting_id: int, invitation_id: int | None = None) -> int:
    """Keeps a reply, a reason, a substitute; without id: one more person on the list.

    Refused for a substitute who is called themselves or already comes in another's place: one head
    would count as two.
    """
    old = get(invitation_id) if invitation_id else None
    whole = ready(INVITATION_FIELDS, values, invitation_problems, old)
    if whole["substitute"] is not None and (old is None or whole["substitute"] != old["substitute"]):
        _refuse_two_seats(meeting_id, whole["substitute"])
    with change("Ghi trả lời giấy mời" if invitation_id else "Thêm đại biểu vào danh sách"):
        row = row_of(whole, INVITATION_FIELDS) | {"meeting": meeting_id}
        return keep(Invitation, row, invitation_id)


def _refuse_two_seats(meeting_id: int, person_id: int) -> None:
    seats = lines(_of(meeting_id, Invitation.person, Invitation.substitute))
    if any(person_id in seat for seat in seats):
        name = found(Person, person_id).full_name
        called = any(person_id == person for person, _ in seats)
        why = "có trong danh sách triệu tập" if called else "đang dự thay một đại biểu khác"
        raise Refused(f"Đồng chí {name} {why} nên không dự thay được.", "Chọn người khác dự thay.")


def _of(meeting_id: int, *columns: Any) -> Any:
    return Invitation.select(*columns).where(Invitation.meeting == meeting_id)
