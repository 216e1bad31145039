"""Words from the screen are kept clean; a button mends names; the office chooses the order of tones."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from db import history, name_order, people
from gui.pages.people import PeoplePage
from gui.saving import file_name
from gui.start import edit_office
from rules.names import SOFTWARE
from rules.office import TONES

SPOILT = unicodedata.normalize("NFD", "Nguyễn\u00a0Đình") + "\u200b \u00d0\uff41ng \ufeff"
TIDY = "Nguyễn Đình Đang"


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


def test_pasted_words_are_kept_clean(page: PeoplePage) -> None:
    page.add()
    form = page._form
    assert form is not None
    QGuiApplication.clipboard().setText(SPOILT)
    for name, kind in (("full_name", QLineEdit), ("note", QPlainTextEdit)):
        box = form.boxes[name].editor.findChild(kind)
        assert isinstance(box, QLineEdit | QPlainTextEdit)
        box.paste()
    form.save()
    (row,) = page.selected()
    assert (row.full_name, row.note) == (TIDY, TIDY)


def test_a_file_is_named_in_plain_letters() -> None:
    assert file_name(f"{SPOILT}\uff1f 92-KH/\u00d0UK") == "Nguyễn Đình Đang - 92-KH-ĐUK"


def test_one_button_mends_the_capitals_of_the_selected(page: PeoplePage) -> None:
    ids = {people.save({"full_name": name}) for name in ("đ/c LÊ văn an", "BÙI THỊ ƠN")}
    said: list[str] = []
    page.said.connect(said.append)
    page.select(ids)
    mend = next(action for action in page.own_actions if action.text() == "Sửa cách viết họ tên")
    mend.trigger()
    assert {row.full_name for row in page.selected()} == {"Lê Văn An", "Bùi Thị Ơn"}
    assert said[-1] == "Đã sửa 2 họ tên."
    mend.trigger()
    assert said[-1] == "Họ tên đã viết đúng cách."
    history.undo()
    assert people.get(min(ids))["full_name"] == "đ/c LÊ văn an"


def test_the_order_of_tones_is_chosen_with_the_office(page: PeoplePage, qtbot: QtBot) -> None:
    for name in ("Lê Bản", "Lê Bán"):
        people.save({"full_name": name})
    parent = QWidget()
    qtbot.addWidget(parent)
    form = edit_office(parent)
    form.boxes[TONES].editor.put(SOFTWARE)
    form.save()
    assert name_order.tones() == SOFTWARE
    shown = [row.full_name for row in page.model.rows]
    assert shown.index("Lê Bán") < shown.index("Lê Bản")
