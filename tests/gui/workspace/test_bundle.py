"""All papers of a meeting at once: numbered names, a new folder or one ZIP, whole or not at all."""

from __future__ import annotations

import errno
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from db import facts, history, meetings, produced
from gui import jobs, saving
from gui.desk import bundling
from gui.desk.bundle import BundleDialog
from gui.desk.bundling import Piece
from gui.kept_edits import KeptEdits
from gui.workspace import papering
from gui.workspace.records import RecordsPart
from papers import produce, target
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
    packed_up = value_of(bundling.to_zip(place / "Hội nghị.zip", pieces(made), ("docx", "xlsx")))
    assert packed_up.written == (place / "Hội nghị.zip", produce.digest(place / "Hội nghị.zip"), False)
    assert packed_up.facts["Tệp bên trong"].splitlines()[0] == "01 Giấy mời chung.docx"
    assert packed_up.facts["Ngày họp"]
    with zipfile.ZipFile(packed_up.written.path) as packed:
        assert packed.testzip() is None
        assert packed.namelist()[0] == "01 Giấy mời chung.docx"
        assert len(packed.namelist()) == 3
    assert [one.name for one in place.iterdir()] == ["Hội nghị.zip"]


@pytest.mark.parametrize("pack", [bundling.to_folder, bundling.to_zip])
@pytest.mark.parametrize(
    ("fault", "says"),
    [(errno.ENOSPC, "đầy"), (errno.EROFS, "chỉ cho đọc"), (errno.EACCES, "Không được phép ghi")],
)
def test_a_disk_that_fails_in_the_middle_leaves_nothing_and_names_the_paper(
    made: Conference, place: Path, monkeypatch: pytest.MonkeyPatch, pack: Any, fault: int, says: str
) -> None:
    settled: list[Path] = []

    def settle(path: Path) -> None:
        settled.append(path)
        if len(settled) == 3:
            raise OSError(fault, os.strerror(fault))

    monkeypatch.setattr(target, "_settle", settle)
    with pytest.raises(Refused, match=says) as refused:
        value_of(pack(place / "x.zip", pieces(made), ("docx", "xlsx")))
    assert "Dừng ở “02 Danh sách đại biểu.xlsx”, chưa tệp nào được ghi ra." in refused.value.what
    assert ".tmp" not in str(refused.value)
    assert list(place.iterdir()) == []


def test_a_zip_that_is_open_elsewhere_stays_as_it_was(
    made: Conference, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = place / "x.zip"
    path.write_bytes(b"old")
    replace = os.replace

    def locked(source: Path, to: Path) -> None:
        if to == path:
            raise PermissionError(errno.EACCES, "locked")
        replace(source, to)

    monkeypatch.setattr(os, "replace", locked)
    with pytest.raises(Refused, match="đang mở trong chương trình khác"):
        value_of(bundling.to_zip(path, pieces(made), ("docx",), over=True))
    assert [(one.name, one.read_bytes()) for one in place.iterdir()] == [("x.zip", b"old")]


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
    assert [one.label for one in history.recent(2)][0].startswith("Ghi 3 tệp vào thư mục Hội nghị")
    assert "3 tệp" not in history.recent(2)[1].label


def zipped(dialog: BundleDialog, path: Path, over: bool = False) -> Any:
    """Write all chosen papers to that ZIP; the window that tells of it."""
    only(dialog, *FEW)
    dialog.kinds["pdf"].setChecked(False)
    dialog.write_zip(path, over)
    jobs.wait()
    return QApplication.activeModalWidget()


def test_a_zip_is_registered_and_one_changed_by_hand_is_kept(
    dialog: BundleDialog, made: Conference, place: Path
) -> None:
    path = place / "Hội nghị.zip"
    box = zipped(dialog, path)
    assert "Đã ghi các văn bản" in box.text()
    (row,) = produced.of("bundle", made.meeting)
    assert (Path(row.path), row.digest) == (path, produce.digest(path))
    assert history.recent(1)[0].label.endswith("Hội nghị.zip")
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("thêm.txt", "của tôi")
    edited = path.read_bytes()
    meetings.save({"place": "Hội trường B"}, made.meeting)
    told = zipped(dialog, path, over=True)
    assert isinstance(told, KeptEdits)
    assert [line for line in told.lines if "Hội trường B" in line]
    assert path.read_bytes() == edited
    assert len(produced.of("bundle", made.meeting)) == 2
    assert (place / "Hội nghị (2).zip").exists()


def test_a_zip_of_somebody_else_goes_only_when_the_dialog_asked(dialog: BundleDialog, place: Path) -> None:
    path = place / "x.zip"
    path.write_bytes(b"theirs")
    box = zipped(dialog, path)
    assert "đã có từ trước nên được giữ nguyên" in box.text()
    assert path.read_bytes() == b"theirs"
    assert (place / "x (2).zip").exists()
    zipped(dialog, path, over=True)
    assert zipfile.is_zipfile(path)


def test_files_are_there_although_the_data_file_cannot_remember_them(
    dialog: BundleDialog, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise Refused("Ổ đĩa đã đầy.", "Xóa bớt tệp.")

    monkeypatch.setattr(produced, "register_all", full)
    only(dialog, *FEW)
    dialog.write_folder(place)
    jobs.wait()
    shown = [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox)]
    assert any("Tệp đã ghi xong, nhưng chưa ghi nhớ được" in box.text() for box in shown)
    assert any("Đã ghi 5 tệp" in box.text() for box in shown)
    for box in shown:
        box.close()


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
