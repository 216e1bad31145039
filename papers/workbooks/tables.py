"""A workbook's sheet made into a table, with a sentence for everything a clerk should know of it."""

from __future__ import annotations

from papers.workbooks import heading, leaving
from papers.workbooks.grid import Grid, named
from papers.workbooks.letters import NAMES, guessed, unfonted
from papers.workbooks.table import Row, Table, letter
from papers.workbooks.workbook import Workbook
from rules.trouble import Refused

SHOWN = 5  # runs of hidden rows named in a warning


def table(book: Workbook, sheet: str | None) -> Table:
    """The named sheet's table; without a name the first shown sheet's that has rows under a heading."""
    if sheet is not None and sheet not in book.names:
        what = f"Tệp “{book.file}” không có trang tính “{sheet}”."
        raise Refused(what, "Hãy chọn một trang tính có trong tệp.")
    chosen = [sheet] if sheet is not None else [name for name in book.names if name not in book.hidden]
    best, grid = Table(), None
    for name in chosen or book.names:
        found_grid = book.grid(name)
        letters = _unfonted(book, found_grid)
        found = read(found_grid)
        if grid is None or (found.rows and not best.header_row and (found.header_row or not best.rows)):
            best, grid, said = found, found_grid, letters
        if best.rows and best.header_row:
            break
    if grid is None:
        raise Refused(f"Tệp “{book.file}” không có bảng tính nào.", "Hãy chọn một tệp khác.")
    return Table(
        sheets=tuple(book.names), sheet=grid.name, header_row=best.header_row, header_rows=best.header_rows,
        columns=best.columns, letters=best.letters, rows=best.rows, first_row=best.first_row,
        last_row=best.last_row, left_out=best.left_out, titles=best.titles,
        warnings=(*book.warnings, *said, *_warnings(book, grid, best)),
    )  # fmt: skip


def read(grid: Grid) -> Table:
    """The table in the cells of one sheet, whatever stands there; an empty one without cells."""
    if not grid.rows:
        return Table()
    head = heading.find(grid)
    columns = _columns(grid, head)
    done = leaving.Sorter(grid, head, columns).sort()
    used = _used(done.rows, len(columns), [head.columns.get(column, "") for column in columns])
    rows = tuple(Row(row.number, tuple(row.cells[n] for n in used), row.group) for row in done.rows)
    first = head.rows[0] if head.rows else 0
    titles = [str(v) for n in sorted(grid.rows) if n < first for _, v in sorted(grid.rows[n].items())]
    return Table(
        header_row=head.last, header_rows=head.rows,
        columns=tuple(head.columns.get(columns[n], "") for n in used),
        letters=tuple(letter(columns[n]) for n in used), rows=rows,
        first_row=rows[0].number if rows else 0, last_row=rows[-1].number if rows else 0,
        left_out=tuple(done.left_out), titles=tuple(titles),
    )  # fmt: skip


def _columns(grid: Grid, head: heading.Heading) -> list[int]:
    """Those with a heading and, a little beyond the last of them, those that rows still fill."""
    columns = sorted(head.columns)
    if not head.rows or not columns:
        return columns
    beyond = range(columns[-1] + 1, columns[-1] + heading.FAR + 1)
    full = [c for c in beyond if sum(c in row for n, row in grid.rows.items() if n > head.last) > 1]
    return columns + (list(range(columns[-1] + 1, full[-1] + 1)) if full else [])


def _used(rows: list[Row], width: int, names: list[str]) -> list[int]:
    filled = {place for row in rows for place, value in enumerate(row.cells) if value is not None}
    return [place for place in range(width) if names[place] or place in filled]


def _unfonted(book: Workbook, grid: Grid) -> list[str]:
    """Old letters whose font is lost are turned as a whole sheet, and that is said."""
    if book.letters.encodings:
        return []
    words = [value for row in grid.rows.values() for value in row.values() if isinstance(value, str)]
    found = guessed(words)
    if not found:
        return []
    for row in grid.rows.values():
        row.update(
            {column: unfonted(value, found) for column, value in row.items() if isinstance(value, str)}
        )
    seen = f"Chữ trong trang tính “{grid.name}” có vẻ theo mã {NAMES[found]}"
    return [f"{seen}; đã đổi sang Unicode, cần xem lại."]


def _warnings(book: Workbook, grid: Grid, found: Table) -> list[str]:
    said = list(grid.sayings)
    if not grid.rows:
        said.append(f"Trang tính “{grid.name}” không có dữ liệu.")
    elif not found.header_row:
        said.append("Không tìm thấy dòng tiêu đề của bảng.")
    if book.hidden:
        said.append(f"Tệp có trang tính ẩn: {', '.join(name for name in book.names if name in book.hidden)}.")
    hidden = [
        row for row in sorted(grid.hidden) if found.first_row <= row <= found.last_row and row in grid.rows
    ]
    if hidden:
        said.append(f"Có dòng đang ẩn trong tệp, vẫn được đọc: {_runs(hidden)}.")
    columns = [one for one in found.letters if one in {letter(c) for c in grid.hidden_columns}]
    if columns:
        said.append(f"Có cột đang ẩn trong tệp, vẫn được đọc: {', '.join(columns)}.")
    if grid.uncounted:
        said.append(f"Ô có công thức nhưng tệp không lưu kết quả, coi như để trống: {named(grid.uncounted)}.")
    if grid.faults:
        said.append(f"Ô báo lỗi, coi như để trống: {named(grid.faults)}.")
    encodings = sorted({NAMES[one] for one in book.letters.encodings if one in NAMES})
    if encodings:
        said.append(f"Chữ theo phông cũ {', '.join(encodings)} đã đổi sang Unicode.")
    if book.letters.doubtful:
        said.append(f"Có {book.letters.doubtful} ô mất chữ khi dùng phông cũ, cần xem lại.")
    return said


def _runs(rows: list[int]) -> str:
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    said = [str(first) if first == last else f"{first}–{last}" for first, last in runs]
    return ", ".join(said[:SHOWN]) + (f" và {len(said) - SHOWN} chỗ nữa" if len(said) > SHOWN else "")
