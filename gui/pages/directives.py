"""The tab of documents: the register of them, and the editor of a plan in its place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedLayout, QWidget

from db import directives
from db.choices import choices
from gui import errors, tabs
from gui.form import Form
from gui.page import ONE, Column, Filter, TablePage
from gui.pages import directive_form
from gui.pages.directive_detail import DirectiveDetail, day_words, name_of
from gui.pages.directive_filling import FIELDS, RELATION_FIELDS
from gui.plans.editor import PlanEditor
from rules import directives as laws
from rules.fields import Choice, blank, label_of
from rules.trouble import Refused

DONE = ("done", "filed", "issued")
WAYS = {"in": "Đến", "out": "Đi"}
TONES = {"draft": "quiet", "issued": "good", "doing": "warn", "done": "good", "filed": "good"}


def pairs(choices_of: Sequence[Choice]) -> list[tuple[str, str]]:
    return [(choice.key, choice.label) for choice in choices_of if choice.key]


def worded(choices_of: Sequence[Choice], key: str) -> str:
    return label_of(choices_of, key) if key else ""


def years() -> list[tuple[int, str]]:
    """The years of issue that occur, newest first."""
    return [(year, str(year)) for year in directives.years()]


def by_number(row: directives.Row) -> str | None:
    """Number, then type, then code; documents without number come last."""
    return f"{row.number:07d} {row.type_code} {row.symbol}" if row.number else None


def late(row: directives.Row) -> str:
    """A due day that has passed while the work is still open."""
    return "bad" if row.due and row.due < date.today() and row.state not in DONE else ""


def undated(row: directives.Row) -> str:
    return "warn" if row.issued is None and row.number else ""


class DirectivesTable(TablePage):
    """Documents received and issued."""

    name, title, noun, icon = tabs.DIRECTIVES
    depends = frozenset({"directive", "directive_type", "directive_link", "unit", "unit_name", "plan_item"})
    subject: ClassVar[Any] = directives
    laws: ClassVar[Any] = laws
    columns = (
        Column("symbol", "Số, ký hiệu", 116, text=lambda words: words or "–", sort=by_number),
        Column("type", "Loại", 96),
        Column("issued", "Ngày", 106, text=lambda day: day_words(day) or "chưa có", tone=undated),
        Column("issuer", "Cơ quan ban hành", 150),
        Column("subject", "Trích yếu", 110, stretch=True),
        Column("direction", "Đến/Đi", 64, text=lambda key: WAYS.get(key, "")),
        Column("due", "Hạn", 100, tone=late, shown=False),
        Column(
            "state", "Trạng thái", 130, text=lambda key: worded(laws.STATES, key),
            tone=lambda row: TONES.get(row.state, ""), shown=False,
        ),
        Column("arrival_number", "Số đến", 80, "right", shown=False),
        Column("arrival_date", "Ngày đến", 100, shown=False),
        Column("signer", "Người ký", 140, shown=False),
        Column("sent_to", "Nơi nhận", 160, shown=False),
        Column("file_number", "Hồ sơ số", 100, shown=False),
        Column("urgency", "Khẩn", 90, text=lambda key: worded(laws.URGENCIES, key), shown=False),
        Column("secrecy", "Mật", 90, text=lambda key: worded(laws.SECRECIES, key), shown=False),
    )  # fmt: skip
    filters = (
        Filter("type", "Loại", lambda: choices("directive_type")),
        Filter("direction", "Đến/Đi", lambda: pairs(laws.DIRECTIONS)),
        Filter("state", "Trạng thái", lambda: pairs(laws.STATES)),
        Filter("year", "Năm", years),
    )
    empty = (
        "Chưa có văn bản nào. Thêm văn bản đầu tiên: chỉ cần gõ số, ký hiệu như 35-CT/TW, "
        "hoặc dán cả câu trích dẫn; sổ đã có trong Excel thì nhập từ Excel."
    )

    plan_asked = Signal(int)

    def more_actions(self) -> Sequence[QAction]:
        self.plan_action = self.action("Soạn kế hoạch", "plan", "Ctrl+L", self.write_plan, ONE)
        self.carry_action = self.action(
            "Thêm văn bản triển khai", "forward", "Ctrl+Shift+N", self.add_carrying, ONE
        )
        self.copy_action = self.action("Sao văn bản…", "duplicate", "Ctrl+Shift+B", self.copy_paper, ONE)
        return [self.plan_action, self.carry_action, self.copy_action]

    def label(self, row: directives.Row) -> str:
        return name_of(row)

    def imports(self) -> tuple[str, int | None]:
        """What rows of a workbook go into here."""
        return "directives", None

    def detail(self, row: directives.Row) -> QWidget:
        shown = DirectiveDetail(row)
        shown.chosen.connect(self.show_record)
        return shown

    def fields(self) -> Any:
        return FIELDS

    def blank_values(self) -> dict[str, Any]:
        return blank(FIELDS) | {"direction": "in"}

    def copied(self, values: dict[str, Any]) -> dict[str, Any]:
        """A copy begins without what makes the document itself."""
        own = ("number", "issued", "arrival_number", "arrival_date", "forwarded", "due", "state")
        links = {field.name: () for field in RELATION_FIELDS}
        return (
            links | values | {field.name: None for field in laws.FIELDS if field.name in own} | {"state": ""}
        )

    def make_form(self, title: str, values: dict[str, Any], record: int | None) -> Form:
        if record is not None:
            values = values | directive_form.links_of(record)
        return directive_form.DirectiveForm(
            title,
            values,
            record,
            self,
            on_save=lambda changed: self._save(changed, record),
            on_more=self.add if record is None else None,
        )

    def keep(self, values: dict[str, Any], record: int | None) -> int:
        return directive_form.save(values, record)

    def _save(self, values: dict[str, Any], record: int | None) -> None:
        loads = self._loads
        saved = self.keep(values, record)
        if self._loads == loads:
            self.reload()
        self.show_record(saved)
        self.said.emit(f"Đã lưu {self.noun}.")

    def _selected(self, *_: object) -> None:
        super()._selected()
        rows = self.selected()
        plan = len(rows) == 1 and can_be_written(rows[0])
        self.plan_action.setEnabled(plan)
        self.plan_action.setToolTip(
            "Soạn kế hoạch (Ctrl+L)" if plan or not rows else "Chỉ soạn được văn bản loại Kế hoạch, không mật"
        )

    # -- the subject's own actions

    def write_plan(self) -> None:
        self.plan_asked.emit(self.selected()[0].id)

    def copy_paper(self) -> None:
        """The official copy of the selected document; one marked Mật is refused in words."""
        from gui.pages.directive_copy import CopyDialog

        try:
            CopyDialog(self.selected()[0].id, self).open()
        except Refused as refused:
            errors.show(refused, self)

    def add_carrying(self) -> None:
        """A new document that carries out the selected one and those above it, with its subject."""
        row = self.selected()[0]
        above = directive_form.links_of(row.id)["carries_out"]
        values = self.blank_values() | {"carries_out": (*above, row.id), "subject": row.subject}
        self._open_form(f"Thêm văn bản triển khai {row.symbol or row.type}", values, None)

    def show_record(self, record: int) -> None:
        """Select the document, taking the conditions away if they hide it."""
        if all(row.id != record for row in self.model.rows):
            if self.bar.narrows():
                self.bar.clear()
            else:
                self.reload()
        self.select({record})


def can_be_written(row: directives.Row) -> bool:
    """Only plans have a text of their own here, and nothing marked is stored."""
    return row.type == "Kế hoạch" and not laws.is_marked(row.secrecy)


class DirectivesPage(QWidget):
    """The register; a plan being written stands in its place until it is left."""

    said = Signal(str)
    open_record = Signal(str, int)

    name, title, icon = DirectivesTable.name, DirectivesTable.title, DirectivesTable.icon
    depends: ClassVar[frozenset[str]] = DirectivesTable.depends | PlanEditor.depends

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_directives_whole")
        self.setAccessibleName(self.title)
        self.register = DirectivesTable()
        self.register.said.connect(self.said)
        self.register.plan_asked.connect(self.write_plan)
        self.editor: PlanEditor | None = None
        self._places = QStackedLayout(self)
        self._places.addWidget(self.register)
        self.setFocusProxy(self.register)

    def news(self, tables: frozenset[str]) -> None:
        self.register.news(tables)
        if self.editor is not None:
            self.editor.news(tables)

    def reload(self) -> None:
        self.register.reload()

    def show_record(self, record: int) -> None:
        if self.editor is None or self._leave():
            self.register.show_record(record)

    def selected(self) -> list[directives.Row]:
        """The documents selected in the register; none while a plan stands in its place."""
        return self.register.selected() if self.editor is None else []

    def edit(self) -> None:
        self.register.edit()

    def write_plan(self, record: int) -> None:
        """Open the plan in the place of the list."""
        self.editor = PlanEditor(record)
        self.editor.said.connect(self.said)
        self.editor.left.connect(self._leave)
        self.editor.record_asked.connect(lambda: self._edit_record(record))
        self._places.addWidget(self.editor)
        self._places.setCurrentWidget(self.editor)
        self.setFocusProxy(self.editor)
        self.editor.setFocus()

    def _edit_record(self, record: int) -> None:
        self.register.show_record(record)
        self.register.edit()

    def may_leave(self, _then: object = None) -> bool:
        """The window asks before closing: what is typed is kept first, so nothing need be asked."""
        return self.editor is None or self.editor.save_all()

    def _leave(self) -> bool:
        """Back to the list; stays where something typed could not be saved."""
        editor = self.editor
        if editor is None or not editor.save_all():
            return editor is None
        self.editor = None
        self._places.setCurrentWidget(self.register)
        editor.deleteLater()  # still in its own signal; it leaves the layout when it goes
        self.setFocusProxy(self.register)
        self.register.reload()
        self.register.select({editor.record})
        self.register.table.setFocus()
        return True
