"""The tab of people: a new person with the first post in one form, several in a row, the panel."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db import history, holdings, people
from gui.form import Form
from gui.pages.people import PeoplePage, birth
from rules.dates import parse_vague
from tests.gui.office import post


@pytest.fixture
def page(qtbot: QtBot, office: dict[str, int]) -> Iterator[PeoplePage]:
    made = PeoplePage()
    made.resize(1100, 600)
    history.listeners.append(made.news)
    made.show()
    QApplication.processEvents()
    yield made
    history.listeners.clear()
    made.hide()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def seen(page: PeoplePage) -> list[str]:
    return [row.full_name for row in page.model.rows]


def form_of(page: PeoplePage) -> Form:
    assert page._form is not None
    return page._form


def test_people_stand_in_the_order_of_their_given_names(page: PeoplePage) -> None:
    assert seen(page) == ["Trần Thị An", "Nguyễn Văn Bình", "Đỗ Ước"]


def test_a_new_person_comes_with_the_post_held_as_one_step(page: PeoplePage, office: dict[str, int]) -> None:
    page.add()
    form = form_of(page)
    form.boxes["full_name"].editor.put("Lý Thị Cúc")
    form.boxes["first_post"].editor.put(post("Bí thư"))
    form.boxes["first_unit"].editor.put(office["SNV"])
    form.boxes["first_since"].editor.put(date(2018, 3, 1))
    form.save()
    assert [row.full_name for row in page.selected()] == ["Lý Thị Cúc"]
    assert page.selected()[0].title == "Bí thư Đảng ủy Sở Nội vụ"
    assert history.undo_label() == "Thêm đại biểu Lý Thị Cúc"
    history.undo()
    assert "Lý Thị Cúc" not in seen(page)
    assert people.rows(unit=office["SNV"]) == []


def test_a_new_person_may_have_no_post_yet(page: PeoplePage) -> None:
    page.add()
    form_of(page).boxes["full_name"].editor.put("Lý Thị Cúc")
    form_of(page).save()
    assert page.selected()[0].title == ""


def test_the_unit_of_the_office_is_proposed_and_alone_says_nothing(
    page: PeoplePage, office: dict[str, int]
) -> None:
    page.add()
    form = form_of(page)
    assert form.values()["first_unit"] == office["own"]
    form.boxes["full_name"].editor.put("Lý Thị Cúc")
    form.save()
    assert page.selected()[0].units == ()


def test_a_post_begun_must_be_told_whole(page: PeoplePage) -> None:
    page.add()
    form = form_of(page)
    form.boxes["full_name"].editor.put("Lý Thị Cúc")
    form.boxes["first_post"].editor.put(post("Bí thư"))
    form.boxes["first_unit"].editor.put(None)
    form.save()
    assert form.isVisible()
    assert "first_unit" in form.problems()
    assert "Lý Thị Cúc" not in [row.full_name for row in people.rows()]
    form.forget_changes()
    form.reject()


def test_several_in_a_row_keep_the_unit(page: PeoplePage, office: dict[str, int]) -> None:
    page.add()
    form = form_of(page)
    form.boxes["full_name"].editor.put("Lý Thị Cúc")
    form.boxes["first_post"].editor.put(post("Chuyên viên"))
    form.boxes["first_unit"].editor.put(office["SNV"])
    QApplication.processEvents()  # the form becomes the active window
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    following = form_of(page)
    assert following is not form
    assert following.isVisible()
    assert following.values()["full_name"] == ""
    assert following.boxes["first_unit"].editor.get() == office["SNV"]
    assert following.boxes["first_post"].editor.get() is None
    following.reject()
    assert "Lý Thị Cúc" in seen(page)


def test_a_kept_person_is_mended_without_a_post(page: PeoplePage, office: dict[str, int]) -> None:
    page.select({office["Đỗ Ước"]})
    page.edit()
    form = form_of(page)
    assert "first_post" not in form.boxes
    form.boxes["birth"].editor.put("1965")
    form.save()
    assert page.selected()[0].birth == parse_vague("1965")


def test_a_duplicate_takes_no_number_of_another(page: PeoplePage, office: dict[str, int]) -> None:
    values = people.get(office["Đỗ Ước"]) | {"card_number": "123", "phone": "0912", "ethnic_group": "Tày"}
    people.save(values, office["Đỗ Ước"])
    page.select({office["Đỗ Ước"]})
    page.duplicate()
    given = form_of(page).values()
    assert (given["card_number"], given["phone"], given["ethnic_group"]) == ("", "", "Tày")
    form_of(page).reject()


def test_one_more_post_for_someone_known(page: PeoplePage, office: dict[str, int]) -> None:
    page.select({office["Đỗ Ước"]})
    page.add_post()
    form = form_of(page)
    form.boxes["post"].editor.put(post("Bí thư"))
    form.boxes["unit"].editor.put(office["SNV"])
    form.save()
    assert len(holdings.rows(office["Đỗ Ước"])) == 2
    assert "Bí thư Đảng ủy Sở Nội vụ" in page.beside.text()


def test_the_posts_have_their_own_window(page: PeoplePage, office: dict[str, int]) -> None:
    page.select({office["Đỗ Ước"]})
    page.show_posts()
    dialog = page.posts_dialog
    assert dialog is not None
    assert dialog.windowTitle() == "Chức vụ của Đỗ Ước"
    assert len(dialog.model.rows) == 1
    dialog.accept()


def test_the_panel_shows_what_papers_will_print(page: PeoplePage, office: dict[str, int]) -> None:
    page.select({office["Đỗ Ước"]})
    text = page.beside.text()
    assert "In trên văn bản" in text
    assert "Phó Bí thư Chi bộ Văn phòng Sở Công Thương" in text
    assert "(từ 01/01/2016)" in text


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("1/4/1967", "01/04/1967"), ("1967", "1967"), ("4/1967", "4/1967"), ("", "")],
)
def test_days_of_birth_read_as_days_and_years_as_years(typed: str, shown: str) -> None:
    assert birth(parse_vague(typed)) == shown


def test_found_by_initials_posts_and_units(page: PeoplePage) -> None:
    for words, names in (
        ("nvb", ["Nguyễn Văn Bình"]),
        ("bi thu so cong thuong", ["Trần Thị An", "Đỗ Ước"]),
        ("không ai", []),
    ):
        page.bar.search.setText(words)
        page.reload()
        assert seen(page) == names
    assert page.nothing.isVisible()
    assert "không ai" in page.nothing.words()


def test_a_filter_by_unit_and_show_record_clears_it(page: PeoplePage, office: dict[str, int]) -> None:
    page.bar.set_filter("unit", office["SCT"])
    assert seen(page) == ["Trần Thị An"]
    page.show_record(office["Đỗ Ước"])
    assert [row.full_name for row in page.selected()] == ["Đỗ Ước"]
    assert len(seen(page)) == 3
