"""The history of the file as it is read."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from db import history, units
from gui import past
from gui.past import PastDialog


def test_the_newest_change_first_with_its_maker_and_what_undo_did(
    qtbot: QtBot, office: dict[str, int]
) -> None:
    history.set_person("Trần Thị Bích")
    units.close(office["SNV"], date(2020, 1, 1))
    history.undo()
    dialog = PastDialog()
    qtbot.addWidget(dialog)
    lines = [[column.words(row) for column in past.COLUMNS] for row in dialog.model.rows]
    assert lines[0][1:3] == ["Hoàn tác: Kết thúc hoạt động Đảng bộ Sở Nội vụ", "Trần Thị Bích"]
    assert lines[1][1:3] == ["Kết thúc hoạt động Đảng bộ Sở Nội vụ", "Trần Thị Bích"]
    assert lines[1][4] == "đã hoàn tác"
    assert lines[-1][1] == "Dựng văn phòng nhỏ"


def test_a_restore_is_not_said_twice() -> None:
    words = "Phục hồi từ bản sao lưu a.db"
    row = history.ChangeRow(1, words, "restore", None, past.datetime.now(), "", "", "fixed")
    assert past.label(row) == words


def test_the_line_below_says_how_many(qtbot: QtBot, office: dict[str, int], monkeypatch: object) -> None:
    dialog = PastDialog()
    qtbot.addWidget(dialog)
    assert (
        dialog._words()
        == f"{len(dialog.model.rows)} thay đổi, mới nhất ở trên. Hoàn tác từng bước bằng Ctrl+Z."
    )
