"""The invented sample office, with the conference of 21/8/2019 in it."""

from __future__ import annotations

import tomllib
from pathlib import Path

from db import (
    agenda,
    attendance,
    audiences,
    conclusions,
    directives,
    meetings,
    papers,
    plans,
    presets,
    sample_people,
    settings,
    speeches,
    tasks,
)
from db.history import change
from db.sample_people import Places
from db.tables import DirectiveType, MeetingType, Person
from db.values import Values, pairs
from rules import office as office_names
from rules.trouble import Refused

DATA = Path(__file__).resolve().parent.parent / "resources" / "sample.toml"


def build() -> None:
    """Fills an open, empty file, as a few named changes; Refused where an office is already there."""
    if settings.is_started():
        raise Refused("Tệp dữ liệu này đã có cơ quan.", "Dựng dữ liệu mẫu trong một thư mục trống.")
    data = tomllib.loads(DATA.read_text(encoding="utf-8"))
    with change("Dựng văn phòng mẫu"):
        _start(data["office"])
        places = sample_people.add_units(data["units"])
        sample_people.add_people(data, places)
    with change("Dựng hội nghị mẫu ngày 21/8/2019"):
        documents = _add_directives(data["directives"], places)
        _add_plan(data["plan"], documents, places)
        _add_conference(data["meeting"], documents)
    with change("Dựng hội nghị giao ban mẫu"):
        _add_briefing(data["briefing"], places)


def _start(office: Values) -> None:
    names = ("organization", "committee", "superior", "symbol", "place_name", "term")
    presets.start_office({name: office[name] for name in names})
    settings.put(office_names.SAMPLE, "1")


def _add_directives(entries: dict[str, Values], places: Places) -> dict[str, int]:
    types = pairs(DirectiveType.select(DirectiveType.name, DirectiveType.id))
    ids: dict[str, int] = {}
    for key, entry in entries.items():
        ids[key] = directives.save(
            {
                "type": types[entry["type"]],
                "number": entry.get("number"),
                "issuer": places.get(entry["unit"]),
                "organ": entry["organ"],
                "issuer_code": entry["code"],
                "issued": entry["issued"],
                "direction": entry["direction"],
                "subject": entry["subject"],
            }
        )
        for target in entry.get("carries_out", ()):
            directives.link(ids[key], ids[target], "carries_out")
    return ids


def _add_plan(plan: Values, documents: dict[str, int], places: Places) -> None:
    directive = documents[plan["of"]]
    papers.save("plan", directive, {"sections": plan["sections"]})
    for item in plan["items"]:
        values = {name: item.get(name, "") for name in ("phase", "content", "product", "note", "time")}
        values["lead"] = places.get(item.get("lead"))
        values["lead_words"] = item.get("words", "")
        values["coordinating"] = tuple(places.id(name) for name in item.get("coordinating", ()))
        plans.save(values, directive)


def _meeting(entry: Values) -> int:
    names = ("title", "series", "place", "day", "part_of_day", "starts", "ends", "state")
    values = {name: entry[name] for name in names if name in entry}
    types = pairs(MeetingType.select(MeetingType.name, MeetingType.id))
    return meetings.save({**values, "type": types[entry["type"]], "organiser": settings.own_unit()})


def _add_conference(entry: Values, documents: dict[str, int]) -> None:
    """Nobody is marked: the public report does not say who came."""
    meeting = _meeting(entry)
    people = pairs(Person.select(Person.full_name, Person.id))
    roles = {"chair": people[entry["chair"]], "presenter": people[entry["presenter"]]}
    for role, person in roles.items():
        meetings.set_roles(meeting, role, [person])
    cited = tuple(documents[key] for key in entry["agenda_directives"])
    for number, (title, role) in enumerate(entry["agenda"]):
        given = cited if number == 0 else ()
        agenda.save({"title": title, "presenter": roles[role], "directives": given}, meeting)
    meetings.set_audiences(meeting, [row.id for row in audiences.rows()])
    meetings.invite(meeting)
    also = tuple(documents[key] for key in entry["conclusion_directives"])
    values = {"speaker": roles["chair"], "content": entry["conclusion"], "directives": also}
    conclusion = conclusions.save(values, meeting)
    for task in entry["tasks"]:
        named = tuple(documents[key] for key in task.get("directives", ()))
        given_task = {"content": task["content"], "product": task.get("product", ""), "directives": named}
        tasks.save({**given_task, "lead_words": entry["task_lead"]}, conclusion=conclusion)


def _add_briefing(entry: Values, places: Places) -> None:
    """An invented meeting whose roll-call is filled, so that no screen is empty."""
    meeting = _meeting(entry)
    roles = {"chair": places.deputy, "secretary": places.clerk}
    for role, person in roles.items():
        meetings.set_roles(meeting, role, [person])
    for title, starts, minutes in entry["agenda"]:
        values = {"title": title, "starts": starts, "minutes": minutes, "presenter": places.deputy}
        agenda.save(values, meeting)
    called_groups = [row.id for row in audiences.rows("bí thư")]
    meetings.set_audiences(meeting, called_groups)
    meetings.invite(meeting)
    called = [row.person.id for row in attendance.rows(meeting)]
    _mark(meeting, called, entry["reasons"], places)
    for place, text in enumerate(entry["speeches"]):
        speeches.save({"person": called[place * 7], "content": text}, meeting)
    conclusion = conclusions.save({"speaker": places.deputy, "content": entry["conclusion"]}, meeting)
    task = {"content": entry["task"], "lead_words": entry["task_lead"], "due": entry["task_due"]}
    tasks.save(task, conclusion=conclusion)


def _mark(meeting: int, called: list[int], reasons: list[str], places: Places) -> None:
    """Most came; every kind of mark occurs."""
    for place, reason in enumerate(reasons * 3):
        attendance.mark(meeting, [called[place * 19 + 3]], "excused", reason=reason)
    attendance.mark(meeting, called[50:52], "absent")
    attendance.mark(meeting, [called[61]], "late", came="08:20")
    attendance.mark(meeting, [called[88]], "left_early", leaving="09:40")
    attendance.substitute(meeting, places.absent, places.substitute, consent=True)
    attendance.mark_all(meeting, "present")
