"""Clock times of an agenda: when an item ends, how later items follow it."""

from __future__ import annotations

from collections.abc import Iterable

DAY = 24 * 60


def minutes_of(time: str) -> int:
    """Minutes since midnight of "HH:MM"."""
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


def time_of(minutes: int) -> str:
    """ "HH:MM" of minutes since midnight; "" outside the day."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}" if 0 <= minutes < DAY else ""


def end(starts: str, minutes: int | None) -> str:
    """When an item ends; "" where its beginning or its length is not known."""
    return time_of(minutes_of(starts) + minutes) if starts and minutes is not None else ""


def laid_out(first: str, items: Iterable[tuple[str, int | None]]) -> list[str]:
    """The beginning of every item, each right after the one before.

    items  (starts, minutes) in their order; `first` is when the meeting begins, "" where not known.
    An item after one of unknown length keeps its own time.
    """
    times, now = [], first
    for starts, minutes in items:
        begins = now or starts
        times.append(begins)
        now = end(begins, minutes)
    return times


def shifted(times: Iterable[str], by: int) -> list[str]:
    """The times moved by so many minutes; what is not known stays so, nothing leaves the day."""
    return [(time_of(minutes_of(time) + by) or time) if time else "" for time in times]
