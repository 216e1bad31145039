"""What the components of an official paper say, told apart by their words."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from papers import styles
from papers.checking.lines import Line
from rules.directives import DIRECTIVE_TYPES
from rules.text import fold

PARTY_TITLE = "dang cong san viet nam"
STATE_TITLE = "cong hoa xa hoi chu nghia viet nam"
MOTTO = re.compile(r"doc lap\s*[-–—]?\s*tu do\s*[-–—]?\s*hanh phuc")
STAR = re.compile(r"[*∗＊✱⁎](?:[*∗＊✱⁎\s]*[*∗＊✱⁎])?")
BLANK = r"[ .…_]"
SYMBOL = re.compile(
    rf"(?:s[oố]\b\s*[:.]?\s*|(?=\d))[\d{BLANK[1:]}*\s*[-–—/]\s*(?:\d{{4}}\s*[-/]\s*)?"
    r"(?:[^\W\d_]{1,12}(?!\w)|[.…_]{3})",
    re.IGNORECASE,
)
LONG_DATE = re.compile(
    rf"(?:^|[\s,.…_])ngay[\d{BLANK[1:]}*thang(?:[\d{BLANK[1:]}*|\s+[a-z]+(?:\s+[a-z]+)?\s+)nam[\d{BLANK[1:]}*$"
)
SHORT_DATE = re.compile(r"(?:,|\bngay)\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\.?$")
UNTIL = ("tinh den", "den ngay", "tu ngay")  # the day up to which a list counts
DASHES = re.compile(r"[-–—_‐‒―─=~*](?:[-–—_‐‒―─=~*\s]*[-–—_‐‒―─=~*])?")
DASHED = re.compile(r"-\s*\S")
ADDRESSED = re.compile(r"kinh (?:gui|trinh)\b")
DRAFT = re.compile(r"du thao\b")
URGENT = {"khan", "thuong khan", "hoa toc", "hoa toc hen gio"}
SECRET = {"mat", "toi mat", "tuyet mat"}
CIRCULATION = re.compile(
    r"tai lieu (?:thu hoi|hoi nghi|dai hoi)|xong (?:hoi nghi|dai hoi) tra lai|xem xong tra lai"
    r"|luu hanh noi bo|khong pho bien .*"
)
APPENDIX = re.compile(r"phu luc(?:\s+(?:so\s+)?[\divxlc]+)?\s*[.:]?")
RECIPIENTS = re.compile(r"noi nhan\s*[:.;]?")
# T/M, K/T, T/L, Q. and how they are miswritten; what follows is whom they stand for.
AUTHORITY = re.compile(
    r"(?P<mark>(?:T\s?[./\\]?\s?M|K\s?[./\\]?\s?T|T\s?[./\\]?\s?L|T\s?[./\\]?\s?U\s?[./\\]?\s?Q)\b[./]?|Q\b[./])\s*(?P<whose>\S.*)",
    re.IGNORECASE,
)
LEADING = ("bi thu", "pho bi thu")
HEADED = ("cuc", "chi cuc", "tong cuc", "vu", "vien", "hieu", "bo", "doi")
POSTS = (
    *LEADING, "chu nhiem", "pho chu nhiem", "chu tich", "pho chu tich", "chanh van phong",
    "pho chanh van phong", "truong ban", "pho truong ban", "giam doc", "pho giam doc", "thu truong",
    "pho thu truong", "truong doan", "pho truong doan", "truong tieu ban", "truong phong",
    "pho truong phong", "to truong", "uy vien", "hieu pho", "chanh thanh tra", "pho chanh thanh tra",
    "chanh an", "pho chanh an", "tong giam doc", "pho tong giam doc", "tong bien tap", "pho tong bien tap",
    *(f"{deputy}{body} truong" for deputy in ("", "pho ") for body in HEADED),
)  # fmt: skip
POST = re.compile(rf"(?:quyen )?(?P<post>{'|'.join(sorted(POSTS, key=len, reverse=True))})\b(?P<more>.*)")
CAPTIONS = re.compile(
    r"(?:dai dien )?(?:nguoi (?:ghi bien ban|lap danh sach|lap bieu|lap bang|tong hop|bao cao)|thu ky"
    r"(?: hoi nghi| dai hoi| cuoc hop)?|chu tri(?: hoi nghi| dai hoi| cuoc hop)?|nguoi chu tri)"
)
# What a program sets beside a digital signature at the top of an electronic copy (05-HD/VPTW III.3).
SIGNED_BY_KEY = re.compile(
    r"(?:nguoi ky|ky boi|duoc ky boi|co quan(?: ky)?|to chuc(?: ky)?|email|(?:ngay|thoi gian|thoi diem) ky"
    r"|chu ky so(?: cua)?|signature valid|(?:digitally )?signed (?:by|date))\s*[:.]?\s.*|signature valid"
)
CONFIRMED = re.compile(r"xac nhan chu ky cua")
HONOURS = re.compile(
    r"(?:(?:gs|pgs|ts|ths|tskh|bs|ks|cn|ls|kts|đ/c|đc|dr|ngưt|ngnd|nsưt|nsnd|ttưt|ttnd)(?:\.|\b)[./]*"
    r"|(?:đồng chí|thạc sĩ|tiến sĩ|giáo sư"
    r"|phó giáo sư|kỹ sư|bác sĩ|cử nhân|luật sư|nhà giáo|thầy thuốc"
    r"|(?:đại|thượng|trung|thiếu) (?:tá|tướng|úy)|ông|bà)\b)\s*"
)
LONGEST_NAME = 60


@cache
def _known(_edition: int) -> tuple[dict[str, str], set[str], set[str]]:
    """Names and codes of types, and marks, of all forms; made anew with every edition of them."""
    forms = styles.forms().values()
    kinds = [one for form in forms for one in form.types]
    names = {
        fold(name): name for name in [*(one.name for one in DIRECTIVE_TYPES), *(one.name for one in kinds)]
    }
    marks = {fold(words) for form in forms for words in form.urgencies}
    marks |= {fold(one.words) for form in forms for one in form.circulations}
    return names, {fold(one.code) for one in kinds if one.code}, marks


def types() -> dict[str, str]:
    """Every kind of paper: its name without marks and in full."""
    return _known(styles.edition())[0]


def is_type_code(code: str) -> bool:
    return fold(code) in _known(styles.edition())[1]


class Symbol(NamedTuple):
    """The parts of a number line as far as they can be told; `year` of state symbols that carry one."""

    lead: str
    number: str
    code: str
    body: str
    party: bool


PARTY_SYMBOL = re.compile(
    rf"(?P<lead>s[oố]\s*[:.]?\s*)?(?P<number>[\d{BLANK[1:]}*)\s*[-–—]\s*(?P<code>[^\W\d_]{{1,6}})\s*/\s*(?P<body>.*)",
    re.I,
)
STATE_SYMBOL = re.compile(
    rf"(?P<lead>s[oố]\s*[:.]?\s*)?(?P<number>[\d{BLANK[1:]}*)/(?:\s*\d{{4}}\s*/)?\s*"
    r"(?P<code>[^\W\d_]{1,6})\s*[-–—]\s*(?P<body>.*)",
    re.IGNORECASE,
)
# The state's letters carry the body alone: “Số: 15/UBND”.
BODY_SYMBOL = re.compile(
    rf"(?P<lead>s[oố]\s*[:.]?\s*)?(?P<number>[\d{BLANK[1:]}*)/\s*(?P<code>)(?P<body>[^\s/-]+)", re.IGNORECASE
)


def symbol(words: str) -> Symbol | None:
    """A number line in parts, whichever family wrote it; None where it reads as neither."""
    for pattern, party in ((PARTY_SYMBOL, True), (STATE_SYMBOL, False), (BODY_SYMBOL, False)):
        if found := pattern.fullmatch(words):
            return Symbol(found["lead"] or "", found["number"].strip(), found["code"], found["body"], party)
    return None


def is_number(line: Line) -> bool:
    """“Số 81-KH/ĐUK” and what comes near it."""
    return len(line.text) < 60 and SYMBOL.match(line.text) is not None and not line.plain.startswith("so nha")


def is_place_date(line: Line) -> bool:
    """“Mẫu, ngày 21 tháng 8 năm 2019”, with blanks or figures too."""
    plain = line.plain.rstrip(" .")
    if len(line.text) > 90 or plain.startswith(("(", *UNTIL)):
        return False
    return LONG_DATE.search(plain) is not None or (len(plain) < 60 and SHORT_DATE.search(plain) is not None)


def is_star(line: Line) -> bool:
    return STAR.fullmatch(line.text) is not None


def is_mark(line: Line) -> bool:
    """Urgency, secrecy, draft, circulation."""
    plain = line.plain.strip(" .")
    if len(plain) > 80:
        return False
    return plain in URGENT | SECRET | _known(styles.edition())[2] or bool(
        DRAFT.match(plain) or CIRCULATION.fullmatch(plain)
    )


def is_of_key(line: Line) -> bool:
    """A line of what a digital signature shows: who signed, with which key, when."""
    return SIGNED_BY_KEY.fullmatch(line.plain) is not None


def is_listed(line: Line) -> bool:
    """A line that begins with a dash, typed or set by Word."""
    return line.text.startswith(("-", "–", "—", "+", "•")) or bool(line.para.label.strip())


def is_stamp(line: Line) -> bool:
    """What is stamped in red: urgency, secrecy."""
    return line.plain.strip(" .") in URGENT | SECRET


def honour(line: Line) -> str:
    """What stands before a name and does not belong to it: “ThS. ”."""
    found = HONOURS.match(line.text.lower())
    return line.text[: found.end()] if found and found.end() < len(line.text) else ""


def is_separator(line: Line) -> bool:
    return len(line.text) > 1 and DASHES.fullmatch(line.text) is not None


def type_name(line: Line) -> str:
    """The kind of paper that a line names, "" where it names none."""
    plain = line.plain.strip(" .:*")
    known = types()
    if plain in known:
        return known[plain]
    if not line.upper or len(plain) > 90:
        return ""
    found = max((name for name in known if plain.startswith(f"{name} ")), key=len, default="")
    return known.get(found, "")


def is_authority(line: Line) -> bool:
    found = AUTHORITY.fullmatch(line.text)
    return found is not None and len(line.text) < 90 and (line.upper or "/" in found["mark"])


def is_post(line: Line) -> bool:
    return line.upper and len(line.text) < 90 and POST.fullmatch(line.plain.strip(" .")) is not None


def is_caption(line: Line) -> bool:
    return line.upper and CAPTIONS.fullmatch(line.plain.strip(" .")) is not None


def is_name(line: Line) -> bool:
    """A person's name: a few words that begin with capitals, or dots in place of one."""
    words = line.text.split()
    if not words or len(line.text) > LONGEST_NAME or line.text.startswith(("-", "(", "+")):
        return False
    if re.fullmatch(r"[ .…_]+", line.text):
        return True
    bare = HONOURS.sub("", line.text.lower())
    count = len(bare.split())
    capitals = sum(word[:1].isupper() for word in words)
    return 1 < count <= 6 and capitals >= len(words) - 1 and not re.search(r"[:;,!?]", line.text)
