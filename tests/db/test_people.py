from __future__ import annotations

from datetime import date

import pytest

from db import history, holdings, people, settings, units
from rules.trouble import Refused
from tests.db import entries
from tests.db.asked import counted

pytestmark = pytest.mark.usefixtures("office")


def names(words: str = "", **filters: object) -> list[str]:
    return [row.full_name for row in people.rows(words, **filters)]  # type: ignore[arg-type]


def superior() -> int:
    return settings.parent_of(settings.own_unit() or 0) or 0


def test_a_person_is_kept_as_given_vague_birth_too() -> None:
    kept = people.save({"full_name": "Giàng  A Pó", "sex": "nam", "birth": "1965", "ethnic_group": "Mông"})
    values = people.get(kept)
    assert values["full_name"] == "Giàng A Pó"
    assert values["birth"].words == "1965"
    assert values["birth"].latest == date(1965, 12, 31)
    assert people.rows()[0].birth == values["birth"]


def test_the_list_goes_by_given_name() -> None:
    for name in ("Nguyễn Văn Bình", "Vũ Thị An", "Lê Ánh", "Trần Đức"):
        entries.person(name)
    assert names() == ["Vũ Thị An", "Lê Ánh", "Nguyễn Văn Bình", "Trần Đức"]


def test_a_new_name_is_sorted_and_sought_anew() -> None:
    kept = entries.person("Nguyễn Văn Hòa")
    people.save({"full_name": "Nguyễn Văn Anh"}, kept)
    assert names("nva") == ["Nguyễn Văn Anh"]
    assert names("nvh") == []


@pytest.mark.parametrize("words", ["nvh", "hoa nguyen", "HÒA", "hoà", "bi thu khoi", "ubnd nguyen"])
def test_words_meet_names_initials_posts_units(words: str) -> None:
    entries.person("Trần Thị Hoa")
    here = entries.person("Nguyễn Văn Hòa", "Bí thư")
    entries.hold(here, "Chủ tịch", entries.unit("Ủy ban nhân dân tỉnh", short="UBND tỉnh"))
    assert names(words) == ["Nguyễn Văn Hòa"]


def test_titles_stand_as_papers_print_them() -> None:
    chair = entries.person("Lê Hồng Quân", "Bí thư")
    entries.hold(chair, "Ủy viên Ban Thường vụ", superior())
    entries.hold(chair, "Ủy viên Ban Chấp hành")
    row = people.rows()[0]
    assert row.title == "Ủy viên Ban Thường vụ Tỉnh ủy, Bí thư Đảng ủy Khối các cơ quan tỉnh"
    assert row.posts[0] == "Ủy viên Ban Thường vụ"
    assert row.unit == "Đảng bộ Khối các cơ quan tỉnh"


def test_the_nearest_unit_is_the_part_not_the_whole() -> None:
    board = entries.unit("Ban Tổ chức Đảng ủy Khối", "Ban, cơ quan của cấp ủy")
    head = entries.person("Phạm Thị Mai", "Trưởng ban", board)
    entries.hold(head, "Ủy viên Ban Thường vụ")
    row = people.rows()[0]
    assert row.unit == "Ban Tổ chức Đảng ủy Khối"
    expected = "Ủy viên Ban Thường vụ Đảng ủy Khối các cơ quan tỉnh, Trưởng Ban Tổ chức Đảng ủy Khối"
    assert row.title == expected


def test_a_title_is_that_of_the_day() -> None:
    cell = entries.unit("Chi bộ Cũ", "Chi bộ cơ sở")
    units.rename(cell, {"since": date(2020, 6, 1), "organization": "Chi bộ Mới"})
    entries.person("Trần Văn B", "Phó Bí thư", cell, since=date(2019, 1, 1), until=date(2020, 6, 1))
    titles = {
        day: people.rows(on=day)[0].title
        for day in (date(2018, 12, 31), date(2019, 1, 1), date(2020, 6, 1), date(2020, 6, 2))
    }
    assert list(titles.values()) == ["", "Phó Bí thư Chi bộ Cũ", "Phó Bí thư Chi bộ Mới", ""]


def test_filters_ask_for_unit_and_post_of_the_day() -> None:
    cell = entries.unit("Chi bộ A", "Chi bộ cơ sở")
    entries.person("Trần Văn B", "Bí thư", cell, until=date(2020, 1, 1))
    entries.person("Lê Văn C", "Phó Bí thư", cell)
    assert names(unit=cell) == ["Lê Văn C"]
    assert names(unit=cell, on=date(2020, 1, 1)) == ["Trần Văn B", "Lê Văn C"]
    assert names(post=entries.key("post", "Phó Bí thư")) == ["Lê Văn C"]


def test_unit_and_post_are_asked_of_one_holding() -> None:
    cell = entries.unit("Chi bộ A", "Chi bộ cơ sở")
    elsewhere = entries.person("Trần Văn B", "Bí thư")
    entries.hold(elsewhere, "Chi ủy viên", cell)
    entries.person("Lê Văn C", "Bí thư", cell, until=date(2020, 1, 1))
    assert names(unit=cell, post=entries.key("post", "Bí thư")) == []
    assert names(unit=cell, post=entries.key("post", "Chi ủy viên")) == ["Trần Văn B"]
    assert names(unit=cell, post=entries.key("post", "Bí thư"), on=date(2020, 1, 1)) == ["Lê Văn C"]


def test_titles_are_those_of_the_rows() -> None:
    chair = entries.person("Lê Hồng Quân", "Bí thư")
    entries.hold(chair, "Ủy viên Ban Thường vụ", superior())
    entries.person("Trần Văn B", "Phó Bí thư", entries.unit("Chi bộ A", "Chi bộ cơ sở"))
    entries.person("Lê An", until=date(2020, 1, 1))
    expected = [(row.id, row.full_name, row.title) for row in people.rows()]
    with counted() as asked:
        assert people.titles() == expected
    assert len(asked) == 1
    assert [bool(title) for _, _, title in expected] == [False, True, True]


def test_holdings_are_listed_newest_first_and_changed() -> None:
    here = entries.person("Trần Văn B", "Phó Bí thư", until=date(2020, 1, 1))
    now = entries.hold(here, "Bí thư", since=date(2020, 1, 2))
    assert [(row.post, row.until) for row in holdings.rows(here)] == [
        ("Bí thư", None),
        ("Phó Bí thư", date(2020, 1, 1)),
    ]
    holdings.save({"until": date(2021, 1, 1)}, here, now)
    assert holdings.get(now)["until"] == date(2021, 1, 1)
    with pytest.raises(Refused, match="trước ngày bắt đầu"):
        holdings.save({"until": date(2019, 1, 1)}, here, now)
    holdings.delete([now])
    assert len(holdings.rows(here)) == 1


def test_what_hangs_on_a_person_is_said_before_deleting() -> None:
    here = entries.person("Trần Văn B", "Bí thư")
    assert people.hanging([here]) == ["1 chức vụ sẽ bị xóa theo."]
    before = history.digest()
    people.delete([here])
    assert names() == []
    history.undo()
    assert history.digest() == before


def test_several_deletions_are_one_change() -> None:
    ids = [entries.person(name) for name in ("Lê A", "Lê B", "Lê C")]
    people.delete(ids)
    assert history.undo_label() == "Xóa 3 đại biểu"


def test_the_list_is_as_many_questions_however_many_words() -> None:
    with counted() as few:
        people.rows(unit=1, post=1, ids=[1, 2])
    with counted() as one:
        people.rows("nguyen", unit=1, post=1, ids=[1, 2])
    with counted() as asked:
        people.rows("nguyen van so cong thuong", unit=1, post=1, ids=[1, 2])
    assert len(few) == 1
    assert len(one) == len(asked) == 3  # posts and units are sought first


def test_the_best_found_come_first_then_the_given_names() -> None:
    for name in ("Hàn An", "Lê Hà", "Khánh Ba", "Hồ Ánh", "Hà"):
        entries.person(name)
    assert [row.full_name for row in people.rows("ha")] == ["Hà", "Lê Hà", "Hàn An", "Hồ Ánh", "Khánh Ba"]


def test_typed_accents_narrow_names_initials_and_apostrophes() -> None:
    for name in ("Đặng Văn Tú", "Dương Văn Tụ", "H’Lim Ê Ban", "Hlim Ê Ban"):
        entries.person(name)
    assert [row.full_name for row in people.rows("đvt")] == ["Đặng Văn Tú"]
    assert [row.full_name for row in people.rows("tụ")] == ["Dương Văn Tụ"]
    assert [row.full_name for row in people.rows("h'lim ê")] == ["Hlim Ê Ban", "H’Lim Ê Ban"]
