"""The paste window: what is read is ticked or not, marked in the text, kept as one step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db import directives, history, meetings, people, tasks
from gui import errors, jobs
from gui.pasting.window import NOTHING, PasteDialog
from gui.tools import doors
from gui.window import MainWindow
from rules import legacy
from rules.pasting import DIRECTIVE, LINK, MEETING, PERSON, TASK

NEWS = (
    "Đảng ủy Khối các cơ quan tỉnh tổ chức Hội nghị quán triệt Chỉ thị số 12-CT/TW của Ban Bí thư\n"
    "Sáng 15/9/2020, Đảng ủy Khối các cơ quan tỉnh tổ chức Hội nghị quán triệt Chỉ thị số 12-CT/TW, "
    "ngày 01/7/2020 của Ban Bí thư. Đồng chí Nguyễn Văn Bình, Bí thư Đảng ủy Khối các cơ quan tỉnh "
    "chủ trì Hội nghị.\n"
    "Hội nghị đã nghe đồng chí Lê Thị Cúc, Phó Bí thư Đảng ủy Khối các cơ quan tỉnh quán triệt nội dung "
    "Chỉ thị số 12-CT/TW, ngày 01/7/2020 của Ban Bí thư; Kế hoạch số 45-KH/ĐUK, ngày 10/9/2020 của Ban "
    "Thường vụ Đảng ủy Khối các cơ quan tỉnh.\n"
    "Kết luận Hội nghị, đồng chí Nguyễn Văn Bình yêu cầu các chi bộ, đảng bộ cơ sở phải xây dựng kế hoạch "
    "thực hiện; phân công người theo dõi; báo cáo kết quả trước ngày 30/11/2020.\n"
    "Văn phòng Đảng ủy Khối các cơ quan tỉnh"
)


@pytest.fixture
def dialog(qtbot: QtBot, office: dict[str, int]) -> Iterator[PasteDialog]:
    made = PasteDialog()
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    yield made
    jobs.wait()


def pasted(dialog: PasteDialog, text: str = NEWS) -> PasteDialog:
    QGuiApplication.clipboard().setText(text)
    QTest.keySequence(dialog.text, QKeySequence(QKeySequence.StandardKey.Paste))
    return dialog


def kinds(dialog: PasteDialog) -> set[str]:
    return {kind for kind, _ in dialog.offers.chosen()}


def test_before_a_text_the_window_says_what_to_do(dialog: PasteDialog) -> None:
    assert "Ctrl+V" in dialog.text.placeholderText()
    assert not dialog.keep_button.isEnabled()
    assert dialog.sum.text() == ""


def test_a_pasted_text_is_read_at_once_and_nothing_is_kept(dialog: PasteDialog) -> None:
    before = history.digest()
    pasted(dialog)
    assert {MEETING, DIRECTIVE, LINK, PERSON, TASK} <= kinds(dialog)
    assert dialog.keep_button.text().startswith("Ghi ")
    assert history.digest() == before


def test_what_is_ticked_is_kept_as_one_step(dialog: PasteDialog, qtbot: QtBot) -> None:
    pasted(dialog)
    before = history.digest()
    with qtbot.waitSignal(dialog.opened) as heard:
        dialog.keep_button.click()
    (meeting,) = meetings.rows()
    assert heard.args == ["meeting", meeting.id]
    assert (meeting.day, meeting.chair) == (date(2020, 9, 15), "Nguyễn Văn Bình")
    assert {row.symbol for row in directives.rows()} >= {"12-CT/TW", "45-KH/ĐUK"}
    plan = next(row for row in directives.rows() if row.symbol == "45-KH/ĐUK")
    assert [(one.relation, one.directive.symbol) for one in directives.links(plan.id)] == [
        ("carries_out", "12-CT/TW")
    ]
    assert "Lê Thị Cúc" in {row.full_name for row in people.rows()}
    kept = tasks.rows(meeting=meeting.id)
    assert len(kept) == 3
    assert [str(row.due) for row in kept if row.due]
    history.undo()
    assert history.digest() == before


def test_what_is_kept_already_is_told_and_not_kept_twice(dialog: PasteDialog) -> None:
    pasted(dialog)
    dialog.keep_button.click()
    again = PasteDialog()
    again.put(NEWS)
    assert again.offers.chosen() == []
    assert not again.keep_button.isEnabled()
    assert len(meetings.rows()) == 1
    again.close()


def test_an_unticked_line_is_left_out(dialog: PasteDialog) -> None:
    pasted(dialog)
    for kind, at in dialog.offers.chosen():
        if kind != PERSON:
            dialog.offers.tick((kind, at), False)
    dialog.keep_button.click()
    assert meetings.rows() == []
    assert "Lê Thị Cúc" in {row.full_name for row in people.rows()}


def test_tasks_without_their_meeting_are_refused_in_a_sentence(
    dialog: PasteDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(errors, "show", lambda trouble, _parent=None: told.append(str(trouble)))
    pasted(dialog)
    before = history.digest()
    dialog.offers.tick((MEETING, 0), False)
    dialog.keep_button.click()
    assert told == ["Thành phần và nhiệm vụ phải thuộc một hội nghị. Đánh dấu cả hội nghị rồi ghi."]
    assert history.digest() == before
    assert dialog.isVisible()


def test_the_place_of_the_chosen_line_is_marked_in_the_text(dialog: PasteDialog) -> None:
    pasted(dialog, "😀 " + NEWS)  # letters of two halves before it
    line = next(item for item in dialog.offers._lines() if dialog.offers.key_of(item) == (DIRECTIVE, 0))
    dialog.offers.setCurrentItem(line)
    marked = [mark.cursor.selectedText() for mark in dialog.text.extraSelections()]
    assert len(marked) >= 2
    assert all("12-CT/TW" in words for words in marked)


def test_old_letters_are_turned_and_that_is_said(dialog: PasteDialog) -> None:
    pasted(dialog, legacy.from_unicode(NEWS, "tcvn3"))
    assert "Đã chuyển từ bảng mã cũ" in dialog.note.text()
    assert "Nguyễn Văn Bình" in dialog.text.toPlainText()
    assert MEETING in kinds(dialog)


def test_what_is_odd_in_the_text_is_said(dialog: PasteDialog) -> None:
    pasted(dialog, NEWS.replace("Sáng 15/9/2020", "Sáng thứ Hai, ngày 15/9/2020"))
    assert "15/09/2020 là Thứ Ba, không phải Thứ Hai." in dialog.note.text()
    pasted(dialog)
    assert dialog.note.text() == ""


def test_a_text_that_tells_nothing(dialog: PasteDialog) -> None:
    pasted(dialog, "Hôm nay trời đẹp.")
    assert dialog.sum.text() == NOTHING
    assert not dialog.keep_button.isEnabled()


def test_typing_is_read_after_a_while(dialog: PasteDialog, qtbot: QtBot) -> None:
    dialog.text.setPlainText(NEWS)
    assert dialog.offers.chosen() == []
    qtbot.waitUntil(lambda: bool(dialog.offers.chosen()), timeout=5000)


def test_a_long_text_is_read_off_the_screen(dialog: PasteDialog) -> None:
    dialog.put(NEWS + "\n" + "Công việc vẫn tiến hành như thường lệ.\n" * 1000)
    assert dialog.offers.chosen() == []
    jobs.wait()
    QApplication.processEvents()
    assert MEETING in kinds(dialog)


def test_a_word_file_is_read(dialog: PasteDialog, tmp_path: Path) -> None:
    file = docx.Document()
    for line in NEWS.split("\n"):
        file.add_paragraph(line)
    file.save(str(tmp_path / "Tin.docx"))
    dialog.open_file(tmp_path / "Tin.docx")
    jobs.wait()
    QApplication.processEvents()
    assert {MEETING, DIRECTIVE, TASK} <= kinds(dialog)


def test_all_of_it_by_keys(dialog: PasteDialog, qtbot: QtBot) -> None:
    pasted(dialog)
    qtbot.keyClick(dialog.text, Qt.Key.Key_Tab)
    assert dialog.offers.hasFocus()
    count = len(dialog.offers.chosen())
    qtbot.keyClick(dialog.offers, Qt.Key.Key_Space)
    assert len(dialog.offers.chosen()) == count - 1
    qtbot.keyClick(dialog.offers, Qt.Key.Key_Space)
    qtbot.keySequence(dialog, QKeySequence("Ctrl+S"))
    assert len(meetings.rows()) == 1


def test_ctrl_z_right_after_keeping_takes_all_of_it_back(qtbot: QtBot, office: dict[str, int]) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    before = len(meetings.rows()), len(directives.rows())
    doors.paste(window)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PasteDialog)
    dialog.put(NEWS)
    dialog.keep_button.click()
    assert len(meetings.rows()) == before[0] + 1
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (len(meetings.rows()), len(directives.rows())) == before


def test_enter_on_a_line_keeps_nothing(dialog: PasteDialog) -> None:
    dialog.put(NEWS)
    dialog.offers.setFocus()
    QTest.keyClick(dialog.offers, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert not meetings.rows()
