"""Conclusions of a meeting and, under each, the tasks it gives: one typed line is one task."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db import choices as kept_choices
from db import conclusions, history, meetings, tasks
from gui.asking import ask
from gui.beside import tool
from gui.form import Form, Section
from gui.table import Column
from gui.workspace.actions import action
from gui.workspace.bench import Bench, Look, Verbs
from gui.workspace.inline import Values
from gui.workspace.part import Choices, Part
from gui.workspace.quick import QuickLine, task_values
from gui.workspace.wrapping import wrap
from rules import fields as laws
from rules import task_lines
from rules.meetings import CONCLUSION_FIELDS, TASK_FIELDS, TASK_STATES
from rules.text import fold

NO_DUE = "chưa có hạn"
COLUMNS = (
    Column("content", "Nội dung nhiệm vụ", 180, stretch=True),
    Column("lead", "Chủ trì", 120),
    Column("coordinating", "Phối hợp", 120, text=", ".join, shown=False),
    Column(
        "due",
        "Thời hạn",
        130,
        text=lambda due: due.words if due else NO_DUE,
        tone=lambda row: "" if row.due else "warn",
    ),
    Column("product", "Sản phẩm", 110, shown=False),
    Column("state", "Tình trạng", 100, text=lambda key: laws.label_of(TASK_STATES, key), shown=False),
)
# one screen holds the fields of both: labels must tell them apart
FIELDS = tuple(
    replace(field, label="Văn bản của nhiệm vụ") if field.name == "directives" else field
    for field in TASK_FIELDS
)
SHARED = tuple(
    field for field in TASK_FIELDS if field.name in ("lead", "lead_words", "due", "product", "state")
)
SECTIONS = (
    Section("", ("content", "lead", "lead_words", "due", "product", "coordinating", "directives", "state")),
)
NO_CONCLUSION = (
    "Hội nghị chưa có kết luận nào.\nGhi kết luận của người chủ trì trước, rồi giao từng nhiệm vụ."
)
EMPTY = (
    "Kết luận này chưa có nhiệm vụ nào.\n"
    "Gõ một việc ở dòng trên rồi nhấn Enter; dán nhiều dòng thì thành nhiều việc."
)


class ConclusionsPart(Part):
    """Conclusions left, the tasks of the chosen one right."""

    key, title = "conclusions", "Kết luận"
    depends = frozenset(
        {
            "conclusion",
            "conclusion_directive",
            "task",
            "task_unit",
            "task_directive",
            "person",
            "unit_name",
            "directive",
            "meeting_role",
        }
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = Choices(self.day)
        self.quick = QuickLine()
        self.quick.entered.connect(self.add_lines)
        self.list = QListWidget()
        self.list.setAccessibleName("Danh sách kết luận")
        wrap(self.list)
        self.list.currentRowChanged.connect(self._chosen)
        self.list.itemDoubleClicked.connect(lambda _item: self.edit_conclusion())
        verbs = Verbs(self._rows, tasks.get, self._save, tasks.delete, tasks.move)
        self.bench = Bench(
            Look("tasks", "nhiệm vụ", COLUMNS, FIELDS, SECTIONS, EMPTY, tall=True), verbs, self.choices
        )
        self.bench.start = lambda: {"state": "open"}
        self.bench.said.connect(self.said)
        self.bench.changed.connect(self.unsaved)
        self.bench.picked.connect(self._ready)
        self.shared_action = self.bench.action("Đặt chung…", "edit", "Ctrl+M", self.set_shared)
        self.shared_action.setToolTip(
            "Đặt chủ trì, thời hạn, sản phẩm chung cho các nhiệm vụ đang chọn (Ctrl+M)"
        )
        self.bench.tool(self.shared_action)
        self._form: Form | None = None
        self._shown: int | None = None  # the conclusion whose tasks are seen
        self._build()

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(4)
        self.add_action = action(self, "Thêm kết luận", "add", "Ctrl+L", self.add_conclusion)
        self.edit_action = action(
            self.list, "Sửa kết luận", "edit", "F2; Return", self.edit_conclusion, only=True
        )
        self.delete_action = action(self, "Xóa kết luận", "delete", "", self.delete_conclusion)
        self.up_action = action(self, "Đưa kết luận lên", "up", "", lambda: self._move(-1))
        self.down_action = action(self, "Đưa kết luận xuống", "down", "", lambda: self._move(1))
        add = tool(self.add_action)
        left.addWidget(add)
        left.addWidget(self.list, 1)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        for one in (self.edit_action, self.delete_action, self.up_action, self.down_action):
            tools.addWidget(tool(one, words=False))
        tools.addStretch(1)
        left.addLayout(tools)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self.quick)
        right.addWidget(self.bench, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(left, 2)
        whole.addLayout(right, 8)
        self.list.setMinimumWidth(200)
        self.list.setMaximumWidth(300)

    # -- rows

    def conclusion(self) -> int | None:
        """The chosen conclusion."""
        item = self.list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def _rows(self) -> list[tasks.Row]:
        self._shown = chosen = self.conclusion() if self.meeting else None
        return tasks.rows(conclusion=chosen) if chosen else []

    def _save(self, values: Values, task: int | None) -> int:
        return tasks.save(values, conclusion=self._shown, task_id=task)

    def reload(self) -> None:
        self.choices.forget()
        self.bench.form.forget_choices()
        chosen = self.conclusion()
        rows = conclusions.rows(self.meeting)
        self.list.blockSignals(True)
        self.list.clear()
        for place, row in enumerate(rows, start=1):
            name = f"{row.speaker}: " if row.speaker else ""
            text = row.content if len(row.content) <= 160 else row.content[:160].rstrip() + "…"
            item = QListWidgetItem(f"{place}. {name}{text}\n{row.tasks} nhiệm vụ")
            item.setData(Qt.ItemDataRole.UserRole, row.id)
            item.setToolTip(row.content)
            self.list.addItem(item)
        ids = [row.id for row in rows]
        self.list.setCurrentRow(ids.index(chosen) if chosen in ids else 0)
        self.list.blockSignals(False)
        if chosen not in ids:
            self.bench.clear()
        self.bench.reload()
        self._ready()

    def _chosen(self, _place: int) -> None:
        if not self.bench.leave():
            self._pick(self._shown)
            return
        self.bench.clear()
        self.bench.reload()
        self._ready()

    def _ready(self) -> None:
        some = self.conclusion() is not None
        self.quick.setEnabled(some)
        self.bench.set_ready(some)
        self.bench.begin = self.quick.setFocus if some else self.add_conclusion
        self.bench.empty_button.setText("Ghi nhiệm vụ đầu tiên" if some else "Ghi kết luận đầu tiên")
        for one in (self.edit_action, self.delete_action):
            one.setEnabled(some)
        place = self.list.currentRow()
        self.up_action.setEnabled(place > 0)
        self.down_action.setEnabled(0 <= place < self.list.count() - 1)
        self.shared_action.setEnabled(len(self.bench.selected()) > 0)
        self.bench.empty.setText(EMPTY if some else NO_CONCLUSION)

    # -- tasks

    def add_lines(self, text: str) -> None:
        """One task per line, one undo for all of them."""
        found = task_lines.read(text)
        conclusion = self.conclusion()
        if not found or conclusion is None:
            return
        units = (
            {fold(name): unit for unit, name in kept_choices.choices("unit")}
            if any(x.lead for x in found)
            else {}
        )
        name = found[0].content if len(found) == 1 else f"{len(found)} dòng"

        def write() -> None:
            with history.change(f"Thêm nhiệm vụ {name}"[:80]):
                for line in found:
                    tasks.save(task_values(line, units), conclusion=conclusion)

        self.tried(write)
        self.reload()
        self.bench.table.scrollToBottom()
        self.said.emit(f"Đã thêm {len(found)} nhiệm vụ. Ctrl+Z để lấy lại.")

    def set_shared(self) -> None:
        """The same lead, due date, product or state for all selected tasks."""
        ids = [row.id for row in self.bench.selected()]
        if not ids or not self.bench.leave():
            return
        title = f"Đặt chung cho {len(ids)} nhiệm vụ"
        fields = tuple(replace(field, hint="Để trống thì giữ nguyên như cũ") for field in SHARED)
        self._open(
            Form(
                title,
                fields,
                {},
                save_text="Đặt cho các nhiệm vụ",
                parent=self,
                on_save=lambda values: self._share(ids, values),
            )
        )

    def _share(self, ids: list[int], values: Values) -> None:
        given = {name: value for name, value in values.items() if value not in ("", None, ())}
        with history.change(f"Đặt chung cho {len(ids)} nhiệm vụ"):
            for task in ids:
                tasks.save(given, task_id=task)
        self.reload()

    # -- conclusions

    def add_conclusion(self) -> None:
        chairs = meetings.roles(self.meeting).get("chair", ())
        values = {**laws.blank(CONCLUSION_FIELDS), "speaker": chairs[0] if chairs else None}
        self._edit("Thêm kết luận", values, None)

    def edit_conclusion(self) -> None:
        chosen = self.conclusion()
        if chosen is not None:
            self._edit("Sửa kết luận", conclusions.get(chosen), chosen)

    def _edit(self, title: str, values: Values, record: int | None) -> None:
        self._open(
            Form(
                title,
                CONCLUSION_FIELDS,
                values,
                save_text="Lưu kết luận",
                parent=self,
                on_save=lambda given: self._keep(given, record),
            )
        )
        if self._form and record is None and values["speaker"]:
            self._form.boxes["content"].editor.setFocus()

    def _open(self, form: Form) -> None:
        self._form = form
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.open()

    def _keep(self, values: Values, record: int | None) -> None:
        kept = conclusions.save(values, self.meeting, record)
        self.reload()
        self._pick(kept)
        self._chosen(0)
        self.quick.setFocus()

    def _pick(self, conclusion: int | None) -> None:
        self.list.blockSignals(True)
        for place in range(self.list.count()):
            if self.list.item(place).data(Qt.ItemDataRole.UserRole) == conclusion:
                self.list.setCurrentRow(place)
        self.list.blockSignals(False)

    def delete_conclusion(self) -> None:
        chosen = self.conclusion()
        if chosen is None:
            return
        details = [*conclusions.hanging([chosen]), "Có thể hoàn tác bằng Ctrl+Z."]
        ask(
            self,
            "Xóa kết luận đang chọn?",
            "Xóa kết luận này",
            lambda: self._delete(chosen),
            details=details,
            danger=True,
        )

    def _delete(self, chosen: int) -> None:
        self.tried(lambda: conclusions.delete([chosen]))
        self.reload()

    def _move(self, step: int) -> None:
        chosen = self.conclusion()
        if chosen is not None:
            conclusions.move(chosen, step)
            self.reload()

    # -- as a section

    def forget(self) -> None:
        self.choices.forget()
        self.quick.clear()
        self.list.blockSignals(True)
        self.list.clear()
        self.list.blockSignals(False)
        self.bench.clear()

    def is_changed(self) -> bool:
        return self.bench.form.is_changed() or bool(self.quick.toPlainText().strip())

    def save(self) -> bool:
        if self.quick.toPlainText().strip() and self.conclusion() is not None:
            text = self.quick.toPlainText()
            self.quick.clear()
            self.add_lines(text)
        return self.bench.leave()

    def begin(self) -> None:
        if self.conclusion() is None:
            self.list.setFocus()
        else:
            self.quick.setFocus()
