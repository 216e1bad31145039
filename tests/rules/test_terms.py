from __future__ import annotations

from datetime import date

import pytest

from rules import terms
from rules.fields import blank


def test_a_term_needs_its_name_alone() -> None:
    assert terms.problems(blank(terms.FIELDS)).keys() == {"name"}
    assert terms.problems({**blank(terms.FIELDS), "name": "2020 - 2025"}) == {}


def test_a_term_does_not_end_before_it_begins() -> None:
    values = {"name": "2020 - 2025", "since": date(2020, 7, 4), "until": date(2020, 7, 3)}
    assert terms.problems(values).keys() == {"until"}
    assert terms.problems({**values, "until": date(2020, 7, 4)}) == {}


@pytest.mark.parametrize(
    ("closed", "begins"),
    [
        (date(2020, 10, 15), date(2020, 10, 16)),  # the day after (36-HD/VPTW)
        (date(2026, 5, 26), date(2026, 5, 27)),
        (date(2026, 5, 27), date(2026, 5, 27)),  # the day itself (05-HD/VPTW)
        (date(2030, 7, 4), date(2030, 7, 4)),
    ],
)
def test_numbers_begin_anew_from_the_closing_of_a_congress(closed: date, begins: date) -> None:
    assert terms.begins(closed) == begins
