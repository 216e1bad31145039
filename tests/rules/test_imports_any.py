"""Whatever stands in the cells: no row is lost, none breaks the work, nothing wrong is taken."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from rules import imports
from rules.column_words import KINDS
from rules.columns import Mapping
from rules.imports import ERROR, STATES, cells, said
from rules.imports.facts import TAKEN
from tests.rules.import_tables import judged, office, person, table

CELLS = some.one_of(
    some.none(), some.booleans(), some.integers(), some.floats(), some.dates(), some.datetimes(), some.text(),
    some.decimals(), some.times(),
    some.sampled_from(["Lê Văn An", "Bí thư Đảng ủy Sở Y tế", "35-CT/TW", "31/2/2019", "x", "Sở", "mới"]),
)  # fmt: skip
AN = person(7, "Lê Văn An", "1970")


@pytest.mark.parametrize("kind", list(KINDS))
@given(data=some.data())
def test_any_table_gives_one_verdict_for_each_row(kind: str, data: some.DataObject) -> None:
    wanted = KINDS[kind]
    keys = data.draw(some.lists(some.sampled_from([each.key for each in wanted]), unique=True, min_size=1))
    labels = {each.key: each.label for each in wanted}
    width = len(keys)
    rows = data.draw(some.lists(some.lists(CELLS, max_size=width + 1), max_size=4))
    sheet = table([labels[key] for key in keys], *rows)
    mapping = Mapping({key: place for place, key in enumerate(keys)})
    found = imports.verdicts(kind, sheet, mapping, office((AN,)))
    assert [each.row for each in found] == [row.number for row in sheet.rows]
    assert all(each.state in STATES for each in found)
    assert all(each.why for each in found if each.state == ERROR)
    assert all(not each.values for each in found if each.state not in TAKEN)
    assert said.total(found).count(",") == len(STATES) - 1
    assert len(list(said.whole(kind, "a.xlsx", sheet, mapping, found))) >= 2 + width


def test_work_that_is_called_off_gives_nothing() -> None:
    sheet = table(["Họ tên"], ["Lê Văn An"])
    with pytest.raises(imports.Stopped):
        imports.verdicts("people", sheet, Mapping({"full_name": 0}), office(), stop=lambda: True)


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (None, ""), (True, "x"), (False, ""), (45.0, "45"), (0.5, "0,5"), (float("nan"), ""),
        (float("inf"), ""),
        (date(1965, 8, 21), "21/8/1965"), (datetime(1965, 8, 21, 7, 30), "21/8/1965 07:30"),
        ("  hai \u00a0 từ ", "hai từ"), ("e\u0302\u0301", "ế"),
    ],
)  # fmt: skip
def test_a_cell_in_the_words_a_clerk_would_have_typed(cell: Any, words: str) -> None:
    assert cells.text(cell) == words


def test_the_lines_for_the_clerk() -> None:
    sheet = table(["Họ và tên", "Năm sinh của ông bà"], ["Lê Văn An", "31/2/1970"], ["Bùi Văn Ba", None])
    found = judged("people", office((AN,)), sheet)
    told = list(
        said.whole(
            "people", "ds.xlsx", sheet, Mapping({"full_name": 0, "birth": 1}, frozenset({"birth"})), found
        )
    )
    assert told == [
        "ds.xlsx, trang “Sheet1”: tên cột ở dòng 1, 2 dòng dữ liệu.",
        "Cột A “Họ và tên” → “Họ và tên”",
        "Cột B “Năm sinh của ông bà” → “Ngày sinh” (đoán theo tên cột, hãy xem lại)",
        "Dòng 2: lỗi – Lê Văn An. Ngày sinh: Không có ngày 31/2/1970; tháng 2/1970 có 28 ngày.",
        "Dòng 3: mới – Bùi Văn Ba.",
        "Mới 1, cập nhật 0, không đổi 0, trùng 0, lỗi 1.",
    ]
    assert said.name("people", found, "ds.xlsx") == "Nhập 1 đại biểu từ ds.xlsx"
