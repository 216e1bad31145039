"""The day of a meeting typed with its weekday, by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db import meetings
from gui.workspace.info import InfoPart
from tests.gui.workspace.samples import Conference

Seen = Callable[[Any], Any]


def test_a_weekday_of_another_day_is_noted_and_the_day_can_still_be_saved(
    seen: Seen, made: Conference
) -> None:
    part = seen(InfoPart())
    part.activateWindow()
    assert QTest.qWaitForWindowActive(part.window())
    box = part.form.boxes["day"]
    box.editor.line.setFocus()
    box.editor.line.selectAll()
    QTest.keyClicks(box.editor.line, "thu ba 28/8/2019")
    QTest.keyClick(box.editor.line, Qt.Key.Key_Tab)
    assert box.editor.line.text() == "28/08/2019"
    assert box.note.text() == "⚠ 28/08/2019 là Thứ Tư, không phải Thứ Ba."
    assert box.note.isVisibleTo(part)
    QTest.keyClick(QApplication.focusWidget() or part, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert meetings.get(made.meeting)["day"] == date(2019, 8, 28)
