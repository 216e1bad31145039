"""A paper of one record on its way to the eye, to a file, to the printer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtWidgets import QWidget

from db import file, meetings
from gui import errors, saving
from rules.dates import show_date
from rules.papers import paper as known_paper
from rules.trouble import Refused

if TYPE_CHECKING:
    from papers.content import Document
    from rules.facts import Copy, Listing, Meeting, Plan


class Made(NamedTuple):
    """A paper composed from the open file, and where it comes from."""

    document: Document
    origin: saving.Origin


def compose(paper: str, record: int) -> Document:
    """The paper from the open file."""
    return make(paper, record).document


def make(paper: str, record: int) -> Made:
    """The same with its origin, so that its files are registered."""
    from db import facts

    return of_facts(paper, record, facts.gather(paper, record), templates())


def of_facts(paper: str, record: int, known: Meeting | Plan | Copy | Listing, folder: Path) -> Made:
    """The paper from facts already gathered, in the office's own Word file where `folder` has one.

    Touches neither the open file nor the screen, so that a worker may do it.
    """
    from papers import produce

    document, said, template = produce.compose(paper, known, folder)
    return Made(document, saving.Origin(paper, record, said, template))


def templates() -> Path:
    """The folder of the office's own Word files."""
    from papers.template import FOLDER

    return file.folder() / FOLDER


def file_title(paper: str, meeting: int) -> str:
    """ "Biên bản hội nghị 21-08-2019": what a file is called unless the clerk says otherwise."""
    day = meetings.get(meeting)["day"]
    return (
        f"{known_paper(paper).label} {show_date(day).replace('/', '-')}" if day else known_paper(paper).label
    )


def preview(paper: str, meeting: int, parent: QWidget) -> Any:
    """The pages as they will be printed; from there also to files and to the printer."""
    from gui.preview import PreviewDialog

    made = _made(paper, meeting, parent)
    if made is None:
        return None
    dialog = PreviewDialog(made.document, file_title(paper, meeting), parent, made.origin)
    dialog.open()
    return dialog


def save(paper: str, meeting: int, kind: str, parent: QWidget) -> None:
    """Straight to a file: "docx", "xlsx" or "pdf"."""
    made = _made(paper, meeting, parent)
    if made is not None:
        saving.save(made.document, kind, parent, file_title(paper, meeting), made.origin)


def print_out(paper: str, meeting: int, parent: QWidget) -> None:
    """The preview with the system's print dialog before it."""
    dialog = preview(paper, meeting, parent)
    if dialog is not None:
        dialog.print_out()


def _made(paper: str, meeting: int, parent: QWidget) -> Made | None:
    try:
        return make(paper, meeting)
    except Refused as refused:
        errors.show(refused, parent)
        return None
