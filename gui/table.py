"""The one table: declared columns, rows of plain values, sorting by value, remembered widths."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from gui import look, state
from rules.dates import VagueDate, show_date
from rules.names import alphabet_key

ROW_HEIGHT = 31
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ASCENDING = Qt.SortOrder.AscendingOrder
ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "center": Qt.AlignmentFlag.AlignCenter,
}


@dataclass(frozen=True)
class Column:
    """One column.

    key     attribute of the row; "" hands the whole row to `text`
    width   pixels at 100 %; with stretch=True the least width
    align   left, right (numbers) or center
    text    value -> what is read; default: dates dd/MM/yyyy, true as ✓, nothing as empty
    sort    row -> what is compared; default: the value, text in alphabetical order
    tone    row -> "good", "warn", "bad", "quiet" or "": a coloured dot before the words
    shown   False: hidden until chosen in the column chooser
    """

    key: str
    title: str
    width: int = 120
    align: str = "left"
    text: Callable[[Any], str] | None = None
    sort: Callable[[Any], Any] | None = None
    tone: Callable[[Any], str] | None = None
    stretch: bool = False
    shown: bool = True

    def value(self, row: Any) -> Any:
        return getattr(row, self.key) if self.key else row

    def words(self, row: Any) -> str:
        value = self.value(row)
        return self.text(value) if self.text else plain(value)

    def cell(self, row: Any) -> str | int | float | date | None:
        """For a workbook: numbers and days stay what they are, everything else as it is read."""
        value = self.value(row)
        raw = isinstance(value, (int, float, date)) and not isinstance(value, bool)
        return value if raw and self.text is None else self.words(row)


def plain(value: Any) -> str:
    """A value as it is read on the screen."""
    if value is None or value is False:
        return ""
    if value is True:
        return "✓"
    if isinstance(value, date):
        return show_date(value)
    if isinstance(value, VagueDate):
        return value.words
    if isinstance(value, (tuple, list)):
        return ", ".join(plain(part) for part in value)
    return str(value)


def order_key(value: Any) -> tuple[int, Any]:
    """Compares any two values of a column; what is missing comes last."""
    if value is None or value == "":
        return (3, "")
    if isinstance(value, str):
        return (1, alphabet_key(value))
    if isinstance(value, VagueDate):
        return (0, value.earliest.toordinal()) if value.earliest else (2, value.words)
    if isinstance(value, date):
        return (0, value.toordinal())
    if isinstance(value, (int, float)):
        return (0, value)
    return (1, alphabet_key(plain(value)))


def own_key(value: Any) -> tuple[int, Any]:
    """A key that the column made itself: text is compared as it is."""
    return (1, value) if isinstance(value, str) and value else order_key(value)


class TableModel(QAbstractTableModel):
    """Rows stay the frozen values that db gave; `UserRole` is the row itself."""

    def __init__(self, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[Any] = []
        self._sorted: tuple[int, Qt.SortOrder] | None = None
        self.complete: Callable[[], object] = lambda: None  # brings what is still to come; see gui.pieces

    @property
    def rows(self) -> list[Any]:
        """All rows in the order seen; a list that comes in pieces is brought whole."""
        self.complete()
        return self._rows

    @property
    def here(self) -> list[Any]:
        """The rows that have come so far."""
        return self._rows

    @property
    def is_sorted(self) -> bool:
        """Whether the clerk has put the rows in the order of a column."""
        return self._sorted is not None

    def set_rows(self, rows: Sequence[Any]) -> None:
        """New rows, put in the present order."""
        self.beginResetModel()
        self._rows = self._in_order(list(rows))
        self.endResetModel()

    def add_rows(self, rows: Sequence[Any]) -> None:
        """More rows below those that are here; only while they stand in db's order."""
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def put_rows(self, changed: Callable[[Any], Any | None]) -> None:
        """Rows for which `changed(row)` gives another one are replaced where they stand, unsorted."""
        for place, row in enumerate(self._rows):
            new = changed(row)
            if new is not None:
                self._rows[place] = new
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))

    def row(self, index: Index | int) -> Any:
        return self._rows[index if isinstance(index, int) else index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role == Role.DisplayRole:
            return column.words(row).replace("\n", " ")
        if role == Role.TextAlignmentRole:
            return ALIGN[column.align]
        if role == Role.DecorationRole and column.tone:
            tone = column.tone(row)
            return look.dot(tone) if tone else None
        if role == Role.UserRole:
            return row
        return column.words(row) or None if role == Role.ToolTipRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Role.DisplayRole:
            return self.columns[section].title
        return ALIGN[self.columns[section].align] if role == Role.TextAlignmentRole else None

    def sort(self, column: int, order: Qt.SortOrder = ASCENDING) -> None:
        """By raw value, stable, missing values last; a negative column keeps db's order."""
        self.complete()
        self._sorted = (column, order) if 0 <= column < len(self.columns) else None
        self.layoutAboutToBeChanged.emit()  # now the selection asks for its lasting places
        kept = [(index, self._rows[index.row()]) for index in self.persistentIndexList()]
        self._rows = self._in_order(self._rows)
        places = {id(row): place for place, row in enumerate(self._rows)}
        for index, row in kept:
            self.changePersistentIndex(index, self.index(places[id(row)], index.column()))
        self.layoutChanged.emit()

    def _in_order(self, rows: list[Any]) -> list[Any]:
        if self._sorted is None:
            return rows
        column, order = self.columns[self._sorted[0]], self._sorted[1]
        full: list[tuple[tuple[int, Any], Any]] = []
        empty: list[tuple[tuple[int, Any], Any]] = []
        for row in rows:
            key = own_key(column.sort(row)) if column.sort else order_key(column.value(row))
            (empty if key[0] == 3 else full).append((key, row))
        full.sort(key=lambda pair: pair[0], reverse=order != ASCENDING)
        return [row for _, row in full + empty]


class TableView(QTableView):
    """A table that remembers its widths, its order and which columns are shown."""

    opened = Signal()  # Enter or double click on a row
    columns_changed = Signal()

    def __init__(self, model: TableModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.setObjectName(name)
        self._model = model
        self.setModel(model)
        # Held by name: the collector has been seen to delete a header out of a living table.
        self._headers = (self.horizontalHeader(), self.verticalHeader())
        self._dress()
        self._restore()
        header = self.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._header_menu)
        header.sectionResized.connect(self._resized)
        header.sortIndicatorChanged.connect(self._sorted)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(48)
        header.setFixedHeight(34)
        header.setSortIndicator(-1, ASCENDING)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)

    def _restore(self) -> None:
        widths, hidden = state.numbers(f"{self.name}/widths"), state.words(f"{self.name}/hidden")
        fits = len(widths) == len(self._model.columns)
        chosen = state.has(f"{self.name}/hidden")
        for place, column in enumerate(self._model.columns):
            least = self.horizontalHeader().sectionSizeHint(place)
            self.setColumnWidth(place, widths[place] if fits else max(column.width, least))
            self.setColumnHidden(place, column.title in hidden if chosen else not column.shown)
        order = state.numbers(f"{self.name}/sort")
        if len(order) == 2 and 0 <= order[0] < len(self._model.columns):
            self.sortByColumn(order[0], Qt.SortOrder(order[1]))

    def selectRow(self, row: int) -> None:
        """This row alone, also while Ctrl is held down as in Ctrl+S, where Qt would add or take away."""
        flags = QItemSelectionModel.SelectionFlag
        index = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def select_rows(self, places: Sequence[int], scroll: bool = True) -> None:
        """These rows and no others; the keyboard stands on the first of them."""
        flags = QItemSelectionModel.SelectionFlag
        chosen = self.selectionModel()
        chosen.clearSelection()
        for place in places:
            chosen.select(self._model.index(place, 0), flags.Select | flags.Rows)
        if places:
            shown = (n for n in range(len(self._model.columns)) if not self.isColumnHidden(n))
            first = self._model.index(places[0], next(shown, 0))
            chosen.setCurrentIndex(first, flags.NoUpdate)
            if scroll:
                self.scrollTo(first)

    def selectAll(self) -> None:
        """All there are, also those that have not come yet."""
        self._model.complete()
        super().selectAll()

    def shown_columns(self) -> list[Column]:
        """The columns seen, left to right."""
        return [c for place, c in enumerate(self._model.columns) if not self.isColumnHidden(place)]

    def column_menu(self) -> QMenu:
        """Ticks for the columns; at least one stays."""
        menu = QMenu(self)
        for place, column in enumerate(self._model.columns):
            action = QAction(column.title, menu, checkable=True, checked=not self.isColumnHidden(place))
            action.toggled.connect(lambda shown, place=place: self.show_column(place, shown))
            menu.addAction(action)
        return menu

    def show_column(self, place: int, shown: bool) -> None:
        if not shown and len(self.shown_columns()) <= 1:
            return
        self.setColumnHidden(place, not shown)
        hidden = [c.title for n, c in enumerate(self._model.columns) if self.isColumnHidden(n)]
        state.put(f"{self.name}/hidden", hidden)
        self._fit()
        self.columns_changed.emit()

    def _header_menu(self, place: QPoint) -> None:
        self.choose_columns(self.horizontalHeader().mapToGlobal(place))

    def choose_columns(self, place: QPoint) -> None:
        """The column chooser, at this place on the screen."""
        menu = self.column_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _resized(self, place: int, _old: int, new: int) -> None:
        if new > 0 and not self._model.columns[place].stretch:
            widths = [self.columnWidth(n) or c.width for n, c in enumerate(self._model.columns)]
            state.put(f"{self.name}/widths", widths)
            self._fit()

    def _sorted(self, place: int, order: Qt.SortOrder) -> None:
        state.put(f"{self.name}/sort", [place, order.value])

    def _fit(self) -> None:
        """Stretching columns share the room that is left, never below their own width."""
        stretch = [n for n, c in enumerate(self._model.columns) if c.stretch and not self.isColumnHidden(n)]
        if not stretch:
            return
        others = sum(self.columnWidth(n) for n in range(len(self._model.columns)) if n not in stretch)
        share = (self.viewport().width() - others) // len(stretch)
        for place in stretch:
            self.setColumnWidth(place, max(share, self._model.columns[place].width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: Any) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        else:
            super().keyPressEvent(event)


def table_view(model: TableModel, name: str, parent: QWidget | None = None) -> TableView:
    """A ready-made table; `name` is the key under which its habits are remembered."""
    return TableView(model, name, parent)
