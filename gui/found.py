"""The lines of the search over everything: how they are drawn, spoken, remembered."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from db.finding import KINDS, Hit
from gui import look, state

Role = Qt.ItemDataRole
Index = QModelIndex | QPersistentModelIndex
COMMAND, TAB = "command", "tab"
HEADINGS = {**KINDS, COMMAND: "Việc làm được", TAB: "Xem tất cả"}
ICONS = {
    "unit": "unit", "directive": "directive", "meeting": "meeting", "person": "person", "plan": "plan",
    "task": "task", "item": "task", "paper": "word", COMMAND: "forward", TAB: "search",
}  # fmt: skip
REMEMBERED, KEPT_AS = 9, "finding/recent"
ROW, HEAD, PAD, ICON = 34, 30, 10, 18  # px


class Line(NamedTuple):
    """One line that can be chosen, and what it does."""

    hit: Hit
    run: Callable[[], object]


def item(title: str, line: Line) -> QListWidgetItem:
    """A line under that heading; what a screen reader says of it begins with its kind."""
    hit = line.hit
    made = QListWidgetItem(hit.title)
    made.setData(Role.UserRole, line)
    about = f", {hit.about}" if hit.about else ""
    kind = title if hit.kind in (COMMAND, TAB) else HEADINGS[hit.kind]
    made.setData(Role.AccessibleTextRole, f"{kind}: {hit.title}{about}")
    made.setToolTip(f"{hit.title}\n{hit.about}".strip())
    return made


def heading(words: str) -> QListWidgetItem:
    """Over the lines of one kind."""
    item = QListWidgetItem(words)
    item.setFlags(Qt.ItemFlag.NoItemFlags)  # the cursor passes it by
    item.setData(Role.AccessibleTextRole, words)
    return item


def remember(hit: Hit) -> None:
    """The last opened first, each once."""
    here = f"{hit.kind}|{hit.id}|{hit.part}"
    kept = [here, *(text for text in state.words(KEPT_AS) if text != here)]
    state.put(KEPT_AS, kept[:REMEMBERED])


def remembered() -> list[tuple[str, int, str]]:
    """What was opened last: kind, id, part, as db.finding.again takes them."""
    return [_read(text) for text in state.words(KEPT_AS)]


def _read(text: str) -> tuple[str, int, str]:
    kind, number, part = (*text.split("|"), "", "", "")[:3]
    return (kind, int(number), part) if number.isdigit() else ("", 0, "")


class Drawn(QStyledItemDelegate):
    """A heading in small grey letters; a line with its icon, its name, and what tells it apart in grey."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW if index.data(Role.UserRole) else HEAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, words = index.data(Role.UserRole), str(index.data(Role.DisplayRole))
        inner = QStyleOptionViewItem(option)
        self.initStyleOption(inner, index)
        inner.text = ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, inner, painter, option.widget)
        painter.save()
        if line is None:
            font = QFont(inner.font)
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(look.colour("muted"))
            place = option.rect.adjusted(PAD, 6, -PAD, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        else:
            self._paint_line(painter, inner, line.hit)
        painter.restore()

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem, hit: Hit) -> None:
        place = option.rect.adjusted(PAD + 6, 0, -PAD, 0)
        top = place.center().y() - ICON // 2
        icon = look.icon(ICONS[hit.kind], "muted", ICON)
        icon.paint(painter, place.left(), top, ICON, ICON)
        place.setLeft(place.left() + ICON + PAD)
        metrics, cut = option.fontMetrics, Qt.TextElideMode.ElideRight
        room = place.width() * 62 // 100 if hit.about else place.width()
        room = max(room, place.width() - metrics.horizontalAdvance(hit.about) - 2 * PAD)
        title = metrics.elidedText(hit.title, cut, room)
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        painter.setPen(look.colour("text"))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | left, title)
        place.setLeft(place.left() + metrics.horizontalAdvance(title) + 2 * PAD)
        painter.setPen(look.colour("muted"))
        about = metrics.elidedText(hit.about, cut, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | right, about)
