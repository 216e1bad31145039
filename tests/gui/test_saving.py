"""Titles become file names that Windows takes, and nobody's file is lost when one is written."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from db import history, produced
from gui import jobs, listing, saving
from gui.kept_edits import KeptEdits
from gui.saving import file_name, with_ending
from papers import produce
from rules.facts import Listing
from tests.gui.fakes import sample
from tests.gui.test_listing import COLUMNS


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Biên bản 21/8/2019", "Biên bản 21-8-2019"),
        ('a<b>:"c"|d?*e\\f', "a-b-c-d-e-f"),
        ("  Kế hoạch.  ", "Kế hoạch"),
        ("con", "con -"),
        ("nul.txt", "nul -.txt"),
        ("", "Tài liệu"),
        ("???", "Tài liệu"),
        (unicodedata.normalize("NFD", "Đảng ủy"), "Đảng ủy"),
        ("dòng một\ndòng hai", "dòng một-dòng hai"),
    ],
)
def test_names(title: str, name: str) -> None:
    assert file_name(title) == name


@given(st.text(max_size=300))
def test_no_title_makes_a_forbidden_name(title: str) -> None:
    name = file_name(title)
    assert name
    assert not set(name) & set('<>:"/\\|?*')
    assert name == name.strip(" .")
    assert len(name) <= 122


def test_the_ending_is_added_only_where_it_is_missing() -> None:
    names = [with_ending(Path(name), "pdf").name for name in ("a", "a.pdf", "a.PDF", "21.8.2019")]
    assert names == ["a.pdf", "a.pdf", "a.PDF", "21.8.2019.pdf"]


def test_an_ending_that_was_added_leads_to_no_file_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"theirs")
    assert with_ending(tmp_path / "a", "docx") == tmp_path / "a (2).docx"
    assert with_ending(tmp_path / "a.docx", "docx") == tmp_path / "a.docx"  # the dialog asked


# -- a list that goes out


@pytest.fixture
def page(qtbot: QtBot, folder: Path) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def units(count: int = 2) -> Listing:
    return listing.seen("Danh sách đơn vị", "", COLUMNS, sample(count), f"{count} đơn vị")


def saved(
    page: QWidget, path: Path, monkeypatch: pytest.MonkeyPatch, facts: Listing | None = None
) -> QWidget:
    """Save the list there, as the system's dialog was answered; the window that tells of it."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    listing.save_excel(facts or units(), page, "units")
    jobs.wait()
    box = QApplication.activeModalWidget()
    assert box is not None
    return box


def test_a_list_is_registered_and_one_changed_by_hand_is_kept(
    page: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "đơn vị.xlsx"
    box = saved(page, path, monkeypatch)
    assert isinstance(box, QMessageBox)
    (row,) = produced.of("units", None)
    assert (Path(row.path), row.digest) == (path, produce.digest(path))
    assert history.recent(1)[0].label == "Ghi tệp danh sách đơn vị: đơn vị.xlsx"
    path.write_bytes(b"by hand")
    told = saved(page, path, monkeypatch, units(3))
    assert isinstance(told, KeptEdits)
    assert any(line.startswith("Các dòng, thêm") for line in told.lines)
    assert path.read_bytes() == b"by hand"
    assert (tmp_path / "đơn vị (2).xlsx").exists()


def test_a_file_of_somebody_else_goes_only_where_the_dialog_asked(
    page: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(b"theirs")
    saving.write_to(listing.document(units()), path, page)
    jobs.wait()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "“x.xlsx” đã có từ trước nên được giữ nguyên" in box.text()
    assert path.read_bytes() == b"theirs"
    assert (tmp_path / "x (2).xlsx").exists()
    saved(page, path, monkeypatch)  # "Thay tệp đó?" was answered in the dialog
    assert path.read_bytes().startswith(b"PK")


def test_a_list_of_another_screen_is_told_as_such(
    page: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.xlsx"
    digest = produce.write(path, lambda place: place.write_bytes(b"old")).digest
    produced.register("bundle", 1, path, digest, "", {})
    path.write_bytes(b"by hand")
    told = saved(page, path, monkeypatch)
    assert isinstance(told, KeptEdits)
    assert told.other == "Tệp đã sửa tay là một văn bản khác: Tệp ZIP các văn bản của hội nghị."
