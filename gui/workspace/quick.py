"""The line that makes tasks: one typed line one task, a paste as many as it has lines."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from gui.workspace.inline import Values
from rules import task_lines
from rules.dates import parse_vague
from rules.text import fold


class QuickLine(QPlainTextEdit):
    """One line high: Enter hands over what is typed, a paste of several lines all of them."""

    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("quick_task")
        self.setAccessibleName("Nhiệm vụ mới")
        self.setPlaceholderText("Gõ một nhiệm vụ rồi Enter; dán nhiều dòng được nhiều nhiệm vụ")
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() + 20)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._hand_over(self.toPlainText())
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        if len(task_lines.read(text)) > 1:
            self._hand_over(text)
        else:
            self.insertPlainText(text.replace("\n", " "))

    def _hand_over(self, text: str) -> None:
        if text.strip():
            self.clear()
            self.entered.emit(text)


def task_values(line: task_lines.TaskLine, units: dict[str, int]) -> Values:
    """Form values of a line; a lead that is no kept unit stays as words."""
    lead = units.get(fold(line.lead)) if line.lead else None
    words = "" if lead else line.lead
    content, due = line.content, None
    try:
        due = parse_vague(line.due)
    except ValueError:
        content = f"{content} (thời hạn ghi: {line.due})"
    return {"content": content, "lead": lead, "lead_words": words, "due": due, "product": line.product}
