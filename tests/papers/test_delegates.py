"""Lists of called people: who stands where, once, with the right sum."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers import catalogue, delegates
from papers.content import Document, Grid, Table
from rules.dates import parse_vague
from rules.facts import Attendee, Filed, Meeting, Person, Signature
from tests.papers import samples

KEYS = list(delegates.LISTS)


def made(facts: Meeting, paper: str = "delegates") -> Document:
    return catalogue.compose(paper, facts)


def table(document: Document) -> Table:
    (found,) = [block for block in document.sections[0].blocks if isinstance(block, Table)]
    return found


def words(document: Document) -> list[str]:
    return [line.text for line in document.paragraphs()]


def test_delegates_stand_once_under_the_first_group_that_called_them() -> None:
    both = Attendee(Person("Bà Hai"), (samples.GROUPS[3], samples.GROUPS[0]))
    guest = Attendee(Person("Ông Khách"), (samples.GROUPS[0],), guest=True)
    lone = Attendee(Person("Cô Lẻ"))
    facts = replace(samples.minutes(0), attendees=(guest, lone, both))
    rows = table(made(facts)).rows
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
    document = made(replace(samples.minutes(0), attendees=people))
    assert [row.cells[2:4] for row in table(document).rows] == [(1970, ""), ("", 1981)]
    assert [line.text for line in document.paragraphs()][-1] == "Tổng số: 2 đồng chí (nam: 1, nữ: 1)."
    unknown = (*people, Attendee(Person("C")))
    document = made(replace(samples.minutes(0), attendees=unknown))
    assert [line.text for line in document.paragraphs()][-1] == "Tổng số: 3 đồng chí."


def test_delegates_carry_the_form_of_the_meeting_day_and_no_number() -> None:
    document = made(samples.minutes())
    words = [line.text for line in document.paragraphs()]
    assert document.profile == "PARTY-2018"
    assert "DANH SÁCH" in words
    assert f"đại biểu dự {samples.TITLE}" in words
    assert not [line for line in words if line.startswith("Số ")]
    assert document.blanks() == ()


def test_units_stand_in_the_order_of_their_names_and_those_without_last() -> None:
    people = (
        Attendee(Person("A", unit="Sở Y tế")),
        Attendee(Person("B")),
        Attendee(Person("C", unit="Ban Dân vận")),
        Attendee(Person("D", unit="Đảng bộ Sở Công Thương")),
        Attendee(Person("E", unit="Sở Y tế")),
    )
    rows = table(made(replace(samples.minutes(0), attendees=people), "delegates_units")).rows
    assert [row.cells[0] for row in rows if row.kind == "group"] == [
        "Ban Dân vận",
        "Đảng bộ Sở Công Thương",
        "Sở Y tế",
        "Chưa rõ đơn vị",
    ]
    assert [row.cells[1] for row in rows if row.kind == "data"] == ["C", "D", "A", "E", "B"]


def test_the_higher_go_first_and_guests_before_hosts() -> None:
    people = (
        Attendee(Person("Chủ Nhà", level=1, rank=10)),
        Attendee(Person("Khách Sau", level=2, rank=30), guest=True),
        Attendee(Person("Khách Trước", level=1, rank=40), guest=True),
        Attendee(Person("Không Chức")),
    )
    rows = table(made(replace(samples.minutes(0), attendees=people), "delegates_rank")).rows
    assert [row.cells[:2] for row in rows] == [
        (1, "Khách Trước"),
        (2, "Khách Sau"),
        (3, "Chủ Nhà"),
        (4, "Không Chức"),
    ]


def test_a_call_list_names_the_letter_that_calls() -> None:
    letters = (
        Filed("Giấy mời", "12-GM/ĐUK", date(2019, 8, 9), kind="invitation"),
        Filed("Thông báo", "", date(2019, 8, 9), kind="summons_notice"),
    )
    facts = replace(samples.minutes(2), filed=letters)
    lines = words(made(facts, "call_list"))
    assert lines[lines.index("-----") - 1] == "(Kèm theo Giấy mời số 12-GM/ĐUK, ngày 09/8/2019)"
    assert not [line for line in words(made(facts)) if "Kèm theo" in line]
    assert not [line for line in words(made(samples.minutes(2), "call_list")) if "Kèm theo" in line]


def test_the_list_to_sign_leaves_room_for_the_pen_and_says_what_is_known() -> None:
    absent = Attendee(Person("A"), state="excused", reason="ốm")
    truant = Attendee(Person("B"), state="absent")
    late = Attendee(Person("C", "Bí thư"), state="late", came="08:15")
    unknown = Attendee(Person("D", unit="Sở Mẫu"))
    facts = replace(samples.minutes(0), attendees=(absent, truant, late, unknown))
    found = table(made(facts, "attendance"))
    assert [row.cells for row in found.rows] == [
        (1, "A", "", "", "ốm", "", ""),
        (2, "B", "", "", "không lý do", "", ""),
        (3, "C", "Bí thư", "x", "", "08:15", ""),
        (4, "D", "Sở Mẫu", "", "", "", ""),
    ]
    assert found.columns[-1].title == "Ký tên"


@pytest.mark.parametrize("paper", KEYS)
def test_columns_fill_the_width_between_the_margins(paper: str) -> None:
    assert sum(column.width for column in delegates.LISTS[paper][0]) == 165


@pytest.mark.parametrize("paper", KEYS)
@given(count=st.integers(0, 60), guests=st.sets(st.integers(0, 59)))
def test_everyone_stands_once_under_running_numbers(paper: str, count: int, guests: set[int]) -> None:
    people = tuple(replace(one, guest=place in guests) for place, one in enumerate(samples.attendees(count)))
    facts = replace(samples.minutes(0), attendees=people)
    rows = [row for row in table(made(facts, paper)).rows if row.kind != "group"]
    assert [row.cells[0] for row in rows] == list(range(1, count + 1))
    assert sorted(str(row.cells[1]) for row in rows) == sorted(one.person.name for one in people)


def test_a_signature_stands_below_only_where_one_was_put() -> None:
    one = Signature("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "Đỗ Thị Mẫu")
    facts = replace(samples.minutes(1), recipients=())
    unsigned = made(facts).sections[0].blocks
    assert not isinstance(unsigned[-1], Grid)
    assert words(made(replace(facts, signatures=(one,))))[-1] == "Đỗ Thị Mẫu"


def test_the_workbook_holds_the_same_table() -> None:
    for paper in KEYS:
        document = made(samples.minutes(5), paper)
        assert document.sheets[0].table == table(document)


def test_the_index_of_the_file_numbers_every_paper() -> None:
    filed = (
        Filed("Kế hoạch về đại hội các cấp", "92-KH/ĐUK", date(2019, 8, 19), "Ban Thường vụ"),
        Filed("Biên bản hội nghị", "05-BB/ĐUK", None, "Văn phòng", 4, "bản chính"),
    )
    document = made(replace(samples.minutes(0), filed=filed), "file_index")
    rows = [row.cells for row in table(document).rows]
    assert rows[0] == (
        1, "92-KH/ĐUK", "19/8/2019", "Kế hoạch về đại hội các cấp", "Ban Thường vụ", None, "",
    )  # fmt: skip
    assert rows[1][2] == ""
    assert words(document)[-1] == "Hồ sơ gồm 2 văn bản."
    assert rows[1][0] == 2
    late = Filed("Giấy mời", "01-GM/ĐUK", date(2019, 8, 15))
    document = made(replace(samples.minutes(0), filed=(filed[1], filed[0], late)), "file_index")
    assert [row.cells[1] for row in table(document).rows] == ["01-GM/ĐUK", "92-KH/ĐUK", "05-BB/ĐUK"]
    assert "văn bản trong hồ sơ" in made(samples.minutes(0), "file_index").blanks()
