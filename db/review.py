"""The review of what is kept: questions over all tables, the answers as findings that name their record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from db import directives, imports, number_books
from db.tables import Directive, DirectiveLink, Invitation, Meeting
from db.values import form_of, lines
from rules import directives as directive_rules
from rules import numbering, review
from rules import people as people_rules
from rules import units as unit_rules
from rules.dates import paper_date, show_date
from rules.imports.facts import Known
from rules.names import Namesake, probable_duplicates
from rules.review import DIRECTIVE, NUMBERS, PERSON, UNIT, Finding, Held
from rules.text import fold

__all__ = ["Finding", "findings"]


def findings(today: date | None = None) -> list[Finding]:
    """All that a clerk should look at, in the order of rules.review.LOOKS; nothing is changed."""
    day = today or date.today()
    known = imports.known("people")
    found = [*_people(known, day), *_units(known), *_directives(known, day), *_numbers()]
    order = [one.key for one in review.LOOKS]
    return sorted(found, key=lambda one: order.index(one.look))


# -- people and their posts


def _people(known: Known, day: date) -> Iterator[Finding]:
    names = {one.id: one.values["full_name"] for one in known.people}
    held = _held(known)
    yield from _called(names, held, day)
    for one, other in review.two_holders(held):
        first = f"{one.post} {one.place}: {one.name} {review.span(one)}".rstrip()
        yield Finding(
            "two_holders",
            PERSON,
            one.person,
            one.name,
            f"{first}; {other.name} {review.span(other)}".rstrip(),
        )
    for one in review.twice(held):
        words = f"{one.post} {one.place} {review.span(one)}".rstrip()
        yield Finding("twice", PERSON, one.person, one.name, f"{words}: đã ghi rồi cho cùng thời gian.")
    closed = {unit.id: unit.values["closed"] for unit in known.units if unit.values["closed"]}
    for one in held:
        end = closed.get(one.unit)
        if end and end <= day and (one.until is None or one.until > end):
            words = f"{one.post} {one.place}: đơn vị kết thúc hoạt động ngày {paper_date(end)}."
            yield Finding("closed", PERSON, one.person, one.name, words)
    yield from _same_people(known, held, day)
    for person in known.people:
        said = [*people_rules.doubts(person.values).values(), *review.age_doubts(person.values, day)]
        if said:
            yield Finding("people", PERSON, person.id, names[person.id], " ".join(said))


def _held(known: Known) -> list[Held]:
    """Every post of everybody, with the names of today."""
    posts = {post.id: post.name for post in known.posts}
    places = {unit.id: unit.names[0][1] or unit.names[0][0] for unit in known.units}
    return [
        Held(
            person.id,
            person.values["full_name"],
            posts[one.post],
            one.unit,
            places[one.unit],
            one.since,
            one.until,
        )
        for person in known.people
        for one in person.held
    ]


def _called(names: dict[int, str], held: list[Held], day: date) -> Iterator[Finding]:
    """People called to meetings still to be held who hold no post anywhere on that day."""
    chosen = (
        Invitation.select(Invitation.person, Meeting.id, Meeting.day, Meeting.title)
        .join(Meeting)
        .where((~Invitation.guest) & (Meeting.day.is_null() | (Meeting.day >= day)))
        .order_by(Meeting.day, Invitation.id)
    )
    of_person: dict[int, list[Held]] = defaultdict(list)
    for one in held:
        of_person[one.person].append(one)
    for person, _, on, title in lines(chosen):
        when = on or day
        current = (
            one for one in of_person[person] if (one.since or date.min) <= when <= (one.until or date.max)
        )
        if next(current, None) is None:
            words = f"Chưa có chức vụ ở đơn vị nào vào ngày họp: {title}"
            yield Finding("called", PERSON, person, names[person], words)


def _same_people(known: Known, held: list[Held], day: date) -> Iterator[Finding]:
    """Same name, and nothing known that tells them apart; shown, never joined."""
    place: dict[int, str] = {}
    for one in held:
        if one.until is None or one.until >= day:
            place.setdefault(one.person, one.place)
    people = {person.id: person for person in known.people}
    rows = []
    for person in known.people:
        birth = person.birth
        year = birth.earliest.year if birth and birth.earliest else None
        rows.append(Namesake(person.id, person.values["full_name"], year, place.get(person.id, "")))
    for group in probable_duplicates(rows):
        first, *rest = group
        others = "; ".join(_described(people[one].values, place.get(one, "")) for one in rest)
        words = f"{_described(people[first].values, place.get(first, ''))} và {others}"
        yield Finding("same_people", PERSON, first, people[first].values["full_name"], words)


def _described(values: dict[str, object], place: str) -> str:
    """ "Nguyễn Văn Bình (sinh 1970, Đảng ủy Sở Nội vụ)": what tells a person from another of the name."""
    birth = values["birth"]
    told = [f"sinh {birth}"] if birth else []
    told += [place] if place else []
    return f"{values['full_name']} ({', '.join(told) or 'chưa rõ năm sinh, đơn vị'})"


# -- units


def _units(known: Known) -> Iterator[Finding]:
    for unit in known.units:
        if unit.closed:
            continue
        said = unit_rules.doubts(unit.values)
        if said:
            yield Finding("units", UNIT, unit.id, unit.names[0][0], " ".join(said.values()))


# -- documents


def _directives(known: Known, day: date) -> Iterator[Finding]:
    rows = directives.rows()
    levels = {unit.id: unit.level for unit in known.units}
    above = {unit for unit, level in levels.items() if known.own and level < levels[known.own]}
    values = {one.id: form_of(one, directive_rules.FIELDS) for one in Directive.select()}
    answered = {target for (target,) in lines(DirectiveLink.select(DirectiveLink.target))}
    alike: dict[tuple[object, ...], list[directives.Row]] = defaultdict(list)
    for row in rows:
        title = " ".join(part for part in (row.type, row.symbol, row.subject) if part)
        said = _doubts(row, values[row.id])
        if said:
            yield Finding("directives", DIRECTIVE, row.id, title, said)
        if row.number:
            alike[row.type, row.number, fold(row.issuer_code), row.issuer_id or fold(row.issuer)].append(row)
        arrived = row.arrival_date or (row.issued.latest if row.issued else None)
        waits = row.issuer_id in above and row.id not in answered
        if waits and review.is_unanswered(row.type, row.direction, row.state, arrived, day):
            since = f"Đến ngày {show_date(arrived)}; " if arrived else ""
            words = f"{since}chưa văn bản nào ghi là triển khai văn bản này."
            yield Finding("unanswered", DIRECTIVE, row.id, title, words[:1].upper() + words[1:])
        if row.due and row.due < day and row.state not in ("done", "filed"):
            yield Finding("late", DIRECTIVE, row.id, title, f"Hạn xử lý {show_date(row.due)}.")
    for same in alike.values():
        yield from _same_directives(same)


def _doubts(row: directives.Row, values: dict[str, object]) -> str:
    """What the form would doubt; a document that never had a number is none the worse for it."""
    said = directive_rules.doubts(values)
    if not row.type_code:
        said.pop("number", None)
    if row.secrecy:
        said.pop("subject", None)  # told in the form already, and no fault of the register
    if not row.subject and not row.secrecy:
        said.setdefault("subject", "Chưa có trích yếu.")
    if not row.issuer_id and not row.issuer:
        said["issuer"] = "Chưa có cơ quan ban hành."
    return " ".join(said.values())


def _same_directives(rows: list[directives.Row]) -> Iterator[Finding]:
    """One symbol twice, where no two days tell the documents apart."""
    for place, row in enumerate(rows):
        for other in rows[place + 1 :]:
            days = {str(one.issued) for one in (row, other) if one.issued}
            if len(days) < 2:
                words = f"{row.type} {row.symbol} có hai dòng; hãy ghi đủ ngày ban hành hoặc xóa một dòng."
                yield Finding("same_directives", DIRECTIVE, row.id, row.subject or row.symbol, words)
                break


# -- numbers


def _numbers() -> Iterator[Finding]:
    for one in number_books.overview():
        said = [f"Bỏ trống số {numbering.shown(one.gaps)}."] if one.gaps else []
        said += [f"Trùng số {numbering.shown(one.duplicates)}."] if one.duplicates else []
        if said:
            yield Finding("numbers", NUMBERS, None, one.series.title, " ".join(said))
