"""The official copy of a document: what is set below its last page to make it a copy.

36-HD/VPTW II.3, 05-HD/VPTW III.2 with Appendix 3; Nghị định 30/2020/NĐ-CP, Appendix I, part II.
"""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from papers import letterhead, measures, styles
from papers.content import FRAME_MARGIN, Block, Document, Grid, Paragraph, Section, blank, paragraph
from papers.forms import Form, Style
from papers.letterhead import Cell
from papers.phrases import Part, merged
from rules.facts import Copy, Head, Signature

POINT_IN_MM = 25.4 / 72
LINE = 1.2  # of a size: a line of single spacing
FIELDS = ("stamp_field", "stamp_small")  # the larger one where the stamp has room for it


def compose(facts: Copy) -> Document:
    """The sheet with the copy block alone, to be printed below or behind the copied pages."""
    profile = styles.profile_of(facts.head)
    form = styles.form(profile)
    facts = replace(facts, head=_head(facts, form))
    foot = _stamped(facts, profile) if form.copies.stamp else _block(facts, profile)
    line = Paragraph("copy_line", rule=_own(form, form.page.text_width))
    title = " ".join(part for part in ("Bản sao", facts.original.type_name, facts.original.symbol) if part)
    return Document(title, profile, (Section((line, *foot)),))


def _head(facts: Copy, form: Form) -> Head:
    """The head of who copies, with the code of this kind of copy."""
    superior = facts.head.superior if form.copies.superior else ""
    return replace(facts.head, superior=superior, type_code=form.copies.codes[facts.kind])


def _own(form: Form, width: float) -> float:
    return 0 if form.styles["copy_line"].rule == width else width


def _block(facts: Copy, profile: str) -> list[Block]:
    """Who copies and the kind of copy side by side, number and day below, recipients and signer last."""
    name = styles.form(profile).copies.names[facts.kind]
    head = letterhead.named(facts.head, profile, (paragraph("copy_kind", name.upper()),))
    left = letterhead.recipients(facts.recipients, profile)
    return [head, Paragraph("recipient"), letterhead.foot(left, _signer(facts, profile), profile)]


def _signer(facts: Copy, profile: str) -> Cell:
    blocks = facts.signatures or (Signature(""),)
    return tuple(line for one in blocks for line in letterhead.signature(one, "người ký sao", profile))


def _stamped(facts: Copy, profile: str) -> list[Block]:
    """The stamp at the left, the signer at the right."""
    form = styles.form(profile)
    width, height = form.copies.frame
    stamp = _stamp(facts, profile)
    gap = (Paragraph("number"),)
    rest = form.page.text_width - width
    between = max(round(rest * 0.05, 1), 1.0)
    return [Grid((width, between, rest - between), ((stamp, gap, _signer(facts, profile)),), frame=height)]


def _stamp(facts: Copy, profile: str) -> Cell:
    form = styles.form(profile)
    said = _fields(facts, form)
    style = next((key for key in FIELDS if _fits(said, form, key)), FIELDS[-1])
    title = paragraph("stamp_title", form.copies.stamp.upper())
    return (title, *(paragraph(style, *line) for line in said))


def _fields(facts: Copy, form: Form) -> list[tuple[Part, ...]]:
    """“Cơ quan, tổ chức sao: …” and the other four, each with what is known of it."""
    head = facts.head
    number = letterhead.number(head, form.name)
    lead = form.number.lead
    symbol = tuple(replace(run, text=run.text.removeprefix(lead)) for run in number.runs)
    values: tuple[tuple[Part, ...], ...] = (
        (head.issuer or blank("tên cơ quan sao"),),
        tuple(run for run in symbol if run.text),
        (form.copies.names[facts.kind],),
        letterhead.place_date(head).runs,
        ("; ".join(facts.recipients) or blank("nơi nhận bản sao"),),
    )
    return [merged([f"{label}: ", *value]) for label, value in zip(form.copies.fields, values, strict=True)]


def _fits(lines: list[tuple[Part, ...]], form: Form, key: str) -> bool:
    """Whether so many lines of that style stand in the stamp under its title."""
    width, height = form.copies.frame
    look, title = form.styles[key], form.styles["stamp_title"]
    rows = sum(_rows(line, look, width - 2 * FRAME_MARGIN) for line in lines)
    used = title.before + (title.line or title.size * LINE) + title.after
    return (used + rows * (look.line or look.size * LINE)) * POINT_IN_MM <= height


def _rows(line: tuple[Part, ...], look: Style, width: float) -> int:
    words = "".join(part if isinstance(part, str) else part.text for part in line)
    return ceil(measures.bold_width(words, look.size) / width)
