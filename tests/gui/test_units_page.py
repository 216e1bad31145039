"""The tab of units: the tree by mouse and keys, flat when searched, names from a day on, deleting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from db import history, people, units
from gui import state
from gui.form import Form
from gui.pages.units import UnitsPage
from tests.gui.office import kind

TREE = [
    ("Trung ương Đảng", 0),
    ("Đảng bộ tỉnh Mẫu", 0),
    ("Đảng bộ Khối các cơ quan tỉnh", 1),
    ("Đảng bộ Sở Công Thương", 2),
    ("Chi bộ Văn phòng Sở Công Thương", 3),
    ("Đảng bộ Sở Nội vụ", 2),
]


@pytest.fixture
def page(qtbot: QtBot, office: dict[str, int]) -> Iterator[UnitsPage]:
    made = UnitsPage()
    made.resize(1100, 600)
    history.listeners.append(made.news)
    made.show()
    QApplication.processEvents()
    yield made
    history.listeners.clear()
    made.hide()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def seen(page: UnitsPage) -> list[str]:
    return [row.organization for row in page.model.rows]


def chosen(page: UnitsPage) -> list[str]:
    return [row.organization for row in page.selected()]


def form_of(page: UnitsPage) -> Form:
    assert page._form is not None
    return page._form


def press(page: UnitsPage, key: Qt.Key) -> None:
    page.table.setFocus()
    QTest.keyClick(page.table, key)


def click_sign(page: UnitsPage, name: str) -> None:
    row = seen(page).index(name)
    rect = page.table.visualRect(page.model.index(row, 0))
    depth = page.model.rows[row].depth
    QTest.mouseClick(
        page.table.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPoint(rect.left() + 24 + 18 * depth - 10, rect.center().y()),
    )


def test_units_stand_under_the_unit_they_belong_to(page: UnitsPage) -> None:
    assert [(row.organization, row.depth) for row in page.model.rows] == TREE


def test_the_sign_closes_and_opens_a_branch(page: UnitsPage) -> None:
    click_sign(page, "Đảng bộ Sở Công Thương")
    assert "Chi bộ Văn phòng Sở Công Thương" not in seen(page)
    assert page.mark(page.model.rows[3]) == "closed"
    click_sign(page, "Đảng bộ Sở Công Thương")
    assert seen(page) == [name for name, _ in TREE]


def test_a_click_on_the_name_only_selects(page: UnitsPage) -> None:
    rect = page.table.visualRect(page.model.index(3, 0))
    place = QPoint(rect.left() + 120, rect.center().y())
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen(page) == ["Đảng bộ Sở Công Thương"]
    assert len(seen(page)) == len(TREE)


def test_a_closed_branch_stays_closed_in_the_next_page(page: UnitsPage, qtbot: QtBot) -> None:
    click_sign(page, "Đảng bộ Khối các cơ quan tỉnh")
    again = UnitsPage()
    qtbot.addWidget(again)
    again.reload()
    assert seen(again) == [name for name, _ in TREE[:3]]


def test_closing_a_branch_above_the_selected_unit_selects_the_branch(
    page: UnitsPage, office: dict[str, int]
) -> None:
    page.select({office["cell"]})
    click_sign(page, "Đảng bộ Khối các cơ quan tỉnh")
    assert chosen(page) == ["Đảng bộ Khối các cơ quan tỉnh"]


def test_arrows_walk_the_tree(page: UnitsPage, office: dict[str, int]) -> None:
    page.select({office["cell"]})
    press(page, Qt.Key.Key_Left)
    assert chosen(page) == ["Đảng bộ Sở Công Thương"]
    press(page, Qt.Key.Key_Left)
    assert "Chi bộ Văn phòng Sở Công Thương" not in seen(page)
    press(page, Qt.Key.Key_Right)
    assert "Chi bộ Văn phòng Sở Công Thương" in seen(page)
    assert chosen(page) == ["Đảng bộ Sở Công Thương"]
    press(page, Qt.Key.Key_Down)
    assert chosen(page) == ["Chi bộ Văn phòng Sở Công Thương"]


def test_a_search_shows_a_plain_list_and_clearing_it_the_tree_again(page: UnitsPage) -> None:
    page.bar.search.setText("so noi vu")
    page.reload()
    assert page.is_flat()
    assert seen(page) == ["Đảng bộ Sở Nội vụ"]
    page.bar.clear()
    assert [(row.organization, row.depth) for row in page.model.rows] == TREE


def test_a_hidden_unit_is_found_all_the_same(page: UnitsPage) -> None:
    click_sign(page, "Đảng bộ Sở Công Thương")
    page.bar.search.setText("chi bo van phong")
    page.reload()
    assert seen(page) == ["Chi bộ Văn phòng Sở Công Thương"]


def test_a_sorted_column_is_flat_until_it_is_let_go(page: UnitsPage) -> None:
    page.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert page.is_flat()
    assert page.model.rows[0].members == 40
    page.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert [(row.organization, row.depth) for row in page.model.rows] == TREE


def test_a_new_name_counts_from_its_day_on(page: UnitsPage, office: dict[str, int]) -> None:
    page.select({office["SCT"]})
    page.rename()
    form = form_of(page)
    assert form.boxes["organization"].editor.get() == "Đảng bộ Sở Công Thương"
    form.save()
    assert "since" in form.problems()
    form.boxes["since"].editor.put(date(2020, 1, 1))
    form.boxes["organization"].editor.put("Đảng bộ Sở Công nghiệp")
    form.save()
    assert "Đảng bộ Sở Công nghiệp" in seen(page)
    assert units.names(office["SCT"], date(2019, 8, 21)).organization == "Đảng bộ Sở Công Thương"
    page.select({office["SCT"]})
    assert "Đảng bộ Sở Công Thương (đến 31/12/2019)" in page.beside.text()


def test_the_end_of_work_is_a_day_and_greys_the_unit(page: UnitsPage, office: dict[str, int]) -> None:
    page.select({office["SNV"]})
    page.end()
    form = form_of(page)
    assert form.boxes["closed"].editor.get() == date.today()
    form.boxes["closed"].editor.put(date(2020, 1, 1))
    form.save()
    assert [row.closed for row in page.selected()] == [date(2020, 1, 1)]
    assert "01/01/2020" in page.beside.text()
    page.bar.set_filter("closed", False)
    assert "Đảng bộ Sở Nội vụ" not in seen(page)


def test_units_move_among_their_own(page: UnitsPage, office: dict[str, int]) -> None:
    page.select({office["SNV"]})
    page.shift_up()
    assert seen(page)[3:] == [
        "Đảng bộ Sở Nội vụ",
        "Đảng bộ Sở Công Thương",
        "Chi bộ Văn phòng Sở Công Thương",
    ]
    assert chosen(page) == ["Đảng bộ Sở Nội vụ"]
    steps = history.undo_label()
    page.shift_up()  # the first of its parent stays where it is, without an undo step
    assert seen(page)[3] == "Đảng bộ Sở Nội vụ"
    history.undo()
    assert steps == "Xếp lại thứ tự Đảng bộ Sở Nội vụ"
    assert seen(page) == [name for name, _ in TREE]


def test_a_flat_list_has_no_order_to_change(page: UnitsPage, office: dict[str, int]) -> None:
    heard: list[str] = []
    page.said.connect(heard.append)
    page.bar.search.setText("so")
    page.reload()
    page.select({office["SNV"]})
    before = history.undo_label()
    page.shift_up()
    assert history.undo_label() == before
    assert "trong cây" in heard[0]


def test_deleting_says_what_hangs_on_it_and_undo_brings_all_back(
    page: UnitsPage, office: dict[str, int]
) -> None:
    page.select({office["SCT"]})
    before = history.digest()
    page.delete()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "1 đơn vị trực thuộc sẽ bị xóa theo." in box.informativeText()
    assert "2 chức vụ" in box.informativeText()
    next(button for button in box.buttons() if button.text() == "Xóa đơn vị").click()
    assert seen(page) == [TREE[place][0] for place in (0, 1, 2, 5)]
    history.undo()
    assert [(row.organization, row.depth) for row in page.model.rows] == TREE
    assert history.digest() == before
    assert len(people.rows(unit=office["cell"])) == 1


def test_the_unit_of_the_office_itself_cannot_go(page: UnitsPage, office: dict[str, int]) -> None:
    page._delete([office["own"]])
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "chính cơ quan" in box.text()
    box.close()
    assert "Đảng bộ Khối các cơ quan tỉnh" in seen(page)


def test_a_new_unit_writes_its_usual_names_and_the_next_one_keeps_its_place(
    page: UnitsPage, office: dict[str, int]
) -> None:
    page.add()
    form = form_of(page)
    form.boxes["organization"].editor.put("Đảng bộ Sở Y tế")
    assert form.values()["committee"] == "Đảng ủy Sở Y tế"
    assert form.values()["short"] == "Sở Y tế"
    form.boxes["short"].editor.put("SYT")
    form.boxes["organization"].editor.put("Đảng bộ Sở Y tế tỉnh")
    assert (form.values()["committee"], form.values()["short"]) == ("Đảng ủy Sở Y tế tỉnh", "SYT")
    form.boxes["kind"].editor.put(kind("Đảng bộ cơ sở"))
    form.boxes["parent"].editor.put(office["SCT"])
    form.save_more()
    assert chosen(page) == ["Đảng bộ Sở Y tế tỉnh"]
    following = form_of(page)
    assert following is not form
    assert following.values()["parent"] == office["SCT"]
    assert following.values()["kind"] == kind("Đảng bộ cơ sở")
    assert following.values()["organization"] == ""
    following.reject()


def test_a_unit_below_another_starts_with_its_parent(page: UnitsPage, office: dict[str, int]) -> None:
    page.select({office["SNV"]})
    page.add_below()
    assert form_of(page).values()["parent"] == office["SNV"]
    form_of(page).reject()


def test_the_panel_names_those_who_hold_posts_here(page: UnitsPage, office: dict[str, int]) -> None:
    page.select({office["SCT"]})
    assert "Người giữ chức vụ (1)" in page.beside.text()
    assert "Trần Thị An – Bí thư Đảng ủy Sở Công Thương" in page.beside.text()


def test_showing_a_record_opens_the_branches_above_it_only(page: UnitsPage, office: dict[str, int]) -> None:
    row = {row.organization: row for row in page.model.rows}
    page.toggle(row["Đảng bộ Sở Công Thương"])
    page.toggle(row["Đảng bộ Khối các cơ quan tỉnh"])
    page.show_record(office["SNV"])
    assert chosen(page) == ["Đảng bộ Sở Nội vụ"]
    assert "Chi bộ Văn phòng Sở Công Thương" not in seen(page)
    assert state.numbers("units/branches") == [office["SCT"]]


def test_names_of_tomorrow_do_not_show_today(page: UnitsPage, office: dict[str, int]) -> None:
    tomorrow = date.today() + timedelta(days=1)
    units.rename(office["SNV"], {"organization": "Đảng bộ Sở mới", "since": tomorrow})
    assert "Đảng bộ Sở Nội vụ" in seen(page)
