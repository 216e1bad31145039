"""The demo: the papers of the sample office as files, then every screen as a picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from db import copies, directives, meetings, plans
from rules.papers import COPY, DIRECTIVE, PAPERS, ROWS, Paper

if TYPE_CHECKING:
    from papers.content import Document

CONGRESS = "Đại hội"
OF_A_CONGRESS = ("summons_circular", "invitation_people")
OF_EVERY_CONFERENCE = ("minutes", "delegates")

Compose = Callable[[str, int | None], "Document"]


def records(paper: Paper) -> Sequence[int | None]:
    """What one kind of paper is shown for: the first conference, or all of them, or a congress.

    A list of rows has no record of its own.
    """
    if paper.record == ROWS:
        return [None]
    if paper.key == COPY:
        return sorted(row.id for row in directives.rows() if copies.is_begun(row.id))[:1]
    if paper.record == DIRECTIVE:
        return sorted(row.id for row in plans.rows() if row.items)
    rows = sorted(meetings.rows(), key=lambda row: row.id)
    congresses = [row.id for row in rows if row.type.startswith(CONGRESS)]
    conferences = [row.id for row in rows if row.id not in congresses]
    of_congresses = congresses if paper.key in OF_A_CONGRESS else []
    return [*(conferences if paper.key in OF_EVERY_CONFERENCE else conferences[:1]), *of_congresses]


def write(folder: Path, compose: Compose, save: Callable[[Document, Path], object]) -> Iterator[Path]:
    """Every paper into `folder`: Word and PDF, Excel where it has tables; each path when it is written."""
    folder.mkdir(parents=True, exist_ok=True)
    for paper in PAPERS:
        for number, record in enumerate(records(paper), start=1):
            document = compose(paper.key, record)
            stem = paper.file_name + (f"-{number}" if number > 1 else "")
            for ending in (".docx", ".xlsx", ".pdf") if document.sheets else (".docx", ".pdf"):
                save(document, folder / f"{stem}{ending}")
                yield folder / f"{stem}{ending}"
