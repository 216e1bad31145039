"""A list that is sifted: searched, narrowed to one kind of row, walked, told in full below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from gui import look
from gui.filters import SearchLine
from gui.table import Column, TableModel, table_view
from gui.workspace.wrapping import wrap_rows
from rules.text import fold

Words = Callable[[Any], str]


class SiftedList(QWidget):
    """`put` gives it all rows, `seen` are those that fit; `picked`: another one is chosen.

    name      key of remembered habits
    title     of the table, for screen readers
    columns   of the table; their words are searched
    kinds     kind of a row → its word in the box, in the order of the box
    kind      row → its kind
    told      row → the line below the table
    label     of the box
    every     what the box says for all kinds
    none      what stands below when nothing fits
    wrap      rows as high as their words; costs time, so not for long lists
    """

    picked = Signal()

    def __init__(
        self, name: str, title: str, columns: Sequence[Column], kinds: Mapping[str, str], kind: Words,
        told: Words, *, label: str, every: str, none: str, wrap: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._all: list[Any] = []
        self._columns, self._kinds, self._kind, self._told = columns, kinds, kind, told
        self._every, self._none = every, none
        self.search = SearchLine(self)
        self.level = QComboBox(sizeAdjustPolicy=QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.level.setAccessibleName(label)
        self.model = TableModel(columns, self)
        self.table = table_view(self.model, name)
        self.table.setAccessibleName(title)
        if wrap:
            wrap_rows(self.table, self.model)
        self.detail = look.quiet("")
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._build()
        self._fill_kinds()
        self.search.textChanged.connect(lambda _words: self._show())
        self.search.left.connect(self.table.setFocus)
        self.level.currentIndexChanged.connect(lambda _place: self._show())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._tell())

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addWidget(self.level)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)

    def _fill_kinds(self) -> None:
        """Each kind with its number; the chosen one stays where it still has any."""
        chosen, count = self.level.currentData(), Counter(map(self._kind, self._all))
        with QSignalBlocker(self.level):
            self.level.clear()
            self.level.addItem(f"{self._every}: {len(self._all)}", "")
            for key, words in self._kinds.items():
                if count[key]:
                    self.level.addItem(f"{words}: {count[key]}", key)
            self.level.setCurrentIndex(max(self.level.findData(chosen), 0))

    def put(self, rows: Sequence[Any]) -> None:
        """Show these; search and chosen place stay, unless nothing is found there any more."""
        self._all = list(rows)
        self._fill_kinds()
        if self._all and not self.seen():
            self.clear()
        self._show()

    def clear(self) -> None:
        """No search and no kind."""
        self.search.clear()
        self.level.setCurrentIndex(0)

    def seen(self) -> list[Any]:
        """Those that fit the search and the kind."""
        words, kind = fold(self.search.text()), self.level.currentData()
        fit = (one for one in self._all if not kind or self._kind(one) == kind)
        return [one for one in fit if not words or words in fold(" ".join(self.words(one)))]

    def words(self, row: Any) -> list[str]:
        return [column.words(row) for column in self._columns]

    def listed(self) -> str:
        """What is seen as text: a line for each row, its columns divided by tabs."""
        return "\n".join("\t".join(self.words(row)) for row in self.seen())

    def selected(self) -> Any:
        """The chosen row; None where there is none."""
        places = self.table.selectionModel().selectedRows()
        return self.model.row(places[0]) if places else None

    def is_same(self, one: Any, before: Any) -> bool:
        """Whether this row is the one that was chosen before the list was filled anew."""
        return bool(one == before)

    def _show(self) -> None:
        before = self.selected()
        self.model.set_rows(self.seen())
        rows = self.model.rows
        if rows:
            same = (
                place for place, one in enumerate(rows) if before is not None and self.is_same(one, before)
            )
            self.table.selectRow(next(same, 0))
        self._tell()

    def _tell(self) -> None:
        one = self.selected()
        self.detail.setText(self._told(one) if one is not None else self._none if self._all else "")
        self.picked.emit()
