from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rules import units
from rules.fields import blank

OFFICE: dict[str, Any] = {
    **blank(units.FIELDS),
    "organization": "Đảng bộ Khối các cơ quan tỉnh",
    "committee": "Đảng ủy Khối các cơ quan tỉnh",
    "kind": 1,
}


def test_a_unit_needs_its_name_and_kind_only() -> None:
    assert units.problems(OFFICE) == {}
    assert units.doubts(OFFICE) == {}
    assert units.problems({}).keys() == {"organization", "kind"}


def test_a_unit_cannot_close_before_it_began() -> None:
    found = units.problems({**OFFICE, "founded": date(2020, 1, 1), "closed": date(2019, 1, 1)})
    assert list(found) == ["closed"]
    typed = units.problems({**OFFICE, "founded": date(2020, 1, 1), "closed": "31/02/2020"})
    assert "Không có ngày" in typed["closed"]


def test_a_new_name_needs_its_first_day() -> None:
    assert units.rename_problems({"organization": "Đảng bộ Sở Mẫu"}).keys() == {"since"}


def test_a_committee_in_the_place_of_the_organisation_is_doubted() -> None:
    assert units.doubts({**OFFICE, "committee": ""}).keys() == {"committee"}
    assert units.doubts({"organization": "Đảng uỷ Sở Mẫu"}).keys() == {"organization"}
    assert units.doubts({**OFFICE, "members": 0}).keys() == {"members"}


def test_units_are_found_by_name_symbol_and_initials() -> None:
    key = units.search_key("Đảng bộ Sở Khoa học và Công nghệ", "", "Sở KH&CN", "ĐUSKHCN")
    assert all(words in key for words in ("so khoa hoc", "skhcn", "kh&cn", "dbskhcn", "duskhcn"))
    assert "sct" in units.search_key("Đảng bộ Sở Công Thương")


def test_the_higher_kind_has_the_lower_level() -> None:
    levels = dict(units.UNIT_KINDS)
    assert levels["Cơ quan Trung ương"] < levels["Đảng bộ tỉnh, thành phố"]
    assert levels["Đảng bộ cấp trên trực tiếp cơ sở"] < levels["Chi bộ cơ sở"]
    assert levels["Chi bộ cơ sở"] < levels["Chi bộ trực thuộc đảng ủy cơ sở"]
    assert len(levels) == len(units.UNIT_KINDS)


@pytest.mark.parametrize(
    ("name", "post"),
    [
        ("Ủy ban nhân dân tỉnh Mẫu", "Chủ tịch"),
        ("Sở Nội vụ", "Giám đốc"),
        ("Chi cục Thuế", "Chi cục trưởng"),
        ("Cục Lưu trữ", "Cục trưởng"),
        ("Đảng ủy các cơ quan Đảng tỉnh", "Bí thư"),
        ("Chi bộ Sở Mẫu", "Bí thư"),
        ("Sông Mẫu", "Thủ trưởng"),
        ("", "Thủ trưởng"),
    ],
)
def test_who_heads_a_body_is_told_by_its_name(name: str, post: str) -> None:
    assert units.leading_post(name) == post


def test_a_committee_of_the_people_decides_together() -> None:
    assert units.is_collective("Ủy ban nhân dân tỉnh Mẫu")
    assert not units.is_collective("Sở Nội vụ")
