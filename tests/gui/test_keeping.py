"""Backup, restore and check as the clerk meets them."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from db import file, history, units
from gui import keeping, state
from gui.copies import CopiesDialog, made_at, said_size, said_time
from gui.window import MainWindow
from rules.trouble import Refused


@pytest.fixture
def window(qtbot: QtBot, office: dict[str, int]) -> Iterator[MainWindow]:
    made = MainWindow()
    made.show()
    yield made
    made.forget()
    made.hide()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def told() -> str:
    """What the box on top says; the box is closed."""
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    text = f"{box.text()} {box.informativeText()}"
    box.close()
    return text


def test_a_backup_says_where_it_is(window: MainWindow, folder: Path) -> None:
    keeping.backup_now(window)
    assert len(file.backups()) == 1
    text = told()
    assert "Đã sao lưu và kiểm tra lại" in text
    assert file.backups()[0].name in text


def test_a_backup_to_a_stick_remembers_the_stick(
    window: MainWindow, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path_factory.mktemp("usb")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    keeping.backup_elsewhere(window)
    told()
    assert [path.suffix for path in stick.iterdir()] == [".db"]
    assert state.text("backup/folder") == str(stick)


def test_a_backup_that_fails_says_why(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/không có")
    keeping.backup_elsewhere(window)
    assert "Chưa sao lưu được" in told()


def test_leaving_the_folder_dialog_does_nothing(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    keeping.backup_elsewhere(window)
    assert QApplication.activeModalWidget() is None


def test_a_restored_copy_brings_back_what_was_and_keeps_what_is(
    window: MainWindow, office: dict[str, int]
) -> None:
    file.backup()
    page = window.page("Đơn vị")
    units.delete([office["SNV"]])
    assert office["SNV"] not in [row.id for row in page.model.rows]
    history.set_person("người khác")
    dialog = keeping.restore(window)
    dialog.pick_button.click()
    assert "Đã phục hồi" in told()
    assert office["SNV"] in [row.id for row in page.model.rows]
    assert len(file.backups()) == 2
    assert window.backup_line.text().startswith("✓")
    units.close(office["SNV"], date(2020, 1, 1))
    assert history.recent(1)[0].person == "Lê Thị Mẫu"


def test_a_file_that_is_no_backup_is_refused_and_nothing_is_lost(
    window: MainWindow, office: dict[str, int], folder: Path
) -> None:
    wrong = folder / "ảnh.db"
    wrong.write_bytes(b"\x89PNG" + bytes(5000))
    before = history.digest()
    keeping.put_back(wrong, window)
    assert "dữ liệu hiện có vẫn như cũ" in told()
    assert history.digest() == before


def test_a_copy_from_elsewhere_stands_first_and_chosen(
    qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.backup()
    other = folder / "mang về.db"
    other.write_bytes(b"x")
    dialog = CopiesDialog(file.backups())
    qtbot.addWidget(dialog)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
    dialog.choose()
    assert dialog.selected() == other
    assert len(dialog.model.rows) == 2
    picked: list[Path] = []
    dialog.picked.connect(picked.append)
    dialog.pick()
    assert picked == [other]


def test_with_no_copies_there_is_nothing_to_press(qtbot: QtBot, folder: Path) -> None:
    dialog = CopiesDialog([])
    qtbot.addWidget(dialog)
    assert not dialog.pick_button.isEnabled()
    dialog.pick()
    assert dialog.result() == 0


def test_the_name_of_a_copy_tells_its_time_better_than_the_disk(tmp_path: Path) -> None:
    named = tmp_path / "thuky-2019-08-21-164205.db"
    other = tmp_path / "khác.db"
    for path in (named, other):
        path.write_bytes(b"")
        os.utime(path, (time.time(), datetime(2020, 2, 3, 4, 5).timestamp()))
    assert made_at(named) == datetime(2019, 8, 21, 16, 42, 5)
    assert made_at(other) == datetime(2020, 2, 3, 4, 5)
    assert said_time(made_at(named)) == "21/08/2019 16:42"
    assert said_size(1_234_567) == "1,2 MB"


def test_the_check_speaks_in_both_cases(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    keeping.check(window)
    assert "Dữ liệu lành lặn" in told()
    monkeypatch.setattr(file, "check", lambda: ["Thiếu thư mục “logs” trong thư mục dữ liệu."])
    keeping.check(window)
    assert "Thiếu thư mục “logs”" in told()


def test_a_check_that_cannot_read_says_why(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> list[str]:
        raise Refused("Ổ đĩa báo lỗi.", "Kiểm tra ổ đĩa.")

    monkeypatch.setattr(file, "check", refuse)
    keeping.check(window)
    assert "Ổ đĩa báo lỗi" in told()
