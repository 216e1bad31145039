from __future__ import annotations

import os
from pathlib import Path

import pytest

from papers import catalogue, docx_file, plain
from papers.content import Column, Document, Row, Section, Table, paragraph
from rules.reading import propose
from rules.trouble import Refused
from tests.papers import samples


def test_paragraphs_and_rows_become_lines_and_cells_tabs(tmp_path: Path) -> None:
    columns = (Column("TT", 10), Column("Họ và\ntên", 60))
    table = Table(columns, (Row((1, "Lò Văn Mẫu")), Row((2, "Lê Thị Thử"))))
    blocks = (paragraph("body", "Dòng một"), table, paragraph("body", "Dòng cuối"))
    docx_file.write(Document("", "PARTY-2018", (Section(blocks),)), tmp_path / "a.docx")
    read = plain.read_text(tmp_path / "a.docx").split("\n")
    assert read == ["Dòng một", "TT\tHọ và tên", "1\tLò Văn Mẫu", "2\tLê Thị Thử", "Dòng cuối"]


def test_the_minutes_we_wrote_come_back_as_their_words(tmp_path: Path) -> None:
    minutes = catalogue.compose("minutes", samples.minutes(3))
    docx_file.write(minutes, tmp_path / "a.docx")
    text = plain.read_text(tmp_path / "a.docx")
    said = [part.text for part in minutes.paragraphs() if part.text.strip()]
    assert said
    assert all(words in text for words in said)


def test_a_list_of_a_word_file_is_read_with_its_posts(tmp_path: Path) -> None:
    columns = (Column("TT", 10), Column("Họ và tên", 60), Column("Chức vụ", 60), Column("Đơn vị", 60))
    first = Row((1, "Lò Văn Mẫu", "Bí thư", "Chi bộ Báo Mẫu"))
    second = Row((2, "Lê Thị Thử", "Phó Bí thư", "Đảng ủy Sở Mẫu"))
    sections = (Section((Table(columns, (first, second)),)),)
    docx_file.write(Document("", "PARTY-2018", sections), tmp_path / "a.docx")
    people = propose(plain.read_text(tmp_path / "a.docx")).people
    assert [(person.name, person.posts) for person in people] == [
        ("Lò Văn Mẫu", ("Bí thư Chi bộ Báo Mẫu",)),
        ("Lê Thị Thử", ("Phó Bí thư Đảng ủy Sở Mẫu",)),
    ]


def test_what_is_no_word_file_is_refused_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"no Word file")
    with pytest.raises(Refused, match="không phải tệp Word"):
        plain.read_text(tmp_path / "a.docx")


@pytest.mark.skipif(not os.environ.get("THUKY_TEST_DATA"), reason="needs real files")
def test_real_word_files_give_text() -> None:
    folder = Path(os.environ["THUKY_TEST_DATA"]) / "word"
    assert plain.read_text(folder / "n03-footnotes.docx") == "Ouch."
    assert plain.read_text(folder / "n11-empty.docx") == ""
