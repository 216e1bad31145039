"""The window of an official copy, by keys: opened, numbered, kept, shown, written, refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from db import copies, directives, facts, history, papers, produced
from gui import jobs
from gui.pages.directive_copy import CopyDialog
from gui.pages.directives import DirectivesPage
from gui.paper import Pages
from gui.preview import PreviewDialog
from papers.copies import compose
from rules.copies import EXTRACT, KIND, MARKED
from rules.facts import Copy
from rules.papers import COPY
from tests.db import entries
from tests.papers.copy_samples import copy

Key, Ctrl, Shift = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def document(office: dict[str, int]) -> int:
    return entries.directive(92, subject="về đại hội đảng bộ các cấp")


@pytest.fixture
def page(document: int, qtbot: QtBot) -> DirectivesPage:
    made = DirectivesPage()
    qtbot.addWidget(made)
    made.resize(1200, 640)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    made.show_record(document)
    made.register.table.setFocus()
    return made


def opened(page: DirectivesPage) -> CopyDialog:
    """The window that the shortcut opens."""
    QTest.keyClick(page.register.table, Key.Key_B, Ctrl | Shift)
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, CopyDialog)
    shown.activateWindow()
    QApplication.processEvents()
    return shown


def copied(document: int) -> Copy:
    found = facts.gather(COPY, document)
    assert isinstance(found, Copy)
    return found


def line(dialog: CopyDialog, name: str) -> QLineEdit:
    control = dialog.form.boxes[name].editor.control
    assert isinstance(control, QLineEdit)
    return control


def test_the_menu_of_a_row_and_the_shortcut_open_it(page: DirectivesPage) -> None:
    assert page.register.copy_action in page.register.own_actions
    dialog = opened(page)
    assert dialog.directive == page.register.selected()[0].id
    dialog.reject()
    assert not dialog.isVisible()


def test_typed_by_keys_it_is_kept_and_undone(page: DirectivesPage, document: int) -> None:
    dialog = opened(page)
    kind = dialog.form.boxes[KIND].editor.control
    assert isinstance(kind, QComboBox)
    kind.setFocus()
    QTest.keyClick(kind, Key.Key_End)
    QTest.keyClicks(line(dialog, "number"), "24")
    QTest.keyClicks(line(dialog, "signed"), "5/6/2026")
    QTest.keyClick(dialog, Key.Key_S, Ctrl)
    made = copied(document)
    assert (made.kind, made.head.number, made.head.signed) == (EXTRACT, 24, date(2026, 6, 5))
    assert "Hướng dẫn 05-HD/VPTW" in dialog.state.text()
    assert not dialog.is_changed()
    assert history.undo_label() == "Sửa bản sao văn bản: 92-KH/ĐUK"
    history.undo()
    assert papers.get(COPY, document)["number"] is None


def test_the_next_number_is_one_press_away_and_a_new_copying_asks_for_another(
    page: DirectivesPage, document: int
) -> None:
    dialog = opened(page)
    assert dialog.tools.next.text() == "Lấy số tiếp theo: 01"
    assert not dialog.again.isVisible()
    QTest.keyClicks(line(dialog, "place_name"), "Nha Trang")
    dialog.tools.next.click()
    assert line(dialog, "number").text() == "1"
    assert copied(document).head.place_name == "Nha Trang", "what was typed was saved first"
    dialog.again.click()
    assert dialog.earlier.text() == "Các lần sao trước: 01-BS/ĐUK."
    assert line(dialog, "number").text() == ""
    assert dialog.tools.next.text() == "Lấy số tiếp theo: 02"


def test_a_number_held_is_told_under_its_line(page: DirectivesPage, document: int) -> None:
    copies.save(entries.directive(93), {"number": 7})
    dialog = opened(page)
    QTest.keyClicks(line(dialog, "number"), "7")
    assert not dialog.save()
    note = dialog.form.boxes["number"].note
    assert "Số 07-BS/ĐUK đã cấp cho" in note.text()
    assert dialog.is_changed()
    assert dialog.document() is None


def test_what_is_unknown_is_told_before_it_is_printed(page: DirectivesPage) -> None:
    dialog = opened(page)
    assert "Chưa biết" in dialog.state.text()
    QTest.keyClicks(line(dialog, "number"), "1")
    QTest.keyClicks(line(dialog, "signed"), "5/6/2026")
    line(dialog, "authority_1").setText("T/L BAN THƯỜNG VỤ")
    dialog.form.boxes["person_1"].editor.put(entries.person("Lê Văn Mẫu"))
    assert dialog.save()
    assert dialog.state.text().startswith("✓ Bản sao đã đủ thông tin")


def test_the_preview_shows_what_was_just_typed(page: DirectivesPage) -> None:
    dialog = opened(page)
    QTest.keyClicks(line(dialog, "number"), "24")
    QTest.keyClicks(line(dialog, "signed"), "21/8/2019")
    QTest.keyClick(dialog, Key.Key_P, Ctrl)
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, PreviewDialog)
    (words,) = shown.pages.words()
    assert "BẢN SAO Y BẢN CHÍNH" in words
    assert "Số 24-BS/ĐUK" in words
    shown.reject()


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_file_of_it_is_written_and_registered(
    kind: str,
    page: DirectivesPage,
    document: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    path = tmp_path / f"Bản sao.{kind}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    dialog = opened(page)
    {"docx": dialog.word, "pdf": dialog.pdf}[kind].click()
    jobs.wait()
    assert [row.kind for row in produced.of(COPY, document)] == [COPY]
    assert path.stat().st_size > 1000


def test_what_is_typed_is_not_lost_without_asking(page: DirectivesPage) -> None:
    dialog = opened(page)
    QTest.keyClicks(line(dialog, "number"), "24")
    QTest.keyClick(dialog, Key.Key_Escape)
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, QMessageBox)
    assert dialog.isVisible()
    next(one for one in asked.buttons() if one.text() == "Bỏ, không lưu").click()
    assert not dialog.isVisible()


def test_a_document_marked_is_refused_in_words(page: DirectivesPage, document: int) -> None:
    directives.save({"secrecy": "secret"}, document)
    page.reload()
    page.show_record(document)
    QTest.keyClick(page.register.table, Key.Key_B, Ctrl | Shift)
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, QMessageBox)
    assert MARKED[0] in shown.text()
    shown.close()


def test_the_stamp_is_drawn_red_in_its_size() -> None:
    pages = Pages(compose(copy("PARTY-2026")))
    picture = pages.picture(0, 2100)  # ten dots to the millimetre
    red = [
        (x, y)
        for y in range(200, 900, 2)
        for x in range(280, 1130, 2)
        if picture.pixelColor(x, y).getRgb()[:3] == (255, 0, 0)
    ]
    left, right = min(x for x, _ in red), max(x for x, _ in red)
    top, bottom = min(y for _, y in red), max(y for _, y in red)
    assert right - left == pytest.approx(800, abs=8)
    assert bottom - top == pytest.approx(500, abs=8)
    assert left == pytest.approx(300, abs=5), "at the left margin"
