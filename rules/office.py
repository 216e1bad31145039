"""Facts of the office itself: what the first start asks, presets, and the names settings are kept under."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from rules.fields import Choice, Field, Kind, check
from rules.names import DICTIONARY, SOFTWARE
from rules.text import STYLES, fold

# Names under which settings are kept. Names, symbol and place of the office stand with its unit alone.
UNIT = "office_unit"  # id of the office's own unit, as text
TERM = "term"
SECRETARY = "secretary"
CHIEF = "chief"
SPELLING = "spelling"
TONES = "tones"  # order of the tones in lists of names
FAMILY = "family"  # whose form the papers follow
BY_YEAR = "number_by_year"  # types of papers numbered anew each year, one a line
OFFICE_BY_YEAR = "number_office_by_year"  # "1": the office's own papers too
DECISIONS_APART = "number_decisions_apart"  # "1": Quyết định and Quy định are numbered apart
CLERK = "clerk"
SAMPLE = "sample"  # "1" in a file filled with the sample office

SPELLINGS = (
    Choice(STYLES[0], "ủy (cấp ủy, Đảng ủy)"),
    Choice(STYLES[1], "uỷ (cấp uỷ, Đảng uỷ)"),
)

TONE_ORDERS = (
    Choice(DICTIONARY, "ngang, huyền, hỏi, ngã, sắc, nặng (từ điển)"),
    Choice(SOFTWARE, "ngang, huyền, sắc, hỏi, ngã, nặng (nhiều phần mềm)"),
)

PARTY, STATE = "party", "state"
FAMILIES = (
    Choice(PARTY, "Văn bản của Đảng"),
    Choice(STATE, "Nghị định 30 (văn bản của Nhà nước)"),
)

FIELDS: tuple[Field, ...] = (
    Field(
        "organization",
        "Tên đảng bộ",
        required=True,
        hint="Ví dụ: Đảng bộ Khối các cơ quan tỉnh",
    ),
    Field(
        "committee",
        "Tên cấp ủy",
        required=True,
        hint="In ở phần đầu văn bản, ví dụ: Đảng ủy Khối các cơ quan tỉnh",
    ),
    Field(
        "superior",
        "Đảng bộ cấp trên trực tiếp",
        hint="Dòng in trên tên cấp ủy, ví dụ: Đảng bộ tỉnh Mẫu",
    ),
    Field(
        "symbol", "Ký hiệu", required=True, limit=40, hint="Phần sau dấu gạch chéo của số văn bản, ví dụ: ĐUK"
    ),
    Field("place_name", "Địa danh", limit=100, hint="Nơi ghi trước ngày tháng trên văn bản"),
    Field("term", "Nhiệm kỳ", limit=40, hint="Ví dụ: 2015 - 2020"),
    Field("secretary", "Họ tên bí thư", limit=100, hint="Có thể để trống, điền sau"),
    Field("chief", "Họ tên chánh văn phòng", limit=100, hint="Có thể để trống, điền sau"),
    Field(
        "spelling",
        "Cách viết trong văn bản",
        Kind.CHOICE,
        choices=SPELLINGS,
        default=STYLES[0],
        hint="Chỉ đổi câu chữ có sẵn của chương trình; tên đơn vị, tên người in đúng như đã nhập",
    ),
    Field("family", "Thể thức văn bản", Kind.CHOICE, choices=FAMILIES, default=PARTY),
    Field("clerk", "Tên người dùng máy", limit=100, hint="Ghi trong nhật ký thay đổi"),
    Field(
        TONES,
        "Thứ tự dấu khi xếp họ tên",
        Kind.CHOICE,
        choices=TONE_ORDERS,
        default=DICTIONARY,
        hint="Tên xếp trước, rồi chữ đệm, rồi họ; chỉ đổi thứ tự danh sách, không đổi chữ viết",
    ),
)


class Preset(NamedTuple):
    """Values to begin with for one kind of office; `kind` names its row of rules.units.UNIT_KINDS."""

    name: str
    kind: str
    values: dict[str, str]


UPPER = "Đảng bộ cấp trên trực tiếp cơ sở"

PRESETS: tuple[Preset, ...] = (
    Preset(
        "Khối các cơ quan tỉnh (đến 2025)",
        UPPER,
        {
            "organization": "Đảng bộ Khối các cơ quan tỉnh",
            "committee": "Đảng ủy Khối các cơ quan tỉnh",
            "symbol": "ĐUK",
            "term": "2020 - 2025",
        },
    ),
    Preset(
        "Các cơ quan Đảng tỉnh (từ 2025)",
        UPPER,
        {
            "organization": "Đảng bộ các cơ quan Đảng tỉnh",
            "committee": "Đảng ủy các cơ quan Đảng tỉnh",
            "symbol": "ĐU",
            "term": "2025 - 2030",
        },
    ),
    Preset(
        "Đảng ủy Ủy ban nhân dân tỉnh",
        UPPER,
        {
            "organization": "Đảng bộ Ủy ban nhân dân tỉnh",
            "committee": "Đảng ủy Ủy ban nhân dân tỉnh",
            "symbol": "ĐU",
            "term": "2025 - 2030",
        },
    ),
    Preset(
        "Đảng ủy xã, phường",
        UPPER,
        {
            "organization": "Đảng bộ xã …",
            "committee": "Đảng ủy xã …",
            "symbol": "ĐU",
            "term": "2025 - 2030",
        },
    ),
)


MERGED = date(2025, 2, 3)  # from here on the offices of a province have the Party committees of 2025


def usual_preset(today: date) -> Preset:
    """The kind of office to begin with on this day."""
    return PRESETS[1 if today >= MERGED else 0]


def problems(values: Mapping[str, Any]) -> dict[str, str]:
    """Field → sentence for all that cannot be saved."""
    found = check(FIELDS, values)
    for name in ("organization", "committee"):
        if "…" in str(values.get(name) or ""):
            found.setdefault(name, "Hãy thay dấu “…” bằng tên thật.")
    return found


def doubts(values: Mapping[str, Any]) -> dict[str, str]:
    """Field → sentence for what looks odd but may be saved."""
    found = {}
    if not values.get("place_name"):
        found["place_name"] = "Chưa có địa danh; văn bản sẽ in chỗ trống."
    if not values.get("superior"):
        found["superior"] = "Để trống thì văn bản không có dòng cấp trên."
    return found


OWN_PLACES = ("dang bo xa ", "dang bo phuong ", "dang bo dac khu ", "dang bo huyen ", "dang bo quan ")


PERSONS = ("ho chi minh",)  # cities named after somebody


def usual_place(superior: str, organization: str) -> str:
    """The place name of an office of a province or a city: that one's own name (36-HD/VPTW I.4).

    A city of one syllable or named after a person keeps its kind: “Thành phố Huế” (05-HD/VPTW I.4.1.1c).

    "" for a commune and the like, which write their own, and where the words do not tell.
    """
    if fold(organization).startswith(OWN_PLACES):
        return ""
    plain = fold(superior)
    words = next((words for words in ("dang bo tinh ", "dang bo thanh pho ") if plain.startswith(words)), "")
    names = superior.split()[len(words.split()) :] if words else []
    is_city = words == "dang bo thanh pho " and (len(names) == 1 or fold(" ".join(names)) in PERSONS)
    return " ".join(["Thành phố", *names] if is_city and names else names)
