from __future__ import annotations

import errno
from typing import Any

import pytest

from db import disk, file, history, migrations, soundness, triggers
from db.history import change, digest
from db.tables import Person, Setting, Unit, database
from rules.trouble import Refused
from tests.db.faults import (
    DAMAGE,
    add,
    fail,
    files,
    newer,
    other_program,
    small_disk,
    spoil_middle,
    unmarked,
)

pytestmark = pytest.mark.usefixtures("shut")


def test_an_empty_folder_becomes_a_data_folder(tmp_path) -> None:
    folder = tmp_path / "Dữ liệu cơ quan" / "thư ký #1 100% ?"
    file.open_file(folder)
    assert sorted(path.name for path in folder.iterdir() if path.is_dir()) == sorted(file.FOLDERS)
    assert (file.folder(), file.check()) == (folder, [])
    content = add("a")
    file.open_file(folder)
    assert digest() == content


def test_the_file_is_opened_with_all_safety_settings(place) -> None:
    values = {
        name: database.pragma(name)
        for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
    }
    assert values == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": disk.BUSY_MS,
    }


def test_closing_leaves_one_file(closed) -> None:
    assert list(files(closed)) == ["thuky.db"]


@pytest.mark.parametrize("content", [b"", None])
def test_an_empty_file_is_filled(tmp_path, content) -> None:
    path = tmp_path / "thuky.db"
    if content is None:  # SQLite's own idea of an empty file: a header and no table
        connection = disk.connect(str(path))
        connection.execute("PRAGMA journal_mode = wal")
        connection.close()
    else:
        path.write_bytes(content)
    file.open_file(tmp_path)
    assert add("a")


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        *((spoil, "bị hỏng") for spoil in DAMAGE),
        (other_program, "chương trình khác"),
        (unmarked, "chương trình khác"),
        (newer, "mới hơn"),
    ],
)
def test_a_file_we_must_not_open_is_refused_untouched(closed, spoil, words) -> None:
    spoil(closed / "thuky.db")
    kept = files(closed)
    with pytest.raises(Refused, match=words) as caught:
        file.open_file(closed)
    assert caught.value.do.endswith(".")
    assert files(closed) == kept
    assert database.is_closed()
    assert file.folder() == closed


def test_the_folder_of_another_program_gets_nothing_from_us(tmp_path) -> None:
    unmarked_path = tmp_path / "thuky.db"
    unmarked_path.touch()
    unmarked(unmarked_path)
    with pytest.raises(Refused):
        file.open_file(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thuky.db"]


@pytest.mark.parametrize("locked", ["thuky.db", ""])
def test_a_read_only_file_or_folder_is_refused(closed, monkeypatch, locked) -> None:
    kept = files(closed)
    monkeypatch.setattr(disk, "may_write", lambda path: path != closed / locked)
    with pytest.raises(Refused, match="chỉ cho đọc"):
        file.open_file(closed)
    assert files(closed) == kept


def test_a_medium_that_only_says_so_when_written_is_refused(closed, monkeypatch) -> None:
    kept = files(closed)
    real = disk.connect
    monkeypatch.setattr(
        disk, "connect", lambda path, password=None, readonly=False: real(path, password, True)
    )
    with pytest.raises(Refused, match="chỉ cho đọc"):
        file.open_file(closed)
    assert {name: data for name, data in files(closed).items() if name == "thuky.db"} == kept


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.EROFS, "chỉ cho đọc"), (errno.EACCES, "không được phép"), (errno.ENOSPC, "đầy")],
)
def test_a_folder_that_cannot_be_made_is_refused(tmp_path, monkeypatch, number, words) -> None:
    fail(monkeypatch, "make_folder", number)
    with pytest.raises(Refused, match=words):
        file.open_file(tmp_path / "mới")
    assert not (tmp_path / "mới").exists()


def test_a_folder_name_that_is_a_file_is_refused(tmp_path) -> None:
    (tmp_path / "tệp").touch()
    with pytest.raises(Refused):
        file.open_file(tmp_path / "tệp")


def test_a_new_file_on_a_full_disk_leaves_no_half_file(tmp_path, monkeypatch) -> None:
    small_disk(monkeypatch, "thuky.db", 5)
    with pytest.raises(Refused, match="đầy"):
        file.open_file(tmp_path)
    assert files(tmp_path) == {}
    assert database.is_closed()


def test_a_file_in_use_is_refused(closed, monkeypatch) -> None:
    monkeypatch.setattr(disk, "BUSY_MS", 10)
    other = disk.connect(str(closed / "thuky.db"))
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Refused, match="chương trình khác dùng"):
        file.open_file(closed)
    other.execute("ROLLBACK")
    other.close()
    file.open_file(closed)
    assert Person.select().count() == 50


def test_work_lost_in_a_crash_is_only_the_open_change(place) -> None:
    content = digest()
    crash = place.parent / (place.name + "-sau")
    crash.mkdir()
    with change("Dở dang"):
        Setting.create(name="a", value="")
        for name in ("thuky.db", "thuky.db-wal"):  # what lies on the disk when the power goes
            (crash / name).write_bytes((place / name).read_bytes())
    file.open_file(crash)
    assert digest() == content
    assert file.check() == []


def test_an_older_file_is_backed_up_before_it_is_brought_up(closed, monkeypatch) -> None:
    old = (closed / "thuky.db").read_bytes()

    def note_added(connection: Any) -> None:
        connection.execute("ALTER TABLE unit_kind ADD COLUMN remark TEXT NOT NULL DEFAULT ''")

    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, note_added))
    file.open_file(closed)
    assert Person.select().count() == 50
    assert history.undo_label() is None
    assert [row.label for row in history.recent()] == ["Thêm"]
    (kept,) = file.backups()
    assert soundness.examine(kept) == len(migrations.STEPS) - 1
    file.close_file()
    (closed / "thuky.db").write_bytes(old)
    kept.unlink()
    fail(monkeypatch, "settle")
    with pytest.raises(Refused, match="đầy"):
        file.open_file(closed)
    assert soundness.examine(closed / "thuky.db") == len(migrations.STEPS) - 1
    assert file.backups() == []


def test_a_file_with_a_password(tmp_path) -> None:
    file.open_file(tmp_path, "mật 'khẩu'")
    content = add("a")
    copy = file.backup()
    assert not copy.read_bytes().startswith(soundness.HEADER)
    for password in (None, "sai"):
        with pytest.raises(Refused):
            file.open_file(tmp_path, password)
    file.open_file(tmp_path, "mật 'khẩu'")
    assert digest() == content


def test_a_sound_file_has_no_complaint(place) -> None:
    assert file.check() == []


def test_complaints_are_sentences(place) -> None:
    connection = disk.connect(str(place / "thuky.db"))
    connection.execute("INSERT INTO open_change VALUES (1, 1, 0)")
    connection.execute("INSERT INTO unit (kind_id) VALUES (99), (98)")
    connection.execute("UPDATE person SET birth_earliest = '31/02/1980' WHERE id = 1")
    connection.execute("DELETE FROM open_change")
    connection.execute("DROP TRIGGER guard_insert_person")
    connection.close()
    (place / "logs").rmdir()
    assert file.check() == [
        "Có 2 dòng “đơn vị” trỏ tới mục không còn.",
        "Có 1 dòng “đại biểu” mang ngày không đọc được.",
        "Phần bảo vệ ghi của tệp dữ liệu không đầy đủ; đóng rồi mở lại chương trình.",
        "Thiếu thư mục “logs” trong thư mục dữ liệu.",
    ]
    file.open_file(place)
    assert len(file.check()) == 2
    assert triggers.is_installed(database.connection())


def test_damage_is_a_complaint(place) -> None:
    database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    spoil_middle(place / "thuky.db")
    database.connect()
    assert "chỗ hỏng" in file.check()[0]


def test_memory_has_no_folder(store) -> None:
    with pytest.raises(RuntimeError):
        file.folder()
    assert file.check() == []
    file.open_memory()
    assert Unit.select().count() == 0
