"""Buttons of dialogs: pressed by Enter where they have the keyboard, by their chord from anywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from gui.buttons import foot, give_keys, side


def made(qtbot: QtBot, pressed: list[str]) -> tuple[QDialog, QLineEdit, QPushButton, QPushButton]:
    dialog = QDialog()
    line = QLineEdit()
    other = side("Giữ số…", lambda: pressed.append("side"), "Ctrl+N")
    main = QPushButton("Lưu")
    main.setDefault(True)
    main.clicked.connect(lambda: pressed.append("main"))
    give_keys(main, "Ctrl+S")
    column = QVBoxLayout(dialog)
    column.addWidget(line)
    column.addLayout(foot(side("Đóng", dialog.reject), other, main))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)
    line.setFocus()
    return dialog, line, other, main


def test_enter_in_a_field_presses_the_main_button_only(qtbot: QtBot) -> None:
    pressed: list[str] = []
    _dialog, line, other, _main = made(qtbot, pressed)
    QTest.keyClick(line, Qt.Key.Key_Return)
    other.setFocus()
    QTest.keyClick(other, Qt.Key.Key_Return)
    assert pressed == ["main", "side"]


def test_a_chord_presses_from_anywhere_and_is_named_in_the_tip(qtbot: QtBot) -> None:
    pressed: list[str] = []
    _dialog, line, other, main = made(qtbot, pressed)
    for key in (Qt.Key.Key_N, Qt.Key.Key_S):
        QTest.keyClick(line, key, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["side", "main"]
    assert (other.toolTip(), main.toolTip()) == ("Ctrl+N", "Ctrl+S")


def test_a_button_that_is_off_or_hidden_is_not_pressed(qtbot: QtBot) -> None:
    pressed: list[str] = []
    _dialog, line, other, main = made(qtbot, pressed)
    other.setEnabled(False)
    main.hide()
    for key in (Qt.Key.Key_N, Qt.Key.Key_S):
        QTest.keyClick(line, key, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []


def test_the_way_out_stands_left_and_the_main_button_last(qtbot: QtBot) -> None:
    dialog, _, other, main = made(qtbot, [])
    (close,) = (one for one in dialog.findChildren(QPushButton) if one.text() == "Đóng")
    assert close.x() < other.x() < main.x()
