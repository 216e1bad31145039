"""A paper made of the office's own Word file, as pages for preview, print and PDF."""

from __future__ import annotations

import tempfile
from pathlib import Path

from gui.facsimile import Facsimile
from papers.checking import reading
from papers.content import Document


class WordPages(Facsimile):
    """The pages of `document.word` with its letterhead, boxes, borders and pictures, as far as they go."""

    def __init__(self, document: Document) -> None:
        """Refused where the file cannot be read."""
        self.document = document
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "van ban.docx"
            path.write_bytes(document.word)
            super().__init__(reading.read(path, images=True))
