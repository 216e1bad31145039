"""Workbooks: papers and lists out, tables of other hands in."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from html import escape
from itertools import repeat
from math import ceil, isfinite
from pathlib import Path
from typing import TYPE_CHECKING, cast

from papers import styles, target
from papers.content import Column, Document, Sheet, Value, display, printable
from papers.workbooks.reading import read_table as read_table
from rules.trouble import Refused

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.styles import Font
    from openpyxl.worksheet.worksheet import Worksheet

MOST_ROWS = 1_048_000  # of a sheet, some left for the lines above the table
LONGEST_NAME = 31  # characters of a sheet's name
LONGEST_TEXT = 32_767  # characters of a cell
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # Excel reads _x0041_ as the letter A
FORMULA_SIGNS = ("=", "+", "-", "@", "\t")
MM_IN_CHARACTER = 1.95  # of the width of a column, at 12 pt
LINE_POINTS = 15.75  # of 12 pt type
TALLEST = 409.0  # pt of a row in Excel
TITLE = 1.2  # of the size of the letters in the table
WRAPPED = 0.9  # of a character a letter of running text takes, ends of lines counted in
DAY_ZERO = date(1899, 12, 30).toordinal()
FIRST_DAY = date(1900, 3, 1).toordinal()  # earlier days Excel counts wrongly or not at all
DATES = {"early": "dd/mm/yyyy", "day": "dd/m/yyyy"}  # months 1, 2 take a zero, as rules.dates.paper_date
EARLY = 2  # the last month that takes a zero
WIDE_MM = 190  # tables wider than an upright sheet print on a turned one
A4 = 9


def write(document: Document, path: Path) -> None:
    """Write the paper's sheets as .xlsx, whole or not at all; Refused when the place cannot take it.

    Text stays text whatever it begins with; numbers and days are real ones.
    """
    sheets = document.sheets
    if not sheets:
        raise Refused("Văn bản này không có bảng để lưu thành tệp Excel.", "Hãy lưu thành tệp Word.")
    if max(len(sheet.table.rows) for sheet in sheets) > MOST_ROWS:
        raise Refused("Danh sách dài hơn số dòng mà Excel chứa được.", "Hãy lọc bớt rồi lưu lại.")
    with target.replacing(path) as beside:
        _fill(document, beside)


def _fill(document: Document, path: Path) -> None:
    """openpyxl makes the workbook with its styles and headings; the rows go into its sheets as XML."""
    book, rows = _workbook(document)
    file = io.BytesIO()
    book.save(file)
    parts = {f"xl/worksheets/sheet{number}.xml": one for number, one in enumerate(rows, 1)}
    with zipfile.ZipFile(file) as empty, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as full:
        for name in empty.namelist():
            if name not in parts:
                full.writestr(name, empty.read(name))
                continue
            before, end, after = empty.read(name).partition(b"</sheetData>")
            with full.open(name, "w") as part:
                part.write(before)
                for row in parts[name].xml():
                    part.write(row.encode())
                part.write(end + after)


def _workbook(document: Document) -> tuple[Workbook, list[_Rows]]:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.title = text(document.title)
    book.properties.creator = ""
    looks = _Looks(styles.form(document.profile).font)
    names = sheet_names([sheet.name for sheet in document.sheets])
    rows = []
    for name, sheet in zip(names, document.sheets, strict=True):
        page = cast("Worksheet", book.create_sheet(name))
        _set_up(page, sheet)
        _head(page, looks, sheet)
        page.row_dimensions[len(_above(sheet)) + 1].height = _height(
            max((_lines(column.title, _characters(column)) for column in sheet.table.columns), default=1)
        )
        page.append([looks.heading(page, column.title) for column in sheet.table.columns])
        rows.append(_Rows(page, looks, sheet))
    return book, rows


def sheet_names(names: list[str]) -> list[str]:
    """Names that Excel takes: 31 characters, none of []:*?/\\, no quote at either end, no two alike."""
    given: list[str] = []
    for number, name in enumerate(names, 1):
        legal = NOT_IN_NAMES.sub(" ", text(name).replace("\n", " ").replace("\t", " ")).strip().strip("'")
        legal = legal[:LONGEST_NAME].strip().strip("'")
        if not legal or legal.lower() == "history" or legal.lower() in {one.lower() for one in given}:
            tail = f" {number}"
            legal = f"{(legal or 'Bảng')[: LONGEST_NAME - len(tail)]}{tail}"
        given.append(legal)
    return given


def _set_up(page: Worksheet, sheet: Sheet) -> None:
    """Widths, frozen heading, A4 with the heading on every printed page."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    columns = sheet.table.columns
    for number, column in enumerate(columns, 1):
        page.column_dimensions[get_column_letter(number)].width = _characters(column)
    heading = len(_above(sheet)) + 1
    page.freeze_panes = f"A{heading + 1}"
    page.print_title_rows = f"{heading}:{heading}"
    page.page_setup.paperSize = A4
    wide = sum(column.width for column in columns) > WIDE_MM
    page.page_setup.orientation = "landscape" if wide else "portrait"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = page.page_margins
    margins.left, margins.right, margins.top, margins.bottom = 0.79, 0.59, 0.79, 0.79


def _head(page: Worksheet, looks: _Looks, sheet: Sheet) -> None:
    """The lines above the table, each over all its columns: words running on would widen the print."""
    from openpyxl.utils import get_column_letter

    room = sum(map(_characters, sheet.table.columns))
    last = len(sheet.table.columns)
    for number, words in enumerate(_above(sheet), 1):
        cell = looks.cell(page, looks.title if number == 1 else looks.plain, words)
        cell.alignment = looks.alignment["left"]
        wide, high = (TITLE, TITLE) if number == 1 else (1.0, 1.0)
        page.row_dimensions[number].height = _height(_lines(words, room / wide)) * high
        if words and last > 1:
            page.merged_cells.add(f"A{number}:{get_column_letter(last)}{number}")
        page.append([cell])


def _characters(column: Column) -> float:
    return max(4.0, column.width / MM_IN_CHARACTER)


def _above(sheet: Sheet) -> list[str]:
    """The lines above the table, an empty one last."""
    return [sheet.title, *sheet.notes, ""]


class _Looks:
    """The prepared styles of one workbook."""

    def __init__(self, font: str) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        line = Side(style="thin", color="808080")
        self.box = Border(left=line, right=line, top=line, bottom=line)
        self.plain = Font(name=font, size=12)
        self.bold = Font(name=font, size=12, bold=True)
        self.title = Font(name=font, size=14, bold=True)
        self.grey = PatternFill("solid", fgColor="E7E6E6")
        self.alignment = {
            align: Alignment(horizontal=align, vertical="top", wrap_text=True)
            for align in ("left", "center", "right")
        }
        self.alignment["across"] = Alignment(vertical="top")  # runs over the empty cells beside

    def cell(self, page: Worksheet, font: Font, words: str = "") -> Cell:
        from openpyxl.cell import WriteOnlyCell

        cell = WriteOnlyCell(page, text(words))
        cell.data_type = "s"  # openpyxl takes “=…” for a formula and “#N/A” for an error
        cell.font = font
        if words.startswith(FORMULA_SIGNS):
            cell.quotePrefix = True
        return cell

    def heading(self, page: Worksheet, words: str) -> Cell:
        cell = self.cell(page, self.bold, words)
        cell.border, cell.fill, cell.alignment = self.box, self.grey, self.alignment["center"]
        return cell

    def ids(self, page: Worksheet, align: str, font: Font, fill: bool = False) -> dict[str, int]:
        """The number of the style for every kind of value in a column: words, quoted words, days."""
        made = {}
        for kind in ("words", "quoted", *DATES):
            cell = self.cell(page, font)
            cell.border, cell.alignment = self.box, self.alignment.get(align, self.alignment["left"])
            if fill:
                cell.fill = self.grey
            cell.quotePrefix = kind == "quoted"
            if kind in DATES:
                cell.number_format = DATES[kind]
            made[kind] = cell.style_id
        return made


class _Rows:
    """The rows of one table as XML: a cell object per value would take twice the time."""

    def __init__(self, page: Worksheet, looks: _Looks, sheet: Sheet) -> None:
        from openpyxl.utils import get_column_letter

        columns = sheet.table.columns
        self.table = sheet.table
        self.first = len(_above(sheet)) + 2
        self.widths = [_characters(column) for column in columns]
        self.letters = [get_column_letter(number) for number in range(1, len(columns) + 1)]
        self.styles = {
            "data": [looks.ids(page, column.align, looks.plain) for column in columns],
            "total": [looks.ids(page, column.align, looks.bold) for column in columns],
            "group": [looks.ids(page, "across", looks.bold, fill=True) for _ in columns],
        }

    def xml(self) -> Iterator[str]:
        for number, row in enumerate(self.table.rows, self.first):
            cells = row.cells
            if row.kind == "group":
                cells = (*cells[:1], *(None for _ in self.letters[1:]))
            kinds = self.styles.get(row.kind, self.styles["data"])
            said = "".join(map(_cell_xml, self.letters, repeat(number), cells, kinds))
            lines = 1 if row.kind == "group" else max(map(_lines, cells, self.widths), default=1)
            yield f'<row r="{number}" ht="{_height(lines)}">{said}</row>'


def _cell_xml(letter: str, row: int, value: Value, styles: dict[str, int]) -> str:
    if isinstance(value, str):
        kind = "quoted" if value.startswith(FORMULA_SIGNS) else "words"
    elif value is None:
        return f'<c r="{letter}{row}" s="{styles["words"]}"/>'
    elif isinstance(value, date) and value.toordinal() >= FIRST_DAY:
        style = styles["early" if value.month <= EARLY else "day"]
        return f'<c r="{letter}{row}" s="{style}"><v>{value.toordinal() - DAY_ZERO}</v></c>'
    elif isinstance(value, date) or not isfinite(value):
        value, kind = display(value), "words"
    else:
        return f'<c r="{letter}{row}" s="{styles["words"]}"><v>{value!r}</v></c>'
    if not value:
        return f'<c r="{letter}{row}" s="{styles[kind]}"/>'
    words = f'<is><t xml:space="preserve">{escape(text(value), quote=False)}</t></is>'
    return f'<c r="{letter}{row}" s="{styles[kind]}" t="inlineStr">{words}</c>'


def _lines(value: Value, width: float) -> int:
    """About how many lines the value takes in a column of that many characters."""
    if not isinstance(value, str) or (len(value) * WRAPPED <= width and "\n" not in value):
        return 1
    return sum(max(1, ceil(len(line) * WRAPPED / width)) for line in value.split("\n"))


def _height(lines: int) -> float:
    """pt of a row; programs that fit rows themselves overrule it, as it is not marked as set by hand."""
    return min(TALLEST, lines * LINE_POINTS + 1)


def text(words: str) -> str:
    """Words as a cell holds them."""
    return ESCAPED.sub("_x005F_", printable(words))[:LONGEST_TEXT]
