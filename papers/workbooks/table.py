"""A table as it was found in a workbook: its headings, its rows, and what was left out of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeAlias

Value: TypeAlias = str | int | float | date | datetime | bool | None


@dataclass(frozen=True)
class Row:
    """One row of data; `cells` stand under the table's `columns`."""

    number: int  # as Excel shows it
    cells: tuple[Value, ...]
    group: str = ""  # words of the group row above it ("I. Khối Đảng"), "" outside groups


@dataclass(frozen=True)
class LeftOut:
    """A row below the heading that is no data: its words and, in the clerk's words, why it is none."""

    row: int  # as Excel shows it; the first one of several blank rows
    words: str
    why: str


@dataclass(frozen=True)
class Table:
    """One sheet's table. Without any heading `header_row` is 0 and every column is nameless."""

    sheets: tuple[str, ...] = ()  # names of all sheets with cells, hidden ones too
    sheet: str = ""
    header_row: int = 0  # the heading's last row, just above the data
    header_rows: tuple[int, ...] = ()
    columns: tuple[str, ...] = ()  # "Năm sinh — Nam" where two rows make the heading; "" without one
    letters: tuple[str, ...] = ()  # of each column, as Excel shows it
    rows: tuple[Row, ...] = ()
    first_row: int = 0  # of the data; 0 without data
    last_row: int = 0
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[str, ...] = field(default=())
    titles: tuple[str, ...] = ()  # lines above the heading


def letter(column: int) -> str:
    """Excel's letters of a column counted from 1."""
    said = ""
    while column > 0:
        column, left = divmod(column - 1, 26)
        said = chr(65 + left) + said
    return said


def address(row: int, column: int) -> str:
    """Excel's name of a cell, both counted from 1: "B7"."""
    return f"{letter(column)}{row}"
