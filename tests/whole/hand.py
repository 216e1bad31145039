"""A hand and an eye: works the program by mouse and keys alone, finds things by the words on them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QMenu,
    QMenuBar,
    QTabBar,
    QTableView,
    QWidget,
)

PATIENCE = 5.0  # seconds until a hand gives up waiting for the screen
FARTHEST = 40  # Tab keys pressed in search of a field before giving up
LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


@dataclass
class Effort:
    """What one stage of the work costs."""

    clicks: int = 0
    letters: int = 0  # keys that write text
    keys: int = 0  # all others; a chord such as Ctrl+S is one

    @property
    def whole(self) -> int:
        return self.clicks + self.letters + self.keys

    def __add__(self, other: Effort) -> Effort:
        return Effort(self.clicks + other.clicks, self.letters + other.letters, self.keys + other.keys)


@dataclass
class Spot:
    """A place on the screen with words on it."""

    words: str
    widget: QWidget
    rect: QRect  # within the widget


@dataclass
class Hand:
    """Clicks and keys, counted stage by stage. Waits for the screen as a person would, never by the clock."""

    stages: dict[str, Effort] = field(default_factory=dict)
    _now: Effort = field(default_factory=Effort)

    def stage(self, name: str) -> None:
        """From here on the work counts for this stage."""
        self._now = self.stages.setdefault(name, Effort())

    def total(self) -> Effort:
        return sum(self.stages.values(), Effort())

    def report(self) -> str:
        """A table of the effort."""
        rows = [*self.stages.items(), ("TỔNG", self.total())]
        lines = [f"{'Việc':<34}{'nhấp':>6}{'chữ':>7}{'phím':>6}{'cộng':>7}"]
        lines += [f"{name:<34}{e.clicks:>6}{e.letters:>7}{e.keys:>6}{e.whole:>7}" for name, e in rows]
        return "\n".join(lines)

    # -- the eye

    def window(self) -> QWidget | None:
        """The window in front; the screen gives the focus to the topmost one when nothing has it."""
        popup = QApplication.activePopupWidget()
        front = popup or QApplication.activeModalWidget() or QApplication.activeWindow()
        if front is None:
            front = next((one for one in QApplication.topLevelWidgets() if one.isVisible()), None)
        if front and not popup and QApplication.activeWindow() is None:
            front.activateWindow()  # what a window manager does when a dialog goes
            QApplication.processEvents()
        return front

    def title(self) -> str:
        front = self.window()
        return front.windowTitle() if front else ""

    def sees(self, words: str) -> bool:
        """Whether these words stand somewhere in the front window, whole or as a part."""
        return any(words in spot.words for spot in self._spots())

    def until(self, true: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
        """Waits until the screen shows it; `patience` in seconds."""
        end = time.monotonic() + patience
        while not true():
            assert time.monotonic() < end, f"waited in vain for: {what}\n{self.screen()}"
            QTest.qWait(5)

    def wait_for(self, words: str, patience: float = PATIENCE) -> None:
        self.until(lambda: self.sees(words), words, patience)

    def wait_for_window(self, title: str) -> None:
        self.until(lambda: title in self.title(), f"window {title}")

    def focus(self) -> str:
        """The name of what has the keyboard."""
        self.window()
        holder = QApplication.focusWidget()
        return name_of(holder) if holder else ""

    def screen(self) -> str:
        """All that is read in the front window, for messages."""
        words = dict.fromkeys(spot.words for spot in self._spots() if spot.words)
        return f"[{self.title()}] focus: {self.focus()}\n" + " | ".join(words)

    def ticked(self, words: str) -> bool:
        """Whether the box before these words has its tick."""
        return any(
            spot.words == words and isinstance(spot.widget, QAbstractButton) and spot.widget.isChecked()
            for spot in self._spots()
        )

    def _spots(self) -> Iterator[Spot]:
        window = self.window()
        for widget in (window, *window.findChildren(QWidget)) if window else ():
            if not widget.isVisible() or widget.visibleRegion().isEmpty():
                continue
            yield from _parts(widget)

    def _find(self, words: str) -> Spot:
        spots = [spot for spot in self._spots() if spot.words == words]
        can = [spot for spot in spots if spot.widget.isEnabled() and not isinstance(spot.widget, QLabel)]
        assert can, f"“{words}” is not to be seen\n{self.screen()}"
        assert len({id(spot.widget) for spot in can}) == 1, f"“{words}” stands on several controls"
        return can[0]

    # -- the mouse

    def click(self, words: str) -> None:
        """A click on the one control, tab, line or menu entry with exactly these words."""
        self.until(lambda: self._clickable(words), f"control {words}")
        self._click_at(self._find(words))

    def _clickable(self, words: str) -> bool:
        return any(
            spot.words == words and spot.widget.isEnabled() and not isinstance(spot.widget, QLabel)
            for spot in self._spots()
        )

    def _click_at(self, spot: Spot) -> None:
        point = spot.rect.center()
        assert spot.widget.visibleRegion().contains(point), f"“{spot.words}” is out of sight"
        whole = spot.widget.window()
        self._now.clicks += 1
        handle = whole.windowHandle()
        QTest.mouseClick(handle, LEFT, NO_KEYS, spot.widget.mapTo(whole, point))
        QApplication.processEvents()

    # -- the keyboard

    def type(self, text: str) -> None:
        """Letters, one key each; marks of Vietnamese letters come with their letter, as from UniKey."""
        for letter in text:
            code = Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown
            self._key(code, letter, NO_KEYS)
            self._now.letters += 1

    def press(self, keys: str, times: int = 1) -> None:
        """A key or a chord by its name: "Tab", "Ctrl+S", "Alt+3"."""
        chord = QKeySequence(keys)[0]
        plain = not chord.keyboardModifiers() and chord.key() == Qt.Key.Key_Space
        for _ in range(times):
            self._now.keys += 1
            self._key(chord.key(), " " if plain else "", chord.keyboardModifiers())

    def _key(self, code: Qt.Key, text: str, held: Qt.KeyboardModifier) -> None:
        self.window()
        for action in (QTest.KeyAction.Press, QTest.KeyAction.Release):
            target = QApplication.focusWindow()  # a popup in front of it takes the key first, as everywhere
            if target is not None:
                QTest.sendKeyEvent(action, target, code, text, held)
        QApplication.processEvents()

    def tab_to(self, name: str) -> None:
        """Tab until the field of this name has the keyboard."""
        for _ in range(FARTHEST):
            if self.focus() == name:
                return
            self.press("Tab")
        raise AssertionError(f"Tab never came to “{name}”\n{self.screen()}")

    def fill(self, name: str, text: str) -> None:
        """Tab to the field and write."""
        self.tab_to(name)
        self.type(text)

    def at(self, name: str) -> None:
        """The keyboard stands in this field without a key pressed."""
        self.until(lambda: self.focus() == name, f"focus on {name}")

    # -- windows that hold up whoever opened them

    def meanwhile(self, do: Callable[[], None]) -> Callable[[], None]:
        """`do` runs in the next window that comes up; what this returns tells afterwards how it went."""
        before = QApplication.activeModalWidget()
        told: list[BaseException | None] = []

        def look() -> None:
            front = QApplication.activeModalWidget()
            if front is None or front is before:
                QTimer.singleShot(5, look)
                return
            try:
                do()
                told.append(None)
            except BaseException as error:  # carried over to the test, which waits below
                told.append(error)
                while (top := QApplication.activeModalWidget()) not in (None, before):
                    top.close()

        def ended() -> None:
            self.until(lambda: bool(told), "the end of a dialog")
            if told[0] is not None:
                raise told[0]

        QTimer.singleShot(0, look)
        return ended


def name_of(widget: QWidget) -> str:
    """What a screen reader says of a control.

    Not asked of QAccessible: its interfaces belong to Qt, and Python deleting one brings the program down.
    """
    inner = widget.focusProxy()
    while inner is not None:
        widget, inner = inner, inner.focusProxy()
    if isinstance(widget, QAbstractButton):
        return widget.accessibleName() or _plain(widget.text())
    if widget.accessibleName():
        return widget.accessibleName()
    labels = widget.window().findChildren(QLabel)
    named = next((label.text() for label in labels if label.buddy() is widget), "")
    return _plain(named) or widget.windowTitle()


def _parts(widget: QWidget) -> Iterator[Spot]:
    if isinstance(widget, QLabel):
        yield Spot(widget.text(), widget, widget.rect())
    elif isinstance(widget, QTabBar):
        for place in range(widget.count()):
            yield Spot(widget.tabText(place), widget, widget.tabRect(place))
    elif isinstance(widget, (QMenu, QMenuBar)):
        for action in widget.actions():
            yield Spot(_plain(action.text()), widget, widget.actionGeometry(action))
    elif isinstance(widget, QAbstractItemView):
        yield Spot(name_of(widget), widget, widget.rect())
        yield from _lines(widget)
    else:
        yield Spot(name_of(widget), widget, widget.rect())


def _plain(words: str) -> str:
    """Without the mark of the letter that Alt goes with."""
    return words.replace("&", "")


def _lines(view: QAbstractItemView) -> Iterator[Spot]:
    model, port = view.model(), view.viewport()
    columns = model.columnCount() if isinstance(view, QTableView) else 1
    for row in range(model.rowCount() if model else 0):
        for column in range(columns):
            index = model.index(row, column)
            rect = view.visualRect(index)
            if rect.isValid() and port.rect().intersects(rect):
                yield Spot(str(index.data() or ""), port, rect & port.rect())
