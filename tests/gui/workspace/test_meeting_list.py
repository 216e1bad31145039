from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db import agenda, meetings
from gui.pages.meetings import MeetingsPage
from tests.gui.workspace.samples import Conference


def test_the_list_shows_heads_state_and_what_the_meeting_holds(page: MeetingsPage) -> None:
    row = page.list.model.rows[0]
    words = [column.words(row) for column in page.list.columns]
    assert words[0] == "21/08/2019"
    assert "0/8" in words
    assert "Đang chuẩn bị" in words
    detail = page.list.detail(row)
    assert "Nguyễn Văn An" in detail
    assert "3 văn bản · 1 thành phần · 2 nhiệm vụ" in detail


def test_filters_narrow_by_state_type_and_year(page: MeetingsPage) -> None:
    page.list.bar.set_filter("year", 2019)
    assert len(page.list.model.rows) == 1
    page.list.bar.set_filter("state", "closed")
    assert not page.list.model.rows
    assert "Không thấy hội nghị nào" in page.list.nothing.words()


def test_enter_opens_the_workspace_and_the_button_goes_back(page: MeetingsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    assert page.currentWidget() is page.workspace
    marks = [page.workspace.bar.tabText(place) for place in range(7)]
    assert marks == [
        "Thông tin",
        "Thành phần 8",
        "Chương trình 3",
        "Điểm danh",
        "Biên bản",
        "Kết luận 2",
        "Tài liệu",
    ]
    qtbot.mouseClick(page.workspace.back, Qt.MouseButton.LeftButton)
    assert page.currentWidget() is page.list


def test_duplicate_keeps_agenda_groups_and_roles(page: MeetingsPage, made: Conference) -> None:
    page.list.duplicate_action.trigger()
    copy = page.workspace.meeting
    assert copy != made.meeting
    assert len(agenda.rows(copy)) == 3
    assert meetings.audiences(copy) == (made.group,)
    assert meetings.roles(copy)["chair"] == made.people[:1]
