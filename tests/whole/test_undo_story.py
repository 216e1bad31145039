"""The sample, a search without accents, an edit, and undo that is still there on another day."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import file, people
from tests.whole.conftest import Run
from tests.whole.hand import Hand

pytestmark = pytest.mark.slow

NAME, LINE = "Đặng Văn Thoảng", "Phó trưởng đoàn kiểm tra năm 2019"


def kept_note(folder: Path) -> str:
    """What the file holds, read while the program is closed."""
    file.open_file(folder)
    try:
        (row,) = people.rows("dang van thoang")
        return row.note
    finally:
        file.close_file()


def test_what_was_edited_yesterday_can_be_undone_today(hand: Hand, work: Run, tmp_path: Path) -> None:
    def begin() -> None:
        hand.stage("Lần mở thứ nhất")
        hand.wait_for("Xem dữ liệu mẫu")
        hand.click("Xem dữ liệu mẫu")

    def find() -> None:
        hand.press("Ctrl+4")
        hand.press("Ctrl+F")
        hand.at("Tìm")
        hand.type("dang van thoang")
        hand.press("Return")
        hand.wait_for("1 đại biểu tìm thấy")
        hand.wait_for(NAME)

    def edit() -> None:
        hand.wait_for_window(" – Thư Ký")
        hand.wait_for("DỮ LIỆU MẪU")
        find()
        hand.press("F2")
        hand.wait_for_window("Sửa đại biểu")
        hand.fill("Ghi chú", LINE)
        hand.press("Ctrl+S")
        hand.wait_for(LINE)
        hand.press("Ctrl+Z")
        hand.until(lambda: not hand.sees(LINE), "the note gone")
        hand.press("Ctrl+Y")
        hand.wait_for(LINE)
        hand.press("Ctrl+Q")

    def undo() -> None:
        hand.stage("Lần mở thứ hai")
        hand.wait_for_window(" – Thư Ký")
        hand.wait_for(f"Hoàn tác: Sửa đại biểu {NAME} (Ctrl+Z)")
        find()
        hand.wait_for(LINE)
        hand.press("Ctrl+Z")
        hand.until(lambda: not hand.sees(LINE), "the note gone")
        hand.press("Ctrl+Q")

    folder = tmp_path / "data"
    work(begin, edit)
    assert kept_note(folder) == LINE
    work(undo)
    assert kept_note(folder) == ""
    print(f"\n{hand.report()}")
