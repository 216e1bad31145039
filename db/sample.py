"""The invented sample office: the conference of 21/8/2019, a briefing, a congress, books of documents."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

from db import (
    agenda,
    attendance,
    audiences,
    conclusions,
    copies,
    directives,
    invitations,
    meetings,
    numbering,
    papers,
    plans,
    presets,
    sample_people,
    settings,
    speeches,
    tasks,
    terms,
)
from db.history import change
from db.sample_people import Places
from db.tables import DirectiveType, Holding, MeetingType, Paper, Person, Post, TakenNumber
from db.values import Values, lines, pairs
from rules import office as office_names
from rules.posts import EXECUTIVE, STANDING
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
        for term in data["terms"]:
            terms.save(term, places.id("own"))
    with change("Dựng hội nghị mẫu ngày 21/8/2019"):
        documents = _add_directives(data["directives"], places)
        _add_plan(data["plan"], documents, places)
        _add_conference(data["meeting"], documents)
    with change("Dựng hội nghị giao ban mẫu"):
        briefing = _add_briefing(data["briefing"], places)
    with change("Dựng đại hội mẫu"):
        congress = _add_congress(data["congress"], places)
    with change("Dựng sổ văn bản mẫu"):
        _add_arrivals(data["books"]["arrivals"], places)
        _add_numbers(data["books"], briefing, congress)


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
    names = ("ordinal", "title", "series", "place", "day", "part_of_day", "starts", "ends", "state")
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
    papers.save("news", meeting, entry["news"])


def _add_briefing(entry: Values, places: Places) -> int:
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
    return meeting


def _add_congress(entry: Values, places: Places) -> int:
    """An invented congress, called and not held: presidium, delegates by right and elected, guests."""
    meeting = _meeting(entry)
    standing = _holders(STANDING, places)
    chairs = [person for person in standing if person != places.deputy][: entry["presidium"]]
    for role, people in (("chair", chairs), ("secretary", [places.clerk])):
        meetings.set_roles(meeting, role, people)
    for title, starts, minutes in entry["agenda"]:
        agenda.save({"title": title, "starts": starts, "minutes": minutes}, meeting)
    by_right = [*dict.fromkeys([*standing, *_holders(EXECUTIVE, places)])]
    others = [key for (key,) in lines(Person.select(Person.id).order_by(Person.id)) if key not in by_right]
    places_left = entry["called"] - entry["guests"] - len(by_right)
    groups = ((entry["members"], by_right), (entry["elected"], others[:places_left]))
    meetings.set_audiences(meeting, [audiences.save({"name": n, "people": tuple(p)}) for n, p in groups])
    meetings.invite(meeting)
    invitations.add(meeting, others[places_left : places_left + entry["guests"]], guest=True)
    return meeting


def _holders(post: str, places: Places) -> list[int]:
    """Who holds the post in the own unit, the first to get it first."""
    chosen = Holding.select(Holding.person).join(Post).where(Post.name == post)
    return [key for (key,) in lines(chosen.where(Holding.unit == places.id("own")).order_by(Holding.id))]


def _add_arrivals(entries: list[Values], places: Places) -> None:
    types = pairs(DirectiveType.select(DirectiveType.name, DirectiveType.id))
    for entry in entries:
        rest = {name: value for name, value in entry.items() if name not in ("type", "unit", "code", "copy")}
        issuer = {"issuer": places.id(entry["unit"]), "issuer_code": entry["code"]}
        record = directives.save({**rest, **issuer, "type": types[entry["type"]], "direction": "in"})
        if "copy" in entry:
            number, day, *sent = entry["copy"].split("|")
            given = {"number": int(number), "signed": date.fromisoformat(day), "recipients": tuple(sent)}
            copies.save(record, given)


def _add_numbers(books: Values, briefing: int, congress: int) -> None:
    """Numbers given, annulled with their reasons, one kept free, and some that were skipped."""
    for row in books["annulled"]:
        kind, number, reason = row.split("|")
        numbering.take(kind, briefing, int(number))
        numbering.annul(_held(kind, briefing), reason)
    for meeting, rows in ((briefing, books["briefing"]), (congress, books["congress"])):
        for row in rows:
            kind, number, day = row.split("|")
            papers.save(kind, meeting, {"number": int(number), "signed": date.fromisoformat(day)})
    member = meetings.roles(congress)["chair"][0]  # an invented one: nobody named in the report signed this
    papers.save("summons_circular", congress, {"signatures": [("T/M BAN THƯỜNG VỤ", "", member)]})
    series = numbering.series_for("minutes", congress)
    if series:
        numbering.reserve(series, books["reserved"], type_name="Báo cáo")


def _held(kind: str, meeting: int) -> int:
    """The id of the number that the paper holds."""
    return int(
        TakenNumber.select().join(Paper).where((Paper.kind == kind) & (Paper.meeting == meeting)).get().id
    )


def _mark(meeting: int, called: list[int], reasons: list[str], places: Places) -> None:
    """Most came; every kind of mark occurs."""
    for place, reason in enumerate(reasons * 3):
        attendance.mark(meeting, [called[place * 19 + 3]], "excused", reason=reason)
    attendance.mark(meeting, called[50:52], "absent")
    attendance.mark(meeting, [called[61]], "late", came="08:20")
    attendance.mark(meeting, [called[88]], "left_early", leaving="09:40")
    attendance.substitute(meeting, places.absent, places.substitute, consent=True)
    attendance.mark_all(meeting, "present")
