from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
from peewee import IntegrityError

from db import file, history, produced
from db.history import change
from tests.db import entries
from tests.db.faults import add

FACTS = {"Số": "05-TB/ĐUK", "Nơi nhận": "Tỉnh ủy\nLưu"}


def written(path: Path, words: str = "một") -> str:
    path.write_text(words, encoding="utf-8")
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.usefixtures("office")
def test_a_written_file_is_remembered_with_its_facts(tmp_path: Path) -> None:
    meeting, path = entries.meeting(), tmp_path / "thong-bao.docx"
    digest = written(path)
    kept = produced.register("notice", meeting, path, digest, "PARTY-2018", FACTS, "b" * 64)
    row = produced.find(tmp_path / "." / "thong-bao.docx")
    assert row is not None
    assert (row.id, row.kind, row.record, row.digest, row.form) == (
        kept,
        "notice",
        meeting,
        digest,
        "PARTY-2018",
    )
    assert (row.facts, row.template) == (FACTS, "b" * 64)
    assert row.made_at.tzinfo is not None
    assert history.recent(1)[0].label == "Ghi tệp thông báo kết luận: thong-bao.docx"
    assert produced.find(tmp_path / "khac.docx") is None


@pytest.mark.usefixtures("office")
def test_the_newest_file_comes_first(tmp_path: Path) -> None:
    meeting = entries.meeting()
    for words in ("một", "hai"):
        digest = written(tmp_path / "a.docx", words)
        produced.register("notice", meeting, tmp_path / "a.docx", digest, "PARTY-2018", {})
    produced.register("units", None, tmp_path / "u.xlsx", "0" * 64, "", {})
    assert [row.digest for row in produced.of("notice", meeting)] == [
        hashlib.sha256(words.encode()).hexdigest() for words in ("hai", "một")
    ]
    last = produced.find(tmp_path / "a.docx")
    assert last is not None
    assert last.digest == produced.of("notice", meeting)[0].digest
    assert [row.record for row in produced.of("units", None)] == [None]
    assert produced.of("minutes", meeting) == []


@pytest.mark.usefixtures("office")
def test_no_undo_takes_a_written_file_back(tmp_path: Path) -> None:
    add("a")
    content, label = history.digest(), history.undo_label()
    produced.register("notice", entries.meeting(), tmp_path / "a.docx", "0" * 64, "", {})
    assert history.undo_label() != "Ghi tệp thông báo kết luận: a.docx"
    history.undo()
    assert (history.digest(), history.undo_label()) == (content, label)
    assert produced.find(tmp_path / "a.docx") is not None


@pytest.mark.usefixtures("office")
def test_what_was_undone_can_still_be_made_again_after_a_file_was_written(tmp_path: Path) -> None:
    after = add("a")
    history.undo()
    produced.register("units", None, tmp_path / "a.docx", "0" * 64, "", {})
    assert history.redo() == "Ghi a"
    assert history.digest() == after


@pytest.mark.usefixtures("office")
def test_the_screens_hear_of_it_when_it_is_written(tmp_path: Path) -> None:
    heard: list[frozenset[str]] = []
    history.listeners.append(heard.append)
    produced.register("units", None, tmp_path / "a.docx", "0" * 64, "", {})
    assert heard == [frozenset({"produced"})]
    with change("Ghi"), pytest.raises(RuntimeError, match="inside a change"):
        produced.register("units", None, tmp_path / "b.docx", "0" * 64, "", {})


def test_it_travels_with_backups(shut: None, tmp_path: Path) -> None:
    file.open_file(tmp_path / "data")
    add("a")
    produced.register("units", None, tmp_path / "a.docx", "0" * 64, "PARTY-2018", FACTS)
    copy = file.backup()
    add("b")
    file.restore(copy)
    row = produced.find(tmp_path / "a.docx")
    assert row is not None
    assert row.facts == FACTS


@pytest.mark.usefixtures("office")
def test_files_written_together_are_one_line_of_history(tmp_path: Path) -> None:
    heard: list[frozenset[str]] = []
    history.listeners.append(heard.append)
    before = len(history.recent())
    files = [
        produced.File("notice", None, tmp_path / f"{n}.docx", "0" * 64, "PARTY-2018", FACTS) for n in range(3)
    ]
    produced.register_all(
        [*files, produced.File("bundle", 1, tmp_path / "x.zip", "1" * 64, "", {})], "Ghi 4 tệp"
    )
    assert [one.label for one in history.recent()[: len(history.recent()) - before]] == ["Ghi 4 tệp"]
    assert heard == [frozenset({"produced"})]
    assert [Path(row.path).name for row in produced.of("notice", None)] == ["2.docx", "1.docx", "0.docx"]
    (packed,) = produced.of("bundle", 1)
    assert (packed.digest, packed.facts) == ("1" * 64, {})


@pytest.mark.usefixtures("office")
def test_files_written_together_are_remembered_all_or_none(tmp_path: Path) -> None:
    lines = history.recent()
    broken: Any = produced.File("notice", None, tmp_path / "b.docx", None, "", {})  # type: ignore[arg-type]
    with pytest.raises(IntegrityError):
        produced.register_all(
            [produced.File("notice", None, tmp_path / "a.docx", "0", "", {}), broken], "Ghi"
        )
    assert produced.of("notice", None) == []
    assert history.recent() == lines
