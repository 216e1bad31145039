"""What the bar of sections says beside each name: a tick, a figure, how many came."""

from __future__ import annotations

from typing import Any

from db import agenda, meetings
from rules.meetings import doubts

DEPENDS = frozenset(
    {
        "meeting",
        "meeting_role",
        "meeting_audience",
        "invitation",
        "attendance",
        "agenda_item",
        "conclusion",
        "task",
    }
)
TONES = {"draft": "quiet", "invited": "warn", "held": "good", "closed": "good"}


def figures(meeting: int, values: dict[str, Any]) -> dict[str, str]:
    """Section key → "✓", "5", "231/245"; a section that has nothing yet is not there."""
    row = meetings.rows(ids=[meeting])[0]
    items = len(agenda.rows(meeting))
    known = not doubts(values) and values["place"] and row.chair
    said = {
        "info": "✓" if known else "",
        "calling": str(row.called) if row.called else "",
        "agenda": str(items) if items else "",
        "presence": f"{row.came}/{row.called}" if row.came else "",
        "conclusions": str(row.tasks) if row.tasks else "",
    }
    return {key: words for key, words in said.items() if words}
