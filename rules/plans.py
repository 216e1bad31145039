"""Plans: the parts of their text and the lines of their schedule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rules.dates import VagueDate
from rules.fields import Choice, Field, Kind, check
from rules.text import STYLES, fold, respell

PHASES = (
    Choice("before", "Trước đại hội/hội nghị"),
    Choice("during", "Trong đại hội/hội nghị"),
    Choice("after", "Sau đại hội/hội nghị"),
)
NO_PHASE = Choice("", "Không chia giai đoạn")
STATES = (
    Choice("", "Chưa thực hiện"),
    Choice("doing", "Đang thực hiện"),
    Choice("done", "Đã hoàn thành"),
    Choice("postponed", "Tạm hoãn"),
)

ITEM_FIELDS: tuple[Field, ...] = (
    Field("phase", "Giai đoạn", Kind.CHOICE, choices=(NO_PHASE, *PHASES)),
    Field("content", "Nội dung công việc", Kind.LONG, required=True, limit=4000),
    Field("lead", "Cơ quan chủ trì", Kind.LINK, target="unit"),
    Field(
        "lead_words",
        "Chủ trì (ghi bằng lời)",
        hint="Khi giao cho nhiều đơn vị, ví dụ: các chi bộ, đảng bộ cơ sở",
    ),
    Field("coordinating", "Cơ quan phối hợp", Kind.LINKS, target="unit"),
    Field(
        "time",
        "Thời gian",
        Kind.VAGUE,
        hint="Ví dụ: bắt đầu từ tháng 01/2020 và hoàn thành trong tháng 02/2020",
    ),
    Field("product", "Sản phẩm, kết quả"),
    Field("state", "Tình trạng", Kind.CHOICE, choices=STATES),
    Field("note", "Ghi chú", limit=500),
)
FIELDS = ITEM_FIELDS

SECTIONS = (
    Choice("opening", "Phần mở đầu"),
    Choice("purpose", "Mục đích"),
    Choice("requirements", "Yêu cầu"),
    Choice("content", "Nội dung"),
    Choice("organisation", "Tổ chức thực hiện"),
    Choice("closing", "Phần kết"),
)


def authority(issuer: str, spelling: str = STYLES[0]) -> str:
    """T/M and the collective that issues the plan (05-HD/VPTW I.7.1.1); "" for other issuers.

    `issuer` as rules.directives.issuer_name words it.
    """
    plain = fold(issuer)
    if plain.startswith("ban thuong vu"):
        return "T/M BAN THƯỜNG VỤ"
    if plain.startswith(("dang uy", "ban chap hanh")):
        return f"T/M {respell('ĐẢNG ỦY', spelling)}"
    return ""


def problems(values: Mapping[str, Any]) -> dict[str, str]:
    """Field → sentence for a line of the schedule that cannot be saved."""
    return check(ITEM_FIELDS, values)


def doubts(values: Mapping[str, Any]) -> dict[str, str]:
    """Field → sentence for what looks odd but may be saved."""
    found = {}
    time = values.get("time")
    if isinstance(time, VagueDate) and time.earliest is None and time.latest is None:
        found["time"] = "Thời gian chưa đọc được thành ngày, nên không nhắc hạn; vẫn in đúng như đã gõ."
    if values.get("lead") is None and not values.get("lead_words"):
        found["lead"] = "Chưa có cơ quan chủ trì."
    return found
