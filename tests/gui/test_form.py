"""A form shows what must be mended, loses nothing that was typed, and never saves by itself."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from gui.form import Form, Section
from rules.fields import blank
from rules.trouble import Refused
from tests.gui import fakes

GOOD = blank(fakes.FIELDS) | {"organization": "Đảng bộ Sở Y tế", "kind": 1, "symbol": "SYT"}


def open_form(qtbot: QtBot, values: dict[str, Any] | None = None, **words: Any) -> Form:
    form = Form(
        "Sửa đơn vị", fakes.FIELDS, values or GOOD, fakes.problems, fakes.doubts, "Lưu đơn vị",
        choices=fakes.choices, **words,
    )  # fmt: skip
    qtbot.addWidget(form, before_close_func=Form.forget_changes)
    form.open()
    QApplication.processEvents()  # the window becomes the active one
    return form


def note(form: Form, name: str) -> str:
    label = form.boxes[name].note
    return label.text() if label.isVisibleTo(form) else ""


def answer(words: str) -> None:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    button = next(button for button in box.buttons() if button.text() == words)
    button.click()


def test_a_good_form_hands_over_tidied_values_and_closes(qtbot: QtBot) -> None:
    saved: list[dict[str, Any]] = []
    form = open_form(qtbot, on_save=saved.append)
    form.boxes["organization"].editor.put("  Đảng bộ   Sở Y tế ")
    form.boxes["founded"].editor.put("1.2.1998")
    with qtbot.waitSignal(form.accepted, timeout=500):
        qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert saved == [GOOD | {"founded": date(1998, 2, 1)}]
    assert form.values() == saved[0]


def test_values_that_have_no_field_are_handed_back(qtbot: QtBot) -> None:
    form = open_form(qtbot, GOOD | {"first_post": 7})
    assert form.values()["first_post"] == 7


def test_all_problems_at_once_under_their_fields_and_the_focus_at_the_first(qtbot: QtBot) -> None:
    saved: list[dict[str, Any]] = []
    form = open_form(qtbot, on_save=saved.append)
    form.boxes["organization"].editor.put("")
    form.boxes["founded"].editor.put("31/02/2020")
    form.boxes["members"].editor.put("0")
    form.boxes["kind"].editor.control.findChild(QWidget, "kind").setText("không có")  # type: ignore[union-attr]
    form.save()
    assert note(form, "organization") == "✗ Chưa nhập “Tên tổ chức đảng”."
    assert "31/2/2020" in note(form, "founded")
    assert note(form, "members") == "✗ Đơn vị phải có đảng viên."
    assert note(form, "kind") == "✗ Không có “không có” trong danh sách. Hãy chọn một dòng có sẵn."
    assert form.boxes["organization"].editor.control.hasFocus()
    assert form.isVisible()
    assert saved == []


def test_notes_go_as_soon_as_the_fault_is_mended(qtbot: QtBot) -> None:
    form = open_form(qtbot)
    form.boxes["organization"].editor.put("")
    form.save()
    form.boxes["organization"].editor.put("Đảng bộ Sở Y tế")
    qtbot.waitUntil(lambda: note(form, "organization") == "Viết như trên văn bản", timeout=1000)


def test_nothing_is_called_wrong_before_the_first_try(qtbot: QtBot) -> None:
    form = open_form(qtbot, blank(fakes.FIELDS))
    assert [name for name in form.boxes if note(form, name).startswith("✗")] == []


def test_doubts_are_shown_and_saved_all_the_same(qtbot: QtBot) -> None:
    form = open_form(qtbot, GOOD | {"symbol": ""})
    assert note(form, "symbol").startswith("⚠ Chưa có ký hiệu")
    assert form.boxes["symbol"].note.property("role") == "warn"
    form.save()
    assert form.result() == QDialog.DialogCode.Accepted


def test_the_meaning_of_a_vague_time_stands_under_it(qtbot: QtBot) -> None:
    form = open_form(qtbot)
    form.boxes["congress"].editor.put("trong tháng 02/2020")
    assert note(form, "congress") == "Hiểu là từ 01/02/2020 đến hết 29/02/2020."


def test_a_refusal_stays_in_the_form_with_everything_typed(qtbot: QtBot) -> None:
    def refuse(_values: dict[str, Any]) -> None:
        raise Refused("Tên này đã có.", "Hãy chọn tên khác.")

    form = open_form(qtbot, on_save=refuse)
    form.boxes["note"].editor.put("giữ lại")
    form.save()
    assert form.isVisible()
    assert form.refusal.text() == "✗ Tên này đã có. Hãy chọn tên khác."
    assert form.boxes["note"].editor.get() == "giữ lại"


def test_our_own_fault_is_not_swallowed(qtbot: QtBot) -> None:
    def fail(_values: dict[str, Any]) -> None:
        raise ZeroDivisionError

    form = open_form(qtbot, on_save=fail)
    with pytest.raises(ZeroDivisionError):
        form.save()
    assert form.isVisible()


@pytest.mark.parametrize("way", ["escape", "close"])
def test_leaving_asks_before_typed_changes_go(way: str, qtbot: QtBot) -> None:
    form = open_form(qtbot)
    form.boxes["note"].editor.put("mới")
    for words, stays in (("Nhập tiếp", True), ("Bỏ, không lưu", False)):
        if way == "escape":
            qtbot.keyClick(form, Qt.Key.Key_Escape)
        else:
            form.close()
        assert form.isVisible()
        answer(words)
        assert form.isVisible() is stays


def test_leaving_an_untouched_form_asks_nothing(qtbot: QtBot) -> None:
    form = open_form(qtbot)
    form.close()
    assert not form.isVisible()
    assert QApplication.activeModalWidget() is None


def test_sections_have_titles_and_pairs_stand_side_by_side(qtbot: QtBot) -> None:
    layout = (
        Section("Tên gọi", ("organization", ("short", "symbol"))),
        Section("Khác", (("kind", "state"), "note")),
    )
    form = open_form(qtbot, layout=layout)
    titles = [label.text() for label in form.findChildren(QLabel) if label.property("role") == "subheading"]
    assert titles == ["Tên gọi", "Khác"]
    left, right = form.boxes["short"], form.boxes["symbol"]
    assert left.y() == right.y()
    assert abs(left.width() - right.width()) <= 1
    assert not form.boxes["members"].isVisible()


def test_tab_goes_through_the_fields_in_their_order(qtbot: QtBot) -> None:
    form = open_form(qtbot)
    form.boxes["organization"].editor.setFocus()
    seen = []
    for _ in range(6):
        seen.append(QApplication.focusWidget().objectName())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert seen == ["organization", "short", "symbol", "kind", "state", "members"]


def test_every_label_is_the_buddy_of_its_field_and_names_it(qtbot: QtBot) -> None:
    form = open_form(qtbot)
    for field in fakes.FIELDS:
        labels = [label for label in form.boxes[field.name].findChildren(QLabel) if label.buddy()]
        assert [label.text().removesuffix(" *") for label in labels] in ([field.label], [])
    named = [box.editor.field.label for box in form.boxes.values()]
    assert len(set(named)) == len(named)


def test_it_fits_the_smallest_screen(qtbot: QtBot) -> None:
    form = open_form(qtbot)
    assert form.height() <= 768 - 60
    assert form.width() <= 640


def test_save_and_one_more(qtbot: QtBot) -> None:
    calls: list[str] = []
    form = open_form(qtbot, on_save=lambda _: calls.append("saved"), on_more=lambda: calls.append("more"))
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert calls == ["saved", "more"]
