"""A paper before it goes out: its pages, what it does not know yet, where it can go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui import asking, errors, look, paper, saving
from gui.keys import enter_presses
from gui.paper import Pages
from gui.sheets import SheetView
from papers.content import Document
from rules.trouble import Refused

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PRINT_FAILED = ("Máy in không nhận lệnh in.", "Hãy xem máy in đã bật và còn giấy chưa, rồi in lại.")
NO_PRINTER = ("Máy này chưa cài máy in nào.", "Hãy lưu PDF rồi in ở máy khác.")


class PreviewDialog(QDialog):
    """Pages as they will be printed.

    PreviewDialog(document, "Biên bản hội nghị 21-8-2019", parent).open()

    `default_name` is proposed as file name; empty: the document's title. With an `origin` files written
    from here are registered.
    """

    def __init__(
        self,
        document: Document,
        default_name: str = "",
        parent: QWidget | None = None,
        origin: saving.Origin | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("preview")
        self.setWindowTitle(f"Xem trước: {document.title}")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.document = document
        self.name = default_name or document.title
        self.origin = origin
        self.pages = Pages(document, marks=True)
        self.view = SheetView(self.pages)
        self._build()
        self._connect()
        screen = (parent or self).screen().availableGeometry()
        self.resize(min(1180, screen.width() - 48), screen.height() - 64)
        self._show_place(0)
        self.view.setFocus()

    # -- what it looks like

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.view, 1)
        self.blanks = QListWidget()
        unknown = self.document.blanks()
        if unknown:
            middle.addWidget(self._unknown(unknown))
        column.addLayout(middle, 1)
        column.addWidget(self._foot())

    def _bar(self) -> QWidget:
        bar = QFrame()
        bar.setProperty("role", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(4)
        title = look.subheading(self.document.title)
        title.setContentsMargins(0, 0, 16, 0)
        title.setWordWrap(True)
        row.addWidget(title, 1)
        self.previous = self._tool("back", "Trang trước", lambda: self.view.go_to(self.view.place() - 1))
        self.place = QLabel()
        self.next = self._tool("forward", "Trang sau", lambda: self.view.go_to(self.view.place() + 1))
        self.smaller = self._tool("zoom_out", "Thu nhỏ", lambda: self.view.zoom(-1))
        self.percent = QLabel()
        self.percent.setMinimumWidth(44)
        self.percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.larger = self._tool("zoom_in", "Phóng to", lambda: self.view.zoom(1))
        self.fit = self._tool("fit", "Vừa chiều ngang", self.view.fit_width)
        for part in (self.previous, self.place, self.next):
            row.addWidget(part)
        row.addSpacing(16)
        for part in (self.smaller, self.percent, self.larger, self.fit):
            row.addWidget(part)
        return bar

    def _tool(self, icon: str, words: str, run: object) -> QToolButton:
        button = QToolButton()
        button.setIcon(look.icon(icon))
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.clicked.connect(run)
        return button

    def _unknown(self, names: tuple[str, ...]) -> QWidget:
        panel = QFrame()
        panel.setFixedWidth(264)
        column = QVBoxLayout(panel)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        heading = look.subheading("⚠ Chưa biết – sẽ in dấu chấm")
        heading.setWordWrap(True)
        look.set_role(heading, "warn")
        heading.setStyleSheet("font-weight: 600")
        column.addWidget(heading)
        column.addWidget(look.quiet("Có thể in rồi điền bằng tay, hoặc quay lại bổ sung."))
        self.blanks.addItems([name[:1].upper() + name[1:] for name in names])
        self.blanks.setAccessibleName("Những điều chưa biết")
        self.blanks.setWordWrap(True)
        self.blanks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self.blanks, 1)
        return panel

    def _foot(self) -> QWidget:
        foot = QFrame()
        foot.setProperty("role", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(8)
        close = self._button("Đóng", "", self.reject)
        self.word_button = self._button("Lưu Word", "word", lambda: self.save("docx"))
        self.excel_button = self._button("Lưu Excel", "excel", lambda: self.save("xlsx"))
        self.excel_button.setVisible(bool(self.document.sheets))
        self.pdf_button = self._button("Lưu PDF", "pdf", lambda: self.save("pdf"))
        self.print_button = look.main_button("In…", "print")
        self.print_button.setToolTip("Ctrl+P")
        self.print_button.clicked.connect(self.print_out)
        self.print_button.setDefault(True)
        row.addWidget(close)
        row.addStretch(1)
        for button in (self.word_button, self.excel_button, self.pdf_button, self.print_button):
            row.addWidget(button)
        return foot

    def _button(self, words: str, icon: str, run: object) -> QPushButton:
        button = QPushButton(words)
        if icon:
            button.setIcon(look.icon(icon, gap=look.GAP))
            button.setIconSize(look.ICON)
        enter_presses(button)
        button.clicked.connect(run)
        return button

    def _connect(self) -> None:
        self.view.seen.connect(self._show_place)
        self.view.zoomed.connect(lambda percent: self.percent.setText(f"{percent} %"))
        keys = {
            "Ctrl+P": self.print_out,
            "Ctrl+S": lambda: self.save("docx"),
            "Ctrl++": lambda: self.view.zoom(1),
            "Ctrl+=": lambda: self.view.zoom(1),
            "Ctrl+-": lambda: self.view.zoom(-1),
            "Ctrl+0": self.view.fit_width,
        }
        for key, run in keys.items():
            QShortcut(QKeySequence(key), self, run)

    def _show_place(self, place: int) -> None:
        count = len(self.pages)
        self.place.setText(f"Trang {place + 1}/{count}")
        self.previous.setEnabled(place > 0)
        self.next.setEnabled(place < count - 1)

    # -- what it does

    def save(self, kind: str) -> None:
        """Word, Excel or PDF: "docx", "xlsx", "pdf"."""
        saving.save(self.document, kind, self, self.name, self.origin)

    def print_out(self) -> None:
        """The system's print dialog; its pages, order and copies are kept."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

        if not QPrinterInfo.availablePrinterNames():
            asking.tell(self, *NO_PRINTER)
            return
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDocName(self.name)
        self._printer.setFromTo(1, len(self.pages))
        self._dialog = QPrintDialog(self._printer, self)
        self._dialog.setWindowTitle("In")
        self._dialog.setMinMax(1, len(self.pages))
        self._dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        self._dialog.setOption(QPrintDialog.PrintDialogOption.PrintCollateCopies)
        self._dialog.accepted.connect(self._print)
        QDialog.open(self._dialog)

    def _print(self, printer: QPrinter) -> None:
        try:
            paper.paint(Pages(self.document), printer)
        except OSError:
            errors.show(Refused(*PRINT_FAILED), self)
