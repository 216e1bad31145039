"""Bad files and disks: one plain sentence, nothing lost, nothing half-written."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import main
from db import disk, file, history, speeches
from db.tables import database
from papers import target
from tests.db import faults
from tests.whole.demo import forget
from tests.whole.office import Ids, fill
from tests.whole.said import is_plain, refused, untouched


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ids]:
    """A data folder with the small office that nobody has open, and its ids."""
    made = tmp_path_factory.mktemp("closed")
    file.open_file(made)
    ids = fill()
    forget()
    return made, ids


@pytest.fixture
def folder(small: tuple[Path, Ids], tmp_path: Path) -> Iterator[Path]:
    """A copy of it."""
    yield Path(shutil.copytree(small[0], tmp_path / "dữ liệu"))
    forget()


def run(folder: Path, *words: str) -> int:
    return main.main(["--data", str(folder), *words])


def one_sentence(capsys: pytest.CaptureFixture[str]) -> str:
    heard = capsys.readouterr()
    assert heard.out == ""
    assert len(heard.err.splitlines()) == 1
    assert is_plain(heard.err.strip())
    return heard.err


@pytest.mark.parametrize("spoil", [*faults.DAMAGE, faults.other_program, faults.unmarked, faults.newer])
@pytest.mark.parametrize("words", [("list", "units"), ("check",), ("backup",)], ids=" ".join)
def test_a_file_that_is_not_ours_to_open_is_told_and_left(
    spoil: Callable[[Path], None], words: tuple[str, ...], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(folder / file.NAME)
    kept = faults.files(folder)
    assert run(folder, *words) == 1
    one_sentence(capsys)
    assert faults.files(folder) == kept


def test_a_folder_that_is_only_read_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = faults.files(folder)
    monkeypatch.setattr(disk, "may_write", lambda path: path != folder)
    assert run(folder, "list", "units") == 1
    assert "chỉ cho đọc" in one_sentence(capsys)
    assert faults.files(folder) == kept


def test_a_disk_that_is_full_refuses_the_change_and_takes_it_later(folder: Path, small: Any) -> None:
    """The values typed are still in hand: the same save works once there is room."""
    ids = small[1]
    file.open_file(folder)
    (pages,) = database.execute_sql("PRAGMA page_count").fetchone()
    database.execute_sql(f"PRAGMA max_page_count = {pages}")
    values = {"content": "x" * 20_000, "person": ids.people[0]}
    with untouched():
        assert "đầy" in refused(lambda: speeches.save(values, ids.meeting))
    database.execute_sql("PRAGMA max_page_count = 1000000")
    speeches.save(values, ids.meeting)
    assert file.check() == []


def test_a_disk_that_is_full_leaves_no_half_of_a_great_change(folder: Path, small: Any) -> None:
    ids = small[1]
    file.open_file(folder)
    (pages,) = database.execute_sql("PRAGMA page_count").fetchone()
    database.execute_sql(f"PRAGMA max_page_count = {pages + 3}")

    def many() -> None:
        with history.change("Nhập nhiều"):
            for number in range(99):
                speeches.save({"content": f"{number} " * 2000}, ids.meeting)

    with untouched():
        assert "đầy" in refused(many)
    assert file.check() == []


def test_a_full_disk_leaves_no_half_of_a_backup(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = faults.files(folder)
    faults.small_disk(monkeypatch, ".part", 10)
    assert run(folder, "backup") == 1
    assert "đầy" in one_sentence(capsys)
    assert faults.files(folder) == kept


@pytest.mark.parametrize("step", ["settle", "replace"])
def test_a_disk_that_fills_at_the_end_leaves_no_half_of_a_backup(
    step: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = faults.files(folder)
    faults.fail(monkeypatch, step)
    assert run(folder, "backup") == 1
    assert "đầy" in one_sentence(capsys)
    assert faults.files(folder) == kept


ENDINGS = pytest.mark.parametrize("ending", main.ENDINGS)


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A folder for papers with an older one in it."""
    place = tmp_path / "giấy tờ"
    place.mkdir()
    for ending in main.ENDINGS:
        (place / f"a{ending}").write_bytes(b"old")
    return place


def export(folder: Path, path: Path) -> int:
    return run(folder, "export", "units", "--to", str(path), "--overwrite")


@pytest.mark.skipif(sys.platform != "linux", reason="a device that is always full")
@ENDINGS
def test_a_disk_that_is_full_while_a_paper_is_written(
    ending: str,
    folder: Path,
    older: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    qapp: object,
) -> None:
    """What is written beside the target goes to a full device, so that every writer meets the true error."""
    kept = faults.files(older)
    monkeypatch.setattr(target.secrets, "token_hex", lambda size: "full")
    (older / ".full.tmp").symlink_to("/dev/full")
    assert export(folder, older / f"a{ending}") == 1
    assert "đầy" in one_sentence(capsys)
    assert faults.files(older) == kept


@ENDINGS
@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.EACCES, "đang mở trong chương trình khác"), (errno.EROFS, "chỉ cho đọc"), (errno.ENOSPC, "đầy")],
)
def test_a_paper_that_is_open_elsewhere_stays_as_it_was(
    ending: str,
    number: int,
    said: str,
    folder: Path,
    older: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    qapp: object,
) -> None:
    def replace(*paths: Any) -> None:
        raise OSError(number, os.strerror(number))  # EACCES: the PermissionError of Windows

    kept = faults.files(older)
    monkeypatch.setattr(target.os, "replace", replace)
    assert export(folder, older / f"a{ending}") == 1
    assert said in one_sentence(capsys)
    assert faults.files(older) == kept
