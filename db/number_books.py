"""The books of numbers: each series with its lines, what is skipped, what is held twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple

from db import series as known
from db import values
from db.series import Desk, Entry
from db.tables import DirectiveType
from rules import numbering as rules
from rules.numbering import Series


class Overview(NamedTuple):
    """One series with what a clerk must know of it."""

    series: Series
    last: int
    next: int
    gaps: tuple[int, ...]
    duplicates: tuple[int, ...]
    reserved: tuple[int, ...]
    annulled: tuple[int, ...]


def lines(series: Series) -> list[Entry]:
    """Every number of one series in order, those held twice twice, skipped ones as lines of their own."""
    everything = known.entries(known.desk())
    held = [entry for entry in everything if entry.series == series]
    return with_gaps(held, is_whole(series, beginnings(everything)))


def with_gaps(held: list[Entry], whole: bool) -> list[Entry]:
    """The entries of one series by number, with lines for what was skipped, a long run in one."""
    if not held:
        return []
    one = held[0]
    blank = one._replace(
        state=rules.SKIPPED, day=None, subject="", signer="", sent_to="", reason="", id=None, kind="",
        record=None, directive=None,
    )  # fmt: skip
    if not one.series.types:
        blank = blank._replace(type_name="", type_code="")
    skipped: list[Entry] = []
    for run in rules.runs(rules.gaps((entry.number for entry in held), whole)):
        if len(run) > rules.LONG_RUN:
            skipped.append(blank._replace(number=run[0], until=run[-1]))
        else:
            skipped += [blank._replace(number=number) for number in run]
    return sorted([*held, *skipped], key=lambda entry: (entry.number, entry.counted, entry.id or 0))


def gaps(series: Series) -> tuple[int, ...]:
    """Numbers skipped below the last; see `is_whole` for where counting begins."""
    everything = known.entries(known.desk())
    held = (entry.number for entry in everything if entry.series == series)
    return rules.gaps(held, is_whole(series, beginnings(everything)))


def duplicates(series: Series) -> tuple[int, ...]:
    """Numbers held more than once, as old documents may hold them."""
    return rules.duplicates(entry.number for entry in within(known.desk(), series))


def overview() -> list[Overview]:
    """Every series with a number in it: the newest period first; committee, congresses, then the office."""
    desk = known.desk()
    grouped: dict[Series, list[Entry]] = {}
    for entry in known.entries(desk):
        grouped.setdefault(entry.series, []).append(entry)
    begun = beginnings(entry for held in grouped.values() for entry in held)
    place = order(desk)

    def newest_first(row: Overview) -> tuple[Any, ...]:
        days = [entry.counted for entry in grouped[row.series]]
        period = rules.term_of(min(days), desk.terms)
        return -(period.since or date.min).toordinal(), place(row.series)

    rows = [_summed(one, held, is_whole(one, begun)) for one, held in grouped.items()]
    return sorted(rows, key=newest_first)


def order(desk: Desk) -> Callable[[Series], tuple[Any, ...]]:
    """How series stand in a book: the committee's by type, congresses, then boards and the office."""
    types = {name: place for place, name in enumerate(type_names())}

    def place(series: Series) -> tuple[Any, ...]:
        body = 0 if series.unit == desk.own.unit_id and series.types else 2 if series.types else 1
        first = types.get(series.types[0], len(types)) if series.types else 0
        since = series.period.since or date.min
        return body, series.symbol, first, series.types, since, series.congress or 0, series.period.label

    return place


def within(desk: Desk, series: Series) -> list[Entry]:
    """What holds a number in this series."""
    return [entry for entry in known.entries(desk, series.types) if entry.series == series]


def type_names() -> list[str]:
    """Every known type of document, those of all days, in the order of the catalogue."""
    chosen = DirectiveType.select(DirectiveType.name).order_by(DirectiveType.position, DirectiveType.id)
    return list(dict.fromkeys(name for (name,) in values.lines(chosen)))


# -- how it is done


def beginnings(held: Iterable[Entry]) -> dict[int | None, date]:
    """The first day of which anything is known, for each issuer."""
    first: dict[int | None, date] = {}
    for entry in held:
        first[entry.series.unit] = min(first.get(entry.series.unit, entry.counted), entry.counted)
    return first


def is_whole(series: Series, begun: dict[int | None, date]) -> bool:
    """Whether counting begins at 01: in a congress, and in a period that began after the first known paper.

    In the period in which an office begins its register, what came before is in the old book.
    """
    since = series.period.since
    return not series.types or (since is not None and begun.get(series.unit, since) < since)


def _summed(series: Series, held: list[Entry], whole: bool) -> Overview:
    numbers = [entry.number for entry in held]
    of_state = {
        state: tuple(sorted(entry.number for entry in held if entry.state == state))
        for state in (rules.RESERVED, rules.ANNULLED)
    }
    return Overview(
        series, max(numbers), rules.next_number(numbers), rules.gaps(numbers, whole),
        rules.duplicates(numbers), of_state[rules.RESERVED], of_state[rules.ANNULLED],
    )  # fmt: skip
