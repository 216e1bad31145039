"""An opened workbook of any kind: the names of its sheets, and each sheet's cells when asked for."""

from __future__ import annotations

from typing import Protocol

from papers.workbooks.grid import Grid
from papers.workbooks.letters import Letters


class Workbook(Protocol):
    """What every reader gives; a context manager that closes the file."""

    file: str
    names: list[str]
    hidden: set[str]
    letters: Letters
    warnings: list[str]

    def grid(self, name: str) -> Grid: ...

    def __enter__(self) -> Workbook: ...

    def __exit__(self, *error: object) -> None: ...
