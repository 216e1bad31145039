from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db import history, meetings
from gui.pages.meetings import MeetingsPage
from gui.workspace import papering
from tests.gui.workspace.samples import Conference


def choose(box: QMessageBox, words: str) -> None:
    next(button for button in box.buttons() if button.text() == words).click()


def test_a_state_is_one_click_and_one_undo(page: MeetingsPage, made: Conference, qtbot: QtBot) -> None:
    shell = page.open_meeting(made.meeting)
    qtbot.mouseClick(shell.steps["held"], Qt.MouseButton.LeftButton)
    assert meetings.get(made.meeting)["state"] == "held"
    assert shell.steps["held"].isChecked()
    history.undo()
    assert shell.steps["draft"].isChecked()


def test_every_section_opens_and_fits_a_small_screen(page: MeetingsPage, made: Conference) -> None:
    for key in ("info", "calling", "agenda", "presence", "minutes", "conclusions", "records"):
        shell = page.open_meeting(made.meeting, key)
        assert shell.part().key == key
    assert page.minimumSizeHint().width() <= 1090
    assert page.minimumSizeHint().height() <= 430


def test_controls_of_a_section_have_names_of_their_own(page: MeetingsPage, made: Conference) -> None:
    for key in ("info", "calling", "agenda", "presence", "minutes", "conclusions", "records"):
        part = page.open_meeting(made.meeting, key).part()
        controls = [
            w for w in part.findChildren(QWidget) if isinstance(w, (QPushButton, QLineEdit)) and w.isVisible()
        ]
        names = [w.accessibleName() or getattr(w, "text", str)() for w in controls]
        assert all(names), key
        assert len(set(names)) == len(names), (key, names)


def test_typing_is_not_lost_on_leaving(page: MeetingsPage, made: Conference) -> None:
    shell = page.open_meeting(made.meeting)
    shell.part().form.boxes["place"].editor.line.setText("Hội trường tầng 2")
    assert shell.bar.tabText(0) == "Thông tin •"
    shell.go("agenda")
    assert not page.may_leave()
    choose(shell.findChildren(QMessageBox)[-1], "Lưu lại")
    assert page.currentWidget() is page.list
    assert meetings.get(made.meeting)["place"] == "Hội trường tầng 2"


def test_a_meeting_that_goes_away_closes_its_workspace(page: MeetingsPage, made: Conference) -> None:
    page.open_meeting(made.meeting)
    meetings.delete([made.meeting])
    assert page.currentWidget() is page.list
    history.undo()
    assert len(page.list.model.rows) == 1 or page.list._stale


def test_what_follows_the_question_follows_its_answer(page: MeetingsPage, made: Conference) -> None:
    for answer, goes in (("Ở lại", False), ("Bỏ, không lưu", True)):
        went: list[bool] = []
        shell = page.open_meeting(made.meeting)
        shell.part().form.boxes["place"].editor.line.setText("Nơi khác")
        assert not page.may_leave(lambda went=went: went.append(True))
        choose(shell.findChildren(QMessageBox)[-1], answer)
        assert bool(went) is goes
    assert meetings.get(made.meeting)["place"] != "Nơi khác"


def test_a_paper_is_made_from_all_that_is_typed_in_the_meeting(
    page: MeetingsPage, made: Conference, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(papering, "preview", lambda paper, meeting, parent: shown.append(paper))
    shell = page.open_meeting(made.meeting)
    place = shell.part().form.boxes["place"].editor.line
    place.setText("Hội trường tầng 3")
    shell.go("minutes")
    shell.part().preview()
    assert shown == ["minutes"]
    assert meetings.get(made.meeting)["place"] == "Hội trường tầng 3"
    shell.go("info")
    shell.part().form.boxes["day"].editor.put("31/02/2019")
    shell.go("minutes")
    shell.part().preview()
    assert shown == ["minutes"]
    assert shell.part().key == "info"
