"""How the program opens: one window for a folder, a damaged file, the first start."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLockFile, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from db import disk, file, history, settings, units
from gui import errors, opening
from gui.copies import CopiesDialog
from gui.window import MainWindow


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    errors.uninstall()
    file.close_file()
    history.listeners.clear()
    history.set_person("")
    for window in QApplication.topLevelWidgets():
        if window.windowType() != Qt.WindowType.Popup:  # a completer deletes its own list: twice would crash
            window.close()
            window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Answers:
    """What the clerk presses in one window after another; keeps what was read there."""

    def __init__(self, *buttons: str) -> None:
        self.left = list(buttons)
        self.read: list[str] = []
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._press)
        self._timer.start()

    def _press(self) -> None:
        window = QApplication.activeModalWidget()
        if not isinstance(window, QDialog):
            return
        self.read.append(window.text() if isinstance(window, QMessageBox) else window.windowTitle())
        wanted = self.left.pop(0) if self.left else ""
        if isinstance(window, CopiesDialog) and wanted == "Phục hồi bản này":
            window.pick()
            return
        buttons = window.buttons() if isinstance(window, QMessageBox) else []
        found = next((button for button in buttons if button.text() == wanted), None)
        (found.click if found else window.reject)()  # what nobody expected is closed, so that no test hangs


def damage(folder: Path) -> None:
    path = folder / file.NAME
    path.write_bytes(b"not a file of ours".ljust(9000, b"x"))


def ended(app: QApplication, seen: list[MainWindow]) -> None:
    """Wait for the window, then leave."""
    timer = QTimer(app, interval=0)

    def look() -> None:
        found = [top for top in QApplication.topLevelWidgets() if isinstance(top, MainWindow)]
        if found:
            timer.stop()
            seen.extend(found)
            app.exit(0)

    timer.timeout.connect(look)
    timer.start()


def test_a_folder_with_an_office_opens_its_window(office: dict[str, int], folder: Path) -> None:
    file.close_file()
    seen: list[MainWindow] = []
    ended(opening.application(), seen)
    assert opening.run(folder) == 0
    assert seen[0].windowTitle() == "Đảng ủy Khối các cơ quan tỉnh – Thư Ký"
    assert not (folder / opening.LOCK).exists()


def test_the_history_names_the_clerk_of_the_file(office: dict[str, int], folder: Path) -> None:
    file.close_file()
    seen: list[MainWindow] = []
    ended(opening.application(), seen)
    opening.run(folder)
    file.open_file(folder)
    units.close(office["SNV"], units.date(2020, 1, 1))
    assert history.recent(1)[0].person == "Lê Thị Mẫu"


def test_a_second_window_on_the_same_data_is_refused(office: dict[str, int], folder: Path) -> None:
    first = QLockFile(str(folder / opening.LOCK))
    assert first.tryLock(0)
    answers = Answers("Đóng")
    assert opening.run(folder) == 1
    assert "đang mở dữ liệu này trong một cửa sổ khác" in answers.read[0]
    first.unlock()


def test_a_lock_left_by_a_crash_does_not_keep_the_clerk_out(folder: Path) -> None:
    (folder / opening.LOCK).write_text("999999999\nThuKy\n\n\n\n", encoding="utf-8")
    lock = opening._lock(folder)
    assert lock is not None
    lock.unlock()


def test_a_damaged_file_offers_the_copies_and_one_of_them_brings_all_back(
    office: dict[str, int], folder: Path
) -> None:
    file.backup()
    file.close_file()
    damage(folder)
    answers = Answers("Phục hồi từ bản sao lưu…", "Phục hồi bản này")
    assert opening.open_data(folder)
    assert units.get(office["SCT"])["symbol"] == "SCT"
    assert "bị hỏng" in answers.read[0]
    assert any(path.name.startswith("hong-") for path in (folder / "backups").iterdir())


def test_the_clerk_may_leave_the_damaged_file_alone(office: dict[str, int], folder: Path) -> None:
    file.close_file()
    damage(folder)
    kept = (folder / file.NAME).read_bytes()
    answers = Answers("Phục hồi từ bản sao lưu…", "Đóng", "Đóng chương trình")
    assert not opening.open_data(folder)
    assert answers.left == []
    assert (folder / file.NAME).read_bytes() == kept


def test_a_locked_or_read_only_file_can_be_tried_again(
    office: dict[str, int], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.close_file()
    times = iter((False, True, True, True))
    monkeypatch.setattr(disk, "may_write", lambda _path: next(times))
    answers = Answers("Thử lại")
    assert opening.open_data(folder)
    assert "chỉ cho đọc" in answers.read[0]


def test_a_new_folder_asks_whose_it_is_and_leaving_leaves(tmp_path: Path) -> None:
    answers = Answers("")
    assert opening.run(tmp_path / "mới") == 1
    assert answers.read == ["Thư Ký"]
    file.open_file(tmp_path / "mới")
    assert not settings.is_started()
