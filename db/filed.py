"""What lies in the file of a meeting: its papers that were issued or written, then the documents it used."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from peewee import JOIN

from db.tables import Paper, Produced, TakenNumber
from db.unit_names import names
from db.values import lines
from rules import directives, facts, numbering
from rules.papers import MEETING, papers_of


class Issuer(NamedTuple):
    """Who issues a paper and by which symbol."""

    name: str
    symbol: str


def issuer(kind: str, meeting: Any, office: facts.Office) -> Issuer:
    """The committee, or the congress itself for the papers that are its own.

    `meeting`: a row of Meeting joined with its type.
    """
    if not numbering.of_congress(kind, meeting.type.name):
        return Issuer(office.committee or office.organization, office.symbol)
    is_ours = meeting.organiser_id in (None, office.unit_id)
    whose = office.organization if is_ours else names(meeting.organiser_id, meeting.day).organization
    name = numbering.congress_name(meeting.type.name, whose, meeting.ordinal)
    return Issuer(name, numbering.CONGRESS_SYMBOL)


def papers(meeting: Any, office: facts.Office) -> list[facts.Filed]:
    """Every paper of the meeting with a number, a day or a written file, in the order of the work."""
    issued = _issued(meeting.id)
    chosen = Produced.select(Produced.kind).where(Produced.record == meeting.id).distinct()
    written = {kind for (kind,) in lines(chosen)}
    found = []
    for entry in papers_of(MEETING):
        number, signed = issued.get(entry.key, (None, None))
        if number is None and signed is None and entry.key not in written:
            continue
        name, sign = issuer(entry.key, meeting, office)
        shown = directives.symbol(number, entry.type_code, sign)
        found.append(facts.Filed(entry.label, shown, signed, name, kind=entry.key))
    return found


def _issued(meeting_id: int) -> dict[str, tuple[int | None, date | None]]:
    chosen = (
        Paper.select(Paper.kind, TakenNumber.number, Paper.signed)
        .join(TakenNumber, JOIN.LEFT_OUTER, on=(TakenNumber.paper == Paper.id))
        .where(Paper.meeting == meeting_id)
    )
    return {kind: (number, signed) for kind, number, signed in lines(chosen)}


def documents(used: Iterable[facts.Directive]) -> list[facts.Filed]:
    """The documents that the meeting used."""
    filed = []
    for one in used:
        issued = one.issued
        day = issued.earliest if issued and issued.earliest == issued.latest else None
        title = f"{one.type_name} {one.subject}".strip()
        filed.append(facts.Filed(title, one.symbol, day, one.issuer))
    return filed
