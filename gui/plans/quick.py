"""The line that adds to a schedule: Enter adds one item, a paste of several lines adds them all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from rules import task_lines
from rules.dates import parse_vague
from rules.fields import blank
from rules.plans import ITEM_FIELDS
from rules.text import fold


class QuickItems(QLineEdit):
    """Columns may be parted by "|" as well as by the tabs of a pasted table."""

    HINT = (
        "Enter để thêm. Dán nhiều dòng (từ Word, Excel): mỗi dòng một việc. "
        "Có thể gõ: nội dung | chủ trì | thời gian | sản phẩm."
    )

    def __init__(self, add: Callable[[str], bool]) -> None:
        super().__init__()
        self._add = add
        self.setAccessibleName("Công việc mới")
        self.setToolTip(self.HINT)
        self.setPlaceholderText("Công việc mới, ví dụ: Thành lập các tiểu ban | Ban Tổ chức | tháng 9/2019")
        self.setMaxLength(20000)
        self.returnPressed.connect(self.take)

    def take(self) -> bool:
        """Hand over what stands here; it stays where it was refused."""
        if not self._add(self.text().replace("|", "\t")):
            return False
        self.clear()
        self.setFocus()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """ "Paste" of the mouse knows lines too."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self.paste)
        menu.popup(event.globalPos())

    def paste(self) -> None:
        words = QGuiApplication.clipboard().text()
        if len(words.strip().splitlines()) > 1 or "\t" in words.strip():
            self.paste_lines(words)
        else:
            super().paste()

    def paste_lines(self, text: str) -> None:
        """What was typed before the paste stays in the line."""
        self._add(text)


def item_values(line: task_lines.TaskLine, phase: str, units: dict[str, int]) -> dict[str, Any]:
    """Form values of a typed line; a lead that is no kept unit stays as words, so does a time not read."""
    lead = units.get(fold(line.lead)) if line.lead else None
    try:
        time = parse_vague(line.due)
        note = ""
    except ValueError:
        time, note = None, f"Thời gian đã gõ: {line.due}"
    own = {"content": line.content, "phase": phase, "lead": lead, "lead_words": "" if lead else line.lead}
    return blank(ITEM_FIELDS) | own | {"time": time, "product": line.product, "note": note}
