"""Editors for every kind of field, all with the same four verbs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui import look
from gui.links import LinkEditor, LinksEditor, Matcher
from rules.dates import VagueDate, parse_date, parse_time, parse_vague, show_date
from rules.fields import Field, Kind

Choices = Callable[[str], Sequence[tuple[int, str]]]


class Editor(QWidget):
    """One field on the screen: `get`, `put`, `trouble`, `meaning`, and the signal `changed`."""

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

    def meaning(self) -> str:
        """How the program understands the words, shown quietly under the field."""
        return ""


class LineEditor(Editor):
    """One line of text; suggestions are offered by any of their words, with or without accents."""

    def __init__(self, field: Field) -> None:
        self.line = QLineEdit()
        super().__init__(field, self.line)
        self.line.textChanged.connect(self.changed)
        if field.suggestions:
            self._matcher = Matcher(self.line, lambda: [(None, text) for text in field.suggestions])

    def get(self) -> Any:
        return self.line.text()

    def put(self, value: Any) -> None:
        self.line.setText("" if value is None else str(value))
        self.line.setCursorPosition(0)


class NumberEditor(LineEditor):
    """A whole number; "1.250" is read as 1250, what is no number is handed over as typed."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self.line.setMaximumWidth(160)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.layout().addStretch(1)  # type: ignore[union-attr]

    def get(self) -> int | str | None:
        text = self.line.text().strip()
        digits = text.replace(".", "").replace(" ", "")
        if not text:
            return None
        return int(digits) if digits.isascii() and digits.isdigit() else text


class TextEditor(Editor):
    """Several lines; Tab goes on to the next field."""

    def __init__(self, field: Field) -> None:
        self.area = QPlainTextEdit()
        super().__init__(field, self.area)
        self.area.setTabChangesFocus(True)
        self.area.setFixedHeight(self.area.fontMetrics().lineSpacing() * 4 + 20)
        self.area.textChanged.connect(self.changed)

    def get(self) -> str:
        return self.area.toPlainText()

    def put(self, value: Any) -> None:
        self.area.setPlainText(value or "")


class TickEditor(Editor):
    """Yes or no; the label is the box's own text."""

    def __init__(self, field: Field) -> None:
        self.box = QCheckBox(field.label)
        super().__init__(field, self.box)
        self.box.toggled.connect(self.changed)

    def get(self) -> bool:
        return self.box.isChecked()

    def put(self, value: Any) -> None:
        self.box.setChecked(bool(value))


class ChoiceEditor(Editor):
    """One of the declared choices; an optional field can stay unchosen."""

    def __init__(self, field: Field) -> None:
        self.combo = QuietCombo()
        super().__init__(field, self.combo)
        if not field.required and all(choice.key for choice in field.choices):
            self.combo.addItem("", "")
        for choice in field.choices:
            self.combo.addItem(choice.label, choice.key)
        self.combo.currentIndexChanged.connect(self.changed)

    def get(self) -> str:
        return str(self.combo.currentData() or "")

    def put(self, value: Any) -> None:
        self.combo.setCurrentIndex(self.combo.findData(value or ""))


class QuietCombo(QComboBox):
    """A combo box that the mouse wheel does not change while the page is being scrolled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def wheelEvent(self, event: Any) -> None:
        event.ignore()


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
        super().put(value if value is None or isinstance(value, str) else show_date(value))

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

    def meaning(self) -> str:
        value = self.get()
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


class LinkField(Editor):
    """One kept record, found by typing any part of its name without accents."""

    def __init__(self, field: Field, choices: Choices) -> None:
        self.link = LinkEditor(lambda: choices(field.target))
        super().__init__(field, self.link)
        self.link.changed.connect(self.changed)

    def get(self) -> Any:
        return self.link.chosen()

    def put(self, value: Any) -> None:
        self.link.choose(value)

    def trouble(self) -> str:
        return self.link.trouble()


class LinksField(Editor):
    """Several kept records as chips, with a line that adds one more."""

    def __init__(self, field: Field, choices: Choices) -> None:
        self.links = LinksEditor(lambda: choices(field.target), field.label)
        super().__init__(field, self.links)
        self.links.changed.connect(self.changed)

    def get(self) -> Any:
        return self.links.chosen()

    def put(self, value: Any) -> None:
        self.links.choose(value or ())

    def trouble(self) -> str:
        return self.links.trouble()


EDITORS: dict[Kind, Callable[[Field], Editor]] = {
    Kind.TEXT: LineEditor,
    Kind.LONG: TextEditor,
    Kind.INT: NumberEditor,
    Kind.BOOL: TickEditor,
    Kind.DATE: DateEditor,
    Kind.VAGUE: VagueEditor,
    Kind.TIME: TimeEditor,
    Kind.CHOICE: ChoiceEditor,
}


def editor(field: Field, choices: Choices | None = None) -> Editor:
    """The editor for a field; `choices(target)` gives (id, name) pairs, by default db's own."""
    if field.kind not in (Kind.LINK, Kind.LINKS):
        return EDITORS[field.kind](field)
    if choices is None:
        from db.choices import choices as kept  # a form without links needs no open file

        choices = kept
    return (LinkField if field.kind == Kind.LINK else LinksField)(field, choices)
