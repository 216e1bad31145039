"""A Word file from anywhere as a row of paragraphs that know how they look and where they stand."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from papers.checking.grids import Grids
from papers.checking.layouts import Layout, Props, layout, line_props, merged
from papers.checking.looks import Look, Looks
from papers.checking.numbering import Numbering
from papers.checking.package import Package
from papers.checking.pictures import KINDS, LARGEST, Picture, pictured
from papers.checking.sections import Sheet, marks_of, sheets
from papers.checking.shapes import Box, Stroke, drawn
from papers.checking.spots import Spot, boxed, framed
from papers.docx_elements import CHANGES, HOLDERS, W, find, tag, value

if TYPE_CHECKING:
    from lxml.etree import _Element

LETTERS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "sym": "\ufffc"}
BREAKS = {"page": "\f", "column": "\v"}


@dataclass(frozen=True)
class Piece:
    """Words of one look; line ends as "\\n", of a page "\\f", of a column "\\v", a symbol "\\ufffc"."""

    text: str
    look: Look


@dataclass(eq=False)
class Para:
    """One paragraph; `index` counts every w:p of the main part in the order of the file, -1 elsewhere."""

    index: int
    pieces: list[Piece]
    layout: Layout
    spot: Spot
    section: int
    style: str = ""
    label: str = ""  # what automatic numbering writes before it
    page: int | None = None  # where it begins, as Word last counted; None where it did not
    strokes: list[Stroke] = field(default_factory=list)
    drawing: bool = False  # something is drawn that is neither a line nor a text box
    pictures: list[Picture] = field(default_factory=list)
    fields: list[tuple[str, Look]] = field(default_factory=list)  # ("PAGE", the look of its code)

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass
class File:
    """All that the rules ask a Word file for."""

    name: str
    paras: list[Para]
    sheets: list[Sheet]
    headings: dict[tuple[int, str], list[Para] | None]  # (section, "default header") -> its paragraphs
    notes: dict[str, str]  # document variables
    mirrored: bool
    even_and_odd: bool
    pages: int | None  # as the program that wrote it counted
    counted: bool  # the paragraphs know their pages
    changes: int = 0  # tracked ones, read as if they were accepted
    images: dict[str, bytes] = field(default_factory=dict)  # by the places that pictures name


def read(path: Path, images: bool = False) -> File:
    """The file as its reader sees it; Refused where it is no Word file that can be read.

    `images`: also unpack the pictures that can be drawn.
    """
    package = Package(path)
    reader = _Reader(package)
    file = reader.file()
    if images:
        file.images = _images(path, reader.places)
    return file


def _images(path: Path, places: Iterable[str]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(path) as archive:
            sizes = {one.filename: one.file_size for one in archive.infolist()}
            for place in places:
                if place.lower().endswith(KINDS) and sizes.get(place, LARGEST) < LARGEST:
                    found[place] = archive.read(place)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError):
        return found  # a picture that cannot be unpacked is not drawn
    return found


class _Reader:
    def __init__(self, package: Package) -> None:
        self.package = package
        self.looks = Looks(package.beside("styles"), package.beside("theme"))
        self.numbering = Numbering(package.beside("numbering"), self.looks)
        self.grids = Grids(self.looks)
        self.sheets = sheets(package.root)
        # Numbers first: they must not hang on what is skipped. Kept elements keep their identity.
        self.numbers = {one: number for number, one in enumerate(package.root.iter(f"{W}p"))}
        self.section = 0
        self.columns = 0  # column breaks met in this section
        self.page = 1
        self.counted = False
        self.part = package.place  # the part that is being read
        self.places: dict[str, None] = {}  # of pictures, each once

    def file(self) -> File:
        paras = list(self.blocks(self.package.body, Spot(), []))
        if not self.counted:
            for para in paras:
                para.page = None
        marks = marks_of(self.package)
        headings = self.headings()
        changes = sum(1 for _ in self.package.body.iter(*(f"{W}{one}" for one in CHANGES)))
        return File(
            self.package.name, paras, self.sheets, headings, marks.notes, marks.mirrored, marks.even_and_odd,
            marks.pages, self.counted, changes,
        )  # fmt: skip

    def headings(self) -> dict[tuple[int, str], list[Para] | None]:
        """Headers and footers of every section; what a section does not name is that of the one before."""
        kept: dict[str, list[Para] | None] = {}
        found: dict[tuple[int, str], list[Para] | None] = {}
        named: dict[str, str] = {}
        for number, sheet in enumerate(self.sheets):
            named.update(sheet.headings)
            for kind, identity in named.items():
                if identity not in kept:
                    kept[identity] = self.heading(identity, sheet)
                found[number, kind] = kept[identity]
        return found

    def heading(self, identity: str, sheet: Sheet) -> list[Para] | None:
        root = self.package.linked(identity)
        self.part = self.package.name_of(identity)
        return None if root is None else list(self.blocks(root, Spot(*sheet.column(0)), []))

    def pictures(self, element: _Element) -> Iterator[Picture]:
        """The pictures of one drawing with the places of their parts."""
        for one in pictured(element):
            place = self.package.place_of(self.part, one.identity)
            if place:
                self.places[place] = None
                yield replace(one, identity=place)

    # -- blocks

    def blocks(self, parent: Iterable[_Element], spot: Spot, table: list[Props]) -> Iterator[Para]:
        """`table`: words and lines of the table style around, empty outside tables."""
        for child in parent:
            name = tag(child)
            if name == "p":
                yield from self.paragraph(child, spot, table)
            elif name == "tbl":
                yield from self.table(child, spot)
            elif name in HOLDERS:
                yield from self.blocks(child, spot, table)
            elif name == "AlternateContent":
                yield from self.blocks(_chosen(child), spot, table)

    def table(self, element: _Element, around: Spot) -> Iterator[Para]:
        around = self.here(around)
        for cell, spot, props in self.grids.cells(element, around):
            yield from self.blocks(cell, spot, props)

    def here(self, spot: Spot) -> Spot:
        """Outside tables and boxes: the column of the section that the text has come to."""
        if spot.kind != "body" or self.section >= len(self.sheets):
            return spot
        left, width, whole = self.sheets[self.section].column(self.columns)
        return replace(spot, left=left, width=width, whole=whole)

    def paragraph(self, element: _Element, spot: Spot, table: list[Props]) -> Iterator[Para]:
        own = find(element, "pPr")
        style = value(find(own, "pStyle"))
        layers, chain = self.lines(style, line_props(own), table)
        lies = layout(merged(layers), self.looks.character)
        para = Para(
            self.numbers.get(element, -1), [], lies, self.here(spot), self.section, style, page=self.page
        )
        if lies.frame:
            para.spot = framed(para.spot, lies.frame)
        boxes: list[Box] = []
        _Runs(self, para, boxes, table[0] if table else {}, chain).read(element)
        if para.text.startswith("\v"):  # the words stand in the next column
            self.columns += 1
            para.spot = self.here(spot)
        para.label = self.numbering.label(lies.number) if para.text.strip() else ""
        for box in boxes:
            yield from self.blocks(box.content, boxed(para.spot, box.frame), [])
        yield para
        self.columns += para.text.lstrip("\v").count("\v")
        if find(own, "sectPr") is not None:
            self.section += 1
            self.columns = 0

    def lines(self, style: str, direct: Props, table: list[Props]) -> tuple[list[Props], Props]:
        """The layers of how the paragraph lies, and what its style says of the words."""
        layers = [self.looks.default_lines, *table[1:]]
        words: Props = {}
        for one in self.looks.chain(style):
            if "list" in one.lines:
                layers.append(self.numbering.lines(_number(one.lines)))
            layers.append(one.lines)
            words.update(one.words)
        if "list" in direct:
            layers.append(self.numbering.lines(_number(merged([*layers, direct]))))
        return [*layers, direct], words


class _Runs:
    """Reads the runs of one paragraph into it."""

    def __init__(self, reader: _Reader, para: Para, boxes: list[Box], table: Props, style: Props) -> None:
        self.reader = reader
        self.para = para
        self.boxes = boxes
        self.layers = [table, style]
        self.code = ""  # of the field that is being read

    def read(self, parent: Iterable[_Element]) -> None:
        for child in parent:
            name = tag(child)
            if name == "r":
                self.run(child)
            elif name in HOLDERS:
                if name == "fldSimple":
                    self.para.fields.append(
                        (_code(value(child, "instr")), self.look(find(child, "r", "rPr")))
                    )
                self.read(child)
            elif name == "AlternateContent":
                self.read(_chosen(child))

    def look(self, element: _Element | None) -> Look:
        looks = self.reader.looks
        named = value(find(element, "rStyle"))
        character = looks.words_of(named, "character") if named else {}
        return looks.look([*self.layers, character], looks.word_props(element))

    def run(self, element: _Element) -> None:
        look = self.look(find(element, "rPr"))
        for child in element:
            self.part(child, look)

    def part(self, child: _Element, look: Look) -> None:
        name = tag(child)
        if name == "t":
            self.add(child.text or "", look)
        elif name == "br":
            self.add(BREAKS.get(value(child, "type"), "\n"), look)
        elif name in LETTERS:
            self.add(LETTERS[name], look)
        elif name in ("drawing", "pict", "object"):
            strokes, boxes, other = drawn(child)
            self.para.strokes += strokes
            self.boxes += boxes
            self.para.drawing |= other
            self.para.pictures += self.reader.pictures(child)
        elif name == "AlternateContent":
            for one in _chosen(child):
                self.part(one, look)
        elif name == "lastRenderedPageBreak":
            self.turn()
        elif name == "fldChar":
            self.field(value(child, "fldCharType"), look)
        elif name == "instrText":
            self.code += child.text or ""

    def turn(self) -> None:
        """A page as Word last counted it ends here; the words of the paragraph may all stand behind."""
        self.reader.page += 1
        self.reader.counted = True
        if not self.para.text.strip():
            self.para.page = self.reader.page

    def field(self, kind: str, look: Look) -> None:
        if self.code.strip() and kind in ("separate", "end"):
            self.para.fields.append((_code(self.code), look))
        self.code = ""

    def add(self, words: str, look: Look) -> None:
        pieces = self.para.pieces
        words = words.replace("\xad", "")
        if not words or look.hidden:
            return
        if pieces and pieces[-1].look is look:
            pieces[-1] = Piece(pieces[-1].text + words, look)
        else:
            pieces.append(Piece(words, look))


def _number(lines: Props) -> tuple[str, int]:
    return lines["list"], lines.get("level", 0)


def _code(instruction: str) -> str:
    """The name of a field: "PAGE" of " PAGE \\* MERGEFORMAT "."""
    return instruction.split()[0].upper() if instruction.split() else ""


def _chosen(element: _Element) -> Iterable[_Element]:
    """What new programs show; where nothing is offered to them, what old ones do. Never both."""
    choices = [child for child in element if tag(child) == "Choice"]
    return next(iter(choices or [child for child in element if tag(child) == "Fallback"]), ())
