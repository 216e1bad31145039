"""Meetings: the list of them, their forms, the people with a role, copies for the next time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import JOIN, fn

from db import numbering, search
from db.history import change
from db.invitations import audiences, invite, resolve, set_audiences
from db.tables import (
    AgendaDirective,
    AgendaItem,
    Attendance,
    Conclusion,
    Invitation,
    Meeting,
    MeetingAudience,
    MeetingRole,
    MeetingType,
    Paper,
    Person,
    Speech,
    TakenNumber,
    Task,
)
from db.unit_names import names_on
from db.values import Values, form_of, found, keep, label, lines, ready, removal, row_of, years_of
from rules import meetings as rules
from rules.dates import paper_date, show_date
from rules.text import fold

__all__ = [
    "Role", "Row", "audiences", "copy", "delete", "get", "hanging", "invite", "is_kept", "people_in",
    "resolve", "roles", "rows", "save", "set_audiences", "set_roles", "set_state", "years",
]  # fmt: skip


@dataclass(frozen=True)
class Row:
    id: int
    type_id: int
    type: str
    ordinal: str
    title: str
    day: date | None
    part_of_day: str
    starts: str
    ends: str
    place: str
    organiser_id: int | None
    organiser: str  # the committee, or the unit where it has none
    state: str
    series: str
    chair: str
    called: int
    came: int
    groups: int
    directives: int
    tasks: int


@dataclass(frozen=True)
class Role:
    id: int
    role: str
    person_id: int
    person: str
    position: int


def rows(
    words: str = "",
    *,
    state: str = "",
    type: int | None = None,  # noqa: A002 - the contract's word
    year: int | None = None,
    ids: Iterable[int] | None = None,
    on: date | None = None,
) -> list[Row]:
    """Meetings, those without a day first, then the newest; with words the best found first.

    The organiser has its name of the day `on`.
    """
    chosen = _query(on)
    asked = search.where(words, Meeting.search_key.contains)
    if state:
        asked.append(Meeting.state == state)
    if type is not None:
        asked.append(Meeting.type == type)
    if ids is not None:
        asked.append(Meeting.id.in_(list(ids)))
    if year is not None:
        asked.append(Meeting.day.between(date(year, 1, 1), date(year, 12, 31)))
    if asked:
        chosen = chosen.where(search.every(asked))
    ordered = chosen.order_by(Meeting.day.is_null().desc(), Meeting.day.desc(), Meeting.id.desc())
    found_rows = [_row(line) for line in lines(ordered)]
    met = search.narrow(found_rows, words, lambda row: f"{row.title} {text_of(row).rest}")
    return search.best_first(met, words, text_of)


def text_of(row: Row) -> search.Text:
    """What a meeting is found by: its title, then all the rest."""
    return search.Text((row.title,), f"{row.type} {row.place} {row.series}")


def years() -> list[int]:
    """The years in which there are meetings, newest first."""
    return years_of(Meeting.day)


def _row(line: tuple[Any, ...]) -> Row:
    *facts, committee, organization, state, series, chair, called, came, groups, directives, tasks = line
    organiser = committee or organization or ""
    whole = (*facts, organiser, state, series, chair or "", called, came, groups, directives, tasks)
    return Row(*whole)


def _query(on: date | None) -> Any:
    name = names_on(on).alias("organiser_name")
    return (
        Meeting.select(
            Meeting.id, Meeting.type, MeetingType.name, Meeting.ordinal, Meeting.title, Meeting.day,
            Meeting.part_of_day, Meeting.starts, Meeting.ends, Meeting.place, Meeting.organiser,
            name.c.committee, name.c.organization, Meeting.state, Meeting.series, _first_chair(), *_counts(),
        )
        .join(MeetingType)
        .switch(Meeting)
        .join(name, JOIN.LEFT_OUTER, on=(name.c.unit_id == Meeting.organiser))
    )  # fmt: skip


def _first_chair() -> Any:
    role, person = MeetingRole.alias(), Person.alias()
    chosen = role.select(person.full_name).join(person, on=(role.person == person.id))
    chairs = chosen.where((role.meeting == Meeting.id) & (role.role == "chair"))
    return chairs.order_by(role.position, role.id).limit(1)


def _counts() -> tuple[Any, ...]:
    """Called, came, groups, directives, tasks: each a number beside the meeting."""
    called, attendance, group = Invitation.alias(), Attendance.alias(), MeetingAudience.alias()
    item, cited, conclusion, task = (
        AgendaItem.alias(),
        AgendaDirective.alias(),
        Conclusion.alias(),
        Task.alias(),
    )
    came = attendance.state.in_(rules.CAME)
    return (
        called.select(fn.COUNT(called.id)).where(called.meeting == Meeting.id),
        attendance.select(fn.COUNT(attendance.id)).where((attendance.meeting == Meeting.id) & came),
        group.select(fn.COUNT(group.id)).where(group.meeting == Meeting.id),
        cited.select(fn.COUNT(cited.directive.distinct()))
        .join(item, on=(cited.agenda_item == item.id))
        .where(item.meeting == Meeting.id),
        task.select(fn.COUNT(task.id))
        .join(conclusion, on=(task.conclusion == conclusion.id))
        .where(conclusion.meeting == Meeting.id),
    )


def search_key(values: Values) -> str:
    """Folded title, type, place, series, the day in both its forms."""
    day = values["day"]
    days = (show_date(day), paper_date(day)) if day else ()
    kind = MeetingType.get_by_id(values["type"]).name
    return fold(
        " ".join((values["title"], kind, values["ordinal"], values["place"], values["series"], *days))
    )


def get(meeting_id: int) -> Values:
    """The form values as rules.meetings.FIELDS names them."""
    return form_of(found(Meeting, meeting_id), rules.FIELDS)


def save(values: Values, meeting_id: int | None = None) -> int:
    old = get(meeting_id) if meeting_id else None
    given = values if meeting_id else {"state": "draft", **values}
    whole = ready(rules.FIELDS, given, rules.problems, old)
    row = row_of(whole, rules.FIELDS) | {"search_key": search_key(whole)}
    with change(label("Sửa" if meeting_id else "Thêm", "hội nghị", whole["title"])):
        before = numbering.places(meeting_id) if meeting_id else {}
        kept = keep(Meeting, row, meeting_id)
        numbering.refuse_clashes(kept, before)
        return kept


def is_kept(meeting_id: int) -> bool:
    """Whether the meeting is still there."""
    return bool(Meeting.select().where(Meeting.id == meeting_id).exists())


def set_state(meeting_id: int, state: str) -> None:
    """state: a key of rules.meetings.STATES."""
    words = next(choice.label for choice in rules.STATES if choice.key == state)
    with change(label("Chuyển hội nghị sang", f"“{words}”", found(Meeting, meeting_id).title)):
        keep(Meeting, {"state": state}, meeting_id)


def people_in(meeting_id: int) -> list[Role]:
    """Everyone with a role, in the order of the roles."""
    order = {choice.key: place for place, choice in enumerate(rules.ROLES)}
    chosen = (
        MeetingRole.select(
            MeetingRole.id, MeetingRole.role, MeetingRole.person, Person.full_name, MeetingRole.position
        )
        .join(Person)
        .where(MeetingRole.meeting == meeting_id)
        .order_by(MeetingRole.position, MeetingRole.id)
    )
    return sorted((Role(*line) for line in lines(chosen)), key=lambda role: order.get(role.role, len(order)))


def roles(meeting_id: int) -> dict[str, tuple[int, ...]]:
    """Role → people in their order; every key of rules.meetings.ROLES is there."""
    held: dict[str, tuple[int, ...]] = {choice.key: () for choice in rules.ROLES}
    for role in people_in(meeting_id):
        held[role.role] = (*held.get(role.role, ()), role.person_id)
    return held


def set_roles(meeting_id: int, role: str, people: Iterable[int]) -> None:
    """The people of one role become exactly these, in this order."""
    if role not in {choice.key for choice in rules.ROLES}:
        raise ValueError(role)
    wanted = list(dict.fromkeys(people))
    mine = (MeetingRole.meeting == meeting_id) & (MeetingRole.role == role)
    words = next(choice.label for choice in rules.ROLES if choice.key == role)
    with change(label("Ghi", words.lower(), found(Meeting, meeting_id).title)):
        kept: Any = {line.person_id: line.id for line in MeetingRole.select().where(mine)}
        gone = [row_id for person, row_id in kept.items() if person not in wanted]
        MeetingRole.delete().where(MeetingRole.id.in_(gone)).execute()
        for place, person in enumerate(wanted, start=1):
            row = {"meeting": meeting_id, "role": role, "person": person, "position": place}
            keep(MeetingRole, row, kept.get(person))


def copy(meeting_id: int) -> int:
    """A new draft with the same agenda, groups, roles; without day, people called, roll-call, conclusions."""
    values = get(meeting_id)
    with change(label("Nhân đôi hội nghị", values["title"])):
        kept = save({**values, "day": None, "state": "draft"})
        set_audiences(kept, audiences(meeting_id))
        for role in people_in(meeting_id):
            row = {"meeting": kept, "role": role.role, "person": role.person_id, "position": role.position}
            keep(MeetingRole, row)
        _copy_agenda(meeting_id, kept)
    return kept


def _copy_agenda(source: int, target: int) -> None:
    items: Any = AgendaItem.select().where(AgendaItem.meeting == source).order_by(AgendaItem.position)
    for item in items:
        row = {name: getattr(item, name) for name in ("position", "starts", "minutes", "title")}
        kept = keep(AgendaItem, {**row, "meeting": target, "presenter": item.presenter_id})
        cited: Any = AgendaDirective.select().where(AgendaDirective.agenda_item == item.id)
        for line in cited:
            new = {"agenda_item": kept, "directive": line.directive_id, "position": line.position}
            keep(AgendaDirective, new)


def hanging(ids: Iterable[int]) -> list[str]:
    """What goes with these meetings, one sentence for each kind."""
    chosen = list(ids)
    lost = (
        (AgendaItem.meeting, "mục chương trình sẽ bị xóa theo"),
        (Invitation.meeting, "giấy mời sẽ bị xóa theo"),
        (Attendance.meeting, "lượt điểm danh sẽ bị xóa theo"),
        (Speech.meeting, "ý kiến phát biểu sẽ bị xóa theo"),
        (Conclusion.meeting, "kết luận sẽ bị xóa theo"),
        (Paper.meeting, "giấy tờ của hội nghị sẽ bị xóa theo"),
    )
    counts = [(field.model.select().where(field.in_(chosen)).count(), sentence) for field, sentence in lost]
    tasks = Task.select().join(Conclusion).where(Conclusion.meeting.in_(chosen)).count()
    counts.insert(5, (tasks, "nhiệm vụ sẽ bị xóa theo"))
    numbers = TakenNumber.select().join(Paper).where(Paper.meeting.in_(chosen)).count()
    counts.append((numbers, "số văn bản đã cấp vẫn giữ trong sổ đăng ký"))
    return [f"{count} {sentence}." for count, sentence in counts if count]


def delete(ids: Iterable[int]) -> None:
    chosen = list(dict.fromkeys(ids))
    names = [found(Meeting, row_id).title for row_id in chosen]
    with change(removal("hội nghị", names)):
        numbering.settle(chosen)
        Meeting.delete().where(Meeting.id.in_(chosen)).execute()
