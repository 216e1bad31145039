"""The tool windows of the menu, each built when it is first asked for."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


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
