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
from gui.paper import pages_of
from gui.sheets import SheetView, add_zoom_keys
from papers.content import Document
from rules.trouble import Refused

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PRINT_FAILED = ("Máy in không nhận lệnh in.", "Hãy xem máy in đã bật và còn giấy chưa, rồi in lại.")
NO_PRINTER = ("Máy này chưa cài máy in nào.", "Lưu thành PDF thì in được ở máy khác.")
OFFICE_FILE = (
    "In theo mẫu Word của cơ quan: ở đây chỗ ngắt trang, hình, chú thích có thể khác đôi chút; "
    "Word sẽ hiện đúng."
)
LACKING = (
    "Mẫu Word của cơ quan có hình không vẽ được ở đây (biểu đồ, hình vẽ); tệp Word vẫn có, Word sẽ hiện đúng."
)


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
        self.pages = pages_of(document, marks=True)
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
        if self.document.word:
            column.addWidget(self._of_word())
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
        self.previous = self._tool("back", "Trang trước (Ctrl+PgUp)", lambda: self.turn(-1))
        self.place = QLabel()
        self.next = self._tool("forward", "Trang sau (Ctrl+PgDown)", lambda: self.turn(1))
        self.smaller = self._tool("zoom_out", "Thu nhỏ (Ctrl+-)", lambda: self.view.zoom(-1))
        self.percent = QLabel()
        self.percent.setMinimumWidth(44)
        self.percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.larger = self._tool("zoom_in", "Phóng to (Ctrl++)", lambda: self.view.zoom(1))
        self.fit = self._tool("fit", "Vừa chiều ngang (Ctrl+0)", self.view.fit_width)
        for part in (self.previous, self.place, self.next):
            row.addWidget(part)
        row.addSpacing(16)
        for part in (self.smaller, self.percent, self.larger, self.fit):
            row.addWidget(part)
        return bar

    def _tool(self, icon: str, words: str, run: object) -> QToolButton:
        button = QToolButton()
        button.setIcon(look.icon(icon))
        button.setAccessibleName(words.partition(" (")[0])
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

    def _of_word(self) -> QWidget:
        """What the pages of the office's own Word file cannot show here."""
        self.note = look.quiet(LACKING if getattr(self.pages, "lacks", lambda: False)() else OFFICE_FILE)
        self.note.setContentsMargins(16, 4, 16, 4)
        return self.note

    def _foot(self) -> QWidget:
        foot = QFrame()
        foot.setProperty("role", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(8)
        close = self._button("Đóng", "", self.reject, "Esc")
        self.word_button = self._button("Lưu Word", "word", lambda: self.save("docx"), "Ctrl+S")
        self.excel_button = self._button("Lưu Excel", "excel", lambda: self.save("xlsx"), "Ctrl+E")
        self.excel_button.setVisible(bool(self.document.sheets))
        self.pdf_button = self._button("Lưu PDF", "pdf", lambda: self.save("pdf"), "Ctrl+Shift+P")
        self.print_button = look.main_button("In…", "print")
        self.print_button.setToolTip("Ctrl+P")
        self.print_button.clicked.connect(self.print_out)
        self.print_button.setDefault(True)
        row.addWidget(close)
        row.addStretch(1)
        for button in (self.word_button, self.excel_button, self.pdf_button, self.print_button):
            row.addWidget(button)
        return foot

    def _button(self, words: str, icon: str, run: object, keys: str) -> QPushButton:
        button = QPushButton(words)
        button.setToolTip(keys)
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
            "Ctrl+Shift+W": lambda: self.save("docx"),
            "Ctrl+E": lambda: self.save("xlsx"),
            "Ctrl+Shift+P": lambda: self.save("pdf"),
            "Ctrl+PgUp": lambda: self.turn(-1),
            "Ctrl+PgDown": lambda: self.turn(1),
        }
        for key, run in keys.items():
            QShortcut(QKeySequence(key), self, run)
        add_zoom_keys(self, lambda: self.view)

    def _show_place(self, place: int) -> None:
        count = len(self.pages)
        self.place.setText(f"Trang {place + 1}/{count}")
        self.previous.setEnabled(place > 0)
        self.next.setEnabled(place < count - 1)

    # -- what it does

    def turn(self, by: int) -> None:
        """To the next page (1) or the one before (-1)."""
        self.view.go_to(self.view.place() + by)

    def save(self, kind: str) -> None:
        """Word, PDF, and Excel where there are tables: "docx", "pdf", "xlsx"."""
        if kind == "xlsx" and not self.document.sheets:
            return
        saving.save(self.document, kind, self, self.name, self.origin)

    def print_out(self) -> None:
        """The system's print dialog; its pages, order and copies are kept."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

        if not QPrinterInfo.availablePrinterNames():
            what, do = NO_PRINTER
            asking.ask(self, what, "Lưu PDF…", lambda: self.save("pdf"), details=[do])
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
            paper.paint(self.document, printer)
        except OSError:
            errors.show(Refused(*PRINT_FAILED), self)
