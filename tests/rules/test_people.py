from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rules import people
from rules.dates import VagueDate, exact, parse_vague
from rules.people import Holding, post_title, printed_title
from rules.posts import POSTS

KNOWN = {post.name: post for post in POSTS}
PROVINCE: dict[str, Any] = {
    "unit_id": 1, "level": 1, "organization": "Đảng bộ tỉnh", "committee": "Tỉnh ủy",
}  # fmt: skip
BLOCK: dict[str, Any] = {
    "unit_id": 2, "level": 2, "organization": "Đảng bộ khối các cơ quan tỉnh",
    "committee": "Đảng ủy khối các cơ quan tỉnh",
}  # fmt: skip
BOARD: dict[str, Any] = {"unit_id": 3, "level": 2, "organization": "Ban Tổ chức Đảng ủy Khối"}
OFFICE: dict[str, Any] = {"unit_id": 4, "level": 2, "organization": "Văn phòng Đảng ủy Khối"}
INSPECTION: dict[str, Any] = {"unit_id": 5, "level": 2, "organization": "Ủy ban Kiểm tra Đảng ủy Khối"}
TRADE: dict[str, Any] = {
    "unit_id": 6, "level": 3, "organization": "Đảng bộ Sở Công Thương", "committee": "Đảng ủy Sở Công Thương",
    "short": "Sở Công Thương",
}  # fmt: skip
CELL: dict[str, Any] = {
    "unit_id": 7, "level": 3, "organization": "Chi bộ Tỉnh Đoàn", "committee": "Chi ủy Chi bộ Tỉnh Đoàn",
}  # fmt: skip


def held(post: str, unit: dict[str, Any]) -> Holding:
    preset = KNOWN.get(post)
    rank = preset.rank if preset else 500
    includes = frozenset(preset.includes if preset else ())
    return Holding(post=post, rank=rank, includes=includes, **unit)


def test_the_chair_of_2019_is_titled_as_in_the_news() -> None:
    posts = [
        held("Ủy viên Ban Thường vụ", BLOCK),
        held("Bí thư", BLOCK),
        held("Ủy viên Ban Chấp hành", PROVINCE),
        held("Ủy viên Ban Thường vụ", PROVINCE),
    ]
    wanted = "Ủy viên Ban Thường vụ Tỉnh ủy, Bí thư Đảng ủy khối các cơ quan tỉnh"
    assert printed_title(posts) == printed_title(posts[::-1]) == wanted


@pytest.mark.parametrize(
    ("post", "unit", "title"),
    [
        ("Phó Bí thư", BLOCK, "Phó Bí thư Đảng ủy khối các cơ quan tỉnh"),
        ("Ủy viên Ban Chấp hành", BLOCK, "Ủy viên Ban Chấp hành Đảng bộ khối các cơ quan tỉnh"),
        ("Tỉnh ủy viên", PROVINCE, "Tỉnh ủy viên"),
        ("Trưởng ban", BOARD, "Trưởng Ban Tổ chức Đảng ủy Khối"),
        ("Phó Trưởng ban", BOARD, "Phó Trưởng Ban Tổ chức Đảng ủy Khối"),
        ("Chánh Văn phòng", OFFICE, "Chánh Văn phòng Đảng ủy Khối"),
        ("Chuyên viên", OFFICE, "Chuyên viên Văn phòng Đảng ủy Khối"),
        ("Chủ nhiệm Ủy ban Kiểm tra", INSPECTION, "Chủ nhiệm Ủy ban Kiểm tra Đảng ủy Khối"),
        ("Ủy viên Ủy ban Kiểm tra", BLOCK, "Ủy viên Ủy ban Kiểm tra Đảng ủy khối các cơ quan tỉnh"),
        ("Giám đốc", TRADE, "Giám đốc Sở Công Thương"),
        ("Bí thư", TRADE, "Bí thư Đảng ủy Sở Công Thương"),
        ("Bí thư", CELL, "Bí thư Chi bộ Tỉnh Đoàn"),
        ("Tổ trưởng tổ giúp việc", BLOCK, "Tổ trưởng tổ giúp việc Đảng bộ khối các cơ quan tỉnh"),
    ],
)
def test_posts_join_their_organisation_as_papers_write_it(
    post: str, unit: dict[str, Any], title: str
) -> None:
    names = {name: unit[name] for name in ("organization", "committee", "short") if name in unit}
    assert post_title(post, **names) == printed_title([held(post, unit)]) == title


def test_party_and_state_posts_of_one_unit_are_both_printed() -> None:
    posts = [held("Giám đốc", TRADE), held("Bí thư", TRADE), held("Đảng ủy viên", TRADE)]
    assert printed_title(posts) == "Bí thư Đảng ủy Sở Công Thương, Giám đốc Sở Công Thương"


def test_a_head_of_inspection_keeps_both_lines() -> None:
    posts = [held("Ủy viên Ban Thường vụ", BLOCK), held("Chủ nhiệm Ủy ban Kiểm tra", INSPECTION)]
    assert printed_title(posts) == (
        "Ủy viên Ban Thường vụ Đảng ủy khối các cơ quan tỉnh, Chủ nhiệm Ủy ban Kiểm tra Đảng ủy Khối"
    )


def test_who_holds_nothing_has_no_title() -> None:
    assert printed_title([]) == ""


def test_the_posts_to_begin_with_agree_with_each_other() -> None:
    assert len(KNOWN) == len(POSTS)
    assert [post.rank for post in POSTS] == sorted({post.rank for post in POSTS})
    for post in POSTS:
        assert all(KNOWN[name].rank > post.rank for name in post.includes)


def test_a_person_needs_a_name_and_a_card_of_figures() -> None:
    assert people.problems({"full_name": "Lê Văn Mẫu", "card_number": "0123 "}) == {}
    assert people.problems({"card_number": "12A", "sex": "x"}).keys() == {"full_name", "card_number", "sex"}


def test_a_post_cannot_end_before_it_began() -> None:
    values = {"post": 1, "unit": 1, "since": date(2020, 1, 1), "until": date(2019, 1, 1)}
    assert people.holding_problems(values).keys() == {"until"}
    assert people.holding_problems({**values, "until": None}) == {}


@pytest.mark.parametrize(
    "name", ["đ/c Lê Văn Mẫu", "Đồng chí Lê Văn Mẫu", "TS. Lê Văn Mẫu", "Lê Văn Mẫu 2", "Mẫu"]
)
def test_odd_names_are_doubted(name: str) -> None:
    assert people.doubts({"full_name": name}).keys() == {"full_name"}


@pytest.mark.parametrize("name", ["Chị Thị Mẫu", "Ông Văn Mẫu", "Giàng A Mẫu", "Bá Văn Mẫu", "Cn Mẫu"])
def test_real_names_are_not_doubted(name: str) -> None:
    assert people.doubts({"full_name": name}) == {}


def test_dates_that_do_not_fit_are_doubted() -> None:
    values = {
        "full_name": "Lê Văn Mẫu",
        "birth": parse_vague("1990"),
        "admitted": exact(date(2000, 1, 1)),
        "official": exact(date(1999, 1, 1)),
    }
    assert people.doubts(values).keys() == {"admitted", "official"}
    unread = VagueDate("khoảng năm Tuất", None, None)
    assert people.doubts({"full_name": "Lê Văn Mẫu", "birth": unread}).keys() == {"birth"}
