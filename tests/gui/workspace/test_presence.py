from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db import attendance, history
from gui.workspace.presence import PresencePart
from tests.gui.workspace.samples import Conference

Seen = Callable[[Any], Any]


def press(widget: QWidget, text: str, key: Qt.Key = Qt.Key.Key_unknown) -> None:
    QApplication.sendEvent(
        widget, QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    )


def test_a_few_letters_and_enter_mark_someone_present(seen: Seen, qtbot: QtBot, made: Conference) -> None:
    part = seen(PresencePart())
    qtbot.keyClicks(part.search, "ttb")
    assert [row.person.full_name for row in part.model.rows] == ["Trần Thị Bình"]
    qtbot.keyClick(part.search, Qt.Key.Key_Return)
    assert attendance.counts(made.meeting).came == 1
    assert part.search.text() == ""
    assert part.panel.total.came == 1
    assert history.undo_label().startswith("Điểm danh")


def test_one_key_for_every_state_and_counts_add_up(seen: Seen, made: Conference) -> None:
    part = seen(PresencePart())
    part.table.selectRow(0)
    for letter in "CMSTLK":
        press(part.table, letter.lower())
    total = part.panel.total
    assert (total.came, total.excused, total.absent, total.unmarked) == (4, 1, 1, 2)
    assert total.came + total.missing + total.unmarked == total.called == 8
    assert attendance.counts(made.meeting) == total
    history.undo()
    assert part.panel.total.absent == 0


def test_all_present_is_one_change(seen: Seen, qtbot: QtBot) -> None:
    part = seen(PresencePart())
    qtbot.mouseClick(part.all_button, Qt.MouseButton.LeftButton)
    assert part.panel.total.came == 8
    history.undo()
    assert part.panel.total.came == 0


def test_time_and_reason_belong_to_a_mark(seen: Seen, made: Conference) -> None:
    part = seen(PresencePart())
    part.table.selectRow(1)
    assert not part.line.lines["reason"].isEnabled()
    part.mark_selected("excused")
    part.line.lines["reason"].setText("ốm")
    part.line.lines["reason"].editingFinished.emit()
    assert attendance.rows(made.meeting)[1].reason == "ốm"
