"""The sheets of somebody's Word file and what its settings say of the whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from papers.checking.package import Package, mm
from papers.docx_elements import R, W, find, is_on, tag, value

if TYPE_CHECKING:
    from lxml.etree import _Element

APP = "docProps/app.xml"
# What Word takes where a section does not say: Letter, one inch around (ECMA-376 part 1, 17.6.11, 17.6.13).
WIDTH, HEIGHT, MARGIN, EDGE = 215.9, 279.4, 25.4, 12.7


@dataclass(frozen=True)
class Sheet:
    """The pages of one section, in mm; margins as they are on paper, the gutter added."""

    width: float = WIDTH
    height: float = HEIGHT
    top: float = MARGIN
    bottom: float = MARGIN
    left: float = MARGIN
    right: float = MARGIN
    header: float = EDGE
    footer: float = EDGE
    turned: bool = False
    kind: str = "nextPage"
    own_first: bool = False  # the first page has a header of its own
    start: int | None = None  # number of its first page
    figures: str = "decimal"
    columns: tuple[tuple[float, float], ...] = ()  # left edge and width of each, where there are several
    headings: tuple[tuple[str, str], ...] = ()  # ("default header", id of the part)

    @property
    def text_width(self) -> float:
        return max(self.width - self.left - self.right, 1.0)

    def column(self, number: int) -> tuple[float, float, float]:
        """Left edge and width of a column, width of the whole text."""
        if not self.columns:
            return 0.0, self.text_width, self.text_width
        left, width = self.columns[number % len(self.columns)]
        return left, width, self.text_width


@dataclass(frozen=True)
class Marks:
    """What stands in the settings."""

    notes: dict[str, str]
    mirrored: bool
    even_and_odd: bool
    pages: int | None


def sheets(root: _Element) -> list[Sheet]:
    """Every section in order; a file without one has the usual sheet."""
    ends = [one for one in root.iter(f"{W}sectPr") if tag(_parent(one)) in ("pPr", "body")]
    return [_sheet(one) for one in ends] or [Sheet()]


def _parent(element: _Element) -> _Element:
    found = element.getparent()
    return element if found is None else found


def _sheet(element: _Element) -> Sheet:
    size, margins = find(element, "pgSz"), find(element, "pgMar")
    width, height = _known(size, "w", WIDTH), _known(size, "h", HEIGHT)
    gutter = _known(margins, "gutter", 0.0)
    right_gutter = find(element, "rtlGutter") is not None
    left, right = _known(margins, "left", MARGIN), _known(margins, "right", MARGIN)
    left, right = (left, right + gutter) if right_gutter else (left + gutter, right)
    start = value(find(element, "pgNumType"), "start")
    title = find(element, "titlePg")
    return Sheet(
        width=width,
        height=height,
        top=abs(_known(margins, "top", MARGIN)),
        bottom=abs(_known(margins, "bottom", MARGIN)),
        left=left,
        right=right,
        header=_known(margins, "header", EDGE),
        footer=_known(margins, "footer", EDGE),
        turned=width > height,
        kind=value(find(element, "type")) or "nextPage",
        own_first=title is not None and is_on(title),
        start=int(start) if start.isdecimal() else None,
        figures=value(find(element, "pgNumType"), "fmt") or "decimal",
        columns=_columns(find(element, "cols"), max(width - left - right, 1.0)),
        headings=tuple(
            (f"{value(one, 'type') or 'default'} {tag(one)[:6]}", one.get(f"{R}id") or "")
            for one in element
            if tag(one) in ("headerReference", "footerReference")
        ),
    )


def _known(element: _Element | None, name: str, usual: float) -> float:
    found = mm(value(element, name))
    return usual if found is None else found


def _columns(element: _Element | None, width: float) -> tuple[tuple[float, float], ...]:
    count = value(element, "num")
    if element is None or not count.isdecimal() or not 1 < int(count) < 10:
        return ()
    own = element.findall(f"{W}col")
    if own:
        left, found = 0.0, []
        for one in own:
            found.append((left, _known(one, "w", width / len(own))))
            left += found[-1][1] + _known(one, "space", 0.0)
        return tuple(found)
    space = _known(element, "space", MARGIN / 2)
    each = (width - space * (int(count) - 1)) / int(count)
    return tuple((number * (each + space), each) for number in range(int(count)))


def marks_of(package: Package) -> Marks:
    """Document variables, both-sides printing, and how many pages the last program counted."""
    settings = package.beside("settings")
    rows = () if settings is None else settings.iter(f"{W}docVar")
    notes = {value(row, "name"): value(row) for row in rows}
    app = package.part(APP)
    counted = "" if app is None else next((one.text or "" for one in app.iter() if tag(one) == "Pages"), "")
    return Marks(
        notes,
        _set(settings, "mirrorMargins") or _set(settings, "bookFoldPrinting"),
        _set(settings, "evenAndOddHeaders"),
        int(counted) if counted.strip().isdecimal() else None,
    )


def _set(settings: _Element | None, name: str) -> bool:
    found = find(settings, name)
    return found is not None and is_on(found)
