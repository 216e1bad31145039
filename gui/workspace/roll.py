"""How one called person reads in the roll-call: states with their keys, columns, what Enter looks for."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from db.attendance import Row
from gui.filters import SearchLine
from gui.table import Column
from rules.fields import label_of
from rules.meetings import ATTENDANCE
from rules.names import search_key
from rules.text import fold

KEYS = {"C": "present", "M": "late", "S": "left_early", "T": "substitute", "L": "excused", "K": "absent"}
TONES = {
    "present": "good",
    "late": "warn",
    "left_early": "warn",
    "substitute": "good",
    "excused": "bad",
    "absent": "bad",
    "": "quiet",
}
SHORT = {"late": "Muộn", "": "Bỏ ghi"}  # on the buttons, which stand in one row
UNMARKED = "–"  # filter key for those not marked yet
LINES = (("came", "Giờ đến", 64), ("leaving", "Giờ về", 64), ("reason", "Lý do", 160))


def state_words(row: Row) -> str:
    if row.state == "substitute":
        return f"Dự thay: {row.substitute.full_name}" if row.substitute else "Dự thay (chưa ghi ai)"
    return label_of(ATTENDANCE, row.state) if row.state else "Chưa điểm danh"


COLUMNS = (
    Column("", "Họ và tên", 170, text=lambda row: row.person.full_name, sort=lambda row: row.person.sort_key),
    Column("", "Chức vụ", 180, text=lambda row: row.person.title, stretch=True),
    Column("groups", "Thành phần", 160, text=", ".join, shown=False),
    Column("", "Điểm danh", 160, text=state_words, tone=lambda row: TONES[row.state]),
    Column("came", "Giờ đến", 70),
    Column("leaving", "Giờ về", 70, shown=False),
    Column("reason", "Lý do", 110),
)


class Known(NamedTuple):
    """One called person with what the search line looks in."""

    row: Row
    key: str


class DoorLine(SearchLine):
    """The search line of the roll-call: Enter marks, ↓ goes to the list."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class MarkLine(QWidget):
    """What belongs to one person's mark: the times, the reason, who came instead."""

    typed = Signal(str, str)  # name of the line, its new words

    def __init__(self) -> None:
        super().__init__()
        self.row: Row | None = None
        self.who = QLabel()
        self.who.setTextFormat(Qt.TextFormat.PlainText)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(6)
        across.addWidget(self.who, 1)
        self.lines: dict[str, QLineEdit] = {}
        for name, words, width in LINES:
            label, line = QLabel(words), QLineEdit()
            label.setBuddy(line)
            line.setAccessibleName(words)
            line.setMinimumWidth(width)
            line.setMaximumWidth(width * 2)
            line.editingFinished.connect(lambda name=name: self._finished(name))
            self.lines[name] = line
            across.addWidget(label)
            across.addWidget(line)
        self.substitute = QPushButton("Người dự thay…")
        self.substitute.setToolTip("Ai dự thay, chủ trì đã đồng ý chưa (F4)")
        across.addWidget(self.substitute)

    def show_row(self, row: Row | None, many: int) -> None:
        """The one selected person, or how many are selected."""
        self.row = row
        self.who.setText(row.person.full_name if row else f"Đã chọn {many} người" if many else "")
        for name, line in self.lines.items():
            line.setText(getattr(row, name) if row else "")
            line.setEnabled(bool(row and row.state))
        self.substitute.setEnabled(row is not None)

    def _finished(self, name: str) -> None:
        text = self.lines[name].text().strip()
        if self.row is not None and text != getattr(self.row, name):
            self.typed.emit(name, text)


def key_of(row: Row) -> str:
    person = row.person
    return f"{search_key(person.full_name)} {fold(' '.join((person.title, person.unit, *row.groups)))}"


def begins(row: Row, words: list[str]) -> bool:
    name = fold(row.person.full_name)
    return bool(words) and (name.startswith(" ".join(words)) or name.split()[-1].startswith(words[-1]))


def short(name: str) -> str:
    return name if len(name) <= 48 else name[:47].rstrip() + "…"
