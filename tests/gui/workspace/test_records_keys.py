"""The desk of a meeting by the keyboard alone: papers found by letters, numbers, form and files by chords."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db import numbering
from gui.workspace.records import USED, RecordsPart
from rules.papers import paper as known_paper
from rules.text import fold
from tests.gui.workspace.samples import Conference

Seen = Callable[[Any], Any]


@pytest.fixture
def desk(seen: Seen) -> RecordsPart:
    part: RecordsPart = seen(RecordsPart())
    part.settle = part.save
    part.activateWindow()
    assert QTest.qWaitForWindowActive(part.window())
    return part


def form_of(desk: RecordsPart, name: str) -> Any:
    return next(form for form in desk.sheet.forms if name in form.boxes)


def press(widget: Any, keys: str) -> None:
    chord = QKeySequence(keys)[0]
    QTest.keyClick(widget, chord.key(), chord.keyboardModifiers())
    QApplication.processEvents()


def search(desk: RecordsPart, letters: str) -> str:
    QTest.keyClicks(desk.shelf, letters)
    return desk.shelf.key()


def test_letters_without_accents_find_a_paper(desk: RecordsPart) -> None:
    assert search(desk, "thong bao k") == "notice"
    desk.shelf.clearFocus()  # another search begins
    desk.shelf.setFocus()
    assert search(desk, "tung nguoi") == "invitation_people"
    press(desk.shelf, "Down")
    assert search(desk, "bien ban") == "minutes"
    assert search(desk, "xyz") == "minutes"  # nothing of that name


def test_one_letter_again_goes_to_the_next_paper(desk: RecordsPart) -> None:
    keys = [key for key in desk.shelf.papers() if any(w.startswith("d") for w in words_of(desk, key))]
    assert len(keys) > 2
    desk.shelf.choose(keys[0])
    assert [search(desk, "d") for _ in keys] == [*keys[1:], keys[0]]


def words_of(desk: RecordsPart, key: str) -> list[str]:
    label = "Văn bản dùng tại hội nghị" if key == USED else known_paper(key).label
    return fold(label).split()


def test_a_number_is_taken_from_the_list(desk: RecordsPart, made: Conference) -> None:
    desk.shelf.setFocus()
    desk.shelf.choose("notice")
    press(desk.shelf, "Ctrl+L")
    taken = numbering.number_of("notice", made.meeting)
    assert taken is not None
    assert desk.shelf.hasFocus()
    press(desk.shelf, "Ctrl+L")  # it has one now
    assert numbering.number_of("notice", made.meeting) == taken
    desk.shelf.choose("delegates")
    press(desk.shelf, "Ctrl+L")  # bears no number
    assert numbering.number_of("delegates", made.meeting) is None


def test_the_keyboard_goes_to_the_form_and_back(desk: RecordsPart) -> None:
    desk.shelf.setFocus()
    desk.shelf.choose("notice")
    press(desk.shelf, "F2")
    assert form_of(desk, "number").boxes["number"].editor.control.hasFocus()
    press(QApplication.focusWidget(), "Esc")
    assert desk.shelf.hasFocus()
    press(desk.shelf, "Ctrl+L")
    press(desk.shelf, "F2")  # what comes after the number
    assert form_of(desk, "signed").boxes["signed"].editor.control.hasFocus()


def test_files_and_runs_have_their_keys(desk: RecordsPart, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(desk, "write", asked.append)
    desk.shelf.setFocus()
    for key, keys in (("notice", "Ctrl+Shift+W"), ("notice", "Ctrl+Shift+P"), ("delegates", "Ctrl+E")):
        desk.shelf.choose(key)
        press(desk.shelf, keys)
    desk.shelf.choose("notice")  # no table in it
    press(desk.shelf, "Ctrl+E")
    desk.shelf.choose(USED)
    press(desk.shelf, "Ctrl+Shift+W")
    assert asked == ["docx", "pdf", "xlsx"]


def test_the_keyboard_goes_on_to_the_day_after_the_button_of_the_number(desk: RecordsPart) -> None:
    desk.shelf.choose("notice")
    assert desk.sheet.tools is not None
    desk.sheet.tools.next.setFocus()
    press(desk.sheet.tools.next, "Space")
    assert form_of(desk, "signed").boxes["signed"].editor.control.hasFocus()
