"""The official forms in the window and at the start of the program."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

import main
from gui import opening
from gui.asking import Question
from gui.tools.forms import IN_FORCE, PAST, FormsDialog, rows
from papers import styles
from papers.forms import kept
from rules.trouble import Refused

SHIPPED = styles.FORMS.read_text(encoding="utf-8")
NEWER = """
[PARTY-2030]
extends = "PARTY-2026"
since = 2030-01-01
title = "Hướng dẫn mới"
source = "09-HD/VPTW"
"""


@pytest.fixture
def dialog(qtbot: QtBot, office: dict[str, int]) -> Iterator[FormsDialog]:
    made = FormsDialog()
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    yield made
    styles.use(None)


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    path = tmp_path / "thể thức mới.toml"
    path.write_text(SHIPPED + NEWER, encoding="utf-8")
    return path


def answer() -> None:
    box = QApplication.activeModalWidget()
    assert isinstance(box, Question)
    box.go.click()


@pytest.mark.parametrize(
    ("day", "name"), [(date(2019, 8, 21), "PARTY-2018"), (date(2026, 5, 27), "PARTY-2026")]
)
def test_one_form_of_each_family_is_in_force(day: date, name: str) -> None:
    found = rows(day)
    assert [row.id for row in found if row.state == IN_FORCE][0] == name
    assert sum(row.state == IN_FORCE for row in found) == 2
    assert all(row.until is None or row.since <= row.until for row in found)


def test_a_form_ends_on_the_day_before_the_next() -> None:
    ends = {row.id: (row.until, row.state) for row in rows(date(2026, 11, 22))}
    assert ends["PARTY-2018"] == (date(2026, 5, 26), PAST)
    assert ends["PARTY-2026"] == (None, IN_FORCE)


def test_a_newer_file_is_used_at_once_and_taken_back(dialog: FormsDialog, newer: Path) -> None:
    assert not dialog.reset_button.isEnabled()
    dialog.take(newer)
    assert "PARTY-2030" in [row.id for row in dialog.model.rows]
    assert styles.profile_for(date(2031, 1, 1)) == "PARTY-2030"
    dialog.reset_button.click()
    answer()
    assert styles.profile_for(date(2031, 1, 1)) == "PARTY-2026"
    assert "bản kèm chương trình" in dialog.sum.text()
    assert not dialog.reset_button.isEnabled()


def test_a_wrong_file_is_told_with_its_line_and_nothing_changes(dialog: FormsDialog, tmp_path: Path) -> None:
    path = tmp_path / "sai.toml"
    path.write_text(SHIPPED.replace("since = 2026-05-27", "since = 27/5/2026"), encoding="utf-8")
    dialog.take(path)
    assert dialog.sum.text().startswith("✗ Tệp thể thức “sai.toml”, dòng ")
    assert kept.of(dialog.folder) is None
    assert styles.profile_for(None) == "PARTY-2026"


def test_the_file_in_use_is_saved_to_begin_a_newer_one(
    dialog: FormsDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "bản sao"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialog.export_button.click()
    assert (tmp_path / "bản sao.toml").read_text(encoding="utf-8") == SHIPPED


def test_the_program_opens_with_the_offices_own_forms(dialog: FormsDialog, newer: Path, folder: Path) -> None:
    dialog.take(newer)
    styles.use(None)
    opening.use_own_forms(folder)
    assert "PARTY-2030" in styles.forms()


def test_a_damaged_own_file_is_told_at_the_start(
    dialog: FormsDialog, newer: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[Refused] = []
    monkeypatch.setattr(opening, "_say", said.append)
    dialog.take(newer)
    (folder / kept.FOLDER / kept.NAME).write_text("x = 1\n", encoding="utf-8")
    opening.use_own_forms(folder)
    assert "dòng 1" in said[0].what
    assert "PARTY-2030" not in styles.forms()


def test_a_damaged_own_file_is_not_said_to_be_in_use(
    dialog: FormsDialog, newer: Path, folder: Path, qtbot: QtBot
) -> None:
    dialog.take(newer)
    (folder / kept.FOLDER / kept.NAME).write_text("x = 1\n", encoding="utf-8")
    again = FormsDialog()
    qtbot.addWidget(again)
    assert again.sum.text().startswith("✗ ")
    assert "bản thể thức có sẵn" in again.sum.text()
    assert again.reset_button.isEnabled()


def test_commands_use_the_own_forms_and_tell_a_damaged_file(
    dialog: FormsDialog, newer: Path, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dialog.take(newer)
    styles.use(None)
    wanted = ["--data", str(folder), "export", "units", "--to", str(tmp_path / "a.docx")]
    assert main.main(wanted) == 0
    assert "PARTY-2030" in styles.forms()
    (folder / kept.FOLDER / kept.NAME).write_text("x = 1\n", encoding="utf-8")
    assert main.main(wanted) == 0
    assert "dòng 1" in capsys.readouterr().err
    assert "PARTY-2030" not in styles.forms()
