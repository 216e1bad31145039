"""Exporting a paper: what is written where, and whose file stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import file, produced, units
from db.choices import choices
from rules.trouble import Refused
from tests.main.commands import run


def cell_kind() -> int:
    """The kind of a grass-roots cell."""
    return next(key for key, name in choices("unit_kind") if name == "Chi bộ cơ sở")


@pytest.mark.parametrize(("ending", "begins"), [(".docx", b"PK"), (".XLSX", b"PK"), (".pdf", b"%PDF")])
def test_export_writes_what_the_ending_names(
    ending: str, begins: bytes, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], qapp: object
) -> None:
    target = tmp_path / f"đơn vị{ending}"
    assert run(folder, "export", "units", "--to", str(target)) == 0
    assert target.read_bytes().startswith(begins)
    assert capsys.readouterr().out == f"{target}\n"


def test_export_keeps_a_file_that_was_changed_by_hand(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "đơn vị.docx"
    assert run(folder, "export", "units", "--to", str(target)) == 0
    assert run(folder, "export", "units", "--to", str(target)) == 0  # untouched: written over
    assert [one.name for one in tmp_path.glob("*.docx")] == [target.name]
    target.write_bytes(b"by hand")
    file.open_file(folder)
    kind = cell_kind()
    units.save({"organization": "Chi bộ Báo Mẫu", "kind": kind})
    capsys.readouterr()
    assert run(folder, "export", "units", "--to", str(target)) == 0
    said = capsys.readouterr()
    assert target.read_bytes() == b"by hand"
    assert said.out == f"{tmp_path / 'đơn vị (2).docx'}\n"
    assert "đã sửa tay" in said.err
    assert "Các dòng, thêm: Chi bộ Báo Mẫu" in said.err
    assert run(folder, "export", "people", "--to", str(target)) == 0
    said = capsys.readouterr()
    assert (tmp_path / "đơn vị (3).docx").exists()
    assert said.err.splitlines()[1:] == ["Tệp đã sửa tay là một văn bản khác: Danh sách đơn vị."]


def test_export_keeps_the_file_of_somebody_else_unless_told_otherwise(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "đơn vị.docx"
    target.write_bytes(b"theirs")
    assert run(folder, "export", "units", "--to", str(target)) == 0
    said = capsys.readouterr()
    assert target.read_bytes() == b"theirs"
    assert said.out == f"{tmp_path / 'đơn vị (2).docx'}\n"
    assert said.err == (
        "“đơn vị.docx” có từ trước nên giữ nguyên; bản mới ghi cạnh đó (--overwrite để ghi đè).\n"
    )
    assert run(folder, "export", "units", "--to", str(target), "--overwrite") == 0
    assert capsys.readouterr().out == f"{target}\n"
    assert target.read_bytes().startswith(b"PK")
    target.write_bytes(b"by hand")  # ours by now: a hand edit never goes
    assert run(folder, "export", "units", "--to", str(target), "--overwrite") == 0
    assert target.read_bytes() == b"by hand"


def test_a_file_that_could_not_be_remembered_is_named_before_the_trouble(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise Refused("Ổ đĩa đã đầy.", "Xóa bớt tệp.")

    monkeypatch.setattr(produced, "register", full)
    target = tmp_path / "đơn vị.docx"
    assert run(folder, "export", "units", "--to", str(target)) == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == (f"{target}\n", "Ổ đĩa đã đầy. Xóa bớt tệp.\n")
    assert target.exists()
