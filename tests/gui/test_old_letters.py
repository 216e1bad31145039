"""Old letters pasted into a field are told under it; one key turns them, never the program by itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from gui.form import Form
from gui.old_letters import OldLetters
from rules.fields import Field, Kind, blank

FIELDS = (Field("title", "Tên văn bản", required=True), Field("notes", "Ghi chú", Kind.LONG))
TCVN3 = "KÕ ho¹ch tæ chøc ®¹i héi ®iÓm"
UNICODE = "Kế hoạch tổ chức đại hội điểm"


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form("Thêm văn bản", FIELDS, blank(FIELDS))
    qtbot.addWidget(made, before_close_func=Form.forget_changes)
    made.open()
    QApplication.processEvents()
    return made


@pytest.fixture
def paste(qtbot: QtBot, form: Form) -> Callable[[str, str], None]:
    def put(name: str, text: str) -> None:
        control = form.boxes[name].editor.control
        control.setFocus()
        QApplication.clipboard().setText(text)
        qtbot.keyClick(control, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    return put


def note(form: Form, name: str) -> str:
    label = form.boxes[name].note
    return label.text() if label.isVisibleTo(form) else ""


def test_a_paste_is_kept_as_it_is_and_one_key_turns_it(
    qtbot: QtBot, form: Form, paste: Callable[..., None]
) -> None:
    paste("title", TCVN3)
    box = form.boxes["title"]
    assert box.editor.get() == TCVN3
    assert (
        note(form, "title")
        == f"⚠ Chữ gõ theo bảng mã TCVN3 (ABC). Nhấn F8 để chuyển sang Unicode: “{UNICODE}”."
    )
    qtbot.keyClick(box.editor.control, Qt.Key.Key_F8)
    assert box.editor.get() == UNICODE
    assert note(form, "title") == ""
    qtbot.keyClick(box.editor.control, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box.editor.get() == TCVN3
    assert "F8" in note(form, "title")


def test_several_lines_are_turned_and_come_back_in_one_step(
    qtbot: QtBot, form: Form, paste: Callable[..., None]
) -> None:
    raw = "Kính gửi: các chi bộ\nÑaûng boä tænh Bình Phöôùc\nCoâng taùc caùn boä"
    paste("notes", raw)
    area = form.boxes["notes"].editor.control
    assert "bảng mã cũ, lẫn lộn" in note(form, "notes")
    qtbot.keyClick(area, Qt.Key.Key_F8)
    assert (
        form.boxes["notes"].editor.get() == "Kính gửi: các chi bộ\nĐảng bộ tỉnh Bình Phước\nCông tác cán bộ"
    )
    assert note(form, "notes") == ""
    qtbot.keyClick(area, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert form.boxes["notes"].editor.get() == raw


def test_lost_letters_are_offered_after_the_rest_is_unicode(
    qtbot: QtBot, form: Form, paste: Callable[..., None]
) -> None:
    paste("title", "Trëng ban Hêng, ®ång chÝ phã ban")
    control = form.boxes["title"].editor.control
    assert note(form, "title").endswith("Có chữ chưa chắc, cần đọc lại.")
    qtbot.keyClick(control, Qt.Key.Key_F8)
    assert form.boxes["title"].editor.get() == "Trởng ban Hờng, đồng chí phó ban"
    assert "mất chữ ư" in note(form, "title")
    assert "“Trưởng ban Hường, đồng chí phó ban”" in note(form, "title")
    qtbot.keyClick(control, Qt.Key.Key_F8)
    assert form.boxes["title"].editor.get() == "Trưởng ban Hường, đồng chí phó ban"
    assert note(form, "title") == ""


@pytest.mark.parametrize("text", [UNICODE, "Annual report 2019", "it's 12:30", "92-KH/ĐUK", "½ ngày · §II"])
def test_nothing_is_said_of_text_that_is_right(form: Form, paste: Callable[..., None], text: str) -> None:
    paste("title", text)
    assert note(form, "title") == ""


def test_letters_typed_one_by_one_are_not_looked_at(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    letters = OldLetters(line)
    qtbot.keyClicks(line, "Vie^.t")
    assert letters.note() == ""


def test_the_key_does_nothing_where_nothing_is_odd(qtbot: QtBot) -> None:
    area = QPlainTextEdit(UNICODE)
    qtbot.addWidget(area)
    letters = OldLetters(area)
    letters.turn()
    assert area.toPlainText() == UNICODE
    assert not area.document().isUndoAvailable()


def test_a_long_proposal_is_cut_at_a_word(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    letters = OldLetters(line)
    line.setText(f"{TCVN3}, {TCVN3}, {TCVN3}")
    shown = letters.note().partition("“")[2]
    assert shown == f"{UNICODE}, Kế hoạch tổ chức đại hội…”."
