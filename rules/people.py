"""People: what is asked about them, the posts they hold, the title a paper prints for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from rules.dates import VagueDate
from rules.fields import Choice, Field, Kind, check
from rules.names import split_title
from rules.office import STATE
from rules.posts import AGENCY, COMMITTEE, ORGANIZATION, followed_by, line_of
from rules.syllables import misspelt
from rules.text import clean, fold, merge

SEXES = (Choice("nam", "Nam"), Choice("nữ", "Nữ"))
ADDRESSES = {"nam": "ông", "nữ": "bà"}  # in papers of the state; of the Party everybody is a comrade
EDUCATION = ("Trung cấp", "Cao đẳng", "Đại học", "Thạc sĩ", "Tiến sĩ")
THEORY_LEVELS = ("Sơ cấp", "Trung cấp", "Cao cấp", "Cử nhân")
ETHNIC_GROUPS = (
    "Kinh",
    "Tày",
    "Thái",
    "Mường",
    "Khmer",
    "Nùng",
    "Mông",
    "Dao",
    "Gia Rai",
    "Ê Đê",
    "Hoa",
    "Chăm",
)

FIELDS: tuple[Field, ...] = (
    Field(
        "full_name", "Họ và tên", required=True, limit=100, hint="Chỉ họ tên, không kèm “đồng chí”, học hàm"
    ),
    Field("sex", "Giới tính", Kind.CHOICE, choices=SEXES),
    Field("birth", "Ngày sinh", Kind.VAGUE, hint="Chỉ biết năm thì gõ năm, ví dụ: 1965"),
    Field("ethnic_group", "Dân tộc", limit=60, suggestions=ETHNIC_GROUPS),
    Field("admitted", "Ngày vào Đảng", Kind.VAGUE),
    Field("official", "Ngày chính thức", Kind.VAGUE),
    Field("education", "Trình độ chuyên môn", suggestions=EDUCATION),
    Field("theory_level", "Trình độ lý luận chính trị", suggestions=THEORY_LEVELS),
    Field("phone", "Điện thoại", limit=60),
    Field("card_number", "Số thẻ đảng viên", limit=20, hint="Chỉ gồm chữ số"),
    Field("note", "Ghi chú", Kind.LONG),
)

HOLDING_FIELDS: tuple[Field, ...] = (
    Field("post", "Chức vụ", Kind.LINK, required=True, target="post"),
    Field("unit", "Đơn vị", Kind.LINK, required=True, target="unit"),
    Field("since", "Từ ngày", Kind.DATE),
    Field("until", "Đến ngày", Kind.DATE, hint="Ngày cuối cùng giữ chức vụ; đang giữ thì để trống"),
    Field("note", "Ghi chú"),
)


@dataclass(frozen=True)
class Holding:
    """One post of one person in one unit, named as on the day of the paper."""

    post: str
    rank: int  # of the post: 1 is the highest
    unit_id: int
    level: int  # of the unit's kind: 0 is the highest
    organization: str
    committee: str = ""
    short: str = ""
    includes: frozenset[str] = frozenset()  # names of posts that this one brings with it


@lru_cache(maxsize=8192)  # of ten thousand people many hold the same post in the same unit
def post_title(post: str, organization: str, committee: str = "", short: str = "") -> str:
    """Post and organisation as papers write them: "Trưởng Ban Tổ chức Đảng ủy Khối"."""
    if not committee or fold(committee).startswith("chi uy"):
        committee = organization  # a cell's secretary is "Bí thư Chi bộ …"
    places = {COMMITTEE: committee, ORGANIZATION: organization, AGENCY: short or organization}
    return merge(post, places.get(followed_by(post), ""))


def printed_title(holdings: Iterable[Holding]) -> str:
    """The highest post of each organisation among those held on one day, higher organisation first.

    "Ủy viên Ban Thường vụ Tỉnh ủy, Bí thư Đảng ủy khối các cơ quan tỉnh". A post that another post
    in the same unit brings with it is left out; "" where nothing is held.
    """
    held = sorted(holdings, key=lambda h: (h.level, h.rank))
    highest: dict[tuple[int, str], Holding] = {}
    brought: set[tuple[int, str]] = set()
    for holding in held:
        brought.update((holding.unit_id, name) for name in holding.includes)
    for holding in held:
        if (holding.unit_id, holding.post) not in brought:
            highest.setdefault((holding.unit_id, line_of(holding.post)), holding)
    titles = (post_title(h.post, h.organization, h.committee, h.short) for h in highest.values())
    return ", ".join(dict.fromkeys(titles))


def problems(values: Mapping[str, Any]) -> dict[str, str]:
    """Field → sentence for all that cannot be saved."""
    found = check(FIELDS, values)
    card = clean(values.get("card_number") or "")
    if "card_number" not in found and card and not re.fullmatch(r"[0-9]+", card):
        found["card_number"] = "Số thẻ đảng viên chỉ gồm chữ số, không có chữ hay dấu."
    return found


def holding_problems(values: Mapping[str, Any]) -> dict[str, str]:
    """Field → sentence for a post held that cannot be saved."""
    found = check(HOLDING_FIELDS, values)
    since, until = values.get("since"), values.get("until")
    if not found.keys() & {"since", "until"} and since and until and until < since:
        found["until"] = "Ngày thôi giữ chức vụ ở trước ngày bắt đầu."
    return found


def _first_day(value: Any) -> date | None:
    return value.earliest if isinstance(value, VagueDate) else None


def _last_day(value: Any) -> date | None:
    return value.latest if isinstance(value, VagueDate) else None


def doubts(values: Mapping[str, Any]) -> dict[str, str]:
    """Field → sentence for what looks odd but may be saved."""
    found = {}
    name = clean(values.get("full_name") or "")
    if split_title(name)[0]:
        found["full_name"] = "Có vẻ kèm cách xưng hô hoặc học hàm, học vị; văn bản của Đảng chỉ ghi họ tên."
    elif any(letter.isdigit() for letter in name):
        found["full_name"] = "Họ tên có chữ số."
    elif name and " " not in name:
        found["full_name"] = "Họ tên chỉ có một chữ."
    elif odd := misspelt(name):
        found["full_name"] = f"“{odd[0]}” không phải cách viết tiếng Việt; hãy xem lại dấu hoặc phông chữ."
    found.update(_date_doubts(values))
    return found


def _date_doubts(values: Mapping[str, Any]) -> dict[str, str]:
    found = {}
    names = {"birth": "Ngày sinh", "admitted": "Ngày vào Đảng", "official": "Ngày chính thức"}
    for field, label in names.items():
        value = values.get(field)
        if isinstance(value, VagueDate) and value.earliest is None and value.latest is None:
            found[field] = f"{label} chưa đọc được thành ngày; vẫn in đúng như đã gõ."
    born, admitted = _first_day(values.get("birth")), _last_day(values.get("admitted"))
    official = _last_day(values.get("official"))
    if born and admitted and admitted.year - born.year < 18:
        found["admitted"] = "Vào Đảng khi chưa đủ 18 tuổi; hãy kiểm tra ngày sinh và ngày vào Đảng."
    began = _first_day(values.get("admitted"))
    if began and official and official < began:
        found["official"] = "Ngày chính thức ở trước ngày vào Đảng."
    return found


def address(sex: str, family: str) -> str:
    """What stands before a name in papers of that family: “đồng chí”; “ông”, “bà”, “ông (bà)”."""
    return ADDRESSES.get(sex, "ông (bà)") if family == STATE else "đồng chí"
