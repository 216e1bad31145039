"""Papers made of their wordings: letterhead, addressees, filled sentences, recipients, signature."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from papers import field_values, filling, letterhead, phrases, small, styles
from papers.content import Block, Document, Paragraph, Run, Section, Sheet, Table, blank
from papers.filling import Values
from papers.phrases import Part
from rules import papers, wordings
from rules.facts import Head, Meeting, Plan, Signature
from rules.text import fold, respell
from rules.wordings import Line, Worded

BASIS = "basis"  # the style of căn cứ, which the form closes with marks of its own
TIE = "reference"  # the style of the line that ties an appendix to its paper, above the hyphens of the head
COUNTED = re.compile(r"(?:\{\{[^{}\n]*\}\}|\s)*(\d+)(?=\. )")  # a line that begins with its number
AS_ABOVE = "Như trên"  # first where the paper names its addressees (36-HD/VPTW II.1.9, 05-HD/VPTW I.9.2.3)
NOT_TYPED = "{{}}"  # the field without a name: what the clerk has yet to type
FIRST_MARK = 0xE100  # letters from here on hold the places of blanks while a row is plain words


def compose(paper: str, facts: Meeting) -> Document:
    """The paper of that key for everybody; KeyError for one without wordings."""
    facts = typed(paper, facts)
    values = field_values.of_meeting(facts)
    head = headed(paper, facts, values)
    profile = styles.profile_of(head, facts.day)
    section = Section(tuple(blocks(paper, facts, head, profile, values)))
    title = entitled(paper, facts)
    return Document(title, profile, (section,), sheets(section, title), marks=head.marks)


def typed(paper: str, facts: Meeting) -> Meeting:
    """The facts with the type of that paper in their head."""
    entry = papers.paper(paper)
    return replace(facts, head=replace(facts.head, type_name=entry.type_name, type_code=entry.type_code))


def entitled(paper: str, facts: Meeting) -> str:
    """The name of the document: “Giấy mời chung: Hội nghị quán triệt …”."""
    return f"{papers.paper(paper).label}: {facts.title}".strip(": ")


def headed(paper: str, facts: Meeting, values: Values) -> Head:
    """The head with the subject that the wording of the paper gives; a subject with a blank is unknown."""
    head = typed(paper, facts).head
    worded = _worded(paper, head)
    subject = _known_words(text_of(facts, "subject", worded.subject), values)
    author = head.author or _known_words(text_of(facts, "author", worded.author), values)
    return replace(head, subject=subject, author=author)


def _known_words(text: str, values: Values) -> str:
    parts = filling.fill(text, values)
    return " ".join(filling.words_of(parts).split()).rstrip(".;, ") if filling.is_known(parts) else ""


def blocks(paper: str, facts: Meeting, head: Head, profile: str, values: Values) -> list[Block]:
    """The whole paper from its letterhead to its signature."""
    worded = _worded(paper, head)
    rows, unknown = _rows(text_of(facts, "addressees", "\n".join(worded.addressees)), values)
    made = body(worded, facts, values)
    ties = list(takewhile(lambda one: isinstance(one, Paragraph) and one.style == TIE, made))
    *above, last = letterhead.head(head, profile, dated=is_signed(worded, facts))
    whole = [
        *above,
        *ties,
        last,
        *_restored(letterhead.addressed(rows, profile, head.type_name), unknown),
        *made[len(ties) :],
        *feet(worded, facts, profile, values),
    ]
    return small.set_small(whole, profile) if head.marks.sheet == papers.SMALL else whole


def text_of(facts: Meeting | Plan, key: str, shipped: str) -> str:
    """Typed for this record, else in the office's own words ("" leaves it out), else as shipped."""
    if facts.sections.get(key, "").strip():
        return facts.sections[key]
    return facts.wording[key] if key in facts.wording else respell(shipped, facts.head.spelling)


# -- the body


def body(worded: Worded, facts: Meeting | Plan, values: Values) -> list[Block]:
    """The sentences of the paper in their order, numbered anew where one is left out."""
    made: list[Block] = []
    count = 0
    for line in worded.lines:
        text, known = _said(line, facts, values)
        said = filling.lines(text, known, line.style)
        number = COUNTED.match(text) if line.text else None
        if number and int(number[1]) == 1:
            count = 0
        if number and said and isinstance(said[0], Paragraph):
            count += 1
            said[0] = _renumbered(said[0], count)
        made += said
    day = facts.day if isinstance(facts, Meeting) else None
    return list(_based(made, styles.profile_of(facts.head, day)))


def _said(line: Line, facts: Meeting | Plan, values: Values) -> tuple[str, Values]:
    """The text of a line; one typed anew has the wording before it, and a blank until it is typed."""
    if not line.own:
        return text_of(facts, line.key, line.text), values
    before = facts.wording.get(line.key, respell(line.text, facts.head.spelling)).strip()
    own = facts.sections.get(line.key, "").strip()
    if own:
        parts = (before, "\n" if "\n" in own else " ", own if "\n" in own else phrases.sentence(own))
        return ("".join(parts) if before else own), values
    if line.optional:
        return "", values
    fact = line.label[:1].lower() + line.label[1:]
    return (f"{before} {NOT_TYPED}." if before else NOT_TYPED), values.knowing({"": (blank(fact),)})


def _renumbered(line: Paragraph, number: int) -> Paragraph:
    first, *rest = line.runs
    return replace(line, runs=(replace(first, text=re.sub(r"^\d+", str(number), first.text)), *rest))


def _based(made: Iterable[Block], profile: str) -> Iterator[Block]:
    """The blocks with every run of căn cứ closed by the marks of the form."""
    for are_bases, group in groupby(made, lambda one: isinstance(one, Paragraph) and one.style == BASIS):
        if not are_bases:
            yield from group
            continue
        rows = [_bare(one.runs) for one in group if isinstance(one, Paragraph)]
        yield from letterhead.bases(rows, profile)


def _bare(runs: Sequence[Run]) -> list[Part]:
    """The words of a căn cứ without the hyphen and the mark that the form sets."""
    made = list(runs)
    made[0] = replace(made[0], text=made[0].text.lstrip("- –"))
    made[-1] = made[-1] if made[-1].blank else replace(made[-1], text=made[-1].text.rstrip(".,; "))
    return [run.text if run == Run(run.text) else run for run in made]


# -- addressees, recipients, signature


def feet(worded: Worded, facts: Meeting | Plan, profile: str, values: Values) -> list[Block]:
    """Recipients on the left, whoever signs on the right; below them how to reach the office."""
    shipped = text_of(facts, "recipients", "\n".join(worded.recipients))
    rows, unknown = _rows("\n".join(facts.recipients) or shipped, values)
    if worded.addressees and rows and not any(fold(row).strip("- ").startswith("nhu tren") for row in rows):
        rows = [AS_ABOVE, *rows]
    marks = facts.head.marks
    sent = tuple(_restored(letterhead.recipients(rows, profile, marks.drafter), unknown))
    usual = _signer(worded, facts)
    signing = facts.signatures or ((_usual_signature(usual, values),) if usual else ())
    signed = [line for one in signing for line in letterhead.signature(one, "người ký", profile)]
    made: list[Block] = [letterhead.foot(sent, tuple(signed), profile, marks.sheet)] if signed else [*sent]
    return [*made, *letterhead.contact(marks, profile)]


def is_signed(worded: Worded, facts: Meeting | Plan) -> bool:
    """Whether somebody signs the paper, by name or by hand."""
    return bool(facts.signatures or _signer(worded, facts))


def _signer(worded: Worded, facts: Meeting | Plan) -> list[str]:
    rows = text_of(facts, "signer", "\n".join(worded.signer)).split("\n")
    return [row.strip() for row in wordings.signed(rows, facts.head.issuer) if row.strip()]


def _usual_signature(rows: Sequence[str], values: Values) -> Signature:
    """Authority, post, and the person where a field names one."""
    names = [filling.fill(row, values) for row in rows[1:] if "{{" in row]
    name = filling.words_of(names[0]) if names and filling.is_known(names[0]) else None
    return Signature(rows[0], "\n".join(row for row in rows[1:] if "{{" not in row), name)


def _rows(text: str, values: Values) -> tuple[list[str], list[Run]]:
    """The filled lines as plain words, and the blanks whose places single letters hold."""
    unknown: list[Run] = []
    rows: list[str] = []
    for line in text.split("\n"):
        for parts in filling.filled(line.strip(), values):
            words = ""
            for part in parts:
                if isinstance(part, Run) and part.blank:
                    words += chr(FIRST_MARK + len(unknown))
                    unknown.append(part)
                else:
                    words += part.text if isinstance(part, Run) else part
            rows.append(words)
    return rows, unknown


def _restored(lines: Iterable[Paragraph], unknown: Sequence[Run]) -> Iterator[Paragraph]:
    """The paragraphs with the blanks back in their places."""
    marks = {chr(FIRST_MARK + place): run for place, run in enumerate(unknown)}
    cut = re.compile(f"([{''.join(marks)}])") if marks else None
    for line in lines:
        if cut is None or not cut.search(line.text):
            yield line
            continue
        pieces = [(run, piece) for run in line.runs for piece in cut.split(run.text) if piece]
        runs = tuple(marks[piece] if piece in marks else replace(run, text=piece) for run, piece in pieces)
        yield replace(line, runs=runs)


# -- the workbook


def sheets(section: Section, title: str) -> tuple[Sheet, ...]:
    """The tables of the paper as sheets of a workbook; a paper of text alone has none."""
    tables = [block for block in section.blocks if isinstance(block, Table)]
    many = len(tables) > 1
    return tuple(
        Sheet(f"Bảng {place}" if many else "Bảng", title, table)
        for place, table in enumerate(tables, start=1)
    )


def _worded(paper: str, head: Head) -> Worded:
    found = wordings.worded(paper, head.family)
    if found is None:
        raise KeyError(paper)
    return found
