"""The one door for all trouble: what the world refuses, and what is our own fault."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget

from gui import asking
from rules.trouble import Refused

log = logging.getLogger("thuky")
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class _Door(QObject):
    """Carries trouble from any thread to the screen's own."""

    came = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.showing: QMessageBox | None = None
        self.came.connect(self._show, Qt.ConnectionType.AutoConnection)

    def _show(self, error: BaseException) -> None:
        show(error)


_door: _Door | None = None


def install(folder: Path | None = None) -> None:
    """Take over uncaught errors and Qt's messages; the log is `folder`/logs/thuky.log."""
    global _door
    _door = _Door()
    if folder is not None:
        _write_to(folder / "logs")
    sys.excepthook = _uncaught
    threading.excepthook = lambda args: _uncaught(args.exc_type, args.exc_value, args.exc_traceback)
    qInstallMessageHandler(_qt_message)


def uninstall() -> None:
    """Give everything back, as tests need."""
    global _door
    _door = None
    sys.excepthook = sys.__excepthook__
    threading.excepthook = threading.__excepthook__
    qInstallMessageHandler(None)
    for handler in list(log.handlers):
        log.removeHandler(handler)
        handler.close()


def _write_to(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "thuky.log", maxBytes=1_000_000, backupCount=3, encoding="utf-8"
        )
    except OSError:  # no place for a log is no reason not to work
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)


def _uncaught(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt) or error is None:
        sys.__excepthook__(kind, error or kind(), trace)
        return
    if not isinstance(error, Refused):
        log.error("uncaught", exc_info=(kind, error, trace))
    if _door is not None:
        _door.came.emit(error)


def _qt_message(kind: QtMsgType, _context: QMessageLogContext, text: str | None) -> None:
    log.log(LEVELS.get(kind, logging.INFO), "Qt: %s", text)


def show(error: BaseException, parent: QWidget | None = None) -> QMessageBox | None:
    """Refused: its own sentence. Anything else: an apology with "Chép chi tiết"; work goes on."""
    parent = parent or QApplication.activeModalWidget() or QApplication.activeWindow()
    if isinstance(error, Refused):
        return asking.tell(parent, error.what, error.do)
    if _door is not None and _door.showing is not None:
        return None  # one apology at a time; the rest is in the log
    box = Apology(details(error), parent)
    if _door is not None:
        _door.showing = box
        box.finished.connect(_shown)
    box.open()
    return box


def _shown() -> None:
    if _door is not None:
        _door.showing = None


class Apology(asking.Box):
    """What is said of our own fault; "Chép chi tiết" puts the details on the clipboard."""

    def __init__(self, details: str, parent: QWidget | None) -> None:
        super().__init__(
            parent,
            "Chương trình gặp một lỗi ngoài dự tính.",
            [
                "Việc vừa làm có thể chưa xong; những gì đã lưu vẫn còn. Có thể làm tiếp.",
                "Nếu lỗi lặp lại, hãy chép chi tiết và gửi cho người phụ trách máy tính của cơ quan.",
            ],
        )
        self._details = details
        self.copy = QPushButton("Chép chi tiết")
        self.addButton(self.copy, QMessageBox.ButtonRole.ActionRole)
        self.copy.clicked.disconnect()  # copying does not close the window
        self.copy.clicked.connect(self.copy_details)
        go_on = self.addButton("Làm tiếp", QMessageBox.ButtonRole.AcceptRole)
        self.setDefaultButton(go_on)
        self.setEscapeButton(go_on)

    def copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details)


def details(error: BaseException) -> str:
    """All that helps to mend it, with no word of what was typed."""
    lines = traceback.format_exception(type(error), error, error.__traceback__)
    system = f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.release()}"
    return f"{system}\n{''.join(lines)}"
