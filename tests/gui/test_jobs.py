"""Work off the screen's thread calls back on it, can be stopped, and never fails in silence."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from gui import jobs
from rules.trouble import Refused


def test_the_result_comes_back_on_the_screens_thread(qtbot: QtBot) -> None:
    seen: list[tuple[Any, bool, bool]] = []
    main = threading.current_thread()

    def work() -> bool:
        return threading.current_thread() is main

    jobs.run(work, lambda here: seen.append((here, threading.current_thread() is main, True)))
    assert jobs.busy() == 1
    jobs.wait()
    assert seen == [(False, True, True)]
    assert jobs.busy() == 0


def test_a_failure_is_handed_over(qtbot: QtBot) -> None:
    failed: list[BaseException] = []

    def work() -> None:
        raise ZeroDivisionError

    jobs.run(work, lambda _: None, failed.append)
    jobs.wait()
    assert [type(error) for error in failed] == [ZeroDivisionError]


def test_a_refusal_without_a_listener_is_told(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def work() -> None:
        raise Refused("Đĩa đã đầy.")

    jobs.run(work, lambda _: None, parent=parent)
    jobs.wait()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "Đĩa đã đầy." in box.text()
    box.close()


def test_steps_report_how_far_they_are_and_end_with_a_result(qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []
    done: list[str] = []

    def work() -> Iterator[tuple[int, int]]:
        yield 1, 2
        yield 2, 2
        return "xong"

    job = jobs.run(work, done.append)
    job.advanced.connect(lambda at, total: told.append((at, total)))
    jobs.wait()
    assert done == ["xong"]
    assert told[-1:] in ([(2, 2)], [])


def test_a_stopped_job_calls_nobody_and_cleans_up(qtbot: QtBot) -> None:
    started, go_on = threading.Event(), threading.Event()
    left: list[str] = []
    called: list[object] = []

    def work() -> Iterator[tuple[int, int]]:
        try:
            for at in range(100):
                started.set()
                go_on.wait(5)
                yield at, 100
        finally:
            left.append("cleaned")

    job = jobs.run(work, called.append, called.append)
    started.wait(5)
    job.stop()
    go_on.set()
    jobs.wait()
    assert (called, left) == ([], ["cleaned"])
