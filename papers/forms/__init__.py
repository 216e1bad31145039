"""What one official form lays down, as plain values; lengths in mm, sizes and spacing in pt."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from math import inf

FAMILIES = ("party", "state")
SHEETS = ("A4", "A5")
LETTER = "CV"  # the code of a công văn, which carries no type line


@dataclass(frozen=True)
class Range:
    """From `least` to `most`, both allowed; `most` is inf where the form sets no upper bound."""

    least: float
    most: float = inf

    def holds(self, value: float, slack: float = 0.0) -> bool:
        return self.least - slack <= value <= self.most + slack


@dataclass(frozen=True)
class Style:
    """The look of one component."""

    label: str  # the name a clerk sees in Word
    size: float = 14
    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False  # composed in capitals
    align: str = "left"  # left, center, right, both
    indent: float = 0  # mm, first line
    left: float = 0  # mm, all lines
    before: float = 0
    after: float = 0
    line: float = 0  # exact line height in pt; 0 is single spacing
    keep_next: bool = False
    red: bool = False  # as the ink of a stamp
    rule: float = 0  # mm of solid line drawn across the top of the paragraph, centred
    level: int = 0  # place in the outline of headings, 1 the highest; 0 is none


@dataclass(frozen=True)
class Page:
    """A sheet with its margins; the page number stands `number_from_edge` from the edge it is near."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    number_from_edge: float
    columns: tuple[float, float]  # of the letterhead: issuer, title

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right


@dataclass(frozen=True)
class Number:
    """How number and symbol are written; {number}, {type}, {body} stand for the parts."""

    lead: str  # "Số "
    symbol: str  # "{number}-{type}/{body}"
    letter: str  # the symbol of a công văn
    dated: str  # what follows the symbol in running text: ", ngày {short}" or " {long}"


@dataclass(frozen=True)
class LetterSubject:
    """The subject of a công văn under its number: the words it begins with, those it may begin with."""

    prefix: str
    prefixes: tuple[str, ...]  # as clerks type them; taken off before `prefix` is set
    capital: bool  # begins with a capital where there is no prefix


@dataclass(frozen=True)
class Circulation:
    """One mark of circulation and where it stands."""

    words: str
    place: str = "first"  # "first": right at the top of page 1; "last": centred at the foot of the last


@dataclass(frozen=True)
class Type:
    """A kind of document with its code on the days `since` … `until`."""

    name: str
    code: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Body:
    """What may stand behind the stroke of a symbol; `parent`: joined to the code of its committee."""

    code: str
    name: str
    parent: bool = False  # "VP" in "VPTU"


@dataclass(frozen=True)
class Legal:
    """What a checker accepts.

    sizes       key of a style → pt
    margins     top, bottom, left, right → mm, `margin_slack` more or less
    indent      mm of the first line of running text, `indent_slack` more or less
    line        pt of exact line spacing; None: not allowed
    lines       multiples of single spacing; None: not allowed
    between     least pt between paragraphs (space below one and above the next)
    edge_slack  mm that the page number may stand off its distance
    title_line  length of the line under the title, in widths of its words
    part_line   length of the short lines of the state form, in widths of the words above
    """

    sizes: dict[str, Range]
    margins: dict[str, Range]
    margin_slack: float
    indent: Range
    indent_slack: float
    between: float
    edge_slack: float
    title_line: Range
    part_line: Range
    line: Range | None = None
    lines: Range | None = None


@dataclass(frozen=True)
class Copies:
    """How copies of documents are marked.

    names     kind of copy (rules.copies.KINDS) → its name: in capitals over the block, else in the stamp
    codes     kind of copy → its code in the number
    superior  whether the line above the copying body is written
    stamp     title of the stamp; "": a block with name, number, place and date of its own
    frame     width and height of the stamp
    fields    what stands in the stamp: who copies, number, kind, place and date, recipients
    """

    names: dict[str, str]
    codes: dict[str, str]
    superior: bool = True
    stamp: str = ""
    frame: tuple[float, float] = (0, 0)
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class Form:
    """One official form with the day it came into force.

    titles           style → words, at the top right; a style with a rule has no words
    issuer_mark      stands below the issuer; "": a line of `line_share` of the name instead
    subject_mark     stands below the subject; "": a line instead
    basis            what a căn cứ begins with; its last marks are marks["basis"]
    marks            "recipient", "addressee", "basis" → between lines, after the last line
    address          name of a type → "Kính gửi" or "Kính trình"; "other" for the rest
    alone            mark behind a single addressee
    kept             beginning of the last recipient: "Lưu ", "Lưu: VT, "
    authorities      "behalf", "deputy", "order", "proxy", "acting" → the mark of signing
    urgencies        smallest first; the mark stands below the number, of a công văn below its subject
    draft            (words, words behind them with {count})
    appendix_number  "arabic" or "roman"
    number_at        the edge of the page number, "top" or "bottom"
    bodies           empty: every code is accepted
    places           abbreviations a place name may begin with; empty: none are told apart
    replaced         code of an older form → the one in its place, which a longer code ends with or begins
    secrecies        stamps under the number, smallest first; empty: the form has no place for them
    """

    name: str
    family: str
    since: date
    title: str
    source: str  # as findings name it: "36-HD/VPTW"
    font: str
    sheets: dict[str, Page]
    number_at: str
    number: Number
    titles: dict[str, str]
    issuer_mark: str
    subject_mark: str
    line_share: float
    basis: str
    marks: dict[str, tuple[str, str]]
    letter_subject: LetterSubject
    address: dict[str, str]
    alone: str
    kept: str
    authorities: dict[str, str]
    urgencies: tuple[str, ...]
    circulations: tuple[Circulation, ...]
    draft: tuple[str, str]
    appendix_number: str
    types: tuple[Type, ...]
    bodies: tuple[Body, ...]
    copies: Copies
    legal: Legal
    styles: dict[str, Style]
    until: date | None = None
    places: tuple[str, ...] = ()
    replaced: dict[str, str] = field(default_factory=dict)
    secrecies: tuple[str, ...] = ()

    @property
    def page(self) -> Page:
        """The sheet of ordinary papers."""
        return self.sheets["A4"]

    def code_of(self, name: str, day: date | None = None) -> str | None:
        """The code of a type on that day, today's where no day is given; None for an unknown type."""
        known = [one for one in self.types if one.name == name and in_force(one.since, one.until, day)]
        return known[-1].code if known else None

    def knows_body(self, code: str) -> bool:
        """Whether the code after the stroke is one of the form, alone, joined to a parent's, or several."""
        if not self.bodies:
            return True
        return all(self._is_body(part) for part in code.split("-"))

    def code_instead(self, code: str) -> str:
        """What a code of an older form is now: “VPĐU” of “VPĐUK”; "" where nothing is in its place."""
        known = (code.replace(old, new) for old, new in self.replaced.items() if old in code)
        return next((new for new in known if self.knows_body(new)), "")

    def _is_body(self, code: str) -> bool:
        if any(code == one.code for one in self.bodies):
            return True
        heads = [one.code for one in self.bodies if one.parent and code.startswith(one.code)]
        return any(self._is_body(code[len(head) :]) for head in heads if len(code) > len(head))


@dataclass(frozen=True)
class Authority:
    """The types that a level of issuers may issue; `sure` is False where the article was not read."""

    level: str
    label: str
    types: tuple[str, ...]
    since: date | None = None
    until: date | None = None
    sure: bool = True
    source: str = ""


@dataclass(frozen=True)
class Book:
    """All forms by name, oldest first, and who may issue what."""

    forms: dict[str, Form]
    authority: tuple[Authority, ...] = field(default=())


def in_force(since: date | None, until: date | None, day: date | None) -> bool:
    """Whether the day lies in the period; without a day, whether the period is the last one."""
    if day is None:
        return until is None
    return (since is None or since <= day) and (until is None or day <= until)
