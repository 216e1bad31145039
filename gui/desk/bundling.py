"""All papers of a meeting in one folder or one ZIP: named in order, complete or not there at all."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from gui import saving
from gui.workspace import papering
from papers import produce, target
from papers.content import Document
from papers.produce import Written
from rules.facts import Meeting
from rules.numbers import two_digits
from rules.papers import Paper
from rules.trouble import Refused

T = TypeVar("T")


class Piece(NamedTuple):
    """One paper that is to be written, with the facts it is made of."""

    paper: Paper
    meeting: int
    facts: Meeting
    templates: Path  # the folder of the office's own Word files


class Done(NamedTuple):
    """One file of the bundle, where it will lie."""

    written: Written
    document: Document
    origin: saving.Origin


Steps = Generator[tuple[int, int], None, T]  # (done, total), and a value at the end


def to_folder(place: Path, pieces: Sequence[Piece], kinds: Sequence[str]) -> Steps[list[Done]]:
    """Writes every piece in every kind ("docx", "pdf", "xlsx") into the new folder `place`.

    A generator of (done, total) whose value is the files written, for a job; stopped between two steps
    it leaves nothing. Raises Refused.
    """
    with target.gathering(place) as folder:
        made = yield from _write(folder, pieces, kinds)
    return [one._replace(written=one.written._replace(path=place / one.written.path.name)) for one in made]


def to_zip(path: Path, pieces: Sequence[Piece], kinds: Sequence[str]) -> Steps[Path]:
    """The same in one ZIP file; its value is the path."""
    with target.replacing(path) as beside, tempfile.TemporaryDirectory() as name:
        made = yield from _write(Path(name), pieces, kinds)
        with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as packed:
            for one in made:
                packed.write(one.written.path, one.written.path.name)
    return path


def _write(folder: Path, pieces: Sequence[Piece], kinds: Sequence[str]) -> Steps[list[Done]]:
    made: list[Done] = []
    total = len(pieces) * len(kinds)
    for place, (paper, meeting, facts, templates) in enumerate(pieces):
        composed = papering.of_facts(paper.key, meeting, facts, templates)
        stem = f"{two_digits(place + 1)} {saving.file_name(paper.label)}"
        for number, kind in enumerate(kinds):
            yield place * len(kinds) + number, total
            if kind == "xlsx" and not composed.document.sheets:
                continue
            path = folder / f"{stem}.{kind}"
            saving.write(composed.document, path)
            made.append(Done(Written(path, produce.digest(path)), *composed))
    yield total, total
    if not made:
        raise Refused("Các văn bản đã chọn không có bảng nào.", "Hãy chọn thêm loại tệp Word hoặc PDF.")
    return made
