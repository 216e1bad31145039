from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers import lists, measures, styles
from papers.content import Document, Table
from rules.facts import ListColumn, Listing
from tests.papers import samples

COLUMNS = (ListColumn("STT", 8, "center"), ListColumn("Tên", 60), ListColumn("Ngày", 20, "right"))
HEAD = replace(samples.HEAD, type_name="", type_code="", subject="")
LISTING = Listing(HEAD, "Danh sách đơn vị", "", COLUMNS, ((1, "Chi bộ A", date(2019, 8, 21)),), "Tổng số: 1.")


def table(document: Document) -> Table:
    return next(block for block in document.sections[0].blocks if isinstance(block, Table))


def test_a_listing_prints_its_rows_under_the_letterhead() -> None:
    document = lists.listing(LISTING)
    words = [line.text for line in document.paragraphs()]
    assert words[-3:] == ["DANH SÁCH ĐƠN VỊ", "-----", "Tổng số: 1."]
    assert table(document).rows[0].cells == (1, "Chi bộ A", date(2019, 8, 21))
    assert [column.align for column in table(document).columns] == ["center", "left", "right"]
    assert document.blanks() == ()


def test_widths_share_the_sheet_and_many_columns_turn_it() -> None:
    assert abs(sum(column.width for column in table(lists.listing(LISTING)).columns) - 165) < 0.2
    many = replace(LISTING, columns=tuple(ListColumn(f"Cột {n}") for n in range(7)), rows=())
    document = lists.listing(many)
    assert document.sections[0].landscape
    assert abs(sum(column.width for column in table(document).columns) - 252) < 0.5


def test_no_column_is_too_narrow_for_the_words_of_its_heading() -> None:
    columns = (ListColumn("STT", 1), ListColumn("Tên", 200), ListColumn("Số đảng viên", 1))
    widths = [column.width for column in table(lists.listing(replace(LISTING, columns=columns))).columns]
    assert widths[0] > 10
    assert widths[2] > 12
    assert sum(widths) == pytest.approx(165, abs=0.2)


def test_no_column_is_too_narrow_for_the_words_in_it() -> None:
    columns = (ListColumn("Tên", 300), ListColumn("Ký", 1))
    listing = replace(LISTING, columns=columns, rows=(("A", "UBKTĐUK"),))
    assert table(lists.listing(listing)).columns[1].width > 23
    endless = replace(listing, rows=(("A", "X" * 500),))
    assert table(lists.listing(endless)).columns[1].width <= 40


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(0, 40)), min_size=1, max_size=20), st.floats(50, 300))
def test_shares_fill_the_sheet(columns: list[tuple[float, float]], width: float) -> None:
    shares, least = [share + 1 for share, _ in columns], [narrowest for _, narrowest in columns]
    parts = lists.shared(shares, least, width)
    assert sum(parts) == pytest.approx(width)
    assert min(parts) >= 0
    if sum(least) < width:
        assert all(part >= narrowest - 1e-6 for part, narrowest in zip(parts, least, strict=True))


def test_a_listing_is_also_a_sheet_with_its_values() -> None:
    sheet = lists.listing(replace(LISTING, subtitle="đang hoạt động")).sheets[0]
    assert (sheet.name, sheet.title) == ("Danh sách đơn vị", "Danh sách đơn vị")
    assert sheet.notes == ("đang hoạt động", "Tổng số: 1.")
    assert sheet.table.rows[0].cells[2] == date(2019, 8, 21)


def test_a_row_of_one_cell_heads_those_that_follow() -> None:
    facts = replace(LISTING, rows=(("THÔNG BÁO",), *LISTING.rows))
    document = lists.listing(facts)
    assert [row.kind for row in document.sheets[0].table.rows] == ["group", "data"]
    alone = replace(LISTING, columns=COLUMNS[:1], rows=((1,),))
    assert [row.kind for row in lists.listing(alone).sheets[0].table.rows] == ["data"]


def test_a_day_stands_on_one_line() -> None:
    wide = [ListColumn(f"Cột {place}", 40) for place in range(9)]
    rows = (("08/10/2017", *["chữ " * 20] * 9),)
    facts = replace(LISTING, columns=(ListColumn("Ngày", 1, "center"), *wide), rows=rows)
    size = styles.style("PARTY-2018", "cell").size
    first = lists.columns(facts, "PARTY-2018", True)[0]
    assert first.width >= measures.bold_width("08/10/2017", size) + lists.CELL_SIDES - 0.1
