"""Enter presses the button that has the keyboard; a clerk's day found what else is held here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from db import history, units
from gui.form import Form
from gui.links import Matcher
from gui.pages.units import UnitsPage
from rules.fields import Field, Kind
from rules.office import usual_preset


def test_enter_on_the_side_button_never_saves(qtbot: QtBot) -> None:
    saved: list[object] = []
    form = Form("Thử", (Field("name", "Tên"),), {"name": ""}, on_save=saved.append)
    qtbot.addWidget(form)
    form.show()
    leave = next(b for b in form.findChildren(QPushButton) if b.text() == "Đóng, không lưu")
    leave.setFocus()
    QTest.keyClick(leave, Qt.Key.Key_Return)
    assert not saved
    assert not form.isVisible()


def test_a_day_that_cannot_be_is_told_as_its_line_is_left(qtbot: QtBot) -> None:
    form = Form("Thử", (Field("day", "Ngày", Kind.DATE),), {"day": None})
    qtbot.addWidget(form)
    box = form.boxes["day"]
    line = box.editor.control
    QTest.keyClicks(line, "31/2/2025")
    assert box.note.text() == ""
    line.editingFinished.emit()  # type: ignore[attr-defined]
    assert "tháng 2/2025 có 28 ngày" in box.note.text()
    line.setText("28/2/2025")  # type: ignore[attr-defined]
    assert "28 ngày" not in box.note.text()


def test_a_given_name_is_found_before_names_that_only_begin_so(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    people = [(1, "Hoàng Thị Mỹ – Bí thư Chi bộ Báo"), (2, "Trần Thị Hoa – Phó Bí thư Đảng ủy Sở Tài chính")]
    assert [key for key, _ in Matcher(line, lambda: people).matches("hoa")] == [2, 1]


def test_the_kind_of_office_follows_the_day() -> None:
    assert usual_preset(date(2024, 1, 1)).values["symbol"] == "ĐUK"
    assert usual_preset(date(2026, 1, 1)).values["symbol"] == "ĐU"


@pytest.fixture
def page(qtbot: QtBot, office: dict[str, int]) -> Iterator[UnitsPage]:
    made = UnitsPage()
    history.listeners.append(made.news)
    made.show()
    QApplication.processEvents()
    yield made
    history.listeners.clear()
    made.hide()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def at(page: UnitsPage, name: str) -> units.Row:
    place = next(n for n, row in enumerate(page.model.rows) if row.organization == name)
    page.table.selectRow(place)
    row: units.Row = page.selected()[0]
    return row


def test_deleting_goes_to_the_next_row_and_undo_back(page: UnitsPage) -> None:
    gone = at(page, "Chi bộ Văn phòng Sở Công Thương")
    page._delete([gone.id])
    assert [row.organization for row in page.selected()] == ["Đảng bộ Sở Nội vụ"]
    history.undo()
    assert [row.id for row in page.selected()] == [gone.id]


def test_the_same_unit_twice_is_refused(page: UnitsPage) -> None:
    kept = at(page, "Đảng bộ Sở Nội vụ")
    page.add()
    form = page._form
    assert form is not None
    form.boxes["organization"].editor.put("Đảng bộ sở nội vụ")
    form.boxes["parent"].editor.put(kept.parent_id)
    assert "Đã có" in form.problems()["organization"]
    form.boxes["parent"].editor.put(None)
    assert "organization" not in form.problems()
    form.forget_changes()
    form.close()


def test_a_new_name_brings_its_committee_and_short_name(page: UnitsPage) -> None:
    row = at(page, "Đảng bộ Sở Công Thương")
    page.rename()
    form = page._form
    assert form is not None
    form.boxes["organization"].editor.put("Đảng bộ Sở Công nghiệp")
    assert form.values()["committee"] == "Đảng ủy Sở Công nghiệp"
    assert units.get(row.id)["committee"] == "Đảng ủy Sở Công Thương"
    form.forget_changes()
    form.close()
