"""Where on the page a paragraph of somebody's Word file stands."""

from __future__ import annotations

from dataclasses import dataclass, replace

from papers.checking.package import mm
from papers.checking.shapes import Frame

NARROW = 0.8  # of the text width; what is wider has no side
LEFT_PART, RIGHT_PART = 0.45, 0.55


@dataclass(frozen=True)
class Spot:
    """mm from the left edge of the text; a cell also knows its table, row and lines."""

    left: float = 0.0
    width: float = 165.0
    whole: float = 165.0  # of the text between the margins
    kind: str = "body"  # body, cell, box, frame
    table: int = 0  # tables count from 1
    row: int = 0
    cell: int = 0
    ruled: bool = False
    edge: str = ""  # kind of the line along the lower edge of the cell
    between: tuple[float, float] | None = None  # left edge and width of the table that has several columns
    known: bool = True  # False: where the box stands cannot be told
    top: float = 0.0  # of a box: mm below what it is anchored to
    down: str = "paragraph"  # what `top` counts from
    height: float = 0.0  # of a box, mm
    lined: bool = False  # an edge is drawn around the box

    @property
    def side(self) -> str:
        """ "left", "right", "center", or "" for what reaches across the page or stands nobody knows where."""
        start, room = self.between or (0.0, self.whole)
        if not self.known or room <= 0 or self.width >= NARROW * room:
            return ""
        middle = (self.left + self.width / 2 - start) / room
        return "left" if middle < LEFT_PART else "right" if middle > RIGHT_PART else "center"


def boxed(spot: Spot, frame: Frame) -> Spot:
    """A text box that is anchored in a paragraph standing at `spot`."""
    width = frame.width if frame.width is not None else spot.width
    around, room = (spot.left, spot.width) if frame.anchor in ("column", "character") else (0.0, spot.whole)
    left = _aligned(frame.align, around, room, width)
    known = left is not None or frame.left is not None
    if left is None:
        left = around + (frame.left or 0.0)
    return replace(
        spot, left=left, width=width, kind="box", table=0, ruled=False, between=None, known=known,
        top=frame.top, down=frame.down, height=frame.height, lined=frame.lined,
    )  # fmt: skip


def framed(spot: Spot, frame: tuple[str, ...]) -> Spot:
    """A paragraph in a frame of its own; how wide it is nobody says, so half the text is taken."""
    align, place, anchor = frame
    left = _aligned(align, 0.0, spot.whole, spot.whole / 2)
    given = mm(place)
    known = left is not None or (given is not None and anchor != "page")
    if left is None:
        left = given or 0.0
    return replace(spot, left=left, width=spot.whole / 2, kind="frame", known=known)


def _aligned(align: str, left: float, room: float, width: float) -> float | None:
    if align in ("left", "inside"):
        return left
    if align in ("right", "outside"):
        return left + room - width
    return left + (room - width) / 2 if align == "center" else None
