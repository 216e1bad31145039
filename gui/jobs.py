"""Work off the screen's thread: it gets values, never the file kept nor a widget."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, QRunnable, Qt, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

from gui import errors

PATIENCE = 400  # ms before a progress window appears
Progress = Generator[tuple[int, int], None, Any]
_running: set[Job] = set()


class Job(QObject):
    """One piece of work; a generator yields (done, total) and can be stopped between two yields."""

    advanced = Signal(int, int)
    finished = Signal(object, object)  # result, error

    def __init__(self, work: Callable[[], Any]) -> None:
        super().__init__()
        self._work = work
        self.stopped = False

    def stop(self) -> None:
        self.stopped = True

    def do(self) -> None:
        try:
            result = self._work()
            if isinstance(result, Generator):
                result = self._go(result)
        except Exception as error:  # every error crosses to the screen's thread and is shown there
            self.finished.emit(None, error)
        else:
            self.finished.emit(result, None)

    def _go(self, steps: Progress) -> Any:
        try:
            while not self.stopped:
                done, total = next(steps)
                self.advanced.emit(done, total)
        except StopIteration as end:
            return end.value
        steps.close()
        return None


class _Runnable(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.do()


def run(
    work: Callable[[], Any],
    done: Callable[[Any], object],
    failed: Callable[[BaseException], object] | None = None,
    parent: QWidget | None = None,
    words: str = "Đang làm…",
) -> Job:
    """Run `work` in the pool, then `done(result)` or `failed(error)` on the screen's thread.

    `failed` is errors.show unless given. After 400 ms a small window shows progress; it can stop work
    that is a generator, and a stopped job calls neither.
    """
    job = Job(work)
    window = _progress(job, parent, words)

    def finish(result: Any, error: BaseException | None) -> None:
        _running.discard(job)
        stopped = job.stopped  # closing the window counts as pressing its button
        window.close()
        window.deleteLater()
        if stopped:
            return
        if error is None:
            done(result)
        else:
            (failed or (lambda trouble: errors.show(trouble, parent)))(error)

    job.finished.connect(finish, Qt.ConnectionType.QueuedConnection)
    _running.add(job)
    QThreadPool.globalInstance().start(_Runnable(job))
    return job


def _progress(job: Job, parent: QWidget | None, words: str) -> QProgressDialog:
    window = QProgressDialog(words, "Dừng", 0, 0, parent)
    window.setWindowTitle("Thư Ký")
    window.setWindowModality(Qt.WindowModality.WindowModal)
    window.setAutoClose(False)
    window.setAutoReset(False)
    window.setMinimumDuration(24 * 3600 * 1000)  # our own timer shows it
    window.reset()
    window.canceled.connect(job.stop)
    timer = QTimer(window, singleShot=True, interval=PATIENCE)
    timer.timeout.connect(window.show)
    timer.start()

    def advance(at: int, total: int) -> None:
        window.setMaximum(total)
        window.setValue(at)

    job.advanced.connect(advance)
    return window


def busy() -> int:
    """How many jobs are under way; the window asks before closing."""
    return len(_running)


def wait() -> None:
    """Until all jobs under way have called back; for closing and for tests."""
    loop = QEventLoop()
    while _running:
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
