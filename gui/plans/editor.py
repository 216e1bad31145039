"""The editor of one plan, in the place of the list: its parts, what is still unknown, the ways out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from gui import errors, look, saving
from gui.beside import tool
from gui.plans.bases import BasesPart
from gui.plans.feet import FeetPart
from gui.plans.items import ItemsPart
from gui.plans.kept import PlanText
from gui.plans.part import OneLine, PlanPart
from gui.plans.prose import ProsePart
from papers import notices
from papers.content import Document
from rules.trouble import Refused

NOTHING_UNKNOWN = "✓ Kế hoạch đã đủ thông tin để in."


class PlanEditor(QWidget):
    """One plan; typing is kept when a part is left, when the editor is left, and before anything goes out."""

    said = Signal(str)
    left = Signal()  # back to the list
    record_asked = Signal()  # the form of the document itself

    depends = frozenset(
        {"directive", "directive_link", "plan_item", "plan_item_unit", "unit", "unit_name", "paper"}
        | {"paper_section", "signature", "recipient", "person", "setting"}
    )

    def __init__(self, record: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plan_editor")
        self.record = record
        self.text = PlanText(record)
        feet = FeetPart(record, self.text)
        feet.record_asked.connect(self.record_asked)
        prose = ProsePart(record, self.text)
        self.parts: tuple[PlanPart, ...] = (BasesPart(record), prose, ItemsPart(record), feet)
        self.bar = QTabBar()
        self.stack = QStackedWidget()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._show_state)
        self._make_actions()
        self._build()
        self._connect()
        self._show_state()

    # -- what it looks like

    def _make_actions(self) -> None:
        self.preview_action = self._action("Xem trước", "info", "Ctrl+R", self.preview)
        self.word_action = self._action("Word", "word", "Ctrl+Shift+W", lambda: self.write("docx"))
        self.excel_action = self._action("Excel", "excel", "Ctrl+E", lambda: self.write("xlsx"))
        self.pdf_action = self._action("PDF", "pdf", "Ctrl+Shift+P", lambda: self.write("pdf"))
        self.print_action = self._action("In", "print", "Ctrl+P", self.print_out)

    def _action(self, text: str, icon: str, keys: str, run: Callable[[], object]) -> QAction:
        made = QAction(look.icon(icon), text, self)
        made.setShortcut(keys)
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.setToolTip(f"{text} ({keys})")
        made.triggered.connect(lambda: run())
        self.addAction(made)
        return made

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 8, 16, 8)
        whole.setSpacing(6)
        whole.addLayout(self._head())
        self.bar.setAccessibleName("Các phần của kế hoạch")
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setDocumentMode(True)
        for number, part in enumerate(self.parts, start=1):
            self.bar.addTab(part.title)
            self.bar.setTabToolTip(number - 1, f"{part.title} (Alt+{number})")
            self.stack.addWidget(part)
        whole.addWidget(self.bar)
        whole.addWidget(self.stack, 1)
        whole.addWidget(self._foot())

    def _head(self) -> QHBoxLayout:
        self.back = QPushButton("‹ Danh sách")
        self.back.setProperty("role", "flat")
        self.back.setToolTip("Trở về danh sách văn bản (Alt+←, Esc)")
        self.back.clicked.connect(self.leave)
        self.title = OneLine()
        self.title.setProperty("role", "subheading")
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.back)
        row.addWidget(self.title, 1)
        for action in (
            self.preview_action, self.word_action, self.excel_action, self.pdf_action, self.print_action
        ):  # fmt: skip
            row.addWidget(tool(action))
        return row

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("role", "card")
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 6, 12, 6)
        self.unknown = QLabel()
        self.unknown.setWordWrap(True)
        self.unknown.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(self.unknown, 1)
        return foot

    def _connect(self) -> None:
        for part in self.parts:
            part.said.connect(self.said)
            part.changed.connect(self._show_figures)
        self.bar.currentChanged.connect(self._go)
        for number in range(len(self.parts)):
            self._key(f"Alt+{number + 1}", partial(self.bar.setCurrentIndex, number))
        self._key("Alt+Left", self.leave)
        self._key("Ctrl+S", self._save_here)
        self._key("Ctrl+PgDown", lambda: self._step(1))
        self._key("Ctrl+PgUp", lambda: self._step(-1))

    def _key(self, keys: str, run: Callable[[], object]) -> None:
        made = QShortcut(QKeySequence(keys), self)
        made.activated.connect(run)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # -- parts

    def part(self) -> PlanPart:
        return self.parts[self.bar.currentIndex()]

    def _step(self, by: int) -> None:
        self.bar.setCurrentIndex((self.bar.currentIndex() + by) % len(self.parts))

    def _go(self, place: int) -> None:
        """Another part; what was typed in the one left is kept."""
        before = self.stack.currentWidget()
        if isinstance(before, PlanPart) and not before.save():
            self.bar.blockSignals(True)
            self.bar.setCurrentIndex(self.parts.index(before))
            self.bar.blockSignals(False)
            return
        self.stack.setCurrentIndex(place)
        self.part().begin()
        self._show_figures()

    def news(self, tables: frozenset[str]) -> None:
        """Something was changed in these tables; typing is not touched."""
        if not tables & self.depends:
            return
        if not self.text.is_kept():
            self.leave()  # undone or deleted elsewhere
            return
        for part in self.parts:
            if tables & part.depends:
                part.reload()
        self._later.start()

    def _show_state(self) -> None:
        """The title, the figures, and what is still unknown."""
        self.title.say(self.text.title())
        self._show_figures()
        document = self.text.document()
        unknown = document.blanks()
        told = [f"⚠ Chưa biết – sẽ in dấu chấm: {'; '.join(unknown)}."] if unknown else []
        told += [f"⚠ {words}" for words in notices.of(self.text.facts().head, document.profile)]
        look.set_role(self.unknown, "warn" if told else "good")
        self.unknown.setText("\n".join(told) or NOTHING_UNKNOWN)

    def _show_figures(self) -> None:
        for place, part in enumerate(self.parts):
            mark = "•" if part.is_changed() else part.figure()
            self.bar.setTabText(place, f"{part.title} {mark}".strip())

    def _save_here(self) -> None:
        if self.part().save():
            self.said.emit("Đã lưu.")
        self._later.start()

    def leave(self) -> None:
        """Back to the list; whoever owns the editor asks it to save first."""
        self.left.emit()

    def save_all(self) -> bool:
        """Keep all that is typed; False when something must be mended first, and that part is shown."""
        if not self.text.is_kept():
            return True
        for place, part in enumerate(self.parts):
            if not part.save():
                self.bar.setCurrentIndex(place)
                return False
        return True

    # -- out

    def document(self) -> Document | None:
        """The plan as it is now, typing included; None where something could not be saved."""
        if not self.save_all():
            return None
        try:
            return self.text.document()
        except Refused as refused:
            errors.show(refused, self)
            return None

    def preview(self) -> None:
        from gui.preview import PreviewDialog

        if document := self.document():
            PreviewDialog(document, self.text.file_name(), self, self.text.origin()).open()

    def print_out(self) -> None:
        """Straight to the printer's dialog, over the pages that will come out."""
        from gui.preview import PreviewDialog

        if document := self.document():
            dialog = PreviewDialog(document, self.text.file_name(), self, self.text.origin())
            dialog.open()
            dialog.print_out()

    def write(self, kind: str) -> None:
        if document := self.document():
            saving.save(document, kind, self, self.text.file_name(), self.text.origin())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.leave()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:  # noqa: ARG002 - the keyboard belongs to the part
        self.part().begin()
