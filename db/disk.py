"""The one layer through which files of the data folder are opened, moved and removed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlcipher3 import dbapi2 as driver

SIDES = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a file
BUSY_MS = 3000  # how long we wait for another program that writes to the same file


def connect(path: str, password: str | None = None, readonly: bool = False) -> Any:
    """A connection without pragmas; `path` may be ":memory:". Raises the driver's errors."""
    if path == ":memory:":
        return driver.connect(path, isolation_level=None)
    mode = "rwc"
    if readonly:
        # without a log nobody has the file open, and "immutable" then leaves nothing beside it
        mode = "ro" if any(Path(path + side).exists() for side in SIDES) else "ro&immutable=1"
    place = Path(path).absolute().as_posix()
    address = f"file://{'' if place.startswith('/') else '/'}{quote(place, safe='/:')}?mode={mode}"
    connection = driver.connect(address, isolation_level=None, uri=True, timeout=BUSY_MS / 1000)
    if password:
        connection.execute("PRAGMA cipher_log_level = NONE")  # a wrong password is no news for the console
        connection.execute("PRAGMA key='{}'".format(password.replace("'", "''")))
    return connection


def make_folder(path: Path) -> None:
    path.mkdir(parents=True, exist_ok=True)


def may_write(path: Path) -> bool:
    return os.access(path, os.W_OK)


def replace(source: Path, target: Path) -> None:
    """Atomic within one folder: the target is the old file or the new one, never half."""
    os.replace(source, target)


def keep(source: Path, target: Path) -> None:
    """A second name for a file, or a copy where the drive has no second names."""
    try:
        os.link(source, target)
    except OSError:
        copy(source, target)


def copy(source: Path, target: Path) -> None:
    shutil.copy2(source, target)


def remove(path: Path) -> None:
    path.unlink(missing_ok=True)


def head(path: Path, size: int = 16) -> bytes:
    with path.open("rb") as stream:
        return stream.read(size)


def settle(path: Path) -> None:
    """Forces a finished file from the system's memory to the medium."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())
