"""Files dragged onto a window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDropEvent

SHEETS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv")
WORD = (".docx", ".docm", ".doc", ".rtf")  # those that are no .docx are refused in words, not in silence


def word_file(event: QDropEvent) -> Path | None:
    """The Word file that is being dragged, the first of several; None where there is none."""
    names = [url.toLocalFile() for url in event.mimeData().urls()]
    return next((Path(name) for name in names if name.lower().endswith(WORD)), None)


def workbook(event: QDropEvent) -> Path | None:
    """The workbook that is being dragged, the first of several; None where there is none."""
    names = [url.toLocalFile() for url in event.mimeData().urls()]
    return next((Path(name) for name in names if name.lower().endswith(SHEETS)), None)
