"""What stands on a drawn page of somebody's Word file: lines of words, strokes, pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QTextCharFormat, QTextLayout, QTextOption

from gui.lines import ALIGN, BREAK, POINT, TWIPS, pen
from papers.checking.looks import Look
from papers.checking.pictures import Picture
from papers.checking.reading import Para
from papers.checking.sections import Sheet


@dataclass(frozen=True)
class Line:
    """One line of a paragraph: where it goes within its page, in twips."""

    layout: QTextLayout
    place: int
    index: int
    left: float
    height: float

    @property
    def words(self) -> str:
        line = self.layout.lineAt(self.place)
        letters = self.layout.text().encode("utf-16-le")
        start = 2 * line.textStart()
        return letters[start : start + 2 * line.textLength()].decode("utf-16-le").replace(BREAK, "")

    def draw(self, painter: QPainter, top: float) -> None:
        line = self.layout.lineAt(self.place)
        lift = self.height - line.descent() - line.ascent() - line.y()
        line.draw(painter, QPointF(self.left, top + lift))


@dataclass(frozen=True)
class Drawn:
    """Something on a page that is no line of words: a stroke or the edge of a cell, in twips."""

    box: QRectF

    def draw(self, painter: QPainter, top: float) -> None:
        painter.setPen(pen(POINT / 2))
        if self.box.height():
            painter.drawRect(self.box.translated(0, top))
        else:
            painter.drawLine(self.box.topLeft() + QPointF(0, top), self.box.topRight() + QPointF(0, top))


@dataclass(frozen=True)
class Shown:
    """A picture in its place, in twips; `fixed`: its top counts from the edge of the sheet."""

    box: QRectF
    image: QImage
    fixed: bool = False

    def draw(self, painter: QPainter, top: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.box.translated(0, 0 if self.fixed else top), self.image)


def lines_of(para: Para, sheet: Sheet) -> list[Line]:
    """The lines of a paragraph, broken at the width of its place."""
    layout = _set(para)
    left = (sheet.left + para.spot.left + para.layout.left) * TWIPS
    return [
        Line(layout, place, para.index, left, _height(para, layout.lineAt(place).height()))
        for place in range(layout.lineCount())
    ]


def _height(para: Para, natural: float) -> float:
    rule, line = para.layout.rule, para.layout.line
    if rule == "exact":
        return line * POINT
    return max(natural, line * POINT) if rule == "atLeast" else natural * line


def _set(para: Para) -> QTextLayout:
    texts = [para.label + " "] if para.label else []
    pieces = [piece for piece in para.pieces if not piece.look.hidden]
    texts += [_shown(piece.text, piece.look) for piece in pieces]
    looks = [*([pieces[0].look if pieces else Look()] if para.label else []), *(p.look for p in pieces)]
    layout = QTextLayout("".join(texts), _font(looks[0] if looks else Look(size=14)))
    layout.setCacheEnabled(True)
    option = QTextOption(ALIGN[para.layout.align])
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(list(_formats(texts, looks)))
    width = (para.spot.width - para.layout.left - para.layout.right) * TWIPS
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        start = para.layout.first * TWIPS if layout.lineCount() == 1 else 0.0
        line.setLineWidth(max(width - start, POINT))
        line.setPosition(QPointF(start, 0))
    layout.endLayout()
    return layout


def _shown(text: str, look: Look) -> str:
    words = text.replace("\f", "").replace("\v", "").replace("\n", BREAK)
    return words.upper() if look.caps or look.small_caps else words


def _formats(texts: Sequence[str], looks: Sequence[Look]) -> Iterator[QTextLayout.FormatRange]:
    start = 0
    for text, look in zip(texts, looks, strict=True):
        length = len(text.encode("utf-16-le")) // 2
        made = QTextLayout.FormatRange()
        made.start, made.length, made.format = start, length, _format(look)
        yield made
        start += length


def _format(look: Look) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(_font(look))
    made.setForeground(QColor(f"#{look.colour}" if len(look.colour) == 6 else "#000000"))
    made.setFontUnderline(look.underline != "none")
    made.setFontStrikeOut(look.struck)
    return made


def _font(look: Look) -> QFont:
    font = QFont([look.font, "Times New Roman", "Liberation Serif"])
    font.setPixelSize(max(round(look.size * POINT), 1))
    font.setBold(look.bold)
    font.setItalic(look.italic)
    return font


def rules_of(para: Para, sheet: Sheet, top: float, bottom: float) -> list[tuple[float, Drawn]]:
    """Lines above and below a paragraph, and those drawn into it."""
    spot, layout = para.spot, para.layout
    left = (sheet.left + spot.left + layout.left) * TWIPS
    width = (spot.width - layout.left - layout.right) * TWIPS
    found = [(top, Drawn(QRectF(left, 0, width, 0)))] if layout.above else []
    found += [(bottom, Drawn(QRectF(left, 0, width, 0)))] if layout.below else []
    for stroke in para.strokes:
        if stroke.length:
            middle = stroke.middle if stroke.middle is not None else spot.left + spot.width / 2
            start = (sheet.left + middle - stroke.length / 2) * TWIPS
            found.append((bottom, Drawn(QRectF(start, 0, stroke.length * TWIPS, 0))))
    return found


def inline_left(para: Para, width: float) -> float:
    """mm from the edge of the text where the pictures of a line begin."""
    room = para.spot.width - para.layout.left - para.layout.right - width
    share = {"center": 0.5, "right": 1.0}.get(para.layout.align, 0.0)
    return para.spot.left + para.layout.left + room * share


def floating(one: Picture, para: Para, sheet: Sheet, image: QImage) -> Shown:
    """A picture beside the words: where it stands is said from the page, the margins or the paragraph."""
    across = {"page": (-sheet.left, sheet.width), "margin": (0.0, sheet.text_width)}
    start, room = across.get(one.across, (para.spot.left, para.spot.width))
    share = {"center": 0.5, "right": 1.0, "outside": 1.0}.get(one.align, 0.0)
    left = start + ((room - one.width) * share if one.align else (one.left or 0.0))
    down = {"page": 0.0, "margin": sheet.top, "topMargin": 0.0}.get(one.down)
    top = one.top + (down or 0.0)
    box = QRectF((sheet.left + left) * TWIPS, top * TWIPS, one.width * TWIPS, one.height * TWIPS)
    return Shown(box, image, down is not None)
