"""What a row of a form is, and ways to look at a produced Word file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from papers.styles import form
from tests.papers.office_xml import W, part, value
from tests.papers.profile_papers import PROFILES, Read

OLD, NEW, TT01, ND30 = PROFILES
PARTY, STATE = (OLD, NEW), (TT01, ND30)


class Row(NamedTuple):
    """What is looked at in a paper of that type, and what each form writes there."""

    name: str
    code: str
    found: Callable[[Read], Any]
    expected: dict[str, Any]


def both(
    forms: tuple[str, str], said: Any, others: tuple[str, ...] = (), other: Any = None
) -> dict[str, Any]:
    return dict.fromkeys(forms, said) | dict.fromkeys(others, other)


def first(style: str) -> Callable[[Read], str]:
    return lambda one: one.words(style)[0]


def last(style: str) -> Callable[[Read], str]:
    return lambda one: one.words(style)[-1]


def look(style: str) -> Callable[[Read], str]:
    return lambda one: one.look(style)


def form_of(one: Read) -> Any:
    names = {value(row, "name"): value(row) for row in part(one.data, "settings").iter(f"{W}docVar")}
    return form(names["profile"])
