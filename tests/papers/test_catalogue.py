from __future__ import annotations

import pytest

from papers import catalogue
from rules.facts import Listing, Meeting, Plan
from rules.papers import PAPERS
from tests.papers import samples
from tests.papers.test_lists import LISTING

FACTS: dict[str, Meeting | Plan | Listing] = {
    "minutes": samples.minutes(3),
    "delegates": samples.minutes(3),
    "plan": samples.plan(),
}


@pytest.mark.parametrize("paper", [paper.key for paper in PAPERS])
def test_every_paper_of_the_catalogue_can_be_made(paper: str) -> None:
    document = catalogue.compose(paper, FACTS.get(paper, LISTING))
    assert document.sections[0].blocks
    assert document.sheets
    assert document.title


def test_an_unknown_paper_and_facts_of_another_are_our_own_mistakes() -> None:
    with pytest.raises(KeyError):
        catalogue.compose("ballot", LISTING)
    with pytest.raises(TypeError):
        catalogue.compose("plan", samples.minutes(1))
