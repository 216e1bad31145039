from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db import file, history
from gui.pages.meetings import MeetingsPage
from gui.workspace.part import Part
from tests.gui.workspace.samples import Conference, build


@pytest.fixture(scope="session")
def _built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Conference]:
    """The small conference, built once."""
    place = tmp_path_factory.mktemp("conference")
    file.open_file(place)
    made = build()
    file.close_file()
    return place / file.NAME, made


@pytest.fixture
def made(_built: tuple[Path, Conference], tmp_path: Path) -> Iterator[Conference]:
    """The small conference, in an open file of its own."""
    shutil.copy(_built[0], tmp_path / file.NAME)
    file.open_file(tmp_path)
    yield _built[1]
    file.close_file()
    history.listeners.clear()


@pytest.fixture
def page(qtbot: QtBot, made: Conference) -> MeetingsPage:
    """The whole tab on a small screen, hearing the news."""
    page = MeetingsPage()
    qtbot.addWidget(page)
    history.listeners.append(page.news)
    page.resize(1090, 430)
    page.show()
    return page


@pytest.fixture
def seen(qtbot: QtBot, made: Conference) -> Callable[[Part], Part]:
    """A section alone, showing the conference, hearing the news."""

    def show(part: Part) -> Part:
        qtbot.addWidget(part)
        part.resize(1058, 340)
        part.show()
        part.show_meeting(made.meeting)
        history.listeners.append(part.news)
        return part

    return show
