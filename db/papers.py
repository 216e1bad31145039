"""What is kept for one paper beside its record: number, day, marks, prose, signatures, recipients."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from db import directives, meetings, numbered, numbering, settings, signers
from db.history import change
from db.signers import Signed as Signed
from db.tables import Paper, PaperSection, Person, Recipient, Signature
from db.values import Values, found, keep, label, lines
from rules import copies
from rules import papers as catalogue
from rules.dates import exact
from rules.directives import is_marked
from rules.facts import Marks, Office
from rules.fields import blank, check, tidy
from rules.meetings import PAPER_FIELDS
from rules.paper_fields import MARK_FIELDS
from rules.text import clean
from rules.trouble import Refused

FIELDS = (*PAPER_FIELDS, *MARK_FIELDS)
MARKS = tuple(field.name for field in MARK_FIELDS)


def get(kind: str, record_id: int, own: Office | None = None) -> Values:
    """number, signed, place_name, the marks (rules.paper_fields), sections (key → prose), signatures
    (Signed), recipients.

    `kind` is a key of rules.papers; signatures and recipients never kept are proposed. Number and day of
    a paper made of a document are those of the document. `own`: the office, where it is known already.
    """
    paper = Paper.get_or_none(_of(kind, record_id))
    kept = _parts(paper.id) if paper else {"sections": {}, "signatures": (), "recipients": ()}
    values: Values = {name: getattr(paper, name) for name in MARKS} if paper else blank(MARK_FIELDS)
    values |= {"number": numbering.number_of(kind, record_id), "signed": _signed(kind, record_id, paper)}
    is_whole = kept["signatures"] and kept["recipients"]
    proposed = {} if is_whole else signers.proposed(kind, record_id, values["signed"], own)
    return {
        **values,
        "place_name": paper.place_name if paper else "",
        "sections": kept["sections"],
        "signatures": kept["signatures"] or proposed["signatures"],
        "recipients": kept["recipients"] or proposed["recipients"],
    }


def marks(values: Mapping[str, Any]) -> Marks:
    """The marks of a paper, as `get` gives them, for its head."""
    return Marks(**{name: values[name] for name in MARKS if name != "form"})


def _of(kind: str, record_id: int) -> Any:
    """The condition that finds the paper of one record."""
    record = catalogue.paper(kind).record
    if record == catalogue.ROWS:
        raise ValueError(f"{kind} is a paper of no record")
    return (Paper.kind == kind) & (getattr(Paper, record) == record_id)


def _signed(kind: str, record_id: int, paper: Any) -> date | None:
    if catalogue.is_document(kind):
        issued = directives.get(record_id)["issued"]
        return issued.earliest if issued and issued.earliest == issued.latest else None
    return paper.signed if paper else None


def _parts(paper_id: int) -> Values:
    prose = PaperSection.select(PaperSection.section, PaperSection.content)
    signed = Signature.select(Signature.authority, Signature.post, Signature.person, Signature.name)
    sent = Recipient.select(Recipient.content).where(Recipient.paper == paper_id)
    ordered = signed.where(Signature.paper == paper_id).order_by(Signature.position, Signature.id)
    return {
        "sections": dict(lines(prose.where(PaperSection.paper == paper_id))),
        "signatures": tuple(Signed(*line) for line in lines(ordered)),
        "recipients": tuple(text for (text,) in lines(sent.order_by(Recipient.position, Recipient.id))),
    }


def save(kind: str, record_id: int, values: Mapping[str, Any]) -> int:
    """Keeps what is given of what `get` tells.

    Sections given join those kept; an empty one goes. Signatures and recipients are given whole. A number
    goes through db.numbering: Refused with who holds it where it is taken.
    """
    whole = _checked(kind, record_id, values)
    old = Paper.get_or_none(_of(kind, record_id))
    with change(_label(kind, record_id)):
        had_number = numbering.number_of(kind, record_id) is not None
        before = numbering.series_for(kind, record_id) if had_number else None
        row: Values = {name: whole[name] for name in (*MARKS, "place_name") if name in whole}
        is_of_directive = catalogue.is_document(kind)
        if "signed" in whole and not is_of_directive:
            row["signed"] = whole["signed"]
        owner = {catalogue.paper(kind).record: record_id, "kind": kind}
        paper = keep(Paper, {**owner, **row}, old.id if old else None)
        _keep_prose(paper, whole)
        if "signed" in whole and is_of_directive:
            _date(record_id, whole["signed"])
        if "number" in whole:
            numbering.give(kind, record_id, whole["number"])
        if not is_of_directive and numbering.number_of(kind, record_id) is not None:
            numbering.follow(kind, record_id, before, _feet(kind, record_id))
    return paper


def _keep_prose(paper: int, whole: Values) -> None:
    for section, text in whole.get("sections", {}).items():
        _keep_section(paper, section, clean(text, lines=True))
    if "signatures" in whole:
        blocks = (Signed(*block) for block in whole["signatures"])
        tidied = (
            b._replace(authority=clean(b.authority), post=clean(b.post), name=clean(b.name)) for b in blocks
        )
        _replace(Signature, paper, (block._asdict() for block in tidied))
    if "recipients" in whole:
        texts = [clean(text) for text in whole["recipients"]]
        _replace(Recipient, paper, [{"content": text} for text in texts if text])


def _date(directive_id: int, day: date | None) -> None:
    """The day of a paper made of a document is the document's; a vague one stays where no day is given."""
    if day != _signed("plan", directive_id, None):
        directives.save({"issued": exact(day) if day else None}, directive_id)


def _feet(kind: str, record_id: int) -> Values:
    """Signer and recipients as the register prints them."""
    kept = get(kind, record_id)
    title = meetings.get(record_id)["title"] if catalogue.paper(kind).record == catalogue.MEETING else ""
    sent = (numbered.filled(line, settings.office(), title) for line in kept["recipients"])
    return {"signer": signer(kept["signatures"]), "sent_to": "; ".join(sent)}


def signer(blocks: Iterable[Signed]) -> str:
    """The name of who signs on the right, where it is known."""
    named = [found(Person, block.person).full_name if block.person else block.name for block in blocks]
    return named[-1] if named else ""


def _checked(kind: str, record_id: int, values: Mapping[str, Any]) -> Values:
    whole: Values = tidy(FIELDS, values)
    if "place_name" in whole:
        whole["place_name"] = clean(whole["place_name"])
    if "sheet" in whole:
        whole["sheet"] = whole["sheet"] or "A4"
    problems = check([field for field in FIELDS if field.name in whole], whole)
    if problems:
        raise Refused(next(iter(problems.values())), "Sửa lại rồi lưu.")
    if kind == catalogue.COPY and is_marked(directives.get(record_id)["secrecy"]):
        raise Refused(*copies.MARKED)
    if catalogue.is_document(kind) and any(whole.get("sections", {}).values()):
        directives.refuse_marked(record_id)
    return whole


def _label(kind: str, record_id: int) -> str:
    record = catalogue.paper(kind).record
    of = meetings.get(record_id)["title"] if record == catalogue.MEETING else ""
    if kind == catalogue.COPY:
        of = directives.title(directives.get(record_id))
    return label("Sửa", catalogue.paper(kind).label.lower() + (":" if of else ""), of)


def _keep_section(paper_id: int, section: str, text: str) -> None:
    here = (PaperSection.paper == paper_id) & (PaperSection.section == section)
    old = PaperSection.get_or_none(here)
    if text:
        row = {"paper": paper_id, "section": section, "content": text}
        keep(PaperSection, row, old.id if old else None)
    elif old:
        PaperSection.delete().where(here).execute()


def _replace(table: Any, paper_id: int, rows: Iterable[Values]) -> None:
    """The rows become exactly these; those that stay in their place keep their row."""
    old = list(table.select().where(table.paper == paper_id).order_by(table.position, table.id))
    new = list(rows)
    for place, row in enumerate(new):
        kept = old[place].id if place < len(old) else None
        keep(table, {**row, "paper": paper_id, "position": place + 1}, kept)
    surplus = [line.id for line in old[len(new) :]]
    table.delete().where(table.id.in_(surplus)).execute()
