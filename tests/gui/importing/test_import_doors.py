"""The doors to the import: a button on each page that holds a register, the roll-call of a meeting."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from db import people
from gui import jobs
from gui.importing.window import ImportDialog
from gui.page import TablePage
from gui.pages.directives import DirectivesTable
from gui.pages.meetings import MeetingList
from gui.pages.people import PeoplePage
from gui.pages.units import UnitsPage

WORDS = "Nhập Excel"


def doors(page: TablePage) -> list[QToolButton]:
    return [button for button in page.findChildren(QToolButton) if button.text() == WORDS]


@pytest.mark.parametrize(
    ("kind", "made"), [("units", UnitsPage), ("directives", DirectivesTable), ("people", PeoplePage)]
)
def test_each_register_has_a_button_that_imports_into_it(
    qtbot: QtBot, office: dict[str, int], kind: str, made: type[TablePage]
) -> None:
    page = made()
    qtbot.addWidget(page)
    page.show()
    (button,) = doors(page)
    assert button.toolTip() == "Nhập từ Excel (Ctrl+I)"
    button.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ImportDialog)
    assert (dialog.kind.currentData(), dialog.meeting) == (kind, None)


def test_the_list_of_meetings_takes_no_rows(qtbot: QtBot, office: dict[str, int]) -> None:
    page = MeetingList()
    qtbot.addWidget(page)
    assert not doors(page)


def test_the_page_tells_what_was_taken(qtbot: QtBot, office: dict[str, int], tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (("Họ và tên", "Năm sinh"), ("Trần Văn Mới", 1970)):
        book.worksheets[0].append(row)
    book.save(tmp_path / "Mới.xlsx")
    page = PeoplePage()
    qtbot.addWidget(page)
    page.show()
    doors(page)[0].click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ImportDialog)
    dialog.open_file(tmp_path / "Mới.xlsx")
    for _ in range(2):
        jobs.wait()
        QApplication.processEvents()
    with qtbot.waitSignal(page.said) as heard:
        dialog.take_button.click()
    assert heard.args == ["Đã nhập 1 đại biểu mới. Ctrl+Z để bỏ cả lần nhập."]
    assert "Trần Văn Mới" in [row.full_name for row in people.rows()]
