"""The command that writes an official copy of one document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import main
from db import copies, directives, file, presets
from tests.db import entries
from tests.db.conftest import OFFICE


@pytest.fixture
def record(tmp_path: Path) -> Iterator[int]:
    """A document with its copy begun, in a data folder that is closed."""
    file.open_file(tmp_path / "data")
    presets.start_office(OFFICE)
    made = entries.directive(92, subject="về đại hội đảng bộ các cấp")
    copies.save(made, {"number": 24, "signed": "21/8/2019"})
    file.close_file()
    yield made
    file.close_file()


def export(folder: Path, record: int, name: str) -> int:
    return main.main(
        ["--data", str(folder / "data"), "export", "copy", str(record), "--to", str(folder / name)]
    )


@pytest.mark.parametrize(("name", "begins"), [("bản sao.docx", b"PK"), ("bản sao.pdf", b"%PDF")])
def test_export_writes_the_sheet_of_the_copy(
    name: str, begins: bytes, record: int, tmp_path: Path, qapp: object
) -> None:
    assert export(tmp_path, record, name) == 0
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_document_marked_is_refused_in_one_sentence(
    record: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.open_file(tmp_path / "data")
    directives.save({"secrecy": "secret"}, record)
    file.close_file()
    assert export(tmp_path, record, "a.docx") == 1
    assert "Văn bản có độ mật không sao ở đây" in capsys.readouterr().err
    assert not (tmp_path / "a.docx").exists()
