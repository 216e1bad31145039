"""Which rows below a heading are data, and which are totals, notes, groups, blanks or headings again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from papers.workbooks.grid import Grid
from papers.workbooks.heading import Heading, is_words
from papers.workbooks.table import LeftOut, Row, Value
from rules.text import clean, fold

WORDS = 200  # letters shown of a row that is left out
TOTAL = re.compile(
    r"(tong cong|tong so|cong chung|tong chung|tong|cong|cong don|luy ke|cong trang|cong mang sang|mang sang)"
    r"(\s*\(.*\))?(\s*[:=].*|\s*\d.*|\s*(cac |so )?(dai bieu|dong chi|nguoi|don vi|van ban).{0,30})?"
)
NOTE = re.compile(
    r"(\(?\*+\)?|ghi chu\s*[:.]|luu y\s*[:.]|chu thich|danh sach (nay )?(co|gom)|nguoi lap|nguoi tong hop"
    r"|noi nhan|t/m|tm\.|tl\.|kt\.|t/l|k/t|(.{0,40}, )?ngay .{0,12}thang|ngay \.+|xac nhan|\(ky|ky ten"
    r"|an dinh|ban danh sach|lap bieu|thu truong|nguon\s*:)"
)
MARK = re.compile(r"[IVXL]{1,6}|[A-ZĐ]|[a-zđ]|[IVX]+\.\d+", re.UNICODE)
COUNT = re.compile(r"\d{1,6}[.)]?")
NUMBERED = re.compile(r"\(?(\d{1,2}|[A-Z])\)?")
ORDER = ("stt", "so tt", "tt", "so thu tu", "st", "s tt", "no", "so")
BLANK, GROUP = "dòng trống", "dòng nhóm"


@dataclass
class Sorted:
    rows: list[Row] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


class Sorter:
    """One sheet's rows below its heading, told apart one by one."""

    def __init__(self, grid: Grid, heading: Heading, columns: list[int]) -> None:
        self.grid, self.heading, self.columns = grid, heading, columns
        self.place = {column: number for number, column in enumerate(columns)}
        self.headings = [
            {self.place[c]: _level(v) for c, v in grid.rows.get(row, {}).items() if c in self.place}
            for row in heading.rows
        ]
        self.raw = {v for row in heading.rows for v in grid.rows.get(row, {}).values() if isinstance(v, str)}
        above = (row for number, row in grid.rows.items() if number < (heading.rows or (0,))[0])
        self.titles = {_level(value) for row in above for value in row.values()}
        names = [_level(heading.columns.get(column, "")) for column in columns]
        self.order = next((place for place, name in enumerate(names) if name in ORDER), -1)
        self.numbers = [number for number in sorted(grid.rows) if number > heading.last]
        self.down = _merged_down(grid, columns, heading.last)
        self._usual, self._counted, self._filled = 1, 0, 0  # cells of a row; rows with a number, with cells
        self.last = self._last_data()
        self.found, self.group = Sorted(), ""
        self.above = 0  # the row last taken as data

    def sort(self) -> Sorted:
        expected = self.heading.last + 1
        for number in self.numbers:
            if number > expected and self.found.rows and number <= self.last:
                self._blank(expected, number - 1)
            expected = number + 1
            self.grid.look() if number % 1024 == 0 else None
            self._take(number)
        return self.found

    def _blank(self, first: int, last: int) -> None:
        many = f"{last - first + 1} {BLANK} ({first}–{last})" if last > first else BLANK
        self.found.left_out.append(LeftOut(first, "", many))

    def _take(self, number: int) -> None:
        cells = self.cells(number)
        why = self._why(number, cells)
        if why in ("", GROUP) and self._continues(number, cells):
            self._join(number, cells)
            return
        if why == GROUP:
            self.group = clean(" ".join(_said(value) for value in cells.values()))
        if why:
            row = cells or self.grid.rows[number]
            words = clean("; ".join(_said(value) for _, value in sorted(row.items())))
            self.found.left_out.append(LeftOut(number, words[:WORDS], why))
            return
        full = {**{p: v for p, v in self.down.get(number, {}).items() if p not in cells}, **cells}
        self.above = number
        row_cells = tuple(full.get(place) for place in range(len(self.columns)))
        self.found.rows.append(Row(number, row_cells, self.group))

    def cells(self, number: int) -> dict[int, Value]:
        row = self.grid.rows[number]
        return {self.place[column]: value for column, value in sorted(row.items()) if column in self.place}

    def _why(self, number: int, cells: Mapping[int, Value]) -> str:
        if not cells:
            return "ô ngoài bảng"
        if not self.heading.rows:
            return ""  # nothing says what a row of this sheet is
        if self._repeats(cells):
            return "tiêu đề bảng lặp lại"
        if self._is_numbering(cells):
            return "dòng đánh số cột"
        if self._is_total(cells):
            return "dòng cộng"
        if number > self.last:
            return "ghi chú cuối bảng"
        if len(cells) == 1 and _level(next(iter(cells.values()))) in self.titles:
            return "tiêu đề trang lặp lại"
        if len(self.columns) > 1 and self._is_note(cells):
            return "dòng ghi chú"
        return GROUP if self._is_group(number, cells) else ""

    def _repeats(self, cells: Mapping[int, Value]) -> bool:
        if self.raw.isdisjoint(value for value in cells.values() if isinstance(value, str)):
            return False
        levelled = {place: _level(value) for place, value in cells.items()}
        return any(
            levelled == one or (len(one) > 2 and _alike(levelled, one)) for one in self.headings if one
        )

    def _is_note(self, cells: Mapping[int, Value]) -> bool:
        first = next(iter(cells.values()))
        return len(cells) <= 2 and isinstance(first, str) and bool(NOTE.match(fold(first).strip()))

    def _is_numbering(self, cells: Mapping[int, Value]) -> bool:
        """(1) (2) (3), or A B 1 2, under the heading."""
        if len(cells) < 2 or len(cells) * 2 <= len(self.columns):
            return False
        said = [NUMBERED.fullmatch(str(value)) for value in cells.values() if not isinstance(value, bool)]
        marks = [one[1] for one in said if one]
        counted = [int(one) for one in marks if one.isdigit()]
        lettered = [one for one in marks if not one.isdigit()]
        if len(marks) != len(cells) or (counted and counted[0] > 2):
            return False
        return (
            (len(counted) + len(lettered) > 2 or not lettered)
            and counted == list(range(counted[0], counted[0] + len(counted)) if counted else [])
            and lettered == [chr(65 + n) for n in range(len(lettered))]
        )

    def _is_total(self, cells: Mapping[int, Value]) -> bool:
        first = next((one for one in cells.values() if isinstance(one, str) and is_words(one)), "")
        order = cells.get(self.order) if self.order >= 0 else None
        if isinstance(order, int) and not isinstance(order, bool):
            return False  # a line with its own number
        return bool(TOTAL.fullmatch(fold(clean(first)).strip(" .:*")))

    def _is_group(self, number: int, cells: Mapping[int, Value]) -> bool:
        """One line of words alone, or behind a Roman number or a letter, with data after it."""
        if (
            len(self.columns) < 2
            or number >= self.last
            or any(not isinstance(v, str) for v in cells.values())
        ):
            return False
        words = [str(value) for value in cells.values()]
        marked = len(words) == 2 and MARK.fullmatch(words[0].strip(" .)")) is not None
        if not marked and len(words) != 1:
            return False
        if marked:
            return len(self.columns) > 2 or self.order == 0
        wide = any(a[0] == number == a[2] and a[3] - a[1] >= 1 for a in self.grid.merged)
        if wide or len(self.columns) > 2:
            return is_words(words[0]) and (self.order >= 0 or self._usual > 2 or wide)
        return self.order >= 0 and self.order in cells

    def _continues(self, number: int, cells: Mapping[int, Value]) -> bool:
        """A line without number and name, that only goes on with the cells of the line above it."""
        if self.order < 0 or not self.found.rows or self._counted * 2 < self._filled:
            return False
        if number != self.above + 1 or self.found.rows[-1].group != self.group:
            return False
        key = {self.order, self.order + 1}
        return not key & (set(cells) | set(self.down.get(number, {})))

    def _join(self, number: int, cells: Mapping[int, Value]) -> None:
        above, self.above = self.found.rows[-1], number
        joined = list(above.cells)
        for place, value in cells.items():
            kept = joined[place]
            joined[place] = (
                value if kept is None else kept if kept == value else f"{_said(kept)}\n{_said(value)}"
            )
        self.found.rows[-1] = Row(above.number, tuple(joined), above.group)
        words = clean("; ".join(_said(value) for value in cells.values()))
        why = f"nối tiếp dòng {above.number}, đã ghép vào dòng đó"
        self.found.left_out.append(LeftOut(number, words[:WORDS], why))

    def _last_data(self) -> int:
        """The last row that looks as data do: with its number, or about as full as the others."""
        sizes, counted = [], []
        for number in self.numbers:
            cells = self.cells(number)
            sizes.append(len(cells))
            if self.order >= 0 and COUNT.fullmatch(_said(cells.get(self.order)).strip()):
                counted.append(number)
        full = sorted(size for size in sizes if size > 1) or [1]
        self._usual = full[len(full) // 2]
        self._counted, self._filled = len(counted), len(full)
        least = max(1, min(self._usual, len(self.columns)) / 2)
        last = counted[-1] if counted and len(counted) * 3 > len(full) else 0
        previous = last or self.heading.last
        for number in self.numbers:
            if number <= last:
                continue
            cells = self.cells(number)
            if len(cells) < least or (last and number > previous + 1) or self._is_foot(cells):
                if last and self._counted:
                    break
                continue
            previous, last = number, number
        return last

    def _is_foot(self, cells: Mapping[int, Value]) -> bool:
        return self._is_total(cells) or self._is_note(cells)


def _merged_down(grid: Grid, columns: list[int], last: int) -> dict[int, dict[int, Value]]:
    """Row → place → the value of a cell that is merged down over it."""
    place = {column: number for number, column in enumerate(columns)}
    found: dict[int, dict[int, Value]] = {}
    for top, left, bottom, _ in grid.merged:
        value = grid.rows.get(top, {}).get(left)
        if top <= last or left not in place or value is None:
            continue
        for row in _filled(grid, top + 1, bottom):
            found.setdefault(row, {})[place[left]] = value
    return found


def _filled(grid: Grid, first: int, last: int) -> Iterator[int]:
    if last - first > len(grid.rows):
        return iter([row for row in grid.rows if first <= row <= last])
    return (row for row in range(first, last + 1) if row in grid.rows)


def _alike(cells: Mapping[int, str], heading: Mapping[int, str]) -> bool:
    same = sum(heading.get(place) == value for place, value in cells.items())
    return same == len(cells) and same * 2 > len(heading)


def _said(value: Value) -> str:
    return "" if value is None else str(value)


def _level(value: Value) -> str:
    return " ".join(fold(_said(value)).split()).strip(" .:*")
