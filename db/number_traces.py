"""What the books of numbers keep of documents that are deleted: an issued number is never lost."""

from __future__ import annotations

from collections.abc import Iterable

from db import series as known
from db import settings
from db.series import Entry
from db.tables import TakenNumber
from db.values import Values, keep
from rules import numbering as rules

WORDS = ("symbol", "type_name", "type_code", "subject", "signer", "sent_to")


def leave(directive_ids: Iterable[int]) -> None:
    """Before documents go: the numbers of those that we issued stay, with their words."""
    for entry in held_by(directive_ids):
        keep(TakenNumber, row_of(entry) | {"state": rules.USED, "reason": known.DELETED})


def held_by(directive_ids: Iterable[int]) -> list[Entry]:
    """The numbers that these outgoing documents hold."""
    chosen = set(directive_ids)
    if not settings.is_started():
        return []
    return [one for one in known.entries(known.desk()) if one.directive in chosen and one.id is None]


def row_of(entry: Entry) -> Values:
    """The words of a document's number, to be kept without the document."""
    row: Values = {name: getattr(entry, name) for name in WORDS} | {"unit": entry.series.unit}
    if not entry.series.types:
        row |= {"meeting": entry.series.congress, "congress": entry.series.period.label}
    return row | {"number": entry.number, "day": entry.counted, "signed": entry.day}
