"""A data folder with a small office, closed, as a command finds it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import file, presets

OFFICE = {
    "organization": "Đảng bộ Khối",
    "committee": "Đảng ủy Khối",
    "superior": "Đảng bộ tỉnh",
    "symbol": "ĐUK",
}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a small office in it, closed; made once."""
    made = tmp_path_factory.mktemp("office") / "data"
    file.open_file(made)
    presets.start_office(OFFICE)
    file.close_file()
    return made


@pytest.fixture
def folder(office: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy of that office, closed."""
    yield Path(shutil.copytree(office, tmp_path / "dữ liệu"))
    file.close_file()
