"""Editors hand over values, or what was typed when it cannot be read."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QDate, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLineEdit
from pytestqt.qtbot import QtBot

from gui.fields import ChoiceEditor, DateEditor, Editor, QuietCombo, editor
from rules.dates import parse_vague
from rules.fields import Choice, Field, Kind, empty
from tests.gui import fakes

STATES = (Choice("working", "Đang hoạt động"), Choice("closed", "Đã kết thúc"))


def made(kind: Kind, qtbot: QtBot, **words: Any) -> Editor:
    edit = editor(Field("thing", "Điều cần nhập", kind, **words), fakes.choices)
    qtbot.addWidget(edit)
    return edit


ROUND = [
    (Kind.TEXT, "Đảng bộ"),
    (Kind.LONG, "một\nhai"),
    (Kind.INT, 1250),
    (Kind.BOOL, True),
    (Kind.DATE, date(2019, 8, 21)),
    (Kind.VAGUE, parse_vague("dự kiến đầu tháng 7/2020")),
    (Kind.TIME, "07:30"),
    (Kind.CHOICE, "closed"),
    (Kind.LINK, 2),
    (Kind.LINKS, (3, 1)),
]


@pytest.mark.parametrize(("kind", "value"), ROUND)
def test_what_is_put_is_got(kind: Kind, value: Any, qtbot: QtBot) -> None:
    edit = made(kind, qtbot, choices=STATES, target="unit_kind")
    edit.put(value)
    assert edit.get() == value
    assert edit.trouble() == ""


@pytest.mark.parametrize("kind", list(Kind))
def test_an_untouched_editor_says_nothing(kind: Kind, qtbot: QtBot) -> None:
    edit = made(kind, qtbot, choices=STATES, target="unit_kind")
    edit.put(None)
    assert edit.get() == empty(kind)


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (Kind.DATE, "21-8-2019", date(2019, 8, 21)),
        (Kind.DATE, "ngày 21 tháng 8 năm 2019", date(2019, 8, 21)),
        (Kind.DATE, "31/02/2020", "31/02/2020"),
        (Kind.TIME, "7h30", "07:30"),
        (Kind.TIME, "sớm", "sớm"),
        (Kind.INT, "1.250", 1250),
        (Kind.INT, "chín", "chín"),
        (Kind.VAGUE, "31/02/2020", "31/02/2020"),
    ],
)
def test_all_ways_of_writing_and_what_cannot_be_read(
    kind: Kind, typed: str, value: Any, qtbot: QtBot
) -> None:
    edit = made(kind, qtbot)
    assert isinstance(edit.control, QLineEdit)
    edit.control.setText(typed)
    assert edit.get() == value


@pytest.mark.parametrize(
    ("kind", "typed", "shown"),
    [
        (Kind.DATE, "1.2.2020", "01/02/2020"),
        (Kind.DATE, "31/02/2020", "31/02/2020"),
        (Kind.TIME, "8h", "08:00"),
    ],
)
def test_leaving_the_line_shows_it_the_usual_way(kind: Kind, typed: str, shown: str, qtbot: QtBot) -> None:
    edit = made(kind, qtbot)
    assert isinstance(edit.control, QLineEdit)
    edit.control.setText(typed)
    edit.control.editingFinished.emit()
    assert edit.control.text() == shown


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("trong tháng 02/2020", "Hiểu là từ 01/02/2020 đến hết 29/02/2020."),
        ("trước 30/6/2020", "Hiểu là đến hết 29/06/2020."),
        ("21/8/2019", ""),
        ("", ""),
        ("khi có hướng dẫn", "Giữ nguyên lời, không tính ngày."),
    ],
)
def test_a_vague_time_says_how_it_is_understood(words: str, meaning: str, qtbot: QtBot) -> None:
    edit = made(Kind.VAGUE, qtbot)
    edit.put(words)
    assert edit.meaning() == meaning


def test_the_calendar_gives_the_day(qtbot: QtBot) -> None:
    edit = made(Kind.DATE, qtbot)
    assert isinstance(edit, DateEditor)
    edit.show()
    edit.put(date(2019, 8, 1))
    qtbot.keyClick(edit.control, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    calendar = popup.findChild(QCalendarWidget) if popup else None
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.selectedDate() == QDate(2019, 8, 1)
    calendar.clicked.emit(QDate(2019, 8, 21))
    assert edit.get() == date(2019, 8, 21)
    assert QApplication.activePopupWidget() is None


def test_an_optional_choice_can_stay_open_and_a_required_one_cannot(qtbot: QtBot) -> None:
    optional, required = (made(Kind.CHOICE, qtbot, choices=STATES, required=must) for must in (False, True))
    assert isinstance(optional, ChoiceEditor)
    assert isinstance(required, ChoiceEditor)
    assert [edit.combo.count() for edit in (optional, required)] == [3, 2]


def test_the_wheel_changes_no_choice(qtbot: QtBot) -> None:
    combo = QuietCombo()
    qtbot.addWidget(combo)
    combo.addItems(["một", "hai"])
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPointF(0, -120).toPoint(), QPointF(0, -120).toPoint(),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(combo, turn)
    assert combo.currentIndex() == 0
    assert not turn.isAccepted()


def test_every_control_is_named_for_a_screen_reader(qtbot: QtBot) -> None:
    for kind in Kind:
        edit = made(kind, qtbot, choices=STATES, target="unit_kind")
        named = [w for w in (edit.control, *edit.control.findChildren(QLineEdit)) if w.accessibleName()]
        assert "Điều cần nhập" in {widget.accessibleName() for widget in named}
