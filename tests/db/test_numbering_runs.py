"""Whatever a clerk does in whatever order: no number twice among papers, none lost, the next above all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import file, history, meetings, numbering, papers, presets
from db import series as known
from db.numbering import Series
from db.tables import database
from rules.numbering import ANNULLED, RESERVED
from rules.trouble import Refused
from tests.db import entries
from tests.db.conftest import OFFICE, filled

KINDS = ("notice", "summons_notice", "minutes")
DAY = date(2019, 8, 21)
RUNS = settings(max_examples=min(settings.default.max_examples // 3, 100))  # each takes a tenth of a second
BEGUN = "Thêm hội nghị"  # how the last change of `start` is named; what was before stays


class Step(NamedTuple):
    """One thing a clerk does: which of the things there are is meant by `place`."""

    verb: str
    place: int = 0
    kind: str = KINDS[0]
    number: int | None = None


numbers = st.none() | st.integers(1, 6)
steps = st.lists(
    st.builds(
        Step,
        st.sampled_from(
            ["take", "save", "clear", "reserve", "use", "release", "annul", "delete", "undo", "redo"]
        ),
        st.integers(0, 5),
        st.sampled_from(KINDS),
        numbers,
    ),
    max_size=9,
)


def start() -> None:
    presets.start_office(OFFICE)
    for title in ("Một", "Hai"):
        entries.meeting(title, day=DAY)


@contextmanager
def office() -> Iterator[None]:
    kept = filled(start)
    file.open_memory()
    kept.backup(database.connection())
    try:
        yield
    finally:
        file.close_file()


def held() -> list[numbering.Entry]:
    return known.entries(known.desk())


def pick(lines: list[Any], place: int) -> Any:
    return lines[place % len(lines)] if lines else None


def act(step: Step) -> None:
    meeting = pick(meetings.rows(), step.place)
    line = pick(held(), step.place)
    if step.verb in BACK:
        if step.verb == "redo" or not (history.undo_label() or "").startswith(BEGUN):
            BACK[step.verb]()
    elif step.verb in ON_LINES and line:
        ON_LINES[step.verb](line.id)
    elif step.verb in ON_MEETINGS and meeting:
        ON_MEETINGS[step.verb](step, meeting.id)
    elif step.verb == "use" and meeting and line:
        numbering.use(line.id, step.kind, meeting.id)


def series(kind: str, meeting: int) -> Series:
    found = numbering.series_for(kind, meeting)
    assert found is not None
    return found


BACK: dict[str, Callable[[], Any]] = {"undo": history.undo, "redo": history.redo}
ON_LINES: dict[str, Callable[[int], Any]] = {
    "release": numbering.release,
    "annul": lambda taken: numbering.annul(taken, "thử"),
}
ON_MEETINGS: dict[str, Callable[[Step, int], Any]] = {
    "take": lambda step, meeting: numbering.take(step.kind, meeting, step.number),
    "save": lambda step, meeting: papers.save(step.kind, meeting, {"number": step.number, "signed": DAY}),
    "clear": lambda step, meeting: papers.save(step.kind, meeting, {"number": None}),
    "reserve": lambda step, meeting: numbering.reserve(series(step.kind, meeting), "thử", step.number),
    "delete": lambda step, meeting: meetings.delete([meeting]),
}


def check_books() -> None:
    rows = numbering.overview()
    everything = held()
    books = {row: [one for one in everything if one.series == row.series] for row in rows}
    for row, lines in books.items():
        assert row.duplicates == ()
        assert row.next > max(line.number for line in lines)
        assert row.annulled == tuple(sorted(line.number for line in lines if line.state == ANNULLED))
        assert row.reserved == tuple(sorted(line.number for line in lines if line.state == RESERVED))
    on_papers = [(one.kind, one.record, one.number) for lines in books.values() for one in lines if one.kind]
    kept = [
        (kind, meeting.id, numbering.number_of(kind, meeting.id))
        for meeting in meetings.rows()
        for kind in KINDS
    ]
    assert sorted(map(str, on_papers)) == sorted(str(line) for line in kept if line[2] is not None)


def must_stay(step: Step) -> set[tuple[str, int]]:
    """Numbers that this step may not take out of the books: none is ever lost but by undo or correction."""
    if step.verb in ("undo", "redo"):
        return set()
    loose = {"save", "clear", "take", "release", "use"}
    return {
        (line.type_name, line.number)
        for line in held()
        if line.state == ANNULLED or step.verb not in loose or not (line.kind or line.state == RESERVED)
    }


@pytest.mark.slow
@RUNS
@given(steps)
def test_numbers_are_given_once_and_never_lost(drawn: list[Step]) -> None:
    with office():
        for step in drawn:
            before, firm = history.digest(), must_stay(step)
            refused = True
            with suppress(Refused):
                act(step)
                refused = False
            assert not refused or history.digest() == before
            check_books()
            assert firm <= {(line.type_name, line.number) for line in held()}


@RUNS
@given(steps)
def test_every_run_goes_back_to_its_beginning(drawn: list[Step]) -> None:
    with office():
        before, mark = history.digest(), history.undo_label()
        for step in drawn:
            if step.verb not in ("undo", "redo"):
                with suppress(Refused):
                    act(step)
        while history.undo_label() != mark:
            assert history.undo() is not None
        assert history.digest() == before
