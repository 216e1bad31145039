"""The workbook of rows that were not taken: written, mended, read again."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from papers import rejects
from papers.workbooks.table import Table
from papers.xlsx_file import read_table
from rules import columns, imports
from rules.imports import DUPLICATE, ERROR, NEW, SAME, UPDATE, Verdict
from rules.imports.facts import Candidate
from tests.rules.import_tables import HEALTH, TRADE, office, person, table

AN = person(7, "Lê Văn An", "1970", ("Bí thư", TRADE))
PEOPLE = table(
    ("TT", "Họ và tên", "Ngày sinh", "Chức vụ, đơn vị công tác"),
    (1, "Lê Văn An", 1970, "Bí thư Đảng ủy Sở Y tế"),
    (2, "Bùi Văn Ba", "31/2/1970", "Bí thư Đảng ủy Sở Y tế"),
    (3, "Đỗ Văn Tư", date(1970, 1, 2), "Bí thư Đảng ủy Sở Y tế"),
    (4, "=1+1", date(1970, 3, 2), "Bí thư Đảng ủy Sở Vũ trụ"),
)


def judged(sheet: Table) -> tuple[columns.Mapping, list[Verdict]]:
    mapping = columns.match("people", sheet.columns)
    return mapping, imports.verdicts("people", sheet, mapping, office((AN,)))


def written(path: Path, sheet: Table) -> Table:
    mapping, found = judged(sheet)
    rejects.write(path, "people", sheet, mapping, found)
    return read_table(path)


def test_bad_rows_keep_their_columns_and_tell_why(tmp_path: Path) -> None:
    again = written(tmp_path / "chưa nhập.xlsx", PEOPLE)
    assert again.columns == (*PEOPLE.columns, rejects.REASON, rejects.LIKE, rejects.RECORD.label)
    assert [row.cells[1] for row in again.rows] == ["Lê Văn An", "Bùi Văn Ba", "=1+1"]
    assert "31/2/1970" in str(again.rows[1].cells[4])
    assert again.rows[0].cells[5] == "Lê Văn An, sinh 1970, Đảng bộ Sở Công Thương, số 7"


def test_read_again_unmended_the_rows_have_the_same_verdicts(tmp_path: Path) -> None:
    first = [each for each in judged(PEOPLE)[1] if each.state in (DUPLICATE, ERROR)]
    again = judged(written(tmp_path / "a.xlsx", PEOPLE))[1]
    assert [(each.state, each.why) for each in again] == [(each.state, each.why) for each in first]


def test_mended_rows_are_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    again = written(path, PEOPLE)
    book = load_workbook(path)
    sheet = book.active
    assert sheet is not None
    chosen, mended, left = (row.number for row in again.rows)
    sheet.cell(chosen, 7).value = "mới"
    sheet.cell(mended, 3).value = "28/2/1970"
    sheet.cell(left, 7).value = 99
    book.save(path)
    found = judged(read_table(path))[1]
    assert [each.state for each in found] == [NEW, NEW, ERROR]
    sheet.cell(chosen, 7).value = 7
    book.save(path)
    assert judged(read_table(path))[1][0].target_id == 7


def test_a_second_workbook_of_the_rest_has_its_own_reasons_alone(tmp_path: Path) -> None:
    again = written(tmp_path / "a.xlsx", PEOPLE)
    third = written(tmp_path / "b.xlsx", again)
    assert third.columns == again.columns
    assert [row.cells for row in third.rows] == [row.cells for row in again.rows]


def test_the_unit_of_a_group_row_becomes_a_column(tmp_path: Path) -> None:
    sheet = table(("Họ và tên", "Ngày sinh", "Chức vụ"), ("Lê Ba", "31/2/1970", "Bí thư"), group="I. Sở Y tế")
    again = written(tmp_path / "a.xlsx", sheet)
    assert again.columns == ("Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị", rejects.REASON)
    mended = table(again.columns, ("Lê Ba", "28/2/1970", "Bí thư", *again.rows[0].cells[3:]))
    (found,) = judged(mended)[1]
    assert [each.unit for each in found.values["holdings"]] == [HEALTH]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (True, "x"), (False, None), (Decimal("1.5"), 1.5), (Decimal(12), 12),
        (datetime(2019, 8, 21), date(2019, 8, 21)),
        (datetime(2019, 8, 21, 7, 30), "21/08/2019 07:30"), ("0912", "0912"), (None, None),
    ],
)  # fmt: skip
def test_every_kind_of_cell_is_kept(cell: object, expected: object) -> None:
    sheet = table(("Họ và tên", "Khác"), (None, cell))
    document = rejects.compose("people", sheet, *judged(sheet))
    assert document.sheets[0].table.rows[0].cells[1] == expected


def test_only_doubtful_and_wrong_rows_are_rejected() -> None:
    found = [Verdict(2, NEW), Verdict(3, UPDATE), Verdict(4, SAME), Verdict(5, DUPLICATE), Verdict(6, ERROR)]
    assert [each.row for each in rejects.rejected(found)] == [5, 6]
    alike = Verdict(2, DUPLICATE, "Trùng.", candidates=(Candidate(1, "một"), Candidate(None, "dòng 3")))
    sheet = table(("Họ và tên",), ("Lê An",))
    row = rejects.compose("people", sheet, columns.Mapping({"full_name": 0}), [alike]).sheets[0].table.rows[0]
    assert row.cells == ("Lê An", "Trùng.", "một\ndòng 3", None)


def test_a_document_that_was_not_taken_is_kept_with_its_reason() -> None:
    sheet = table(("Số, ký hiệu", "Loại văn bản"), ("15-HD/BTCTW", "Hướng dẫn"))
    wrong = Verdict(2, ERROR, "Ngày ban hành: Không có ngày 31/2/2020.")
    mapping = columns.Mapping({"symbol": 0, "type": 1})
    row = rejects.compose("directives", sheet, mapping, [wrong]).sheets[0].table.rows[0]
    assert row.cells[:3] == ("15-HD/BTCTW", "Hướng dẫn", wrong.why)


def test_the_name_beside_the_workbook_never_covers_another_file(tmp_path: Path) -> None:
    source = tmp_path / "ds.xls"
    first = rejects.free_name(source)
    assert first.name == "ds - chưa nhập.xlsx"
    first.touch()
    assert rejects.free_name(source).name == "ds - chưa nhập 2.xlsx"
