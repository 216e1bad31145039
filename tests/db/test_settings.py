from __future__ import annotations

from datetime import date

import pytest

from db import history, settings, units
from rules.trouble import Refused


def test_a_fresh_file_has_no_office(store: None) -> None:
    assert not settings.is_started()
    assert settings.own_unit() is None
    assert settings.values()["organization"] == ""
    with pytest.raises(Refused, match="Chưa có thông tin"):
        settings.office()


@pytest.mark.usefixtures("office")
def test_the_office_is_known_by_its_unit_and_the_one_above() -> None:
    office = settings.office()
    assert (office.organization, office.committee) == (
        "Đảng bộ Khối các cơ quan tỉnh",
        "Đảng ủy Khối các cơ quan tỉnh",
    )
    assert (office.superior, office.symbol, office.place_name) == ("Đảng bộ tỉnh Mẫu", "ĐUK", "Tỉnh Mẫu")
    assert (office.term, office.spelling, office.sample) == ("2015 - 2020", "ủy", False)
    above = settings.parent_of(office.unit_id)
    assert above is not None
    assert (units.names(above).committee, units.names(above).symbol) == ("Tỉnh ủy", "TU")


@pytest.mark.usefixtures("office")
def test_what_was_saved_comes_back() -> None:
    values = {**settings.values(), "term": "2020 - 2025", "spelling": "uỷ", "clerk": "Nguyễn Thị Văn Thư"}
    settings.save_office({**values, "superior": "Đảng bộ tỉnh Mẫu Mới", "place_name": "Thị xã Mẫu"})
    kept = settings.values()
    assert (kept["term"], kept["spelling"], kept["clerk"]) == ("2020 - 2025", "uỷ", "Nguyễn Thị Văn Thư")
    assert kept["superior"] == "Đảng bộ tỉnh Mẫu Mới"
    assert history.undo_label() == "Sửa thông tin cơ quan"
    assert settings.office().spelling == "uỷ"
    settings.put("term", "")
    assert history.recent(1)[0].person == "Nguyễn Thị Văn Thư"
    assert settings.get("term", "chưa có") == "chưa có"


@pytest.mark.usefixtures("office")
def test_an_office_without_a_line_above() -> None:
    settings.save_office({"superior": ""})
    assert settings.office().superior == ""
    settings.save_office({"superior": "Thành ủy Mẫu"})
    assert settings.office().superior == "Thành ủy Mẫu"


@pytest.mark.usefixtures("office")
def test_papers_of_an_earlier_day_name_the_office_of_that_day() -> None:
    own = settings.own_unit() or 0
    units.rename(
        own, {"since": date(2025, 3, 1), "organization": "Đảng bộ các cơ quan Đảng tỉnh", "symbol": "ĐU"}
    )
    assert settings.office(date(2019, 8, 21)).symbol == "ĐUK"
    assert settings.office(date(2025, 3, 1)).symbol == "ĐU"


@pytest.mark.usefixtures("office")
def test_dots_of_a_preset_are_not_a_name() -> None:
    with pytest.raises(Refused, match="tên thật"):
        settings.save_office({"committee": "Đảng ủy xã …"})
