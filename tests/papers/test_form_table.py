from __future__ import annotations

import pytest
from hypothesis import settings

from tests.papers import form_faults, form_table
from tests.papers.form_faults import ALL, GRAVITY
from tests.papers.form_samples import SAMPLES

LONG = settings.get_profile("soak").max_examples


@pytest.mark.slow
def test_every_planted_fault_is_found_and_nothing_else() -> None:
    """A slice beside that of the groups' own tests each time; in the long loop every form and hand."""
    whole = settings().max_examples >= LONG
    chosen = list(form_faults.cases(form_table.FAULTS))
    papers = [(key, hand) for key in SAMPLES for hand in ALL]
    if not whole:
        chosen, papers = chosen[::29], papers[::7]
    figures = form_table.measured(chosen, papers)
    print(form_table.table(figures))
    assert figures.wrong == []
    for rule in GRAVITY:
        assert (figures.recall(rule), figures.precision(rule)) == (1.0, 1.0), rule


def test_every_rule_is_broken_by_somebody() -> None:
    assert {fault.rule for fault in form_table.FAULTS if fault.rule} == set(GRAVITY)
    assert sum(1 for fault in form_table.FAULTS if fault.rule) >= 60
    assert sum(1 for fault in form_table.FAULTS if not fault.rule) >= 60


def test_the_table_has_a_row_for_every_rule() -> None:
    figures = form_table.measured([], [])
    rows = form_table.table(figures).splitlines()[1:-1]
    assert [row.split()[0] for row in rows] == list(GRAVITY)
