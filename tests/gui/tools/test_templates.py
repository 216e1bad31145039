"""The office's own Word files in the window: begun, checked, put in place, taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from db import meetings
from db.choices import choices
from gui import jobs
from gui.asking import Question
from gui.tools.preflight import PreflightDialog
from gui.tools.templates import OURS, OWN, TemplatesDialog, begun
from gui.tools.versions import COLUMNS, shown_size
from papers import template
from rules import meetings as laws
from rules.fields import blank

KEY = "invitation"


@pytest.fixture
def meeting(office: dict[str, int]) -> int:
    kind = choices("meeting_type")[0][0]
    given = {"type": kind, "title": "Hội nghị quán triệt Chỉ thị", "organiser": office["own"]}
    return meetings.save(blank(laws.FIELDS) | given)


@pytest.fixture
def dialog(qtbot: QtBot, office: dict[str, int]) -> TemplatesDialog:
    made = TemplatesDialog()
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    made.choose_paper(KEY)
    return made


@pytest.fixture
def sound(meeting: int, tmp_path: Path) -> Path:
    path = tmp_path / "Mẫu của ta.docx"
    path.write_bytes(begun(KEY)())
    return path


@pytest.fixture
def faulty(sound: Path) -> Path:
    file = docx.Document(str(sound))
    file.add_paragraph("Tại {{Địa đim}} và {{Đại biểu}}")
    file.save(str(sound))
    return sound


def settle() -> None:
    jobs.wait()
    QApplication.processEvents()


def taken(dialog: TemplatesDialog, path: Path) -> PreflightDialog:
    dialog.take(path)
    settle()
    return dialog._report


def state_of(dialog: TemplatesDialog) -> tuple[str, int]:
    row = dialog.row()
    assert row is not None
    return row.state, row.versions


def test_every_paper_begins_with_our_own(dialog: TemplatesDialog) -> None:
    assert {row.state for row in dialog.model.rows} == {OURS}
    assert not dialog.reset_button.isEnabled()
    assert not dialog.check_button.isEnabled()


def test_a_sound_file_serves_and_the_paper_is_made_of_it(dialog: TemplatesDialog, sound: Path) -> None:
    report = taken(dialog, sound)
    assert not [one for one in report.problems if one.blocks]
    assert report.use_button.isEnabled()
    report.use_button.click()
    assert not report.isVisible()
    assert state_of(dialog) == (OWN, 0)
    assert template.of(dialog.folder, KEY) is not None


def test_a_file_that_would_print_wrong_cannot_serve(dialog: TemplatesDialog, faulty: Path) -> None:
    report = taken(dialog, faulty)
    wrong = [one.found for one in report.problems if one.blocks]
    assert wrong == ["{{Địa đim}}", "{{Đại biểu}}"]
    assert report.sum.text().startswith("✗ Có 2 chỗ")
    assert not report.use_button.isEnabled()
    assert not report.trial_button.isEnabled()
    assert "Có phải {{Địa điểm}}?" in report.detail.text()
    assert template.of(dialog.folder, KEY) is None


def test_a_mended_file_is_checked_again(dialog: TemplatesDialog, faulty: Path) -> None:
    report = taken(dialog, faulty)
    faulty.write_bytes(begun(KEY)())
    report.again_button.click()
    settle()
    assert report.use_button.isEnabled()


def test_problems_are_written_into_a_copy(
    dialog: TemplatesDialog, faulty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = taken(dialog, faulty)
    target = tmp_path / "chú thích.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr("gui.saving.offer", lambda path, parent: None)
    report.save()
    settle()
    assert len(list(docx.Document(str(target)).comments)) == len(report.problems)


def test_a_file_of_something_else_is_told_in_plain_words(dialog: TemplatesDialog, tmp_path: Path) -> None:
    path = tmp_path / "hỏng.docx"
    path.write_bytes(b"khong phai")
    report = taken(dialog, path)
    assert not report.use_button.isEnabled()
    assert [one.found for one in report.problems] == ["hỏng.docx"]


@pytest.mark.parametrize("kind", ["empty", "one", "many", "nasty"])
def test_a_file_is_tried_with_samples(dialog: TemplatesDialog, sound: Path, kind: str) -> None:
    report = taken(dialog, sound)
    report.try_out(kind)
    settle()
    assert len(report._trial.pages) >= 1
    assert report._trial.isVisible()


def test_back_to_our_own_keeps_the_file_as_a_version(dialog: TemplatesDialog, sound: Path) -> None:
    taken(dialog, sound).use_button.click()
    dialog.reset_button.click()
    box = QApplication.activeModalWidget()
    assert isinstance(box, Question)
    box.go.click()
    assert state_of(dialog) == (OURS, 1)
    assert [path.read_bytes() for path in template.versions(dialog.folder, KEY)] == [sound.read_bytes()]


def test_a_second_file_keeps_the_first(dialog: TemplatesDialog, sound: Path) -> None:
    taken(dialog, sound).use_button.click()
    taken(dialog, sound).use_button.click()
    assert state_of(dialog) == (OWN, 1)
    dialog.check_button.click()
    settle()
    dialog._report.use_button.click()  # the file that serves already
    assert state_of(dialog) == (OWN, 1)


def test_the_file_to_begin_from_is_written_and_opened(
    dialog: TemplatesDialog, meeting: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Any] = []
    target = tmp_path / "Bắt đầu"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    dialog.start_button.click()
    settle()
    path = tmp_path / "Bắt đầu.docx"
    assert opened == [QUrl.fromLocalFile(str(path))]
    assert "{{" in "".join(one.text for one in docx.Document(str(path)).paragraphs)
    assert not [one for one in template.check(path, KEY) if one.blocks]


def test_without_a_meeting_it_says_what_is_needed(dialog: TemplatesDialog) -> None:
    dialog.start_button.click()
    box = QApplication.activeModalWidget()
    assert box is not None
    assert "Chưa có hội nghị nào" in box.text()  # type: ignore[attr-defined]


def test_the_name_of_a_field_is_copied(dialog: TemplatesDialog) -> None:
    dialog.fields_button.click()
    dialog._fields.line.setText("noi dung van ban")
    dialog._fields.pick()
    assert QGuiApplication.clipboard().text() == "{{Nội dung văn bản}}"


# -- old files


def test_there_is_nothing_old_at_first(dialog: TemplatesDialog) -> None:
    assert not dialog.versions_button.isEnabled()
    dialog.show_versions()
    assert QApplication.activeModalWidget() is None


@pytest.fixture
def replaced(dialog: TemplatesDialog, sound: Path) -> bytes:
    """The bytes of the file that another one took the place of."""
    taken(dialog, sound).use_button.click()
    first = sound.read_bytes()
    file = docx.Document(str(sound))
    file.add_paragraph("Bản sau")
    file.save(str(sound))
    taken(dialog, sound).use_button.click()
    return first


def test_an_old_file_is_shown_and_taken_into_use_again(dialog: TemplatesDialog, replaced: bytes) -> None:
    dialog.versions_button.click()
    old = dialog._versions
    (row,) = old.model.rows
    assert (row.id, row.kept, row.size) == (1, date.today(), len(replaced))
    assert [column.title for column in COLUMNS] == ["Bản số", "Thay ra ngày", "Sửa lần cuối", "Dung lượng"]
    old.use_button.click()
    settle()
    dialog._report.use_button.click()
    present = template.of(dialog.folder, KEY)
    assert present is not None
    assert present.read_bytes() == replaced
    assert state_of(dialog) == (OWN, 2)
    for _ in range(2):  # to and fro: what lies there already is not kept twice
        dialog.versions_button.click()
        dialog._versions.use()
        settle()
        dialog._report.use_button.click()
    assert state_of(dialog) == (OWN, 2)


def test_the_keyboard_reaches_old_files(
    dialog: TemplatesDialog, replaced: bytes, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Any] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    qtbot.keyClick(dialog.versions_button, Qt.Key.Key_Return)
    old = dialog._versions
    assert old.focusWidget() is old.table
    qtbot.keyClick(old.folder_button, Qt.Key.Key_Return)
    assert opened == [QUrl.fromLocalFile(str(dialog.folder))]
    qtbot.keyClick(old.table, Qt.Key.Key_Return)
    settle()
    assert dialog._report.path.read_bytes() == replaced


def test_an_old_file_that_is_gone_or_broken_is_told_in_plain_words(
    dialog: TemplatesDialog, replaced: bytes
) -> None:
    dialog.versions_button.click()
    (row,) = dialog._versions.model.rows
    row.path.write_bytes(b"khong phai")
    dialog._versions.use()
    settle()
    assert not dialog._report.use_button.isEnabled()
    present = template.of(dialog.folder, KEY)
    assert present is not None
    assert present.read_bytes() != replaced


@pytest.mark.parametrize(("size", "words"), [(0, "1 KB"), (1024, "1 KB"), (12_700, "12 KB")])
def test_sizes_are_said_in_kilobytes(size: int, words: str) -> None:
    assert shown_size(size) == words
