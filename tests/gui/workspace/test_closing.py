from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QMimeData, Qt
from pytestqt.qtbot import QtBot

from db import conclusions, history, tasks
from gui.workspace.closing import ConclusionsPart
from tests.gui.workspace.samples import Conference

Seen = Callable[[Any], Any]


def test_a_line_and_enter_are_a_task(seen: Seen, qtbot: QtBot, made: Conference) -> None:
    part = seen(ConclusionsPart())
    part.quick.setPlainText("Quán triệt Chỉ thị")
    qtbot.keyClick(part.quick, Qt.Key.Key_Return)
    assert [row.content for row in tasks.rows(meeting=made.meeting)][-1] == "Quán triệt Chỉ thị"
    assert part.quick.toPlainText() == ""


def test_a_paste_of_lines_is_as_many_tasks_and_one_undo(seen: Seen, made: Conference) -> None:
    part = seen(ConclusionsPart())
    data = QMimeData()
    data.setText("1. Lập tiểu ban\tChi bộ Sở Mẫu 1\ttrước 30/6/2020\n- dự thảo văn kiện;\n")
    part.quick.insertFromMimeData(data)
    rows = tasks.rows(meeting=made.meeting)[-2:]
    assert [row.content for row in rows] == ["Lập tiểu ban", "Dự thảo văn kiện"]
    assert rows[0].lead_id is not None
    assert rows[0].due.words == "trước 30/6/2020"
    history.undo()
    assert len(tasks.rows(meeting=made.meeting)) == 2


def test_tasks_without_a_date_are_amber_and_can_be_set_together(seen: Seen, made: Conference) -> None:
    part = seen(ConclusionsPart())
    due = part.bench.model.columns[3]
    assert [due.tone(row) for row in part.bench.model.rows] == ["", "warn"]
    assert due.words(part.bench.model.rows[1]) == "chưa có hạn"
    part.bench.table.selectAll()
    part.set_shared()
    part._form.boxes["lead_words"].editor.put("Cấp ủy các chi bộ")
    part._form.save()
    rows = tasks.rows(meeting=made.meeting)
    assert {row.lead for row in rows} == {"Cấp ủy các chi bộ"}
    assert rows[0].due.words == "trước 30/6/2020"


def test_a_conclusion_proposes_the_chair_and_then_takes_tasks(seen: Seen, made: Conference) -> None:
    part = seen(ConclusionsPart())
    part.add_conclusion()
    assert part._form.boxes["speaker"].editor.get() == made.people[0]
    part._form.boxes["content"].editor.put("Giao Văn phòng:")
    part._form.save()
    part.add_lines("Gửi giấy mời")
    assert [row.tasks for row in conclusions.rows(made.meeting)] == [2, 1]


def test_another_conclusion_keeps_what_was_typed_in_its_own(seen: Seen, made: Conference) -> None:
    part = seen(ConclusionsPart())
    second = conclusions.save({"content": "Giao Văn phòng:"}, made.meeting)
    part.bench.new()
    part.bench.form.boxes["content"].editor.put("Nắm tình hình tư tưởng")
    part.list.setCurrentRow(1)
    assert part.conclusion() == second
    assert [row.content for row in tasks.rows(meeting=made.meeting)][2] == "Nắm tình hình tư tưởng"
    assert not tasks.rows(conclusion=second)
