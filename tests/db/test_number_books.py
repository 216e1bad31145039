"""Congresses, reservations, annulled numbers, gaps, and what stays when a meeting goes."""

from __future__ import annotations

from datetime import date

import pytest

from db import directives, history, meetings, numbering, papers, units
from db.tables import TakenNumber
from rules.trouble import Refused
from tests.db import entries
from tests.db.numbers import congress, series, states, taken_by, two_terms

pytestmark = pytest.mark.usefixtures("office")

# -- congresses


def test_a_congress_has_one_series_for_all_its_types() -> None:
    meeting, usual = congress(), entries.meeting("Hội nghị")
    assert [numbering.take(kind, meeting) for kind in ("minutes", "resolution", "report")] == [1, 2, 3]
    assert numbering.take("minutes", usual) == 1
    assert [line.shown for line in numbering.lines(series("minutes", meeting))] == [
        "01-BB/ĐH", "02-NQ/ĐH", "03-BC/ĐH",
    ]  # fmt: skip
    with pytest.raises(Refused, match="02-NQ/ĐH"):
        papers.save("minutes", meeting, {"number": 2})
    assert numbering.proposed("minutes", congress("Đại hội khác")) == 1


def test_papers_that_call_a_congress_are_the_committees() -> None:
    meeting = congress()
    assert series("summons_circular", meeting).symbol == "ĐUK"
    assert series("invitation", meeting) == series("invitation", entries.meeting("Hội nghị"))


def test_documents_with_the_congress_symbol_stand_in_its_series() -> None:
    meeting = congress(day=date(2020, 7, 2))
    entries.directive(6, issuer_code="ĐH", issued="02/7/2020")
    entries.directive(7, issuer_code="ĐH", issued="12/6/2020")
    assert numbering.proposed("minutes", meeting) == 8
    entries.directive(30, issuer_code="ĐH", issued="02/7/2015")  # of a congress nobody entered
    assert numbering.proposed("minutes", meeting) == 8
    assert "Đại hội năm 2015" in [row.series.period.label for row in numbering.overview()]
    assert numbering.proposed("plan", entries.directive(None)) == 1


def test_a_meeting_that_becomes_a_congress_takes_its_numbers_along() -> None:
    meeting = entries.meeting()
    numbering.take("minutes", meeting, 5)
    meetings.save({"type": entries.key("meeting_type", "Đại hội đảng viên")}, meeting)
    assert [line.shown for line in numbering.lines(series("minutes", meeting)) if line.kind] == ["05-BB/ĐH"]


# -- keeping free, annulling


def test_a_reserved_number_is_passed_over_until_it_is_used() -> None:
    meeting, other = entries.meeting(), entries.meeting("Khác")
    kept = numbering.reserve(series("notice", meeting), "Ban Tổ chức")
    assert numbering.proposed("notice", meeting) == 2
    with pytest.raises(Refused, match="01-TB/ĐUK đang giữ cho: Ban Tổ chức"):
        numbering.take("notice", meeting, 1)
    assert numbering.use(kept, "notice", other) == 1
    assert papers.get("notice", other)["number"] == 1
    with pytest.raises(Refused):
        numbering.use(kept, "notice", meeting)


def test_a_reserved_number_goes_back_or_is_refused_elsewhere() -> None:
    meeting = entries.meeting()
    kept = numbering.reserve(series("notice", meeting), "Ban Tổ chức", 9)
    with pytest.raises(Refused, match="sổ khác"):
        numbering.use(kept, "report", meeting)
    with pytest.raises(Refused, match="09"):
        numbering.reserve(series("notice", meeting), "Người khác", 9)
    with pytest.raises(Refused, match="giữ số cho ai"):
        numbering.reserve(series("notice", meeting), " ")
    numbering.release(kept)
    assert numbering.proposed("notice", meeting) == 1
    numbering.take("notice", meeting)
    with pytest.raises(Refused, match="đang giữ trước"):
        numbering.release(taken_by("notice", meeting))


def test_a_number_kept_for_a_congress_or_an_earlier_term_stays_there() -> None:
    two_terms()
    meeting, old = congress(), entries.meeting(day=date(2019, 8, 21))
    numbering.reserve(series("minutes", meeting), "Ban kiểm phiếu", type_name="Biên bản")
    assert numbering.proposed("resolution", meeting) == 2
    (line,) = numbering.lines(series("minutes", meeting))
    assert (line.state, line.counted) == ("reserved", date(2019, 8, 21))
    numbering.reserve(series("notice", old), "Bổ sung sau")
    assert states(numbering.lines(series("notice", old))) == [(1, "reserved")]


def test_an_annulled_number_stays_and_is_never_given_again() -> None:
    meeting = entries.meeting()
    numbering.take("notice", meeting)
    with pytest.raises(Refused, match="lý do"):
        numbering.annul(taken_by("notice", meeting), "  ")
    numbering.annul(taken_by("notice", meeting), "Ghi nhầm loại văn bản")
    assert papers.get("notice", meeting)["number"] is None
    assert numbering.proposed("notice", meeting) == 2
    with pytest.raises(Refused, match="01-TB/ĐUK đã hủy: Ghi nhầm loại"):
        papers.save("notice", meeting, {"number": 1})
    assert numbering.take("notice", meeting) == 2
    first, second = numbering.lines(series("notice", meeting))
    assert (first.state, first.reason, first.subject) == (
        "annulled",
        "Ghi nhầm loại văn bản",
        "Hội nghị quán triệt",
    )
    assert second.state == "used"
    with pytest.raises(Refused, match="đã hủy rồi"):
        numbering.annul(first.id or 0, "lần nữa")


def test_the_number_of_a_document_is_annulled_and_the_document_may_take_another() -> None:
    plan = entries.directive(92)
    numbering.annul_document(plan, "Không ban hành")
    assert states(numbering.lines(series("plan", plan))) == [(92, "annulled")]
    with pytest.raises(Refused, match="đã hủy rồi"):
        numbering.annul_document(plan, "lần nữa")
    assert numbering.take("plan", plan) == 93
    assert states(numbering.lines(series("plan", plan))) == [(92, "annulled"), (93, "used")]
    directives.delete([plan])
    left = numbering.lines(series("plan", entries.directive(None)))
    assert states(left) == [(92, "annulled"), (93, "used")]
    with pytest.raises(Refused, match="không có số"):
        numbering.annul_document(entries.directive(5, direction="in"), "nhầm")


def test_gaps_are_shown_from_the_first_known_number() -> None:
    meeting, other = entries.meeting(), entries.meeting("Khác")
    numbering.take("notice", meeting, 40)  # the register begins in the middle of a term
    numbering.take("notice", other, 43)
    assert numbering.gaps(series("notice", meeting)) == (41, 42)
    assert states(numbering.lines(series("notice", meeting))) == [
        (40, "used"), (41, "skipped"), (42, "skipped"), (43, "used"),
    ]  # fmt: skip
    skipped = numbering.lines(series("notice", meeting))[1]
    assert (skipped.shown, skipped.subject, skipped.id) == ("41-TB/ĐUK", "", None)


def test_gaps_of_a_term_that_began_here_and_of_a_congress_count_from_one() -> None:
    two_terms()
    numbering.take("notice", entries.meeting("Cũ", day=date(2019, 8, 21)), 40)
    new = entries.meeting("Mới", day=date(2020, 9, 1))
    numbering.take("notice", new, 3)
    assert numbering.gaps(series("notice", new)) == (1, 2)
    meeting = congress()
    numbering.take("minutes", meeting, 2)
    assert numbering.gaps(series("minutes", meeting)) == (1,)


# -- what is deleted


def test_numbers_outlive_their_meeting() -> None:
    meeting, person = entries.meeting("Hội nghị A"), entries.person("Lê A")
    meetings.set_roles(meeting, "chair", [person])
    papers.save(
        "minutes", meeting, {"number": 5, "signed": date(2019, 8, 22), "recipients": ["Tỉnh ủy", "Lưu"]}
    )
    meetings.save({"title": "Hội nghị B"}, meeting)
    before = history.digest()
    assert "1 số văn bản đã cấp vẫn giữ trong sổ đăng ký." in meetings.hanging([meeting])
    meetings.delete([meeting])
    (line,) = numbering.lines(series("minutes", entries.meeting("Khác")))
    assert (line.shown, line.state, line.day) == ("05-BB/ĐUK", "used", date(2019, 8, 22))
    assert (line.subject, line.signer, line.sent_to) == ("Hội nghị B", "Lê A", "Tỉnh ủy; Lưu")
    history.undo()
    history.undo()
    assert history.digest() == before
    assert numbering.number_of("minutes", meeting) == 5


def test_numbers_outlive_their_document_until_it_is_entered_anew() -> None:
    plan, other = entries.directive(92, subject="về đại hội", signer="Lê A"), entries.directive(None)
    entries.directive(300, direction="in")
    before = history.digest()
    assert "1 số văn bản đã cấp vẫn giữ trong sổ đăng ký." in directives.hanging([plan])
    directives.delete([plan])
    (line,) = numbering.lines(series("plan", other))
    assert (line.shown, line.state, line.subject, line.signer) == ("92-KH/ĐUK", "used", "về đại hội", "Lê A")
    assert numbering.proposed("plan", other) == 93
    with pytest.raises(Refused, match="92-KH/ĐUK đã cấp cho: Kế hoạch về đại hội"):
        numbering.take("plan", other, 92)
    history.undo()
    assert history.digest() == before
    history.redo()
    again = entries.directive(92)
    assert [one.directive for one in numbering.lines(series("plan", other))] == [again]
    assert numbering.duplicates(series("plan", other)) == ()
    directives.delete([row.id for row in directives.rows(direction="in")])
    assert len(numbering.overview()) == 1


def test_numbers_of_a_congress_stay_together_when_it_is_deleted() -> None:
    meeting = congress("Đại hội lần thứ IV")
    for kind in ("minutes", "resolution"):
        numbering.take(kind, meeting)
    meetings.delete([meeting])
    (seen,) = numbering.overview()
    assert (seen.series.symbol, seen.series.period.label, seen.last) == ("ĐH", "Đại hội lần thứ IV", 2)


def test_numbers_of_a_body_that_is_gone_stay() -> None:
    office = entries.unit("Văn phòng Đảng ủy Khối", "Văn phòng cấp ủy", symbol="VPĐUK")
    mine = entries.directive(3, issuer=office, issuer_code="VPĐUK")
    numbering.annul_document(mine, "Hủy")
    directives.delete([mine])
    units.delete([office])
    (seen,) = numbering.overview()
    assert (seen.series.symbol, seen.annulled) == ("VPĐUK", (3,))


def test_the_overview_has_the_newest_period_first() -> None:
    two_terms()
    for day, kind, number in (
        (date(2019, 8, 21), "notice", 40),
        (date(2019, 8, 21), "report", 12),
        (date(2020, 9, 1), "notice", 1),
    ):
        numbering.take(kind, entries.meeting(day=day), number)
    assert [row.series.title for row in numbering.overview()] == [
        "Thông báo · ĐUK · Nhiệm kỳ 2020 - 2025",
        "Thông báo · ĐUK · Nhiệm kỳ 2015 - 2020",
        "Báo cáo · ĐUK · Nhiệm kỳ 2015 - 2020",
    ]
    assert TakenNumber.select().count() == 3
