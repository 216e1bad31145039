"""Which line of somebody's paper is which component above the body, told by its words and its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from papers.checking import vocabulary
from papers.checking.lines import Line, lines
from papers.checking.reading import Para
from rules.text import fold

WINDOW = 40  # lines in which a letterhead is looked for
TITLE_WINDOW = 9  # lines that type, author and subject may take
LONG = 130  # letters; a line as long as that is running text
RUNNING = 5.0  # mm; a first line that stands in as far belongs to the body
# What an issuer's name begins with, and what stands under the name of a committee.
BELOW = (
    "van phong", "ban to chuc", "ban tuyen giao", "ban dan van", "ban noi chinh", "ban xay dung dang",
    "ban chi dao", "uy ban kiem tra", "co quan uy ban kiem tra", "ban kiem phieu", "doan chu tich",
    "doan thu ky", "ban tham tra", "tieu ban", "hoi dong", "trung tam chinh tri",
)  # fmt: skip
ABOVE = (
    "dang bo ",
    "tinh uy",
    "thanh uy",
    "dang uy",
    "huyen uy",
    "quan uy",
    "thi uy",
    "dai hoi",
    "ban chap hanh",
)
STATE_ABOVE = ("uy ban nhan dan", "ubnd", "hoi dong nhan dan", "bo ", "so ", "tong cuc", "cuc ")
STATE_BELOW = (
    "so ",
    "phong ",
    "cuc ",
    "chi cuc",
    "ban ",
    "trung tam",
    "truong ",
    "thanh tra",
    "benh vien",
    *BELOW,
)
ISSUERS = (*ABOVE[1:], "chi bo", "doan ", *BELOW)


@dataclass
class Parts:
    """The components above the body; None and empty for what is not there."""

    family: str = ""  # "party", "state", "" where there is no letterhead
    title: Line | None = None
    motto: Line | None = None
    superior: list[Line] = field(default_factory=list)
    issuer: list[Line] = field(default_factory=list)
    star: Line | None = None
    number: Line | None = None
    symbol: vocabulary.Symbol | None = None
    place_date: Line | None = None
    letter_subject: list[Line] = field(default_factory=list)
    marks: list[Line] = field(default_factory=list)
    type: Line | None = None
    type_name: str = ""  # as the catalogue of types spells it
    author: list[Line] = field(default_factory=list)
    subject: list[Line] = field(default_factory=list)
    separator: Line | None = None
    addressed: list[Line] = field(default_factory=list)
    head: list[Para] = field(default_factory=list)  # from the first line to the last component
    body: list[Para] = field(default_factory=list)

    @property
    def code(self) -> str:
        return self.symbol.code if self.symbol else ""

    @property
    def is_letter(self) -> bool:
        """A công văn: by its code; the state's carries the body where others carry the type."""
        if self.symbol is None:
            return False
        if self.symbol.party:
            return fold(self.symbol.code) == "cv"
        return not vocabulary.is_type_code(self.symbol.code)


def recognise(paras: Sequence[Para]) -> Parts:
    """The components above the body of one paper; `body` is all that comes after them."""
    found = Parts()
    rows = lines(paras)[: WINDOW * 2]
    last = _letterhead(found, rows[:WINDOW])
    if last < 0:
        found.body = list(paras)
        return found
    _names(found, rows[: last + 1])
    rest = _below_number(found, rows, last)
    at = _title(found, rows, rest)
    at = _addressed(found, rows, at)
    end = rows[at - 1].para if at else rows[0].para
    place = max(position for position, para in enumerate(paras) if para is end)
    while place + 1 < len(paras) and not paras[place + 1].text.strip():
        place += 1  # what hangs on an empty paragraph belongs to the letterhead above
    found.head, found.body = list(paras[: place + 1]), list(paras[place + 1 :])
    return found


def _letterhead(found: Parts, rows: Sequence[Line]) -> int:
    """Title, star, number, date; the place of the last of them, -1 where nothing of it is there."""
    last = -1
    for position, line in enumerate(rows):
        runs_on = not line.side and len(line.text) > LONG  # the subject of a letter, too, may be long
        if runs_on or vocabulary.ADDRESSED.match(line.plain) or _is_list(found, line):
            break
        if _one(found, line) or _begins_title(found, rows, position):
            last = position
        elif found.number is not None and vocabulary.type_name(line) and line.side == "":
            break
    if found.title is None and found.number is None and (found.star is None or found.place_date is None):
        return -1
    if not found.family:
        state = found.symbol is not None and not found.symbol.party
        found.family = "state" if state else "party"
    return last


def _is_list(found: Parts, line: Line) -> bool:
    """A ruled table that is not the one with the title: what it lists is no letterhead."""
    spot = line.para.spot
    return spot.ruled and found.title is not None and spot.table != found.title.para.spot.table


def _one(found: Parts, line: Line) -> bool:
    plain = line.plain.strip(" .")
    if found.title is None and plain in (vocabulary.PARTY_TITLE, vocabulary.STATE_TITLE):
        found.title = line
        found.family = "party" if plain == vocabulary.PARTY_TITLE else "state"
    elif found.title is not None and found.motto is None and vocabulary.MOTTO.fullmatch(plain):
        found.motto = line
    elif found.star is None and found.number is None and vocabulary.is_star(line):
        found.star = line
    elif found.place_date is None and vocabulary.is_place_date(line):
        found.place_date = line
    elif found.number is None and vocabulary.is_number(line):
        found.number, found.symbol = line, vocabulary.symbol(line.text)
    else:
        return False
    return True


def _begins_title(found: Parts, rows: Sequence[Line], position: int) -> bool:
    """The state's title in two lines, as a narrow sheet wants it, taken for one."""
    if found.title is not None or position + 1 >= len(rows):
        return False
    line, following = rows[position], rows[position + 1]
    one, other = line.para.spot, following.para.spot
    whole = replace(line, text=f"{line.text} {following.text}", pieces=(*line.pieces, *following.pieces))
    if (one.table, one.cell) != (other.table, other.cell) or whole.plain != vocabulary.STATE_TITLE:
        return False
    found.title, found.family = whole, "state"
    return True


def _known(found: Parts) -> list[Line]:
    singles = (found.title, found.motto, found.star, found.number, found.place_date)
    return [line for line in singles if line is not None]


def _names(found: Parts, rows: Sequence[Line]) -> None:
    """Superior and issuer: the lines at the left above the star and the number."""
    known = _known(found)
    ends = [rows.index(line) for line in (found.star, found.number) if line is not None and line in rows]
    end = min(ends, default=len(rows))
    title_side = found.title.side if found.title else ""
    named = []
    for line in rows[:end]:
        if vocabulary.is_mark(line):
            found.marks.append(line)
        elif line not in known and (line.side != "right" or title_side == "left"):
            named.append(line)
    found.marks += [line for line in rows[end:] if line not in known and vocabulary.is_mark(line)]
    start = _issuer_start(named)
    found.superior, found.issuer = named[:start], named[start:]


def _issuer_start(named: Sequence[Line]) -> int:
    """How many of the first lines name the superior: by what they say, else by the weight of the letters."""
    plain = [line.plain for line in named]
    for number, words in enumerate(plain[1:], 1):
        if words.startswith(BELOW) and plain[0].startswith(ABOVE):
            return number
    if plain and plain[0].startswith(STATE_ABOVE):
        lower = (n for n, words in enumerate(plain[1:], 1) if words.startswith(STATE_BELOW))
        return next(lower, 0)
    if plain and plain[0].startswith("dang bo "):
        return next((n for n, words in enumerate(plain) if words.startswith(ISSUERS)), 0)
    if len(plain) > 1 and not plain[0].startswith((*ISSUERS, "ban ")):
        weights = [line.all("bold") for line in named]
        if True in weights[1:] and not weights[0]:
            return weights.index(True)
    return 0


def _below_number(found: Parts, rows: Sequence[Line], last: int) -> int:
    """Marks and the subject of a công văn; the place of the first line below the letterhead."""
    known = [*_known(found), *found.superior, *found.issuer, *found.marks]
    letter = found.is_letter
    at = last + 1
    start = rows.index(found.number) if found.number in rows else last
    for line in rows[start + 1 : last + 1]:
        if line not in known:
            _mark_or_subject(found, line, letter)
    while at < len(rows):
        line = rows[at]
        aside = line.side == "left" or (letter and not found.letter_subject and _is_unsided(line))
        if vocabulary.ADDRESSED.match(line.plain) or len(line.text) > LONG * 2:
            break
        if vocabulary.is_mark(line):
            found.marks.append(line)
        elif aside and (letter or line.para.spot.kind != "body") and not vocabulary.type_name(line):
            found.letter_subject.append(line)
        else:
            break
        at += 1
    return at


def _is_unsided(line: Line) -> bool:
    """A short line that is not set like running text, where the letterhead has no columns."""
    return not line.side and len(line.text) < LONG and line.para.layout.first < RUNNING


def _mark_or_subject(found: Parts, line: Line, letter: bool) -> None:
    if vocabulary.is_mark(line):
        found.marks.append(line)
    elif line.side != "right" and (letter or line.plain.startswith(("v/v", "ve viec"))):
        found.letter_subject.append(line)


def _title(found: Parts, rows: Sequence[Line], at: int) -> int:
    """Type, author, subject and separator; the place behind the last of them."""
    if at >= len(rows):
        return at
    letter = found.is_letter
    line = rows[at]
    named = vocabulary.type_name(line)
    headed = line.upper and line.align == "center" and not line.para.spot.ruled
    if not named and (letter or not (headed or _ends(rows, at) > at)):
        return at
    if named or (headed and not found.code):
        found.type, found.type_name = line, named
        at += 1
    end = _ends(rows, at)
    if end > at or (at < len(rows) and vocabulary.is_separator(rows[at])):
        found.separator = rows[end]
    else:
        end = at
        while end < len(rows) and _goes_on(rows[end], found):
            end += 1
    for line in rows[at:end]:
        if line.plain.startswith("(kem theo") or vocabulary.is_mark(line):
            found.marks.append(line)
        elif _is_author(line) and not found.subject and (found.author or line.plain.startswith("cua ")):
            found.author.append(line)
        else:
            found.subject.append(line)
    return end + 1 if found.separator else end


def _is_author(line: Line) -> bool:
    return line.upper and any(map(str.isalpha, line.text))


def _ends(rows: Sequence[Line], at: int) -> int:
    """Where the separator under the subject stands; `at` itself where none is near."""
    for position in range(at, min(at + TITLE_WINDOW, len(rows))):
        line = rows[position]
        if vocabulary.is_separator(line):
            return position
        if vocabulary.ADDRESSED.match(line.plain) or line.para.spot.ruled:
            break
    return at


def _goes_on(line: Line, found: Parts) -> bool:
    """Without a separator: whether the line still belongs to the subject."""
    if line.para.spot.ruled or vocabulary.ADDRESSED.match(line.plain) or line.side:
        return False
    if line.plain.lstrip("- ").startswith("can cu"):
        return False
    running = line.para.layout.first >= RUNNING or len(line.text) >= LONG
    return line.align == "center" or (not found.subject and line.all("bold") and not running)


def _addressed(found: Parts, rows: Sequence[Line], at: int) -> int:
    """“Kính gửi” with its names; the place behind them."""
    if at >= len(rows) or not vocabulary.ADDRESSED.match(rows[at].plain):
        return at
    first = rows[at]
    found.addressed.append(first)
    named = vocabulary.ADDRESSED.sub("", first.plain).strip(" :")
    at += 1
    while at < len(rows):
        line = rows[at]
        listed = line.text.startswith(("-", "–", "+")) or line.para.label.startswith(("-", "–", "•"))
        beside = line.para is first.para or (
            line.para.spot.table and line.para.spot.table == first.para.spot.table
        )
        if not (listed or beside or (not named and len(found.addressed) == 1 and len(line.text) < LONG)):
            break
        found.addressed.append(line)
        at += 1
    return at
