"""What every official paper carries above its body, and above an appendix; its feet are handed on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from papers import measures, styles
from papers.content import Block, Grid, Paragraph, Run, blank, paragraph
from papers.feet import Cell, bare, closed, contact, foot, recipients, ruled, signature
from papers.forms import LETTER, Form, Page
from papers.phrases import Part, merged
from rules import dates, numbers, text
from rules.facts import Head

__all__ = [
    "Cell", "addressed", "appendix", "bases", "contact", "foot", "head", "letter_subject", "mentioned",
    "named", "number", "place_date", "recipients", "signature", "symbol", "title",
]  # fmt: skip

DAY_DOTS = "……"
NO_BREAK = "\u00a0"  # a space at which no line ends
NUMBER_SPACES = "      "  # room for a number written by hand


# -- above the body


def head(facts: Head, profile: str, landscape: bool = False, dated: bool = False) -> list[Block]:
    """Issuer and title of the state or the Party side by side, then type, author and subject.

    A paper without a type code carries no number; unsigned, it carries no place and date either, but where
    it is to be signed by hand (`dated`). A công văn has its subject below its number instead. Urgency and
    draft stand below the number, in this order.
    """
    form = styles.form(profile)
    page = styles.page(profile, landscape, facts.marks.sheet)
    left, right = page.columns
    rows: list[tuple[Cell, Cell]] = [(_issuer(facts, form, left), _titles(form, right))]
    marks = _marks(facts, form)
    dated = dated or bool(facts.type_code or facts.signed)
    if dated or marks:
        below = number(facts, profile) if facts.type_code else Paragraph("number")
        day = (_unbroken(place_date(facts), form, right),) if dated else (Paragraph("place_date"),)
        rows.append(((below, *marks), day))
    sides = _two_sides(left, page.text_width - left - right, right, rows)
    return [sides, *title(facts, profile, page)]


def _unbroken(line: Paragraph, form: Form, width: float) -> Paragraph:
    """Place and day; where one line cannot hold both, the second has the whole day, not its last word."""
    if measures.italic_width(line.text, form.styles[line.style].size) <= width:
        return line
    runs: list[Run] = []
    place = 0  # letters up to the day
    starts = line.text.find(", ") + 2
    for run in line.runs:
        cut = max(starts - place, 0)
        runs.append(replace(run, text=run.text[:cut] + run.text[cut:].replace(" ", NO_BREAK)))
        place += len(run.text)
    return replace(line, runs=tuple(runs))


def named(facts: Head, profile: str, right: Cell) -> Grid:
    """Who issues beside words of another kind than the title, number and day below: the block of a copy."""
    form = styles.form(profile)
    page = form.page
    wide, other = page.columns
    day = _unbroken(place_date(facts), form, other)
    rows = [(_issuer(facts, form, wide), right), ((number(facts, profile),), (day,))]
    return _two_sides(wide, page.text_width - wide - other, other, rows)


def _issuer(facts: Head, form: Form, width: float) -> Cell:
    size = form.styles["superior"].size
    lines = measures.broken(facts.superior.upper(), width, size)
    names = [paragraph("superior", line) for line in lines]
    size = form.styles["issuer"].size
    lines = measures.broken(facts.issuer.upper(), width, size)
    unknown = paragraph("issuer", blank("tên cơ quan ban hành"))
    names += [paragraph("issuer", line) for line in lines] or [unknown]
    if form.issuer_mark:
        return (*names, paragraph("star", form.issuer_mark))
    widest = max((measures.bold_width(line, size) for line in lines), default=0.0)
    return (*names, ruled("issuer_line", form.line_share * min(widest, width), form))


def _titles(form: Form, width: float) -> Cell:
    lines: list[Paragraph] = []
    for style, words in form.titles.items():
        look = form.styles[style]
        if look.rule:
            lines.append(ruled(style, min(look.rule, width), form))
        elif look.caps:
            broken = measures.broken(words.upper(), width, look.size)
            lines += [paragraph(style, line) for line in broken]
        else:
            lines.append(paragraph(style, words))
    return tuple(lines)


def _two_sides(left: float, between: float, right: float, rows: Sequence[tuple[Cell, Cell]]) -> Grid:
    """Both columns keep their widths; on a sheet turned on its side an empty one stands between."""
    if between < 1:
        return Grid((left, right), tuple(rows))
    empty: Cell = (Paragraph("number"),)
    return Grid((left, between, right), tuple((one, empty, other) for one, other in rows))


def _marks(facts: Head, form: Form) -> Cell:
    """What stands below the number: the subject of a công văn, urgency, draft."""
    lines = [paragraph("letter_subject", *letter_subject(facts, form))] if facts.type_code == LETTER else []
    if facts.marks.urgency:
        lines.append(paragraph("urgency", facts.marks.urgency.upper()))
    if facts.marks.draft is not None:
        words, counted = form.draft
        count = counted.replace("{count}", str(facts.marks.draft)) if facts.marks.draft else ""
        lines.append(paragraph("draft", words + count))
    return tuple(lines)


def letter_subject(facts: Head, form: Form) -> tuple[Part, ...]:
    """“về việc …”, “V/v …” or the bare words, as the form has it, however it was typed."""
    rule = form.letter_subject
    words = facts.subject.strip()
    if not words:
        return (rule.prefix, blank("trích yếu")) if rule.prefix else (blank("trích yếu"),)
    for prefix in sorted(rule.prefixes, key=len, reverse=True):
        if text.fold(words).startswith(text.fold(f"{prefix} ")):
            words = words[len(prefix) :].strip()
            break
    bare = rule.capital and not text.fold(words).startswith("ve ")
    return (rule.prefix + (words[:1].upper() + words[1:] if bare else words),)


def title(facts: Head, profile: str, page: Page | None = None) -> list[Paragraph]:
    """The type, who wrote it, the subject, and what stands below (36-HD/VPTW II.1.5; 05-HD/VPTW I.5.2.1).

    A công văn has none of it. Only a numbered paper must have a subject.
    """
    if facts.type_code == LETTER or not (facts.type_name or facts.subject):
        return []
    lines = [paragraph("type", facts.type_name.upper())] if facts.type_name else []
    if facts.author:
        lines.append(paragraph("author", facts.author.upper()))
    if facts.subject or facts.type_code:
        lines.append(paragraph("subject", facts.subject or blank("trích yếu")))
    form = styles.form(profile)
    last = lines[-1]
    width = measures.bold_width(last.text, styles.style(profile, last.style).size)
    return [*lines, _below(form, min(width, (page or form.page).text_width))]


def _below(form: Form, width: float) -> Paragraph:
    """Five hyphens, or a line whose length is a share of the words above."""
    if form.subject_mark:
        return paragraph("separator", form.subject_mark)
    return ruled("subject_line", form.line_share * width, form)


def number(facts: Head, profile: str) -> Paragraph:
    """“Số 92-KH/ĐUK”, “Số: 92/KH-UBND”; an unknown number leaves room to write it by hand."""
    form = styles.form(profile)
    return paragraph("number", *merged([form.number.lead, *_symbol(facts, form, NUMBER_SPACES)]))


def _symbol(facts: Head, form: Form, room: str) -> tuple[Part, ...]:
    """The pattern of the form with number, type and body set in; `room` for an unknown number."""
    pattern = form.number.letter if facts.type_code == LETTER else form.number.symbol
    known: dict[str, Part] = {
        "{number}": Run(room, blank=f"số của {facts.type_name.lower()}"),
        "{type}": facts.type_code,
        "{body}": facts.symbol or blank("ký hiệu cơ quan ban hành"),
    }
    if facts.number is not None:
        known["{number}"] = numbers.two_digits(facts.number)
    return merged(part for piece in re.split(r"(\{\w+\})", pattern) if (part := known.get(piece, piece)))


def symbol(facts: Head, profile: str = "") -> tuple[Part, ...]:
    """“05-TB/ĐUK” as running text names it; dots for a number not taken yet, nothing without a type code."""
    form = styles.form(profile or styles.profile_of(facts))
    return _symbol(facts, form, DAY_DOTS) if facts.type_code else ()


def mentioned(facts: Head, profile: str = "") -> tuple[Part, ...]:
    """The paper as its own appendix names it: “Kế hoạch số 92-KH/ĐUK, ngày 19/8/2019”."""
    form = styles.form(profile or styles.profile_of(facts))
    parts: list[Part] = [f"{facts.type_name} số ", *_symbol(facts, form, DAY_DOTS)]
    dots = Run(DAY_DOTS, blank=f"ngày ký {facts.type_name.lower()}")
    for piece in re.split(r"(\{\w+\})", form.number.dated):
        if piece == "{short}":
            parts += [dates.paper_date(facts.signed)] if facts.signed else [dots, "/", dots, "/", dots]
        elif piece == "{long}":
            parts += [dates.long_date(facts.signed)] if facts.signed else _unknown_day(dots)
        elif piece:
            parts.append(piece)
    return merged(parts)


def _unknown_day(dots: Run) -> list[Part]:
    return ["ngày ", dots, " tháng ", dots, " năm ", dots]


def place_date(facts: Head) -> Paragraph:
    """“Mẫu, ngày 21 tháng 8 năm 2019”; day below 10 and months 1, 2 carry a zero."""
    place = facts.place_name or blank("địa danh")
    if facts.signed:
        return paragraph("place_date", place, f", {dates.long_date(facts.signed)}")
    dots = Run(DAY_DOTS, blank=f"ngày ký {facts.type_name.lower()}")
    return paragraph("place_date", *merged([place, ", ", *_unknown_day(dots)]))


# -- between head and body


def addressed(rows: Sequence[str], profile: str, word: str = "") -> tuple[Paragraph, ...]:
    """“Kính gửi: …” of one addressee on its line, several under it; nothing without addressees.

    `word` is the name of the type, whose word the form knows: “Kính trình” of a Tờ trình
    (05-HD/VPTW I.9.2.4); or the word itself.
    """
    if not rows:
        return ()
    form = styles.form(profile)
    usual = word.rstrip(": ") if word.startswith("Kính") else form.address["other"]
    word = form.address.get(word, usual)
    names = [bare(row) for row in rows]
    if len(names) == 1:
        upright = False if styles.style(profile, "addressed").italic else None
        return (paragraph("addressed", f"{word}: ", Run(names[0] + form.alone, italic=upright)),)
    lines = closed([f"- {name}" for name in names], form.marks["addressee"])
    return (paragraph("addressed", f"{word}:"), *(paragraph("addressee", line) for line in lines))


def bases(rows: Sequence[Sequence[Part] | str], profile: str) -> tuple[Paragraph, ...]:
    """Căn cứ, each on its own line with the beginning and the marks of the form (05-HD/VPTW I.6.2.3)."""
    form = styles.form(profile)
    between, last = form.marks["basis"]
    made = []
    for place, row in enumerate(rows, 1):
        parts = (bare(row),) if isinstance(row, str) else tuple(row)
        mark = last if place == len(rows) else between
        made.append(paragraph("basis", *merged([form.basis, *parts, mark] if form.basis else [*parts, mark])))
    return tuple(made)


# -- appendices


def appendix(
    facts: Head, number: int | None, title: str, profile: str, by: str = ""
) -> tuple[Paragraph, ...]:
    """“Phụ lục”, its title, the paper it goes with, the mark below (05-HD/VPTW II.1.2).

    `number` counts the appendices of a paper that has several, None for the only one; `by` is who issued the
    paper: “(Kèm theo Kế hoạch số …, ngày … của Ban Thường vụ …)”.
    """
    form = styles.form(profile)
    counted = "" if number is None else f" {_counted(number, form)}"
    tail = f" của {by})" if by else ")"
    name = title.upper()
    width = measures.bold_width(name, form.styles["appendix_title"].size)
    return (
        paragraph("appendix", f"Phụ lục{counted}"),
        paragraph("appendix_title", name),
        paragraph("reference", *merged(["(Kèm theo ", *mentioned(facts, profile), tail])),
        _below(form, min(width, form.page.text_width)),
    )


def _counted(number: int, form: Form) -> str:
    if form.appendix_number != "roman":
        return str(number)
    said = ""
    for value, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        said += sign * (number // value)
        number %= value
    return said
