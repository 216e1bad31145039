"""The files that served as the office's own for one paper before the present one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui import look
from gui.keys import enter_presses
from gui.table import Column, TableModel, table_view
from rules.papers import paper

NOTE = (
    "Mỗi lần thay hay bỏ một mẫu, tệp cũ được giữ lại ở đây. "
    "Dùng lại một bản thì bản đang dùng cũng được giữ."
)
KILOBYTE = 1024


class Version(NamedTuple):
    """One old file; `size` in bytes."""

    id: int  # counted from the oldest
    kept: date
    changed: date
    size: int
    path: Path


def shown_size(size: int) -> str:
    """“12 KB”, never 0."""
    return f"{max(round(size / KILOBYTE), 1)} KB"


COLUMNS = (
    Column("id", "Bản số", 90, text=str),
    Column("kept", "Thay ra ngày", 140, stretch=True),
    Column("changed", "Sửa lần cuối", 140),
    Column("size", "Dung lượng", 110, "right", text=shown_size),
)


class VersionsDialog(QDialog):
    """The old files, the newest first; one can be taken into use again."""

    def __init__(self, key: str, folder: Path, reuse: Callable[[Path], object], parent: QWidget) -> None:
        """`reuse(path)` checks that file and puts it in its place."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("versions")
        self.setWindowTitle("Các bản cũ của mẫu")
        self.key, self.folder, self._reuse = key, folder, reuse
        self.model = TableModel(COLUMNS, self)
        self.table = table_view(self.model, "versions")
        self.table.setAccessibleName("Các bản cũ")
        self.table.setSelectionMode(self.table.SelectionMode.SingleSelection)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._ready())
        self.table.opened.connect(self.use)
        self.close_button = self._button("Đóng", self.reject)
        self.folder_button = self._button("Mở thư mục", self.open_folder)
        self.use_button = look.main_button("Dùng lại bản này")
        self.use_button.clicked.connect(self.use)
        self._build()
        self.model.set_rows(_found(key, folder))
        self.table.selectRow(0)
        self._ready()
        self.table.setFocus()
        screen = parent.screen().availableGeometry()
        self.resize(min(680, screen.width() - 48), min(420, screen.height() - 64))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        title = look.heading(f"Các bản cũ: {paper(self.key).label}")
        title.setWordWrap(True)
        column.addWidget(title)
        column.addWidget(look.quiet(NOTE))
        column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.close_button)
        foot.addStretch(1)
        foot.addWidget(self.folder_button)
        foot.addWidget(self.use_button)
        column.addLayout(foot)

    def _button(self, words: str, run: Callable[[], object]) -> QPushButton:
        made = QPushButton(words)
        made.clicked.connect(lambda: run())
        enter_presses(made)
        return made

    def row(self) -> Version | None:
        places = self.table.selectionModel().selectedRows()
        return self.model.row(places[0]) if places else None

    def _ready(self) -> None:
        self.use_button.setEnabled(self.row() is not None)

    def use(self) -> None:
        """Take the selected file into use again; it is checked as any other first."""
        row = self.row()
        if row is not None:
            self.accept()
            self._reuse(row.path)

    def open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))


def _found(key: str, folder: Path) -> list[Version]:
    from papers import template

    rows = []
    found = template.versions(folder, key)
    for number, path in zip(range(len(found), 0, -1), found, strict=True):
        known = path.stat()
        changed = date.fromtimestamp(known.st_mtime)
        rows.append(Version(number, template.kept_on(path), changed, known.st_size, path))
    return rows
