"""Verdicts on rows of documents: the identity of issuer, type, number and day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rules.dates import exact
from rules.imports import DUPLICATE, ERROR, NEW, SAME, UPDATE, Verdict
from rules.imports.facts import KnownDirective
from tests.rules.import_tables import CENTRE, HEALTH, OWN, PROVINCE, TYPE, directive, judged, office, table

HEADINGS = ("Số, ký hiệu", "Ngày ban hành", "Cơ quan ban hành", "Loại văn bản", "Trích yếu")
KEPT = (
    directive(1, "35-CT/TW", type="Chỉ thị", number=35, issuer=CENTRE, organ="Bộ Chính trị", issuer_code="TW",
              issued="30/5/2019", subject="về đại hội đảng bộ các cấp"),
    directive(2, "129-KH/TU", type="Kế hoạch", number=129, issuer=PROVINCE, organ="Ban Thường vụ",
              issuer_code="TU"),
    directive(3, "92-KH/ĐUK", type="Kế hoạch", number=92, issuer=OWN, organ="Ban Thường vụ",
              issuer_code="ĐUK", issued="19/8/2019", direction="out"),
    directive(4, "Bài viết", type="Bài viết", subject="Chuẩn bị đại hội"),
)  # fmt: skip


def one(
    *cells: Any, known: tuple[KnownDirective, ...] = KEPT, headings: tuple[str, ...] = HEADINGS
) -> Verdict:
    (found,) = judged("directives", office((), known), table(headings, cells))
    return found


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("104-KH/TU", "2/7/2019", "Ban Thường vụ Tỉnh ủy", None, "về cán bộ"),
         {"type": TYPE["Kế hoạch"], "number": 104, "issuer": PROVINCE, "organ": "Ban Thường vụ",
          "issuer_code": "TU", "issued": exact(date(2019, 7, 2)), "subject": "về cán bộ", "direction": "in"}),
        (("Số 15 - CV/ĐUK", date(2019, 7, 2), None, None, None),
         {"type": TYPE["Công văn"], "number": 15, "issuer": OWN, "issuer_code": "ĐUK",
          "issued": exact(date(2019, 7, 2)), "direction": "out"}),
        (("12-BC/ĐU", None, "Đảng ủy Sở Y tế", None, None),
         {"type": TYPE["Báo cáo"], "number": 12, "issuer": HEALTH, "issuer_code": "ĐU", "direction": "in"}),
        (("45/2018/QĐ-TTg", "3/5/2018", "Thủ tướng Chính phủ", None, None),
         {"type": TYPE["Quyết định"], "number": 45, "issuer_code": "TTg", "issued": exact(date(2018, 5, 3))}),
        (("101", None, "Tỉnh ủy", "Kế hoạch", None),
         {"type": TYPE["Kế hoạch"], "number": 101, "issuer": PROVINCE, "direction": "in"}),
        (("21-KL/TW ngày 25/10/2021 của Ban Chấp hành Trung ương", None, None, None, None),
         {"type": TYPE["Kết luận"], "number": 21, "issuer": CENTRE, "organ": "Ban Chấp hành Trung ương",
          "issuer_code": "TW", "issued": exact(date(2021, 10, 25)), "direction": "in"}),
    ],
)  # fmt: skip
def test_a_new_document_is_read_from_its_symbol_and_its_columns(
    cells: tuple[Any, ...], expected: dict[str, Any]
) -> None:
    found = one(*cells)
    assert found.state == NEW, found
    assert found.values == expected


@pytest.mark.parametrize(
    ("cells", "state"),
    [
        (("35-CT/TW", "30/5/2019", "Bộ Chính trị", None, None), SAME),
        (("35 - ct/tw", date(2019, 5, 30), None, "Chỉ thị", "V/v đại hội đảng bộ các cấp"), SAME),
        (("35-CT/TW", "30/5/2019", "Ban Bí thư", None, None), NEW),
        (("35-CT/TW", "18/2/2014", "Bộ Chính trị", None, None), NEW),
        (("35-CT/TW", None, "Bộ Chính trị", None, None), DUPLICATE),
        (("35-CT/TW", "5/2019", "Bộ Chính trị", None, None), DUPLICATE),
        (("129-KH/TU", "15/7/2019", "Ban Thường vụ Tỉnh ủy", None, None), DUPLICATE),
        (("129-KH/TU", None, "Tỉnh ủy", None, "về đại hội"), UPDATE),
        (("92-KH/DUK", "19/8/2019", None, None, None), SAME),
        ((None, None, None, "Bài viết", "Chuẩn bị đại hội"), SAME),
        ((None, None, None, "Bài viết", "Một bài khác"), NEW),
    ],
)
def test_the_same_document_is_of_one_issuer_type_number_and_day(cells: tuple[Any, ...], state: str) -> None:
    assert one(*cells).state == state


def test_the_type_stands_before_the_subject_in_the_register() -> None:
    headings = ("Số, ký hiệu văn bản", "Tên loại và trích yếu nội dung văn bản")
    found = one("7", "Thông báo về lịch họp", headings=headings)
    assert (found.values["type"], found.values["subject"]) == (TYPE["Thông báo"], "về lịch họp")


def test_a_type_takes_the_code_of_its_day() -> None:
    before, between = (
        one("8-QĐ/TW", "1/2/2018", None, "Quy định", None),
        one("8-QĐi/TW", "1/2/2019", None, None, None),
    )
    assert before.values["type"] != between.values["type"]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (("không số", None, None, None, None), "Chưa rõ loại văn bản"),
        (("12-KH/TU", "31/6/2019", None, None, None), "31/6/2019"),
        ((None, None, None, "Giấy lạ", None), "“Giấy lạ” không có trong danh mục"),
        (("12 bis/x/y", None, None, "Kế hoạch", None), "chưa đọc được"),
    ],
)
def test_what_is_wrong_is_told(cells: tuple[Any, ...], said: str) -> None:
    found = one(*cells)
    assert found.state == ERROR
    assert said in found.why


def test_a_marked_document_keeps_no_note() -> None:
    headings = ("Số, ký hiệu", "Độ mật", "Ghi chú")
    assert one("3-CV/TU", "Mật", "xem kỹ", headings=headings).state == ERROR
    assert one("3-CV/TU", "Mật", None, headings=headings).values["secrecy"] == "secret"


def test_a_second_row_about_one_document_is_doubtful() -> None:
    rows = [("7-TB/TU", "1/7/2019", "Tỉnh ủy", None, None)] * 2
    found = judged("directives", office((), KEPT), table(HEADINGS, *rows))
    assert [each.state for each in found] == [NEW, DUPLICATE]
    assert "Dòng 2" in found[1].why


def test_a_code_that_every_committee_bears_names_no_issuer() -> None:
    kept = (directive(1, "40-KH/ĐU", type="Kế hoạch", number=40, issuer=HEALTH, issuer_code="ĐU"),)
    found = one("45-KH/ĐU", None, "Đảng ủy phường Bến Nghé", None, None, known=kept)
    assert found.values.get("issuer") is None
    assert any("Bến Nghé" in note for note in found.notes)
