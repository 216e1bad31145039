"""List lines that wrap: their height is that of all their words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem

PADDING = 10  # px above and below the words, together
SIDES = 24  # px that frame and padding take from the width of the words
TICK = 24  # px of the box before a line that can be ticked


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
