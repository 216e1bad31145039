"""A workbook of the rows that an import did not take, each with its reason, to be mended and read again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from math import nan
from pathlib import Path
from typing import Protocol

from papers import styles, xlsx_file
from papers.content import Column, Document, Row, Sheet, Table, Value
from rules.column_words import RECORD
from rules.columns import Mapping, label
from rules.imports import DUPLICATE, ERROR, Verdict
from rules.imports.rows import unnumbered

REASON, LIKE = "Lý do chưa nhập", "Có thể là"
TITLE = "CÁC DÒNG CHƯA NHẬP"
HOW = (
    "Sửa các ô sai rồi nhập lại tệp này; các cột đầu bảng giữ nguyên. "
    f"Dòng có ghi ở cột “{LIKE}”: ghi vào cột “{RECORD.label}” số của mục đúng, "
    "hoặc chữ “mới” nếu là mục khác."
)
GROUPS = {"people": "unit", "attendance": "unit", "units": "kind"}  # what the words of a group row tell
LEAST, MOST, LETTER = 14.0, 60.0, 2.2  # mm of a column, and of one letter of its heading


class Line(Protocol):
    """A row as it was read."""

    @property
    def number(self) -> int: ...

    @property
    def cells(self) -> Sequence[object]: ...

    @property
    def group(self) -> str: ...


class Read(Protocol):
    """The table the rows came from."""

    @property
    def columns(self) -> Sequence[str]: ...

    @property
    def rows(self) -> Sequence[Line]: ...


def rejected(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """The rows that were not taken: doubtful and wrong ones."""
    return [each for each in verdicts if each.state in (DUPLICATE, ERROR)]


def compose(kind: str, table: Read, mapping: Mapping, verdicts: Iterable[Verdict]) -> Document:
    """The rejected rows in their own columns, then the reason, what each may be, the number to be chosen.

    The words of a group row above become a column, where the rows lean on them.
    """
    chosen = rejected(verdicts)
    headings = table.columns
    own = [place for place, heading in enumerate(headings) if heading not in (REASON, LIKE, RECORD.label)]
    lines = {line.number: line for line in table.rows}
    group = GROUPS.get(kind, "")
    leans = group and group not in mapping.columns and any(lines[each.row].group for each in chosen)
    doubts = any(each.candidates for each in chosen)
    last = (*([label(kind, group)] if leans else ()), REASON, *(LIKE, RECORD.label) * doubts)
    rows = []
    for each in chosen:
        line = lines[each.row]
        cells = [_value(line.cells[place] if place < len(line.cells) else None) for place in own]
        cells += [unnumbered(line.group)] * bool(leans)
        rows.append(Row((*cells, each.why, *((_likes(each), None) if doubts else ()))))
    columns = [Column(headings[place], _width(headings[place])) for place in own]
    columns += [Column(heading, MOST if heading != RECORD.label else LEAST * 2) for heading in last]
    sheet = Sheet("Chưa nhập", TITLE, Table(tuple(columns), tuple(rows)), (HOW,))
    return Document(TITLE, styles.profile_for(date.today()), (), (sheet,))


def write(path: Path, kind: str, table: Read, mapping: Mapping, verdicts: Iterable[Verdict]) -> Path:
    """Writes the workbook of the rejected rows, whole or not at all. Raises Refused as xlsx_file.write."""
    xlsx_file.write(compose(kind, table, mapping, verdicts), path)
    return path


def free_name(path: Path) -> Path:
    """Beside the workbook they came from, a name that nothing bears: "danh sách - chưa nhập.xlsx"."""
    number, free = 1, path.with_name(f"{path.stem} - chưa nhập.xlsx")
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem} - chưa nhập {number}.xlsx")
    return free


def _likes(verdict: Verdict) -> str:
    """The records a row may be about, one a line, each with its number or its row."""
    return "\n".join(each.words for each in verdict.candidates)


def _width(heading: str) -> float:
    return min(MOST, max(LEAST, len(heading) * LETTER))


def _value(cell: object) -> Value:
    """A cell as our own workbooks hold it: a time of day and a tick as words."""
    if isinstance(cell, bool):
        return "x" if cell else None
    if isinstance(cell, datetime) and (cell.hour or cell.minute or cell.second):
        return f"{cell:%d/%m/%Y %H:%M}"
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, Decimal):
        number = float(cell) if cell.is_finite() else nan
        return int(cell) if number.is_integer() else number
    return cell if cell is None or isinstance(cell, str | int | float | date) else str(cell)
