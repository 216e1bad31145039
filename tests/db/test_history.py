from __future__ import annotations

import getpass
from datetime import datetime, timedelta

import peewee
import pytest
from sqlcipher3 import dbapi2

from db import disk, file, history
from db.history import change, digest, redo, undo
from db.tables import (
    CONTENT,
    Directive,
    DirectiveType,
    OpenChange,
    Person,
    Post,
    Setting,
    UnitKind,
    database,
    table_name,
)
from rules.trouble import Refused
from tests.db.office import person, small_office

pytestmark = pytest.mark.usefixtures("store")


# -- the guard ----------------------------------------------------------------------------------


@pytest.mark.parametrize("table", CONTENT, ids=table_name)
def test_every_table_has_its_guards(table) -> None:
    rows = database.execute_sql(
        "SELECT name FROM sqlite_master WHERE type='trigger' AND tbl_name=?", (table_name(table),)
    )
    tab = table_name(table)
    verbs = ("insert", "update", "delete")
    assert {row[0] for row in rows} == {
        f"{kind}_{verb}_{tab}" for kind in ("guard", "journal") for verb in verbs
    }


def test_the_database_refuses_a_write_outside_a_change() -> None:
    with change("Ghi"):
        Setting.create(name="a", value="1")
    before = digest()
    for sql in (
        "INSERT INTO setting (name, value) VALUES ('b', '2')",
        "UPDATE setting SET value = '3'",
        "DELETE FROM setting",
        "INSERT OR REPLACE INTO setting (id, name, value) VALUES (1, 'a', '4')",
    ):
        with pytest.raises(peewee.IntegrityError, match="outside a named change"):
            database.execute_sql(sql)
    assert digest() == before


def test_another_connection_may_not_write_either_even_during_a_change(tmp_path) -> None:
    file.open_file(tmp_path)
    other = disk.connect(str(tmp_path / "thuky.db"))
    other.execute("PRAGMA busy_timeout = 0")
    with change("Ghi"):
        Setting.create(name="a", value="1")
        with pytest.raises(dbapi2.Error, match=r"outside a named change|locked"):
            other.execute("INSERT INTO setting (name, value) VALUES ('b', '2')")
    with pytest.raises(dbapi2.IntegrityError, match="outside a named change"):
        other.execute("INSERT INTO setting (name, value) VALUES ('b', '2')")
    other.close()
    assert Setting.select().count() == 1


def test_an_id_never_changes() -> None:
    small_office()
    with pytest.raises(peewee.IntegrityError, match="outside a named change"), change("Đổi số"):
        database.execute_sql("UPDATE person SET id = id + 100")


# -- one change -----------------------------------------------------------------------------------


def test_an_inner_change_joins_the_outer() -> None:
    with change("Nhập danh sách"):
        with change("Thêm người"):
            person("A")
        with change("Thêm người"):
            person("B")
    assert [row.label for row in history.recent()] == ["Nhập danh sách"]
    assert undo() == "Nhập danh sách"
    assert Person.select().count() == 0


def test_a_refused_inner_change_leaves_the_rest() -> None:
    def add(*names: str) -> None:
        with change("Thêm"):
            for name in names:
                UnitKind.create(name=name, level=1)

    with change("Nhập"):
        add("A")
        with pytest.raises(Refused):
            add("B", "A")
        add("C")
    assert [kind.name for kind in UnitKind.select()] == ["A", "C"]
    undo()
    assert UnitKind.select().count() == 0


def test_the_cause_is_seen_where_sqlite_itself_has_rolled_back() -> None:
    def work() -> None:
        with change("Hỏng"):
            person()
            database.connection().execute("ROLLBACK")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        work()
    assert Person.select().count() == 0
    with change("Sau đó"):
        person()


def test_an_error_rolls_everything_back() -> None:
    before = digest()

    def work() -> None:
        with change("Hỏng"):
            with change("Bên trong"):
                person()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        work()
    assert digest() == before
    assert history.recent() == []
    assert OpenChange.select().count() == 0
    with change("Sau đó"):
        person()
    assert history.undo_label() == "Sau đó"


def test_a_change_that_changes_nothing_leaves_no_trace() -> None:
    _, chair, _ = small_office()
    undo()
    told: list[frozenset[str]] = []
    history.listeners.append(told.append)
    with change("Không có gì"):
        pass
    redo()
    with change("Lưu như cũ"):
        Person.update(full_name=chair.full_name).where(Person.id == chair.id).execute()
    assert history.undo_label() == "Lập cơ quan"
    assert len(told) == 1
    assert [row.label for row in history.recent()] == ["Lập cơ quan"] * 3


def test_undo_inside_a_change_is_a_mistake_of_ours() -> None:
    with pytest.raises(RuntimeError), change("Việc"):
        undo()
    with pytest.raises(RuntimeError), database.atomic(), change("Việc"):
        person()


# -- what is kept of it ---------------------------------------------------------------------------


def test_who_and_when_are_kept() -> None:
    history.set_person("Trần Thị Bích")
    with change("Thêm"):
        person()
    undo()
    (line, first) = history.recent()
    assert (first.label, first.kind, first.of_id, first.state) == ("Thêm", "do", None, "undone")
    assert (line.label, line.kind, line.of_id) == ("Thêm", "undo", first.id)
    assert (first.account, first.person) == (getpass.getuser(), "Trần Thị Bích")
    assert abs(datetime.now().astimezone() - first.made_at) < timedelta(minutes=1)
    assert len(history.recent(1)) == 1


def test_an_account_without_a_name_is_no_obstacle(monkeypatch) -> None:
    def nobody() -> str:
        raise OSError

    monkeypatch.setattr(getpass, "getuser", nobody)
    with change("Thêm"):
        person()
    assert history.recent()[0].account == ""


def test_the_history_of_one_record() -> None:
    with change("Thêm"):
        made = person("A")
        Person.update(full_name="B").where(Person.id == made.id).execute()
    with change("Thêm người khác"):
        person("X")
    with change("Sửa"):
        Person.update(full_name="C").where(Person.id == made.id).execute()
    undo()
    lines = history.of_record("person", made.id)
    told = [
        (x.change.kind, x.before and x.before["full_name"], x.after and x.after["full_name"]) for x in lines
    ]
    assert told == [("undo", "C", "B"), ("do", "B", "C"), ("do", None, "B")]
    assert history.of_record("person", 999) == []


def test_news_come_once_after_the_commit() -> None:
    told: list[tuple[frozenset[str], bool]] = []
    history.listeners.append(lambda tables: told.append((tables, database.in_transaction())))
    small_office()
    full = {
        "unit_kind",
        "unit",
        "unit_name",
        "post",
        "person",
        "holding",
        "meeting_type",
        "meeting",
        "agenda_item",
        "attendance",
    }
    with change("Xóa"):
        Person.delete().execute()
    undo()
    redo()
    gone = {"person", "holding", "agenda_item", "attendance"}
    assert told == [(frozenset(full), False), *[(frozenset(gone), False)] * 3]
    with pytest.raises(Refused), change("Hỏng"):
        UnitKind.create(name="Đảng bộ cơ sở", level=1)
    assert undo() == "Xóa" or len(told) == 5


def test_a_listener_may_write() -> None:
    def once(tables: frozenset[str]) -> None:
        history.listeners.remove(once)
        with change("Theo sau"):
            Setting.create(name="seen", value=",".join(tables))

    history.listeners.append(once)
    with change("Thêm"):
        person()
    assert history.undo_label() == "Theo sau"


# -- refusals ---------------------------------------------------------------------------------------


def test_the_same_directive_twice_is_refused_in_words() -> None:
    def add(number: int | None) -> None:
        Directive.create(type=kind, organ="Bộ Chính trị", issuer_code="TW", number=number, search_key="")

    with change("Thêm"):
        kind = DirectiveType.create(name="Chỉ thị", code="CT")
        add(35)
        add(None)
        add(None)
    with pytest.raises(Refused) as caught, change("Thêm văn bản"):
        add(35)
    assert caught.value.what == "Văn bản này đã có trong sổ."
    assert caught.value.do
    assert Directive.select().count() == 3


def test_a_record_in_use_is_refused_in_words() -> None:
    small_office()
    for sql in ("DELETE FROM post", "UPDATE holding SET post_id = 99"):
        with pytest.raises(Refused, match="còn được nơi khác dùng"), change("Xóa"):
            database.connection().execute(sql)  # past peewee: the driver's own error
    assert Post.select().count() == 1


def test_a_fault_of_ours_is_not_made_pretty() -> None:
    with pytest.raises(peewee.OperationalError), change("Sai"):
        database.execute_sql("SELECT is_locked FROM nowhere")


def test_a_full_disk_loses_only_the_change(tmp_path) -> None:
    file.open_file(tmp_path)
    small_office()
    before = digest()
    database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    pages = database.execute_sql("PRAGMA page_count").fetchone()[0]
    database.execute_sql(f"PRAGMA max_page_count = {pages}")
    rows = [(f"Người {number} " + "x" * 500, "", "") for number in range(5000)]
    with pytest.raises(Refused, match="đầy"), change("Nhập"):
        Person.insert_many(rows, [Person.full_name, Person.sort_key, Person.search_key]).execute()
    assert digest() == before
    assert not database.in_transaction()
    database.execute_sql(f"PRAGMA max_page_count = {pages + 1000}")
    with change("Lại"):
        person()
    assert undo() == "Lại"
    assert digest() == before


def test_a_locked_file_is_said_in_words(tmp_path) -> None:
    file.open_file(tmp_path)
    database.execute_sql("PRAGMA busy_timeout = 10")
    other = disk.connect(str(tmp_path / "thuky.db"))
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Refused, match="chương trình khác"), change("Thêm"):
        person()
    other.execute("ROLLBACK")
    other.close()
    with change("Thêm"):
        person()
    assert Person.select().count() == 1


def test_a_file_that_became_read_only_is_said_in_words() -> None:
    database.execute_sql("PRAGMA query_only = 1")
    with pytest.raises(Refused, match="chỉ cho đọc"), change("Thêm"):
        person()
