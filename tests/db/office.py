"""A small office to work on."""

from __future__ import annotations

from datetime import date

from db.history import change
from db.tables import (
    AgendaItem,
    Attendance,
    Holding,
    Meeting,
    MeetingType,
    Person,
    Post,
    Unit,
    UnitKind,
    UnitName,
)


def person(name: str = "Nguyễn Văn An") -> Person:
    return Person.create(full_name=name, sort_key=name, search_key=name)


def small_office() -> tuple[Unit, Person, Meeting]:
    with change("Lập cơ quan"):
        kind = UnitKind.create(name="Đảng bộ cơ sở", level=2)
        unit = Unit.create(kind=kind)
        UnitName.create(unit=unit, organization="Đảng bộ Sở Mẫu", search_key="")
        child = Unit.create(kind=kind, parent=unit)
        UnitName.create(unit=child, organization="Chi bộ Mẫu", search_key="")
        Unit.create(kind=kind, successor=unit)
        post = Post.create(name="Bí thư", rank=1)
        chair = person()
        Holding.create(person=chair, post=post, unit=unit, since=date(2019, 1, 1))
        meeting = Meeting.create(
            type=MeetingType.create(name="Hội nghị quán triệt"),
            title="Hội nghị",
            search_key="",
            organiser=unit,
        )
        AgendaItem.create(meeting=meeting, title="Quán triệt", presenter=chair)
        Attendance.create(meeting=meeting, person=chair, state="present")
    return unit, chair, meeting
