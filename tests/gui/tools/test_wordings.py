"""The wording of papers in the window: fields are whole, wrong ones are shown, saving is one step back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db import history, meetings, settings, wordings
from db.choices import choices
from gui.asking import Leaving
from gui.paper import Pages
from gui.tools.chips import HOLDER, ChipEditor, shown
from gui.tools.fieldlist import AS_VALUE, FieldDialog
from gui.tools.sentence import SentenceBox
from gui.tools.wordings import WordingsDialog, worded_papers
from rules import markers
from rules import meetings as laws
from rules import wordings as rules
from rules.fields import blank
from rules.marker_names import OF_MEETING, names_of
from rules.papers import MEETING

TEXT = "{{Chỉ khi: Căn cứ}}Thực hiện {{Căn cứ}}{{Căn cứ}}, mời:\n- {{Đại biểu.Họ và tên}};"


def write(widget: ChipEditor, words: str) -> None:
    """As typed on a keyboard, letter by letter."""
    for letter in words:
        press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(widget, press)


@pytest.fixture
def editor(qtbot: QtBot) -> ChipEditor:
    made = ChipEditor(OF_MEETING)
    qtbot.addWidget(made)
    made.resize(500, 60)
    made.show()
    return made


# -- chips


@pytest.mark.parametrize(
    "text", ["", "Kính mời", TEXT, "{{Sai tên}} và {{", "🎉 {{Chủ trì}} 🎉{{Chủ trì}}\n\n."]
)
def test_words_come_out_as_they_were_put_in(editor: ChipEditor, text: str) -> None:
    editor.put(text)
    assert editor.text() == text


def test_every_shipped_sentence_survives_the_editor(editor: ChipEditor) -> None:
    for entry in worded_papers():
        for sentence in rules.sentences(entry.key):
            editor.put(sentence.text)
            assert editor.text() == sentence.text


def test_one_press_takes_a_whole_field_away_and_undo_brings_it_back(editor: ChipEditor) -> None:
    editor.put("mời {{Chủ trì}}.")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(editor, Qt.Key.Key_Left)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.text() == "mời ."
    editor.undo()
    assert editor.text() == "mời {{Chủ trì}}."


def test_one_arrow_crosses_a_field(editor: ChipEditor) -> None:
    editor.put("{{Chủ trì}} dự")
    QTest.keyClick(editor, Qt.Key.Key_Right)
    write(editor, "!")
    assert editor.text() == "{{Chủ trì}}! dự"


def test_a_field_typed_by_hand_becomes_one(editor: ChipEditor) -> None:
    write(editor, "Mời {{Chủ trì}} dự")
    assert editor.text() == "Mời {{Chủ trì}} dự"
    assert editor.toPlainText() == f"Mời {HOLDER} dự"


def test_a_field_typed_behind_letters_of_two_places_becomes_one(editor: ChipEditor) -> None:
    editor.put("🎉🎉 ")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    write(editor, "{{Chủ trì}}.")
    assert editor.text() == "🎉🎉 {{Chủ trì}}."
    assert editor.toPlainText() == f"🎉🎉 {HOLDER}."


def test_fields_are_copied_and_pasted_whole(editor: ChipEditor) -> None:
    editor.put(TEXT)
    editor.selectAll()
    editor.copy()
    assert QGuiApplication.clipboard().text() == TEXT
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.paste()
    assert editor.text() == TEXT + TEXT


def test_strange_letters_that_are_pasted_make_no_field(editor: ChipEditor) -> None:
    data = QMimeData()
    data.setText(f"a{HOLDER}b {{{{Chủ{HOLDER} trì}}}}")
    editor.insertFromMimeData(data)
    assert editor.text() == "ab {{Chủ trì}}"


def test_what_stands_on_a_chip() -> None:
    written = ("{{Chủ trì}}", "{{Đại biểu.Họ và tên|đậm}}", "{{Trừ khi: Chủ trì}}")
    assert [shown(one) for text in written for one in markers.markers(text)] == [
        "Chủ trì", "Đại biểu › Họ và tên · đậm", "Trừ khi: Chủ trì",
    ]  # fmt: skip


# -- the list of fields


def test_a_field_is_found_without_accents_and_picked_with_the_keyboard(qtbot: QtBot) -> None:
    dialog = FieldDialog(OF_MEETING)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    picked: list[str] = []
    dialog.picked.connect(picked.append)
    QTest.keyClicks(dialog.line, "dai bieu ho")
    assert [row.id for row in dialog.model.rows][0] == "Đại biểu.Họ và tên"
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert picked == ["{{Đại biểu.Họ và tên}}"]


def test_a_condition_names_the_list_and_a_value_may_be_written_several_ways(qtbot: QtBot) -> None:
    dialog = FieldDialog(OF_MEETING)
    qtbot.addWidget(dialog)
    dialog.line.setText("dai bieu ho va ten")
    dialog.form.setCurrentText("IN HOA")
    assert dialog.written() == "{{Đại biểu.Họ và tên|IN HOA}}"
    dialog.way.setCurrentIndex(2)
    assert dialog.way.currentText() != AS_VALUE
    assert dialog.written() == "{{Trừ khi: Đại biểu}}"


def test_every_field_of_the_list_is_one_that_the_paper_knows(qtbot: QtBot) -> None:
    dialog = FieldDialog(OF_MEETING)
    qtbot.addWidget(dialog)
    for place in range(len(dialog.model.rows)):
        dialog.table.selectRow(place)
        for way in range(dialog.way.count()):
            dialog.way.setCurrentIndex(way)
            assert not markers.problems(dialog.written(), OF_MEETING), dialog.written()


# -- the window


def test_own_words_of_the_file_stand_in_the_window(qtbot: QtBot, office: dict[str, int]) -> None:
    wordings.save("invitation", {"closing": "Một."})
    made = WordingsDialog()
    qtbot.addWidget(made)
    box = box_of(made, "invitation", "closing")
    assert (box.text(), box.is_own()) == ("Một.", True)
    assert "đã sửa" in made.papers.currentItem().text()
    assert not made.save_button.isEnabled()


def test_an_office_of_the_other_spelling_keeps_only_what_it_changed(
    qtbot: QtBot, office: dict[str, int]
) -> None:
    settings.save_office({**settings.values(), "spelling": "uỷ"})
    made = WordingsDialog()
    qtbot.addWidget(made)
    boxes = {kind: box_of(made, "invitation", kind) for kind in ("recipients", "opening")}
    assert "{{Cấp uỷ}}" in boxes["recipients"].text()
    assert not boxes["recipients"].is_own()
    boxes["recipients"].editor.put("Như trên")
    assert made.save()
    boxes["recipients"].reset()
    assert made.save()
    assert wordings.of("invitation") == {}


@pytest.fixture
def dialog(qtbot: QtBot, office: dict[str, int]) -> Iterator[WordingsDialog]:
    made = WordingsDialog()
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.drafts.clear()


def box_of(dialog: WordingsDialog, kind: str, key: str) -> SentenceBox:
    dialog.choose(kind)
    return next(box for box in dialog.boxes if box.key == key)


def test_a_changed_sentence_is_kept_in_one_step_and_undone(dialog: WordingsDialog) -> None:
    box = box_of(dialog, "invitation", "closing")
    box.editor.put("Mong đồng chí đến đúng giờ.")
    assert "chưa lưu" in dialog.papers.currentItem().text()
    assert dialog.save()
    assert wordings.of("invitation") == {"closing": "Mong đồng chí đến đúng giờ."}
    assert history.undo_label() == "Sửa câu chữ của giấy mời chung"
    assert "đã sửa" in dialog.papers.currentItem().text()
    history.undo()
    assert wordings.of("invitation") == {}


def test_words_of_two_papers_are_kept_in_one_step(dialog: WordingsDialog) -> None:
    box_of(dialog, "invitation", "closing").editor.put("Một.")
    box_of(dialog, "notice", "recipients").editor.put("Hai")
    assert dialog.save()
    assert (wordings.of("invitation"), wordings.of("notice")) == ({"closing": "Một."}, {"recipients": "Hai"})
    history.undo()
    assert (wordings.of("invitation"), wordings.of("notice")) == ({}, {})


def test_typed_words_wait_while_another_paper_is_looked_at(dialog: WordingsDialog) -> None:
    box_of(dialog, "invitation", "closing").editor.put("Một.")
    dialog.choose("minutes")
    assert box_of(dialog, "invitation", "closing").text() == "Một."


def test_a_wrong_field_is_told_and_nothing_is_kept(dialog: WordingsDialog) -> None:
    box = box_of(dialog, "invitation", "place")
    box.editor.put("Tại {{Địa đim}}.")
    assert "Có phải là {{Địa điểm}}?" in box.note.text()
    dialog.choose("minutes")
    assert not dialog.save()
    assert dialog.kind == "invitation"
    assert wordings.of("invitation") == {}


def test_back_to_the_shipped_words(dialog: WordingsDialog) -> None:
    for key, words in (("closing", "Một."), ("place", "Ở {{Địa điểm}}.")):
        box_of(dialog, "invitation", key).editor.put(words)
    assert dialog.save()
    box = box_of(dialog, "invitation", "closing")
    assert box.state.text() == "· Đã sửa"
    box.reset()
    assert dialog.save()
    assert list(wordings.of("invitation")) == ["place"]
    dialog.reset()
    assert dialog.save()
    assert wordings.of("invitation") == {}


def test_a_field_from_the_list_goes_where_the_cursor_is(dialog: WordingsDialog) -> None:
    box = box_of(dialog, "invitation", "place")
    box.editor.put("Tại .")
    dialog.activateWindow()
    box.editor.setFocus()
    dialog._enter(box)
    cursor = box.editor.textCursor()
    cursor.setPosition(4)
    box.editor.setTextCursor(cursor)
    dialog.choose_field()
    dialog._fields.line.setText("dia diem")
    dialog._fields.pick()
    assert box.text() == "Tại {{Địa điểm}}."


def test_leaving_asks_for_what_is_not_saved(dialog: WordingsDialog) -> None:
    box_of(dialog, "invitation", "closing").editor.put("Một.")
    dialog.reject()
    assert dialog.isVisible()
    assert isinstance(dialog._asking, Leaving)
    dialog._asking.go.click()
    assert not dialog.isVisible()
    assert wordings.of("invitation") == {"closing": "Một."}


def test_an_empty_sentence_is_told_to_be_left_out(dialog: WordingsDialog) -> None:
    box = box_of(dialog, "invitation", "chair")
    box.editor.put("")
    assert "không in" in box.note.text()


@pytest.fixture
def meeting(office: dict[str, int]) -> int:
    kind = choices("meeting_type")[0][0]
    given = {"type": kind, "title": "Hội nghị quán triệt Chỉ thị", "organiser": office["own"]}
    return meetings.save(blank(laws.FIELDS) | given)


def test_the_trial_says_what_is_typed_and_saves_nothing(meeting: int, dialog: WordingsDialog) -> None:
    box_of(dialog, "invitation", "closing").editor.put("Mong dự {{Tên hội nghị|IN HOA}} đúng giờ.")
    dialog.trial_button.click()
    pages = dialog._trial.pages
    assert isinstance(pages, Pages)
    assert "Mong dự HỘI NGHỊ QUÁN TRIỆT CHỈ THỊ đúng giờ." in "\n".join(pages.words())
    assert wordings.of("invitation") == {}


def test_every_paper_of_a_meeting_can_be_tried(meeting: int, dialog: WordingsDialog) -> None:
    for entry in worded_papers():
        if entry.record == MEETING:
            dialog.choose(entry.key)
            dialog.preview()
            assert len(dialog._trial.pages) >= 1, entry.key
            dialog._trial.close()


def test_without_a_meeting_nothing_is_tried(dialog: WordingsDialog) -> None:
    dialog.choose("invitation")
    assert not dialog.trial_button.isEnabled()


def test_labels_of_one_paper_differ_and_fields_are_known() -> None:
    for entry in worded_papers():
        labels = [one.label for one in rules.sentences(entry.key)]
        assert len(labels) == len(set(labels)), entry.key
        for one in rules.sentences(entry.key):
            assert not markers.problems(one.text, names_of(entry.record)), (entry.key, one.key)


def test_a_body_of_the_state_words_its_own_papers(qtbot: QtBot, office: dict[str, int]) -> None:
    settings.put("family", "state")
    made = WordingsDialog()
    qtbot.addWidget(made)
    shown_papers = {
        made.papers.item(place).data(Qt.ItemDataRole.UserRole) for place in range(made.papers.count())
    }
    assert {one.key for one in worded_papers()} - shown_papers == {"summons_circular", "conclusion"}
    closing = box_of(made, "invitation_people", "closing")
    assert closing.text() == "Đề nghị ông (bà) đến dự đúng thời gian."
    assert not closing.is_own()
