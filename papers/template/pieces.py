"""A part of an office's Word file cut into fixed pieces, and put together again for given values."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from papers import docx_xml, filling
from papers.content import Block, Run
from papers.docx_base import WORD
from papers.docx_elements import W, tag
from papers.filling import Fields, Parts, Values
from papers.template.text import Spot, set_apart, unfold
from papers.template.units import Fault, Known, Plan, Unit, plan
from rules import markers
from rules.markers import Marker

if TYPE_CHECKING:
    from lxml.etree import _Element

CUT = re.compile(r"<\?([suex]) ?(\d*)\?>")  # a slot, a unit, its end, the end of a letter
LAST_SEMICOLON = re.compile(r";(\s*</w:t>(?:(?!<w:t[ >]).)*)\Z", re.DOTALL)
DECLARED = re.compile(r' xmlns:(\w+)="([^"]*)"')
OWN_IDS = ("paraId", "textId")  # Word gives every paragraph its own; a copy goes without
SWITCHES = ("rStyle", "rFonts", "b", "bCs", "i", "iCs")  # the beginning of w:rPr in the order of the schema
AFTER_U = (
    "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout",
    "specVanish", "oMath", "rPrChange",
)  # fmt: skip


@dataclass
class Slot:
    """Where a marker stood: what it asks for, in the look of the run it began in."""

    spot: Spot
    look: str
    name: str
    member: str

    @property
    def is_plain(self) -> bool:
        return not self.spot.marker.format


@dataclass
class Loop:
    """Pieces that stand once for every row, once, or not at all; a block stands in place of them."""

    unit: Unit
    pieces: list[Piece] = field(default_factory=list)
    look: str = ""  # w:pPr of the paragraph that a block takes the place of
    kept: str = ""  # what stays where the rest falls away: the end of a section

    @property
    def run_look(self) -> str:
        slots = (piece for piece in self.pieces if isinstance(piece, Slot) and not piece.spot.marker.only_if)
        return next((slot.look for slot in slots), "")


class End:
    """Where the section of one letter of a series ends."""


Piece = str | Slot | Loop | End


@dataclass
class Result:
    """What a rendering leaves behind for the whole file."""

    blanks: list[str] = field(default_factory=list)
    gone: bool = False  # something fell away or came in as blocks
    end: str = ""  # w:sectPr that closes a letter of a series


BlockWriter = Callable[[Sequence[Block], Loop, Result], str]


@dataclass
class Part:
    """A part ready to be filled any number of times."""

    pieces: list[Piece]
    faults: list[Fault]

    @property
    def is_fixed(self) -> bool:
        return all(isinstance(piece, str) for piece in self.pieces)

    def filled(self, values: Values, result: Result, blocks: BlockWriter) -> str:
        """The XML of the part with those values."""
        out: list[str] = []
        _Writer(values, result, blocks, out).write(self.pieces, None)
        return "".join(out)


def part(root: _Element, known: Known) -> Part:
    """Cut the part; the tree is used up by it."""
    unfold(root)
    _forget_blanks(root)
    made = plan(root, known)
    pieces = _cut(root, made)
    return Part(pieces, made.faults)


def _cut(root: _Element, made: Plan) -> list[Piece]:
    from lxml import etree

    loops = [_mark(number, unit) for number, unit in enumerate(made.units)]
    slots: list[Slot] = []
    spaces = {prefix: uri for prefix, uri in root.nsmap.items() if prefix}
    for found in made.paragraphs:
        looks = set_apart(found, len(slots))
        for spot, look in zip(found.spots, looks, strict=True):
            name, member = (markers.key(part) for part in (spot.marker.name, spot.marker.member))
            slots.append(Slot(spot, "" if look is None else bare(look, spaces), name, member))
        if found.spots:
            _free(found.element)
    for loop, unit in zip(loops, made.units, strict=True):
        if unit.block:
            shape = unit.elements[0].find(f"{W}pPr")
            loop.look = "" if shape is None else bare(shape, spaces)
        loop.kept = _kept(unit, spaces)
    return _read(etree.tostring(root, encoding="unicode"), slots, loops)


def _mark(number: int, unit: Unit) -> Loop:
    """Put instructions around the unit, whose copies go without the ids that only one may have."""
    from lxml import etree

    unit.elements[0].addprevious(etree.ProcessingInstruction("u", str(number)))
    unit.elements[-1].addnext(etree.ProcessingInstruction("e"))
    for whole in unit.elements if unit.of else ():
        for element in whole.iter(f"{W}p", f"{W}tr"):
            drop_own_ids(element)
    return Loop(unit)


def drop_own_ids(element: _Element) -> None:
    for key in [key for key in element.attrib if str(key).rpartition("}")[2] in OWN_IDS]:
        del element.attrib[key]


def _free(paragraph: _Element) -> None:
    """A content control that holds a marker shows what is filled in, not what its data source says."""
    for control in paragraph.iterancestors(f"{W}sdt"):
        _unbind(control)
    for control in paragraph.iter(f"{W}sdt"):
        _unbind(control)


def _unbind(control: _Element) -> None:
    kept = control.find(f"{W}sdtPr")
    for child in list(kept) if kept is not None else ():
        if tag(child) in ("dataBinding", "showingPlcHdr"):
            kept.remove(child)  # type: ignore[union-attr]


def _kept(unit: Unit, spaces: dict[str, str]) -> str:
    ends = [end for element in unit.elements for end in element.iter(f"{W}sectPr")]
    if not ends:
        return ""
    return f"<w:p><w:pPr>{bare(ends[-1], spaces)}</w:pPr></w:p>"


def _forget_blanks(root: _Element) -> None:
    """A template made of a finished paper may still mark the blanks of that paper."""
    names = {
        start.get(f"{W}id"): start
        for start in root.iter(f"{W}bookmarkStart")
        if (start.get(f"{W}name") or "").startswith(docx_xml.BLANK)
    }
    for end in [end for end in root.iter(f"{W}bookmarkEnd") if end.get(f"{W}id") in names]:
        end.getparent().remove(end)  # type: ignore[union-attr]
    for start in names.values():
        start.getparent().remove(start)  # type: ignore[union-attr]


def bare(element: _Element, spaces: dict[str, str]) -> str:
    """The XML of an element without the namespaces that its part declares anyway."""
    from lxml import etree

    xml = etree.tostring(element, encoding="unicode", with_tail=False)
    return DECLARED.sub(lambda found: "" if spaces.get(found[1]) == found[2] else found[0], xml)


def _read(xml: str, slots: list[Slot], loops: list[Loop]) -> list[Piece]:
    top: list[Piece] = []
    open_lists: list[list[Piece]] = [top]
    last = 0
    for found in CUT.finditer(xml):
        if found.start() > last:
            open_lists[-1].append(xml[last : found.start()])
        last = found.end()
        if found[1] == "s":
            open_lists[-1].append(slots[int(found[2])])
        elif found[1] == "u":
            open_lists[-1].append(loops[int(found[2])])
            open_lists.append(loops[int(found[2])].pieces)
        elif found[1] == "x":
            open_lists[-1].append(End())
        else:
            open_lists.pop()
    open_lists[-1].append(xml[last:])
    return top


class _Writer:
    def __init__(self, values: Values, result: Result, blocks: BlockWriter, out: list[str]) -> None:
        self.values = values
        self.result = result
        self.blocks = blocks
        self.out = out
        self.said: dict[int, str] = {}  # slots that say the same in every row

    def write(self, pieces: Sequence[Piece], row: Fields | None) -> None:
        for piece in pieces:
            if isinstance(piece, str):
                self.out.append(piece)
            elif isinstance(piece, Slot):
                self.out.append(self.slot(piece, row))
            elif isinstance(piece, End):
                self.out.append(self.result.end)
            else:
                self.loop(piece, row)

    def loop(self, loop: Loop, row: Fields | None) -> None:
        unit = loop.unit
        asked = [marker for marker in unit.only_if if row is not None or not self.later(marker, unit)]
        if not all(self.holds(marker, row) for marker in asked):
            self.vanish(loop)
        elif unit.block:
            self.result.gone = True
            blocks = self.values.blocks.get(unit.block, ())
            self.out += [self.blocks(blocks, loop, self.result), loop.kept]
        elif unit.of:
            self.repeat(loop)
        elif not self.once(loop, row):
            self.vanish(loop)

    def once(self, loop: Loop, row: Fields | None) -> bool:
        """Write the pieces; False where the unit is nothing but markers and they had nothing to say."""
        before = len(self.out)
        self.write(loop.pieces, row)
        if loop.unit.may_go and "<w:t" not in "".join(self.out[before:]):
            del self.out[before:]
            return False
        return True

    def repeat(self, loop: Loop) -> None:
        """One copy for every row; a list of lines closed by semicolons ends with a full stop."""
        rows = self.values.lists.get(loop.unit.of, ())
        conditions = [marker for marker in loop.unit.only_if if self.later(marker, loop.unit)]
        if conditions:
            rows = [row for row in rows if all(self.holds(marker, row) for marker in conditions)]
        written = 0
        for row in rows:
            before = len(self.out)
            written = before if self.once(loop, row) else written
        if not written:
            self.vanish(loop)
        elif loop.unit.is_line:
            last = "".join(self.out[written:])
            self.out[written:] = [LAST_SEMICOLON.sub(r".\1", last)]

    def vanish(self, loop: Loop) -> None:
        self.result.gone = True
        self.out.append(loop.kept)

    def later(self, marker: Marker, unit: Unit) -> bool:
        """A condition on a member is asked of every row."""
        return bool(marker.member) and markers.key(marker.name) == unit.of

    def holds(self, marker: Marker, row: Fields | None) -> bool:
        """As in the sentences of our own papers; a condition on a member is asked of the row."""
        asked = self.values
        if marker.member and row is not None:
            asked = Values({}, {markers.key(marker.name): [row]})
        return any(True for _ in filling.rows_of(str(marker), asked))

    def slot(self, slot: Slot, row: Fields | None) -> str:
        if slot.spot.marker.only_if:
            return ""
        if slot.member:
            own = row.get(slot.member) if slot.is_plain and row is not None else None
            if own is not None:
                return self.written(slot, own)
            return self.written(slot, filling.fill(slot.spot.words, self.values, row))
        if id(slot) in self.said:
            return self.said[id(slot)]
        known = self.values.single.get(slot.name) if slot.is_plain else None
        parts = filling.fill(slot.spot.words, self.values, row) if known is None else known
        xml = self.written(slot, parts)
        if not any(isinstance(one, Run) and one.blank for one in parts):
            self.said[id(slot)] = xml
        return xml

    def written(self, slot: Slot, parts: Parts) -> str:
        return "".join(runs(slot.look, parts, self.result))


def runs(look: str, parts: Parts, result: Result) -> list[str]:
    """Runs of that look; a blank is dots with its bookmark, nothing known is nothing at all."""
    made: list[str] = []
    for one in parts:
        words = one.text if isinstance(one, Run) else one
        if not words:
            continue
        own = restyled(look, one) if isinstance(one, Run) else look
        xml = f"<w:r>{own}{docx_xml.text(words)}</w:r>"
        if isinstance(one, Run) and one.blank:
            result.blanks.append(one.blank)
            mark = len(result.blanks)
            start = f'<w:bookmarkStart w:id="{-mark}" w:name="{docx_xml.BLANK}{mark}"/>'
            xml = f'{start}{xml}<w:bookmarkEnd w:id="{-mark}"/>'
        made.append(xml)
    return made


def restyled(look: str, run: Run) -> str:
    """A w:rPr with the switches that the run asks for, each at its place in the schema."""
    asked = {
        **({} if run.bold is None else {"b": "1" if run.bold else "0"}),
        **({} if run.italic is None else {"i": "1" if run.italic else "0"}),
        **({} if run.underline is None else {"u": "single" if run.underline else "none"}),
    }
    if not asked:
        return look
    from lxml import etree

    root = etree.fromstring(
        f'<w:x xmlns:w="{WORD}">{look or "<w:rPr/>"}</w:x>', etree.XMLParser(recover=True)
    )
    found = root[0]
    for name, value in asked.items():
        for old in found.findall(f"{W}{name}"):
            found.remove(old)
        new = found.makeelement(f"{W}{name}")
        new.set(f"{W}val", value)
        _place(found, new, name)
    return bare(found, {"w": WORD})


def _place(look: _Element, new: _Element, name: str) -> None:
    if name == "u":
        later = [child for child in look if tag(child) in AFTER_U]
        if later:
            later[0].addprevious(new)
        else:
            look.append(new)
        return
    before = SWITCHES[: SWITCHES.index(name)]
    place = sum(1 for child in look if tag(child) in before)
    look.insert(place, new)
