"""The next number, its series by issuer, type and period, two drafts, outgoing documents."""

from __future__ import annotations

from datetime import date

import pytest

from db import directives, history, meetings, numbering, papers, settings, terms, units
from rules.numbering import Options
from rules.trouble import Refused
from tests.db import entries
from tests.db.numbers import CLOSED, own, series, two_terms

pytestmark = pytest.mark.usefixtures("office")

# -- the next number


def test_the_first_number_is_one_and_the_next_goes_up() -> None:
    first, second = entries.meeting("Một"), entries.meeting("Hai")
    assert numbering.proposed("notice", first) == 1
    assert numbering.take("notice", first) == 1
    assert papers.get("notice", first)["number"] == 1
    assert numbering.proposed("notice", second) == 2
    assert numbering.proposed("notice", first) == 1  # its own is not counted
    assert numbering.proposed("report", second) == 1  # another type, another series


def test_taking_is_one_named_change_and_goes_back() -> None:
    meeting = entries.meeting()
    before = history.digest()
    numbering.take("notice", meeting, 7)
    assert history.undo_label() == "Cấp số thông báo kết luận"
    history.undo()
    assert history.digest() == before
    assert numbering.proposed("notice", meeting) == 1
    history.redo()
    assert numbering.number_of("notice", meeting) == 7


def test_a_paper_without_a_code_is_not_numbered() -> None:
    meeting = entries.meeting()
    assert numbering.series_for("delegates", meeting) is None
    with pytest.raises(Refused, match="không lấy số"):
        numbering.proposed("delegates", meeting)
    with pytest.raises(Refused, match="không lấy số"):
        papers.save("delegates", meeting, {"number": 3})
    assert numbering.lines(series("notice", meeting)) == []


def test_two_drafts_never_get_one_number() -> None:
    first, second = entries.meeting("Hội nghị A"), entries.meeting("Hội nghị B")
    papers.save("notice", first, {"number": 5})
    before = history.digest()
    with pytest.raises(Refused) as refused:
        papers.save("notice", second, {"number": 5})
    assert "Số 05-TB/ĐUK đã cấp cho: Thông báo Hội nghị A" in refused.value.what
    assert "06" in refused.value.do
    with pytest.raises(Refused, match="Hội nghị A"):
        numbering.take("notice", second, 5)
    assert history.digest() == before
    papers.save("notice", first, {"number": 6})  # corrected: five is free again
    assert numbering.take("notice", second, 5) == 5


def test_two_papers_of_one_type_share_their_series() -> None:
    meeting = entries.meeting()
    assert numbering.take("notice", meeting) == 1
    assert numbering.take("summons_notice", meeting) == 2  # both are Thông báo
    assert series("notice", meeting) == series("summons_notice", meeting)


def test_a_number_may_be_cleared_while_it_is_a_slip() -> None:
    meeting = entries.meeting()
    papers.save("notice", meeting, {"number": 12})
    papers.save("notice", meeting, {"number": None})
    assert papers.get("notice", meeting)["number"] is None
    assert numbering.proposed("notice", meeting) == 1


# -- outgoing documents


def test_outgoing_documents_of_our_own_count_as_taken() -> None:
    plan = entries.directive(92)
    other = entries.directive(None, subject="khác")
    assert numbering.proposed("plan", other) == 93
    with pytest.raises(Refused, match="92-KH/ĐUK đã cấp cho: Kế hoạch"):
        numbering.take("plan", other, 92)
    assert numbering.take("plan", other) == 93
    assert directives.get(other)["number"] == 93
    assert papers.get("plan", other)["number"] == 93
    assert numbering.proposed("plan", plan) == 94


def test_documents_of_others_and_incoming_ones_do_not_count() -> None:
    entries.directive(300, direction="in")
    entries.directive(200, issuer=None, issuer_code="TU")
    mine = entries.directive(None)
    assert numbering.proposed("plan", mine) == 1
    theirs = entries.directive(7, issuer=None, issuer_code="TU")
    assert numbering.series_for("plan", theirs) is None


def test_old_documents_held_twice_are_shown_not_refused() -> None:
    entries.directive(92)
    entries.directive(92, issued="20/8/2019")
    row = series("plan", entries.directive(95))
    assert numbering.duplicates(row) == (92,)
    assert [line.number for line in numbering.lines(row)] == [92, 92, 93, 94, 95]
    (seen,) = numbering.overview()
    assert (seen.last, seen.next, seen.duplicates, seen.gaps) == (95, 96, (92,), (93, 94))


def test_a_paper_and_a_document_of_one_type_count_together() -> None:
    notice = entries.key("directive_type", "Thông báo")
    entries.directive(4, type=notice, issued="20/8/2019")
    meeting = entries.meeting()
    assert numbering.proposed("notice", meeting) == 5
    with pytest.raises(Refused, match="04-TB/ĐUK"):
        papers.save("notice", meeting, {"number": 4})


def test_decisions_and_regulations_share_one_series_unless_told_otherwise() -> None:
    kinds = {name: entries.key("directive_type", name) for name in ("Quyết định", "Quy định")}
    entries.directive(8, type=kinds["Quyết định"])
    rule = entries.directive(None, type=kinds["Quy định"])
    assert numbering.proposed("plan", rule) == 9
    numbering.set_options(Options(decisions_apart=True))
    assert numbering.proposed("plan", rule) == 1
    assert numbering.options().decisions_apart
    history.undo()
    assert numbering.proposed("plan", rule) == 9


def test_the_office_has_a_series_of_its_own() -> None:
    office = entries.unit("Văn phòng Đảng ủy Khối", "Văn phòng cấp ủy", symbol="VPĐUK")
    committee, mine = entries.directive(92), entries.directive(None, issuer=office, issuer_code="VPĐUK")
    assert numbering.proposed("plan", mine) == 1
    assert [series("plan", one).symbol for one in (mine, committee)] == ["VPĐUK", "ĐUK"]
    by_code = entries.directive(None, issuer_code="VPĐUK")  # the symbol tells who issued it
    assert series("plan", by_code) == series("plan", mine) != series("plan", committee)
    numbering.set_options(Options(office_by_year=True))
    assert series("plan", mine).period.label == "Năm 2019"
    assert series("plan", committee).period.label == "Nhiệm kỳ 2015 - 2020"


def test_a_new_symbol_goes_on_with_the_same_numbers() -> None:
    old = entries.directive(92)
    units.rename(own(), {"since": date(2020, 1, 1), "organization": "Đảng bộ mới", "symbol": "ĐU"})
    new = entries.directive(None, issuer_code="ĐU", issued="1/2/2020")
    assert series("plan", old) == series("plan", new)
    assert numbering.proposed("plan", new) == 93


# -- periods


def test_a_term_change_begins_again_with_one() -> None:
    two_terms()
    before = entries.meeting("Trước", day=date(2020, 6, 1))
    after = entries.meeting("Sau", day=date(2020, 8, 1))
    assert numbering.take("notice", before, 40) == 40
    assert numbering.proposed("notice", after) == 1
    assert numbering.take("notice", after) == 1
    papers.save("notice", before, {"signed": CLOSED})
    assert series("notice", before).period.label == "Nhiệm kỳ 2015 - 2020"
    papers.save("notice", before, {"signed": date(2020, 7, 4)})
    assert series("notice", before).period.label == "Nhiệm kỳ 2020 - 2025"
    assert numbering.proposed("notice", entries.meeting("Nữa", day=date(2020, 9, 1))) == 41


def test_a_day_of_signing_that_leads_to_a_held_number_is_refused() -> None:
    two_terms()
    before = entries.meeting("Trước", day=date(2020, 6, 1))
    after = entries.meeting("Sau", day=date(2020, 8, 1))
    for meeting in (before, after):
        papers.save("notice", meeting, {"number": 1})
    with pytest.raises(Refused, match="Số 01-TB/ĐUK đã cấp cho: Thông báo Sau"):
        papers.save("notice", before, {"signed": date(2020, 7, 20)})
    assert papers.get("notice", before)["signed"] is None


def test_a_numbered_draft_stays_in_its_period_when_the_meeting_is_put_off() -> None:
    two_terms()
    meeting = entries.meeting(day=date(2020, 6, 1))
    numbering.take("notice", meeting, 40)
    meetings.save({"day": date(2020, 8, 1)}, meeting)
    papers.save("notice", meeting, {"urgency": "KHẨN"})
    assert series("notice", meeting).period.label == "Nhiệm kỳ 2015 - 2020"
    assert numbering.proposed("report", meeting) == 1
    assert [line.number for line in numbering.lines(series("notice", meeting))] == [40]


def test_kinds_numbered_by_year_begin_again_in_january() -> None:
    numbering.set_options(Options(by_year=("Giấy mời",)))
    old = entries.meeting("Cũ", day=date(2019, 12, 30))
    new = entries.meeting("Mới", day=date(2020, 1, 4))
    for kind in ("invitation", "notice"):
        numbering.take(kind, old, 9)
    assert numbering.proposed("invitation", new) == 1
    assert numbering.proposed("notice", new) == 10


def test_a_state_office_begins_again_each_year() -> None:
    settings.save_office({"family": "state"})
    old, new = entries.meeting("Cũ", day=date(2019, 12, 30)), entries.meeting("Mới", day=date(2020, 1, 4))
    numbering.take("notice", old, 9)
    assert numbering.proposed("notice", new) == 1


def test_a_draft_for_a_meeting_to_come_is_numbered_in_the_period_of_today() -> None:
    this_year = date.today().year
    terms.save({"name": "nay", "since": date(2000, 1, 1)}, own())
    terms.save({"name": "sau", "since": date(this_year + 1, 1, 1)}, own())
    meeting = entries.meeting(day=date(this_year + 1, 3, 1))
    assert series("invitation", meeting).period.label == "Nhiệm kỳ nay"
