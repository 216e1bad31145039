"""The papers of one meeting in the order of the work, and what each needs before it has anything to say."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rules.facts import Meeting
from rules.numbering import is_congress
from rules.office import STATE
from rules.papers import MEETING, Paper, papers_of


class Stage(NamedTuple):
    """One part of the work and its papers."""

    label: str
    papers: tuple[Paper, ...]


# Keys of rules.papers; a paper that no stage names stands in the last one.
STAGES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Chuẩn bị", ("submission", "letter", "agenda")),
    (
        "Triệu tập",
        (
            "invitation", "invitation_units", "invitation_people", "summons_notice", "summons",
            "summons_circular", "call_list",
        ),
    ),
    (
        "Trong hội nghị",
        ("attendance", "delegates", "delegates_units", "delegates_rank", "minutes", "resolution"),
    ),
    ("Sau hội nghị", ("notice", "conclusion", "assignments", "report", "news", "reminder", "progress")),
    ("Hồ sơ", ("file_index",)),
)  # fmt: skip


def staged() -> tuple[Stage, ...]:
    """Every paper of a meeting in its stage."""
    known = {paper.key: paper for paper in papers_of(MEETING)}
    stages = [[known.pop(key) for key in keys if key in known] for _, keys in STAGES]
    stages[-1] += known.values()
    return tuple(Stage(label, tuple(papers)) for (label, _), papers in zip(STAGES, stages, strict=True))


class Need(NamedTuple):
    """What must be there, and what is said while it is not."""

    is_met: Callable[[Meeting], bool]
    words: str


def _tasks(facts: Meeting) -> bool:
    return any(one.tasks for one in facts.conclusions)


def _open_tasks(facts: Meeting) -> bool:
    return any(task.state != "done" for one in facts.conclusions for task in one.tasks)


CALLED = Need(lambda facts: bool(facts.attendees), "chưa có ai trong danh sách triệu tập")
HELD = Need(
    lambda facts: bool(facts.conclusions) or any(one.state for one in facts.attendees),
    "hội nghị chưa điểm danh, chưa có kết luận",
)
ITEMS = Need(lambda facts: bool(facts.agenda), "chương trình chưa có mục nào")
CONCLUDED = Need(lambda facts: bool(facts.conclusions), "chưa ghi kết luận nào")
GIVEN = Need(_tasks, "chưa giao nhiệm vụ nào")
OPEN = Need(_open_tasks, "không có nhiệm vụ nào chưa xong")
CONGRESS = Need(lambda facts: is_congress(facts.type_name), "chỉ dùng khi triệu tập đại hội")
WRITTEN = Need(lambda facts: any(facts.sections.values()), "chưa soạn nội dung")
FILED = Need(lambda facts: bool(facts.filed), "hồ sơ chưa có văn bản nào")

NEEDS: dict[str, Need] = {
    "invitation_units": CALLED,
    "invitation_people": CALLED,
    "summons": CALLED,
    "summons_circular": CONGRESS,
    "call_list": CALLED,
    "attendance": CALLED,
    "delegates": CALLED,
    "delegates_units": CALLED,
    "delegates_rank": CALLED,
    "agenda": ITEMS,
    "resolution": WRITTEN,
    "notice": CONCLUDED,
    "conclusion": CONCLUDED,
    "assignments": GIVEN,
    "report": HELD,
    "news": HELD,
    "reminder": OPEN,
    "progress": GIVEN,
    "file_index": FILED,
}


# A congress concludes by its resolution (66-QĐ/TW, điều 7).
NOT_OF_A_CONGRESS = {"conclusion": "đại hội ra nghị quyết, không ra kết luận"}
# Types that Nghị định 30/2020/NĐ-CP, điều 7 does not know, with what a state body issues instead.
NOT_OF_THE_STATE = {
    "summons_circular": "cơ quan nhà nước không dùng loại văn bản này; dùng Thông báo triệu tập",
    "conclusion": "cơ quan nhà nước không dùng loại văn bản này; dùng Thông báo kết luận",
}


def not_issued(paper: str, family: str) -> str:
    """Why bodies of that family issue no such paper; "" where they do."""
    return NOT_OF_THE_STATE.get(paper, "") if family == STATE else ""


def lack(paper: str, facts: Meeting) -> str:
    """Why this paper has nothing to say yet, or is none of this meeting or body; "" when all is well."""
    if foreign := not_issued(paper, facts.head.family):
        return foreign
    if paper in NOT_OF_A_CONGRESS and is_congress(facts.type_name):
        return NOT_OF_A_CONGRESS[paper]
    need = NEEDS.get(paper)
    return "" if need is None or need.is_met(facts) else need.words
