"""Lists of anything seen on the screen or kept in a register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from papers import letterhead, measures, styles
from papers.content import Block, Column, Document, Row, Section, Sheet, Table, display, paragraph
from rules.facts import Listing, Value

MANY_COLUMNS = 6  # more stand on a sheet turned on its side
CELL_SIDES = 3.0  # mm left free at both sides of a cell
LOOKED_AT = 1000  # rows of a list whose words decide on widths
WIDEST_WORD = 40.0  # mm; longer ones break
SMALL_LETTERS = 0.8  # of the width of capitals, on the generous side


def listing(facts: Listing) -> Document:
    """Rows as they are seen, on paper and as a workbook."""
    landscape = len(facts.columns) > MANY_COLUMNS
    profile = styles.profile_of(facts.head)
    table_columns = columns(facts, profile, landscape)
    table = Table(table_columns, tuple(_row(row, len(table_columns)) for row in facts.rows))
    head = replace(facts.head, type_name=facts.title, subject=facts.subtitle)
    blocks: list[Block] = [*letterhead.head(head, profile, landscape), table]
    notes: tuple[str, ...] = ()
    if facts.footer:
        blocks.append(paragraph("total", facts.footer))
        notes = (facts.footer,)
    sheet = Sheet(facts.title, facts.title, table, (facts.subtitle, *notes) if facts.subtitle else notes)
    return Document(facts.title, profile, (Section(tuple(blocks), landscape),), (sheet,), head.marks)


def _row(cells: tuple[Value, ...], width: int) -> Row:
    """A row of one cell in a table of several columns heads those that follow."""
    return Row(cells, "group") if len(cells) == 1 < width else Row(cells)


def columns(facts: Listing, profile: str, landscape: bool) -> tuple[Column, ...]:
    """The listing's columns with their shares of the text width, in mm; none too narrow for its words."""
    size = styles.style(profile, "cell_heading").size
    least = [_least_width(facts, place, size) for place in range(len(facts.columns))]
    sheet = styles.page(profile, landscape, facts.head.marks.sheet)
    widths = shared([c.width for c in facts.columns], least, sheet.text_width)
    return tuple(
        Column(c.title, round(width, 1), c.align) for c, width in zip(facts.columns, widths, strict=True)
    )


def _least_width(facts: Listing, place: int, size: float) -> float:
    """mm that hold the longest words of a column's heading and of its first rows."""
    cells = (display(row[place]) for row in facts.rows[:LOOKED_AT] if place < len(row))
    longest = max((word for cell in cells for word in cell.split()), key=len, default="")
    needed = max((_word_width(word, size) for word in facts.columns[place].title.split()), default=0.0)
    return max(needed, min(_word_width(longest, size), WIDEST_WORD))


def _word_width(word: str, size: float) -> float:
    """mm of a column that holds the word unbroken."""
    letters = measures.bold_width(word.upper(), size)
    return CELL_SIDES + (letters if word == word.upper() else letters * SMALL_LETTERS)


def _highest(parts: Sequence[float], width: float) -> float:
    """The height at which all parts cut off still fill no more than `width`."""
    below = 0.0
    for place, part in enumerate(sorted(parts)):
        even = (width - below) / (len(parts) - place)
        if part > even:
            return even
        below += part
    return width


def shared(shares: Sequence[float], least: Sequence[float], width: float) -> list[float]:
    """`width` parted by `shares`, none narrower than `least`; too many wishes: the widest give way."""
    if sum(least) > width:
        least = [min(part, _highest(least, width)) for part in least]
    fixed: set[int] = set()
    while True:
        free = width - sum(least[i] for i in fixed)
        whole = sum(share for i, share in enumerate(shares) if i not in fixed) or 1.0
        parts = [least[i] if i in fixed else share / whole * free for i, share in enumerate(shares)]
        narrow = {i for i, part in enumerate(parts) if part < least[i] and i not in fixed}
        if not narrow:
            return parts
        fixed |= narrow
