"""The review window: what it lists, how the clerk gets to the record, that it follows what is mended."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db import directives, history, people
from db.choices import choices
from gui.form import Form
from gui.tools import doors
from gui.tools.review import ReviewDialog
from gui.window import MainWindow
from tests.gui.office import post


@pytest.fixture
def odd(office: dict[str, int]) -> int:
    """Somebody born tomorrow, so to speak."""
    return people.save({"full_name": "Lê Lạ", "birth": "2090"})


@pytest.fixture
def dialog(qtbot: QtBot, odd: int) -> Iterator[ReviewDialog]:
    made = ReviewDialog()
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    history.listeners.append(made.news)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    yield made
    history.listeners.clear()


def titles(dialog: ReviewDialog) -> list[str]:
    return [one.title for one in dialog.list.model.rows]


def test_it_lists_what_is_odd_and_takes_the_keyboard(dialog: ReviewDialog) -> None:
    assert "Lê Lạ" in titles(dialog)
    assert dialog.sum.text() == f"⚠ {len(titles(dialog))} chỗ cần xem lại"
    assert dialog.list.table.hasFocus()


def test_enter_asks_for_the_record(dialog: ReviewDialog, odd: int, qtbot: QtBot) -> None:
    dialog.list.search.setText("le la")
    with qtbot.waitSignal(dialog.opened) as heard:
        qtbot.keyClick(dialog.list.table, Qt.Key.Key_Return)
    assert heard.args == ["person", odd]


def test_what_is_mended_goes_from_the_list(dialog: ReviewDialog, odd: int) -> None:
    people.save({"birth": "1980"}, odd)
    assert "Lê Lạ" not in titles(dialog)
    history.undo()
    assert "Lê Lạ" in titles(dialog)


def test_a_mark_at_the_door_asks_nothing(dialog: ReviewDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("db.review.findings", lambda: asked.append("asked") or [])
    dialog.news(frozenset({"attendance"}))
    assert asked == []
    dialog.news(frozenset({"attendance", "person"}))
    assert asked == ["asked"]


def test_nothing_odd_is_said(dialog: ReviewDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.review.findings", list)
    dialog.refresh()
    assert dialog.sum.text() == "✓ Không thấy chỗ nào cần xem lại."
    assert not dialog.mend_button.isEnabled()
    assert dialog.again_button.hasFocus()


def test_a_kind_is_chosen_and_the_list_copied(dialog: ReviewDialog) -> None:
    dialog.list.level.setCurrentIndex(dialog.list.level.findData("people"))
    assert {one.look for one in dialog.list.model.rows} == {"people"}
    dialog.copy_button.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == len(titles(dialog))
    assert any(line.startswith("Thông tin đại biểu\tLê Lạ\t") for line in lines)


def test_to_mend_opens_the_form_of_the_record_in_its_tab(qtbot: QtBot, odd: int) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    doors.mend(window, "person", odd)
    QApplication.processEvents()
    assert window.tabs.tabText(window.tabs.currentIndex()) == "Đại biểu"
    form = next(form for form in window.findChildren(Form) if form.isVisible())
    assert form.values()["full_name"] == "Lê Lạ"
    form.reject()
    window.forget()


def test_numbers_open_their_own_window(qtbot: QtBot, office: dict[str, int]) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    doors.mend(window, "numbers", -1)
    shown = QApplication.activeModalWidget()
    assert shown is not None
    assert shown.objectName() == "numbers"
    shown.close()
    window.forget()


def test_two_people_in_one_post_are_one_finding(dialog: ReviewDialog, office: dict[str, int]) -> None:
    from db import holdings

    second = people.save({"full_name": "Lê Hai"})
    holdings.save({"post": post("Bí thư"), "unit": office["SCT"]}, second)
    found = [one for one in dialog.list.model.rows if one.look == "two_holders"]
    assert len(found) == 1
    assert "Lê Hai" in found[0].words


def test_asked_for_again_the_window_that_is_open_comes_forward(qtbot: QtBot, odd: int) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    doors.review(window)
    doors.review(window)
    (one,) = window.findChildren(ReviewDialog)
    assert one.list.table.hasFocus() or one.list.table is one.focusWidget()
    one.reject()


def test_a_document_of_a_finding_is_opened_in_its_form(qtbot: QtBot, office: dict[str, int]) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    kind = next(key for key, text in choices("directive_type") if text.startswith("Kế hoạch"))
    given = {"type": kind, "number": 92, "issuer": office["own"], "issuer_code": "ĐUK", "direction": "out"}
    record = directives.save({**given, "issued": "19/8/2019", "subject": "về đại hội"})
    doors.mend(window, "directive", record)
    form = QApplication.activeModalWidget()
    assert isinstance(form, Form)
    assert form.windowTitle() == "Sửa văn bản"
    form.reject()


def test_a_record_that_is_gone_opens_no_form_of_another(qtbot: QtBot, odd: int) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    people.delete([odd])
    doors.mend(window, "person", odd)
    assert QApplication.activeModalWidget() is None
