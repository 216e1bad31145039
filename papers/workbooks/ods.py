"""Workbooks of LibreOffice and its kin, read as a stream."""

from __future__ import annotations

import re

from papers.workbooks import serials
from papers.workbooks.grid import MOST_COLUMNS, MOST_ROWS, Grid, locked
from papers.workbooks.letters import Letters
from papers.workbooks.table import Value
from papers.workbooks.zipped import LONGEST_PART, Archive, Said
from rules.trouble import Refused

ASIDE = ("annotation", "shapes", "frame", "detective")
NAMING = ("style", "default-style", "text-properties", "table-properties", "table")
CELLS = ("table-cell", "covered-table-cell")
DURATION = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")
MANIFEST = "META-INF/manifest.xml"
SPREADSHEET = b"opendocument.spreadsheet"
FAULT = re.compile(r"#[A-Z/0!?]+|Err:\d+")
HIDDEN = ("collapse", "filter")


class Book:
    """An .ods; everything stands in one part, so each sheet asked for is sought from its beginning."""

    def __init__(self, archive: Archive) -> None:
        self.archive, self.file = archive, archive.file
        self.letters, self.warnings = Letters(), list[str]()
        self.fonts: dict[str, str] = {}
        if archive.has("mimetype") and SPREADSHEET not in archive.data("mimetype"):
            raise Refused(
                f"Tệp “{self.file}” không phải bảng tính.", "Hãy chọn tệp .xlsx, .xls, .ods hoặc .csv."
            )
        manifest = archive.tags(MANIFEST) if archive.has(MANIFEST) else []
        if any(tag == "encryption-data" for tag, _ in manifest):
            raise locked(self.file)
        if archive.has("styles.xml"):
            self._scan("styles.xml")
        names = self._scan("content.xml")
        self.names, self.hidden = names.names, names.hidden
        self.fonts = names.fonts

    def _scan(self, part: str) -> _Names:
        names = _Names(self.fonts)
        self.archive.parse(self.archive.pieces(part, LONGEST_PART), names.start)
        return names

    def grid(self, name: str) -> Grid:
        reader = _Sheet(self, Grid(self.file, name, self.archive.stop))
        pieces = self.archive.pieces("content.xml", LONGEST_PART)
        self.archive.parse(pieces, reader.start, reader.end, reader.words)
        return reader.grid

    def __enter__(self) -> Book:
        return self

    def __exit__(self, *error: object) -> None:
        self.archive.close()


def _local(said: Said) -> Said:
    """Attributes by their names without namespaces."""
    return {key.rpartition("\n")[2]: value for key, value in said.items()}


def _of(said: Said, name: str) -> str:
    return said.get(name, "")


class _Names:
    """The sheets' names, and the font of every style."""

    def __init__(self, fonts: dict[str, str]) -> None:
        self.names: list[str] = []
        self.hidden: set[str] = set()
        self.fonts, self.style, self.unseen = fonts, "", set[str]()

    def start(self, tag: str, spelt: Said) -> None:
        if tag not in NAMING:
            return
        said = _local(spelt)
        if tag in ("style", "default-style"):
            self.style = _of(said, "name") if tag == "style" else ""
            self.fonts.setdefault(self.style, self.fonts.get(_of(said, "parent-style-name"), ""))
        elif tag == "text-properties":
            font = _of(said, "font-name") or _of(said, "font-family").strip("'")
            if font:
                self.fonts[self.style] = font
        elif tag == "table-properties" and _of(said, "display") == "false":
            self.unseen.add(self.style)
        elif tag == "table" and _of(said, "name") not in self.names:
            self.names.append(_of(said, "name"))
            if _of(said, "style-name") in self.unseen:
                self.hidden.add(self.names[-1])


class _Sheet:
    """One sheet's cells; what the file repeats is repeated only where it holds something."""

    def __init__(self, book: Book, grid: Grid) -> None:
        self.book, self.grid = book, grid
        self.active = False
        self.row, self.rows, self.column, self.columns = 0, 1, 0, 1
        self.defined, self.aside = 0, 0
        self.said: Said = {}
        self.runs: list[tuple[str, str]] = []
        self.fonts: list[str] = []
        self.kept: list[tuple[int, Value]] = []
        self.in_cell = self.in_words = False
        self.defaults: dict[int, str] = {}

    def start(self, tag: str, spelt: Said) -> None:
        said = _local(spelt) if spelt else spelt
        if tag == "table":
            self.active = _of(said, "name") == self.grid.name
        elif not self.active:
            return
        elif tag == "table-row":
            self.row, self.rows = (
                self.row + self.rows if self.row else 1,
                _times(said, "number-rows-repeated", MOST_ROWS),
            )
            self.column, self.columns, self.kept = 0, 1, []
            if _of(said, "visibility") in HIDDEN and self.rows < 10_000:
                self.grid.hidden.update(range(self.row, self.row + self.rows))
        elif tag == "table-column":
            self._column(said)
        elif tag in CELLS and not self.in_cell:
            self._cell(said)
        elif self.in_cell:
            self._inside(tag, said)

    def _column(self, said: Said) -> None:
        many = _times(said, "number-columns-repeated", MOST_COLUMNS)
        if _of(said, "visibility") in HIDDEN:
            self.grid.hide_columns(self.defined + 1, self.defined + many)
        font = self.book.fonts.get(_of(said, "default-cell-style-name"), "")
        if font and many < 1024:
            self.defaults.update(dict.fromkeys(range(self.defined + 1, self.defined + many + 1), font))
        self.defined += many

    def _cell(self, said: Said) -> None:
        self.column, self.columns = (
            self.column + self.columns if self.column else 1,
            _times(said, "number-columns-repeated", MOST_COLUMNS),
        )
        self.said, self.runs, self.in_cell = said, [], True
        style = _of(said, "style-name")
        font = self.book.fonts.get(style, "") if style else self.defaults.get(self.column, "")
        self.fonts = [font or self.book.fonts.get("Default", "") or self.book.fonts.get("", "")]
        across, down = (
            _times(said, "number-columns-spanned", MOST_COLUMNS),
            _times(said, "number-rows-spanned", MOST_ROWS),
        )
        self.grid.merge((self.row, self.column, self.row + down - 1, self.column + across - 1))

    def _inside(self, tag: str, said: Said) -> None:
        if tag in ASIDE:
            self.aside += 1
        elif self.aside:
            return
        elif tag == "p":
            if self.runs:
                self.runs.append(("\n", self.fonts[-1]))
            self.in_words = True
        elif tag == "span":
            self.fonts.append(self.book.fonts.get(_of(said, "style-name"), "") or self.fonts[-1])
        elif tag in ("s", "tab", "line-break"):
            many = " " * _times(said, "c", 100) if tag == "s" else "\t" if tag == "tab" else "\n"
            self.runs.append((many, self.fonts[-1]))

    def words(self, words: str) -> None:
        if self.active and self.in_words and not self.aside:
            self.runs.append((words, self.fonts[-1]))

    def end(self, tag: str) -> None:
        if not self.active:
            return
        if tag in ASIDE and self.aside:
            self.aside -= 1
        elif self.aside:
            return
        elif tag == "p":
            self.in_words = False
        elif tag == "span" and len(self.fonts) > 1:
            self.fonts.pop()
        elif tag in CELLS and self.in_cell:
            self._keep()
        elif tag == "table-row" and self.kept:
            self._put()
        elif tag == "table":
            self.active = False

    def _keep(self) -> None:
        self.in_cell = False
        value = self._value()
        if value not in (None, ""):
            self.kept += [(self.column + more, value) for more in range(self.columns)]

    def _put(self) -> None:
        for row in range(self.row, self.row + self.rows):
            for column, value in self.kept:
                self.grid.put(row, column, value)

    def _value(self) -> Value:
        kind = _of(self.said, "value-type")
        words = "".join(one for one, _ in self.runs)
        if _of(self.said, "formula") and (
            FAULT.fullmatch(words.strip()) or _of(self.said, "value-type") == "error"
        ):
            self.grid.fault(self.row, self.column, words.strip())
            return None
        if _of(self.said, "formula") and not kind:
            self.grid.uncount(self.row, self.column)
            return None
        if kind in ("float", "percentage", "currency"):
            return serials.value(float(_of(self.said, "value")), "")
        if kind == "date":
            return serials.iso(_of(self.said, "date-value"))
        if kind == "boolean":
            return _of(self.said, "boolean-value") == "true"
        if kind == "time":
            found = DURATION.fullmatch(_of(self.said, "time-value"))
            if found:
                seconds = f":{found[3]}" if int(found[3]) else ""
                return f"{int(found[1]):02}:{int(found[2]):02}{seconds}"
        return (
            self.book.letters.runs(self.runs)
            if words
            else self.book.letters.said(_of(self.said, "string-value"))
        )


def _times(said: Said, name: str, most: int) -> int:
    times = _of(said, name)
    return max(1, min(int(times), most)) if times.isascii() and times.isdigit() and len(times) < 10 else 1
