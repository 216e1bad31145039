from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rules.dates import parse_vague
from rules.facts import Attendee, Person
from rules.precedence import order

PEOPLE = st.builds(
    Attendee,
    st.builds(
        Person,
        st.sampled_from(["Lê An", "Đỗ Bình", "Trần Chi"]),
        level=st.none() | st.integers(0, 5),
        rank=st.none() | st.integers(1, 170),
        since=st.none() | st.dates(date(1990, 1, 1), date(2030, 1, 1)),
        birth=st.sampled_from([None, parse_vague("1960"), parse_vague("3/2/1971"), parse_vague("chưa rõ")]),
    ),
    guest=st.booleans(),
)


def names(*people: Attendee) -> list[str]:
    return [one.person.name for one in sorted(people, key=order)]


def test_of_equal_rank_who_took_the_post_earlier_goes_first_then_the_older() -> None:
    long_in_post = Attendee(Person("A", level=3, rank=10, since=date(2010, 1, 1), birth=parse_vague("1980")))
    older = Attendee(Person("B", level=3, rank=10, since=date(2015, 1, 1), birth=parse_vague("1960")))
    younger = Attendee(Person("C", level=3, rank=10, since=date(2015, 1, 1), birth=parse_vague("1970")))
    assert names(younger, older, long_in_post) == ["A", "B", "C"]


def test_a_higher_organisation_goes_before_a_higher_post() -> None:
    assert names(
        Attendee(Person("Bí thư", level=3, rank=10)), Attendee(Person("Tỉnh ủy viên", level=1, rank=45))
    ) == ["Tỉnh ủy viên", "Bí thư"]


@given(st.lists(PEOPLE, max_size=8))
def test_everyone_has_one_place_however_they_come(people: list[Attendee]) -> None:
    keys = [order(one) for one in sorted(people, key=order)]
    assert keys == sorted(map(order, reversed(people)))
    guests = [one.guest for one in sorted(people, key=order)]
    assert guests == sorted(guests, reverse=True)
