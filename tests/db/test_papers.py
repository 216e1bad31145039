from __future__ import annotations

from datetime import date

import pytest

from db import history, meetings, papers, settings
from db.papers import Signed
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
    assert papers.get("minutes", meeting)["recipients"] == ("Lưu Văn phòng",)


def test_a_plan_proposes_its_collective_and_those_above_and_below() -> None:
    proposed = papers.get("plan", entries.directive())
    assert proposed["signatures"] == (Signed("T/M BAN THƯỜNG VỤ", "BÍ THƯ", None),)
    assert proposed["recipients"][0] == "Tỉnh ủy (để báo cáo)"
    assert proposed["recipients"][-1] == "Lưu Văn phòng"
    whole = entries.directive(93, organ="Ban Chấp hành")
    assert papers.get("plan", whole)["signatures"][0].authority == "T/M ĐẢNG ỦY"
    settings.put("spelling", "uỷ")
    assert papers.get("plan", whole)["signatures"][0].authority == "T/M ĐẢNG UỶ"


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
