"""Slips of a hurried hand around numbers: a wrong type, a number far too large, a renamed congress."""

from __future__ import annotations

from datetime import date

import pytest

from db import directives, history, meetings, numbering, papers, registers
from db.number_books import gaps, lines
from rules.numbering import ANNULLED, LARGEST, SKIPPED
from rules.trouble import Refused
from tests.db import entries
from tests.db.numbers import congress, own, series, states, taken_by, two_terms

pytestmark = pytest.mark.usefixtures("office")


def announced(number: int, **values: object) -> int:
    given = {"type": entries.key("directive_type", "Thông báo"), "subject": "nghỉ lễ", **values}
    return entries.directive(number, **given)


# -- the type of a meeting decides on the series of its papers


def test_a_congress_that_turns_out_an_ordinary_meeting_brings_no_second_number() -> None:
    mistaken, other = congress("Họp lẫn"), entries.meeting("Họp khác")
    numbering.take("notice", mistaken, 1)
    numbering.take("notice", other, 1)
    before = history.digest()
    plain = {**meetings.get(mistaken), "type": meetings.get(other)["type"]}
    with pytest.raises(Refused, match="Họp khác"):
        meetings.save(plain, mistaken)
    assert history.digest() == before
    numbering.take("notice", mistaken, 2)
    meetings.save(plain, mistaken)
    assert [line.number for line in lines(series("notice", other))] == [1, 2]


def test_a_congress_may_be_renamed_although_its_old_papers_share_a_number() -> None:
    meeting = congress("Đại hội", day=date(2020, 7, 2))
    announced(1, issuer_code="ĐH", issued="2/7/2020")
    announced(1, issuer_code="ĐH", issued="1/7/2020", subject="khác")
    numbering.take("minutes", meeting, 2)
    meetings.save({**meetings.get(meeting), "title": "Đại hội lần thứ hai"}, meeting)
    assert numbering.number_of("minutes", meeting) == 2


def test_all_numbers_of_a_renamed_congress_stay_one_series_when_it_is_deleted() -> None:
    meeting = congress("Đại hội tên cũ")
    place = series("minutes", meeting)
    numbering.reserve(place, "Ban thẩm tra", 1, "Báo cáo")
    numbering.take("report", meeting, 2)
    numbering.annul(taken_by("report", meeting), "ghi nhầm")
    numbering.take("minutes", meeting, 3)
    meetings.save({**meetings.get(meeting), "title": "Đại hội tên mới"}, meeting)
    meetings.delete([meeting])
    (book,) = (one for one in numbering.overview() if not one.series.types)
    assert book.series.period.label == "Đại hội tên mới"
    assert (book.reserved, book.annulled, book.last, book.gaps) == ((1,), (2,), 3, ())
    history.undo()
    assert numbering.number_of("minutes", meeting) == 3


# -- a number far too large


def test_a_number_far_too_large_leaves_one_line_of_skipped_numbers() -> None:
    two_terms()
    announced(1)
    meeting = entries.meeting()
    numbering.take("notice", meeting, LARGEST)
    book = lines(series("notice", meeting))
    assert states(book)[1] == (2, SKIPPED)
    assert [line.shown for line in book] == ["01-TB/ĐUK", f"02–{LARGEST - 1}-TB/ĐUK", f"{LARGEST}-TB/ĐUK"]
    assert len(gaps(series("notice", meeting))) == LARGEST - 2
    assert len(registers.outgoing().rows) == 3


def test_after_the_largest_number_none_is_proposed_that_the_form_would_refuse() -> None:
    first, second = entries.meeting("Một"), entries.meeting("Hai")
    numbering.take("notice", first, LARGEST)
    before = history.digest()
    with pytest.raises(Refused, match="từ 01 đến 999999"):
        numbering.take("notice", second)
    with pytest.raises(Refused, match="từ 01 đến 999999"):
        numbering.reserve(series("notice", second), "đồng chí A", 2**70)
    assert history.digest() == before
    assert numbering.take("notice", second, 43) == 43


# -- a document that was annulled and goes on under another number


def test_a_document_may_be_annulled_again_under_its_new_number() -> None:
    document = announced(5)
    numbering.annul_document(document, "sai ngày")
    directives.save({"number": 6}, document)
    with pytest.raises(Refused, match="lý do"):
        numbering.annul_document(document, " ")
    numbering.annul_document(document, "sai lần nữa")
    place = series("notice", entries.meeting())
    assert states(lines(place)) == [(5, ANNULLED), (6, ANNULLED)]
    with pytest.raises(Refused, match="đã hủy rồi"):
        numbering.annul_document(document, "thêm lần nữa")


def test_an_annulled_number_hides_none_of_another_term() -> None:
    two_terms()
    document = announced(5)
    numbering.annul_document(document, "sai ngày")
    directives.save({"issued": "1/9/2020"}, document)
    books = {one.series.period.label: one for one in numbering.overview()}
    assert books["Nhiệm kỳ 2015 - 2020"].annulled == (5,)
    assert (books["Nhiệm kỳ 2020 - 2025"].last, books["Nhiệm kỳ 2020 - 2025"].annulled) == (5, ())


# -- what the register says of papers that are gone


def test_no_field_stands_open_in_the_line_of_a_deleted_or_annulled_paper() -> None:
    kept, gone = entries.meeting("Họp một"), entries.meeting("Họp hai")
    for meeting in (kept, gone):
        papers.save("notice", meeting, {"recipients": ("Thường trực {{Cấp ủy}}", "Lưu {{Văn phòng}}")})
        numbering.take("notice", meeting)
    typed = entries.meeting("Họp ba")
    papers.save("notice", typed, {"number": 3})
    shown = registers.outgoing().rows[0][4:6]
    assert "{{" not in "".join(map(str, shown))
    assert own()
    numbering.annul(taken_by("notice", kept), "nhầm")
    meetings.delete([gone, typed])
    rows = registers.outgoing().rows
    assert len(rows) == 3
    assert "{{" not in "".join(str(cell) for row in rows for cell in row)
    assert rows[0][4:6] == rows[1][4:6] == shown
