"""Pages of a paper, the same for preview, print and PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from gui.bands import Band, Setter
from gui.lines import ALIGN, TWIPS
from papers import placing, styles, target
from papers.content import Document, Section, paragraph

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

DPI = 1200  # of the PDF; its words stay words, only the thinnest lines feel it
HEADER = 30 * TWIPS  # kept free above a row that goes on overleaf, for the heading of its table
ROOM = 0.5  # twips of rounding that a page forgives


@dataclass
class Sheet:
    """One page: its measures in mm, its number (0: none is printed), its bands with their tops in twips.

    `above`, `below`: the mark of circulation at the top or the foot of the page; "" where there is none.
    """

    page: styles.Page
    number: int
    above: str = ""
    below: str = ""
    bands: list[tuple[float, Band]] = field(default_factory=list)
    used: float = 0.0

    def room(self) -> float:
        return (self.page.height - self.page.top - self.page.bottom) * TWIPS - self.used

    def add(self, band: Band) -> None:
        self.used += band.space if self.bands else 0.0
        self.bands.append((self.used, band))
        self.used += band.height


class Pages:
    """A document set page by page; lengths are the paper's own, whatever draws them."""

    def __init__(self, document: Document, marks: bool = False) -> None:
        self.document = document
        self._setter = Setter(document.profile, marks)
        self.sheets: list[Sheet] = []
        self._numbers = 0
        for section, marked in zip(document.sections, placing.marked(document), strict=True):
            self._set(section, marked)

    def __len__(self) -> int:
        return len(self.sheets)

    def _set(self, section: Section, marked: placing.Marked) -> None:
        marks = self.document.marks
        page = styles.page(self.document.profile, section.landscape, marks.sheet)
        before = 0 if section.restart_numbering else self._numbers
        if marked.leaf:
            before += before % 2
            self.sheets += [Sheet(page, 0)] * (len(self.sheets) % 2)
        first = Sheet(page, 0)
        self._setter.tallest = first.room() - HEADER
        sheets = [first]
        blocks = placing.fitted(section, page.text_width).blocks
        for chain in _chains(self._setter.bands(blocks, page.text_width * TWIPS)):
            _place(chain, sheets, page)
        for number, sheet in enumerate(sheets, before + 1):
            sheet.number = number if sheet is not first else 0
            if marks.duplex and number % 2 == 0:
                sheet.page = replace(page, left=page.right, right=page.left)
        first.above, sheets[-1].below = marked.first, marked.last
        self._numbers = before + len(sheets)
        self.sheets += sheets

    def size(self, place: int) -> QSizeF:
        """Millimetres."""
        page = self.sheets[place].page
        return QSizeF(page.width, page.height)

    def words(self) -> list[str]:
        """The words of every page, in reading order, for tests and for copying."""
        return ["\n".join(self._words(sheet)) for sheet in self.sheets]

    def _words(self, sheet: Sheet) -> list[str]:
        said = [block.text for _, band in sheet.bands for block in band.blocks]
        above, below = ([words] if words else [] for words in (sheet.above, sheet.below))
        return [*above, *said, *below]

    def draw(self, painter: QPainter, place: int) -> None:
        """One page; the painter's unit is the twip, its origin the corner of the sheet."""
        sheet = self.sheets[place]
        page = sheet.page
        painter.setPen(Qt.GlobalColor.black)
        left, top = page.left * TWIPS, page.top * TWIPS
        self._draw_mark(painter, page, sheet.above, "circulation")
        for y, band in sheet.bands:
            painter.setPen(Qt.GlobalColor.black)
            band.draw(painter, left, top + y)
        self._draw_mark(painter, page, sheet.below, placing.FOOT)
        if sheet.number:
            self._draw_number(painter, sheet)

    def _draw_mark(self, painter: QPainter, page: styles.Page, words: str, style: str) -> None:
        """Above, it begins where a page number would; below, it ends 10 mm from the edge."""
        if not words:
            return
        stack = self._setter.stack([paragraph(style, words)], page.text_width * TWIPS)
        top = page.number_from_edge * TWIPS
        if style == placing.FOOT:
            top = (page.height - placing.FOOT_FROM_EDGE) * TWIPS - stack.height
        painter.setPen(Qt.GlobalColor.black)
        stack.draw(painter, page.left * TWIPS, top)

    def _draw_number(self, painter: QPainter, sheet: Sheet) -> None:
        """Its line stands `number_from_edge` from the edge of the form, between the margins."""
        page = sheet.page
        font = self._setter.font("page_number")
        height = QFontMetricsF(font).lineSpacing()
        top = page.number_from_edge * TWIPS
        if styles.form(self.document.profile).number_at == "bottom":
            top = page.height * TWIPS - top - height
        box = QRectF(page.left * TWIPS, top, page.text_width * TWIPS, height)
        align = ALIGN[styles.style(self.document.profile, "page_number").align]
        painter.setPen(Qt.GlobalColor.black)
        painter.setFont(font)
        painter.drawText(box, align | Qt.AlignmentFlag.AlignTop, str(sheet.number))

    def picture(self, place: int, width: int) -> QImage:
        """One page on white, `width` pixels wide."""
        size = self.size(place)
        image = QImage(width, round(width * size.height() / size.width()), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.scale(width / (size.width() * TWIPS), width / (size.width() * TWIPS))
        self.draw(painter, place)
        painter.end()
        return image


class Leaves(Protocol):
    """The pages of a paper, whoever sets them: our own setter, or the office's Word file drawn."""

    document: Document

    def __len__(self) -> int: ...
    def size(self, place: int) -> QSizeF: ...
    def words(self) -> list[str]: ...
    def draw(self, painter: QPainter, place: int) -> None: ...
    def picture(self, place: int, width: int) -> QImage: ...


def pages_of(document: Document, marks: bool = False) -> Leaves:
    """The pages of a paper; one made of the office's own Word file as that file lays it out.

    `marks`: unknown facts are shown on the screen where our own setter sets them.
    """
    if not document.word:
        return Pages(document, marks)
    from gui.word_pages import WordPages

    return WordPages(document)


def _chains(bands: Iterable[Band]) -> Iterator[list[Band]]:
    """Bands that stay on one page, as far as a page can hold them."""
    chain: list[Band] = []
    for band in bands:
        chain.append(band)
        if not band.glued:
            yield chain
            chain = []
    if chain:
        yield chain


def _place(chain: list[Band], sheets: list[Sheet], page: styles.Page) -> None:
    height = sum(band.space + band.height for band in chain)
    if height > sheets[-1].room() + ROOM and sheets[-1].bands:
        _turn(chain[0], sheets, page)
    for band in chain:
        if band.space + band.height > sheets[-1].room() + ROOM and sheets[-1].bands:
            _turn(band, sheets, page)
        sheets[-1].add(band)


def _turn(band: Band, sheets: list[Sheet], page: styles.Page) -> None:
    sheets.append(Sheet(page, 0))
    if band.header:
        sheets[-1].add(band.header)


# -- on paper


def page_layout(sheet: QSizeF) -> QPageLayout:
    """The whole sheet (mm) without margins: we place everything ourselves."""
    turned = sheet.width() > sheet.height()
    upright = QSizeF(min(sheet.width(), sheet.height()), max(sheet.width(), sheet.height()))
    size = QPageSize(upright, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    orientation = QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait
    layout = QPageLayout(size, orientation, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _draw_on(device: QPdfWriter | QPrinter, pages: Leaves, places: Iterable[int]) -> None:
    """One page after another; raises OSError when the device takes no page."""
    painter: QPainter | None = None
    for place in places:
        device.setPageLayout(page_layout(pages.size(place)))
        if painter is None:
            painter = QPainter(device)
            started = painter.isActive()
        else:
            started = device.newPage()
        if not started:
            if painter.isActive():
                painter.end()
            raise OSError("the device takes no page")
        painter.save()
        scale = device.logicalDpiX() / 1440
        painter.scale(scale, scale)
        pages.draw(painter, place)
        painter.restore()
    if painter is not None and not painter.end():
        raise OSError("the device did not finish")


def write_pdf(document: Document, path: Path) -> None:
    """A PDF with its fonts inside; Refused when the place refuses, and then nothing is left behind."""
    data = pdf(pages_of(document))
    with target.replacing(path) as beside:
        beside.write_bytes(data)


def pdf(pages: Leaves) -> bytes:
    """The whole PDF in memory: Qt does not say when a disk fills up under its own writing."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setTitle(pages.document.title)
    writer.setCreator("Thư Ký")
    _draw_on(writer, pages, range(len(pages)))
    del writer
    return bytes(buffer.data().data())


def paint(document: Document | Leaves, printer: QPrinter) -> None:
    """Print what the print dialog chose: pages, order, copies. OSError when the printer takes nothing."""
    pages = pages_of(document) if isinstance(document, Document) else document
    _draw_on(printer, pages, places_to_print(printer, len(pages)))


def places_to_print(printer: QPrinter, count: int) -> list[int]:
    """Indexes of the pages to print, in order, repeated where the printer cannot repeat by itself."""
    places = list(range(count))
    if printer.printRange() == printer.PrintRange.PageRange and printer.fromPage():
        last = printer.toPage() or printer.fromPage()
        places = [place for place in places if printer.fromPage() <= place + 1 <= last]
    ranges = printer.pageRanges()
    if not ranges.isEmpty():
        places = [place for place in places if ranges.contains(place + 1)]
    if printer.pageOrder() == printer.PageOrder.LastPageFirst:
        places.reverse()
    times = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    if printer.collateCopies():
        return places * times
    return [place for place in places for _ in range(times)]
