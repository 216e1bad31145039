"""A long list: the first rows at once, the others while nobody types, and nobody ever sees half of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.history import change
from db.tables import Person
from gui import pieces
from gui.pages.people import PeoplePage
from rules.names import search_key, sort_key

COUNT = 90


@pytest.fixture
def page(qtbot: QtBot, office: dict[str, int], monkeypatch: pytest.MonkeyPatch) -> Iterator[PeoplePage]:
    """Ninety people of one family beside the three of the office; pieces of ten and of twenty."""
    monkeypatch.setattr(pieces, "FIRST", 10)
    monkeypatch.setattr(pieces, "PIECE", 20)
    names = [f"Mai Văn {chr(65 + number // 10)}{chr(97 + number % 10)}" for number in range(COUNT)]
    with change("Thêm"):
        Person.insert_many(
            {"full_name": name, "sort_key": sort_key(name), "search_key": search_key(name)} for name in names
        ).execute()
    made = PeoplePage()
    made.resize(1100, 600)
    made.show()
    yield made
    made.hide()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def here(page: PeoplePage) -> int:
    return len(page.model.here)


def seek(page: PeoplePage, words: str) -> None:
    page.bar.search.setText(words)
    page.bar.asked.emit()


def test_the_first_rows_are_there_at_once_and_the_count_says_that_more_comes(page: PeoplePage) -> None:
    assert here(page) == 10
    assert page.counts.text() == "10 đại biểu…"


def test_the_rest_comes_by_itself_in_the_same_order(page: PeoplePage, qtbot: QtBot) -> None:
    first = [row.id for row in page.model.here]
    qtbot.waitUntil(lambda: not page.pieces.waits())
    rows = page.model.here
    assert [row.id for row in rows[:10]] == first
    assert [row.sort_key for row in rows] == sorted(row.sort_key for row in rows)
    assert len({row.id for row in rows}) == COUNT + 3
    assert page.counts.text() == "93 đại biểu"


def test_the_number_is_known_before_all_rows_are_there(page: PeoplePage) -> None:
    page.pieces._step()
    assert page.counts.text() == "93 đại biểu"
    page.pieces._step()
    assert here(page) == 30


def test_other_words_forget_what_was_still_to_come(page: PeoplePage) -> None:
    seek(page, "mai")
    assert here(page) == 10
    seek(page, "tran thi")
    page.pieces.finish()
    assert [row.full_name for row in page.model.here] == ["Trần Thị An"]


def test_whoever_asks_for_the_rows_gets_all_of_them(page: PeoplePage) -> None:
    assert len(page.model.rows) == COUNT + 3
    assert len(page.listing().rows) == COUNT + 3


def test_sorting_by_a_column_brings_all_first(page: PeoplePage) -> None:
    page.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert here(page) == COUNT + 3
    assert page.model.here[0].full_name == "Đỗ Ước"
    seek(page, "mai")
    assert here(page) == COUNT  # in the order of a column, so never half


def test_select_all_is_all(page: PeoplePage) -> None:
    page.table.selectAll()
    assert len(page.selected()) == COUNT + 3


def test_a_record_far_below_is_brought_and_stays_selected(page: PeoplePage, office: dict[str, int]) -> None:
    page.show_record(office["Đỗ Ước"])
    assert [row.full_name for row in page.selected()] == ["Đỗ Ước"]
    page.reload()
    assert [row.full_name for row in page.selected()] == ["Đỗ Ước"]


def test_a_search_does_not_bring_the_rest_for_what_was_selected(
    page: PeoplePage, office: dict[str, int]
) -> None:
    page.show_record(office["Đỗ Ước"])
    seek(page, "mai")
    assert here(page) == 10
    assert page.pieces.waits()


def test_names_come_before_posts_and_units(page: PeoplePage) -> None:
    seek(page, "bi")
    page.pieces.finish()
    names = [row.full_name for row in page.model.here]
    assert names == [
        "Mai Văn Bi",
        "Nguyễn Văn Bình",
        "Trần Thị An",
        "Đỗ Ước",
    ]  # a word, its beginning, Bí thư


def test_a_closed_file_ends_it(page: PeoplePage, folder: object, qtbot: QtBot) -> None:
    from db import file

    file.close_file()
    qtbot.waitUntil(lambda: not page.pieces.waits())
    assert here(page) == 10
