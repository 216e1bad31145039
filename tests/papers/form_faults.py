"""One planted fault, or one harmless neighbour of a fault, in a sound paper of any hand."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from papers import styles
from papers.form_check import Finding, check
from tests.papers import foreign
from tests.papers.foreign_parts import OFFICE
from tests.papers.form_samples import SAMPLES, Sample, composed
from tests.papers.office_xml import W, tag
from tests.papers.word_file import Element, WordFile, own_runs, words

# The rules and how grave they are, as the table of the guidelines' rules has them.
GRAVITY = {
    **dict.fromkeys(("PG-1", "PG-2", "PG-3", "HD-1", "HD-2", "HD-3", "HD-4"), "E"),
    **dict.fromkeys(("TT-1", "TT-2", "SG-1", "SG-2"), "E"),
    **dict.fromkeys(("PG-4", "BD-1", "BD-2", "BD-3", "BD-4", "SG-3", "NN-1", "NN-2", "DT-1", "AU-1"), "W"),
    **dict.fromkeys(("BD-5", "DT-2", "SP-1"), "I"),
}  # fmt: skip
OWN, SPLIT, STRICT = "own", "split", "strict"  # ours; cut to pieces; in the strict manner
TABLES = (OWN, "direct", "chained", "themed", SPLIT, STRICT)
APART = (*TABLES, "boxes", "columns")  # every component of the letterhead is a paragraph of its own
ALL = (*APART, "tabs")
BODY = "Từ đó mỗi chi bộ tự đặt ra việc phải làm trong quý IV và giao người chịu trách nhiệm."
STRICT_NAMES = "http://purl.oclc.org/ooxml/"
NAMES_OF_STRICT = {
    W[1:-1]: f"{STRICT_NAMES}wordprocessingml/main",
    OFFICE: f"{STRICT_NAMES}officeDocument/relationships",
}
Edit = Callable[[WordFile, Sample], object]


@dataclass(frozen=True)
class Fault:
    """`rule` is empty where the change breaks no rule; then nothing may be reported."""

    rule: str
    name: str
    edit: Edit
    base: str = "plan"
    years: tuple[str, ...] = ("2018", "2026")
    hands: tuple[str, ...] = ALL
    also: tuple[str, ...] = ()  # rules that the same slip breaks too
    gravity: str = ""  # where the rule has two
    at: str = ""  # words of the place that a finding must name
    day: date | None = None  # the day whose form is asked for, where that is not the paper's own

    @property
    def expected(self) -> str:
        return self.gravity or GRAVITY[self.rule]


def plant(rule: str, name: str, edit: Edit, **more: object) -> Fault:
    return replace(Fault(rule, name, edit), **more)  # type: ignore[arg-type]


def legal(name: str, edit: Edit, **more: object) -> Fault:
    return plant("", name, edit, **more)


class Case(NamedTuple):
    fault: Fault
    year: str
    hand: str

    @property
    def name(self) -> str:
        return f"{self.fault.rule or 'legal'} {self.fault.name} {self.year} {self.hand}"


def cases(faults: Iterable[Fault]) -> Iterator[Case]:
    """Every fault in every form and every hand it makes sense in."""
    for fault in faults:
        for year in fault.years:
            for hand in fault.hands:
                yield Case(fault, year, hand)


def slice_of(faults: Iterable[Fault]) -> list[Case]:
    """Every fault in our own file of one form, and in that of a foreign hand, in turn, of the next form."""
    chosen = []
    for number, fault in enumerate(faults):
        year, other = (fault.years[(number + turn) % len(fault.years)] for turn in (0, 1))
        foreign_hands = [hand for hand in fault.hands if hand != OWN]
        if OWN in fault.hands:
            chosen.append(Case(fault, year, OWN))
        if foreign_hands:
            chosen.append(Case(fault, other, foreign_hands[number % len(foreign_hands)]))
    return chosen


@cache
def sound(key: str, hand: str) -> bytes:
    """The paper without a fault."""
    sample = SAMPLES[key]
    if hand in (OWN, SPLIT, STRICT):
        return composed(sample, styles.profile_for(sample.signed, sample.family))
    return foreign.HANDS[hand](sample)


def planted(case: Case) -> WordFile:
    key = f"{case.fault.base} {case.year}"
    file = WordFile(sound(key, case.hand))
    case.fault.edit(file, SAMPLES[key])
    return dealt(file, case.hand)


def dealt(file: WordFile, hand: str) -> WordFile:
    """The file as its hand leaves it."""
    if hand == SPLIT:
        shatter(file)
    return WordFile(strict(file.data())) if hand == STRICT else file


def strict(data: bytes) -> bytes:
    """The same paper in the strict manner of the standard."""
    file = WordFile(data)
    for name, part in file.parts.items():
        for ours, theirs in NAMES_OF_STRICT.items():
            part = part.replace(ours.encode(), theirs.encode())
        file.parts[name] = part
    return file.data()


def reported(file: WordFile, folder: Path, day: date | None = None) -> list[Finding]:
    return check(file.write(folder / "paper.docx"), day)


def grave(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity in ("E", "W")]


def prove(case: Case, folder: Path) -> None:
    """The fault is found with its gravity and at its place; nothing else is reported."""
    fault, file = case.fault, planted(case)
    findings = reported(file, folder, fault.day)
    strange = [one for one in grave(findings) if one.rule not in (fault.rule, *fault.also)]
    assert strange == []
    if not fault.rule:
        return
    hits = [one for one in findings if one.rule == fault.rule and one.severity == fault.expected]
    assert hits, [(one.rule, one.severity, one.found) for one in findings]
    if fault.at:
        lines = ["".join(p.itertext()) if case.hand == STRICT else words(p) for p in file.tree().iter("{*}p")]
        assert any(one.paragraph >= 0 and fault.at in lines[one.paragraph] for one in hits), hits


def shatter(file: WordFile) -> None:
    """Cut the words as an old file has them: after corrections, comments, tracked changes and pasting."""
    for p in file.paragraphs():
        for number, run in enumerate(list(own_runs(p))):
            text = run.find(f"{W}t")
            if text is not None and len(run.findall(f"{W}t")) == 1 and len(text.text or "") > 3:
                _break(run, number)


def _break(run: Element, number: int) -> None:
    text = run.find(f"{W}t")
    assert text is not None
    letters = text.text or ""
    third = max(1, len(letters) // 3)
    pieces = [letters[:third], letters[third : third + 1], letters[third + 1 :]]
    made = []
    for piece in pieces:
        one = copy.deepcopy(run)
        inner = one.find(f"{W}t")
        assert inner is not None
        inner.text = piece
        made.append(one)
    holder = etree.Element(f"{W}{('smartTag', 'ins', 'hyperlink', 'sdt')[number % 4]}")
    inside = holder
    if tag(holder) == "sdt":
        inside = etree.SubElement(holder, f"{W}sdtContent")
    elif tag(holder) == "ins":
        holder.set(f"{W}id", str(900 + number))
        holder.set(f"{W}author", "Ai đó")
    inside.append(made[1])
    gone = etree.fromstring(
        f'<w:del xmlns:w="{W[1:-1]}" w:id="{800 + number}" w:author="Ai đó"><w:r><w:rPr><w:rFonts '
        'w:ascii="Arial" w:hAnsi="Arial"/><w:color w:val="FF0000"/><w:sz w:val="40"/></w:rPr>'
        "<w:delText>bỏ</w:delText></w:r></w:del>"
    )
    mark = etree.fromstring(f'<w:proofErr xmlns:w="{W[1:-1]}" w:type="spellStart"/>')
    for one in (made[0], mark, holder, gone, made[2]):
        run.addprevious(one)
    parent = run.getparent()
    assert parent is not None
    parent.remove(run)
