"""The guide: its headings lead to their places, its words are found."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextTable
from pytestqt.qtbot import QtBot

from gui.guide import SIZES, GuideDialog, page


@pytest.fixture
def guide(qtbot: QtBot) -> GuideDialog:
    made = GuideDialog()
    qtbot.addWidget(made)
    made.show()
    return made


def test_headings_stand_out_and_the_keys_are_a_table() -> None:
    document = page()
    first = document.begin()
    assert first.text() == "Hướng dẫn sử dụng Thư Ký"
    assert first.textFormats()[0].format.fontPointSize() == SIZES[1]
    tables = [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]
    assert [table.cellAt(1, 0).firstCursorPosition().block().text() for table in tables] == ["F1"]


def test_the_list_beside_goes_to_a_part(guide: GuideDialog) -> None:
    names = [guide.contents.item(place).text() for place in range(guide.contents.count())]
    assert "Sao lưu và phục hồi" in names
    guide.contents.setCurrentRow(names.index("Sao lưu và phục hồi"))
    assert guide.text.textCursor().block().text() == "Sao lưu và phục hồi"
    assert guide.text.cursorRect().top() <= 40


def test_typed_words_are_found_one_after_another(guide: GuideDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(guide.line, "ctrl+z")
    first = guide.text.textCursor()
    assert first.selectedText() == "Ctrl+Z"
    qtbot.keyClick(guide.line, Qt.Key.Key_Return)
    assert guide.text.textCursor().position() > first.position()
    for _ in range(3):
        guide.next_button.click()
    assert guide.text.textCursor().selectedText() == "Ctrl+Z"
    assert guide.isVisible()


def test_words_that_are_not_there_are_said_to_be_missing(guide: GuideDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(guide.line, "zzz")
    assert guide.note.isVisible()
    assert "zzz" in guide.note.text()
    guide.line.clear()
    guide.seek()
    assert not guide.note.isVisible()
