"""The window of Ctrl+K: one line that searches everything, what it finds kind by kind below it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
)

from db import finding, search
from db.finding import KINDS, MOST, Hit
from gui import found, look, tabs, ways
from gui.found import COMMAND, HEADINGS, ROW, TAB, Line
from rules.text import clean, fold

if TYPE_CHECKING:
    from gui.window import MainWindow

RECENT = "Mở gần đây"
ASKED = (*(kind for kind in KINDS if kind != "person"), "person")  # the longest list last
HELP = (
    "Gõ không cần dấu: tên, chữ đầu (NVH, SKHCN), số văn bản (92 KH ĐUK), "
    "giấy tờ (biên bản giao ban), việc làm được (sao lưu)."
)
KEYS = "↑ ↓ để chọn · Enter để mở · Esc để đóng"
NO_ACCENTS = "Không có gì đúng dấu đã gõ; dưới đây là kết quả không xét dấu."
UP_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindDialog(QDialog):
    """The keyboard stays in the line; arrows walk through what is found, Enter opens it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("finding")
        self.setWindowTitle("Tìm mọi thứ")
        self._window = window
        self._commands = ways.commands(window)
        self._words = ""  # of what is shown
        self._waiting: list[str] = []  # kinds still to be asked
        self._found: dict[str, list[Hit]] = {}
        self._moved = False  # the clerk has chosen a line: it stays chosen
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._ask_next)
        self._build()
        self._show_recent()

    def _build(self) -> None:
        self.line = QLineEdit()
        self.line.setObjectName("find_line")
        self.line.setAccessibleName("Tìm mọi thứ")
        self.line.setPlaceholderText("Tìm đơn vị, văn bản, hội nghị, đại biểu, giấy tờ, việc…")
        self.line.setClearButtonEnabled(True)
        self.line.addAction(look.icon("search", "muted", 16), QLineEdit.ActionPosition.LeadingPosition)
        self.line.textChanged.connect(self._typed)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setObjectName("findings")
        self.list.setAccessibleName("Kết quả tìm")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(found.Drawn(self.list))
        self.list.itemClicked.connect(lambda _item: self._open())
        self.list.currentItemChanged.connect(lambda *_: self._speak())
        self.empty = look.quiet("")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setContentsMargins(32, 24, 32, 24)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        self.note = look.quiet(NO_ACCENTS)
        self.note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        for part in (self.line, self.note):
            column.addWidget(part)
        column.addWidget(self.stack, 1)
        column.addWidget(look.quiet(KEYS))
        room = self._window.size()
        self.resize(min(720, room.width() - 80), min(500, room.height() - 60))
        self.line.setFocus()

    # -- asking

    def _typed(self, text: str) -> None:
        """Ask anew, a kind at a time: the next letter is heard between two of them."""
        self._timer.stop()
        self._moved = False
        if not search.split(text):
            self._waiting = []
            self._show_recent()
            return
        self._begin(text)

    def _begin(self, words: str) -> None:
        self._words, self._found, self._waiting = words, {}, list(ASKED)
        self._timer.start()

    def _ask_next(self) -> None:
        kind = self._waiting.pop(0)
        self._found[kind] = finding.find(self._words, kind)
        if self._waiting:
            self._timer.start()
        if not self._waiting:
            self._all_asked()
        elif self._waiting == [ASKED[-1]] and any(self._found.values()):
            self._show_found()

    def _all_asked(self) -> None:
        """With nothing that carries the typed accents, the words are sought without them."""
        bare = fold(self._words)
        if not any(self._found.values()) and search.is_accented(self._words) and bare != self._words:
            self._begin(bare)
        else:
            self._show_found()

    def finish(self) -> None:
        """All that is still to be asked, now: Enter shall open the best of all."""
        self._timer.stop()
        while self._waiting:
            self._ask_next()
        self._timer.stop()

    # -- showing

    def _show_found(self) -> None:
        hits = dict.fromkeys(KINDS, ()) | self._found
        hits[COMMAND] = self._met_commands()
        groups = [(HEADINGS[kind], [self._lined(hit) for hit in one]) for kind, one in finding.arranged(hits)]
        if groups:
            groups.append((HEADINGS[TAB], self._tabs()))
        typed = clean(self.line.text())
        self.note.setVisible(self._words != self.line.text() and bool(groups))
        self._fill(groups, f"Không thấy gì với “{typed}”.\n\n{HELP}")

    def _met_commands(self) -> list[Hit]:
        text = [search.Text((one.title,)) for one in self._commands]
        hits = [
            Hit(COMMAND, place, one.title, one.keys, rank=search.rank(self._words, text[place]))
            for place, one in enumerate(self._commands)
            if search.found(fold(one.title), one.title, self._words)
        ]
        return sorted((hit for hit in hits if hit.rank[0] <= search.START), key=lambda hit: hit.rank)[:MOST]

    def _tabs(self) -> list[Line]:
        words = clean(self.line.text())
        lines = []
        for place, (tab, _) in enumerate(tabs.pages()):
            hit = Hit(TAB, place, f"Tìm “{words}” trong thẻ {tab.title}")
            lines.append(Line(hit, partial(ways.seek, self._window, tab, self._words)))
        return lines

    def _lined(self, hit: Hit) -> Line:
        if hit.kind == COMMAND:
            return Line(hit, self._commands[hit.id].run)
        return Line(hit, partial(self._go, hit))

    def _show_recent(self) -> None:
        """With nothing typed: what was opened from here last."""
        self._words = ""
        self.note.hide()
        hits = finding.again(found.remembered())
        lines = [self._lined(hit) for hit in hits]
        self._fill([(RECENT, lines)] if lines else [], HELP)

    def _fill(self, groups: Sequence[tuple[str, Sequence[Line]]], otherwise: str) -> None:
        chosen = self._chosen() if self._moved else None
        self.list.clear()
        for heading, lines in groups:
            self.list.addItem(found.heading(heading))
            for line in lines:
                self.list.addItem(found.item(heading, line))
        self.empty.setText(otherwise)
        self.stack.setCurrentWidget(self.list if groups else self.empty)
        lines_at = {row: one for row in range(self.list.count()) if (one := self._line_at(row))}
        same = (row for row, one in lines_at.items() if chosen and one.hit[:3] == chosen.hit[:3])
        self.list.setCurrentRow(next(same, next(iter(lines_at), -1)))
        self._speak()

    def _line_at(self, row: int) -> Line | None:
        """None for a heading."""
        item = self.list.item(row)
        line = item.data(found.Role.UserRole) if item else None
        return line if isinstance(line, Line) else None

    def _chosen(self) -> Line | None:
        return self._line_at(self.list.currentRow())

    def _speak(self) -> None:
        """A screen reader hears the chosen line while the keyboard stays in the search line."""
        item = self.list.currentItem()
        said = item.data(found.Role.AccessibleTextRole) if item and self._chosen() else ""
        self.line.setAccessibleDescription(said or (self.empty.text() if not self.list.count() else ""))

    # -- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in UP_DOWN:
                self._walk(event.key())
                return True
            if event.key() in ENTER:
                self.finish()
                self._open()
                return True
        return super().eventFilter(watched, event)

    def _walk(self, key: int) -> None:
        """Over the headings, and round at both ends."""
        places = [row for row in range(self.list.count()) if self._line_at(row)]
        if not places:
            return
        here = places.index(self.list.currentRow()) if self.list.currentRow() in places else -1
        page = max(self.list.viewport().height() // ROW - 1, 1)
        steps = dict(zip(UP_DOWN, (-1, 1, -page, page), strict=True))
        there = here + steps[key]  # type: ignore[index]
        there = there % len(places) if abs(steps[key]) == 1 else min(max(there, 0), len(places) - 1)  # type: ignore[index]
        self._moved = True
        self.list.setCurrentRow(places[there])
        if there == 0:
            self.list.scrollToTop()

    # -- opening

    def _open(self) -> None:
        line = self._chosen()
        if line is None:
            return
        if line.hit.kind in KINDS:
            found.remember(line.hit)
        self.accept()
        line.run()

    def _go(self, hit: Hit) -> None:
        ways.open_hit(self._window, hit.kind, hit.id, hit.part)
