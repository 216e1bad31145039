"""Verdicts on rows of people: who they are, what they hold, what a row would change."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from rules.dates import exact
from rules.imports import DUPLICATE, ERROR, NEW, SAME, UPDATE, Known, Verdict
from rules.imports.facts import KnownPerson
from tests.rules.import_tables import (
    BOARD,
    HEALTH,
    OFFICE,
    OWN,
    POST,
    PROVINCE,
    SCIENCE,
    TRADE,
    YOUTH,
    judged,
    office,
    person,
    table,
)  # fmt: skip

HEADINGS = ("Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị", "Điện thoại")


def one(*cells: Any, people: tuple[KnownPerson, ...] = (), headings: tuple[str, ...] = HEADINGS) -> Verdict:
    (found,) = judged("people", office(people), table(headings, cells))
    return found


def held(verdict: Verdict) -> list[tuple[str, int]]:
    return [(each.name, each.unit) for each in verdict.values["holdings"]]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Bí thư Đảng ủy Sở Công Thương", [("Bí thư", TRADE)]),
        ("Bí thư Đảng ủy, Giám đốc Sở Công Thương", [("Bí thư", TRADE), ("Giám đốc", TRADE)]),
        ("PBT ĐU, PGĐ Sở KH&CN", [("Phó Bí thư", SCIENCE), ("Phó Giám đốc", SCIENCE)]),
        ("Trưởng Ban Tổ chức Đảng ủy Khối", [("Trưởng ban", BOARD)]),
        ("Chánh Văn phòng Đảng ủy Khối", [("Chánh Văn phòng", OFFICE)]),
        ("Ủy viên BTV Tỉnh ủy, Bí thư Đảng ủy Khối các cơ quan tỉnh",
         [("Ủy viên Ban Thường vụ", PROVINCE), ("Bí thư", OWN)]),
        ("UVBCH Đảng bộ Khối; Bí thư Chi bộ Tỉnh Đoàn",
         [("Ủy viên Ban Chấp hành", OWN), ("Bí thư", YOUTH)]),
        ("Bí thư Đảng ủy kiêm Giám đốc Sở Y tế", [("Bí thư", HEALTH), ("Giám đốc", HEALTH)]),
        ("Trưởng phòng Tổ chức Sở Y tế", [("Trưởng phòng Tổ chức", HEALTH)]),
        ("Cán bộ, công chức Sở Y tế", [("Cán bộ, công chức", HEALTH)]),
        ("Chi bộ Tỉnh Đoàn", [("Đảng viên", YOUTH)]),
        ("Sở Thương mại", [("Cán bộ, công chức", TRADE)]),
    ],
)  # fmt: skip
def test_posts_and_units_are_read_out_of_one_cell(words: str, expected: list[tuple[str, int]]) -> None:
    found = one("Lê Văn An", words, headings=("Họ và tên", "Chức vụ, đơn vị công tác"))
    assert found.state == NEW
    assert held(found) == expected


def test_a_post_the_catalogue_lacks_is_told_and_taken() -> None:
    found = one("Lê Văn An", 1970, "Kế toán trưởng", "Sở Y tế", None)
    assert [(each.post, each.name, each.unit) for each in found.values["holdings"]] == [
        (None, "Kế toán trưởng", HEALTH)
    ]
    assert "Chức danh mới: Kế toán trưởng." in found.notes


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Giám đốc Sở Vũ trụ", "Chưa có đơn vị “Sở Vũ trụ” trong sổ"),
        ("Bí thư", "Chưa rõ đơn vị của chức vụ “Bí thư”"),
        ("Bí thư Chi bộ 1", "“Chi bộ 1” là tên của 2 đơn vị"),
    ],
)
def test_a_unit_that_is_not_clear_is_an_error_in_plain_words(words: str, said: str) -> None:
    found = one("Lê Văn An", words, headings=("Họ và tên", "Chức vụ, đơn vị công tác"))
    assert found.state == ERROR
    assert said in found.why


def test_a_name_in_two_columns_with_a_form_of_address_and_capitals() -> None:
    found = one("Đ/c NGUYỄN VĂN", "THỬ", headings=("Họ đệm", "Tên"))
    assert found.values["full_name"] == "Nguyễn Văn Thử"
    assert len(found.notes) == 2


@pytest.mark.parametrize(
    ("headings", "cells", "sex", "birth"),
    [
        (("Họ tên", "Năm sinh — Nam", "Năm sinh — Nữ"), ("Lê An", None, 1980), "nữ", "1980"),
        (("Họ tên", "Năm sinh — Nam", "Năm sinh — Nữ"), ("Lê An", "12/3/1980", None), "nam", "12/3/1980"),
        (("Họ tên", "Nam", "Nữ", "Ngày sinh"), ("Lê An", None, "x", date(1980, 3, 12)), "nữ", "12/3/1980"),
        (("Họ tên", "Giới tính", "Ngày sinh"), ("Lê An", "NỮ", datetime(1980, 3, 12)), "nữ", "12/3/1980"),
        (("Họ tên", "Nữ", "Ngày sinh"), ("Lê An", "-", "1980"), "", "1980"),
    ],
)  # fmt: skip
def test_sex_and_birth_are_read_from_the_columns_they_stand_in(
    headings: tuple[str, ...], cells: tuple[Any, ...], sex: str, birth: str
) -> None:
    found = one(*cells, headings=headings)
    assert found.values.get("sex", "") == sex
    assert str(found.values["birth"]) == birth


def test_a_phone_that_excel_made_a_number_has_its_nought_back() -> None:
    assert one("Lê Văn An", None, None, None, 912345678.0).values["phone"] == "0912345678"


def test_all_that_is_wrong_with_a_row_is_told_at_once() -> None:
    found = one(None, "31/2/1970", "Bí thư", "Sở Vũ trụ", None)
    assert found.state == ERROR
    assert "Chưa có họ và tên." in found.why
    assert "31/2/1970" in found.why
    assert "Sở Vũ trụ" in found.why


AN = person(7, "Lê Văn An", "1970", ("Phó Bí thư", TRADE), phone="0900")


@pytest.mark.parametrize(
    ("cells", "state"),
    [
        (("Lê Văn An", 1970, "Phó Bí thư", "Sở Công Thương", None), SAME),
        (("lê văn an", None, "Phó Bí thư", "Sở Công Thương", "0900"), SAME),
        (("le van an", 1970, None, "Đảng bộ Sở Công Thương", None), SAME),
        (("Lê Văn An", "12/3/1970", "Phó Bí thư", "Sở Công Thương", None), UPDATE),
        (("Lê Văn An", 1970, "Phó Bí thư", "Sở Công Thương", "0911"), UPDATE),
        (("Lê Văn An", 1970, "Bí thư", "Sở Công Thương", None), UPDATE),
        (("Lê Văn An", 1971, "Phó Bí thư", "Sở Công Thương", None), NEW),
        (("Lê Văn An", None, "Bí thư", "Sở Y tế", None), NEW),
        (("Lê Văn Ân", 1975, "Bí thư", "Sở Y tế", None), NEW),
        (("Lê Văn An", 1970, "Bí thư", "Sở Y tế", None), DUPLICATE),
        (("Lê Văn Ân", 1970, "Phó Bí thư", "Sở Công Thương", None), DUPLICATE),
        (("Lê Văn An", None, None, None, None), DUPLICATE),
        (("Lê Văn An", 1970, None, None, None), DUPLICATE),
    ],
)
def test_who_is_the_same_by_name_birth_and_unit(cells: tuple[Any, ...], state: str) -> None:
    found = one(*cells, people=(AN,))
    assert found.state == state, found
    assert (found.target_id == 7) == (state in (SAME, UPDATE))
    assert bool(found.candidates) == (state == DUPLICATE)


def test_two_of_the_same_name_birth_and_unit_are_never_chosen_between() -> None:
    twin = person(8, "Lê Văn An", "1970", ("Bí thư", TRADE))
    found = one("Lê Văn An", 1970, None, "Sở Công Thương", None, people=(AN, twin))
    assert found.state == DUPLICATE
    assert [each.id for each in found.candidates] == [7, 8]


def test_an_update_tells_what_was_and_what_comes() -> None:
    found = one("Lê Văn An", 1970, "Bí thư", "Sở Công Thương", "0911", people=(AN,))
    assert found.why == "Điện thoại: 0900 → 0911; Chức vụ: trống → Bí thư – Đảng bộ Sở Công Thương."
    assert found.values == {"phone": "0911", "holdings": (found.values["holdings"][0],)}
    assert "Vẫn giữ chức vụ đã có ở đơn vị này: Phó Bí thư." in found.notes


def test_a_blank_cell_takes_nothing_away_and_a_year_does_not_replace_its_day() -> None:
    born = person(7, "Lê Văn An", "12/3/1970", ("Bí thư", TRADE), phone="0900")
    found = one("Lê Văn An", 1970, "Đảng ủy viên", "Sở Công Thương", None, people=(born,))
    assert found.state == SAME


def test_the_tone_on_the_other_vowel_is_the_same_name_and_accents_are_gained() -> None:
    plain = person(7, "Le Van Hoa", "1970", ("Bí thư", TRADE))
    old = person(8, "Trần Văn Hòa", "1970", ("Bí thư", TRADE))
    first, second = judged(
        "people",
        office((plain, old)),
        table(
            HEADINGS,
            ("Lê Văn Hoà", 1970, None, "Sở Công Thương", None),
            ("Trần Văn Hoà", 1970, None, "Sở Công Thương", None),
        ),
    )
    assert (first.state, first.values["full_name"]) == (UPDATE, "Lê Văn Hoà")
    assert (second.state, second.target_id) == (SAME, 8)


def test_the_card_number_decides_and_a_name_against_it_is_doubtful() -> None:
    carded = person(7, "Lê Văn An", "1970", ("Bí thư", TRADE), card_number="123")
    headings = ("Họ và tên", "Số thẻ đảng viên", "Đơn vị")
    same, other, name = judged(
        "people",
        office((carded,)),
        table(
            headings,
            ("Lê Văn An", "123", "Sở Công Thương"),
            ("Lê Văn An", "456", "Sở Công Thương"),
            ("Bùi Thị Bé", "123", "Sở Y tế"),
        ),
    )
    assert [same.state, other.state, name.state] == [SAME, NEW, DUPLICATE]


def test_rows_of_one_person_join_and_a_repeated_row_is_told() -> None:
    rows = table(
        HEADINGS,
        ("Lê Văn An", 1970, "Bí thư", "Sở Công Thương", "0900"),
        ("Lê Văn An", 1970, "Giám đốc", "Sở Công Thương", None),
        ("Lê Văn An", 1970, "Bí thư", "Sở Công Thương", None),
        ("Lê Văn An", 1970, "Bí thư", "Sở Công Thương", "0911"),
        ("Lê Văn An", 1970, "Bí thư", "Sở Y tế", None),
    )
    found = judged("people", office(), rows)
    assert [each.state for each in found] == [NEW, UPDATE, DUPLICATE, DUPLICATE, DUPLICATE]
    assert found[1].with_row == 2
    assert held(found[1]) == [("Giám đốc", TRADE)]
    assert found[2].why == "Lặp lại dòng 2 của bảng."
    assert "Dòng 2" in found[3].why
    assert "Điện thoại" in found[3].why


def test_the_clerk_settles_a_doubt_with_a_number_or_the_word_new() -> None:
    headings = ("Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị", "Số trong sổ")
    chosen, new, wrong = judged(
        "people",
        office((AN,)),
        table(
            headings,
            ("Lê Văn An", 1970, "Bí thư", "Sở Y tế", 7),
            ("Lê Văn An", 1970, "Bí thư", "Sở Y tế", "Mới"),
            ("Lê Văn An", 1970, "Bí thư", "Sở Y tế", 99),
        ),
    )
    assert (chosen.state, chosen.target_id) == (UPDATE, 7)
    assert new.state == NEW
    assert (wrong.state, wrong.why) == (ERROR, "Số trong sổ: không có đại biểu số 99.")


def test_the_unit_of_a_group_row_serves_rows_that_have_no_column_for_it() -> None:
    sheet = table(("Họ và tên", "Chức vụ"), ("Lê Văn An", "Bí thư"), group="II. Đảng bộ Sở Y tế")
    (found,) = judged("people", office(), sheet)
    assert held(found) == [("Bí thư", HEALTH)]


def test_a_start_of_the_post_is_kept_and_a_known_post_gets_it() -> None:
    headings = ("Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị", "Ngày bổ nhiệm")
    (found,) = judged(
        "people",
        office((AN,)),
        table(headings, ("Lê Văn An", 1970, "Phó Bí thư", "Sở Công Thương", "1/7/2015")),
    )
    assert found.state == UPDATE
    (post,) = found.values["holdings"]
    assert (post.post, post.since, post.holding) == (POST["Phó Bí thư"], date(2015, 7, 1), 70)


def test_days_of_the_party_are_checked_and_doubts_are_told() -> None:
    headings = ("Họ và tên", "Ngày sinh", "Ngày vào Đảng")
    (found,) = judged("people", office(), table(headings, ("Lê Văn An", "1/1/1990", date(2000, 1, 1))))
    assert found.state == NEW
    assert found.values["admitted"] == exact(date(2000, 1, 1))
    assert any("chưa đủ 18 tuổi" in note for note in found.notes)


def test_an_empty_office_takes_people_without_any_posts() -> None:
    (found,) = judged("people", Known(day=date(2019, 8, 21)), table(("Họ tên",), ("Lê Văn An",)))
    assert (found.state, found.values) == (NEW, {"full_name": "Lê Văn An", "holdings": ()})
