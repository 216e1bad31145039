"""The markers of an office's Word file: found however Word has cut them, and set apart."""

from __future__ import annotations

import copy
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from papers.docx_elements import W, tag
from rules import markers
from rules.markers import Marker

if TYPE_CHECKING:
    from lxml.etree import _Element

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# What holds runs of the same paragraph; what was deleted or moved away stays outside.
HOLDERS = {
    "hyperlink",
    "ins",
    "moveTo",
    "smartTag",
    "fldSimple",
    "sdt",
    "sdtContent",
    "customXml",
    "dir",
    "bdo",
}
SIGNS = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-"}
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
# What Word makes of straight signs while a clerk types.
TYPED = str.maketrans({"–": "-", "—": "-", "‑": "-", "\u00a0": " ", "\u202f": " ", "：": ":", "｜": "|"})
QUOTES = re.compile("[\"'“”‘’„‟]")
FOUND = re.compile(r"\{\{([^{}]*)\}\}|«([^«»{}]{1,120})»")
SOLID = re.compile(r"\S")
MERGED = re.compile(r'^\s*MERGEFIELD\s+(?:"([^"]+)"|(\S+))(.*)$', re.IGNORECASE | re.DOTALL)
# Fields of Word that fetch, run or send something, and those that only a mail merge of Word can answer.
REACHING = {
    "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "DDE", "DDEAUTO", "LINK", "DATABASE", "MACROBUTTON",
    "EMBED", "CONTROL", "HTMLCONTROL", "RD", "PRINT",
}  # fmt: skip
MERGING = {"NEXT", "NEXTIF", "SKIPIF", "MERGEREC", "MERGESEQ", "ADDRESSBLOCK", "GREETINGLINE"}
MERGING |= {"FILLIN", "ASK"}
UPPER = {"upper": "IN HOA", "firstcap": "Hoa đầu câu"}


class Spot(NamedTuple):
    """A marker at [start, end) of the letters of its paragraph; `words` are {{…}} as the rules read them."""

    start: int
    end: int
    words: str
    marker: Marker


class Letter(NamedTuple):
    """One letter: the element that holds it and its place there, -1 for a tab or a line end."""

    holder: _Element
    place: int


@dataclass
class Told:
    """One paragraph: its letters in order with deleted ones left out, and the markers among them."""

    element: _Element
    text: str
    letters: list[Letter]
    spots: list[Spot] = field(default_factory=list)

    @property
    def begins(self) -> int:
        """Where the first letter stands that is no space."""
        found = SOLID.search(self.text)
        return found.start() if found else len(self.text)

    @property
    def cleaned(self) -> str:
        """The text as the rules of markers read it."""
        return clean(FOUND.sub(lambda found: found[0] if found[1] is None else _words(found[1]), self.text))


@dataclass
class Field:
    """A field of Word from its beginning to its end."""

    code: str = ""
    shell: list[_Element] = field(default_factory=list)  # what makes it a field
    result: list[_Element] = field(default_factory=list)  # what it shows
    shown: bool = False

    @property
    def name(self) -> str:
        return (self.code.split() or [""])[0].upper()


def clean(text: str) -> str:
    """Signs as a clerk typed them, before Word made them handsome."""
    return text.translate(TYPED)


def told(paragraph: _Element, known: Collection[str]) -> Told:
    """The paragraph read; names in «…» are markers where they are `known` (by rules.markers.key)."""
    text: list[str] = []
    letters: list[Letter] = []
    for holder, place, letter in _letters(paragraph, []):
        text.append(letter)
        letters.append(Letter(holder, place))
    found = Told(paragraph, "".join(text), letters)
    found.spots = list(_spots(found.text, known))
    return found


def _spots(text: str, known: Collection[str]) -> Iterator[Spot]:
    for found in FOUND.finditer(text):
        if found[1] is None and markers.key(clean(found[2]).partition(".")[0]) not in known:
            continue
        words = _words(found[1] if found[1] is not None else found[2])
        marker = next(markers.markers(words), None)
        if marker is not None:
            yield Spot(found.start(), found.end(), words, marker)


def _words(inside: str) -> str:
    return f"{{{{{QUOTES.sub('', clean(inside)).strip()}}}}}"


def _letters(parent: _Element, codes: list[bool]) -> Iterator[tuple[_Element, int, str]]:
    """`codes`: for every open field of Word whether its code still goes on; that is no text."""
    for element in parent:
        name = tag(element)
        if name == "r":
            yield from _letters_of_run(element, codes)
        elif name in HOLDERS:
            yield from _letters(element, codes)


def _letters_of_run(run: _Element, codes: list[bool]) -> Iterator[tuple[_Element, int, str]]:
    for element in run:
        name = tag(element)
        if name == "fldChar":
            _step(element, codes)
        elif any(codes):
            continue
        elif name == "t":
            for place, letter in enumerate(element.text or ""):
                if not UNSEEN.match(letter):
                    yield element, place, letter
        elif name in SIGNS:
            yield element, -1, SIGNS[name]


def _step(element: _Element, codes: list[bool]) -> None:
    kind = element.get(f"{W}fldCharType")
    if kind == "begin":
        codes.append(True)
    elif kind == "separate" and codes:
        codes[-1] = False
    elif kind == "end" and codes:
        codes.pop()


# Fields of Word


def fields(root: _Element) -> list[Field]:
    """Every complex field of a part, inner ones before those they stand in."""
    opened: list[Field] = []
    closed: list[Field] = []
    names = [f"{W}{name}" for name in ("fldChar", "instrText", "t", "tab", "br", "cr", "noBreakHyphen")]
    for element in root.iter(*names):
        kind = element.get(f"{W}fldCharType") if tag(element) == "fldChar" else None
        if kind == "begin":
            opened.append(Field())
        if not opened:
            continue
        last = opened[-1]
        own = kind is not None or tag(element) == "instrText"
        if own:
            last.shell.append(element)
            last.code += (element.text or "") if tag(element) == "instrText" and not last.shown else ""
        for one in opened[:-1] if own else opened:
            (one.result if one.shown else one.shell).append(element)
        last.shown = last.shown or kind == "separate"
        if kind == "end":
            closed.append(opened.pop())
    return closed


def merged_name(code: str) -> str:
    """The marker that a MERGEFIELD stands for: “Tên hội nghị|IN HOA”; "" for other fields of Word."""
    found = MERGED.match(code)
    if found is None:
        return ""
    switches = found[3].lower()
    form = next((form for switch, form in UPPER.items() if switch in switches), "")
    name = (found[1] or found[2]).replace("_", " ")
    return f"{name}|{form}" if form else name


def unfold(root: _Element) -> None:
    """Mail-merge fields become markers; fields that reach out or need a merge keep only what they show."""
    for one in fields(root):
        name = merged_name(one.code)
        if name:
            _say(one, f"{{{{{name}}}}}")
        elif one.name in REACHING or one.name in MERGING:
            _drop(one.shell)
    for element in list(root.iter(f"{W}fldSimple")):
        code = element.get(f"{W}instr") or ""
        name = merged_name(code)
        first = (code.split() or [""])[0].upper()
        if name:
            _say_simple(element, f"{{{{{name}}}}}")
        if name or first in REACHING or first in MERGING:
            _unwrap(element)


def _say(one: Field, words: str) -> None:
    texts = [element for element in one.result if tag(element) == "t"]
    if texts:
        set_text(texts[0], words)
        _drop([element for element in one.result if element is not texts[0]])
    else:
        one.shell[0].addnext(_text(words))
    _drop(one.shell)


def _say_simple(element: _Element, words: str) -> None:
    texts = list(element.iter(f"{W}t"))
    if texts:
        set_text(texts[0], words)
        _drop(texts[1:])
        return
    run = element.makeelement(f"{W}r")
    run.append(_text(words, element))
    element.append(run)


def _text(words: str, near: _Element | None = None) -> _Element:
    from lxml import etree

    element = etree.Element(f"{W}t") if near is None else near.makeelement(f"{W}t")
    set_text(element, words)
    return element


def _unwrap(element: _Element) -> None:
    parent = element.getparent()
    assert parent is not None
    for child in list(element):
        element.addprevious(child)
    parent.remove(element)


def set_text(element: _Element, words: str) -> None:
    element.text = words
    element.set(SPACE, "preserve")


def _drop(elements: list[_Element]) -> None:
    """Take elements out of their runs, and the runs that stay empty."""
    for element in elements:
        run = element.getparent()
        if run is None:
            continue
        run.remove(element)
        _tidy(run)


def _tidy(run: _Element) -> None:
    parent = run.getparent()
    if tag(run) == "r" and parent is not None and all(tag(child) == "rPr" for child in run):
        parent.remove(run)


# Markers set apart


def set_apart(found: Told, first: int) -> list[_Element | None]:
    """Put a processing instruction <?s n?> in place of every marker, numbered from `first`.

    What comes back is the look (w:rPr) of the run in which each marker begins.
    """
    looks: list[_Element | None] = []
    cuts: dict[_Element, list[tuple[int, int, str]]] = {}
    for number, spot in enumerate(found.spots, first):
        letters = found.letters[spot.start : _end(found, spot)]
        at: dict[_Element, tuple[int, int]] = {}
        for holder, place in letters:
            start = at[holder][0] if holder in at else place
            at[holder] = (start, place)
        begun = letters[0].holder
        run = begun.getparent()
        look = None if run is None else run.find(f"{W}rPr")
        looks.append(None if look is None else copy.deepcopy(look))
        for holder, (start, end) in at.items():
            token = f"\ufdd0{number}\ufdd1" if holder is begun else ""
            cuts.setdefault(holder, []).append((start, end, token))
    for holder, each in reversed(cuts.items()):
        _cut(holder, each)
        _settle(holder)
    return looks


def _cut(holder: _Element, each: Sequence[tuple[int, int, str]]) -> None:
    """Tokens in place of the letters from each start to each end, in their order."""
    text = holder.text or ""
    pieces: list[str] = []
    last = 0
    for start, end, token in each:
        if start >= 0:
            pieces += [text[last:start], token]
            last = end + 1
    if pieces:
        set_text(holder, "".join([*pieces, text[last:]]))


def _end(found: Told, spot: Spot) -> int:
    """A condition at the front takes the space behind it along."""
    end = spot.end
    if spot.marker.only_if and spot.start <= found.begins:
        while end < len(found.text) and found.text[end] in " \u00a0":
            end += 1
    return end


def _settle(holder: _Element) -> None:
    """Cut the run of a text at its tokens; take out what a marker has left empty."""
    run = holder.getparent()
    if run is None:
        return
    text = holder.text or ""
    if tag(holder) != "t" or not text:
        run.remove(holder)
        _tidy(run)
        return
    pieces = re.split("\ufdd0(\\d+)\ufdd1", text)
    if len(pieces) > 1:
        _split(run, holder, pieces)


def _split(run: _Element, holder: _Element, pieces: list[str]) -> None:
    """Runs of one look in place of a run, a token between each two of them: words, number, words …"""
    from lxml import etree

    look = run.find(f"{W}rPr")
    later = run.makeelement(f"{W}r")
    if look is not None:
        later.append(copy.deepcopy(look))
    for child in list(run)[run.index(holder) + 1 :]:
        later.append(child)
    run.remove(holder)
    last = run
    for turn, piece in enumerate(pieces):
        if turn % 2:
            token = etree.ProcessingInstruction("s", piece)
            last.addnext(token)
            last = token
        elif piece:
            made = run.makeelement(f"{W}r")
            if look is not None:
                made.append(copy.deepcopy(look))
            made.append(_text(piece, run))
            last.addnext(made)
            last = made
    last.addnext(later)
    for one in (run, later):
        _tidy(one)
