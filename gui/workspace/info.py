"""What a meeting is: its facts and the people who lead it, on one page, saved as one change."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db import history, meetings
from gui import look
from gui.form import Section
from gui.workspace.inline import InlineForm, Values, scrolled
from gui.workspace.part import Choices, Part
from rules.fields import Field, Kind
from rules.meetings import FIELDS, ROLES, doubts, problems
from rules.trouble import Refused

HINTS = {
    "chair": "Gõ vài chữ của tên, không cần dấu",
    "presenter": "Người quán triệt, báo cáo nội dung tại hội nghị",
}
ROLE_FIELDS = tuple(
    Field(role.key, role.label, Kind.LINKS, target="person", hint=HINTS.get(role.key, "")) for role in ROLES
)
OWN = tuple(field for field in FIELDS if field.name != "state")  # the state is in the head of the workspace
COLUMNS = (
    (
        Section("Hội nghị", ("title", ("type", "ordinal"), "organiser", "series", "note")),
    ),
    (
        Section("Thời gian, địa điểm", (("day", "part_of_day"), ("starts", "ends"), "place")),
        Section("Người điều hành", tuple(field.name for field in ROLE_FIELDS)),
    ),
)  # fmt: skip


class InfoPart(Part):
    """The meeting's own fields with its roles."""

    key, title = "info", "Thông tin"
    depends = frozenset({"meeting", "meeting_role", "meeting_type", "person", "unit", "unit_name"})

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = Choices()
        self.form = InlineForm((*OWN, *ROLE_FIELDS), COLUMNS, self._problems, doubts, self.choices)
        self.form.changed.connect(self._typed)
        self.note = QLabel()
        look.set_role(self.note, "quiet")
        self.save_button = look.main_button("Lưu thông tin")
        self.save_button.setToolTip("Ctrl+S")
        self.save_button.clicked.connect(self.save)
        self.shortcut("Ctrl+S", self.save)
        self.shortcut("Ctrl+Return", self.save)
        foot = QHBoxLayout()
        foot.addWidget(self.note, 1)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(scrolled(self.form, (0, 0, 12, 8)), 1)
        column.addLayout(foot)

    def _problems(self, values: Values) -> dict[str, str]:
        return problems({field.name: values.get(field.name) for field in FIELDS})

    def _typed(self) -> None:
        changed = self.form.is_changed()
        self.note.setText("Có thay đổi chưa lưu (Ctrl+S)." if changed else "")
        self.unsaved.emit()

    def reload(self) -> None:
        self.choices.forget()
        self.form.forget_choices()
        if not self.form.is_changed() or not self.meeting:
            self.form.load(self._kept())

    def forget(self) -> None:
        self.choices.forget()
        self.form.forget_choices()
        self.form.load(self._kept())

    def _kept(self) -> Values:
        values: Values = {**meetings.get(self.meeting), **meetings.roles(self.meeting)}
        return values

    def is_changed(self) -> bool:
        return self.form.is_changed()

    def save(self) -> bool:
        """All fields and roles as one change; notes under the fields say what must be mended first."""
        if not self.form.is_changed():
            return True
        if not self.form.ready():
            return False
        values = self.form.values()
        # the state may have been changed in the head since this form was loaded
        given: dict[str, Any] = {field.name: values[field.name] for field in OWN}
        try:
            with history.change(f"Sửa thông tin hội nghị {values['title']}"[:80]):
                meetings.save(given, self.meeting)
                for role in ROLES:
                    meetings.set_roles(self.meeting, role.key, values[role.key])
        except Refused as refused:
            self.form.refuse(str(refused))
            return False
        self.form.settled()
        self.form.load(self._kept())
        self.said.emit("Đã lưu thông tin hội nghị.")
        return True

    def begin(self) -> None:
        """A meeting whose chair is not known yet is a new one: that is what comes next."""
        if self.form.boxes["title"].editor.get() and not self.form.boxes["chair"].editor.get():
            self.form.boxes["chair"].editor.setFocus()
        else:
            self.form.focus_first()
