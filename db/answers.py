"""Answers that many papers ask for in a row, kept until something is written to the file."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date
from typing import Any, TypeVar

from db.tables import database

T = TypeVar("T")
MOST = 8


class _Kept:
    """The answers, and the state of the file in which they were true."""

    stamp: tuple[Any, ...] = ()
    answers: dict[Hashable, Any] = {}


def once(key: Hashable, ask: Callable[[], T]) -> T:
    """What `ask` answers; asked anew after any write, by us or by another program, and on another day.

    The answer is shared, so it must be frozen. Inside a change, which may yet be taken back, nothing is kept.
    """
    connection = database.connection()
    if connection.in_transaction:
        return ask()
    seen = connection.execute("PRAGMA data_version").fetchone()[0]
    stamp = (connection, connection.total_changes, seen, date.today())
    if stamp != _Kept.stamp or len(_Kept.answers) >= MOST:
        _Kept.stamp, _Kept.answers = stamp, {}
    if key not in _Kept.answers:
        _Kept.answers[key] = ask()
    answer: T = _Kept.answers[key]
    return answer
