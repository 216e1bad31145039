"""A Word file as plain text, one line for a paragraph and one for a row of a table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from papers import docx_file
from papers.content import Block, Document, Grid, Paragraph, display


def read_text(path: Path) -> str:
    """The words of a Word file, cells parted by tabs; raises Refused as docx_file.read does."""
    return text_of(docx_file.read(path))


def text_of(document: Document) -> str:
    """The words of a paper in the order of the page."""
    blocks = (block for section in document.sections for block in section.blocks)
    return "\n".join(line for block in blocks for line in _lines(block)).strip("\n")


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
    elif isinstance(block, Grid):
        yield from (part.text for row in block.rows for cell in row for part in cell)
    else:
        titles = [column.title for column in block.columns]
        if any(titles):
            yield "\t".join(" ".join(title.split()) for title in titles)
        for row in block.rows:
            yield "\t".join(" ".join(display(cell).split()) for cell in row.cells)
