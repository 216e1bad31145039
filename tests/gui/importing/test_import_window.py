"""The window that takes rows of a workbook: columns matched, every row judged, taken as one step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from db import history, holdings, people
from gui import errors, jobs
from gui.importing.columns import examples
from gui.importing.window import ImportDialog, taken
from rules.pasting import Line

HEADINGS = ("TT", "Họ và tên", "Năm sinh", "Chức vụ, đơn vị", "Quê quán")
ROWS = (
    (1, "Lê Thị Hoa", 1980, "Bí thư Đảng ủy Sở Nội vụ", "Tỉnh Mẫu"),
    (2, "NGUYỄN VĂN BÌNH", None, "Bí thư Đảng ủy Khối các cơ quan tỉnh", ""),
    (3, "Phạm Minh", "31/02/1975", "Bí thư Đảng ủy Sở Nội vụ", ""),
)
Book = Callable[..., Path]


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """A workbook with a title over its headings, a blank row, a sum and a note."""

    def make(rows: tuple[tuple[object, ...], ...] = ROWS, name: str = "Danh sách.xlsx") -> Path:
        made = openpyxl.Workbook()
        sheet = made.active
        assert sheet is not None
        sheet.title = "Cán bộ"
        for row in (("DANH SÁCH CÁN BỘ",), (), HEADINGS, *rows, (), ("", "Tổng cộng: 3 đồng chí")):
            sheet.append(row)
        made.save(tmp_path / name)
        return tmp_path / name

    return make


@pytest.fixture
def dialog(qtbot: QtBot, office: dict[str, int]) -> Iterator[ImportDialog]:
    made = ImportDialog(kind="people")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    yield made
    jobs.wait()


def opened(dialog: ImportDialog, path: Path) -> ImportDialog:
    dialog.open_file(path)
    settle()
    return dialog


def settle() -> None:
    """Reading is followed by judging, each a job of its own."""
    for _ in range(2):
        jobs.wait()
        QApplication.processEvents()


def states(dialog: ImportDialog) -> dict[int, str]:
    return {line.id: line.state for line in dialog.rows.model.rows}


def names() -> list[str]:
    return [row.full_name for row in people.rows()]


def test_before_a_file_the_window_says_what_to_do(dialog: ImportDialog) -> None:
    assert "Kéo một bảng tính" in dialog.nothing.words()
    assert dialog.nothing.button.hasFocus()
    assert not dialog.take_button.isVisible()


def test_every_row_is_shown_with_its_verdict_and_nothing_is_written(dialog: ImportDialog, book: Book) -> None:
    before = names()
    opened(dialog, book())
    assert states(dialog) == {4: "new", 5: "same", 6: "error", 8: "passed"}
    assert dialog.rows.model.rows[0].state == "error"  # what is to be looked at stands first
    assert dialog.sum.text().startswith("Sẽ nhập: 1 mới. Chưa nhập được: 1 lỗi.")
    assert dialog.take_button.text() == "Nhập 1 đại biểu"
    assert names() == before


def test_the_row_that_is_chosen_is_told_in_full(dialog: ImportDialog, book: Book) -> None:
    opened(dialog, book())
    told = dialog.rows.detail.text()
    assert told.startswith("Dòng 6, lỗi: Phạm Minh")
    assert "31/2/1975" in told


def test_taking_is_one_step_that_can_be_undone(dialog: ImportDialog, book: Book) -> None:
    opened(dialog, book())
    heard: list[str] = []
    dialog.told.connect(heard.append)
    dialog.take_button.click()
    settle()
    made = next(row for row in people.rows() if row.full_name == "Lê Thị Hoa")
    assert [row.unit for row in holdings.rows(made.id)]
    assert heard == ["Đã nhập 1 đại biểu mới. Ctrl+Z để bỏ cả lần nhập."]
    assert states(dialog) == {4: "same", 5: "same", 6: "error", 8: "passed"}  # what is left stays in sight
    assert not dialog.take_button.isEnabled()
    history.undo()
    assert "Lê Thị Hoa" not in names()


def test_when_all_is_taken_the_window_closes(dialog: ImportDialog, book: Book) -> None:
    opened(dialog, book(ROWS[:1]))
    dialog.take_button.click()
    settle()
    assert not dialog.isVisible()
    assert "Lê Thị Hoa" in names()


def test_a_column_taken_by_hand_is_judged_at_once_and_remembered(dialog: ImportDialog, book: Book) -> None:
    path = book(((1, "Lê Thị Hoa", 1980, "", "Ghi chú riêng"),))
    opened(dialog, path)
    combo = dialog.columns.combos[4]
    assert combo.currentText() == "Không nhập"
    combo.setCurrentIndex(combo.findText("Ghi chú"))
    combo.activated.emit(combo.currentIndex())
    settle()
    dialog.take_button.click()
    settle()
    made = next(row.id for row in people.rows() if row.full_name == "Lê Thị Hoa")
    assert people.get(made)["note"] == "Ghi chú riêng"
    again = ImportDialog(kind="people")
    opened(again, path)
    assert again.columns.combos[4].currentText() == "Ghi chú"
    again.close()


def test_a_column_is_taken_for_one_thing_only(dialog: ImportDialog, book: Book) -> None:
    opened(dialog, book())
    combo = dialog.columns.combos[4]
    combo.setCurrentIndex(combo.findText("Họ và tên"))
    combo.activated.emit(combo.currentIndex())
    settle()
    assert dialog.columns.combos[1].currentText() == "Không nhập"
    assert combo.currentText() == "Họ và tên"


def test_without_a_name_nothing_can_be_taken(dialog: ImportDialog, book: Book) -> None:
    opened(dialog, book())
    combo = dialog.columns.combos[1]
    combo.setCurrentIndex(0)
    combo.activated.emit(0)
    settle()
    assert dialog.sum.text().startswith("⚠ Không thấy cột")
    assert not dialog.take_button.isEnabled()


def test_the_kind_is_told_by_the_headings(dialog: ImportDialog, tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.append(("STT", "Tên đơn vị", "Tên cấp ủy", "Ký hiệu", "Đơn vị cấp trên"))
    sheet.append((1, "Đảng bộ Sở Y tế", "Đảng ủy Sở Y tế", "SYT", "Đảng bộ Khối các cơ quan tỉnh"))
    made.save(tmp_path / "Đơn vị.xlsx")
    opened(dialog, tmp_path / "Đơn vị.xlsx")
    assert dialog.kind.currentText() == "Đơn vị"
    assert list(states(dialog).values()) in (["new"], ["error"])


def test_another_sheet_is_read_when_it_is_chosen(dialog: ImportDialog, book: Book) -> None:
    path = book()
    made = openpyxl.load_workbook(path)
    second = made.create_sheet("Bổ sung")
    second.append(HEADINGS)
    second.append((1, "Vũ Lan", 1990, "", ""))
    made.save(path)
    opened(dialog, path)
    assert dialog.sheet.isEnabled()
    dialog.sheet.setCurrentText("Bổ sung")
    dialog.sheet.activated.emit(dialog.sheet.currentIndex())
    settle()
    assert [line.title for line in dialog.rows.model.rows][0].startswith("Vũ Lan")


def test_a_file_that_is_no_workbook_is_refused_in_a_sentence(
    dialog: ImportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(errors, "show", lambda trouble, _parent=None: told.append(str(trouble)))
    (tmp_path / "a.xlsx").write_bytes(b"\x00" * 2000)
    opened(dialog, tmp_path / "a.xlsx")
    assert len(told) == 1
    assert "a.xlsx" in told[0]
    assert not dialog.take_button.isVisible()


def test_a_workbook_can_be_dropped(dialog: ImportDialog, book: Book) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(book()))])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    dialog.dropEvent(QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, left, none))
    settle()
    assert 4 in states(dialog)


def test_search_and_verdict_narrow_the_rows(dialog: ImportDialog, book: Book) -> None:
    opened(dialog, book())
    dialog.rows.search.setText("pham minh")
    assert [line.id for line in dialog.rows.model.rows] == [6]
    dialog.rows.search.setText("không có ai")
    assert "Không dòng nào" in dialog.rows.detail.text()
    dialog.rows.search.clear()
    dialog.rows.level.setCurrentIndex(dialog.rows.level.findData("new"))
    assert [line.id for line in dialog.rows.model.rows] == [4]


def test_all_of_it_by_keys(
    dialog: ImportDialog, book: Book, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    path = book()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    qtbot.keyClick(dialog.nothing.button, Qt.Key.Key_Return)
    settle()
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)
    assert dialog.rows.table.hasFocus()
    qtbot.keySequence(dialog, QKeySequence("Ctrl+S"))
    settle()
    assert "Lê Thị Hoa" in names()


def test_rows_that_were_not_taken_can_be_mended_and_read_again(
    dialog: ImportDialog, book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(dialog, book())
    target = tmp_path / "sửa.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr("gui.saving.offer", lambda *_: None)
    dialog.rejects_button.click()
    jobs.wait()
    mended = openpyxl.load_workbook(target)
    sheet = mended.active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row]
    wrong = next(cell for cell in cells if str(cell.value) == "31/02/1975")
    wrong.value = "28/02/1975"
    mended.save(target)
    opened(dialog, target)
    assert [line.title for line in dialog.rows.model.rows if line.state == "new"][0].startswith("Phạm Minh")


def test_what_was_taken_is_said_where_the_rest_is_still_in_sight(dialog: ImportDialog, book: Book) -> None:
    opened(dialog, book())
    dialog.take_button.click()
    settle()
    assert dialog.sum.text().startswith(
        "Đã nhập 1 đại biểu mới. Không còn dòng nào để nhập. Chưa nhập được: 1 lỗi."
    )
    opened(dialog, book((), "Trống.xlsx"))
    assert "Đã nhập" not in dialog.sum.text()


def test_an_empty_sheet_is_called_empty_and_the_keyboard_goes_to_another_file(
    dialog: ImportDialog, tmp_path: Path
) -> None:
    openpyxl.Workbook().save(tmp_path / "Trống.xlsx")
    opened(dialog, tmp_path / "Trống.xlsx")
    assert dialog.sum.text() == "⚠ Trang tính này không có dòng nào để nhập."
    assert dialog.choose_button.hasFocus()


def test_without_the_column_of_names_the_window_says_what_to_do(dialog: ImportDialog, book: Book) -> None:
    path = book()
    made = openpyxl.load_workbook(path)
    made.worksheets[0]["B3"] = "Mã hàng"
    made.save(path)
    opened(dialog, path)
    dialog.columns.combos[1].setCurrentIndex(0)
    dialog.columns.combos[1].activated.emit(0)
    settle()
    assert dialog.sum.text().startswith("⚠ Không thấy cột “Họ và tên” hoặc “Tên”. Chọn ở bên trái cột nào")


def test_the_boxes_are_as_wide_as_their_words(dialog: ImportDialog, tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    made.worksheets[0].title = "Danh sách cán bộ 2020 - 2025"
    for row in (HEADINGS, *ROWS * 40):
        made.worksheets[0].append(row)
    made.create_sheet("Khác")
    made.save(tmp_path / "Dài.xlsx")
    opened(dialog, tmp_path / "Dài.xlsx")
    for combo in (dialog.sheet, dialog.rows.level):
        assert combo.width() >= combo.fontMetrics().horizontalAdvance(combo.currentText()) + 24


def test_enter_on_a_row_or_a_box_takes_nothing_and_on_the_button_all(
    dialog: ImportDialog, book: Book
) -> None:
    before = names()
    opened(dialog, book())
    for part in (dialog.rows.table, dialog.rows.search, dialog.rows.level, dialog.kind):
        part.setFocus()
        QTest.keyClick(part, Qt.Key.Key_Return)
    QTest.keyClick(dialog.columns.combos[1], Qt.Key.Key_Enter)
    assert names() == before
    dialog.take_button.setFocus()
    QTest.keyClick(dialog.take_button, Qt.Key.Key_Return)
    assert names() != before


@pytest.mark.parametrize(
    ("created", "updated", "said"),
    [
        (110, 8, "Đã nhập 110 đại biểu mới, cập nhật 8."),
        (3, 0, "Đã nhập 3 đại biểu mới."),
        (0, 1, "Đã cập nhật 1 đại biểu."),
    ],
)
def test_what_is_none_is_not_said(created: int, updated: int, said: str) -> None:
    assert taken(created, updated, "đại biểu") == said


def test_examples_are_read_as_on_paper(dialog: ImportDialog) -> None:
    rows = [Line(2, (date(1975, 3, 2), 1980.0)), Line(3, (datetime(1976, 1, 31), None))]
    assert [examples(rows, place) for place in (0, 1)] == ["02/3/1975; 31/01/1976", "1980"]


def test_another_file_is_shown_without_the_search_of_the_one_before(dialog: ImportDialog, book: Book) -> None:
    opened(dialog, book())
    dialog.rows.search.setText("hoa")
    opened(dialog, book(name="Khác.xlsx"))
    assert not dialog.rows.search.text()
