"""Precision and recall of the checker, rule by rule, over every planted fault in every form and hand.

`python -m tests.papers.form_table` prints the table; a word behind it shows only what went wrong with rules
that begin so: `python -m tests.papers.form_table HD`.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.papers import (
    form_faults,
    test_form_faults_body,
    test_form_faults_day,
    test_form_faults_head,
    test_form_faults_page,
    test_form_faults_recipients,
    test_form_faults_signature,
    test_form_faults_spite,
    test_form_faults_state,
    test_form_faults_title,
)
from tests.papers.form_faults import ALL, GRAVITY, Case, Fault
from tests.papers.form_samples import SAMPLES
from tests.papers.word_file import WordFile

GROUPS = (
    test_form_faults_page,
    test_form_faults_head,
    test_form_faults_title,
    test_form_faults_body,
    test_form_faults_signature,
    test_form_faults_recipients,
    test_form_faults_day,
    test_form_faults_state,
    test_form_faults_spite,
)
FAULTS: list[Fault] = [fault for group in GROUPS for fault in group.FAULTS]


@dataclass
class Figures:
    """How often each rule was broken, found, and reported where it was not broken."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    strange: Counter[str] = field(default_factory=Counter)
    sound: int = 0
    wrong: list[str] = field(default_factory=list)

    def recall(self, rule: str) -> float:
        return self.found[rule] / self.planted[rule] if self.planted[rule] else 1.0

    def precision(self, rule: str) -> float:
        reported = self.found[rule] + self.strange[rule]
        return self.found[rule] / reported if reported else 1.0

    def unplanted(self, name: str, rules: Iterable[str]) -> None:
        self.strange.update(rules)
        self.wrong += [f"{name}: {rule} reported" for rule in rules]

    def case(self, case: Case, folder: Path) -> None:
        fault = case.fault
        findings = form_faults.reported(form_faults.planted(case), folder, fault.day)
        other = {one.rule for one in form_faults.grave(findings)} - {fault.rule, *fault.also}
        self.unplanted(case.name, sorted(other))
        if not fault.rule:
            self.sound += 1
            return
        self.planted[fault.rule] += 1
        if any(one.rule == fault.rule and one.severity == fault.expected for one in findings):
            self.found[fault.rule] += 1
        else:
            self.wrong.append(f"{case.name}: not found")

    def paper(self, key: str, hand: str, folder: Path) -> None:
        file = form_faults.dealt(WordFile(form_faults.sound(key, hand)), hand)
        self.sound += 1
        rules = {one.rule for one in form_faults.grave(form_faults.reported(file, folder))}
        self.unplanted(f"sound {key} {hand}", sorted(rules))


def measured(cases: Iterable[Case], papers: Iterable[tuple[str, str]]) -> Figures:
    """The figures over these faults and these sound papers."""
    figures = Figures()
    with tempfile.TemporaryDirectory() as name:
        for key, hand in papers:
            figures.paper(key, hand, Path(name))
        for case in cases:
            figures.case(case, Path(name))
    return figures


def table(figures: Figures) -> str:
    head = f"{'rule':6}{'planted':>9}{'found':>8}{'not planted':>13}{'recall':>9}{'precision':>11}"
    lines = [head, *(_row(figures, rule) for rule in GRAVITY)]
    rules = {fault.rule for fault in FAULTS if fault.rule}
    different = len([fault for fault in FAULTS if fault.rule])
    lines.append(
        f"{different} different faults of {len(rules)} rules, {len(FAULTS) - different} harmless neighbours; "
        f"{figures.sound} sound files"
    )
    return "\n".join(lines)


def _row(figures: Figures, rule: str) -> str:
    counts = f"{rule:6}{figures.planted[rule]:9}{figures.found[rule]:8}{figures.strange[rule]:13}"
    return f"{counts}{figures.recall(rule):9.3f}{figures.precision(rule):11.3f}"


def main() -> None:
    rules = tuple(sys.argv[1:]) or ("",)
    cases = [
        case for case in form_faults.cases(FAULTS) if case.fault.rule.startswith(rules) or rules == ("legal",)
    ]
    figures = measured(cases, [(key, hand) for key in SAMPLES for hand in ALL] if rules == ("",) else [])
    print(table(figures))
    print("\n".join(figures.wrong))


if __name__ == "__main__":
    main()
