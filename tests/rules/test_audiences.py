from __future__ import annotations

from rules import audiences


def test_a_group_needs_a_name() -> None:
    assert audiences.problems({"name": "Nhóm"}) == {}
    assert list(audiences.problems({"name": " "})) == ["name"]


def test_a_rule_needs_a_post_and_speaks_of_one_place() -> None:
    assert audiences.rule_problems({"post": 1}) == {}
    assert audiences.rule_problems({"post": 1, "unit_kind": 2}) == {}
    assert list(audiences.rule_problems({"unit": 3})) == ["post"]
    assert audiences.rule_problems({"post": 1, "unit_kind": 2, "unit": 3}) == {
        "unit": "Chỉ chọn loại đơn vị hoặc một đơn vị."
    }
