"""Everything that would go wrong with an office's own Word file, found before anything is printed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from papers.checking.findings import Finding
from papers.docx_elements import W
from papers.template import sayings, trials
from papers.template.hazards import hazards
from papers.template.package import Package
from papers.template.places import WHOLE, places
from papers.template.sayings import Said
from papers.template.text import MERGING, REACHING, Field, Told, fields, merged_name, unfold
from papers.template.units import Known, Plan, plan
from rules import markers
from rules.marker_names import Name
from rules.papers import PAPERS
from rules.trouble import Refused

if TYPE_CHECKING:
    from lxml.etree import _Element

COMPAT = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
TRACKED = ("ins", "del", "moveFrom", "moveTo")
LOST = {"ADDRESSBLOCK", "GREETINGLINE", "NEXTIF", "SKIPIF"}  # what only a mail merge of Word can say
RECEIVERS = ("nguoi nhan", "don vi nhan")


@dataclass(frozen=True)
class Problem:
    """One fault with its place in the clerk's words; `paragraph` counts as in form_check, -1 for the file."""

    place: str
    found: str
    reason: str
    suggestion: str = ""
    blocks: bool = False  # what is printed would be wrong
    paragraph: int = -1


def findings(problems: Sequence[Problem]) -> list[Finding]:
    """The problems as comments in a copy of the file say them (papers.docx_comments)."""
    return [
        Finding(
            rule=f"mẫu: {one.reason}",
            severity="E" if one.blocks else "W",
            place=one.place,
            found=one.found,
            expected=one.suggestion,
            source="",
            paragraph=one.paragraph,
            words=one.found,
        )
        for one in problems
    ]


def check(
    source: Path,
    names: Sequence[Name],
    letters: bool = False,
    headed: bool = True,
    samples: bool = True,
    unasked: Collection[str] = (),
) -> list[Problem]:
    """All problems of the file in the order of the page, those of the whole file last.

    `names`: the fields that the paper knows; `letters`: the file is filled once for every receiver;
    `headed`: the paper has the letterhead of the form; `samples`: fill the file with samples as well;
    `unasked`: elements of the form that the paper may go without.
    """
    try:
        found = _Check(source, names, letters, headed, unasked)
        problems = found.all()
        return problems + (found.tried() if samples else [])
    except Refused as refused:
        return [Problem(WHOLE, source.name, refused.what, refused.do, blocks=True)]


class _Check:
    def __init__(
        self, source: Path, names: Sequence[Name], letters: bool, headed: bool, unasked: Collection[str]
    ) -> None:
        self.source = source
        self.names = names
        self.letters = letters
        self.headed = headed
        self.unasked = unasked
        self.package = Package(source)
        self.problems: list[Problem] = []
        self.plans: dict[str, Plan] = {}
        keys = [(markers.key(name.label), name) for name in names]
        self.known = Known(
            {key for key, name in keys if not name.members and not name.block},
            {key for key, name in keys if name.members},
            {key for key, name in keys if name.block},
        )

    def all(self) -> list[Problem]:
        reaching = [
            Problem(WHOLE, one.target or one.kind, one.reason, "Khi điền, phần này bị bỏ.")
            for one in hazards(self.package)
        ]
        for name, kind in list(self.package.stories()):
            self.story(name, kind)
        self.problems += [*reaching, *self.of_whole()]
        return self.problems

    def tried(self) -> list[Problem]:
        """What goes wrong with samples, where nothing else stands in the way of filling."""
        if any(one.blocks for one in self.problems):
            return []
        failures = trials.failures(self.source, self.names, self.used(), self.letters)
        return [Problem(WHOLE, f"Điền thử với {label}", reason, blocks=True) for label, reason in failures]

    def story(self, name: str, kind: str) -> None:
        """One part of the file, the body with the numbers of its paragraphs."""
        root = self.package.tree(name)
        where = places(self.package, name, kind)
        order = {one: number for number, one in enumerate(root.iter(f"{W}p"))} if kind == "body" else {}
        found: list[tuple[_Element, Said]] = [*_of_fields(root), *_of_boxes(root)]
        unfold(root)
        self.plans[name] = made = plan(root, self.known)
        found += self.of_words(made)
        found += _tracked(root)
        numbers = {told.element: number for number, told in enumerate(made.paragraphs)}
        for element, said in sorted(found, key=lambda pair: numbers.get(pair[0], 0)):
            place = where.get(element, WHOLE)
            number = order.get(element, -1)
            one = Problem(place, said.found, said.reason, _meant(said.suggestion), said.blocks, number)
            if one not in self.problems:
                self.problems.append(one)

    def of_words(self, made: Plan) -> Iterator[tuple[_Element, Said]]:
        cut: set[_Element] = set()
        for first, second in pairwise(made.paragraphs):
            said = sayings.cut(first, second)
            if said is not None:
                cut |= {first.element, second.element}
                yield first.element, said
        told_of: set[_Element] = set()
        for told in made.paragraphs:
            for said in sayings.faults(told, self.names):
                if told.element in cut and not said.found.strip("{} "):
                    continue
                told_of.add(told.element)
                yield told.element, said
        for fault in made.faults:
            if fault.element not in told_of:
                yield fault.element, Said(fault.found, fault.reason, fault.suggestion)

    def of_whole(self) -> Iterator[Problem]:
        body = self.plans[self.package.main]
        everywhere = [told for made in self.plans.values() for told in made.paragraphs]
        if not any(told.spots for told in everywhere):
            yield Problem(WHOLE, "", "Mẫu không có trường nào; mọi văn bản in ra sẽ giống hệt nhau.")
        elif not any(told.spots for told in body.paragraphs):
            yield Problem(WHOLE, "", "Chỉ đầu trang, chân trang có trường; phần thân không có trường nào.")
        receivers = {markers.key(spot.marker.name) for told in everywhere for spot in told.spots}
        if self.letters and not receivers & set(RECEIVERS):
            yield Problem(
                WHOLE, "", "Mẫu thư không ghi người nhận.", "Thêm {{Người nhận}} hoặc {{Đơn vị nhận}}."
            )
        types = {paper.type_name for paper in PAPERS}
        missing = sayings.missing(everywhere, types) if self.headed else ()
        for label in (one for one in missing if one not in self.unasked):
            yield Problem(WHOLE, "", f"Không thấy {label} của thể thức.", "Xem lại phần thể thức của mẫu.")

    def used(self) -> set[tuple[str, str]]:
        """Names and members that print as they are, by key."""
        return {
            (markers.key(spot.marker.name), markers.key(spot.marker.member))
            for made in self.plans.values()
            for told in made.paragraphs
            if not _conditional(told)
            for spot in told.spots
            if not spot.marker.only_if and not spot.marker.format
        }


def _conditional(told: Told) -> bool:
    return any(spot.marker.unless for spot in told.spots)


def _meant(suggestion: str) -> str:
    return f"Có phải {suggestion}?" if suggestion.startswith("{{") else suggestion


def _around(element: _Element) -> _Element:
    """The paragraph that an element stands in."""
    return next(element.iterancestors(f"{W}p"), element)


def _of_fields(root: _Element) -> Iterator[tuple[_Element, Said]]:
    """Fields of Word that fetch, run or need a merge, and markers inside the code of a field."""
    every = fields(root)
    for one in every:
        yield from _of_field(one.name, one.code, _around(one.shell[0]), _inner(one, every))
    for element in root.iter(f"{W}fldSimple"):
        code = element.get(f"{W}instr") or ""
        yield from _of_field((code.split() or [""])[0].upper(), code, _around(element), False)


def _inner(one: Field, every: Sequence[Field]) -> bool:
    """A merge field stands inside the code of another field: {IF {MERGEFIELD …} = …}."""
    return any(
        other is not one and merged_name(other.code) and other.shell[0] in one.shell for other in every
    )


def _of_field(name: str, code: str, where: _Element, merges: bool) -> Iterator[tuple[_Element, Said]]:
    words = " ".join(code.split())[:80]
    if "{{" in code or "«" in code or (merges and name != "MERGEFIELD"):
        reason = "Tên trường nằm trong mã trường của Word nên không điền được."
        yield (
            where,
            Said(words, reason, "Viết tên trường thành chữ thường trong đoạn, hoặc dùng {{Chỉ khi: …}}."),
        )
    elif name in REACHING:
        reason = "Trường của Word lấy nội dung từ nơi khác hoặc chạy lệnh."
        yield where, Said(words, reason, "Khi điền, chỉ giữ lại chữ đang hiện.", False)
    elif name in MERGING:
        reason = "Trường trộn thư của Word không dùng được ở đây."
        yield where, Said(words, reason, "Xóa trường này; người nhận là {{Người nhận}}.", name in LOST)


def _of_boxes(root: _Element) -> Iterator[tuple[_Element, Said]]:
    """Text boxes whose copy for older programs says something else."""
    for both in root.iter(f"{COMPAT}AlternateContent"):
        copies = [
            ["".join(text.text or "" for text in box.iter(f"{W}t")) for box in one.iter(f"{W}txbxContent")]
            for one in both
        ]
        if len(copies) > 1 and all(copies) and any(one != copies[0] for one in copies[1:]):
            reason = "Hộp chữ có hai bản khác nhau: máy cũ hoặc phần mềm khác sẽ in bản kia."
            yield _around(both), Said(copies[0][0][:80], reason, "Gõ lại hộp chữ trong Word rồi lưu.", False)


def _tracked(root: _Element) -> Iterator[tuple[_Element, Said]]:
    first = next(root.iter(*(f"{W}{name}" for name in TRACKED)), None)
    if first is not None:
        words = "".join(one.text or "" for one in first.iter(f"{W}t", f"{W}delText"))[:80]
        reason = "Mẫu còn dấu sửa đổi (Track Changes): chữ thêm được tính, chữ xóa bị bỏ."
        yield _around(first), Said(words, reason, "Chấp nhận hết sửa đổi trong Word rồi lưu.", False)
