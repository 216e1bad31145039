"""Which module composes which paper."""

from __future__ import annotations

from dataclasses import replace

from papers import (
    assignments,
    copies,
    delegates,
    file_index,
    letters,
    lists,
    minutes,
    news,
    plan,
    small,
    worded,
)
from papers.content import Document
from rules import papers, stages, wordings
from rules.facts import Copy, Listing, Meeting, Plan
from rules.text import capital
from rules.trouble import Refused


def compose(paper: str, facts: Meeting | Plan | Copy | Listing) -> Document:
    """The paper of that key (rules.papers) from its facts.

    KeyError for a key that no paper has, TypeError for facts of another paper; Refused for a paper that
    bodies of that family do not issue.
    """
    entry = papers.paper(paper)
    if isinstance(facts, Copy):
        if paper != papers.COPY:
            raise TypeError(f"{paper}: {type(facts).__name__}")
        return copies.compose(facts)
    facts = replace(facts, head=small.seated(paper, facts.head))
    if entry.record == papers.ROWS and isinstance(facts, Listing):
        return lists.listing(facts)
    if papers.is_document(paper) and isinstance(facts, Plan):
        return plan.compose(facts)
    if entry.record == papers.MEETING and isinstance(facts, Meeting):
        return of_meeting(paper, facts)
    raise TypeError(f"{paper}: {type(facts).__name__}")


def of_meeting(paper: str, facts: Meeting) -> Document:
    """A paper of a meeting: one made by code of its own, a serial one, or one made of its wordings."""
    if foreign := stages.not_issued(paper, facts.head.family):
        what, _, instead = foreign.partition("; ")
        raise Refused(f"{capital(what)}.", f"{capital(instead)}.")
    if paper == "minutes":
        return minutes.compose(facts)
    if paper in delegates.LISTS:
        return delegates.compose(paper, facts)
    if paper == "file_index":
        return file_index.compose(facts)
    if paper == assignments.KEY:
        return assignments.compose(facts)
    if paper == news.KEY:
        return news.compose(facts)
    if paper in letters.PEOPLE + letters.UNITS:
        return letters.compose(paper, facts)
    if wordings.worded(paper) is None:
        raise KeyError(paper)
    return worded.compose(paper, facts)
