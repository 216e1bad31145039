"""Somebody's Word file drawn page by page with the looks it has, nearly as Word would break it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QTextCharFormat, QTextLayout, QTextOption

from gui.lines import ALIGN, BREAK, POINT, TWIPS, pen
from papers.checking.looks import Look
from papers.checking.reading import File, Para
from papers.checking.sections import Sheet
from papers.checking.spots import Spot

CELL_SIDES = 1.9  # mm that Word keeps free at both sides of a cell
NATURAL = "auto"


@dataclass(frozen=True)
class Line:
    """One line of a paragraph: where it goes within its page, in twips."""

    layout: QTextLayout
    place: int
    index: int
    left: float
    height: float

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


@dataclass
class Leaf:
    """One page: its sheet, what stands on it with its height from the upper edge."""

    sheet: Sheet
    things: list[tuple[float, Line | Drawn]] = field(default_factory=list)


@dataclass(frozen=True)
class Stack:
    """Lines one under another with their tops, drawings with theirs, the height of it all."""

    lines: list[tuple[float, Line]]
    drawn: list[tuple[float, Drawn]]
    height: float


class Facsimile:
    """The pages of a file for the eye; breaks may fall elsewhere in Word. `where` finds a paragraph."""

    def __init__(self, file: File) -> None:
        self._file = file
        self.leaves: list[Leaf] = []
        self._top = 0.0
        self._places: dict[int, tuple[int, float, float]] = {}
        for number, paras in groupby(file.paras, key=lambda para: para.section):
            self._section(number, list(paras))
        if not self.leaves:
            self.leaves.append(Leaf(file.sheets[0] if file.sheets else Sheet()))
        self._number()

    def __len__(self) -> int:
        return len(self.leaves)

    def size(self, place: int) -> QSizeF:
        """Millimetres."""
        sheet = self.leaves[place].sheet
        return QSizeF(sheet.width, sheet.height)

    def where(self, index: int) -> tuple[int, float, float] | None:
        """Page, top and height in mm of the paragraph of that number; None where it is not drawn."""
        found = self._places.get(index)
        return (found[0], found[1] / TWIPS, found[2] / TWIPS) if found else None

    def picture(self, place: int, width: int) -> QImage:
        """The page `width` pixels wide."""
        size = self.size(place)
        image = QImage(width, round(width * size.height() / size.width()), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(width / (size.width() * TWIPS), width / (size.width() * TWIPS))
        for top, thing in self.leaves[place].things:
            painter.setPen(Qt.GlobalColor.black)
            thing.draw(painter, top)
        painter.end()
        return image

    # -- how pages come about

    def _section(self, number: int, paras: Sequence[Para]) -> None:
        sheet = self._file.sheets[min(number, len(self._file.sheets) - 1)]
        if sheet.kind != "continuous" or not self.leaves:
            self._turn(sheet)
        for unit in _units(paras):
            first = unit[0]
            if first.spot.kind in ("box", "frame"):
                self._float(unit, sheet)
            elif first.spot.kind == "cell":
                self._row(unit, sheet)
            else:
                self._paragraph(first, sheet)

    def _turn(self, sheet: Sheet) -> None:
        self.leaves.append(Leaf(sheet))
        self._top = sheet.top * TWIPS

    def _paragraph(self, para: Para, sheet: Sheet) -> None:
        if para.layout.new_page or para.text.startswith("\f"):
            self._turn(sheet)
        stack = _stack([para], sheet)
        bottom = (sheet.height - sheet.bottom) * TWIPS
        for top, line in stack.lines:
            if self._top + top + line.height > bottom and self.leaves[-1].things:
                self._turn(sheet)
                self._top -= top
            self._add(self._top + top, line)
        for top, drawn in stack.drawn:
            self.leaves[-1].things.append((self._top + top, drawn))
        self._top += stack.height

    def _row(self, unit: Sequence[Para], sheet: Sheet) -> None:
        cells = [list(cell) for _, cell in groupby(unit, key=lambda para: para.spot.cell)]
        stacks = [_stack(cell, sheet) for cell in cells]
        height = max(stack.height for stack in stacks)
        if self._top + height > (sheet.height - sheet.bottom) * TWIPS and self.leaves[-1].things:
            self._turn(sheet)
        edges = _edges([cell[0].spot for cell in cells])
        for cell, stack, (left, right) in zip(cells, stacks, edges, strict=True):
            self._lay(stack)
            if cell[0].spot.ruled:
                box = QRectF((sheet.left + left) * TWIPS, 0, (right - left) * TWIPS, height)
                self.leaves[-1].things.append((self._top, Drawn(box)))
        self._top += height

    def _float(self, unit: Sequence[Para], sheet: Sheet) -> None:
        """A box stands beside what follows: it takes no room of the text's own."""
        self._lay(_stack(unit, sheet))

    def _lay(self, stack: Stack) -> None:
        for top, line in stack.lines:
            self._add(self._top + top, line)
        self.leaves[-1].things += [(self._top + top, drawn) for top, drawn in stack.drawn]

    def _add(self, top: float, line: Line) -> None:
        page = len(self.leaves) - 1
        self.leaves[-1].things.append((top, line))
        known = self._places.get(line.index)
        if known is None:
            self._places[line.index] = (page, top, line.height)
        elif known[0] == page:
            self._places[line.index] = (page, known[1], top + line.height - known[1])

    def _number(self) -> None:
        """Headers and footers, with the number of each page where they ask for it."""
        number, before = 0, None
        for leaf in self.leaves:
            section = self._file.sheets.index(leaf.sheet) if leaf.sheet in self._file.sheets else 0
            begins = section != before
            number = leaf.sheet.start if begins and leaf.sheet.start is not None else number + 1
            before = section
            kind = "first" if begins and leaf.sheet.own_first else "default"
            for place in ("header", "footer"):
                for para in self._file.headings.get((section, f"{kind} {place}")) or ():
                    self._edge(leaf, _numbered(para, number), place)

    def _edge(self, leaf: Leaf, para: Para, place: str) -> None:
        stack = _stack([para], leaf.sheet)
        below = leaf.sheet.height - leaf.sheet.footer
        top = leaf.sheet.header * TWIPS if place == "header" else below * TWIPS - stack.height
        leaf.things += [(top + at, line) for at, line in stack.lines]


def _numbered(para: Para, number: int) -> Para:
    """A header whose field for the page number says this one."""
    if not any("PAGE" in code.upper() for code, _ in para.fields):
        return para
    pieces = [replace(piece, text=str(number)) for piece in para.pieces[:1]]
    return replace(para, pieces=pieces) if pieces else para


def _edges(spots: Sequence[Spot]) -> list[tuple[float, float]]:
    """mm of the left and right edge of every cell in a row: half way between neighbours' words."""
    halves = [(after.left - before.left - before.width) / 2 for before, after in pairwise(spots)]
    side = halves[0] if halves else CELL_SIDES
    rooms = [side, *halves, side]
    return [
        (spot.left - before, spot.left + spot.width + after)
        for spot, (before, after) in zip(spots, pairwise(rooms), strict=True)
    ]


def _units(paras: Sequence[Para]) -> Iterator[list[Para]]:
    """Rows of a table, text boxes, and single paragraphs."""

    def of(para: Para) -> tuple[object, ...]:
        spot = para.spot
        if spot.kind == "cell":
            return (spot.kind, spot.table, spot.row)
        if spot.kind in ("box", "frame"):
            return (spot.kind, spot.left, spot.width)
        return (para.index,)

    return (list(group) for _, group in groupby(paras, key=of))


def _stack(paras: Iterable[Para], sheet: Sheet) -> Stack:
    """Paragraphs of one column under another."""
    lines: list[tuple[float, Line]] = []
    drawn: list[tuple[float, Drawn]] = []
    height = 0.0
    for para in paras:
        height += para.layout.before * POINT
        top = height
        for line in _lines(para, sheet):
            lines.append((height, line))
            height += line.height
        drawn += _rules(para, sheet, top, height)
        height += para.layout.after * POINT
    return Stack(lines, drawn, height)


def _lines(para: Para, sheet: Sheet) -> list[Line]:
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


def _rules(para: Para, sheet: Sheet, top: float, bottom: float) -> list[tuple[float, Drawn]]:
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
