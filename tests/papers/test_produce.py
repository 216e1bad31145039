"""A file that somebody has changed is never written over."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from papers import produce
from rules.trouble import Refused

OLD, NEW, HAND = b"old", b"new", b"by hand"


def writer(path: Path) -> None:
    path.write_bytes(NEW)


def known(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_a_new_file_is_written_where_it_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "biên bản.docx"
    assert produce.write(path, writer) == (path, known(NEW), False)
    assert produce.digest(path) == known(NEW)


def test_an_untouched_file_of_ours_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(OLD)
    assert produce.write(path, writer, known(OLD)) == (path, known(NEW), False)
    assert path.read_bytes() == NEW


def test_a_file_of_somebody_else_stays_unless_it_was_agreed_that_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(HAND)
    assert produce.write(path, writer) == (tmp_path / "a (2).docx", known(NEW), True)
    assert path.read_bytes() == HAND
    assert produce.write(path, writer, over=True) == (path, known(NEW), False)
    path.write_bytes(HAND)
    assert produce.write(path, writer, known(OLD), over=True).beside  # a hand edit of ours never goes


def test_a_file_that_cannot_be_read_back_is_told(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="không đọc lại được"):
        produce.write(tmp_path / "a.docx", lambda _path: None)


def test_a_changed_file_stays_and_the_first_free_name_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "Thông báo 21.8.docx"
    path.write_bytes(HAND)
    (tmp_path / "Thông báo 21.8 (2).docx").write_bytes(HAND)
    made = produce.write(path, writer, known(OLD))
    assert made == (tmp_path / "Thông báo 21.8 (3).docx", known(NEW), True)
    assert path.read_bytes() == HAND
    assert (tmp_path / "Thông báo 21.8 (2).docx").read_bytes() == HAND


def test_a_registered_file_that_is_gone_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    assert produce.write(path, writer, known(OLD)).path == path


def test_a_file_that_cannot_be_read_counts_as_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(OLD)

    def refuse(_path: Path) -> str:
        raise PermissionError(13, "locked")

    monkeypatch.setattr(produce, "digest", refuse)
    assert produce.is_changed(path, known(OLD))
    assert not produce.is_changed(tmp_path / "none.docx", known(OLD))


def test_nothing_is_written_when_the_writer_fails(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(HAND)

    def fail(_path: Path) -> None:
        raise OSError(28, "full")

    with pytest.raises(OSError, match="full"):
        produce.write(path, fail, known(OLD))
    assert [one.name for one in tmp_path.iterdir()] == ["a.docx"]
    assert path.read_bytes() == HAND
