"""The rows seen, as a list on paper or in a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from gui import saving
from gui.table import Column
from rules.facts import ListColumn, Listing
from rules.papers import LISTED

if TYPE_CHECKING:
    from papers.content import Document

STRETCHED = 300  # px, the least share of a stretching column on paper
MM = 25.4 / 96  # a screen pixel of 100 % on paper


def seen(
    title: str, subtitle: str, columns: Sequence[Column], rows: Sequence[Any], footer: str = ""
) -> Listing:
    """Facts of the list: exactly these columns and rows as they are read, an ordinal first."""
    from db import listings  # only a list that goes out needs the open file

    heads = [ListColumn("TT", 10, "center")]
    heads += [ListColumn(column.title, round(_wide(column) * MM, 1), column.align) for column in columns]
    lines = tuple(
        (place, *(column.cell(row) for column in columns)) for place, row in enumerate(rows, start=1)
    )
    return Listing(listings.head(title), title, subtitle, tuple(heads), lines, footer)


def _wide(column: Column) -> int:
    """A column that takes the room left on the screen is declared narrow; on paper it gets the words' due."""
    return max(column.width, STRETCHED) if column.stretch else column.width


def document(facts: Listing) -> Document:
    from papers import lists

    return lists.listing(facts)


def origin(facts: Listing, kind: str = LISTED) -> saving.Origin:
    """What is remembered of its files; `kind`: a key of rules.papers where the rows are one of its lists."""
    from papers import snapshot

    return saving.Origin(kind, None, snapshot.of(facts))


def save_excel(facts: Listing, parent: QWidget, kind: str = LISTED) -> None:
    """Ask for a place, write the workbook, offer to open it."""
    saving.save(document(facts), "xlsx", parent, origin=origin(facts, kind))


def preview(facts: Listing, parent: QWidget, kind: str = LISTED) -> None:
    from gui.preview import PreviewDialog  # with all it imports, only when something is printed

    PreviewDialog(document(facts), facts.title, parent, origin(facts, kind)).open()
