"""Tables found in workbooks of offices: headings, data, what is left out, in every format."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from papers.xlsx_file import read_table
from tests.papers.workbook_cases import CASES, Case
from tests.papers.workbook_files import write

DATA = os.environ.get("THUKY_TEST_DATA", "")
EACH = [(name, kind) for name, case in CASES.items() for kind in case.formats]


@pytest.mark.parametrize(("name", "kind"), EACH)
def test_a_sheet_is_read_as_the_clerk_sees_it(name: str, kind: str, tmp_path: Path) -> None:
    case: Case = CASES[name]
    table = read_table(write(kind, tmp_path / f"tep.{kind}", case.sheet))
    assert table.header_rows == case.header
    assert table.columns == case.columns
    assert tuple(row.number for row in table.rows) == case.rows
    assert table.rows[0].cells == case.first
    assert (table.first_row, table.last_row) == (case.rows[0], case.rows[-1])
    assert table.header_row == (case.header[-1] if case.header else 0)
    left = [(one.row, one.why) for one in table.left_out]
    assert [row for row, _ in left] == [row for row, _ in case.left_out], left
    for (_, why), (_, part) in zip(left, case.left_out, strict=True):
        assert part in why
    assert case.groups in ((), tuple(row.group for row in table.rows))
    said = " ".join(table.warnings)
    assert all(part in said for part in case.warns), said
    assert bool(said) == bool(case.warns), said


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 40


@pytest.mark.skipif(not DATA, reason="THUKY_TEST_DATA is not set")
@pytest.mark.parametrize(
    "file",
    ["r19-tcvn3-de-tai-2003.xls", "r21-tcvn3-danh-muc-thiet-bi.xls", "r24-vni-cong-khai-ngan-sach.xls"],
)
def test_real_workbooks_in_old_letters_are_read_right(file: str) -> None:
    folder = Path(DATA) / "workbooks"
    for wanted in json.loads((folder / "expected.json").read_text(encoding="utf-8"))[file]["tables"]:
        table = read_table(folder / file, wanted["sheet"])
        assert list(table.header_rows) == wanted["header_rows"]
        assert (table.first_row, table.last_row) == (wanted["data_first_row"], wanted["data_last_row"])
        for row, said in ((table.rows[0], wanted["first"]), (table.rows[-1], wanted["last"])):
            cells = [_spaced(one) for one in said]
            assert [_spaced(one) for one in row.cells][: len(cells)] == cells
        key = ord(wanted["key_column"]) - ord("A")
        assert sum(row.cells[key] is not None for row in table.rows) == wanted["data_rows"]
        sections = wanted.get("section_rows", [])
        assert set(sections) <= {row.number for row in table.rows} | {one.row for one in table.left_out}


def _spaced(value: object) -> object:
    return re.sub(r"\s+", " ", value).strip() or None if isinstance(value, str) else value


AWKWARD = {
    "n05-issue221.xlsm": (("Cell_A1", "Cell_B1"), [("Cell_A2", "Cell_B2")]),
    "n13-nonstandard-xml-ns-prefix.xlsx": (("a", "b"), [(1, 3), (2, 4)]),
    "n15-has_x000D_.xlsx": (("",), [("ABC\nDEF",)]),
    "n19-table_with_absolute_paths.xlsx": (
        ("Item", "Name"), [(100, "North"), (200, "South"), (101, "West"), (290, "East")],
    ),
}  # fmt: skip


@pytest.mark.skipif(not DATA, reason="THUKY_TEST_DATA is not set")
@pytest.mark.parametrize("file", AWKWARD)
def test_awkward_workbooks_are_read_right(file: str) -> None:
    table = read_table(Path(DATA) / "workbooks" / file)
    assert (table.columns, [row.cells for row in table.rows]) == AWKWARD[file]


@pytest.mark.skipif(not DATA, reason="THUKY_TEST_DATA is not set")
def test_other_awkward_workbooks_hold_what_they_should() -> None:
    folder = Path(DATA) / "workbooks"
    days = read_table(folder / "n03-date_1904.xlsx")
    assert [str(row.cells[0]) for row in days.rows] == ["2021-01-01", "2021-01-02", "255:10:10"]
    assert [row.cells[1] for row in days.rows] == [15, 16, 17]
    assert not read_table(folder / "n07-empty_sheet.xlsx").rows
    merged = read_table(folder / "n09-merged_range.xlsx", "Sheet1")
    assert (merged.header_rows, [row.number for row in merged.rows]) == ((1, 2), [3, 4])
    far = read_table(folder / "n11-issue_174_dimension_XFD1048576.xlsx")
    assert (far.header_rows, far.last_row, len(far.columns)) == ((1,), 2, 11)
    assert len(read_table(folder / "n17-biff5_write.xls").rows) == 4
