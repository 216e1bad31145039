"""The Word file that an office begins its own from: our paper with its fields left open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from papers import assigned, assignments, catalogue, docx_file
from papers.content import Block, Document, Grid, Paragraph, paragraph
from papers.template import bodies, fields
from papers.template.fields import APPENDIX, BASES, BLOCKS, HEAD, LEFT, SENT
from papers.worded import BASIS, TIE
from rules import papers, wordings
from rules.facts import Conclusion, Meeting, Plan, Signature, Task
from rules.marker_names import Name

# Parts that stand together in their order, where not every paper has all of them.
TOGETHER = {
    "superior": ("superior", "issuer"),
    "issuer": ("superior", "issuer"),
    "number": ("number", "letter_subject", "urgency", "draft"),
    "type": ("type", "author", "subject"),
}
SOME = Conclusion("", None, (), (Task("nhiệm vụ"),))
SIGNER = Signature("", "", "")
TIED = ("agenda", "assignments", "call_list")  # go with another paper once that has its number


def start(key: str, facts: Meeting | Plan) -> bytes:
    """The paper of that key as .docx with its fields in place, in the wording and the form of the facts.

    Filled with the same facts it says what our own paper says. KeyError for a key that no paper has.
    """
    if key == assignments.KEY and isinstance(facts, Meeting) and not assigned.given(facts):
        facts = replace(facts, conclusions=(SOME,))  # the table stands on a turned sheet
    profile = catalogue.compose(key, facts).profile
    head = replace(facts.head, signed=facts.head.signed or date.today(), form=profile)
    facts = replace(facts, head=head)  # a paper that is not signed yet may lack the line of its day
    if isinstance(facts, Meeting) and not facts.signatures and not _is_signed(catalogue.compose(key, facts)):
        facts = replace(facts, signatures=(SIGNER,))
    composed = catalogue.compose(key, facts)
    first, *more = composed.sections[:1] if fields.is_serial(key) else composed.sections
    begun = _opened(key, facts, list(first.blocks))
    sections = [replace(first, blocks=tuple(begun), restart_numbering=False)]
    behind = bodies.appendices(key, facts, composed.profile)
    if behind is None:
        markers = (_marker("body", Name(f"{APPENDIX} {place}", "")) for place in range(1, len(more) + 1))
        behind = [replace(section, blocks=(one,)) for section, one in zip(more, markers, strict=True)]
    sections += behind
    title = papers.paper(key).label
    return docx_file.to_bytes(Document(title, composed.profile, tuple(sections), marks=composed.marks))


def _opened(key: str, facts: Meeting | Plan, blocks: list[Block]) -> list[Block]:
    """The blocks of the paper: fields in its letterhead and feet, sentences with their fields between."""
    own = {id(block) for block in fields.body(blocks) if not _is_tie(block)}
    begins = [place for place, block in enumerate(blocks) if id(block) in own]
    feet = [place for place, block in enumerate(blocks) if place and isinstance(block, Grid)]
    here = min([*begins[:1], *feet[:1]], default=len(blocks))
    above, below = (
        [_framed(block) if isinstance(block, Grid) else block for block in part if id(block) not in own]
        for part in (blocks[:here], blocks[here:])
    )
    if key in TIED and above and not any(map(_is_tie, above)):
        above.insert(-1, paragraph(TIE))
    made = [*_fields(above), *_sentences(key, facts), *_fields(below)]
    sent = _marker("recipient", SENT)
    if not fields.is_headed(key):
        return made
    has_sent = any(one == sent for one in fields.paragraphs(made))
    return made if has_sent else [*made, sent]


def _is_signed(composed: Document) -> bool:
    return any(one.style == "signature_space" for one in composed.paragraphs())


def _is_tie(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.style == TIE


def _framed(block: Grid) -> Grid:
    """The columns with fields; of two signatures side by side each is a field of its own."""
    rows = []
    for row in block.rows:
        signed = [any(one.style == "signature_space" for one in cell) for cell in row]
        cells = [_fields(cell) for cell in row]
        if sum(signed) > 1:
            first = signed.index(True)
            cells[first] = [_marker("authority", LEFT)]
        rows.append(tuple(tuple(one for one in cell if isinstance(one, Paragraph)) for cell in cells))
    return replace(block, rows=tuple(rows))


def _fields(blocks: Sequence[Block]) -> list[Block]:
    """The parts of a paper as fields, several lines of one part as one; also those that it lacks today.

    A paragraph of nothing but fields goes where they have nothing to say.
    """
    made: list[Block] = []
    met: set[str] = set()
    for block in blocks:
        style = block.style if isinstance(block, Paragraph) else ""
        name = HEAD.get(style) or BLOCKS.get(style)
        if name is None:
            made.append(block)
        elif name.label not in met:
            for one in TOGETHER.get(style, (style,)):
                part = HEAD.get(one) or name
                met.add(part.label)
                made.append(_marker(one, part))
    return made


def _marker(style: str, name: Name) -> Paragraph:
    style = "recipient" if style == "recipients" else style
    return paragraph(style, f"{{{{{name.label}}}}}")


def _sentences(key: str, facts: Meeting | Plan) -> list[Block]:
    """The sentences of the paper with their fields, its tables with a row that repeats."""
    composed = bodies.body(key, facts)
    if composed is not None:
        return composed
    found = wordings.worded(key, facts.head.family)
    typed = {one.place: one.name for one in fields.own(key)}
    made = bodies.above(key)
    for place, line in enumerate(found.lines if found else ()):
        if line.style == BASIS:
            made += [] if _marker(BASIS, BASES) in made else [_marker(BASIS, BASES)]
        elif place in typed:
            made.append(_marker("body", typed[place]))
        else:
            made += bodies.sentence(line, facts)
    return made
