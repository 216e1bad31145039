"""The pages of a paper on the screen, drawn when they come into sight."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShortcut,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from gui import look

GAP = 16  # px between pages and around them
INCH = 25.4
SCREEN_DPI = 96  # 100 %
STEPS = (50, 67, 80, 100, 125, 150, 200, 300)
KEPT = 12  # pictures


MARK = 90  # how much of the colour of a marked place covers the words, of 255


class Drawable(Protocol):
    """Pages that can be shown: how many, how large in mm, how they look."""

    def __len__(self) -> int: ...
    def size(self, place: int) -> QSizeF: ...
    def picture(self, place: int, width: int) -> QImage: ...


class SheetStack(QWidget):
    """Pages one under another; a picture is made when its page is painted, the oldest are let go."""

    def __init__(self, pages: Drawable) -> None:
        super().__init__()
        self.pages = pages
        self.percent = 100.0
        self.marked: tuple[int, float, float] | None = None  # page, top and height in mm
        self._pictures: dict[tuple[int, int], QPixmap] = {}
        self.setAccessibleName("Các trang")

    def sheet(self, place: int) -> QRect:
        """Where a page lies, in pixels of this widget; a wider page does not push the others aside."""
        top = GAP
        for earlier in range(place):
            top += self._size(earlier).height() + GAP
        size = self._size(place)
        view = self.parentWidget()
        seen = view.width() if view else self.width()
        return QRect(QPoint(max((seen - size.width()) // 2, GAP), top), size)

    def _size(self, place: int) -> QSize:
        scale = self.percent / 100 * SCREEN_DPI / INCH
        size = self.pages.size(place) * scale
        return QSize(round(size.width()), round(size.height()))

    def fit(self, width: int, place: int) -> None:
        """This page as large as `width` pixels allow."""
        page = self.pages.size(place).width() / INCH * SCREEN_DPI if len(self.pages) else width
        self.set_percent((width - 2 * GAP - 1) / page * 100)

    def set_percent(self, percent: float) -> None:
        self.percent = min(max(percent, 20.0), 400.0)
        count = len(self.pages)
        sizes = [self._size(place) for place in range(count)]
        height = sum(size.height() + GAP for size in sizes) + GAP
        self.setFixedHeight(height)
        self.setMinimumWidth(max((size.width() for size in sizes), default=0) + 2 * GAP)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(look.colour("edge"), 1))
        for place in range(len(self.pages)):
            box = self.sheet(place)
            if box.adjusted(-1, -1, 1, 1).intersects(event.rect()):
                painter.drawPixmap(box.topLeft(), self._picture(place, box.width()))
                painter.drawRect(box.adjusted(-1, -1, 0, 0))
                if self.marked and self.marked[0] == place:
                    painter.fillRect(self.mark(), _see_through(look.colour("warn")))

    def mark(self) -> QRect:
        """Where the marked place lies, in pixels of this widget; empty where nothing is marked."""
        if self.marked is None:
            return QRect()
        place, top, height = self.marked
        box = self.sheet(place)
        scale = box.height() / self.pages.size(place).height()
        return QRect(box.left(), box.top() + round(top * scale), box.width(), max(round(height * scale), 3))

    def _picture(self, place: int, width: int) -> QPixmap:
        ratio = self.devicePixelRatio()
        key = (place, round(width * ratio))
        if key not in self._pictures:
            while len(self._pictures) >= KEPT:
                del self._pictures[next(iter(self._pictures))]
            picture = QPixmap.fromImage(self.pages.picture(place, key[1]))
            picture.setDevicePixelRatio(ratio)
            self._pictures[key] = picture
        return self._pictures[key]


def _see_through(colour: QColor) -> QColor:
    colour.setAlpha(MARK)
    return colour


class SheetView(QScrollArea):
    """The scrolled pages: which one is seen, how large."""

    seen = Signal(int)  # index of the page in the middle of the view
    zoomed = Signal(int)  # percent

    def __init__(self, pages: Drawable) -> None:
        super().__init__()
        self.stack = SheetStack(pages)
        self.fits = True
        self._place = -1
        self.setWidget(self.stack)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Xem trước các trang")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._tell)

    def place(self) -> int:
        """The page in the middle of the view."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        for place in range(len(self.stack.pages)):
            if middle <= self.stack.sheet(place).bottom() + GAP:
                return place
        return max(len(self.stack.pages) - 1, 0)

    def go_to(self, place: int) -> None:
        place = min(max(place, 0), len(self.stack.pages) - 1)
        self.verticalScrollBar().setValue(self.stack.sheet(place).top() - GAP)

    def show_mark(self, marked: tuple[int, float, float] | None) -> None:
        """Mark a place of a page (its number, top and height in mm) and bring it into sight."""
        self.stack.marked = marked
        if marked:
            middle = self.stack.mark().center().y() - self.viewport().height() // 3
            self.verticalScrollBar().setValue(middle)
        self.stack.update()

    def zoom(self, step: int) -> None:
        """+1 the next larger step, -1 the next smaller."""
        now = round(self.stack.percent)
        steps = [s for s in STEPS if s > now] if step > 0 else [s for s in reversed(STEPS) if s < now]
        self.set_percent(steps[0] if steps else now)

    def set_percent(self, percent: int) -> None:
        self.fits = False
        self._keep(lambda: self.stack.set_percent(percent))

    def fit_width(self) -> None:
        self.fits = True
        self._keep(lambda: self.stack.fit(self.viewport().width(), self.place()))

    def _keep(self, change: Callable[[], None]) -> None:
        place = self.place()
        change()
        self.stack.adjustSize()
        self.go_to(place)
        self.zoomed.emit(round(self.stack.percent))
        self._tell()

    def _tell(self) -> None:
        if self.place() != self._place:
            self._place = self.place()
            self.seen.emit(self._place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.fits:
            self.stack.fit(self.viewport().width(), self.place())
            self.zoomed.emit(round(self.stack.percent))
        self._tell()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.stack.update()


def add_zoom_keys(window: QWidget, view: Callable[[], SheetView | None]) -> None:
    """Larger, smaller and the whole width by the keyboard, wherever in this window it is."""
    steps: dict[str, Callable[[SheetView], object]] = {
        "Ctrl++": lambda seen: seen.zoom(1),
        "Ctrl+=": lambda seen: seen.zoom(1),
        "Ctrl+-": lambda seen: seen.zoom(-1),
        "Ctrl+0": lambda seen: seen.fit_width(),
    }
    for keys, step in steps.items():
        QShortcut(QKeySequence(keys), window, lambda step=step: step(seen) if (seen := view()) else None)
