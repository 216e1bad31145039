"""The triggers by which the file itself refuses an unnamed write and journals a named one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from db.refusals import GUARD
from db.tables import CONTENT, Record, columns, table_name


def install(connection: Any) -> None:
    """Puts the guarding and the writing triggers into the file, where they are not already so."""
    wanted, there = _wanted(), _there(connection)
    if there == wanted:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for name in there:
            connection.execute(f'DROP TRIGGER "{name}"')
        for sql in wanted.values():
            connection.execute(sql)
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def is_installed(connection: Any) -> bool:
    return _there(connection) == _wanted()


def _there(connection: Any) -> dict[str, str]:
    return dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))


def _wanted() -> dict[str, str]:
    return {name: sql for table in CONTENT for name, sql in _triggers(table)}


def _triggers(table: type[Record]) -> Iterator[tuple[str, str]]:
    tab, names = table_name(table), columns(table)
    none_open = "NOT EXISTS (SELECT 1 FROM open_change)"
    differs = " OR ".join(f'old."{name}" IS NOT new."{name}"' for name in names)
    writing = {
        "INSERT": ("", "new.id", "NULL", _json("new", names)),
        "UPDATE": (f"WHEN {differs} ", "old.id", _json("old", names), _json("new", names)),
        "DELETE": ("", "old.id", _json("old", names), "NULL"),
    }
    for verb, (when, row_id, before, after) in writing.items():
        # an id is what the journal finds a row by, so it never changes
        broken = f"{none_open} OR new.id IS NOT old.id" if verb == "UPDATE" else none_open
        name = f"guard_{verb.lower()}_{tab}"
        yield (
            name,
            f'CREATE TRIGGER {name} BEFORE {verb} ON "{tab}" WHEN {broken} '
            f"BEGIN SELECT RAISE(ABORT, '{GUARD}'); END",
        )
        name = f"journal_{verb.lower()}_{tab}"
        yield (
            name,
            f'CREATE TRIGGER {name} AFTER {verb} ON "{tab}" {when}'
            "BEGIN INSERT INTO journal (change_id, tab, row_id, before, after) "
            f"SELECT change_id, '{tab}', {row_id}, {before}, {after} "
            "FROM open_change WHERE writes_journal = 1; END",
        )


def _json(side: str, names: tuple[str, ...]) -> str:
    return "json_object(" + ", ".join(f"'{name}', {side}.\"{name}\"" for name in names) + ")"
