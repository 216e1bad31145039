"""Questions name what their buttons do, and run it only when told to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.asking import ask, tell


@pytest.fixture
def parent(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    yield made
    for box in made.findChildren(QWidget):
        box.close()


def test_yes_runs_and_no_does_not(parent: QWidget, qtbot: QtBot) -> None:
    ran: list[str] = []
    ask(parent, "Xóa?", "Xóa", lambda: ran.append("no")).no.click()
    QApplication.processEvents()
    assert ran == []
    ask(parent, "Xóa?", "Xóa", lambda: ran.append("yes")).go.click()
    QApplication.processEvents()
    assert ran == ["yes"]
    assert QApplication.activeModalWidget() is None


def test_escape_is_no(parent: QWidget, qtbot: QtBot) -> None:
    ran: list[str] = []
    box = ask(parent, "Bỏ?", "Bỏ", lambda: ran.append("yes"))
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert ran == []


def test_a_dangerous_question_is_answered_safely_by_enter(parent: QWidget) -> None:
    assert ask(parent, "Xóa?", "Xóa", list, danger=True).defaultButton().text() == "Quay lại"
    assert ask(parent, "In?", "In", list).defaultButton().text() == "In"


def test_the_button_that_acts_stands_last(parent: QWidget) -> None:
    box = ask(parent, "Xóa?", "Xóa đơn vị", list, danger=True)
    QApplication.processEvents()
    assert box.no.x() < box.go.x()


def test_what_was_typed_is_shown_as_typed(parent: QWidget) -> None:
    box = tell(parent, "Không có <b> & \ntệp.", "Hãy xem lại.")
    assert box.text() == "<b>Không có &lt;b&gt; &amp; <br>tệp.</b>"
    assert box.words() == ["Đóng"]
