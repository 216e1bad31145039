from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from papers import docx_file, target, xlsx_file
from papers.content import Column, Document, Section, Sheet, Table, paragraph
from rules.trouble import Refused

PAPER = Document(
    "Thử",
    "PARTY-2018",
    (Section((paragraph("body", "Mới"),)),),
    (Sheet("Bảng", "Bảng", Table((Column("A", 20),), ())),),
)
WRITERS = pytest.mark.parametrize("write", [docx_file.write, xlsx_file.write], ids=["word", "excel"])


def fail_with(number: int):  # type: ignore[no-untyped-def]
    def fail(*arguments: object, **named: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def test_the_file_appears_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("cũ", encoding="utf-8")
    with target.replacing(path) as beside:
        beside.write_text("mới", encoding="utf-8")
        assert path.read_text(encoding="utf-8") == "cũ"
        assert beside.parent == path.parent
    assert path.read_text(encoding="utf-8") == "mới"
    assert list(tmp_path.iterdir()) == [path]


def test_work_that_breaks_off_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("cũ", encoding="utf-8")

    def break_off() -> None:
        with target.replacing(path) as beside:
            beside.write_text("nửa", encoding="utf-8")
            raise KeyError

    with pytest.raises(KeyError):
        break_off()
    assert path.read_text(encoding="utf-8") == "cũ"
    assert list(tmp_path.iterdir()) == [path]


@WRITERS
@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "đầy"),
        (errno.EDQUOT, "đầy"),
        (errno.EROFS, "chỉ cho đọc"),
        (errno.EACCES, "đang mở trong chương trình khác"),
        (errno.EIO, "Chưa lưu được"),
        (errno.ENAMETOOLONG, "quá dài"),
    ],
)
def test_a_disk_that_refuses_is_told_in_plain_words(  # type: ignore[no-untyped-def]
    write, number: int, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Biên bản.docx"
    path.write_bytes(b"old")
    monkeypatch.setattr(target.os, "replace", fail_with(number))
    with pytest.raises(Refused, match=said) as told:
        write(PAPER, path)
    assert told.value.do
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@WRITERS
def test_a_disk_that_fills_while_writing_leaves_nothing(  # type: ignore[no-untyped-def]
    write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(target.os, "fsync", fail_with(errno.ENOSPC))
    with pytest.raises(Refused, match="đầy"):
        write(PAPER, tmp_path / "a.docx")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_closed_to_writing_is_named(tmp_path: Path) -> None:
    told = f"Không được phép ghi vào thư mục “{tmp_path}”"
    with pytest.raises(Refused, match=told), target.replacing(tmp_path / "a.docx"):
        raise PermissionError(errno.EACCES, "denied")


@WRITERS
def test_a_missing_folder_is_named(write, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(Refused, match="Không có thư mục"):
        write(PAPER, tmp_path / "không có" / "a.docx")


def test_a_folder_or_a_locked_file_is_no_target(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="là một thư mục"):
        docx_file.write(PAPER, tmp_path)
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(Refused, match="chỉ cho đọc"):
        docx_file.write(PAPER, path)
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize(
    "name",
    [
        "a:b.docx",
        "a?.docx",
        "con.docx",
        "LPT1",
        "nul.tar.docx",
        "a|b.docx",
        'a"b.docx',
        "a\\b.docx",
        "a.",
        "a ",
        "x" * 250,
    ],
)
def test_names_that_windows_forbids_are_refused_everywhere(name: str, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        docx_file.write(PAPER, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["Biên bản hội nghị.docx", "contact.docx", "92-KH_ĐUK.docx", "a.b.docx"])
def test_ordinary_names_are_taken(name: str, tmp_path: Path) -> None:
    docx_file.write(PAPER, tmp_path / name)
    assert (tmp_path / name).stat().st_size > 1000


def test_a_folder_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    place = tmp_path / "Hội nghị 21-08-2019"
    with target.gathering(place) as beside:
        (beside / "01 Tờ trình.docx").write_bytes(b"x")
        assert not place.exists()
    assert [one.name for one in place.iterdir()] == ["01 Tờ trình.docx"]

    def break_off() -> None:
        with target.gathering(tmp_path / "khác") as beside:
            (beside / "a").write_bytes(b"x")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()
    assert [one.name for one in tmp_path.iterdir()] == [place.name]


@pytest.mark.parametrize("name", ["a:b", "con", "x."])
def test_a_folder_with_a_forbidden_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused), target.gathering(tmp_path / name):
        raise AssertionError("the folder was lent")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_there_is_not_taken_over(tmp_path: Path) -> None:
    place = tmp_path / "có rồi"
    place.mkdir()
    with pytest.raises(Refused), target.gathering(place):
        raise AssertionError("the folder was lent")
