"""Editors for days, vague times and times of day."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from gui import look
from gui.editors import LineEditor
from rules.dates import VagueDate, parse_date, parse_time, parse_vague, show_date, weekday_disagrees
from rules.fields import Field

PLAIN = re.compile(r"(\d{1,2}\s*[/.-]\s*)?\d{4}")  # a year or a month, which needs no explaining


class CalendarPopup(QFrame):
    """A month sheet that closes when a day is taken or the mouse goes elsewhere."""

    taken = Signal(object)

    def __init__(self, parent: QWidget, day: date | None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "card")
        self.calendar = look.calendar()
        if day:
            self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.clicked.connect(self._take)
        self.calendar.activated.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.calendar)
        self.calendar.setFocus()

    def _take(self, day: QDate) -> None:
        self.close()
        self.taken.emit(day.toPython())


class DateEditor(LineEditor):
    """A day, written in any usual way; shown dd/MM/yyyy once understood."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self._typed = ""  # as typed: a weekday in it is gone once the day is rewritten
        self.line.textEdited.connect(self._hear)
        self.line.setPlaceholderText("ngày/tháng/năm")
        self.line.setMaximumWidth(180)
        self.line.editingFinished.connect(self._rewrite)
        self.layout().addWidget(self._button())  # type: ignore[union-attr]
        self.layout().addStretch(1)  # type: ignore[union-attr]

    def _button(self) -> QToolButton:
        button = QToolButton()
        button.setIcon(look.icon("calendar"))
        button.setAccessibleName(f"Mở lịch: {self.field.label}")
        button.setToolTip("Chọn ngày trên lịch (Alt+↓)")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self.open_calendar)
        self.line.installEventFilter(self)
        return button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if alt and event.key() == Qt.Key.Key_Down:
                self.open_calendar()
                return True
        return super().eventFilter(watched, event)

    def open_calendar(self) -> None:
        """A month sheet under the line; a click or Enter takes the day."""
        value = self.get()
        shown = value if value and not isinstance(value, str) else None
        self._popup = CalendarPopup(self, shown)
        self._popup.taken.connect(self._take)
        self._popup.move(self.line.mapToGlobal(QPoint(0, self.line.height() + 2)))
        self._popup.show()

    def _take(self, day: date) -> None:
        self.put(day)
        self.line.setFocus()

    def get(self) -> Any:
        text = self.line.text().strip()
        try:
            return parse_date(text) if text else None
        except ValueError:
            return text

    def put(self, value: Any) -> None:
        self._typed = value if isinstance(value, str) else ""
        super().put(value if value is None or isinstance(value, str) else show_date(value))

    def _hear(self, text: str) -> None:
        self._typed = text

    def doubt(self) -> str:
        """A weekday typed with the day that is not its own."""
        value = self.get()
        return weekday_disagrees(self._typed, value) if isinstance(value, date) else ""

    def _rewrite(self) -> None:
        value = self.get()
        if value and not isinstance(value, str) and self.line.text() != show_date(value):
            self.line.setText(show_date(value))


class VagueEditor(LineEditor):
    """A time in the words of the paper; what they mean is shown under the line."""

    def get(self) -> Any:
        text = self.line.text().strip()
        try:
            return parse_vague(text)
        except ValueError:
            return text

    def put(self, value: Any) -> None:
        super().put(value.words if isinstance(value, VagueDate) else value)

    def doubt(self) -> str:
        """A weekday in the words that is not that of its day."""
        value = self.get()
        day = (value.latest or value.earliest) if isinstance(value, VagueDate) else None
        return weekday_disagrees(value.words, day) if day else ""

    def meaning(self) -> str:
        value = self.get()
        if PLAIN.fullmatch(self.line.text().strip()):
            return ""
        if not isinstance(value, VagueDate) or value.earliest == value.latest:
            return (
                ""
                if not isinstance(value, VagueDate) or value.earliest
                else "Giữ nguyên lời, không tính ngày."
            )
        first = f"từ {show_date(value.earliest)}" if value.earliest else ""
        last = f"đến hết {show_date(value.latest)}" if value.latest else ""
        return f"Hiểu là {first} {last}".strip().replace("  ", " ") + "."


class TimeEditor(LineEditor):
    """A time of day, "8h", "7h30" or "07:30"; shown 07:30 once understood."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self.line.setPlaceholderText("giờ:phút")
        self.line.setMaximumWidth(120)
        self.layout().addStretch(1)  # type: ignore[union-attr]
        self.line.editingFinished.connect(lambda: self.put(self.get()))

    def get(self) -> str:
        text = self.line.text().strip()
        try:
            return parse_time(text) if text else ""
        except ValueError:
            return text

    def put(self, value: Any) -> None:
        if (value or "") != self.line.text():
            super().put(value)
