from __future__ import annotations

from datetime import date

import pytest

from db import agenda, attendance, audiences, conclusions, history, invitations, meetings, settings, tasks
from rules.trouble import Refused
from tests.db import entries
from tests.db.asked import counted

pytestmark = pytest.mark.usefixtures("office")


def test_a_meeting_is_kept_as_given() -> None:
    kept = entries.meeting("Hội nghị giao ban", starts="7h30", place="Hội trường")
    values = meetings.get(kept)
    assert (values["starts"], values["state"], values["day"]) == ("07:30", "draft", date(2019, 8, 21))
    meetings.set_state(kept, "held")
    assert meetings.get(kept)["state"] == "held"
    assert history.undo_label() == "Chuyển hội nghị sang “Đã họp” Hội nghị giao ban"
    assert meetings.is_kept(kept)
    assert not meetings.is_kept(kept + 1)


def test_a_meeting_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(Refused, match="sau giờ bắt đầu"):
        entries.meeting(starts="10:00", ends="9:00")


@pytest.mark.parametrize(
    "words", ["giao ban", "21/8/2019", "21/08/2019", "Giáo Ban", "hoi truong", "dot dai hoi"]
)
def test_words_meet_title_place_series_day(words: str) -> None:
    entries.meeting("Hội nghị giao ban", place="Hội trường", series="Đợt đại hội")
    entries.meeting("Hội nghị khác", day=date(2020, 1, 1))
    found = [row.title for row in meetings.rows(words)]
    assert found == ([] if words == "Giáo Ban" else ["Hội nghị giao ban"])


def test_the_list_filters_and_orders_those_without_a_day_first() -> None:
    entries.meeting("A", day=date(2019, 1, 1))
    entries.meeting("B", day=date(2020, 1, 1), state="held")
    entries.meeting("C", day=None)
    assert [row.title for row in meetings.rows()] == ["C", "B", "A"]
    assert [row.title for row in meetings.rows(year=2019)] == ["A"]
    assert [row.title for row in meetings.rows(state="held")] == ["B"]
    assert meetings.rows(type=entries.key("meeting_type", "Đại hội đại biểu")) == []


def test_the_list_counts_beside_each_meeting() -> None:
    kept = entries.meeting(organiser=settings.own_unit())
    people = [entries.person(name) for name in ("Lê A", "Lê B", "Lê C")]
    meetings.set_roles(kept, "chair", [people[1], people[0]])
    invitations.add(kept, people)
    attendance.mark(kept, people[:2], "late")
    document = entries.directive()
    for title in ("Một", "Hai"):
        agenda.save({"title": title, "directives": (document,)}, kept)
    tasks.save({"content": "Việc"}, conclusion=conclusions.save({"content": "Kết luận"}, kept))
    with counted() as asked:
        (row,) = meetings.rows()
    assert len(asked) == 1
    assert (row.chair, row.organiser) == ("Lê B", "Đảng ủy Khối các cơ quan tỉnh")
    assert (row.called, row.came, row.directives, row.tasks, row.groups) == (3, 2, 1, 1, 0)


def test_roles_keep_their_order() -> None:
    kept = entries.meeting()
    first, second = entries.person("Lê A"), entries.person("Lê B")
    meetings.set_roles(kept, "chair", [first, second])
    meetings.set_roles(kept, "chair", [second, first])
    assert meetings.roles(kept) == {"chair": (second, first), "secretary": (), "presenter": ()}
    meetings.set_roles(kept, "chair", [first])
    assert meetings.roles(kept)["chair"] == (first,)
    with pytest.raises(ValueError, match="king"):
        meetings.set_roles(kept, "king", [first])


def test_a_copy_has_agenda_groups_roles_but_not_what_happened() -> None:
    chair, document = entries.person("Lê A", "Bí thư"), entries.directive()
    kept = entries.meeting(state="held", starts="08:00")
    meetings.set_roles(kept, "chair", [chair])
    meetings.set_audiences(kept, [row.id for row in audiences.rows()][:2])
    meetings.invite(kept)
    attendance.mark(kept, [chair], "present")
    agenda.save({"title": "Quán triệt", "presenter": chair, "directives": (document,)}, kept)
    conclusions.save({"content": "Kết luận"}, kept)
    new = meetings.copy(kept)
    assert history.undo_label() == "Nhân đôi hội nghị Hội nghị quán triệt"
    assert (meetings.get(new)["day"], meetings.get(new)["state"]) == (None, "draft")
    assert meetings.get(new)["starts"] == "08:00"
    assert meetings.roles(new) == meetings.roles(kept)
    assert meetings.audiences(new) == meetings.audiences(kept)
    assert [(row.title, row.directive_ids) for row in agenda.rows(new)] == [("Quán triệt", (document,))]
    assert attendance.rows(new) == []
    assert conclusions.rows(new) == []


def test_deleting_says_what_hangs_and_can_be_undone() -> None:
    kept = entries.meeting()
    invitations.add(kept, [entries.person("Lê A")])
    tasks.save({"content": "Việc"}, conclusion=conclusions.save({"content": "Kết luận"}, kept))
    assert meetings.hanging([kept]) == [
        "1 giấy mời sẽ bị xóa theo.",
        "1 kết luận sẽ bị xóa theo.",
        "1 nhiệm vụ sẽ bị xóa theo.",
    ]
    before = history.digest()
    meetings.delete([kept])
    assert meetings.rows() == []
    history.undo()
    assert history.digest() == before


def test_the_years_of_meetings_are_one_question() -> None:
    for day in (date(2019, 1, 1), date(2021, 12, 31), date(2019, 8, 21), None):
        entries.meeting(day=day)
    with counted() as asked:
        assert meetings.years() == [2021, 2019]
    assert len(asked) == 1
