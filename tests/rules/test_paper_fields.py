from __future__ import annotations

import pytest

from rules.fields import Choice, Kind, blank, check
from rules.paper_fields import MARK_FIELDS, drafter_doubts, mark_fields


def test_a_paper_without_marks_is_sound() -> None:
    values = blank(MARK_FIELDS)
    assert check(MARK_FIELDS, values) == {}
    assert (values["sheet"], values["duplex"], values["draft"]) == ("A4", False, None)


def test_what_a_form_knows_is_offered() -> None:
    forms = (Choice("PARTY-2018", "Đảng, từ 03/4/2018"),)
    fields = {field.name: field for field in mark_fields(("KHẨN",), ("TÀI LIỆU HỘI NGHỊ",), forms)}
    assert fields["urgency"].suggestions == ("KHẨN",)
    assert fields["circulation"].suggestions == ("TÀI LIỆU HỘI NGHỊ",)
    assert fields["form"].kind is Kind.CHOICE
    assert [choice.key for choice in fields["form"].choices] == ["", "PARTY-2018"]
    assert list(fields) == [field.name for field in MARK_FIELDS]


def test_without_data_the_fields_are_as_declared() -> None:
    assert mark_fields() == MARK_FIELDS


def test_the_hint_of_the_drafter_is_that_of_the_form() -> None:
    hints = [
        next(one.hint for one in mark_fields(caps=caps) if one.name == "drafter") for caps in (True, False)
    ]
    assert [hint.rpartition(" ")[2] for hint in hints] == ["ABC-268", "NguyenVanAn-26"]


@pytest.mark.parametrize("words", ["", "  ", "ABC-268", "NguyenVanAn-26", "ĐVT - 5", None])
def test_a_mark_of_the_drafter_in_its_shape_is_not_doubted(words: str | None) -> None:
    assert drafter_doubts({"drafter": words}, False) == {}


@pytest.mark.parametrize("words", ["NVA.05", "Nguyễn Văn An", "-26", "An-", "12-34"])
@pytest.mark.parametrize(("caps", "sample"), [(True, "ABC-268"), (False, "NguyenVanAn-26")])
def test_an_odd_mark_of_the_drafter_is_doubted_with_a_sample(words: str, caps: bool, sample: str) -> None:
    assert sample in drafter_doubts({"drafter": words}, caps)["drafter"]
