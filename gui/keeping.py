"""Backup, restore and check of the file, as a clerk asks for them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from db import file, history, settings
from gui import errors, state
from gui.asking import tell
from gui.copies import CopiesDialog, made_at, said_time
from rules import office
from rules.trouble import Refused

if TYPE_CHECKING:
    from gui.window import MainWindow


def last_backup() -> str:
    """The words for the line at the bottom of the window."""
    copies = file.backups()
    if not copies:
        return "⚠ Chưa sao lưu lần nào"
    return f"✓ Sao lưu đã kiểm tra: {said_time(max(map(made_at, copies)))}"


def know_clerk() -> None:
    """From now on the history names the clerk that this file speaks of."""
    history.set_person(settings.get(office.CLERK))


def backup_now(window: MainWindow) -> None:
    """A verified copy into the data folder's own backups."""
    _backup(window, None)


def backup_elsewhere(window: MainWindow) -> None:
    """A verified copy into a folder that the clerk chooses, a USB stick most of the time."""
    start = state.text("backup/folder", str(Path.home()))
    chosen = QFileDialog.getExistingDirectory(window, "Chọn nơi để bản sao lưu", start)
    if chosen:
        state.put("backup/folder", chosen)
        _backup(window, Path(chosen))


def _backup(window: MainWindow, folder: Path | None) -> None:
    try:
        copy = file.backup(folder)
    except Refused as refused:
        errors.show(refused, window)
        return
    window.show_backup()
    details = f"Bản sao “{copy.name}” nằm trong thư mục “{copy.parent}”."
    tell(window, "Đã sao lưu và kiểm tra lại bản sao.", details)


def restore(window: MainWindow) -> CopiesDialog:
    """Choose a copy and put it in the place of the present file, which is kept as a copy first."""
    dialog = CopiesDialog(file.backups(), parent=window)
    dialog.picked.connect(lambda copy: put_back(copy, window))
    dialog.open()
    return dialog


def put_back(copy: Path, window: MainWindow) -> None:
    """The copy takes the place of the present file."""
    try:
        file.restore(copy)
    except Refused as refused:
        errors.show(refused, window)
        return
    know_clerk()
    window.show_backup()
    tell(window, "Đã phục hồi dữ liệu từ bản sao.", f"Bản sao: {copy.name}")


def check(window: QWidget) -> None:
    """Health of the file, in plain sentences."""
    try:
        found = file.check()
    except Refused as refused:
        errors.show(refused, window)
        return
    if found:
        tell(window, "Dữ liệu có chỗ cần xem lại.", "\n".join(found))
    else:
        tell(window, "Dữ liệu lành lặn.", "Đã kiểm tra toàn bộ tệp và các mối nối giữa các mục.")
