"""Verdicts on rows of units: found by any dated name, new ones with their kind and the unit above."""

from __future__ import annotations

from rules.imports import DUPLICATE, ERROR, NEW, SAME, UPDATE, Verdict
from rules.imports.facts import OfRow
from tests.rules.import_tables import CELL_B, HEALTH, KIND, OWN, TRADE, judged, office, table

HEADINGS = ("Tên đơn vị", "Số đảng viên", "Loại", "Trực thuộc")


def verdicts(
    *rows: tuple[object, ...], headings: tuple[str, ...] = HEADINGS, group: str = ""
) -> list[Verdict]:
    return judged("units", office(), table(headings, *rows, group=group))


def test_a_unit_is_found_by_its_names_of_today_and_of_before() -> None:
    found = verdicts(("ĐẢNG BỘ SỞ CÔNG THƯƠNG", 40, None, None), ("Sở Y tế", 55, None, None))
    assert [(each.state, each.target_id) for each in found] == [(SAME, TRADE), (UPDATE, HEALTH)]
    assert found[1].values == {"members": 55}
    assert found[1].why == "Số đảng viên: 40 → 55."
    (former,) = verdicts(("Đảng bộ Sở Thương mại", 41, None, None))
    assert (former.state, former.target_id, former.values) == (UPDATE, TRADE, {"members": 41})
    assert former.notes == ("Sổ ghi tên hiện nay là “Đảng bộ Sở Công Thương”.",)


def test_a_new_unit_gets_its_usual_names_and_kind_under_the_own_office() -> None:
    (found,) = verdicts(("Đảng bộ Sở Mới", 50, None, None))
    assert found.state == NEW
    assert found.values == {
        "organization": "Đảng bộ Sở Mới", "committee": "Đảng ủy Sở Mới", "short": "Sở Mới", "members": 50,
        "parent": OWN, "kind": KIND["Đảng bộ cơ sở"],
    }  # fmt: skip


def test_a_unit_may_be_under_one_that_a_later_row_makes() -> None:
    cell, party = verdicts(("Chi bộ Kế toán", 9, None, "Đảng ủy Sở Mới"), ("Đảng bộ Sở Mới", 50, None, None))
    assert cell.values["parent"] == OfRow(3)
    assert cell.values["kind"] == KIND["Chi bộ trực thuộc đảng ủy cơ sở"]
    assert party.state == NEW


def test_cells_of_one_name_are_told_apart_by_the_party_above() -> None:
    same, new, doubtful = verdicts(
        ("Chi bộ 1", 41, None, "Sở Y tế"),
        ("Chi bộ 1", 41, None, "Đảng bộ Sở Khoa học và Công nghệ"),
        ("Chi bộ 1", 41, None, None),
    )
    assert (same.state, same.target_id) == (UPDATE, CELL_B)
    assert new.state == NEW
    assert doubtful.state == DUPLICATE
    assert [each.words for each in doubtful.candidates] == [
        "Chi bộ 1 (Đảng bộ Sở Công Thương), số 10",
        "Chi bộ 1 (Đảng bộ Sở Y tế), số 11",
    ]


def test_units_above_themselves_and_those_below_them_are_errors() -> None:
    found = verdicts(
        ("Chi bộ A", 1, None, "Chi bộ B"),
        ("Chi bộ B", 1, None, "Chi bộ A"),
        ("Chi bộ C", 1, None, "Chi bộ B"),
        ("Chi bộ D", 1, None, "Chi bộ D"),
    )
    assert [each.state for each in found] == [ERROR] * 4
    assert "vòng" in found[0].why
    assert found[2].why == "Đơn vị cấp trên ở dòng 3 không nhập được nên dòng này cũng chưa nhập được."


def test_what_cannot_be_kept_is_told_and_a_repeated_unit_too() -> None:
    found = verdicts(
        (None, 4, None, None),
        ("Quái lạ", None, None, None),
        ("Đảng bộ X", "nhiều", None, None),
        ("Đảng bộ X", 5, "Loại lạ", "Nơi lạ"),
        ("Đảng bộ Y", 5, None, None),
        ("Đảng bộ Y", 5, None, None),
        ("Sở Y tế", 40, None, None),
        ("Đảng bộ Sở Y tế", 50, None, None),
    )
    assert [each.state for each in found] == [ERROR, ERROR, ERROR, ERROR, NEW, DUPLICATE, SAME, DUPLICATE]
    assert "Chưa có tên" in found[0].why
    assert "Chưa rõ loại đơn vị" in found[1].why
    assert "nhiều" in found[2].why
    assert "Loại lạ" in found[3].why
    assert "Nơi lạ" in found[3].why
    assert found[5].why == "Lặp lại dòng 6 của bảng."


def test_a_group_row_tells_the_kind_where_no_column_does() -> None:
    (found,) = verdicts(("Trường Mới", 5), headings=("Tên đơn vị", "Số đảng viên"), group="I. Chi bộ cơ sở")
    assert found.values["kind"] == KIND["Chi bộ cơ sở"]


def test_another_unit_above_is_an_update_told_by_its_name() -> None:
    (found,) = verdicts(("Đảng bộ Sở Y tế", None, None, "Tỉnh ủy"))
    assert found.why == "Đơn vị cấp trên trực tiếp: Đảng bộ Khối các cơ quan tỉnh → Đảng bộ tỉnh Mẫu."
