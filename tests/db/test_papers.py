from __future__ import annotations

from datetime import date

import pytest

from db import directives, history, meetings, papers, settings, units
from db.papers import Signed
from rules import markers
from rules.trouble import Refused
from tests.db import entries

pytestmark = pytest.mark.usefixtures("office")


def test_minutes_propose_writer_on_the_left_and_chair_on_the_right() -> None:
    meeting = entries.meeting()
    chair, other, writer = (entries.person(name) for name in ("Lê A", "Lê B", "Lê C"))
    meetings.set_roles(meeting, "chair", [chair, other])
    assert papers.get("minutes", meeting)["signatures"] == (
        Signed("NGƯỜI GHI BIÊN BẢN", "", None),
        Signed("CHỦ TRÌ HỘI NGHỊ", "", chair),
    )
    meetings.set_roles(meeting, "secretary", [writer])
    assert papers.get("minutes", meeting)["signatures"][0].person == writer
    assert papers.get("minutes", meeting)["recipients"] == ("Lưu Văn phòng Đảng ủy",)


def test_a_plan_proposes_its_collective_and_those_above_and_below() -> None:
    proposed = papers.get("plan", entries.directive())
    assert proposed["signatures"] == (Signed("T/M BAN THƯỜNG VỤ", "BÍ THƯ", None),)
    assert proposed["recipients"][0] == "Tỉnh ủy (để báo cáo)"
    assert proposed["recipients"][-1] == "Lưu Văn phòng Đảng ủy"
    whole = entries.directive(93, organ="Ban Chấp hành")
    assert papers.get("plan", whole)["signatures"][0].authority == "T/M ĐẢNG ỦY"
    settings.put("spelling", "uỷ")
    assert papers.get("plan", whole)["signatures"][0].authority == "T/M ĐẢNG UỶ"


def test_names_that_look_like_fields_are_proposed_as_names() -> None:
    own = settings.own_unit()
    assert own is not None
    above = settings.parent_of(own)
    assert above is not None
    for unit in (own, above):
        units.save(units.get(unit) | {"committee": "Ủy {{Tên hội nghị}}"}, unit)
    for kind, record in (("minutes", entries.meeting()), ("plan", entries.directive())):
        sent = papers.get(kind, record)["recipients"]
        assert not [one for line in sent for one in markers.markers(line)]
        assert "Ủy { {Tên hội nghị} }" in " ".join(sent)


def test_what_is_kept_comes_back_and_the_rest_stays_proposed() -> None:
    meeting, writer = entries.meeting(), entries.person("Lê C")
    papers.save("minutes", meeting, {"number": 12, "signed": date(2019, 8, 22)})
    papers.save("minutes", meeting, {"sections": {"proceedings": "Dòng một\nDòng hai", "press": "Báo Mẫu"}})
    papers.save("minutes", meeting, {"sections": {"press": " "}, "place_name": "Thành phố Mẫu"})
    kept = papers.get("minutes", meeting)
    assert (kept["number"], kept["signed"], kept["place_name"]) == (12, date(2019, 8, 22), "Thành phố Mẫu")
    assert kept["sections"] == {"proceedings": "Dòng một\nDòng hai"}
    assert len(kept["signatures"]) == 2
    papers.save(
        "minutes",
        meeting,
        {"signatures": (Signed("THƯ KÝ", "", writer),), "recipients": ["Như trên", "", "Lưu"]},
    )
    kept = papers.get("minutes", meeting)
    assert kept["signatures"] == (Signed("THƯ KÝ", "", writer),)
    assert kept["recipients"] == ("Như trên", "Lưu")
    papers.save("minutes", meeting, {"recipients": ("Lưu",)})
    assert papers.get("minutes", meeting)["recipients"] == ("Lưu",)


def test_the_same_values_again_are_no_change() -> None:
    meeting = entries.meeting("Hội nghị A")
    values = {"number": 3, "sections": {"press": "Báo"}, "recipients": ("Lưu",)}
    papers.save("minutes", meeting, values)
    assert history.undo_label() == "Sửa biên bản hội nghị: Hội nghị A"
    count = len(history.recent())
    papers.save("minutes", meeting, values)
    assert len(history.recent()) == count


def test_number_and_day_must_be_possible() -> None:
    meeting = entries.meeting()
    with pytest.raises(Refused, match="Số văn bản"):
        papers.save("minutes", meeting, {"number": 0})
    with pytest.raises(Refused, match="Không có ngày"):
        papers.save("minutes", meeting, {"signed": "31/02/2020"})


def test_a_list_of_rows_is_kept_nowhere() -> None:
    with pytest.raises(ValueError, match="units"):
        papers.get("units", 1)


MARKS = {
    "urgency": "KHẨN",
    "circulation": "TÀI LIỆU HỘI NGHỊ",
    "draft": 2,
    "drafter": "NguyenVanAn-26",
    "contact": "Số 1, đường Mẫu",
    "sheet": "A5",
    "duplex": True,
    "form": "PARTY-2018",
}


@pytest.mark.parametrize("kind", ["notice", "plan"])
def test_the_marks_of_a_paper_come_back(kind: str) -> None:
    record = entries.directive() if kind == "plan" else entries.meeting()
    blanks = papers.get(kind, record)
    assert [blanks[name] for name in MARKS] == ["", "", None, "", "", "A4", False, ""]
    papers.save(kind, record, MARKS)
    assert {name: papers.get(kind, record)[name] for name in MARKS} == MARKS
    papers.save(kind, record, {"draft": None, "sheet": ""})
    kept = papers.get(kind, record)
    assert (kept["draft"], kept["sheet"], kept["urgency"]) == (None, "A4", "KHẨN")
    with pytest.raises(Refused, match="Dự thảo lần"):
        papers.save(kind, record, {"draft": 100})


def test_a_signer_outside_the_register_keeps_the_name() -> None:
    meeting = entries.meeting()
    papers.save("notice", meeting, {"signatures": [("T/M BAN THƯỜNG VỤ", "BÍ THƯ", None, " Lê  Tên ")]})
    assert papers.get("notice", meeting)["signatures"] == (
        Signed("T/M BAN THƯỜNG VỤ", "BÍ THƯ", None, "Lê Tên"),
    )


def test_number_and_day_of_a_plan_are_those_of_its_document() -> None:
    plan = entries.directive(None, issued="tháng 8/2019")
    assert papers.get("plan", plan)["signed"] is None
    papers.save("plan", plan, {"signed": None})  # nothing new: the month stays
    assert directives.get(plan)["issued"].words == "tháng 8/2019"
    papers.save("plan", plan, {"number": 93, "signed": date(2019, 8, 19)})
    (row,) = directives.rows(ids=[plan])
    assert row.symbol == "93-KH/ĐUK"
    assert row.issued is not None
    assert (row.issued.words, row.issued.earliest) == ("19/8/2019", date(2019, 8, 19))
    assert (papers.get("plan", plan)["number"], papers.get("plan", plan)["signed"]) == (93, date(2019, 8, 19))
    with pytest.raises(Refused, match="93-KH/ĐUK"):
        papers.save("plan", entries.directive(None), {"number": 93})
