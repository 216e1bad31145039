from __future__ import annotations

from datetime import date

import pytest

from db import directives, facts, meetings, numbering, papers, registers, settings, terms, wordings
from rules.facts import Listing
from rules.numbering import Options, Period
from tests.db import entries
from tests.db.numbers import congress, series, taken_by, two_terms

pytestmark = pytest.mark.usefixtures("office")

DAY = date(2019, 8, 21)
ALL = Period("Tất cả")


def notice_type() -> int:
    return entries.key("directive_type", "Thông báo")


def column(listing: Listing, title: str) -> list[object]:
    place = [one.title for one in listing.columns].index(title)
    return [row[place] for row in listing.rows]


def numbers(listing: Listing) -> list[object]:
    return column(listing, "Số, ký hiệu văn bản")


def arrived(number: int, day: date, **values: object) -> int:
    given = {"issuer": settings.parent_of(settings.own_unit() or 0), "issuer_code": "TU", "direction": "in"}
    place = {"arrival_number": number, "arrival_date": day}
    return entries.directive(**{"number": 100 + number, **given, **place, **values})


@pytest.mark.parametrize("kind", ["register_out", "register_in"])
def test_a_register_has_ten_columns_and_may_be_empty(kind: str) -> None:
    listing = facts.gather(kind)
    assert isinstance(listing, Listing)
    assert len(listing.columns) == 10
    assert listing.rows == ()
    assert listing.footer.startswith("Tổng số: 0 văn bản")
    assert listing.head.issuer == "Đảng ủy Khối các cơ quan tỉnh"


def test_documents_and_papers_stand_by_number_within_their_type() -> None:
    entries.directive(92, subject="về đại hội", signer="Lê A", sent_to="Tỉnh ủy; Lưu Văn phòng", copies=12)
    entries.directive(3, type=notice_type(), issued="05/9/2019", forwarded="06/9/2019")
    meeting, writer = entries.meeting("Hội nghị A"), entries.person("Lê B")
    given = {"number": 4, "signed": date(2019, 9, 6), "recipients": ["Tỉnh ủy", "Lưu Văn phòng"]}
    papers.save("notice", meeting, {**given, "signatures": [("T/M BAN THƯỜNG VỤ", "BÍ THƯ", writer)]})
    listing = registers.outgoing()
    assert numbers(listing) == ["03-TB/ĐUK", "04-TB/ĐUK", "92-KH/ĐUK"]
    assert column(listing, "Ngày tháng văn bản") == ["05/9/2019", "06/9/2019", "19/8/2019"]
    assert column(listing, "Người ký") == ["", "Lê B", "Lê A"]
    assert column(listing, "Nơi nhận văn bản") == ["", "Tỉnh ủy", "Tỉnh ủy"]
    assert column(listing, "Đơn vị, người nhận bản lưu") == ["", "Văn phòng", "Văn phòng"]
    assert column(listing, "Số lượng bản") == [None, None, 12]
    assert column(listing, "Ngày chuyển") == ["06/9/2019", "", ""]
    assert column(listing, "Tên loại và trích yếu nội dung văn bản")[2] == "Kế hoạch về đại hội"
    assert listing.footer == "Tổng số: 3 văn bản đi."


def test_annulled_reserved_and_skipped_numbers_are_lines_of_their_own() -> None:
    first, second = entries.meeting("Một"), entries.meeting("Hai")
    numbering.take("notice", first, 4)
    numbering.annul(taken_by("notice", first), "Ghi nhầm loại")
    numbering.take("notice", second, 6)
    numbering.reserve(series("notice", second), "Ban Tổ chức")
    listing = registers.outgoing()
    assert numbers(listing) == ["04-TB/ĐUK", "05-TB/ĐUK", "06-TB/ĐUK", "07-TB/ĐUK"]
    assert column(listing, "Ghi chú") == ["Hủy: Ghi nhầm loại", "Số bỏ trống", "", "Giữ số: Ban Tổ chức"]
    assert {len(row) for row in listing.rows} == {10}
    assert listing.footer == "Tổng số: 1 văn bản đi."


def test_numbers_of_a_deleted_meeting_stay_in_the_book() -> None:
    meeting = entries.meeting("Hội nghị A")
    papers.save("notice", meeting, {"number": 1, "signed": DAY, "recipients": ["Tỉnh ủy"]})
    meetings.delete([meeting])
    listing = registers.outgoing()
    assert numbers(listing) == ["01-TB/ĐUK"]
    assert column(listing, "Nơi nhận văn bản") == ["Tỉnh ủy"]
    assert "Hội nghị A" in str(listing.rows[0][2])


def test_a_marked_document_is_a_line_without_content() -> None:
    plan = entries.directive(92, subject="về nhân sự")
    directives.save({"secrecy": "secret", "urgency": "express", "file_number": "12"}, plan)
    listing = registers.outgoing()
    assert column(listing, "Tên loại và trích yếu nội dung văn bản") == ["Kế hoạch"]
    assert column(listing, "Ghi chú") == ["Mật; Hỏa tốc; Hồ sơ số 12"]
    directives.delete([plan])
    assert "nhân sự" not in str(registers.outgoing().rows)
    assert numbers(registers.outgoing()) == ["92-KH/ĐUK"]
    arrived(1, DAY, secrecy="top_secret", subject="về việc khác")
    assert "khác" not in str(registers.incoming().rows)


def test_the_book_of_a_term_of_a_year_of_some_types() -> None:
    two_terms()
    for day, number in ((date(2018, 3, 1), 1), (date(2019, 3, 1), 2), (date(2019, 5, 1), 4)):
        numbering.take("notice", entries.meeting(day=day), number)
    numbering.take("report", entries.meeting(day=DAY), 7)
    numbering.take("notice", entries.meeting(day=date(2020, 9, 1)), 1)
    labels = [period.label for period in registers.periods("register_out")]
    assert labels == [
        "Nhiệm kỳ 2020 - 2025", "Nhiệm kỳ 2015 - 2020", "Năm 2020", "Năm 2019", "Năm 2018",
    ]  # fmt: skip
    by_label = {period.label: period for period in registers.periods("register_out")}
    newest = facts.gather("register_out")
    assert isinstance(newest, Listing)
    assert (newest.subtitle, numbers(newest)) == ("Nhiệm kỳ 2020 - 2025", ["01-TB/ĐUK"])
    year = registers.outgoing(by_label["Năm 2019"])
    assert numbers(year) == ["02-TB/ĐUK", "03-TB/ĐUK", "04-TB/ĐUK", "07-BC/ĐUK"]
    numbering.take("notice", entries.meeting(day=date(2018, 4, 1)), 8)
    assert numbers(registers.outgoing(by_label["Năm 2018"]))[-1] == "08-TB/ĐUK"
    assert numbers(registers.outgoing(by_label["Năm 2019"])) == numbers(
        year
    )  # what was skipped later is not here
    some = registers.outgoing(by_label["Nhiệm kỳ 2015 - 2020"], ["Báo cáo"])
    assert numbers(some) == ["07-BC/ĐUK"]


def test_the_parts_of_the_book_are_headed_by_their_type() -> None:
    meeting = congress("Đại hội lần thứ IV")
    numbering.take("minutes", meeting)
    numbering.take("summons_notice", meeting)
    listing = registers.outgoing(parts=True)
    assert [row[0] for row in listing.rows] == ["THÔNG BÁO", "01-TB/ĐUK", "ĐẠI HỘI LẦN THỨ IV", "01-BB/ĐH"]
    assert [len(row) for row in listing.rows] == [1, 10, 1, 10]  # a heading is a row of one cell


def test_a_new_term_begins_a_new_part_of_the_book() -> None:
    two_terms()
    for day in (date(2020, 9, 1), date(2019, 3, 1)):
        numbering.take("notice", entries.meeting(day=day))
        numbering.take("report", entries.meeting(day=day))
    assert [row[0] for row in registers.outgoing().rows] == [
        "THÔNG BÁO · Nhiệm kỳ 2015 - 2020", "01-TB/ĐUK", "BÁO CÁO · Nhiệm kỳ 2015 - 2020", "01-BC/ĐUK",
        "THÔNG BÁO · Nhiệm kỳ 2020 - 2025", "01-TB/ĐUK", "BÁO CÁO · Nhiệm kỳ 2020 - 2025", "01-BC/ĐUK",
    ]  # fmt: skip
    (one, _) = registers.periods("register_out")[:2]
    assert [len(row) for row in registers.outgoing(one).rows] == [10, 10]  # nothing begins anew in it


def test_a_type_numbered_by_year_has_a_heading_for_each_year_of_the_term() -> None:
    numbering.set_options(Options(by_year=("Giấy mời",)))
    for day in (date(2019, 12, 30), date(2020, 1, 4)):
        numbering.take("invitation", entries.meeting(day=day))
    numbering.take("notice", entries.meeting(day=DAY))
    office = entries.unit("Văn phòng Đảng ủy Khối", "Văn phòng cấp ủy", symbol="VPĐUK")
    entries.directive(3, issuer=office, issuer_code="VPĐUK")
    assert [row[0] for row in registers.outgoing().rows] == [
        "THÔNG BÁO · ĐUK · Nhiệm kỳ 2015 - 2020", "01-TB/ĐUK",
        "GIẤY MỜI · ĐUK · Năm 2019", "01-GM/ĐUK", "GIẤY MỜI · ĐUK · Năm 2020", "01-GM/ĐUK",
        "KẾ HOẠCH · VPĐUK · Nhiệm kỳ 2015 - 2020", "03-KH/VPĐUK",
    ]  # fmt: skip


def test_lines_with_one_number_say_so() -> None:
    entries.directive(92, subject="về một")
    entries.directive(92, issued="20/8/2019", subject="về hai", urgency="express")
    entries.directive(93)
    listing = registers.outgoing()
    assert numbers(listing) == ["92-KH/ĐUK", "92-KH/ĐUK", "93-KH/ĐUK"]
    assert column(listing, "Ghi chú") == ["Trùng số", "Hỏa tốc; Trùng số", ""]


def test_arrivals_of_several_years_are_parted_and_one_number_twice_is_told() -> None:
    arrived(1, DAY)
    arrived(1, date(2020, 1, 6), issued="05/01/2020")
    arrived(1, date(2020, 1, 7), issued="06/01/2020")
    listing = registers.incoming()
    assert [row[0] for row in listing.rows] == [
        "NĂM 2019",
        "21/8/2019",
        "NĂM 2020",
        "06/01/2020",
        "07/01/2020",
    ]
    assert [row[9] for row in listing.rows if len(row) > 1] == ["", "Trùng số đến", "Trùng số đến"]
    assert listing.footer == "Tổng số: 3 văn bản đến."


def test_fields_of_recipients_and_subject_are_filled_as_far_as_the_office_knows() -> None:
    meeting = entries.meeting("Hội nghị A")
    lines = "{{Cấp ủy cấp trên}} (để báo cáo)\nThường trực {{Cấp ủy}}\nLưu {{Văn phòng}}"
    wordings.save("invitation", {"recipients": lines})
    wordings.save("invitation", {"subject": "dự {{Tên hội nghị}}"})
    numbering.take("invitation", meeting)
    listing = registers.outgoing()
    committee = "Đảng ủy Khối các cơ quan tỉnh"
    assert column(listing, "Nơi nhận văn bản") == ["Tỉnh ủy (để báo cáo); Thường trực Đảng ủy"]
    assert column(listing, "Đơn vị, người nhận bản lưu") == [f"Văn phòng {committee}"]
    assert column(listing, "Tên loại và trích yếu nội dung văn bản") == ["Giấy mời dự Hội nghị A"]
    wordings.save("invitation", {"subject": "họp tại {{Địa điểm}}"})
    assert registers.outgoing().rows[0][2] == "Giấy mời Hội nghị A"


def test_arrivals_stand_by_day_and_number() -> None:
    arrived(2, date(2019, 8, 23), subject="về hai", due="30/9/2019", sent_to="Ban Tổ chức")
    arrived(1, DAY, subject="về một", forwarded="22/8/2019", urgency="urgent", issued="tháng 8/2019")
    entries.directive(50, direction="in")  # not registered on arrival
    listing = facts.gather("register_in")
    assert isinstance(listing, Listing)
    assert listing.rows == (
        ("21/8/2019", 1, "Ban Thường vụ Tỉnh ủy", "101-KH/TU", "tháng 8/2019", "Kế hoạch về một", "",
         "22/8/2019", "", "Khẩn"),
        ("23/8/2019", 2, "Ban Thường vụ Tỉnh ủy", "102-KH/TU", "19/8/2019", "Kế hoạch về hai", "Ban Tổ chức",
         "", "", "Hạn xử lý 30/9/2019"),
    )  # fmt: skip
    assert listing.footer == "Tổng số: 2 văn bản đến."


def test_the_book_of_arrivals_by_term_and_type() -> None:
    two_terms()
    arrived(1, DAY)
    arrived(2, date(2020, 9, 1), type=notice_type())
    periods = registers.periods("register_in")
    assert [period.label for period in periods] == [
        "Nhiệm kỳ 2020 - 2025", "Nhiệm kỳ 2015 - 2020", "Năm 2020", "Năm 2019",
    ]  # fmt: skip
    assert [len(registers.incoming(period).rows) for period in periods] == [1, 1, 1, 1]
    assert len(registers.incoming(None, ["Thông báo"]).rows) == 1
    assert terms.name_on(settings.own_unit() or 0, DAY) == "2015 - 2020"
