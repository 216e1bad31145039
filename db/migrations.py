"""The frozen steps that bring any released file to today's schema."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from db.schema import SCHEMA_1 as SCHEMA_1
from rules.trouble import Refused

APPLICATION_ID = 0x54684B79  # "ThKy": marks the file as ours


def first(connection: Any) -> None:
    """Everything the first release keeps."""
    for statement in SCHEMA_1.split(";\n"):
        if statement.strip():
            connection.execute(statement)


STEPS: tuple[Callable[[Any], None], ...] = (first,)


def version(connection: Any) -> int:
    """How many steps the file has behind it; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def bring_up(connection: Any) -> None:
    """Runs the steps the file lacks, all or none. Raises Refused for a file of a newer program.

    Triggers are gone afterwards (history.install puts today's in); older changes stay as history
    but can no longer be undone, since their images are of other columns.
    """
    done = version(connection)
    refuse_newer(done)
    if done == len(STEPS):
        return
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN EXCLUSIVE")
    try:
        _run(connection, done)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def refuse_newer(done: int) -> None:
    if done > len(STEPS):
        raise Refused(
            "Tệp dữ liệu này do một bản Thư Ký mới hơn tạo ra, bản này không mở được.",
            "Cài bản Thư Ký mới nhất rồi mở lại; dữ liệu vẫn còn nguyên.",
        )


def _run(connection: Any, done: int) -> None:
    triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in triggers:
        connection.execute(f'DROP TRIGGER "{name}"')
    for step in STEPS[done:]:
        step(connection)
    if done:
        connection.execute("UPDATE change SET state = 'fixed' WHERE state = 'done'")
        connection.execute("UPDATE change SET state = 'dropped' WHERE state = 'undone'")
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise Refused(
            "Tệp dữ liệu cũ có chỗ trỏ tới mục không còn nên chưa nâng cấp được; tệp vẫn như cũ.",
            "Phục hồi từ một bản sao lưu khác, hoặc nhờ người cài đặt giúp.",
        )
    connection.execute(f"PRAGMA user_version = {len(STEPS)}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
