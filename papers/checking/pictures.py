"""The pictures of somebody's Word file: how large each is, where it stands, which part holds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from papers.checking.shapes import EMU_IN_MM, css, frame_of, length, number, walk
from papers.docx_elements import R, tag

if TYPE_CHECKING:
    from lxml.etree import _Element

KINDS = (".png", ".jpg", ".jpeg", ".gif", ".bmp")  # the rest only Word can draw
LARGEST = 20_000_000  # bytes of one picture


@dataclass(frozen=True)
class Picture:
    """Measures in mm. `left` None: it stands in the line; else where it stands beside the words.

    `across` and `down` are what `left` and `top` count from: "column", "margin", "page", "paragraph".
    """

    identity: str  # of the relationship; once read, the place of the part in the package
    width: float
    height: float
    left: float | None = None
    top: float = 0.0
    align: str = ""
    across: str = "column"
    down: str = "paragraph"


def pictured(element: _Element) -> Iterator[Picture]:
    """The pictures of one w:drawing or w:pict that lie in the file itself."""
    for holder in walk(element, "anchor", "inline"):
        identity = next((one.get(f"{R}embed", "") for one in walk(holder, "blip")), "")
        extent = next((one for one in holder if tag(one) == "extent"), None)
        if identity and extent is not None:
            yield _placed(holder, identity, *(number(extent.get(side)) / EMU_IN_MM for side in ("cx", "cy")))
    for shape in walk(element, "shape", "rect"):
        identity = next((one.get(f"{R}id", "") for one in walk(shape, "imagedata")), "")
        look = css(shape.get("style", ""))
        width, height = (length(look.get(side, "")) or 0.0 for side in ("width", "height"))
        if identity:
            floats = look.get("position") == "absolute"
            left, top = (length(look.get(f"margin-{side}", "")) or 0.0 for side in ("left", "top"))
            yield Picture(identity, width, height, left if floats else None, top if floats else 0.0)


def _placed(holder: _Element, identity: str, width: float, height: float) -> Picture:
    if tag(holder) == "inline":
        return Picture(identity, width, height)
    frame = frame_of(holder)
    return Picture(
        identity, width, height, frame.left or 0.0, frame.top, frame.align, frame.anchor, frame.down
    )
