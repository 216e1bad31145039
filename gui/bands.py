"""Words and tables of a paper as bands: strips that never break, measured in twips (1/1440 inch)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from gui.lines import POINT, RED, TWIPS, Piece, Text, pen
from papers import styles
from papers.content import FRAME_MARGIN, ROW_STYLES, Block, Grid, Paragraph, Row, Run, Table, display
from papers.placing import STAYING, staying, summed

RULED_MARGIN = 1.2 * TWIPS  # left and right of the words in a ruled cell
PEN = 0.5 * POINT
FRAME = 1.5 * POINT
Draw = Callable[[QPainter, float, float], None]


@dataclass
class Band:
    """A strip of the page.

    space   twips above it, dropped at the top of a page
    glued   stays on one page with the band that follows
    header  the band that is drawn again when this one begins a page
    """

    height: float
    draw: Draw
    space: float = 0.0
    glued: bool = False
    header: Band | None = None
    blocks: list[Paragraph] = field(default_factory=list)


@dataclass
class Setter:
    """Sets the blocks of one form into bands; `marks` shows the unknown facts in colour.

    `tallest`: twips that a band may be high; a row above it goes on overleaf.
    """

    profile: str
    marks: bool = False
    tallest: float = 200 * TWIPS

    def __post_init__(self) -> None:
        self._fonts: dict[str, QFont] = {}

    def bands(self, blocks: Sequence[Block], width: float) -> Iterator[Band]:
        """All bands of a section, `width` twips wide, spaces of neighbours added as Word adds them."""
        below = 0.0
        stay = staying(blocks)
        for place, block in enumerate(blocks):
            if isinstance(block, Paragraph):
                made, after = self._paragraph(block, width)
            else:
                made = self._grid(block) if isinstance(block, Grid) else self._table(block)
                after = 0.0
            if place in stay:
                for band in made[-STAYING if isinstance(block, Table) else -1 :]:
                    band.glued = True
            if made:
                made[0].space += below
                below = after
            yield from made

    # -- words

    def font(self, name: str) -> QFont:
        """The font of a style; its pixels are twips."""
        if name not in self._fonts:
            look = styles.style(self.profile, name)
            font = QFont(styles.form(self.profile).font)
            font.setPixelSize(round(look.size * POINT))
            font.setBold(look.bold)
            font.setItalic(look.italic)
            font.setUnderline(look.underline)
            font.setKerning(False)  # Word does not kern
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[name] = font
        return self._fonts[name]

    def _paragraph(self, block: Paragraph, width: float) -> tuple[list[Band], float]:
        """Lines as bands and the space below; two lines at least stay together at either end."""
        look = styles.style(self.profile, block.style)
        text = Text(self, block, width)
        last = len(text.lines) - 1
        bands = [
            Band(line.height, line.draw, glued=place in (0, last - 1) and place < last)
            for place, line in enumerate(text.lines)
        ]
        bands[0].space = look.before * POINT
        bands[-1].glued = look.keep_next
        bands[0].blocks.append(block)
        return bands, look.after * POINT

    def stack(self, blocks: Sequence[Paragraph], width: float) -> Stack:
        """Paragraphs one under another, as in a cell."""
        return Stack.of([Text(self, block, width) for block in blocks])

    # -- tables

    def _grid(self, grid: Grid) -> list[Band]:
        widths = [width * TWIPS for width in grid.widths]
        inner = [
            width - 2 * FRAME_MARGIN * TWIPS * (bool(grid.frame) and not n) for n, width in enumerate(widths)
        ]
        rows = [
            Cells([self.stack(cell, width) for cell, width in zip(row, inner, strict=True)], widths)
            for row in grid.rows
        ]
        parts = [part for row in rows for part in row.portions(self.tallest)]
        for part in parts:
            part.frame(grid.frame * TWIPS)
        bands = [Band(part.height, part.draw, glued=grid.keep_together) for part in parts]
        if bands:
            bands[-1].glued = False
            bands[0].blocks.extend(p for row in grid.rows for cell in row for p in cell)
        return bands

    def _table(self, table: Table) -> list[Band]:
        widths = [column.width * TWIPS for column in table.columns]
        titles = [Paragraph("cell_heading", (Run(column.title),)) for column in table.columns]
        header = self._ruled([[title] for title in titles], widths, [""] * len(widths))[0]
        header.glued = bool(table.rows)
        made = [self._row(table, row, widths, header) for row in table.rows]
        for place in summed(table):
            made[place][-1].glued = True
        return [header, *(band for bands in made for band in bands)]

    def _row(self, table: Table, row: Row, widths: list[float], header: Band) -> list[Band]:
        if row.kind == "group":
            words = display(row.cells[0] if row.cells else None)
            bands = self._ruled([[Paragraph("cell_group", (Run(words),))]], [sum(widths)], [""])
            bands[-1].glued = True
        else:
            style = ROW_STYLES[row.kind]
            cells = [[Paragraph(style, (Run(display(value)),))] for value in row.cells]
            bands = self._ruled(cells, widths, [column.align for column in table.columns])
        for band in bands:
            band.header = header
        return bands

    def _ruled(self, cells: list[list[Paragraph]], widths: list[float], aligns: list[str]) -> list[Band]:
        inner = [width - 2 * RULED_MARGIN for width in widths]
        stacks = [
            Stack.of([Text(self, block, width, align) for block in blocks])
            for blocks, width, align in zip(cells, inner, aligns, strict=True)
        ]
        parts = Cells(stacks, widths, RULED_MARGIN).portions(self.tallest)
        bands = [Band(part.height, part.draw_ruled) for part in parts]
        bands[0].blocks.extend(block for blocks in cells for block in blocks)
        return bands


class Stack:
    """What one cell holds, line under line."""

    def __init__(self, pieces: list[Piece]) -> None:
        self._pieces = pieces
        self.height = sum(piece.height for piece in pieces)

    @classmethod
    def of(cls, texts: list[Text]) -> Stack:
        return cls([piece for text in texts for piece in text.pieces()])

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        for piece in self._pieces:
            piece.draw(painter, x, y)
            y += piece.height

    def portions(self, tallest: float) -> list[Stack]:
        """Parts that are each no higher than `tallest`."""
        parts: list[list[Piece]] = [[]]
        used = 0.0
        for piece in self._pieces:
            if parts[-1] and used + piece.height > tallest:
                parts.append([])
                used = 0.0
            parts[-1].append(piece)
            used += piece.height
        return [Stack(part) for part in parts]


class Cells:
    """Stacks side by side: one row of a grid or of a ruled table."""

    def __init__(self, stacks: list[Stack], widths: list[float], margin: float = 0.0) -> None:
        self._stacks, self._widths, self._margin = stacks, widths, margin
        self.height = max((stack.height for stack in stacks), default=0.0)
        self._framed = False

    def frame(self, least: float) -> None:
        """A stamp's red frame around the first cell, at least so many twips high; 0: none."""
        self._framed = bool(least)
        self.height = max(self.height, least)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        if self._framed:
            painter.setPen(pen(FRAME, RED))
            painter.drawRect(QRectF(x, y, self._widths[0], self.height))
            painter.setPen(Qt.GlobalColor.black)
        for number, (stack, width) in enumerate(zip(self._stacks, self._widths, strict=True)):
            within = FRAME_MARGIN * TWIPS if self._framed and not number else self._margin
            stack.draw(painter, x + within, y)
            x += width

    def portions(self, tallest: float) -> list[Cells]:
        """The row itself, or its parts for several pages when it is higher than one."""
        if self.height <= tallest:
            return [self]
        columns = [stack.portions(tallest) for stack in self._stacks]
        rows = zip_longest(*columns, fillvalue=Stack([]))
        return [Cells(list(row), self._widths, self._margin) for row in rows]

    def draw_ruled(self, painter: QPainter, x: float, y: float) -> None:
        self.draw(painter, x, y)
        painter.setPen(pen(PEN))
        for width in self._widths:
            painter.drawRect(QRectF(x, y, width, self.height))
            x += width
