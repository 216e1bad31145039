"""The whole program on one folder, worked by a hand while it runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from db import file, history
from gui import errors, opening, state
from tests.whole.demo import Demo, build
from tests.whole.hand import Hand

Run = Callable[..., None]


@pytest.fixture(scope="session")
def demo(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """The sample office in a folder of its own, every paper of it composed; nobody writes in it."""
    return build(tmp_path_factory.mktemp("demo"))


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def work(qapp: QApplication, tmp_path: Path) -> Iterator[Run]:
    """`work(act, act, …)`: opens the program on the folder; each act runs when the one before has let go."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)

    def run(*acts: Callable[[], None], folder: Path = tmp_path / "data") -> None:
        trouble: list[BaseException] = []
        rest = list(acts)

        def go_on() -> None:
            if not rest:
                return
            act = rest.pop(0)
            try:
                act()
            except BaseException as error:  # a slot swallows it; the test wants it
                trouble.append(error)
                rest.clear()
                _close_all()
                return
            QTimer.singleShot(0, qapp, go_on)

        QTimer.singleShot(0, qapp, go_on)
        status = opening.run(folder)
        if trouble:
            raise trouble[0]
        assert status == 0
        log = folder / "logs" / "thuky.log"
        said = log.read_text(encoding="utf-8") if log.exists() else ""
        assert "Traceback" not in said, said

    yield run
    errors.uninstall()
    state.use(None)
    file.close_file()
    history.listeners.clear()
    history.set_person("")
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


def _close_all() -> None:
    """Away with every window, whatever it asks: the story broke off."""
    for window in QApplication.topLevelWidgets():
        window.hide()
    QApplication.exit(1)
