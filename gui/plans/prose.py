"""The prose of a plan: its parts one under the other, each kept when it is left."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from gui import look
from gui.plans.kept import PlanText
from gui.plans.part import PlanPart, scrolled
from rules.plans import SECTIONS

LEAST, MOST = 3, 16  # lines that a text area shows
PAUSE = 30_000  # ms of quiet after which typing is kept by itself
HINTS = {
    "opening": "Để trống thì chương trình tự viết như dòng chữ mờ, từ các văn bản ở phần Căn cứ.",
    "purpose": "In dưới “1. Mục đích”. Mỗi ý một dòng.",
    "requirements": "In dưới “2. Yêu cầu”. Mỗi ý một dòng.",
    "content": "In dưới “II- NỘI DUNG”, trước các công việc ở phần Công việc. Có thể để trống.",
    "organisation": "In dưới “III- TỔ CHỨC THỰC HIỆN”. Mỗi cơ quan một dòng, ví dụ: "
    "Văn phòng Đảng ủy: theo dõi, đôn đốc, tổng hợp báo cáo.",
    "closing": "Để trống thì in câu thường dùng như dòng chữ mờ.",
}


class GrowingText(QPlainTextEdit):
    """As tall as its words; Tab goes on; says when it is left."""

    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        lines = min(max(int(self.document().size().height()), LEAST), MOST)
        height = lines * self.fontMetrics().lineSpacing() + 28
        if height != self.height():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.fit)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class ProsePart(PlanPart):
    """One area per section; each save is one change named for its section."""

    title = "Nội dung"
    depends = frozenset({"paper", "paper_section", "directive", "directive_link"})

    def __init__(self, record: int, text: PlanText) -> None:
        super().__init__(record)
        self.text = text
        self.areas: dict[str, GrowingText] = {}
        self._kept: dict[str, str] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.save)
        self._build()
        self.reload()

    def _build(self) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 8, 12, 8)
        column.setSpacing(4)
        for choice in SECTIONS:
            area = GrowingText(choice.label)
            area.textChanged.connect(self._typed)
            area.left.connect(lambda key=choice.key: self._keep(key))
            self.areas[choice.key] = area
            label = QLabel(choice.label)
            label.setProperty("role", "subheading")
            label.setBuddy(area)
            hint = look.quiet(HINTS.get(choice.key, ""))
            for part in (label, hint, area):
                column.addWidget(part)
            column.addSpacing(10)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(holder))

    def reload(self) -> None:
        """Sections that are being typed in stay as they are."""
        kept = self.text.sections()
        usual = self.text.usual()
        for key, area in self.areas.items():
            typing = area.toPlainText() != self._kept.get(key, "")
            self._kept[key] = kept.get(key, "")
            area.setPlaceholderText(usual.get(key, ""))
            if not typing and area.toPlainText() != self._kept[key]:
                area.setPlainText(self._kept[key])

    def _typed(self) -> None:
        if self.is_changed():
            self._pause.start()
        self.changed.emit()

    def figure(self) -> str:
        written = sum(bool(area.toPlainText().strip()) for area in self.areas.values())
        return f"{written}/{len(self.areas)}"

    def is_changed(self) -> bool:
        return any(area.toPlainText() != self._kept.get(key, "") for key, area in self.areas.items())

    def save(self) -> bool:
        """All that is typed; False where something was refused and stays in its area."""
        self._pause.stop()
        kept = [self._keep(key) for key in self.areas]
        return all(kept)

    def _keep(self, key: str) -> bool:
        words = self.areas[key].toPlainText()
        before = self._kept.get(key, "")
        if words == before:
            return True
        self._kept[key] = words  # first, so that the news of this very change does not take it for typing
        if self.tried(lambda: self.text.keep_section(key, words)):
            self.changed.emit()
            return True
        self._kept[key] = before
        return False

    def begin(self) -> None:
        """In the first section that has to be written and is not."""
        wanted = ("purpose", "requirements", "organisation", "content")
        empty = (key for key in wanted if not self.areas[key].toPlainText().strip())
        self.areas[next(empty, "opening")].setFocus()
