from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from db import file, history
from db.history import change
from db.tables import Person, UnitKind


@pytest.fixture
def place(tmp_path: Path) -> Any:
    """An open data folder with a little in it."""
    file.open_file(tmp_path)
    with change("Thêm"):
        UnitKind.create(name="Chi bộ", level=3)
        for number in range(50):
            Person.create(full_name=f"Người {number}", sort_key=f"{number}", search_key="x" * 200)
    yield tmp_path
    file.close_file()
    history.listeners.clear()


@pytest.fixture
def closed(place: Path) -> Path:
    file.close_file()
    return place


@pytest.fixture
def shut() -> Any:
    """Whatever the test opened is closed."""
    yield
    file.close_file()
