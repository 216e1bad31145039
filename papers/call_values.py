"""What the markers of papers that call a meeting stand for: who calls, whom, to what, with which paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from papers import assigned, attached, phrases
from papers.content import Run, blank
from papers.phrases import Part
from rules import meetings, text, units
from rules.facts import Attendee, Head, Meeting, Person
from rules.numbering import is_congress
from rules.papers import SMALL

Parts = tuple[Part, ...]

CONGRESS = "đại hội"
INVITATIONS = ("invitation", "invitation_units", "invitation_people")
RECEIVER_DOTS = "……………………………"  # room for a name written by hand


def single(facts: Meeting) -> dict[str, Parts]:
    """Values by the names of rules.marker_names.OF_CALL that stand for one thing each."""
    kind = gathering(facts)
    agenda = assigned.listed(one.title for one in facts.agenda)
    return {
        "Cuộc họp": (kind,),
        "Đại hội": _given(kind if kind == CONGRESS else ""),
        "Khổ A5": _given(facts.head.marks.sheet if facts.head.marks.sheet == SMALL else ""),
        "Nội dung họp": _given(agenda) or (blank("nội dung họp"),),
        "Giấy mời": _given(attached.named(facts, *INVITATIONS)),
        **receiver((), (), ()),
    }


def receiver(person: Parts, unit: Parts, people: Sequence[Person]) -> dict[str, Parts]:
    """The values that differ from letter to letter; blanks where a letter is for nobody yet."""
    return {
        "Người nhận": person or (Run(RECEIVER_DOTS, blank="người nhận"),),
        "Đơn vị nhận": unit or (Run(RECEIVER_DOTS, blank="đơn vị nhận"),),
        "Đại biểu của đơn vị": _together(people) or (blank("đại biểu của đơn vị"),),
        "Số đại biểu của đơn vị": (str(len(people)),) if people else (blank("số đại biểu của đơn vị"),),
    }


def _together(people: Sequence[Person]) -> Parts:
    """“đồng chí A, Bí thư …” of one, “các đồng chí A, …; B, …” of several."""
    if len(people) < 2:
        return tuple(map(phrases.comrade, people))
    shared = {one.address for one in people}
    together = f"các {shared.pop()} " if len(shared) == 1 else "các ông (bà) "
    return (together + "; ".join(map(phrases.untitled, people)),)


def lists(facts: Meeting) -> dict[str, list[Mapping[str, Parts]]]:
    """Rows of the lists known before the meeting, without their running numbers."""
    return {
        "Văn bản": [
            {
                "Trích dẫn": phrases.whole(one),
                "Tên ngắn": (phrases.short(one),),
                "Trích yếu": _given(one.subject),
            }
            for one in facts.materials
        ],
        "Nhóm": [
            {"Tên": (one.name,), "Số triệu tập": (str(one.invited),), "Số có mặt": (str(one.present),)}
            for one in facts.groups
        ],
        "Đại biểu": delegates(facts.attendees),
        "Chương trình": [
            {
                "Giờ": phrases.clock(one.starts, "") if one.starts else (),
                "Nội dung": (one.title.strip().rstrip(".;"),),
                "Người trình bày": _given(phrases.comrade(one.presenter) if one.presenter else ""),
            }
            for one in facts.agenda
        ],
    }


def delegates(attendees: Sequence[Attendee]) -> list[Mapping[str, Parts]]:
    """The rows of the list “Đại biểu”, by the names that clerks write, without their running numbers."""
    labels = {choice.key: choice.label for choice in meetings.ATTENDANCE}
    return [
        {
            "Họ và tên": (one.person.name,),
            "Đồng chí": (phrases.comrade(one.person),),
            "Chức vụ": _given(one.person.title),
            "Đơn vị": _given(one.person.unit),
            "Năm sinh": _given(_year(one.person)),
            "Nhóm": _given(", ".join(one.groups)),
            "Điểm danh": _given(labels.get(one.state, "")),
            "Ghi chú": _given(one.reason),
        }
        for one in attendees
    ]


def gathering(facts: Meeting) -> str:
    """What a paper calls it in running text: a congress, a meeting of few, a conference."""
    kind = facts.type_name or facts.title
    if is_congress(kind):
        return CONGRESS
    return "cuộc họp" if text.fold(kind).startswith("hop ") else "hội nghị"


def committee(head: Head) -> str:
    """“Đảng ủy” of “Đảng ủy Khối các cơ quan tỉnh”; a cell has a chi ủy; other bodies go by their name."""
    return units.short_committee(head.issuer, head.spelling)


def board(head: Head) -> str:
    """The standing committee, which calls meetings; of a body that has none the body itself."""
    return f"Ban Thường vụ {head.issuer}" if units.is_committee(head.issuer) else head.issuer


def _year(person: Person) -> str:
    birth = person.birth
    if birth is None:
        return ""
    first: date | None = birth.earliest
    return str(first.year) if first and birth.latest and first.year == birth.latest.year else birth.words


def _given(words: str) -> Parts:
    return (words.strip(),) if words.strip() else ()
