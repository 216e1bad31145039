"""The documents a text cites, each once, and which of them carries out which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rules import citations
from rules.citations import Citation
from rules.reading.found import Directive, Found, Link, Moment
from rules.reading.source import Part, Source
from rules.text import fold

SPREAD = re.compile(r"\b(?:quán triệt|triển khai|học tập|phổ biến|thực hiện|truyền đạt)\b")
LEVELS = (
    (re.compile(r"tw|cp|ttg|qh\d*|btctw|.*tw"), 0),
    (re.compile(r"tu|ubnd|hdnd|.*tu"), 1),
    (re.compile(r"duk|dukcq\w*|hu|qu|thu|txu|.*(?:hu|duk)"), 2),
    (re.compile(r"du|.*du"), 3),
    (re.compile(r"cb\w*"), 4),
)
CARRYING = frozenset(fold(name) for name in ("Kế hoạch", "Chương trình", "Hướng dẫn", "Đề án", "Công văn"))
CARRYING_CODES = frozenset({"KH", "CTr", "HD", "ĐA", "CV", "CTHĐ"})
OWN = re.compile(r"(?:số|so)\s*:?\s*$")
BASIS = re.compile(r"\b(?P<based>căn cứ)\b|\b(?:thực hiện|triển khai)\b")
FIRST_LINES = 10
TOLD = ("type_name", "type_code", "year", "issuer_code", "date", "issuer")
MOST_ALIKE = 20  # documents of one number and kind that a further mention is compared with
MOST_PARENTS = 3
ARTICLE = re.compile(
    r"\b(?:bài viết|cuốn sách|tác phẩm)\b[^.;\n“\"]{0,140}[“\"]"
    r"(?P<title>[^”\"\n]{5,300})[”\"]"
)


def read_directives(source: Source, published: Moment | None) -> tuple[Directive, ...]:
    """Each document once, in the order it is first named; the text's own one takes the day of its head."""
    known: dict[tuple[str, str], list[int]] = {}
    directives: list[Directive] = []
    mentions: list[list[tuple[int, int]]] = []
    for found in _cited(source):
        same = known.setdefault(
            (found.number.lstrip("0"), fold(found.type_code or found.type_name or "")), []
        )
        place = next((place for place in same[-MOST_ALIKE:] if _alike(directives[place], found)), None)
        if place is None:
            same.append(len(directives))
            directives.append(_made(source, found))
            mentions.append([])
        else:
            directives[place] = _filled(directives[place], _made(source, found))
        mentions[place if place is not None else -1].append(source.place(found.start, found.end))
    made = [replace(one, mentions=tuple(m)) for one, m in zip(directives, mentions, strict=True)]
    own = own_paper(source, made)
    if own is not None and published and made[own].date is None:
        made[own] = replace(made[own], date=published.when.earliest)
    return tuple(made)


def _cited(source: Source) -> Iterator[Citation]:
    """Citations of each paragraph by itself: a day in the next one is not theirs."""
    for part in source.paragraphs:
        for found in citations.find(source.words[part.start : part.end]):
            if found.number:
                yield replace(found, start=part.start + found.start, end=part.start + found.end)


def _alike(one: Citation, other: Citation) -> bool:
    """No two that differ in day, year or issuer are one document."""
    pairs = (
        (one.date, other.date),
        (one.year, other.year),
        (fold(one.issuer_code or ""), fold(other.issuer_code or "")),
    )
    return not any(mine and theirs and mine != theirs for mine, theirs in pairs)


def _made(source: Source, found: Citation) -> Directive:
    start, end = source.place(found.start, found.end)
    values = {name: getattr(found, name) for name in (*TOLD, "number")}
    text = source.raw[start:end]
    named = bool(found.type_name) and fold(text).startswith(fold(found.type_name or ""))
    sure = named or bool(found.type_code and (found.issuer_code or found.issuer))
    return Directive(**values, start=start, end=end, text=text, sure=sure)


def _filled(kept: Directive, other: Directive) -> Directive:
    """The fuller mention, its gaps filled from the other."""

    def fullness(one: Directive) -> int:
        return sum(getattr(one, name) is not None for name in TOLD) + len(one.mentions)

    first, second = (other, kept) if fullness(other) > fullness(kept) else (kept, other)
    gaps = {name: getattr(second, name) for name in TOLD if getattr(first, name) is None}
    return replace(first, **gaps, sure=first.sure or second.sure)


def own_paper(source: Source, directives: Sequence[Directive]) -> int | None:
    """The document that the text itself is: its number stands alone in one of the first lines."""
    lines = [source.place(part.start, part.end) for part in source.paragraphs[:FIRST_LINES]]
    for place, directive in enumerate(directives):
        start, end = directive.mentions[0]
        for first, last in lines:
            if first <= start and end <= last and last - first < 80:
                before = source.raw[first:start]
                alone = not before.strip() or OWN.search(before.lower())
                return place if alone or directive.text.lower().startswith(("số", "so")) else None
    return None


def level(directive: Directive) -> int | None:
    """0 for the centre, 1 the province, 2 the committee below, 3 the grassroots; None where unknown."""
    code = fold(directive.issuer_code or "")
    return next((number for shape, number in LEVELS if shape.fullmatch(code)), None)


def read_links(source: Source, directives: Sequence[Directive]) -> tuple[Link, ...]:
    """Who carries out whom: said at the head of a plan, or shown by a list that goes down the levels."""
    mentions = sorted((place, number) for number, one in enumerate(directives) for place in one.mentions)
    by_sentence: dict[Part, dict[int, None]] = {}
    for (start, _), number in mentions:
        by_sentence.setdefault(source.sentence_at(source.back(start)), {})[number] = None
    own = own_paper(source, directives)
    found: dict[tuple[int, int], Link] = {}
    for sentence, numbers in by_sentence.items():
        named = list(numbers)
        chained = _chained(source, sentence, named, directives)
        for link in (*_based(source, sentence, named, own), *chained):
            kept = found.get((link.child, link.parent))
            if not kept or (link.sure and not kept.sure):
                found[link.child, link.parent] = link
    return tuple(found.values())


def _based(source: Source, sentence: Part, numbers: Sequence[int], own: int | None) -> Iterator[Link]:
    """ "Thực hiện Chỉ thị …; Kế hoạch …, X xây dựng kế hoạch": the paper itself carries out what it names."""
    others = [number for number in numbers if number != own]
    begin = BASIS.search(source.low, sentence.start, min(sentence.end, sentence.start + 20))
    if own is None or not begin or not others:
        return
    relation = "based_on" if begin["based"] else "carries_out"
    for number in others:
        yield Link(**source.found(*sentence), child=own, parent=number, relation=relation)


def _chained(
    source: Source, sentence: Part, numbers: Sequence[int], directives: Sequence[Directive]
) -> Iterator[Link]:
    """In one list that is spread together, a plan carries out what comes from the next level above."""
    if len(numbers) < 2 or not SPREAD.search(source.low, sentence.start, sentence.end):
        return
    levels: dict[int, list[int]] = {}
    for number in numbers:
        if (found := level(directives[number])) is not None:
            levels.setdefault(found, []).append(number)
    ordered = sorted(levels)
    for upper, lower in zip(ordered, ordered[1:], strict=False):
        parents = levels[upper]
        for child in levels[lower] if len(parents) <= MOST_PARENTS else ():
            one = directives[child]
            if fold(one.type_name or "") in CARRYING or one.type_code in CARRYING_CODES:
                for parent in parents:
                    yield Link(**source.found(*sentence), child=child, parent=parent, sure=len(parents) == 1)


def read_articles(source: Source) -> tuple[Found, ...]:
    """Writings without number that the text names in quotation marks."""
    found: dict[str, Found] = {}
    for hit in ARTICLE.finditer(source.low):
        found.setdefault(fold(hit["title"]), Found(**source.found(*hit.span("title")), sure=False))
    return tuple(found.values())
