"""The tool windows of the menu, each built when it is first asked for."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from gui.importing.window import ImportDialog
    from gui.window import MainWindow


def wordings(parent: QWidget) -> None:
    """The fixed sentences of every paper."""
    from gui.tools.wordings import WordingsDialog

    WordingsDialog(parent).open()


def numbers(parent: QWidget) -> None:
    """The books of numbers."""
    from gui.tools.numbers import NumbersDialog

    NumbersDialog(parent).open()


def templates(parent: QWidget) -> None:
    """The office's own Word files."""
    from gui.tools.templates import TemplatesDialog

    TemplatesDialog(parent).open()


def forms(parent: QWidget) -> None:
    """The official forms."""
    from gui.tools.forms import FormsDialog

    FormsDialog(parent).open()


def import_rows(
    parent: QWidget, kind: str = "people", meeting: int | None = None, path: Path | None = None
) -> ImportDialog:
    """Rows of a workbook into a register (a key of rules.columns.KINDS); `meeting`: into its roll-call."""
    from gui.importing.window import ImportDialog

    dialog = ImportDialog(parent, kind, meeting)
    dialog.open()
    if path is not None:
        dialog.open_file(path)
    return dialog


def paste(window: MainWindow) -> None:
    """A text beside what it proposes."""
    from gui.pasting.window import PasteDialog

    dialog = PasteDialog(window)
    dialog.told.connect(window.say)
    dialog.opened.connect(partial(show_kept, window))
    dialog.open()


def show_kept(window: MainWindow, subject: str, record: int) -> None:
    """A meeting that was just kept; the keyboard in no field of it, where Ctrl+Z would be the field's own."""
    window.open_record(subject, record)
    workspace = getattr(window.places[window.tabs.currentIndex()].page, "workspace", None)
    if workspace is not None:
        workspace.bar.setFocus()


def review(window: MainWindow) -> None:
    """What in the data should be looked at; it stays beside the window while it is mended, one at a time."""
    from gui.tools.review import ReviewDialog

    for kept in window.findChildren(ReviewDialog):
        if kept.isVisible():
            kept.refresh()
            kept.activateWindow()
            return
    dialog = ReviewDialog(window)
    window.news.connect(dialog.news)
    dialog.opened.connect(partial(mend, window))
    dialog.show()


def mend(window: MainWindow, subject: str, record: int) -> None:
    """The record of a finding in its tab, its form open; numbers have a window of their own."""
    from rules.review import NUMBERS

    if subject == NUMBERS:
        numbers(window)
        return
    window.open_record(subject, record)
    window.activateWindow()
    page = window.places[window.tabs.currentIndex()].page
    selected, edit = (getattr(page, name, None) for name in ("selected", "edit"))
    if selected and edit and [row.id for row in selected()] == [record]:
        edit()
