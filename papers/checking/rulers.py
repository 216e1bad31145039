"""The line that a letterhead draws under its title, however it was drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from papers import measures
from papers.checking.heads import Parts
from papers.checking.lines import Line, cut, tidy
from papers.checking.reading import Para

SOLID = {"single", "thick"}
DRAWN = {"_": 500, "─": 1000, "—": 1000, "―": 1000, "¯": 500, "‾": 500}  # thousandths of the size
BROKEN = set("-–.·…")  # typed marks that make no solid line
SHORTEST = 3  # marks that make a typed line


@dataclass(frozen=True)
class Ruler:
    """A line: mm of its length, None where it cannot be told."""

    length: float | None
    solid: bool = True


def drawn_below(parts: Parts, line: Line) -> Ruler | None:
    """The line under the words: underlining, an edge, a drawing, a row of marks; None where there is none."""
    if line.underlined:
        return Ruler(width(line))
    place = next((number for number, para in enumerate(parts.head) if para is line.para), 0)
    below = _column(parts, line, parts.head[place + 1 :])
    found = [_own_edge(line.para), *(_edge(para) for para in below), *(_typed(para) for para in below)]
    found += [_cell_edge(line, below), _stroke(parts, line)]
    rulers = [ruler for ruler in found if ruler is not None]
    if rulers:
        return rulers[0]
    return Ruler(None) if any(para.drawing for para in parts.head) else None


def share(parts: Parts, lines: Sequence[Line]) -> tuple[Ruler | None, float | None]:
    """The line under several lines of words, and its length in widths of the widest of them."""
    ruler = drawn_below(parts, lines[-1]) if lines and not lines[-1].underlined else None
    if ruler is None or ruler.length is None:
        return ruler, None
    widest = max(min(width(line), line.para.spot.width) for line in lines)  # longer ones go on below
    return ruler, ruler.length / widest if widest > 0 else None


def width(line: Line) -> float:
    """mm that the words take in the bold they should have."""
    words = line.text.upper() if line.upper else line.text
    return measures.bold_width(words, max(line.sizes, default=14.0))


def _column(parts: Parts, line: Line, after: Sequence[Para]) -> list[Para]:
    """What stands below in the same column, up to the place and date."""
    end = parts.place_date.para if parts.place_date else None
    found = []
    for para in after:
        if para is end:
            break
        spot, own = para.spot, line.para.spot
        same = (spot.table, spot.cell) == (own.table, own.cell) if own.table else spot.side == own.side
        if same:
            found.append(para)
            if para.text.strip() and not _is_marks(para.text):
                break
    return found


def _own_edge(para: Para) -> Ruler | None:
    return Ruler(_inner(para), para.layout.below in SOLID) if para.layout.below else None


def _edge(para: Para) -> Ruler | None:
    """The edge of an empty paragraph, or the upper one of the next words."""
    kind = para.layout.above or ("" if para.text.strip() else para.layout.below)
    return Ruler(_inner(para), kind in SOLID) if kind else None


def _inner(para: Para) -> float:
    return max(para.spot.width - para.layout.left - para.layout.right, 0.0)


def _is_marks(text: str) -> bool:
    marks = tidy(text).replace(" ", "")
    return len(marks) >= SHORTEST and set(marks) <= set(DRAWN) | BROKEN


def _typed(para: Para) -> Ruler | None:
    """A row of underscores or of dashes."""
    for line in cut(para):
        if _is_marks(line.text):
            size = max(line.sizes, default=14.0)
            known = set(line.text) <= set(DRAWN)
            width = sum(DRAWN.get(mark, 0) for mark in line.text) / 1000 * size * measures.POINT_IN_MM
            return Ruler(width if known else None, known)
    return None


def _cell_edge(line: Line, below: Sequence[Para]) -> Ruler | None:
    spot = line.para.spot
    if not spot.edge or any(para.text.strip() and para.spot.row == spot.row for para in below):
        return None
    return Ruler(spot.width, spot.edge in SOLID)


def _stroke(parts: Parts, line: Line) -> Ruler | None:
    """A drawn line: the one nearest to the middle of the words' column."""
    own = line.para.spot
    middle = own.left + own.width / 2 if own.side else own.whole * (0.5 if line.align == "center" else 0.72)
    found = []
    for para in parts.head:
        for stroke in para.strokes:
            at = middle if stroke.middle is None else stroke.middle + para.spot.left
            found.append((abs(at - middle), stroke))
    if not found:
        return None
    away, stroke = min(found, key=lambda pair: pair[0])
    return Ruler(stroke.length, stroke.solid) if away < own.whole / 3 else None
