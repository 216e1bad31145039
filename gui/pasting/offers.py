"""The list of what a text proposes: kinds with their lines under them, each to be ticked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from db.pasting import Key, Standing
from gui import look
from rules.imports import ERROR, NEW, SAME, UPDATE
from rules.pasting import KINDS, Offer

STATES = {NEW: "mới", UPDATE: "bổ sung", SAME: "đã có", ERROR: "chưa ghi được"}
TONES = {NEW: "good", UPDATE: "good", SAME: "quiet", ERROR: "warn"}
UNSURE = "chưa chắc"
ROLE = Qt.ItemDataRole.UserRole
Checked, Unchecked = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class OfferTree(QTreeWidget):
    """`put` shows offers; `ticked` tells that the choice changed, `picked` that another line is looked at."""

    ticked = Signal()
    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paste_offers")
        self.setAccessibleName("Những điều đọc được")
        self.setHeaderLabels(["Đọc được", "Trong sổ"])
        self.setRootIsDecorated(True)
        self.setUniformRowHeights(False)
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAllColumnsShowFocus(True)
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Interactive)
        head.resizeSection(1, 164)
        self.itemChanged.connect(self._changed)
        self.currentItemChanged.connect(lambda *_: self.picked.emit())
        self._offers: dict[Key, Offer] = {}

    def put(self, offers: Sequence[Offer], standing: Mapping[Key, Standing]) -> None:
        """Show these; ticked is what is sure and new, so that nothing doubtful is kept by itself."""
        self._offers = {offer.key: offer for offer in offers}
        with QSignalBlocker(self):
            self.clear()
            for kind, words in KINDS.items():
                mine = [offer for offer in offers if offer.kind == kind]
                if mine:
                    top = QTreeWidgetItem(self, [f"{words}: {len(mine)}"])
                    top.setFirstColumnSpanned(True)
                    font = top.font(0)
                    font.setBold(True)
                    top.setFont(0, font)
                    for offer in mine:
                        self._add(top, offer, standing[offer.key])
            self.expandAll()
        lines = self._lines()
        if lines:
            self.setCurrentItem(lines[0])
        self.ticked.emit()
        self.picked.emit()

    def _add(self, top: QTreeWidgetItem, offer: Offer, stands: Standing) -> None:
        state = STATES[stands.state]
        settled = offer.sure or stands.state == ERROR  # what cannot be kept need not be doubted
        item = QTreeWidgetItem(top, [offer.words, state if settled else f"{state}, {UNSURE}"])
        item.setData(0, ROLE, offer.key)
        item.setIcon(1, look.dot(TONES[stands.state] if offer.sure else "warn"))
        item.setToolTip(0, offer.words)
        item.setToolTip(1, stands.why)
        if stands.state in (NEW, UPDATE):
            item.setCheckState(0, Checked if offer.sure and stands.sure else Unchecked)
        else:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)

    def _changed(self, _item: QTreeWidgetItem, column: int) -> None:
        if column == 0:
            self.ticked.emit()

    def chosen(self) -> list[Key]:
        """The keys of the ticked lines, in their order."""
        return [self.key_of(item) for item in self._lines() if item.checkState(0) == Checked]

    def _lines(self) -> list[QTreeWidgetItem]:
        tops = [self.topLevelItem(place) for place in range(self.topLevelItemCount())]
        lines = [top.child(place) for top in tops if top is not None for place in range(top.childCount())]
        return [line for line in lines if line is not None]

    def key_of(self, item: QTreeWidgetItem) -> Key:
        kind, at = item.data(0, ROLE)
        return kind, at

    def tick(self, key: Key, on: bool) -> None:
        """Tick or untick one line, as the clerk does with the space bar."""
        for item in self._lines():
            if self.key_of(item) == key:
                item.setCheckState(0, Checked if on else Unchecked)

    def looked_at(self) -> Offer | None:
        item = self.currentItem()
        found = item.data(0, ROLE) if item is not None else None
        return self._offers.get((found[0], found[1])) if found else None
