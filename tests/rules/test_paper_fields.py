from __future__ import annotations

from rules.fields import Choice, Kind, blank, check
from rules.paper_fields import MARK_FIELDS, mark_fields


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
