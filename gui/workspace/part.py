"""What every section of a meeting's workspace has in common."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from db import choices as kept
from db import meetings
from gui import errors
from rules.trouble import Refused


class Part(QWidget):
    """One section: shows one meeting, reloads on news of its tables, keeps what is being typed."""

    said = Signal(str)  # one line for the status bar
    open_record = Signal(str, int)  # "directive", id: go to that tab's record
    go = Signal(str)  # to another section, by its key
    unsaved = Signal()  # typing began or was saved: the mark in the bar changes

    key: ClassVar[str] = ""
    title: ClassVar[str] = ""
    depends: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"section_{self.key}")
        self.meeting = 0
        self._stale = True
        self.settle: Callable[[], bool] = lambda: True  # the workspace saves what any section holds unsaved

    def day(self) -> date | None:
        """The day of the meeting, on which people and units have their names."""
        day: date | None = meetings.get(self.meeting)["day"] if self.meeting else None
        return day

    def show_meeting(self, meeting: int) -> None:
        """Begin with this meeting; what was typed for another is gone (the workspace asked before)."""
        self.meeting = meeting
        self._stale = False
        self.forget()
        self.reload()

    def forget(self) -> None:
        """Nothing of another meeting stays."""

    def reload(self) -> None:
        """Ask db again without touching what is being typed."""
        raise NotImplementedError

    def news(self, tables: frozenset[str]) -> None:
        if self.meeting and tables & self.depends:
            if self.isVisible():
                self.reload()
            else:
                self._stale = True

    def refresh(self) -> None:
        """The section comes into sight: late news is made up for."""
        if self._stale:
            self._stale = False
            self.reload()

    def figure(self) -> str | None:
        """What the bar says beside the title; None: the workspace asks db."""
        return None

    def is_changed(self) -> bool:
        """Whether something typed is not saved yet."""
        return False

    def save(self) -> bool:
        """Save what is typed; False when something must be mended first."""
        return True

    def begin(self) -> None:
        """Where the keyboard starts."""

    def shortcut(self, keys: str, run: Callable[[], object]) -> QShortcut:
        """A shortcut that works while this section is seen."""
        made = QShortcut(QKeySequence(keys), self)
        made.activated.connect(run)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return made

    def tried(self, work: Callable[[], Any]) -> Any:
        """The work's result; a refusal is shown and gives None."""
        try:
            return work()
        except Refused as refused:
            errors.show(refused, self)
            return None


class Choices:
    """Lists for link fields, asked once and kept until `forget`: one list serves all lines of a section."""

    def __init__(self, on: Callable[[], date | None] = lambda: None) -> None:
        self._on = on
        self._known: dict[str, Any] = {}

    def __call__(self, target: str) -> Any:
        if target not in self._known:
            self._known[target] = kept.choices(target, self._on())
        return self._known[target]

    def forget(self) -> None:
        self._known.clear()
