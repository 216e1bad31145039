"""Where a table's heading stands: under the titles, over the data, in one row or in several."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from papers.workbooks.grid import Grid
from papers.workbooks.table import Value
from rules.text import clean, fold

LOOKED_AT = 60  # filled rows from the top among which the heading is sought
LONGEST = 80  # letters of one heading
SHORT = 30  # letters of a heading that stands over another
FAR = 8  # columns beyond the last heading that may still belong to the table
NUMBERS = re.compile(r"[\d\s.,%()/:-]+")
YEAR = range(1900, 2101)
WORDS = (
    "stt", "so tt", "tt", "so thu tu", "ho va ten", "ho ten", "ho, ten", "ho dem", "ho", "ten", "chuc vu",
    "chuc danh", "don vi", "co quan", "ngay sinh", "nam sinh", "gioi tinh", "nam", "nu", "dan toc",
    "que quan", "ghi chu", "dien thoai", "so dien thoai", "email", "so", "so ky hieu", "ky hieu", "ngay",
    "trich yeu", "noi dung", "ten van ban", "loai van ban", "co quan ban hanh", "noi nhan", "so luong",
    "dia chi", "ma", "ten don vi", "ten viet tat", "cap tren", "vang", "co mat", "ly do", "thanh phan", "to",
    "nhom", "chuc vu dang", "trinh do", "ngay vao dang", "ngay ban hanh", "nguoi ky", "thoi gian", "han",
    "ngay thang", "don vi tinh",
)  # fmt: skip
STARTS = (
    "ho va ten",
    "ho ten",
    "chuc vu",
    "don vi",
    "ngay ",
    "nam ",
    "so ",
    "ten ",
    "noi dung",
    "ma ",
    "co quan",
)
NO_HEADING = re.compile(r"dvt|don vi tinh|bieu|mau|phu luc|kem theo|\(|ngay [\d.…]|.*\bngay\b.*thang|.*:$")


@dataclass(frozen=True)
class Heading:
    """Rows of the heading, top first (none where nothing heads the table), and the columns they name."""

    rows: tuple[int, ...]
    columns: dict[int, str]  # column → its name, "Năm sinh — Nam" of two rows

    @property
    def last(self) -> int:
        return self.rows[-1] if self.rows else 0


def find(grid: Grid) -> Heading:
    """The heading with the best signs: known words, text over every column, data under it."""
    numbers = sorted(grid.rows)
    top = numbers[:LOOKED_AT]
    best, score = 0, 0.0
    for place, number in enumerate(top):
        below = [grid.rows[one] for one in numbers[place + 1 : place + 13]]
        found = _score(grid.rows[number], below)
        if found > score:
            best, score = number, found
    if not best:
        return Heading((), _widths(grid.rows[one] for one in numbers[: LOOKED_AT * 4]))
    rows = _block(grid, best)
    return Heading(rows, _names(grid, rows))


def _widths(rows: Iterable[dict[int, Value]]) -> dict[int, str]:
    """Nameless columns of a sheet without a heading, cells far to the right of the others left out."""
    found: set[int] = set()
    last = 0
    for column in sorted({column for row in rows for column in row}):
        if found and column > last + FAR:
            break
        found.add(column)
        last = column
    return dict.fromkeys(range(min(found), last + 1), "") if found else {}


def _score(row: dict[int, Value], below: list[dict[int, Value]]) -> float:
    words = {column: value for column, value in row.items() if isinstance(value, str)}
    texts = {column: one for column, one in words.items() if is_words(one)}
    other = [value for column, value in row.items() if column not in texts]
    known = sum(is_known(one) for one in texts.values())
    if not texts or not below or any(not _is_year(value) for value in other) and known < 3:
        return 0
    width = len(row)
    filled = max((len(set(one) & set(row)) for one in below), default=0)
    if width < 2:
        return 1.5 * known if known and all(len(one) <= 1 for one in below) else 0
    if filled < 2 or (known < 1 and any(len(set(one) - set(row)) > len(row) for one in below)):
        return 0
    # Without one known word a row heads a table only above everything else in it.
    return len(texts) + 4.0 * known + 0.5 * filled - 2.0 * len(other)


def is_words(value: str) -> bool:
    return len(value) <= LONGEST * 3 and not NUMBERS.fullmatch(value)


def is_known(words: str) -> bool:
    """Whether it begins as the headings of offices do."""
    said = fold(clean(words)).strip(" .:*()")
    return len(said) <= LONGEST and (said in WORDS or said.startswith(STARTS) and len(said) <= SHORT * 2)


def _is_year(value: Value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value in YEAR


def _block(grid: Grid, best: int) -> tuple[int, ...]:
    rows = [best]
    while len(rows) < 4 and _parted(grid, rows[-1], rows[-1] + 1):
        rows.append(rows[-1] + 1)
    while len(rows) < 4 and (_heads(grid, rows[0] - 1, rows[0]) or _crowns(grid, rows[0] - 1, rows[0])):
        rows.insert(0, rows[0] - 1)
    return tuple(rows)


def _parted(grid: Grid, top: int, bottom: int) -> bool:
    """Whether the lower row parts the headings of the upper one: "Nam", "Nữ" under "Năm sinh"."""
    upper, lower = grid.rows.get(top, {}), grid.rows.get(bottom, {})
    if not upper or not lower:
        return _stands_through(grid, top, bottom)
    if any(not isinstance(value, str) or not is_words(value) for value in lower.values()):
        return False
    spans = _spans(grid, top)
    groups = 0
    for column in lower:
        if column in upper:
            wide = spans.get(column, column) > column
            if not wide and not (column + 1 in lower and column + 1 not in upper):
                return False
            groups += 1
    return groups > 0 and not any(
        area[0] == bottom and area[3] - area[1] + 1 >= len(upper) > 2 for area in grid.merged
    )


def _stands_through(grid: Grid, top: int, bottom: int) -> bool:
    """Whether the upper row's cells are merged down over a blank lower one."""
    upper = grid.rows.get(top, {})
    if not upper or bottom in grid.rows:
        return False
    down = {area[1] for area in grid.merged if area[0] <= top and area[2] >= bottom}
    return len(down & set(upper)) * 2 > len(upper)


def _heads(grid: Grid, top: int, bottom: int) -> bool:
    """Whether the upper row is the main heading and the lower one its parts."""
    upper, lower = grid.rows.get(top, {}), grid.rows.get(bottom, {})
    if len(upper) < 2 or not _parted(grid, top, bottom):
        return False
    return any(column not in lower and isinstance(value, str) for column, value in upper.items())


def _crowns(grid: Grid, top: int, bottom: int) -> bool:
    """Whether the upper row only groups some headings of the lower one."""
    upper, lower = grid.rows.get(top, {}), grid.rows.get(bottom, {})
    if not upper or len(upper) >= len(lower):
        return False
    first, last, spans = min(lower), max(lower), _spans(grid, top)
    for column, value in upper.items():
        end = spans.get(column, column)
        if not isinstance(value, str) or len(value) > SHORT or NO_HEADING.match(fold(value)):
            return False
        if column <= first or end > last or column not in lower or not is_words(value):
            return False
    return True


def _spans(grid: Grid, row: int) -> dict[int, int]:
    """First → last column of the areas merged across in the row."""
    return {area[1]: area[3] for area in grid.merged if area[0] <= row <= area[2] and area[3] > area[1]}


def _names(grid: Grid, rows: tuple[int, ...]) -> dict[int, str]:
    named: dict[int, list[str]] = {}
    every = sorted({column for row in rows for column in grid.rows.get(row, {})})
    last = max(every)
    for place, row in enumerate(rows):
        cells = grid.rows.get(row, {})
        over = _spread(grid, row, rows[place + 1 :], cells)
        for column in range(min(every), last + 1):
            words = clean(str(over.get(column, "")))
            if words and words not in named.setdefault(column, []):
                named[column].append(words)
    return {column: " — ".join(named.get(column, [])) for column in range(min(every), last + 1)}


def _spread(grid: Grid, row: int, lower: tuple[int, ...], cells: dict[int, Value]) -> dict[int, Value]:
    """Each heading over all the columns it stands above."""
    over = dict(cells)
    spans = _spans(grid, row)
    under = {column for one in lower for column in grid.rows.get(one, {})}
    for column, value in cells.items():
        end = spans.get(column, column)
        while not spans and column in under and end + 1 in under and end + 1 not in cells:
            end += 1
        over.update(dict.fromkeys(range(column, end + 1), value))
    return over
