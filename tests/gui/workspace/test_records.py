from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.workspace.records import RecordsPart
from tests.gui.workspace.samples import Conference

Seen = Callable[[Any], Any]


def test_documents_are_each_listed_once_and_open_in_their_tab(
    seen: Seen, qtbot: QtBot, made: Conference
) -> None:
    part = seen(RecordsPart())
    assert [row.symbol for row in part.model.rows] == ["35-CT/TW", "129-KH/TU", "92-KH/ĐUK"]
    with qtbot.waitSignal(part.open_record) as asked:
        part.open_button.click()
    assert asked.args == ["directive", made.directives[0]]
    assert "1 chưa có hạn" in part.cards["tasks"].state.text()


def test_papers_open_from_the_records(seen: Seen) -> None:
    part = seen(RecordsPart())
    for key, title in (("minutes", "Biên bản"), ("delegates", "Danh sách"), ("tasks", "Bảng giao nhiệm vụ")):
        part.preview(key)
        opened = [w for w in QApplication.topLevelWidgets() if w.objectName() == "preview" and w.isVisible()]
        assert title in opened[0].windowTitle()
        opened[0].close()
        QApplication.processEvents()
