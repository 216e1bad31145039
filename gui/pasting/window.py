"""A text laid beside what it proposes: nothing is kept before the clerk has ticked it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from db import pasting as kept
from db.pasting import Desk
from gui import errors, jobs, look, state
from gui.buttons import foot, give_keys, side
from gui.drops import word_file
from gui.keys import enter_presses
from gui.pasting.offers import OfferTree
from rules import legacy, pasting
from rules.reading import propose
from rules.reading.found import Proposals
from rules.text import clean
from rules.trouble import Refused

TITLE = "Đọc văn bản dán vào"
HINT = (
    "Dán tin hội nghị, kế hoạch, giấy mời, danh sách… vào đây (Ctrl+V), hoặc mở tệp Word. "
    "Chương trình tìm hội nghị, văn bản, đại biểu, thành phần, thời gian, nhiệm vụ; chưa ghi gì vào sổ."
)
PAUSE = 400  # ms of quiet before a text that is being typed is read
LONGEST = 400_000  # letters: a thick report
LONG = 30_000  # letters: more are not read between two keys
READING = "Đang đọc văn bản…"
NOTHING = "Chưa đọc được điều gì để ghi từ văn bản này."


class PasteDialog(QDialog):
    """Left the text with the place of the chosen line marked, right all that was read in it."""

    told = Signal(str)  # what was kept, for the line at the bottom of the window
    opened = Signal(str, int)  # the meeting that was kept: subject, record

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("paste")
        self.setWindowTitle(TITLE)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAcceptDrops(True)
        self.desk: Desk | None = None
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("Văn bản")
        self.text.setPlaceholderText(HINT)
        self.text.setTabChangesFocus(True)
        self.text.installEventFilter(self)
        self.text.setAcceptDrops(False)
        self.offers = OfferTree()
        self.sum, self.note, self.detail = QLabel(), look.quiet(""), look.quiet("")
        self.open_button = side("Mở tệp Word…", self.choose, "Ctrl+O")
        self.keep_button = look.main_button("Ghi vào sổ", "good")
        self.keep_button.clicked.connect(self.keep)
        give_keys(self.keep_button, "Ctrl+S")
        enter_presses(self.keep_button)  # Enter on a line keeps nothing
        self.close_button = side("Đóng", self.reject)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.read)
        self.text.textChanged.connect(self._timer.start)
        self.offers.ticked.connect(self._say_sum)
        self.offers.picked.connect(self._mark)
        self._build()
        self.note.hide()
        self._mended = ""  # what was done to the letters of the text in sight
        screen = (parent or self).screen().availableGeometry()
        self.resize(min(1240, screen.width() - 32), screen.height() - 48)
        self._say_sum()
        self.text.setFocus()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(look.heading(TITLE), 1)
        head.addWidget(self.open_button)
        column.addLayout(head)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.text)
        right = QWidget()
        inside = QVBoxLayout(right)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.offers, 1)
        inside.addWidget(self.detail)
        split.addWidget(right)
        split.setSizes([520, 680])
        column.addWidget(split, 1)
        column.addWidget(self.note)
        column.addWidget(self.sum)
        column.addLayout(foot(self.close_button, self.keep_button))

    # -- reading

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A paste is read at once, and its lines are kept as they are."""
        if (
            watched is self.text
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.matches(QKeySequence.StandardKey.Paste)
        ):
            self.paste()
            return True
        return super().eventFilter(watched, event)

    def paste(self) -> None:
        self.put(QGuiApplication.clipboard().text())

    def put(self, text: str) -> None:
        """Read this text in the place of the one in sight; old letters are turned, and that is said."""
        mended = legacy.mend(text[:LONGEST])
        turned = mended.text if mended.encoding else text[:LONGEST]
        said = []
        if mended.encoding:
            said.append("Đã chuyển từ bảng mã cũ sang Unicode; hãy đọc lại các chữ.")
        if len(text) > LONGEST:
            said.append(f"Văn bản dài quá, chỉ đọc {LONGEST:,} chữ đầu.".replace(",", "."))
        self._mended = " ".join(said)
        self.text.setPlainText(clean(turned, lines=True))
        self.read()

    def choose(self) -> None:
        start = state.text("paste/folder", str(Path.home()))
        chosen, _ = QFileDialog.getOpenFileName(self, "Chọn tệp Word để đọc", start, "Tệp Word (*.docx)")
        if chosen:
            self.open_file(Path(chosen))

    def open_file(self, path: Path) -> None:
        state.put("paste/folder", str(path.parent))
        jobs.run(lambda: words_of(path), self.put, parent=self, words="Đang đọc tệp Word…")

    def read(self) -> None:
        """What the text in sight proposes; a long one is read off the screen."""
        self._timer.stop()
        text = self.text.toPlainText()
        if len(text) < LONG:
            self._show(text, propose(text))
        else:
            jobs.run(lambda: propose(text), lambda told: self._show(text, told), parent=self, words=READING)

    def _show(self, text: str, told: Proposals) -> None:
        """The proposals laid beside the file, unless the text was changed while it was read."""
        if text != self.text.toPlainText():
            self._timer.start()
            return
        doubts = " ".join((self._mended, *dict.fromkeys(doubt.words for doubt in told.doubts))).strip()
        self.note.setText(doubts)
        self.note.setVisible(bool(doubts))
        self.desk = Desk(told) if text.strip() else None
        self.offers.put(pasting.offers(told), self.desk.standing if self.desk else {})

    def _mark(self) -> None:
        """The chosen line in full; its places in the text, the first one brought into sight."""
        offer = self.offers.looked_at()
        why = self.desk.standing[offer.key].why if offer and self.desk else ""
        self.detail.setText(f"{offer.words}{f' – {why}' if why else ''}" if offer else "")
        marks = []
        colour = QColor(look.colour("accent"))
        colour.setAlpha(60)
        for start, end in offer.places if offer else ():
            mark = QTextEdit.ExtraSelection()
            mark.cursor = self._cursor(start, end)
            mark.format.setBackground(colour)
            marks.append(mark)
        self.text.setExtraSelections(marks)
        if marks and not self.text.hasFocus():
            place = marks[0].cursor
            place.setPosition(place.selectionStart())
            self.text.setTextCursor(place)
            self.text.centerCursor()

    def _cursor(self, start: int, end: int) -> QTextCursor:
        """Qt counts halves of letters beyond the first plane, we count letters."""
        words = self.text.toPlainText()
        cursor = self.text.textCursor()
        cursor.setPosition(_units(words[:start]))
        cursor.setPosition(_units(words[:end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    # -- keeping

    def _say_sum(self) -> None:
        chosen = len(self.offers.chosen())
        self.keep_button.setText(f"Ghi {chosen} mục vào sổ" if chosen else "Ghi vào sổ")
        self.keep_button.setEnabled(bool(chosen))
        total = len(self.desk.standing) if self.desk else 0
        if not self.text.toPlainText().strip():
            self.sum.setText("")
        elif not total:
            self.sum.setText(NOTHING)
        else:
            self.sum.setText(
                f"Đọc được {total} mục, đánh dấu {chosen}. "
                "Phím cách: đánh dấu hoặc bỏ; chỗ nêu được tô màu bên trái."
            )

    def keep(self) -> None:
        """The ticked lines as one change; the window stays, so that the rest can be looked at."""
        if self.desk is None:
            return
        try:
            done = kept.take(self.desk, self.offers.chosen())
        except Refused as refused:
            errors.show(refused, self)
            return
        self.told.emit(f"Đã ghi {done.kept} mục. Ctrl+Z để bỏ cả lần ghi.")
        if done.meeting:
            self.opened.emit("meeting", done.meeting)
        self.accept()

    def reject(self) -> None:
        """Work under way comes back to this window, so it is waited for."""
        if not jobs.busy():
            super().reject()

    # -- dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if word_file(event) or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = word_file(event)
        event.acceptProposedAction()
        if path:
            self.open_file(path)
        elif event.mimeData().hasText():
            self.put(event.mimeData().text())


def words_of(path: Path) -> str:
    """The words of a Word file in lines. Values only: this runs off the screen."""
    from papers import plain

    return plain.read_text(path)


def _units(words: str) -> int:
    """Places as Qt counts them."""
    return len(words.encode("utf-16-le")) // 2
