"""Terms of a committee: what is asked about them and what must hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from rules.fields import Field, Kind, check

FIELDS: tuple[Field, ...] = (
    Field("name", "Nhiệm kỳ", required=True, limit=40, hint="Ví dụ: 2020 - 2025"),
    Field("ordinal", "Đại hội lần thứ", limit=20, hint="Ví dụ: XVI"),
    Field(
        "since",
        "Số văn bản tính lại từ ngày",
        Kind.DATE,
        hint="Theo 36-HD/VPTW: ngày liền sau ngày bế mạc đại hội; theo 05-HD/VPTW: ngày bế mạc, "
        "hoặc ngày quyết định chỉ định cấp ủy có hiệu lực. Nhiệm kỳ đầu trong sổ có thể để trống",
    ),
    Field("until", "Đến hết ngày", Kind.DATE, hint="Để trống thì đến trước ngày nhiệm kỳ sau bắt đầu"),
)


CLOSING_COUNTS = date(2026, 5, 27)  # 05-HD/VPTW I.3.1.1b; before, 36-HD/VPTW II.1.3


def begins(closed: date) -> date:
    """The day from which numbers begin anew after a congress that closed on that day.

    The day after it; from 27/5/2026 the closing day itself.
    """
    return closed if closed >= CLOSING_COUNTS else closed + timedelta(days=1)


def problems(values: Mapping[str, Any]) -> dict[str, str]:
    """Field → sentence for all that cannot be saved."""
    found = check(FIELDS, values)
    since, until = values.get("since"), values.get("until")
    if isinstance(since, date) and isinstance(until, date) and until < since:
        found.setdefault("until", "Ngày kết thúc nhiệm kỳ ở trước ngày bắt đầu.")
    return found
