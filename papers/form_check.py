"""The check of any Word file against the official form of its day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from papers import styles
from papers.checking import (
    copying,
    kinds,
    reading,
    rules_body,
    rules_day,
    rules_foot,
    rules_head,
    rules_page,
    rules_title,
)
from papers.checking.findings import Desk, Finding, Severity, clause, counted, gathered
from papers.checking.kinds import Paper
from papers.checking.reading import File

__all__ = ["Finding", "Severity", "check", "counted", "judge"]

GROUPS = (
    rules_page.check,
    rules_head.check,
    rules_title.check,
    rules_body.check,
    rules_foot.check,
    rules_day.check,
)


def check(path: Path, on_date: date | None = None) -> list[Finding]:
    """All that breaks the form, the gravest first; what cannot be judged is told as "I".

    The form is that of `on_date`, else of the day the paper itself bears, as far as it is written, else the
    one our own file was made in, else the newest; of the Party's family or the state's as the letterhead
    tells. Every paper of a file of several is judged. Raises Refused for what is no Word file.
    """
    return judge(reading.read(path), on_date)


def judge(file: File, on_date: date | None = None) -> list[Finding]:
    """The same for a file that is read already."""
    desks = _desks(file, on_date)
    _tell_of_changes(file, desks[0])
    return gathered(finding for desk in desks for finding in _judged(desk))


def _tell_of_changes(file: File, desk: Desk) -> None:
    if file.changes:
        found = f"còn {file.changes} chỗ sửa đổi được theo dõi (Track Changes)"
        expected = "nhận hoặc bỏ hết các sửa đổi trước khi trình ký; ở đây xét như đã nhận"
        desk.report("DT-2", "cả tệp", found, expected, "I")


def _desks(file: File, on_date: date | None) -> list[Desk]:
    found = kinds.papers(file)
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
    named = copying.mark(desk.paper)
    if named is not None:
        copying.check(desk, named)
        return desk.findings
    if not desk.paper.parts.family:
        found = "không nhận ra phần đầu văn bản (tiêu đề, cơ quan ban hành, số) nên không xét thể thức"
        expected = "chỉ xét khổ giấy, lề, phông chữ và số trang"
        desk.report("HD-1", "cả tệp", found, expected, "I", clause(desk.form, "HD-1"))
        rules_page.check(desk)
        return desk.findings
    for group in GROUPS:
        group(desk)
    return desk.findings
