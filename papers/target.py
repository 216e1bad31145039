"""The file or folder that papers are written to: complete or not there at all."""

from __future__ import annotations

import errno
import os
import re
import secrets
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rules.trouble import Refused

FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
LONGEST_NAME = 240  # characters; Windows allows 255 with the ending of the temporary name
CHOOSE = "Hãy chọn nơi lưu khác."


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Lend an empty name beside `path`; on leaving put what was written there in the place of `path`.

    Raises Refused when the name is forbidden, the folder missing or closed to writing, the disk full,
    or the target open in another program. Nothing is left behind then, and an older `path` stays as it was.
    """
    _check_name(path)
    _check_target(path)
    beside = path.with_name(f".{secrets.token_hex(6)}.tmp")
    try:
        yield beside
        _settle(beside)
        os.replace(beside, path)
    except OSError as error:
        raise _refused(error, path) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


@contextmanager
def gathering(path: Path) -> Iterator[Path]:
    """Lend an empty folder beside `path`; on leaving it takes that name, which nothing may bear yet.

    Raises Refused as `replacing` does. Nothing is left behind when anything goes wrong on the way.
    """
    _check_name(path)
    _check_target(path)
    beside = path.with_name(f".{secrets.token_hex(6)}.tmp")
    try:
        beside.mkdir()
        yield beside
        os.rename(beside, path)
    except OSError as error:
        raise _refused(error, path) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _check_name(path: Path) -> None:
    name = path.name
    if FORBIDDEN.search(name) or RESERVED.fullmatch(name) or name != name.rstrip(" .") or not name:
        what = f"Tên tệp “{name}” không dùng được trên Windows."
        raise Refused(what, 'Hãy bỏ các dấu < > : " / \\ | ? * và dấu chấm, dấu cách ở cuối tên.')
    if len(name) > LONGEST_NAME:
        raise Refused(f"Tên tệp dài {len(name)} ký tự, quá {LONGEST_NAME} ký tự.", "Hãy đặt tên ngắn hơn.")


def _check_target(path: Path) -> None:
    if not path.parent.is_dir():
        raise Refused(f"Không có thư mục “{path.parent}”.", "Hãy chọn một thư mục có sẵn.")
    if path.is_dir():
        raise Refused(f"“{path.name}” là một thư mục.", "Hãy đặt tên khác cho tệp.")
    if path.exists() and not path.stat().st_mode & stat.S_IWRITE:
        raise Refused(f"Tệp “{path.name}” chỉ cho đọc.", "Hãy lưu với tên khác.")


def _settle(path: Path) -> None:
    """Make the disk keep the bytes before the old file goes."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _refused(error: OSError, path: Path) -> Refused:
    folder = f"thư mục “{path.parent}”"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Refused(f"Ổ đĩa đã đầy, chưa lưu được “{path.name}”.", f"Hãy dọn bớt ổ đĩa. {CHOOSE}")
    if error.errno == errno.EROFS:
        return Refused(f"Ổ đĩa chứa {folder} chỉ cho đọc.", CHOOSE)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EBUSY):
        if path.exists():
            what = f"Tệp “{path.name}” đang mở trong chương trình khác hoặc không được phép ghi."
            return Refused(what, "Hãy đóng tệp đó rồi lưu lại, hoặc lưu với tên khác.")
        return Refused(f"Không được phép ghi vào {folder}.", CHOOSE)
    if error.errno == errno.ENAMETOOLONG:
        return Refused(f"Đường dẫn tới “{path.name}” quá dài.", "Hãy chọn thư mục gần hơn hoặc tên ngắn hơn.")
    return Refused(f"Chưa lưu được “{path.name}” vào {folder}.", CHOOSE)
