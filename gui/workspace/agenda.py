"""The agenda of a meeting: its items with times that follow one another."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from db import agenda, history, meetings
from gui.form import Section
from gui.table import Column
from gui.workspace.bench import Bench, Look, Verbs
from gui.workspace.inline import Values
from gui.workspace.part import Choices, Part
from rules import timetable
from rules.meetings import AGENDA_FIELDS

COLUMNS = (
    Column("starts", "Giờ", 56),
    Column("minutes", "Phút", 56, "right"),
    Column("title", "Nội dung", 190, stretch=True),
    Column("presenter", "Người trình bày", 120),
    Column("directives", "Văn bản", 170, text=lambda names: ", ".join(names).replace("-", "‑")),
)
SECTIONS = (Section("", ("title", ("starts", "minutes"), "presenter", "directives")),)
EMPTY = "Chưa có mục nào trong chương trình.\nGõ nội dung mục đầu tiên ở khung bên phải rồi nhấn Ctrl+Enter."


class AgendaPart(Part):
    """Items in order; a changed length moves the later ones."""

    key, title = "agenda", "Chương trình"
    depends = frozenset({"agenda_item", "agenda_directive", "person", "directive", "meeting"})

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = Choices(self.day)
        verbs = Verbs(self._rows, agenda.get, self._save, agenda.delete, agenda.move)
        fields = tuple(sorted(AGENDA_FIELDS, key=lambda field: field.name != "title"))
        self.bench = Bench(
            Look("agenda", "mục", COLUMNS, fields, SECTIONS, EMPTY, tall=True), verbs, self.choices
        )
        self.bench.start = self._proposal
        self.again_action = self.bench.action("Tính lại giờ", "calendar", "Ctrl+G", self.lay_out)
        self.again_action.setToolTip(
            "Xếp giờ các mục nối tiếp nhau, từ giờ bắt đầu hội nghị và số phút từng mục (Ctrl+G)"
        )
        self.bench.tool(self.again_action)
        self.bench.said.connect(self.said)
        self.bench.changed.connect(self.unsaved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bench)

    def _rows(self) -> list[agenda.Row]:
        return agenda.rows(self.meeting) if self.meeting else []

    def _proposal(self) -> dict[str, Any]:
        """A new item begins when the last one ends; the presenter of the meeting mostly presents it."""
        if not self.meeting:
            return {}
        rows = self._rows()
        starts = (
            timetable.end(rows[-1].starts, rows[-1].minutes) if rows else meetings.get(self.meeting)["starts"]
        )
        presenters = meetings.roles(self.meeting).get("presenter", ())
        return {"starts": starts, "presenter": presenters[0] if len(presenters) == 1 else None}

    def _save(self, values: Values, item: int | None) -> int:
        """One change: the item, and the later items moved by as much as its end moved."""
        before = agenda.get(item) if item else {}
        with history.change("Sửa mục chương trình" if item else "Thêm mục chương trình"):
            kept = agenda.save(values, self.meeting, item)
            old = timetable.end(before.get("starts", ""), before.get("minutes"))
            new = timetable.end(agenda.get(kept)["starts"], agenda.get(kept)["minutes"])
            if old and new and old != new:
                self._shift_after(kept, timetable.minutes_of(new) - timetable.minutes_of(old))
        return kept

    def _shift_after(self, item: int, by: int) -> None:
        rows = self._rows()
        later = rows[[row.id for row in rows].index(item) + 1 :]
        self._set_times(later, timetable.shifted([row.starts for row in later], by))

    def lay_out(self) -> None:
        """All items one right after the other, from the beginning of the meeting."""
        if not self.bench.leave():
            return
        rows = self._rows()
        if not rows:
            return
        first = rows[0].starts or meetings.get(self.meeting)["starts"]
        if not first:
            self.said.emit("Chưa có giờ bắt đầu: ghi giờ của mục đầu tiên rồi tính lại.")
            return
        times = timetable.laid_out(first, [(row.starts, row.minutes) for row in rows])
        with history.change("Tính lại giờ chương trình"):
            self._set_times(rows, times)
        self.bench.reload()
        self.said.emit("Đã tính lại giờ chương trình.")

    def _set_times(self, rows: list[agenda.Row], times: list[str]) -> None:
        for row, starts in zip(rows, times, strict=True):
            if row.starts != starts:
                agenda.save({"starts": starts}, self.meeting, row.id)

    # -- as a section

    def forget(self) -> None:
        self.choices.forget()
        self.bench.form.forget_choices()
        self.bench.clear()

    def reload(self) -> None:
        self.choices.forget()
        self.bench.form.forget_choices()
        self.bench.reload()
        if self.bench.record is None and not self.bench.form.is_changed():
            self.bench.new(focus=False)

    def is_changed(self) -> bool:
        return self.bench.form.is_changed()

    def save(self) -> bool:
        return self.bench.leave()

    def begin(self) -> None:
        self.bench.form.focus_first()
