from __future__ import annotations

from rules import plans
from rules.dates import VagueDate, parse_vague
from rules.fields import blank, check


def test_a_line_needs_its_content_only() -> None:
    assert plans.problems(blank(plans.ITEM_FIELDS)).keys() == {"content"}
    assert plans.problems({"content": "Đại hội điểm", "phase": "before", "state": "postponed"}) == {}
    assert plans.problems({"content": "Đại hội điểm", "phase": "never"}).keys() == {"phase"}


def test_a_window_passes_as_it_was_typed() -> None:
    words = "bắt đầu từ tháng 01/2020 và hoàn thành trong tháng 02/2020"
    assert check(plans.ITEM_FIELDS, {"content": "Đại hội chi bộ", "time": words}) == {}


def test_a_line_without_a_body_or_with_unread_time_is_doubted() -> None:
    unread = VagueDate("sau đại hội", None, None)
    assert plans.doubts({"time": unread}).keys() == {"time", "lead"}
    assert plans.doubts({"time": parse_vague("8/2019"), "lead_words": "các chi bộ"}) == {}
    assert plans.doubts({"time": None, "lead": 4}) == {}


def test_phases_and_sections_stand_in_the_order_of_the_paper() -> None:
    assert list(dict(plans.PHASES)) == ["before", "during", "after"]
    assert list(dict(plans.SECTIONS)) == [
        "opening", "purpose", "requirements", "content", "organisation", "closing",
    ]  # fmt: skip
