"""The tab of meetings: the list of them, and the workspace that takes its place when one is opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from db import choices as kept
from db import meetings, settings
from gui import tabs
from gui.form import Form
from gui.page import ONE, Column, Filter, Section, TablePage, card
from gui.workspace import papering
from gui.workspace.marks import TONES
from gui.workspace.shell import Workspace
from rules import meetings as laws
from rules.dates import show_date, weekday
from rules.fields import label_of


def when(row: meetings.Row) -> str:
    """ "Sáng Thứ Tư, 21/08/2019, từ 08:00"."""
    part = label_of(laws.PARTS_OF_DAY, row.part_of_day) if row.part_of_day else ""
    day = f"{weekday(row.day)}, {show_date(row.day)}" if row.day else "Chưa có ngày họp"
    clock = f"từ {row.starts}" if row.starts else ""
    return ", ".join(words for words in (f"{part} {day}".strip(), clock) if words)


def years() -> list[tuple[int, str]]:
    """The years in which there are meetings, the newest first."""
    return [(year, str(year)) for year in meetings.years()]


class MeetingList(TablePage):
    """All meetings; Enter opens one."""

    name, title, noun, icon = tabs.MEETINGS
    depends = frozenset(
        {
            "meeting",
            "meeting_role",
            "meeting_type",
            "meeting_audience",
            "invitation",
            "attendance",
            "agenda_item",
            "agenda_directive",
            "conclusion",
            "task",
            "person",
            "unit_name",
        }
    )
    subject: ClassVar[Any] = meetings
    laws: ClassVar[Any] = laws
    columns = (
        Column("day", "Ngày", 100),
        Column("title", "Hội nghị", 260, stretch=True),
        Column("type", "Loại", 170, shown=False),
        Column(
            "",
            "Có mặt",
            84,
            "right",
            text=lambda row: f"{row.came}/{row.called}" if row.called else "",
            sort=lambda row: row.came or None,
        ),
        Column(
            "state",
            "Trạng thái",
            160,
            text=lambda key: label_of(laws.STATES, key),
            sort=lambda row: [choice.key for choice in laws.STATES].index(row.state),
            tone=lambda row: TONES[row.state],
        ),
        Column(
            "part_of_day",
            "Buổi",
            80,
            text=lambda key: label_of(laws.PARTS_OF_DAY, key) if key else "",
            shown=False,
        ),
        Column("place", "Địa điểm", 200, shown=False),
        Column("chair", "Chủ trì", 160, shown=False),
        Column("series", "Đợt", 160, shown=False),
    )
    filters = (
        Filter("type", "Loại", lambda: kept.choices("meeting_type")),
        Filter("state", "Trạng thái", lambda: [(choice.key, choice.label) for choice in laws.STATES]),
        Filter("year", "Năm", years),
    )
    layout_of_form = (
        Section("", ("title", ("type", "ordinal"), ("day", "part_of_day"), ("starts", "ends"), "place")),
        Section("Khác", ("organiser", ("state", "series"), "note")),
    )
    empty = "Chưa có hội nghị nào. Thêm hội nghị đầu tiên: chỉ cần tên và loại, các phần khác bổ sung sau."

    opened = Signal(int)  # this meeting shall take the place of the list

    def label(self, row: meetings.Row) -> str:
        return row.title

    def blank_values(self) -> dict[str, Any]:
        """A meeting of our own office, in the hall of last time."""
        before = next((row for row in meetings.rows() if row.place), None)
        return {"state": "draft", "organiser": settings.own_unit(), "place": before.place if before else ""}

    def more_actions(self) -> Sequence[QAction]:
        return (
            self.action("Mở hội nghị", "open", "Ctrl+O", self.open_row, ONE),
            self.action("Xem trước biên bản", "minutes", "Ctrl+Shift+P", self.preview_minutes, ONE),
            self.action("Danh sách đại biểu", "people", "", self.preview_delegates, ONE),
        )

    def detail(self, row: meetings.Row) -> str:
        people = meetings.people_in(row.id)
        by_role = {
            choice.label: ", ".join(one.person for one in people if one.role == choice.key)
            for choice in laws.ROLES
        }
        heads = f"{row.came}/{row.called} có mặt" if row.came else f"{row.called} người" if row.called else ""
        counts = [
            f"{row.directives} văn bản" if row.directives else "",
            f"{row.groups} thành phần" if row.groups else "",
            f"{row.tasks} nhiệm vụ" if row.tasks else "",
        ]
        pairs = [
            ("Địa điểm", row.place),
            *by_role.items(),
            ("Đại biểu", heads),
            ("Gồm có", " · ".join(words for words in counts if words)),
            ("Loại", row.type),
            ("Đơn vị tổ chức", row.organiser),
        ]
        return card(row.title, pairs, (when(row),))

    def open_row(self) -> None:
        self.opened.emit(self.selected()[0].id)

    def preview_minutes(self) -> None:
        papering.preview("minutes", self.selected()[0].id, self)

    def preview_delegates(self) -> None:
        papering.preview("delegates", self.selected()[0].id, self)

    def make_form(self, title: str, values: dict[str, Any], record: int | None) -> Form:
        """In a new meeting the type follows the title until the clerk chooses one."""
        form = super().make_form(title, values, record)
        types = {name: key for key, name in kept.choices("meeting_type")}
        named, chosen = form.boxes["title"].editor, form.boxes["type"].editor
        given: list[Any] = [None]

        def follow() -> None:
            if chosen.get() == given[-1]:
                given.append(types.get(laws.usual_type(named.get(), types)))
                chosen.put(given[-1])

        if record is None:
            named.changed.connect(follow)
        return form

    def _save(self, values: dict[str, Any], record: int | None) -> None:
        """A new meeting opens at once: the next thing to do is in it."""
        super()._save(values, record)
        if record is None:
            self.opened.emit(self.selected()[0].id)

    def duplicate(self) -> None:
        """A draft with the same agenda, groups and roles, opened for its new day."""
        copy = meetings.copy(self.selected()[0].id)
        self.reload()
        self.select({copy})
        self.said.emit(
            "Đã nhân bản hội nghị: giữ chương trình, thành phần, người điều hành; hãy ghi ngày mới."
        )
        self.opened.emit(copy)


class MeetingsPage(QStackedWidget):
    """The list, or in its place the workspace of one meeting."""

    said = Signal(str)
    open_record = Signal(str, int)

    name, title, icon = MeetingList.name, MeetingList.title, MeetingList.icon
    depends = MeetingList.depends

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = MeetingList()
        self.list.said.connect(self.said)
        self.list.opened.connect(self.open_meeting)
        self.addWidget(self.list)
        self.workspace: Workspace | None = None
        self.setFocusProxy(self.list)

    def open_meeting(self, meeting: int, section: str = "info") -> Workspace:
        """The workspace of this meeting, at one of its sections (keys of gui/workspace)."""
        if self.workspace is None:
            self.workspace = Workspace()
            self.workspace.said.connect(self.said)
            self.workspace.open_record.connect(self.open_record)
            self.workspace.left.connect(self.show_list)
            self.addWidget(self.workspace)
        self.setCurrentWidget(self.workspace)
        self.setFocusProxy(self.workspace)
        self.workspace.open(meeting, section)
        return self.workspace

    def show_list(self) -> None:
        """Back to the list, the meeting just seen selected."""
        self.setFocusProxy(self.list)
        self.setCurrentWidget(self.list)
        self.list.table.setFocus()

    def show_record(self, record: int) -> None:
        """Open this meeting, unless something typed in another one waits for an answer."""
        if self.may_leave():
            self.open_meeting(record)

    def imports(self) -> tuple[str, int | None]:
        """What rows of a workbook go into here: the roll-call of the meeting that is open."""
        if self.workspace is not None and self.currentWidget() is self.workspace and self.workspace.meeting:
            return "attendance", self.workspace.meeting
        return "people", None

    def news(self, tables: frozenset[str]) -> None:
        """Something was changed in these tables."""
        self.list.news(tables)
        if self.workspace is not None:
            self.workspace.news(tables)

    def reload(self) -> None:
        self.list.reload()

    def may_leave(self, then: Callable[[], object] | None = None) -> bool:
        """False when something typed is not saved: it asks, and `then` follows the answer."""
        return self.workspace is None or self.workspace.may_leave(then)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.workspace is not None and self.workspace.meeting:
            self.workspace.part().refresh()
