"""The facts of one meeting for all of its papers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from db import (
    agenda,
    answers,
    attendance,
    conclusions,
    directives,
    filed,
    meetings,
    papers,
    people,
    plans,
    settings,
    speeches,
    tasks,
    wordings,
)
from db.tables import Conclusion, Meeting, MeetingType, Task, TaskDirective
from db.unit_names import names
from db.values import gone, lines
from rules import facts
from rules import papers as catalogue
from rules.meetings import CAME
from rules.people import address


class Known(NamedTuple):
    """Everyone and every document of the meeting, as a paper of its day names them."""

    people: dict[int, facts.Person]
    keys: dict[int, str]  # sorting keys of the names
    directives: dict[int, facts.Directive]

    def person(self, key: int | None) -> facts.Person | None:
        return self.people.get(key) if key is not None else None

    def cited(self, ids: Iterable[int]) -> tuple[facts.Directive, ...]:
        return tuple(self.directives[key] for key in ids)


class Parts(NamedTuple):
    """The rows of the meeting, read once."""

    roles: dict[str, tuple[int, ...]]
    called: list[tuple[Any, ...]]
    groups: list[tuple[int, str]]
    memberships: dict[int, tuple[int, ...]]
    agenda: list[agenda.Row]
    speeches: list[speeches.Row]
    conclusions: list[conclusions.Row]
    tasks: list[tasks.Row]
    task_directives: dict[int, tuple[int, ...]]


class Common(NamedTuple):
    """What every paper of the meeting tells alike: `told` by the fields of facts.Meeting."""

    meeting: Any
    office: facts.Office
    known: Known
    told: dict[str, Any]


def gather(meeting_id: int, kind: str = "minutes") -> facts.Meeting:
    """Names and titles are those of the meeting's day; `kind` tells whose number and day to take."""
    meeting, office, known, told = answers.once(("meeting", meeting_id), lambda: _common(meeting_id))
    paper = papers.get(kind, meeting_id, office)
    known = _knowing(known, {block.person for block in paper["signatures"]}, meeting.day, office.family)
    return facts.Meeting(
        **told,
        head=_head(office, kind, paper, meeting),
        sections=paper["sections"],
        signatures=tuple(_signature(block, known) for block in paper["signatures"]),
        recipients=paper["recipients"],
        wording=wordings.of(kind),
    )


def _common(meeting_id: int) -> Common:
    meeting = Meeting.select(Meeting, MeetingType).join(MeetingType).where(Meeting.id == meeting_id).first()
    if meeting is None:
        raise gone()
    office = settings.office(meeting.day)
    parts = _parts(meeting_id, meeting.day)
    known = _known(parts, meeting.day, office.family)
    attendees = _attendees(parts, known)
    told = {
        "title": meeting.title,
        "type_name": meeting.type.name,
        "organiser": _organiser(meeting, office),
        "day": meeting.day,
        "part_of_day": meeting.part_of_day,
        "starts": meeting.starts,
        "ends": meeting.ends,
        "place": meeting.place,
        "chairs": tuple(known.people[key] for key in parts.roles["chair"]),
        "secretaries": tuple(known.people[key] for key in parts.roles["secretary"]),
        "presenters": tuple(known.people[key] for key in parts.roles["presenter"]),
        "materials": known.cited(dict.fromkeys(key for item in parts.agenda for key in item.directive_ids)),
        "groups": _groups(parts, attendees),
        "attendees": tuple(attendees),
        "agenda": tuple(_item(item, known) for item in parts.agenda),
        "speeches": tuple(facts.Speech(known.person(one.person_id), one.content) for one in parts.speeches),
        "conclusions": tuple(_conclusion(one, parts, known) for one in parts.conclusions),
        "office": office,
        "ordinal": meeting.ordinal,
        "filed": _filed(meeting, office, known),
        "planned": _planned(parts, meeting.day),
    }
    return Common(meeting, office, known, told)


def _planned(parts: Parts, day: date | None) -> tuple[facts.PlanItem, ...]:
    """The lines of every plan on the agenda."""
    cited = dict.fromkeys(key for item in parts.agenda for key in item.directive_ids)
    return tuple(item.named() for key in cited for item in plans.items(key, on=day))


def _filed(meeting: Any, office: facts.Office, known: Known) -> tuple[facts.Filed, ...]:
    return (*filed.papers(meeting, office), *filed.documents(known.directives.values()))


def _parts(meeting_id: int, day: date | None) -> Parts:
    groups, memberships = attendance.groups_of(meeting_id)
    return Parts(
        meetings.roles(meeting_id),
        attendance.called_lines(meeting_id),
        groups,
        memberships,
        agenda.rows(meeting_id),
        speeches.rows(meeting_id),
        conclusions.rows(meeting_id),
        tasks.rows(meeting=meeting_id, on=day),
        _task_directives(meeting_id),
    )


def _task_directives(meeting_id: int) -> dict[int, tuple[int, ...]]:
    chosen = TaskDirective.select(TaskDirective.task, TaskDirective.directive).join(Task).join(Conclusion)
    cited: dict[int, tuple[int, ...]] = {}
    for task, directive in lines(
        chosen.where(Conclusion.meeting == meeting_id).order_by(TaskDirective.position, TaskDirective.id)
    ):
        cited[task] = (*cited.get(task, ()), directive)
    return cited


def _known(parts: Parts, day: date | None, family: str) -> Known:
    named: set[int | None] = {key for keys in parts.roles.values() for key in keys}
    named |= {key for line in parts.called for key in line[1:3]}
    named |= {item.presenter_id for item in parts.agenda} | {one.person_id for one in parts.speeches}
    named |= {one.speaker_id for one in parts.conclusions}
    cited = {key for item in parts.agenda for key in item.directive_ids}
    cited |= {key for one in parts.conclusions for key in one.directive_ids}
    cited |= {key for keys in parts.task_directives.values() for key in keys}
    documents = directives.rows(ids=cited, on=day) if cited else []
    nobody = Known({}, {}, {row.id: row.named() for row in documents})
    return _knowing(nobody, named, day, family)


def _knowing(known: Known, named: set[int | None], day: date | None, family: str) -> Known:
    """The same with these people too."""
    new = [key for key in named if key is not None and key not in known.people]
    found = people.rows(ids=new, on=day) if new else []
    return known._replace(
        people=known.people
        | {row.id: replace(row.named(), address=address(row.sex, family)) for row in found},
        keys=known.keys | {row.id: row.sort_key for row in found},
    )


def _head(office: facts.Office, kind: str, paper: dict[str, Any], meeting: Any) -> facts.Head:
    """Of a congress's own papers the congress is the issuer, with no line above (05-HD/VPTW I.2.1.1)."""
    entry = catalogue.paper(kind)
    name, symbol = filed.issuer(kind, meeting, office)
    return facts.Head(
        superior=office.superior if symbol == office.symbol else "",
        issuer=name,
        place_name=paper["place_name"] or office.place_name,
        type_name=entry.type_name,
        type_code=entry.type_code,
        symbol=symbol,
        number=paper["number"],
        signed=paper["signed"],
        subject=meeting.title,
        spelling=office.spelling,
        family=office.family,
        form=paper["form"],
        marks=papers.marks(paper),
    )


def _organiser(meeting: Any, office: facts.Office) -> str:
    if meeting.organiser_id in (None, office.unit_id):
        return office.committee if meeting.organiser_id else ""
    name = names(meeting.organiser_id, meeting.day)
    return name.committee or name.organization


def _attendees(parts: Parts, known: Known) -> list[facts.Attendee]:
    """Called people by given name, guests last."""
    names_of = dict(parts.groups)
    ordered = sorted(parts.called, key=lambda line: (bool(line[3]), known.keys[line[1]], line[1]))
    attendees = []
    for row_id, person, other, guest, _, reason, _, state, came, _, why in ordered:
        groups = tuple(names_of[key] for key in parts.memberships.get(row_id, ()))
        one = facts.Attendee(
            known.people[person], groups, bool(guest), state or "", came or "", why or reason
        )
        stands_in = state == "substitute"
        attendees.append(replace(one, substitute=known.person(other)) if stands_in else one)
    return attendees


def _groups(parts: Parts, attendees: list[facts.Attendee]) -> tuple[facts.Group, ...]:
    heads = [facts.Group(name, 0, 0) for _, name in parts.groups]
    places = {group.name: place for place, group in enumerate(heads)}
    for one in attendees:
        for name in one.groups:
            group = heads[places[name]]
            came = group.present + (one.state in CAME)
            heads[places[name]] = facts.Group(name, group.invited + 1, came)
    return tuple(heads)


def _item(item: agenda.Row, known: Known) -> facts.AgendaItem:
    presenter = known.person(item.presenter_id)
    return facts.AgendaItem(item.title, item.starts, item.minutes, presenter, known.cited(item.directive_ids))


def _conclusion(one: conclusions.Row, parts: Parts, known: Known) -> facts.Conclusion:
    given = tuple(
        facts.Task(
            task.content,
            task.lead,
            task.coordinating,
            task.due,
            task.product,
            task.state,
            known.cited(parts.task_directives.get(task.id, ())),
        )
        for task in parts.tasks
        if task.conclusion_id == one.id
    )
    return facts.Conclusion(one.content, known.person(one.speaker_id), known.cited(one.directive_ids), given)


def _signature(block: papers.Signed, known: Known) -> facts.Signature:
    signer = known.person(block.person)
    return facts.Signature(block.authority, block.post, signer.name if signer else block.name or None)
