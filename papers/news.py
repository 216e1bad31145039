"""The news of a meeting: headline, one sentence that leads, who came, what was said; no official form."""

from __future__ import annotations

from collections.abc import Iterable

from papers import assigned, field_values, filling, styles, worded
from papers.content import Block, Document, Paragraph, Section, blank, paragraph
from papers.filling import Values
from rules import wordings
from rules.facts import Marks, Meeting

KEY = "news"
PLANNED = "planned"  # key of the sentence about the plan
TASKS = "Nhiệm vụ trong một câu"
DOCUMENTS, IN_SHORT = "Tài liệu trên tin", "Tài liệu tên ngắn"
PLAN = "Nội dung kế hoạch"
LONGEST = 250  # words of the body below the leading sentence


def compose(facts: Meeting) -> Document:
    """Dated by the day of its signing, which is the day it is published; without one it carries no day."""
    facts = worded.typed(KEY, facts)
    values = field_values.of_meeting(facts)
    head = worded.headed(KEY, facts, values)
    profile = styles.profile_of(head, facts.day)
    text = wordings.worded(KEY, head.family) or wordings.Worded()
    blocks: list[Block] = [paragraph("headline", head.subject or blank("tên của bản tin"))]
    blocks += filling.lines("{{Ngày đăng tin}}", values, "dateline")
    text, values = fitted(text, facts, values)
    blocks += worded.body(text, facts, values)
    sheet = Marks(sheet=head.marks.sheet, duplex=head.marks.duplex)
    return Document(worded.entitled(KEY, facts), profile, (Section(tuple(blocks)),), marks=sheet)


def _words(blocks: Iterable[Block]) -> int:
    """How many words the body has, its captions aside."""
    told = [one for one in blocks if isinstance(one, Paragraph) and one.style == "body"]
    return sum(len(one.text.split()) for one in told)


def fitted(text: wordings.Worded, facts: Meeting, values: Values) -> tuple[wordings.Worded, Values]:
    """The sentences; too long, they name documents in short, leave out the plan, then sum up last tasks."""
    if _words(worded.body(text, facts, values)) <= LONGEST:
        return text, values
    values = values.knowing({DOCUMENTS: filling.fill(f"{{{{{IN_SHORT}}}}}", values)})
    if _words(worded.body(text, facts, values)) <= LONGEST:
        return text, values
    text = text._replace(lines=tuple(line for line in text.lines if line.key != PLANNED))
    values = values.knowing({PLAN: ()})
    over = _words(worded.body(text, facts, values)) - LONGEST
    if over > 0 and assigned.given(facts):
        room = len(assigned.running(facts).split()) - over
        values = values.knowing({TASKS: (assigned.running(facts, room),)})
    return text, values
