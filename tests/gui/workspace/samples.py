"""A small invented office with one meeting of every part, for trying the workspace."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from db import (
    agenda,
    audiences,
    conclusions,
    directives,
    holdings,
    invitations,
    meetings,
    people,
    presets,
    speeches,
    tasks,
    units,
)
from db.audiences import Rule
from db.choices import choices
from db.history import change
from rules.dates import parse_vague

FAMILY = ("Nguyễn Văn", "Trần Thị", "Lê Hữu", "Phạm Minh", "Hoàng Thị", "Vũ Đình", "Đỗ Quang", "Bùi Thị")
GIVEN = ("An", "Bình", "Chi", "Dũng", "Hòa", "Khánh", "Lan", "Minh", "Nga", "Phúc", "Quý", "Sơn", "Thủy")
OFFICE = {
    "organization": "Đảng bộ Khối các cơ quan tỉnh", "committee": "Đảng ủy Khối các cơ quan tỉnh",
    "superior": "Đảng bộ tỉnh Mẫu", "symbol": "ĐUK", "place_name": "Mẫu",
}  # fmt: skip


class Conference(NamedTuple):
    meeting: int
    people: tuple[int, ...]
    group: int
    directives: tuple[int, ...]


def key_of(target: str, name: str) -> int:
    return next(key for key, words in choices(target, date(2019, 8, 21)) if words.startswith(name))


def build(count: int = 8) -> Conference:
    """One group of `count` secretaries, all invited; a chair, a presenter; agenda, conclusion, tasks."""
    presets.start_office(OFFICE)
    with change("Dựng hội nghị thử"):
        called = tuple(_person(number) for number in range(count))
        group = audiences.save(
            {
                "name": "Bí thư các chi bộ cơ sở",
                "rules": (Rule(key_of("post", "Bí thư"), key_of("unit_kind", "Chi bộ")),),
            }
        )
        papers = tuple(_directive(number, code) for number, code in ((35, "TW"), (129, "TU"), (92, "ĐUK")))
        meeting = _meeting(called, group)
        _parts(meeting, called, papers)
    return Conference(meeting, called, group, papers)


def _person(number: int) -> int:
    unit = units.save(
        {"organization": f"Chi bộ Sở Mẫu {number + 1}", "kind": key_of("unit_kind", "Chi bộ cơ sở")}
    )
    name = f"{FAMILY[number % 8]} {GIVEN[number % 13]}"
    person = people.save({"full_name": name})
    holdings.save({"post": key_of("post", "Bí thư"), "unit": unit, "since": date(2015, 1, 1)}, person)
    return person


def _directive(number: int, code: str) -> int:
    kind = "Chỉ thị" if code == "TW" else "Kế hoạch"
    return directives.save(
        {
            "type": key_of("directive_type", kind),
            "number": number,
            "issuer_code": code,
            "direction": "in",
            "issued": parse_vague("30/5/2019"),
            "subject": "Về đại hội đảng bộ các cấp tiến tới Đại hội đại biểu toàn quốc lần thứ XIII",
        }
    )


def _meeting(called: tuple[int, ...], group: int) -> int:
    meeting = meetings.save(
        {
            "type": key_of("meeting_type", "Hội nghị quán triệt"),
            "title": "Hội nghị quán triệt, triển khai thực hiện Chỉ thị số 35-CT/TW của Bộ Chính trị",
            "day": date(2019, 8, 21),
            "part_of_day": "morning",
            "starts": "08:00",
        }
    )
    meetings.set_roles(meeting, "chair", called[:1])
    meetings.set_roles(meeting, "presenter", called[1:2])
    meetings.set_audiences(meeting, [group])
    invitations.invite(meeting)
    return meeting


def _parts(meeting: int, called: tuple[int, ...], papers: tuple[int, ...]) -> None:
    for minutes, title in ((15, "Khai mạc"), (90, "Quán triệt Chỉ thị số 35-CT/TW"), (30, "Kết luận")):
        last = agenda.rows(meeting)
        starts = {0: "08:00", 1: "08:15", 2: "09:45"}[len(last)]
        cited = papers if len(last) == 1 else ()
        agenda.save({"starts": starts, "minutes": minutes, "title": title, "directives": cited}, meeting)
    speeches.save({"person": called[2], "content": "Nhất trí với kế hoạch."}, meeting)
    one = conclusions.save(
        {"speaker": called[0], "content": "Yêu cầu cấp ủy các chi bộ, đảng bộ cơ sở:"}, meeting
    )
    for text, due in (
        ("Xây dựng kế hoạch đại hội", "trước 30/6/2020"),
        ("Chuẩn bị tốt công tác nhân sự", ""),
    ):
        tasks.save({"content": text, "due": parse_vague(due)}, conclusion=one)
