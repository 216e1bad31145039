"""How papers word a document they cite, a comrade, a clock time, typed prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from papers.content import Paragraph, Run, blank, paragraph
from rules import dates
from rules.facts import Directive, Head, Person
from rules.office import STATE

Part = str | Run
LETTERS = "abcdđeghiklmnopqrstuvxy"  # the order of points a), b), c) in Vietnamese papers
ENDS = ".!?…:;”\"'"
LEADS = (
    ("chapter", re.compile(r"(?:Phần|Chương) (?:[IVXLC]+|thứ \w+)\.?$")),
    ("division", re.compile(r"Mục \d+\.?$")),
    ("article", re.compile(r"Điều \d+\.(?: [^.:;]{1,80})?$")),
    ("part", re.compile(r"[IVX]+[-.] ")),
    ("item", re.compile(r"\d+\.\d+")),
    ("heading", re.compile(r"\d+[.-] [^.:;]{1,60}$")),
    ("point", re.compile(r"[a-zđ]\) ")),
    ("dash", re.compile(r"[-–] ")),
    ("plus", re.compile(r"\+ ")),
)
TITLED = ("chapter", "division")


class Citations:
    """Documents as one paper cites them: whole at first mention, then by type and number.

    Sources: 05-HD/VPTW I.6.1.4; the same practice under 36-HD/VPTW.
    """

    def __init__(self) -> None:
        self._met: set[Directive] = set()

    def one(self, directive: Directive) -> tuple[Part, ...]:
        known = directive in self._met
        self._met.add(directive)
        return (short(directive),) if known else whole(directive)

    def listed(self, directives: Iterable[Directive]) -> tuple[Part, ...]:
        """The documents in a row, parted by semicolons."""
        return joined([self.one(directive) for directive in directives])


def whole(directive: Directive) -> tuple[Part, ...]:
    """“Chỉ thị số 35-CT/TW, ngày 30/5/2019 của Bộ Chính trị về …”; a numbered document must have a date."""
    name = f"{directive.type_name} số {directive.symbol}" if directive.symbol else directive.type_name
    issued = directive.issued
    parts: list[Part] = [name]
    if issued is not None and issued.earliest == issued.latest and issued.earliest is not None:
        parts.append(f", ngày {dates.paper_date(issued.earliest)}")
    elif issued is not None:
        parts.append(f", {issued.words}")
    elif directive.symbol:
        parts += [", ngày ", blank(f"ngày ban hành {directive.type_name} số {directive.symbol}")]
    if directive.issuer:
        parts.append(f" của {directive.issuer}")
    if directive.subject:
        parts.append(f" {directive.subject}")
    return merged(parts)


def short(directive: Directive) -> str:
    if directive.symbol:
        return f"{directive.type_name} {directive.symbol}"
    return f"{directive.type_name} {directive.subject}".strip()


def comrade(person: Person) -> str:
    """“đồng chí Lê Văn Mẫu, Bí thư Đảng ủy”; “ông Lê Văn Mẫu, Giám đốc” in papers of the state."""
    title = person.title or person.unit
    return f"{person.address} {person.name}, {title}" if title else f"{person.address} {person.name}"


def untitled(person: Person) -> str:
    """The same without the word before the name."""
    return comrade(person).removeprefix(f"{person.address} ")


def heads(head: Head) -> str:
    """What people are counted as: “40 đồng chí”, “40 đại biểu”."""
    return "đại biểu" if head.family == STATE else "đồng chí"


def comrades(people: Sequence[Person], unknown: str) -> Part:
    """Several people in a row; dots for the `unknown` fact where there is nobody."""
    return "; ".join(comrade(person) for person in people) or blank(unknown)


def clock(time: str, unknown: str) -> tuple[Part, ...]:
    """“08 giờ 00” from "08:00"."""
    if not time:
        dots = Run("……", blank=unknown)
        return (dots, " giờ ", dots)
    hour, minute = time.split(":")
    return (f"{hour} giờ {minute}",)


def prose(text: str, style: str = "body") -> list[Paragraph]:
    """Typed lines as paragraphs; a line that begins like a numbered or dashed one gets that look.

    A line in capitals under “Chương I” or “Mục 1” is its title (05-HD/VPTW I.6.2.4).
    """
    made: list[Paragraph] = []
    for line in filter(None, (line.strip() for line in text.split("\n"))):
        above = made[-1].style if made else ""
        titled = above in TITLED and line == line.upper() and line != line.lower()
        made.append(paragraph(f"{above}_title" if titled else lead(line) or style, line))
    return made


def lead(line: str) -> str:
    return next((style for style, pattern in LEADS if pattern.match(line)), "")


def sentence(text: str) -> str:
    """The text with a full stop where it ends without one."""
    text = text.strip()
    return text if text.endswith(tuple(ENDS)) or not text else f"{text}."


def letter(position: int) -> str:
    """The mark of the point at that place, from 0: a … y, then aa, ab …"""
    more, place = divmod(position, len(LETTERS))
    return (letter(more - 1) if more else "") + LETTERS[place]


def joined(rows: Sequence[tuple[Part, ...]], between: str = "; ") -> tuple[Part, ...]:
    parts: list[Part] = []
    for number, row in enumerate(rows):
        parts += [between, *row] if number else row
    return merged(parts)


def merged(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts with neighbouring plain words made one."""
    whole: list[Part] = []
    for part in parts:
        if whole and isinstance(part, str) and isinstance(whole[-1], str):
            whole[-1] += part
        else:
            whole.append(part)
    return tuple(whole)
