"""The workspace of one meeting: its head with the states, the bar of sections in the order of the work."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from db import history, meetings
from gui import look
from gui.asking import Leaving
from gui.workspace import marks
from gui.workspace.part import Part
from rules.meetings import STATES
from rules.text import clean

DOT = 42  # px of the dot and the edges of a state
LONGEST = 130  # letters of a title in the head; the rest is in the tip


def sections() -> tuple[type[Part], ...]:
    """The sections in the order of the work; a new one adds one line here."""
    from gui.workspace.agenda import AgendaPart
    from gui.workspace.calling import CallingPart
    from gui.workspace.closing import ConclusionsPart
    from gui.workspace.info import InfoPart
    from gui.workspace.minutes import MinutesPart
    from gui.workspace.presence import PresencePart
    from gui.workspace.records import RecordsPart

    return (InfoPart, CallingPart, AgendaPart, PresencePart, MinutesPart, ConclusionsPart, RecordsPart)


class Workspace(QWidget):
    """One meeting at a time; sections are built when first seen and kept for the next meeting."""

    said = Signal(str)
    open_record = Signal(str, int)
    left = Signal()  # back to the list

    depends = marks.DEPENDS

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workspace")
        self.meeting = 0
        self.parts: dict[str, Part] = {}
        self.kinds = sections()
        self._figures: dict[str, str] = {}
        self._build()
        self._shortcut("Alt+Left", self.leave)
        self._shortcut("Ctrl+PgDown", lambda: self.step(1))
        self._shortcut("Ctrl+PgUp", lambda: self.step(-1))
        for number, kind in enumerate(self.kinds):
            self._shortcut(f"Alt+{number + 1}", partial(self.bar.setCurrentIndex, number))
            self.bar.setTabToolTip(number, f"{kind.title} (Alt+{number + 1})")

    def _shortcut(self, keys: str, run: Callable[[], object]) -> None:
        made = QShortcut(QKeySequence(keys), self)
        made.activated.connect(run)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 8, 16, 8)
        whole.setSpacing(6)
        whole.addLayout(self._head())
        self.bar = QTabBar()
        self.bar.setObjectName("sections")
        self.bar.setAccessibleName("Các phần của hội nghị")
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setDocumentMode(True)
        for kind in self.kinds:
            self.bar.addTab(kind.title)
        self.bar.currentChanged.connect(self._show)
        whole.addWidget(self.bar)
        self.stack = QStackedWidget()
        whole.addWidget(self.stack, 1)

    def _head(self) -> QHBoxLayout:
        self.back = QPushButton("‹ Danh sách")
        self.back.setProperty("role", "flat")
        self.back.setToolTip("Trở về danh sách hội nghị (Alt+←, Esc)")
        self.back.clicked.connect(self.leave)
        self.title = QLabel()
        self.title.setProperty("role", "subheading")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        self.steps: dict[str, QPushButton] = {}
        for place, choice in enumerate(STATES):
            if place:
                arrow = QLabel("→")
                arrow.setProperty("role", "quiet")
                head.addWidget(arrow)
            button = QPushButton(choice.label)
            button.setCheckable(True)
            button.setProperty("role", "flat")
            button.setToolTip(f"Chuyển trạng thái hội nghị sang “{choice.label}”")
            button.clicked.connect(partial(self.set_state, choice.key))
            self.steps[choice.key] = button
            head.addWidget(button)
        return head

    # -- what is shown

    def open(self, meeting: int, section: str = "info") -> None:
        """Show this meeting, beginning with one of its sections."""
        self.meeting = meeting
        for part in self.parts.values():
            part.meeting = 0
        self.refresh_head()
        self.go(section)
        self._show(self.bar.currentIndex())

    def go(self, section: str) -> None:
        """Show a section by its key: info, calling, agenda, presence, minutes, conclusions, records."""
        self.bar.setCurrentIndex([kind.key for kind in self.kinds].index(section))

    def step(self, by: int) -> None:
        self.bar.setCurrentIndex((self.bar.currentIndex() + by) % self.bar.count())

    def part(self) -> Part:
        """The section in sight."""
        return self.parts[self.kinds[self.bar.currentIndex()].key]

    def _show(self, place: int) -> None:
        if not self.meeting:
            return
        kind = self.kinds[place]
        part = self.parts.get(kind.key)
        if part is None:
            part = self.parts[kind.key] = kind()
            part.settle = self.settle
            part.said.connect(self.said)
            part.open_record.connect(self.open_record)
            part.go.connect(self.go)
            part.unsaved.connect(self._mark_sections)
            self.stack.addWidget(part)
        self.stack.setCurrentWidget(part)
        if part.meeting != self.meeting:
            part.show_meeting(self.meeting)
        else:
            part.refresh()
        part.begin()
        self._mark_sections()

    def refresh_head(self) -> None:
        """Title, state and the figures in the bar."""
        values = meetings.get(self.meeting)
        title = clean(values["title"])
        self.title.setText(title if len(title) <= LONGEST else title[:LONGEST].rstrip() + "…")
        self.title.setToolTip(title)
        for key, button in self.steps.items():
            here = key == values["state"]
            button.setChecked(here)
            bold = QFont(button.font())
            bold.setWeight(QFont.Weight.DemiBold)
            wide = QFontMetrics(bold).horizontalAdvance(button.text()) + DOT
            button.setMinimumWidth(wide if here else 0)
            button.setIcon(look.dot(marks.TONES[key]) if here else QIcon())
        self._figures = marks.figures(self.meeting, values)
        self._mark_sections()

    def _mark_sections(self) -> None:
        for place, kind in enumerate(self.kinds):
            part = self.parts.get(kind.key)
            live = part if part is not None and part.meeting == self.meeting else None
            own = live.figure() if live else None
            figure = self._figures.get(kind.key, "") if own is None else own
            typed = bool(live and live.is_changed())
            words = [kind.title, "•" if typed else figure]  # short: the tabs keep their place under the mouse
            text = " ".join(word for word in words if word)
            if self.bar.tabText(place) != text:
                self.bar.setTabText(place, text)
                tip = f"{kind.title} (Alt+{place + 1})"
                self.bar.setTabToolTip(place, f"{tip} – có nội dung chưa lưu" if typed else tip)

    def set_state(self, state: str) -> None:
        if meetings.get(self.meeting)["state"] != state:
            self.part().tried(lambda: meetings.set_state(self.meeting, state))
            self.said.emit("Đã chuyển trạng thái hội nghị.")
        self.refresh_head()

    def news(self, tables: frozenset[str]) -> None:
        """Something was changed in these tables."""
        if not self.meeting:
            return
        if "meeting" in tables and not meetings.rows(ids=[self.meeting]):
            self.close_meeting()  # undone or deleted elsewhere
            return
        shown = [part for part in self.parts.values() if part.meeting == self.meeting]
        for part in shown:
            part.news(tables)
        counts_itself = self.part().figure() is not None and tables == {"attendance"}
        if tables & self.depends and not counts_itself:
            self.refresh_head()

    # -- leaving

    def unsaved_parts(self) -> list[Part]:
        return [part for part in self.parts.values() if part.meeting == self.meeting and part.is_changed()]

    def may_leave(self, then: Callable[[], object] | None = None) -> bool:
        """False when something typed is not saved: then it asks, and `then` follows the answer."""
        if self.meeting and self.unsaved_parts():
            self.ask_to_save(then or self.close_meeting)
            return False
        return True

    def leave(self) -> None:
        """Back to the list."""
        if self.may_leave():
            self.close_meeting()

    def ask_to_save(self, then: Callable[[], object]) -> Leaving:
        """Save, throw away or stay, for all that is typed in this meeting."""
        names = ", ".join(part.title for part in self.unsaved_parts())
        box = Leaving(self, "Còn nội dung chưa lưu.", [f"Phần: {names}."])
        box.ask_both(partial(self._save_and_go, then), partial(self._throw_and_go, then))
        return box

    def settle(self) -> bool:
        """Save what is typed in any section, as one step; False: one must be mended first, and it is shown.

        A paper is made from what is kept, so this comes before every preview and every file.
        """
        with history.change("Lưu nội dung hội nghị"):
            waiting = [part for part in self.unsaved_parts() if not part.save()]
        if waiting:
            self.go(waiting[0].key)
        return not waiting

    def _save_and_go(self, then: Callable[[], object]) -> None:
        if self.settle():
            then()

    def _throw_and_go(self, then: Callable[[], object]) -> None:
        self.close_meeting()
        then()

    def close_meeting(self) -> None:
        """Back to the list, whatever is typed."""
        self.meeting = 0
        for part in self.parts.values():
            part.meeting = 0
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.leave()
        else:
            super().keyPressEvent(event)
