"""Workbooks of Excel 2007 and later, read part by part as a stream."""

from __future__ import annotations

import re
from functools import lru_cache

from papers.workbooks import serials
from papers.workbooks.grid import MOST_CELLS, Area, Grid, crowded
from papers.workbooks.letters import Letters
from papers.workbooks.table import Value
from papers.workbooks.zipped import BROKEN, LONGEST_LIST, LONGEST_PART, LONGEST_WORDS, Archive, Pieces, Said

ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
# Cells and rows that hold nothing are most of a sheet someone has coloured down to its end.
# (One without its own place counts as a place, and stays.)
BLANK_CELL = re.compile(rb"<(?:[\w.-]+:)?c r=[^<>]*(?:/>|>\s*</(?:[\w.-]+:)?c\s*>)")
BLANK_ROW = re.compile(rb"<(?:[\w.-]+:)?row r=[^<>]*(?:/>|>\s*</(?:[\w.-]+:)?row\s*>)")
PLACED = re.compile(r"([A-Za-z]{1,3})(\d{1,7})")
YES = ("1", "true")


class Book:
    """An .xlsx or .xlsm; macros are never looked at."""

    def __init__(self, archive: Archive, main: str) -> None:
        self.archive, self.file = archive, archive.file
        self.letters = Letters()
        self.names: list[str] = []
        self.hidden: set[str] = set()
        self.warnings: list[str] = []
        self.is_1904 = False
        links = archive.links(main)
        self._parts: dict[str, str] = {}
        self._read_main(main, links)
        styles = _part(archive, links, "styles")
        self.looks = _Looks(archive, styles) if styles else None
        self._shared = _part(archive, links, "sharedStrings")
        self._strings: list[list[tuple[str, str]]] | None = None

    def _read_main(self, main: str, links: dict[str, tuple[str, str]]) -> None:
        for tag, said in self.archive.tags(main):
            if tag == "workbookPr":
                self.is_1904 = said.get("date1904", "0") in YES
            elif tag == "sheet":
                relation = next((value for key, value in said.items() if key.endswith("\nid")), "")
                kind, place = links.get(relation, ("", ""))
                if kind != "worksheet" or not self.archive.has(place):
                    continue
                name = said.get("name", "")
                self.names.append(name)
                self._parts[name] = place
                if said.get("state", "visible") != "visible":
                    self.hidden.add(name)

    def strings(self) -> list[list[tuple[str, str]]]:
        """The workbook's shared words, each as its runs with their fonts."""
        if self._strings is None:
            reader = _Strings(self.file)
            if self._shared:
                pieces = self.archive.pieces(self._shared, LONGEST_WORDS)
                self.archive.parse(pieces, reader.start, reader.end, reader.words)
            self._strings = reader.found
        return self._strings

    def font(self, style: str) -> str:
        return self.looks.font(style) if self.looks else ""

    def shown(self, style: str) -> str:
        return self.looks.shown(style) if self.looks else ""

    def grid(self, name: str) -> Grid:
        reader = _Sheet(self, Grid(self.file, name, self.archive.stop))
        pieces = _filled(self.archive.pieces(self._parts[name], LONGEST_PART))
        self.archive.parse(pieces, reader.start, reader.end, reader.words)
        return reader.grid

    def __enter__(self) -> Book:
        return self

    def __exit__(self, *error: object) -> None:
        self.archive.close()


def _part(archive: Archive, links: dict[str, tuple[str, str]], kind: str) -> str:
    found = next((to for one, to in links.values() if one == kind), "")
    return found if archive.has(found) else ""


def _filled(pieces: Pieces) -> Pieces:
    """The pieces without cells and rows that hold nothing; one that a piece's end cuts in two may stay."""
    for piece in pieces:
        yield BLANK_ROW.sub(b"", BLANK_CELL.sub(b"", piece))


def plain(words: str) -> str:
    """Words as Excel shows them: "_x000D_" is a sign, not seven letters."""
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), words) if "_x" in words else words


class _Strings:
    """The runs of <si> or <is>: words with their fonts, the phonetic ones left out."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[list[tuple[str, str]]] = []
        self.runs: list[tuple[str, str]] = []
        self.font, self.kept, self.inside, self.aside = "", [""], False, 0

    def start(self, tag: str, said: Said) -> None:
        if tag in ("si", "is"):
            self.runs, self.font = [], ""
        elif tag == "r":
            self.font = ""
        elif tag == "rFont":
            self.font = said.get("val", "")
        elif tag == "rPh":
            self.aside += 1
        elif tag == "t":
            self.inside, self.kept = not self.aside, []

    def words(self, words: str) -> None:
        if self.inside:
            self.kept.append(words)

    def end(self, tag: str) -> None:
        if tag == "t" and self.inside:
            self.runs.append((plain("".join(self.kept)), self.font))
            self.inside = False
        elif tag == "rPh":
            self.aside -= 1
        elif tag == "si":
            self.found.append(self.runs)
            if len(self.found) > MOST_CELLS:
                raise crowded(self.file)


class _Looks:
    """Of every style of cells: the font and what kind of number it shows."""

    def __init__(self, archive: Archive, part: str) -> None:
        self.fonts: list[str] = []
        self.formats: dict[int, str] = {}
        self.styles: list[tuple[int, int]] = []  # font, format
        self._inside = ""
        archive.parse(archive.pieces(part, LONGEST_LIST), self._start, self._end)

    def _start(self, tag: str, said: Said) -> None:
        if tag in ("fonts", "cellXfs", "dxfs", "cellStyleXfs"):
            self._inside = tag
        elif self._inside == "fonts" and tag == "font":
            self.fonts.append("")
        elif self._inside == "fonts" and tag == "name" and self.fonts:
            self.fonts[-1] = said.get("val", "")
        elif tag == "numFmt" and self._inside != "dxfs":
            self.formats[_whole(said.get("numFmtId"))] = said.get("formatCode", "")
        elif self._inside == "cellXfs" and tag == "xf":
            self.styles.append((_whole(said.get("fontId")), _whole(said.get("numFmtId"))))

    def _end(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = ""

    def font(self, style: str) -> str:
        number = _whole(style)
        font = self.styles[number][0] if number < len(self.styles) else 0
        return self.fonts[font] if font < len(self.fonts) else ""

    def shown(self, style: str) -> str:
        number = _whole(style)
        if number >= len(self.styles):
            return ""
        shape = self.styles[number][1]
        return serials.kind(shape, self.formats.get(shape, ""))


def _whole(said: str | None) -> int:
    return int(said) if said and said.isascii() and said.isdigit() and len(said) < 10 else 0


class _Sheet(_Strings):
    """One sheet's cells; a cell without a place of its own stands after the one before it."""

    def __init__(self, book: Book, grid: Grid) -> None:
        super().__init__(book.file)
        self.book, self.grid = book, grid
        self.row = self.column = 0
        self.kind, self.style, self.value = "", "", ""
        self.taking = self.has_formula = False
        self.fonts: dict[str, str] = {}

    def start(self, tag: str, said: Said) -> None:
        if tag == "c":
            self._place(said.get("r", ""))
            self.kind, self.style = said.get("t", "n"), said.get("s", "")
            self.value, self.runs, self.has_formula = "", [], False
        elif tag == "row":
            self.row, self.column = _whole(said.get("r")) or self.row + 1, 0
            if said.get("hidden") in YES:
                self.grid.hidden.add(self.row)
        elif tag == "v":
            self.taking, self.kept = True, []
        elif tag == "f":
            self.has_formula = True
        elif tag == "col" and said.get("hidden") in YES:
            self.grid.hide_columns(_whole(said.get("min")), _whole(said.get("max")))
        elif tag == "mergeCell":
            self._merge(said.get("ref", ""))
        else:
            super().start(tag, said)

    def words(self, words: str) -> None:
        if self.taking or self.inside:
            self.kept.append(words)

    def end(self, tag: str) -> None:
        if tag == "c":
            self.grid.put(self.row, self.column, self._read())
        elif tag == "v":
            self.value, self.taking = "".join(self.kept), False
        else:
            super().end(tag)

    def _place(self, said: str) -> None:
        found = PLACED.fullmatch(said)
        if found:
            self.row, self.column = int(found[2]), _column(found[1])
        else:
            self.column += 1

    def _merge(self, said: str) -> None:
        ends = [found for one in said.split(":") if (found := PLACED.fullmatch(one))]
        if len(ends) == 2:
            area: Area = (int(ends[0][2]), _column(ends[0][1]), int(ends[1][2]), _column(ends[1][1]))
            self.grid.merge(area)

    def _read(self) -> Value:
        if self.kind == "inlineStr":
            return self._letters(self.runs)
        if not self.value:
            if self.has_formula and self.kind != "str":
                self.grid.uncount(self.row, self.column)
            return None
        if self.kind == "s":
            strings, number = self.book.strings(), _whole(self.value)
            return self._letters(strings[number]) if number < len(strings) else None
        return self._plain_value()

    def _plain_value(self) -> Value:
        if self.kind == "str":
            return self._letters([(plain(self.value), "")])
        if self.kind == "b":
            return self.value in YES
        if self.kind == "e":
            self.grid.fault(self.row, self.column, self.value)
            return None
        if self.kind == "d":
            return serials.iso(self.value)
        try:
            return serials.value(float(self.value), self.book.shown(self.style), self.book.is_1904)
        except BROKEN:
            return self.value

    def _letters(self, runs: list[tuple[str, str]]) -> str:
        if self.style not in self.fonts:
            self.fonts[self.style] = self.book.font(self.style)
        own = self.fonts[self.style]
        if len(runs) == 1:
            return self.book.letters.said(runs[0][0], runs[0][1] or own)
        return self.book.letters.runs([(words, font or own) for words, font in runs])


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    number = 0
    for one in letters.upper():
        number = number * 26 + ord(one) - 64
    return number
