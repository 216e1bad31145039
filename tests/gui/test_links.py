"""Links are found by any part of a name, without accents."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from gui.links import MOST, LinkEditor, LinksEditor, Matcher

UNITS = [(1, "Đảng bộ Sở Công Thương"), (2, "Đảng bộ Sở Tài chính"), (3, "Chi bộ Đài Phát thanh")]


def type_words(line: QLineEdit, words: str) -> None:
    """qtbot.keyClicks knows Latin-1 only."""
    for letter in words:
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(line, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def link(qtbot: QtBot) -> LinkEditor:
    made = LinkEditor(lambda: UNITS)
    qtbot.addWidget(made)
    made.show()
    return made


def links(qtbot: QtBot) -> LinksEditor:
    made = LinksEditor(lambda: UNITS, "Đơn vị phối hợp")
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_typed_word_must_be_there_accents_or_not(qtbot: QtBot) -> None:
    matcher = link(qtbot).matcher
    found = {words: [key for key, _ in matcher.matches(words)] for words in ("so", "thuong SỞ", "đài", "xyz")}
    assert found == {"so": [1, 2], "thuong SỞ": [1], "đài": [3], "xyz": []}


def test_names_that_begin_with_the_words_come_first(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    matcher = Matcher(line, lambda: [(1, "Phó Bí thư"), (2, "Bí thư"), (3, "Ủy viên")])
    assert [key for key, _ in matcher.matches("bi thu")] == [2, 1]


def test_a_long_list_is_offered_in_part(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    matcher = Matcher(line, lambda: [(n, f"Chi bộ {n}") for n in range(3 * MOST)])
    assert len(matcher.matches("chi bo")) == MOST


def test_a_line_chosen_from_the_offer(qtbot: QtBot) -> None:
    edit = link(qtbot)
    type_words(edit.line, "tai chinh")
    assert edit.chosen() is None
    popup = edit.matcher.completer.popup()
    assert popup is not None
    assert popup.isVisible()
    popup.setCurrentIndex(edit.matcher.completer.completionModel().index(0, 0))
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert edit.chosen() == 2
    assert edit.line.text() == "Đảng bộ Sở Tài chính"


def test_leaving_the_line_takes_the_only_one_that_fits(qtbot: QtBot) -> None:
    edit = link(qtbot)
    edit.line.setText("dai phat")
    edit.line.editingFinished.emit()
    assert (edit.chosen(), edit.line.text()) == (3, "Chi bộ Đài Phát thanh")


def test_leaving_the_line_does_not_guess_among_several(qtbot: QtBot) -> None:
    edit = link(qtbot)
    edit.line.setText("đảng bộ")
    edit.line.editingFinished.emit()
    assert edit.chosen() is None
    assert edit.trouble() == "Không có “đảng bộ” trong danh sách. Hãy chọn một dòng có sẵn."


def test_typing_on_lets_go_of_what_was_chosen(qtbot: QtBot) -> None:
    edit = link(qtbot)
    edit.choose(1)
    type_words(edit.line, "x")
    assert edit.chosen() is None


def test_an_id_that_is_gone_leaves_the_line_empty(qtbot: QtBot) -> None:
    edit = link(qtbot)
    edit.choose(99)
    assert (edit.chosen(), edit.line.text(), edit.trouble()) == (None, "", "")


def test_the_arrow_offers_everything(qtbot: QtBot) -> None:
    edit = link(qtbot)
    edit.show_all()
    assert edit.matcher.completer.completionModel().rowCount() == 3
    edit.matcher.popup.hide()


def test_chips_are_added_once_in_order_and_taken_away(qtbot: QtBot) -> None:
    edit = links(qtbot)
    for key in (3, 1, 3):
        edit.adder.picked.emit(key, "")
    assert edit.chosen() == (3, 1)
    QApplication.processEvents()  # chips are shown, those replaced are gone
    chips = [label.text() for label in edit.findChildren(QLabel) if label.isVisible()]
    assert chips == ["Chi bộ Đài Phát thanh", "Đảng bộ Sở Công Thương"]
    crosses = {button.accessibleName(): button for button in edit.findChildren(QToolButton)}
    crosses["Bỏ Chi bộ Đài Phát thanh khỏi Đơn vị phối hợp"].click()
    assert edit.chosen() == (1,)


def test_chips_flow_into_lines(qtbot: QtBot) -> None:
    edit = links(qtbot)
    edit.choose((1, 2, 3))
    flow = edit._flow
    assert flow.heightForWidth(2000) < flow.heightForWidth(240)


def test_half_typed_words_are_not_lost_in_silence(qtbot: QtBot) -> None:
    edit = links(qtbot)
    edit.adder.line.setText("Sở nào đó")
    assert edit.trouble().startswith("Không có “Sở nào đó”")


def test_tab_takes_the_line_marked_in_the_offer(qtbot: QtBot) -> None:
    edit, following = link(qtbot), QLineEdit()
    qtbot.addWidget(following)
    edit.line.setFocus()
    type_words(edit.line, "so")
    assert edit.matcher.marked() == UNITS[0]
    picked: list[object] = []
    edit.picked.connect(lambda key, _text: picked.append(key))
    edit.line.editingFinished.emit()  # what Tab does while the offer is open
    edit.matcher.popup.hide()
    assert (edit.chosen(), edit.line.text(), picked) == (1, "Đảng bộ Sở Công Thương", [1])


def test_a_given_name_is_nearer_than_a_longer_one_or_a_post(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    known = ("Ngô Mỹ Lệ – Báo cáo viên các cơ quan", "Đỗ Quang Huy – Bí thư", "Lê Hồng Quân – Bí thư")
    matcher = Matcher(line, lambda: list(enumerate(known)))
    assert [key for key, _ in matcher.matches("quan")] == [2, 1, 0]
