"""The columns of a workbook's table one under the other, each with what it is taken for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from gui import look
from gui.fields import QuietCombo
from rules import columns
from rules.columns import Mapping
from rules.imports import cells

NOT_TAKEN = "Không nhập"
UNSURE = "Đoán theo tên cột, hãy xem lại"
EXAMPLES = 2  # words of cells that stand under a heading
LONGEST = 28  # letters of one of them


class Headed(Protocol):
    """The part of a table that its columns are shown from."""

    @property
    def columns(self) -> Sequence[str]: ...

    @property
    def rows(self) -> Sequence[Any]: ...


class ColumnsPanel(QScrollArea):
    """`put` shows the columns of a table; `chosen` tells that the clerk took one for something else."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_columns")
        self.setAccessibleName("Các cột trong tệp")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.kind = ""
        self.mapping = Mapping()
        self.combos: list[QuietCombo] = []
        self._doubts: list[QLabel] = []

    def put(self, kind: str, table: Headed, mapping: Mapping) -> None:
        """Show every column of this table, taken as the mapping says."""
        self.kind, self.mapping = kind, mapping
        self.combos, self._doubts = [], []
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(4)
        for place, heading in enumerate(table.columns):
            self._add(column, place, heading, examples(table.rows, place))
        column.addStretch(1)
        self.setWidget(inside)
        self._show()

    def _add(self, column: QVBoxLayout, place: int, heading: str, seen: str) -> None:
        words = " ".join(heading.split()) or "(không có tên)"
        label = QLabel(f"{columns.letter(place)} · {words}")
        label.setWordWrap(True)
        look.set_role(label, "label")
        combo = QuietCombo()
        combo.addItem(NOT_TAKEN, "")
        for one in columns.wanted(self.kind):
            combo.addItem(one.label, one.key)
        combo.setAccessibleName(label.text())
        combo.setMaxVisibleItems(16)
        label.setBuddy(combo)
        doubt = look.quiet("")
        combo.activated.connect(lambda _number, at=place: self._take(at))
        self.combos.append(combo)
        self._doubts.append(doubt)
        example = look.quiet(seen)
        example.setVisible(bool(seen))
        for part in (label, example, combo, doubt):
            column.addWidget(part)
        column.addSpacing(8)

    def _take(self, place: int) -> None:
        """The clerk's word on one column; another that was taken for the same is taken no more."""
        key = self.combos[place].currentData()
        if key == self.mapping.key_of(place):
            return
        self.mapping = columns.choose(self.mapping, place, key)
        self._show()
        self.chosen.emit()

    def _show(self) -> None:
        for place, (combo, doubt) in enumerate(zip(self.combos, self._doubts, strict=True)):
            key = self.mapping.key_of(place)
            with QSignalBlocker(combo):
                combo.setCurrentIndex(max(combo.findData(key), 0))
            unsure = key in self.mapping.unsure
            doubt.setText(f"⚠ {UNSURE}" if unsure else "")
            look.set_role(doubt, "warn" if unsure else "quiet")
            doubt.setVisible(unsure)


def examples(rows: Sequence[Any], place: int) -> str:
    """The first words that stand in a column: “Nguyễn Văn An; Trần Thị Bình”."""
    found: list[str] = []
    for row in rows[:50]:
        cell = row.cells[place] if place < len(row.cells) else None
        words = " ".join(cells.text(cell).split())
        if words and words not in found:
            found.append(words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…")
        if len(found) == EXAMPLES:
            break
    return "; ".join(found)
