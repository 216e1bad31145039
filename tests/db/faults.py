"""What can befall a data folder, done on purpose."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from db import disk
from db.history import change, digest
from db.tables import Setting


def add(name: str) -> str:
    """Writes something; the digest after it."""
    with change(f"Ghi {name}"):
        Setting.create(name=name, value="")
    return digest()


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def fail(
    monkeypatch, name: str, number: int = errno.ENOSPC, when: Callable[..., bool] = lambda *_: True
) -> None:
    """From now on one function of the disk fails as the system would."""
    real = getattr(disk, name)

    def broken(*args: Any) -> Any:
        if when(*args):
            raise OSError(number, os.strerror(number))
        return real(*args)

    monkeypatch.setattr(disk, name, broken)


def small_disk(monkeypatch, ending: str, pages: int) -> None:
    """Files with this ending hit the end of the disk after so many pages."""
    real = disk.connect

    def connect(path: str, *args: Any, **options: Any) -> Any:
        connection = real(path, *args, **options)
        if path.endswith(ending):
            connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    monkeypatch.setattr(disk, "connect", connect)


def spoil_header(path: Path) -> None:
    path.write_bytes(os.urandom(5000))


def spoil_middle(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096 * 3 : 4096 * 6] = os.urandom(4096 * 3)
    path.write_bytes(data)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def cut_in_the_header(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:50])


def text(path: Path) -> None:
    path.write_text("Đây không phải là cơ sở dữ liệu.", encoding="utf-8")


def lose_a_table(path: Path) -> None:
    connection = disk.connect(str(path))
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DROP TABLE journal")
    connection.close()


def other_program(path: Path) -> None:
    connection = disk.connect(str(path))
    connection.execute("PRAGMA application_id = 1234")
    connection.close()


def unmarked(path: Path) -> None:
    path.unlink()
    connection = disk.connect(str(path))
    connection.execute("CREATE TABLE customers (id INTEGER)")
    connection.close()


def newer(path: Path) -> None:
    connection = disk.connect(str(path))
    connection.execute("PRAGMA user_version = 99")
    connection.close()


DAMAGE = (spoil_header, spoil_middle, cut, cut_in_the_header, text, lose_a_table)


def change_a_row(path: Path) -> None:
    connection = disk.connect(str(path))
    connection.execute("DROP TRIGGER guard_update_person")
    connection.execute("UPDATE person SET full_name = 'khác' WHERE id = 7")
    connection.close()


def break_a_link(path: Path) -> None:
    connection = disk.connect(str(path))
    connection.execute("DROP TRIGGER guard_insert_unit")
    connection.execute("INSERT INTO unit (kind_id) VALUES (99)")
    connection.close()
