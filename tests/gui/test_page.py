"""The generic page, tried on an invented subject."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from db import listings
from gui.asking import Question
from gui.form import Form
from gui.page import ANY, ONE, Column, Filter, TablePage, card
from gui.table import TableView
from rules.facts import Listing
from rules.trouble import Refused
from tests.gui import fakes


class Units(TablePage):
    name, title, noun, icon = "fakes", "Đơn vị", "đơn vị", "unit"
    depends = frozenset({"unit"})
    laws = fakes.LAWS
    columns = (
        Column("organization", "Tên tổ chức", 240, stretch=True),
        Column("kind", "Loại", 160),
        Column("members", "Đảng viên", 90, "right"),
        Column("founded", "Thành lập", 110, shown=False),
    )
    filters = (Filter("kind", "Loại", lambda: fakes.KINDS),)
    empty = "Chưa có đơn vị nào. Thêm đơn vị đầu tiên."

    def __init__(self, kept: fakes.Kept) -> None:
        self.subject = kept  # type: ignore[misc]
        self.opened: list[str] = []
        super().__init__()

    def more_actions(self) -> list[Any]:
        return [self.action("Đổi tên…", "edit", "Ctrl+R", lambda: self.opened.append("rename"), ONE)]

    def make_form(self, title: str, values: dict[str, Any], record: int | None) -> Form:
        return Form(
            title, fakes.FIELDS, values, fakes.problems, None, "Lưu đơn vị", self,
            on_save=lambda given: self._save(given, record), choices=fakes.choices,
        )  # fmt: skip


Make = Callable[..., Units]


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def made(count: int = 8) -> Units:
        page = Units(fakes.Kept(fakes.sample(count)))
        qtbot.addWidget(page)
        page.resize(1366, 600)
        page.show()
        page.activateWindow()
        QApplication.processEvents()
        return page

    return made


def shown(page: Units) -> list[str]:
    return [row.organization.removeprefix("Đảng bộ ") for row in page.model.rows]


def form_of(page: Units) -> Form:
    assert page._form is not None
    return page._form


def question() -> Question:
    box = QApplication.activeModalWidget()
    assert isinstance(box, Question)
    return box


def test_it_loads_when_it_is_first_seen_and_counts(make: Make) -> None:
    page = make()
    assert len(shown(page)) == 8
    assert page.counts.text() == "8 đơn vị"
    assert [row.id for row in page.selected()] == [1]
    assert "Đảng bộ Sở Công Thương" in page.beside.text()


def test_typing_asks_once_after_a_pause(make: Make, qtbot: QtBot) -> None:
    page = make()
    asked = len(page.subject.asked)
    for words in ("s", "so", "so t"):
        page.bar.search.setText(words)
    assert len(page.subject.asked) == asked
    qtbot.waitUntil(lambda: len(page.subject.asked) > asked, timeout=1000)
    assert page.subject.asked[asked:] == [("so t", {})]
    assert shown(page) == ["Sở Công Thương", "Sở Tài chính"]
    assert page.counts.text() == "2 đơn vị tìm thấy"


def test_a_filter_narrows_at_once_and_only_chosen_ones_are_sent(make: Make) -> None:
    page = make()
    page.bar.set_filter("kind", 2)
    assert page.subject.asked[-1] == ("", {"kind": 2})
    assert {row.kind for row in page.model.rows} == {"Chi bộ cơ sở"}
    assert page.bar.describe() == "Loại: Chi bộ cơ sở"


def test_nothing_found_offers_to_clear_the_search(make: Make, qtbot: QtBot) -> None:
    page = make()
    page.bar.search.setText("xyz")
    qtbot.keyClick(page.bar.search, Qt.Key.Key_Return)
    assert page.nothing.words() == "Không thấy đơn vị nào với “xyz”."
    assert page.nothing.button.text() == "Xóa điều kiện tìm"
    assert not page.beside.isVisible()
    assert not page.excel_action.isEnabled()
    page.nothing.button.click()
    assert len(shown(page)) == 8
    assert page.stack.currentWidget() is page.table


def test_an_empty_subject_says_what_to_do_with_a_button(make: Make) -> None:
    page = make(0)
    assert page.nothing.words() == Units.empty
    page.nothing.button.click()
    assert form_of(page).windowTitle() == "Thêm đơn vị"


def test_keys_do_what_the_buttons_do(make: Make, qtbot: QtBot) -> None:
    page = make()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(page.table, Qt.Key.Key_F, control)
    assert page.bar.search.hasFocus()
    qtbot.keyClick(page.bar.search, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_R, control)
    assert page.opened == ["rename"]
    for key, title in ((Qt.Key.Key_N, "Thêm đơn vị"), (Qt.Key.Key_D, "Nhân bản đơn vị")):
        qtbot.keyClick(page.table, key, control)
        assert form_of(page).windowTitle() == title
        form_of(page).close()
        qtbot.waitUntil(page.isActiveWindow, timeout=1000)
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Return):
        qtbot.keyClick(page.table, key)
        assert form_of(page).windowTitle() == "Sửa đơn vị"
        form_of(page).close()
        qtbot.waitUntil(page.isActiveWindow, timeout=1000)


def test_a_new_record_is_saved_shown_and_selected(make: Make, qtbot: QtBot) -> None:
    page = make()
    page.add()
    form = form_of(page)
    form.boxes["organization"].editor.put("Đảng bộ Sở Y tế")
    form.boxes["kind"].editor.put(1)
    with qtbot.waitSignal(page.said, timeout=500) as said:
        form.save()
    assert said.args == ["Đã lưu đơn vị."]
    assert [row.organization for row in page.selected()] == ["Đảng bộ Sở Y tế"]
    assert page.counts.text() == "9 đơn vị"


def test_an_edit_changes_the_row_and_keeps_it_selected(make: Make) -> None:
    page = make()
    page.select({4})
    page.edit()
    form_of(page).boxes["members"].editor.put(999)
    form_of(page).save()
    assert [(row.id, row.members) for row in page.selected()] == [(4, 999)]


def test_a_duplicate_is_a_new_record(make: Make) -> None:
    page = make()
    page.select({2})
    page.duplicate()
    form_of(page).boxes["organization"].editor.put("Đảng bộ Sở Tài chính mới")
    form_of(page).save()
    assert len(page.subject.values) == 9
    assert page.subject.values[2].organization == "Đảng bộ Sở Tài chính"


def test_deleting_lists_what_hangs_on_it_first(make: Make) -> None:
    page = make()
    page.select({1, 3})
    page.delete()
    box = question()
    assert "2 đơn vị đã chọn" in box.text()
    assert "6 người đang giữ chức vụ ở đây." in box.informativeText()
    assert set(box.words()) == {"Quay lại", "Xóa đơn vị"}
    assert box.defaultButton() is box.no
    assert len(page.subject.values) == 8
    box.go.click()
    assert sorted(page.subject.values) == [2, 4, 5, 6, 7, 8]
    assert page.counts.text() == "6 đơn vị"


def test_thinking_twice_deletes_nothing(make: Make) -> None:
    page = make()
    page.delete()
    question().no.click()
    assert len(page.subject.values) == 8


def test_a_refused_deletion_is_told(make: Make) -> None:
    page = make()

    def refuse(_ids: list[int]) -> None:
        raise Refused("Tệp dữ liệu chỉ cho đọc.", "Hãy mở lại chương trình.")

    page.subject.delete = refuse
    page.delete()
    question().go.click()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QWidget)
    assert "chỉ cho đọc" in box.text()  # type: ignore[attr-defined]
    box.close()


def test_news_of_its_tables_reloads_and_keeps_what_was_selected(make: Make) -> None:
    page = make(60)
    page.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    page.select({30})
    place = page.table.verticalScrollBar().value()
    asked = len(page.subject.asked)
    page.news(frozenset({"person"}))
    assert len(page.subject.asked) == asked
    page.news(frozenset({"unit", "person"}))
    assert len(page.subject.asked) == asked + 1
    assert [row.id for row in page.selected()] == [30]
    assert page.table.verticalScrollBar().value() == place
    assert page.table.horizontalHeader().sortIndicatorSection() == 2


def test_a_page_out_of_sight_reloads_when_it_is_seen_again(make: Make) -> None:
    page = make()
    page.hide()
    asked = len(page.subject.asked)
    page.news(frozenset({"unit"}))
    assert len(page.subject.asked) == asked
    page.show()
    assert len(page.subject.asked) == asked + 1


def test_actions_are_ready_only_when_they_can_work(make: Make) -> None:
    page = make()
    page.select({1, 2})
    ready = [page.edit_action, page.duplicate_action, page.delete_action, page.own_actions[0]]
    assert [action.isEnabled() for action in ready] == [False, False, True, False]
    assert "Đã chọn 2 đơn vị" in page.beside.text()
    assert {needs for _, needs in page._needs} == {"free", ONE, ANY}


def test_right_click_offers_the_same_actions(make: Make) -> None:
    page = make()
    page._menu(page.table.rect().center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words == ["Đổi tên…", "Thêm đơn vị", "Sửa", "Nhân bản", "Xóa", "Xuất Excel", "In"]
    menu.close()


def test_what_goes_out_is_exactly_what_is_seen(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listings, "head", lambda title: title)
    page = make()
    page.table.show_column(1, False)
    page.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    page.bar.set_filter("kind", 1)
    facts: Listing = page.listing()
    assert [column.title for column in facts.columns] == ["TT", "Tên tổ chức", "Đảng viên"]
    assert [column.align for column in facts.columns] == ["center", "left", "right"]
    rows = [
        (n, row.organization, row.members if row.members is not None else "")
        for n, row in enumerate(page.model.rows, 1)
    ]
    assert list(facts.rows) == rows
    assert (facts.title, facts.subtitle) == ("Danh sách đơn vị", "(Loại: Đảng bộ cơ sở)")


def test_every_control_has_its_own_name(make: Make) -> None:
    page = make()
    kinds = (QPushButton, QToolButton, QLineEdit, QComboBox, TableView)
    controls = [widget for kind in kinds for widget in page.findChildren(kind) if widget.isVisible()]
    own = [w for w in controls if not isinstance(w.parent(), (QLineEdit, QComboBox))]
    names = [w.accessibleName() or getattr(w, "text", str)() for w in own]
    assert all(names)
    assert len(set(names)) == len(names)


def test_it_fits_the_small_screen_at_125_percent(make: Make) -> None:
    page = make()
    assert page.minimumSizeHint().width() <= 1090
    assert page.minimumSizeHint().height() <= 500


def test_a_card_leaves_out_what_is_empty_and_escapes_what_was_typed() -> None:
    text = card("A <b> & C", [("Ghi chú", "dòng 1\ndòng 2"), ("Điện thoại", "")], ["", "sáng"])
    assert "A &lt;b&gt; &amp; C" in text
    assert "dòng 1<br>dòng 2" in text
    assert "Điện thoại" not in text
