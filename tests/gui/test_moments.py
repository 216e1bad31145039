"""A weekday typed with its day is heard, and told where it is not that of the day."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.form import FieldBox
from gui.moments import DateEditor, VagueEditor
from rules.fields import Field, Kind

WRONG = "⚠ 21/08/2019 là Thứ Tư, không phải Thứ Ba."


def boxed(qtbot: QtBot, kind: Kind) -> tuple[FieldBox, DateEditor | VagueEditor]:
    box = FieldBox(Field("day", "Ngày họp", kind), None)
    qtbot.addWidget(box)
    box.show()
    edit = box.editor
    assert isinstance(edit, DateEditor | VagueEditor)
    edit.line.setFocus()
    return box, edit


@pytest.mark.parametrize(
    ("kind", "typed", "left"),
    [
        (Kind.DATE, "T3, 21/8/2019", "21/08/2019"),
        (Kind.VAGUE, "sang T3, 21/8/2019", "sang T3, 21/8/2019"),
    ],
)
def test_a_wrong_weekday_is_told_while_typing_and_after_the_line_is_left(
    kind: Kind, typed: str, left: str, qtbot: QtBot
) -> None:
    box, edit = boxed(qtbot, kind)
    QTest.keyClicks(edit.line, typed)
    assert box.note.text() == WRONG
    edit.line.editingFinished.emit()
    assert (edit.line.text(), box.note.text()) == (left, WRONG)
    assert box.note.isVisible()
    assert edit.control.accessibleDescription() == WRONG[2:]


@pytest.mark.parametrize("kind", [Kind.DATE, Kind.VAGUE])
def test_a_right_weekday_says_nothing(kind: Kind, qtbot: QtBot) -> None:
    box, edit = boxed(qtbot, kind)
    QTest.keyClicks(edit.line, "thu tu ngay 21/8/2019")
    edit.line.editingFinished.emit()
    assert box.note.text() == ""


def test_mending_the_day_takes_the_note_away(qtbot: QtBot) -> None:
    box, edit = boxed(qtbot, Kind.DATE)
    QTest.keyClicks(edit.line, "T3, 21/8/2019")
    edit.line.editingFinished.emit()
    edit.line.selectAll()
    QTest.keyClicks(edit.line, "20/8/2019")
    assert (edit.get(), box.note.text()) == (date(2019, 8, 20), "")


@pytest.mark.parametrize("value", [date(2019, 8, 21), None])
def test_a_day_put_by_the_program_forgets_what_was_typed(value: date | None, qtbot: QtBot) -> None:
    box, edit = boxed(qtbot, Kind.DATE)
    QTest.keyClicks(edit.line, "T3, 21/8/2019")
    edit.put(value)
    assert box.note.text() == ""


def test_a_pasted_day_is_heard_too(qtbot: QtBot) -> None:
    box, edit = boxed(qtbot, Kind.DATE)
    QApplication.clipboard().setText("Thứ Ba, ngày 21 tháng 8 năm 2019")
    QTest.keyClick(edit.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert box.note.text() == WRONG
