"""A paper to look at and nothing else: how other words or another file would come out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db import facts, meetings, plans
from gui import look
from gui.sheets import Drawable, SheetView
from papers import letters
from papers.catalogue import compose
from papers.content import Document
from rules.dates import show_date
from rules.facts import Copy, Listing, Meeting
from rules.papers import DIRECTIVE

FEW = 3  # letters of a series that are enough to look at


class Records(QComboBox):
    """The meeting or plan that a trial is made of, the newest first."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Xem thử với")
        self.setMinimumContentsLength(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def fill(self, record: str) -> None:
        """Offer the meetings, or the plans; off where there are none."""
        self.clear()
        if record == DIRECTIVE:
            for plan in plans.rows()[::-1]:
                self.addItem(f"{plan.directive.symbol} {plan.directive.subject}".strip(), plan.id)
        else:
            for row in sorted(meetings.rows(), key=lambda row: row.day or date.min, reverse=True):
                day = f" ({show_date(row.day)})" if row.day else ""
                self.addItem(f"{row.title}{day}", row.id)
        self.setEnabled(self.count() > 0)


class TrialDialog(QDialog):
    """The pages; nothing is saved or printed from here."""

    def __init__(self, pages: Drawable, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("trial")
        self.setWindowTitle("Xem thử")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.pages = pages
        self.view = SheetView(pages)
        heading = look.subheading(title)
        heading.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(look.quiet(words))
        column.addWidget(self.view, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = QPushButton("Đóng")
        close.clicked.connect(self.reject)
        row.addWidget(close)
        column.addLayout(row)
        screen = (parent or self).screen().availableGeometry()
        self.resize(min(960, screen.width() - 48), screen.height() - 64)
        self.view.setFocus()


def worded(kind: str, record: int, own: Mapping[str, str]) -> Document:
    """The paper of this record in other words; of a series of letters the first few."""
    known = facts.gather(kind, record)
    if isinstance(known, (Listing, Copy)):
        raise TypeError(kind)
    if isinstance(known, Meeting) and kind in letters.PEOPLE + letters.UNITS:
        known = replace(known, attendees=known.attendees[:FEW])
    return compose(kind, replace(known, wording=dict(own)))
