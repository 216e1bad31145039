"""Somebody's Word file drawn page by page with the looks it has, nearly as Word would break it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from gui.lines import POINT, TWIPS
from gui.traced import Drawn, Line, Shown, floating, inline_left, lines_of, rules_of
from papers.checking.reading import File, Para
from papers.checking.sections import Sheet
from papers.checking.spots import Spot

BOX_SIDE, BOX_TOP = 2.54, 1.27  # mm between the edge of a box and its words, as Word has it
CELL_SIDES = 1.9  # mm that Word keeps free at both sides of a cell


Thing = Line | Drawn | Shown


@dataclass
class Leaf:
    """One page: its sheet, what stands on it with its height from the upper edge."""

    sheet: Sheet
    section: int = 0
    things: list[tuple[float, Thing]] = field(default_factory=list)


@dataclass(frozen=True)
class Stack:
    """Lines one under another with their tops, drawings with theirs, the height of it all."""

    lines: list[tuple[float, Line]]
    drawn: list[tuple[float, Drawn | Shown]]
    height: float


class Facsimile:
    """The pages of a file for the eye; breaks may fall elsewhere in Word. `where` finds a paragraph."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._images = {place: QImage.fromData(data) for place, data in file.images.items()}
        self.leaves: list[Leaf] = []
        self._top = 0.0
        self._at = 0  # the section that is being drawn
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
        self.draw(painter, place)
        painter.end()
        return image

    def draw(self, painter: QPainter, place: int) -> None:
        """One page; the painter's unit is the twip, its origin the corner of the sheet."""
        for top, thing in self.leaves[place].things:
            painter.setPen(Qt.GlobalColor.black)
            thing.draw(painter, top)

    def words(self) -> list[str]:
        """The words of every page, line by line as they are drawn."""
        lines = ([one for _, one in leaf.things if isinstance(one, Line)] for leaf in self.leaves)
        return ["\n".join(one.words for one in page) for page in lines]

    def lacks(self) -> bool:
        """Something of the file is not drawn here: a chart, a shape, a picture of another kind."""
        paras = [*self._file.paras, *(one for row in self._file.headings.values() for one in row or ())]
        shown = [place for place, image in self._images.items() if not image.isNull()]
        return any(
            (one.drawing and not one.pictures) or any(pic.identity not in shown for pic in one.pictures)
            for one in paras
        )

    # -- how pages come about

    def _section(self, number: int, paras: Sequence[Para]) -> None:
        self._at = min(number, len(self._file.sheets) - 1)
        sheet = self._file.sheets[self._at]
        if sheet.kind != "continuous" or not self.leaves:
            self._turn(sheet)
        units = list(_units(paras))
        for place, unit in enumerate(units):
            first = unit[0]
            if first.spot.kind in ("box", "frame"):
                self._float(unit, sheet)
            elif first.spot.kind == "cell":
                self._row(unit, sheet)
            else:
                self._paragraph(first, sheet, self._followers(units, place, sheet))

    def _followers(self, units: Sequence[Sequence[Para]], place: int, sheet: Sheet) -> float:
        """Twips that must fit below a paragraph that stays with the next one; 0 where it need not."""
        kept, room = 0.0, sheet.height * TWIPS
        while kept < room and units[place][0].layout.keep_next and place + 1 < len(units):
            place += 1
            after = units[place]
            if after[0].spot.kind in ("box", "frame"):
                continue
            if after[0].spot.kind == "cell":
                return kept + self._stacked(after, sheet)[1]
            stack = self._stack(after, sheet)
            kept += stack.height
            if not after[0].layout.keep_next:
                first = stack.lines[0][1].height if stack.lines else stack.height
                return kept - stack.height + first
        return kept

    def _turn(self, sheet: Sheet) -> None:
        begins = not self.leaves or self.leaves[-1].section != self._at
        self.leaves.append(Leaf(sheet, self._at))
        kind = "first" if begins and sheet.own_first else "default"
        paras = self._file.headings.get((self._at, f"{kind} header")) or []
        self._top = max(sheet.top * TWIPS, sheet.header * TWIPS + self._flow(paras, sheet)[1])

    def _paragraph(self, para: Para, sheet: Sheet, followers: float) -> None:
        if para.layout.new_page or para.text.startswith("\f"):
            self._turn(sheet)
        stack = self._stack([para], sheet)
        bottom = (sheet.height - sheet.bottom) * TWIPS
        room = bottom - sheet.top * TWIPS
        whole = stack.height + followers
        if followers and self._top + whole > bottom and whole <= room and self.leaves[-1].things:
            self._turn(sheet)
        for top, line in stack.lines:
            if self._top + top + line.height > bottom and self.leaves[-1].things:
                self._turn(sheet)
                self._top -= top
            self._add(self._top + top, line)
        for top, drawn in stack.drawn:
            self.leaves[-1].things.append((self._top + top, drawn))
        self._top += stack.height

    def _row(self, unit: Sequence[Para], sheet: Sheet) -> None:
        placed, height = self._stacked(unit, sheet)
        if self._top + height > (sheet.height - sheet.bottom) * TWIPS and self.leaves[-1].things:
            self._turn(sheet)
        self._put(placed)
        self._top += height

    def _stacked(self, unit: Sequence[Para], sheet: Sheet) -> tuple[list[tuple[float, Thing]], float]:
        """A row of a table as it is drawn from its top, and its height in twips."""
        cells = [list(cell) for _, cell in groupby(unit, key=lambda para: para.spot.cell)]
        stacks = [self._stack(cell, sheet) for cell in cells]
        height = max(stack.height for stack in stacks)
        placed: list[tuple[float, Thing]] = []
        edges = _edges([cell[0].spot for cell in cells])
        for cell, stack, (left, right) in zip(cells, stacks, edges, strict=True):
            placed += [*stack.lines, *stack.drawn]
            if cell[0].spot.ruled:
                box = QRectF((sheet.left + left) * TWIPS, 0, (right - left) * TWIPS, height)
                placed.append((0.0, Drawn(box)))
        return placed, height

    def _float(self, unit: Sequence[Para], sheet: Sheet) -> None:
        """A box stands beside what follows: it takes no room of the text's own."""
        spot = unit[0].spot
        base = {"page": 0.0, "margin": sheet.top * TWIPS}.get(spot.down, self._top)
        self._put([(base - self._top + top, thing) for top, thing in self._boxed(unit, sheet)])

    def _boxed(self, unit: Sequence[Para], sheet: Sheet) -> list[tuple[float, Thing]]:
        """A text box from the top of what it is anchored to, with its edge."""
        spot = unit[0].spot
        stack = self._stack([_inset(para) for para in unit], sheet)
        top = spot.top * TWIPS
        inner = top + (BOX_TOP * TWIPS if spot.lined else 0.0)
        placed: list[tuple[float, Thing]] = [(inner + at, one) for at, one in (*stack.lines, *stack.drawn)]
        if spot.lined:
            height = max(spot.height * TWIPS, stack.height)
            edge = QRectF((sheet.left + spot.left) * TWIPS, 0, spot.width * TWIPS, height)
            placed.append((top, Drawn(edge)))
        return placed

    def _put(self, placed: Iterable[tuple[float, Thing]]) -> None:
        for top, thing in placed:
            if isinstance(thing, Line):
                self._add(self._top + top, thing)
            else:
                self.leaves[-1].things.append((self._top + top, thing))

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
            section = leaf.section
            begins = section != before
            number = leaf.sheet.start if begins and leaf.sheet.start is not None else number + 1
            before = section
            kind = "first" if begins and leaf.sheet.own_first else "default"
            for place in ("header", "footer"):
                paras = self._file.headings.get((section, f"{kind} {place}")) or ()
                self._edge(leaf, [_numbered(para, number) for para in paras], place)

    def _edge(self, leaf: Leaf, paras: Sequence[Para], place: str) -> None:
        placed, height = self._flow(paras, leaf.sheet)
        below = leaf.sheet.height - leaf.sheet.footer
        top = leaf.sheet.header * TWIPS if place == "header" else below * TWIPS - height
        leaf.things += [(top + at, thing) for at, thing in placed]

    def _flow(self, paras: Sequence[Para], sheet: Sheet) -> tuple[list[tuple[float, Thing]], float]:
        """Paragraphs, rows and boxes that stay on one page, and their height in twips."""
        placed: list[tuple[float, Thing]] = []
        height = 0.0
        for unit in _units(paras):
            if unit[0].spot.kind in ("box", "frame"):
                inside, more = self._boxed(unit, sheet), 0.0
            elif unit[0].spot.kind == "cell":
                inside, more = self._stacked(unit, sheet)
            else:
                stack = self._stack(unit, sheet)
                inside, more = [*stack.lines, *stack.drawn], stack.height
            placed += [(height + top, thing) for top, thing in inside]
            height += more
        return placed, height

    def _stack(self, paras: Iterable[Para], sheet: Sheet) -> Stack:
        """Paragraphs of one column under another."""
        lines: list[tuple[float, Line]] = []
        drawn: list[tuple[float, Drawn | Shown]] = []
        height = 0.0
        for para in paras:
            height += para.layout.before * POINT
            shown = self._pictures(para, sheet)
            drawn += [(height, one) for one, _ in shown]
            tall = max((room for _, room in shown), default=0.0)
            height += tall
            top = height
            for line in lines_of(para, sheet) if para.text.strip() or not tall else ():
                lines.append((height, line))
                height += line.height
            drawn += rules_of(para, sheet, top, height)
            height += para.layout.after * POINT
        return Stack(lines, drawn, height)

    def _pictures(self, para: Para, sheet: Sheet) -> list[tuple[Shown, float]]:
        """The pictures of a paragraph and the room each takes above the words, in twips."""
        found: list[tuple[Shown, float]] = []
        inline = [one for one in para.pictures if one.left is None]
        left = inline_left(para, sum(one.width for one in inline))
        for one in para.pictures:
            image = self._images.get(one.identity)
            if image is None or image.isNull():
                continue
            if one.left is None:
                box = QRectF((sheet.left + left) * TWIPS, 0, one.width * TWIPS, one.height * TWIPS)
                found.append((Shown(box, image), box.height()))
                left += one.width
            else:
                found.append((floating(one, para, sheet, image), 0.0))
        return found


def _inset(para: Para) -> Para:
    """A paragraph of a box with an edge keeps away from it."""
    spot = para.spot
    if not spot.lined or spot.width < 4 * BOX_SIDE:
        return para
    return replace(para, spot=replace(spot, left=spot.left + BOX_SIDE, width=spot.width - 2 * BOX_SIDE))


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
