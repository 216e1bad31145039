"""The window that checks a Word file: dropped, judged, marked on its page, saved with comments."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from gui import errors, jobs
from gui.checking import CheckDialog
from gui.facsimile import Facsimile
from papers import catalogue, docx_file
from papers.checking import reading
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
