"""The backups to choose from when data is brought back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui import look, state
from gui.keys import enter_presses
from gui.table import Column, TableModel, table_view
from rules.dates import show_date

STAMP = "thuky-%Y-%m-%d-%H%M%S"  # as db.file names its backups
KIND = "Bản sao lưu Thư Ký (*.db)"
SAFE = "Dữ liệu đang dùng được cất thành một bản sao trước, nên phục hồi nhầm vẫn quay lại được."


@dataclass(frozen=True)
class Copy:
    id: Path
    made_at: datetime
    name: str
    size: int


def made_at(path: Path) -> datetime:
    """When the backup was made: its own name says it even where the file was copied about."""
    try:
        return datetime.strptime(path.stem[:23], STAMP)
    except ValueError:
        return datetime.fromtimestamp(path.stat().st_mtime)


def said_time(moment: datetime) -> str:
    """ "hôm nay 16:42" or "21/08/2019 16:42"."""
    day = "hôm nay" if moment.date() == date.today() else show_date(moment.date())
    return f"{day} {moment:%H:%M}"


def said_size(size: int) -> str:
    """ "1,2 MB"."""
    return f"{size / 1e6:,.1f} MB".replace(",", " ").replace(".", ",")


COLUMNS = (
    Column("made_at", "Sao lưu lúc", 170, text=said_time, sort=lambda row: f"{row.made_at:%Y%m%d%H%M%S}"),
    Column("name", "Tệp", 280, stretch=True),
    Column("size", "Cỡ", 90, "right", text=said_size),
)


class CopiesDialog(QDialog):
    """Choose one backup; `picked` brings its path, then the dialog closes."""

    picked = Signal(Path)

    def __init__(self, copies: Sequence[Path], words: str = SAFE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Phục hồi từ bản sao lưu")
        self.setObjectName("copies")
        self.resize(640, 400)
        self.model = TableModel(COLUMNS, self)
        self.table = table_view(self.model, "copies")
        self.table.setAccessibleName("Các bản sao lưu")
        self.table.setSelectionMode(self.table.SelectionMode.SingleSelection)
        self.table.opened.connect(self.pick)
        self.table.selectionModel().selectionChanged.connect(self._ready)
        self._build(words)
        self._show(list(copies))

    def _build(self, words: str) -> None:
        self.pick_button = look.main_button("Phục hồi bản này")
        self.pick_button.setDefault(True)
        other = QPushButton("Chọn tệp khác…")
        leave = QPushButton("Đóng")
        row = QHBoxLayout()
        row.setSpacing(8)
        for button, run in ((other, self.choose), (leave, self.reject), (self.pick_button, self.pick)):
            button.clicked.connect(run)
            row.addWidget(button)
            if button is other:
                row.addStretch(1)
        enter_presses(other, leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(look.heading("Phục hồi từ bản sao lưu"))
        column.addWidget(look.quiet(words))
        self.nothing = look.quiet(
            "Chưa có bản sao lưu nào ở đây. Bấm “Chọn tệp khác…” để tìm trên USB hay ổ đĩa."
        )
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)
        column.addLayout(row)

    def _show(self, paths: list[Path]) -> None:
        self.model.set_rows([Copy(path, made_at(path), path.name, path.stat().st_size) for path in paths])
        self.nothing.setVisible(not paths)
        if paths:
            self.table.selectRow(0)
        self._ready()

    def selected(self) -> Path | None:
        places = self.table.selectionModel().selectedRows()
        return self.model.row(places[0]).id if places else None

    def _ready(self, *_: object) -> None:
        self.pick_button.setEnabled(self.selected() is not None)

    def choose(self) -> None:
        """A file from a USB stick or another folder stands first in the list, selected."""
        start = state.text("backup/folder", str(Path.home()))
        chosen, _ = QFileDialog.getOpenFileName(self, "Chọn bản sao lưu", start, KIND)
        if chosen:
            known = [row.id for row in self.model.rows if row.id != Path(chosen)]
            self._show([Path(chosen), *known])

    def pick(self) -> None:
        chosen = self.selected()
        if chosen:
            self.accept()
            self.picked.emit(chosen)
