"""Units of the Party and the offices beside them: what is asked about them and what must hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from rules.fields import Field, Kind, check, garbled
from rules.names import initials
from rules.text import clean, fold, respell

ORGANIZATION = Field(
    "organization",
    "Tên tổ chức đảng, cơ quan",
    required=True,
    hint="Viết như trên văn bản, ví dụ: Đảng bộ Sở Công Thương",
)
HAS_BOARD = re.compile(r"(dang|tinh|thanh|huyen|quan|thi) uy\b")  # bodies that have a standing committee
COMMITTEE = Field("committee", "Tên cấp ủy", hint="Ví dụ: Đảng ủy Sở Công Thương; chi bộ thì để trống")
SHORT = Field("short", "Tên gọi tắt", limit=100, hint="Ví dụ: Sở Công Thương")
SYMBOL = Field("symbol", "Ký hiệu", limit=40, hint="Phần đứng sau dấu gạch chéo trong số văn bản, ví dụ: ĐUK")

FIELDS: tuple[Field, ...] = (
    ORGANIZATION,
    COMMITTEE,
    SHORT,
    SYMBOL,
    Field("kind", "Loại đơn vị", Kind.LINK, required=True, target="unit_kind"),
    Field("parent", "Đơn vị cấp trên trực tiếp", Kind.LINK, target="unit"),
    Field("place_name", "Địa danh", limit=100, hint="Nơi ghi trước ngày tháng trên văn bản"),
    Field("members", "Số đảng viên", Kind.INT, limit=9_999_999),
    Field("founded", "Ngày thành lập", Kind.DATE),
    Field("closed", "Ngày kết thúc hoạt động", Kind.DATE, hint="Để trống khi đơn vị còn hoạt động"),
    Field(
        "outside",
        "Ngoài đảng bộ của cơ quan",
        Kind.BOOL,
        hint="Đơn vị cấp trên, đơn vị bạn; không tính vào số đơn vị trực thuộc",
    ),
    Field("phone", "Điện thoại", limit=60),
    Field("note", "Ghi chú", Kind.LONG),
)

RENAME_FIELDS: tuple[Field, ...] = (
    Field(
        "since",
        "Mang tên mới từ ngày",
        Kind.DATE,
        required=True,
        hint="Văn bản trước ngày này vẫn in tên cũ",
    ),
    ORGANIZATION,
    COMMITTEE,
    SHORT,
    SYMBOL,
)


class UnitKind(NamedTuple):
    """A kind of unit; the lower the level number, the higher the organisation."""

    name: str
    level: int


CENTRAL, PROVINCE, UPPER, GRASSROOTS, BELOW, GROUP = range(6)

UNIT_KINDS: tuple[UnitKind, ...] = (
    UnitKind("Cơ quan Trung ương", CENTRAL),
    UnitKind("Đảng bộ tỉnh, thành phố", PROVINCE),
    UnitKind("Cơ quan tham mưu của Tỉnh ủy", PROVINCE),
    UnitKind("Đảng bộ cấp trên trực tiếp cơ sở", UPPER),
    UnitKind("Ban, cơ quan của cấp ủy", UPPER),
    UnitKind("Văn phòng cấp ủy", UPPER),
    UnitKind("Đoàn thể", UPPER),
    UnitKind("Đảng bộ cơ sở", GRASSROOTS),
    UnitKind("Chi bộ cơ sở", GRASSROOTS),
    UnitKind("Đảng bộ bộ phận", BELOW),
    UnitKind("Chi bộ trực thuộc đảng ủy cơ sở", BELOW),
    UnitKind("Tổ đảng", GROUP),
    UnitKind("Cơ quan, đơn vị khác", GRASSROOTS),
)


def search_key(organization: str, committee: str = "", short: str = "", symbol: str = "") -> str:
    """Search form of a unit's names, initials included: "sct" and "skhcn" find."""
    names = [clean(name) for name in (organization, committee, short, symbol)]
    letters = [initials(name) for name in names[:3]]
    return fold(" ".join(dict.fromkeys(part for part in (*names, *letters) if part)))


def problems(values: Mapping[str, Any]) -> dict[str, str]:
    """Field → sentence for all that cannot be saved."""
    found = check(FIELDS, values)
    founded, closed = values.get("founded"), values.get("closed")
    if not found.keys() & {"founded", "closed"} and founded and closed and closed < founded:
        found["closed"] = "Ngày kết thúc hoạt động ở trước ngày thành lập."
    return found


def rename_problems(values: Mapping[str, Any]) -> dict[str, str]:
    """Field → sentence for a new dated name that cannot be saved."""
    return check(RENAME_FIELDS, values)


def doubts(values: Mapping[str, Any]) -> dict[str, str]:
    """Field → sentence for what looks odd but may be saved."""
    found = garbled(FIELDS, values)
    name, committee = fold(values.get("organization") or ""), fold(values.get("committee") or "")
    if name.startswith("dang bo") and not committee:
        found["committee"] = "Đảng bộ thường có tên cấp ủy; để trống thì văn bản in tên đảng bộ."
    if name.startswith(("dang uy", "tinh uy")) and not committee:
        found["organization"] = "Đây là tên cấp ủy; tên tổ chức thường bắt đầu bằng “Đảng bộ”."
    if values.get("members") == 0 and not values.get("outside"):
        found["members"] = "Số đảng viên đang là 0."
    return found


def usual_names(organization: str) -> dict[str, str]:
    """The committee and the short name that usually go with it: "Đảng bộ Sở Y tế" has "Đảng ủy Sở Y tế"."""
    words = clean(organization).split()
    kind, rest = fold(" ".join(words[:2])), " ".join(words[2:])
    committee = f"Đảng ủy {rest}" if kind == "dang bo" and rest else ""
    return {"committee": committee, "short": rest if kind in ("dang bo", "chi bo") else ""}


BEGINNINGS = (
    ("dang bo bo phan", "Đảng bộ bộ phận"),
    ("dang bo tinh", "Đảng bộ tỉnh, thành phố"),
    ("dang bo thanh pho", "Đảng bộ tỉnh, thành phố"),
    ("dang bo", "Đảng bộ cơ sở"),
    ("chi bo", "Chi bộ cơ sở"),
    ("to dang", "Tổ đảng"),
    ("ban", "Ban, cơ quan của cấp ủy"),
    ("uy ban kiem tra", "Ban, cơ quan của cấp ủy"),
    ("co quan uy ban kiem tra", "Ban, cơ quan của cấp ủy"),
    ("van phong", "Văn phòng cấp ủy"),
    ("doan", "Đoàn thể"),
    ("cong doan", "Đoàn thể"),
    ("lien doan", "Đoàn thể"),
    ("hoi", "Đoàn thể"),
    ("so", "Cơ quan, đơn vị khác"),
)
LOWER = {"Chi bộ cơ sở": "Chi bộ trực thuộc đảng ủy cơ sở", "Đảng bộ cơ sở": "Đảng bộ bộ phận"}


def usual_kind(organization: str, parent_level: int = UPPER) -> str:
    """Name of the kind that such a name usually has below a unit of this level; "" where it does not tell."""
    name = f"{fold(clean(organization))} "
    kind = next((kind for words, kind in BEGINNINGS if name.startswith(f"{words} ")), "")
    return LOWER.get(kind, kind) if parent_level >= GRASSROOTS else kind


def is_committee(name: str) -> bool:
    """A committee that has a standing committee: Đảng ủy, Tỉnh ủy, Huyện ủy …"""
    return bool(HAS_BOARD.match(fold(name)))


def short_committee(name: str, spelling: str) -> str:
    """“Đảng ủy” of “Đảng ủy Khối các cơ quan tỉnh”; a cell has a chi ủy; other bodies go by their name."""
    if is_committee(name):
        return " ".join(name.split()[:2])
    return respell("Chi ủy", spelling) if fold(name).startswith("chi bo") else name


# Who heads a body, by the beginning of its name; the longer beginning first.
LEADING_POSTS = (
    ("uy ban nhan dan", "Chủ tịch"),
    ("hoi dong nhan dan", "Chủ tịch"),
    ("van phong", "Chánh Văn phòng"),
    ("thanh tra", "Chánh Thanh tra"),
    ("tong cuc", "Tổng Cục trưởng"),
    ("chi cuc", "Chi cục trưởng"),
    ("cuc", "Cục trưởng"),
    ("vu", "Vụ trưởng"),
    ("vien", "Viện trưởng"),
    ("so", "Giám đốc"),
    ("trung tam", "Giám đốc"),
    ("benh vien", "Giám đốc"),
    ("kho bac", "Giám đốc"),
    ("bo", "Bộ trưởng"),
    ("ban", "Trưởng ban"),
    ("phong", "Trưởng phòng"),
    ("truong", "Hiệu trưởng"),
    ("hoc vien", "Giám đốc"),
)
COLLECTIVES = ("uy ban nhan dan ", "hoi dong nhan dan ")


def leading_post(name: str) -> str:
    """Who heads a body of that name: “Giám đốc” of a Sở; “Bí thư” of a committee, “Thủ trưởng” of others."""
    plain = f"{fold(name)} "
    if is_committee(name) or plain.startswith("chi bo "):
        return "Bí thư"
    return next((post for words, post in LEADING_POSTS if plain.startswith(f"{words} ")), "Thủ trưởng")


def is_collective(name: str) -> bool:
    """A body of the state that decides together and is signed for with TM."""
    return f"{fold(name)} ".startswith(COLLECTIVES)
