"""All that a paper says, gathered from the file as frozen facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from db import copies, directives, listings, minutes, papers, people, plans, settings, wordings
from db.tables import Unit, UnitKind
from db.unit_names import names
from rules import facts
from rules.directives import URGENCIES
from rules.fields import label_of
from rules.papers import COPY, MEETING, ROWS, paper
from rules.trouble import Refused
from rules.units import PROVINCE

BASES = ("carries_out", "based_on")


def gather(
    kind: str, record_id: int | None = None
) -> facts.Meeting | facts.Plan | facts.Copy | facts.Listing:
    """The facts of one paper: `kind` is a key of rules.papers, the id that of its record.

    Refused when the record is gone or none was named for a paper that needs one.
    """
    record = paper(kind).record
    if record == ROWS:
        return listings.gather(kind)
    if record_id is None:
        raise Refused(f"Chưa chọn mục để lập “{paper(kind).label}”.", "Chọn một mục rồi làm lại.")
    if kind == COPY:
        return copies.gather(record_id)
    return minutes.gather(record_id, kind) if record == MEETING else plan(record_id)


def plan(directive_id: int) -> facts.Plan:
    """One plan; its number and day are those of the directive, names are of its day."""
    (row,) = directives.rows(ids=[directive_id]) or (None,)
    if row is None:
        raise Refused("Văn bản này không còn trong sổ.", "Tải lại danh sách rồi chọn lại.")
    day = row.issued.latest if row.issued else None
    row = directives.rows(ids=[directive_id], on=day)[0]
    kept = papers.get("plan", directive_id)
    links = directives.links(directive_id)
    signers = people.named([block.person for block in kept["signatures"] if block.person], day)
    return facts.Plan(
        head=_head(row, day, kept),
        directive=row.named(),
        issuer=row.issuer,
        bases=tuple(link.directive.named() for link in links if link.outgoing and link.relation in BASES),
        sections=kept["sections"],
        items=tuple(item.named() for item in plans.items(directive_id, on=day)),
        signatures=tuple(_signature(block, signers, row.signer) for block in kept["signatures"]),
        recipients=kept["recipients"],
        wording=wordings.of("plan"),
        office=settings.office(day),
    )


def _head(row: directives.Row, day: date | None, kept: dict[str, Any]) -> facts.Head:
    office = settings.office(day)
    superior, issuer, place_name = _letterhead(row.issuer_id, day)
    marks = papers.marks(kept)
    if row.urgency and not marks.urgency:  # the document's own, where its paper says nothing else
        marks = replace(marks, urgency=label_of(URGENCIES, row.urgency).upper())
    issued = row.issued
    is_exact = issued is not None and issued.earliest == issued.latest
    return facts.Head(
        superior=superior,
        issuer=issuer,
        place_name=kept["place_name"] or place_name,
        type_name=row.type,
        type_code=row.type_code,
        symbol=row.issuer_code,
        number=row.number,
        signed=issued.earliest if issued and is_exact else None,
        subject=row.subject,
        spelling=office.spelling,
        family=office.family,
        form=kept["form"],
        marks=marks,
    )


def _letterhead(unit_id: int | None, day: date | None) -> tuple[str, str, str]:
    """The line above, the issuer, the place; a provincial committee has no line above (36-HD/VPTW)."""
    office = settings.office(day)
    if unit_id is None or unit_id == office.unit_id:
        return office.superior, office.committee or office.organization, office.place_name
    unit: Any = Unit.select(Unit, UnitKind).join(UnitKind).where(Unit.id == unit_id).get()
    name = names(unit_id, day)
    needs_line = unit.kind.level > PROVINCE and unit.parent_id is not None
    superior = names(unit.parent_id, day).organization if needs_line else ""
    return superior, name.committee or name.organization, unit.place_name


def _signature(block: papers.Signed, signers: dict[int, facts.Person], signer: str) -> facts.Signature:
    known = signers.get(block.person) if block.person else None
    return facts.Signature(block.authority, block.post, known.name if known else signer or block.name or None)
