"""Named changes: the only way to write, with undo, redo, history, news for the screens."""

from __future__ import annotations

import getpass
import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import groupby
from typing import Any, NamedTuple

from db.refusals import spoken
from db.tables import HISTORY, database, table_name
from rules.trouble import Refused

listeners: list[Callable[[frozenset[str]], None]] = []

_person = ""  # the display name that history rows carry
_open: int | None = None  # id of the change that is being made


class ChangeRow(NamedTuple):
    """One line of history. kind: do, undo, redo, restore; state: done, undone, dropped, fixed."""

    id: int
    label: str
    kind: str
    of_id: int | None
    made_at: datetime
    account: str
    person: str
    state: str


class RecordChange(NamedTuple):
    """What one change made of one record; None before: it was added, None after: it was deleted."""

    change: ChangeRow
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class _Nothing(Exception):
    """Ends a change in which nothing changed: everything is rolled back, no trace is left."""


def set_person(name: str) -> None:
    """The display name written beside the PC's account from now on."""
    global _person
    _person = name


@contextmanager
def change(label: str) -> Iterator[None]:
    """One transaction, one undo step, one line of history, one piece of news.

    Inside another change it joins that one; an error then undoes the inner part. Raises Refused
    for what the clerk or the world can mend.
    """
    if _open is not None:
        with spoken(), database.atomic():
            yield
        return
    with _written(label, "do") as (change_id, tables):
        yield
        tables.update(
            row[0] for row in _run("SELECT DISTINCT tab FROM journal WHERE change_id = ?", change_id)
        )
        if not tables:
            raise _Nothing
        _run("UPDATE change SET state = 'dropped' WHERE state = 'undone'")


def undo() -> str | None:
    """Takes back the last change that stands; its label, or None where there is none."""
    return _step("undo", "undone")


def redo() -> str | None:
    """Makes the change that was undone last again; its label, or None."""
    return _step("redo", "done")


def undo_label() -> str | None:
    found = _next("undo")
    return found[1] if found else None


def redo_label() -> str | None:
    found = _next("redo")
    return found[1] if found else None


def recent(limit: int = 100) -> list[ChangeRow]:
    """The newest lines of history, newest first."""
    return [
        _change_row(row) for row in _run(f"SELECT {_COLUMNS} FROM change c ORDER BY c.id DESC LIMIT ?", limit)
    ]


def of_record(table: str, row_id: int) -> list[RecordChange]:
    """All that happened to one record, newest first; an undo shows as its own line."""
    found = _run(
        f"SELECT {_COLUMNS}, j.before, j.after FROM journal j "
        "JOIN change c ON c.id = j.change_id OR c.of_id = j.change_id "
        "WHERE j.tab = ? AND j.row_id = ? ORDER BY c.id DESC, j.id",
        table,
        row_id,
    )
    lines = []
    for _, group in groupby(found, key=lambda row: row[0]):
        rows = list(group)
        before, after = rows[0][-2], rows[-1][-1]  # the net effect of the change on this record
        line = _change_row(rows[0][:-2])
        if line.kind == "undo":
            before, after = after, before
        lines.append(RecordChange(line, _image(before), _image(after)))
    return lines


def digest(connection: Any = None) -> str:
    """Hash of all content, whatever the file's version and however it lies on the disk."""
    connection = connection or database.connection()
    total = hashlib.sha256()
    apart = ", ".join(f"'{table_name(table)}'" for table in HISTORY)
    kept = f"type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT IN ({apart})"
    for (tab,) in connection.execute(f"SELECT name FROM sqlite_master WHERE {kept} ORDER BY name").fetchall():
        names = sorted(row[1] for row in connection.execute(f'PRAGMA table_info("{tab}")'))
        total.update(f"{tab}{names}".encode())
        listed = ", ".join(f'"{name}"' for name in names)
        cursor = connection.execute(f'SELECT {listed} FROM "{tab}" ORDER BY id')
        while rows := cursor.fetchmany(1000):
            total.update(repr(rows).encode())
    return total.hexdigest()


def is_changing() -> bool:
    return _open is not None


def note(connection: Any, label: str, kind: str) -> None:
    """A line of history without a journal, such as a restore."""
    connection.execute(_INSERT, (label, kind, None, *_now_and_who(), "fixed"))


def tell(tables: frozenset[str]) -> None:
    """The news, after the commit."""
    for listener in tuple(listeners):
        listener(tables)


# -- how it is done -----------------------------------------------------------------------------

_COLUMNS = "c.id, c.label, c.kind, c.of_id, c.made_at, c.account, c.person, c.state"
_INSERT = (
    "INSERT INTO change (label, kind, of_id, made_at, account, person, state) VALUES (?, ?, ?, ?, ?, ?, ?)"
)


def _run(sql: str, *values: Any) -> Any:
    return database.execute_sql(sql, values)


@contextmanager
def _written(label: str, kind: str) -> Iterator[tuple[int, set[str]]]:
    """A transaction with its line of history; the body fills the set of tables for the news."""
    global _open
    if database.in_transaction():
        raise RuntimeError("a change must be the outermost transaction")
    tables: set[str] = set()
    try:
        with spoken(), database.transaction("IMMEDIATE"):
            _open = _run(_INSERT, label, kind, None, *_now_and_who(), "done").lastrowid
            _run("INSERT INTO open_change VALUES (1, ?, ?)", _open, kind == "do")
            yield _open, tables
            _run("DELETE FROM open_change")
    except _Nothing:
        return
    finally:
        _open = None
    tell(frozenset(tables))


def _step(kind: str, state: str) -> str | None:
    if _open is not None:
        raise RuntimeError(f"{kind} inside a change")
    label = None
    with _written("", kind) as (step_id, tables):
        found = _next(kind)
        if found is None:
            raise _Nothing
        change_id, label = found
        _run("PRAGMA defer_foreign_keys = ON")
        tables.update(_apply(change_id, kind == "undo"))
        _run("UPDATE change SET state = ? WHERE id = ?", state, change_id)
        _run("UPDATE change SET label = ?, of_id = ? WHERE id = ?", label, change_id, step_id)
    return label


def _next(kind: str) -> tuple[int, str] | None:
    if kind == "undo":
        which = "kind = 'do' AND state = 'done' ORDER BY id DESC"
    else:
        which = "kind = 'do' AND state = 'undone' ORDER BY id"
    found: tuple[int, str] | None = _run(f"SELECT id, label FROM change WHERE {which} LIMIT 1").fetchone()
    return found


def _apply(change_id: int, back: bool) -> set[str]:
    """Puts the images of one change into the tables, in the reverse order when going back."""
    order, images = ("DESC", "after, before") if back else ("ASC", "before, after")
    rows = _run(
        f"SELECT tab, row_id, {images} FROM journal WHERE change_id = ? ORDER BY id {order}", change_id
    ).fetchall()
    connection = database.connection()
    with spoken():
        for (tab, kind), group in groupby(rows, key=lambda row: (row[0], (row[2] is None, row[3] is None))):
            steps = list(group)
            sql, values = _statement(tab, kind, steps)
            if connection.executemany(sql, values).rowcount != len(steps):
                raise Refused(
                    "Dữ liệu hiện có khác với lịch sử nên chưa hoàn tác được; dữ liệu vẫn như cũ.",
                    "Sao lưu dữ liệu rồi chạy mục kiểm tra dữ liệu.",
                )
    return {row[0] for row in rows}


def _statement(tab: str, kind: tuple[bool, bool], steps: list[Any]) -> tuple[str, list[Any]]:
    """One statement for a run of like steps: (was absent, becomes absent) tells which."""
    was_absent, goes = kind
    if goes:
        return f'DELETE FROM "{tab}" WHERE id = ?', [(step[1],) for step in steps]
    images = [json.loads(step[3]) for step in steps]
    names = list(images[0])
    values = [tuple(image[name] for name in names) for image in images]
    if was_absent:
        listed = ", ".join(f'"{name}"' for name in names)
        return f'INSERT INTO "{tab}" ({listed}) VALUES ({", ".join("?" * len(names))})', values
    listed = ", ".join(f'"{name}" = ?' for name in names)
    return f'UPDATE "{tab}" SET {listed} WHERE id = ?', [
        (*row, step[1]) for row, step in zip(values, steps, strict=True)
    ]


def _image(text: str | None) -> dict[str, Any] | None:
    return json.loads(text) if text else None


def _change_row(row: tuple[Any, ...]) -> ChangeRow:
    return ChangeRow._make((*row[:4], datetime.fromisoformat(row[4]), *row[5:]))


def _now_and_who() -> tuple[str, str, str]:
    try:
        account = getpass.getuser()
    except (KeyError, OSError, ImportError):  # an account without a name
        account = ""
    return datetime.now().astimezone().isoformat(timespec="seconds"), account, _person
