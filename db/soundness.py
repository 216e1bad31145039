"""Whether a database file is readable, ours, of a known version, without a fault inside."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from sqlcipher3.dbapi2 import DatabaseError

from db import disk, history, migrations, triggers
from db.refusals import DAMAGED, NAMES, spoken
from db.tables import CONTENT, TABLES, DayField, table_name
from rules.trouble import Refused

HEADER = b"SQLite format 3\0"
NOT_OURS = (
    "Tệp này là dữ liệu của một chương trình khác, không phải của Thư Ký.",
    "Chọn thư mục hoặc tệp khác; tệp này được để nguyên.",
)
UNREADABLE = (
    "Mật khẩu không đúng, hoặc tệp dữ liệu bị hỏng.",
    "Nhập lại mật khẩu; nếu vẫn lỗi, phục hồi từ bản sao lưu.",
)


def examine(path: Path, password: str | None = None, thorough: bool = False) -> int:
    """The file's version, 0 where it is empty. Reads only; raises Refused for a file we must not open.

    `thorough` also compares indexes with their tables and follows every link.
    """
    start = disk.head(path)
    if not start:
        return 0
    if not password and start != HEADER:
        raise Refused(*DAMAGED)
    with closing(disk.connect(str(path), password, readonly=True)) as connection:
        if password and not _opens(connection):
            raise Refused(*UNREADABLE)
        with spoken():
            return _examined(connection, thorough)


def _opens(connection: Any) -> bool:
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except DatabaseError as error:
        if "not a database" in str(error):
            return False
        raise
    return True


def _examined(connection: Any, thorough: bool) -> int:
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    done = migrations.version(connection)
    names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if mark == 0 and not names:
        return 0
    if mark != migrations.APPLICATION_ID:
        raise Refused(*NOT_OURS)
    migrations.refuse_newer(done)
    is_whole = done < len(migrations.STEPS) or {table_name(table) for table in TABLES} <= names
    if not is_whole or damage(connection, thorough) or (thorough and broken_links(connection)):
        raise Refused(*DAMAGED)
    return done


def damage(connection: Any, thorough: bool) -> int:
    """How many faults SQLite finds in the file's structure (it stops at 100)."""
    check = "integrity_check" if thorough else "quick_check"
    try:
        rows = connection.execute(f"PRAGMA {check}").fetchall()
    except DatabaseError as error:
        if "malformed" in str(error):
            return 1
        raise
    return 0 if rows == [("ok",)] else len(rows)


def broken_links(connection: Any) -> dict[str, int]:
    """Table → how many of its rows point to a row that is not there."""
    counts: dict[str, int] = {}
    for row in connection.execute("PRAGMA foreign_key_check"):
        counts[row[0]] = counts.get(row[0], 0) + 1
    return counts


def verify(path: Path, password: str | None, content: str) -> None:
    """Reads a finished copy from the disk again; raises Refused unless it is sound and holds `content`."""
    examine(path, password, thorough=True)
    with closing(disk.connect(str(path), password, readonly=True)) as connection:
        if history.digest(connection) != content:
            raise Refused("Bản chép không giống dữ liệu gốc nên đã bị bỏ.", "Kiểm tra ổ đĩa rồi làm lại.")


def complaints(connection: Any) -> list[str]:
    """What is wrong with the content of the open file, in plain sentences."""
    found = []
    if count := damage(connection, thorough=True):
        found.append(f"Tệp dữ liệu có {count} chỗ hỏng; hãy phục hồi từ một bản sao lưu.")
        return found
    for tab, count in broken_links(connection).items():
        found.append(f"Có {count} dòng “{NAMES.get(tab, 'lịch sử')}” trỏ tới mục không còn.")
    found += [
        f"Có {count} dòng “{NAMES[table_name(table)]}” mang ngày không đọc được."
        for table in CONTENT
        if (count := _unreadable_days(connection, table))
    ]
    if not triggers.is_installed(connection):
        found.append("Phần bảo vệ ghi của tệp dữ liệu không đầy đủ; đóng rồi mở lại chương trình.")
    return found


def _unreadable_days(connection: Any, table: Any) -> int:
    days = [field.column_name for field in table._meta.sorted_fields if isinstance(field, DayField)]
    if not days:
        return 0
    wrong = " OR ".join(f'"{name}" IS NOT date("{name}")' for name in days)
    return int(connection.execute(f'SELECT count(*) FROM "{table_name(table)}" WHERE {wrong}').fetchone()[0])
