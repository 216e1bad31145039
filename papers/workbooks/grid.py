"""The cells of one sheet as its reader found them, within bounds that an honest workbook never meets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from papers.workbooks.table import Value, address
from rules.trouble import Refused

MOST_CELLS = 1_500_000  # filled ones of a sheet: 100,000 people with fifteen columns
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384  # of a sheet of any program
MOST_AREAS = 200_000  # merged ones; more of them no longer count
OFTEN = 4096  # cells between two looks whether to stop
NAMED = 5  # cells named in one warning
OTHER = "Hãy chọn một tệp khác."

Stop: TypeAlias = Callable[[], bool]
Area: TypeAlias = tuple[int, int, int, int]  # first row, first column, last row, last column, from 1


@dataclass
class Grid:
    """Filled cells by row and column, both from 1; text in them is already Unicode and clean."""

    file: str
    name: str
    stop: Stop = lambda: False
    rows: dict[int, dict[int, Value]] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)  # rows
    hidden_columns: set[int] = field(default_factory=set)
    uncounted: list[str] = field(default_factory=list)  # cells with a formula and no value kept
    faults: list[str] = field(default_factory=list)  # cells with an error and its sign
    sayings: list[str] = field(default_factory=list)
    cells: int = 0

    def put(self, row: int, column: int, value: Value) -> None:
        """Keep a cell; Refused when the sheet holds more than any clerk's, or the clerk has stopped it."""
        if value is None or value == "" or row > MOST_ROWS or column > MOST_COLUMNS:
            return
        self.cells += 1
        if self.cells > MOST_CELLS:
            raise crowded(self.file)
        if self.cells % OFTEN == 0:
            self.look()
        self.rows.setdefault(row, {})[column] = value

    def look(self) -> None:
        """Refused when the clerk no longer waits for the file."""
        if self.stop():
            raise Refused(f"Đã dừng đọc tệp “{self.file}”.")

    def uncount(self, row: int, column: int) -> None:
        """A formula whose value the file does not hold."""
        self._note(self.uncounted, address(row, column))

    def fault(self, row: int, column: int, sign: str) -> None:
        self._note(self.faults, f"{address(row, column)} ({sign})")

    def _note(self, cells: list[str], said: str) -> None:
        """Noted cells count as filled ones: there may be no more of them."""
        self.cells += 1
        if self.cells > MOST_CELLS:
            raise crowded(self.file)
        cells.append(said)

    def hide_columns(self, first: int, last: int) -> None:
        self.hidden_columns.update(range(max(1, first), min(last, MOST_COLUMNS) + 1))

    def merge(self, area: Area) -> None:
        if (area[2] > area[0] or area[3] > area[1]) and len(self.merged) < MOST_AREAS:
            self.merged.append(area)


def crowded(file: str) -> Refused:
    """What is said of a workbook that no honest work can have filled."""
    return Refused(f"Tệp “{file}” lớn hoặc phức tạp bất thường nên không đọc.", OTHER)


def damaged(file: str) -> Refused:
    return Refused(
        f"Tệp “{file}” đã hỏng nên không đọc được.", "Hãy mở bằng Excel, lưu lại rồi chọn tệp mới."
    )


def locked(file: str) -> Refused:
    return Refused(
        f"Tệp “{file}” có mật khẩu nên không đọc được.",
        "Hãy mở bằng Excel, bỏ mật khẩu, lưu lại rồi chọn tệp đó.",
    )


def named(cells: Iterable[str]) -> str:
    """The first few of the cells and how many more: "C5, C9 và 12 ô nữa"."""
    every = list(cells)
    said = ", ".join(every[:NAMED])
    return f"{said} và {len(every) - NAMED} ô nữa" if len(every) > NAMED else said
