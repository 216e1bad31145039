"""What the check of a paper finds, as the clerk is told it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from papers.checking.kinds import Paper
from papers.checking.lines import Line, body_text
from papers.checking.reading import File, Para
from papers.forms import Form

Severity = Literal["E", "W", "I"]

LONGEST_QUOTE = 60  # letters of the words that are quoted
WHOLE_FILE = -1

# How grave a breach is, and where the rule stands: 36-HD/VPTW, 05-HD/VPTW, Nghị định 30/2020/NĐ-CP.
RULES: dict[str, tuple[Severity, str, str, str]] = {
    "PG-1": ("E", "khổ giấy", "IV.3, IV.4.3", "Phụ lục I, I.1"),
    "PG-2": ("E", "định lề trang", "IV.4", "Phụ lục I, I.3"),
    "PG-3": ("E", "phông chữ", "IV.1", "Phụ lục I, I.4"),
    "PG-4": ("W", "số trang", "IV.5", "Phụ lục I, I.7"),
    "HD-1": ("E", "II.1.1", "I.1", "Phụ lục I, II.1"),
    "HD-2": ("E", "II.1.2", "I.2", "Phụ lục I, II.2"),
    "HD-3": ("E", "II.1.3", "I.3", "Phụ lục I, II.3"),
    "HD-4": ("E", "II.1.4", "I.4", "Phụ lục I, II.4"),
    "TT-1": ("E", "II.1.5", "I.5", "Phụ lục I, II.5"),
    "TT-2": ("E", "II.1.5, II.1.9", "I.5.2.3, I.9.2.3", "Phụ lục I, II.5, II.9"),
    "BD-1": ("W", "II.1.6", "I.6.2.2", "Phụ lục I, II.6"),
    "BD-2": ("W", "II.1.6", "I.6.2.2", "Phụ lục I, II.6"),
    "BD-3": ("W", "II.1.6", "I.6.2.3", "Phụ lục I, II.6"),
    "BD-4": ("W", "II.1.6", "I.6.2.2", "Phụ lục I, II.6"),
    "BD-5": ("I", "II.1.6", "I.6.1.4", "Phụ lục I, II.6"),
    "SG-1": ("E", "II.1.7", "I.7.1.1", "Phụ lục I, II.7"),
    "SG-2": ("E", "II.1.7", "I.7.1.1, I.7.1.2", "Phụ lục I, II.7"),
    "SG-3": ("W", "II.1.7", "I.7.1.2, I.7.1.3", "Phụ lục I, II.7"),
    "NN-1": ("W", "II.1.9", "I.9", "Phụ lục I, II.9"),
    "NN-2": ("W", "II.1.9", "I.9.2.4", "Phụ lục I, II.9"),
    "DT-1": ("W", "", "", ""),
    "DT-2": ("I", "", "", ""),
    "SP-1": ("I", "", "", ""),
    "AU-1": ("W", "", "", ""),
}
CLAUSES = {"36-HD/VPTW": 1, "05-HD/VPTW": 2, "Nghị định 30/2020/NĐ-CP": 3}  # place of each in RULES
SEVERITIES = {"E": "Lỗi", "W": "Cảnh báo", "I": "Lưu ý"}  # the gravest first


@dataclass(frozen=True)
class Finding:
    """One breach of the form, or one thing that could not be judged.

    `severity`: "E" wrong, "W" to be looked at, "I" good to know; `paragraph`: number of the w:p in the order
    of the main part, text boxes, cells and what older programs would show included, -1 the whole file;
    `words`: those the finding is about.
    """

    rule: str
    severity: Severity
    place: str
    found: str
    expected: str
    source: str
    paragraph: int = WHOLE_FILE
    words: str = ""


@dataclass
class Desk:
    """One paper laid beside the form it must follow; gathers what is found."""

    file: File
    paper: Paper
    form: Form
    day: date | None  # the day whose rules hold
    papers: int = 1  # in the file
    findings: list[Finding] = field(default_factory=list)

    def report(
        self,
        rule: str,
        at: Line | Para | str,
        found: str,
        expected: str,
        severity: Severity | None = None,
        source: str = "",
    ) -> None:
        """`at`: the line or paragraph, or words for a place that is none."""
        grave = RULES[rule][0]
        paragraph, words = self.spot(at)
        made = Finding(
            rule, severity or grave, self.place(at, words), found, expected,
            source or clause(self.form, rule), paragraph, words,
        )  # fmt: skip
        self.findings.append(made)

    def spot(self, at: Line | Para | str) -> tuple[int, str]:
        if isinstance(at, str):
            return WHOLE_FILE, ""
        if isinstance(at, Line):
            return at.para.index, at.text
        return at.index, body_text(at)

    def place(self, at: Line | Para | str, words: str) -> str:
        """“trang 1, đoạn 3: “Số 05…””; the page only where it is known."""
        which = [f"văn bản {self.paper.number}"] if self.papers > 1 else []
        if isinstance(at, str):
            return ", ".join([*which, at])
        para = at.para if isinstance(at, Line) else at
        page = para.page or (1 if self.papers == 1 and para in self.paper.parts.head else None)
        which += [f"trang {page}"] if page else []
        which += [f"đoạn {para.index + 1}"] if para.index >= 0 else ["đầu hoặc cuối trang"]
        return f"{', '.join(which)}: {quoted(words)}" if words else ", ".join(which)


def clause(form: Form, rule: str) -> str:
    """The guideline and its clause: “36-HD/VPTW, II.1.3”."""
    place = CLAUSES.get(form.source)
    within = RULES[rule][place] if place else ""
    return f"{form.source}, {within}" if within else form.source


def quoted(words: str) -> str:
    short = " ".join(words.split())
    return f"“{short if len(short) <= LONGEST_QUOTE else short[: LONGEST_QUOTE - 1].rstrip() + '…'}”"


def gathered(findings: Iterable[Finding]) -> list[Finding]:
    """The gravest first; what is found alike in many places said once, with its first place."""
    alike: dict[tuple[str, ...], list[Finding]] = {}
    for one in findings:
        alike.setdefault((one.rule, one.severity, one.found, one.expected), []).append(one)
    found = []
    for same in alike.values():
        places = len({(one.paragraph, one.place) for one in same})
        more = f" (và {places - 1} chỗ khác)" if places > 1 else ""
        found.append(replace(same[0], place=same[0].place + more))
    order = list(RULES)
    return sorted(
        found, key=lambda one: (list(SEVERITIES).index(one.severity), order.index(one.rule), one.paragraph)
    )


def counted(findings: Iterable[Finding]) -> str:
    """“2 lỗi, 3 cảnh báo, 1 lưu ý”."""
    kinds: list[str] = [one.severity for one in findings]
    return ", ".join(f"{kinds.count(kind)} {name.lower()}" for kind, name in SEVERITIES.items())
