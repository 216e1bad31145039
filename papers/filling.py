"""Sentences with markers filled from values: one way for our own papers and for the office's Word files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from papers import phrases
from papers.content import Block, Run, blank, paragraph
from papers.phrases import Part, merged
from rules import dates, markers, numbers
from rules.markers import Marker
from rules.text import capital

Parts = tuple[Part, ...]
Fields = Mapping[str, Parts]  # by rules.markers.key; an empty tuple is known to be nothing


@dataclass(frozen=True)
class Values:
    """What the markers of one paper stand for; every name by rules.markers.key."""

    single: Fields
    lists: Mapping[str, Sequence[Fields]] = field(default_factory=dict)
    blocks: Mapping[str, Sequence[Block]] = field(default_factory=dict)

    def knowing(
        self, single: Mapping[str, Parts], lists: Mapping[str, Sequence[Fields]] | None = None
    ) -> Values:
        """The same with some values put in place, by the names that clerks write."""
        given = {markers.key(name): parts for name, parts in single.items()}
        rows = {markers.key(name): each for name, each in (lists or {}).items()}
        return replace(self, single={**self.single, **given}, lists={**self.lists, **rows})


def fill(text: str, values: Values, row: Fields | None = None) -> Parts:
    """One line with its markers replaced; a name that is not known prints as a blank.

    `row` holds the members of the list that the line repeats for.
    """
    owner = markers.repeated(markers.markers(text))
    parts: list[Part] = []
    for part in markers.parse(text):
        if isinstance(part, str):
            parts.append(part)
        elif not part.only_if:
            own = row if markers.key(part.name) == owner else None
            parts += _written(_value(part, values, own), part)
    return merged(parts)


def plain(text: str, values: Values) -> str:
    """The filled line as words, blanks as their dots."""
    return words_of(fill(text, values))


def words_of(parts: Parts) -> str:
    return "".join(part if isinstance(part, str) else part.text for part in parts)


def is_known(parts: Parts) -> bool:
    """Some words, and no blank among them."""
    return bool(parts) and not any(isinstance(part, Run) and part.blank for part in parts)


def lines(text: str, values: Values, style: str = "body") -> list[Block]:
    """Every line of the text as paragraphs: repeated for a list, left out by a condition, tables put in."""
    blocks: list[Block] = []
    for line in text.split("\n"):
        if line.strip():
            blocks += _line(line.strip(), values, style)
    return blocks


def rows_of(line: str, values: Values) -> Iterator[Fields | None]:
    """What the line is written for: once, never, or once for every row of the list it names."""
    found = list(markers.markers(line))
    conditions = [one for one in found if one.only_if]
    if not all(_holds(one, values) for one in conditions if not one.member):
        return
    owner = markers.repeated(found)
    if owner not in values.lists:
        yield None
        return
    for row in values.lists[owner]:
        if all(_known_in(row, one) for one in conditions if one.member):
            yield row


def filled(line: str, values: Values) -> Iterator[Parts]:
    """The line as often as it is written, without what turned out empty.

    A repeated line that ends with a semicolon ends with a full stop the last time, as lists in papers do.
    """
    repeats = markers.repeated(markers.markers(line)) in values.lists
    made = [_trimmed(fill(line, values, row)) for row in rows_of(line, values)]
    kept = [parts for parts in made if words_of(parts).strip()]
    for place, parts in enumerate(kept, start=1):
        yield _closed(parts) if repeats and place == len(kept) else parts


def _holds(marker: Marker, values: Values) -> bool:
    name = markers.key(marker.name)
    if name in values.lists:
        known = bool(values.lists[name])
    elif name in values.blocks:
        known = bool(values.blocks[name])
    else:
        known = _says_something(values.single.get(name, ()))
    return known != marker.unless


def _known_in(row: Fields, marker: Marker) -> bool:
    return _says_something(row.get(markers.key(marker.member), ())) != marker.unless


def _says_something(parts: Parts) -> bool:
    """Begins with words; a document cited without its day does, an hour that is not known does not."""
    return bool(parts) and not (isinstance(parts[0], Run) and bool(parts[0].blank))


def _line(line: str, values: Values, style: str) -> list[Block]:
    said = [part for part in markers.parse(line) if not (isinstance(part, Marker) and part.only_if)]
    alone = said[0] if len(said) == 1 else None
    if isinstance(alone, Marker) and markers.key(alone.name) in values.blocks:
        shown = list(rows_of(line, values))
        return list(values.blocks[markers.key(alone.name)]) if shown else []
    made: list[Block] = []
    for parts in filled(line, values):
        for own in _split(parts):
            look = phrases.lead(words_of(own)) if style == "body" else ""
            made.append(paragraph(look or style, *own))
    return made


def _trimmed(parts: Parts) -> Parts:
    """Without the space that a condition or an empty value leaves at either end."""
    if parts and isinstance(parts[0], str):
        parts = (parts[0].lstrip(), *parts[1:])
    if parts and isinstance(parts[-1], str):
        parts = (*parts[:-1], parts[-1].rstrip())
    return tuple(part for part in parts if part != "")


def _closed(parts: Parts) -> Parts:
    last = parts[-1]
    return (*parts[:-1], f"{last[:-1]}.") if isinstance(last, str) and last.endswith(";") else parts


def _split(parts: Parts) -> Iterator[Parts]:
    """The parts of each line, where a value was typed in several."""
    line: list[Part] = []
    for part in parts:
        words = part if isinstance(part, str) else part.text
        for place, piece in enumerate(words.split("\n")):
            if place:
                yield from _worth(line)
                line = []
            line.append(piece if isinstance(part, str) else replace(part, text=piece))
    yield from _worth(line)


def _worth(line: Sequence[Part]) -> Iterator[Parts]:
    own = _trimmed(tuple(line))
    if words_of(own).strip():
        yield own


def _value(marker: Marker, values: Values, row: Fields | None) -> Parts:
    name = markers.key(marker.name)
    if marker.member:
        unknown = (blank(marker.member.lower()),)
        return row.get(markers.key(marker.member), unknown) if row is not None else unknown
    if name in values.single:
        return values.single[name]
    return (blank(marker.name.lower() or "tên trường"),)


def _written(parts: Parts, marker: Marker) -> Parts:
    """The value the way the marker asks for it; a blank stays a blank."""
    for form in markers.formats(marker):
        parts = tuple(_formatted(part, form, not place) for place, part in enumerate(parts))
    return parts


def _formatted(part: Part, form: str, first: bool) -> Part:
    run = part if isinstance(part, Run) else Run(part)
    if run.blank or (form in ("in thuong", "hoa dau cau") and not first):
        return part
    if form == "dam":
        return replace(run, bold=True)
    words = _words(run.text, form)
    return words if isinstance(part, str) else replace(run, text=words)


def _words(words: str, form: str) -> str:
    if form == "in hoa":
        return words.upper()
    if form == "in thuong":
        return words[:1].lower() + words[1:]
    if form == "hoa dau cau":
        return capital(words)
    with suppress(ValueError):
        if form == "bang chu":
            return numbers.in_words(int(words))
        if form == "2 so":
            return numbers.two_digits(int(words))
        if form == "ngay dai":
            return dates.long_date(dates.parse_date(words))
        if form == "ngay ngan":
            return dates.paper_date(dates.parse_date(words))
    return words
