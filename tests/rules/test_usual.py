"""What the program guesses from a name, so that nobody picks it from a list."""

from __future__ import annotations

import pytest

from rules.meetings import usual_type
from rules.office import usual_place
from rules.units import GRASSROOTS, UNIT_KINDS, usual_kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Đảng bộ Sở Công Thương", "Đảng bộ cơ sở"),
        ("Chi bộ Tỉnh Đoàn", "Chi bộ cơ sở"),
        ("Ban Tổ chức Đảng ủy Khối", "Ban, cơ quan của cấp ủy"),
        ("Văn phòng Đảng ủy Khối", "Văn phòng cấp ủy"),
        ("Đoàn Khối các cơ quan tỉnh", "Đoàn thể"),
        ("Bảo hiểm xã hội tỉnh", ""),
    ],
)
def test_the_kind_of_a_unit_by_its_name(name: str, kind: str) -> None:
    assert usual_kind(name) == kind
    assert not kind or kind in {known.name for known in UNIT_KINDS}


def test_a_cell_below_a_grassroots_party_is_of_the_lower_kind() -> None:
    assert usual_kind("Chi bộ Phòng 1", GRASSROOTS) == "Chi bộ trực thuộc đảng ủy cơ sở"


def test_the_type_of_a_meeting_by_its_title() -> None:
    title = "Hội nghị quán triệt, triển khai thực hiện Chỉ thị số 35-CT/TW của Bộ Chính trị"
    assert usual_type(title) == "Hội nghị quán triệt, triển khai"
    assert usual_type("Hội nghị Ban Chấp hành mở rộng lần thứ 19") == "Hội nghị Ban Chấp hành mở rộng"
    assert usual_type("Gặp mặt đầu xuân") == ""


def test_the_place_name_by_the_superior() -> None:
    assert usual_place("Đảng bộ tỉnh Mẫu", "Đảng bộ Khối các cơ quan tỉnh") == "Mẫu"
    assert usual_place("Đảng bộ tỉnh Mẫu", "Đảng bộ xã Mẫu Một") == ""
    assert usual_place("Trung ương Đảng", "Đảng bộ tỉnh Mẫu") == ""
