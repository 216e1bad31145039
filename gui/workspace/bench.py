"""An ordered table with the form of its rows beside it: many short entries made without dialogs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui import errors, look
from gui.beside import tool
from gui.fields import Choices
from gui.form import Check, Section
from gui.table import Column, TableModel, table_view
from gui.workspace import actions
from gui.workspace.inline import InlineForm, Values, scrolled
from gui.workspace.wrapping import wrap_rows
from rules import fields as laws
from rules.fields import Field
from rules.trouble import Refused


@dataclass(frozen=True)
class Verbs:
    """What a bench may do with its rows; rows have an `id`."""

    rows: Callable[[], Sequence[Any]]
    get: Callable[[int], Values]
    save: Callable[[Values, int | None], int]
    delete: Callable[[list[int]], object]
    move: Callable[[int, int], object] | None = None  # id, -1 up or +1 down


@dataclass(frozen=True)
class Look:
    """How a bench reads: its rows, its form, its words."""

    name: str  # key of remembered widths
    noun: str  # "mục": "Thêm mục", "Mục mới"
    columns: tuple[Column, ...]
    fields: tuple[Field, ...]
    sections: tuple[Section, ...]
    empty: str
    check: Check | None = None
    tall: bool = False  # rows as high as their words


class Bench(QWidget):
    """Rows left, their form right. Saving a new row clears the form for the next one; going to another
    row saves what was typed, so that nothing is lost on the way."""

    said = Signal(str)
    changed = Signal()  # something is typed or was saved
    picked = Signal()

    def __init__(self, seen: Look, verbs: Verbs, choices: Choices | None = None) -> None:
        super().__init__()
        self.seen, self.verbs = seen, verbs
        self.record: int | None = None
        self.start: Callable[[], Mapping[str, Any]] = dict  # values a new row begins with
        self.model = TableModel(seen.columns, self)
        self.table = table_view(self.model, seen.name)
        self.table.setSortingEnabled(False)
        self.table.setAccessibleName(f"Danh sách {seen.noun}")
        if seen.tall:
            wrap_rows(self.table, self.model)
        self.empty = look.quiet(seen.empty)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty_button = actions.button(f"Ghi {seen.noun} đầu tiên", "add", lambda: self.begin())
        self.begin: Callable[[], object] = self.new  # what the button of the empty table does
        self.form = InlineForm(
            seen.fields, (seen.sections,) if seen.sections else (), seen.check, None, choices
        )
        self.form.changed.connect(self._said_changed)
        self.heading = look.subheading("")
        self.actions_row = QHBoxLayout()
        self._make_actions()
        self._build()
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.table.opened.connect(self.form.focus_first)
        self._busy = False
        self.new(focus=False)

    # -- what it looks like

    def _make_actions(self) -> None:
        noun = self.seen.noun
        self.new_action = self.action(f"Thêm {noun}", "add", "Ctrl+N", self.new)
        self.delete_action = actions.action(
            self.table, f"Xóa {noun}", "delete", "Del", self.delete, only=True
        )
        self.up_action = self.action(f"Đưa {noun} lên", "up", "Alt+Up", lambda: self.shift(-1))
        self.down_action = self.action(f"Đưa {noun} xuống", "down", "Alt+Down", lambda: self.shift(1))
        for action in (self.up_action, self.down_action):
            action.setVisible(self.verbs.move is not None)
        self.save_action = self.action(f"Lưu {noun}", "", "Ctrl+Return; Ctrl+S", self.save)

    def action(self, text: str, icon: str, keys: str, run: Callable[[], object]) -> QAction:
        """One more action of this bench."""
        return actions.action(self, text, icon, keys, run)

    def tool(self, of: QAction, words: bool = True) -> None:
        """Show an action above the table."""
        self.actions_row.addWidget(tool(of, words))

    def _build(self) -> None:
        self.actions_row.setSpacing(2)
        self.tool(self.new_action)
        self.tool(self.delete_action, words=False)
        if self.verbs.move is not None:
            self.tool(self.up_action, words=False)
            self.tool(self.down_action, words=False)
        self.actions_row.addStretch(1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self.actions_row)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self._nothing())
        column.addWidget(self.stack, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self._side())
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([680, 340])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)

    def _nothing(self) -> QWidget:
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(32, 24, 32, 24)
        column.addStretch(1)
        column.addWidget(self.empty)
        column.addSpacing(8)
        column.addWidget(self.empty_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return card

    def _side(self) -> QWidget:
        self.side = panel = QFrame()
        panel.setProperty("role", "panel")
        panel.setMinimumWidth(300)
        column = QVBoxLayout(panel)
        column.setContentsMargins(16, 8, 8, 12)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(scrolled(self.form), 1)
        self.save_button = look.main_button("")
        self.save_button.clicked.connect(self.save_action.trigger)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 8, 0)
        self.hint = QLabel()
        self.hint.setProperty("role", "quiet")
        foot.addWidget(self.hint)
        foot.addStretch(1)
        foot.addWidget(self.save_button)
        column.addLayout(foot)
        return panel

    # -- rows

    def set_ready(self, ready: bool) -> None:
        """Whether rows can be added at all."""
        self.side.setEnabled(ready)
        self.new_action.setEnabled(ready)

    def reload(self) -> None:
        """Rows again; the row and what is typed stay."""
        self._busy = True
        chosen = {row.id for row in self.selected()}
        place = self.table.verticalScrollBar().value()
        self.model.set_rows(self.verbs.rows())
        known = {row.id for row in self.model.rows}
        if self.record is not None and self.record not in known:
            self._begin(None)
        self._mark(chosen & known)
        self.table.verticalScrollBar().setValue(place)
        self.stack.setCurrentIndex(0 if self.model.rows else 1)
        self._busy = False
        if self.record is not None and not self.form.is_changed():
            self.form.load(self.verbs.get(self.record))
        self._name()

    def selected(self) -> list[Any]:
        places = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return [self.model.row(place) for place in places]

    def _mark(self, ids: set[int]) -> None:
        chosen = self.table.selectionModel()
        chosen.clearSelection()
        flags = QItemSelectionModel.SelectionFlag
        for place, row in enumerate(self.model.rows):
            if row.id in ids:
                chosen.select(self.model.index(place, 0), flags.Select | flags.Rows)
                chosen.setCurrentIndex(self.model.index(place, 0), flags.NoUpdate)

    def pick(self, record: int) -> None:
        """Select this row and show it in the form."""
        self._mark({record})

    def _selected(self) -> None:
        if self._busy:
            return
        rows = self.selected()
        wanted = rows[0].id if len(rows) == 1 else None
        if wanted is not None and wanted != self.record:
            if not self.leave():
                self._busy = True
                self._mark({self.record} if self.record else set())
                self._busy = False
                return
            self._begin(wanted)
            self._busy = True
            self._mark({wanted})
            self._busy = False
        self._name()
        self.picked.emit()

    def _begin(self, record: int | None) -> None:
        self.record = record
        start = {**laws.blank(self.seen.fields), **self.start()}
        self.form.load(self.verbs.get(record) if record is not None else start)

    def _name(self) -> None:
        noun, many = self.seen.noun, len(self.selected())
        place = next((n for n, row in enumerate(self.model.rows, start=1) if row.id == self.record), 0)
        self.heading.setText(f"Sửa {noun} {place}" if self.record else f"{noun.capitalize()} mới")
        self.save_button.setText(f"Lưu {noun}" if self.record else f"Thêm {noun} này")
        self.hint.setText("Ctrl+Enter")
        self.delete_action.setEnabled(bool(many))
        self.up_action.setEnabled(many == 1 and place != 1)
        self.down_action.setEnabled(many == 1 and place != len(self.model.rows))

    def _said_changed(self) -> None:
        self.changed.emit()

    # -- verbs

    def new(self, focus: bool = True) -> None:
        """An empty form for the next row."""
        if self.form.is_changed() and not self.leave():
            return
        self._begin(None)
        self._busy = True
        self.table.clearSelection()
        self._busy = False
        self._name()
        if focus:
            self.form.focus_first()

    def clear(self) -> None:
        """Another meeting: nothing typed stays."""
        self._begin(None)
        self.table.clearSelection()

    def leave(self) -> bool:
        """Save what is typed before going elsewhere; False when it must be mended first."""
        return not self.form.is_changed() or self._keep() is not None

    def save(self) -> bool:
        """The button: save, and go on to the next new row if this was one."""
        was_new = self.record is None
        kept = self._keep()
        if kept is None:
            return False
        if was_new:
            self.new()
        else:
            self._busy = True
            self._mark({kept})
            self._busy = False
            self.table.setFocus()
        return True

    def _keep(self) -> int | None:
        if not self.form.ready():
            return None
        noun = self.seen.noun
        try:
            kept = self.verbs.save(self.form.values(), self.record)
        except Refused as refused:
            self.form.refuse(str(refused))
            return None
        self.form.settled()
        if self.record is None:
            self._begin(None)
        self.reload()
        self.said.emit(f"Đã lưu {noun}.")
        return kept

    def delete(self) -> None:
        """The selected rows, without a question: one undo brings them back, and the line below says so."""
        ids = [row.id for row in self.selected()]
        if not ids:
            return
        if self.record in ids:
            self._begin(None)
        try:
            self.verbs.delete(ids)
        except Refused as refused:
            errors.show(refused, self)
            return
        self.reload()
        self.said.emit(f"Đã xóa {len(ids)} {self.seen.noun}. Ctrl+Z để lấy lại.")

    def shift(self, step: int) -> None:
        """The selected row one place up or down."""
        rows = self.selected()
        if len(rows) != 1 or self.verbs.move is None:
            return
        self.verbs.move(rows[0].id, step)
        self.reload()
