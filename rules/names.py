"""Names of people: the order they are listed in, the letters they are found by, what stands before them."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from rules.syllables import is_vietnamese
from rules.text import clean, fold

# Letters and signs in the order of CLDR "vi"; signs and figures stand before letters.
LETTERS = " _-,;:!?.'\"()[]{}@*/\\&#%0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
MARKS = "\u0300\u0309\u0303\u0301\u0323"  # huyền hỏi ngã sắc nặng: dictionaries and CLDR
DICTIONARY, SOFTWARE = "dictionary", "software"
ORDERS = {
    DICTIONARY: MARKS,
    SOFTWARE: "\u0300\u0301\u0309\u0303\u0323",
}  # huyền sắc hỏi ngã nặng: many programs
NO_TONE, OTHER_MARK = "0", "9"
LEVEL_END, PART_END = "\x02", "\x01"  # below every weight, so that the shorter name comes first
FIRST_WEIGHT, UNKNOWN = 0x21, "~"
WEIGHTS = {letter: chr(FIRST_WEIGHT + place) for place, letter in enumerate(LETTERS)}

APOSTROPHES = "’'‘ʼ"  # in names of the highlands: H’Lim, K’Brệp
LITTLE_WORDS = frozenset({"va", "cua", "cac"})


def _weigh(letter: str, tones: str = DICTIONARY) -> tuple[str, str, str]:
    """Primary weight, tone and case of one letter."""
    low = letter.lower()
    case = "0" if low == letter else "1"
    plain, *marks = list(unicodedata.normalize("NFD", low))
    order = ORDERS[tones]
    tone = next((str(order.index(mark) + 1) for mark in marks if mark in order), NO_TONE)
    base = unicodedata.normalize("NFC", plain + "".join(mark for mark in marks if mark not in order))
    if base in WEIGHTS:
        return WEIGHTS[base], tone, case
    if plain in WEIGHTS:
        return WEIGHTS[plain], OTHER_MARK, case
    return UNKNOWN + low, tone, case


class _Level(dict[int, str]):
    """One level of the weight of each letter, worked out where the letter is first met: for str.translate."""

    def __init__(self, level: int, tones: str) -> None:
        self.level, self.tones = level, tones

    def __missing__(self, code: int) -> str:
        self[code] = _weigh(chr(code), self.tones)[self.level]
        return self[code]


@cache
def _tables(tones: str = DICTIONARY) -> tuple[_Level, _Level, _Level]:
    """Letters of the whole part first, then its tones, then capitals: the levels of CLDR."""
    return _Level(0, tones), _Level(1, tones), _Level(2, tones)


@lru_cache(maxsize=20_000)  # of family and middle names there are few
def _part_key(part: str, tones: str) -> str:
    letters, marks, capitals = _tables(tones)
    return f"{part.translate(letters)}{LEVEL_END}{part.translate(marks)}{LEVEL_END}{part.translate(capitals)}"


@lru_cache(maxsize=50_000)
def alphabet_key(words: str) -> str:
    """Order of any words in CLDR "vi", read from left to right; quick enough for long lists."""
    return LEVEL_END.join(words.translate(table) for table in _tables())


def sort_key(full_name: str, tones: str = DICTIONARY) -> str:
    """Order by given, then middle, then family name, each in CLDR "vi" order; compares byte by byte.

    `tones`: "dictionary" (ngang huyền hỏi ngã sắc nặng) or "software" (ngang huyền sắc hỏi ngã nặng).
    """
    rest, _, given = clean(full_name).rpartition(" ")
    family, _, middle = rest.partition(" ")
    if not given:
        return ""
    return (
        f"{_part_key(given, tones)}{PART_END}{_part_key(middle, tones)}{PART_END}{_part_key(family, tones)}"
    )


def initials(name: str) -> str:
    """First letters without marks and without little words: "skhcn"; "" for a single word."""
    words = fold(clean(name)).split()
    letters = [word[0] for word in words if word not in LITTLE_WORDS]
    return "".join(letters) if len(words) > 1 else ""


def search_key(full_name: str) -> str:
    """Search form of a name without apostrophes, then its initials: "nvh" finds Nguyễn Văn Hòa."""
    bare = "".join(letter for letter in clean(full_name) if letter not in APOSTROPHES)
    return f"{fold(bare)} {initials(bare)}".strip()


RANKS = (
    "đồng chí|ông|bà|anh|chị|luật sư|(?:phó )?giáo sư|bà mẹ việt nam anh hùng|linh mục|đại đức|ni sư|"
    "(?:tiến|thạc|bác|kỹ|nghệ) s[ĩỹ](?: (?:nhân dân|ưu tú))?|nhà (?:giáo|báo)(?: (?:nhân dân|ưu tú))?|"
    "cử nhân|(?:đại|thượng|trung|thiếu) (?:tướng|tá|[uú][yý])|h[oò][aà] thượng|thượng t[oọ][aạ]"
)
SHORT_RANKS = "pgs|gs|tskh|ts|ths|bscki{1,2}|bsck|bs|ks|cn|kts|ngnd|ngưt|nsnd|nsưt|ls"
CAPITALS = SHORT_RANKS.upper()
TITLE = re.compile(
    rf"(?:(?:đ\s?[/.]\s?c|đc|{RANKS})(?!\w)\s*[.:,]?"
    rf"|(?:{SHORT_RANKS})\s*[.,]+|(?-i:{CAPITALS}|ThS)(?=[\s-]))[\s,-]*",
    re.IGNORECASE,
)
JOINTS = re.compile(r"(['’ʼ‘`\-])")


def _is_family(words: str) -> bool:
    """Ông is a family too: "Ông Ích Đạt", unless another family's name follows, as in "Ông Lê An"."""
    first, *rest = words.split()
    if first.lower() not in ("ông", "bà", "anh", "chị") or not first[0].isupper() or len(rest) < 2:
        return False
    return JOINTS.split(rest[0].lower())[0] not in FAMILIES - {"văn"}


def split_title(text: str) -> tuple[str, str]:
    """What stands before a name, then the name: “PGS.TS.”, “Lê An”; "" and the text where nothing does.

    Forms of address (đồng chí, đ/c, ông), degrees and ranks, several in a row; a title alone stays whole.
    """
    words = clean(text)
    end = 0
    while (found := TITLE.match(words, end)) and not _is_family(words[end:]):
        end = found.end()
    if end == 0 or not words[end:]:
        return "", words
    return words[:end].strip(" ,:-"), words[end:]


def _mend_word(word: str) -> str:
    if word[:1].isupper() and word[1:].islower():
        return word
    pieces = [piece[:1].upper() + piece[1:].lower() for piece in JOINTS.split(word)]
    return "".join(pieces)


def mend_capitals(name: str) -> str:
    """The name with the capitals of a name, "NGUYỄN văn an" as "Nguyễn Văn An"; spelling and title stay."""
    title, words = split_title(name)
    mended = " ".join(_mend_word(word) for word in words.split())
    return f"{title} {mended}" if title else mended


# Families as often met, with their tones, which bodies and headings rarely share: Đặng is one, Đảng is none.
_FAMILIES = """
    nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý an ân âu bá bạch bàn bàng
    bành bế biện bồ ca cai cái cam cao cáp cát cấn cầm châu chế chẩu chu chúc chung chương cồ cổ cù
    cung cừ danh diêm diệp doãn du dư đàm đan đào đàng đậu đèo điêu điền điểu đinh đoàn đổng đới
    đồng đường giang giáp hà hạ hàn hàng hạng hầu hình hoa hứa hùng hữu kha khâu khang khổng khiếu
    khúc khuất khương khưu kiên kiều kim kinh kỳ kỷ la lã lạc lại lâm lăng lành lầu lều liên liễu lò
    lộ lộc lỗ lồ lù lục lung lương lường lưu lữ lư ma mã mạc mạch mai mẫn mạnh mao mâu mìn mông mùa
    nghiêm nghị ngụy nhan nhâm nhiêu nhữ ninh nông ong ông ổn ôn phí phó phù phùng phương quách quan
    quản quàng sầm sơn sử sùng tạ tăng tân tào tất tề thạch thái thân thẩm thang thào thiều thịnh
    thới tiêu tiết tô tôn tống trà trác trang trầm tráng triệu trịnh trình trưng trương từ tưởng
    tường ty ung uông ứng vàng vân văn vi viên vòng vưu vương vừ vy xa xiêm xồng y yên giàng sình
    cháng chảo lèng lùng thàng tẩn a h k niê ksor siu rmah rcom rơ ralan kpă nay kră jan ama pang
    cil liêng bon kray mlô ayun buôn êban hra hlong bríu alăng arất zơrâm blúp hồng quang liêu lao
    lưỡng cà
"""
FAMILIES = frozenset(_FAMILIES.split())
NO_NAMES = re.compile(  # provinces and bodies that begin like families
    r"(?:(?:an|hà|kiên) giang|cao bằng|đồng (?:nai|tháp)|hà (?:nam|nội|tĩnh|đông)|lâm đồng|lạng sơn|"
    r"ninh (?:bình|thuận)|sơn (?:la|dương)|thái (?:bình|nguyên)|yên bái|quang (?:bình|trung)|châu (?:âu|á))"
    r"|(?:đoàn (?:thanh niên|tncs|kiểm|giám|chủ|thư|đại biểu)|danh (?:sách|mục)|công (?:đoàn|ty|an)|"
    r"liên (?:đoàn|hiệp|hợp|chi)|văn (?:phòng|bản|kiện|thư|h[oó][aá])|lao động|kỳ họp|kim ngạch|lộ trình|"
    r"phó (?:bí|chủ|trưởng|giám|chánh|tổng|ban|phòng)|quản (?:lý|trị)|hữu nghị|đường sắt|phương án|y tế|"
    r"an (?:ninh|toàn)|kinh (?:tế|phí|nghiệm)|hình thức|tiêu (?:chí|đề)|trình độ|lý (?:lịch|luận|do))\b.*",
)
MIDDLES = ("văn", "thị")
MOST_WORDS = 6


def _has_capital(word: str) -> bool:
    return word[:1].isupper() and all(piece.isalpha() for piece in JOINTS.split(word)[::2] if piece)


def is_name(text: str) -> bool:
    """Whether words in capitals as of a name could be a full name, two to six of them, a title before.

    One word alone is never taken for a name, nor are provinces and bodies that begin like a family.
    """
    words = split_title(text)[1].rstrip(".").split()
    if not 2 <= len(words) <= MOST_WORDS or not all(_has_capital(word) for word in words):
        return False
    low = [word.lower() for word in words]
    if NO_NAMES.fullmatch(" ".join(low)):
        return False
    strange = [word for word in words if not is_vietnamese(word)]
    foreign = bool(strange) and not any(word.isupper() for word in strange)
    return foreign or JOINTS.split(low[0])[0] in FAMILIES or low[1] in MIDDLES


class Namesake(NamedTuple):
    """A person as compared with others of the name; `year` of birth and `unit` as far as known."""

    id: int
    name: str
    year: int | None = None
    unit: str = ""


Bucket = tuple[int | None, str]


def _joined(buckets: Iterable[Bucket]) -> dict[Bucket, Bucket]:
    """Each bucket with the one for all it cannot be told from: what is unknown tells nothing apart."""
    heads = {bucket: bucket for bucket in buckets}

    def head(one: Bucket) -> Bucket:
        while heads[one] != one:
            heads[one] = one = heads[heads[one]]
        return one

    bare = [one for one in heads if one[0] is None or not one[1]]
    for one in list(heads):
        for less in ((None, one[1]), (one[0], ""), (None, "")):
            if less in heads:
                heads[head(one)] = head(less)
    if any(year is None for year, _ in bare) and any(not unit for _, unit in bare):
        for one in bare[1:]:
            heads[head(one)] = head(bare[0])
    return {one: head(one) for one in heads}


def probable_duplicates(rows: Iterable[Namesake]) -> list[list[int]]:
    """Groups of ids of one folded name whose year of birth and unit, where known, do not differ."""
    named: dict[str, dict[Bucket, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        named[fold(split_title(row.name)[1])][row.year, fold(clean(row.unit))].append(row.id)
    groups: list[list[int]] = []
    for name, buckets in named.items():
        if not name:
            continue
        together: dict[Bucket, list[int]] = defaultdict(list)
        for bucket, head in _joined(buckets).items():
            together[head] += buckets[bucket]
        groups += [sorted(ids) for ids in together.values() if len(ids) > 1]
    return groups
