"""The groups to call to a meeting, ticked in the order in which they are printed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from db import audiences, history, invitations, meetings
from gui import look
from gui.beside import tool
from gui.workspace.actions import action
from gui.workspace.audience_form import AudienceForm
from gui.workspace.part import Part
from gui.workspace.wrapping import wrap

ID = Qt.ItemDataRole.UserRole


class GroupsPanel(QFrame):
    """Ticked groups come first, numbered as printed; a tick is saved at once."""

    listed = Signal(str)  # the list was made; what came of it in words

    def __init__(self, part: Part) -> None:
        super().__init__()
        self.part = part
        self.setProperty("role", "panel")
        self.setFixedWidth(348)
        self.list = QListWidget()
        self.list.setAccessibleName("Thành phần triệu tập")
        wrap(self.list, ticked=True)
        self.list.setStyleSheet("QListWidget { border: none; }")
        self.list.itemChanged.connect(self._ticked)
        self.list.itemDoubleClicked.connect(lambda _item: self.edit())
        self.list.currentRowChanged.connect(self._ready)
        self.hint = look.quiet("Đánh dấu theo thứ tự sẽ in.")
        self.make_button = look.main_button("Lập danh sách")
        self.make_button.setToolTip(
            "Đưa người của các thành phần đã đánh dấu vào danh sách, mỗi người một lần (Ctrl+L)"
        )
        self.make_button.clicked.connect(self.make_list)
        part.shortcut("Ctrl+L", self.make_list)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addLayout(self._tools())
        column.addWidget(self.list, 1)
        column.addWidget(self.hint)
        column.addWidget(self.make_button)
        self.editor: AudienceForm | None = None

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        self.add_action = self._tool(row, "Thêm thành phần", "add", self.add)
        self.edit_action = self._tool(row, "Sửa thành phần", "edit", self.edit)
        self.up_action = self._tool(row, "Đưa thành phần lên", "up", lambda: self.shift(-1))
        self.down_action = self._tool(row, "Đưa thành phần xuống", "down", lambda: self.shift(1))
        every = action(self.list, "Đánh dấu tất cả", "good", "Ctrl+A", self.tick_all, only=True)
        row.addWidget(tool(every, words=False))
        row.addStretch(1)
        return row

    def _tool(self, row: QHBoxLayout, words: str, icon: str, run: Callable[[], object]) -> QAction:
        made = action(self, words, icon, "", run)
        row.addWidget(tool(made, words=icon == "add"))
        return made

    # -- what is shown

    def show_meeting(self, meeting: int) -> None:
        chosen = meetings.audiences(meeting) if meeting else ()
        rows = {row.id: row for row in audiences.rows()}
        heads = audiences.counts(meetings.get(meeting)["day"]) if meeting else {}
        order = [*chosen, *(key for key in rows if key not in chosen)]
        here = self.current()
        self.list.blockSignals(True)
        self.list.clear()
        for place, key in enumerate(order, start=1):
            number = f"{place}. " if key in chosen else ""
            item = QListWidgetItem(f"{number}{rows[key].name} ({heads.get(key, 0)})")
            item.setData(ID, key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if key in chosen else Qt.CheckState.Unchecked)
            item.setToolTip("\n".join(rows[key].rules) or f"{rows[key].named} người được nêu tên")
            self.list.addItem(item)
        self.list.setCurrentRow(order.index(here) if here in order else 0)
        self.list.blockSignals(False)
        self._ready()

    def current(self) -> int | None:
        item = self.list.currentItem()
        return item.data(ID) if item else None

    def ticked(self) -> list[int]:
        items = (self.list.item(place) for place in range(self.list.count()))
        return [item.data(ID) for item in items if item.checkState() == Qt.CheckState.Checked]

    def chosen_names(self) -> list[tuple[int, str]]:
        """The groups of the meeting, for a filter."""
        items = (self.list.item(place) for place in range(self.list.count()))
        return [
            (item.data(ID), _short(item.text()))
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        ]

    def _ready(self, _place: int = 0) -> None:
        ticked, here = self.ticked(), self.current()
        self.edit_action.setEnabled(here is not None)
        self.up_action.setEnabled(here in ticked[1:])
        self.down_action.setEnabled(here in ticked[:-1])
        self.make_button.setEnabled(bool(ticked))

    # -- verbs

    def _ticked(self, item: QListWidgetItem) -> None:
        """A new tick goes behind those ticked before."""
        meeting, key = self.part.meeting, item.data(ID)
        before = [other for other in meetings.audiences(meeting) if other != key]
        now = [*before, key] if item.checkState() == Qt.CheckState.Checked else before
        self._set(now)

    def _set(self, ids: list[int]) -> None:
        self.part.tried(lambda: meetings.set_audiences(self.part.meeting, ids))
        self.part.reload()

    def tick_all(self) -> None:
        """Every group, behind those ticked before in the order they stand."""
        items = (self.list.item(place) for place in range(self.list.count()))
        self._set([item.data(ID) for item in items])

    def shift(self, step: int) -> None:
        ids, here = self.ticked(), self.current()
        if here in ids and 0 <= ids.index(here) + step < len(ids):
            place = ids.index(here)
            ids.insert(place + step, ids.pop(place))
            self._set(ids)

    def add(self) -> None:
        """A new group, ticked at once for this meeting."""
        self._edit(None, lambda kept: self._set([*meetings.audiences(self.part.meeting), kept]))

    def edit(self) -> None:
        here = self.current()
        if here is not None:
            self._edit(here, lambda _kept: self.part.reload())

    def _edit(self, audience: int | None, done: object) -> None:
        choices = self.part.choices  # type: ignore[attr-defined]
        self.editor = AudienceForm(audience, choices, self, done)  # type: ignore[arg-type]
        self.editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.editor.open()

    def make_whole_list(self) -> None:
        """All groups, as they are listed, and their people: one change."""
        every = [self.list.item(place).data(ID) for place in range(self.list.count())]

        def write() -> None:
            with history.change("Lập danh sách triệu tập mọi thành phần"):
                meetings.set_audiences(self.part.meeting, every)
                invitations.invite(self.part.meeting)

        self.part.tried(write)
        self.part.reload()

    def make_list(self) -> None:
        """The people of the ticked groups onto the list, each once."""
        if not self.ticked():
            self.list.setFocus()
            return
        made = self.part.tried(lambda: invitations.invite(self.part.meeting))
        if made is not None:
            gone = f", bỏ {made.removed}" if made.removed else ""
            self.listed.emit(f"Danh sách có {made.total} người: thêm {made.added}{gone}.")


def _short(name: str) -> str:
    return name if len(name) <= 40 else name[:39].rstrip() + "…"
