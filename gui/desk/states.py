"""How far one paper of a meeting is: its number and day, its blanks, its files, the form it follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from db import facts as kept_facts
from db import produced
from gui.workspace import papering
from papers import letterhead, letters, notices, produce, styles, template
from papers.content import Run
from rules import stages
from rules.dates import paper_date, show_date
from rules.facts import Head, Meeting
from rules.papers import Paper
from rules.trouble import Refused

SIGNS = {"good": "✓", "warn": "⚠", "quiet": "○"}
MOST = 5  # files of one paper looked at, the newest


class State(NamedTuple):
    """What is told of one paper; `words` in the order of their weight."""

    words: tuple[str, ...]
    tone: str  # "good", "warn" or "quiet"
    form: str = ""  # one quiet sentence about the official form
    lack: str = ""  # why it has nothing to say yet
    blanks: tuple[str, ...] = ()
    has_tables: bool = False
    facts: Meeting | None = None
    notes: tuple[str, ...] = ()  # what the form of its day says against its facts

    @property
    def said(self) -> str:
        """One line with its sign, for a list."""
        return f"{SIGNS[self.tone]} {' · '.join(self.words)}"


def state_of(paper: Paper, meeting: int) -> State:
    """The state of a paper as it would go out now; a refusal is its state too."""
    try:
        facts = kept_facts.gather(paper.key, meeting)
    except Refused as refused:
        return State((str(refused),), "warn")
    assert isinstance(facts, Meeting)
    files = _files(paper.key, meeting)
    lack = stages.lack(paper.key, facts)
    if stages.not_issued(paper.key, facts.head.family):
        return State((lack,), "quiet", lack=lack)
    try:
        document = template.compose(paper.key, _first_letter(paper.key, facts), papering.templates())
    except Refused as refused:
        return State((str(refused),), "warn", facts=facts)
    blanks = document.blanks()
    head = replace(facts.head, type_name=paper.type_name, type_code=paper.type_code)
    begun = bool(head.number or head.signed or files or any(facts.sections.values()))
    words = [] if lack and not begun else _numbered(paper, head, document.profile)
    words += [lack] if lack else [f"còn {len(blanks)} chỗ trống"] if blanks else []
    notes = notices.of(head, document.profile, paper.key)
    lacking = bool(blanks or notes)
    tone = "quiet" if lack else "good" if not lacking else "warn" if begun else "quiet"
    form = _form(head, facts.day, document.profile, files)
    told = (*words, *_of_files(files)) or ("đủ thông tin để in",)
    return State(told, tone, form, lack, blanks, bool(document.sheets), facts, notes)


def _first_letter(paper: str, facts: Meeting) -> Meeting:
    """Of a serial only its first letter: they all have the same blanks."""
    if paper in letters.PEOPLE + letters.UNITS:
        return replace(facts, attendees=facts.attendees[:1])
    return facts


def _numbered(paper: Paper, head: Head, profile: str) -> list[str]:
    signed = [f"ký {paper_date(head.signed)}"] if head.signed else []
    if not paper.type_code:
        return signed
    if head.number is None:
        return ["chưa có số", *signed]
    parts = letterhead.symbol(head, profile)
    number = "".join(part.text if isinstance(part, Run) else part for part in parts)
    return [f"Số {number}", *(signed or ["chưa ghi ngày ký"])]


# -- the official form


def _form(head: Head, day: date | None, profile: str, files: list[produced.Row]) -> str:
    """Which form it follows; and that its day, or its last file, has another one."""
    by_day = styles.profile_for(head.signed or day, head.family)
    words = f"Theo thể thức {_title(profile)}"
    if profile != by_day:
        return f"{words}, giữ riêng cho văn bản này; theo ngày thì là {_title(by_day)}."
    older = next((row.form for row in files[:1] if row.form and row.form != profile), "")
    return f"{words}; tệp xuất lần trước theo {_title(older)}." if older in styles.forms() else f"{words}."


def _title(profile: str) -> str:
    return styles.form(profile).title


# -- files


def _files(paper: str, meeting: int) -> list[produced.Row]:
    """The files of the paper, newest first, each place once."""
    places: dict[str, produced.Row] = {}
    for row in produced.of(paper, meeting):
        places.setdefault(row.path, row)
    return list(places.values())[:MOST]


def _of_files(files: list[produced.Row]) -> list[str]:
    if not files:
        return []
    told = [f"đã xuất {moment(files[0].made_at)}"]
    return ["✎ đã sửa tay", *told] if any(_is_edited(row) for row in files) else told


def moment(at: datetime) -> str:
    """ "14:05 ngày 22/08/2019"."""
    return f"{at:%H:%M} ngày {show_date(at.date())}"


def _is_edited(row: produced.Row) -> bool:
    path = Path(row.path)
    try:
        seen: Any = path.stat()
    except OSError:
        return False
    return _differs(path, row.digest, seen.st_mtime_ns, seen.st_size)


@lru_cache(maxsize=512)
def _differs(path: Path, known: str, _changed: int, _size: int) -> bool:
    """A file is read again only when its time or size has changed."""
    return produce.is_changed(path, known)
