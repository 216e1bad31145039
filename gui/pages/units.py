"""The tab of units: their tree, their forms, their names over time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QWidget

from db import people, settings, units
from db.choices import choices
from gui import errors, state, tabs
from gui.form import Form
from gui.page import ONE, Column, Filter, Section, TablePage, card
from gui.pages.unit_form import NewUnitForm, follow_names
from gui.tree import TreeDelegate
from rules import units as laws
from rules.dates import show_date
from rules.fields import Field, Kind
from rules.trouble import Refused

CLOSE_FIELDS = (
    Field(
        "closed",
        "Ngày kết thúc hoạt động",
        Kind.DATE,
        required=True,
        hint="Từ ngày này đơn vị không còn trong danh sách triệu tập",
    ),
)
SHOWN_PEOPLE = 12


def members(row: units.Row) -> str:
    return f"{row.members:,}".replace(",", ".") if row.members is not None else ""


class UnitsPage(TablePage):
    """Units as a tree; sorted or searched they stand as a plain list."""

    open_record = Signal(str, int)

    name, title, noun, icon = tabs.UNITS
    depends = frozenset({"unit", "unit_name", "unit_kind", "holding", "person"})
    subject: ClassVar[Any] = units
    laws: ClassVar[Any] = laws
    columns = (
        Column("organization", "Tên đơn vị", 250, stretch=True),
        Column("kind", "Loại", 236),
        Column("members", "Đảng viên", 96, "right"),
        Column("symbol", "Ký hiệu", 96),
        Column("committee", "Cấp ủy", 220, shown=False),
        Column("parent", "Trực thuộc", 220, shown=False),
        Column("place_name", "Địa danh", 120, shown=False),
        Column("phone", "Điện thoại", 120, shown=False),
        Column("closed", "Kết thúc", 100, shown=False),
    )
    filters = (
        Filter("kind", "Loại đơn vị", lambda: choices("unit_kind")),
        Filter("closed", "Hoạt động", lambda: ((False, "Đang hoạt động"), (True, "Đã kết thúc"))),
        Filter("outside", "Phạm vi", lambda: ((False, "Trong đảng bộ"), (True, "Ngoài đảng bộ"))),
    )
    layout_of_form = (
        Section("Tên gọi", ("organization", "committee", ("short", "symbol"))),
        Section("Trong hệ thống", ("kind", "parent", "outside")),
        Section("Khác", (("members", "place_name"), ("founded", "closed"), "phone", "note")),
    )
    empty = "Chưa có đơn vị nào. Thêm các đảng bộ, chi bộ, ban, đoàn thể, hoặc nhập từ Excel."

    def __init__(self, parent: QWidget | None = None) -> None:
        self._closed_branches = set(state.numbers("units/branches"))
        self._has_children: set[int] = set()
        self._next: dict[str, Any] = {}  # what the next of several new units takes over
        super().__init__(parent)
        self.table.installEventFilter(self)
        tree = TreeDelegate(self.table, self.mark, self.toggle, self.is_flat)
        self.table.setItemDelegateForColumn(0, tree)
        self.table.horizontalHeader().sortIndicatorChanged.connect(lambda *_: self.reload())

    # -- the tree

    def is_flat(self) -> bool:
        """Found by words or a filter, or put in another order: no tree then."""
        return self.bar.narrows() or self.table.horizontalHeader().sortIndicatorSection() >= 0

    def mark(self, row: units.Row) -> str:
        if row.id not in self._has_children:
            return ""
        return "closed" if row.id in self._closed_branches else "open"

    def toggle(self, row: units.Row) -> None:
        """Open or close a branch."""
        self._closed_branches ^= {row.id}
        self._keep_branches()
        self.reload()

    def _keep_branches(self) -> None:
        state.put("units/branches", sorted(self._closed_branches))

    def fetch(self, words: str, **filters: Any) -> Sequence[Any]:
        rows = units.rows(words, **filters)
        self._has_children = {row.parent_id for row in rows if row.parent_id is not None}
        return rows if self.is_flat() else self._open_rows(rows)

    def _open_rows(self, rows: Sequence[units.Row]) -> list[units.Row]:
        hidden: set[int] = set()
        seen = []
        for row in rows:
            if row.parent_id in hidden or (row.parent_id in self._closed_branches):
                hidden.add(row.id)
            else:
                seen.append(row)
        return seen

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not self.is_flat():
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if watched is self.table and plain and self._walk(event.key()):
                return True
        return super().eventFilter(watched, event)

    def _walk(self, key: int) -> bool:
        """→ opens a branch, ← closes it, then goes to the unit above, as in any tree."""
        rows = self.selected()
        if len(rows) != 1 or key not in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            return False
        row = rows[0]
        if self.mark(row) == ("closed" if key == Qt.Key.Key_Right else "open"):
            self.toggle(row)
        elif key == Qt.Key.Key_Left and row.parent_id is not None:
            self.select({row.parent_id})
        return True

    # -- what is selected

    def imports(self) -> tuple[str, int | None]:
        """What rows of a workbook go into here."""
        return "units", None

    def detail(self, row: units.Row) -> str:
        names = units.history(row.id)
        former = "\n".join(
            f"{name.organization} (đến {show_date(after.since - timedelta(days=1))})"
            for name, after in zip(names, names[1:], strict=False)
            if after.since
        )
        held = people.rows(unit=row.id)
        lines = [f"{person.full_name} – {person.title}" for person in held[:SHOWN_PEOPLE]]
        if len(held) > SHOWN_PEOPLE:
            lines.append(f"và {len(held) - SHOWN_PEOPLE} người khác")
        pairs = [
            ("Cấp ủy", row.committee),
            ("Loại", row.kind),
            ("Trực thuộc", row.parent),
            ("Đảng viên", members(row)),
            ("Kết thúc hoạt động", show_date(row.closed) if row.closed else ""),
            ("Tên cũ", former),
            (f"Người giữ chức vụ ({len(held)})", "\n".join(lines)),
        ]
        return card(row.organization, pairs)

    # -- actions

    def more_actions(self) -> Sequence[QAction]:
        return (
            self.action("Thêm đơn vị trực thuộc", "add", "Ctrl+Shift+N", self.add_below, ONE),
            self.action("Đổi tên từ ngày…", "edit", "", self.rename, ONE),
            self.action("Kết thúc hoạt động…", "calendar", "", self.end, ONE),
            self.action("Chuyển lên", "up", "Alt+Up", self.shift_up, ONE),
            self.action("Chuyển xuống", "down", "Alt+Down", self.shift_down, ONE),
        )

    def make_form(self, title: str, values: dict[str, Any], record: int | None) -> Form:
        if record is not None:
            return super().make_form(title, values, record)
        again = lambda: self._open_form(title, self._next, None)  # noqa: E731
        return NewUnitForm(title, values, self, self.layout_of_form, self._save_new, again)

    def _save_new(self, values: dict[str, Any]) -> None:
        self._next = {name: values[name] for name in ("kind", "parent", "outside")}
        self._save(values, None)
        self.said.emit(f"Đã lưu {values['organization']}.")

    def blank_values(self) -> dict[str, Any]:
        return {"parent": settings.own_unit()}

    def copied(self, values: dict[str, Any]) -> dict[str, Any]:
        return {**values, "members": None, "phone": ""}

    def add_below(self) -> None:
        row = self.selected()[0]
        self._open_form("Thêm đơn vị trực thuộc", {"parent": row.id}, None)

    def rename(self) -> None:
        """A new name from a day on; papers of earlier days keep the old one."""
        row = self.selected()[0]
        fields = laws.RENAME_FIELDS
        values = {field.name: units.get(row.id).get(field.name) for field in fields}
        self._ask("Đổi tên đơn vị", fields, values, "Lưu tên mới", lambda given: units.rename(row.id, given))
        if self._form:
            follow_names(self._form)

    def end(self) -> None:
        row = self.selected()[0]
        values = {"closed": row.closed or date.today()}
        self._ask(
            f"Kết thúc hoạt động: {row.organization}",
            CLOSE_FIELDS,
            values,
            "Ghi ngày kết thúc",
            lambda given: units.close(row.id, given["closed"]),
        )

    def _ask(self, title: str, fields: Sequence[Field], values: dict[str, Any], save: str, run: Any) -> None:
        self._form = Form(title, fields, values, save_text=save, parent=self, on_save=run)
        self._form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._form.open()

    def shift_up(self) -> None:
        self.shift(-1)

    def shift_down(self) -> None:
        self.shift(1)

    def shift(self, step: int) -> None:
        """Up or down among the units of the same parent."""
        if self.is_flat():
            self.said.emit("Xóa điều kiện tìm và bỏ sắp xếp theo cột, rồi chuyển thứ tự trong cây.")
            return
        row = self.selected()[0]
        try:
            units.move(row.id, step)
        except Refused as refused:
            errors.show(refused, self)
            return
        self.select({row.id})

    def show_record(self, record: int) -> None:
        """Select this unit, whatever was sought before; the branches above it are opened."""
        above = {row.id: row.parent_id for row in units.rows()}
        unit: int | None = record
        while (unit := above.get(unit or 0)) is not None:
            self._closed_branches.discard(unit)
        self._keep_branches()
        self.bar.clear()
        self.select({record})
