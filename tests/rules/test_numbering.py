from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import numbering
from rules.numbering import Options, Period, Term

FIRST = Term("2015 - 2020", date(2015, 6, 16), None)
SECOND = Term("2020 - 2025", date(2020, 7, 4), None)


@pytest.mark.parametrize(
    ("day", "label"),
    [
        (date(2015, 6, 16), "Nhiệm kỳ 2015 - 2020"),
        (date(2020, 7, 3), "Nhiệm kỳ 2015 - 2020"),
        (date(2020, 7, 4), "Nhiệm kỳ 2020 - 2025"),
        (date(2026, 1, 1), "Nhiệm kỳ 2020 - 2025"),
        (date(2015, 6, 15), "Ngoài nhiệm kỳ đến 15/06/2015"),
    ],
)
def test_a_term_ends_on_the_day_before_the_next_begins(day: date, label: str) -> None:
    period = numbering.term_of(day, [SECOND, FIRST])
    assert period.label == label
    assert period.holds(day)


def test_a_typed_end_counts_and_what_follows_is_a_period_of_its_own() -> None:
    ended = SECOND._replace(until=date(2025, 2, 1))
    gone = numbering.term_of(date(2025, 2, 2), [FIRST, ended])
    assert gone == Period("Ngoài nhiệm kỳ từ 02/02/2025", date(2025, 2, 2), None)
    later = Term("2025 - 2030", date(2025, 7, 1))
    between = numbering.term_of(date(2025, 3, 1), [FIRST, ended, later])
    assert (between.since, between.until) == (date(2025, 2, 2), date(2025, 6, 30))
    assert numbering.term_on(date(2025, 3, 1), [FIRST, ended, later]) is None


def test_without_terms_all_days_are_one_period_named_by_the_office() -> None:
    one, other = (numbering.term_of(day, [], "2015 - 2020") for day in (date(1990, 1, 1), date(2030, 1, 1)))
    assert one == other == Period("Nhiệm kỳ 2015 - 2020")


days = st.dates(date(2000, 1, 1), date(2040, 1, 1))


@given(st.lists(st.tuples(days, st.none() | st.integers(0, 2000)), max_size=4), days)
def test_periods_never_overlap_and_hold_their_day(drawn: list[tuple[date, int | None]], day: date) -> None:
    terms = [
        Term(str(place), since, since + timedelta(days=length) if length is not None else None)
        for place, (since, length) in enumerate({since: (since, length) for since, length in drawn}.values())
    ]
    mine = numbering.term_of(day, terms)
    assert mine.holds(day)
    for other in [numbering.term_of(term.since or day, terms) for term in terms]:
        apart = (other.until or date.max) < (mine.since or date.min) or (mine.until or date.max) < (
            other.since or date.min
        )
        assert other == mine or apart


def test_two_terms_may_not_share_a_day() -> None:
    closed = FIRST._replace(until=date(2020, 7, 3))
    assert numbering.overlaps(SECOND, [closed]) is None
    assert numbering.overlaps(SECOND._replace(since=date(2020, 7, 3)), [closed]) == closed
    assert numbering.overlaps(SECOND, [FIRST]) is None  # the first ends where the second begins
    assert numbering.overlaps(Term("x", date(2016, 1, 1), date(2021, 1, 1)), [SECOND]) == SECOND


def test_a_year_is_a_period_from_january_to_december() -> None:
    assert numbering.year_of(date(2019, 8, 21)) == Period("Năm 2019", date(2019, 1, 1), date(2019, 12, 31))


def test_the_next_number_is_above_all_and_begins_with_one() -> None:
    assert [numbering.next_number(taken) for taken in ([], [1], [7, 3], [2, 2])] == [1, 2, 8, 3]


def test_gaps_lie_below_the_last() -> None:
    assert numbering.gaps([2, 5]) == (1, 3, 4)
    assert numbering.gaps([92, 94], from_one=False) == (93,)
    assert numbering.gaps([]) == ()


@given(st.lists(st.integers(1, 40)))
def test_gaps_and_taken_fill_the_row(taken: list[int]) -> None:
    missing = numbering.gaps(taken)
    assert sorted({*taken, *missing}) == list(range(1, numbering.next_number(taken)))
    assert not set(missing) & set(taken)
    assert set(numbering.duplicates(taken)) == {one for one in taken if taken.count(one) > 1}


def test_runs_are_shown_by_their_ends() -> None:
    assert numbering.shown([5, 6, 7, 3, 12, 13]) == "03, 05–07, 12, 13"
    assert numbering.shown([]) == ""


def test_decisions_and_regulations_count_together_unless_told_otherwise() -> None:
    assert numbering.types_with("Quy định") == ("Quyết định", "Quy định")
    assert numbering.types_with("Quy định", Options(decisions_apart=True)) == ("Quy định",)
    assert numbering.types_with("Thông báo") == ("Thông báo",)


def test_what_begins_anew_each_year() -> None:
    yearly = Options(by_year=("Giấy mời", "Quy định"))
    assert numbering.is_by_year("Giấy mời", False, yearly)
    assert numbering.is_by_year("Quyết định", False, yearly)  # the same series
    assert not numbering.is_by_year("Thông báo", True, yearly)
    assert numbering.is_by_year("Thông báo", True, Options(office_by_year=True))
    assert numbering.is_by_year("Thông báo", False, Options(state=True))


@pytest.mark.parametrize(
    ("kind", "meeting_type", "own"),
    [
        ("minutes", "Đại hội đại biểu", True),
        ("resolution", "Đại hội đảng viên", True),
        ("summons_circular", "Đại hội đại biểu", False),
        ("invitation", "Đại hội đại biểu", False),
        ("minutes", "Hội nghị rút kinh nghiệm đại hội điểm", False),
    ],
)
def test_a_congress_issues_its_own_papers_its_committee_calls_it(
    kind: str, meeting_type: str, own: bool
) -> None:
    assert numbering.of_congress(kind, meeting_type) is own


def test_a_congress_is_named_with_its_ordinal() -> None:
    said = numbering.congress_name("Đại hội đại biểu", "Đảng bộ tỉnh Mẫu", "XVI")
    assert said == "Đại hội đại biểu Đảng bộ tỉnh Mẫu lần thứ XVI"
    assert numbering.congress_name("Đại hội đảng viên", "Chi bộ Mẫu", "") == "Đại hội đảng viên Chi bộ Mẫu"
