"""Verdicts on rows of a roll-call: only called people, every usual way of marking them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from rules.imports import DUPLICATE, ERROR, NEW, SAME, UPDATE, Known, Verdict
from rules.imports.facts import Called
from tests.rules.import_tables import HEALTH, TRADE, judged, office, person, table

BLANK = {"state": "", "came": "", "leaving": "", "reason": ""}
TICKED = ("Họ và tên", "Có mặt", "Vắng có lý do", "Vắng không lý do", "Đến muộn", "Lý do")
WRITTEN = ("Họ và tên", "Đơn vị", "Điểm danh", "Giờ đến")


def called() -> Known:
    people = (
        person(1, "Lê Văn An", "1970", ("Bí thư", TRADE)),
        person(2, "Trần Thị Bé", "1980", ("Bí thư", HEALTH)),
        person(3, "Trần Thị Bé", "1985", ("Phó Bí thư", TRADE)),
        person(4, "Người Ngoài"),
    )
    marks = (Called(1, BLANK), Called(2, {**BLANK, "state": "present"}), Called(3, BLANK))
    return replace(office(people), called=marks)


def one(*cells: Any, headings: tuple[str, ...] = TICKED) -> Verdict:
    (found,) = judged("attendance", called(), table(headings, cells))
    return found


@pytest.mark.parametrize(
    ("cells", "mark", "reason"),
    [
        (("Lê Văn An", "x", None, None, None, None), "present", ""),
        (("đ/c LÊ VĂN AN", None, "x", None, None, "ốm"), "excused", "ốm"),
        (("Lê Văn An", None, "đi công tác", None, None, None), "excused", "đi công tác"),
        (("le van an", "-", None, True, None, None), "absent", ""),
        (("Lê Văn An", "x", None, None, "x", None), "late", ""),
    ],
)
def test_ticks_become_marks(cells: tuple[Any, ...], mark: str, reason: str) -> None:
    found = one(*cells)
    assert (found.state, found.target_id) == (NEW, 1)
    assert (found.values["state"], found.values["reason"]) == (mark, reason)


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("Có mặt", "present"),
        ("vắng", "absent"),
        ("P", "excused"),
        ("Vắng có phép", "excused"),
        ("Muộn", "late"),
    ],
)
def test_words_become_marks(words: str, mark: str) -> None:
    found = one("Lê Văn An", None, words, 0.3125, headings=WRITTEN)
    assert (found.values["state"], found.values["came"]) == (mark, "07:30")


def test_the_unit_tells_two_of_one_name_apart() -> None:
    health, trade = (
        one("Trần Thị Bé", unit, "vắng", None, headings=WRITTEN) for unit in ("Sở Y tế", "Sở Công Thương")
    )
    assert (health.state, health.target_id) == (UPDATE, 2)
    assert health.why == "Điểm danh: Có mặt → Vắng không lý do."
    assert (trade.state, trade.target_id) == (NEW, 3)
    doubtful = one("Trần Thị Bé", None, "vắng", None, headings=WRITTEN)
    assert (doubtful.state, [each.id for each in doubtful.candidates]) == (DUPLICATE, [2, 3])


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (("Người Ngoài", "x", None, None, None, None), "Không có trong danh sách triệu tập"),
        (("Lê Văn An", "x", "x", None, None, None), "vừa đánh dấu có mặt vừa đánh dấu vắng"),
        ((None, "x", None, None, None, None), "Chưa có họ và tên"),
    ],
)
def test_what_is_wrong_is_told(cells: tuple[Any, ...], said: str) -> None:
    found = one(*cells)
    assert found.state == ERROR
    assert said in found.why


def test_a_row_nobody_filled_in_changes_nothing() -> None:
    found = one("Lê Văn An", None, None, None, None, None)
    assert (found.state, found.why) == (SAME, "Chưa điểm danh ở dòng này.")


def test_a_mark_no_one_knows_is_told_with_those_there_are() -> None:
    found = one("Lê Văn An", None, "đang ngủ", None, headings=WRITTEN)
    assert found.state == ERROR
    assert "Vắng có lý do" in found.why


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        (("", "x", "đi công tác"), "excused"),
        (("", "x", ""), "absent"),
        (("", "x", "Không lý do"), "absent"),
        (("x", "", ""), "present"),
    ],
)
def test_one_column_for_all_absence_is_told_apart_by_the_reason(cells: tuple[str, ...], mark: str) -> None:
    found = one("Lê Văn An", *cells, headings=("Họ và tên", "Có mặt", "Vắng", "Lý do"))
    assert found.values["state"] == mark


@pytest.mark.parametrize(
    ("words", "reason", "mark"),
    [("vắng", "ốm", "excused"), ("v", "", "absent"), ("vắng không lý do", "ốm", "absent")],
)
def test_a_bare_word_of_absence_with_a_reason_has_one(words: str, reason: str, mark: str) -> None:
    found = one("Lê Văn An", words, reason, headings=("Họ và tên", "Điểm danh", "Lý do"))
    assert found.values["state"] == mark
