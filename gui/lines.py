"""Words of a paragraph as lines on exact heights, measured in twips (1/1440 inch)."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from papers import styles
from papers.content import JOINED, Paragraph

if TYPE_CHECKING:
    from gui.bands import Setter

TWIPS = 1440 / 25.4  # in a millimetre
POINT = 20.0  # twips
RED = QColor("#FF0000")  # the ink of stamps
UNKNOWN = QColor("#FFE8A3")  # under dots on the screen, never on paper
BREAK = "\u2028"
ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "both": Qt.AlignmentFlag.AlignJustify,
}


class Line:
    """One line of a paragraph, its words standing on an exact height."""

    def __init__(self, layout: QTextLayout, place: int, height: float) -> None:
        self._layout = layout  # keeps the line alive
        self._place = place
        self.height = height
        line = layout.lineAt(place)
        self.end = line.textStart() + line.textLength()  # of its words in those of the paragraph
        self._lift = height - line.descent() - line.ascent() - line.y()
        self.rule = 0.0

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        self._layout.lineAt(self._place).draw(painter, QPointF(x, y + self._lift))


def pen(width: float, ink: QColor | Qt.GlobalColor = Qt.GlobalColor.black) -> QPen:
    line = Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin
    return QPen(QBrush(ink), width, *line)


class Rule:
    """A solid line across the top of an empty paragraph, centred."""

    def __init__(self, length: float, width: float, height: float) -> None:
        self._left, self._length, self.height = (width - length) / 2, length, height

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        painter.setPen(pen(0.75 * POINT))
        top = y + POINT
        painter.drawLine(QPointF(x + self._left, top), QPointF(x + self._left + self._length, top))


class Space:
    """Empty height."""

    def __init__(self, height: float) -> None:
        self.height = height

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Nothing to draw."""


Piece = Line | Rule | Space


class Text:
    """A paragraph broken into lines of one width."""

    def __init__(self, setter: Setter, block: Paragraph, width: float, align: str = "") -> None:
        look = styles.style(setter.profile, block.style)
        self.look = look
        font = setter.font(block.style)
        single = QFontMetricsF(font).lineSpacing()
        height = look.line * POINT if look.line else single
        self.lines: list[Piece] = []
        if look.rule:
            self.lines = [Rule(min((block.rule or look.rule) * TWIPS, width), width, height)]
            return
        layout = QTextLayout(block.text.replace("\n", BREAK), font)
        layout.setCacheEnabled(True)
        layout.setTextOption(_option(align or look.align))
        layout.setFormats(_formats(block, setter.marks, look.red))
        _break(layout, width, look.left * TWIPS, look.indent * TWIPS)
        self.lines = [Line(layout, place, height) for place in range(layout.lineCount())]

    def pieces(self) -> list[Piece]:
        """Lines with the spaces above and below, as in a cell."""
        return [Space(self.look.before * POINT), *self.lines, Space(self.look.after * POINT)]


def _option(align: str) -> QTextOption:
    option = QTextOption(ALIGN[align])
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    return option


def _break(layout: QTextLayout, width: float, left: float, indent: float) -> None:
    """`left` of all lines, `indent` of the first beside it; a number with its symbol stays on one line."""
    joined = _joined(layout.text())
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        start = left + (indent if layout.lineCount() == 1 else 0)
        room = max(width - start, POINT)
        line.setLineWidth(room)
        first, end = line.textStart(), line.textStart() + line.textLength()
        cut = next((begin for begin, stop in joined if first < begin < end < stop), None)
        if cut is not None:
            line.setNumColumns(cut - first, room)
        line.setPosition(QPointF(start, 0))
    layout.endLayout()


def _joined(words: str) -> list[tuple[int, int]]:
    """Where words begin and end that a line does not end within, in units of UTF-16."""
    if not JOINED.search(words):
        return []
    spans = (found.span() for found in re.finditer(r"\S+", words) if JOINED.search(found[0]))
    return [(_units(words[:begin]), _units(words[:end])) for begin, end in spans]


def _units(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2


def _formats(block: Paragraph, marks: bool, red: bool = False) -> list[QTextLayout.FormatRange]:
    ranges = []
    starts = accumulate((_units(run.text) for run in block.runs), initial=0)
    for run, (start, end) in zip(block.runs, pairwise(starts), strict=True):
        look = QTextCharFormat()
        if run.bold is not None:
            look.setFontWeight(QFont.Weight.Bold if run.bold else QFont.Weight.Normal)
        if run.italic is not None:
            look.setFontItalic(run.italic)
        if run.underline is not None:
            look.setFontUnderline(run.underline)
        if run.blank and marks:
            look.setBackground(UNKNOWN)
        if red:
            look.setForeground(RED)
        made = QTextLayout.FormatRange()
        made.start, made.length, made.format = start, end - start, look
        ranges.append(made)
    return ranges
