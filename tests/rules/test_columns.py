"""Headings of workbooks and the columns they are taken for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from rules import columns
from rules.column_words import IGNORED, KINDS
from rules.columns import Mapping, choose, layout_key, letter, match, problems

HEADINGS = [
    heading for wanted in KINDS.values() for each in wanted for heading in (each.label, *each.headings)
]


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_heading_leads_to_one_column_alone(kind: str) -> None:
    keys: dict[str, set[str]] = {}
    for each in KINDS[kind]:
        for heading in (each.label, *each.headings):
            keys.setdefault(columns.level(heading), set()).add(each.key)
    ignored = {columns.level(heading) for heading in IGNORED}
    assert not {heading: found for heading, found in keys.items() if len(found) > 1 or heading in ignored}


@pytest.mark.parametrize(
    ("kind", "headings", "expected"),
    [
        ("people", ["TT", "Họ, tên\nđại biểu", "NĂM SINH — Nam", "Năm sinh — Nữ", "Chức vụ, đơn vị công tác"],
         {"full_name": 1, "birth_male": 2, "birth_female": 3, "post_unit": 4}),
        ("people", ["STT", "Họ và tên", "Họ và tên", "Nam/Nữ", "Chức vụ", "Đơn vị công tác"],
         {"family": 1, "given": 2, "sex": 3, "post": 4, "unit": 5}),
        ("people", ["Họ đệm", "Tên", "Ngày vào Đảng — Dự bị", "Ngày vào Đảng — Chính thức", "LLCT"],
         {"family": 0, "given": 1, "admitted": 2, "official": 3, "theory_level": 4}),
        ("units", ["STT", "Tên đảng bộ, chi bộ", "Tổng số đảng viên", "Trực thuộc"],
         {"organization": 1, "members": 2, "parent": 3}),
        ("directives", ["Ngày đến", "Số đến", "Tác giả", "Số, ký hiệu văn bản", "Ngày tháng văn bản",
                        "Tên loại và trích yếu nội dung văn bản", "Ký nhận"],
         {"arrival_date": 0, "arrival_number": 1, "issuer": 2, "symbol": 3, "issued": 4, "type_subject": 5}),
        ("attendance", ["Họ và tên người dự", "Có mặt", "Vắng — Có lý do", "Vắng — Không lý do", "Ghi chú"],
         {"full_name": 0, "present": 1, "excused": 2, "absent": 3, "reason": 4}),
    ],
)  # fmt: skip
def test_usual_headings_are_matched_for_sure(
    kind: str, headings: list[str], expected: dict[str, int]
) -> None:
    found = match(kind, headings)
    assert found.columns == expected
    assert not found.unsure


def test_a_longer_heading_is_matched_by_its_longest_known_words_and_told_as_unsure() -> None:
    headings = ["Họ và tên", "Chức vụ trong cấp ủy nhiệm kỳ 2020-2025", "SĐT liên hệ (Zalo)", "Màu ưa thích"]
    found = match("people", headings)
    assert found.columns == {"full_name": 0, "post": 1, "phone": 2}
    assert found.unsure == {"post", "phone"}


def test_the_exact_heading_wins_over_one_that_holds_it() -> None:
    found = match("people", ["Họ và tên vợ hoặc chồng", "Họ và tên"])
    assert found.columns == {"full_name": 1}


def test_without_a_name_nothing_can_be_taken_and_the_column_is_named() -> None:
    assert problems("people", match("people", ["Cột 1", "Năm sinh"])) == [
        "Không thấy cột “Họ và tên” hoặc “Tên”."
    ]
    assert not problems("people", match("people", ["Họ tên"]))


def test_a_column_chosen_by_hand_is_sure_and_leaves_its_old_use() -> None:
    found = match("people", ["Họ và tên", "Chức vụ mới nhất", "Cơ quan chủ quản"])
    by_hand = choose(found, 1, "post_unit")
    assert by_hand.columns["post_unit"] == 1
    assert "post" not in by_hand.columns
    assert "post_unit" not in by_hand.unsure
    assert choose(by_hand, 1, "").key_of(1) == ""


def test_layouts_are_told_apart_by_their_headings_alone() -> None:
    assert layout_key(["Họ và tên", "Năm sinh"]) == layout_key(["HỌ VÀ  TÊN", "Năm\nsinh"])
    assert layout_key(["Họ và tên", "Năm sinh"]) != layout_key(["Năm sinh", "Họ và tên"])


@pytest.mark.parametrize(("place", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (16_383, "XFD")])
def test_columns_are_named_as_in_excel(place: int, name: str) -> None:
    assert letter(place) == name


@given(
    some.sampled_from(columns.KINDS),
    some.lists(some.one_of(some.text(), some.sampled_from(HEADINGS)), max_size=12),
)
def test_any_headings_give_each_column_to_one_key_at_most(kind: str, headings: list[str]) -> None:
    found = match(kind, headings)
    assert len(set(found.columns.values())) == len(found.columns)
    assert all(0 <= place < len(headings) for place in found.columns.values())
    assert found.unsure <= found.columns.keys()
    assert found == match(kind, headings)
    assert isinstance(found, Mapping)
