"""The generic page of a tab: search, filters, table, what is selected beside it, and its actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gui import errors, listing, look, state
from gui.asking import ask
from gui.beside import Beside, Nothing, card, tool_row
from gui.filters import Filter, FilterBar
from gui.form import Form, Section
from gui.pieces import Pieces
from gui.table import Column, TableModel, table_view
from gui.tools import doors
from rules.fields import Field
from rules.trouble import Refused

__all__ = ["ANY", "FREE", "ONE", "Column", "Filter", "Section", "TablePage", "card"]

FREE, ONE, ANY = "free", "one", "any"  # what must be selected for an action: nothing, one row, any rows


class TablePage(QWidget):
    """A tab over one subject. The window connects its news to `news` and shows what comes from `said`.

    A page is declared; unusual things are overridden methods:

        class UnitsPage(TablePage):
            name, title, noun, icon = "units", "Đơn vị", "đơn vị", "unit"
            depends = frozenset({"unit", "unit_name", "unit_kind"})
            subject, laws = db.units, rules.units     # rows get save delete hanging; FIELDS problems doubts
            columns = (Column("organization", "Tên tổ chức", 280, stretch=True),
                       Column("members", "Đảng viên", 90, "right"))
            filters = (Filter("kind", "Loại", lambda: choices("unit_kind")),)
            layout_of_form = (Section("Tên gọi", ("organization", ("short", "symbol"))), …)      # optional
            empty = "Chưa có đơn vị nào. Thêm đơn vị đầu tiên hoặc nhập từ Excel."       # optional

            def detail(self, row): return card(row.organization, [("Đảng viên", str(row.members))])
            def more_actions(self): return [self.action("Đổi tên…", "edit", "", self.rename, needs=ONE)]
    """

    said = Signal(str)  # one line for the status bar

    name: ClassVar[str] = ""  # key of remembered habits
    title: ClassVar[str] = ""  # of the tab
    noun: ClassVar[str] = ""  # "hội nghị": "Thêm hội nghị", "42 hội nghị"
    icon: ClassVar[str] = ""  # name under resources/icons
    depends: ClassVar[frozenset[str]] = frozenset()  # tables whose news reload the page
    columns: ClassVar[Sequence[Column]] = ()
    filters: ClassVar[Sequence[Filter]] = ()
    layout_of_form: ClassVar[Sequence[Section]] = ()
    empty: ClassVar[str] = ""
    list_title: ClassVar[str] = ""  # of what is exported and printed; default "Danh sách …"
    subject: ClassVar[Any] = None  # module of db
    laws: ClassVar[Any] = None  # module of rules
    long: ClassVar[bool] = False  # comes in pieces: the subject has `find`, see gui.pieces

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"page_{self.name}")
        self.setAccessibleName(self.title)
        self._loads = 0
        self._stale = True
        self._form: Form | None = None
        self._needs: list[tuple[QAction, str]] = []
        self.model = TableModel(self.columns, self)
        self.table = table_view(self.model, self.name)
        self.table.setAccessibleName(f"Danh sách {self.noun}")
        self.pieces = Pieces(self.model, self.subject, self)
        self.bar = FilterBar(self.filters)
        self.beside = Beside(self.name)
        self.nothing = Nothing()
        self.counts = QLabel()
        self.counts.setProperty("role", "quiet")
        self._make_actions()
        self._build()
        self._connect()

    # -- what a subject may say otherwise

    def fetch(self, words: str, **filters: Any) -> Sequence[Any]:
        """The rows for the present conditions, by one question."""
        return self.subject.rows(words, **filters)  # type: ignore[no-any-return]

    def label(self, row: Any) -> str:
        """The name of a row in questions and messages; by default its first column."""
        return self.columns[0].words(row)

    def detail(self, row: Any) -> str | QWidget:
        """What stands beside the table for the selected row: rich text (see `card`) or a widget."""
        pairs = [(column.title, column.words(row)) for column in self.columns[1:]]
        return card(self.label(row), pairs)

    def more_actions(self) -> Sequence[QAction]:
        """The subject's own, made by `self.action`: shown beside the table and on right-click."""
        return ()

    def fields(self) -> Sequence[Field]:
        return self.laws.FIELDS  # type: ignore[no-any-return]

    def blank_values(self) -> dict[str, Any]:
        """Values that a new record starts with."""
        return {}

    def copied(self, values: dict[str, Any]) -> dict[str, Any]:
        """Values that a duplicate starts with; take away what must not be twice."""
        return values

    def imports(self) -> tuple[str, int | None] | None:
        """What rows of a workbook go into from here: see doors.import_rows; None: nothing does."""
        return None

    def open_row(self) -> None:
        """Enter and double click."""
        self.edit()

    def make_form(self, title: str, values: dict[str, Any], record: int | None) -> Form:
        """The form for a new record (None) or for a kept one."""
        return Form(
            title,
            self.fields(),
            values,
            getattr(self.laws, "problems", None),
            getattr(self.laws, "doubts", None),
            f"Lưu {self.noun}",
            self,
            on_save=lambda changed: self._save(changed, record),
            layout=self.layout_of_form,
        )

    # -- actions

    def action(
        self, text: str, icon: str, shortcut: str, run: Callable[[], object], needs: str = FREE
    ) -> QAction:
        """An action of this page; `needs` FREE, ONE (one row selected) or ANY (one or more)."""
        made = QAction(look.icon(icon, gap=look.GAP), text, self) if icon else QAction(text, self)
        if shortcut:
            made.setShortcut(shortcut)
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.setToolTip(f"{text} ({look.keys(made)})")
        made.triggered.connect(lambda: run())
        self.addAction(made)
        self._needs.append((made, needs))
        return made

    def _make_actions(self) -> None:
        self.add_action = self.action(f"Thêm {self.noun}", "add", "Ctrl+N", self.add)
        self.edit_action = self.action("Sửa", "edit", "F2", self.edit, ONE)
        self.duplicate_action = self.action("Nhân bản", "duplicate", "Ctrl+D", self.duplicate, ONE)
        self.delete_action = self.action("Xóa", "delete", "Del", self.delete, ANY)
        self.import_action = self.action("Nhập Excel", "import", "", self.import_rows)
        self.import_action.setToolTip("Nhập từ Excel (Ctrl+I)")
        self.excel_action = self.action("Xuất Excel", "excel", "Ctrl+E", self.export)
        self.print_action = self.action("In", "print", "Ctrl+P", self.print_rows)
        self.columns_action = self.action("Chọn cột", "columns", "", self.choose_columns)
        self.find_action = self.action("Tìm", "search", "Ctrl+F", self.seek)
        self.own_actions = list(self.more_actions())

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(8)
        self.add_button = look.main_button(self.add_action.text(), "add")
        self.add_button.setToolTip(self.add_action.toolTip())
        self.add_button.clicked.connect(self.add_action.trigger)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.bar, 1)
        top.addWidget(self.add_button)
        column.addLayout(top)
        tools = (self.edit_action, self.duplicate_action, self.delete_action, None)
        brought = (self.import_action,) if self.imports() else ()
        column.addWidget(
            tool_row((*tools, *brought, self.excel_action, self.print_action, self.columns_action))
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.nothing)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(8)
        self.splitter.addWidget(self.stack)
        self.splitter.addWidget(self.beside)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setSizes(state.numbers(f"{self.name}/split") or [760, 288])
        column.addWidget(self.splitter, 1)
        column.addWidget(self.counts)
        self.beside.set_actions(self.own_actions)

    def _connect(self) -> None:
        self.bar.asked.connect(self._narrowed)
        self.pieces.grown.connect(self._show_counts)
        self.bar.left.connect(self._to_table)
        self.table.opened.connect(self._open)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._menu)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.model.layoutChanged.connect(self._selected)
        self.splitter.splitterMoved.connect(lambda: state.put(f"{self.name}/split", self.splitter.sizes()))
        self._selected()

    # -- rows

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes to the rows, so that arrows and Enter work at once."""
        super().focusInEvent(event)
        self._to_table()

    def news(self, tables: frozenset[str]) -> None:
        """Something was changed in these tables; a page out of sight reloads when it is seen again."""
        if not tables & self.depends:
            return
        if not self.isVisible():
            self._stale = True
            return
        before = {row.id for row in self.model.rows}
        self.reload()
        fresh = {row.id for row in self.model.rows} - before
        if before and len(fresh) == 1:
            self.select(fresh)  # brought back by undo: it is what one looks for

    def reload(self, narrowed: bool = False) -> None:
        """Ask again; what was selected, the place and the order stay. `narrowed`: another list."""
        kept = {row.id for row in self.selected()}
        near = min((index.row() for index in self.table.selectionModel().selectedRows()), default=0)
        place = self.table.verticalScrollBar().value()
        self._stale = False
        self._loads += 1
        self.bar.refresh()
        self._fill(self.bar.words(), self.bar.values())
        if place and not narrowed:
            self.pieces.finish()
        self.select(kept, scroll=False, near=near, whole=not narrowed)
        self.table.verticalScrollBar().setValue(place)
        self._show_counts()

    def _narrowed(self) -> None:
        self.reload(narrowed=True)

    def _fill(self, words: str, filters: dict[str, Any]) -> None:
        """The rows for these conditions; a long list in the order of a column has to be there as a whole."""
        if self.long and not self.model.is_sorted:
            self.pieces.begin(words, **filters)
        else:
            self.pieces.stop()
            self.model.set_rows(self.fetch(words, **filters))

    def selected(self) -> list[Any]:
        """The selected rows, top to bottom."""
        model = self.table.selectionModel()
        return [self.model.row(place) for place in sorted({i.row() for i in model.selectedRows()})]

    def select(self, ids: set[int], scroll: bool = True, near: int = 0, whole: bool = True) -> None:
        """Select these records, if they are among the rows seen; else the row at `near`.

        `whole`: those not seen yet are brought too.
        """
        if whole and ids - {row.id for row in self.model.here}:
            self.pieces.finish()
        here = self.model.here
        places = [place for place, row in enumerate(here) if row.id in ids]
        if not places and here:
            places = [min(near, len(here) - 1)]
        self.table.select_rows(places, scroll)
        self._selected()

    def _selected(self, *_: object) -> None:
        rows = self.selected()
        enough = {FREE: True, ONE: len(rows) == 1, ANY: bool(rows)}
        for made, needs in self._needs:
            made.setEnabled(enough[needs])
        if len(rows) == 1:
            self.beside.show_detail(self.detail(rows[0]))
        else:
            many = f"Đã chọn {len(rows)} {self.noun}" if rows else f"Chọn một {self.noun} để xem"
            self.beside.show_detail(card(many, []))

    def _show_counts(self) -> None:
        count = len(self.model.here)
        known = self.pieces.count()
        self.counts.setText(self.count_text(known or count) + ("…" if known is None else ""))
        self.beside.setVisible(bool(count))
        self.stack.setCurrentWidget(self.table if count else self.nothing)
        for made in (self.excel_action, self.print_action):
            made.setEnabled(bool(count))
        if count:
            return
        if self.bar.narrows():
            text = f"Không thấy {self.noun} nào với {self.bar.describe()}."
            self.nothing.say("search", text, "Xóa điều kiện tìm", self.bar.clear)
        else:
            text = self.empty or f"Chưa có {self.noun} nào."
            self.nothing.say(self.icon, text, f"Thêm {self.noun} đầu tiên", self.add_action.trigger)

    def count_text(self, count: int) -> str:
        """The line under the table."""
        found = " tìm thấy" if self.bar.narrows() else ""
        return f"{count:,}".replace(",", ".") + f" {self.noun}{found}"

    def _open(self) -> None:
        if len(self.selected()) == 1:
            self.open_row()

    def _to_table(self) -> None:
        if self.model.here:
            self.table.setFocus()

    def seek(self) -> None:
        self.bar.search.setFocus()
        self.bar.search.selectAll()

    def _menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for group in (self.own_actions, self._edits(), [self.excel_action, self.print_action]):
            menu.addActions(group)
            menu.addSeparator()
        menu.popup(self.table.viewport().mapToGlobal(place))

    def _edits(self) -> list[QAction]:
        return [self.add_action, self.edit_action, self.duplicate_action, self.delete_action]

    # -- writing

    def add(self) -> None:
        self._open_form(f"Thêm {self.noun}", self.blank_values(), None)

    def edit(self) -> None:
        row = self.selected()[0]
        self._open_form(f"Sửa {self.noun}", self.subject.get(row.id), row.id)

    def duplicate(self) -> None:
        row = self.selected()[0]
        self._open_form(f"Nhân bản {self.noun}", self.copied(self.subject.get(row.id)), None)

    def _open_form(self, title: str, values: dict[str, Any], record: int | None) -> None:
        self._form = self.make_form(title, values, record)
        self._form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._form.open()

    def _save(self, values: dict[str, Any], record: int | None) -> None:
        loads = self._loads
        saved = self.subject.save(values, record)
        if self._loads == loads:
            self.reload()
        self.select({saved})
        self.said.emit(f"Đã lưu {self.noun}.")

    def delete(self) -> None:
        rows = self.selected()
        ids = [row.id for row in rows]
        what = f"“{self.label(rows[0])}”" if len(rows) == 1 else f"{len(rows)} {self.noun} đã chọn"
        details = [*self.subject.hanging(ids), "Có thể hoàn tác bằng Ctrl+Z."]
        then = lambda: self._delete(ids)  # noqa: E731
        ask(self, f"Xóa {what}?", f"Xóa {self.noun}", then, details=details, danger=True)

    def _delete(self, ids: list[int]) -> None:
        loads = self._loads
        try:
            self.subject.delete(ids)
        except Refused as refused:
            errors.show(refused, self)
            return
        if self._loads == loads:
            self.reload()
        self.said.emit(f"Đã xóa {len(ids)} {self.noun}.")

    # -- in and out

    def import_rows(self) -> None:
        """Rows of a workbook into what this page shows."""
        doors.import_rows(self.window(), *(self.imports() or ())).told.connect(self.said)

    def choose_columns(self) -> None:
        self.table.choose_columns(self.mapToGlobal(self.splitter.geometry().topRight()))

    def listing(self) -> Any:
        """Exactly what is seen: the shown columns and the rows in their order."""
        subtitle = f"({self.bar.describe()})" if self.bar.narrows() else ""
        columns = self.table.shown_columns()
        title = self.list_title or f"Danh sách {self.noun}"
        return listing.seen(title, subtitle, columns, self.model.rows, self.count_text(len(self.model.rows)))

    def export(self) -> None:
        listing.save_excel(self.listing(), self, self.name)

    def print_rows(self) -> None:
        listing.preview(self.listing(), self, self.name)
