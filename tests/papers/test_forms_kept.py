from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from papers import styles
from papers.forms import kept
from rules.trouble import Refused

SHIPPED = styles.FORMS.read_text(encoding="utf-8")
LARGER = SHIPPED.replace('label = "Nội dung", size = 14', 'label = "Nội dung", size = 15', 1)
TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def shipped() -> Iterator[None]:
    yield
    styles.use(None)


def file(folder: Path, text: str) -> Path:
    path = folder / "mới.toml"
    path.write_text(text, encoding="utf-8")
    return path


def size() -> float:
    return styles.style("PARTY-2018", "item").size


def test_a_file_is_used_at_once_and_found_again(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "templates"
    stored = kept.install(file(tmp_path, LARGER), folder)
    assert (size(), kept.of(folder)) == (15, stored)
    styles.use(None)
    assert kept.load(folder) is None
    assert size() == 15


def test_a_wrong_file_is_refused_with_its_line_and_nothing_changes(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    kept.install(file(tmp_path, LARGER), folder)
    with pytest.raises(Refused, match="dòng 1: "):
        kept.install(file(tmp_path, "x = 1\n"), folder)
    assert size() == 15
    assert (folder / "forms.toml").read_text(encoding="utf-8") == LARGER


def test_a_damaged_own_file_is_told_and_the_shipped_forms_serve(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    kept.install(file(tmp_path, LARGER), folder)
    (folder / "forms.toml").write_text("x = 1\n", encoding="utf-8")
    damaged = kept.load(folder)
    assert damaged is not None
    assert "dòng 1" in damaged.what
    assert "bản thể thức có sẵn" in damaged.do
    assert size() == 14


def test_another_file_and_the_way_back_keep_what_was_there(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    assert kept.reset(folder, TODAY) is None
    kept.install(file(tmp_path, LARGER), folder, TODAY)
    kept.install(file(tmp_path, LARGER), folder, TODAY)  # the same: nothing to keep
    kept.install(file(tmp_path, SHIPPED), folder, TODAY)
    kept.reset(folder, TODAY)
    assert kept.of(folder) is None
    assert sorted(path.name for path in folder.iterdir()) == [
        "forms-2026-11-22-1.toml", "forms-2026-11-22-2.toml",
    ]  # fmt: skip
    assert size() == 14


def test_the_file_in_use_may_be_chosen_again(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    stored = kept.install(file(tmp_path, LARGER), folder)
    assert kept.install(stored, folder) == stored
    assert stored.read_text(encoding="utf-8") == LARGER


def test_a_place_that_takes_no_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "templates").write_text("không phải thư mục", encoding="utf-8")
    with pytest.raises(Refused, match="thư mục"):
        kept.install(file(tmp_path, LARGER), tmp_path / "templates")
    assert size() == 14
