"""Imports into the file: one change, all or nothing, undone as one, the same rows a second time nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from db import attendance, directives, file, history, holdings, imports, invitations, people, settings, units
from db.tables import Holding, Person, Post, Unit
from papers.workbooks.table import Table
from rules import columns
from rules.imports import ERROR, NEW, SAME, UPDATE, Verdict, verdicts
from rules.trouble import Refused
from tests.db import entries
from tests.rules.import_tables import table

TOP = Path(__file__).resolve().parent.parent.parent


def judged(kind: str, sheet: Table, meeting: int | None = None) -> list[Verdict]:
    return verdicts(kind, sheet, columns.match(kind, sheet.columns), imports.known(kind, meeting))


def take(kind: str, sheet: Table, meeting: int | None = None) -> imports.Done:
    return imports.take(kind, judged(kind, sheet, meeting), f"Nhập {kind}", meeting)


def states(kind: str, sheet: Table, meeting: int | None = None) -> list[str]:
    return [each.state for each in judged(kind, sheet, meeting)]


PEOPLE = table(
    ("Họ và tên", "Giới tính", "Ngày sinh", "Chức vụ, đơn vị công tác", "Ngày vào Đảng", "Số thẻ đảng viên"),
    ("Lê Văn An", "Nam", "12/3/1970", "Bí thư Đảng ủy, Giám đốc Sở Công Thương", "3/2/1995", "0123"),
    ("Trần Thị Bé", "Nữ", 1980, "Kế toán trưởng Sở Công Thương", None, None),
    ("Bùi Văn Cư", None, None, "Chi bộ Tỉnh Đoàn", "tháng 5/2001", None),
    ("Đỗ Y", None, "31/2/1970", None, None, None),
)


@pytest.fixture
def units_there(office: None) -> None:
    entries.unit("Đảng bộ Sở Công Thương", committee="Đảng ủy Sở Công Thương", short="Sở Công Thương")
    entries.unit("Chi bộ Tỉnh Đoàn", "Chi bộ cơ sở", short="Tỉnh Đoàn")


def test_people_come_with_their_posts_as_one_change_that_undo_takes_back(units_there: None) -> None:
    before, steps = history.digest(), len(history.recent())
    assert take("people", PEOPLE) == (3, 0, 1)
    assert len(history.recent()) == steps + 1
    found = {row.full_name: row for row in people.rows()}
    assert found["Lê Văn An"].title == "Bí thư Đảng ủy Sở Công Thương, Giám đốc Sở Công Thương"
    assert found["Trần Thị Bé"].posts == ("Kế toán trưởng",)
    assert found["Bùi Văn Cư"].units == ("Chi bộ Tỉnh Đoàn",)
    assert people.get(found["Lê Văn An"].id)["card_number"] == "0123"
    assert [row.full_name for row in people.rows("bvc")] == ["Bùi Văn Cư"]
    after = history.digest()
    assert history.undo() == "Nhập people"
    assert history.digest() == before
    history.redo()
    assert history.digest() == after
    assert file.check() == []


def test_the_same_people_a_second_time_change_nothing(units_there: None) -> None:
    take("people", PEOPLE)
    steps = len(history.recent())
    assert states("people", PEOPLE) == [SAME, SAME, SAME, ERROR]
    assert take("people", PEOPLE) == (0, 0, 4)
    assert len(history.recent()) == steps


def test_a_changed_row_changes_only_what_it_tells(units_there: None) -> None:
    take("people", PEOPLE)
    changed = table(
        ("Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị", "Từ ngày", "Điện thoại"),
        ("LE VAN AN", 1970, "Bí thư", "Sở Công Thương", date(2015, 7, 1), 912345678),
    )
    assert take("people", changed) == (0, 1, 0)
    (row,) = people.rows("le van an")
    values = people.get(row.id)
    assert (values["full_name"], values["phone"], str(values["birth"])) == (
        "Lê Văn An",
        "0912345678",
        "12/3/1970",
    )
    assert {(held.post, held.since) for held in holdings.rows(row.id)} == {
        ("Bí thư", date(2015, 7, 1)),
        ("Giám đốc", None),
    }
    assert states("people", changed) == [SAME]


def test_rows_of_one_new_person_make_one_person(units_there: None) -> None:
    sheet = table(
        ("Họ tên", "Ngày sinh", "Chức vụ", "Đơn vị"),
        ("Lê Văn An", 1970, "Bí thư", "Sở Công Thương"),
        ("Lê Văn An", 1970, "Giám đốc", "Sở Công Thương"),
    )
    assert take("people", sheet) == (1, 1, 0)
    assert Person.select().count() == 1
    assert Holding.select().count() == 2
    assert states("people", sheet) == [SAME, SAME]


def test_a_post_of_the_workbook_stands_once_in_the_catalogue_below_all_others(units_there: None) -> None:
    sheet = table(
        ("Họ tên", "Chức vụ", "Đơn vị"),
        ("Lê Văn An", "Kế toán trưởng", "Sở Công Thương"),
        ("Bùi Văn Ba", "kế toán trưởng", "Tỉnh Đoàn"),
    )
    lowest = max(post.rank for post in Post.select())
    take("people", sheet)
    (made,) = Post.select().where(Post.rank > lowest)
    assert made.name == "Kế toán trưởng"
    assert [row.full_name for row in people.rows(post=made.id)] == ["Lê Văn An", "Bùi Văn Ba"]


def test_many_rows_keep_their_own_posts(units_there: None) -> None:
    posts = ("Bí thư", "Phó Bí thư", "Đảng ủy viên")
    rows = [(f"Lê Văn {chr(65 + n % 26)}{n}", posts[n % 3], "Sở Công Thương") for n in range(1203)]
    take("people", table(("Họ tên", "Chức vụ", "Đơn vị"), *rows))
    assert {(row.full_name, row.posts[0]) for row in people.rows()} == {
        (name, post) for name, post, _ in rows
    }


def test_units_come_parents_first_whatever_their_order(office: None) -> None:
    sheet = table(
        ("Tên đơn vị", "Số đảng viên", "Trực thuộc", "Ngày thành lập"),
        ("Chi bộ Kế toán", 9, "Đảng bộ Sở Mới", None),
        ("Đảng bộ Sở Mới", 50, None, date(2001, 2, 3)),
        ("Chi bộ Lạ", 5, "Đảng bộ Không Có", None),
    )
    before = history.digest()
    assert take("units", sheet) == (2, 0, 1)
    made = {row.organization: row for row in units.rows()}
    assert made["Chi bộ Kế toán"].parent == "Đảng bộ Sở Mới"
    assert (made["Đảng bộ Sở Mới"].parent_id, made["Đảng bộ Sở Mới"].committee) == (
        settings.own_unit(),
        "Đảng ủy Sở Mới",
    )
    assert states("units", sheet) == [SAME, SAME, ERROR]
    history.undo()
    assert history.digest() == before


def test_a_unit_renamed_since_is_found_by_its_former_name(office: None) -> None:
    unit = entries.unit("Đảng bộ Sở Thương mại", members=10)
    units.rename(unit, {"since": date(2008, 1, 1), "organization": "Đảng bộ Sở Công Thương"})
    sheet = table(("Tên đơn vị", "Số đảng viên"), ("Đảng bộ Sở Thương mại", 12))
    assert take("units", sheet) == (0, 1, 0)
    assert (units.get(unit)["members"], units.get(unit)["organization"]) == (12, "Đảng bộ Sở Công Thương")


def test_documents_come_once_with_issuer_and_search_words(office: None) -> None:
    sheet = table(
        ("Ngày đến", "Số đến", "Tác giả", "Số, ký hiệu văn bản", "Ngày tháng văn bản", "Trích yếu"),
        ("2/9/2019", 7, "Tỉnh ủy", "129-KH/TU", "15/7/2019", "về đại hội"),
        ("2/9/2019", 8, None, "92-KH/ĐUK", "19/8/2019", "về đại hội"),
    )
    before = history.digest()
    assert take("directives", sheet) == (2, 0, 0)
    (kept,) = directives.rows("129 kh tu")
    assert (kept.symbol, kept.arrival_number, kept.direction) == ("129-KH/TU", 7, "in")
    (own,) = directives.rows("92-kh/duk")
    assert own.direction == "out"
    assert states("directives", sheet) == [SAME, SAME]
    changed = table(
        ("Số ký hiệu", "Ngày", "Ngày ban hành", "Người ký"), ("129-KH/TU", 1, "15/7/2019", "Lê An")
    )
    assert states("directives", changed) == [UPDATE]
    take("directives", changed)
    assert directives.get(kept.id)["signer"] == "Lê An"
    history.undo()
    history.undo()
    assert history.digest() == before


def test_a_roll_call_marks_called_people_alone(units_there: None) -> None:
    first, second = entries.person("Lê Văn An"), entries.person("Trần Thị Bé")
    entries.person("Người Ngoài")
    meeting = entries.meeting()
    invitations.add(meeting, [first, second])
    sheet = table(
        ("Họ và tên", "Có mặt", "Vắng có lý do", "Lý do"),
        ("Lê Văn An", "x", None, None),
        ("Trần Thị Bé", None, "x", "ốm"),
        ("Người Ngoài", "x", None, None),
    )
    before = history.digest()
    assert states("attendance", sheet, meeting) == [NEW, NEW, ERROR]
    assert take("attendance", sheet, meeting) == (2, 0, 1)
    marks = {row.person.full_name: (row.state, row.reason) for row in attendance.rows(meeting)}
    assert marks == {"Lê Văn An": ("present", ""), "Trần Thị Bé": ("excused", "ốm")}
    assert states("attendance", sheet, meeting) == [SAME, SAME, ERROR]
    history.undo()
    assert history.digest() == before
    with pytest.raises(Refused):
        imports.known("attendance", 999)


def test_an_error_in_the_last_row_leaves_everything_as_it_was(units_there: None) -> None:
    before, steps = history.digest(), len(history.recent())
    found = judged("people", PEOPLE)
    gone = Verdict(99, UPDATE, values={"phone": "1", "holdings": ()}, target_id=12345, title="Ai đó")
    with pytest.raises(Refused, match="không còn trong sổ"):
        imports.take("people", [*found, gone], "Nhập")
    assert history.digest() == before
    assert len(history.recent()) == steps


def test_nothing_to_take_is_no_change(office: None) -> None:
    steps = len(history.recent())
    assert imports.take("people", [Verdict(2, ERROR, "Chưa có họ và tên.")], "Nhập") == (0, 0, 1)
    assert len(history.recent()) == steps


def test_columns_matched_by_hand_are_remembered_for_their_layout(office: None) -> None:
    layout = columns.layout_key(("A", "B"))
    assert imports.mapping("people", layout) is None
    imports.keep_mapping("people", layout, {"full_name": 1, "of_another_day": 0})
    assert imports.mapping("people", layout) == {"full_name": 1}
    assert imports.mapping("units", layout) is None
    assert imports.mapping("people", columns.layout_key(("B", "A"))) is None
    history.undo()
    assert imports.mapping("people", layout) is None


@pytest.mark.parametrize("kept", ["{", "[1]", '{"full_name": "một", "given": -1}'])
def test_a_damaged_memory_of_columns_is_passed_by(kept: str, office: None) -> None:
    settings.put(f"{imports.LAYOUT}_people_x", kept)
    assert not imports.mapping("people", "x")


CHILD = """
import os, signal, sys
from pathlib import Path
from db import file, imports
from db.tables import {table}
from tests.db.test_imports import judged, PEOPLE

def die(*_args, **_kwargs):
    os.kill(os.getpid(), signal.SIGKILL) if hasattr(signal, "SIGKILL") else os._exit(9)

file.open_file(Path(sys.argv[1]))
found = judged("people", PEOPLE)
plain = imports._insert

def insert(table, rows):
    if table is {table}:
        {last} and plain(table, rows)
        die()
    return plain(table, rows)

imports._insert = insert
imports.take("people", found, "Nhập")
"""


@pytest.mark.slow
@pytest.mark.parametrize(("where", "last"), [("Person", False), ("Holding", False), ("Holding", True)])
def test_a_process_killed_in_the_middle_leaves_the_file_as_before(
    where: str, last: bool, tmp_path: Path
) -> None:
    from db import presets
    from tests.db.conftest import OFFICE

    file.open_file(tmp_path)
    presets.start_office(OFFICE)
    entries.unit("Đảng bộ Sở Công Thương", committee="Đảng ủy Sở Công Thương", short="Sở Công Thương")
    entries.unit("Chi bộ Tỉnh Đoàn", "Chi bộ cơ sở", short="Tỉnh Đoàn")
    before, label = history.digest(), history.undo_label()
    file.close_file()
    code = CHILD.format(table=where, last=last)
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], cwd=TOP, capture_output=True, env=os.environ
    )
    assert done.returncode in (-9, 9)
    assert not done.stderr
    try:
        file.open_file(tmp_path)
        assert history.digest() == before
        assert history.undo_label() == label
        assert (Person.select().count(), Unit.select().count()) == (0, 5)
        assert file.check() == []
        assert take("people", PEOPLE) == (3, 0, 1)
    finally:
        file.close_file()


def test_what_is_known_tells_each_unit_by_all_its_names(office: None) -> None:
    unit = entries.unit("Đảng bộ Cũ")
    units.rename(unit, {"since": date(2008, 1, 1), "organization": "Đảng bộ Mới"})
    (found,) = [each for each in imports.known("units").units if each.id == unit]
    names: list[Any] = [each[0] for each in found.names]
    assert names == ["Đảng bộ Mới", "Đảng bộ Cũ"]
    assert found.values == units.get(unit)
