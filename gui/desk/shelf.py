"""The list of all papers of a meeting in the order of the work, each with its state in words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QFocusEvent, QFont, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from gui import look
from gui.desk.states import State
from rules import stages
from rules.text import fold

KEY = Qt.ItemDataRole.UserRole
ROW = 27  # px
LONGEST = "✓ Số 42-TB/ĐUK · ký 15/10/2020"  # a state that shall be read whole
SIDES = 30  # px around the words of a cell
WAITING = "…"
PAUSE = 1000  # ms without a letter after which the next one begins another search


class Shelf(QTableWidget):
    """Stages with their papers; `chosen` tells the key of the paper under the cursor, `opened` its Enter."""

    chosen = Signal(str)
    opened = Signal(str)
    asked_form = Signal()  # F2: the keyboard wants to go to the form beside

    def __init__(self, extra: tuple[str, str], parent: QWidget | None = None) -> None:
        """`extra`: key and name of the last line, which is no paper."""
        super().__init__(0, 2, parent)
        self.setObjectName("shelf")
        self.setAccessibleName("Tài liệu của hội nghị")
        self.states: dict[str, State] = {}
        self._headings: list[QTableWidgetItem] = []
        self._rows: dict[str, int] = {}
        self._cells: dict[str, tuple[QTableWidgetItem, QTableWidgetItem]] = {}
        self._waiting: list[str] = []
        self._sought = ""  # letters typed in search of a paper
        self._seeking = QTimer(self, singleShot=True, interval=PAUSE)
        self._ask: Callable[[str], State] = lambda _key: State((), "quiet")
        self._pause = QTimer(self, singleShot=True, interval=0)
        self._pause.timeout.connect(self._step)
        self._dress()
        self._fill(extra)
        self._fit()
        self.itemSelectionChanged.connect(self._moved)
        self.cellDoubleClicked.connect(lambda row, _column: self._open(row))

    def _dress(self) -> None:
        # Held by name: the collector has been seen to delete a header out of a living table.
        self._headers = (self.horizontalHeader(), self.verticalHeader())
        for header in self._headers:
            header.hide()
        across, down = self._headers
        across.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        across.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(ROW)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)

    def _fill(self, extra: tuple[str, str]) -> None:
        for stage in stages.staged():
            self._heading(stage.label)
            for paper in stage.papers:
                self._line(paper.key, paper.label)
        self._line(*extra)

    def _heading(self, words: str) -> None:
        row = self.rowCount()
        self.insertRow(row)
        item = QTableWidgetItem(words)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        item.setFont(bold)
        item.setForeground(QBrush(look.colour("muted")))
        self._headings.append(item)
        for column, cell in enumerate((item, QTableWidgetItem())):
            cell.setFlags(Qt.ItemFlag.NoItemFlags)  # the cursor passes it by
            self.setItem(row, column, cell)

    def _line(self, key: str, words: str) -> None:
        row = self._rows[key] = self.rowCount()
        self.insertRow(row)
        name, state = self._cells[key] = QTableWidgetItem(words), QTableWidgetItem(WAITING)
        name.setData(KEY, key)
        name.setToolTip(words)
        self.setItem(row, 0, name)
        self.setItem(row, 1, state)

    def _fit(self) -> None:
        """Room for the names and for a usual state, whatever the font."""
        wide = self.fontMetrics().horizontalAdvance
        self._state_width = wide(LONGEST) + SIDES
        names = max(wide(name.text()) for name, _ in self._cells.values()) + SIDES
        self.setMinimumWidth(names + self._state_width + self.verticalScrollBar().sizeHint().width() + 4)

    # -- what it shows

    def papers(self) -> list[str]:
        """The keys in the order seen, the last line too."""
        return list(self._rows)

    def key(self) -> str:
        """The paper under the cursor; "" where there is none."""
        return self._key_of(self.currentRow())

    def _key_of(self, row: int) -> str:
        item = self.item(row, 0)
        return str(item.data(KEY) or "") if item else ""

    def choose(self, key: str) -> None:
        self.setCurrentCell(self._rows[key], 0)

    def ask(self, state_of: Callable[[str], State]) -> None:
        """Find every state anew, one after the other while nothing else is to be done."""
        self._ask = state_of
        self._waiting = list(self._rows)
        self._pause.start()

    def stop(self) -> None:
        """Nothing more is asked; old states are gone."""
        self._pause.stop()
        self._waiting = []
        self.states = {}
        for _, told in self._cells.values():
            told.setText(WAITING)

    def ask_all(self) -> None:
        """Whatever is still waiting, now."""
        while self._waiting:
            self._next()

    def _step(self) -> None:
        """Out of sight nothing is asked: the file may be another one by then, or closed."""
        if self.isVisible():
            self._next()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._waiting:
            self._pause.start()

    def _next(self) -> None:
        if self._waiting:
            key = self._waiting.pop(0)
            self.put(key, self._ask(key))
            self._pause.start()

    def put(self, key: str, state: State) -> None:
        """Show the state of one paper."""
        self.states[key] = state
        told = self._cells[key][1]
        told.setText(state.said)
        told.setToolTip("\n".join(state.words))
        self._colour(key, state)

    def _colour(self, key: str, state: State) -> None:
        name, told = self._cells[key]
        told.setForeground(QBrush(look.colour("muted" if state.tone == "quiet" else state.tone)))
        name.setForeground(QBrush(look.colour("muted" if state.lack else "text")))

    def changeEvent(self, event: QEvent) -> None:
        """Light or dark: the colours follow."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_headings"):
            for heading in self._headings:
                heading.setForeground(QBrush(look.colour("muted")))
            for key, state in self.states.items():
                self._colour(key, state)

    # -- what is done with it

    def _moved(self) -> None:
        if self.selectedItems() and (key := self.key()):
            self.chosen.emit(key)

    def _open(self, row: int) -> None:
        if key := self._key_of(row):
            self.opened.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not event.text().strip() and event.key() != Qt.Key.Key_Space:
            self._seeking.stop()  # an arrow, Enter, F2: the next letter begins another search
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentRow())
        elif plain and event.key() == Qt.Key.Key_F2:
            self.asked_form.emit()
        elif event.key() == Qt.Key.Key_Space and self._seeking.isActive():
            self.keyboardSearch(" ")
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters typed one after the other go to the paper whose name has them, accents or not.

        A word of the name begins with them; the next such paper when one letter alone is typed again.
        """
        again = self._sought == search and len(search) == 1
        on = self._seeking.isActive() and not again
        self._sought = self._sought + search if on else search
        rows = list(self._rows.values())
        here = rows.index(self.currentRow()) if self.currentRow() in rows else 0
        here += 0 if on else 1  # a word that goes on may stay where it is
        words = f" {fold(self._sought)}"
        names = {self.row(name): fold(name.text()) for name, _ in self._cells.values()}
        for row in rows[here:] + rows[:here]:
            if words in f" {names[row]}":
                self.setCurrentCell(row, 0)
                break
        self._seeking.start()  # after the paper is shown, however long that took

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._seeking.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        spare = max(self.width() - self.minimumWidth(), 0)
        self._headers[0].resizeSection(1, self._state_width + spare * 2 // 3)
