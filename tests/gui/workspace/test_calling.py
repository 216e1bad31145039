from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db import audiences, history, invitations, meetings
from gui.workspace.audience_form import AudienceForm
from gui.workspace.calling import CallingPart
from tests.gui.workspace.samples import Conference, key_of

Seen = Callable[[Any], Any]


def test_a_tick_calls_a_group_and_the_list_follows(seen: Seen, qtbot: QtBot, made: Conference) -> None:
    part = seen(CallingPart())
    assert part.groups.ticked() == [made.group]
    assert part.groups.list.item(0).text() == "1. Bí thư các chi bộ cơ sở (8)"
    other = part.groups.list.item(1)
    other.setCheckState(Qt.CheckState.Checked)
    assert meetings.audiences(made.meeting)[0] == made.group
    assert len(meetings.audiences(made.meeting)) == 2
    part.groups.list.setCurrentRow(1)
    part.groups.shift(-1)
    assert meetings.audiences(made.meeting)[1] == made.group
    invitations.remove(made.meeting, made.people)
    assert not part.model.rows
    qtbot.mouseClick(part.groups.make_button, Qt.MouseButton.LeftButton)
    assert len(part.model.rows) == 8


def test_replies_and_removal_of_called_people(seen: Seen, made: Conference) -> None:
    part = seen(CallingPart())
    part.table.selectRow(0)
    part.coming_action.trigger()
    assert part.model.rows[0].reply == "coming"
    assert "sẽ dự 1" in part.figures.text()
    part.reply()
    part._form.boxes["substitute"].editor.put(made.people[5])
    part._form.save()
    part.remove_action.trigger()
    assert len(part.model.rows) == 7
    history.undo()
    assert len(part.model.rows) == 8


def test_a_newcomer_is_person_post_and_guest_in_one_change(seen: Seen) -> None:
    part = seen(CallingPart())
    part.add_new()
    part._form.boxes["full_name"].editor.put("Đinh Thị Khách")
    part._form.save()
    guest = part.model.rows[-1]
    assert guest.person.full_name == "Đinh Thị Khách"
    assert guest.guest
    history.undo()
    assert len(part.model.rows) == 8


def test_an_audience_is_a_name_with_rules(seen: Seen, made: Conference) -> None:
    part = seen(CallingPart())
    part.groups.add()
    form: AudienceForm = part.groups.editor
    form.name.boxes["name"].editor.put("Báo cáo viên")
    form.rows[0].post.choose(key_of("post", "Bí thư"))
    form.save()
    kept = meetings.audiences(made.meeting)[-1]
    assert audiences.get(kept)["name"] == "Báo cáo viên"
    assert audiences.get(kept)["rules"][0].unit is None


def test_nothing_ticked_yet_offers_all_groups_at_once(seen: Seen, made: Conference) -> None:
    part = seen(CallingPart())
    invitations.remove(made.meeting, made.people)
    meetings.set_audiences(made.meeting, [])
    part.nothing.button.click()
    assert len(meetings.audiences(made.meeting)) == len(audiences.rows())
    assert len(part.model.rows) == 8
    history.undo()
    assert not part.model.rows
