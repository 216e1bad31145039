from __future__ import annotations

from collections.abc import Callable
from typing import Any

from db import history, meetings
from gui.workspace.info import InfoPart
from tests.gui.workspace.samples import Conference

Seen = Callable[[Any], Any]


def test_information_and_roles_are_one_change(seen: Seen, made: Conference) -> None:
    part = seen(InfoPart())
    part.form.boxes["place"].editor.put("Hội trường")
    part.form.boxes["chair"].editor.put(made.people[3:5])
    assert part.is_changed()
    assert part.save()
    assert meetings.roles(made.meeting)["chair"] == made.people[3:5]
    assert not part.is_changed()
    history.undo()
    assert meetings.get(made.meeting)["place"] == ""
    assert part.form.boxes["place"].editor.get() == ""
    assert meetings.roles(made.meeting)["chair"] == made.people[:1]


def test_news_does_not_overwrite_what_is_typed(seen: Seen, made: Conference) -> None:
    part = seen(InfoPart())
    part.form.boxes["place"].editor.line.setText("Hội trường")
    meetings.save({"series": "Đại hội"}, made.meeting)
    assert part.form.boxes["place"].editor.get() == "Hội trường"


def test_a_wrong_time_is_noted_under_its_field(seen: Seen) -> None:
    part = seen(InfoPart())
    part.form.boxes["ends"].editor.line.setText("07:00")
    assert not part.save()
    assert "Giờ kết thúc phải sau" in part.form.boxes["ends"].note.text()
