"""What the desk says of the form: facts that it has otherwise, papers that a body does not issue."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from db import papers, settings
from gui.workspace.records import RecordsPart
from rules import office
from rules.papers import MEETING, papers_of
from tests.gui.workspace.samples import Conference


@pytest.fixture
def desk(seen: Callable[[Any], Any]) -> RecordsPart:
    part: RecordsPart = seen(RecordsPart())
    part.settle = part.save
    return part


def test_what_the_form_of_its_day_has_otherwise_is_told_before_printing(
    desk: RecordsPart, made: Conference
) -> None:
    papers.save("notice", made.meeting, {"number": 5, "signed": date(2026, 6, 5), "drafter": "NVA.05"})
    desk.shelf.choose("notice")
    told = desk.sheet.notes.text()
    assert "Ký hiệu ĐUK không còn từ ngày 27/5/2026; nay là ĐU" in told
    assert "ví dụ: NguyenVanAn-26" in told
    assert desk.shelf.states["notice"].tone == "warn"
    papers.save("notice", made.meeting, {"signed": date(2019, 8, 22), "drafter": "ABC-268"})
    desk.shelf.choose("agenda")
    desk.shelf.choose("notice")
    assert desk.sheet.notes.isHidden()
    assert papers.get("notice", made.meeting)["drafter"] == "ABC-268"


def test_a_body_of_the_state_is_told_what_it_does_not_issue_and_is_not_offered_it(
    desk: RecordsPart, made: Conference
) -> None:
    settings.put(office.FAMILY, office.STATE)
    desk.show_meeting(made.meeting)
    desk.shelf.ask_all()
    told = desk.shelf.states["conclusion"]
    assert told.said.endswith("cơ quan nhà nước không dùng loại văn bản này; dùng Thông báo kết luận")
    desk.shelf.choose("conclusion")
    assert desk.sheet.forms == ()
    desk.write_all()
    offered = set(desk.bundle.papers)
    assert {paper.key for paper in papers_of(MEETING)} - offered == {"conclusion", "summons_circular"}
    desk.bundle.close()
