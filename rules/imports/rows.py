"""One row taken apart by the mapping: its cells by key, its faults gathered instead of stopping at one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from rules.columns import Mapping
from rules.fields import Field, Kind, empty
from rules.imports import cells
from rules.imports.facts import ERROR, Cell, Line, Verdict
from rules.text import fold

NUMBERED = re.compile(r"^\s*(?:[IVXLC]+|[A-Z]|\d+)\s*[.)/:-]\s*")
NEW_RECORD = {"moi", "them moi", "them"}  # typed in place of a number: this is a new record


def unnumbered(group: str) -> str:
    """The words of a group row: "Khối Đảng" of "I. Khối Đảng"."""
    return NUMBERED.sub("", cells.text(group))


class Reading:
    """The cells of one row under their keys; what is wrong is kept as sentences, what is odd as notes."""

    def __init__(self, line: Line, mapping: Mapping) -> None:
        self.number = line.number
        self.cells: dict[str, Cell] = {
            key: line.cells[place] for key, place in mapping.columns.items() if 0 <= place < len(line.cells)
        }
        self.words: dict[str, str] = {}
        self.group = unnumbered(line.group)
        self.faults: list[str] = []
        self.notes: list[str] = []

    def cell(self, key: str) -> Cell:
        return self.cells.get(key)

    def text(self, key: str) -> str:
        if key not in self.words:
            self.words[key] = cells.text(self.cells.get(key))
        return self.words[key]

    def value(self, field: Field, key: str = "") -> Any:
        """The value of the field; a fault and nothing where the cell cannot be read."""
        cell = self.cells.get(key or field.name)
        if cell is None:
            return empty(field.kind) if field.kind is not Kind.CHOICE else field.default
        try:
            return cells.read(field, cell)
        except ValueError as error:
            self.faults.append(f"{field.label}: {error}")
            return empty(field.kind)

    def values(self, fields: Iterable[Field]) -> dict[str, Any]:
        """The values of those fields that the mapping knows."""
        return {field.name: self.value(field) for field in fields if field.name in self.cells}

    def record(self) -> int | str | None:
        """The number of the record the clerk chose, "mới" for a new one, None for nothing chosen."""
        words = self.text("record")
        if not words:
            return None
        if fold(words) in NEW_RECORD:
            return "mới"
        if words.isascii() and words.isdigit() and len(words) < 10:
            return int(words)
        self.faults.append(f"Số trong sổ: “{words}” không phải là một số; ghi số của mục hoặc chữ “mới”.")
        return None

    def error(self, title: str = "") -> Verdict:
        """The row cannot be taken; every reason is told."""
        why = " ".join(_sentence(fault) for fault in dict.fromkeys(self.faults))
        return Verdict(self.number, ERROR, why, title=title, notes=tuple(self.notes))


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."
