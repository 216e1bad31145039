from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from db import disk, file, history, presets, sample
from db.history import change
from db.tables import Person, UnitKind, database


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


OFFICE = {
    "organization": "Đảng bộ Khối các cơ quan tỉnh",
    "committee": "Đảng ủy Khối các cơ quan tỉnh",
    "superior": "Đảng bộ tỉnh Mẫu",
    "symbol": "ĐUK",
    "place_name": "Tỉnh Mẫu",
    "term": "2015 - 2020",
}


@cache
def filled(fill: Callable[[], None]) -> Any:
    """The content of a file that `fill` made once, as a connection to copy from."""
    file.open_memory()
    fill()
    kept = disk.connect(":memory:")
    database.connection().backup(kept)
    file.close_file()
    return kept


def _opened(fill: Callable[[], None]) -> Iterator[None]:
    template = filled(fill)
    file.open_memory()
    template.backup(database.connection())
    yield
    file.close_file()
    history.listeners.clear()
    history.set_person("")


def start_office() -> None:
    presets.start_office(OFFICE)


@pytest.fixture
def office() -> Iterator[None]:
    """A file in memory with the catalogues and the own office, nothing else."""
    yield from _opened(start_office)


@pytest.fixture
def sampled() -> Iterator[None]:
    """A file in memory with the whole sample office."""
    yield from _opened(sample.build)
