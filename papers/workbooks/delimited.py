"""Tables kept as plain text: .csv of any encoding and separator an office's programs write."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

from papers.workbooks.grid import OTHER, Grid, Stop, crowded
from papers.workbooks.letters import Letters
from rules.trouble import Refused

LARGEST = 40_000_000  # bytes
SEPARATORS = ";\t,|"
SAMPLE = 200  # lines from which the separator is told
MARKS = (("utf-8-sig", b"\xef\xbb\xbf"), ("utf-16", b"\xff\xfe"), ("utf-16", b"\xfe\xff"))


class Book:
    """One sheet, named as the file; every value is text."""

    def __init__(self, file: str, name: str, data: bytes, stop: Stop) -> None:
        self.file, self.stop = file, stop
        self.names, self.hidden = [name], set[str]()
        self.letters, self.warnings = Letters(), list[str]()
        self.text = decoded(data)
        if "\0" in self.text:
            raise Refused(f"Tệp “{file}” không phải bảng tính.", OTHER)

    def grid(self, name: str) -> Grid:
        grid = Grid(self.file, name, self.stop)
        lines = csv.reader(io.StringIO(self.text, newline=""), delimiter=separator(self.text), strict=False)
        try:
            for row, cells in enumerate(lines, 1):
                for column, words in enumerate(cells, 1):
                    if words:
                        grid.put(row, column, self.letters.said(words) or None)
        except csv.Error as error:  # a field longer than any cell
            raise crowded(self.file) from error
        return grid

    def __enter__(self) -> Book:
        return self

    def __exit__(self, *error: object) -> None:
        self.text = ""


def book(path: Path, stop: Stop) -> Book:
    """The file's one sheet; Refused where it is too large or no text."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Refused(f"Không đọc được tệp “{path.name}”.", "Hãy đóng tệp đó rồi thử lại.") from error
    if len(data) > LARGEST:
        raise crowded(path.name)
    return Book(path.name, path.stem, data, stop)


def decoded(data: bytes) -> str:
    """By its mark; without one UTF-8, UTF-16 by its zero bytes, else one of Windows' pages.

    Text in letters of an old font stays as it is: rules.legacy turns it when it is told apart.
    """
    for encoding, mark in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if data[:400].count(0) * 3 > len(data[:400]):
        return data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        from papers.workbooks.letters import guessed

        western = data.decode("cp1252", "replace") if not _undefined(data) else data.decode("latin-1")
        # TCVN3 and VNI stand in bytes that Windows-1258 would read as other letters.
        return western if guessed(western.split("\n")) else data.decode("cp1258", "replace")


def _undefined(data: bytes) -> bool:
    """Whether a byte stands for nothing in Windows-1252."""
    return any(byte in data for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D))


def separator(text: str) -> str:
    """The sign that parts most lines into the same number of cells, an Excel "sep=" line first."""
    lines = [line for line in text.splitlines()[:SAMPLE] if line.strip()]
    if lines and lines[0].lower().startswith("sep=") and len(lines[0]) > 4:
        return lines[0][4]
    best, score = ",", (0, 0)
    for sign in SEPARATORS:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=sign) if len(row) > 1)
        if widths and (widths.most_common(1)[0][1], sum(widths.values())) > score:
            best, score = sign, (widths.most_common(1)[0][1], sum(widths.values()))
    return best
