"""Facts of an official copy of a plainly invented document, in every form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from rules.copies import EXTRACT, RELAYED, WHOLE
from rules.facts import Copy, Directive, Head, Office, Signature

DAYS = {
    "PARTY-2018": date(2019, 8, 21),
    "PARTY-2026": date(2026, 6, 5),
    "STATE-2011": date(2019, 8, 21),
    "STATE-2020": date(2021, 2, 5),
}
KINDS = (WHOLE, RELAYED, EXTRACT)
ORIGINAL = Directive("Chỉ thị", "35-CT/TW", "Bộ Chính trị", None, "về đại hội đảng bộ các cấp")
SIGNED = Signature("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "Lê Văn Mẫu")
SENT = ("Các chi bộ, đảng bộ cơ sở", "Lưu Văn phòng Đảng ủy")


def copy(profile: str = "PARTY-2018", **changes: Any) -> Copy:
    """A copy made on a day of that form; `changes`: of the facts, or of their head."""
    state = profile.startswith("STATE")
    head = Head(
        superior="Ủy ban nhân dân tỉnh Mẫu" if state else "Đảng bộ tỉnh Mẫu",
        issuer="Sở Nội vụ" if state else "Đảng ủy Khối các cơ quan tỉnh",
        place_name="Mẫu",
        type_name="Bản sao",
        type_code="BS",
        symbol="SNV" if state else "ĐUK",
        number=24,
        signed=DAYS[profile],
        subject="",
        family="state" if state else "party",
    )
    own = {name: changes.pop(name) for name in tuple(changes) if name in Copy.__dataclass_fields__}
    office = Office(1, "", "", "", "ĐUK", "Mẫu")
    made = Copy(replace(head, **changes), ORIGINAL, WHOLE, (SIGNED,), SENT, office)
    return replace(made, **own)


def bare_copy() -> Copy:
    """A copy of which next to nothing is known."""
    return Copy(Head("", "", "", "Bản sao", "BS", "", None, None, ""), Directive("Văn bản"), WHOLE, (), ())
