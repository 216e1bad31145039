"""Where a file goes: names made safe, the system's own dialog, writing in the background."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from gui import errors, jobs, state
from gui.asking import ask
from rules.text import mend_letters
from rules.trouble import Refused

if TYPE_CHECKING:
    from db.produced import File, Row
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

    paper: str  # as rules.papers.label_of knows it
    record: int | None = None
    facts: Mapping[str, str] = field(default_factory=dict)  # label → words, as papers.snapshot gives them
    template: str = ""  # digest of the office's own template, where one made it


def file_name(title: str) -> str:
    """A title as a file name that Windows takes, NFC, without an ending."""
    words = mend_letters(title)
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
        path = with_ending(Path(chosen), kind)
        write_to(document, path, parent, origin=origin, over=path == Path(chosen))


def with_ending(path: Path, kind: str) -> Path:
    """The path with its ending; where that had to be added, a name nothing bears, since nobody was asked."""
    from papers import produce

    if path.suffix.lower() == f".{kind}":
        return path
    named = path.with_name(f"{path.name}.{kind}")
    return produce.free(named) if named.exists() else named


def write_to(
    document: Document,
    path: Path,
    parent: QWidget,
    done: Callable[[Path], object] | None = None,
    origin: Origin | None = None,
    over: bool = False,
) -> None:
    """Write in the background; `done` gets the path, by default an offer to open the file.

    A file of ours that was changed by hand stays: the new one is written beside it, and what has changed
    since is told. A file of somebody else stays too unless `over`: the dialog asked whether it may go.
    """
    from papers import produce

    state.put("saving/folder", str(path.parent))
    before = known(path)
    work = partial(produce.write, path, partial(write, document), before.digest if before else "", over)

    def written(made: Written) -> None:
        if origin:
            remember([kept_file(made, document, origin)], parent)
        if made.beside:
            tell_beside(path, made.path, before, origin, parent)
        else:
            (done or partial(offer, parent=parent))(made.path)

    jobs.run(work, written, parent=parent)


def known(path: Path) -> Row | None:
    """What was last written at this place, as far as a data file is open."""
    from db import file, produced  # a table that goes out needs no open file

    return None if file.database.is_closed() else produced.find(path)


def kept_file(made: Written, document: Document, origin: Origin) -> File:
    """A file just written, as it is remembered."""
    from db.produced import File

    whole = (made.path, made.digest, document.profile, origin.facts, origin.template)
    return File(origin.paper, origin.record, *whole)


def remember(files: Sequence[File], parent: QWidget, said: str = "") -> None:
    """Remember files just written, `said` being their line of history; where that fails it is told."""
    from db import produced

    try:
        if said:
            produced.register_all(files, said)
        else:
            for one in files:
                produced.register(*one)
    except Refused as refused:
        what = f"Tệp đã ghi xong, nhưng chưa ghi nhớ được vào dữ liệu. {refused.what}"
        errors.show(Refused(what, refused.do), parent)


def tell_beside(asked: Path, made: Path, before: Row | None, origin: Origin | None, parent: QWidget) -> None:
    """The file that was asked for stays as it was; the new one lies beside it."""
    if before and origin:
        from gui.kept_edits import KeptEdits

        same = (before.kind, before.record) == (origin.paper, origin.record)
        KeptEdits(asked, made, before, origin.facts if same else None, parent).open()
        return
    then = lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(made)))  # noqa: E731
    details = [f"Bản mới nằm cạnh tệp đó, tên là “{made.name}”.", str(made.parent)]
    ask(
        parent,
        f"“{asked.name}” đã có từ trước nên được giữ nguyên.",
        "Mở bản mới",
        then,
        details=details,
        no="Đóng",
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
