"""A plan with the schedule that goes with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count

from papers import letterhead, phrases, styles
from papers.content import (
    Block,
    Column,
    Document,
    Paragraph,
    Row,
    Run,
    Section,
    Sheet,
    Table,
    Value,
    blank,
    paragraph,
)
from papers.phrases import Citations, Part, capital, sentence
from rules import dates, plans, text
from rules.facts import Plan, PlanItem, Signature

SCHEDULE = (
    Column("TT", 11, "center"),
    Column("Nội dung công việc", 62),
    Column("Cơ quan chủ trì", 37),
    Column("Cơ quan phối hợp", 38),
    Column("Thời gian bắt đầu", 26),
    Column("Thời gian hoàn thành", 28),
    Column("Sản phẩm/Kết quả", 31),
    Column("Ghi chú", 19),
)
OTHER_PHASE = "Công việc khác"
BODY = re.compile(r"(?:\d+[.)-]\s*|[-+]\s*)?([^:.;]{3,90}):\s+(\S.*)")  # "Văn phòng Đảng ủy: …"
NUMBERED = re.compile(r"^(\d+)[.-] ", re.MULTILINE)


def compose(facts: Plan) -> Document:
    """The plan in the form of the day it is signed, its schedule behind it on turned sheets."""
    issued = facts.directive.issued
    profile = styles.profile_for(facts.head.signed or (issued.latest if issued else None))
    blocks: list[Block] = letterhead.head(facts.head, profile)
    blocks += [
        *opening(facts),
        paragraph("part", "I- MỤC ĐÍCH, YÊU CẦU"),
        *_labelled("1. Mục đích", facts, "purpose", "mục đích của kế hoạch"),
        *_labelled("2. Yêu cầu", facts, "requirements", "yêu cầu của kế hoạch"),
        paragraph("part", "II- NỘI DUNG"),
        *content(facts),
        paragraph("part", "III- TỔ CHỨC THỰC HIỆN"),
        *organisation(facts),
        *closing(facts),
        _feet(facts, profile),
    ]
    sections = [Section(tuple(blocks))]
    if facts.items:
        sections.append(_appendix(facts))
    return Document(f"Kế hoạch {facts.head.subject}".strip(), profile, tuple(sections), _sheets(facts))


def opening(facts: Plan) -> list[Paragraph]:
    """“Thực hiện …” with every document the plan carries out, cited whole; or what was typed instead."""
    typed = facts.sections.get("opening", "").strip()
    if typed:
        return phrases.prose(typed)
    issuer: Part = facts.issuer or blank("cơ quan ban hành kế hoạch")
    subject: Part = facts.head.subject or blank("trích yếu")
    tail: list[Part] = [issuer, " xây dựng kế hoạch ", subject, " như sau:"]
    if not facts.bases:
        return [paragraph("body", *phrases.merged(tail))]
    bases = Citations().listed(facts.bases)
    return [paragraph("body", *phrases.merged(["Thực hiện ", *bases, ", ", *tail]))]


def _labelled(label: str, facts: Plan, key: str, unknown: str) -> list[Paragraph]:
    lines = phrases.prose(facts.sections.get(key, ""))
    return [paragraph("heading", label), *(lines or [paragraph("body", blank(unknown))])]


def content(facts: Plan) -> list[Paragraph]:
    """What was typed, then the items by phase, numbered on from the typed headings."""
    typed = facts.sections.get("content", "")
    lines = phrases.prose(typed)
    first = max((int(found) for found in NUMBERED.findall(typed)), default=0) + 1
    groups = phased(facts)
    if len(groups) == 1 and not groups[0][0]:
        return lines + [_item(f"{number}.", item) for number, item in enumerate(groups[0][1], first)]
    for phase, (label, items) in enumerate(groups, first):
        lines.append(paragraph("heading", f"{phase}. {label}"))
        lines += [_item(f"{phase}.{number}.", item) for number, item in enumerate(items, 1)]
    return lines or [paragraph("body", blank("nội dung của kế hoạch"))]


def phased(facts: Plan) -> list[tuple[str, list[PlanItem]]]:
    """Items under the label of their phase, in the order of phases; unlabelled where none has a phase."""
    labels = {choice.key: _phase(choice.label, facts.head.subject) for choice in plans.PHASES}
    kept: dict[str, list[PlanItem]] = {key: [] for key in (*labels, "")}
    for item in facts.items:
        kept[item.phase if item.phase in labels else ""].append(item)
    other = OTHER_PHASE if len(kept[""]) < len(facts.items) else ""
    return [(labels.get(key, other), items) for key, items in kept.items() if items]


def _phase(label: str, subject: str) -> str:
    """“Trước đại hội/hội nghị” names only the event that the plan is about."""
    both, _, second = label.partition("/")
    plain = text.fold(subject)
    if "dai hoi" in plain:
        return both
    if second and "hoi nghi" in plain:
        return f"{both.split(' ', 1)[0]} {second}"
    return label


def _item(mark: str, item: PlanItem) -> Paragraph:
    duties = (
        ("Thời gian", item.time.words if item.time else ""),
        ("Chủ trì", item.lead),
        ("Phối hợp", ", ".join(item.coordinating)),
        ("Sản phẩm", item.product),
    )
    said = [f"{label.lower()}: {words.strip().rstrip('.')}" for label, words in duties if words]
    words = f"{mark} {sentence(capital(item.content))}"
    return paragraph("item", f"{words} {capital('; '.join(said))}." if said else words)


def organisation(facts: Plan) -> list[Paragraph]:
    """One numbered item per body, its name bold; other lines as typed."""
    typed = [line.strip() for line in facts.sections.get("organisation", "").split("\n") if line.strip()]
    if not typed:
        return [paragraph("body", blank("việc tổ chức thực hiện"))]
    rows: list[Paragraph] = []
    number = 0
    for line in typed:
        found = BODY.fullmatch(line)
        if found:
            number += 1
            name = Run(f"{number}. {found[1].strip()}:", bold=True)
            rows.append(paragraph("item", name, f" {sentence(found[2])}"))
        else:
            rows += phrases.prose(line)
    return rows


def closing(facts: Plan) -> list[Paragraph]:
    """The order that ends the plan; kept on the page of the signature."""
    typed = facts.sections.get("closing", "").strip()
    usual = (
        f"{facts.issuer or facts.head.issuer} yêu cầu các tổ chức đảng, cơ quan, đơn vị liên quan "
        "nghiêm túc triển khai thực hiện Kế hoạch này."
    )
    *before, last = phrases.prose(typed or capital(usual.strip()))
    return [*before, paragraph("closing", sentence(last.text))]


def _feet(facts: Plan, profile: str) -> Block:
    """Recipients on the left, signatures one under the other on the right."""
    given = facts.signatures or (Signature(plans.authority(facts.issuer, facts.head.spelling)),)
    right = [line for one in given for line in letterhead.signature(one, "người ký kế hoạch")]
    if not facts.signatures:
        right.insert(1, paragraph("post", blank("chức vụ người ký kế hoạch")))
    return letterhead.foot(letterhead.recipients(facts.recipients, profile), tuple(right), profile)


def _appendix(facts: Plan) -> Section:
    reference: list[Part] = ["(Kèm theo ", *letterhead.mentioned(facts.head)]
    reference.append(f" của {facts.issuer})" if facts.issuer else ")")
    blocks = (
        paragraph("appendix", "Phụ lục"),
        paragraph("appendix_title", "TIẾN ĐỘ THỰC HIỆN"),
        paragraph("reference", *phrases.merged(reference)),
        paragraph("separator", letterhead.SEPARATOR),
        _schedule(facts),
    )
    return Section(blocks, landscape=True, restart_numbering=True)


def _schedule(facts: Plan) -> Table:
    rows: list[Row] = []
    numbers = count(1)
    for label, items in phased(facts):
        rows += [Row((label,), "group")] if label else []
        rows += [Row(_cells(next(numbers), item)) for item in items]
    return Table(SCHEDULE, tuple(rows))


def _cells(number: int, item: PlanItem) -> tuple[Value, ...]:
    start, finish = dates.split_period(item.time.words) if item.time else ("", "")
    together = ", ".join(item.coordinating)
    return (number, item.content, item.lead, together, start, finish, item.product, item.note)


def _sheets(facts: Plan) -> tuple[Sheet, ...]:
    """The text of the plan line by line, and its schedule."""
    lines: Sequence[Paragraph] = [
        *opening(facts),
        *_labelled("1. Mục đích", facts, "purpose", "mục đích của kế hoạch"),
        *_labelled("2. Yêu cầu", facts, "requirements", "yêu cầu của kế hoạch"),
        *content(facts),
        *organisation(facts),
        *closing(facts),
    ]
    words = Table((Column("Nội dung", 165),), tuple(Row((line.text,)) for line in lines))
    title = f"Kế hoạch {facts.head.subject}".strip()
    return Sheet("Nội dung", title, words), Sheet("Phụ lục", "Tiến độ thực hiện", _schedule(facts))
