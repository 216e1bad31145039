"""The table that says who does what until when after a meeting, a paper of its own on a turned sheet."""

from __future__ import annotations

from dataclasses import replace

from papers import attached, field_values, letterhead, styles, task_tables, worded
from papers.content import Block, Document, Grid, Section, Table
from rules import wordings
from rules.facts import Meeting

KEY = "assignments"
GOES_WITH = ("notice", "conclusion")


def compose(facts: Meeting) -> Document:
    """Every task of the meeting; tied to the notice or the conclusion once that has its number."""
    facts = worded.typed(KEY, facts)
    values = field_values.of_meeting(facts)
    head = worded.headed(KEY, facts, values)
    profile = styles.profile_of(head, facts.day)
    table = task_tables.filled(task_tables.assigned_to(facts), "nhiệm vụ được giao")
    turned = any(isinstance(block, Table) for block in table)  # (05-HD/VPTW IV.4.3)
    text = wordings.worded(KEY, head.family) or wordings.Worded()
    is_signed = worded.is_signed(text, facts)
    *above, mark = letterhead.head(head, profile, landscape=turned, dated=is_signed)
    half = styles.page(profile, turned, head.marks.sheet).text_width / 2
    said = worded.body(text, facts, values)
    below = [_turned(block, half) for block in worded.feet(text, facts, profile, values)]
    blocks = (*above, *attached.reference(facts, *GOES_WITH), mark, *table, *said, *below)
    section = Section(blocks, landscape=turned)
    title = worded.entitled(KEY, facts)
    return Document(title, profile, (section,), worded.sheets(section, title), marks=head.marks)


def _turned(block: Block, half: float) -> Block:
    """The two sides of the foot as wide as the turned sheet."""
    return replace(block, widths=(half, half)) if isinstance(block, Grid) else block
