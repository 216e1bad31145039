"""The posts of one person: added, mended, taken away, each an undo step of its own."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from db import history, holdings
from gui.posts import PostsDialog
from tests.gui.office import post


@pytest.fixture
def dialog(qtbot: QtBot, office: dict[str, int]) -> PostsDialog:
    made = PostsDialog(office["Đỗ Ước"], "Đỗ Ước")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def lines(dialog: PostsDialog) -> list[tuple[str, str]]:
    return [(row.post, row.unit) for row in dialog.model.rows]


def test_a_post_is_added_without_leaving_the_dialog(dialog: PostsDialog, office: dict[str, int]) -> None:
    dialog.add_button.click()
    form = dialog._form
    assert form is not None
    form.boxes["post"].editor.put(post("Chuyên viên"))
    form.boxes["unit"].editor.put(office["SNV"])
    form.save()
    assert ("Chuyên viên", "Đảng bộ Sở Nội vụ") in lines(dialog)
    assert dialog.selected().post == "Chuyên viên"
    assert history.undo_label() == "Thêm chức vụ cho Đỗ Ước"


def test_a_post_ends_with_a_day_and_stays_in_the_list(dialog: PostsDialog) -> None:
    dialog.edit_button.click()
    form = dialog._form
    assert form is not None
    assert form.values()["since"] == date(2016, 1, 1)
    form.boxes["until"].editor.put(date(2020, 6, 30))
    form.save()
    assert [row.until for row in dialog.model.rows] == [date(2020, 6, 30)]


def test_a_post_that_ends_before_it_began_is_not_taken(dialog: PostsDialog) -> None:
    dialog.edit()
    form = dialog._form
    assert form is not None
    form.boxes["until"].editor.put(date(2015, 6, 30))
    form.save()
    assert form.isVisible()
    assert "ở trước ngày bắt đầu" in form.boxes["until"].note.text()
    form.forget_changes()
    form.reject()


def test_deleting_asks_first_and_undo_brings_it_back(dialog: PostsDialog) -> None:
    dialog.delete_button.click()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "Phó Bí thư" in box.text()
    next(button for button in box.buttons() if button.text() == "Xóa chức vụ").click()
    assert lines(dialog) == []
    assert not dialog.edit_button.isEnabled()
    history.undo()
    assert lines(dialog) == [("Phó Bí thư", "Chi bộ Văn phòng Sở Công Thương")]


def test_news_from_elsewhere_keep_the_selected_line(dialog: PostsDialog, office: dict[str, int]) -> None:
    person = office["Đỗ Ước"]
    second = holdings.save({"post": post("Chuyên viên"), "unit": office["SCT"]}, person)
    dialog.table.selectRow([row.id for row in dialog.model.rows].index(second))
    holdings.save({"post": post("Bí thư"), "unit": office["SNV"]}, person)
    assert dialog.selected().id == second


def test_a_closed_dialog_hears_nothing_more(dialog: PostsDialog) -> None:
    assert len(history.listeners) == 1
    dialog.accept()
    assert history.listeners == []


def test_a_row_is_selected_alone_even_while_ctrl_is_held(dialog: PostsDialog, qtbot: QtBot) -> None:
    qtbot.keyPress(dialog.table, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    try:
        dialog.table.selectRow(0)
        dialog.table.selectRow(0)
        assert dialog.selected() is not None
    finally:
        qtbot.keyRelease(dialog.table, Qt.Key.Key_Control)
