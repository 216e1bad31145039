"""The registers of outgoing and incoming documents on their way to paper."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from db import registers
from gui import listing, look
from gui.buttons import foot, give_keys, side
from rules.facts import Listing
from rules.papers import paper

ALL = "Mọi thời gian"
KINDS = (registers.OUT, registers.IN)


class BookDialog(QDialog):
    """Which register, of which time; then its pages, or a workbook."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("books")
        self.setWindowTitle("In sổ văn bản")
        self.kind = QComboBox()
        self.kind.setAccessibleName("Sổ")
        for key in KINDS:
            self.kind.addItem(paper(key).label, key)
        self.period = QComboBox()
        self.period.setAccessibleName("Thời gian")
        self.parts = QCheckBox("Có dòng tên loại trước mỗi loại văn bản")
        self.sum = look.quiet("")
        self._build()
        self.kind.currentIndexChanged.connect(lambda _place: self._fill())
        self.period.currentIndexChanged.connect(lambda _place: self._say())
        self._fill()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(look.heading("In sổ văn bản"))
        for words, control in (("Sổ", self.kind), ("Thời gian", self.period)):
            label = QLabel(words)
            label.setProperty("role", "label")
            label.setBuddy(control)
            column.addWidget(label)
            column.addWidget(control)
        column.addWidget(self.parts)
        column.addWidget(self.sum)
        column.addStretch(1)
        self.excel_button = side("Lưu Excel…", self.save, "Ctrl+E")
        self.preview_button = look.main_button("Xem trước, in…")
        self.preview_button.clicked.connect(self.preview)
        self.preview_button.setDefault(True)
        give_keys(self.preview_button, "Ctrl+P")
        column.addLayout(foot(side("Đóng", self.reject), self.excel_button, self.preview_button))
        self.resize(480, 320)

    def _fill(self) -> None:
        key = self.kind.currentData()
        self.period.clear()
        for one in registers.periods(key):
            self.period.addItem(one.label, one)
        self.period.addItem(ALL, None)
        self.parts.setVisible(key == registers.OUT)
        self._say()

    def _say(self) -> None:
        if self.period.currentIndex() >= 0:
            self.sum.setText(self.listing().footer)

    def listing(self) -> Listing:
        """The register as it will be printed."""
        chosen = self.period.currentData()
        if self.kind.currentData() == registers.OUT:
            return registers.outgoing(chosen, parts=self.parts.isChecked())
        return registers.incoming(chosen)

    def preview(self) -> None:
        listing.preview(self.listing(), self, self.kind.currentData())

    def save(self) -> None:
        listing.save_excel(self.listing(), self, self.kind.currentData())
