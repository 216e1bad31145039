"""Who signs a paper and where it goes while nobody has said otherwise: wordings and posts held."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from db import directives, meetings, settings, terms, wordings
from db.holdings import valid_on
from db.series import OFFICE_KIND
from db.tables import Holding, Meeting, MeetingType, Post, PostInclude, Unit, UnitKind
from db.unit_names import names
from db.values import Values, gone, lines
from rules import markers, numbering, office, plans
from rules import papers as catalogue
from rules import wordings as shipped
from rules.facts import Office
from rules.text import STYLES, fold, respell
from rules.units import short_committee

KEPT_BY = "Lưu Văn phòng"
COPIED_BY = ("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG")  # who usually signs copies
PRESIDIUM = "T/M ĐOÀN CHỦ TỊCH"  # for a congress and its organs (05-HD/VPTW I.7.1)
ACTING = "q. "
NAMED = {"bi thu": office.SECRETARY, "chanh van phong": office.CHIEF}  # names asked at the first start
ROLES = {"chu tri": "chair", "thu ky": "secretary"}  # a field in the place of the signer


class Signed(NamedTuple):
    """One signature block: "T/M BAN THƯỜNG VỤ", "BÍ THƯ", who signs (None: not known).

    `name`: of a signer who is not in the register of people.
    """

    authority: str
    post: str = ""
    person: int | None = None
    name: str = ""


def proposed(kind: str, record_id: int, day: date | None, known: Office | None = None) -> Values:
    """signatures and recipients of a paper on its day (None: not signed yet)."""
    own = wordings.of(kind)
    if catalogue.is_document(kind):
        found = _of_plan(record_id, day)
    elif kind == catalogue.COPY:
        found = {"signatures": (_held(*COPIED_BY, day or date.today()),), "recipients": (_kept_by(known),)}
    elif kind == "minutes":
        found = {"signatures": _of_minutes(record_id), "recipients": (_kept_by(known),)}
    else:
        found = _of_meeting(kind, record_id, own, day)
    if "recipients" in own:
        found["recipients"] = tuple(own["recipients"].splitlines())
    return found


def _kept_by(known: Office | None = None) -> str:
    """“Lưu Văn phòng Đảng ủy”: where the last copy stays."""
    own = known or settings.office()
    committee = short_committee(own.committee or own.organization, own.spelling)
    return f"{KEPT_BY} {markers.harmless(committee)}".strip()


def _of_minutes(meeting_id: int) -> tuple[Signed, ...]:
    """The writer left, the chair right (05-HD/VPTW I.7.1.4e)."""
    roles = meetings.roles(meeting_id)
    people = (_first(roles["secretary"]), _first(roles["chair"]))
    pairs = zip(catalogue.MINUTES_CAPTIONS, people, strict=True)
    return tuple(Signed(caption, "", person) for caption, person in pairs)


def _issuer() -> str:
    own = settings.office()
    return own.committee or own.organization


def _first(people: tuple[int, ...]) -> int | None:
    return people[0] if people else None


def _of_meeting(kind: str, meeting_id: int, own: dict[str, str], day: date | None) -> Values:
    chosen = Meeting.select(Meeting.day, MeetingType.name).join(MeetingType).where(Meeting.id == meeting_id)
    (held, type_name) = next(iter(lines(chosen)), (None, None))
    if type_name is None:
        raise gone()
    family = settings.get(office.FAMILY, office.PARTY)
    sent = shipped.recipients(kind, family)
    if numbering.of_congress(kind, type_name):
        chairs = meetings.roles(meeting_id)["chair"]
        return {"signatures": (Signed(PRESIDIUM, "", _first(chairs)),), "recipients": sent}
    if "signer" in own:
        words = tuple(own["signer"].splitlines())
    else:
        style = settings.get(office.SPELLING, STYLES[0])
        words = tuple(respell(line, style) for line in shipped.signer(kind, family))
    words = tuple(shipped.signed(words, _issuer()))
    block = _block(words, meeting_id, day or held or date.today())
    return {"signatures": (block,) if words else (), "recipients": sent}


def _block(words: tuple[str, ...], meeting_id: int, day: date) -> Signed:
    """Authority, post, and in the third line a field or a name in the place of the signer."""
    authority, post, third = (*words, "", "", "")[:3]
    role = next((ROLES.get(markers.key(marker.name)) for marker in markers.markers(third)), None)
    if role:
        return Signed(authority, post, _first(meetings.roles(meeting_id)[role]))
    if third and not list(markers.markers(third)):
        return Signed(authority, post, None, third)
    return _held(authority, post, day)


def _held(authority: str, post: str, day: date) -> Signed:
    """Who holds the named post on the day signs, where exactly one does; else the name kept in settings."""
    named = post or authority
    people = _holders(named, day)
    if len(people) == 1:
        return Signed(authority, post, people[0])
    return Signed(authority, post, None, _kept_name(named, day) if not people else "")


def _holders(post: str, day: date) -> list[int]:
    """In the own unit, else in its office."""
    wanted = fold(post)
    wanted = f"quyen {wanted.removeprefix(ACTING)}" if wanted.startswith(ACTING) else wanted
    keys = [key for key, name in lines(Post.select(Post.id, Post.name)) if fold(name) == wanted]
    own = settings.own_unit()
    if not keys or own is None:
        return []
    also = PostInclude.select(PostInclude.post).where(PostInclude.included.in_(keys))
    office_units = (Unit.parent == own) & (UnitKind.name == OFFICE_KIND)
    chosen: Any = (
        Holding.select(Holding.person, Holding.unit)
        .join(Unit)
        .join(UnitKind)
        .where((Holding.post.in_(keys) | Holding.post.in_(also)) & valid_on(day))
        .where((Unit.id == own) | office_units)
    )
    held = lines(chosen)
    here = dict.fromkeys(person for person, unit in held if unit == own)
    return list(here or dict.fromkeys(person for person, _ in held))


def _kept_name(post: str, day: date) -> str:
    """The name typed for this post; it is of the present term, so papers of an earlier one lack it."""
    own = settings.own_unit()
    if own is None or fold(post) not in NAMED:
        return ""
    is_present = terms.name_on(own, day) == terms.name_on(own, date.today())
    return settings.get(NAMED[fold(post)]) if is_present else ""


def _of_plan(directive_id: int, day: date | None) -> Values:
    """Signed for the collective that issues it; sent upward, downward, to the file (36-HD/VPTW).

    Who signed an issued plan is a fact of its own, so holders of the post are offered, not assumed.
    """
    (directive,) = directives.rows(ids=[directive_id]) or (None,)
    if directive is None:
        raise gone()
    family = settings.get(office.FAMILY, office.PARTY)
    if family == office.STATE:
        words = tuple(shipped.signed(shipped.signer("plan", family), directive.issuer or _issuer()))
        sent = shipped.recipients("plan", family)
        return {"signatures": (_block(words, 0, day or date.today()),), "recipients": sent}
    authority = plans.authority(directive.issuer, settings.get(office.SPELLING, STYLES[0]))
    unit = directive.issuer_id or settings.own_unit()
    parent = settings.parent_of(unit) if unit else None
    above = names(parent) if parent else None
    upward = (f"{markers.harmless(above.committee or above.organization)} (để báo cáo)",) if above else ()
    downward = ("Các ban, đoàn thể, Văn phòng", "Các chi bộ, đảng bộ cơ sở (để thực hiện)")
    is_ours = unit == settings.own_unit()
    name = _kept_name("BÍ THƯ", day or date.today()) if is_ours else ""
    block = Signed(authority, "BÍ THƯ", None, name)
    return {"signatures": (block,), "recipients": (*upward, *downward, _kept_by())}
