"""What one paper carries beside its facts: the marks of the form, the sheet, the form itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from rules.fields import Choice, Field, Kind

SHEETS = (Choice("A4", "A4"), Choice("A5", "A5"))
URGENCY, CIRCULATION, FORM = "urgency", "circulation", "form"

DRAFTER = re.compile(r"[^\W\d_]{2,40}\s*-\s*\d{1,6}")  # initials or a name, a hyphen, a number
DRAFTER_SAMPLES = {True: "ABC-268", False: "NguyenVanAn-26"}  # by whether the form writes it in capitals

# Which marks a form knows is dated data, so urgency, circulation and form are kept as they print.
MARK_FIELDS: tuple[Field, ...] = (
    Field(URGENCY, "Mức độ khẩn", limit=40, hint="Để trống khi không có, ví dụ: KHẨN"),
    Field(CIRCULATION, "Phạm vi lưu hành", limit=120, hint="Ví dụ: TÀI LIỆU HỘI NGHỊ"),
    Field(
        "draft",
        "Dự thảo lần",
        Kind.INT,
        limit=99,
        hint="Để trống: bản chính; 0: chỉ ghi “Dự thảo”; 2: “Dự thảo lần 2”",
    ),
    Field("drafter", "Người soạn thảo", limit=60, hint="Ghi cuối nơi nhận, ví dụ: NguyenVanAn-26"),
    Field("contact", "Thông tin liên hệ", limit=300, hint="In ở cuối trang cuối: địa chỉ, điện thoại"),
    Field("sheet", "Khổ giấy", Kind.CHOICE, choices=SHEETS, default="A4"),
    Field("duplex", "In hai mặt", Kind.BOOL, hint="Mặt sau đổi lề trái, lề phải cho nhau"),
    Field(FORM, "Thể thức", limit=40, hint="Để trống: theo ngày ký; chọn khi dự thảo đã bắt đầu theo mẫu cũ"),
)


def mark_fields(
    urgencies: Iterable[str] = (),
    circulations: Iterable[str] = (),
    forms: Iterable[Choice] = (),
    caps: bool = False,
) -> tuple[Field, ...]:
    """The same fields with what the form in force offers: marks as suggestions, forms to choose from.

    `caps`: the form writes who drafted the paper in capitals.
    """
    offered = {URGENCY: tuple(urgencies), CIRCULATION: tuple(circulations)}
    named = tuple(forms)
    fields = []
    for field in MARK_FIELDS:
        if field.name == FORM and named:
            by_day = Choice("", "Theo ngày ký")
            fields.append(replace(field, kind=Kind.CHOICE, choices=(by_day, *named), limit=0))
        elif field.name == "drafter":
            fields.append(replace(field, hint=f"Ghi cuối nơi nhận, ví dụ: {DRAFTER_SAMPLES[caps]}"))
        else:
            fields.append(replace(field, suggestions=offered.get(field.name, field.suggestions)))
    return tuple(fields)


def drafter_doubts(values: Mapping[str, Any], caps: bool) -> dict[str, str]:
    """Field → sentence for a mark of the drafter that looks odd but may be saved and prints as typed."""
    words = str(values.get("drafter") or "").strip()
    if not words or DRAFTER.fullmatch(words):
        return {}
    return {
        "drafter": f"Ký hiệu người soạn thảo thường gồm tên, gạch nối và số, ví dụ: {DRAFTER_SAMPLES[caps]}."
    }
