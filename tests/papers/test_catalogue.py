from __future__ import annotations

import pytest

from papers import catalogue, letters
from papers.content import Table
from rules.facts import Copy, Listing, Meeting, Plan
from rules.papers import COPY, DIRECTIVE, MEETING, PAPERS, ROWS, Paper
from tests.papers import samples
from tests.papers.copy_samples import bare_copy, copy
from tests.papers.test_lists import LISTING

Facts = Meeting | Plan | Copy | Listing

FACTS: dict[str, Facts] = {
    COPY: copy(),
    MEETING: samples.minutes(3),
    DIRECTIVE: samples.plan(),
    ROWS: LISTING,
}
BARE: dict[str, Facts] = {
    COPY: bare_copy(),
    MEETING: samples.bare_minutes(),
    DIRECTIVE: samples.bare_plan(),
    ROWS: LISTING,
}


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.key)
@pytest.mark.parametrize("facts", [FACTS, BARE], ids=["full", "bare"])
def test_every_paper_of_the_catalogue_can_be_made(paper: Paper, facts: dict[str, Facts]) -> None:
    document = catalogue.compose(paper.key, facts.get(paper.key, facts[paper.record]))
    assert document.sections[0].blocks
    assert document.title


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.key)
def test_what_stands_in_tables_or_goes_to_many_has_a_workbook(paper: Paper) -> None:
    document = catalogue.compose(paper.key, FACTS.get(paper.key, FACTS[paper.record]))
    ruled = any(isinstance(block, Table) for section in document.sections for block in section.blocks)
    is_serial = paper.key in letters.PEOPLE + letters.UNITS
    assert bool(document.sheets) == (ruled or is_serial)
    assert all(sheet.table.columns for sheet in document.sheets)


def test_an_unknown_paper_and_facts_of_another_are_our_own_mistakes() -> None:
    with pytest.raises(KeyError):
        catalogue.compose("ballot", LISTING)
    with pytest.raises(TypeError):
        catalogue.compose("plan", samples.minutes(1))
    with pytest.raises(TypeError):
        catalogue.compose("copy", samples.plan())
    with pytest.raises(TypeError):
        catalogue.compose("plan", copy())
