from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

from db import history, meetings, papers, speeches
from gui.workspace.minutes import MinutesPart
from tests.gui.workspace.samples import Conference

Seen = Callable[[Any], Any]


def test_minutes_keep_number_prose_and_feet(seen: Seen, made: Conference) -> None:
    part = seen(MinutesPart())
    part.prose.boxes["number"].editor.put(12)
    part.prose.boxes["press"].editor.put("Báo Mẫu")
    part.feet.boxes["recipients"].editor.put("Lưu Văn phòng\nTỉnh ủy (để báo cáo)")
    assert part.save()
    kept = papers.get("minutes", made.meeting)
    assert kept["number"] == 12
    assert kept["sections"] == {"press": "Báo Mẫu"}
    assert kept["recipients"] == ("Lưu Văn phòng", "Tỉnh ủy (để báo cáo)")
    assert not part.is_changed()
    history.undo()
    assert papers.get("minutes", made.meeting)["number"] is None


def test_blanks_are_listed_as_they_stand_and_lead_to_their_place(
    seen: Seen, qtbot: QtBot, made: Conference
) -> None:
    part = seen(MinutesPart())
    part.show_blanks()
    names = [part.blanks.item(place).text() for place in range(part.blanks.count())]
    assert "Địa điểm hội nghị" in names
    with qtbot.waitSignal(part.go) as went:
        part._fill_in("Địa điểm hội nghị")
    assert went.args == ["info"]
    meetings.save({"place": "Hội trường"}, made.meeting)
    part.show_blanks()
    assert "Địa điểm hội nghị" not in [part.blanks.item(n).text() for n in range(part.blanks.count())]


def test_speeches_are_added_one_after_the_other(seen: Seen, made: Conference) -> None:
    part = seen(MinutesPart())
    part.tabs.setCurrentIndex(1)
    part.bench.form.boxes["person"].editor.put(made.people[4])
    part.bench.form.boxes["content"].editor.put("Đề nghị sớm có hướng dẫn.")
    part.bench.save_action.trigger()
    assert [row.person_id for row in speeches.rows(made.meeting)] == [made.people[2], made.people[4]]
