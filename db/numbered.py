"""How a paper is numbered: its series, the number it holds, the words the register has of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from db import directives
from db.series import Desk, Entry, of_document
from db.tables import Directive, Meeting, MeetingType, Paper, Person, Recipient, Signature, TakenNumber
from db.values import Values, found, gone, lines
from rules import markers
from rules import numbering as rules
from rules import papers as catalogue
from rules.facts import Office
from rules.numbering import Series
from rules.text import merge
from rules.units import short_committee

TITLE = "Tên hội nghị"


def series_of(desk: Desk, kind: str, record_id: int) -> Series | None:
    """Where the paper is numbered; None for a paper without number or of a body that is not ours."""
    paper = catalogue.paper(kind)
    if catalogue.is_document(kind):
        return _place_of_directive(desk, record_id)
    if kind == catalogue.COPY:
        return desk.series(desk.own.unit_id, paper.type_name, _day_kept(kind, record_id) or date.today())
    if not paper.type_code:
        return None
    meeting = meeting_of(record_id)
    if rules.of_congress(kind, meeting.type.name):
        return desk.congress(meeting.title, record_id)
    return desk.series(desk.own.unit_id, paper.type_name, _day(kind, meeting))


def _place_of_directive(desk: Desk, directive_id: int) -> Series | None:
    (row,) = directives.rows(ids=[directive_id]) or (None,)
    if row is None:
        raise gone()
    if row.direction != "out":
        return None
    day = (row.issued.latest or row.issued.earliest) if row.issued else None
    return of_document(desk, (row.issuer_id, row.issuer_code, row.type), day or date.today())


def number_of_directive(directive_id: int) -> int | None:
    number: int | None = found(Directive, directive_id).number
    return number


def meeting_of(meeting_id: int) -> Any:
    """The meeting with its type; Refused when it is gone."""
    meeting = Meeting.select(Meeting, MeetingType).join(MeetingType).where(Meeting.id == meeting_id).first()
    if meeting is None:
        raise gone()
    return meeting


def _day(kind: str, meeting: Any) -> date:
    """By which its period is found: of signing, else the day it was numbered, else the meeting's or today."""
    today = date.today()
    return _day_kept(kind, meeting.id) or (min(meeting.day, today) if meeting.day else today)


def _day_kept(kind: str, record_id: int) -> date | None:
    """Of signing, else the day it was numbered."""
    paper, taken = paper_of(kind, record_id), taken_by(kind, record_id)
    if paper and paper.signed:
        return paper.signed  # type: ignore[no-any-return]
    return taken.day if taken else None


def _is_of(kind: str, record_id: int) -> Any:
    """The condition that finds the paper of one record."""
    return (Paper.kind == kind) & (getattr(Paper, catalogue.paper(kind).record) == record_id)


def paper_of(kind: str, record_id: int) -> Any:
    """What is kept of the paper, or None."""
    return Paper.get_or_none(_is_of(kind, record_id))


def taken_by(kind: str, record_id: int) -> Any:
    """The number the paper holds, or None."""
    return TakenNumber.select().join(Paper).where(_is_of(kind, record_id)).first()


def is_held_by(entry: Entry, kind: str, record_id: int) -> bool:
    """Whether it is this very paper that holds the number."""
    if catalogue.is_document(kind):
        return entry.directive == record_id and entry.id is None
    return (entry.kind, entry.record) == (kind, record_id)


def words_of(desk: Desk, kind: str, record_id: int) -> Values:
    """What the register says of a paper once it is gone."""
    return _of_copy(desk, record_id) if kind == catalogue.COPY else _of_meeting(desk, kind, record_id)


def _of_copy(desk: Desk, directive_id: int) -> Values:
    kind = catalogue.COPY
    paper, entry = paper_of(kind, directive_id), catalogue.paper(kind)
    day = _day_kept(kind, directive_id) or date.today()
    return {
        "unit": desk.own.unit_id,
        "symbol": desk.symbol(desk.own.unit_id, day),
        "type_name": entry.type_name,
        "type_code": entry.type_code,
        "day": day,
        "signed": paper.signed if paper else None,
        "subject": copied(directive_id),
        **(_feet(paper.id, desk, "") if paper else {}),
    }


def copied(directive_id: int) -> str:
    """The document of a copy, as the register names it: "Chỉ thị 35-CT/TW về …"."""
    (row,) = directives.rows(ids=[directive_id]) or (None,)
    if row is None:
        raise gone()
    return " ".join(part for part in (row.type, row.symbol, row.subject) if part)


def _of_meeting(desk: Desk, kind: str, meeting_id: int) -> Values:
    meeting, paper = meeting_of(meeting_id), paper_of(kind, meeting_id)
    entry = catalogue.paper(kind)
    of_congress = rules.of_congress(kind, meeting.type.name)
    sign = rules.CONGRESS_SYMBOL if of_congress else desk.symbol(desk.own.unit_id, meeting.day)
    signed = paper.signed if paper else None
    return {
        "unit": desk.own.unit_id,
        "symbol": sign,
        "meeting": meeting_id if of_congress else None,
        "congress": meeting.title if of_congress else "",
        "type_name": entry.type_name,
        "type_code": entry.type_code,
        "day": signed or _day(kind, meeting),
        "signed": signed,
        "subject": meeting.title,
        **(_feet(paper.id, desk, meeting.title) if paper else {}),
    }


def _feet(paper_id: int, desk: Desk, title: str) -> Values:
    """Who signed and where it went, as far as it was kept."""
    signers = Signature.select(Signature.name, Person.full_name).left_outer_join(Person)
    signed = lines(signers.where(Signature.paper == paper_id).order_by(Signature.position.desc()))
    sent = Recipient.select(Recipient.content).where(Recipient.paper == paper_id)
    kept_lines = lines(sent.order_by(Recipient.position, Recipient.id))
    places = [filled(text, desk.own, title) for (text,) in kept_lines]
    names = [full_name or name for name, full_name in signed if full_name or name]
    kept = {"signer": names[0] if names else "", "sent_to": "; ".join(places)}
    return {name: text for name, text in kept.items() if text}


def filled(text: str, office: Office, title: str) -> str:
    """A line with its fields, as far as office and meeting tell them; others are left out."""
    values = {markers.key(name): words for name, words in values_of(office, title).items()}
    parts = (
        part if isinstance(part, str) else "" if part.only_if else values.get(markers.key(part.name), "")
        for part in markers.parse(text)
    )
    return " ".join("".join(parts).split())


def values_of(office: Office, title: str) -> dict[str, str]:
    """Field → words that office and meeting tell."""
    committee = office.committee or office.organization
    return {
        "Cơ quan ban hành": committee,
        "Cấp ủy": short_committee(committee, office.spelling),
        "Văn phòng": merge("Văn phòng", committee),
        "Đảng bộ": office.organization,
        "Đảng bộ cấp trên": office.superior,
        "Cấp ủy cấp trên": office.superior_committee,
        "Địa danh": office.place_name,
        "Nhiệm kỳ": office.term,
        TITLE: title,
    }
