"""All papers of a meeting in one folder or one ZIP: named in order, complete or not there at all."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from gui import saving
from gui.workspace import papering
from papers import produce, snapshot, target
from papers.content import Document
from papers.produce import Written
from rules.facts import Meeting
from rules.numbers import two_digits
from rules.papers import Paper, label_of
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


class Packed(NamedTuple):
    """The ZIP file of a bundle with what all its papers say."""

    written: Written
    facts: dict[str, str]  # label → words, as papers.snapshot.of_bundle gives them


Steps = Generator[tuple[int, int], None, T]  # (done, total), and a value at the end


def to_folder(place: Path, pieces: Sequence[Piece], kinds: Sequence[str]) -> Steps[list[Done]]:
    """Writes every piece in every kind ("docx", "pdf", "xlsx") into the new folder `place`.

    A generator of (done, total) whose value is the files written, for a job; stopped between two steps, or
    Refused with the paper at which it ended, it leaves nothing.
    """
    with target.gathering(place) as folder:
        made = yield from _write(folder, place, pieces, kinds)
    return [one._replace(written=one.written._replace(path=place / one.written.path.name)) for one in made]


def to_zip(
    path: Path, pieces: Sequence[Piece], kinds: Sequence[str], known: str = "", over: bool = False
) -> Steps[Packed]:
    """The same in one ZIP file; `known` and `over` as papers.produce.place takes them."""
    place = produce.place(path, known, over)
    with target.replacing(place) as beside, tempfile.TemporaryDirectory(prefix=".", dir=place.parent) as name:
        made = yield from _write(Path(name), place.parent, pieces, kinds)
        with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as packed:
            for one in made:
                packed.write(one.written.path, one.written.path.name)
    said = snapshot.of_bundle(
        ((label_of(one.origin.paper), one.origin.facts) for one in made),
        [one.written.path.name for one in made],
    )
    return Packed(produce.written(place, path), said)


def _write(folder: Path, shown: Path, pieces: Sequence[Piece], kinds: Sequence[str]) -> Steps[list[Done]]:
    """Every file into `folder`, which the person knows as `shown`."""
    made: list[Done] = []
    total = len(pieces) * len(kinds)
    for place, (paper, meeting, facts, templates) in enumerate(pieces):
        stem = f"{two_digits(place + 1)} {saving.file_name(paper.label)}"
        composed = None
        for number, kind in enumerate(kinds):
            yield place * len(kinds) + number, total
            try:
                composed = composed or papering.of_facts(paper.key, meeting, facts, templates)
                if kind == "xlsx" and not composed.document.sheets:
                    continue
                path = folder / f"{stem}.{kind}"
                saving.write(composed.document, path)
            except Refused as refused:
                raise _nothing(refused, f"{stem}.{kind}", folder, shown) from refused
            made.append(Done(produce.written(path, path), *composed))
    yield total, total
    if not made:
        raise Refused("Các văn bản đã chọn không có bảng nào.", "Hãy chọn thêm loại tệp Word hoặc PDF.")
    return made


def _nothing(refused: Refused, name: str, folder: Path, shown: Path) -> Refused:
    """The same refusal with the paper it came at, and that none is there."""
    said = refused.what.replace(str(folder), str(shown))
    return Refused(f"{said} Dừng ở “{name}”, chưa tệp nào được ghi ra.", refused.do)
