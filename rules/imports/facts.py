"""Plain values of an import: the rows that come in, what is known already, the verdict on each row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from typing import Any, NamedTuple, Protocol

from rules.dates import VagueDate

Values = dict[str, Any]
Cell = str | int | float | Decimal | date | time | bool | None  # a day with a time of day too

NEW, UPDATE, SAME, DUPLICATE, ERROR = "new", "update", "same", "duplicate", "error"
STATES = {NEW: "mới", UPDATE: "cập nhật", SAME: "không đổi", DUPLICATE: "trùng", ERROR: "lỗi"}
TAKEN = (NEW, UPDATE)


class Line(Protocol):
    """One row of a workbook; `number` as Excel shows it, `group` the words of the group row above it."""

    @property
    def number(self) -> int: ...

    @property
    def cells(self) -> Sequence[Cell]: ...

    @property
    def group(self) -> str: ...


class Rows(Protocol):
    """The part of a read workbook that verdicts are made of."""

    @property
    def rows(self) -> Sequence[Line]: ...


class Difference(NamedTuple):
    """What an update changes in one fact, in the words of the screen."""

    label: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.label}: {self.before or 'trống'} → {self.after}"


class Candidate(NamedTuple):
    """A kept record that a row may be about; `id` None: another row of the same workbook."""

    id: int | None
    words: str


@dataclass(frozen=True)
class Verdict:
    """What is to be done with one row: `values` are fit to be kept, `target_id` is the record changed.

    `with_row`: the row is about what that earlier row makes. `notes`: what was understood or mended.
    """

    row: int
    state: str
    why: str = ""
    values: Values = field(default_factory=dict)
    target_id: int | None = None
    title: str = ""
    candidates: tuple[Candidate, ...] = ()
    notes: tuple[str, ...] = ()
    with_row: int | None = None


class OfRow(NamedTuple):
    """In the place of an id: the record that this row of the workbook makes."""

    row: int


class Held(NamedTuple):
    """A post in a unit; `post` None: one that is not in the catalogue yet.

    `holding`: the kept row that it updates; `implied`: the row named the unit alone.
    """

    post: int | None
    name: str
    unit: int
    since: date | None = None
    holding: int | None = None
    implied: bool = False


class KnownPost(NamedTuple):
    id: int
    name: str
    short: str
    includes: frozenset[int] = frozenset()


class KnownHolding(NamedTuple):
    id: int
    post: int
    unit: int
    since: date | None
    until: date | None


class KnownUnit(NamedTuple):
    """`names`: organisation, committee, short name, symbol of every day, today's first."""

    id: int
    values: Values
    names: tuple[tuple[str, str, str, str], ...]
    level: int
    closed: bool = False


class KnownPerson(NamedTuple):
    id: int
    values: Values
    held: tuple[KnownHolding, ...] = ()

    @property
    def birth(self) -> VagueDate | None:
        found: VagueDate | None = self.values["birth"]
        return found


class KnownType(NamedTuple):
    id: int
    name: str
    code: str
    since: date | None
    until: date | None


class KnownDirective(NamedTuple):
    id: int
    symbol: str
    values: Values


class Called(NamedTuple):
    """A person called to the meeting with the roll-call so far."""

    person: int
    values: Values  # state, came, leaving, reason


@dataclass(frozen=True)
class Known:
    """What the file holds of the kind that is imported, and all that its rows may name."""

    day: date
    own: int | None = None
    units: tuple[KnownUnit, ...] = ()
    kinds: dict[int, tuple[str, int]] = field(default_factory=dict)  # of units: name, level
    posts: tuple[KnownPost, ...] = ()
    people: tuple[KnownPerson, ...] = ()
    types: tuple[KnownType, ...] = ()
    directives: tuple[KnownDirective, ...] = ()
    called: tuple[Called, ...] = ()
