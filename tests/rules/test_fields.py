from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import fields
from rules.dates import VagueDate, exact
from rules.fields import Choice, Field, Kind

STATES = (Choice("draft", "Dự thảo"), Choice("held", "Đã họp"))
FORM = (
    Field("title", "Tên", required=True, limit=10),
    Field("note", "Ghi chú", Kind.LONG),
    Field("number", "Số", Kind.INT, least=1, limit=999),
    Field("outside", "Ở ngoài", Kind.BOOL),
    Field("day", "Ngày họp", Kind.DATE),
    Field("due", "Thời hạn", Kind.VAGUE),
    Field("starts", "Giờ", Kind.TIME),
    Field("state", "Trạng thái", Kind.CHOICE, choices=STATES, required=True, default="draft"),
    Field("kind", "Loại", Kind.LINK, required=True, target="unit_kind"),
    Field("units", "Đơn vị phối hợp", Kind.LINKS, target="unit"),
)
GOOD: dict[str, Any] = {
    "title": "Hội nghị",
    "note": "một\nhai",
    "number": 92,
    "outside": True,
    "day": date(2019, 8, 21),
    "due": exact(date(2020, 6, 30)),
    "starts": "07:30",
    "state": "held",
    "kind": 3,
    "units": (1, 2),
}


def test_a_filled_form_has_no_problem() -> None:
    assert fields.check(FORM, GOOD) == {}
    assert fields.tidy(FORM, GOOD) == GOOD


def test_an_empty_form_names_all_that_is_missing_at_once() -> None:
    assert fields.check(FORM, {}) == {
        "title": "Chưa nhập “Tên”.",
        "state": "Chưa chọn “Trạng thái”.",
        "kind": "Chưa chọn “Loại”.",
    }


def test_a_blank_form_says_nothing_but_the_defaults() -> None:
    blank = fields.blank(FORM)
    assert blank.pop("state") == "draft"
    assert blank == {
        "title": "", "note": "", "number": None, "outside": False, "day": None, "due": None,
        "starts": "", "kind": None, "units": (),
    }  # fmt: skip


def test_typed_values_are_read() -> None:
    typed = {
        "title": " Hội  nghị ", "note": " a \r\n b ", "number": "92", "day": "21-8-2019",
        "due": "tháng 8/2019", "starts": "7h30’", "units": [1, 2], "kind": None, "other": " as it was ",
    }  # fmt: skip
    assert fields.tidy(FORM, typed) == {
        "title": "Hội nghị", "note": "a\nb", "number": 92, "day": date(2019, 8, 21),
        "due": VagueDate("tháng 8/2019", date(2019, 8, 1), date(2019, 8, 31)),
        "starts": "07:30", "units": (1, 2), "kind": None, "other": " as it was ",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("title", "  \u200b ", "Chưa nhập"),
        ("title", "Hội nghị rất dài", "Dài 16 ký tự; “Tên” chỉ được tối đa 10 ký tự."),
        ("title", 5, "chưa đọc được"),
        ("note", "a" * 20_001, "Dài 20001 ký tự"),
        ("number", "chín hai", "hãy gõ chữ số"),
        ("number", 0, "phải từ 1 đến 999"),
        ("number", 1000, "phải từ 1 đến 999"),
        ("number", True, "chưa đọc được"),
        ("number", -3, "phải từ 1 đến 999"),
        ("outside", 1, "chưa đọc được"),
        ("day", "31/02/2020", "Không có ngày 31/2/2020"),
        ("day", "21/8", "thiếu năm"),
        ("day", "hôm qua", "ví dụ 21/8/2019"),
        ("due", "99/99/9999", "Năm 9999"),
        ("starts", "25h", "Không có giờ"),
        ("starts", "sáng", "hãy gõ như 7h30"),
        ("state", "lost", "Hãy chọn một trong: Dự thảo, Đã họp."),
        ("kind", "Đảng bộ", "trong danh sách"),
        ("units", "Văn phòng", "trong danh sách"),
    ],
)
def test_what_cannot_be_kept_says_why(name: str, value: object, sentence: str) -> None:
    found = fields.check(FORM, {**GOOD, name: value})
    assert list(found) == [name]
    assert sentence in found[name]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("day", "21/8/2019"),
        ("due", "sau đại hội"),
        ("starts", "8h"),
        ("number", "92"),
        ("day", ""),
        ("units", ()),
    ],
)
def test_what_can_be_read_is_no_problem(name: str, value: object) -> None:
    assert fields.check(FORM, {**GOOD, name: value}) == {}


def test_thousands_may_be_parted() -> None:
    assert [fields.parse_whole(words) for words in ("35.599", "1 000 000", "07")] == [35_599, 1_000_000, 7]


def test_a_label_outlives_its_choice() -> None:
    assert fields.label_of(STATES, "held") == "Đã họp"
    assert fields.label_of(STATES, "gone") == "gone"


ANY = (
    st.text()
    | st.none()
    | st.booleans()
    | st.integers()
    | st.dates()
    | st.lists(st.integers())
    | st.sampled_from(["21/8/2019", "7h30", "tháng 8/2019", "92", "31/02/2020", "held"])
)
FORMS = st.fixed_dictionaries({}, optional={field.name: ANY for field in FORM})


@given(FORMS)
def test_tidying_settles_and_changes_no_verdict(values: dict[str, Any]) -> None:
    tidied = fields.tidy(FORM, values)
    assert fields.tidy(FORM, tidied) == tidied
    assert fields.check(FORM, tidied).keys() == fields.check(FORM, values).keys()


@given(FORMS)
def test_what_passes_is_of_the_promised_types(values: dict[str, Any]) -> None:
    tidied = fields.tidy(FORM, values)
    found = fields.check(FORM, tidied)
    for field in FORM:
        value = tidied.get(field.name)
        if field.name not in found and value is not None:
            assert isinstance(value, fields.TYPES[field.kind])
