"""The side buttons of a dialog and the row that they stand in with the main one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gui.keys import enter_presses


def side(words: str, run: Callable[[], object], keys: str = "") -> QPushButton:
    """A button that Enter presses only while it has the keyboard; `keys` ("Ctrl+N") press it from anywhere
    in its window, and its tip names them.
    """
    made = QPushButton(words)
    made.clicked.connect(lambda: run())
    enter_presses(made)
    give_keys(made, keys)
    return made


def give_keys(button: QPushButton, keys: str) -> None:
    """This chord presses the button at once, as long as it is seen and ready."""
    if keys:
        QShortcut(QKeySequence(keys), button, button.click)
        button.setToolTip(keys)


def foot(close: QWidget, *rest: QWidget) -> QHBoxLayout:
    """The last row of a dialog: the way out left, what can be done right, the main button last."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(close)
    row.addStretch(1)
    for part in rest:
        row.addWidget(part)
    return row
