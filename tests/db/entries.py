"""Short ways to put a unit, a person, a document, a meeting into the office's file."""

from __future__ import annotations

from datetime import date
from typing import Any

from db import choices, directives, holdings, meetings, people, settings, units


def key(target: str, name: str) -> int:
    """The id of a catalogue entry by its name."""
    return next(row_id for row_id, words in choices.choices(target) if words.split(" (")[0] == name)


def unit(name: str, kind: str = "Đảng bộ cơ sở", **values: Any) -> int:
    given = {"organization": name, "kind": key("unit_kind", kind), "parent": settings.own_unit()}
    return units.save({**given, **values})


def person(name: str, post: str = "", where: int | None = None, **held: date) -> int:
    person_id = people.save({"full_name": name})
    if post:
        hold(person_id, post, where, **held)
    return person_id


def hold(person_id: int, post: str, where: int | None = None, **held: date) -> int:
    place = where or settings.own_unit()
    return holdings.save({"post": key("post", post), "unit": place, **held}, person_id)


def directive(number: int | None = 92, **values: Any) -> int:
    given = {
        "type": key("directive_type", "Kế hoạch"),
        "number": number,
        "issuer": settings.own_unit(),
        "organ": "Ban Thường vụ",
        "issuer_code": "ĐUK",
        "issued": "19/8/2019",
        "direction": "out",
    }
    return directives.save({**given, **values})


def meeting(title: str = "Hội nghị quán triệt", **values: Any) -> int:
    given = {"type": key("meeting_type", "Hội nghị Ban Thường vụ"), "title": title, "day": date(2019, 8, 21)}
    return meetings.save({**given, **values})
