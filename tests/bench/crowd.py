"""Invented people and papers of any number, always the same."""

from __future__ import annotations

import datetime
from pathlib import Path

from db import file, history, people, presets
from db.tables import Person
from papers.content import Column, Document, Row, Sheet, Table
from rules import facts
from rules.facts import Attendee, Group, Head, Meeting
from rules.names import search_key, sort_key

FAMILIES = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý",
    "Đinh", "Mai", "Tô", "Hà", "Cao",
]  # fmt: skip
MIDDLES = [
    "Văn", "Thị", "Hữu", "Đức", "Minh", "Ngọc", "Thanh", "Quang", "Xuân", "Thu", "Kim", "Bá", "Công",
    "Đình", "Gia", "Hồng", "Khánh",
]  # fmt: skip
GIVENS = [
    "An", "Bình", "Châu", "Dũng", "Đạt", "Giang", "Hạnh", "Hòa", "Hùng", "Huyền", "Khoa", "Lan", "Linh",
    "Long", "Mai", "Nam", "Nga", "Oanh", "Phúc", "Quân",
]  # fmt: skip
DAY = datetime.date(2019, 8, 21)


def name(number: int) -> str:
    """Neighbours differ; the cycle is 19 × 17 × 20 names long."""
    family, middle, given = number % len(FAMILIES), number // 3 % len(MIDDLES), number // 7 % len(GIVENS)
    return f"{FAMILIES[family]} {MIDDLES[middle]} {GIVENS[given]}"


def add(count: int) -> None:
    """People as one change of the open file."""
    with history.change(f"Nhập {count} đại biểu"):
        for number in range(count):
            people.save({"full_name": name(number), "phone": f"09{number:08d}"})


def add_at_once(count: int) -> None:
    """The same people by the quickest road, where the making is not what is measured."""
    rows = [
        {"full_name": each, "sort_key": sort_key(each), "search_key": search_key(each)}
        for each in map(name, range(count))
    ]
    with history.change(f"Nhập {count} đại biểu"):
        for start in range(0, count, 5000):
            Person.insert_many(rows[start : start + 5000]).execute()


def office(folder: Path, count: int) -> None:
    """A data folder with an office of its own and that many people in it."""
    file.open_file(folder)
    presets.start_office(OFFICE)
    add_at_once(count)
    file.close_file()


OFFICE = {
    "organization": "Đảng bộ Khối các cơ quan tỉnh",
    "committee": "Đảng ủy Khối các cơ quan tỉnh",
    "superior": "Đảng bộ tỉnh Mẫu",
    "symbol": "ĐUK",
}


def minutes(count: int) -> Meeting:
    """The facts of a meeting to which that many people came."""
    everyone = tuple(
        Attendee(
            facts.Person(name(number), "Đảng ủy viên", "Đảng bộ Sở Công Thương"),
            ("Đại biểu",),
            state="present",
        )
        for number in range(count)
    )
    head = Head("Đảng bộ tỉnh Mẫu", "Đảng ủy Khối", "", "Biên bản", "BB", "ĐUK", None, DAY, "Hội nghị")
    return Meeting(
        head=head, title="Hội nghị quán triệt", type_name="Hội nghị", organiser="Đảng ủy Khối", day=DAY,
        part_of_day="morning", starts="08:00", ends="11:00", place="Hội trường", chairs=(), secretaries=(),
        presenters=(), materials=(), groups=(Group("Đại biểu", count, count),), attendees=everyone, agenda=(),
        speeches=(), conclusions=(), sections={}, signatures=(), recipients=(),
    )  # fmt: skip


def cells(rows: int, columns: int) -> list[tuple[str | int | datetime.date, ...]]:
    kinds = (lambda n: name(n), lambda n: n, lambda n: DAY + datetime.timedelta(days=n % 3000))
    return [tuple(kinds[column % 3](row * 7 + column) for column in range(columns)) for row in range(rows)]


def listing(rows: int, columns: int) -> Document:
    """A document of one sheet with texts, numbers, dates in turn."""
    heads = tuple(Column(f"Cột {number + 1}", 20.0) for number in range(columns))
    table = Table(heads, tuple(Row(line) for line in cells(rows, columns)))
    return Document("Danh sách", "PARTY-2018", (), (Sheet("Danh sách", "DANH SÁCH", table),))
