"""Where on its pages the marks of a paper stand, and what of a paper stays together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from papers import styles
from papers.content import Block, Document, Grid, Paragraph, Section, Table
from rules import text

FOOT = "circulation_foot"  # the style of the mark at the foot of the last page
FOOT_FROM_EDGE = 10.0  # mm below that mark (05-HD/VPTW II.4.1)
STAYING = 2  # lines of the body that go with the signature onto its page


@dataclass(frozen=True)
class Marked:
    """What one section shows of the circulation mark, and whether it begins on a new leaf."""

    first: str = ""  # at the top of its first page
    last: str = ""  # at the foot of its last page
    leaf: bool = False  # on the front of a leaf, where both sides are printed


def marked(document: Document) -> tuple[Marked, ...]:
    """For every section its marks: at the top of a paper's first page or the foot of its last.

    A section with a letterhead begins a paper; a file without one is one paper. The foot is that of the
    paper's own text, not of its appendices (05-HD/VPTW II.4.1).
    """
    words, place = circulation(document)
    heads = [_has_head(section, document.profile) for section in document.sections]
    begins = heads if any(heads) else [not number for number in range(len(heads))]
    turns = document.marks.duplex
    return tuple(
        Marked(
            words if begun and place == "first" else "",
            words if begun and place == "last" else "",
            turns and bool(number) and (begun or section.restart_numbering),
        )
        for number, (begun, section) in enumerate(zip(begins, document.sections, strict=True))
    )


def first_mark(document: Document) -> str:
    """What the first pages of the papers in this file carry at the top; "" for nothing."""
    return next((one.first for one in marked(document) if one.first), "")


def circulation(document: Document) -> tuple[str, str]:
    """The words of the mark in capitals, and its place: "first" or "last"."""
    words = document.marks.circulation.strip().upper()
    known = styles.form(document.profile).circulations
    place = next((one.place for one in known if text.fold(one.words) == text.fold(words)), "first")
    return words, place


def _has_head(section: Section, profile: str) -> bool:
    titles = set(styles.form(profile).titles)
    return any(
        line.style in titles
        for block in section.blocks
        if isinstance(block, Grid)
        for row in block.rows
        for cell in row
        for line in cell
    )


def staying(blocks: Sequence[Block]) -> frozenset[int]:
    """Places of the blocks that stay with the block behind them: no signature, no contact line stands alone.

    At least two lines, or the last rows of a table, stand above a signature on its page, the contact line
    stands below it. A line that leads over to a list or a table stands above its beginning.
    """
    found: set[int] = set()
    for place, block in enumerate(blocks):
        if _leads_over(block) and place + 1 < len(blocks):
            found.add(place)
        if not _signs(block):
            continue
        lines = 0
        for before in range(place - 1, -1, -1):
            if lines >= STAYING or isinstance(blocks[before], Grid):
                break
            found.add(before)
            lines += STAYING if isinstance(blocks[before], Table) else 1
        found.update(range(place, _contact(blocks, place)))
    return frozenset(found)


def summed(table: Table) -> frozenset[int]:
    """Places of the rows that stay with the row behind them: a sum never begins a page."""
    return frozenset(place for place, row in enumerate(table.rows[1:]) if row.kind == "total")


def _contact(blocks: Sequence[Block], place: int) -> int:
    """The place of the contact line where only paragraphs part it from the signature; else that one's."""
    for after in range(place + 1, len(blocks)):
        block = blocks[after]
        if not isinstance(block, Paragraph):
            break
        if block.style == "contact_line":
            return after
    return place


def _leads_over(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.text.rstrip().endswith(":")


def _signs(block: Block) -> bool:
    if not isinstance(block, Grid):
        return False
    return any(line.style == "signer" for row in block.rows for cell in row for line in cell)


def fitted(section: Section, width: float) -> Section:
    """The section with every table and grid at most `width` mm wide, its columns in proportion."""
    blocks = tuple(_narrowed(block, width) for block in section.blocks)
    return section if blocks == section.blocks else replace(section, blocks=blocks)


def _narrowed(block: Block, width: float) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, rule=width) if block.rule > width else block
    widths = block.widths if isinstance(block, Grid) else tuple(column.width for column in block.columns)
    if sum(widths) <= width + 0.5:
        return block
    share = width / sum(widths)
    scaled = [round(one * share, 1) for one in widths]
    if isinstance(block, Grid):
        return replace(block, widths=tuple(scaled))
    columns = tuple(replace(one, width=new) for one, new in zip(block.columns, scaled, strict=True))
    return replace(block, columns=columns)
