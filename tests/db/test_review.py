"""The review of the data: every look finds what was planted for it, and nothing in a sound office."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from db import directives, history, invitations, people, review, units
from db.values import Values
from rules.review import LOOKS
from tests.db.entries import directive, hold, key, meeting, person, unit

TODAY = date(2026, 11, 22)
pytestmark = pytest.mark.usefixtures("office")


def found(look: str) -> list[tuple[int | None, str]]:
    return [(one.record, one.words) for one in review.findings(TODAY) if one.look == look]


def born(name: str, words: str, **values: str) -> int:
    made = person(name, "Chuyên viên")
    people.save({"birth": words, **values}, made)
    return made


def test_a_sound_office_has_nothing_to_be_looked_at() -> None:
    cell = unit("Đảng bộ Sở Mẫu", committee="Đảng ủy Sở Mẫu", members=20)
    first, second = person("Lê Văn An", "Bí thư", cell), person("Trần Thị Bình", "Phó Bí thư", cell)
    called = meeting(day=TODAY + timedelta(days=3))
    invitations.add(called, [first, second])
    directive(1, subject="về đại hội")
    assert review.findings(TODAY) == []


def test_somebody_called_without_a_unit() -> None:
    stranger = person("Lê Văn An")
    left = person("Trần Thị Bình", "Bí thư", until=date(2020, 1, 1))
    ahead, past = meeting(day=TODAY + timedelta(days=3)), meeting("Đã họp", day=TODAY - timedelta(days=3))
    invitations.add(ahead, [stranger, left])
    invitations.add(past, [stranger])
    assert [record for record, _ in found("called")] == [stranger, left]
    hold(stranger, "Chuyên viên")
    assert [record for record, _ in found("called")] == [left]


def test_a_guest_needs_no_unit() -> None:
    invitations.add(meeting(day=TODAY), [person("Lê Văn An")], guest=True)
    assert found("called") == []


def test_two_holders_of_one_post() -> None:
    first = person("Lê Văn An", "Bí thư", since=date(2015, 1, 1), until=date(2020, 6, 30))
    person("Trần Thị Bình", "Bí thư", since=date(2020, 6, 30))
    person("Phạm Chi", "Chuyên viên")
    person("Vũ Dung", "Chuyên viên")
    assert (
        found("two_holders") == []
    )  # one day in common is the day of the change; of other posts there are many
    third = person("Đỗ Em", "Bí thư", since=date(2020, 6, 1), until=date(2020, 6, 15))
    (record, words) = found("two_holders")[0]
    assert record == first
    assert "Lê Văn An từ 01/01/2015 đến 30/6/2020; Đỗ Em" in words.replace("30/06", "30/6")
    people.delete([third])
    assert found("two_holders") == []


def test_a_post_written_down_twice() -> None:
    made = person("Lê Văn An", "Bí thư", since=date(2015, 1, 1), until=date(2018, 1, 1))
    hold(made, "Bí thư", since=date(2018, 1, 1))
    assert found("twice") == []
    hold(made, "Bí thư", since=date(2019, 1, 1))
    assert [record for record, _ in found("twice")] == [made]


def test_a_post_in_a_unit_that_has_closed() -> None:
    place = unit("Đảng bộ Sở Cũ", committee="Đảng ủy Sở Cũ")
    ended = person("Lê Văn An", "Bí thư", place, until=date(2024, 12, 31))
    staying = person("Trần Thị Bình", "Phó Bí thư", place)
    units.close(place, date(2025, 1, 1))
    assert [record for record, _ in found("closed")] == [staying]
    assert ended not in [record for record, _ in found("closed")]


def test_two_of_one_name_that_nothing_tells_apart() -> None:
    first, second = born("Nguyễn Văn Hòa", "1970"), born("Nguyễn Văn Hoà", "12/5/1970")
    born("Nguyễn Văn Hòa", "1985")
    ((record, words),) = found("same_people")
    assert record == min(first, second)
    assert "sinh 1970" in words
    assert "sinh 12/5/1970" in words


@pytest.mark.parametrize(
    ("birth", "more", "said"),
    [
        ("1/1/2030", {}, "ở sau hôm nay"),
        ("1900", {}, "hơn 100 tuổi"),
        ("2015", {}, "chưa đủ 18 tuổi"),
        ("1980", {"admitted": "2027"}, "Ngày vào Đảng 2027 ở sau hôm nay"),
        ("1980", {"admitted": "1990"}, "chưa đủ 18 tuổi"),
    ],
)
def test_days_that_cannot_be(birth: str, more: dict[str, str], said: str) -> None:
    made = born("Lê Văn An", birth, **more)
    ((record, words),) = found("people")
    assert record == made
    assert said in words


def test_a_unit_without_its_committee_unless_it_is_closed() -> None:
    made = unit("Đảng bộ Sở Mẫu")
    assert [record for record, _ in found("units")] == [made]
    units.close(made, date(2025, 1, 1))
    assert found("units") == []


def test_a_document_without_its_day_its_issuer_its_subject() -> None:
    made = directive(5, issued=None, issuer=None, organ="", subject="")
    ((record, words),) = found("directives")
    assert record == made
    for said in ("Chưa có ngày ban hành.", "Chưa có trích yếu.", "Chưa có cơ quan ban hành."):
        assert said in words


def test_one_symbol_twice_unless_days_tell_them_apart() -> None:
    directive(5, subject="về một", issued="1/2/2019")
    directive(5, subject="về hai", issued="1/2/2020")
    assert found("same_directives") == []
    undated = directive(5, subject="về ba", issued=None)
    assert [record for record, _ in found("same_directives")] == [undated]  # the one that lacks its day


def above() -> int:
    """The committee right above the office."""
    return next(row.id for row in units.rows() if row.organization == "Đảng bộ tỉnh Mẫu")


def incoming(**values: object) -> int:
    given: Values = {
        "type": key("directive_type", "Chỉ thị"),
        "direction": "in",
        "subject": "về đại hội",
        "issuer_code": "TU",
        "issuer": above(),
        "issued": "30/5/2026",
        "arrival_date": "5/6/2026",
        "state": "doing",
    }
    return directive(35, **{**given, **values})


def test_what_came_from_above_and_nothing_carries_out() -> None:
    made = incoming()
    ((record, words),) = found("unanswered")
    assert record == made
    assert words.startswith("Đến ngày 05/06/2026")
    directives.link(directive(7, subject="về đại hội"), made, "carries_out")
    assert found("unanswered") == []


@pytest.mark.parametrize(
    "change",
    [
        {"state": "done"},
        {"state": "filed"},
        {"arrival_date": TODAY - timedelta(days=10)},
        {"direction": "out"},
        {"issuer": None},
    ],
)
def test_what_needs_no_answer(change: dict[str, object]) -> None:
    incoming(**change)
    assert found("unanswered") == []


def test_a_plan_sent_up_from_below_asks_for_no_answer() -> None:
    incoming(issuer=unit("Đảng bộ Sở Mẫu", committee="Đảng ủy Sở Mẫu"), issuer_code="ĐU")
    assert found("unanswered") == []


def test_two_committees_may_bear_one_symbol() -> None:
    for name in ("Sở Một", "Sở Hai"):
        place = unit(f"Đảng bộ {name}", committee=f"Đảng ủy {name}")
        directive(45, subject="về việc", issuer=place, issuer_code="ĐU", direction="in")
    assert found("same_directives") == []


def test_what_is_late() -> None:
    made = incoming(due="1/11/2026")
    assert [record for record, _ in found("late")] == [made]
    directives.save({"state": "done"}, made)
    assert found("late") == []


def test_gaps_and_duplicates_of_numbers() -> None:
    for number in (1, 2, 5):
        directive(number, subject="về việc")
    ((record, words),) = found("numbers")
    assert record is None
    assert words == "Bỏ trống số 03, 04."


def test_the_findings_stand_in_the_order_of_the_looks() -> None:
    unit("Đảng bộ Sở Mẫu")
    incoming(due="1/11/2026")
    born("Lê Văn An", "2030")
    order = [one.key for one in LOOKS]
    places = [order.index(one.look) for one in review.findings(TODAY)]
    assert places == sorted(places)
    assert len(places) >= 4


def test_looking_changes_nothing() -> None:
    incoming()
    before = history.digest()
    assert review.findings(TODAY)
    assert history.digest() == before
