"""Lines of lists and rows of tables that wrap: their height is that of all their words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem

from gui.table import TableModel, TableView

PADDING = 10  # px above and below the words, together
SIDES = 24  # px that frame and padding take from the width of the words
TICK = 24  # px of the box before a line that can be ticked
TALL, DOT = 36, 26  # px: least height of a row, room of the dot before a toned cell


class _Wrapping(QStyledItemDelegate):
    """Qt forgets the padding of the style sheet and the tick box when it measures wrapped words."""

    def __init__(self, view: QListWidget, ticked: bool) -> None:
        super().__init__(view)
        self._view = view
        self._taken = SIDES + (TICK if ticked else 0)

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._view.viewport().width()
        flags = int(Qt.TextFlag.TextWordWrap)
        room = QRect(0, 0, max(width - self._taken, 40), 10_000)
        words = self._view.fontMetrics().boundingRect(room, flags, str(index.data()))
        return QSize(width - 4, words.height() + PADDING)


def wrap(view: QListWidget, ticked: bool = False) -> None:
    """Let the lines of this list take as many lines of words as they need."""
    view.setWordWrap(True)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
    view.setResizeMode(QListWidget.ResizeMode.Adjust)
    view.setItemDelegate(_Wrapping(view, ticked))


def wrap_rows(table: TableView, model: TableModel) -> None:
    """Let the cells of this table take as many lines of words as they need."""
    table.setWordWrap(True)
    down = table.verticalHeader()
    down.setDefaultSectionSize(TALL)
    down.setMinimumSectionSize(TALL)
    soon = QTimer(table, singleShot=True, interval=0)
    soon.timeout.connect(lambda: _fit_rows(table, model))
    table.horizontalHeader().sectionResized.connect(soon.start)
    model.modelReset.connect(soon.start)
    model.layoutChanged.connect(soon.start)  # sorted


def _fit_rows(table: TableView, model: TableModel) -> None:
    """Every row as high as its longest cell; Qt's own measure forgets the padding of the style sheet."""
    metrics, wraps = table.fontMetrics(), int(Qt.TextFlag.TextWordWrap)
    shown = [n for n in range(len(model.columns)) if not table.isColumnHidden(n)]
    for place, row in enumerate(model.rows):
        high = TALL
        for n in shown:
            column = model.columns[n]
            taken = SIDES + DOT if column.tone and column.tone(row) else SIDES
            room = max(table.columnWidth(n) - taken, 20)
            words = metrics.boundingRect(0, 0, room, 10_000, wraps, column.words(row))
            high = max(high, words.height() + PADDING)
        table.setRowHeight(place, high)
