from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import attendance, audiences, history, invitations, meetings
from rules import meetings as rules
from rules.trouble import Refused
from tests.db import entries
from tests.db.asked import counted

pytestmark = pytest.mark.usefixtures("office")
STATES = ["", *(choice.key for choice in rules.ATTENDANCE)]


@pytest.fixture
def people() -> list[int]:
    return [entries.person(f"Lê Văn {name}") for name in ("An", "Bình", "Chi", "Dũng", "Em", "Giang")]


@pytest.fixture
def meeting(people: list[int]) -> int:
    """Two groups that share one person; a guest of no group."""
    kept = entries.meeting()
    first = audiences.save({"name": "Nhóm một", "people": people[:3]})
    second = audiences.save({"name": "Nhóm hai", "people": people[2:5]})
    meetings.set_audiences(kept, [first, second])
    meetings.invite(kept)
    invitations.add(kept, people[5:], guest=True)
    return kept


def test_nobody_is_marked_before_the_roll_call(meeting: int) -> None:
    heads = attendance.counts(meeting)
    assert (heads.called, heads.came, heads.unmarked) == (6, 0, 6)
    assert [row.state for row in attendance.rows(meeting)] == [""] * 6


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(marks=st.lists(st.sampled_from(STATES), min_size=6, max_size=6))
def test_counts_obey_arithmetic(meeting: int, people: list[int], marks: list[str]) -> None:
    for person, state in zip(people, marks, strict=True):
        attendance.mark(meeting, [person], state)
    for heads in (
        attendance.counts(meeting),
        *(group.counts for group in attendance.counts_by_group(meeting)),
    ):
        assert heads.called == heads.came + heads.excused + heads.absent + heads.unmarked
        assert heads.substitutes <= heads.came
    assert attendance.counts(meeting).unmarked == marks.count("")
    assert [row.state for row in attendance.rows(meeting)] == marks


def test_a_person_of_two_groups_counts_in_each_and_once_in_all(meeting: int, people: list[int]) -> None:
    attendance.mark(meeting, [people[2]], "present")
    counts = {
        group.name: (group.counts.came, group.counts.called) for group in attendance.counts_by_group(meeting)
    }
    assert counts == {"Nhóm một": (1, 3), "Nhóm hai": (1, 3)}
    assert attendance.counts(meeting).came == 1


def test_a_mark_keeps_what_is_not_given_and_can_be_taken_away(meeting: int, people: list[int]) -> None:
    attendance.mark(meeting, people[:1], "late", came="8h20")
    attendance.mark(meeting, people[:1], "left_early", leaving="9:40")
    assert attendance.get(meeting, people[0]) == {
        "state": "left_early",
        "came": "08:20",
        "leaving": "09:40",
        "reason": "",
    }
    assert history.undo_label() == "Điểm danh Lê Văn An: về sớm"
    attendance.mark(meeting, people[:1], "")
    assert attendance.get(meeting, people[0])["state"] == ""


def test_all_who_are_left_are_marked_in_one_change(meeting: int, people: list[int]) -> None:
    attendance.mark(meeting, people[:1], "absent")
    group = attendance.counts_by_group(meeting)[0].audience_id
    assert attendance.mark_all(meeting, "present", group=group) == 2
    assert attendance.mark_all(meeting, "present") == 3
    assert history.undo_label() == "Điểm danh 3 đại biểu: có mặt"
    assert attendance.mark_all(meeting, "present") == 0
    assert attendance.get(meeting, people[0])["state"] == "absent"


def test_a_called_person_does_not_stand_in_for_another(meeting: int, people: list[int]) -> None:
    before = history.digest()
    for called in (people[3], people[5]):  # a delegate, a guest
        with pytest.raises(Refused, match="có trong danh sách triệu tập"):
            attendance.substitute(meeting, people[0], called)
    assert history.digest() == before
    attendance.substitute(meeting, people[0], other := entries.person("Lê Văn Hà"))
    with pytest.raises(Refused, match="Lê Văn Hà đang dự thay"):
        attendance.substitute(meeting, people[1], other)
    attendance.substitute(meeting, people[0], other, consent=True)


def test_a_substitute_counts_as_come(meeting: int, people: list[int]) -> None:
    attendance.substitute(meeting, people[0], entries.person("Lê Văn Hà"), consent=True)
    heads = attendance.counts(meeting)
    assert (heads.came, heads.substitutes) == (1, 1)
    row = attendance.rows(meeting)[0]
    assert row.substitute is not None
    assert (row.substitute.full_name, row.consent) == ("Lê Văn Hà", True)


def test_who_is_not_called_is_not_marked(meeting: int, people: list[int]) -> None:
    stranger = entries.person("Trần Văn Lạ")
    before = history.digest()
    with pytest.raises(Refused, match="danh sách triệu tập"):
        attendance.mark(meeting, [people[0], stranger], "present")
    with pytest.raises(Refused, match="Hãy chọn"):
        attendance.mark(meeting, people[:1], "asleep")
    assert history.digest() == before


def test_the_list_is_sought_filtered_and_guests_come_last(meeting: int, people: list[int]) -> None:
    attendance.mark(meeting, people[:1], "present")
    group = attendance.counts_by_group(meeting)[1].audience_id

    def found(words: str = "", **filters: object) -> list[str]:
        rows = attendance.rows(meeting, words, **filters)  # type: ignore[arg-type]
        return [row.person.full_name.split()[-1] for row in rows]

    assert found() == ["An", "Bình", "Chi", "Dũng", "Em", "Giang"]
    assert found("lvb") == ["Bình"]
    assert found("dũng") == found("dung le") == ["Dũng"]
    assert found(group=group) == ["Chi", "Dũng", "Em"]
    assert found(state="present") == ["An"]
    assert found("van", state="", group=group) == ["Chi", "Dũng", "Em"]


def test_the_number_of_questions_does_not_grow_with_the_people(meeting: int) -> None:
    with counted() as few:
        attendance.rows(meeting)
    invitations.add(meeting, [entries.person(f"Trần Thị {number}") for number in range(20)])
    with counted() as many:
        attendance.rows(meeting)
    assert len(many) == len(few) <= 4
