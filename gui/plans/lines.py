"""The grouped table of a schedule: two levels, always open, rows as tall as their words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

INDENT = 12
SIDES, ABOVE = 20, 12  # px around the words of a cell
TALLEST = 3  # lines of words that a row shows


class Wrapped(QStyledItemDelegate):
    """Qt's tree wraps words but does not make room for them."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        room = self._tree.columnWidth(index.column()) - SIDES - (INDENT if index.column() == 0 else 0)
        metrics = QFontMetrics(self._tree.font())
        line = metrics.lineSpacing()
        words = str(index.data() or "")
        if not index.parent().isValid() or not words:
            return QSize(room, line + ABOVE)
        box = metrics.boundingRect(QRect(0, 0, max(room, 40), 10_000), Qt.TextFlag.TextWordWrap, words)
        return QSize(room, min(box.height(), TALLEST * line) + ABOVE)


class Lines(QTreeWidget):
    """`opened` is called for Enter and for a double click on a line."""

    def __init__(self, heads: tuple[tuple[str, int], ...], opened: Callable[[], object]) -> None:
        super().__init__()
        self._opened = opened
        self.setAccessibleName("Các công việc của kế hoạch")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        self.setRootIsDecorated(False)
        self.setIndentation(INDENT)
        self.setWordWrap(True)
        self.setItemDelegate(Wrapped(self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)
        self.setStyleSheet("QTreeView::item { padding: 2px 4px; }")
        self.itemDoubleClicked.connect(lambda *_: self._opened())
        self._dress(heads)

    def _dress(self, heads: tuple[tuple[str, int], ...]) -> None:
        self.setHeaderLabels([title for title, _ in heads])
        header = self.header()
        for place, (_title, width) in enumerate(heads):
            self.setColumnWidth(place, width)
        header.setFixedHeight(34)
        header.setMinimumSectionSize(60)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(lambda *_: self.scheduleDelayedItemsLayout())

    def add_head(self, title: str) -> QTreeWidgetItem:
        """The title of a group, over all columns."""
        head = QTreeWidgetItem([title])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = head.font(0)
        font.setBold(True)
        head.setFont(0, font)
        self.addTopLevelItem(head)
        head.setFirstColumnSpanned(True)
        return head

    def lines(self) -> list[QTreeWidgetItem]:
        heads = (self.topLevelItem(place) for place in range(self.topLevelItemCount()))
        below = (head.child(place) for head in heads if head for place in range(head.childCount()))
        return [line for line in below if line]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._opened()
        else:
            super().keyPressEvent(event)
