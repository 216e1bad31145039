"""Which module composes which paper."""

from __future__ import annotations

from papers import lists, minutes, plan
from papers.content import Document
from rules import papers
from rules.facts import Listing, Meeting, Plan


def compose(paper: str, facts: Meeting | Plan | Listing) -> Document:
    """The paper of that key (rules.papers) from its facts.

    KeyError for a key that no paper has, TypeError for facts of another paper.
    """
    papers.paper(paper)
    if paper == "minutes" and isinstance(facts, Meeting):
        return minutes.compose(facts)
    if paper == "plan" and isinstance(facts, Plan):
        return plan.compose(facts)
    if paper not in ("minutes", "plan") and isinstance(facts, (Meeting, Listing)):
        return lists.compose(facts)
    raise TypeError(f"{paper}: {type(facts).__name__}")
