"""An office screen of 1366×768 without a display, and a fake subject to try the bricks on."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

SCREEN = (
    '{"screens": [{"name": "office", "x": 0, "y": 0, "width": 1366, "height": 768, '
    '"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}'
)


def use_office_screen() -> None:
    """Qt reads the platform when the application is made, so this runs at import."""
    if os.environ.get("QT_QPA_PLATFORM", "offscreen") != "offscreen":
        return
    path = Path(tempfile.gettempdir()) / f"thuky-screen-{os.getpid()}.json"
    path.write_text(SCREEN, encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={path}"


use_office_screen()

import pytest  # noqa: E402
from PySide6.QtCore import QEvent  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from db import file, history  # noqa: E402
from gui import look, state, words  # noqa: E402
from tests.gui.office import small_office  # noqa: E402


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> QApplication:
    """The program's own look and words, once for all."""
    look.dress(qapp, "light")
    words.speak(qapp)
    return qapp


@pytest.fixture(autouse=True)
def forgotten(dressed: QApplication) -> Iterator[None]:
    """Habits and windows of one test are not those of the next."""
    state.use(None)
    yield
    while (left := dressed.activeModalWidget()) is not None:
        left.hide()
        left.deleteLater()
    dressed.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, int]]:
    """The small office, built once."""
    place = tmp_path_factory.mktemp("office")
    file.open_file(place)
    ids = small_office()
    file.close_file()
    return place / file.NAME, ids


@pytest.fixture
def folder(_made: tuple[Path, dict[str, int]], tmp_path: Path) -> Iterator[Path]:
    """A data folder with the small office in it, open."""
    shutil.copy(_made[0], tmp_path / file.NAME)
    file.open_file(tmp_path)
    yield tmp_path
    file.close_file()
    history.listeners.clear()
    history.set_person("")


@pytest.fixture
def office(folder: Path, _made: tuple[Path, dict[str, int]]) -> dict[str, int]:
    """The small office, open; ids by short name."""
    return _made[1]
