"""Who is called to a meeting: the groups in their printed order, the people they come to, the replies."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db import attendance, history, invitations, meetings
from db.attendance import Row
from gui import listing, look
from gui.beside import Nothing, tool_row
from gui.filters import Filter, FilterBar
from gui.form import Form, Section
from gui.table import Column, TableModel, TableView, table_view
from gui.workspace import papering
from gui.workspace.actions import action
from gui.workspace.groups import GroupsPanel
from gui.workspace.newcomer import newcomer_form
from gui.workspace.part import Choices, Part
from rules.fields import Field, Kind, label_of
from rules.meetings import INVITATION_FIELDS, REPLIES, invitation_problems

REPLY_TONES = {"": "quiet", "coming": "good", "substitute": "warn", "declined": "bad"}


def reply_words(row: Row) -> str:
    words = label_of(REPLIES, row.reply)
    if row.reply == "substitute" and row.substitute:
        words = f"Cử {row.substitute.full_name} dự thay"
        return words if row.consent else f"{words} (chưa được đồng ý)"
    return words


COLUMNS = (
    Column("", "Họ và tên", 170, text=lambda row: row.person.full_name, sort=lambda row: row.person.sort_key),
    Column("", "Chức vụ", 190, text=lambda row: row.person.title, stretch=True),
    Column("", "Đơn vị", 150, text=lambda row: row.person.unit, shown=False),
    Column(
        "",
        "Thành phần",
        150,
        text=lambda row: "Khách mời" if row.guest else ", ".join(row.groups) or "Thêm riêng",
    ),
    Column("", "Trả lời", 130, text=reply_words, tone=lambda row: REPLY_TONES[row.reply]),
    Column("reason", "Lý do", 100, shown=False),
)
PERSON = (Field("people", "Đại biểu", Kind.LINKS, required=True, target="person"),)
REPLY_FIELDS = tuple(field for field in INVITATION_FIELDS if field.name != "person")
REPLY_LAYOUT = (Section("", ("reply", "reason", "substitute", "consent", "guest")),)


class CallingPart(Part):
    """Groups left, called people right."""

    key, title = "calling", "Thành phần"
    depends = frozenset(
        {
            "invitation",
            "invitation_group",
            "meeting_audience",
            "audience",
            "audience_rule",
            "audience_member",
            "person",
            "holding",
            "unit_name",
            "meeting",
        }
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = Choices(self.day)
        self._form: Form | None = None
        self.table: TableView
        self.groups = GroupsPanel(self)
        self.groups.listed.connect(self._listed)
        self.bar = FilterBar((Filter("group", "Thành phần", self.groups.chosen_names),))
        self.bar.asked.connect(self._fill)
        self.bar.left.connect(lambda: self.table.setFocus())
        self.model = TableModel(COLUMNS, self)
        self.table = table_view(self.model, "called")
        self.table.setAccessibleName("Danh sách triệu tập")
        self.table.opened.connect(self.reply)
        self.table.selectionModel().selectionChanged.connect(self._ready)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._menu)
        self.nothing = Nothing()
        self._make_actions()
        self._build()

    def _make_actions(self) -> None:
        self.add_action = action(self, "Thêm đại biểu", "add", "Ctrl+N", lambda: self.add_people(False))
        self.guest_action = action(
            self, "Thêm khách mời", "person", "Ctrl+Shift+N", lambda: self.add_people(True)
        )
        self.new_action = action(self, "Người mới…", "people", "", self.add_new)
        self.reply_action = action(self, "Ghi trả lời", "edit", "F2", self.reply)
        self.coming_action = action(self, "Sẽ dự", "good", "F3", lambda: self.reply_all("coming"))
        self.remove_action = action(self.table, "Bỏ khỏi danh sách", "delete", "Del", self.remove, only=True)
        self.view_action = action(self, "Xem, in danh sách", "print", "Ctrl+P", self.preview)
        self.excel_action = action(self, "Xuất Excel", "excel", "Ctrl+E", self.export)

    def _build(self) -> None:
        self.menu_actions = (
            self.reply_action,
            self.coming_action,
            self.remove_action,
            self.add_action,
            self.guest_action,
            self.new_action,
            self.view_action,
            self.excel_action,
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.nothing)
        self.figures = look.quiet("")
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addWidget(self.bar)
        right.addWidget(
            tool_row(
                (
                    self.add_action,
                    self.guest_action,
                    self.new_action,
                    self.reply_action,
                    self.coming_action,
                    None,
                )
            )
        )
        right.addWidget(self.stack, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.figures, 1)
        foot.addWidget(tool_row((self.remove_action, self.view_action, self.excel_action)))
        right.addLayout(foot)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.groups)
        whole.addLayout(right, 1)

    # -- rows

    def reload(self) -> None:
        self.choices.forget()
        self.groups.show_meeting(self.meeting)
        self.bar.refresh()
        self._fill()

    def _fill(self) -> None:
        kept = {row.id for row in self.selected()}
        self.model.set_rows(attendance.rows(self.meeting, self.bar.words(), **self.bar.values()))
        for place, row in enumerate(self.model.rows):
            if row.id in kept:
                self.table.selectRow(place)
        rows = self.model.rows if not self.bar.narrows() else attendance.rows(self.meeting)
        replies = [row.reply for row in rows]
        guests = sum(row.guest for row in rows)
        answered = [key for key in REPLY_TONES if key in replies]
        figures = (
            f"{len(rows)} người" + (f", trong đó {guests} khách mời" if guests else ""),
            *(f"{label_of(REPLIES, key).lower()} {replies.count(key)}" for key in answered),
        )
        self.figures.setText(" · ".join(figures) if rows else "")
        self._say_nothing(bool(rows))
        self._ready()

    def _say_nothing(self, some: bool) -> None:
        self.stack.setCurrentIndex(0 if self.model.rows else 1)
        if some:
            self.nothing.say(
                "search", f"Không thấy ai với {self.bar.describe()}.", "Xóa điều kiện tìm", self.bar.clear
            )
        else:
            words = "Chưa có ai trong danh sách.\nĐánh dấu các thành phần ở bên trái rồi lập danh sách."
            ticked = bool(self.groups.ticked())
            button = "Lập danh sách triệu tập" if ticked else "Đánh dấu tất cả và lập danh sách"
            run = self.groups.make_list if ticked else self.groups.make_whole_list
            self.nothing.say("people", words, button, run)

    def selected(self) -> list[Row]:
        places = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return [self.model.row(place) for place in places]

    def _ready(self) -> None:
        many = len(self.selected())
        self.reply_action.setEnabled(many == 1)
        self.coming_action.setEnabled(many > 0)
        self.remove_action.setEnabled(many > 0)
        for one in (self.view_action, self.excel_action):
            one.setEnabled(bool(self.model.rows))

    def _menu(self, place: object) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.menu_actions)
        menu.popup(self.table.viewport().mapToGlobal(place))  # type: ignore[call-overload]

    # -- verbs

    def _listed(self, words: str) -> None:
        self.said.emit(words)
        self.reload()

    def _open(self, form: Form) -> None:
        self._form = form
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.open()

    def add_people(self, guest: bool) -> None:
        """People put on the list one by one, several at once."""
        title = "Thêm khách mời" if guest else "Thêm đại biểu vào danh sách"
        self._open(
            Form(
                title,
                PERSON,
                {"people": ()},
                save_text="Thêm vào danh sách",
                parent=self,
                choices=self.choices,
                on_save=lambda values: self._add(values["people"], guest),
            )
        )

    def _add(self, people: tuple[int, ...], guest: bool) -> None:
        added = invitations.add(self.meeting, people, guest)
        self.reload()
        self.said.emit(f"Đã thêm {added} người vào danh sách.")

    def add_new(self) -> None:
        """Someone the office does not know yet: name and post, then straight onto the list as a guest."""
        self._open(newcomer_form(self, lambda person: self._add((person,), True)))

    def reply(self) -> None:
        rows = self.selected()
        if len(rows) != 1:
            return
        row = rows[0]
        self._open(
            Form(
                f"Trả lời của {row.person.full_name}",
                REPLY_FIELDS,
                invitations.get(row.id),
                invitation_problems,
                save_text="Lưu trả lời",
                parent=self,
                layout=REPLY_LAYOUT,
                choices=self.choices,
                on_save=lambda values: self._reply(row.id, values),
            )
        )

    def _reply(self, invitation: int, values: dict[str, object]) -> None:
        if values["substitute"] and not values["reply"]:
            values = {**values, "reply": "substitute"}
        invitations.save(values, self.meeting, invitation)
        self.reload()
        self.said.emit("Đã ghi trả lời.")

    def reply_all(self, reply: str) -> None:
        """The same reply for everyone selected, one change."""
        rows = self.selected()

        def write() -> None:
            with history.change(f"Ghi {label_of(REPLIES, reply).lower()} cho {len(rows)} đại biểu"):
                for row in rows:
                    invitations.save({"reply": reply}, self.meeting, row.id)

        if rows:
            self.tried(write)
            self.reload()

    def remove(self) -> None:
        """Off the list, without a question: one undo brings them back."""
        rows = self.selected()
        if rows:
            self.tried(lambda: invitations.remove(self.meeting, [row.person.id for row in rows]))
            self.reload()
            self.said.emit(f"Đã bỏ {len(rows)} người khỏi danh sách. Ctrl+Z để lấy lại.")

    def preview(self) -> None:
        if self.settle():
            papering.preview("delegates", self.meeting, self)

    def export(self) -> None:
        """The table as it is seen."""
        columns = self.table.shown_columns()
        title = f"Danh sách triệu tập {meetings.get(self.meeting)['title']}"
        listing.save_excel(listing.seen(title, "", columns, self.model.rows), self)

    # -- as a section

    def forget(self) -> None:
        self.bar.search.clear()

    def begin(self) -> None:
        (self.table if self.model.rows else self.groups.list).setFocus()
