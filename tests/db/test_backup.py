from __future__ import annotations

import errno

import pytest

from db import disk, file, history
from db.history import change, digest
from rules.trouble import Refused
from tests.db.faults import (
    add,
    break_a_link,
    change_a_row,
    cut,
    fail,
    small_disk,
    spoil_middle,
)

pytestmark = pytest.mark.usefixtures("shut")


def test_a_backup_is_a_file_that_opens(place, tmp_path) -> None:
    content = add("a")
    copy = file.backup()
    assert copy.parent == place / "backups"
    assert copy.name.startswith("thuky-20")
    assert (copy.suffix, len(copy.stem)) == (".db", len("thuky-2026-11-22-164205"))
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]
    add("b")
    other = tmp_path / "khác"
    other.mkdir()
    (other / "thuky.db").write_bytes(copy.read_bytes())
    file.open_file(other)
    assert digest() == content
    assert history.undo() == "Ghi a"


def test_backups_of_one_second_do_not_overwrite(place) -> None:
    made = [file.backup() for _ in range(3)]
    assert len(set(made)) == 3
    assert set(file.backups()) == set(made)


def test_backups_are_listed_newest_first(place) -> None:
    for name in (
        "thuky-2026-01-02-080000.db",
        "thuky-2026-01-01-080000.db",
        "hong-2026-01-01-080000.db",
        "thuky-x.db.part",
    ):
        (place / "backups" / name).touch()
    assert [path.name for path in file.backups()] == [
        "thuky-2026-01-02-080000.db",
        "thuky-2026-01-01-080000.db",
    ]


def test_a_backup_to_another_folder(place, tmp_path) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    assert file.backup(usb).parent == usb
    assert file.backups() == []


def test_a_backup_to_an_absent_folder_is_refused(place, tmp_path) -> None:
    with pytest.raises(Refused, match="Chưa sao lưu được. Không tìm thấy thư mục"):
        file.backup(tmp_path / "usb")
    assert not (tmp_path / "usb").exists()


def test_a_backup_to_a_full_disk_leaves_nothing(place, tmp_path, monkeypatch) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    small_disk(monkeypatch, ".part", 5)
    with pytest.raises(Refused, match="Chưa sao lưu được. Ổ đĩa đã đầy"):
        file.backup(usb)
    assert list(usb.iterdir()) == []
    assert add("vẫn ghi được")


@pytest.mark.parametrize("name", ["settle", "replace"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
def test_a_backup_that_fails_late_leaves_nothing(place, monkeypatch, name, number) -> None:
    content = digest()
    fail(monkeypatch, name, number)
    with pytest.raises(Refused, match="Chưa sao lưu được"):
        file.backup()
    assert list((place / "backups").iterdir()) == []
    assert digest() == content


@pytest.mark.parametrize("spoil", [spoil_middle, cut, change_a_row, break_a_link])
def test_a_copy_that_differs_from_the_file_is_not_kept(place, monkeypatch, spoil) -> None:
    monkeypatch.setattr(disk, "settle", spoil)  # the stick that lies about what it has written
    with pytest.raises(Refused, match="Chưa sao lưu được"):
        file.backup()
    assert list((place / "backups").iterdir()) == []


def test_a_backup_inside_a_change_is_a_mistake_of_ours(place) -> None:
    copy = file.backup()
    with change("Ghi"):
        with pytest.raises(RuntimeError):
            file.backup()
        with pytest.raises(RuntimeError):
            file.restore(copy)
