"""The line above a table: search words and declared filters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from gui import look
from gui.fields import QuietCombo

PAUSE = 200  # ms of quiet before the question is put
SEARCH_HINT = "Tìm không cần dấu…"


@dataclass(frozen=True)
class Filter:
    """One narrowing choice: `rows(words, **{name: key})` gets the key only when one is chosen.

    choices  () -> [(key, label), …], asked again at each reload
    start    the key chosen at first; None means "all"
    """

    name: str
    label: str
    choices: Callable[[], Sequence[tuple[Any, str]]]
    start: Any = None


class FilterCombo(QuietCombo):
    """A filter as a combo box whose first line is "label: tất cả"."""

    def __init__(self, declared: Filter) -> None:
        super().__init__()
        self.declared = declared
        self.setObjectName(f"filter_{declared.name}")
        self.setAccessibleName(f"Lọc theo {declared.label}")
        self.setToolTip(f"Lọc theo {declared.label}")
        self.setSizeAdjustPolicy(QuietCombo.SizeAdjustPolicy.AdjustToContents)
        self.setMaximumWidth(240)
        self.fill()
        self.setCurrentIndex(max(self.findData(declared.start), 0) if declared.start is not None else 0)

    def fill(self) -> None:
        """The present choices, keeping what is chosen."""
        chosen = self.currentData()
        lines = [(None, f"{self.declared.label}: tất cả"), *self.declared.choices()]
        if lines == [(self.itemData(place), self.itemText(place)) for place in range(self.count())]:
            return
        self.blockSignals(True)
        self.clear()
        for key, label in lines:
            self.addItem(label, key)
        self.setCurrentIndex(max(self.findData(chosen), 0) if chosen is not None else 0)
        self.blockSignals(False)


class FilterBar(QWidget):
    """Search line and filters; `asked` comes after a pause in typing, at once for a filter."""

    asked = Signal()
    left = Signal()  # ↓ or Enter in the search line: on to the table

    def __init__(self, filters: Sequence[Filter]) -> None:
        super().__init__()
        self.search = SearchLine(self)
        self.search.left.connect(self._leave)
        self.combos = [FilterCombo(declared) for declared in filters]
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.asked)
        self.search.textChanged.connect(lambda: self._pause.start())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.search, 3)
        for combo in self.combos:
            row.addWidget(combo)
            combo.currentIndexChanged.connect(self.asked)
        row.addStretch(1)

    def words(self) -> str:
        return self.search.text().strip()

    def values(self) -> dict[str, Any]:
        """Only the filters that narrow."""
        pairs = ((combo.declared.name, combo.currentData()) for combo in self.combos)
        return {name: key for name, key in pairs if key is not None}

    def narrows(self) -> bool:
        return bool(self.words() or self.values())

    def clear(self) -> None:
        """All conditions away."""
        for part in (self.search, *self.combos):
            part.blockSignals(True)
        self.search.clear()
        for combo in self.combos:
            combo.setCurrentIndex(0)
        for part in (self.search, *self.combos):
            part.blockSignals(False)
        self._pause.stop()
        self.asked.emit()

    def set_filter(self, name: str, key: Any) -> None:
        """Choose a filter's line from outside, as a link on another page does."""
        combo = next(combo for combo in self.combos if combo.declared.name == name)
        combo.setCurrentIndex(max(combo.findData(key), 0))

    def refresh(self) -> None:
        for combo in self.combos:
            combo.fill()

    def describe(self) -> str:
        """The conditions in words, for the title of a list and for "nothing found"."""
        parts = [f"“{self.words()}”"] if self.words() else []
        chosen = (combo for combo in self.combos if combo.currentData() is not None)
        parts += [f"{combo.declared.label}: {combo.currentText()}" for combo in chosen]
        return "; ".join(parts)

    def _leave(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self.asked.emit()
        self.left.emit()


class SearchLine(QLineEdit):
    """The search line; Esc empties it, ↓ and Enter go to the table."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setPlaceholderText(SEARCH_HINT)
        self.setAccessibleName("Tìm")
        self.setToolTip("Tìm không cần dấu (Ctrl+F)")
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(160)
        self.setMaximumWidth(420)
        self.addAction(look.icon("search", "muted", 16), QLineEdit.ActionPosition.LeadingPosition)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z with nothing typed is meant for the last change of the file, and so is Ctrl+Y."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            if undo or (event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()):
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
