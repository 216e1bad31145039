"""The workbook of a meeting's minutes."""

from __future__ import annotations

from papers.content import Column, Row, Sheet, Table, Value
from papers.phrases import untitled, whole
from rules import meetings
from rules.facts import Directive, Meeting, Person

INFORMATION = (Column("Mục", 45), Column("Nội dung", 120))
GROUPS = (
    Column("TT", 12, "center"), Column("Thành phần", 110),
    Column("Triệu tập", 22, "right"), Column("Có mặt", 22, "right"),
)  # fmt: skip
ROLL = (
    Column("TT", 12, "center"), Column("Họ và tên", 45), Column("Chức vụ", 60), Column("Đơn vị", 50),
    Column("Thành phần", 60), Column("Khách mời", 20, "center"), Column("Điểm danh", 32),
    Column("Giờ đến", 18, "center"), Column("Lý do", 40), Column("Người dự thay", 45),
)  # fmt: skip
SPEECHES = (
    Column("TT", 12, "center"),
    Column("Họ và tên", 45),
    Column("Chức vụ", 60),
    Column("Nội dung", 130),
)
CONCLUSIONS = (
    Column("TT", 12, "center"), Column("Kết luận", 70), Column("Nhiệm vụ", 80), Column("Chủ trì", 45),
    Column("Phối hợp", 45), Column("Thời hạn", 35), Column("Sản phẩm", 35), Column("Văn bản", 45),
)  # fmt: skip


def sheets(facts: Meeting) -> tuple[Sheet, ...]:
    """Information, groups, roll-call, speeches, conclusions."""
    tables = (
        ("Thông tin", INFORMATION, _information(facts)),
        ("Thành phần", GROUPS, _groups(facts)),
        ("Điểm danh", ROLL, _roll(facts)),
        ("Phát biểu", SPEECHES, _speeches(facts)),
        ("Kết luận", CONCLUSIONS, _conclusions(facts)),
    )
    return tuple(
        Sheet(name, f"{name}: {facts.title}", Table(columns, tuple(Row(row) for row in rows)))
        for name, columns, rows in tables
    )


def _information(facts: Meeting) -> list[tuple[Value, ...]]:
    heads = meetings.counts(one.state for one in facts.attendees if not one.guest)
    marked = heads.called > heads.unmarked
    parts = {choice.key: choice.label for choice in meetings.PARTS_OF_DAY if choice.key}
    rows: list[tuple[Value, ...]] = [
        ("Tên hội nghị", facts.title),
        ("Loại hội nghị", facts.type_name),
        ("Đơn vị tổ chức", facts.organiser),
        ("Ngày họp", facts.day),
        ("Buổi", parts.get(facts.part_of_day, "")),
        ("Bắt đầu", facts.starts),
        ("Kết thúc", facts.ends),
        ("Địa điểm", facts.place),
        ("Chủ trì", _people(facts.chairs)),
        ("Thư ký", _people(facts.secretaries)),
        ("Báo cáo viên", _people(facts.presenters)),
        ("Tài liệu", "\n".join(_cited(one) for one in facts.materials)),
        ("Tổng số được triệu tập", heads.called),
        ("Có mặt", heads.came if marked else None),
        ("Vắng có lý do", heads.excused if marked else None),
        ("Vắng không lý do", heads.absent if marked else None),
    ]
    return [row for row in rows if row[1] not in ("", None)]


def _groups(facts: Meeting) -> list[tuple[Value, ...]]:
    marked = any(one.state for one in facts.attendees)
    return [
        (number, group.name, group.invited, group.present if marked else None)
        for number, group in enumerate(facts.groups, 1)
    ]


def _roll(facts: Meeting) -> list[tuple[Value, ...]]:
    labels = {choice.key: choice.label for choice in meetings.ATTENDANCE}
    return [
        (
            number,
            one.person.name,
            one.person.title,
            one.person.unit,
            "; ".join(one.groups),
            "x" if one.guest else "",
            labels.get(one.state, ""),
            one.came,
            one.reason,
            one.substitute.name if one.substitute else "",
        )
        for number, one in enumerate(facts.attendees, 1)
    ]


def _speeches(facts: Meeting) -> list[tuple[Value, ...]]:
    rows: list[tuple[Value, ...]] = []
    for number, speech in enumerate(facts.speeches, 1):
        who = speech.person or Person("")
        rows.append((number, who.name, who.title or who.unit, speech.content))
    return rows


def _conclusions(facts: Meeting) -> list[tuple[Value, ...]]:
    """One row per task; a conclusion without tasks has a row of its own."""
    rows: list[tuple[Value, ...]] = []
    for one in facts.conclusions:
        if not one.tasks:
            rows.append((len(rows) + 1, one.text, "", "", "", "", "", _symbols(one.directives)))
        for task in one.tasks:
            together = ", ".join(task.coordinating)
            due = task.due.words if task.due else ""
            duties = (task.content, task.lead, together, due, task.product)
            rows.append((len(rows) + 1, one.text, *duties, _symbols(task.directives)))
    return rows


def _people(people: tuple[Person, ...]) -> str:
    return "\n".join(untitled(person) for person in people)


def _symbols(directives: tuple[Directive, ...]) -> str:
    return "; ".join(one.symbol or f"{one.type_name} {one.subject}".strip() for one in directives)


def _cited(one: Directive) -> str:
    return "".join(part if isinstance(part, str) else part.text for part in whole(one))
