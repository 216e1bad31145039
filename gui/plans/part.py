"""What every part of the plan editor has in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QWidget

from gui import errors, look
from rules.trouble import Refused


class PlanPart(QWidget):
    """One part of one plan; it reloads on news of its tables and keeps what is being typed."""

    said = Signal(str)  # one line for the status bar
    changed = Signal()  # typing began or was saved

    title: ClassVar[str] = ""
    depends: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, record: int) -> None:
        super().__init__()
        self.record = record
        self.setAccessibleName(self.title)

    def reload(self) -> None:
        """Ask db again without touching what is being typed."""
        raise NotImplementedError

    def figure(self) -> str:
        """What stands behind the title in the bar of parts: "12" or "3/6"."""
        return ""

    def is_changed(self) -> bool:
        """Whether something typed is not saved yet."""
        return False

    def save(self) -> bool:
        """Save what is typed; False when something must be mended first."""
        return True

    def begin(self) -> None:
        """Where the keyboard starts."""

    def tried(self, work: Callable[[], Any]) -> bool:
        """Do it; a refusal is shown and gives False."""
        try:
            work()
        except Refused as refused:
            errors.show(refused, self)
            return False
        return True

    def action(self, text: str, icon: str, keys: str, run: Callable[[], object]) -> QAction:
        """An action of this part, with its shortcut while the part is seen."""
        made = QAction(look.icon(icon), text, self)
        if keys:
            made.setShortcut(keys)
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.setToolTip(f"{text} ({look.keys(made)})")
        made.triggered.connect(lambda: run())
        self.addAction(made)
        return made


class OneLine(QLabel):
    """A line that ends in "…" where there is no room; the whole is in the tip."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, words: str) -> None:
        self._words = words
        self.setToolTip(words)
        self._fit()

    def _fit(self) -> None:
        self.setText(
            self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.width() - 12)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def scrolled(inner: QWidget) -> QScrollArea:
    """A widget that scrolls up and down only."""
    area = QScrollArea()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
