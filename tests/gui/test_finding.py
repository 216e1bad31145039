"""Ctrl+K: what is found kind by kind, walked by the keyboard alone, opened where it lives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db import directives, finding, meetings, people, units
from db.choices import choices
from gui import found, state, ways
from gui.finding import NO_ACCENTS, RECENT, FindDialog
from gui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, office: dict[str, int]) -> Iterator[MainWindow]:
    made = MainWindow()
    made.show()
    QApplication.processEvents()
    yield made
    made.forget()
    made.hide()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def dialog(window: MainWindow) -> FindDialog:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    made = QApplication.activeModalWidget()
    assert isinstance(made, FindDialog)
    return made


def plan(number: int) -> int:
    kind = next(key for key, text in choices("directive_type") if text.startswith("Kế hoạch"))
    own = next(row.id for row in units.rows() if row.symbol == "ĐUK")
    values = {"type": kind, "number": number, "issuer": own, "issuer_code": "ĐUK", "direction": "out"}
    return directives.save(values | {"issued": "19/8/2019", "subject": "về đại hội"})


def briefing() -> int:
    kind = choices("meeting_type")[0][0]
    return meetings.save({"type": kind, "title": "Hội nghị giao ban quý III", "day": date(2019, 9, 27)})


def lines(dialog: FindDialog) -> list[str]:
    """What is read, headings with a colon before them."""
    rows = (dialog.list.item(row) for row in range(dialog.list.count()))
    return [item.text() if item.data(found.Role.UserRole) else f": {item.text()}" for item in rows]


def seek(dialog: FindDialog, words: str) -> list[str]:
    dialog.line.setText(words)
    dialog.finish()
    return lines(dialog)


def press(dialog: FindDialog, key: Qt.Key) -> None:
    QTest.keyClick(dialog.line, key)


def test_it_opens_with_the_keyboard_in_its_line_and_a_hint_of_what_to_type(dialog: FindDialog) -> None:
    assert dialog.focusWidget() is dialog.line
    assert dialog.stack.currentWidget() is dialog.empty
    assert "NVH" in dialog.empty.text()


def test_kinds_are_headings_the_best_one_first(dialog: FindDialog) -> None:
    shown = seek(dialog, "so cong thuong")
    assert shown[:2] == [": Đơn vị", "Đảng bộ Sở Công Thương"]
    assert shown.index(": Đơn vị") < shown.index(": Đại biểu") < shown.index("Trần Thị An")
    assert ": Xem tất cả" in shown
    assert dialog.list.currentItem().text() == "Đảng bộ Sở Công Thương"


def test_results_come_by_themselves_while_typing(dialog: FindDialog, qtbot: QtBot) -> None:
    QTest.keyClicks(dialog.line, "nvb")
    qtbot.waitUntil(lambda: "Nguyễn Văn Bình" in lines(dialog))
    assert not dialog._waiting


def test_typing_on_forgets_what_was_still_being_asked(
    dialog: FindDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []
    monkeypatch.setattr(finding, "find", lambda words, kind: asked.append((words, kind)) or [])
    QTest.keyClicks(dialog.line, "a")
    dialog._ask_next()
    QTest.keyClicks(dialog.line, "n")
    dialog.finish()
    assert [words for words, _ in asked] == ["a"] + ["an"] * len(finding.KINDS)


def test_enter_opens_the_record_in_its_tab(dialog: FindDialog, window: MainWindow) -> None:
    seek(dialog, "do uoc")
    press(dialog, Qt.Key.Key_Return)
    assert QApplication.activeModalWidget() is None
    assert window.tabs.tabText(window.tabs.currentIndex()) == "Đại biểu"
    assert [row.full_name for row in window.page("Đại biểu").selected()] == ["Đỗ Ước"]


def test_enter_right_after_typing_opens_the_best_of_all(dialog: FindDialog, window: MainWindow) -> None:
    QTest.keyClicks(dialog.line, "tran thi an")
    press(dialog, Qt.Key.Key_Return)
    assert [row.full_name for row in window.page("Đại biểu").selected()] == ["Trần Thị An"]


def test_arrows_pass_the_headings_and_go_round(dialog: FindDialog) -> None:
    shown = seek(dialog, "sct")
    names = [line for line in shown if not line.startswith(":")]
    walked = []
    for _ in names:
        walked.append(dialog.list.currentItem().text())
        press(dialog, Qt.Key.Key_Down)
    assert walked == names
    assert dialog.list.currentItem().text() == names[0]
    press(dialog, Qt.Key.Key_Up)
    assert dialog.list.currentItem().text() == names[-1]
    press(dialog, Qt.Key.Key_PageUp)
    assert dialog.list.currentItem().text() == names[0]
    assert dialog.focusWidget() is dialog.line


def test_a_line_chosen_stays_chosen_when_more_is_found(dialog: FindDialog) -> None:
    QTest.keyClicks(dialog.line, "so")
    while dialog._waiting != ["person"]:
        dialog._ask_next()
    press(dialog, Qt.Key.Key_Down)
    chosen = dialog.list.currentItem().text()
    dialog.finish()
    assert dialog.list.currentItem().text() == chosen


def test_a_screen_reader_hears_the_line_that_is_chosen(dialog: FindDialog) -> None:
    seek(dialog, "dang bo so cong thuong")
    assert dialog.line.accessibleDescription().startswith("Đơn vị: Đảng bộ Sở Công Thương, ")
    press(dialog, Qt.Key.Key_Down)
    assert dialog.line.accessibleDescription().startswith("Đại biểu: Trần Thị An, ")
    seek(dialog, "zzqx")
    assert dialog.line.accessibleDescription().startswith("Không thấy gì với “zzqx”.")


def test_nothing_found_says_so_and_enter_does_nothing(dialog: FindDialog) -> None:
    assert seek(dialog, "zzqx") == []
    assert dialog.empty.text().startswith("Không thấy gì với “zzqx”.")
    press(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_accents_narrow_and_are_left_aside_where_nothing_carries_them(dialog: FindDialog) -> None:
    people.save({"full_name": "Trần Thị Ẩn"})
    assert "Trần Thị An" not in seek(dialog, "trần thị ẩn")
    assert not dialog.note.isVisible()
    assert "Trần Thị An" in seek(dialog, "trận thị an")
    assert dialog.note.isVisible()
    assert dialog.note.text() == NO_ACCENTS


def test_what_was_opened_last_stands_first_next_time(
    dialog: FindDialog, window: MainWindow, office: dict[str, int]
) -> None:
    for words in ("do uoc", "snv"):
        seek(dialog, words)
        press(dialog, Qt.Key.Key_Return)
        window.find_all()
        dialog = QApplication.activeModalWidget()
    assert lines(dialog) == [f": {RECENT}", "Đảng bộ Sở Nội vụ", "Đỗ Ước"]
    people.delete([office["Đỗ Ước"]])
    state.put(found.KEPT_AS, [*state.words(found.KEPT_AS), "nonsense", "unit|x|"])
    dialog.reject()
    window.find_all()
    assert lines(QApplication.activeModalWidget()) == [f": {RECENT}", "Đảng bộ Sở Nội vụ"]


def test_a_plan_opens_in_its_editor(dialog: FindDialog, window: MainWindow) -> None:
    record = plan(92)
    shown = seek(dialog, "92 kh duk")
    assert shown[:4] == [": Văn bản", "Kế hoạch 92-KH/ĐUK", ": Kế hoạch", "Kế hoạch 92-KH/ĐUK"]
    press(dialog, Qt.Key.Key_Down)
    press(dialog, Qt.Key.Key_Return)
    page = window.page("Văn bản")
    assert page.editor is not None
    assert page.editor.record == record


def test_a_paper_opens_on_the_desk_of_its_meeting(dialog: FindDialog, window: MainWindow) -> None:
    meeting = briefing()
    assert seek(dialog, "bien ban giao ban")[:2] == [": Giấy tờ", "Biên bản hội nghị"]
    press(dialog, Qt.Key.Key_Return)
    workspace = window.page("Hội nghị").workspace
    assert workspace.meeting == meeting
    assert workspace.part().shelf.key() == "minutes"


def test_a_meeting_opens_its_workspace(dialog: FindDialog, window: MainWindow) -> None:
    meeting = briefing()
    assert seek(dialog, "giao ban quy iii")[1] == "Hội nghị giao ban quý III"
    press(dialog, Qt.Key.Key_Return)
    assert window.page("Hội nghị").workspace.meeting == meeting


def test_what_the_program_can_do_is_found_too(dialog: FindDialog) -> None:
    shown = seek(dialog, "lich su thay doi")
    assert shown[:2] == [": Việc làm được", "Lịch sử thay đổi"]
    assert dialog.line.accessibleDescription() == "Việc làm được: Lịch sử thay đổi, Ctrl+H"
    press(dialog, Qt.Key.Key_Return)
    assert QApplication.activeModalWidget().windowTitle() == "Lịch sử thay đổi"


@pytest.mark.parametrize("noun", ["đơn vị", "văn bản", "hội nghị", "đại biểu"])
def test_adding_a_record_is_found_from_anywhere(dialog: FindDialog, noun: str) -> None:
    seek(dialog, f"thêm {noun}")
    assert dialog.list.currentItem().text() == f"Thêm {noun}"
    press(dialog, Qt.Key.Key_Return)
    assert QApplication.activeModalWidget().windowTitle() == f"Thêm {noun}"


def test_the_same_words_can_be_taken_to_a_tab(dialog: FindDialog, window: MainWindow) -> None:
    shown = seek(dialog, "so")
    assert shown[-4:] == [
        f"Tìm “so” trong thẻ {tab}" for tab in ("Đơn vị", "Văn bản", "Hội nghị", "Đại biểu")
    ]
    press(dialog, Qt.Key.Key_Up)
    press(dialog, Qt.Key.Key_Return)
    page = window.page("Đại biểu")
    assert page.bar.words() == "so"
    assert [row.full_name for row in page.model.rows] == ["Trần Thị An", "Đỗ Ước"]


def test_a_task_of_a_directive_leads_to_it(window: MainWindow, office: dict[str, int]) -> None:
    record = plan(92)
    ways.open_hit(window, "task", 1, f"directive:{record}")
    assert [row.id for row in window.page("Văn bản").register.selected()] == [record]


def test_the_door_stands_beside_the_tabs(window: MainWindow) -> None:
    window.tabs.cornerWidget().click()
    assert isinstance(QApplication.activeModalWidget(), FindDialog)
