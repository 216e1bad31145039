from __future__ import annotations

from datetime import date

import pytest

from db import attendance, audiences, history, holdings, invitations, meetings, settings
from db.audiences import Rule
from db.invitations import Called
from rules.trouble import Refused
from tests.db import entries

pytestmark = pytest.mark.usefixtures("office")


@pytest.fixture
def group() -> int:
    """Holders of the post Chuyên viên in the own unit."""
    rule = Rule(entries.key("post", "Chuyên viên"), unit=settings.own_unit())
    return audiences.save({"name": "Nhóm", "rules": (rule,)})


def test_the_list_follows_the_groups(group: int) -> None:
    here = entries.person("Lê A", "Chuyên viên")
    kept = entries.meeting()
    meetings.set_audiences(kept, [group])
    assert meetings.resolve(kept) == {here: (group,)}
    assert meetings.invite(kept) == Called(1, 1, 0)
    assert meetings.invite(kept) == Called(1, 0, 0)
    assert attendance.rows(kept)[0].groups == ("Nhóm",)


def test_the_day_of_the_meeting_decides_who_is_called(group: int) -> None:
    entries.person("Lê A", "Chuyên viên", until=date(2019, 8, 20))
    kept = entries.meeting()
    meetings.set_audiences(kept, [group])
    assert meetings.resolve(kept) == {}
    meetings.save({"day": date(2019, 8, 20)}, kept)
    assert len(meetings.resolve(kept)) == 1


def test_who_is_no_longer_called_leaves_unless_something_is_known_of_them(group: int) -> None:
    people = [entries.person(name, "Chuyên viên") for name in ("Lê A", "Lê B", "Lê C", "Lê D")]
    by_hand, guest = entries.person("Lê E"), entries.person("Lê G")
    kept = entries.meeting()
    meetings.set_audiences(kept, [group])
    meetings.invite(kept)
    invitations.add(kept, [by_hand])
    assert invitations.add(kept, [guest, by_hand], guest=True) == 1
    replied = next(row.id for row in attendance.rows(kept) if row.person.id == people[0])
    invitations.save({"reply": "declined", "reason": "Đi công tác"}, kept, replied)
    attendance.mark(kept, [people[1]], "present")
    for person in people[:3]:
        holdings.delete([row.id for row in holdings.rows(person)])
    assert meetings.invite(kept) == Called(5, 0, 1)
    left = {row.person.id: row for row in attendance.rows(kept)}
    assert set(left) == {people[0], people[1], people[3], by_hand, guest}
    assert left[people[0]].reply == "declined"
    assert left[people[0]].reason == "Đi công tác"
    assert left[people[0]].groups == ()


def test_groups_of_a_called_person_follow_the_choice(group: int) -> None:
    here = entries.person("Lê A", "Chuyên viên")
    other = audiences.save({"name": "Nhóm hai", "people": (here,)})
    kept = entries.meeting()
    meetings.set_audiences(kept, [group, other])
    meetings.invite(kept)
    assert attendance.rows(kept)[0].groups == ("Nhóm", "Nhóm hai")
    meetings.set_audiences(kept, [other])
    meetings.invite(kept)
    assert attendance.rows(kept)[0].groups == ("Nhóm hai",)
    assert meetings.audiences(kept) == (other,)


def test_a_substitute_is_somebody_else(group: int) -> None:
    here, other = entries.person("Lê A"), entries.person("Lê B")
    kept = entries.meeting()
    line = invitations.save({"person": here, "reply": "substitute", "substitute": other}, kept)
    assert invitations.get(line)["substitute"] == other
    with pytest.raises(Refused, match="người khác"):
        invitations.save({"substitute": here}, kept, line)


def test_who_is_taken_off_the_list_loses_the_mark_too() -> None:
    here = entries.person("Lê A")
    kept = entries.meeting()
    invitations.add(kept, [here])
    attendance.mark(kept, [here], "present")
    before = history.digest()
    invitations.remove(kept, [here])
    assert attendance.rows(kept) == []
    assert attendance.get(kept, here)["state"] == ""
    history.undo()
    assert history.digest() == before
