"""The tab of people: who they are, the posts they hold, the titles that papers print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from db import history, holdings, people, settings
from db.choices import choices
from gui import tabs
from gui.form import Form
from gui.page import ANY, ONE, Column, Filter, Section, TablePage, card
from gui.posts import PostsDialog
from rules import people as laws
from rules.dates import VagueDate, show_date
from rules.fields import Field, check

# A new person usually comes with the post they hold: asked in the same form, under names of its own.
FIRST = {"post": "first_post", "unit": "first_unit", "since": "first_since"}
FIRST_FIELDS = tuple(
    replace(field, name=FIRST[field.name], required=False)
    for field in laws.HOLDING_FIELDS
    if field.name in FIRST
)


def first_holding(values: dict[str, Any]) -> dict[str, Any] | None:
    """The post given with a new person; None where none was given."""
    given = {name: values.get(here) for name, here in FIRST.items()}
    return {**given, "until": None, "note": ""} if given["post"] or given["unit"] else None


def begun(values: dict[str, Any], proposed: int | None) -> dict[str, Any]:
    """The values without a unit that was only proposed: with no post beside it, it says nothing."""
    idle = not values.get("first_post") and values.get("first_unit") == proposed
    return {**values, "first_unit": None} if idle else values


def problems(values: dict[str, Any]) -> dict[str, str]:
    """Of a new person: the person's own, then the post's when one was begun."""
    found = dict(laws.problems(values))
    given = first_holding(values)
    if given:
        wrong = check(laws.HOLDING_FIELDS, given)
        found |= {FIRST[name]: text for name, text in wrong.items() if name in FIRST}
    return found


def birth(value: VagueDate | None) -> str:
    """A day as screens show days; a year or a month in its own words."""
    if value is None:
        return ""
    day = value.earliest
    return show_date(day) if day and day == value.latest else value.words


class PeoplePage(TablePage):
    """People in the order of their given names, with the posts of today."""

    name, title, noun, icon = tabs.PEOPLE
    depends = frozenset({"person", "holding", "post", "unit", "unit_name"})
    subject: ClassVar[Any] = people
    laws: ClassVar[Any] = laws
    long = True
    columns = (
        Column("full_name", "Họ và tên", 190, sort=lambda row: row.sort_key),
        Column("birth", "Ngày sinh", 104, text=birth),
        Column("sex", "Giới tính", 80, text=lambda sex: {"nam": "Nam", "nữ": "Nữ"}.get(sex, "")),
        Column("title", "Chức vụ", 240, stretch=True),
        Column("unit", "Đơn vị", 240, shown=False),
        Column("ethnic_group", "Dân tộc", 90, shown=False),
        Column("education", "Chuyên môn", 110, shown=False),
        Column("theory_level", "Lý luận", 100, shown=False),
        Column("phone", "Điện thoại", 120, shown=False),
        Column("card_number", "Số thẻ", 120, shown=False),
    )
    filters = (
        Filter("unit", "Đơn vị", lambda: choices("unit")),
        Filter("post", "Chức vụ", lambda: choices("post")),
    )
    layout_of_form = (
        Section("", ("full_name", ("birth", "sex"))),
        Section("Đảng và trình độ", (("admitted", "official"), ("education", "theory_level"))),
        Section("Khác", (("ethnic_group", "phone"), "card_number", "note")),
    )
    empty = "Chưa có đại biểu nào. Thêm từng người với chức vụ đang giữ, hoặc nhập danh sách từ Excel."

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.posts_dialog: PostsDialog | None = None
        self._next: dict[str, Any] = {}  # what the next of several new people takes over

    def make_form(self, title: str, values: dict[str, Any], record: int | None) -> Form:
        if record is not None:
            return super().make_form(title, values, record)
        _, *rest = self.layout_of_form
        layout = (
            Section("", ("full_name",)),
            Section("Chức vụ đang giữ", ("first_post", "first_unit", "first_since")),
            Section("Bản thân", (("birth", "sex"),)),
            *rest,
        )
        proposed = values.get("first_unit")
        return Form(
            title,
            (*self.fields(), *FIRST_FIELDS),
            values,
            lambda given: problems(begun(given, proposed)),
            laws.doubts,
            f"Lưu {self.noun}",
            self,
            on_save=lambda given: self._save_new(begun(given, proposed), given),
            layout=layout,
            on_more=lambda: self._open_form(title, self._next, None),
        )

    def fields(self) -> Sequence[Field]:
        return laws.FIELDS

    def blank_values(self) -> dict[str, Any]:
        """The first people entered are mostly those of the office itself."""
        return {"first_unit": settings.own_unit()}

    def _save_new(self, values: dict[str, Any], typed: dict[str, Any]) -> None:
        given = first_holding(values)
        own = {name: value for name, value in values.items() if name not in FIRST.values()}
        with history.change(f"Thêm đại biểu {values['full_name']}"):
            person = people.save(own)
            if given:
                holdings.save(given, person)
        self._next = {name: typed[name] for name in ("first_unit", "ethnic_group")}
        self.select({person})
        self.said.emit(f"Đã lưu đại biểu {values['full_name']}.")

    def copied(self, values: dict[str, Any]) -> dict[str, Any]:
        return {**values, "card_number": "", "phone": ""}

    def more_actions(self) -> Sequence[QAction]:
        return (
            self.action("Thêm chức vụ…", "add", "Ctrl+Shift+N", self.add_post, ONE),
            self.action("Các chức vụ…", "person", "", self.show_posts, ONE),
            self.action("Sửa cách viết họ tên", "edit", "", self.mend_names, ANY),
        )

    def add_post(self) -> None:
        row = self.selected()[0]
        self._form = Form(
            f"Thêm chức vụ: {row.full_name}",
            laws.HOLDING_FIELDS,
            {},
            laws.holding_problems,
            save_text="Lưu chức vụ",
            parent=self,
            on_save=lambda given: holdings.save(given, row.id),
        )
        self._form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._form.open()

    def mend_names(self) -> None:
        """Nguyễn Văn An for “đ/c NGUYỄN văn an”; Ctrl+Z takes it back."""
        count = people.mend_names(row.id for row in self.selected())
        self.said.emit(f"Đã sửa {count} họ tên." if count else "Họ tên đã viết đúng cách.")

    def show_posts(self) -> None:
        row = self.selected()[0]
        self.posts_dialog = PostsDialog(row.id, row.full_name, self)
        self.posts_dialog.open()

    def imports(self) -> tuple[str, int | None]:
        """What rows of a workbook go into here."""
        return "people", None

    def detail(self, row: people.Row) -> str:
        held = "\n".join(_line(line) for line in holdings.rows(row.id))
        pairs = [
            ("In trên văn bản", row.title),
            ("Chức vụ", held),
            ("Ngày sinh", birth(row.birth)),
            ("Dân tộc", row.ethnic_group),
            ("Trình độ", ", ".join(part for part in (row.education, row.theory_level) if part)),
            ("Điện thoại", row.phone),
            ("Số thẻ đảng viên", row.card_number),
            ("Ghi chú", row.note),
        ]
        return card(row.full_name, pairs)

    def show_record(self, record: int) -> None:
        """Select this person, whatever was sought before."""
        self.bar.clear()
        self.select({record})


def _line(line: holdings.Row) -> str:
    """ "Phó Bí thư – Đảng ủy khối … (từ 01/01/2016)"."""
    times = [f"từ {show_date(line.since)}"] if line.since else []
    times += [f"đến {show_date(line.until)}"] if line.until else []
    return f"{line.post} – {line.unit}" + (f" ({' '.join(times)})" if times else "")
