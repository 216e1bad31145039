"""A plan with the schedule that goes with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from papers import field_values, filling, letterhead, phrases, plan_tables, styles, worded
from papers.content import (
    Block,
    Column,
    Document,
    Grid,
    Paragraph,
    Row,
    Run,
    Section,
    Sheet,
    Table,
    blank,
    paragraph,
)
from papers.phrases import sentence
from rules import plans, text, wordings
from rules.facts import Plan, PlanItem, Signature
from rules.text import capital

PART_MARKS = {"party": "-", "state": "."}  # behind the number of a part
OTHER_PHASE = "Công việc khác"
BODY = re.compile(r"(?:\d+[.)-]\s*|[-+]\s*)?([^:.;]{3,90}):\s+(\S.*)")  # "Văn phòng Đảng ủy: …"
NUMBERED = re.compile(r"^(\d+)[.-] ", re.MULTILINE)


def compose(facts: Plan) -> Document:
    """The plan in the form of the day it is signed, its schedule behind it on turned sheets."""
    issued = facts.directive.issued
    profile = styles.profile_of(facts.head, issued.latest if issued else None)
    mark = PART_MARKS[facts.head.family]
    blocks: list[Block] = letterhead.head(facts.head, profile)
    blocks += [
        *opening(facts),
        paragraph("part", f"I{mark} MỤC ĐÍCH, YÊU CẦU"),
        *purpose(facts),
        *requirements(facts),
        paragraph("part", f"II{mark} NỘI DUNG"),
        *content(facts),
        paragraph("part", f"III{mark} TỔ CHỨC THỰC HIỆN"),
        *organisation(facts),
        *closing(facts),
        *_feet(facts, profile),
    ]
    sections = [Section(tuple(blocks))]
    sections += _appendices(facts, profile)
    title = f"Kế hoạch {facts.head.subject}".strip()
    return Document(title, profile, tuple(sections), _sheets(facts), facts.head.marks)


def opening(facts: Plan) -> list[Paragraph]:
    """“Thực hiện …” with every document the plan carries out, cited whole; or what was typed instead."""
    return _worded(facts, "opening")


def _worded(facts: Plan, key: str) -> list[Paragraph]:
    """A fixed sentence: typed for this plan, in the office's own words, else in ours."""
    known = wordings.worded("plan", facts.head.family) or wordings.Worded()
    shipped = next((line.text for line in known.lines if line.key == key), "")
    said = filling.lines(worded.text_of(facts, key, shipped), field_values.of_plan(facts))
    return [block for block in said if isinstance(block, Paragraph)]


def purpose(facts: Plan) -> list[Paragraph]:
    """What the plan is for, under its label."""
    return _labelled("1. Mục đích", facts, "purpose", "mục đích của kế hoạch")


def requirements(facts: Plan) -> list[Paragraph]:
    """What the plan asks for, under its label."""
    return _labelled("2. Yêu cầu", facts, "requirements", "yêu cầu của kế hoạch")


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
    *before, last = _worded(facts, "closing") or [paragraph("closing")]
    end = last.runs[-1:]
    runs = last.runs[:-1] + tuple(run if run.blank else replace(run, text=_ended(run.text)) for run in end)
    return [*before, replace(last, style="closing", runs=runs)] if last.text else []


def _ended(words: str) -> str:
    """With a full stop; the space behind what stands before stays."""
    return " " * words.startswith(" ") + sentence(words)


def _feet(facts: Plan, profile: str) -> list[Block]:
    """Recipients on the left, signatures one under the other on the right."""
    known = wordings.worded("plan", facts.head.family) or wordings.Worded()
    if not facts.signatures and "signer" not in facts.wording:
        facts = replace(facts, signatures=(Signature(plans.authority(facts.issuer, facts.head.spelling)),))
        return [_unsigned(block) for block in worded.feet(known, facts, profile, field_values.of_plan(facts))]
    return worded.feet(known, facts, profile, field_values.of_plan(facts))


def _unsigned(block: Block) -> Block:
    """The foot with a blank below the authority: nobody is known to sign, so no post either."""
    if not isinstance(block, Grid):
        return block
    left, (authority, *rest) = block.rows[0]
    return replace(block, rows=((left, (authority, paragraph("post", blank("chức vụ người ký")), *rest)),))


def _appendices(facts: Plan, profile: str) -> list[Section]:
    """Who does what, then by when, each numbered where there are both, on turned sheets of their own."""
    tables = _tables(facts)
    made = []
    for place, (title, table) in enumerate(tables, start=1):
        number = place if len(tables) > 1 else None
        lines = letterhead.appendix(facts.head, number, title, profile, facts.issuer)
        made.append(Section((*lines, table), landscape=True, restart_numbering=True))
    return made


def _tables(facts: Plan) -> list[tuple[str, Table]]:
    """Title and table of every appendix; a plan that names no body for its items assigns nothing."""
    items = phased(facts)
    tables = [("Tiến độ thực hiện", plan_tables.schedule(items))] if items else []
    if any(item.lead or item.coordinating for item in facts.items):
        tables.insert(0, ("Phân công nhiệm vụ", plan_tables.assigned(items)))
    return tables


def _sheets(facts: Plan) -> tuple[Sheet, ...]:
    """The text of the plan line by line, and the tables of its appendices."""
    lines: Sequence[Paragraph] = [
        *opening(facts),
        *purpose(facts),
        *requirements(facts),
        *content(facts),
        *organisation(facts),
        *closing(facts),
    ]
    words = Table((Column("Nội dung", 165),), tuple(Row((line.text,)) for line in lines))
    title = f"Kế hoạch {facts.head.subject}".strip()
    more = (Sheet(name, name, table) for name, table in _tables(facts))
    return Sheet("Nội dung", title, words), *more
