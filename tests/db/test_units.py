from __future__ import annotations

from datetime import date

import pytest

from db import directives, history, settings, units
from rules.trouble import Refused
from tests.db import entries
from tests.db.asked import counted

pytestmark = pytest.mark.usefixtures("office")


def names(words: str = "", **filters: object) -> list[str]:
    return [row.organization for row in units.rows(words, **filters)]  # type: ignore[arg-type]


def test_a_unit_is_kept_as_it_was_given() -> None:
    kept = entries.unit("Đảng bộ  Sở Công Thương", committee="Đảng ủy Sở Công Thương", members=57)
    values = units.get(kept)
    assert values["organization"] == "Đảng bộ Sở Công Thương"
    assert values["members"] == 57
    assert values["parent"] == settings.own_unit()
    assert history.undo_label() == "Thêm đơn vị Đảng bộ Sở Công Thương"


def test_saving_what_is_there_is_no_change() -> None:
    kept = entries.unit("Chi bộ Tỉnh Đoàn", "Chi bộ cơ sở")
    label = history.undo_label()
    assert units.save(units.get(kept), kept) == kept
    assert history.undo_label() == label


def test_a_unit_without_a_name_or_with_an_unknown_field_is_not_kept() -> None:
    with pytest.raises(Refused, match="Tên tổ chức"):
        entries.unit("")
    with pytest.raises(KeyError):
        entries.unit("Chi bộ Mẫu", colour="đỏ")


@pytest.mark.parametrize("words", ["cong thuong", "SCT", "đảng ủy CÔNG", "thuong  so", "đảng uỷ"])
def test_words_are_found_without_accents_in_any_order(words: str) -> None:
    entries.unit(
        "Đảng bộ Sở Công Thương", committee="Đảng ủy Sở Công Thương", short="Sở Công Thương", outside=True
    )
    assert "Đảng bộ Sở Công Thương" in names(words)


def test_accents_that_are_typed_narrow_what_is_found() -> None:
    entries.unit("Chi bộ Hoà Bình", "Chi bộ cơ sở")
    entries.unit("Chi bộ Hoa Lư", "Chi bộ cơ sở")
    assert names("hoa") == ["Chi bộ Hoà Bình", "Chi bộ Hoa Lư"]
    assert names("hòa") == names("hoà") == ["Chi bộ Hoà Bình"]


def test_a_percent_sign_is_sought_as_such() -> None:
    entries.unit("Chi bộ Mẫu", "Chi bộ cơ sở")
    assert names("%") == []
    assert names("_") == []


def test_units_come_in_the_order_of_the_tree() -> None:
    upper = entries.unit("Đảng bộ A")
    entries.unit("Đảng bộ B")
    below = entries.unit("Chi bộ A1", "Chi bộ cơ sở", parent=upper)
    entries.unit("Chi bộ A2", "Chi bộ cơ sở", parent=upper)
    tree = [(row.organization, row.depth) for row in units.rows()][-5:]
    assert tree == [
        ("Đảng bộ Khối các cơ quan tỉnh", 1),
        ("Đảng bộ A", 2),
        ("Chi bộ A1", 3),
        ("Chi bộ A2", 3),
        ("Đảng bộ B", 2),
    ]
    assert names(parent=upper) == ["Chi bộ A1", "Chi bộ A2"]
    units.move(below, +1)
    assert names(parent=upper) == ["Chi bộ A2", "Chi bộ A1"]


def test_a_unit_cannot_be_under_itself() -> None:
    upper = entries.unit("Đảng bộ A")
    below = entries.unit("Chi bộ A1", "Chi bộ cơ sở", parent=upper)
    with pytest.raises(Refused, match="trực thuộc chính nó"):
        units.save({"parent": below}, upper)


def test_a_new_name_leaves_the_old_one_to_papers_of_earlier_days() -> None:
    kept = entries.unit("Đảng bộ Sở Cũ")
    units.rename(kept, {"since": date(2020, 1, 1), "organization": "Đảng bộ Sở Mới"})
    assert units.names(kept, date(2019, 12, 31)).organization == "Đảng bộ Sở Cũ"
    assert units.names(kept, date(2020, 1, 1)).organization == "Đảng bộ Sở Mới"
    assert names(on=date(2019, 8, 21))[-1] == "Đảng bộ Sở Cũ"
    assert names()[-1] == "Đảng bộ Sở Mới"
    assert units.get(kept)["organization"] == "Đảng bộ Sở Mới"
    assert [name.since for name in units.history(kept)] == [None, date(2020, 1, 1)]


def test_before_its_first_dated_name_a_unit_goes_by_that_name() -> None:
    kept = entries.unit("Đảng bộ Sở Cũ")
    first = units.history(kept)[0].id
    units.rename(kept, {"since": date(2020, 1, 1), "organization": "Đảng bộ B"})
    units.rename(kept, {"since": date(2022, 1, 1), "organization": "Đảng bộ C"})
    units.drop_name(first)
    assert units.names(kept, date(2019, 1, 1)).organization == "Đảng bộ B"
    assert names(on=date(2019, 1, 1))[-1] == "Đảng bộ B"


def test_the_same_day_corrects_a_name_the_last_name_stays() -> None:
    kept = entries.unit("Đảng bộ Sở Cũ")
    for name in ("Đảng bộ Sở Mơi", "Đảng bộ Sở Mới"):
        units.rename(kept, {"since": date(2020, 1, 1), "organization": name})
    assert [name.organization for name in units.history(kept)] == ["Đảng bộ Sở Cũ", "Đảng bộ Sở Mới"]
    for name in units.history(kept)[1:]:
        units.drop_name(name.id)
    with pytest.raises(Refused, match="ít nhất một tên"):
        units.drop_name(units.history(kept)[0].id)


def test_a_closed_unit_is_at_work_until_the_day_before() -> None:
    kept = entries.unit("Đảng bộ Cũ")
    units.close(kept, date(2025, 3, 1))
    assert "Đảng bộ Cũ" in names(closed=False, on=date(2025, 2, 28))
    assert "Đảng bộ Cũ" not in names(closed=False, on=date(2025, 3, 1))
    assert names(closed=True) == ["Đảng bộ Cũ"]


def test_deleting_says_what_hangs_then_takes_the_branch() -> None:
    upper = entries.unit("Đảng bộ A")
    below = entries.unit("Chi bộ A1", "Chi bộ cơ sở", parent=upper)
    entries.person("Trần Văn B", "Bí thư", below)
    document = entries.directive(issuer=upper)
    assert units.hanging([upper]) == [
        "1 đơn vị trực thuộc sẽ bị xóa theo.",
        "1 chức vụ đang giữ ở đó sẽ bị xóa theo.",
        "1 văn bản sẽ không còn cơ quan ban hành.",
    ]
    before = history.digest()
    units.delete([upper])
    assert "Chi bộ A1" not in names()
    assert directives.get(document)["issuer"] is None
    assert history.undo() == "Xóa đơn vị Đảng bộ A"
    assert history.digest() == before


def test_the_own_unit_cannot_be_deleted_nor_with_its_superior() -> None:
    own = settings.own_unit()
    assert own is not None
    for target in (own, settings.parent_of(own)):
        with pytest.raises(Refused, match="chính cơ quan"):
            units.delete([target or 0])


def test_a_unit_that_is_gone_is_refused() -> None:
    kept = entries.unit("Đảng bộ A")
    units.delete([kept])
    with pytest.raises(Refused):
        units.get(kept)


def test_the_list_is_one_question() -> None:
    with counted() as asked:
        units.rows("dang uy", closed=False, parent=1)
    assert len(asked) == 1
