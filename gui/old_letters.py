"""A quiet word when a paste is in TCVN3, VNI or VIQR, and the one key that turns it into Unicode."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from rules import legacy

KEY = "F8"
NAMES = {"tcvn3": "TCVN3 (ABC)", "tcvn3-h": "TCVN3 (ABC)", "vni": "VNI", "viqr": "VIQR"}
SHOWN = 60  # letters of the proposal that are shown


class OldLetters:
    """Watches one control: `note` tells of old letters that came in at once, until they are mended."""

    def __init__(self, control: QLineEdit | QPlainTextEdit) -> None:
        self._control = control
        self._before = 0
        self._mended: legacy.Mended | None = None
        control.textChanged.connect(self._changed)
        key = QShortcut(QKeySequence(KEY), control)
        key.setContext(Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(self.turn)

    def _text(self) -> str:
        return self._control.text() if isinstance(self._control, QLineEdit) else self._control.toPlainText()

    def _changed(self) -> None:
        """Letters typed one by one are not looked at, unless old ones stand there already."""
        text = self._text()
        typed = abs(len(text) - self._before) == 1
        self._before = len(text)
        if self._mended or not typed:
            mended = legacy.mend(text)
            self._mended = mended if mended.encoding or mended.repairs else None

    def note(self) -> str:
        """The sentence for under the field; empty where nothing is odd."""
        if not self._mended:
            return ""
        words = self._proposal().replace("\n", " ")
        shown = words if len(words) <= SHOWN else words[:SHOWN].rsplit(" ", 1)[0] + "…"
        if self._mended.encoding is None:
            return f"Hình như mất chữ ư. Nhấn {KEY} để thành “{shown}”."
        name = NAMES.get(self._mended.encoding)
        which = f"bảng mã {name}" if name else "bảng mã cũ, lẫn lộn"
        unsure = " Có chữ chưa chắc, cần đọc lại." if self._mended.doubtful else ""
        return f"Chữ gõ theo {which}. Nhấn {KEY} để chuyển sang Unicode: “{shown}”.{unsure}"

    def _proposal(self) -> str:
        """Lost letters are offered by themselves, when the rest is Unicode."""
        assert self._mended is not None
        return self._mended.text if self._mended.encoding else self._mended.repaired()

    def turn(self) -> None:
        """What the note offers put in place; Ctrl+Z takes it back."""
        if not self._mended:
            return
        words = self._proposal()
        if isinstance(self._control, QLineEdit):
            self._control.selectAll()
            self._control.insert(words)
            return
        cursor = self._control.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(words)
