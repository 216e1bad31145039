"""The terms of the office's own committee: the days from which numbers begin anew."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from db import terms
from gui import errors, look
from gui.asking import ask
from gui.buttons import foot, give_keys, side
from gui.form import Form
from gui.table import Column, TableModel, table_view
from rules import terms as rules
from rules.fields import blank
from rules.trouble import Refused

NOTE = "Khi có từ hai nhiệm kỳ, số văn bản của nhiệm kỳ sau bắt đầu lại từ 01 vào ngày ghi ở đây."
COLUMNS = (
    Column("name", "Nhiệm kỳ", 140, stretch=True),
    Column("ordinal", "Đại hội lần thứ", 130),
    Column("since", "Tính số từ ngày", 130),
    Column("until", "Đến hết ngày", 120),
)


class TermsDialog(QDialog):
    """The terms in order; each is added, mended or taken away as one change."""

    def __init__(self, unit: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("terms")
        self.setWindowTitle("Nhiệm kỳ")
        self.resize(700, 380)
        self.unit = unit
        self._form: Form | None = None
        self.model = TableModel(COLUMNS, self)
        self.table = table_view(self.model, "terms")
        self.table.setAccessibleName("Các nhiệm kỳ")
        self.table.setSelectionMode(self.table.SelectionMode.SingleSelection)
        self.table.opened.connect(self.edit)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._ready())
        self.delete_button = side("Xóa nhiệm kỳ", self.delete, "Delete")
        self.edit_button = side("Sửa nhiệm kỳ…", self.edit, "F2")
        self.add_button = look.main_button("Thêm nhiệm kỳ…")
        self.add_button.clicked.connect(self.add)
        give_keys(self.add_button, "Ctrl+N")
        self._build()
        self.reload()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        column.addWidget(look.heading("Nhiệm kỳ"))
        column.addWidget(look.quiet(NOTE))
        column.addWidget(self.table, 1)
        close = side("Đóng", self.reject)
        column.addLayout(foot(close, self.delete_button, self.edit_button, self.add_button))

    def reload(self) -> None:
        self.model.set_rows(terms.rows(self.unit))
        if self.model.rows:
            self.table.selectRow(len(self.model.rows) - 1)
        self._ready()

    def selected(self) -> terms.Row | None:
        places = self.table.selectionModel().selectedRows()
        return self.model.row(places[0]) if places else None

    def _ready(self) -> None:
        for button in (self.delete_button, self.edit_button):
            button.setEnabled(self.selected() is not None)

    def add(self) -> None:
        self._open("Thêm nhiệm kỳ", None)

    def edit(self) -> None:
        row = self.selected()
        if row is not None:
            self._open("Sửa nhiệm kỳ", row.id)

    def _open(self, title: str, record: int | None) -> None:
        values = terms.get(record) if record is not None else self._begun()

        def save(typed: dict[str, object]) -> None:
            terms.save(typed, self.unit, record)
            self.reload()

        self._form = Form(
            title, rules.FIELDS, values, rules.problems, save_text="Lưu nhiệm kỳ", parent=self, on_save=save
        )
        self._form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._form.open()

    def _begun(self) -> dict[str, object]:
        return blank(rules.FIELDS) | terms.proposed(self.unit)

    def delete(self) -> None:
        row = self.selected()
        if row is None:
            return
        details = ["Số đã cấp vẫn còn, tính vào kỳ có ngày của chúng.", "Có thể hoàn tác bằng Ctrl+Z."]
        then = lambda: self._delete(row.id)  # noqa: E731
        ask(self, f"Xóa nhiệm kỳ {row.name}?", "Xóa nhiệm kỳ", then, details=details, danger=True)

    def _delete(self, record: int) -> None:
        try:
            terms.delete([record])
        except Refused as refused:
            errors.show(refused, self)
        self.reload()
