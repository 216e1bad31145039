from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rules import timetable


def test_an_item_ends_after_its_minutes() -> None:
    assert timetable.end("08:15", 90) == "09:45"
    assert timetable.end("", 90) == ""
    assert timetable.end("08:15", None) == ""
    assert timetable.end("23:30", 60) == ""


def test_items_follow_one_another_from_the_first() -> None:
    items = [("08:00", 15), ("", 90), ("11:00", None), ("14:00", 30)]
    assert timetable.laid_out("07:30", items) == ["07:30", "07:45", "09:15", "14:00"]


def test_shifted_times_stay_inside_the_day() -> None:
    assert timetable.shifted(["08:00", "", "23:50"], 15) == ["08:15", "", "23:50"]


@given(st.integers(0, timetable.DAY - 1))
def test_times_come_back_as_they_went(minutes: int) -> None:
    assert timetable.minutes_of(timetable.time_of(minutes)) == minutes
