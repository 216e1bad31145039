from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from db import (
    agenda,
    attendance,
    directives,
    facts,
    history,
    invitations,
    meetings,
    papers,
    people,
    plans,
    produced,
    settings,
    units,
)
from db.papers import Signed
from db.tables import Meeting
from rules.facts import Filed, Group, Listing, Marks, Plan
from rules.facts import Meeting as MeetingFacts
from rules.trouble import Refused
from tests.db import entries
from tests.db.asked import counted
from tests.db.numbers import congress


def conference() -> MeetingFacts:
    meeting = Meeting.get(Meeting.day == date(2019, 8, 21))
    found = facts.gather("minutes", meeting.id)
    assert isinstance(found, MeetingFacts)
    return found


def plan_92() -> Plan:
    (row,) = directives.rows("92-KH/ĐUK")
    found = facts.gather("plan", row.id)
    assert isinstance(found, Plan)
    return found


@pytest.mark.usefixtures("sampled")
def test_minutes_name_everyone_as_on_the_day() -> None:
    minutes = conference()
    assert [(one.name, one.title) for one in minutes.chairs] == [
        ("Lê Hồng Quân", "Ủy viên Ban Thường vụ Tỉnh ủy, Bí thư Đảng ủy Khối các cơ quan tỉnh")
    ]
    (presenter,) = minutes.presenters
    assert presenter.title == "Phó Bí thư Đảng ủy Khối các cơ quan tỉnh"
    assert [one.symbol for one in minutes.materials] == ["35-CT/TW", "129-KH/TU", "92-KH/ĐUK"]
    assert minutes.head.superior == "Đảng bộ tỉnh Mẫu"
    assert minutes.organiser == minutes.head.issuer == "Đảng ủy Khối các cơ quan tỉnh"
    assert [len(one.tasks) for one in minutes.conclusions] == [10]
    assert len(minutes.conclusions[0].tasks[2].directives) == 3


@pytest.mark.usefixtures("sampled")
def test_what_is_not_known_stays_empty() -> None:
    minutes = conference()
    assert (minutes.starts, minutes.ends, minutes.place) == ("", "", "")
    assert minutes.secretaries == ()
    assert (minutes.head.number, minutes.head.signed) == (None, None)
    assert {one.state for one in minutes.attendees} == {""}
    assert minutes.signatures[0].name is None
    assert plan_92().signatures[0].name is None


@pytest.mark.usefixtures("sampled")
def test_minutes_are_few_questions_however_many_people() -> None:
    with counted() as asked:
        minutes = conference()
    assert len(minutes.attendees) == 299
    assert len(asked) <= 26


@pytest.mark.usefixtures("office")
def test_groups_and_attendees_agree() -> None:
    meeting = entries.meeting()
    here = [entries.person(f"Lê {name}") for name in ("An", "Bình", "Dũng")]
    other = entries.person("Lê Chi")
    from db import audiences  # beside its use

    ids = [audiences.save({"name": name, "people": here[:2]}) for name in ("Một", "Hai")]
    meetings.set_audiences(meeting, ids)
    meetings.invite(meeting)
    invitations.add(meeting, here[2:], guest=True)
    attendance.substitute(meeting, here[0], other)
    attendance.mark(meeting, here[1:2], "excused", reason="Ốm")
    minutes = facts.gather("delegates", meeting)
    assert isinstance(minutes, MeetingFacts)
    assert minutes.groups == (Group("Một", 2, 1), Group("Hai", 2, 1))
    first, second, guest = minutes.attendees
    assert (first.groups, first.state) == (("Một", "Hai"), "substitute")
    assert first.substitute is not None
    assert first.substitute.name == "Lê Chi"
    assert (second.state, second.reason) == ("excused", "Ốm")
    assert (guest.guest, guest.groups) == (True, ())


@pytest.mark.usefixtures("office")
def test_minutes_of_another_organiser_and_with_kept_signatures() -> None:
    where = entries.unit("Đảng bộ A", committee="Đảng ủy A")
    units.rename(where, {"since": date(2020, 1, 1), "organization": "Đảng bộ B", "committee": "Đảng ủy B"})
    meeting, writer = entries.meeting(organiser=where), entries.person("Lê C")
    papers.save(
        "minutes",
        meeting,
        {"number": 7, "signed": date(2019, 8, 23), "signatures": (Signed("THƯ KÝ", "", writer),)},
    )
    minutes = facts.gather("minutes", meeting)
    assert isinstance(minutes, MeetingFacts)
    assert minutes.organiser == "Đảng ủy A"
    assert (minutes.head.number, minutes.head.signed) == (7, date(2019, 8, 23))
    assert [one.name for one in minutes.signatures] == ["Lê C"]


@pytest.mark.usefixtures("sampled")
def test_a_plan_says_its_bases_windows_and_prose() -> None:
    plan = plan_92()
    assert (plan.head.number, plan.head.signed, plan.head.symbol) == (92, date(2019, 8, 19), "ĐUK")
    assert plan.issuer == "Ban Thường vụ Đảng ủy Khối các cơ quan tỉnh"
    assert [base.symbol for base in plan.bases] == ["35-CT/TW", "129-KH/TU"]
    assert {"purpose", "requirements", "organisation"} <= set(plan.sections)
    assert [item.phase for item in plan.items] == ["before"] * 2 + ["during"] * 6 + ["after"] * 2


@pytest.mark.usefixtures("office")
def test_the_plan_of_the_province_has_no_line_above() -> None:
    province = units.rows("tinh mau")[0].id
    row = entries.directive(129, issuer=province, issuer_code="TU", issued="7/2019", signer="Nguyễn Văn Mẫu")
    plans.save({"content": "Việc"}, row)
    plan = facts.gather("plan", row)
    assert isinstance(plan, Plan)
    assert (plan.head.superior, plan.head.issuer) == ("", "Tỉnh ủy")
    assert plan.head.signed is None
    assert plan.signatures[0].name == "Nguyễn Văn Mẫu"


@pytest.mark.usefixtures("sampled")
@pytest.mark.parametrize(
    ("kind", "count"), [("units", 141), ("people", 300), ("directives", 7), ("meetings", 3)]
)
def test_a_register_is_listed_whole(kind: str, count: int) -> None:
    listing = facts.gather(kind)
    assert isinstance(listing, Listing)
    assert len(listing.rows) == count
    assert {len(row) for row in listing.rows} == {len(listing.columns)}
    assert listing.footer.startswith(f"Tổng số: {count} ")
    assert listing.head.issuer == "Đảng ủy Khối các cơ quan tỉnh"
    assert listing.title == listing.head.type_name


@pytest.mark.usefixtures("office")
def test_a_record_that_is_gone_or_not_named_is_refused() -> None:
    for kind in ("minutes", "plan"):
        with pytest.raises(Refused):
            facts.gather(kind, 999)
        with pytest.raises(Refused, match="Chưa chọn mục"):
            facts.gather(kind)
    with pytest.raises(KeyError):
        facts.gather("poem", 1)


@pytest.mark.usefixtures("sampled")
def test_gathering_writes_nothing() -> None:
    before = history.digest()
    conference()
    plan_92()
    facts.gather("people")
    assert history.digest() == before
    assert len(people.rows()) == 300


@pytest.mark.usefixtures("office")
def test_a_paper_is_headed_by_its_entry_of_the_catalogue_with_its_marks() -> None:
    settings.save_office({"family": "state"})
    meeting = entries.meeting("Hội nghị A", ordinal="12")
    papers.save("notice", meeting, {"urgency": "KHẨN", "draft": 2, "form": "PARTY-2018", "duplex": True})
    notice = facts.gather("notice", meeting)
    assert isinstance(notice, MeetingFacts)
    assert (notice.head.type_name, notice.head.type_code, notice.head.symbol) == ("Thông báo", "TB", "ĐUK")
    assert (notice.head.family, notice.head.form) == ("state", "PARTY-2018")
    assert notice.head.marks == Marks(urgency="KHẨN", draft=2, duplex=True)
    assert notice.ordinal == "12"
    assert notice.office is not None
    assert (notice.office.superior_committee, notice.office.family) == ("Tỉnh ủy", "state")
    delegates = facts.gather("delegates", meeting)
    assert isinstance(delegates, MeetingFacts)
    assert (delegates.head.type_name, delegates.head.type_code) == ("Danh sách", "")


@pytest.mark.usefixtures("office")
def test_a_congress_issues_its_own_papers() -> None:
    meeting = congress("Đại hội", ordinal="IV")
    minutes, called = (facts.gather(kind, meeting) for kind in ("minutes", "invitation"))
    assert isinstance(minutes, MeetingFacts)
    assert isinstance(called, MeetingFacts)
    name = "Đại hội đại biểu Đảng bộ Khối các cơ quan tỉnh lần thứ IV"
    assert (minutes.head.superior, minutes.head.issuer, minutes.head.symbol) == ("", name, "ĐH")
    assert (called.head.superior, called.head.symbol) == ("Đảng bộ tỉnh Mẫu", "ĐUK")


@pytest.mark.usefixtures("office")
def test_the_congress_of_another_unit_bears_that_units_name() -> None:
    where = entries.unit("Đảng bộ Sở Y tế", committee="Đảng ủy Sở Y tế")
    minutes = facts.gather("minutes", congress("Đại hội", ordinal="II", organiser=where))
    assert isinstance(minutes, MeetingFacts)
    assert minutes.head.issuer == "Đại hội đại biểu Đảng bộ Sở Y tế lần thứ II"


@pytest.mark.usefixtures("office")
def test_the_file_of_a_meeting_holds_its_papers_then_its_documents(tmp_path: Path) -> None:
    plan = entries.directive(92, subject="về đại hội")
    meeting = entries.meeting()
    agenda.save({"title": "Quán triệt", "directives": (plan,)}, meeting)
    papers.save("minutes", meeting, {"number": 5, "signed": date(2019, 8, 22)})
    papers.save("notice", meeting, {"signed": date(2019, 8, 23)})
    papers.save("report", meeting, {"sections": {"closing": "Hết."}})  # neither number nor day: not there yet
    produced.register("delegates", meeting, tmp_path / "ds.docx", "0" * 64, "", {})
    found = facts.gather("minutes", meeting)
    assert isinstance(found, MeetingFacts)
    issuer = "Đảng ủy Khối các cơ quan tỉnh"
    assert found.filed == (
        Filed("Danh sách đại biểu", "", None, issuer, kind="delegates"),
        Filed("Biên bản hội nghị", "05-BB/ĐUK", date(2019, 8, 22), issuer, kind="minutes"),
        Filed("Thông báo kết luận", "", date(2019, 8, 23), issuer, kind="notice"),
        Filed("Kế hoạch về đại hội", "92-KH/ĐUK", date(2019, 8, 19), f"Ban Thường vụ {issuer}"),
    )


@pytest.mark.usefixtures("office")
def test_a_plan_carries_marks_wording_and_office() -> None:
    plan = entries.directive(92, urgency="express")
    found = facts.gather("plan", plan)
    assert isinstance(found, Plan)
    assert found.head.marks.urgency == "HỎA TỐC"
    assert found.office is not None
    papers.save("plan", plan, {"urgency": "KHẨN", "form": "PARTY-2026", "place_name": "Thành phố Mẫu"})
    found = facts.gather("plan", plan)
    assert isinstance(found, Plan)
    assert (found.head.marks.urgency, found.head.form) == ("KHẨN", "PARTY-2026")
    assert found.head.place_name == "Thành phố Mẫu"
