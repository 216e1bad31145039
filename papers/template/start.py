"""The Word file that an office begins its own from: our paper with its fields left open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from papers import catalogue, docx_file, phrases
from papers.content import Block, Document, Grid, Paragraph, paragraph
from papers.template import fields
from papers.template.fields import APPENDIX, BASES, BLOCKS, BODY, HEAD, LEFT, SENT
from papers.worded import BASIS
from rules import markers, papers, wordings
from rules.facts import Meeting, Plan
from rules.marker_names import Name
from rules.wordings import Line

# Parts that stand together in their order, where not every paper has all of them.
TOGETHER = {
    "superior": ("superior", "issuer"),
    "issuer": ("superior", "issuer"),
    "number": ("number", "letter_subject", "urgency", "draft"),
    "type": ("type", "author", "subject"),
}
CODED = ("minutes", "news", "assignments", "agenda", "file_index", "plan")  # written by code around sentences
NUMBERS = {"tt": "1", "chu cai": "a"}


def start(key: str, facts: Meeting | Plan) -> bytes:
    """The paper of that key as .docx with its fields in place, in the wording and the form of the facts.

    Filled with the same facts it says what our own paper says. KeyError for a key that no paper has.
    """
    composed = catalogue.compose(key, facts)
    first, *more = composed.sections[:1] if fields.is_serial(key) else composed.sections
    begun = _opened(key, facts, list(first.blocks))
    sections = [replace(first, blocks=tuple(begun), restart_numbering=False)]
    for place, section in enumerate(more, 1):
        sections.append(replace(section, blocks=(_marker("body", Name(f"{APPENDIX} {place}", "")),)))
    title = papers.paper(key).label
    return docx_file.to_bytes(Document(title, composed.profile, tuple(sections), marks=composed.marks))


def _opened(key: str, facts: Meeting | Plan, blocks: list[Block]) -> list[Block]:
    """The blocks of the paper: fields in its letterhead and feet, sentences with their fields between."""
    own = {id(block) for block in fields.body(blocks)}
    begins = [place for place, block in enumerate(blocks) if id(block) in own]
    feet = [place for place, block in enumerate(blocks) if place and isinstance(block, Grid)]
    here = min([*begins[:1], *feet[:1]], default=len(blocks))
    above, below = (
        [_framed(block) if isinstance(block, Grid) else block for block in part if id(block) not in own]
        for part in (blocks[:here], blocks[here:])
    )
    made = _fields([*above, *_sentences(key, facts), *below])
    sent = _marker("recipient", SENT)
    has_sent = any(one == sent for one in fields.paragraphs(made))
    return made if has_sent else [*made, sent]


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
    """The sentences of the paper with their fields; the whole body as one field where code writes it."""
    found = wordings.worded(key)
    if found is None or not isinstance(facts, Meeting) or key in CODED:
        return [_marker("body", BODY)]
    typed = {one.place: one.name for one in fields.own(key)}
    made: list[Block] = []
    for place, line in enumerate(found.lines):
        if line.style == BASIS:
            made += [] if _marker(BASIS, BASES) in made else [_marker(BASIS, BASES)]
        elif place in typed:
            made.append(_marker("body", typed[place]))
        else:
            made += _line(line, facts.wording.get(line.key, line.text))
    return made


def _line(line: Line, text: str) -> list[Block]:
    rows = [row.strip() for row in text.split("\n") if row.strip()]
    return [
        paragraph((phrases.lead(_shown(row)) if line.style == "body" else "") or line.style, row)
        for row in rows
    ]


def _shown(row: str) -> str:
    """The line as it will begin, for the look of numbered and dashed lines."""
    words = ""
    for part in markers.parse(row):
        if isinstance(part, str):
            words += part
        elif not part.only_if:
            words += NUMBERS.get(markers.key(part.member), f"[{part.name}]")
    return words.strip()
