"""The order of the tones that lists of names follow: the setting of the office, and the keys stored by it."""

from __future__ import annotations

from db.history import change
from db.tables import Person, Setting, database
from db.values import lines
from rules.names import sort_key
from rules.office import TONE_ORDERS, TONES


def tones() -> str:
    """The order the office chose, as rules.names.sort_key takes it; that of dictionaries where it did not."""
    line = Setting.get_or_none(Setting.name == TONES)
    return str(line.value) if line else TONE_ORDERS[0].key


def key(full_name: str) -> str:
    """What a person of that name is sorted by in this file."""
    return sort_key(full_name, tones())


def rewrite() -> None:
    """Makes the key of every person anew, after the order has changed; those that stay are not touched."""
    chosen = tones()
    known = lines(Person.select(Person.id, Person.full_name, Person.sort_key))
    fresh = ((sort_key(name, chosen), row_id, kept) for row_id, name, kept in known)
    moved = [(new, row_id) for new, row_id, kept in fresh if new != kept]
    with change("Đổi thứ tự dấu thanh"):
        database.connection().executemany("UPDATE person SET sort_key = ? WHERE id = ?", moved)
