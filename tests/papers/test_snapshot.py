"""Facts as words by label, such that a change of a fact is a change of its words and of nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from papers import snapshot
from rules.dates import parse_vague
from rules.facts import (
    AgendaItem,
    Attendee,
    Conclusion,
    Directive,
    Filed,
    Group,
    Head,
    ListColumn,
    Listing,
    Marks,
    Meeting,
    Person,
    Plan,
    PlanItem,
    Signature,
    Speech,
    Task,
)
from rules.snapshots import changes

HEAD = Head("Đảng bộ tỉnh", "Đảng ủy Khối", "Mẫu", "Biên bản", "BB", "ĐUK", 5, date(2019, 8, 22), "")
AN, BINH = Person("Lê An", "Bí thư", "Chi bộ A"), Person("Vũ Bình", "Phó Bí thư", "Chi bộ B")
MEETING = Meeting(
    HEAD, "Hội nghị thử", "Hội nghị khác", "", date(2019, 8, 21), "morning", "08:00", "", "Hội trường",
    (AN,), (), (), (), (), (Attendee(AN, state="present"), Attendee(BINH)), (AgendaItem("Khai mạc"),), (),
    (Conclusion("Yêu cầu:", tasks=(Task("Lập kế hoạch"), Task("Họp chi bộ"))),),
    {"press": "Báo Mẫu", "reasons": "Theo chương trình năm"},
    (Signature("T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Lê An"),),
    ("Tỉnh ủy", "Lưu Văn phòng"),
)  # fmt: skip
PLAN = Plan(
    HEAD, Directive("Kế hoạch", "92-KH/ĐUK"), "Ban Thường vụ", (), {"purpose": "Quán triệt."},
    (PlanItem("Họp báo cáo viên", lead="Ban Tuyên giáo", time=parse_vague("tháng 9/2019")),), (), ("Lưu",),
)  # fmt: skip


def labels(before: Meeting, after: Meeting) -> list[str]:
    return [one.label for one in changes(snapshot.of(before), snapshot.of(after))]


def test_known_facts_stand_under_the_names_of_the_fields() -> None:
    said = snapshot.of(MEETING)
    assert said["Tên hội nghị"] == "Hội nghị thử"
    assert said["Số ký hiệu"] == "05-BB/ĐUK"
    assert said["Ngày ký"] == "22/8/2019"
    assert said["Nhiệm vụ"].splitlines() == ["Lập kế hoạch", "Họp chi bộ"]
    assert said["Đại biểu"].splitlines()[0] == "Lê An · Bí thư · Chi bộ A · Có mặt"
    assert said["Người ký"] == "T/M BAN THƯỜNG VỤ · BÍ THƯ · Lê An"
    assert said["Nơi nhận"] == "Tỉnh ủy\nLưu Văn phòng"
    assert said["Cơ quan báo chí"] == "Báo Mẫu"
    assert all(words.strip() and "……" not in words for words in said.values())


def test_what_is_unknown_is_not_there_and_comes_as_news() -> None:
    blank = replace(MEETING, place="", head=replace(HEAD, number=None, signed=None))
    said = snapshot.of(blank)
    assert not {"Địa điểm", "Ngày ký"} & set(said)
    assert said["Số ký hiệu"] == "…-BB/ĐUK"
    (place,) = [one for one in changes(snapshot.of(blank), snapshot.of(MEETING)) if one.label == "Địa điểm"]
    assert (place.before, place.after) == ("", "Hội trường")


@pytest.mark.parametrize(
    ("field", "value", "label"),
    [
        ("title", "Hội nghị khác tên", "Tên hội nghị"),
        ("type_name", "Hội nghị giao ban", "Loại hội nghị"),
        ("ordinal", "19", "Lần thứ"),
        ("organiser", "Ban Tổ chức", "Cơ quan tổ chức"),
        ("day", date(2019, 8, 22), "Ngày họp"),
        ("part_of_day", "afternoon", "Buổi"),
        ("starts", "08:30", "Giờ bắt đầu"),
        ("ends", "11:30", "Giờ kết thúc"),
        ("place", "Phòng họp", "Địa điểm"),
        ("chairs", (BINH,), "Chủ trì"),
        ("secretaries", (BINH,), "Thư ký"),
        ("presenters", (BINH,), "Báo cáo viên"),
        ("materials", (Directive("Chỉ thị", "35-CT/TW"),), "Văn bản"),
        ("groups", (Group("Bí thư", 2, 1),), "Nhóm"),
        ("attendees", (Attendee(AN, state="present"),), "Đại biểu"),
        ("agenda", (AgendaItem("Khai mạc", starts="08:00"),), "Chương trình"),
        ("speeches", (Speech(AN, "Nhất trí."),), "Ý kiến"),
        ("conclusions", (), "Nhiệm vụ"),
        ("sections", {"press": "Báo khác"}, "Cơ quan báo chí"),
        ("wording", {"closing": "Kết thúc."}, "Câu chữ: closing"),
        ("recipients", ("Lưu Văn phòng",), "Nơi nhận"),
        ("signatures", (), "Người ký"),
    ],
)
def test_every_fact_that_changes_is_told(field: str, value: Any, label: str) -> None:
    assert label in labels(MEETING, replace(MEETING, **{field: value}))


@pytest.mark.parametrize(
    ("head", "label"),
    [
        (replace(HEAD, number=6), "Số ký hiệu"),
        (replace(HEAD, signed=date(2019, 8, 23)), "Ngày ký"),
        (replace(HEAD, place_name="Thành phố Mẫu"), "Địa danh"),
        (replace(HEAD, marks=Marks(urgency="KHẨN")), "Mức độ khẩn"),
        (replace(HEAD, marks=Marks(duplex=True)), "In hai mặt"),
    ],
)
def test_a_change_of_the_head_is_told_once(head: Head, label: str) -> None:
    assert labels(MEETING, replace(MEETING, head=head)) == [label]


def test_the_same_fact_in_other_words_is_not_told_again() -> None:
    assert labels(MEETING, replace(MEETING, place="Phòng họp")) == ["Địa điểm"]
    assert labels(MEETING, replace(MEETING, recipients=("Lưu Văn phòng",))) == ["Nơi nhận"]


def test_what_lies_in_the_file_is_a_fact_of_its_index_alone() -> None:
    more = replace(MEETING, filed=(Filed("Giấy mời", "01-GM/ĐUK", date(2019, 8, 15)),))
    assert snapshot.of(more, "file_index")["Hồ sơ"] == "Giấy mời · 01-GM/ĐUK · 15/8/2019"
    assert labels(MEETING, more) == []


def test_a_row_that_moves_has_not_changed_the_others() -> None:
    first, second = MEETING.conclusions[0].tasks
    new = replace(MEETING, conclusions=(Conclusion("Yêu cầu:", tasks=(Task("Việc mới"), first, second)),))
    told = {one.label: one for one in changes(snapshot.of(MEETING), snapshot.of(new))}
    assert told["Nhiệm vụ"].added == ("Việc mới",)
    assert told["Nhiệm vụ"].removed == ()


def test_own_prose_is_named_as_the_wording_names_it() -> None:
    from rules import wordings

    found = wordings.worded("submission")
    assert found is not None
    line = next(line for line in found.lines if line.own)
    typed = replace(MEETING, sections={line.key: "Theo chương trình công tác năm"})
    assert snapshot.of(typed, "submission")[line.label] == "Theo chương trình công tác năm"


def test_a_plan_tells_its_schedule() -> None:
    said = snapshot.of(PLAN)
    assert said["Công việc"] == "Họp báo cáo viên · Ban Tuyên giáo · tháng 9/2019"
    assert "Quán triệt." in said.values()


def test_a_listing_tells_its_rows_up_to_a_limit() -> None:
    columns = (ListColumn("TT"), ListColumn("Tên"))
    short = Listing(HEAD, "Đơn vị", "Tất cả", columns, ((1, "Chi bộ A"), (2, "Chi bộ B")), "Tổng số: 2")
    said = snapshot.of(short)
    assert (said["Số dòng"], said["Các dòng"]) == ("2", "Chi bộ A\nChi bộ B")
    rows = tuple((place, "x") for place in range(snapshot.MOST + 1))
    assert "Các dòng" not in snapshot.of(replace(short, rows=rows))


def test_recipients_are_told_as_they_print() -> None:
    sent = replace(MEETING, recipients=("Các đồng chí dự {{Tên hội nghị}}", "Lưu {{Văn phòng}}"))
    said = snapshot.of(sent)["Nơi nhận"]
    assert said.splitlines() == ["Các đồng chí dự Hội nghị thử", "Lưu Văn phòng Đảng ủy Khối"]
    assert labels(sent, replace(sent, title="Hội nghị khác tên"))[-1] == "Nơi nhận"


def test_a_list_without_an_ordinal_keeps_its_first_column() -> None:
    columns = (ListColumn("Số, ký hiệu văn bản", 30), ListColumn("Ghi chú", 30))
    book = Listing(HEAD, "Sổ", "", columns, (("THÔNG BÁO",), ("01-TB/ĐUK", "Trùng số")), "")
    assert snapshot.of(book)["Các dòng"] == "THÔNG BÁO\n01-TB/ĐUK · Trùng số"


def test_a_bundle_says_the_meeting_once_and_each_paper_apart() -> None:
    first = {"Địa điểm": "Hội trường A", "Số ký hiệu": "01-GM/ĐUK"}
    second = {"Địa điểm": "Hội trường A", "Số ký hiệu": "05-TB/ĐUK"}
    assert snapshot.of_bundle([("Giấy mời", first), ("Thông báo", second)], ["01.docx", "02.docx"]) == {
        "Tệp bên trong": "01.docx\n02.docx",
        "Địa điểm": "Hội trường A",
        "Giấy mời: Số ký hiệu": "01-GM/ĐUK",
        "Thông báo: Số ký hiệu": "05-TB/ĐUK",
    }
