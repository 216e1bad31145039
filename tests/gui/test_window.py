"""The window: its tabs, its menus, undo and redo in words, the news, the way out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from db import file, history, settings, units
from gui import jobs, look, state
from gui.window import MainWindow
from rules import office as facts


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


def entries(window: MainWindow, menu: str) -> list[str]:
    top = next(action for action in window.menuBar().actions() if action.text() == menu)
    return [action.text() for action in top.menu().actions() if action.text()]


def choose(window: MainWindow, words: str) -> None:
    for top in window.menuBar().actions():
        for action in top.menu().actions():
            if action.text() == words:
                action.trigger()
                return
    raise AssertionError(words)


def said() -> QMessageBox:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    return box


def test_the_title_names_the_office_and_no_banner_speaks_of_samples(window: MainWindow) -> None:
    assert window.windowTitle() == "Đảng ủy Khối các cơ quan tỉnh – Thư Ký"
    assert not window.banner.isVisible()


def test_a_sample_file_says_so_all_the_time(window: MainWindow) -> None:
    settings.put(facts.SAMPLE, "1")
    assert window.banner.isVisible()
    assert window.banner.text().startswith("DỮ LIỆU MẪU")


def test_pages_are_built_when_their_tab_is_first_seen(window: MainWindow) -> None:
    assert [place.page is not None for place in window.places] == [True, False, False, False]
    QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert window.tabs.tabText(window.tabs.currentIndex()) == "Đại biểu"
    assert [place.page is not None for place in window.places] == [True, False, False, True]


def test_the_tab_seen_last_comes_back(window: MainWindow, qtbot: QtBot) -> None:
    window.page("Đại biểu")
    window.close()
    again = MainWindow()
    qtbot.addWidget(again)
    assert again.tabs.tabText(again.tabs.currentIndex()) == "Đại biểu"


def test_a_remembered_tab_that_is_no_more_opens_another(office: dict[str, int], qtbot: QtBot) -> None:
    state.put("window/tab", 99)
    window = MainWindow()
    qtbot.addWidget(window)
    assert window.tabs.currentIndex() == window.tabs.count() - 1


def test_undo_and_redo_say_what_they_will_do(window: MainWindow, office: dict[str, int]) -> None:
    assert window.redo_action.text() == "Làm lại"
    assert not window.redo_action.isEnabled()
    units.close(office["SNV"], units.date(2020, 1, 1))
    words = "Kết thúc hoạt động Đảng bộ Sở Nội vụ"
    assert history.undo_label() == words
    assert window.undo_action.text() == f"Hoàn tác: {words}"
    assert window.undo_line.text() == f"Hoàn tác: {words} (Ctrl+Z)"
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert units.get(office["SNV"])["closed"] is None
    assert window.redo_action.text() == f"Làm lại: {words}"
    assert window.statusBar().currentMessage() == f"Đã hoàn tác: {words}."
    QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert units.get(office["SNV"])["closed"] is not None


def test_undo_of_the_very_first_step_leaves_a_window_that_can_redo_it(window: MainWindow) -> None:
    while history.undo_label():
        window.undo()
    assert window.windowTitle() == "Thư Ký"
    while history.redo_label():
        window.redo()
    assert window.windowTitle() == "Đảng ủy Khối các cơ quan tỉnh – Thư Ký"


def test_ctrl_z_in_an_untouched_search_line_undoes_the_change(
    window: MainWindow, office: dict[str, int]
) -> None:
    units.close(office["SNV"], units.date(2020, 1, 1))
    page = window.page("Đơn vị")
    page.seek()
    QTest.keyClick(page.bar.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert units.get(office["SNV"])["closed"] is None


def test_ctrl_z_takes_back_typing_first(window: MainWindow, office: dict[str, int]) -> None:
    units.close(office["SNV"], units.date(2020, 1, 1))
    page = window.page("Đơn vị")
    page.seek()
    QTest.keyClicks(page.bar.search, "abc")
    QTest.keyClick(page.bar.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.bar.search.text() == ""
    assert units.get(office["SNV"])["closed"] is not None


def test_news_reach_the_page_in_sight_now_and_the_others_when_seen(
    window: MainWindow, office: dict[str, int]
) -> None:
    people, page = window.page("Đại biểu"), window.page("Đơn vị")
    values = units.get(office["SCT"]) | {"committee": "Đảng ủy Sở Công nghiệp"}
    loads = people._loads
    units.save(values, office["SCT"])
    assert "Đảng ủy Sở Công nghiệp" in [row.committee for row in page.model.rows]
    assert people._loads == loads
    window.page("Đại biểu")
    assert "Bí thư Đảng ủy Sở Công nghiệp" in [row.title for row in people.model.rows]


def test_a_new_name_of_the_office_shows_in_the_title(window: MainWindow) -> None:
    settings.save_office(settings.values() | {"committee": "Đảng ủy các cơ quan Đảng tỉnh"})
    assert window.windowTitle() == "Đảng ủy các cơ quan Đảng tỉnh – Thư Ký"


def test_the_menu_opens_the_form_of_the_office(window: MainWindow) -> None:
    choose(window, "Thông tin cơ quan…")
    form = QApplication.activeModalWidget()
    assert form.windowTitle() == "Thông tin cơ quan"
    form.boxes["place_name"].editor.put("Mẫu Sơn")
    form.save()
    assert settings.office().place_name == "Mẫu Sơn"


def test_a_record_of_another_tab_is_shown_there(window: MainWindow, office: dict[str, int]) -> None:
    window.open_record("person", office["Đỗ Ước"])
    page = window.page("Đại biểu")
    assert [row.full_name for row in page.selected()] == ["Đỗ Ước"]
    window.open_record("unit", office["cell"])
    assert [row.id for row in window.page("Đơn vị").selected()] == [office["cell"]]


def test_what_a_page_says_stands_at_the_bottom(window: MainWindow) -> None:
    window.page("Đơn vị").said.emit("Đã lưu đơn vị.")
    assert window.statusBar().currentMessage() == "Đã lưu đơn vị."


def test_the_guide_the_history_and_the_program_itself_have_their_windows(window: MainWindow) -> None:
    for title, dots in (("Hướng dẫn sử dụng", ""), ("Lịch sử thay đổi", "…")):
        choose(window, title + dots)
        dialog = QApplication.activeModalWidget()
        assert dialog.windowTitle() == title
        dialog.close()
    choose(window, "Giới thiệu Thư Ký")
    assert str(file.folder()) in said().informativeText()
    said().close()


def test_the_menu_changes_the_look_and_ticks_it(window: MainWindow, qapp: QApplication) -> None:
    try:
        choose(window, "Màu: Tối")
        assert look.is_dark()
        icon = window.page("Đơn vị").add_action.icon().pixmap(18, 18).toImage()
        drawn = [icon.pixelColor(x, 9) for x in range(icon.width()) if icon.pixelColor(x, 9).alpha() == 255]
        assert drawn
        assert all(colour.lightness() > 160 for colour in drawn)  # icons made before follow
        assert state.text("look/mode") == "dark"
    finally:
        window.change_look("light")
    assert not look.is_dark()


class Typing(QWidget):
    """A page that holds what is not saved."""

    may = False

    def may_leave(self, then: Callable[[], object]) -> bool:
        self.then = then
        return self.may


def test_a_page_with_unsaved_typing_keeps_the_window_open(window: MainWindow) -> None:
    window.places[2].page = page = Typing()
    assert not window.close()
    assert window.isVisible()
    assert window.tabs.currentIndex() == 2
    page.may = True
    page.then()  # the answer
    assert not window.isVisible()
    assert window.close()


def test_a_file_that_is_being_written_is_waited_for(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "busy", lambda: 1)
    assert not window.close()
    assert "ghi dở" in said().text()
    said().close()


def test_a_closed_window_hears_no_more_news(window: MainWindow) -> None:
    assert len(history.listeners) == 1
    window.close()
    assert history.listeners == []


def test_the_line_at_the_bottom_knows_the_last_backup(window: MainWindow, folder: Path) -> None:
    assert window.findChildren(QLabel)
    assert window.backup_line.text() == "⚠ Chưa sao lưu lần nào"
    choose(window, "Sao lưu ngay")
    said().close()
    assert window.backup_line.text().startswith("✓ Sao lưu đã kiểm tra: hôm nay")


def test_every_entry_of_the_menus_has_its_own_key(window: MainWindow) -> None:
    actions = [action for top in window.menuBar().actions() for action in top.menu().actions()]
    keys = [action.shortcut().toString() for action in actions if action.shortcut().toString()]
    assert len(keys) == len(set(keys)) >= 10
    assert entries(window, "&Tệp")[-1] == "Thoát"
