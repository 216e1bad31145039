from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers import lists
from papers.content import Document, Table
from rules.dates import parse_vague
from rules.facts import Attendee, ListColumn, Listing, Person
from tests.papers import samples

COLUMNS = (ListColumn("STT", 8, "center"), ListColumn("Tên", 60), ListColumn("Ngày", 20, "right"))
HEAD = replace(samples.HEAD, type_name="", type_code="", subject="")
LISTING = Listing(HEAD, "Danh sách đơn vị", "", COLUMNS, ((1, "Chi bộ A", date(2019, 8, 21)),), "Tổng số: 1.")


def table(document: Document) -> Table:
    return next(block for block in document.sections[0].blocks if isinstance(block, Table))


def test_a_listing_prints_its_rows_under_the_letterhead() -> None:
    document = lists.compose(LISTING)
    words = [line.text for line in document.paragraphs()]
    assert words[-3:] == ["DANH SÁCH ĐƠN VỊ", "-----", "Tổng số: 1."]
    assert table(document).rows[0].cells == (1, "Chi bộ A", date(2019, 8, 21))
    assert [column.align for column in table(document).columns] == ["center", "left", "right"]
    assert document.blanks() == ()


def test_widths_share_the_sheet_and_many_columns_turn_it() -> None:
    assert abs(sum(column.width for column in table(lists.compose(LISTING)).columns) - 165) < 0.2
    many = replace(LISTING, columns=tuple(ListColumn(f"Cột {n}") for n in range(7)), rows=())
    document = lists.compose(many)
    assert document.sections[0].landscape
    assert abs(sum(column.width for column in table(document).columns) - 252) < 0.5


def test_no_column_is_too_narrow_for_the_words_of_its_heading() -> None:
    columns = (ListColumn("STT", 1), ListColumn("Tên", 200), ListColumn("Số đảng viên", 1))
    widths = [column.width for column in table(lists.compose(replace(LISTING, columns=columns))).columns]
    assert widths[0] > 10
    assert widths[2] > 12
    assert sum(widths) == pytest.approx(165, abs=0.2)


def test_no_column_is_too_narrow_for_the_words_in_it() -> None:
    columns = (ListColumn("Tên", 300), ListColumn("Ký", 1))
    listing = replace(LISTING, columns=columns, rows=(("A", "UBKTĐUK"),))
    assert table(lists.compose(listing)).columns[1].width > 23
    endless = replace(listing, rows=(("A", "X" * 500),))
    assert table(lists.compose(endless)).columns[1].width <= 40


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(0, 40)), min_size=1, max_size=20), st.floats(50, 300))
def test_shares_fill_the_sheet(columns: list[tuple[float, float]], width: float) -> None:
    shares, least = [share + 1 for share, _ in columns], [narrowest for _, narrowest in columns]
    parts = lists.shared(shares, least, width)
    assert sum(parts) == pytest.approx(width)
    assert min(parts) >= 0
    if sum(least) < width:
        assert all(part >= narrowest - 1e-6 for part, narrowest in zip(parts, least, strict=True))


def test_a_listing_is_also_a_sheet_with_its_values() -> None:
    sheet = lists.compose(replace(LISTING, subtitle="đang hoạt động")).sheets[0]
    assert (sheet.name, sheet.title) == ("Danh sách đơn vị", "Danh sách đơn vị")
    assert sheet.notes == ("đang hoạt động", "Tổng số: 1.")
    assert sheet.table.rows[0].cells[2] == date(2019, 8, 21)


def test_delegates_stand_once_under_the_first_group_that_called_them() -> None:
    both = Attendee(Person("Bà Hai"), (samples.GROUPS[3], samples.GROUPS[0]))
    guest = Attendee(Person("Ông Khách"), (samples.GROUPS[0],), guest=True)
    lone = Attendee(Person("Cô Lẻ"))
    facts = replace(samples.minutes(0), attendees=(guest, lone, both))
    rows = table(lists.compose(facts)).rows
    assert [(row.kind, row.cells[0]) for row in rows] == [
        ("group", samples.GROUPS[0]),
        ("data", 1),
        ("group", "Thành phần khác"),
        ("data", 2),
        ("group", "Khách mời"),
        ("data", 3),
    ]
    assert rows[1].cells[1] == "Bà Hai"


def test_years_of_birth_stand_by_sex_and_the_sum_below() -> None:
    people = (
        Attendee(Person("A", sex="nam", birth=parse_vague("1970"))),
        Attendee(Person("B", sex="nữ", birth=parse_vague("15/7/1981"))),
    )
    document = lists.compose(replace(samples.minutes(0), attendees=people))
    assert [row.cells[2:4] for row in table(document).rows] == [(1970, ""), ("", 1981)]
    assert [line.text for line in document.paragraphs()][-1] == "Tổng số: 2 đồng chí (nam: 1, nữ: 1)."
    unknown = (*people, Attendee(Person("C")))
    document = lists.compose(replace(samples.minutes(0), attendees=unknown))
    assert [line.text for line in document.paragraphs()][-1] == "Tổng số: 3 đồng chí."


def test_delegates_carry_the_form_of_the_meeting_day_and_no_number() -> None:
    document = lists.compose(samples.minutes())
    words = [line.text for line in document.paragraphs()]
    assert document.profile == "PARTY-2018"
    assert "DANH SÁCH" in words
    assert f"đại biểu dự {samples.TITLE}" in words
    assert not [line for line in words if line.startswith("Số ")]
    assert document.blanks() == ()
