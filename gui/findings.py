"""The list of what a check found: searched, walked with the arrows, the chosen one told in full below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from gui import look
from gui.filters import SearchLine
from gui.table import Column, TableModel, table_view
from gui.workspace.wrapping import wrap_rows
from papers.checking.findings import SEVERITIES
from rules.text import fold

if TYPE_CHECKING:
    from papers.checking.findings import Finding

TONES = {"E": "bad", "W": "warn", "I": "quiet"}
ANY = "Mọi mức"
NONE_FITS = "Không chỗ nào khớp với ô tìm và mức đang chọn."
COLUMNS = (
    Column("severity", "Mức", 116, text=lambda key: SEVERITIES[key],
           tone=lambda row: TONES[row.severity], sort=lambda row: list(SEVERITIES).index(row.severity)),
    Column("place", "Chỗ", 140),
    Column("found", "Thấy", 140, stretch=True),
    Column("expected", "Cần", 140, stretch=True),
    Column("source", "Theo", 130, shown=False),
)  # fmt: skip


class FindingList(QWidget):
    """`put` gives it all findings, `seen` are those that fit the search; `picked`: another one is chosen."""

    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: list[Finding] = []
        self.search = SearchLine(self)
        self.level = QComboBox()
        self.level.setAccessibleName("Mức")
        self.model = TableModel(COLUMNS, self)
        self.table = table_view(self.model, "form_check")
        self.table.setAccessibleName("Những chỗ chưa đúng thể thức")
        wrap_rows(self.table, self.model)
        self.detail = look.quiet("")
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._build()
        self._fill_levels()
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

    def _fill_levels(self) -> None:
        """Each level with its number; the chosen one stays where it still has any."""
        chosen = self.level.currentData()
        with QSignalBlocker(self.level):
            self.level.clear()
            self.level.addItem(f"{ANY}: {len(self._all)}", "")
            for key, name in SEVERITIES.items():
                if count := sum(one.severity == key for one in self._all):
                    self.level.addItem(f"{name}: {count}", key)
            self.level.setCurrentIndex(max(self.level.findData(chosen), 0))

    def put(self, findings: Sequence[Finding]) -> None:
        """Show these; search and chosen place stay, unless nothing is found there any more."""
        self._all = list(findings)
        self._fill_levels()
        if self._all and not self.seen():
            self.clear()
        self._show()

    def clear(self) -> None:
        """No search and no level."""
        self.search.clear()
        self.level.setCurrentIndex(0)

    def seen(self) -> list[Finding]:
        """Those that fit the search and the level."""
        words, level = fold(self.search.text()), self.level.currentData()
        fit = (one for one in self._all if not level or one.severity == level)
        return [one for one in fit if words in fold(" ".join(_words(one)))]

    def selected(self) -> Finding | None:
        places = self.table.selectionModel().selectedRows()
        return self.model.row(places[0]) if places else None

    def _show(self) -> None:
        before = self.selected()
        self.model.set_rows(self.seen())
        rows = self.model.rows
        same = (n for n, one in enumerate(rows) if before and _is_same(one, before))
        if rows:
            self.table.selectRow(next(same, 0))
        self._tell()

    def _tell(self) -> None:
        one = self.selected()
        told = f"{one.place}. Thấy: {one.found}. Cần: {one.expected} ({one.source})." if one else ""
        self.detail.setText(told or (NONE_FITS if self._all else ""))
        self.picked.emit()


def _words(one: Finding) -> list[str]:
    return [column.words(one) for column in COLUMNS]


def _is_same(one: Finding, before: Finding) -> bool:
    """The same breach at the place where it was when the file was looked at last."""
    return (one.rule, one.paragraph) == (before.rule, before.paragraph)


def listed(findings: Sequence[Finding]) -> str:
    """A line for each, its columns divided by tabs."""
    return "\n".join("\t".join(_words(one)) for one in findings)
