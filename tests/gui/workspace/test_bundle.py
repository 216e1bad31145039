"""All papers of a meeting at once: numbered names, a new folder or one ZIP, whole or not at all."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from db import facts, meetings, produced
from gui import jobs, saving
from gui.desk import bundling
from gui.desk.bundle import BundleDialog
from gui.desk.bundling import Piece
from gui.workspace import papering
from gui.workspace.records import RecordsPart
from rules.facts import Meeting
from rules.papers import paper
from rules.trouble import Refused
from tests.gui.workspace.samples import Conference

Seen = Callable[[Any], Any]
FEW = ("invitation", "delegates")


def pieces(made: Conference, *keys: str) -> list[Piece]:
    found = []
    for key in keys or FEW:
        known = facts.gather(key, made.meeting)
        assert isinstance(known, Meeting)
        found.append(Piece(paper(key), made.meeting, known, papering.templates()))
    return found


def value_of(steps: Any) -> Any:
    """All steps of a job, and what it gives."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """An empty folder beside the data."""
    made = tmp_path / "giấy tờ"
    made.mkdir()
    return made


@pytest.fixture
def dialog(seen: Seen) -> BundleDialog:
    part = seen(RecordsPart())
    part.settle = part.save
    part.all_button.click()
    opened = QApplication.activeModalWidget()
    assert isinstance(opened, BundleDialog)
    opened.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    return opened


def only(dialog: BundleDialog, *keys: str) -> None:
    dialog.tick(False)
    for place in range(dialog.list.count()):
        item = dialog.list.item(place)
        if item.data(Qt.ItemDataRole.UserRole) in keys:
            item.setCheckState(Qt.CheckState.Checked)


# -- the writing


def test_files_are_numbered_in_the_order_of_the_work(made: Conference, place: Path) -> None:
    folder = place / "Hội nghị"
    done = value_of(bundling.to_folder(folder, pieces(made), ("docx", "xlsx")))
    names = ["01 Giấy mời chung.docx", "02 Danh sách đại biểu.docx", "02 Danh sách đại biểu.xlsx"]
    assert sorted(one.name for one in folder.iterdir()) == names
    assert [one.written.path for one in done] == [folder / name for name in names]
    assert all(one.written.path.exists() for one in done)


def test_progress_counts_every_file(made: Conference, place: Path) -> None:
    steps = bundling.to_folder(place / "x", pieces(made), ("docx", "pdf"))
    assert list(steps) == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]
    assert len(list((place / "x").glob("*.pdf"))) == 2


@pytest.mark.parametrize("after", [1, 2, 4])
def test_a_stopped_job_leaves_nothing(made: Conference, place: Path, after: int) -> None:
    for steps in (
        bundling.to_folder(place / "x", pieces(made), ("docx", "xlsx")),
        bundling.to_zip(place / "x.zip", pieces(made), ("docx", "xlsx")),
    ):
        for _ in range(after):
            next(steps)
        steps.close()
    assert list(place.iterdir()) == []


def test_a_failure_leaves_nothing(made: Conference, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise Refused("Ổ đĩa đã đầy.", "Hãy dọn bớt.")

    monkeypatch.setattr(saving, "write", fail)
    with pytest.raises(Refused):
        value_of(bundling.to_folder(place / "x", pieces(made), ("docx",)))
    assert list(place.iterdir()) == []


def test_a_workbook_alone_of_papers_without_tables_is_refused(made: Conference, place: Path) -> None:
    with pytest.raises(Refused, match="không có bảng"):
        value_of(bundling.to_folder(place / "x", pieces(made, "invitation"), ("xlsx",)))
    assert list(place.iterdir()) == []


def test_a_zip_holds_the_same_files(made: Conference, place: Path) -> None:
    path = value_of(bundling.to_zip(place / "Hội nghị.zip", pieces(made), ("docx", "xlsx")))
    with zipfile.ZipFile(path) as packed:
        assert packed.testzip() is None
        assert packed.namelist()[0] == "01 Giấy mời chung.docx"
        assert len(packed.namelist()) == 3
    assert [one.name for one in place.iterdir()] == ["Hội nghị.zip"]


# -- the dialog


def test_papers_that_have_nothing_to_say_are_not_ticked(dialog: BundleDialog) -> None:
    chosen = {one.key for one in dialog.chosen()}
    assert "minutes" in chosen
    assert "summons_circular" not in chosen
    words = [dialog.list.item(place).text() for place in range(dialog.list.count())]
    assert "Thông tri triệu tập – chỉ dùng khi triệu tập đại hội" in words


def test_nothing_is_written_while_nothing_is_chosen(
    dialog: BundleDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: pytest.fail("asked for a place"))
    dialog.tick(False)
    dialog.go.click()
    assert "Chưa chọn văn bản nào" in dialog.note.text()
    dialog.tick(True)
    for box in dialog.kinds.values():
        box.setChecked(False)
    dialog.go.click()
    assert "Chưa chọn loại tệp" in dialog.note.text()
    assert dialog.isVisible()


def test_the_folder_is_new_and_its_files_are_registered(
    dialog: BundleDialog, made: Conference, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(place))
    only(dialog, *FEW)
    dialog.kinds["pdf"].setChecked(False)
    name = dialog.name()
    (place / name).mkdir()
    dialog.go.click()
    jobs.wait()
    folder = place / f"{name} (2)"
    assert len(list(folder.iterdir())) == 3
    assert list((place / name).iterdir()) == []
    (row,) = produced.of("invitation", made.meeting)
    assert Path(row.path) == folder / "01 Giấy mời chung.docx"
    assert produced.find(folder / "02 Danh sách đại biểu.xlsx") is not None
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "Đã ghi 3 tệp" in box.text()


def test_what_is_left_out_stays_left_out_next_time(
    dialog: BundleDialog, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    only(dialog, *FEW)
    dialog.as_zip.setChecked(True)
    dialog.go.click()
    part = dialog._section
    again = BundleDialog(dialog.meeting, list(dialog.papers.values()), part.shelf.states, part)  # type: ignore[attr-defined]
    assert [one.key for one in again.chosen()] == list(FEW)
    assert again.as_zip.isChecked()
    again.deleteLater()


def test_a_folder_is_named_after_the_meeting(dialog: BundleDialog, made: Conference) -> None:
    assert dialog.name() == "Hội nghị quán triệt, triển khai thực hiện Chỉ thị số 35-CT-TW của Bộ 21-08-2019"
    meetings.save({"title": "a/b?", "day": None}, made.meeting)
    assert dialog.name() == "a-b"
