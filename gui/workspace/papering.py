"""A paper of one record on its way to the eye, to a file, to the printer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from db import meetings
from gui import errors
from rules.dates import show_date
from rules.papers import paper as known_paper
from rules.trouble import Refused

if TYPE_CHECKING:
    from papers.content import Document


def compose(paper: str, record: int) -> Document:
    """The paper from the open file."""
    from db import facts
    from papers import catalogue

    return catalogue.compose(paper, facts.gather(paper, record))


def file_title(paper: str, meeting: int) -> str:
    """ "Biên bản hội nghị 21-08-2019": what a file is called unless the clerk says otherwise."""
    day = meetings.get(meeting)["day"]
    return (
        f"{known_paper(paper).label} {show_date(day).replace('/', '-')}" if day else known_paper(paper).label
    )


def preview(paper: str, meeting: int, parent: QWidget) -> Any:
    """The pages as they will be printed; from there also to files and to the printer."""
    from gui.preview import PreviewDialog

    document = _composed(paper, meeting, parent)
    if document is None:
        return None
    dialog = PreviewDialog(document, file_title(paper, meeting), parent)
    dialog.open()
    return dialog


def save(paper: str, meeting: int, kind: str, parent: QWidget) -> None:
    """Straight to a file: "docx", "xlsx" or "pdf"."""
    from gui import saving

    document = _composed(paper, meeting, parent)
    if document is not None:
        saving.save(document, kind, parent, file_title(paper, meeting))


def print_out(paper: str, meeting: int, parent: QWidget) -> None:
    """The preview with the system's print dialog before it."""
    dialog = preview(paper, meeting, parent)
    if dialog is not None:
        dialog.print_out()


def _composed(paper: str, meeting: int, parent: QWidget) -> Document | None:
    try:
        return compose(paper, meeting)
    except Refused as refused:
        errors.show(refused, parent)
        return None
