"""What is kept of the file's answers, and when it is asked anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from db import answers, disk, facts, file, history, meetings, presets
from db.history import change
from db.tables import UnitKind
from rules.facts import Meeting
from tests.db import entries
from tests.db.conftest import OFFICE


class Asked:
    """Counts how often it is asked, and answers how many kinds of units there are."""

    times = 0

    def __call__(self) -> int:
        self.times += 1
        return UnitKind.select().count()


@pytest.fixture
def asked(store: None) -> Iterator[Asked]:
    return Asked()


def add() -> None:
    with change("Thêm"):
        UnitKind.create(name="Chi bộ", level=3)


def test_an_answer_is_kept_while_nothing_is_written(asked: Asked) -> None:
    assert [answers.once("kinds", asked) for _ in range(3)] == [0, 0, 0]
    assert answers.once("others", asked) == 0
    assert asked.times == 2


def test_a_write_an_undo_and_a_redo_are_seen(asked: Asked) -> None:
    found = []
    for act in (add, history.undo, history.redo):
        answers.once("kinds", asked)
        act()
        found.append(answers.once("kinds", asked))
    assert found == [1, 0, 1]


def test_nothing_of_a_change_that_was_taken_back_is_kept(asked: Asked) -> None:
    assert answers.once("kinds", asked) == 0
    with suppress(ZeroDivisionError), change("Thêm"):
        UnitKind.create(name="Chi bộ", level=3)
        assert answers.once("kinds", asked) == 1
        raise ZeroDivisionError
    assert answers.once("kinds", asked) == 0


def test_another_file_is_asked_anew(asked: Asked) -> None:
    answers.once("kinds", asked)
    file.close_file()
    file.open_memory()  # as many writes as the one before
    answers.once("kinds", asked)
    assert asked.times == 2


def test_another_day_is_asked_anew(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    class Tomorrow(date):
        @classmethod
        def today(cls) -> date:
            return date(2999, 1, 1)

    answers.once("kinds", asked)
    monkeypatch.setattr(answers, "date", Tomorrow)
    answers.once("kinds", asked)
    assert asked.times == 2


def test_what_another_program_writes_is_seen(shut: None, tmp_path: Path) -> None:
    file.open_file(tmp_path)
    asked = Asked()
    assert answers.once("kinds", asked) == 0
    other = disk.connect(str(tmp_path / file.NAME))
    other.execute("CREATE TABLE beside (id INTEGER)")
    other.close()
    answers.once("kinds", asked)
    assert asked.times == 2


def test_few_answers_are_kept_at_a_time(asked: Asked) -> None:
    for number in range(100):
        answers.once(number, asked)
    assert len(answers._Kept.answers) <= answers.MOST


def test_the_papers_of_a_meeting_share_what_they_tell_alike(store: None) -> None:
    presets.start_office(OFFICE)
    meeting = entries.meeting("Một")
    first, second = (facts.gather(kind, meeting) for kind in ("minutes", "notice"))
    assert isinstance(first, Meeting)
    assert isinstance(second, Meeting)
    assert first.attendees is second.attendees
    assert first.head.type_code != second.head.type_code
    with change("Sửa"):
        meetings.save({"title": "Hai"}, meeting)
    assert [facts.gather(kind, meeting).title for kind in ("minutes", "notice")] == ["Hai", "Hai"]  # type: ignore[union-attr]
