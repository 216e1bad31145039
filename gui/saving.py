"""Where a file goes: names made safe, the system's own dialog, writing in the background."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from gui import jobs, state
from gui.asking import ask

if TYPE_CHECKING:
    from db.produced import Row
    from papers.content import Document
    from papers.produce import Written

KINDS = {
    "docx": ("Lưu Word", "Văn bản Word (*.docx)"),
    "xlsx": ("Lưu Excel", "Bảng tính Excel (*.xlsx)"),
    "pdf": ("Lưu PDF", "Tài liệu PDF (*.pdf)"),
}
RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)
LONGEST = 120  # letters, so that a deep folder still fits the 260 of Windows


@dataclass(frozen=True)
class Origin:
    """Which paper of which record a document is; its files are registered with what it said then."""

    paper: str  # a key of rules.papers
    record: int | None = None
    facts: Mapping[str, str] = field(default_factory=dict)  # label → words, as papers.snapshot gives them
    template: str = ""  # digest of the office's own template, where one made it


def file_name(title: str) -> str:
    """A title as a file name that Windows takes, NFC, without an ending."""
    words = unicodedata.normalize("NFC", title)
    words = re.sub(r'[<>:"/\\|?*\x00-\x1f]+', "-", words)
    words = re.sub(r"\s+", " ", words)[:LONGEST].strip(" .-")
    if not words:
        return "Tài liệu"
    stem, dot, rest = words.partition(".")
    return f"{stem} -{dot}{rest}" if RESERVED.match(stem) else words


def write(document: Document, path: Path) -> None:
    """The document as the ending of `path` says: .docx, .xlsx or .pdf. Refused when the place refuses."""
    if path.suffix.lower() == ".docx":
        from papers import docx_file

        docx_file.write(document, path)
    elif path.suffix.lower() == ".xlsx":
        from papers import xlsx_file

        xlsx_file.write(document, path)
    else:
        from gui import paper

        paper.write_pdf(document, path)


def save(
    document: Document, kind: str, parent: QWidget, name: str = "", origin: Origin | None = None
) -> None:
    """Ask where, write, and offer to open what was written."""
    title, what = KINDS[kind]
    proposed = folder() / f"{file_name(name or document.title)}.{kind}"
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), what)
    if chosen:
        write_to(document, with_ending(Path(chosen), kind), parent, origin=origin)


def with_ending(path: Path, kind: str) -> Path:
    return path if path.suffix.lower() == f".{kind}" else path.with_name(f"{path.name}.{kind}")


def write_to(
    document: Document,
    path: Path,
    parent: QWidget,
    done: Callable[[Path], object] | None = None,
    origin: Origin | None = None,
) -> None:
    """Write in the background; `done` gets the path, by default an offer to open the file.

    With an `origin` a file of ours that was changed by hand stays: the new one is written beside it, and
    what has changed since is told.
    """
    from papers import produce

    state.put("saving/folder", str(path.parent))
    known = _known(path) if origin else None
    work = partial(produce.write, path, partial(write, document), known.digest if known else "")

    def written(made: Written) -> None:
        if origin:
            register(made, document, origin)
        if made.beside and known and origin:
            from gui.kept_edits import KeptEdits

            same = (known.kind, known.record) == (origin.paper, origin.record)
            KeptEdits(path, made.path, known, origin.facts if same else None, parent).open()
        else:
            (done or partial(offer, parent=parent))(made.path)

    jobs.run(work, written, parent=parent)


def _known(path: Path) -> Row | None:
    from db import produced  # a table that goes out needs no open file

    return produced.find(path)


def register(made: Written, document: Document, origin: Origin) -> None:
    """Remember a file just written."""
    from db import produced

    produced.register(
        origin.paper, origin.record, made.path, made.digest, document.profile, origin.facts, origin.template
    )


def offer(path: Path, parent: QWidget) -> None:
    details = [f"Tệp “{path.name}” nằm trong thư mục “{path.parent}”."]
    then = lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))  # noqa: E731
    ask(parent, "Đã lưu xong.", "Mở tệp", then, details=details, no="Đóng")


def folder() -> Path:
    """The folder used last, else the user's documents."""
    last = state.text("saving/folder")
    if last and Path(last).is_dir():
        return Path(last)
    places = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(places) if places and Path(places).is_dir() else Path.home()
