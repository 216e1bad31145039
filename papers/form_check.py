"""The check of any Word file against the official form of its day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from papers import (
    form_papers,
    form_reading,
    form_rules_body,
    form_rules_day,
    form_rules_foot,
    form_rules_head,
    form_rules_page,
    form_rules_title,
    styles,
)
from papers.form_findings import Desk, Finding, Severity, clause, counted, gathered
from papers.form_papers import Paper
from papers.form_reading import File

__all__ = ["Finding", "Severity", "check", "counted", "judge"]

GROUPS = (
    form_rules_page.check,
    form_rules_head.check,
    form_rules_title.check,
    form_rules_body.check,
    form_rules_foot.check,
    form_rules_day.check,
)


def check(path: Path, on_date: date | None = None) -> list[Finding]:
    """All that breaks the form, the gravest first; what cannot be judged is told as "I".

    The form is that of `on_date`, else of the day the paper itself bears, as far as it is written, else the
    one our own file was made in, else the newest; of the Party's family or the state's as the letterhead
    tells. Every paper of a file of several is judged. Raises Refused for what is no Word file.
    """
    return judge(form_reading.read(path), on_date)


def judge(file: File, on_date: date | None = None) -> list[Finding]:
    """The same for a file that is read already."""
    return gathered(finding for desk in _desks(file, on_date) for finding in _judged(desk))


def _desks(file: File, on_date: date | None) -> list[Desk]:
    found = form_papers.papers(file)
    desks = []
    for paper in found:
        profile = _profile(file, paper, on_date)
        day = on_date or paper.day
        desks.append(Desk(file, paper, styles.form(profile), day, len(found)))
    return desks


def _profile(file: File, paper: Paper, on_date: date | None) -> str:
    family = paper.parts.family or _kept_family(file) or "party"
    day = on_date or paper.about
    kept = file.notes.get("profile", "")
    if day is None and kept in styles.forms() and styles.form(kept).family == family:
        return kept
    return styles.profile_for(day or paper.last_day, family)


def _kept_family(file: File) -> str:
    kept = styles.forms().get(file.notes.get("profile", ""))
    return kept.family if kept else ""


def _judged(desk: Desk) -> Sequence[Finding]:
    if not desk.paper.parts.family:
        found = "không nhận ra phần đầu văn bản (tiêu đề, cơ quan ban hành, số) nên không xét thể thức"
        expected = "chỉ xét khổ giấy, lề, phông chữ và số trang"
        desk.report("HD-1", "cả tệp", found, expected, "I", clause(desk.form, "HD-1"))
        form_rules_page.check(desk)
        return desk.findings
    for group in GROUPS:
        group(desk)
    return desk.findings
