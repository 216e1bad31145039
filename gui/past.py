"""What was changed, when, and by whom: the history of the file."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db import history
from gui import look
from gui.keys import enter_presses
from gui.table import Column, TableModel, table_view

SHOWN = 1000
KINDS = {"undo": "Hoàn tác: ", "redo": "Làm lại: "}
STATES = {"undone": "đã hoàn tác", "dropped": "đã hoàn tác"}


def moment(made_at: datetime) -> str:
    return f"{made_at:%d/%m/%Y %H:%M}"


def label(row: history.ChangeRow) -> str:
    """The change in words; what undo and redo did is said before it."""
    return KINDS.get(row.kind, "") + row.label


COLUMNS = (
    Column("made_at", "Lúc", 150, text=moment, sort=lambda row: f"{row.made_at:%Y%m%d%H%M%S}"),
    Column("", "Việc", 360, text=label, sort=lambda row: row.label, stretch=True),
    Column("person", "Người làm", 150),
    Column("account", "Tài khoản máy", 130),
    Column("state", "Ghi chú", 120, text=lambda state: STATES.get(state, "")),
)


class PastDialog(QDialog):
    """The newest changes, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Lịch sử thay đổi")
        self.setObjectName("past")
        screen = (parent or self).screen().availableGeometry()
        self.resize(min(1000, screen.width() - 48), min(520, screen.height() - 64))
        self.model = TableModel(COLUMNS, self)
        self.table = table_view(self.model, "past")
        self.table.setAccessibleName("Lịch sử thay đổi")
        self.model.set_rows(history.recent(SHOWN))
        close = QPushButton("Đóng")
        enter_presses(close)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(look.quiet(self._words()), 1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.table, 1)
        column.addLayout(row)

    def _words(self) -> str:
        count = len(self.model.rows)
        which = f"{count} thay đổi gần nhất" if count == SHOWN else f"{count} thay đổi, mới nhất ở trên"
        return f"{which}. Hoàn tác từng bước bằng Ctrl+Z."
