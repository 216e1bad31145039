"""Lists of people, one to a line: numbered, dashed or in columns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.names import is_name
from rules.reading.found import LISTED, Person
from rules.reading.people import Named, name_end, read_posts
from rules.reading.source import Paragraph, Source
from rules.reading.words import BODY, POST, SPEECH, TITLE
from rules.text import clean, merge

MARK = re.compile(r"(?:\d{1,4}\s*(?:[.)/-]|\t|\s\s)?|[-–+*•])?\s*")
ADDRESS = re.compile(rf"(?:{SPEECH}\s*:?\s+)?")
BORN = re.compile(
    r"(?:sinh (?:ngày|năm)?\s*|s[n.]\s*:?\s*)?"
    r"(?P<birth>(?:\d{1,2}[/.-]\d{1,2}[/.-])?(?:19|20)\d{2})\b"
)
SEPARATOR = re.compile(r"\s*[,;:|()\t–—-]\s*|\s{2,}")
LONGEST_ROW = 300
LEAST = 2  # lines that make a list; words that make a name
HEADING = re.compile(r"danh (?:sách|mục)|thành phần")


def read_list(source: Source) -> list[Named]:
    """The people of lines that hold a name and no sentence; [] where fewer than LEAST such lines stand."""
    rows = [(paragraph, row) for paragraph in source.paragraphs if (row := _row(source, paragraph))]
    found: list[Named] = []
    for place, (paragraph, row) in enumerate(rows):
        beside = [rows[other][0].number for other in (place - 1, place + 1) if 0 <= other < len(rows)]
        if any(abs(number - paragraph.number) <= LEAST for number in beside):
            found.append(row)
    return found


def _row(source: Source, paragraph: Paragraph) -> Named | None:
    end = paragraph.end
    if len(paragraph.sentences) > 1 or end - paragraph.start > LONGEST_ROW:
        return None
    mark = MARK.match(source.low, paragraph.start, end)
    address = ADDRESS.match(source.low, mark.end() if mark else paragraph.start, end)
    first = address.end() if address else paragraph.start
    titled = TITLE.match(source.low, first, end)
    first = titled.end() if titled else first
    if POST.match(source.low, first, end):
        return None
    last = name_end(source, first, end)
    words = source.words[first:last].split()
    known = is_name(" ".join(words))
    if len(words) < LEAST or HEADING.match(source.low, first, last) or BODY.match(source.low, first, last):
        return None
    rest = SEPARATOR.match(source.words, last, end)
    if last < end and not rest:
        return None
    cells = list(_cells(source, last, end))
    posts, birth = _told(source, last, end, cells)
    if (cells and not posts and not birth) or not (known or posts):
        return None
    numbered = bool(mark and mark[0].strip()) or first > (mark.end() if mark else first)
    found = source.found(first, end)
    person = Person(
        **found, name=" ".join(words), posts=posts, birth=birth, parts=(LISTED,), sure=bool(cells) or numbered
    )
    return Named(person, first, end)


def _cells(source: Source, at: int, end: int) -> Iterator[str]:
    if "\t" in source.words[at:end] or "|" in source.words[at:end]:
        yield from (cell for part in re.split(r"[\t|]", source.words[at:end]) if (cell := clean(part)))
    elif words := source.said(at, end):
        yield words


def _told(source: Source, at: int, end: int, cells: list[str]) -> tuple[tuple[str, ...], str]:
    """Posts and year of birth of what follows the name."""
    birth = next((hit["birth"] for cell in cells if (hit := BORN.search(cell.lower()))), "")
    if len(cells) > 1:
        titles = [cell for cell in cells if POST.match(cell.lower())]
        if not titles:
            return (), birth
        after = cells[cells.index(titles[0]) + 1 :]
        return (merge(titles[0], next((cell for cell in after if not BORN.search(cell)), "")),), birth
    posts, close = read_posts(source, at, end)
    if posts or not birth:
        return posts, birth
    born = BORN.search(source.low, at, end)
    return (read_posts(source, born.end(), end)[0], birth) if born else ((), birth)
