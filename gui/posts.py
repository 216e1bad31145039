"""The posts of one person, today's and past ones, in a dialog."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db import history, holdings
from gui import look
from gui.asking import ask
from gui.form import Form
from gui.keys import enter_presses
from gui.table import Column, TableModel, table_view
from rules import people as laws

COLUMNS = (
    Column("post", "Chức vụ", 200),
    Column("unit", "Đơn vị", 220, stretch=True),
    Column("since", "Từ ngày", 104),
    Column("until", "Đến ngày", 104),
    Column("note", "Ghi chú", 120),
)


class PostsDialog(QDialog):
    """Add, mend and take away posts; each is its own undo step."""

    def __init__(self, person: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person, self._name = person, name
        self._form: Form | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("posts")
        self.setWindowTitle(f"Chức vụ của {name}")
        self.resize(820, 420)
        self.model = TableModel(COLUMNS, self)
        self.table = table_view(self.model, "posts")
        self.table.setAccessibleName("Danh sách chức vụ")
        self.table.opened.connect(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(look.heading(f"Chức vụ của {name}"))
        column.addWidget(self.table, 1)
        column.addLayout(self._buttons())
        history.listeners.append(self._news)
        self.finished.connect(lambda: history.listeners.remove(self._news))
        self.table.selectionModel().selectionChanged.connect(self._ready)
        self.reload()

    def _buttons(self) -> QHBoxLayout:
        self.add_button = look.main_button("Thêm chức vụ", "add")
        self.edit_button = QPushButton(look.icon("edit", gap=look.GAP), "Sửa chức vụ")
        self.delete_button = QPushButton(look.icon("delete", gap=look.GAP), "Xóa chức vụ")
        for button in (self.edit_button, self.delete_button):
            button.setIconSize(look.ICON)
        close = QPushButton("Đóng")
        runs = (
            (self.edit_button, self.edit),
            (self.delete_button, self.delete),
            (close, self.accept),
            (self.add_button, self.add),
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        for button, run in runs:
            enter_presses(button)
            button.clicked.connect(lambda _checked=False, run=run: run())
            if button is close:
                row.addStretch(1)
            row.addWidget(button)
        return row

    def _news(self, tables: frozenset[str]) -> None:
        if tables & {"holding", "post", "unit_name"}:
            self.reload()

    def reload(self) -> None:
        chosen = self.selected()
        self.model.set_rows(holdings.rows(self._person))
        ids = [row.id for row in self.model.rows]
        if ids:
            self.table.selectRow(ids.index(chosen.id) if chosen and chosen.id in ids else 0)
        self._ready()

    def selected(self) -> holdings.Row | None:
        places = self.table.selectionModel().selectedRows()
        return self.model.row(places[0]) if places else None

    def _ready(self, *_: object) -> None:
        chosen = self.selected() is not None
        self.edit_button.setEnabled(chosen)
        self.delete_button.setEnabled(chosen)

    def add(self) -> None:
        self._open("Thêm chức vụ", {}, None)

    def edit(self) -> None:
        row = self.selected()
        if row:
            self._open("Sửa chức vụ", holdings.get(row.id), row.id)

    def _open(self, title: str, values: dict[str, Any], record: int | None) -> None:
        self._form = Form(
            f"{title}: {self._name}",
            laws.HOLDING_FIELDS,
            values,
            laws.holding_problems,
            save_text="Lưu chức vụ",
            parent=self,
            on_save=lambda given: self._save(given, record),
        )
        self._form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._form.open()

    def _save(self, values: dict[str, Any], record: int | None) -> None:
        saved = holdings.save(values, self._person, record)
        self.table.selectRow([row.id for row in self.model.rows].index(saved))

    def delete(self) -> None:
        row = self.selected()
        if row is None:
            return
        details = ("Người đã thôi giữ thì ghi “Đến ngày”, đừng xóa.", "Có thể hoàn tác bằng Ctrl+Z.")
        question = f"Xóa chức vụ {row.post} – {row.unit}?"
        ask(self, question, "Xóa chức vụ", lambda: holdings.delete([row.id]), details=details, danger=True)
