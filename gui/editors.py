"""What every editor of a field has, and the plain line that most of them are."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from gui.links import Matcher
from gui.old_letters import OldLetters
from rules.fields import Field


class Editor(QWidget):
    """One field on the screen: `get`, `put`, `trouble`, `doubt`, `meaning`, and the signal `changed`."""

    changed = Signal()

    def __init__(self, field: Field, control: QWidget) -> None:
        super().__init__()
        self.field = field
        self.control = control
        control.setObjectName(field.name)
        control.setAccessibleName(field.label)
        control.setToolTip("")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(control)
        self.setFocusProxy(control)

    def get(self) -> Any:
        raise NotImplementedError

    def put(self, value: Any) -> None:
        raise NotImplementedError

    def trouble(self) -> str:
        """A sentence when what stands here cannot be handed over as a value."""
        return ""

    def doubt(self) -> str:
        """A sentence when what stands here can be kept but is odd in itself."""
        return ""

    def meaning(self) -> str:
        """How the program understands the words, shown quietly under the field."""
        return ""


class LineEditor(Editor):
    """One line of text; suggestions are offered by any of their words, with or without accents."""

    def __init__(self, field: Field) -> None:
        self.line = QLineEdit()
        super().__init__(field, self.line)
        self._letters = OldLetters(self.line)  # before `changed`, so that the note is of what stands there
        self.line.textChanged.connect(self.changed)
        if field.suggestions:
            self._matcher = Matcher(self.line, lambda: [(None, text) for text in field.suggestions])

    def doubt(self) -> str:
        return self._letters.note()

    def get(self) -> Any:
        return self.line.text()

    def put(self, value: Any) -> None:
        self.line.setText("" if value is None else str(value))
        self.line.setCursorPosition(0)
