"""What the lines of both registers have in common: marks, days, the letterhead above them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from db import settings
from rules import directives as directive_rules
from rules import papers as catalogue
from rules.dates import paper_date
from rules.facts import Head, ListColumn, Listing, Value
from rules.fields import label_of
from rules.numbering import Period


class Detail(NamedTuple):
    """What the register says of an outgoing document beside its number."""

    secrecy: str
    urgency: str
    copies: int | None
    forwarded: date | None
    file_number: str
    issued: str = ""  # the words of a vague day


NOTHING = Detail("", "", None, None, "")


def marks(detail: Detail) -> list[str]:
    found = []
    if detail.secrecy:
        found.append(label_of(directive_rules.SECRECIES, detail.secrecy))
    if detail.urgency:
        found.append(label_of(directive_rules.URGENCIES, detail.urgency))
    if detail.file_number:
        found.append(f"Hồ sơ số {detail.file_number}")
    return found


def head(title: str) -> Head:
    """The office's letterhead above a list, without number or day."""
    office = settings.office()
    return Head(
        superior=office.superior,
        issuer=office.committee or office.organization,
        place_name=office.place_name,
        type_name=title,
        type_code="",
        symbol=office.symbol,
        number=None,
        signed=None,
        subject="",
        spelling=office.spelling,
        family=office.family,
    )


def day_words(day: date | None) -> str:
    """As the book writes it: zero before days 1–9, months 1 and 2."""
    return paper_date(day) if day else ""


def listing(
    kind: str, period: Period | None, columns: Sequence[ListColumn], rows: list[tuple[Value, ...]], foot: str
) -> Listing:
    label = catalogue.paper(kind).label
    return Listing(head(label), label, period.label if period else "", tuple(columns), tuple(rows), foot)
