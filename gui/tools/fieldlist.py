"""The list of fields to choose from, found without accents, each with what it stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui import look
from gui.keys import enter_presses
from gui.table import Column, TableModel, table_view
from rules import markers
from rules.marker_names import FORMATS, Name
from rules.text import fold

AS_VALUE = "Ghi giá trị"
WAYS = (
    (AS_VALUE, ""),
    ("Chỉ in dòng khi có", f"{markers.ONLY_IF}: "),
    ("Chỉ in dòng khi không có", f"{markers.UNLESS}: "),
)
AS_IT_IS = "như dữ liệu"
UP_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Row(NamedTuple):
    """One field, or one part of a list."""

    id: str  # as it stands between {{ and }}
    hint: str
    kind: str
    formatted: bool  # may be written in several ways


COLUMNS = (
    Column("id", "Trường", 250),
    Column("hint", "Nghĩa, ví dụ", 220, stretch=True),
    Column("kind", "Cách dùng", 150),
)


def rows_of(names: Iterable[Name]) -> Iterator[Row]:
    """Every field as a clerk picks it; of a list each of its parts."""
    for name in names:
        if name.members:
            yield from (
                Row(f"{name.label}.{part}", name.hint, "Dòng lặp theo danh sách", True)
                for part in name.members
            )
        else:
            yield Row(name.label, name.hint, "Đứng một mình" if name.block else "", not name.block)


class FieldDialog(QDialog):
    """Choose a field: `picked` brings it as it is written, {{Tên hội nghị}}."""

    picked = Signal(str)

    def __init__(self, names: Iterable[Name], verb: str = "Chèn trường này", parent: QWidget | None = None):
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("fields")
        self.setWindowTitle("Các trường")
        self.rows = list(rows_of(names))
        self.line = QLineEdit()
        self.line.setAccessibleName("Tìm trường")
        self.line.setPlaceholderText("Tìm trường, không cần dấu…")
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(lambda _text: self._seek())
        self.line.installEventFilter(self)
        self.model = TableModel(COLUMNS, self)
        self.table = table_view(self.model, "fields")
        self.table.setAccessibleName("Các trường dùng được")
        self.table.setSelectionMode(self.table.SelectionMode.SingleSelection)
        self.table.opened.connect(self.pick)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._ready())
        self.way = _combo("Dùng để", (label for label, _ in WAYS))
        self.form = _combo("Cách ghi", (AS_IT_IS, *FORMATS))
        self.way.currentIndexChanged.connect(lambda _place: self._ready())
        self.pick_button = look.main_button(verb)
        self.pick_button.clicked.connect(self.pick)
        self.pick_button.setDefault(True)
        self._build()
        self._seek()
        screen = (parent or self).screen().availableGeometry()
        self.resize(min(820, screen.width() - 48), min(520, screen.height() - 64))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        column.addWidget(look.heading("Các trường"))
        column.addWidget(self.line)
        column.addWidget(self.table, 1)
        choices = QHBoxLayout()
        choices.setSpacing(8)
        for words, combo in (("Dùng để", self.way), ("Cách ghi", self.form)):
            label = QLabel(words)
            label.setBuddy(combo)
            choices.addWidget(label)
            choices.addWidget(combo)
            choices.addSpacing(12)
        choices.addStretch(1)
        column.addLayout(choices)
        leave = QPushButton("Đóng")
        leave.clicked.connect(self.reject)
        enter_presses(leave)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self.pick_button)
        column.addLayout(foot)
        self.line.setFocus()

    def _seek(self) -> None:
        words = fold(self.line.text()).split()
        found = [row for row in self.rows if all(word in fold(f"{row.id} {row.hint}") for word in words)]
        self.model.set_rows(found)
        if found:
            self.table.selectRow(0)
        self._ready()

    def selected(self) -> Row | None:
        places = self.table.selectionModel().selectedRows()
        return self.model.row(places[0]) if places else None

    def _ready(self) -> None:
        row = self.selected()
        plain = self.way.currentText() == AS_VALUE
        self.pick_button.setEnabled(row is not None)
        self.form.setEnabled(row is not None and row.formatted and plain)

    def written(self) -> str:
        """The field as it is chosen now; "" where none is."""
        row = self.selected()
        if row is None:
            return ""
        way = dict(WAYS)[self.way.currentText()]
        form = self.form.currentText()
        tail = f"|{form}" if self.form.isEnabled() and form != AS_IT_IS else ""
        name = row.id.split(".")[0] if way and row.kind else row.id
        return f"{markers.OPEN}{way}{name}{tail}{markers.CLOSE}"

    def pick(self) -> None:
        written = self.written()
        if written:
            self.picked.emit(written)
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while the words are typed."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.line and pressed and event.key() in UP_DOWN:  # type: ignore[attr-defined]
            self.table.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)


def _combo(name: str, words: Iterable[str]) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.addItems(list(words))
    return combo


def choose(names: Iterable[Name], then: Callable[[str], object], parent: QWidget) -> FieldDialog:
    """Open the list; `then` gets the field that is chosen."""
    dialog = FieldDialog(names, parent=parent)
    dialog.picked.connect(then)
    dialog.open()
    return dialog
