"""The editor of a sentence in which a field is one thing: crossed, copied and deleted whole."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QMimeData, QObject, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QPainter,
    QPen,
    QPyTextObject,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from gui import look
from rules import markers
from rules.marker_names import Name
from rules.text import LINE_ENDS

CHIP = int(QTextFormat.ObjectTypes.UserObject.value) + 1
WRITTEN = int(QTextFormat.Property.UserProperty.value) + 1  # the property that holds "{{Tên hội nghị}}"
HOLDER = "\ufffc"  # the letter that an object is in a text
SIDE, CORNER = 6.0, 4.0  # px inside a chip, of its corners
LEAST = 34  # px
BETWEEN = 3.0  # px between two lines, so that their chips do not touch


def shown(marker: markers.Marker) -> str:
    """What stands on the chip: "Đại biểu › Họ và tên", "Chỉ khi: Chủ trì", "Ngày ký · ngày dài"."""
    words = f"{marker.name} › {marker.member}" if marker.member else marker.name
    if marker.only_if:
        words = f"{markers.UNLESS if marker.unless else markers.ONLY_IF}: {words}"
    return " · ".join(part for part in (words or "chưa có tên", marker.format.replace("|", " · ")) if part)


class Chips(QPyTextObject):
    """Draws the fields of one editor; one that is no field of the paper has a warning edge."""

    def __init__(self, parent: QObject, names: Iterable[Name]) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        self._wrong: dict[str, bool] = {}

    def is_wrong(self, written: str) -> bool:
        """Whether the field by itself is none of this paper, or asks for a way of writing that is none."""
        if written not in self._wrong:
            self._wrong[written] = bool(markers.problems(written, self._names))
        return self._wrong[written]

    def intrinsicSize(self, _doc: QTextDocument, _place: int, format: QTextFormat) -> QSizeF:  # noqa: A002
        metrics = QFontMetricsF(format.toCharFormat().font())
        words = shown(_marker(str(format.property(WRITTEN))))
        return QSizeF(metrics.horizontalAdvance(words) + 2 * SIDE + 2, metrics.height() + 1)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        _doc: QTextDocument,
        _place: int,
        format: QTextFormat,  # noqa: A002 - Qt's own signature
    ) -> None:
        written = str(format.property(WRITTEN))
        marker = _marker(written)
        wrong = self.is_wrong(written)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("bad_edge" if wrong else "edge"), 1.5 if wrong else 1))
        painter.setBrush(look.colour("raised" if marker.only_if else "select"))
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 0.5, -1, -0.5), CORNER, CORNER)
        painter.setPen(look.colour("bad" if wrong else "muted" if marker.only_if else "text"))
        painter.setFont(format.toCharFormat().font())
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, shown(marker))
        painter.restore()


def _marker(written: str) -> markers.Marker:
    return next(markers.markers(written), markers.Marker(""))


class ChipEditor(QTextEdit):
    """One sentence or several lines; `text` and `put` speak the plain words with {{Tên trường}} in them."""

    edited = Signal()
    entered = Signal()  # the keyboard came in

    def __init__(self, names: Iterable[Name] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self.chips = Chips(self, names)
        self.document().documentLayout().registerHandler(CHIP, self.chips)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(6)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self.textChanged.connect(self._typed)
        self.cursorPositionChanged.connect(self._plain_from_here)
        self._fit()

    # -- the words

    def text(self) -> str:
        """The sentence with its fields as they are written."""
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        return _words(whole)

    def put(self, text: str) -> None:
        """Another sentence; nothing of the old one can be brought back."""
        self._filling = True
        self.clear()
        cursor = self.textCursor()
        spaced = QTextBlockFormat()
        spaced.setLineHeight(BETWEEN, int(QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value))
        cursor.setBlockFormat(spaced)
        self._insert(cursor, text)
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._filling = False
        self._tell()

    def insert(self, text: str) -> None:
        """Put words or a field where the cursor is, in the place of what is selected."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        self._insert(cursor, text)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def _insert(self, cursor: QTextCursor, text: str) -> None:
        plain, words = QTextCharFormat(), text.replace(HOLDER, "")
        for part in markers.parse(words):
            if isinstance(part, str):
                cursor.insertText(part, plain)
            else:
                cursor.insertText(HOLDER, self._chip(words[part.start : part.end]))

    def _chip(self, written: str) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setObjectType(CHIP)
        made.setProperty(WRITTEN, written)
        made.setFont(self.font())
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBottom)
        return made

    # -- typing

    def _typed(self) -> None:
        if self._filling:
            return
        self._filling = True
        self._close_markers()
        self._filling = False
        self._tell()

    def _tell(self) -> None:
        self.setAccessibleDescription(self.text())
        self.edited.emit()

    def _close_markers(self) -> None:
        """A field typed by hand becomes one thing as soon as its last brace is there."""
        block = self.textCursor().block()
        words = block.text()
        for found in reversed(list(markers.WHOLE.finditer(words))):
            if HOLDER in found[0]:
                continue
            cursor = QTextCursor(block)
            cursor.joinPreviousEditBlock()
            cursor.setPosition(block.position() + _units(words[: found.start()]))
            cursor.setPosition(
                block.position() + _units(words[: found.end()]), QTextCursor.MoveMode.KeepAnchor
            )
            cursor.insertText(HOLDER, self._chip(found[0]))
            cursor.endEditBlock()

    def _plain_from_here(self) -> None:
        """Words typed after a field are words."""
        if not self.textCursor().hasSelection() and self.currentCharFormat().hasProperty(WRITTEN):
            self.setCurrentCharFormat(QTextCharFormat())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copied as plain words, so that a field goes to Word as {{Tên trường}}."""
        made = QMimeData()
        made.setText(_words(self.textCursor()))
        return made

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insert(LINE_ENDS.sub("\n", unicodedata.normalize("NFC", source.text())))

    # -- room

    def _fit(self) -> None:
        """As high as its lines: the page around it scrolls, not the sentence."""
        frame = self.height() - self.viewport().height() if self.isVisible() else 2
        wanted = round(self.document().size().height()) + max(frame, 2)
        if self.height() != wanted or self.minimumHeight() != wanted:
            self.setFixedHeight(max(wanted, LEAST))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()


def _units(text: str) -> int:
    """How many places a text takes for Qt, which counts UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def _words(cursor: QTextCursor) -> str:
    """What is selected, fields as they are written."""
    return "\n".join(_lines(cursor)) if cursor.hasSelection() else ""


def _lines(cursor: QTextCursor) -> Iterator[str]:
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    block = cursor.document().findBlock(first)
    while block.isValid() and block.position() <= last:
        words = ""
        place = block.begin()
        while not place.atEnd():
            piece = place.fragment()
            begin = max(first - piece.position(), 0)
            end = min(last - piece.position(), piece.length())
            if begin < end:
                words += _written(piece.text(), piece.charFormat(), begin, end)
            place += 1
        yield re.sub("[\u2028\u2029]", "\n", words)
        block = block.next()


def _written(text: str, look_of: QTextCharFormat, begin: int, end: int) -> str:
    """Part of one piece of a text; equal fields side by side are one piece. Places count UTF-16 units."""
    units = text.encode("utf-16-le")[2 * begin : 2 * end].decode("utf-16-le", "replace")
    field = str(look_of.property(WRITTEN) or "")
    return units.replace(HOLDER, field)
