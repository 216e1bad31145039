from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import file, history
from db.history import change, digest, redo, undo
from db.tables import (
    AgendaItem,
    Attendance,
    Holding,
    Journal,
    Meeting,
    Person,
    Setting,
    Unit,
    UnitKind,
    UnitName,
    database,
)
from rules.trouble import Refused
from tests.db.office import person, small_office

pytestmark = pytest.mark.usefixtures("store")


def check_there_and_back(act) -> None:
    """Runs a change, goes back, forth, back, forth; the content is equal each time."""
    before = digest()
    with change("Việc"):
        act()
    after = digest()
    assert after != before
    for _ in range(2):
        assert undo() == "Việc"
        assert digest() == before
        assert redo() == "Việc"
        assert digest() == after
    assert database.execute_sql("PRAGMA foreign_key_check").fetchall() == []


def test_insert_goes_and_comes() -> None:
    check_there_and_back(person)


def test_update_goes_and_comes() -> None:
    _, chair, _ = small_office()
    check_there_and_back(
        lambda: (
            Person.update(full_name="“Lê” <b>&\0🙂", birth_words=None).where(Person.id == chair.id).execute()
        )
    )


def test_delete_with_everything_that_hangs_on_it_goes_and_comes() -> None:
    unit, _, _ = small_office()
    check_there_and_back(lambda: Unit.delete_by_id(unit.id))
    assert (Unit.select().count(), UnitName.select().count(), Holding.select().count()) == (1, 0, 0)
    assert Meeting.get().organiser_id is None


def test_delete_of_a_person_empties_links_and_takes_parts() -> None:
    _, chair, _ = small_office()
    check_there_and_back(lambda: Person.delete_by_id(chair.id))
    assert AgendaItem.get().presenter_id is None
    undo()
    assert AgendaItem.get().presenter_id == chair.id
    assert Attendance.get().person_id == chair.id


def test_a_swap_of_unique_values_goes_and_comes() -> None:
    with change("Thêm"):
        UnitKind.create(name="A", level=1)
        UnitKind.create(name="B", level=2)

    def swap() -> None:
        for name, level in (("X", 1), ("A", 2), ("B", 1)):
            UnitKind.update(name=name).where(UnitKind.level == level).execute()

    check_there_and_back(swap)


def test_replace_is_a_deletion_too() -> None:
    with change("Thêm"):
        Setting.create(name="a", value="1")
    check_there_and_back(lambda: Setting.replace(name="a", value="2").execute())


def test_undo_survives_closing_and_opening(tmp_path) -> None:
    file.open_file(tmp_path)
    before = digest()
    unit, _, _ = small_office()
    full = digest()
    with change("Xóa đơn vị"):
        Unit.delete_by_id(unit.id)
    gone = digest()
    for undone, content in ((undo, full), (undo, before), (redo, full), (redo, gone)):
        file.close_file()
        file.open_file(tmp_path)
        assert undone() is not None
        assert digest() == content
    assert history.redo_label() is None


def test_a_new_change_drops_what_was_undone() -> None:
    for name in ("a", "b"):
        with change(f"Thêm {name}"):
            Setting.create(name=name, value="")
    undo()
    assert history.redo_label() == "Thêm b"
    with change("Thêm c"):
        Setting.create(name="c", value="")
    assert redo() is None
    assert [row.state for row in history.recent() if row.kind == "do"] == ["done", "dropped", "done"]
    assert [undo(), undo(), undo()] == ["Thêm c", "Thêm a", None]
    assert Setting.select().count() == 0


def test_labels_tell_what_is_next() -> None:
    assert (history.undo_label(), history.redo_label()) == (None, None)
    small_office()
    assert (history.undo_label(), history.redo_label()) == ("Lập cơ quan", None)
    undo()
    assert (history.undo_label(), history.redo_label()) == (None, "Lập cơ quan")


def test_undo_refuses_where_the_data_no_longer_match() -> None:
    _, chair, _ = small_office()
    with change("Sửa"):
        Person.update(phone="1").where(Person.id == chair.id).execute()
    with change("Lén"):
        database.execute_sql("UPDATE open_change SET writes_journal = 0")
        Person.delete_by_id(chair.id)
        database.execute_sql("UPDATE open_change SET writes_journal = 1")
        Setting.create(name="a", value="")
    undo()
    content = digest()
    with pytest.raises(Refused, match="khác với lịch sử"):
        undo()
    assert digest() == content
    assert history.undo_label() == "Sửa"


def step_of(what: int, one: int, other: int) -> None:
    """One small piece of work that may well be refused."""
    steps = (
        Unit.insert(kind=1, parent=one),
        Unit.update(successor=other).where(Unit.id == one),
        Unit.update(parent=other, note=f"{one}").where(Unit.id == one, Unit.id > other),
        Unit.delete().where(Unit.id == one),
        UnitName.insert(unit=one, since=f"2019-01-0{other}", organization=f"Đơn vị {other}", search_key=""),
        UnitName.delete().where(UnitName.unit == one),
        UnitName.update(since=None).where(UnitName.id == one),
    )
    with change("Bước"):
        steps[what].execute()


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 6), st.integers(1, 6), st.integers(1, 6)), max_size=5), max_size=6
    )
)
def test_any_work_can_be_walked_back_and_forth(changes) -> None:
    file.open_memory()
    with change("Nền"):
        kind = UnitKind.create(name="Chi bộ", level=1)
        for _ in range(3):
            Unit.create(kind=kind)
    states = [digest()]
    for steps in changes:
        with change("Việc"):
            for step in steps:
                with suppress(Refused):
                    step_of(*step)
        if digest() != states[-1]:
            states.append(digest())
    walked = [states[-1]]
    while history.undo_label() == "Việc":
        undo()
        walked.append(digest())
    assert [state for state, last in zip(walked, [None, *walked], strict=False) if state != last] == states[
        ::-1
    ]
    while redo():
        pass
    assert digest() == states[-1]


@pytest.mark.slow
def test_ten_thousand_people_are_one_step() -> None:
    rows = [(f"Nguyễn Văn {number}", f"k{number}", f"nvan {number}", "1980") for number in range(10_000)]
    before = digest()
    with change("Nhập 10.000 đại biểu"):
        sql = "INSERT INTO person (full_name, sort_key, search_key, birth_words) VALUES (?, ?, ?, ?)"
        database.connection().executemany(sql, rows)
    after = digest()
    assert Journal.select().count() == 10_000
    assert undo() == "Nhập 10.000 đại biểu"
    assert digest() == before
    redo()
    assert digest() == after
