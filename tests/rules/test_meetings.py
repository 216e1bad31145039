from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import meetings
from rules.fields import blank

CONFERENCE: dict[str, Any] = {
    **blank(meetings.FIELDS),
    "type": 1,
    "title": "Hội nghị quán triệt, triển khai Chỉ thị số 35-CT/TW",
    "day": date(2019, 8, 21),
    "part_of_day": "morning",
}


def test_half_a_day_is_enough() -> None:
    assert meetings.problems(CONFERENCE) == {}
    assert meetings.doubts(CONFERENCE) == {}


def test_a_meeting_needs_a_kind_and_a_title() -> None:
    assert meetings.problems(blank(meetings.FIELDS)).keys() == {"type", "title"}
    assert meetings.problems({}).keys() == {"type", "title", "state"}


def test_a_meeting_ends_after_it_begins() -> None:
    assert meetings.problems({**CONFERENCE, "starts": "08:00", "ends": "07:30"}).keys() == {"ends"}
    assert meetings.problems({**CONFERENCE, "starts": "08:00", "ends": "11:30"}) == {}


@pytest.mark.parametrize(
    ("part", "starts"), [("morning", "14:00"), ("afternoon", "08:00"), ("evening", "08:00")]
)
def test_the_hour_should_fit_the_part_of_the_day(part: str, starts: str) -> None:
    assert meetings.doubts({**CONFERENCE, "part_of_day": part, "starts": starts}).keys() == {"starts"}
    assert meetings.doubts({**CONFERENCE, "part_of_day": "day", "starts": starts}) == {}


def test_a_meeting_held_without_a_day_is_doubted_in_other_words() -> None:
    before = meetings.doubts({**CONFERENCE, "day": None})["day"]
    after = meetings.doubts({**CONFERENCE, "day": None, "state": "held"})["day"]
    assert before != after


KEYS = st.sampled_from([choice.key for choice in meetings.ATTENDANCE] + [""])


@given(st.lists(KEYS))
def test_every_head_is_counted_once(states: list[str]) -> None:
    heads = meetings.counts(states)
    assert heads.called == len(states) == heads.came + heads.missing + heads.unmarked
    assert heads.late + heads.left_early + heads.substitutes <= heads.came


def test_heads_are_counted_as_the_chair_asks_for_them() -> None:
    states = ["present"] * 226 + ["late", "left_early", "substitute", "substitute", "late"]
    heads = meetings.counts([*states, *["excused"] * 10, *["absent"] * 4])
    assert (heads.called, heads.came, heads.late, heads.substitutes) == (245, 231, 2, 2)
    assert (heads.excused, heads.absent, heads.missing, heads.unmarked) == (10, 4, 14, 0)
    assert heads.share == "94,29%"
    assert meetings.counts([]).share == ""


def test_nobody_stands_in_for_himself() -> None:
    values = {"person": 1, "reply": "substitute", "substitute": 1}
    assert meetings.invitation_problems(values).keys() == {"substitute"}
    assert meetings.invitation_problems({**values, "substitute": 2}) == {}
    assert meetings.invitation_problems({"person": None, "substitute": None}).keys() == {"person"}


def test_types_and_sections_are_named_once() -> None:
    assert len(set(meetings.MEETING_TYPES)) == len(meetings.MEETING_TYPES)
    assert list(dict(meetings.SECTIONS)) == ["other_info", "guests", "press", "proceedings"]
