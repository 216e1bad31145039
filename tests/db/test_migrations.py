from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from db import disk, history, migrations, triggers
from rules.trouble import Refused


@pytest.fixture
def connection() -> Iterator[Any]:
    made = disk.connect(":memory:")
    made.execute("PRAGMA foreign_keys = ON")
    yield made
    made.close()


def schema(connection: Any) -> list[Any]:
    return connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()


def note_added(connection: Any) -> None:
    connection.execute("ALTER TABLE setting ADD COLUMN note TEXT NOT NULL DEFAULT ''")


def with_steps(monkeypatch, *more) -> None:
    monkeypatch.setattr(migrations, "STEPS", (migrations.first, *more))


def fill(connection: Any) -> None:
    connection.execute(
        "INSERT INTO change (label, made_at, account) VALUES ('Ghi', '2026-01-01T08:00:00+07:00', '')"
    )
    connection.execute("INSERT INTO open_change VALUES (1, 1, 1)")
    connection.execute("INSERT INTO setting (name, value) VALUES ('a', '1')")
    connection.execute("DELETE FROM open_change")


def test_a_new_file_runs_every_step(connection) -> None:
    migrations.bring_up(connection)
    assert migrations.version(connection) == len(migrations.STEPS)
    assert connection.execute("PRAGMA application_id").fetchone()[0] == migrations.APPLICATION_ID
    assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    before = schema(connection)
    migrations.bring_up(connection)
    assert schema(connection) == before


def test_an_older_file_is_brought_up_and_keeps_its_rows_and_history(connection, monkeypatch) -> None:
    migrations.bring_up(connection)
    triggers.install(connection)
    fill(connection)
    with_steps(monkeypatch, note_added)
    migrations.bring_up(connection)
    assert migrations.version(connection) == 2
    assert connection.execute("SELECT name, value, note FROM setting").fetchall() == [("a", "1", "")]
    assert connection.execute("SELECT label, state FROM change").fetchall() == [("Ghi", "fixed")]
    assert not triggers.is_installed(connection)
    triggers.install(connection)
    assert triggers.is_installed(connection)


def test_undone_changes_cannot_be_made_again_after_a_step(connection, monkeypatch) -> None:
    migrations.bring_up(connection)
    fill(connection)
    connection.execute("UPDATE change SET state = 'undone'")
    with_steps(monkeypatch, note_added)
    migrations.bring_up(connection)
    assert connection.execute("SELECT state FROM change").fetchall() == [("dropped",)]


def test_a_step_that_fails_half_way_leaves_version_schema_and_rows(connection, monkeypatch) -> None:
    def broken(connection: Any) -> None:
        connection.execute("DELETE FROM setting")
        connection.execute("CREATE TABLE half (id INTEGER)")
        connection.execute("CREATE TABLE half (id INTEGER)")

    migrations.bring_up(connection)
    triggers.install(connection)
    fill(connection)
    kept, content = schema(connection), history.digest(connection)
    with_steps(monkeypatch, note_added, broken)
    with pytest.raises(disk.driver.OperationalError):
        migrations.bring_up(connection)
    assert migrations.version(connection) == 1
    assert schema(connection) == kept
    assert history.digest(connection) == content
    assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    assert triggers.is_installed(connection)


def test_a_new_file_that_fails_is_still_empty(connection, monkeypatch) -> None:
    def broken(connection: Any) -> None:
        raise ZeroDivisionError

    with_steps(monkeypatch, broken)
    with pytest.raises(ZeroDivisionError):
        migrations.bring_up(connection)
    assert (migrations.version(connection), schema(connection)) == (0, [])


def test_a_step_that_breaks_a_link_is_refused(connection, monkeypatch) -> None:
    def orphan(connection: Any) -> None:
        connection.execute("INSERT INTO unit (kind_id) VALUES (99)")

    migrations.bring_up(connection)
    with_steps(monkeypatch, orphan)
    with pytest.raises(Refused, match="chưa nâng cấp được"):
        migrations.bring_up(connection)
    assert connection.execute("SELECT count(*) FROM unit").fetchone()[0] == 0


def test_a_newer_file_is_refused_untouched(connection) -> None:
    migrations.bring_up(connection)
    connection.execute(f"PRAGMA user_version = {len(migrations.STEPS) + 1}")
    kept = schema(connection)
    with pytest.raises(Refused, match="mới hơn"):
        migrations.bring_up(connection)
    assert schema(connection) == kept


def test_changed_triggers_are_put_right(connection) -> None:
    migrations.bring_up(connection)
    triggers.install(connection)
    connection.execute("DROP TRIGGER guard_insert_setting")
    connection.execute("CREATE TRIGGER guard_insert_setting AFTER INSERT ON setting BEGIN SELECT 1; END")
    assert not triggers.is_installed(connection)
    triggers.install(connection)
    assert triggers.is_installed(connection)
    with pytest.raises(disk.driver.IntegrityError, match="outside a named change"):
        connection.execute("INSERT INTO setting (name, value) VALUES ('a', '1')")


def test_triggers_go_in_all_or_none(connection, monkeypatch) -> None:
    migrations.bring_up(connection)
    monkeypatch.setattr(
        triggers,
        "_wanted",
        lambda: {"a": "CREATE TRIGGER a AFTER INSERT ON setting BEGIN SELECT 1; END", "b": "nonsense"},
    )
    with pytest.raises(disk.driver.OperationalError):
        triggers.install(connection)
    assert connection.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone()[0] == 0
    assert not connection.in_transaction
