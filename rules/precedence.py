"""Who goes before whom in a list of honour."""

from __future__ import annotations

from datetime import date

from rules.facts import Attendee
from rules.names import sort_key

LAST = 10_000  # behind every known level and rank


def order(attendee: Attendee) -> tuple[bool, int, int, date, date, str]:
    """Sorts guests before hosts, higher organisations and posts first, then who took the post earlier,
    then the older, then by given name.

    Source: the practice of provincial offices for seating and introductions (guests before hosts,
    superiors first, equal rank by time in post, then by age).
    """
    person = attendee.person
    born = person.birth.earliest if person.birth and person.birth.earliest else date.max
    return (
        not attendee.guest,
        LAST if person.level is None else person.level,
        LAST if person.rank is None else person.rank,
        person.since or date.max,
        born,
        person.order or sort_key(person.name),
    )
