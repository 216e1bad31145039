"""The roll-call at the door: type a few letters, Enter, next; one key for every state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db import attendance, invitations, meetings
from db.attendance import Row
from gui import errors, look
from gui.beside import Nothing
from gui.filters import Filter, FilterCombo
from gui.form import Form
from gui.table import TableModel, table_view
from gui.tools import doors
from gui.workspace import actions
from gui.workspace.counting import CountsPanel
from gui.workspace.part import Part
from gui.workspace.roll import (
    COLUMNS,
    KEYS,
    SHORT,
    TONES,
    UNMARKED,
    DoorLine,
    Known,
    MarkLine,
    begins,
    key_of,
    short,
)
from rules.fields import label_of
from rules.meetings import ATTENDANCE, INVITATION_FIELDS, counts, invitation_problems
from rules.text import fold
from rules.trouble import Refused


class PresencePart(Part):
    """Called people, their marks, the counts; a mark touches one row of the screen and one of the file."""

    key, title = "presence", "Điểm danh"
    depends = frozenset(
        {
            "attendance",
            "invitation",
            "invitation_group",
            "person",
            "holding",
            "meeting_audience",
            "audience",
            "unit_name",
            "meeting",
        }
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: list[Known] = []
        self._order: list[str] = []  # the groups as they are printed
        self._own = False  # the news is of our own mark
        self._form: Form | None = None
        self.model = TableModel(COLUMNS, self)
        self.table = table_view(self.model, "presence")
        self.table.setAccessibleName("Danh sách điểm danh")
        self.table.installEventFilter(self)
        self.table.selectionModel().selectionChanged.connect(self._show_lines)
        self.panel = CountsPanel()
        self.panel.setFixedWidth(244)
        self.nothing = Nothing()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.nothing)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addLayout(self._top())
        left.addWidget(self.stack, 1)
        left.addLayout(self._state_row())
        self.line = MarkLine()
        self.line.typed.connect(self._keep_line)
        self.line.substitute.clicked.connect(self.name_substitute)
        left.addWidget(self.line)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(left, 1)
        whole.addWidget(self.panel)
        self.shortcut("Ctrl+F", self.begin)
        self.shortcut("Ctrl+Return", self.mark_all)
        self.shortcut("F4", self.name_substitute)

    # -- what it looks like

    def _top(self) -> QHBoxLayout:
        self.search = DoorLine(self)
        self.search.setPlaceholderText("Gõ tên, Enter = có mặt")
        self.search.setToolTip(
            "Tên không dấu hoặc chữ đầu; Enter: người đang chọn có mặt; ↓: xuống danh sách"
        )
        self.search.setMaximumWidth(10_000)
        self.search.textChanged.connect(self._narrow)
        self.search.entered.connect(self.mark_first)
        self.search.left.connect(self._to_table)
        states = [(UNMARKED, "Chưa điểm danh"), *((choice.key, choice.label) for choice in ATTENDANCE)]
        self.state_filter = FilterCombo(Filter("state", "Trạng thái", lambda: states))
        self.group_filter = FilterCombo(Filter("group", "Thành phần", self._groups))
        self.group_filter.setMaximumWidth(190)
        for combo in (self.state_filter, self.group_filter):
            combo.currentIndexChanged.connect(self._narrow)
        self.all_button = QPushButton("Tất cả có mặt")
        self.all_button.setToolTip("Ghi có mặt cho mọi người chưa điểm danh đang thấy (Ctrl+Enter)")
        self.all_button.clicked.connect(self.mark_all)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        self.excel_button = actions.button("", "excel", self.import_rows, "Nhập điểm danh từ Excel (Ctrl+I)")
        self.excel_button.setAccessibleName("Nhập điểm danh từ Excel")
        for part in (self.state_filter, self.group_filter, self.all_button, self.excel_button):
            row.addWidget(part)
        return row

    def _state_row(self) -> QHBoxLayout:
        """The legend is the buttons themselves: letter, state."""
        row = QHBoxLayout()
        row.setSpacing(4)
        self.buttons: dict[str, QPushButton] = {}
        for letter, state in (*KEYS.items(), ("X", "")):
            words = SHORT.get(state) or label_of(ATTENDANCE, state)
            button = QPushButton(f"{letter} {words}")
            button.setAccessibleName(f"{letter} {words}")
            button.setIcon(look.dot(TONES[state]))
            button.setProperty("role", "flat")
            button.setStyleSheet("padding-left: 3px; padding-right: 3px")
            button.setToolTip(f"{words}: chọn người trong danh sách rồi bấm phím {letter}")
            button.clicked.connect(lambda _on=False, state=state: self.mark_selected(state))
            self.buttons[state] = button
            row.addWidget(button)
        row.addStretch(1)
        return row

    def import_rows(self) -> None:
        """The roll-call that somebody kept in a workbook."""
        doors.import_rows(self, "attendance", self.meeting).told.connect(self.said)

    # -- rows

    def _groups(self) -> list[tuple[int, str]]:
        names = {
            key: name
            for known in self._known
            for key, name in zip(known.row.group_ids, known.row.groups, strict=True)
        }
        return [(key, short(name)) for key, name in names.items()]

    def reload(self) -> None:
        if self._own:
            return
        rows = attendance.rows(self.meeting)
        self._order = [name for _, name in attendance.groups_of(self.meeting)[0]]
        self._known = [Known(row, key_of(row)) for row in rows]
        self.group_filter.fill()
        kept = {row.person.id for row in self.selected()}
        place = self.table.verticalScrollBar().value()
        self._narrow()
        if kept:
            self._select(kept)
        self.table.verticalScrollBar().setValue(place)
        self._count()
        self._show_nothing()
        self.all_button.setEnabled(bool(rows))

    def _narrow(self) -> None:
        words = fold(self.search.text()).split()
        state, group = self.state_filter.currentData(), self.group_filter.currentData()
        self.model.set_rows(
            [
                known.row
                for known in self._known
                if all(word in known.key for word in words)
                and (state is None or known.row.state == (state if state != UNMARKED else ""))
                and (group is None or group in known.row.group_ids)
            ]
        )
        if self.model.rows:
            self._select({self._best(words).person.id})
        self._show_nothing()
        self._show_lines()

    def _show_nothing(self) -> None:
        """Why there are no rows, and the way on."""
        to_calling = lambda: self.go.emit("calling")  # noqa: E731
        if not self._known:
            said = "Chưa có ai trong danh sách triệu tập."
            self.nothing.say("attendance", said, "Lập danh sách triệu tập", to_calling)
        elif not self.model.rows:
            words = self.search.text().strip()
            said = (
                f"Không thấy ai khớp “{words}” trong danh sách."
                if words
                else "Không có ai với điều kiện lọc này."
            )
            self.nothing.say("search", said, "Thêm người vào danh sách", to_calling)
        self.stack.setCurrentIndex(0 if self.model.rows else 1)

    def _best(self, words: list[str]) -> Row:
        """The row that Enter marks: someone not marked yet, whose name begins with the words, comes first."""
        rows: Sequence[Row] = self.model.rows
        return min(rows, key=lambda row: (bool(row.state), not begins(row, words))) if words else rows[0]

    def selected(self) -> list[Row]:
        places = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return [self.model.row(place) for place in places]

    def _select(self, people: set[int]) -> None:
        flags = QItemSelectionModel.SelectionFlag
        chosen = self.table.selectionModel()
        chosen.clearSelection()
        for place, row in enumerate(self.model.rows):
            if row.person.id in people:
                index = self.model.index(place, 0)
                chosen.select(index, flags.Select | flags.Rows)
                chosen.setCurrentIndex(index, flags.NoUpdate)
                self.table.scrollTo(index)

    def _count(self) -> None:
        total = counts(known.row.state for known in self._known)
        groups: dict[str, list[str]] = {name: [] for name in self._order}
        for known in self._known:
            for name in known.row.groups or (("Khách mời",) if known.row.guest else ("Thêm riêng",)):
                groups.setdefault(name, []).append(known.row.state)
        self.panel.show_counts(total, [(name, counts(states)) for name, states in groups.items()])

    # -- marks

    def mark_first(self) -> None:
        """Enter in the search line: the highlighted match is present; ready for the next name."""
        rows = self.selected()
        if not self.search.text().strip() or not rows:
            return
        self.mark(rows[:1], "present")
        self.search.clear()
        self.search.setFocus()

    def mark_selected(self, state: str) -> None:
        rows = self.selected()
        if rows:
            self.mark(rows, state)

    def mark_all(self) -> None:
        """Everyone in sight who is not marked yet is present; one undo takes it back."""
        rows = [row for row in self.model.rows if not row.state]
        if rows:
            self.mark(rows, "present")
        else:
            self.said.emit("Mọi người đang thấy đều đã điểm danh.")

    def mark(self, rows: Sequence[Row], state: str, **facts: str) -> None:
        """One named change for these people; only their rows are redrawn."""
        if state in ("late", "left_early") and not facts and self._is_today():
            facts = {"came" if state == "late" else "leaving": f"{datetime.now():%H:%M}"}
        people = [row.person.id for row in rows]
        self._own = True
        try:
            attendance.mark(self.meeting, people, state, **facts)
        except Refused as refused:
            errors.show(refused, self)
            return
        finally:
            self._own = False
        now: dict[str, Any] = facts if state else {"came": "", "leaving": ""}
        self._put({row.person.id: replace(row, state=state, **now) for row in rows})
        name = rows[0].person.full_name if len(rows) == 1 else f"{len(rows)} người"
        words = label_of(ATTENDANCE, state) if state else "đã bỏ ghi"
        self.said.emit(f"{name}: {words}.")

    def _put(self, rows: dict[int, Row]) -> None:
        """These rows instead of their old ones, on the screen and in memory."""
        self._known = [
            Known(rows[known.row.person.id], known.key) if known.row.person.id in rows else known
            for known in self._known
        ]
        self.model.put_rows(lambda row: rows.get(row.person.id))
        self._count()
        self._show_lines()
        self.unsaved.emit()  # the figure in the bar

    def figure(self) -> str | None:
        total = self.panel.total
        return f"{total.came}/{total.called}" if total and total.came else ""

    def _is_today(self) -> bool:
        return bool(meetings.get(self.meeting)["day"] == date.today())

    # -- what belongs to a mark

    def _show_lines(self) -> None:
        rows = self.selected()
        one = rows[0] if len(rows) == 1 else None
        self.line.show_row(one, len(rows))
        for button in self.buttons.values():
            button.setEnabled(bool(rows))

    def _keep_line(self, name: str, text: str) -> None:
        rows = self.selected()
        if len(rows) == 1 and rows[0].state:
            self.mark(rows, rows[0].state, **{name: text})
            self.reload()

    def name_substitute(self) -> None:
        """Who came instead, and whether the chair agreed."""
        rows = self.selected()
        if len(rows) != 1:
            return
        fields = tuple(
            field for field in INVITATION_FIELDS if field.name in ("substitute", "consent", "reason")
        )
        title = f"Người dự thay {rows[0].person.full_name}"
        form = Form(
            title,
            fields,
            invitations.get(rows[0].id),
            invitation_problems,
            save_text="Lưu người dự thay",
            parent=self,
            on_save=lambda values: self._keep_substitute(rows[0], values),
        )
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._form = form
        form.open()

    def _keep_substitute(self, row: Row, values: dict[str, Any]) -> None:
        invitations.save({**values, "reply": "substitute"}, self.meeting, row.id)
        self.reload()

    # -- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            letter = event.text().upper()
            plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            if plain and letter in KEYS:
                self._mark_and_go_on(KEYS[letter])
                return True
            if plain and (letter == "X" or event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)):
                self.mark_selected("")
                return True
        return super().eventFilter(watched, event)

    def _mark_and_go_on(self, state: str) -> None:
        rows = self.selected()
        self.mark_selected(state)
        places = [place for place, row in enumerate(self.model.rows) if rows and row.id == rows[-1].id]
        if len(rows) == 1 and places and places[0] + 1 < len(self.model.rows):
            self._select({self.model.row(places[0] + 1).person.id})

    def _to_table(self) -> None:
        if self.model.rows:
            self.table.setFocus()

    # -- as a section

    def forget(self) -> None:
        self.search.clear()
        for combo in (self.state_filter, self.group_filter):
            combo.setCurrentIndex(0)

    def begin(self) -> None:
        self.search.setFocus()
        self.search.selectAll()
