"""All that a paper says, gathered from the file as frozen facts."""

from __future__ import annotations

from datetime import date
from typing import Any

from db import directives, listings, minutes, papers, people, plans, settings
from db.tables import Unit, UnitKind
from db.unit_names import names
from rules import facts
from rules.papers import MEETING, ROWS, paper
from rules.trouble import Refused
from rules.units import PROVINCE

BASES = ("carries_out", "based_on")


def gather(kind: str, record_id: int | None = None) -> facts.Meeting | facts.Plan | facts.Listing:
    """The facts of one paper: `kind` is a key of rules.papers, the id that of its record.

    Refused when the record is gone or none was named for a paper that needs one.
    """
    record = paper(kind).record
    if record == ROWS:
        return listings.gather(kind)
    if record_id is None:
        raise Refused(f"Chưa chọn mục để lập “{paper(kind).label}”.", "Chọn một mục rồi làm lại.")
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
        head=_head(row, day),
        directive=row.named(),
        issuer=row.issuer,
        bases=tuple(link.directive.named() for link in links if link.outgoing and link.relation in BASES),
        sections=kept["sections"],
        items=tuple(_item(item) for item in plans.items(directive_id, on=day)),
        signatures=tuple(_signature(block, signers, row.signer) for block in kept["signatures"]),
        recipients=kept["recipients"],
    )


def _head(row: directives.Row, day: date | None) -> facts.Head:
    superior, issuer, place_name = _letterhead(row.issuer_id, day)
    issued = row.issued
    is_exact = issued is not None and issued.earliest == issued.latest
    return facts.Head(
        superior=superior,
        issuer=issuer,
        place_name=place_name,
        type_name=row.type,
        type_code=row.type_code,
        symbol=row.issuer_code,
        number=row.number,
        signed=issued.earliest if issued and is_exact else None,
        subject=row.subject,
        spelling=settings.office(day).spelling,
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


def _item(item: plans.Item) -> facts.PlanItem:
    return facts.PlanItem(
        item.content, item.phase, item.lead, item.coordinating, item.time, item.product, item.state, item.note
    )


def _signature(block: papers.Signed, signers: dict[int, facts.Person], signer: str) -> facts.Signature:
    known = signers.get(block.person) if block.person else None
    return facts.Signature(block.authority, block.post, known.name if known else signer or None)
