"""A plainly invented subject with the verbs of db and the rules of rules, for trying pages and forms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import Any

from rules import fields as laws
from rules.fields import Choice, Field, Kind
from rules.text import fold
from rules.trouble import Refused

KINDS = [(1, "Đảng bộ cơ sở"), (2, "Chi bộ cơ sở"), (3, "Ban, cơ quan của cấp ủy")]
STATES = (Choice("working", "Đang hoạt động"), Choice("closed", "Đã kết thúc"))
FIELDS = (
    Field("organization", "Tên tổ chức đảng", required=True, hint="Viết như trên văn bản"),
    Field("short", "Tên gọi tắt"),
    Field("symbol", "Ký hiệu", limit=20),
    Field("kind", "Loại đơn vị", Kind.LINK, required=True, target="unit_kind"),
    Field("state", "Trạng thái", Kind.CHOICE, choices=STATES),
    Field("members", "Số đảng viên", Kind.INT),
    Field("founded", "Ngày thành lập", Kind.DATE),
    Field("congress", "Thời gian đại hội", Kind.VAGUE),
    Field("opens", "Giờ làm việc", Kind.TIME),
    Field("partners", "Đơn vị phối hợp", Kind.LINKS, target="unit_kind"),
    Field("outside", "Ngoài đảng bộ của cơ quan", Kind.BOOL),
    Field("note", "Ghi chú", Kind.LONG),
)


def choices(_target: str) -> list[tuple[int, str]]:
    return KINDS


def problems(values: dict[str, Any]) -> dict[str, str]:
    found = laws.check(FIELDS, values)
    if values.get("members") == 0:
        found["members"] = "Đơn vị phải có đảng viên."
    return found


def doubts(values: dict[str, Any]) -> dict[str, str]:
    return (
        {} if values.get("symbol") else {"symbol": "Chưa có ký hiệu; văn bản của đơn vị sẽ thiếu phần này."}
    )


@dataclass(frozen=True)
class Row:
    id: int
    organization: str
    kind: str
    members: int | None
    founded: date | None
    state: str


class Kept:
    """Rows in a dict, with the verbs of a db subject."""

    def __init__(self, rows: list[Row] | None = None) -> None:
        self.values = {row.id: row for row in rows or []}
        self.asked: list[tuple[str, dict[str, Any]]] = []

    def rows(self, words: str = "", **filters: Any) -> list[Row]:
        self.asked.append((words, filters))
        kind = dict(KINDS).get(filters.get("kind", 0))
        parts = fold(words).split()
        return [
            row
            for row in self.values.values()
            if all(part in fold(row.organization) for part in parts) and kind in (None, row.kind)
        ]

    def get(self, record: int) -> dict[str, Any]:
        row = self.values[record]
        kind = next(key for key, name in KINDS if name == row.kind)
        values = {"organization": row.organization, "kind": kind, "members": row.members}
        return laws.blank(FIELDS) | values | {"founded": row.founded, "state": row.state}

    def save(self, values: dict[str, Any], record: int | None = None) -> int:
        taken = {row.organization: row.id for row in self.values.values()}
        if taken.get(values["organization"], record) != record:
            raise Refused(f"Đã có “{values['organization']}”.", "Hãy chọn tên khác.")
        key = record or max(self.values, default=0) + 1
        kind = dict(KINDS)[values["kind"]]
        given = (values["organization"], kind, values["members"], values["founded"], values["state"])
        self.values[key] = Row(key, *given)
        return key

    def delete(self, ids: list[int]) -> None:
        for record in ids:
            del self.values[record]

    def hanging(self, ids: list[int]) -> list[str]:
        return [f"{len(ids) * 3} người đang giữ chức vụ ở đây."]


NAMES = (
    "Sở Công Thương",
    "Sở Tài chính",
    "Đài Phát thanh",
    "Sở Nội vụ",
    "Ban Dân vận",
    "Ấp Bắc",
    "Ủy ban",
    "Ân Thi",
)


def sample(count: int = 8) -> list[Row]:
    return [
        Row(
            number + 1,
            f"Đảng bộ {NAMES[number % 8]}" + (f" {number // 8 + 1}" if number >= 8 else ""),
            KINDS[number % 3][1],
            None if number % 5 == 4 else (number * 37) % 211 + 3,
            None if number % 4 == 3 else date(1998 + number % 20, 1 + number % 12, 3),
            STATES[number % 4 == 2].key,
        )
        for number in range(count)
    ]


LAWS = SimpleNamespace(FIELDS=FIELDS, problems=problems, doubts=doubts)
