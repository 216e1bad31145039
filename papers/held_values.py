"""What the markers of papers made after a meeting stand for: who concluded, what is done, what is late."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from papers import assigned, attached, phrases, task_tables
from papers.content import Block, Run, blank
from papers.phrases import Part, comrade, merged
from rules import dates, meetings, numbers, text
from rules.facts import Directive, Meeting, Person, PlanItem
from rules.office import STATE
from rules.text import capital

Parts = tuple[Part, ...]

PARTS_OF_DAY = {"morning": "sáng ", "afternoon": "chiều ", "evening": "tối "}
CONCLUDING = {"notice": "về kết luận tại", "conclusion": "tại"}  # the papers that give out what was concluded
DOTS = "……"


def single(facts: Meeting) -> dict[str, Parts]:
    """Values by the names of rules.marker_names.OF_HELD that stand for one thing each."""
    return {
        "Ngày và buổi họp": _when(facts),
        "Lúc bắt đầu": _begin(facts),
        "Nội dung hội nghị": _business(facts),
        "Tài liệu trích dẫn": together(facts.materials) or (blank("tài liệu của hội nghị"),),
        "Tài liệu tên ngắn": _short(facts.materials),
        "Thành phần trong câu": _groups(facts),
        "Người kết luận": _concluders(facts),
        "Chức danh kết luận": _posts(facts),
        "Văn bản kết luận": _issued(facts),
        "Số mục tiếp theo": (str(assigned.next_number(facts)),),
        "Hạn báo cáo": (Run(DOTS, blank="hạn báo cáo"),),
        **_counted(facts),
        **_reported(facts),
        **_told(facts),
    }


def lists(facts: Meeting) -> dict[str, list[dict[str, Parts]]]:
    """Rows of the lists of OF_HELD, without their running numbers."""
    waiting = assigned.by_lead(assigned.unfinished(facts))
    bodies: list[dict[str, Parts]] = [
        {"Tên": (capital(lead),), "Số nhiệm vụ": (str(len(left)),)} for lead, left in waiting.items() if lead
    ]
    nobody: dict[str, Parts] = {"Tên": (blank("nơi nhận công văn"),), "Số nhiệm vụ": ()}
    return {"Đơn vị còn nhiệm vụ": bodies or [nobody]}


def blocks(facts: Meeting) -> Mapping[str, Sequence[Block]]:
    """Paragraphs and tables that stand alone where their marker does."""
    return {
        "Kết luận và nhiệm vụ": assigned.concluded(facts),
        "Danh sách nhiệm vụ": assigned.tasks(facts),
        "Nhiệm vụ còn lại": assigned.reminded(facts, facts.head.signed),
        "Bảng phân công": task_tables.filled(task_tables.assigned_to(facts), "nhiệm vụ được giao"),
    }


def _when(facts: Meeting) -> Parts:
    """“sáng ngày 21/8/2019”."""
    part = PARTS_OF_DAY.get(facts.part_of_day, "")
    if facts.day:
        return (f"{part}ngày {dates.paper_date(facts.day)}",)
    return (f"{part}ngày ", blank("ngày họp"))


def _begin(facts: Meeting) -> Parts:
    """“08 giờ 00, ngày 21 tháng 8 năm 2019”; half a day is said where the clock is unknown."""
    clock = phrases.clock(facts.starts, "giờ bắt đầu hội nghị")
    part = "" if facts.starts else PARTS_OF_DAY.get(facts.part_of_day, "")
    if facts.day:
        return merged([*clock, f", {part}{dates.long_date(facts.day)}"])
    dots = Run(DOTS, blank="ngày họp")
    return merged([*clock, f", {part}ngày ", dots, " tháng ", dots, " năm ", dots])


def _business(facts: Meeting) -> Parts:
    titles = assigned.listed(item.title for item in facts.agenda) or assigned.plain(facts.title)
    return (titles,) if titles else (blank("nội dung hội nghị"),)


def together(directives: Sequence[Directive], undated: bool = False) -> Parts:
    """Documents cited whole in a row; a subject that all share is said once, after the last.

    `undated`: a day that is not known is passed over, as news may do.
    """
    subjects = {one.subject for one in directives}
    shared = subjects.pop() if len(directives) > 1 and len(subjects) == 1 else ""
    rows = [phrases.whole(replace(one, subject="") if shared else one) for one in directives]
    if undated:
        rows = [_without_day(row) for row in rows]
    return merged([*phrases.joined(rows), *([f" {shared}"] if shared else [])])


def _without_day(parts: Parts) -> Parts:
    words = [part.removesuffix(", ngày ") for part in parts if isinstance(part, str)]
    return ("".join(words),) if len(words) < len(parts) else parts


def _short(directives: Sequence[Directive]) -> Parts:
    return ("; ".join(phrases.short(one) for one in directives),) if directives else ()


def _groups(facts: Meeting) -> Parts:
    names = [assigned.lowered(assigned.plain(one.name)) for one in facts.groups]
    return ("; ".join(names),) if names else (blank("thành phần hội nghị"),)


def _concluders(facts: Meeting) -> Parts:
    """Who concluded; a chair by name alone, since the paper has given the post before."""
    people = assigned.speakers(facts)
    if not people:
        return (blank("người kết luận"),)
    bare = [replace(one, title="", unit="") if one in facts.chairs else one for one in people]
    return ("; ".join(map(comrade, bare)),)


def _posts(facts: Meeting) -> Parts:
    """“đồng chí Bí thư Đảng ủy Khối các cơ quan tỉnh”; by name where no post in the issuing body is known."""
    people = assigned.speakers(facts)
    if not people:
        return (blank("người kết luận"),)
    return ("; ".join(_named(one, _post(one, facts), facts) for one in people),)


def _named(person: Person, post: str, facts: Meeting) -> str:
    """By the post held; the state's papers name the post alone."""
    if post and facts.head.family == STATE:
        return post
    return f"{person.address} {post or person.name}"


def _post(person: Person, facts: Meeting) -> str:
    bodies = [text.fold(name) for name in (facts.head.issuer, facts.organiser) if name]
    held = (part.strip() for part in person.title.split(","))
    return next((one for one in held if any(body in text.fold(one) for body in bodies)), "")


def _issued(facts: Meeting) -> Parts:
    """The numbered paper that gave the conclusions out, else the conclusions by day and meeting."""
    at: Part = facts.title.strip() or blank("tên hội nghị")
    for kind, about in CONCLUDING.items():
        if known := attached.named(facts, kind):
            return merged([f"{known} {about} ", at])
    day: Part = dates.paper_date(facts.day) if facts.day else blank("ngày họp")
    return merged(["kết luận ngày ", day, " tại ", at])


def _counted(facts: Meeting) -> dict[str, Parts]:
    official = meetings.counts(one.state for one in facts.attendees if not one.guest)
    guests = sum(one.guest for one in facts.attendees)
    known = official.called > 0 and not official.unmarked
    return {
        "Số dự thay": (str(official.substitutes),) if known else (blank("số người dự thay"),),
        "Số khách mời": (str(guests),) if guests else (),
        "Số ý kiến": (str(len(facts.speeches)),) if facts.speeches else (),
    }


def _reported(facts: Meeting) -> dict[str, Parts]:
    """How far the tasks are on the day the report is signed."""
    every = assigned.given(facts)
    done = sum(task.state == "done" for task in every)
    doing = sum(task.state == "doing" for task in every)
    figures = {
        "Số nhiệm vụ đang làm": doing,
        "Số nhiệm vụ chưa làm": len(every) - done - doing,
        "Số nhiệm vụ còn lại": len(every) - done,
    }
    share = (numbers.percent(done, len(every)),) if every else ()
    told: dict[str, Parts] = {name: (str(figure),) if every else () for name, figure in figures.items()}
    return {**told, "Tỷ lệ hoàn thành": share, "Nhiệm vụ quá hạn": _late(facts)}


def _late(facts: Meeting) -> Parts:
    """The tasks past their day when the paper is signed, each with who leads it; a blank before that."""
    day = facts.head.signed
    if day is None:
        return (blank("nhiệm vụ quá hạn"),)
    late = assigned.overdue(assigned.given(facts), day)
    rows = []
    for task in late:
        said = [f"thời hạn {assigned.plain(task.due.words)}"] if task.due else []
        said = [assigned.plain(task.lead), *said] if task.lead.strip() else said
        rows.append(f"{assigned.lowered(assigned.plain(task.content))} ({', '.join(said)})")
    return ("; ".join(rows) or "không có",)


def _told(facts: Meeting) -> dict[str, Parts]:
    """What only news says: short days, the running sentence of tasks, the day it is published."""
    day, signed = facts.day, facts.head.signed
    part = PARTS_OF_DAY.get(facts.part_of_day, "")
    year = f"-{day.year}" if day and signed and day.year != signed.year else ""
    short: Parts = (
        (f"{part or 'ngày '}{day.day}-{day.month}{year}",) if day else (f"{part}ngày ", blank("ngày họp"))
    )
    running, remarks = assigned.running(facts), assigned.remarks(facts)
    return {
        "Ngày họp trên tin": short,
        "Ngày đăng tin": (f"{dates.weekday(signed)}, ngày {dates.paper_date(signed)}",) if signed else (),
        "Tài liệu trên tin": together(facts.materials, undated=True),
        "Nội dung kế hoạch": _planned(facts.planned),
        "Nhiệm vụ trong một câu": (running,) if running else (),
        "Lời kết luận": (remarks,) if remarks else (),
    }


def _planned(items: Sequence[PlanItem]) -> Parts:
    """“đại hội chi bộ bắt đầu từ tháng 01/2020 …; …”: what the plans are about, when it is to be."""
    chosen = [one for one in items if one.phase == "during"] or [one for one in items if one.time]
    rows = []
    for one in chosen:
        words = assigned.plain(one.time.words) if one.time else ""
        time = f" ngày {words}" if words[:1].isdigit() else f" {words}" if words else ""
        rows.append(assigned.lowered(assigned.plain(one.content)) + time)
    return ("; ".join(rows),) if rows else ()
