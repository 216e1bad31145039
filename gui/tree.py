"""The first column drawn as a tree: indented by depth, with a sign that opens and closes a branch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui import look

STEP = 18  # px a level
SIGN = 14  # px, the width of the sign
SIGNS = {"open": "chevron", "closed": "forward"}
Index = QModelIndex | QPersistentModelIndex


class TreeDelegate(QStyledItemDelegate):
    """Rows tell their `depth` and the day they were `closed`, greyed then.

    mark    row -> "open", "closed" or "" (a leaf)
    toggle  called with the row when its sign is clicked
    flat    True: no tree now, the column is drawn as any other
    """

    def __init__(
        self,
        parent: QWidget,
        mark: Callable[[Any], str],
        toggle: Callable[[Any], None],
        flat: Callable[[], bool],
    ) -> None:
        super().__init__(parent)
        self._mark, self._toggle, self._flat = mark, toggle, flat

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if self._flat():
            super().paint(painter, option, index)
            return
        shift = self._shift(row)
        inner = QStyleOptionViewItem(option)
        self.initStyleOption(inner, index)
        words, inner.text = inner.text, ""
        widget = option.widget
        style = widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, inner, painter, widget)
        mark = self._mark(row)
        if mark:
            look.icon(SIGNS[mark], "muted", SIGN).paint(painter, self._sign(option.rect, row))
        place = option.rect.adjusted(shift, 0, -6, 0)
        painter.save()
        painter.setPen(look.colour("muted" if row.closed else "text"))
        words = inner.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and not self._flat()
        ):
            row = index.data(Qt.ItemDataRole.UserRole)
            sign = self._sign(option.rect, row).adjusted(-4, -8, 4, 8)
            if self._mark(row) and sign.contains(event.position().toPoint()):
                self._toggle(row)
                return True
        return super().editorEvent(event, model, option, index)

    def _shift(self, row: Any) -> int:
        return 24 + STEP * int(row.depth)

    def _sign(self, rect: QRect, row: Any) -> QRect:
        return QRect(rect.left() + self._shift(row) - SIGN - 3, rect.center().y() - SIGN // 2, SIGN, SIGN)
