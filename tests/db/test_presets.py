from __future__ import annotations

import pytest

from db import audiences, choices, history, presets, units
from db.tables import DirectiveType, MeetingType, Post, PostInclude, UnitKind
from rules.trouble import Refused
from tests.db.conftest import OFFICE


def test_the_first_start_is_one_change_and_brings_the_catalogues(store: None) -> None:
    presets.start_office(OFFICE)
    assert [line.label for line in history.recent()] == ["Khai báo cơ quan"]
    counts = [table.select().count() for table in (UnitKind, Post, DirectiveType, MeetingType)]
    assert all(count > 10 for count in counts)
    names = {row.organization for row in units.rows()}
    assert {"Trung ương Đảng", "Đảng bộ tỉnh Mẫu", "Đảng bộ Khối các cơ quan tỉnh"} == names
    assert len(audiences.rows()) == 6


def test_a_secretary_is_also_a_member_of_both_committees(store: None) -> None:
    presets.start_office(OFFICE)
    secretary = Post.get(Post.name == "Bí thư")
    included = {line.included.name for line in PostInclude.select().where(PostInclude.post == secretary)}
    assert {"Ủy viên Ban Thường vụ", "Ủy viên Ban Chấp hành"} <= included


def test_the_office_is_of_the_kind_asked_for(store: None) -> None:
    presets.start_office(OFFICE, "Đảng bộ cơ sở")
    own = next(row for row in units.rows() if row.organization == OFFICE["organization"])
    assert own.kind == "Đảng bộ cơ sở"


def test_an_office_is_begun_once(store: None) -> None:
    presets.start_office(OFFICE)
    with pytest.raises(Refused, match="đã được khai báo"):
        presets.start_office(OFFICE)


def test_values_that_cannot_be_saved_leave_nothing_behind(store: None) -> None:
    before = history.digest()
    with pytest.raises(Refused, match="Ký hiệu"):
        presets.start_office({**OFFICE, "symbol": ""})
    assert history.digest() == before
    assert history.recent() == []


@pytest.mark.parametrize(
    ("committee", "words"),
    [("Đảng ủy xã Mẫu", "Văn phòng Đảng ủy"), ("Đảng ủy Khối các cơ quan tỉnh", "Văn phòng Đảng ủy Khối")],
)
def test_the_groups_speak_of_the_office_in_its_own_words(store: None, committee: str, words: str) -> None:
    presets.start_office({**OFFICE, "committee": committee})
    names = [name for _, name in choices.choices("audience")]
    assert names[2] == f"Trưởng, phó các ban xây dựng Đảng, các đoàn thể, {words}"
    assert names[5] == f"Cán bộ, công chức {committee}"
