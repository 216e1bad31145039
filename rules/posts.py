"""Posts to begin with: order of precedence, what each brings with it, how it joins its organisation."""

from __future__ import annotations

from typing import NamedTuple

# Which name of the unit follows the post.
COMMITTEE = "committee"  # Bí thư Đảng ủy Khối
ORGANIZATION = "organization"  # Ủy viên Ban Chấp hành Đảng bộ Khối
AGENCY = "short"  # Giám đốc Sở Công Thương
ALONE = ""  # Tỉnh ủy viên

# Of one line in one unit only the highest post is printed.
PARTY, INSPECTION, STAFF, STATE, UNION, SPEAKER = "party", "inspection", "staff", "state", "union", "speaker"


class Post(NamedTuple):
    """A post as a new file begins with it; `rank` 1 is the highest."""

    name: str
    short: str
    rank: int
    followed_by: str
    line: str
    includes: tuple[str, ...] = ()


STANDING, EXECUTIVE = "Ủy viên Ban Thường vụ", "Ủy viên Ban Chấp hành"
MEMBERS = ("Đảng ủy viên", "Chi ủy viên")
INSPECTOR = "Ủy viên Ủy ban Kiểm tra"
LEADING = (STANDING, EXECUTIVE, *MEMBERS)

POSTS: tuple[Post, ...] = (
    Post("Bí thư", "BT", 10, COMMITTEE, PARTY, LEADING),
    Post("Phó Bí thư Thường trực", "PBT TT", 20, COMMITTEE, PARTY, ("Phó Bí thư", *LEADING)),
    Post("Phó Bí thư chuyên trách", "PBT CT", 25, COMMITTEE, PARTY, ("Phó Bí thư", *LEADING)),
    Post("Phó Bí thư", "PBT", 30, COMMITTEE, PARTY, LEADING),
    Post(STANDING, "UVBTV", 40, COMMITTEE, PARTY, (EXECUTIVE, "Đảng ủy viên")),
    Post("Tỉnh ủy viên", "TUV", 45, ALONE, PARTY, (EXECUTIVE,)),
    Post(EXECUTIVE, "UVBCH", 50, ORGANIZATION, PARTY, ("Đảng ủy viên",)),
    Post("Chủ nhiệm Ủy ban Kiểm tra", "CN UBKT", 60, COMMITTEE, INSPECTION, (INSPECTOR,)),
    Post("Phó Chủ nhiệm Ủy ban Kiểm tra", "PCN UBKT", 70, COMMITTEE, INSPECTION, (INSPECTOR,)),
    Post(INSPECTOR, "UV UBKT", 80, COMMITTEE, INSPECTION),
    Post("Trưởng ban", "TB", 90, ORGANIZATION, STAFF),
    Post("Chánh Văn phòng", "CVP", 92, ORGANIZATION, STAFF),
    Post("Quyền Trưởng ban", "Q. TB", 94, ORGANIZATION, STAFF),
    Post("Quyền Chánh Văn phòng", "Q. CVP", 96, ORGANIZATION, STAFF),
    Post("Phó Trưởng ban phụ trách", "PTB PT", 98, ORGANIZATION, STAFF),
    Post("Phó Trưởng ban", "PTB", 100, ORGANIZATION, STAFF),
    Post("Phó Chánh Văn phòng", "PCVP", 102, ORGANIZATION, STAFF),
    Post("Giám đốc", "GĐ", 110, AGENCY, STATE),
    Post("Thủ trưởng", "TT", 112, AGENCY, STATE),
    Post("Chủ tịch", "CT", 114, AGENCY, STATE),
    Post("Phó Giám đốc", "PGĐ", 120, AGENCY, STATE),
    Post("Phó Thủ trưởng", "PTT", 122, AGENCY, STATE),
    Post("Phó Chủ tịch", "PCT", 124, AGENCY, STATE),
    Post("Bí thư Đoàn", "BTĐ", 130, ORGANIZATION, UNION),
    Post("Phó Bí thư Đoàn", "PBTĐ", 132, ORGANIZATION, UNION),
    Post("Đảng ủy viên", "ĐUV", 140, ORGANIZATION, PARTY),
    Post("Chi ủy viên", "CUV", 145, ORGANIZATION, PARTY),
    Post("Báo cáo viên", "BCV", 150, COMMITTEE, SPEAKER),
    Post("Chuyên viên", "CV", 160, ORGANIZATION, STAFF),
    Post("Cán bộ, công chức", "CBCC", 170, ORGANIZATION, STAFF),
)

KNOWN = {post.name: post for post in POSTS}


def followed_by(name: str) -> str:
    """Which name of the unit follows the post; the organisation's after a post the office itself made."""
    return KNOWN[name].followed_by if name in KNOWN else ORGANIZATION


def line_of(name: str) -> str:
    """The line the post belongs to; a post of the office's own making is a line of its own."""
    return KNOWN[name].line if name in KNOWN else name
