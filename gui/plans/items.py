"""The schedule of a plan: its lines under before, during and after, typed or pasted line by line."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTreeWidgetItem, QVBoxLayout

from db import plans
from db.choices import choices
from db.history import change
from gui import look
from gui.asking import ask
from gui.beside import tool
from gui.fields import QuietCombo
from gui.form import Form, Section
from gui.plans.lines import Lines
from gui.plans.part import PlanPart
from gui.plans.quick import QuickItems, item_values
from rules import plans as laws
from rules import task_lines
from rules.dates import VagueDate, show_date
from rules.fields import blank, label_of
from rules.text import fold

HEADS = (
    ("Nội dung công việc", 300),
    ("Chủ trì", 150),
    ("Phối hợp", 120),
    ("Thời gian", 160),
    ("Hiểu là", 108),
    ("Sản phẩm", 100),
    ("Ghi chú", 80),
)
EMPTY = (
    "Chưa có công việc nào. Chọn giai đoạn, gõ công việc ở dòng trên rồi Enter; "
    "hoặc chép cả bảng tiến độ trong Word, Excel rồi dán vào dòng đó (Ctrl+V)."
)
LAYOUT = (
    Section("Công việc", ("content", ("phase", "state"))),
    Section("Phân công", ("lead", "lead_words", "coordinating")),
    Section("Thời gian, kết quả", ("time", "product", "note")),
)
ROLE = Qt.ItemDataRole.UserRole


def understood(time: VagueDate | None) -> str:
    """How the words are understood: "01/01/2020 – 29/02/2020"; a question mark where they are not."""
    if time is None:
        return "chưa có hạn"
    if time.earliest is None and time.latest is None:
        return "giữ nguyên lời"
    if time.earliest == time.latest and time.latest:
        return show_date(time.latest)
    first = show_date(time.earliest) if time.earliest else "…"
    return f"{first} –\n{show_date(time.latest) if time.latest else '…'}"


class ItemsPart(PlanPart):
    """Lines of the schedule; Enter in the line above adds one, pasted lines add several."""

    title = "Công việc"
    depends = frozenset({"plan_item", "plan_item_unit", "unit", "unit_name"})

    def __init__(self, record: int) -> None:
        super().__init__(record)
        self._items: list[plans.Item] = []
        self._form: Form | None = None
        self.phase = QuietCombo()
        self.phase.setAccessibleName("Giai đoạn của công việc mới")
        self.phase.setFixedWidth(216)
        for choice in (*laws.PHASES, laws.NO_PHASE):
            self.phase.addItem(choice.label, choice.key)
        self.quick = QuickItems(self.add_lines)
        self.tree = Lines(HEADS, self.edit)
        self._make_actions()
        self._build()
        self.tree.itemSelectionChanged.connect(self._ready)
        self.tree.customContextMenuRequested.connect(self._menu)
        self.reload()

    def _make_actions(self) -> None:
        self.edit_action = self.action("Sửa công việc", "edit", "F2", self.edit)
        self.duplicate_action = self.action("Nhân bản công việc", "duplicate", "Ctrl+D", self.duplicate)
        self.delete_action = self.action("Xóa công việc", "delete", "Del", self.delete)
        self.up_action = self.action("Đưa công việc lên", "up", "Alt+Up", lambda: self.move_by(-1))
        self.down_action = self.action("Đưa công việc xuống", "down", "Alt+Down", lambda: self.move_by(1))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.phase)
        top.addWidget(self.quick, 1)
        self.add_action = self.action("Thêm công việc", "add", "", self.quick.take)
        self.form_action = self.action("Nhập đủ các cột…", "edit", "Ctrl+N", self.add)
        top.addWidget(tool(self.add_action))
        column.addLayout(top)
        self.hint = look.quiet(QuickItems.HINT)
        column.addWidget(self.hint)
        tools = QHBoxLayout()
        tools.setSpacing(2)
        for action in (self.form_action, self.edit_action, self.duplicate_action, self.delete_action):
            tools.addWidget(tool(action))
        tools.addWidget(tool(self.up_action, words=False))
        tools.addWidget(tool(self.down_action, words=False))
        tools.addStretch(1)
        column.addLayout(tools)
        self.empty = look.quiet(EMPTY)
        column.addWidget(self.empty)
        column.addWidget(self.tree, 1)
        column.addStretch(0)

    # -- rows

    def reload(self) -> None:
        chosen = {item.id for item in self.selected()}
        place = self.tree.verticalScrollBar().value()
        self._items = plans.items(self.record)
        self.tree.clear()
        number = 0
        phases = {choice.key: choice.label for choice in laws.PHASES}
        for key in (*phases, ""):
            group = [item for item in self._items if (item.phase if item.phase in phases else "") == key]
            if not group:
                continue
            title = phases.get(key) or ("Công việc khác" if len(group) < len(self._items) else "Công việc")
            head = self.tree.add_head(f"{title} – {len(group)} việc")
            for item in group:
                number += 1
                line = self._line(number, item)
                head.addChild(line)
                line.setSelected(item.id in chosen)
        self.tree.expandAll()
        self.tree.setVisible(bool(self._items))
        self.empty.setVisible(not self._items)
        self.hint.setVisible(not self._items)  # where there are lines, they need the room
        self.tree.verticalScrollBar().setValue(place)
        self._ready()

    @staticmethod
    def _line(number: int, item: plans.Item) -> QTreeWidgetItem:
        time = item.time.words if item.time else ""
        cells = [f"{number}. {item.content}", item.lead, ", ".join(item.coordinating), time]
        cells += [understood(item.time), item.product, item.note]
        line = QTreeWidgetItem(cells)
        for place, cell in enumerate(cells):
            line.setToolTip(place, cell)
        line.setForeground(4, look.colour("muted" if item.time and item.time.latest else "warn"))
        line.setData(0, ROLE, item.id)
        return line

    def selected(self) -> list[plans.Item]:
        """The selected lines, top to bottom."""
        ids = {line.data(0, ROLE) for line in self.tree.selectedItems()}
        return [item for item in self._items if item.id in ids]

    def select(self, ids: set[int]) -> None:
        self.tree.clearSelection()
        for line in self.tree.lines():
            if line.data(0, ROLE) in ids:
                self.tree.setCurrentItem(line)
                line.setSelected(True)
                self.tree.scrollToItem(line)

    def _ready(self) -> None:
        count = len(self.selected())
        for action in (self.edit_action, self.duplicate_action, self.up_action, self.down_action):
            action.setEnabled(count == 1)
        self.delete_action.setEnabled(count > 0)

    def _menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.form_action, self.edit_action, self.duplicate_action, self.delete_action])
        menu.addActions([self.up_action, self.down_action])
        menu.popup(self.tree.viewport().mapToGlobal(place))

    def figure(self) -> str:
        return str(len(self._items) or "")

    # -- typing

    def is_changed(self) -> bool:
        return bool(self.quick.text().strip())

    def save(self) -> bool:
        """A line typed and not yet entered is added, so that nothing is lost."""
        return self.quick.take() if self.is_changed() else True

    def begin(self) -> None:
        self.quick.setFocus()

    def add_lines(self, text: str) -> bool:
        """One item per line, all as one change."""
        found = task_lines.read(text)
        if not found:
            return True
        units = {fold(name): key for key, name in choices("unit")} if any(line.lead for line in found) else {}
        phase = str(self.phase.currentData() or "")
        name = found[0].content if len(found) == 1 else f"{len(found)} việc"
        added: list[int] = []

        def write() -> None:
            with change(f"Thêm vào kế hoạch: {name}"[:80]):
                added.extend(plans.save(item_values(line, phase, units), self.record) for line in found)

        if not self.tried(write):
            return False
        self.reload()
        self.select(set(added))
        self.said.emit(f"Đã thêm {len(found)} công việc.")
        return True

    # -- writing

    def add(self) -> None:
        values = blank(laws.ITEM_FIELDS) | {"phase": self.phase.currentData() or ""}
        values["content"] = self.quick.text().strip()
        self._open("Thêm công việc", values, None)

    def edit(self) -> None:
        if len(rows := self.selected()) == 1:
            self._open("Sửa công việc", plans.get(rows[0].id), rows[0].id)

    def duplicate(self) -> None:
        self._open("Nhân bản công việc", plans.get(self.selected()[0].id), None)

    def _open(self, title: str, values: dict[str, Any], item: int | None) -> None:
        self._form = Form(
            title,
            laws.ITEM_FIELDS,
            values,
            laws.problems,
            laws.doubts,
            "Lưu công việc",
            self,
            on_save=lambda given: self._keep(given, item),
            layout=LAYOUT,
            on_more=self.add if item is None else None,
        )
        self._form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._form.open()

    def _keep(self, values: dict[str, Any], item: int | None) -> None:
        kept = plans.save(values, self.record, item)
        if item is None and values["content"].startswith(self.quick.text().strip()):
            self.quick.clear()
        self.reload()
        self.select({kept})
        self.said.emit("Đã lưu công việc.")

    def delete(self) -> None:
        rows = self.selected()
        what = f"công việc “{rows[0].content[:60]}”" if len(rows) == 1 else f"{len(rows)} công việc đã chọn"
        ids = [row.id for row in rows]
        details = ["Có thể hoàn tác bằng Ctrl+Z."]
        ask(
            self, f"Xóa {what}?", "Xóa khỏi kế hoạch", lambda: self._delete(ids), details=details, danger=True
        )

    def _delete(self, ids: list[int]) -> None:
        if self.tried(lambda: plans.delete(ids)):
            self.said.emit(f"Đã xóa {len(ids)} công việc.")
        self.reload()

    def move_by(self, step: int) -> None:
        """One place up or down within its phase; past its edge, into the next phase."""
        item = self.selected()[0]
        order = [other.id for other in self._items]
        here = order.index(item.id)
        if not 0 <= here + step < len(order):
            return
        beside = self._items[here + step]
        if beside.phase != item.phase:
            label = f"Chuyển sang “{label_of(laws.PHASES, beside.phase) or 'Công việc khác'}”"
            work = lambda: self._to_phase(item.id, beside.phase, label)  # noqa: E731
        else:
            work = lambda: self._swap(item.id, beside.id, step)  # noqa: E731
        self.tried(work)
        self.reload()
        self.select({item.id})

    def _to_phase(self, item: int, phase: str, label: str) -> None:
        with change(label[:80]):
            plans.save({"phase": phase}, self.record, item)

    def _swap(self, item: int, beside: int, step: int) -> None:
        """Positions run through all phases, so it moves until it has passed its neighbour in the phase."""
        with change("Xếp lại thứ tự công việc"):
            for _ in self._items:
                plans.move(item, step)
                order = [other.id for other in plans.items(self.record)]
                if (order.index(item) - order.index(beside)) * step > 0:
                    return
