"""Who signs and where it goes, before anyone has said so."""

from __future__ import annotations

from datetime import date

import pytest

from db import meetings, papers, settings, terms, wordings
from db.papers import Signed
from tests.db import entries
from tests.db.numbers import congress

pytestmark = pytest.mark.usefixtures("office")

DAY = date(2019, 8, 21)


def signed_by(words: str, kind: str = "invitation", **values: object) -> Signed:
    """The one block proposed for a paper whose signer is worded so."""
    wordings.save(kind, {"signer": words})
    (block,) = papers.get(kind, entries.meeting(**values))["signatures"]
    assert isinstance(block, Signed)
    return block


def office_unit() -> int:
    return entries.unit("Văn phòng Đảng ủy Khối", "Văn phòng cấp ủy", symbol="VPĐUK")


def test_the_holder_of_the_post_in_the_office_signs() -> None:
    chief = entries.person("Lê Chánh", "Chánh Văn phòng", office_unit())
    entries.person(
        "Lê Khác", "Chánh Văn phòng", entries.unit("Văn phòng Sở", "Văn phòng cấp ủy", parent=None)
    )
    block = signed_by("T/L BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG")
    assert block == Signed("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", chief)
    assert signed_by("CHÁNH VĂN PHÒNG") == Signed("CHÁNH VĂN PHÒNG", "", chief)


def test_the_holder_in_the_own_unit_comes_before_that_in_its_office() -> None:
    entries.person("Lê Chi Bộ", "Bí thư", office_unit())
    first = entries.person("Lê Bí Thư", "Bí thư")
    assert signed_by("T/M BAN THƯỜNG VỤ\nBÍ THƯ").person == first


def test_two_holders_are_not_chosen_between_and_the_day_counts() -> None:
    for name in ("Một", "Hai"):
        entries.person(f"Lê {name}", "Phó Bí thư")
    old = entries.person("Lê Cũ", "Bí thư", since=date(2015, 1, 1), until=date(2020, 1, 1))
    new = entries.person("Lê Mới", "Bí thư", since=date(2020, 1, 2))
    assert signed_by("T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ") == Signed("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ")
    assert signed_by("T/M BAN THƯỜNG VỤ\nBÍ THƯ", day=DAY).person == old
    assert signed_by("T/M BAN THƯỜNG VỤ\nBÍ THƯ", day=date(2020, 8, 1)).person == new


def test_a_post_is_held_through_the_one_that_includes_it_and_by_an_acting_head() -> None:
    deputy = entries.person("Lê Phó", "Phó Bí thư Thường trực")
    acting = entries.person("Lê Quyền", "Quyền Chánh Văn phòng", office_unit())
    assert signed_by("T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ").person == deputy
    assert signed_by("T/L BAN THƯỜNG VỤ\nQ. CHÁNH VĂN PHÒNG").person == acting


def test_names_typed_at_the_first_start_stand_in_while_nobody_holds_the_post() -> None:
    settings.save_office({"secretary": "Lê Thị Bí", "chief": "Lê Văn Chánh"})
    assert signed_by("T/M BAN THƯỜNG VỤ\nBÍ THƯ").name == "Lê Thị Bí"
    assert signed_by("T/L BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG").name == "Lê Văn Chánh"
    assert signed_by("T/L BAN THƯỜNG VỤ\nPHÓ CHÁNH VĂN PHÒNG").name == ""
    assert papers.get("plan", entries.directive())["signatures"][0].name == "Lê Thị Bí"


def test_a_paper_of_an_earlier_term_does_not_get_todays_names() -> None:
    settings.save_office({"secretary": "Lê Thị Bí"})
    own = settings.own_unit() or 0
    terms.save({"name": "2015 - 2020", "since": date(2015, 6, 16)}, own)
    terms.save({"name": "2020 - 2025", "since": date(2020, 7, 4)}, own)
    assert signed_by("T/M BAN THƯỜNG VỤ\nBÍ THƯ", day=DAY).name == ""
    assert signed_by("T/M BAN THƯỜNG VỤ\nBÍ THƯ", day=date(2020, 8, 1)).name == "Lê Thị Bí"
    assert papers.get("plan", entries.directive())["signatures"][0].name == ""


def test_a_third_line_names_the_signer_or_the_role() -> None:
    assert signed_by("CHỦ TRÌ\n\nLê Văn Tên") == Signed("CHỦ TRÌ", "", None, "Lê Văn Tên")
    chair = entries.person("Lê Trì")
    meeting = entries.meeting()
    meetings.set_roles(meeting, "chair", [chair])
    wordings.save("invitation", {"signer": "T/M BAN THƯỜNG VỤ\nBÍ THƯ\n{{Chủ trì}}"})
    assert papers.get("invitation", meeting)["signatures"] == (Signed("T/M BAN THƯỜNG VỤ", "BÍ THƯ", chair),)


def test_a_congress_signs_by_its_presidium() -> None:
    chair = entries.person("Lê Trì")
    meeting = congress()
    meetings.set_roles(meeting, "chair", [chair])
    assert papers.get("resolution", meeting)["signatures"] == (Signed("T/M ĐOÀN CHỦ TỊCH", "", chair),)
    called = papers.get("invitation", meeting)["signatures"]
    assert [block.authority for block in called] == ["T/L BAN THƯỜNG VỤ"]


def test_the_shipped_formula_follows_the_spelling_the_own_words_stay() -> None:
    settings.put("spelling", "uỷ")
    assert signed_by("T/M ĐẢNG ỦY\nBÍ THƯ").authority == "T/M ĐẢNG ỦY"
