"""Invented people and papers of any number, always the same."""

from __future__ import annotations

import datetime
from pathlib import Path

from openpyxl import Workbook

from db import choices, file, history, imports, people, presets, units
from db.tables import Person
from papers import xlsx_file
from papers.content import Column, Document, Row, Sheet, Table
from rules import facts
from rules.columns import match
from rules.facts import Attendee, Group, Head, Meeting
from rules.imports import verdicts
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


def long_name(number: int) -> str:
    """A hundred thousand of them without two alike."""
    rest, family = divmod(number, len(FAMILIES))
    rest, given = divmod(rest, len(GIVENS))
    more, middle = divmod(rest, len(MIDDLES))
    return f"{FAMILIES[family]} {MIDDLES[middle]} {MIDDLES[more % len(MIDDLES)]} {GIVENS[given]}"


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


def workbook(path: Path, count: int) -> Path:
    """A list as a unit sends it: a title, a heading, people with days of birth, posts, telephones."""
    posts = ("Bí thư Đảng ủy", "Phó Bí thư Đảng ủy", "Đảng ủy viên", "Giám đốc", "Chuyên viên")
    heads = ("TT", "Họ và tên", "Ngày sinh", "Giới tính", "Chức vụ, đơn vị công tác", "Điện thoại", "Ghi chú")
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Danh sách")
    sheet.append(["DANH SÁCH ĐẠI BIỂU"])
    sheet.append([])
    sheet.append(heads)
    for number in range(count):
        born = datetime.date(1960, 1, 1) + datetime.timedelta(days=number)
        where = f"{posts[number % len(posts)]} Sở Mẫu {number % UNITS + 1}"
        sheet.append((number + 1, name(number), born, "Nam", where, f"09{number:08d}", None))
    book.save(path)
    return path


def take(path: Path) -> None:
    """Reads, judges and keeps the rows of such a workbook, as the command line does."""
    table = xlsx_file.read_table(path)
    found = verdicts("people", table, match("people", table.columns), imports.known("people"))
    made = imports.take("people", found, "Nhập đại biểu")
    if made.created != len(table.rows):
        raise RuntimeError(f"only {made.created} of {len(table.rows)} rows were taken")


def add_units() -> None:
    """The units that the workbook names."""
    kind = next(key for key, words in choices.choices("unit_kind") if words == "Đảng bộ cơ sở")
    with history.change("Lập đơn vị"):
        for number in range(1, UNITS + 1):
            texts = {"committee": f"Đảng ủy Sở Mẫu {number}", "short": f"Sở Mẫu {number}"}
            units.save({"organization": f"Đảng bộ Sở Mẫu {number}", "kind": kind, **texts})


UNITS = 130
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
