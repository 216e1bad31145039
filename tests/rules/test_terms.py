from __future__ import annotations

from datetime import date

from rules import terms
from rules.fields import blank


def test_a_term_needs_its_name_alone() -> None:
    assert terms.problems(blank(terms.FIELDS)).keys() == {"name"}
    assert terms.problems({**blank(terms.FIELDS), "name": "2020 - 2025"}) == {}


def test_a_term_does_not_end_before_it_begins() -> None:
    values = {"name": "2020 - 2025", "since": date(2020, 7, 4), "until": date(2020, 7, 3)}
    assert terms.problems(values).keys() == {"until"}
    assert terms.problems({**values, "until": date(2020, 7, 4)}) == {}
