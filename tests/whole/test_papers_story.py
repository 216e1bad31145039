"""All papers of the sample's conference by keys alone: numbers, signers, files, print; what it costs."""

from __future__ import annotations

import shutil
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.shared import Cm

from db import file, meetings, numbering, produced
from db import papers as kept_papers
from papers import letters
from rules.papers import MEETING, papers_of
from tests.whole.conftest import Run
from tests.whole.demo import Demo, words_of_docx
from tests.whole.hand import Hand

pytestmark = pytest.mark.slow

DESK = "Tài liệu của hội nghị"
AS_ZIP = "Một tệp ZIP, không phải thư mục mới"
NUMBERED = {
    "invitation_people": "tung nguoi",
    "summons_notice": "thong bao tr",
    "minutes": "bien ban",
    "notice": "thong bao k",
    "report": "bao cao k",
}  # paper → letters that find it in the list
SIGNED = "20/8/2019"
LONG = 60.0  # seconds for some thirty papers
LETTERS = 20  # of each serial: nobody counts them here, and all 299 take their time
EDITED = "Câu này văn thư viết thêm bằng tay."


class Story:
    """One method a part of the work; the mouse is not touched."""

    def __init__(self, hand: Hand, out: Path) -> None:
        self.hand, self.out = hand, out

    def work(self) -> None:
        hand = self.hand
        hand.wait_for_window("Đảng ủy Khối các cơ quan tỉnh")
        self.open_meeting()
        self.take_numbers()
        self.sign()
        self.look()
        self.write_one()
        self.write_folder()
        self.write_zip()
        self.print_letters()
        self.write_again()
        hand.press("Ctrl+Q")

    def open_meeting(self) -> None:
        hand = self.hand
        hand.stage("Mở hội nghị, phần Tài liệu")
        hand.press("Ctrl+3")
        hand.press("Ctrl+F")
        hand.type("quan triet")
        hand.press("Return")
        hand.press("Return")
        hand.wait_for("Lưu thông tin")
        hand.press("Alt+7")
        hand.at(DESK)

    def take_numbers(self) -> None:
        hand = self.hand
        hand.stage(f"Lấy {len(NUMBERED)} số, ghi ngày ký")
        for words in NUMBERED.values():
            hand.type(words)
            hand.press("Ctrl+L")
            hand.press("F2")
            hand.at("Ngày ký")
            hand.type(SIGNED)
            hand.press("Ctrl+S")
            hand.press("Esc")
            hand.at(DESK)

    def sign(self) -> None:
        hand = self.hand
        hand.stage("Người ký, nơi nhận chương trình")
        hand.type("chuong trinh")
        hand.press("F2")
        hand.at("Ngày ký")
        hand.type(SIGNED)
        hand.fill("Quyền hạn ký", "T/L BAN THƯỜNG VỤ")
        hand.fill("Chức vụ", "CHÁNH VĂN PHÒNG")
        hand.fill("Người ký", "thu lien")
        hand.press("Tab")
        hand.fill("Nơi nhận", "Lưu Văn phòng")
        hand.press("Ctrl+S")
        hand.press("Esc")
        hand.at(DESK)

    def look(self) -> None:
        hand = self.hand
        hand.stage("Xem trước một văn bản")
        hand.type("thong bao k")
        hand.press("Return")
        hand.wait_for_window("Xem trước")
        hand.press("Ctrl+PgDown")
        hand.wait_for("Trang 2/")
        assert "Thông báo kết luận" in hand.title()
        hand.press("Esc")
        hand.at(DESK)

    def write_one(self) -> None:
        hand = self.hand
        hand.stage("Ghi một tệp Word")
        ended = hand.meanwhile(self.accept)
        hand.press("Ctrl+Shift+W")
        ended()
        hand.wait_for("Mở tệp")
        hand.press("Esc")
        hand.at(DESK)

    def write_folder(self) -> None:
        hand = self.hand
        hand.stage("Ghi tất cả vào thư mục")
        hand.press("Ctrl+Shift+A")
        hand.wait_for_window("Ghi tất cả văn bản")
        ended = hand.meanwhile(self.accept)
        hand.press("Return")
        ended()
        hand.wait_for("Mở thư mục", LONG)
        hand.press("Esc")
        hand.at(DESK)

    def accept(self) -> None:
        """The place and the name that the system's dialog proposes."""
        hand = self.hand
        hand.until(lambda: "Tên tệp" in hand.focus() or "Thư mục" in hand.focus(), "the line of the name")
        hand.press("Return")

    def write_zip(self) -> None:
        hand = self.hand
        hand.stage("Ghi tất cả vào tệp ZIP")
        hand.press("Ctrl+Shift+A")
        hand.wait_for_window("Ghi tất cả văn bản")
        hand.press("Alt+P")  # no PDF this time
        hand.until(lambda: not hand.ticked("PDF"), "PDF without its tick")
        hand.press("Alt+Z")
        hand.until(lambda: hand.ticked(AS_ZIP), "ZIP ticked")
        ended = hand.meanwhile(self.accept)
        hand.press("Return")
        ended()
        hand.wait_for("Mở thư mục", LONG)
        hand.press("Esc")
        hand.at(DESK)

    def print_letters(self) -> None:
        hand = self.hand
        hand.stage("In tất cả giấy mời ra PDF")
        hand.press("Ctrl+Shift+I")
        hand.wait_for("Máy này chưa cài máy in nào.")
        ended = hand.meanwhile(self.accept)
        hand.press("Return")
        ended()
        hand.wait_for("Mở tệp")
        hand.press("Esc")
        hand.press("Esc")
        hand.at(DESK)

    def write_again(self) -> None:
        hand = self.hand
        (written,) = self.out.glob("*.docx")
        paper = docx.Document(str(written))
        paper.add_paragraph(EDITED)
        paper.save(str(written))
        hand.stage("Ghi lại tệp đã sửa tay")
        hand.press("F2")
        hand.at("Ngày ký")
        hand.press("Ctrl+A")
        hand.type("22/8/2019")
        ended = hand.meanwhile(self.accept_over)
        hand.press("Ctrl+Shift+W")
        ended()
        hand.wait_for_window("Tệp đã sửa tay được giữ nguyên")
        assert hand.sees("20/8/2019 → 22/8/2019"), hand.screen()
        hand.press("Esc")

    def accept_over(self) -> None:
        """The name is taken: yes, that very file."""
        ended = self.hand.meanwhile(lambda: self.hand.press("Alt+C"))
        self.accept()
        ended()


CEILING = 300  # keys of the whole story; it stood at 261 when this was written


def test_all_papers_of_a_conference_by_keys_alone(
    hand: Hand, work: Run, demo: Demo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = tmp_path / "Documents"
    documents.mkdir()
    all_letters = letters.by_person
    monkeypatch.setattr(letters, "by_person", lambda facts, guests=True: all_letters(facts, guests)[:LETTERS])
    monkeypatch.setenv("HOME", str(tmp_path))  # where the user's documents are
    shutil.copytree(demo.data, tmp_path / "data")
    work(Story(hand, documents).work)
    print(f"\n{hand.report()}")
    look_at_the_files(documents)
    file.open_file(tmp_path / "data")
    look_into_the_data(documents)
    assert hand.total().clicks == 0
    assert hand.total().whole <= CEILING, f"the work has grown\n{hand.report()}"


def look_at_the_files(documents: Path) -> None:
    """Both versions of the edited paper, the folder, the ZIP with the same papers, the letters to print."""
    first, second = sorted(documents.glob("*.docx"), key=lambda path: len(path.name))
    assert EDITED in words_of_docx(first)
    assert "Tỉnh Mẫu, ngày 20 tháng 8 năm 2019" in "\n".join(words_of_docx(first))
    assert EDITED not in words_of_docx(second)
    assert "Tỉnh Mẫu, ngày 22 tháng 8 năm 2019" in "\n".join(words_of_docx(second))
    (folder,) = (path for path in documents.iterdir() if path.is_dir())
    written = {path.name for path in folder.iterdir()}
    assert {f"{name[:-5]}.pdf" for name in written if name.endswith(".docx")} <= written
    (packed,) = documents.glob("*.zip")
    with zipfile.ZipFile(packed) as inside:
        assert set(inside.namelist()) == {name for name in written if not name.endswith(".pdf")}
    (printed,) = documents.glob("*.pdf")
    assert printed.read_bytes().count(b"/Type /Page\n") == LETTERS


def look_into_the_data(documents: Path) -> None:
    """The numbers are taken, what was typed is kept, every file is registered."""
    (meeting,) = (row.id for row in meetings.rows() if row.day == date(2019, 8, 21))
    assert all(numbering.number_of(key, meeting) for key in NUMBERED)
    assert kept_papers.get("agenda", meeting)["recipients"] == ("Lưu Văn phòng",)
    assert kept_papers.get("agenda", meeting)["signatures"][0].post == "CHÁNH VĂN PHÒNG"
    known = [row for paper in papers_of(MEETING) for row in produced.of(paper.key, meeting)]
    written = {str(path) for path in documents.rglob("*") if path.suffix in (".docx", ".xlsx", ".pdf")}
    assert written <= {row.path for row in known}


# -- a file of somebody else


class Check:
    """A Word file laid against the form, mended, checked again."""

    def __init__(self, hand: Hand, path: Path) -> None:
        self.hand, self.path = hand, path

    def work(self) -> None:
        hand = self.hand
        hand.wait_for_window("Đảng ủy Khối các cơ quan tỉnh")
        hand.stage("Mở tệp, xem từng chỗ")
        hand.press("Ctrl+T")
        hand.wait_for_window("Kiểm tra thể thức")
        ended = hand.meanwhile(self.name_file)
        hand.press("Return")
        ended()
        hand.wait_for("⚠ 2 lỗi, 0 cảnh báo, 2 lưu ý", LONG)
        hand.at("Những chỗ chưa đúng thể thức")
        first = hand.screen()
        hand.press("Down")
        assert hand.screen() != first  # the words below tell of another place
        hand.stage("Lọc, ghi bản có chú thích")
        hand.press("Ctrl+F")
        hand.type("so")
        hand.press("Esc")
        ended = hand.meanwhile(self.accept)
        hand.press("Ctrl+S")
        ended()
        hand.wait_for("Đã lưu xong.")
        hand.press("Esc")
        shutil.copy(self.path.with_name("sound.docx"), self.path)  # mended meanwhile
        hand.stage("Kiểm tra lại, đóng")
        hand.press("F5")
        hand.wait_for("✓ 0 lỗi, 0 cảnh báo, 2 lưu ý", LONG)
        hand.press("Esc")
        hand.wait_for_window("Đảng ủy Khối các cơ quan tỉnh")
        hand.press("Ctrl+Q")

    def accept(self) -> None:
        hand = self.hand
        hand.until(lambda: "Tên tệp" in hand.focus(), "the line of the file name")
        hand.press("Return")

    def name_file(self) -> None:
        hand = self.hand
        hand.until(lambda: "Tên tệp" in hand.focus(), "the line of the file name")
        hand.type(str(self.path))
        hand.press("Return")


def test_a_word_file_is_checked_by_keys_alone(
    hand: Hand, work: Run, demo: Demo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    shutil.copytree(demo.data, tmp_path / "data")
    shutil.copy(demo.path(demo.of("notice"), ".docx"), tmp_path / "sound.docx")
    paper = docx.Document(str(tmp_path / "sound.docx"))
    paper.sections[0].left_margin = Cm(1)
    paper.tables[0].rows[1].cells[0].paragraphs[0].runs[0].text = "Số: "
    paper.save(str(tmp_path / "wrong.docx"))
    work(Check(hand, tmp_path / "wrong.docx").work)
    print(f"\n{hand.report()}")
    assert len(list(docx.Document(str(tmp_path / "wrong - chú thích.docx")).comments)) == 4
    assert (hand.total().clicks, hand.total().keys) == (0, 12)
