"""Whatever stands in a sheet, each of its rows is told of once."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from papers.workbooks import tables
from papers.workbooks.grid import Grid
from papers.workbooks.table import Value

WORDS = [
    "STT",
    "Họ và tên",
    "Chức vụ",
    "Đơn vị",
    "Nam",
    "Nữ",
    "Tổng cộng",
    "Ghi chú: a",
    "I",
    "(1)",
    "Đặng Văn Thoảng",
    "A",
]
VALUES: st.SearchStrategy[Value] = st.one_of(
    st.none(), st.sampled_from(WORDS), st.integers(0, 3000), st.text("ab1.", max_size=4)
)  # fmt: skip
AREAS = st.tuples(st.integers(1, 8), st.integers(1, 5), st.integers(0, 3), st.integers(0, 3))


@settings(max_examples=40, deadline=None)
@given(rows=st.lists(st.lists(VALUES, max_size=5), max_size=10), areas=st.lists(AREAS, max_size=3))
def test_each_filled_row_below_the_heading_is_data_or_left_out(
    rows: list[list[Value]], areas: list[tuple[int, int, int, int]]
) -> None:
    grid = Grid("a.xlsx", "A")
    for row, cells in enumerate(rows, 1):
        for column, value in enumerate(cells, 1):
            grid.put(row, column, value)
    for top, left, down, across in areas:
        grid.merge((top, left, top + down, left + across))
    table = tables.read(grid)
    told = [row.number for row in table.rows] + [one.row for one in table.left_out if one.words]
    filled = [row for row in sorted(grid.rows) if row > table.header_row]
    assert sorted(told) == filled
    assert all(len(row.cells) == len(table.columns) == len(table.letters) for row in table.rows)
