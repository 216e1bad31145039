"""The way in for workbooks of any kind, opened by what they are and not by their endings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from papers.workbooks.grid import OTHER, Stop, crowded, damaged
from papers.workbooks.table import Table
from rules.trouble import Refused

if TYPE_CHECKING:
    from papers.workbooks.workbook import Workbook

LARGEST = 60_000_000  # bytes of a file that is still taken for a clerk's
OLE, ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK"
BARE_BIFF = (b"\x09\x08",)  # a stream of Excel 95 or later outside any container
OLD_BIFF = (b"\x09\x00", b"\x09\x02", b"\x09\x04")
TEXTS = (".csv", ".txt", ".tsv")
SAVE_AS = "Hãy mở bằng Excel rồi lưu thành tệp .xlsx."


def read_table(path: Path | str, sheet: str | None = None, stop: Stop = lambda: False) -> Table:
    """The table of the sheet, or of the first sheet that has one.

    Reads .xlsx, .xlsm, .xls (Excel 95 and later), .xlsb, .ods and .csv by what is in them. Pure and slow:
    `stop` is asked often, and a True ends the reading with Refused. Raises Refused, in plain words, for
    what is missing, damaged, locked, huge or no workbook.
    """
    from papers.workbooks import tables

    path = Path(path)
    with opened(path, stop) as book:
        try:
            return tables.table(book, sheet)
        except (ValueError, KeyError, IndexError, OverflowError, EOFError, OSError) as error:
            raise damaged(path.name) from error
        except MemoryError as error:
            raise crowded(path.name) from error


def opened(path: Path, stop: Stop = lambda: False) -> Workbook:
    """The workbook by the first bytes of its file."""
    try:
        size = path.stat().st_size if path.is_file() else -1
        start = b""
        if size > 0:
            with path.open("rb") as file:
                start = file.read(512)
    except OSError as error:
        raise Refused(f"Không đọc được tệp “{path.name}”.", "Hãy đóng tệp đó rồi thử lại.") from error
    if size < 0:
        raise Refused(f"Không có tệp “{path}”.", OTHER)
    if size > LARGEST:
        raise crowded(path.name)
    if not size:
        raise Refused(f"Tệp “{path.name}” không có gì bên trong.", OTHER)
    return _book(path, start, stop)


def _book(path: Path, start: bytes, stop: Stop) -> Workbook:
    from papers.workbooks import biff_book, delimited, zipped

    if start.startswith(ZIP):
        return zipped.book(path, stop)
    if start.startswith((OLE, *BARE_BIFF)):
        return biff_book.book(path, stop)
    if start.startswith(OLD_BIFF):
        raise Refused(f"Tệp “{path.name}” của Excel quá cũ nên không đọc được.", SAVE_AS)
    if start.lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith((b"<html", b"<!doctype", b"<?xml", b"<table")):
        raise Refused(f"Tệp “{path.name}” là trang web hoặc XML, không phải bảng tính Excel.", SAVE_AS)
    if path.suffix.lower() in TEXTS:
        return delimited.book(path, stop)
    raise Refused(f"Tệp “{path.name}” không phải bảng tính.", "Hãy chọn tệp .xlsx, .xls, .ods hoặc .csv.")
