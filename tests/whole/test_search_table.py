"""Search finds what is meant, and shows it first: in the search over everything, and in each tab."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from db import directives, file, finding, history, meetings, people, sample, settings, units
from db.history import change
from db.tables import DirectiveType
from db.values import pairs
from tests.whole import search_table

QUERIES = search_table.queries(search_table.TABLE)
POSTS = search_table.queries(search_table.POSTS)
TABS = {"unit": units, "directive": directives, "meeting": meetings, "person": people}


def add_records() -> None:
    shorts = {row.short: row for row in units.rows()}
    own = units.get(settings.own_unit())
    centre = next(row.id for row in units.rows() if row.symbol == "TW")
    places = {"own": settings.own_unit(), "superior": own["parent"], "centre": centre}
    types = pairs(DirectiveType.select(DirectiveType.name, DirectiveType.id))
    codes = pairs(DirectiveType.select(DirectiveType.code, DirectiveType.id))
    with change("Thêm"):
        for name in search_table.PEOPLE:
            people.save({"full_name": name})
        for entry in search_table.DIRECTIVES:
            kind, number, unit, code, day, subject = entry.split("|")
            issuer = places.get(unit) or shorts[unit].id
            name, _, own_code = kind.partition("/")
            one = codes[own_code] if own_code else types[name]
            values = {"type": one, "number": int(number), "issuer": issuer, "issuer_code": code}
            directives.save(values | {"issued": day, "subject": subject, "direction": "in"})


@pytest.fixture(scope="module")
def office() -> Iterator[None]:
    file.open_memory()
    sample.build()
    add_records()
    yield
    file.close_file()
    history.listeners.clear()


def test_the_table_is_long_enough_and_asks_nothing_twice() -> None:
    assert len(QUERIES) >= 200
    assert len({words for words, _, _ in QUERIES}) == len(QUERIES)


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(("words", "kind", "title"), QUERIES + POSTS)
def test_the_first_result_is_what_was_meant(words: str, kind: str, title: str) -> None:
    first = finding.everything(words)[0]
    assert (first.kind, first.title[: len(title)]) == (kind, title)


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(("words", "kind", "title"), [row for row in QUERIES if row[1] in TABS])
def test_the_tab_shows_it_first_too(words: str, kind: str, title: str) -> None:
    first = TABS[kind].rows(words)[0]
    symbol = f"{first.type} {first.symbol}" if kind == "directive" else ""
    name = {"unit": "organization", "person": "full_name", "meeting": "title"}.get(kind)
    assert (getattr(first, name) if name else symbol).startswith(title)
