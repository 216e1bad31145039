"""What of an office's Word file repeats or falls away: paragraphs and rows, by their markers."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from papers.docx_elements import W, tag
from papers.template.text import Told, told
from rules import markers
from rules.markers import Marker

if TYPE_CHECKING:
    from lxml.etree import _Element


SEEN = {
    "drawing",
    "pict",
    "object",
    "fldChar",
    "fldSimple",
    "footnoteReference",
    "sectPr",
    "lastRenderedPageBreak",
}


class Known(NamedTuple):
    """The names that may stand in a file, by rules.markers.key."""

    single: Collection[str]
    lists: Collection[str]
    blocks: Collection[str]

    @property
    def all(self) -> set[str]:
        return {*self.single, *self.lists, *self.blocks}


class Fault(NamedTuple):
    """Something that cannot be filled as it stands; `element` is the paragraph it is seen at."""

    element: _Element
    found: str
    reason: str
    suggestion: str = ""


@dataclass
class Unit:
    """Neighbouring elements that stand once for every row of a list, or only where all conditions hold."""

    elements: list[_Element]
    of: str = ""  # the list; "" where nothing repeats
    only_if: list[Marker] = field(default_factory=list)
    block: str = ""  # the table or the paragraphs that take the place of the paragraph
    may_go: bool = False  # a paragraph of nothing but markers: it goes where they have nothing to say

    @property
    def is_line(self) -> bool:
        return len(self.elements) == 1 and tag(self.elements[0]) == "p"


@dataclass
class Plan:
    """A part of the file read: its paragraphs, its units from the inside out, what is wrong with it."""

    paragraphs: list[Told]
    units: list[Unit] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def plan(root: _Element, known: Known) -> Plan:
    """Read a part; nothing in it is changed."""
    names = known.all
    made = Plan([told(paragraph, names) for paragraph in root.iter(f"{W}p")])
    planner = _Planner(made, known)
    planner.rows()
    planner.paragraphs()
    planner.nested()
    planner.whole()
    made.units = planner.grouped()
    return made


def members(found: Told) -> list[str]:
    """The lists whose members the paragraph holds, each once."""
    named = (markers.key(spot.marker.name) for spot in found.spots if spot.marker.member)
    return list(dict.fromkeys(named))


def _conditions(found: Told) -> list[Marker]:
    return [spot.marker for spot in found.spots if spot.marker.only_if]


def _rest(found: Told) -> str:
    """The words beside the markers."""
    ends = [0, *(spot.end for spot in found.spots)]
    starts = [*(spot.start for spot in found.spots), len(found.text)]
    return "".join(found.text[end:start] for end, start in zip(ends, starts, strict=True)).strip()


def _is_bare(found: Told) -> bool:
    """Nothing but markers, and not alone in a cell, a text box or a note, which must keep a paragraph."""
    if not any(not spot.marker.only_if for spot in found.spots) or _rest(found):
        return False
    parent = found.element.getparent()
    beside = [] if parent is None else [one for one in parent if tag(one) in ("p", "tbl", "sdt")]
    return len(beside) > 1 and not any(tag(one) in SEEN for one in found.element.iter())


def above(element: _Element, name: str) -> _Element | None:
    """The nearest element of that name around; text boxes do not hide it."""
    return next(element.iterancestors(f"{W}{name}"), None)


class _Planner:
    def __init__(self, made: Plan, known: Known) -> None:
        self.made = made
        self.known = known
        self.units: dict[_Element, Unit] = {}
        self.taken: set[_Element] = set()  # paragraphs whose row answers for them
        self.order = {found.element: number for number, found in enumerate(made.paragraphs)}

    def fault(self, found: Told, words: str, reason: str, suggestion: str = "") -> None:
        self.made.faults.append(Fault(found.element, words, reason, suggestion))

    def rows(self) -> None:
        """A row repeats, or falls away, where one of its cells is made wholly of what asks for it."""
        held: dict[_Element, dict[_Element, list[Told]]] = {}
        for found in self.made.paragraphs:
            row = above(found.element, "tr")
            cell = above(found.element, "tc")
            if row is not None and cell is not None and found.text.strip():
                held.setdefault(row, {}).setdefault(cell, []).append(found)
        for row, cells in held.items():
            self._row(row, list(cells.values()))

    def _row(self, row: _Element, cells: list[list[Told]]) -> None:
        lists: dict[str, Told] = {}
        for cell in cells:
            shared = [set(members(found)) & set(self.known.lists) for found in cell]
            for name in sorted(set.intersection(*shared)):
                lists.setdefault(name, cell[0])
        alone = [cell[0] for cell in cells if len(cell) == 1]
        conditions = [marker for found in alone for marker in _conditions(found)]
        if lists or conditions:
            self.units[row] = Unit([row], next(iter(lists), ""), conditions)
            self.taken |= {found.element for found in alone}
        for cell in cells if lists else ():
            for found in cell:
                if any(name in self.known.lists and name != next(iter(lists)) for name in members(found)):
                    self._two_lists(found, "hàng")
                if set(members(found)) & set(lists):
                    self.taken.add(found.element)

    def _two_lists(self, found: Told, where: str) -> None:
        words = ", ".join(spot.words for spot in found.spots if spot.marker.member)
        reason = f"Một {where} chỉ lặp theo một danh sách; ở đây có trường của hai danh sách."
        self.fault(found, words, reason, f"Tách mỗi danh sách ra một {where} riêng.")

    def paragraphs(self) -> None:
        for found in self.made.paragraphs:
            lists = [name for name in members(found) if name in self.known.lists]
            conditions = _conditions(found)
            if found.element in self.taken:
                lists = []
                row = above(found.element, "tr")
                if row in self.units and all(one in self.units[row].only_if for one in conditions):
                    conditions = []
            if len(lists) > 1:
                self._two_lists(found, "đoạn")
            block = self._block(found)
            may_go = _is_bare(found)
            if lists or conditions or block or may_go:
                of = lists[0] if lists else ""
                self.units[found.element] = Unit([found.element], of, conditions, block, may_go)

    def _block(self, found: Told) -> str:
        """The block whose marker stands alone in the paragraph."""
        plain = [spot for spot in found.spots if not spot.marker.only_if]
        names = [markers.key(spot.marker.name) for spot in plain if not spot.marker.member]
        wanted = [name for name in names if name in self.known.blocks]
        if not wanted:
            return ""
        if _rest(found) or len(plain) > 1:
            self.fault(
                found, plain[0].words, "Trường này thành bảng hoặc nhiều đoạn nên phải đứng riêng một đoạn."
            )
        return wanted[0]

    def nested(self) -> None:
        """A unit inside one of the same list is part of it; inside one of another list it is a fault."""
        for element, unit in list(self.units.items()):
            around = next(
                (one for one in element.iterancestors() if one in self.units and self.units[one].of), None
            )
            if around is None or not unit.of:
                continue
            if self.units[around].of == unit.of:
                unit.of = ""
            else:
                inside = next(self._within(element), None)
                if inside is not None:
                    self._two_lists(inside, "hàng")
        self.units = {
            element: unit
            for element, unit in self.units.items()
            if unit.of or unit.only_if or unit.block or unit.may_go
        }

    def _within(self, element: _Element) -> Iterator[Told]:
        for paragraph in element.iter(f"{W}p"):
            found = self.made.paragraphs[self.order[paragraph]]
            if found.spots:
                yield found

    def whole(self) -> None:
        """No unit may cut a section of pages or a field of Word in two."""
        for element, unit in self.units.items():
            first = next(self._within(element), None)
            if first is None:
                continue
            if unit.of and next(element.iter(f"{W}sectPr"), None) is not None:
                reason = "Đoạn lặp lại có ngắt trang kiểu section."
                self.fault(
                    first, first.text.strip()[:80], reason, "Chuyển dấu ngắt section sang một đoạn riêng."
                )
            kinds = [one.get(f"{W}fldCharType") for one in element.iter(f"{W}fldChar")]
            if kinds.count("begin") != kinds.count("end"):
                reason = "Một trường của Word bắt đầu ở đoạn này và kết thúc ở đoạn khác."
                self.fault(first, first.text.strip()[:80], reason, "Đặt trọn trường của Word trong một đoạn.")

    def grouped(self) -> list[Unit]:
        """Units from the outside in; neighbouring rows of one list repeat together."""
        made: list[Unit] = []
        before: Unit | None = None
        for element, unit in sorted(self.units.items(), key=lambda pair: _depth(pair[0])):
            row = bool(unit.of) and tag(element) == "tr"
            if row and before and before.of == unit.of and before.elements[-1].getnext() is element:
                for elements, group in ((list(before.elements), before), ([element], unit)):
                    if group.only_if:
                        made.append(Unit(elements, "", group.only_if))
                        group.only_if = []
                before.elements.append(element)
                continue
            made.append(unit)
            before = unit if row else None
        return made


def _depth(element: _Element) -> int:
    return sum(1 for _ in element.iterancestors())
