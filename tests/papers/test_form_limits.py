"""The check of a file beyond what it takes, or with changes nobody has decided on: what is said."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from papers import docx_reading
from papers.checking import package
from papers.form_check import check
from rules.trouble import Refused
from tests.papers.form_documents import p, write
from tests.papers.test_form_check import planted

TRACKED = (
    '<w:p><w:r><w:t>Kính gửi</w:t></w:r><w:ins w:id="1" w:author="An" w:date="2026-01-01T00:00:00Z">'
    '<w:r><w:t> các chi bộ</w:t></w:r></w:ins><w:del w:id="2" w:author="An" '
    'w:date="2026-01-01T00:00:00Z"><w:r><w:delText> cũ</w:delText></w:r></w:del></w:p>'
)


def told(path: Path) -> str:
    with pytest.raises(Refused) as refused:
        check(path)
    return str(refused.value)


def test_changes_nobody_has_decided_on_are_told(tmp_path: Path) -> None:
    path = write(tmp_path / "a.docx", TRACKED)
    said = [one for one in check(path) if "Track Changes" in one.found]
    assert [(one.severity, one.place) for one in said] == [("I", "cả tệp")]
    assert "còn 2 chỗ" in said[0].found
    assert "xét như đã nhận" in said[0].expected


def test_a_paper_without_them_says_nothing_of_changes(tmp_path: Path) -> None:
    path = planted("plan 2018").write(tmp_path / "a.docx")
    assert not [one for one in check(path) if "Track Changes" in one.found]


def test_a_locked_archive_is_called_locked(tmp_path: Path) -> None:
    path = write(tmp_path / "a.docx", p("Nội dung"))
    data = bytearray(path.read_bytes())
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(sign)
        while place >= 0:
            data[place + flags] |= docx_reading.LOCKED
            place = data.find(sign, place + 4)
    path.write_bytes(data)
    assert told(path).startswith("Tệp “a.docx” có mật khẩu.")


@pytest.mark.parametrize(
    "body",
    [
        "<w:p><w:r><w:t>" + "a" * 10_500_000 + "</w:t></w:r></w:p>",
        "<w:sdt><w:sdtContent>" * 140 + p("sâu") + "</w:sdtContent></w:sdt>" * 140,
    ],
    ids=["one text of ten million letters", "elements in elements"],
)
def test_a_sound_file_beyond_the_limits_is_not_called_damaged(body: str, tmp_path: Path) -> None:
    assert "lớn hoặc phức tạp bất thường" in told(write(tmp_path / "a.docx", body))


def test_more_paragraphs_than_anyone_writes_are_refused_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "MANY", 20)
    assert "bất thường" in told(write(tmp_path / "a.docx", p("đoạn") * 21))
    assert check(write(tmp_path / "b.docx", p("đoạn") * 20))


def test_words_beyond_the_weight_are_not_unpacked(tmp_path: Path) -> None:
    path = write(tmp_path / "a.docx", p("Nội dung"))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/footnotes.xml", b" " * (docx_reading.LONGEST + 1))
    assert "bất thường" in told(path)
