"""Lines that find a kept record by any part of its name, without accents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QSize, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui import look
from gui.flow import FlowLayout
from rules.text import fold

MOST = 50  # lines offered at once
Source = Callable[[], Sequence[tuple[Any, str]]]


class Matcher:
    """Offers, under a line, the choices that hold every typed word, accents or not."""

    def __init__(self, line: QLineEdit, source: Source) -> None:
        self.line = line
        self.source = source
        self.taken: Callable[[Any, str], None] | None = None
        self._choices: list[tuple[Any, str, str]] | None = None
        self._offered: list[tuple[Any, str]] = []
        self._model = QStringListModel(line)
        self.completer = QCompleter(self._model, line)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.setMaxVisibleItems(10)
        self.popup.setAccessibleName("Gợi ý")
        self.completer.setWidget(line)
        line.textEdited.connect(self.offer)
        self.completer.activated[QModelIndex].connect(self._activated)  # type: ignore[index]

    @property
    def popup(self) -> QAbstractItemView:
        """The completer's own list: one of ours would be deleted twice."""
        popup = self.completer.popup()
        assert popup is not None
        return popup

    def choices(self) -> list[tuple[Any, str, str]]:
        if self._choices is None:
            self._choices = [(key, text, fold(text)) for key, text in self.source()]
        return self._choices

    def forget(self) -> None:
        """What is kept has changed: the choices are asked for again at the next use."""
        self._choices = None

    def matches(self, words: str) -> list[tuple[Any, str]]:
        """Choices that hold every word: the very name, those with the whole words, those that begin so."""
        folded = fold(words).strip()
        parts = folded.split()
        found = [(key, text, low) for key, text, low in self.choices() if all(part in low for part in parts)]
        found.sort(key=lambda choice: _distance(choice[2], folded, parts))
        return [(key, text) for key, text, _ in found[:MOST]]

    def exact(self, words: str) -> tuple[Any, str] | None:
        """The choice whose whole name was typed, or the only one that fits."""
        folded = fold(words).strip()
        same = [(key, text) for key, text, low in self.choices() if low == folded]
        if same:
            return same[0]
        found = self.matches(words) if folded else []
        return found[0] if len(found) == 1 else None

    def offer(self, words: str) -> None:
        self._offered = self.matches(words)
        self._model.setStringList([text for _, text in self._offered])
        if self._offered:
            self.completer.complete()
        else:
            self.popup.hide()

    def mark_first(self) -> None:
        self.popup.setCurrentIndex(self.completer.completionModel().index(0, 0))

    def marked(self) -> tuple[Any, str] | None:
        """The marked line of the offer."""
        index = self.popup.currentIndex()
        return self._offered[index.row()] if index.isValid() else None

    def _activated(self, index: QModelIndex) -> None:
        key, text = self._offered[index.row()]
        self.line.setText(text)
        if self.taken:
            self.taken(key, text)


def _distance(choice: str, words: str, parts: list[str]) -> tuple[bool, bool, bool, bool]:
    """How far a choice is from the words: "hoa" means "Trần Thị Hoa – …" before "Hoàng Thị Mỹ – …",
    and both before somebody whose post, behind the dash, has "cơ quan" in it."""
    name = choice.split(" – ")[0]
    whole = set(parts) <= set(name.split())
    return name != words, not whole, not name.startswith(words), not all(part in name for part in parts)


class LinkEditor(QWidget):
    """One record: a line with an arrow; type to narrow, arrow to see all."""

    changed = Signal()
    picked = Signal(object, str)

    def __init__(self, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText("Gõ để tìm, không cần dấu")
        self.setFocusProxy(self.line)
        self.matcher = Matcher(self.line, source)
        self.matcher.taken = self._take
        self._key: Any = None
        self._arrow = self.line.addAction(look.icon("chevron"), QLineEdit.ActionPosition.TrailingPosition)
        self._arrow.setText("Xem tất cả")
        self._arrow.triggered.connect(self.show_all)
        self.line.textChanged.connect(self._typed)
        self.line.textEdited.connect(self._mark_nearest)
        self.line.editingFinished.connect(self._settle)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line)

    def setObjectName(self, name: Any) -> None:
        self.line.setObjectName(str(name))

    def setAccessibleName(self, name: str) -> None:
        self.line.setAccessibleName(name)
        self._arrow.setToolTip(f"Xem tất cả: {name}")

    def chosen(self) -> Any:
        return self._key

    def choose(self, key: Any) -> None:
        """Show the record; an id that is not among the choices leaves the line empty."""
        text = next((text for k, text, _ in self.matcher.choices() if k == key), "") if key else ""
        self.line.setText(text)
        self._key = key if text else None
        self.line.setCursorPosition(0)
        self.changed.emit()

    def trouble(self) -> str:
        text = self.line.text().strip()
        if not text or self._key is not None:
            return ""
        return f"Không có “{text}” trong danh sách. Hãy chọn một dòng có sẵn."

    def show_all(self) -> None:
        self.line.setFocus()
        self.matcher.offer("")

    def _mark_nearest(self, words: str) -> None:
        """The first line offered is marked: Enter and Tab take it."""
        if words.strip() and self.matcher.popup.isVisible():
            self.matcher.mark_first()

    def _take(self, key: Any, text: str) -> None:
        if key == self._key:
            return  # Enter takes it twice: as the line is left, and from the offer
        self._key = key
        self.line.setCursorPosition(0)
        self.changed.emit()
        self.picked.emit(key, text)

    def _typed(self, _text: str) -> None:
        self._key = None
        self.changed.emit()

    def _settle(self) -> None:
        """Leaving the line takes what is marked in the offer, else a whole name or the only one that fits."""
        words = self.line.text().strip()
        if self._key is None and words:
            offered = self.matcher.popup.isVisible()
            found = self.matcher.marked() if offered else self.matcher.exact(words)
            if found:
                self.line.setText(found[1])
                self._take(*found)


class LinksEditor(QWidget):
    """Several records: chips with ×, and under them the line that adds the next."""

    changed = Signal()

    def __init__(self, source: Source, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[Any] = []
        self._label = label
        self.adder = LinkEditor(source)
        self.adder.line.setPlaceholderText("Thêm: gõ để tìm, không cần dấu")
        self.adder.picked.connect(self._add)
        self.setFocusProxy(self.adder.line)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._chips)
        column.addWidget(self.adder)
        self._chips.hide()

    def setObjectName(self, name: Any) -> None:
        self.adder.setObjectName(name)

    def setAccessibleName(self, name: str) -> None:
        self.adder.setAccessibleName(name)

    def chosen(self) -> tuple[Any, ...]:
        return tuple(self._keys)

    def choose(self, keys: Sequence[Any]) -> None:
        known = {key: text for key, text, _ in self.adder.matcher.choices()}
        self._keys = [key for key in dict.fromkeys(keys) if key in known]
        self._show(known)

    def trouble(self) -> str:
        return self.adder.trouble()

    def remove(self, key: Any) -> None:
        self.choose([other for other in self._keys if other != key])
        self.adder.line.setFocus()

    def _add(self, key: Any, _text: str) -> None:
        self.choose([*self._keys, key])
        QTimer.singleShot(0, self.adder.line.clear)  # the completer writes its text after this signal

    def _show(self, known: dict[Any, str]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if chip := item.widget():
                chip.hide()
                chip.deleteLater()
        for key in self._keys:
            self._flow.addWidget(self._chip(key, known[key]))
        self._chips.setVisible(bool(self._keys))
        self._chips.updateGeometry()
        self.changed.emit()

    def _chip(self, key: Any, text: str) -> QWidget:
        chip = QWidget()
        chip.setProperty("role", "chip")
        chip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(chip)
        row.setContentsMargins(8, 1, 2, 1)
        row.setSpacing(2)
        row.addWidget(ChipText(text))
        cross = QToolButton()
        cross.setIcon(look.icon("close", size=12))
        cross.setAccessibleName(f"Bỏ {text} khỏi {self._label}")
        cross.setToolTip(f"Bỏ {text}")
        cross.clicked.connect(lambda: self.remove(key))
        row.addWidget(cross)
        return chip


class ChipText(QLabel):
    """The words of a chip; where there is no room for all of them they end with "…"."""

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        whole = self.fontMetrics().horizontalAdvance(self.text())
        self.setToolTip(self.text() if whole > self.width() else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        QPainter(self).drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
