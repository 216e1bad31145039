"""Every paper of a meeting has its stage; what it lacks is said, and only while it lacks it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rules import stages
from rules.facts import AgendaItem, Attendee, Conclusion, Filed, Head, Meeting, Person, Task
from rules.papers import MEETING, papers_of

HEAD = Head("", "Đảng ủy Khối", "Mẫu", "Biên bản", "BB", "ĐUK", None, None, "")
EMPTY = Meeting(
    HEAD, "Hội nghị thử", "Hội nghị quán triệt, triển khai", "", date(2019, 8, 21), "", "", "", "",
    (), (), (), (), (), (), (), (), (), {}, (), (),
)  # fmt: skip
TASK = Task("Lập kế hoạch", state="open")
FULL = replace(
    EMPTY,
    type_name="Đại hội đại biểu",
    attendees=(Attendee(Person("Lê An"), state="present"),),
    agenda=(AgendaItem("Khai mạc"),),
    conclusions=(Conclusion("Yêu cầu:", tasks=(TASK,)),),
    sections={"decision": "Thông qua báo cáo."},
    filed=(Filed("Giấy mời"),),
)


def test_every_paper_stands_in_one_stage_and_none_is_left_to_the_last_by_default() -> None:
    keys = [paper.key for stage in stages.staged() for paper in stage.papers]
    assert sorted(keys) == sorted(paper.key for paper in papers_of(MEETING))
    assert [stage.label for stage in stages.staged()] == [
        "Chuẩn bị", "Triệu tập", "Trong hội nghị", "Sau hội nghị", "Hồ sơ"
    ]  # fmt: skip
    named = {key for _, own in stages.STAGES for key in own}
    assert named == set(keys)
    assert set(stages.NEEDS) <= named


@pytest.mark.parametrize("paper", sorted(stages.NEEDS))
def test_what_a_paper_lacks_is_said_until_it_is_there(paper: str) -> None:
    conference = paper in stages.NOT_OF_A_CONGRESS
    full = replace(FULL, type_name=EMPTY.type_name) if conference else FULL
    assert stages.lack(paper, EMPTY)
    assert stages.lack(paper, full) == ""


def test_a_congress_concludes_by_its_resolution() -> None:
    assert "nghị quyết" in stages.lack("conclusion", FULL)
    assert stages.lack("resolution", FULL) == ""


@pytest.mark.parametrize("paper", ["minutes", "invitation", "submission", "letter"])
def test_a_paper_that_can_always_be_begun_lacks_nothing(paper: str) -> None:
    assert stages.lack(paper, EMPTY) == ""


def test_a_reminder_needs_a_task_that_is_not_done() -> None:
    done = replace(FULL, conclusions=(Conclusion("", tasks=(replace(TASK, state="done"),)),))
    assert stages.lack("reminder", done)
    assert stages.lack("progress", done) == ""


def test_a_conclusion_alone_is_enough_for_the_news() -> None:
    said = replace(EMPTY, conclusions=(Conclusion("Nhất trí."),))
    assert stages.lack("news", said) == ""
    assert stages.lack("progress", said)


def test_the_state_issues_no_circular_and_no_conclusion() -> None:
    state = replace(FULL, head=replace(HEAD, family="state"))
    assert stages.lack("conclusion", state).endswith("dùng Thông báo kết luận")
    assert stages.lack("summons_circular", state).endswith("dùng Thông báo triệu tập")
    assert stages.lack("notice", state) == stages.lack("summons_notice", state) == ""
    assert stages.lack("summons_circular", FULL) == ""
