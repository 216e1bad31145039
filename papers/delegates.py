"""Lists of the people called to a meeting: by group, by unit, by precedence, to call them, to sign."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from papers import attached, letterhead, phrases, styles
from papers.content import Block, Column, Document, Row, Section, Sheet, Table, Value, paragraph
from rules import meetings, precedence
from rules.dates import VagueDate
from rules.facts import Attendee, Head, Meeting
from rules.names import sort_key

GUESTS = "Khách mời"
OTHERS = "Thành phần khác"
NO_UNIT = "Chưa rõ đơn vị"
DELEGATES = (
    Column("TT", 11, "center"),
    Column("Họ và tên", 38),
    Column("Năm sinh (nam)", 14, "center"),
    Column("Năm sinh (nữ)", 14, "center"),
    Column("Chức vụ", 44),
    Column("Đơn vị công tác", 29),
    Column("Ghi chú", 15),
)
CALLED = (
    Column("TT", 11, "center"),
    Column("Họ và tên", 42),
    Column("Chức vụ", 55),
    Column("Đơn vị công tác", 37),
    Column("Ghi chú", 20),
)
SIGNED = (
    Column("TT", 11, "center"),
    Column("Họ và tên", 40),
    Column("Chức vụ, đơn vị", 44),
    Column("Có mặt", 13, "center"),
    Column("Vắng (lý do)", 21),
    Column("Giờ đến", 14, "center"),
    Column("Ký tên", 22),
)
ROLL = (
    Column("TT", 11, "center"),
    Column("Họ và tên", 40),
    Column("Chức vụ, đơn vị", 62),
    Column("Điểm danh", 26),
    Column("Ghi chú", 26),
)
PRESENT = "x"

Grouped = list[tuple[str, list[Attendee]]]
Cells = Callable[[int, Attendee], tuple[Value, ...]]


def compose(paper: str, facts: Meeting) -> Document:
    """One of the lists of LISTS; KeyError for another key."""
    columns, order, cells, subject = LISTS[paper]
    about = f"{subject} {facts.title.strip().rstrip('.')}"
    head = replace(facts.head, type_name="Danh sách", type_code="", number=None, subject=about)
    profile = styles.profile_of(facts.head, facts.day)
    style = "tall" if paper == "attendance" else "data"
    table = Table(columns, tuple(rows(order(facts), cells, style)))
    said = total(facts.attendees, phrases.heads(facts.head))
    blocks: list[Block] = [
        *_headed(head, facts, paper, profile),
        table,
        paragraph("total", said),
        *_signed(facts, profile),
    ]
    title = f"Danh sách {about}"
    sheet = Sheet("Danh sách", title, table, (said,))
    return Document(title, profile, (Section(tuple(blocks)),), (sheet,), head.marks)


def _headed(head: Head, facts: Meeting, paper: str, profile: str) -> list[Block]:
    """The letterhead, with the line that ties a call list to the letter that calls before the hyphens."""
    *before, last = letterhead.head(head, profile)
    kinds = ("summons_circular", "summons_notice", "invitation") if paper == "call_list" else ()
    return [*before, *attached.reference(facts, *kinds), last]


def _signed(facts: Meeting, profile: str) -> list[Block]:
    """A list goes out as an annex without signature unless one was put there."""
    marks = facts.head.marks
    blocks = [letterhead.signature(one, "người ký danh sách", profile) for one in facts.signatures]
    if not blocks:
        return []
    sent = letterhead.recipients(facts.recipients, profile, marks.drafter)
    left = blocks[0] if len(blocks) > 1 else sent
    return [letterhead.foot(left, blocks[-1], profile, marks.sheet)]


def rows(groups: Grouped, cells: Cells, kind: str = "data") -> Iterable[Row]:
    """Numbered through all groups, a heading row over each group that has a name."""
    number = 0
    for name, people in groups:
        if name:
            yield Row((name,), "group")
        for one in people:
            number += 1
            yield Row(cells(number, one), kind)


def grouped(facts: Meeting) -> Grouped:
    """Every called person once, under the first printed group that called them; guests last."""
    names = list(dict.fromkeys([group.name for group in facts.groups]))
    places = {name: place for place, name in enumerate(names)}
    kept: dict[str, list[Attendee]] = {name: [] for name in (*names, "", GUESTS)}
    for one in facts.attendees:
        first = min((name for name in one.groups if name in places), key=places.__getitem__, default="")
        kept[GUESTS if one.guest else first].append(one)
    found = [(name, people) for name, people in kept.items() if people]
    return [(name or OTHERS, people) for name, people in found] if len(found) > 1 else found


def by_unit(facts: Meeting) -> Grouped:
    """Under the unit nearest to each person, units in the order of their names; no unit last."""
    kept: dict[str, list[Attendee]] = {}
    for one in facts.attendees:
        kept.setdefault(one.person.unit, []).append(one)
    named = sorted((name for name in kept if name), key=sort_key_of_unit)
    found = [(name, kept[name]) for name in named]
    return [*found, (NO_UNIT, kept[""])] if "" in kept else found


def sort_key_of_unit(name: str) -> tuple[str, ...]:
    """Word for word, as a clerk looks a unit up."""
    return tuple(sort_key(word) for word in name.split())


def by_rank(facts: Meeting) -> Grouped:
    """Everyone in the order of precedence, without groups."""
    people = sorted(facts.attendees, key=precedence.order)
    return [("", people)] if people else []


def _delegate(number: int, one: Attendee) -> tuple[Value, ...]:
    person = one.person
    years = (_year(person.birth), "") if person.sex == "nam" else ("", _year(person.birth))
    return (number, person.name, *years, person.title, person.unit, "")


def _called(number: int, one: Attendee) -> tuple[Value, ...]:
    return (number, one.person.name, one.person.title, one.person.unit, GUESTS if one.guest else "")


def _to_sign(number: int, one: Attendee) -> tuple[Value, ...]:
    """What is known of the roll-call is filled in, the rest stays free for the pen."""
    came = PRESENT if one.state in meetings.CAME else ""
    missing = one.state in ("excused", "absent")
    why = one.reason or ("có lý do" if one.state == "excused" else "không lý do") if missing else ""
    title = one.person.title or one.person.unit
    return (number, one.person.name, title, came, why, one.came, "")


def _year(birth: VagueDate | None) -> Value:
    if birth is None:
        return ""
    first, last = birth.earliest, birth.latest
    return first.year if first and last and first.year == last.year else birth.words


def total(attendees: Sequence[Attendee], heads: str) -> str:
    """“Tổng số: 245 đồng chí (nam: 180, nữ: 65).”; the sexes only where all are known."""
    men = sum(one.person.sex == "nam" for one in attendees)
    women = sum(one.person.sex == "nữ" for one in attendees)
    known = f" (nam: {men}, nữ: {women})" if men + women == len(attendees) > 0 else ""
    return f"Tổng số: {len(attendees)} {heads}{known}."


def roll(facts: Meeting) -> Section:
    """The roll-call that goes with the minutes, its pages numbered anew."""
    labels = {choice.key: choice.label for choice in meetings.ATTENDANCE}

    def cells(number: int, one: Attendee) -> tuple[Value, ...]:
        note = one.reason or (f"{one.substitute.name} dự thay" if one.substitute else "")
        title = one.person.title or one.person.unit
        return (number, one.person.name, title, labels.get(one.state, ""), note)

    profile = styles.profile_of(facts.head, facts.day)
    lines = letterhead.appendix(facts.head, None, "Danh sách điểm danh", profile)
    return Section((*lines, Table(ROLL, tuple(rows(grouped(facts), cells)))), restart_numbering=True)


LISTS: dict[str, tuple[tuple[Column, ...], Callable[[Meeting], Grouped], Cells, str]] = {
    "delegates": (DELEGATES, grouped, _delegate, "đại biểu dự"),
    "delegates_units": (DELEGATES, by_unit, _delegate, "đại biểu dự"),
    "delegates_rank": (DELEGATES, by_rank, _delegate, "đại biểu dự"),
    "call_list": (CALLED, grouped, _called, "triệu tập dự"),
    "attendance": (SIGNED, grouped, _to_sign, "điểm danh, ký nhận tài liệu"),
}
