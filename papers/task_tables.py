"""The tables that stand inside papers of a meeting: its agenda, its groups, its tasks and their state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count

from papers import assigned, phrases
from papers.content import Block, Column, Row, Table, blank, paragraph
from rules import meetings, timetable
from rules.facts import AgendaItem, Meeting, Task
from rules.fields import label_of
from rules.text import capital

ONCE = "mỗi {heads} tính một lần"  # beside a total that is less than its parts
AGENDA = (
    Column("TT", 11, "center"),
    Column("Thời gian", 24, "center"),
    Column("Nội dung", 78),
    Column("Người trình bày, thực hiện", 52),
)
GROUPS = (
    Column("TT", 11, "center"),
    Column("Thành phần", 98),
    Column("Triệu tập", 28, "center"),
    Column("Có mặt", 28, "center"),
)
TASKS = (
    Column("TT", 11, "center"),
    Column("Nội dung nhiệm vụ", 56),
    Column("Cơ quan chủ trì", 32),
    Column("Cơ quan phối hợp", 26),
    Column("Thời hạn", 20),
    Column("Sản phẩm", 20),
)
PROGRESS = (
    Column("TT", 11, "center"),
    Column("Nội dung nhiệm vụ", 51),
    Column("Cơ quan chủ trì", 34),
    Column("Thời hạn", 23),
    Column("Tình trạng", 22),
    Column("Kết quả, vướng mắc", 24),
)
ASSIGNED = (  # on a sheet turned on its side
    Column("TT", 11, "center"),
    Column("Nhiệm vụ", 76),
    Column("Cơ quan chủ trì", 42),
    Column("Cơ quan phối hợp", 40),
    Column("Thời hạn", 28),
    Column("Sản phẩm", 30),
    Column("Lãnh đạo phụ trách, ghi chú", 25),
)


def blocks(facts: Meeting) -> Mapping[str, Sequence[Block]]:
    """The tables by the name of their marker; without rows one of tasks is a blank, another is left out."""
    return {
        "Bảng chương trình": filled(agenda(facts)),
        "Bảng thành phần": filled(groups(facts)),
        "Bảng nhiệm vụ": filled(tasks(facts), "nhiệm vụ được giao"),
        "Bảng tiến độ": filled(progress(facts), "nhiệm vụ được giao"),
    }


def filled(table: Table, unknown: str = "") -> tuple[Block, ...]:
    """The table, or without rows a blank for the unknown fact; nothing where no fact is named."""
    if table.rows:
        return (table,)
    return (paragraph("body", blank(unknown)),) if unknown else ()


def once(facts: Meeting) -> str:
    """What stands beside a total that is less than its parts."""
    return ONCE.format(heads=phrases.heads(facts.head))


def agenda(facts: Meeting) -> Table:
    rows = (
        (
            place,
            _span(one),
            one.title,
            capital(phrases.comrade(one.presenter)) if one.presenter else "",
        )
        for place, one in enumerate(facts.agenda, start=1)
    )
    return Table(AGENDA, tuple(map(Row, rows)))


def groups(facts: Meeting) -> Table:
    """Heads called and come; who came is open until somebody is marked."""
    marked = any(one.state for one in facts.attendees)
    rows = (
        (place, one.name, one.invited, one.present if marked else None)
        for place, one in enumerate(facts.groups, start=1)
    )
    heads = meetings.counts(one.state for one in facts.attendees)
    whole = ("", f"Tổng số ({once(facts)})", heads.called, heads.came if marked else None)
    return Table(GROUPS, (*map(Row, rows), *((Row(whole, "total"),) if overlap(facts) else ())))


def overlap(facts: Meeting) -> bool:
    """Somebody belongs to several groups, so that they add up to more than are called."""
    return sum(one.invited for one in facts.groups) > len(facts.attendees) > 0


def tasks(facts: Meeting) -> Table:
    rows = (
        (place, *_what(one), ", ".join(one.coordinating), _due(one), one.product)
        for place, one in enumerate(assigned.given(facts), start=1)
    )
    return Table(TASKS, tuple(map(Row, rows)))


def progress(facts: Meeting) -> Table:
    """How far every task is on the day the report is signed; what came of it once it is done."""
    every = assigned.given(facts)
    late = assigned.overdue(every, facts.head.signed) if facts.head.signed else ()
    rows = (
        (place, *_what(one), _due(one), _state(one, one in late), one.product if one.state == "done" else "")
        for place, one in enumerate(every, start=1)
    )
    return Table(PROGRESS, tuple(map(Row, rows)))


def assigned_to(facts: Meeting) -> Table:
    """Who does what until when, under the conclusion it comes from where there are several."""
    rows: list[Row] = []
    numbers = count(1)
    giving = [one for one in facts.conclusions if one.tasks]
    for one in giving:
        rows += [Row((" ".join(one.text.split()),), "group")] if len(giving) > 1 else []
        for task in one.tasks:
            together = ", ".join(task.coordinating)
            rows.append(Row((next(numbers), *_what(task), together, _due(task), task.product, "")))
    return Table(ASSIGNED, tuple(rows))


def _what(task: Task) -> tuple[str, str]:
    return capital(assigned.plain(task.content)), capital(task.lead.strip())


def _state(task: Task, late: bool) -> str:
    label = label_of(meetings.TASK_STATES, task.state or "open")
    return f"{label}, quá hạn" if late else label


def _due(task: Task) -> str:
    return task.due.words if task.due else ""


def _span(item: AgendaItem) -> str:
    """“08 giờ 00 - 09 giờ 30”; only the beginning where its length is not known."""
    times = (item.starts, timetable.end(item.starts, item.minutes))
    return " - ".join(f"{one[:2]} giờ {one[3:]}" for one in times if one)
