"""Groups of called people: what is asked about them and about each rule that fills them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rules.fields import Field, Kind, check

FIELDS: tuple[Field, ...] = (
    Field("name", "Tên thành phần", required=True, limit=300, hint="Viết như in trên giấy mời, biên bản"),
    Field("people", "Người được nêu tên", Kind.LINKS, target="person"),
    Field("note", "Ghi chú", Kind.LONG),
)

RULE_FIELDS: tuple[Field, ...] = (
    Field(
        "post",
        "Chức vụ",
        Kind.LINK,
        required=True,
        target="post",
        hint="Gồm cả chức vụ cao hơn kiêm chức vụ này",
    ),
    Field("unit_kind", "Ở mọi đơn vị loại", Kind.LINK, target="unit_kind"),
    Field("unit", "Hoặc ở một đơn vị", Kind.LINK, target="unit"),
)


def problems(values: Mapping[str, Any]) -> dict[str, str]:
    """Field → sentence for a group that cannot be saved."""
    return check(FIELDS, values)


def rule_problems(values: Mapping[str, Any]) -> dict[str, str]:
    """Field → sentence for a rule that cannot be saved: it speaks of a kind of units or of one unit."""
    found = check(RULE_FIELDS, values)
    if values.get("unit_kind") is not None and values.get("unit") is not None:
        found.setdefault("unit", "Chỉ chọn loại đơn vị hoặc một đơn vị.")
    return found
