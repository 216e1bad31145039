"""The window that checks a Word file: dropped, judged, marked on its page, saved with comments."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.shared import Cm
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from gui import errors, jobs
from gui.checking import CheckDialog
from gui.facsimile import Facsimile
from papers import catalogue, docx_file
from papers.checking import reading
from rules.text import fold
from tests.papers import samples


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "Biên bản.docx"
    docx_file.write(catalogue.compose("minutes", samples.minutes(3)), path)
    return path


@pytest.fixture
def faulty(sound: Path) -> Path:
    file = docx.Document(str(sound))
    cell = file.tables[0].rows[1].cells[0]
    cell.paragraphs[0].runs[0].text = "Số: "
    file.save(str(sound))
    return sound


@pytest.fixture
def dialog(qtbot: QtBot) -> CheckDialog:
    made = CheckDialog()
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    return made


def opened(dialog: CheckDialog, path: Path) -> CheckDialog:
    dialog.open_file(path)
    jobs.wait()
    QApplication.processEvents()
    return dialog


def drop(dialog: CheckDialog, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    left, nothing = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, nothing))
    jobs.wait()
    QApplication.processEvents()


def test_an_empty_window_says_what_to_do(dialog: CheckDialog) -> None:
    assert "Kéo một tệp Word" in dialog.nothing.words()
    assert not dialog.save_button.isEnabled()


def test_a_dropped_file_shows_its_faults_and_marks_them(dialog: CheckDialog, faulty: Path) -> None:
    drop(dialog, faulty)
    rules = [one.rule for one in dialog.findings]
    assert "HD-3" in rules
    dialog.table.selectRow(rules.index("HD-3"))
    assert dialog.pages is not None
    assert dialog.view is not None
    marked = dialog.view.stack.marked
    assert marked == dialog.pages.where(dialog.findings[rules.index("HD-3")].paragraph)
    assert marked is not None
    assert marked[0] == 0
    assert "Số:" in dialog.detail.text()
    assert "1 lỗi" in dialog.sum.text()


def test_a_sound_paper_is_told_to_be_sound(dialog: CheckDialog, sound: Path) -> None:
    opened(dialog, sound)
    assert not [one for one in dialog.findings if one.severity != "I"]
    assert dialog.sum.text().startswith("✓")


def test_another_day_judges_by_another_form(dialog: CheckDialog, sound: Path) -> None:
    opened(dialog, sound)
    dialog.day.put(None)
    dialog.day.line.setText("01/6/2026")
    dialog.check()
    jobs.wait()
    QApplication.processEvents()
    assert any("05-HD/VPTW" in one.source for one in dialog.findings)


def test_a_file_that_is_no_word_file_is_refused_in_plain_words(
    dialog: CheckDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[BaseException] = []
    monkeypatch.setattr(errors, "show", lambda error, parent=None: said.append(error))
    path = tmp_path / "hỏng.docx"
    path.write_bytes(b"khong phai")
    opened(dialog, path)
    assert "hỏng.docx" in str(said[0])
    assert dialog.stack.currentIndex() == 0


def test_the_list_is_copied(dialog: CheckDialog, faulty: Path) -> None:
    opened(dialog, faulty).copy()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == len(dialog.findings)
    assert lines[0].startswith("Lỗi\t")


def test_the_commented_copy_stands_beside_the_source(
    dialog: CheckDialog, faulty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(dialog, faulty)
    target = tmp_path / "chú thích.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr("gui.saving.offer", lambda path, parent: None)
    before = faulty.read_bytes()
    dialog.save()
    jobs.wait()
    QApplication.processEvents()
    said = [one.text for one in docx.Document(str(target)).comments]
    assert len(said) == len(dialog.findings)
    assert faulty.read_bytes() == before


def test_pages_are_drawn_as_the_file_has_them(sound: Path) -> None:
    file = reading.read(sound)
    pages = Facsimile(file)
    known = [para for para in file.paras if para.text.strip()]
    places = [pages.where(para.index) for para in known]
    assert all(places)
    assert [place[0] for place in places if place] == sorted(place[0] for place in places if place)
    picture = pages.picture(0, 200)
    assert (picture.width(), picture.height()) == (200, round(200 * 297 / 210))
    head = [picture.pixelColor(x, y).lightness() for y in range(19, 30) for x in range(110, 180)]
    assert min(head) < 200  # the Party title at the right
    margin = [picture.pixelColor(x, y).lightness() for y in range(283) for x in range(26)]
    assert min(margin) == 255


# -- by the keyboard


def key(dialog: CheckDialog, keys: str) -> None:
    """A chord, as it comes from the keyboard; then whatever it set going."""
    chord = QKeySequence(keys)[0]
    QTest.keyClick(QApplication.focusWidget() or dialog, chord.key(), chord.keyboardModifiers())
    jobs.wait()
    QApplication.processEvents()


@pytest.fixture
def spoilt(faulty: Path) -> Path:
    """Several faults, of more than one level."""
    file = docx.Document(str(faulty))
    for para in file.paragraphs[3:9]:
        para.paragraph_format.first_line_indent = 0
    file.sections[0].left_margin = Cm(1.2)
    file.save(str(faulty))
    return faulty


def test_the_empty_window_waits_for_enter(
    dialog: CheckDialog, faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(faulty), ""))
    assert dialog.nothing.button.hasFocus()
    key(dialog, "Return")
    assert dialog.path == faulty
    assert dialog.table.hasFocus()


def test_arrows_walk_the_findings_and_the_picture_follows(dialog: CheckDialog, spoilt: Path) -> None:
    opened(dialog, spoilt)
    assert len(dialog.findings) > 2
    for place, one in enumerate(dialog.list.seen()):
        assert dialog.list.selected() == one
        assert one.expected in dialog.detail.text()
        assert dialog.pages is not None
        assert dialog.view is not None
        assert dialog.view.stack.marked == dialog.pages.where(one.paragraph)
        QTest.keyClick(dialog.table, Qt.Key.Key_Down)
        assert dialog.table.currentIndex().row() == min(place + 1, len(dialog.findings) - 1)


def test_the_search_finds_without_accents_and_keeps_the_chosen_place(
    dialog: CheckDialog, spoilt: Path
) -> None:
    opened(dialog, spoilt)
    dialog.table.selectRow(len(dialog.findings) - 1)
    last = dialog.list.selected()
    assert last is not None
    dialog.list.search.setText(fold(last.found))
    assert last in dialog.list.seen()
    assert dialog.list.selected() == last
    dialog.list.search.setText("không có chữ nào như thế")
    assert (dialog.list.seen(), dialog.list.selected()) == ([], None)
    assert "Không chỗ nào khớp" in dialog.detail.text()
    dialog.list.search.clear()
    assert dialog.list.seen() == dialog.findings


def test_one_level_alone_is_shown_and_copied(dialog: CheckDialog, spoilt: Path) -> None:
    opened(dialog, spoilt)
    levels = [dialog.list.level.itemText(place) for place in range(dialog.list.level.count())]
    assert levels[0] == f"Mọi mức: {len(dialog.findings)}"
    dialog.list.level.setCurrentIndex(1)
    shown = dialog.list.seen()
    assert f"Lỗi: {len(shown)}" == levels[1]
    assert {one.severity for one in shown} == {"E"}
    dialog.copy()
    assert len(QGuiApplication.clipboard().text().split("\n")) == len(shown)


def test_after_mending_the_same_place_stays_chosen(dialog: CheckDialog, spoilt: Path) -> None:
    opened(dialog, spoilt)
    dialog.table.selectRow(len(dialog.findings) - 1)
    last, before = dialog.list.selected(), len(dialog.findings)
    file = docx.Document(str(spoilt))
    file.sections[0].left_margin = Cm(3)
    file.save(str(spoilt))
    key(dialog, "F5")
    assert len(dialog.findings) < before
    assert last is not None
    chosen = dialog.list.selected()
    assert chosen is not None
    assert (chosen.rule, chosen.paragraph) == (last.rule, last.paragraph)


def test_a_level_that_is_mended_away_shows_the_rest(dialog: CheckDialog, faulty: Path, sound: Path) -> None:
    opened(dialog, faulty)
    dialog.list.level.setCurrentIndex(1)
    dialog.list.search.setText("so")
    docx_file.write(catalogue.compose("minutes", samples.minutes(3)), sound)
    dialog.check()
    jobs.wait()
    QApplication.processEvents()
    assert dialog.list.seen() == dialog.findings


def test_a_damaged_file_leaves_the_one_in_sight(
    dialog: CheckDialog, faulty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(errors, "show", lambda error, parent=None: None)
    opened(dialog, faulty)
    broken = tmp_path / "hỏng.docx"
    broken.write_bytes(b"PK nothing")
    opened(dialog, broken)
    assert dialog.path == faulty
    assert dialog.name.text() == faulty.name
    assert dialog.stack.currentIndex() == 1


def test_rows_are_as_high_as_their_words(dialog: CheckDialog, spoilt: Path) -> None:
    opened(dialog, spoilt)
    table, metrics = dialog.table, dialog.table.fontMetrics()
    assert len({table.rowHeight(place) for place in range(len(dialog.findings))}) > 1
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    QApplication.processEvents()
    for place, one in enumerate(dialog.list.model.rows):
        room = table.columnWidth(1) - 24
        lines = metrics.boundingRect(0, 0, room, 9999, int(Qt.TextFlag.TextWordWrap), one.place).height()
        assert table.rowHeight(place) >= lines


def test_a_long_name_does_not_widen_the_window(dialog: CheckDialog, sound: Path) -> None:
    long = sound.rename(sound.with_name(f"{'Biên_bản_' * 14}.docx"))
    before = dialog.width()
    opened(dialog, long)
    assert dialog.width() == before
    assert dialog.minimumSizeHint().width() < 1000


def test_esc_empties_the_search_first_and_closes_then(dialog: CheckDialog, faulty: Path) -> None:
    opened(dialog, faulty)
    key(dialog, "Ctrl+F")
    assert dialog.list.search.hasFocus()
    dialog.list.search.setText("số")
    key(dialog, "Esc")
    assert dialog.list.search.text() == ""
    assert dialog.isVisible()
    key(dialog, "Esc")
    assert not dialog.isVisible()


def test_the_window_waits_for_the_work_under_way(dialog: CheckDialog, faulty: Path) -> None:
    dialog.open_file(faulty)
    dialog.reject()
    assert dialog.isVisible()
    jobs.wait()
    dialog.reject()
    assert not dialog.isVisible()
