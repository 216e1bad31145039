"""What is kept for one paper beside its record: number, day, prose, signatures, recipients."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from db import directives, meetings, settings
from db.history import change
from db.tables import MeetingRole, Paper, PaperSection, Recipient, Signature
from db.unit_names import names
from db.values import Values, gone, keep, label, lines
from rules import office, plans
from rules import papers as catalogue
from rules.fields import check, tidy
from rules.meetings import PAPER_FIELDS
from rules.text import STYLES, clean
from rules.trouble import Refused

KEPT_BY = "Lưu Văn phòng"


class Signed(NamedTuple):
    """One signature block: "T/M BAN THƯỜNG VỤ", "BÍ THƯ", who signs (None: not known)."""

    authority: str
    post: str = ""
    person: int | None = None


def get(kind: str, record_id: int) -> Values:
    """number, signed, place_name, sections (key → prose), signatures (Signed), recipients.

    `kind` is a key of rules.papers; what was never kept is proposed.
    """
    paper = Paper.get_or_none(_of(kind, record_id))
    kept = _parts(paper.id) if paper else {"sections": {}, "signatures": (), "recipients": ()}
    head = {name: getattr(paper, name) if paper else None for name in ("number", "signed")}
    proposed = {} if kept["signatures"] and kept["recipients"] else _proposed(kind, record_id)
    return {
        **head,
        "place_name": paper.place_name if paper else "",
        "sections": kept["sections"],
        "signatures": kept["signatures"] or proposed["signatures"],
        "recipients": kept["recipients"] or proposed["recipients"],
    }


def _of(kind: str, record_id: int) -> Any:
    """The condition that finds the paper of one record."""
    record = catalogue.paper(kind).record
    if record == catalogue.ROWS:
        raise ValueError(f"{kind} is a paper of no record")
    return (Paper.kind == kind) & (getattr(Paper, record) == record_id)


def _parts(paper_id: int) -> Values:
    prose = PaperSection.select(PaperSection.section, PaperSection.content)
    signed = Signature.select(Signature.authority, Signature.post, Signature.person)
    sent = Recipient.select(Recipient.content).where(Recipient.paper == paper_id)
    ordered = signed.where(Signature.paper == paper_id).order_by(Signature.position, Signature.id)
    return {
        "sections": dict(lines(prose.where(PaperSection.paper == paper_id))),
        "signatures": tuple(Signed(*line) for line in lines(ordered)),
        "recipients": tuple(text for (text,) in lines(sent.order_by(Recipient.position, Recipient.id))),
    }


def _proposed(kind: str, record_id: int) -> Values:
    if kind == "minutes":
        chosen = MeetingRole.select(MeetingRole.role, MeetingRole.person)
        ordered = chosen.where(MeetingRole.meeting == record_id).order_by(MeetingRole.position.desc())
        first = dict(lines(ordered))
        people = (first.get("secretary"), first.get("chair"))
        pairs = zip(catalogue.MINUTES_CAPTIONS, people, strict=True)
        blocks = tuple(Signed(caption, "", person) for caption, person in pairs)
        return {"signatures": blocks, "recipients": (KEPT_BY,)}
    if kind == "plan":
        return _proposed_for_plan(record_id)
    return {"signatures": (), "recipients": ()}


def _proposed_for_plan(directive_id: int) -> Values:
    """Signed for the collective that issues it; sent upward, downward, to the file (36-HD/VPTW)."""
    (directive,) = directives.rows(ids=[directive_id]) or (None,)
    if directive is None:
        raise gone()
    authority = plans.authority(directive.issuer, settings.get(office.SPELLING, STYLES[0]))
    unit = directive.issuer_id or settings.own_unit()
    parent = settings.parent_of(unit) if unit else None
    above = names(parent) if parent else None
    upward = (f"{above.committee or above.organization} (để báo cáo)",) if above else ()
    downward = ("Các ban, đoàn thể, Văn phòng", "Các chi bộ, đảng bộ cơ sở (để thực hiện)")
    return {"signatures": (Signed(authority, "BÍ THƯ"),), "recipients": (*upward, *downward, KEPT_BY)}


def save(kind: str, record_id: int, values: Mapping[str, Any]) -> int:
    """Keeps what is given of: number, signed, place_name, sections, signatures, recipients.

    Sections given join those kept; an empty one goes. Signatures and recipients are given whole.
    """
    whole = _checked(kind, record_id, values)
    old = Paper.get_or_none(_of(kind, record_id))
    with change(_label(kind, record_id)):
        row: Values = {name: whole[name] for name in ("number", "signed", "place_name") if name in whole}
        owner = {catalogue.paper(kind).record: record_id, "kind": kind}
        paper = keep(Paper, {**owner, **row}, old.id if old else None)
        for section, text in whole.get("sections", {}).items():
            _keep_section(paper, section, clean(text, lines=True))
        if "signatures" in whole:
            blocks = (
                Signed(clean(authority), clean(post), person)
                for authority, post, person in (Signed(*block) for block in whole["signatures"])
            )
            _replace(Signature, paper, (block._asdict() for block in blocks))
        if "recipients" in whole:
            texts = [clean(text) for text in whole["recipients"]]
            _replace(Recipient, paper, [{"content": text} for text in texts if text])
    return paper


def _checked(kind: str, record_id: int, values: Mapping[str, Any]) -> Values:
    whole: Values = tidy(PAPER_FIELDS, values)
    if "place_name" in whole:
        whole["place_name"] = clean(whole["place_name"])
    problems = check([field for field in PAPER_FIELDS if field.name in whole], whole)
    if problems:
        raise Refused(next(iter(problems.values())), "Sửa lại rồi lưu.")
    if catalogue.paper(kind).record == catalogue.DIRECTIVE and any(whole.get("sections", {}).values()):
        directives.refuse_marked(record_id)
    return whole


def _label(kind: str, record_id: int) -> str:
    record = catalogue.paper(kind).record
    of = meetings.get(record_id)["title"] if record == catalogue.MEETING else ""
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
