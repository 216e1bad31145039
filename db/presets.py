"""What a new file begins with: catalogues, the office's own unit, its superiors, the usual audiences."""

from __future__ import annotations

from db import audiences, settings
from db.audiences import Rule
from db.history import change
from db.tables import Audience, DirectiveType, MeetingType, Post, PostInclude, Unit, UnitKind, UnitName
from db.unit_names import names, search_key
from db.values import Values, keep, pairs
from rules.directives import DIRECTIVE_TYPES
from rules.meetings import MEETING_TYPES
from rules.office import UPPER
from rules.posts import EXECUTIVE, INSPECTOR, POSTS, STANDING
from rules.text import fold
from rules.trouble import Refused
from rules.units import UNIT_KINDS

CELL, PARTY, BOARD, OFFICE, UNIONS = (
    "Chi bộ cơ sở", "Đảng bộ cơ sở", "Ban, cơ quan của cấp ủy", "Văn phòng cấp ủy", "Đoàn thể"
)  # fmt: skip
HEADS = {
    BOARD: (
        "Trưởng ban", "Quyền Trưởng ban", "Phó Trưởng ban phụ trách", "Phó Trưởng ban",
        "Chủ nhiệm Ủy ban Kiểm tra", "Phó Chủ nhiệm Ủy ban Kiểm tra",
    ),
    UNIONS: ("Chủ tịch", "Phó Chủ tịch", "Bí thư Đoàn", "Phó Bí thư Đoàn"),
    OFFICE: ("Chánh Văn phòng", "Quyền Chánh Văn phòng", "Phó Chánh Văn phòng"),
}  # fmt: skip
STAFF = ("Chuyên viên", "Cán bộ, công chức")


def start_office(values: Values, kind: str = UPPER) -> None:
    """Fills an empty file: catalogues, the office of these values (rules.office.FIELDS), usual audiences.

    `kind`: of the office's unit, a name of rules.units.UNIT_KINDS.
    """
    if settings.is_started():
        raise Refused("Cơ quan đã được khai báo.", "Mở mục Cơ quan để sửa.")
    with change("Khai báo cơ quan"):
        fill_catalogues()
        _add_centre()
        settings.save_office(values, kind)
        add_audiences()


def fill_catalogues() -> None:
    """Unit kinds, posts, types of documents, types of meetings, where there are none yet."""
    with change("Lập danh mục"):
        if not UnitKind.select().exists():
            for kind in UNIT_KINDS:
                keep(UnitKind, kind._asdict())
        if not Post.select().exists():
            _fill_posts()
        if not DirectiveType.select().exists():
            for place, entry in enumerate(DIRECTIVE_TYPES, start=1):
                keep(DirectiveType, {**entry._asdict(), "position": place})
        if not MeetingType.select().exists():
            for place, name in enumerate(MEETING_TYPES, start=1):
                keep(MeetingType, {"name": name, "position": place})


def _fill_posts() -> None:
    ids = {}
    for post in POSTS:
        row = {"name": post.name, "short": post.short, "rank": post.rank}
        ids[post.name] = keep(Post, {**row, "search_key": fold(f"{post.name} {post.short}")})
    for post in POSTS:
        for name in post.includes:
            keep(PostInclude, {"post": ids[post.name], "included": ids[name]})


def _add_centre() -> int:
    """The centre, whose documents every office carries out."""
    texts = {
        "organization": "Trung ương Đảng", "committee": "Ban Chấp hành Trung ương Đảng",
        "short": "Trung ương", "symbol": "TW",
    }  # fmt: skip
    kind = UnitKind.get(UnitKind.level == 0)
    unit = keep(Unit, {"kind": kind.id, "outside": True, "position": 0})
    keep(UnitName, {"unit": unit, **texts, "search_key": search_key(texts)})
    return unit


def add_audiences() -> None:
    """The six usual items of called people, by rules over posts, unit kinds, the own unit."""
    own = settings.own_unit()
    office = names(own or 0)
    post = pairs(Post.select(Post.name, Post.id))
    kind = pairs(UnitKind.select(UnitKind.name, UnitKind.id))
    heads = [Rule(post[name], kind[place]) for place, posts in HEADS.items() for name in posts]
    staff = [*heads, *(Rule(post[name], kind[place]) for place in HEADS for name in STAFF)]
    secretaries = [
        Rule(post[name], kind[place])
        for place in (PARTY, CELL)
        for name in ("Bí thư", "Phó Bí thư", "Phó Bí thư Thường trực", "Phó Bí thư chuyên trách")
    ]
    groups = {
        "Ủy viên BTV Đảng ủy": [Rule(post[STANDING], None, own)],
        f"Ủy viên BCH Đảng bộ, ủy viên UBKT {office.committee}": [
            Rule(post[EXECUTIVE], None, own),
            *(Rule(post[INSPECTOR], place, unit) for place, unit in ((None, own), (kind[BOARD], None))),
        ],
        f"Trưởng, phó các ban xây dựng Đảng, các đoàn thể, Văn phòng {_everyday(office.committee)}": heads,
        "Bí thư, phó bí thư các chi bộ, đảng bộ cơ sở": secretaries,
        f"Báo cáo viên của {office.committee}": [Rule(post["Báo cáo viên"], None, own)],
        f"Cán bộ, công chức {office.committee}": staff,
    }  # fmt: skip
    for name, rules in groups.items():
        if not Audience.select().where(Audience.name == name).exists():
            audiences.save({"name": name, "rules": tuple(rules)})


def _everyday(committee: str) -> str:
    """ "Đảng ủy Khối" of "Đảng ủy Khối các cơ quan tỉnh", "Đảng ủy" of any other."""
    words = committee.split()[:3]
    return " ".join(words if fold(words[-1]) == "khoi" else words[:2]) if words else "Đảng ủy"
