"""Which line of somebody's paper is which component below the body, told by its words and its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from papers.checking import vocabulary
from papers.checking.lines import Line, lines
from papers.checking.reading import Para
from rules.paper_fields import DRAFTER
from rules.text import fold


@dataclass
class Signed:
    """One signature: authority or caption, posts, name, as far as they are there."""

    authority: Line | None = None
    caption: Line | None = None
    posts: list[Line] = field(default_factory=list)
    name: Line | None = None
    side: str = ""


@dataclass
class Feet:
    """What stands below the body, and the body itself."""

    body: list[Para] = field(default_factory=list)
    neighbours: list[tuple[Para, Para]] = field(default_factory=list)  # of the body, nothing between
    label: Line | None = None  # “Nơi nhận:”
    items: list[list[Line]] = field(default_factory=list)  # each recipient with its further lines
    drafter: Line | None = None
    blocks: list[Signed] = field(default_factory=list)
    rest: list[Para] = field(default_factory=list)  # appendices and what else follows
    tables: list[Para] = field(default_factory=list)  # what stands in cells of the body
    ends_in_table: bool = False  # a ruled table stands between the last words and the foot

    @property
    def found(self) -> bool:
        return self.label is not None or bool(self.blocks)


def recognise(paras: Sequence[Para]) -> Feet:
    """Body and foot of all that stands below the head of one paper."""
    main, rest = _without_appendices(paras)
    start = _start(main)
    feet = Feet(rest=rest)
    feet.body = [para for para in main[:start] if para.spot.kind == "body" and para.text.strip()]
    written = set(feet.body)
    feet.neighbours = [(one, other) for one, other in pairwise(main[:start]) if {one, other} <= written]
    feet.tables = [para for para in main[:start] if para.spot.kind == "cell"]
    feet.tables += [para for para in main[start:] if para.section != _section(main, start)]
    last = next((para for para in reversed(main[:start]) if para.text.strip()), None)
    feet.ends_in_table = last is not None and last.spot.kind == "cell"
    _read(feet, lines(main[start:]))
    return feet


def _section(paras: Sequence[Para], start: int) -> int:
    return paras[start].section if start < len(paras) else -1


def _without_appendices(paras: Sequence[Para]) -> tuple[list[Para], list[Para]]:
    """An appendix begins with its word on a line of its own, on a new page."""
    for position, para in enumerate(paras):
        if position and _is_appendix(para, paras[position - 1]):
            return list(paras[:position]), list(paras[position:])
    return list(paras), []


def _is_appendix(para: Para, before: Para) -> bool:
    if para.spot.kind != "body" or "\n" in para.text.strip("\n"):
        words = para.text.strip().partition("\n")[0]
    else:
        words = para.text.strip()
    if not vocabulary.APPENDIX.fullmatch(fold(" ".join(words.split()))):
        return False
    turned = para.layout.new_page or "\f" in para.text or "\f" in before.text
    return turned or para.section != before.section or para.layout.align == "center"


def _start(paras: Sequence[Para]) -> int:
    """Where the foot begins: the first line that is only found there."""
    for position, para in enumerate(paras):
        if para.spot.ruled or len(para.text) > 400:
            continue
        for line in lines([para]):
            if _begins(line) and not _heads_a_list(paras, position):
                table = para.spot.table
                while table and position and paras[position - 1].spot.table == table:
                    position -= 1
                return position
    return len(paras)


def _begins(line: Line) -> bool:
    if vocabulary.RECIPIENTS.fullmatch(line.plain):
        return True
    return vocabulary.is_authority(line) or vocabulary.is_post(line) or vocabulary.is_caption(line)


def _heads_a_list(paras: Sequence[Para], position: int) -> bool:
    """A centred post such as “CHỦ TRÌ” above running text is a heading of the body, no signature."""
    para = paras[position]
    if vocabulary.RECIPIENTS.fullmatch(fold(para.text.strip())) or para.spot.kind != "body":
        return False
    after = [one for one in paras[position + 1 :] if one.text.strip() and one.spot.kind == "body"]
    return any(len(one.text) > 160 and not one.text.lstrip().startswith("-") for one in after[:6])


def _read(feet: Feet, rows: Sequence[Line]) -> None:
    columns: dict[tuple[str, int], list[Line]] = {}
    listing = False
    for line in rows:
        if line.para.spot.ruled:
            continue
        if feet.label is None and vocabulary.RECIPIENTS.fullmatch(line.plain):
            feet.label, listing = line, True
        elif listing and _is_recipient(feet, line):
            _take_recipient(feet, line)
        else:
            spot = line.para.spot
            columns.setdefault((line.side, spot.table and spot.table * 100 + spot.cell), []).append(line)
    for (side, _), held in columns.items():
        feet.blocks += _blocks(held, side)


def _is_recipient(feet: Feet, line: Line) -> bool:
    """In the column of “Nơi nhận:”, a dashed line or what goes on with one."""
    label = feet.label
    if label is None or feet.drafter is not None:
        return False
    same = (line.side, line.para.spot.table, line.para.spot.cell) == (
        label.side, label.para.spot.table, label.para.spot.cell,
    )  # fmt: skip
    dashed = vocabulary.is_listed(line)
    if not same and not (dashed and line.side == label.side):
        return False
    if dashed or DRAFTER.fullmatch(line.text):
        return True
    signs = vocabulary.is_authority(line) or vocabulary.is_post(line) or vocabulary.is_caption(line)
    if signs or vocabulary.CONFIRMED.match(line.plain) or _is_closed(feet):
        return False
    beside = line.para.spot.kind != "body" or bool(line.side)
    return beside or (bool(feet.items) and not vocabulary.is_name(line) and not line.upper)


def _is_closed(feet: Feet) -> bool:
    """Whether the line of the file copy is there, full stop and all: what stands below is no recipient."""
    if not feet.items:
        return False
    last = feet.items[-1]
    return last[0].plain.lstrip("-–— ").startswith("luu") and last[-1].text.rstrip().endswith(".")


def _take_recipient(feet: Feet, line: Line) -> None:
    if feet.items and DRAFTER.fullmatch(line.text):
        feet.drafter = line
    elif vocabulary.is_listed(line) or not feet.items or _is_new(feet.items[-1][-1], line):
        feet.items.append([line])
    else:
        feet.items[-1].append(line)


def _is_new(before: Line, line: Line) -> bool:
    """A line without a dash begins a recipient where the one before was closed."""
    return before.text.endswith((";", ",", ".")) and line.text[:1].isupper()


def _blocks(rows: Sequence[Line], side: str) -> list[Signed]:
    """The signatures of one column, one below the other."""
    blocks: list[Signed] = []
    now = Signed(side=side)
    for line in rows:
        authority, caption = vocabulary.is_authority(line), vocabulary.is_caption(line)
        post = not authority and not caption and (vocabulary.is_post(line) or _is_linking(line))
        if vocabulary.CONFIRMED.match(line.plain) or (
            (authority or caption or post) and now.name is not None
        ):
            blocks.append(now)
            now = Signed(side=side)
        if authority and now.authority is None:
            now.authority = line
        elif caption and now.caption is None:
            now.caption = line
        elif post:
            now.posts.append(line)
        elif now.name is None and (now.authority or now.caption or now.posts) and vocabulary.is_name(line):
            now.name = line
    blocks.append(now)
    return [block for block in blocks if block.authority or block.caption or block.posts]


def _is_linking(line: Line) -> bool:
    return line.plain.strip(" .") == "kiem"
