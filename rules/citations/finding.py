"""Goes through a text once and makes a citation of each document it names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date

from rules.citations import issuers, kinds, leads, shapes, tails
from rules.citations.leads import Lead
from rules.citations.levelled import Levelled, level
from rules.citations.shapes import NOTHING, Symbol
from rules.citations.tails import Tail

LONGEST_RANGE = 50  # documents of one "từ số … đến …"; of a longer one only its ends are told
# Lists and ranges may give so many citations, and one more for so many letters of the text: a page of figures
# must not become a million of them.
ROOM, ROOM_SHARE = 10_000, 20


@dataclass(frozen=True, slots=True)
class Citation:
    """One cited document; what the text does not say is None, a number not yet taken is "".

    `number` is as written ("07", "18a"); `year` is the one of the number ("45/2018/QĐ-TTg") or of "năm 2018"
    behind it; `type_name` comes from the words or, where only one kind has it, from the code; `start` and
    `end` are places in the text given, from the kind of the document to its issuer.
    """

    type_name: str | None
    type_code: str | None
    number: str
    year: int | None
    issuer_code: str | None
    date: Date | None
    issuer: str | None
    start: int
    end: int


@dataclass(slots=True)
class _Item:
    """A number of a group, with what is told of it."""

    symbol: Symbol
    end: int
    tail: Tail | None
    so: bool
    to: str  # "đến" or a dash: the last of a range

    @property
    def bare(self) -> bool:
        return self.symbol.meaning is NOTHING

    @property
    def told(self) -> bool:
        return self.tail is not None and (self.tail.day is not None or self.tail.issuer is not None)


def find(text: str) -> list[Citation]:
    """The documents that the text cites, in its order; the time grows with its length and no faster."""
    levelled = level(text)
    found: list[Citation] = []
    room, at = ROOM + len(text) // ROOM_SHARE, 0
    while begun := leads.LEAD.search(levelled.plain, at):
        first = shapes.read(levelled, begun.start()) if begun.lastgroup is None else None
        if first and first.meaning.sure and not tails.goes_on(levelled.plain, first.end):
            found.append(_alone(levelled, first))
            at = first.end
            continue
        at = max(begun.end(), begun.start() + 1)
        lead = leads.make(levelled, begun)
        items = _items(levelled, lead, room, first) if lead else []
        if not lead or not items:
            continue
        at = items[-1].end
        if lead.name is None and items[0].symbol.meaning.is_law:
            leads.of_law(levelled, lead)
        kept = _kept(levelled, lead, items)
        if len(kept) > 1:
            _share(kept)
            room -= len(kept)
        start = lead.start
        for index, item in enumerate(kept):
            if item.to and room > 0:
                made = _between(levelled, kept[index - 1], item, lead)
                room -= len(made)
                found += made
            found.append(_citation(levelled, lead, item, start))
            start = -1
    return found


def _alone(text: Levelled, symbol: Symbol) -> Citation:
    """A symbol with nothing before it and nothing behind it: texts may be full of them."""
    code, name, issuer, _, _ = symbol.meaning
    begin, end = text.span(symbol.start, symbol.end)
    return Citation(name, code, symbol.number, symbol.year, issuer, None, None, begin, end)


def _items(text: Levelled, lead: Lead, most: int, symbol: Symbol | None) -> list[_Item]:
    """The first number and those joined to it, at most `most`; `symbol` is the first where it is read."""
    items: list[_Item] = []
    at, so, to, blank = lead.at, lead.so, "", lead.blank
    plain = text.plain
    while symbol := symbol or shapes.read(text, at, blank):
        more = tails.goes_on(plain, symbol.end)
        tail = tails.read(text, symbol.end) if more else None
        end = tail.end if tail else symbol.end
        if lead.issuer and not items and not (tail and tail.issuer):
            tail = tail or Tail(end)
            tail.issuer = lead.issuer
        items.append(_Item(symbol, end, tail, so, to))
        join = leads.JOIN.match(plain, end) if more and len(items) < most else None
        if not join:
            break
        at, so, to, blank = join.end(), bool(join["so"]), join["to"] or "", False
        symbol = None
    return items


def _kept(text: Levelled, lead: Lead, items: list[_Item]) -> list[_Item]:
    """The items that are documents; [] where the first is none."""
    last = len(items) - 1
    while last >= 0 and not _whole(lead, items[last]):
        last -= 1
    if last == len(items) - 1:
        return items
    size, dropped = len(items), ""
    while size > max(last, 0) + 1 and not _joins(text, lead, items[size - 1]):
        size -= 1
        dropped = items[size].to or ","
    if last < 0 and not _begins(text, lead, items[0], dropped):
        return []
    return items[:size]


def _whole(lead: Lead, item: _Item) -> bool:
    """Whether the item has a symbol of its own that needs nothing more, behind such a lead."""
    code, _, issuer, sure, _ = item.symbol.meaning
    if sure:
        return True
    if item.bare or lead.alone:
        return False
    if code or "-" in (issuer or ""):
        return True
    return lead.name is not None and issuers.is_known(issuer or "")


def _joins(text: Levelled, lead: Lead, item: _Item) -> bool:
    """Whether a bare figure at the end of a list is one more number of it."""
    if not item.bare or (item.to and not lead.is_many(text.plain)):
        return False
    return item.so or item.told or bool(leads.AFTER_FIGURE.match(text.plain, item.symbol.end))


def _begins(text: Levelled, lead: Lead, first: _Item, dropped: str) -> bool:
    """Whether a first bare figure is a number; `dropped` joined it to a figure that was none."""
    number = first.symbol.number
    if not first.bare or (dropped and not dropped.isalpha() and not (lead.so and dropped == ",")):
        return False
    if not lead.so and len(number) == 4 and number.startswith(("19", "20")):
        return False
    return leads.stands_alone(text.plain, lead, first.symbol.end, first.told)


def _share(items: list[_Item]) -> None:
    """Bare numbers of a list take type and issuer from the symbol behind them, or from the one before."""
    source: _Item | None = None
    for item in reversed(items):
        if not item.bare:
            source = item
        elif source:
            _take(item, source)
            item.tail = item.tail or source.tail
    for item in items:
        if not item.bare:
            source = item
        elif source:
            _take(item, source)
    last = items[-1]
    issuer = last.tail.issuer if last.tail else None
    code = last.symbol.meaning.issuer_code
    for item in items if issuer else ():
        if item.symbol.meaning.issuer_code == code and not (item.tail and item.tail.issuer):
            item.tail = Tail(item.end, item.tail.day, item.tail.year) if item.tail else Tail(item.end)
            item.tail.issuer = issuer


def _take(item: _Item, source: _Item) -> None:
    item.symbol.meaning = source.symbol.meaning
    item.symbol.year = item.symbol.year or source.symbol.year


def _between(text: Levelled, first: _Item, last: _Item, lead: Lead) -> list[Citation]:
    """The documents between the ends of a range."""
    low, high = first.symbol.number, last.symbol.number
    if first.symbol.meaning != last.symbol.meaning:
        return []
    if not (low.isdigit() and high.isdigit() and int(low) < int(high) <= int(low) + LONGEST_RANGE):
        return []
    width = len(low) if low.startswith("0") else 1
    made = []
    for number in range(int(low) + 1, int(high)):
        symbol = Symbol(
            f"{number:0{width}d}", last.symbol.year, last.symbol.meaning, first.symbol.start, last.symbol.end
        )
        made.append(_citation(text, lead, _Item(symbol, symbol.end, last.tail, False, ""), -1))
    return made


def _citation(text: Levelled, lead: Lead, item: _Item, start: int) -> Citation:
    """`start` is where the words begin; -1: at the number itself."""
    symbol, tail = item.symbol, item.tail
    code, name, issuer_code, _, _ = symbol.meaning
    begin, end = text.span(symbol.start if start < 0 else start, item.end)
    return Citation(
        _name(lead, code, name) if lead.name else name,
        code or lead.code,
        symbol.number,
        symbol.year or (tail.year if tail else None),
        issuer_code,
        tail.day if tail else None,
        tail.issuer if tail else None,
        begin,
        end,
    )


def _name(lead: Lead, code: str | None, name: str | None) -> str | None:
    """The kind: as the code has it, and where the code has two or none, as it is written."""
    written = lead.name if lead.name != kinds.ANY else None
    if code is None:
        return written
    if written and kinds.has_code(written, code):
        return written
    return name or (written if code not in kinds.CODES else None)
