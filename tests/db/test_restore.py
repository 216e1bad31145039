from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from db import disk, file, history, migrations
from db.history import digest
from db.tables import Person, Setting, database
from rules.trouble import Refused
from tests.db.faults import (
    DAMAGE,
    add,
    break_a_link,
    fail,
    files,
    newer,
    other_program,
    small_disk,
    spoil_header,
    spoil_middle,
    unmarked,
)

pytestmark = pytest.mark.usefixtures("shut")


def test_a_restore_brings_the_content_back_and_can_be_undone(place) -> None:
    then = add("a")
    copy = file.backup()
    now = add("b")
    told: list[frozenset[str]] = []
    history.listeners.append(told.append)
    file.restore(copy)
    assert digest() == then
    assert [row.kind for row in history.recent(1)] == ["restore"]
    assert copy.name in history.recent(1)[0].label
    assert len(told) == 1
    assert "person" in told[0]
    assert history.undo_label() == "Ghi a"
    assert file.check() == []
    (kept,) = set(file.backups()) - {copy}
    file.restore(kept)
    assert digest() == now
    assert history.undo() == "Ghi b"


def test_a_restored_folder_holds_nothing_half(place) -> None:
    file.restore(file.backup())
    file.close_file()
    assert sorted(path.name for path in place.iterdir() if path.is_file()) == ["thuky.db"]


@pytest.mark.parametrize("spoil", [*DAMAGE, other_program, unmarked, newer, break_a_link])
def test_a_bad_backup_changes_nothing(place, spoil) -> None:
    copy = file.backup()
    spoil(copy)
    content, kept = digest(), set(files(place))
    with pytest.raises(Refused, match="dữ liệu hiện có vẫn như cũ"):
        file.restore(copy)
    assert digest() == content
    assert set(files(place)) == kept
    assert add("c")


@pytest.mark.parametrize("content", [None, b""])
def test_an_absent_or_empty_backup_changes_nothing(place, content) -> None:
    copy = place / "backups" / "thuky-2020-01-01-000000.db"
    if content is not None:
        copy.write_bytes(content)
    now = digest()
    with pytest.raises(Refused, match=r"Không tìm thấy|không có dữ liệu"):
        file.restore(copy)
    assert digest() == now


def is_data(source: Path, *_: Any) -> bool:
    return source.name == "thuky.db.restoring"


@pytest.mark.parametrize(
    ("name", "when"),
    [
        ("settle", lambda path: path.name.endswith(".restoring")),  # the disk is full
        ("settle", lambda path: path.name.endswith(".part")),  # no room to keep the present file
        ("replace", is_data),  # another program holds the file
    ],
)
def test_a_restore_that_fails_leaves_the_present_file(place, monkeypatch, name, when) -> None:
    copy = file.backup()
    content = add("b")
    fail(monkeypatch, name, when=when)
    with pytest.raises(Refused, match="vẫn như cũ"):
        file.restore(copy)
    assert digest() == content
    assert not (place / "thuky.db.restoring").exists()
    monkeypatch.undo()
    assert add("c")
    file.open_file(place)
    assert Setting.select().count() == 2


def test_a_restore_on_a_full_disk_leaves_the_present_file(place, monkeypatch) -> None:
    copy = file.backup()
    content = add("b")
    small_disk(monkeypatch, ".restoring", 5)
    with pytest.raises(Refused, match="đầy"):
        file.restore(copy)
    assert digest() == content
    assert not (place / "thuky.db.restoring").exists()


def test_a_restored_file_that_does_not_open_gives_way_to_the_old_one(place, monkeypatch) -> None:
    copy = file.backup()
    content = add("b")
    real, calls = file._prepare, []

    def once(done: int) -> None:
        calls.append(done)
        if len(calls) == 1:
            raise Refused("Ổ đĩa báo lỗi.", "")
        real(done)

    monkeypatch.setattr(file, "_prepare", once)
    with pytest.raises(Refused, match="Ổ đĩa báo lỗi"):
        file.restore(copy)
    assert digest() == content
    assert len(calls) == 2


def test_a_file_open_elsewhere_is_not_replaced(place) -> None:
    copy = file.backup()
    content = add("b")
    other = disk.connect(str(place / "thuky.db"))
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM person").fetchone()
    with pytest.raises(Refused, match="chương trình khác dùng"):
        file.restore(copy)
    assert digest() == content
    other.close()


@pytest.mark.parametrize("spoil", DAMAGE)
def test_a_damaged_file_is_kept_aside_and_replaced(place, spoil) -> None:
    content = digest()
    copy = file.backup()
    file.close_file()
    spoil(place / "thuky.db")
    damaged = (place / "thuky.db").read_bytes()
    with pytest.raises(Refused):
        file.open_file(place)
    assert file.backups() == [copy]
    file.restore(copy)
    assert digest() == content
    (aside,) = (place / "backups").glob("hong-*.db")
    assert aside.read_bytes() == damaged
    assert file.backups() == [copy]


def test_a_file_damaged_while_open_is_kept_aside_and_replaced(place) -> None:
    content = digest()
    copy = file.backup()
    database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    spoil_middle(place / "thuky.db")
    database.connect()
    file.restore(copy)
    assert digest() == content
    assert len(list((place / "backups").glob("hong-*.db"))) == 1


def test_a_damaged_file_stays_where_the_restore_fails(place, monkeypatch) -> None:
    copy = file.backup()
    file.close_file()
    spoil_middle(place / "thuky.db")
    damaged = (place / "thuky.db").read_bytes()
    with pytest.raises(Refused):
        file.open_file(place)
    fail(monkeypatch, "replace", errno.EACCES, is_data)
    with pytest.raises(Refused, match="vẫn như cũ"):
        file.restore(copy)
    assert (place / "thuky.db").read_bytes() == damaged
    assert database.is_closed()


def test_a_drive_without_second_names_gets_a_copy(place, monkeypatch) -> None:
    def no_links(*_: Any) -> None:
        raise OSError(errno.EPERM, "")

    copy = file.backup()
    file.close_file()
    spoil_header(place / "thuky.db")
    damaged = (place / "thuky.db").read_bytes()
    monkeypatch.setattr(os, "link", no_links)
    file.restore(copy)
    (aside,) = (place / "backups").glob("hong-*.db")
    assert aside.read_bytes() == damaged


def test_a_lost_file_is_restored(place) -> None:
    content = digest()
    copy = file.backup()
    file.close_file()
    (place / "thuky.db").unlink()
    file.restore(copy)
    assert digest() == content


def test_an_older_backup_is_brought_up_on_the_way(place, monkeypatch) -> None:
    copy = file.backup()

    def note_added(connection: Any) -> None:
        connection.execute("ALTER TABLE unit_kind ADD COLUMN remark TEXT NOT NULL DEFAULT ''")

    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, note_added))
    file.open_file(place)
    older = copy.read_bytes()
    file.restore(copy)
    assert migrations.version(database.connection()) == len(migrations.STEPS)
    assert Person.select().count() == 50
    assert copy.read_bytes() == older
