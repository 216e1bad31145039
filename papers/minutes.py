"""The minutes of a meeting, as 16-HD/VPTW of 23/02/2023 orders them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from papers import (
    assigned,
    field_values,
    filling,
    letterhead,
    minutes_sheets,
    phrases,
    styles,
    task_tables,
    worded,
)
from papers.content import Block, Document, Paragraph, Run, Section, blank, paragraph
from papers.delegates import roll
from papers.filling import Values
from papers.phrases import Citations, comrade, comrades, sentence
from rules import meetings, text, wordings
from rules.facts import AgendaItem, Attendee, Conclusion, Meeting, Person, Signature, Speech, Task
from rules.papers import MINUTES_CAPTIONS
from rules.text import capital

KEY = "minutes"
SIGNERS = ("người ghi biên bản", "người chủ trì")


def compose(facts: Meeting) -> Document:
    """Minutes in the form of the day they are signed, of the meeting's day while unsigned."""
    profile = styles.profile_of(facts.head, facts.day)
    cited = Citations()
    blocks: list[Block] = letterhead.head(facts.head, profile)
    values = values_of(facts)
    blocks += opening(facts, cited, values)
    blocks += composition(facts)
    blocks += proceedings(facts, cited)
    blocks += conclusions(facts, cited)
    blocks += _worded(facts, values, "closing")
    blocks += feet(facts, profile, values)
    sections = [Section(tuple(blocks))]
    if facts.attendees:
        sections.append(roll(facts))
    title = f"{facts.head.type_name} {facts.head.subject or facts.title}".strip()
    return Document(title, profile, tuple(sections), minutes_sheets.sheets(facts), facts.head.marks)


def opening(facts: Meeting, cited: Citations, values: Values) -> list[Paragraph]:
    """Time, place, business, chair, writer, documents used, other information."""
    lines = [
        *_worded(facts, values, "time", "place", "business", "chair", "writer"),
        *_materials(facts, cited),
    ]
    return lines + other_info(facts)


def other_info(facts: Meeting) -> list[Paragraph]:
    """What else was typed about the meeting, under its label."""
    return _named("Thông tin khác", facts.sections.get("other_info", ""))


def values_of(facts: Meeting) -> Values:
    """The values of the fields; whoever is to be secretary is here who writes the minutes."""
    writers = (comrades(facts.secretaries, "người ghi biên bản"),)
    return field_values.of_meeting(facts).knowing({"Thư ký": writers})


def _worded(facts: Meeting, values: Values, *keys: str) -> list[Paragraph]:
    """The fixed sentences of those keys in the office's own words, else in ours."""
    known = wordings.worded("minutes", facts.head.family) or wordings.Worded()
    made: list[Paragraph] = []
    for line in known.lines:
        if line.key in keys:
            said = filling.lines(worded.text_of(facts, line.key, line.text), values, line.style)
            made += [block for block in said if isinstance(block, Paragraph)]
    return made


def _materials(facts: Meeting, cited: Citations) -> list[Paragraph]:
    label = "Tài liệu sử dụng trong hội nghị:"
    if not facts.materials:
        return [_dash(label, " ", blank("tài liệu sử dụng trong hội nghị"), ".")]
    last = len(facts.materials)
    return [_dash(label)] + [
        paragraph("plus", "+ ", *cited.one(directive), "." if number == last else ";")
        for number, directive in enumerate(facts.materials, 1)
    ]


def composition(facts: Meeting) -> list[Paragraph]:
    """Official delegates by groups with their counts and the absent by name, then guests, then press."""
    official = [attendee for attendee in facts.attendees if not attendee.guest]
    lines = [
        paragraph("heading", "1. Thành phần hội nghị"),
        paragraph("subheading", "1.1. Đại biểu chính thức"),
    ]
    once = f", {task_tables.once(facts)}" if task_tables.overlap(facts) else ""
    lines += _present(facts, official) + _absent(official, once, phrases.heads(facts.head))
    invited = guests(facts)
    press = phrases.prose(facts.sections.get("press", ""))
    for number, (label, rows) in enumerate(
        [(label, rows) for label, rows in (("Đại biểu mời dự", invited), ("Cơ quan báo chí", press)) if rows],
        2,
    ):
        lines += [paragraph("subheading", f"1.{number}. {label}"), *rows]
    return lines


def guests(facts: Meeting) -> list[Paragraph]:
    """Who was invited beside those called, then what was typed about guests."""
    people = [attendee.person for attendee in facts.attendees if attendee.guest]
    invited = [paragraph("dash", f"- {capital(sentence(comrade(guest)))}") for guest in people]
    return invited + phrases.prose(facts.sections.get("guests", ""))


def _present(facts: Meeting, official: Sequence[Attendee]) -> list[Paragraph]:
    heads = meetings.counts(attendee.state for attendee in official)
    marked = heads.unmarked < heads.called
    people = phrases.heads(facts.head)
    figure = str(heads.came) if marked else blank(f"số {people} có mặt")
    listed = " (có danh sách kèm theo)" if facts.attendees else ""
    line = paragraph("dash", "- Có mặt: ", figure, f" {people}{listed}", ", gồm:" if facts.groups else ".")
    last = len(facts.groups)
    told = enumerate(groups(facts), 1)
    return [line, *(paragraph("plus", f"+ {one}{'.' if n == last else ';'}") for n, one in told)]


def groups(facts: Meeting) -> list[str]:
    """“Ban Chấp hành: 30/33 đồng chí” of every group; who came is left out until somebody is marked."""
    heads = meetings.counts(one.state for one in facts.attendees if not one.guest)
    marked = heads.unmarked < heads.called
    rows = []
    for group in facts.groups:
        came = f"{group.present}/{group.invited}" if marked else f"triệu tập {group.invited}"
        rows.append(f"{group.name}: {came} {phrases.heads(facts.head)}" if group.invited else group.name)
    return rows


def _absent(official: Sequence[Attendee], once: str, people: str) -> list[Paragraph]:
    """The absent with their reasons, the substitutes, the sum; unknown while somebody is not marked.

    `once`: what the sum says where groups share people; `people`: what they are counted as.
    """
    heads = meetings.counts(attendee.state for attendee in official)
    if heads.unmarked or not official:
        rest = f" (còn {heads.unmarked} {people} chưa điểm danh)" if heads.unmarked < heads.called else ""
        called = [_dash(f"Tổng số được triệu tập: {heads.called} {people}{once}.")] if official else []
        return [_dash("Vắng mặt: ", blank(f"số {people} vắng mặt{rest}"), f" {people}."), *called]
    away = [attendee for attendee in official if attendee.state in ("excused", "absent")]
    lines = [_dash(f"Vắng mặt: {heads.missing} {people}, gồm:" if away else "Vắng mặt: không.")]
    lines += _plus([f"{capital(comrade(one.person))} ({why(one)})" for one in away])
    instead = [one for one in official if one.state == "substitute"]
    if instead:
        lines.append(_dash("Dự thay:"))
        lines += _plus([substituted(one) for one in instead])
    return [*lines, _dash(summed(heads, once, people))]


def why(attendee: Attendee) -> str:
    """Why somebody is missing: “có lý do”, “không lý do; …”, or the reason itself."""
    if attendee.state == "excused":
        return assigned.lowered(attendee.reason) or "có lý do"
    return f"không lý do; {assigned.lowered(attendee.reason)}" if attendee.reason else "không lý do"


def substituted(attendee: Attendee) -> str:
    """“Đồng chí B dự thay đồng chí A”."""
    other = comrade(attendee.substitute) if attendee.substitute else "người khác"
    return f"{capital(other)} dự thay {comrade(attendee.person)}"


def summed(heads: meetings.Counts, once: str, people: str = "đồng chí") -> str:
    """The sentence that sums up the roll-call.

    `once`: what it says where groups share people; `people`: what they are counted as.
    """
    return (
        f"Tổng số được triệu tập: {heads.called} {people}; "
        f"có mặt: {heads.came} {people} (đạt {heads.share}), "
        f"vắng mặt: {heads.missing} {people} (có lý do: {heads.excused}; không lý do: {heads.absent}){once}."
    )


def proceedings(facts: Meeting, cited: Citations) -> list[Paragraph]:
    """What was said in its order: the agenda with presenters and their documents, speeches, prose."""
    told = phrases.prose(facts.sections.get("proceedings", ""))
    parts: list[tuple[str, list[Paragraph]]] = [
        ("Nội dung trình bày", [line for item in facts.agenda for line in _presented(item, cited)]),
        ("Ý kiến phát biểu", [line for speech in facts.speeches for line in _spoken(speech)]),
        ("Diễn biến khác" if facts.agenda or facts.speeches else "", told),
    ]
    parts = [(label, lines) for label, lines in parts if lines]
    rows = [paragraph("heading", "2. Diễn biến hội nghị")]
    if not parts:
        return [*rows, paragraph("body", blank("diễn biến hội nghị"))]
    for number, (label, lines) in enumerate(parts, 1):
        heading = [paragraph("subheading", f"2.{number}. {label}")] if label else []
        rows += heading + lines
    return rows


def _presented(item: AgendaItem, cited: Citations) -> list[Paragraph]:
    """One item of the agenda: who spoke to it, on which documents."""
    at = f" ({phrases.clock(item.starts, '')[0]})" if item.starts else ""
    title = f"- {item.title.strip().rstrip('.;')}{at}"
    who = comrade(item.presenter) if item.presenter else ""
    if not item.directives:
        return [paragraph("dash", f"{title}: {sentence(who)}" if who else f"{title}.")]
    words = f"{capital(who)} trình bày: " if who else "Hội nghị nghe: "
    told = phrases.merged([words, *cited.listed(item.directives), "."])
    return [paragraph("dash", f"{title}:"), paragraph("body", *told)]


def _spoken(speech: Speech) -> list[Paragraph]:
    first, *more = [line.strip() for line in speech.content.split("\n") if line.strip()] or [""]
    who: str | Run = comrade(speech.person) if speech.person else blank("người phát biểu")
    known = who if isinstance(who, str) else "người phát biểu"
    words: str | Run = sentence(first) or blank(f"ý kiến của {known}")
    said = (capital(who),) if isinstance(who, str) else ("Đồng chí ", who)
    return [_dash(*said, ": ", words), *phrases.prose("\n".join(more))]


def conclusions(facts: Meeting, cited: Citations) -> list[Paragraph]:
    """Each conclusion with its speaker, and its tasks as points: what, who, until when."""
    rows = [paragraph("heading", "3. Kết luận hội nghị")]
    if not facts.conclusions:
        return [*rows, paragraph("body", blank("kết luận hội nghị"))]
    speaker: Person | None = None
    for one in facts.conclusions:
        if one.speaker and one.speaker != speaker:
            rows.append(paragraph("body", f"{capital(comrade(one.speaker))} kết luận:"))
        speaker = one.speaker or speaker
        rows += _concluded(one, cited)
    return rows


def _concluded(one: Conclusion, cited: Citations) -> list[Paragraph]:
    lines = phrases.prose(one.text)
    related = assigned.unsaid(one.text, one.directives, cited)
    if related:
        lines.append(paragraph("body", "Văn bản liên quan: ", *related, "."))
    common = assigned.common_lead(one.tasks)
    if common and not assigned.leads_over(one.text, common):
        lines.append(assigned.leading(common))
    tasks = [replace(task, lead="") if common else task for task in one.tasks]
    marked = zip(tasks, assigned.points(tasks), strict=True)
    return lines + [_task(task, mark, cited) for task, mark in marked]


def _task(task: Task, mark: str, cited: Citations) -> Paragraph:
    related = assigned.unsaid(task.content, task.directives, cited)
    duties: list[tuple[phrases.Part, ...]] = []
    for label, words in (
        ("chủ trì", task.lead),
        ("phối hợp", ", ".join(task.coordinating)),
        ("thời hạn", task.due.words if task.due else ""),
        ("sản phẩm", task.product),
    ):
        duties += [(f"{label}: {words.rstrip('.')}",)] if words else []
    duties += [("văn bản: ", *related)] if related else []
    said = f"{mark}{capital(task.content.strip().rstrip('.;,'))}"
    style = "point" if mark else "body"
    if not duties:
        return paragraph(style, f"{said}.")
    return paragraph(style, *phrases.merged([f"{said} (", *phrases.joined(duties), ")."]))


def feet(facts: Meeting, profile: str, values: Values) -> list[Block]:
    """The writer's block on the left, the chair's on the right; below them where the minutes are kept."""
    sides = [_signature(facts, side, profile) for side in (0, 1)]
    marks = facts.head.marks
    known = wordings.worded("minutes", facts.head.family) or wordings.Worded()
    sent = worded.feet(known, replace(facts, signatures=()), profile, values)
    signed = letterhead.foot(sides[0], sides[1], profile, marks.sheet)
    return [signed, *([Paragraph("recipient"), *sent] if sent else ())]


def _signature(facts: Meeting, side: int, profile: str) -> tuple[Paragraph, ...]:
    people = (facts.secretaries, facts.chairs)[side]
    usual = Signature(MINUTES_CAPTIONS[side], name=people[0].name if people else None)
    given = (one for one in facts.signatures if _side(one) == side)
    return letterhead.signature(next(given, usual), SIGNERS[side], profile)


def _side(signature: Signature) -> int:
    """0 left for who writes the minutes, 1 right for who answers for the meeting."""
    caption = text.fold(signature.authority)
    return 0 if "ghi bien ban" in caption or "thu ky" in caption else 1


def _dash(*parts: str | Run) -> Paragraph:
    first, *rest = parts
    return paragraph("dash", *phrases.merged([f"- {first}" if isinstance(first, str) else first, *rest]))


def _plus(rows: Sequence[str]) -> list[Paragraph]:
    last = len(rows)
    return [paragraph("plus", f"+ {row}{'.' if n == last else ';'}") for n, row in enumerate(rows, 1)]


def _named(label: str, words: str) -> list[Paragraph]:
    lines = phrases.prose(words)
    return [_dash(f"{label}: {lines[0].text.removeprefix('- ')}"), *lines[1:]] if lines else []
