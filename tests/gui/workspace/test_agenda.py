from __future__ import annotations

from collections.abc import Callable
from typing import Any

from db import agenda, history
from gui.workspace.agenda import AgendaPart
from tests.gui.workspace.samples import Conference

Seen = Callable[[Any], Any]


def test_a_longer_item_moves_the_later_ones(seen: Seen, made: Conference) -> None:
    part = seen(AgendaPart())
    part.bench.table.selectRow(0)
    part.bench.form.boxes["minutes"].editor.put(30)
    part.bench.save_action.trigger()
    assert [row.starts for row in agenda.rows(made.meeting)] == ["08:00", "08:30", "10:00"]
    history.undo()
    assert [row.starts for row in part.bench.model.rows] == ["08:00", "08:15", "09:45"]


def test_a_new_item_begins_when_the_last_one_ends(seen: Seen, made: Conference) -> None:
    part = seen(AgendaPart())
    part.bench.new_action.trigger()
    form = part.bench.form
    assert form.boxes["starts"].editor.get() == "10:15"
    form.boxes["title"].editor.put("Bế mạc")
    part.bench.save_action.trigger()
    assert agenda.rows(made.meeting)[-1].title == "Bế mạc"
    assert form.boxes["title"].editor.get() == ""


def test_going_to_another_row_keeps_what_is_typed(seen: Seen, made: Conference) -> None:
    part = seen(AgendaPart())
    part.bench.table.selectRow(0)
    part.bench.form.boxes["title"].editor.put("Chào cờ, khai mạc")
    part.bench.table.selectRow(2)
    assert agenda.rows(made.meeting)[0].title == "Chào cờ, khai mạc"
    part.bench.form.boxes["title"].editor.put("")
    part.bench.table.selectRow(0)
    assert part.bench.record == agenda.rows(made.meeting)[2].id
    assert part.bench.form.boxes["title"].note.isVisible()


def test_items_move_and_times_are_laid_out_again(seen: Seen, made: Conference) -> None:
    part = seen(AgendaPart())
    part.bench.table.selectRow(2)
    part.bench.up_action.trigger()
    assert [row.title for row in agenda.rows(made.meeting)][1] == "Kết luận"
    part.again_action.trigger()
    assert [row.starts for row in agenda.rows(made.meeting)] == ["08:00", "08:15", "08:45"]
    part.bench.delete_action.trigger()
    assert len(agenda.rows(made.meeting)) == 2
