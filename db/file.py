"""The data folder: its file opened with all safety settings, its verified backups."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from db import disk, history, migrations, soundness, triggers
from db.refusals import LOCKED, READONLY, spoken
from db.tables import CONTENT, database, table_name
from rules.trouble import Refused

__all__ = [
    "backup", "backups", "check", "close_file", "database", "folder", "open_file", "open_memory", "restore",
]  # fmt: skip

NAME = "thuky.db"
FOLDERS = ("attachments", "backups", "templates", "logs")

_folder: Path | None = None  # also after a refused opening, so that a backup can be restored there
_password: str | None = None


def open_file(folder: Path, password: str | None = None) -> None:
    """Opens the folder's file, makes what is absent, brings an older file up after a backup.

    Raises Refused (damaged, newer, not ours, read-only, full, locked) and leaves the file as it was.
    """
    global _folder, _password
    close_file()
    _folder, _password = folder, password
    path = folder / NAME
    with spoken(disk=True), _closing_on_failure():
        disk.make_folder(folder)
        is_new = not path.exists()
        if not disk.may_write(folder) or not (is_new or disk.may_write(path)):
            raise Refused(*READONLY)
        done = 0 if is_new else soundness.examine(path, password)
        for name in FOLDERS:
            disk.make_folder(folder / name)
        with _removing_on_failure(path, is_new):
            _connect(str(path))
            _prepare(done)


def open_memory() -> None:
    """An empty file in memory, for tests."""
    global _folder, _password
    close_file()
    _folder = _password = None
    _connect(":memory:")
    _empty().backup(database.connection())


def close_file() -> None:
    if not database.is_closed():
        database.close()


def folder() -> Path:
    """The folder last opened. Raises RuntimeError where there is none (a file in memory)."""
    if _folder is None:
        raise RuntimeError("no data folder is open")
    return _folder


def backup(to: Path | None = None) -> Path:
    """Makes a copy, proves it, then gives it its name; `to` is an existing folder (default: backups).

    Raises Refused, and then leaves nothing behind.
    """
    if history.is_changing():
        raise RuntimeError("backup inside a change")
    try:
        with spoken(disk=True):
            if to is not None and not to.is_dir():
                raise Refused(
                    f"Không tìm thấy thư mục “{to}”.", "Cắm USB hoặc chọn thư mục khác rồi làm lại."
                )
            target = _free_name((to or folder() / "backups") / f"thuky-{datetime.now():%Y-%m-%d-%H%M%S}.db")
            part = target.with_name(target.name + ".part")
            with _removing_on_failure(part):
                connection = database.connection()
                _copy(connection, part)
                disk.settle(part)
                soundness.verify(part, _password, history.digest(connection))
                disk.replace(part, target)
    except Refused as refused:
        raise Refused(f"Chưa sao lưu được. {refused.what}", refused.do) from refused
    return target


def backups() -> list[Path]:
    """The backups in the folder's own place, newest first."""
    return sorted((folder() / "backups").glob("thuky-*.db"), reverse=True)


def restore(path: Path) -> None:
    """Puts a backup in the place of the present file, which is kept as a backup first.

    A present file that is damaged is kept under the name "hong-…". Raises Refused, and then the
    present file is as it was.
    """
    if history.is_changing():
        raise RuntimeError("restore inside a change")
    place = folder() / NAME
    fresh = place.with_name(NAME + ".restoring")
    try:
        with spoken(disk=True), _removing_on_failure(fresh):
            _make_fresh(path, fresh)
            _swap(fresh, place)
    except Refused as refused:
        raise Refused(
            f"Chưa phục hồi được; dữ liệu hiện có vẫn như cũ. {refused.what}", refused.do
        ) from refused
    history.tell(frozenset(table_name(table) for table in CONTENT))


def check() -> list[str]:
    """What is wrong with the data, in plain sentences; empty when all is well."""
    with spoken(disk=True):
        found = soundness.complaints(database.connection())
        if _folder is not None:
            found += [
                f"Thiếu thư mục “{name}” trong thư mục dữ liệu."
                for name in FOLDERS
                if not (_folder / name).is_dir()
            ]
    return found


# -- how it is done -----------------------------------------------------------------------------


def _connect(path: str) -> None:
    pragmas = {
        "busy_timeout": disk.BUSY_MS,
        "journal_mode": "wal",
        "synchronous": "full",
        "foreign_keys": 1,
        "recursive_triggers": 1,  # so that REPLACE is journaled as a deletion too
    }
    database.init(path, pragmas=pragmas, passphrase=_password)  # peewee remembers the last one otherwise
    database.connect()


@cache
def _empty() -> Any:
    """Today's schema in memory, made once: a copy of it takes a tenth of the time."""
    connection = disk.connect(":memory:")
    migrations.bring_up(connection)
    triggers.install(connection)
    return connection


def _prepare(done: int) -> None:
    connection = database.connection()
    # a file that may only be read opens without complaint and says so at the first write
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"PRAGMA user_version = {done}")
    connection.execute("ROLLBACK")
    if 0 < done < len(migrations.STEPS):
        backup()
    migrations.bring_up(connection)
    triggers.install(connection)


@contextmanager
def _closing_on_failure() -> Iterator[None]:
    try:
        yield
    except BaseException:
        close_file()
        raise


@contextmanager
def _removing_on_failure(path: Path, wanted: bool = True) -> Iterator[None]:
    """A half-made file goes with what SQLite kept beside it; the cause is what is reported."""
    try:
        yield
    except BaseException:
        if wanted:
            if database.database == str(path):
                close_file()
            _remove(path)
        raise


def _remove(path: Path) -> None:
    for side in ("", *disk.SIDES):
        disk.remove(_beside(path, side))


def _beside(path: Path, side: str) -> Path:
    return path.with_name(path.name + side)


def _free_name(path: Path) -> Path:
    """The same name with a number where the second has already seen a backup."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def _copy(source: Any, target: Path) -> None:
    """The copy is one file: it needs no log beside it, also on a medium that only reads."""
    with closing(disk.connect(str(target), _password)) as connection:
        source.backup(connection)
        connection.execute("PRAGMA journal_mode = DELETE")


def _make_fresh(path: Path, fresh: Path) -> None:
    """The backup, proved, brought up to today, with its line of history, not yet in its place."""
    if not path.is_file():
        raise Refused(f"Không tìm thấy bản sao lưu “{path.name}”.", "Chọn bản sao lưu khác.")
    if soundness.examine(path, _password, thorough=True) == 0:
        raise Refused(f"Tệp “{path.name}” không có dữ liệu.", "Chọn bản sao lưu khác.")
    _remove(fresh)
    with closing(disk.connect(str(path), _password, readonly=True)) as source:
        _copy(source, fresh)
        soundness.verify(fresh, _password, history.digest(source))
    with closing(disk.connect(str(fresh), _password)) as connection:
        migrations.bring_up(connection)
        triggers.install(connection)
        history.note(connection, f"Phục hồi từ bản sao lưu {path.name}", "restore")
        connection.execute("PRAGMA journal_mode = WAL")
    soundness.examine(fresh, _password, thorough=True)
    disk.settle(fresh)


def _swap(fresh: Path, place: Path) -> None:
    """One atomic step puts the fresh file in; whatever fails, the present file opens again."""
    was_open = not database.is_closed()
    kept = _keep_present(place)
    try:
        close_file()
        if was_open:
            _refuse_in_use(place)
        for side in disk.SIDES:
            disk.remove(_beside(place, side))
        disk.replace(fresh, place)
        open_file(folder(), _password)
    except BaseException:
        close_file()
        _put_back(kept, fresh, place)
        if was_open:
            with suppress(Refused):  # the first cause is what is reported
                open_file(folder(), _password)
        raise


def _put_back(kept: Path | None, fresh: Path, place: Path) -> None:
    """What was kept returns where the fresh file has already taken its place."""
    if kept is None:
        return
    if not fresh.exists():
        disk.copy(kept, fresh)
        disk.replace(fresh, place)
    for side in disk.SIDES:
        if _beside(kept, side).exists() and not _beside(place, side).exists():
            disk.copy(_beside(kept, side), _beside(place, side))


def _keep_present(place: Path) -> Path | None:
    """A verified backup where the present file is sound; where not, the file itself under another name."""
    if not database.is_closed():
        try:
            return backup()
        except Refused:
            if not _is_damaged(place):
                raise
    if not place.exists():
        return None
    close_file()
    aside = _free_name(folder() / "backups" / f"hong-{datetime.now():%Y-%m-%d-%H%M%S}.db")
    for side in ("", *disk.SIDES):
        if _beside(place, side).exists():
            disk.keep(_beside(place, side), _beside(aside, side))
    return aside


def _is_damaged(path: Path) -> bool:
    try:
        soundness.examine(path, _password, thorough=True)
    except Refused:
        return True
    return False


def _refuse_in_use(place: Path) -> None:
    """A log left after closing means that another program still has the file open."""
    log = _beside(place, "-wal")
    if log.exists() and log.stat().st_size:
        raise Refused(*LOCKED)
