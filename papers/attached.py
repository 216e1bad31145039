"""The line that ties a list to the paper it goes with."""

from __future__ import annotations

from papers.content import Paragraph, paragraph
from rules import dates
from rules.facts import Meeting
from rules.papers import paper


def reference(facts: Meeting, *kinds: str) -> tuple[Paragraph, ...]:
    """“(Kèm theo Giấy mời số 12-GM/ĐUK, ngày 15/8/2019)”: the first of these papers that has its number.

    Nothing while none has one. `kinds` are keys of rules.papers.
    """
    words = named(facts, *kinds)
    return (paragraph("reference", f"(Kèm theo {words})"),) if words else ()


def named(facts: Meeting, *kinds: str) -> str:
    """“Giấy mời số 12-GM/ĐUK, ngày 15/8/2019”; "" while none of these papers has its number."""
    known = {one.kind: one for one in facts.filed if one.symbol and one.kind}
    found = next((known[kind] for kind in kinds if kind in known), None)
    if found is None:
        return ""
    signed = f", ngày {dates.paper_date(found.signed)}" if found.signed else ""
    return f"{paper(found.kind).type_name} số {found.symbol}{signed}"
