from __future__ import annotations

from datetime import date

import pytest

from db import audiences, history, settings, units
from db.audiences import Rule
from rules.trouble import Refused
from tests.db import entries

pytestmark = pytest.mark.usefixtures("office")
DAY = date(2019, 8, 21)


def audience(name: str, *rules: Rule, people: tuple[int, ...] = ()) -> int:
    return audiences.save({"name": name, "rules": rules, "people": people})


def post(name: str) -> int:
    return entries.key("post", name)


def test_a_new_office_has_the_six_usual_groups() -> None:
    assert [row.name for row in audiences.rows()] == [
        "Ủy viên BTV Đảng ủy",
        "Ủy viên BCH Đảng bộ, ủy viên UBKT Đảng ủy Khối các cơ quan tỉnh",
        "Trưởng, phó các ban xây dựng Đảng, các đoàn thể, Văn phòng Đảng ủy Khối",
        "Bí thư, phó bí thư các chi bộ, đảng bộ cơ sở",
        "Báo cáo viên của Đảng ủy Khối các cơ quan tỉnh",
        "Cán bộ, công chức Đảng ủy Khối các cơ quan tỉnh",
    ]
    assert "Bí thư – Chi bộ cơ sở" in audiences.rows("bi thu")[0].rules


def test_a_rule_calls_the_post_and_those_that_bring_it_with_them() -> None:
    secretary, member = entries.person("Lê A", "Bí thư"), entries.person("Lê B", "Ủy viên Ban Thường vụ")
    entries.person("Lê C", "Ủy viên Ban Chấp hành")
    group = audience("Thường vụ", Rule(post("Ủy viên Ban Thường vụ"), unit=settings.own_unit()))
    assert audiences.resolve([group], DAY) == {secretary: (group,), member: (group,)}


def test_a_post_is_brought_over_several_steps() -> None:
    standing = entries.person("Lê B", "Ủy viên Ban Thường vụ")
    group = audience("Đảng ủy viên", Rule(post("Đảng ủy viên")))
    assert audiences.resolve([group], DAY) == {standing: (group,)}


def test_who_is_in_several_groups_is_one_head_with_all_of_them() -> None:
    chair = entries.person("Lê A", "Bí thư")
    own = settings.own_unit()
    first = audience("Thường vụ", Rule(post("Ủy viên Ban Thường vụ"), unit=own))
    second = audience("Chấp hành", Rule(post("Ủy viên Ban Chấp hành"), unit=own), people=(chair,))
    assert audiences.resolve([second, first], DAY) == {chair: (second, first)}
    assert audiences.counts(DAY)[first] == 1


def test_a_rule_over_a_kind_leaves_out_units_outside_and_closed_ones() -> None:
    kind = entries.key("unit_kind", "Chi bộ cơ sở")
    here, away, gone = (entries.unit(name, "Chi bộ cơ sở") for name in ("Chi bộ A", "Chi bộ B", "Chi bộ C"))
    units.save({"outside": True}, away)
    units.close(gone, DAY)
    called = [entries.person(f"Lê {place}", "Bí thư", place) for place in (here, away, gone)]
    group = audience("Bí thư", Rule(post("Bí thư"), kind))
    assert list(audiences.resolve([group], DAY)) == [called[0]]
    assert list(audiences.resolve([group], date(2019, 8, 20))) == [called[0], called[2]]


def test_posts_are_those_held_on_the_day() -> None:
    cell = entries.unit("Chi bộ A", "Chi bộ cơ sở")
    old = entries.person("Lê A", "Bí thư", cell, until=date(2019, 8, 20))
    new = entries.person("Lê B", "Bí thư", cell, since=date(2019, 8, 21))
    group = audience("Bí thư", Rule(post("Bí thư"), unit=cell))
    assert list(audiences.resolve([group], date(2019, 8, 20))) == [old]
    assert list(audiences.resolve([group], date(2019, 8, 21))) == [new]


def test_an_audience_is_kept_changed_deleted_undone() -> None:
    chair = entries.person("Lê A")
    kept = audience("Nhóm", Rule(post("Bí thư")), people=(chair,))
    assert audiences.get(kept) == {
        "name": "Nhóm",
        "note": "",
        "people": (chair,),
        "rules": (Rule(post("Bí thư")),),
    }
    audiences.save({"name": "Nhóm mới", "people": ()}, kept)
    assert audiences.get(kept)["rules"] == (Rule(post("Bí thư")),)
    assert audiences.get(kept)["people"] == ()
    before = history.digest()
    audiences.delete([kept])
    assert audiences.rows("nhom") == []
    history.undo()
    assert history.digest() == before


def test_a_second_audience_of_the_same_name_is_refused() -> None:
    audience("Nhóm")
    with pytest.raises(Refused, match="đã có"):
        audience("Nhóm")


def test_the_order_can_be_changed() -> None:
    ids = [row.id for row in audiences.rows()]
    audiences.arrange(reversed(ids))
    assert [row.id for row in audiences.rows()] == ids[::-1]


def test_a_rule_speaks_of_a_kind_or_of_one_unit() -> None:
    with pytest.raises(Refused, match="Chỉ chọn"):
        audience("Nhóm", Rule(post("Bí thư"), 1, 1))
