"""Keys that Qt leaves to the main button of a dialog."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Enter(QObject):
    """Enter presses the button that has the keyboard, never another one."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain and event.key() in ENTER and isinstance(watched, QPushButton):
                watched.click()
                return True
        return super().eventFilter(watched, event)


def enter_presses(*buttons: QPushButton) -> None:
    """Side buttons: without the focus they are not the default, with it Enter presses them."""
    for button in buttons:
        button.setAutoDefault(False)
        button.installEventFilter(_Enter(button))
