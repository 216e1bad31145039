"""What each marker stands for in the papers of one meeting or one plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from papers import assigned, call_values, held_values, letterhead, phrases, task_tables
from papers.content import Run, blank
from papers.filling import Fields, Parts, Values
from papers.phrases import merged
from rules import dates, markers, meetings, text, units
from rules.facts import Head, Meeting, Office, Person, Plan
from rules.fields import label_of
from rules.office import STATE

WHOLE = "cả ngày"  # a meeting that goes on all day


def of_meeting(facts: Meeting) -> Values:
    """The values of every name of rules.marker_names.OF_MEETING."""
    single = {
        **_of_office(facts.head, facts.office),
        "Tên hội nghị": _known(facts.title, "tên hội nghị"),
        "Loại hội nghị": _known(facts.type_name, "loại hội nghị"),
        "Lần thứ": _given(facts.ordinal),
        "Cơ quan tổ chức": _known(facts.organiser or facts.head.issuer, "cơ quan tổ chức hội nghị"),
        **_of_time(facts),
        "Địa điểm": _known(facts.place, "địa điểm hội nghị"),
        "Chủ trì": _people(facts.chairs, "người chủ trì"),
        "Thư ký": _people(facts.secretaries, "thư ký hội nghị"),
        "Báo cáo viên": _people(facts.presenters, "báo cáo viên"),
        "Thành phần": _known(assigned.listed(one.name for one in facts.groups), "thành phần hội nghị"),
        "Tài liệu hội nghị": _cited(facts) or (blank("tài liệu của hội nghị"),),
        "Căn cứ": held_values.together(facts.materials),
        **_counted(facts),
        **held_values.single(facts),
        **call_values.single(facts),
    }
    blocks = {**task_tables.blocks(facts), **held_values.blocks(facts)}
    return Values(_keyed(single), _lists(facts), {markers.key(name): made for name, made in blocks.items()})


def of_plan(facts: Plan) -> Values:
    """The values of every name of rules.marker_names.OF_PLAN."""
    single = {
        **_of_office(facts.head, facts.office),
        "Trích yếu": _known(facts.head.subject, "trích yếu"),
        "Cơ quan xây dựng": _known(facts.issuer, "cơ quan ban hành kế hoạch"),
        "Căn cứ": phrases.joined([phrases.whole(one) for one in facts.bases]),
    }
    bases = numbered([{"Trích dẫn": phrases.whole(one)} for one in facts.bases])
    return Values(_keyed(single), {markers.key("Văn bản thực hiện"): bases})


def _of_office(head: Head, office: Office | None) -> dict[str, Parts]:
    type_name = head.type_name.lower()
    dots = Run(letterhead.DAY_DOTS, blank=f"ngày ký {type_name}")
    signed: Parts = (dates.paper_date(head.signed),) if head.signed else (dots, "/", dots, "/", dots)
    return {
        "Cơ quan ban hành": _known(head.issuer, "cơ quan ban hành"),
        "Cấp ủy": _known(call_values.committee(head), "cấp ủy"),
        "Cơ quan triệu tập": _known(call_values.board(head), "cơ quan triệu tập"),
        "Đảng bộ": _known(office.organization if office else "", "tên đảng bộ"),
        "Đảng bộ cấp trên": _given(head.superior),
        "Cấp ủy cấp trên": _known(_above(head, office), "cấp ủy cấp trên"),
        "Địa danh": _known(head.place_name, "địa danh"),
        "Văn phòng": (text.merge("Văn phòng", head.issuer),) if head.issuer else (blank("tên văn phòng"),),
        "Người đứng đầu": _known(units.leading_post(head.issuer) if head.issuer else "", "người đứng đầu"),
        "Nhiệm kỳ": _known(office.term if office else "", "nhiệm kỳ"),
        "Số ký hiệu": letterhead.symbol(head),
        "Ngày ký": signed,
    }


def _above(head: Head, office: Office | None) -> str:
    """The committee above; a body of the state has the body above itself."""
    known = office.superior_committee if office else ""
    return known or (head.superior if head.family == STATE else "")


def _of_time(facts: Meeting) -> dict[str, Parts]:
    day = facts.day
    short: Parts = (dates.paper_date(day),) if day else (blank("ngày họp"),)
    clock = phrases.clock(facts.starts, "giờ bắt đầu hội nghị")
    part = label_of(meetings.PARTS_OF_DAY, facts.part_of_day).lower() if facts.part_of_day else ""
    words = {"": ", ngày ", WHOLE: f", {WHOLE} "}.get(part, f", {part} ngày ")
    weekday = (f" ({dates.weekday(day)})",) if day else ()
    return {
        "Ngày họp": short,
        "Buổi": _given(part),
        "Giờ bắt đầu": clock,
        "Giờ kết thúc": phrases.clock(facts.ends, "giờ kết thúc hội nghị"),
        "Thời gian họp": merged([*(("từ ",) if part == WHOLE else ()), *clock, words, *short, *weekday]),
    }


def _counted(facts: Meeting) -> dict[str, Parts]:
    heads = meetings.counts(one.state for one in facts.attendees if not one.guest)
    marked = heads.called > 0 and heads.unmarked < heads.called
    whole = marked and not heads.unmarked
    tasks = [task for one in facts.conclusions for task in one.tasks]
    return {
        "Số triệu tập": _count(heads.called, heads.called > 0, "số người được triệu tập"),
        "Số có mặt": _count(heads.came, marked, "số người có mặt"),
        "Số vắng mặt": _count(heads.missing, whole, "số người vắng mặt", nothing=True),
        "Số vắng có lý do": _count(heads.excused, whole, "số người vắng có lý do"),
        "Số vắng không lý do": _count(heads.absent, whole, "số người vắng không lý do"),
        "Tỷ lệ có mặt": (heads.share,) if whole else (blank("tỷ lệ có mặt"),),
        "Số nhiệm vụ": (str(len(tasks)),) if tasks else (),
        "Số nhiệm vụ đã xong": (str(sum(task.state == "done" for task in tasks)),) if tasks else (),
    }


def _count(heads: int, known: bool, fact: str, nothing: bool = False) -> Parts:
    """The number; with `nothing` none at all is said by leaving it out."""
    if not known:
        return (blank(fact),)
    return () if nothing and not heads else (str(heads),)


def _lists(facts: Meeting) -> dict[str, Sequence[Fields]]:
    states = {choice.key: choice.label for choice in meetings.TASK_STATES}
    tasks = [task for one in facts.conclusions for task in one.tasks]
    rows: dict[str, Sequence[Mapping[str, Parts]]] = {
        **call_values.lists(facts),
        "Ý kiến": [
            {
                "Người phát biểu": (phrases.comrade(one.person),)
                if one.person
                else (blank("người phát biểu"),),
                "Nội dung": (one.content.strip(),) if one.content.strip() else (blank("ý kiến phát biểu"),),
            }
            for one in facts.speeches
        ],
        "Kết luận": [
            {
                "Nội dung": (one.text.strip(),),
                "Người kết luận": (phrases.comrade(one.speaker),) if one.speaker else (),
            }
            for one in facts.conclusions
        ],
        "Nhiệm vụ": [
            {
                "Chữ cái": (phrases.letter(place),),
                "Nội dung": (task.content.strip().rstrip(".;,"),),
                "Chủ trì": _given(task.lead),
                "Phối hợp": _given(", ".join(task.coordinating)),
                "Thời hạn": _given(task.due.words if task.due else ""),
                "Sản phẩm": _given(task.product),
                "Tình trạng": _given(states.get(task.state, "")),
            }
            for place, task in enumerate(tasks)
        ],
        **held_values.lists(facts),
    }
    return {markers.key(name): numbered(lines) for name, lines in rows.items()}


def numbered(rows: Sequence[Mapping[str, Parts]]) -> list[Fields]:
    """The rows by the keys of their names, each with its place."""
    return [_keyed({"TT": (str(place),), **row}) for place, row in enumerate(rows, start=1)]


def _cited(facts: Meeting) -> Parts:
    return phrases.joined([phrases.whole(one) for one in facts.materials])


def _people(people: Sequence[Person], fact: str) -> Parts:
    return (phrases.comrades(people, fact),)


def _known(words: str, fact: str) -> Parts:
    return (words.strip(),) if words.strip() else (blank(fact),)


def _given(words: str) -> Parts:
    return (words.strip(),) if words.strip() else ()


def _keyed(fields: Mapping[str, Parts]) -> Fields:
    return {markers.key(name): parts for name, parts in fields.items()}
