"""Trouble is told in plain words, logged, and work goes on."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from gui import errors
from rules.trouble import Refused


@pytest.fixture
def log(tmp_path: Path, qtbot: QtBot) -> Iterator[Path]:
    kept = sys.excepthook, threading.excepthook
    errors.install(tmp_path)
    yield tmp_path / "logs" / "thuky.log"
    errors.uninstall()
    sys.excepthook, threading.excepthook = kept


def shown(qtbot: QtBot) -> QMessageBox:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox), timeout=1000)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    return box


def raised(error: BaseException) -> None:
    try:
        raise error
    except BaseException:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]


def test_a_refusal_is_its_own_sentence(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    errors.show(Refused("Đĩa đã đầy.", "Hãy dọn bớt <đĩa>."), parent)
    box = shown(qtbot)
    assert "Đĩa đã đầy." in box.text()
    assert box.informativeText() == "Hãy dọn bớt &lt;đĩa&gt;."
    box.close()


def test_our_own_fault_is_logged_and_told_without_a_traceback(log: Path, qtbot: QtBot) -> None:
    raised(ZeroDivisionError("chia cho không"))
    box = shown(qtbot)
    assert isinstance(box, errors.Apology)
    assert "Traceback" not in box.text() + box.informativeText()
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
    box.copy.click()
    assert "ZeroDivisionError: chia cho không" in QGuiApplication.clipboard().text()
    assert box.isVisible()
    box.close()


def test_one_apology_at_a_time(log: Path, qtbot: QtBot) -> None:
    for number in range(3):
        raised(ValueError(str(number)))
    shown(qtbot).close()
    QApplication.processEvents()
    assert QApplication.activeModalWidget() is None
    assert log.read_text(encoding="utf-8").count("ValueError") == 3
    raised(ValueError("sau"))
    shown(qtbot).close()


def test_a_slot_that_fails_does_not_end_the_program(log: Path, qtbot: QtBot) -> None:
    def fail() -> None:
        raise KeyError("slot")

    with qtbot.captureExceptions() as caught:
        QTimer.singleShot(0, fail)
        qtbot.waitUntil(lambda: len(caught) == 1, timeout=1000)
    assert caught[0][0] is KeyError


def test_trouble_in_a_thread_comes_to_the_screen(log: Path, qtbot: QtBot) -> None:
    def fail() -> None:
        raise RuntimeError("thread")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    shown(qtbot).close()
    assert "RuntimeError: thread" in log.read_text(encoding="utf-8")


def test_a_refusal_that_nobody_caught_is_no_apology(log: Path, qtbot: QtBot) -> None:
    raised(Refused("Tệp đang mở.", "Hãy đóng Word."))
    box = shown(qtbot)
    assert not isinstance(box, errors.Apology)
    assert "Tệp đang mở." in box.text()
    box.close()
    assert not log.exists() or "Tệp đang mở" not in log.read_text(encoding="utf-8")


def test_messages_of_qt_go_to_the_log(log: Path) -> None:
    qWarning("something about fonts")
    assert "something about fonts" in log.read_text(encoding="utf-8")


def test_no_place_for_a_log_is_no_reason_not_to_start(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be", encoding="utf-8")
    errors.install(tmp_path)
    errors.uninstall()
    assert sys.excepthook is sys.__excepthook__
