"""The guide that F1 opens: one page in Vietnamese with its contents beside it, searchable."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from gui import look
from gui.keys import enter_presses

SIZES = {1: 16, 2: 13, 3: 11}  # pt of a heading, by its level
ABOVE = {1: 0, 2: 22, 3: 14}  # px
PLACE = Qt.ItemDataRole.UserRole


def page() -> QTextDocument:
    """The guide as it is read: headings with room above, tables with quiet lines."""
    document = QTextDocument()
    document.setDocumentMargin(28)
    document.setMarkdown(look.resource("help.md").read_text(encoding="utf-8"))
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        spaced = block.blockFormat()
        if level:
            _size(QTextCursor(block), SIZES[level])
            spaced.setTopMargin(ABOVE[level])
            spaced.setBottomMargin(8)
        spaced.setLineHeight(125, 1)  # percent of a line
        QTextCursor(block).setBlockFormat(spaced)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress(frame)
    return document


def _size(cursor: QTextCursor, points: int) -> None:
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    words = QTextCharFormat()
    words.setFontPointSize(points)
    words.setFontWeight(QFont.Weight.DemiBold)
    cursor.setCharFormat(words)


def _dress(table: QTextTable) -> None:
    dress = table.format()
    dress.setCellPadding(6)
    dress.setCellSpacing(0)
    dress.setBorder(1)
    dress.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    dress.setBorderBrush(look.colour("line"))
    dress.setBorderCollapse(True)
    lengths = [QTextLength(QTextLength.Type.FixedLength, width) for width in (190, 260)]
    dress.setColumnWidthConstraints(lengths[: table.columns()])
    table.setFormat(dress)


class GuideDialog(QDialog):
    """The whole guide as one page; the line above finds words in it, the list goes to a part."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Hướng dẫn sử dụng")
        self.setObjectName("guide")
        self.line = QLineEdit()
        self.line.setAccessibleName("Tìm trong hướng dẫn")
        self.line.setPlaceholderText("Tìm trong hướng dẫn…")
        self.line.setClearButtonEnabled(True)
        self.note = look.quiet("")
        self.next_button = QPushButton("Chỗ tiếp theo")
        self.text = QTextBrowser()
        self.text.setAccessibleName("Nội dung hướng dẫn")
        self.text.setOpenLinks(False)
        self._page = page()  # a browser does not keep the document it is given
        self.text.setDocument(self._page)
        self.contents = QListWidget()
        self.contents.setAccessibleName("Mục lục")
        self._build()
        self._fill_contents()
        self.line.textEdited.connect(lambda: self.seek(again=False))
        self.line.returnPressed.connect(self.seek)
        self.next_button.clicked.connect(self.seek)
        self.contents.currentItemChanged.connect(self._go)
        screen = (parent or self).screen().availableGeometry()
        self.resize(min(940, screen.width() - 48), min(600, screen.height() - 64))

    def _build(self) -> None:
        close = QPushButton("Đóng")
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        for button in (self.next_button, close):
            enter_presses(button)
            row.addWidget(button)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        self.contents.setFixedWidth(248)
        middle.addWidget(self.contents)
        middle.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.note)
        column.addLayout(middle, 1)
        self.note.hide()
        self.line.setFocus()

    def _fill_contents(self) -> None:
        block = self._page.begin()
        while block.isValid():
            if block.blockFormat().headingLevel() == 2:
                item = QListWidgetItem(block.text(), self.contents)
                item.setData(PLACE, block.position())
            block = block.next()

    def _go(self, item: QListWidgetItem | None) -> None:
        """The heading stands at the top of the page."""
        if item is None:
            return
        cursor = QTextCursor(self._page)
        cursor.setPosition(item.data(PLACE))
        self.text.setTextCursor(cursor)
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.value() + self.text.cursorRect(cursor).top() - 16)

    def seek(self, again: bool = True) -> None:
        """Go to the words: from the present place, else from the top."""
        words = self.line.text().strip()
        if not again:
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
        found = not words or self.text.find(words)
        if not found and again:
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            found = self.text.find(words)
        self.note.setText("" if found else f"Không thấy “{words}” trong hướng dẫn.")
        self.note.setVisible(not found)
