"""Tables sort by value, in Vietnamese order, and remember how they were left."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from gui import state
from gui.table import Column, TableModel, TableView, plain, table_view
from rules.dates import VagueDate
from tests.gui.fakes import Row, sample

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
COLUMNS = (
    Column("organization", "Tên", 200, stretch=True),
    Column("members", "Đảng viên", 90, "right"),
    Column("founded", "Thành lập", 110),
    Column("state", "Trạng thái", 120, tone=lambda row: "good" if row.state == "working" else "quiet"),
    Column("kind", "Loại", 120, shown=False),
)


def names(model: TableModel) -> list[str]:
    return [row.organization.removeprefix("Đảng bộ ") for row in model.rows]


def model_of(rows: list[Row]) -> TableModel:
    model = TableModel(COLUMNS)
    model.set_rows(rows)
    return model


def test_words_sort_in_vietnamese_order() -> None:
    model = model_of(sample())
    model.sort(0)
    assert names(model) == [
        "Ân Thi", "Ấp Bắc", "Ban Dân vận", "Đài Phát thanh", "Sở Công Thương", "Sở Nội vụ", "Sở Tài chính",
        "Ủy ban",
    ]  # fmt: skip


def test_numbers_and_days_sort_by_value_and_what_is_missing_comes_last_both_ways() -> None:
    model = model_of(sample())
    for column, key in ((1, "members"), (2, "founded")):
        for order in (UP, DOWN):
            model.sort(column, order)
            values = [getattr(row, key) for row in model.rows]
            known = [value for value in values if value is not None]
            assert values[len(known) :] == [None] * (len(values) - len(known))
            assert known == sorted(known, reverse=order == DOWN)


def test_new_rows_come_in_the_present_order() -> None:
    model = model_of(sample(3))
    model.sort(1, DOWN)
    model.set_rows(sample(8))
    assert model.rows[0].members == max(row.members or 0 for row in sample(8))


def test_a_selected_row_stays_selected_when_the_order_changes(qtbot: QtBot) -> None:
    model = model_of(sample())
    view = table_view(model, "units")
    qtbot.addWidget(view)
    view.show()
    view.selectRow(0)
    chosen = model.row(0)
    view.sortByColumn(0, DOWN)
    assert [model.row(index) for index in view.selectionModel().selectedRows()] == [chosen]


def test_what_is_read() -> None:
    period = VagueDate("trong tháng 02/2020", date(2020, 2, 1), date(2020, 2, 29))
    values = (None, False, True, date(2019, 8, 21), period, ("a", "b"), 0, 1250)
    assert [plain(value) for value in values] == [
        "", "", "✓", "21/08/2019", "trong tháng 02/2020", "a, b", "0", "1250",
    ]  # fmt: skip


def test_a_workbook_gets_numbers_and_days_as_they_are() -> None:
    row = sample(1)[0]
    worded = Column("members", "Đảng viên", text=lambda value: f"{value} người")
    assert [COLUMNS[1].cell(row), COLUMNS[2].cell(row), worded.cell(row)] == [3, date(1998, 1, 3), "3 người"]


def test_a_column_without_key_reads_the_whole_row() -> None:
    column = Column("", "Tóm tắt", text=lambda row: f"{row.organization} ({row.members})")
    assert column.words(sample(1)[0]) == "Đảng bộ Sở Công Thương (3)"


def test_own_sort_keys_are_compared_as_they_are() -> None:
    @dataclass(frozen=True)
    class Person:
        id: int
        name: str
        key: str

    model = TableModel([Column("name", "Tên", sort=lambda row: row.key)])
    model.set_rows([Person(1, "Ấ", "B"), Person(2, "Bê", "a"), Person(3, "Không", "")])
    model.sort(0)
    assert [row.id for row in model.rows] == [1, 2, 3]


def test_widths_order_and_columns_are_remembered(qtbot: QtBot) -> None:
    first = table_view(model_of(sample()), "units")
    qtbot.addWidget(first)
    assert [column.title for column in first.shown_columns()] == [
        "Tên",
        "Đảng viên",
        "Thành lập",
        "Trạng thái",
    ]
    first.setColumnWidth(2, 171)
    first.show_column(4, True)
    first.show_column(1, False)
    first.sortByColumn(2, DOWN)
    second = table_view(model_of(sample()), "units")
    qtbot.addWidget(second)
    assert second.columnWidth(2) == 171
    assert [column.title for column in second.shown_columns()] == ["Tên", "Thành lập", "Trạng thái", "Loại"]
    header = second.horizontalHeader()
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (2, DOWN)
    assert state.words("units/hidden") == ["Đảng viên"]


def test_the_last_column_cannot_be_hidden(qtbot: QtBot) -> None:
    view = table_view(model_of(sample()), "units")
    qtbot.addWidget(view)
    for place in range(5):
        view.show_column(place, False)
    assert len(view.shown_columns()) == 1


def test_the_column_menu_ticks_what_is_shown(qtbot: QtBot) -> None:
    view = table_view(model_of(sample()), "units")
    qtbot.addWidget(view)
    menu: QMenu = view.column_menu()
    assert [action.isChecked() for action in menu.actions()] == [True, True, True, True, False]
    menu.actions()[4].trigger()
    assert not view.isColumnHidden(4)


def test_the_stretching_column_fills_the_view_but_never_falls_below_its_width(qtbot: QtBot) -> None:
    view = table_view(model_of(sample()), "units")
    qtbot.addWidget(view)
    view.resize(900, 300)
    view.show()
    shown = sum(view.columnWidth(place) for place in range(4))
    assert shown == view.viewport().width()
    view.resize(300, 300)
    assert view.columnWidth(0) == 200


def press(view: TableView, key: Qt.Key, qtbot: QtBot) -> None:
    qtbot.keyClick(view, key)


def test_enter_opens_a_row(qtbot: QtBot) -> None:
    view = table_view(model_of(sample()), "units")
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.opened, timeout=500):
        press(view, Qt.Key.Key_Return, qtbot)


def test_two_thousand_readings_take_no_reference_of_none() -> None:
    """PySide6 6.12.0 on Python 3.11 loses one with each call into an override, then aborts."""
    model = model_of(sample())
    read: Callable[[], object] = lambda: model.data(model.index(0, 0), Qt.ItemDataRole.FontRole)  # noqa: E731
    view = table_view(model, "units")
    before = sys.getrefcount(None)
    for _ in range(2000):
        read()
        model.index(0, 0).data(Qt.ItemDataRole.FontRole)
        model.headerData(0, Qt.Orientation.Vertical)
    view.deleteLater()
    assert before - sys.getrefcount(None) < 500
    assert model.data(QModelIndex()) is None
