"""A small office with one or two of everything that the program keeps."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from db import (
    agenda,
    attendance,
    audiences,
    conclusions,
    directives,
    invitations,
    meetings,
    numbering,
    papers,
    plans,
    presets,
    settings,
    speeches,
    tasks,
    terms,
    unit_names,
    wordings,
)
from db.papers import Signed
from db.tables import Invitation
from tests.db import entries
from tests.db.conftest import OFFICE

CLERK = "Nguyễn Thị Hoa"


class Ids(NamedTuple):
    """What the small office holds, one or two of each kind."""

    unit: int
    below: int
    old_name: int
    people: tuple[int, ...]  # chair, presenter, two more called; the last two not called
    holding: int
    groups: tuple[int, int]
    papers: tuple[int, int]  # an instruction, the plan that carries it out
    link: int
    meeting: int
    items: tuple[int, int]  # of the agenda
    speeches: tuple[int, int]
    conclusions: tuple[int, int]
    tasks: tuple[int, int]
    lines: tuple[int, int]  # of the plan
    calls: tuple[int, ...]  # invitations, in the order of the people
    term: int = 0
    kept: int = 0  # a number of a notice that is kept free


def fill() -> Ids:
    """A small office with one of everything."""
    presets.start_office(OFFICE | {"clerk": CLERK})
    entries.unit("Đảng bộ Sở Công Thương")
    unit = entries.unit("Đảng bộ Sở Y tế", symbol="SYT")
    below = entries.unit("Chi bộ Văn phòng Sở", "Chi bộ trực thuộc đảng ủy cơ sở", parent=unit)
    old = unit_names.rename(unit, {"since": date(2018, 1, 1), "organization": "Đảng bộ Sở Y tế và Dân số"})
    names = ("Lê Hồng Quân", "Đặng Văn Thoảng", "Lý Thị Ổn", "Y Blơn Niê", "Vũ Á", "Hà Ổn")
    persons = tuple(entries.person(name, "Bí thư", unit) for name in names)
    holding = entries.hold(persons[0], "Bí thư", below)
    groups = tuple(
        audiences.save({"name": name, "people": persons[:count]}) for name, count in (("Một", 2), ("Hai", 4))
    )
    upper = entries.directive(35, issuer=None, organ="Bộ Chính trị", issuer_code="TW", direction="in")
    plan = entries.directive(92, subject="về đại hội")
    link = directives.link(plan, upper, "carries_out")
    ids = Ids(
        unit, below, old, persons, holding, groups, (upper, plan), link, *fill_meeting(persons, groups, plan)
    )  # type: ignore[arg-type]
    return ids._replace(**fill_books(ids.meeting))


def fill_books(meeting: int) -> dict[str, int]:
    """A term, a number kept free, a sentence in own words."""
    term = terms.save({"name": "2015 - 2020", "since": date(2015, 6, 16)}, settings.own_unit() or 0)
    series = numbering.series_for("notice", meeting)
    assert series is not None
    wordings.save("invitation", {"recipients": "Như trên"})
    return {"term": term, "kept": numbering.reserve(series, "Ban Tổ chức")}


def fill_meeting(persons: tuple[int, ...], groups: tuple[int, ...], plan: int) -> tuple[Any, ...]:
    meeting = entries.meeting()
    for role, person in (("chair", persons[0]), ("presenter", persons[1])):
        meetings.set_roles(meeting, role, [person])
    invitations.set_audiences(meeting, groups)
    invitations.invite(meeting)
    attendance.mark(meeting, persons[:2], "present", came="08:00")
    item = {"presenter": persons[1], "directives": (plan,)}
    items = [agenda.save({"title": title, **item}, meeting) for title in ("Quán triệt", "Kết luận")]
    spoken = [speeches.save({"person": persons[2], "content": text}, meeting) for text in ("Một", "Hai")]
    concluded = [
        conclusions.save({"speaker": persons[0], "content": text, "directives": (plan,)}, meeting)
        for text in ("Một", "Hai")
    ]
    unit = settings.own_unit()
    asked = {"coordinating": (unit,), "directives": (plan,), "due": "trước 30/6/2020"}
    given = [tasks.save({"content": text, **asked}, conclusion=concluded[0]) for text in ("Một", "Hai")]
    tasks.save({"content": "Của văn bản"}, directive=plan)
    line = {"phase": "before", "lead": unit, "coordinating": (unit,), "time": "tháng 8/2019"}
    lines = [plans.save({"content": text, **line}, plan) for text in ("Một", "Hai")]
    signed = [Signed("T/M BAN THƯỜNG VỤ", "BÍ THƯ", persons[0])]
    papers.save("minutes", meeting, {"number": 5, "sections": {"press": "Báo"}, "signatures": signed})
    papers.save("plan", plan, {"sections": {"purpose": "Để"}, "recipients": ["Tỉnh ủy", "Lưu"]})
    called = {line.person_id: line.id for line in Invitation.select().where(Invitation.meeting == meeting)}
    calls = tuple(called[person] for person in persons if person in called)
    return meeting, *map(tuple, (items, spoken, concluded, given, lines)), calls
