"""How the program opens: one window for a folder, the file in order, the first start."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QLockFile, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from db import file, settings
from db.refusals import DAMAGED
from gui import errors, keeping, look, state, words
from rules.trouble import Refused

LOCK = "thuky.lock"
SECOND = Refused(
    "Thư Ký đang mở dữ liệu này trong một cửa sổ khác.",
    "Tìm cửa sổ ấy trên thanh tác vụ, hoặc đóng nó rồi mở lại.",
)
KEPT = "Tệp hỏng được cất riêng, không bị xóa."


def run(folder: Path) -> int:
    """Open the window on the data of `folder`; the exit status of the program."""
    app = application()
    errors.install(folder)
    lock = _lock(folder)
    if lock is None:
        _say(SECOND)
        return 1
    try:
        state.use(folder)
        if not open_data(folder) or not has_office():
            return 1
        keeping.know_clerk()
        use_own_forms(folder)
        shown = []
        QTimer.singleShot(0, app, lambda: shown.append(_show_window()))  # a fault in it is seen, not silent
        return app.exec()
    finally:
        file.close_file()
        lock.unlock()


def _show_window() -> object:
    from gui.window import MainWindow

    window = MainWindow()
    window.show()
    return window


def application() -> QApplication:
    """The one QApplication, dressed and speaking Vietnamese."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("ThuKy")
    app.setApplicationDisplayName("Thư Ký")
    words.speak(app)
    look.dress(app)
    app.setWindowIcon(look.program_icon())
    return app


def _lock(folder: Path) -> QLockFile | None:
    """Held as long as the window lives; a folder that cannot be written to is left to `file` to explain."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return QLockFile("")
    lock = QLockFile(str(folder / LOCK))
    lock.setStaleLockTime(0)  # only a program that is gone gives up its lock
    if lock.tryLock(0) or lock.error() != QLockFile.LockError.LockFailedError:
        return lock
    return None


def open_data(folder: Path) -> bool:
    """Open the file; where it will not open, say why and offer the copies. False: the clerk leaves."""
    while True:
        try:
            file.open_file(folder)
        except Refused as refused:
            damaged = (refused.what, refused.do) == DAMAGED
            if not (_offer_copies(refused) if damaged else _offer_again(refused)):
                return False
        else:
            return True


def _offer_copies(refused: Refused) -> bool:
    """False when the clerk leaves; True to try again, with a copy in the place of the damaged file or not."""
    if not _asked(refused, "Phục hồi từ bản sao lưu…"):
        return False
    from gui.copies import CopiesDialog

    dialog = CopiesDialog(file.backups(), KEPT)
    dialog.picked.connect(_put_back)
    dialog.exec()
    return True


def _put_back(copy: Path) -> None:
    try:
        file.restore(copy)
    except Refused as refused:
        _say(refused)


def _offer_again(refused: Refused) -> bool:
    return _asked(refused, "Thử lại")


def has_office() -> bool:
    """A new file asks whose it is; False when the clerk leaves instead."""
    if settings.is_started():
        return True
    from gui.start import StartDialog

    return StartDialog().exec() == StartDialog.DialogCode.Accepted


def use_own_forms(folder: Path) -> None:
    """The office's own forms, where it has any; a damaged file is told once and the shipped ones serve."""
    from papers.forms import kept

    own = folder / kept.FOLDER
    if kept.of(own):  # else nothing of papers is needed to open
        damaged = kept.load(own)
        if damaged:
            _say(damaged)


def _asked(refused: Refused, go_on: str) -> bool:
    box = _box(refused)
    leave = box.addButton("Đóng chương trình", QMessageBox.ButtonRole.RejectRole)
    go = box.addButton(go_on, QMessageBox.ButtonRole.AcceptRole)
    go.setProperty("role", "main")
    box.setDefaultButton(go)
    box.setEscapeButton(leave)
    box.exec()
    return box.clickedButton() is go


def _say(refused: Refused) -> None:
    box = _box(refused)
    box.addButton("Đóng", QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def _box(refused: Refused) -> QMessageBox:
    box = QMessageBox(QMessageBox.Icon.NoIcon, "Thư Ký", f"<b>{refused.what}</b>")
    box.setInformativeText(refused.do)
    return box
