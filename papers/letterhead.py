"""What every official paper carries above and below its body."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from papers import styles
from papers.content import Block, Grid, Paragraph, Run, blank, paragraph
from rules import dates, numbers, text
from rules.facts import Head, Signature

Cell = tuple[Paragraph, ...]

PARTY = "Đảng Cộng sản Việt Nam"
SEPARATOR = "-----"
DAY_DOTS = "……"
NUMBER_SPACES = "      "  # room for a number written by hand
JOINED = "\ue000"  # stands for a space inside a set phrase while a name is broken
POINT_IN_MM = 25.4 / 72

# Advance widths of Times New Roman Bold capitals in thousandths of the size; tone marks add nothing.
CAPITALS = {
    **dict.fromkeys("ADNRCKUVXY", 722),
    **dict.fromkeys("BELTZ", 667),
    **dict.fromkeys("FP", 611),
    **dict.fromkeys("GHKOQ", 778),
    **dict(zip("IJMSWĐƯ -", (389, 500, 944, 556, 1000, 722, 796, 250, 333), strict=True)),
}
# Words that a line of a name never ends within.
UNBROKEN = (
    "CÁC CƠ QUAN", "DOANH NGHIỆP", "ĐẢNG ỦY", "TỈNH ỦY", "THÀNH ỦY", "HUYỆN ỦY", "ĐẢNG BỘ", "CHI BỘ",
    "ỦY BAN NHÂN DÂN", "ỦY BAN KIỂM TRA", "BAN THƯỜNG VỤ", "BAN CHẤP HÀNH", "VĂN PHÒNG", "CỦA TỈNH",
)  # fmt: skip


def head(facts: Head, profile: str, landscape: bool = False) -> list[Block]:
    """Issuer and Party title side by side, then the type, the subject and the five hyphens.

    A paper without a type code carries no number; unsigned, it carries no place and date either.
    """
    left, right = styles.form(profile).letterhead
    names = [paragraph("superior", facts.superior.upper())] if facts.superior else []
    names += [paragraph("issuer", line) for line in broken(facts.issuer.upper(), left, profile)]
    names.append(paragraph("star", "*"))
    rows: list[tuple[Cell, Cell]] = [
        (tuple(names), (paragraph("party", PARTY.upper()), Paragraph("party_line")))
    ]
    if facts.type_code or facts.signed:
        below = number(facts) if facts.type_code else Paragraph("number")
        rows.append(((below,), (place_date(facts),)))
    between = styles.page(profile, landscape).text_width - left - right
    return [_two_sides(left, between, right, rows), *title(facts)]


def _two_sides(left: float, between: float, right: float, rows: Sequence[tuple[Cell, Cell]]) -> Grid:
    """Both columns keep their widths; on a sheet turned on its side an empty one stands between."""
    if between < 1:
        return Grid((left, right), tuple(rows))
    empty: Cell = (Paragraph("star"),)
    return Grid((left, between, right), tuple((one, empty, other) for one, other in rows))


def title(facts: Head) -> list[Paragraph]:
    """The type in capitals, the subject below it, five hyphens (36-HD/VPTW II.1.5; 05-HD/VPTW I.5.2.1).

    Only a numbered paper must have a subject.
    """
    lines = [paragraph("type", facts.type_name.upper())]
    if facts.subject or facts.type_code:
        lines.append(paragraph("subject", facts.subject or blank("trích yếu")))
    return [*lines, paragraph("separator", SEPARATOR)]


def number(facts: Head) -> Paragraph:
    """“Số 92-KH/ĐUK”, no colon; an unknown number leaves room to write it by hand."""
    return paragraph("number", "Số ", *_symbol(facts, NUMBER_SPACES))


def _symbol(facts: Head, room: str) -> tuple[str | Run, ...]:
    symbol = facts.symbol or blank("ký hiệu cơ quan ban hành")
    if facts.number is None:
        return (Run(room, blank=f"số của {facts.type_name.lower()}"), f"-{facts.type_code}/", symbol)
    return (f"{numbers.two_digits(facts.number)}-{facts.type_code}/", symbol)


def mentioned(facts: Head) -> tuple[str | Run, ...]:
    """The paper as its own appendix names it: “Kế hoạch số 92-KH/ĐUK, ngày 19/8/2019”."""
    dots = Run(DAY_DOTS, blank=f"ngày ký {facts.type_name.lower()}")
    signed = (dates.paper_date(facts.signed),) if facts.signed else (dots, "/", dots, "/", dots)
    return (f"{facts.type_name} số ", *_symbol(facts, DAY_DOTS), ", ngày ", *signed)


def place_date(facts: Head) -> Paragraph:
    """“Mẫu, ngày 21 tháng 8 năm 2019”; day below 10 and months 1, 2 carry a zero."""
    place = facts.place_name or blank("địa danh")
    if facts.signed:
        return paragraph("place_date", place, f", {dates.long_date(facts.signed)}")
    dots = Run(DAY_DOTS, blank=f"ngày ký {facts.type_name.lower()}")
    return paragraph("place_date", place, ", ngày ", dots, " tháng ", dots, " năm ", dots)


def broken(name: str, width: float, profile: str) -> list[str]:
    """A name in bold capitals as nearly equal lines that fit `width` mm, no set phrase broken."""
    size = styles.style(profile, "issuer").size
    phrases = _phrases(name)
    sizes = [capitals_width(phrase, size) for phrase in phrases]
    space = capitals_width(" ", size)
    fewest = len(_filled(sizes, space, width))
    reachable = (
        sum(sizes[i:j]) + space * (j - i - 1) for i in range(len(sizes)) for j in range(i + 1, len(sizes) + 1)
    )
    narrowest = next((w for w in sorted(reachable) if len(_filled(sizes, space, w)) <= fewest), width)
    starts = [*_filled(sizes, space, narrowest), len(phrases)]
    return [" ".join(phrases[i:j]) for i, j in pairwise(starts)]


def _filled(sizes: Sequence[float], space: float, width: float) -> list[int]:
    """Where each line starts when every line takes as many phrases as fit."""
    starts: list[int] = []
    used = 0.0
    for position, size in enumerate(sizes):
        if starts and used + space + size <= width + 1e-6:
            used += space + size
        else:
            starts.append(position)
            used = size
    return starts


def capitals_width(words: str, size: float) -> float:
    """mm that bold capitals of `size` pt take."""
    thousandths = sum(CAPITALS.get(letter, CAPITALS.get(_bare(letter), 722)) for letter in words)
    return thousandths / 1000 * size * POINT_IN_MM


def _bare(letter: str) -> str:
    """The letter whose width counts: Ừ keeps its horn, Ầ and Ở fall back to A and O."""
    if letter in "ƯỪỨỬỮỰ":
        return "Ư"
    return unicodedata.normalize("NFD", letter)[0]


def _phrases(name: str) -> list[str]:
    """The words of a name in capitals, set phrases counting as one word."""
    plain = text.respell(name, "ủy")
    for phrase in UNBROKEN:
        for found in re.finditer(rf"(?<!\w){phrase}(?!\w)", plain):
            kept = name[found.start() : found.end()].replace(" ", JOINED)
            name = name[: found.start()] + kept + name[found.end() :]
    return [phrase.replace(JOINED, " ") for phrase in name.split()]


def signature(facts: Signature, whose: str) -> tuple[Paragraph, ...]:
    """Authority, post, room to sign, name; `whose` names the signer in the list of blanks.

    The post is set only where the form writes one (05-HD/VPTW I.7.1.2).
    """
    lines = [paragraph("authority", facts.authority.upper() or blank(f"quyền hạn ký {whose}"))]
    if facts.post:
        lines.append(paragraph("post", facts.post.upper()))
    lines.append(Paragraph("signature_space"))
    lines.append(paragraph("signer", facts.name or blank(f"họ tên {whose}")))
    return tuple(lines)


def recipients(rows: Sequence[str], profile: str) -> tuple[Paragraph, ...]:
    """“Nơi nhận:” and its lines, each closed by the mark of the form; nothing without recipients."""
    if not rows:
        return ()
    between, last = styles.form(profile).marks["recipient"]
    lines = [paragraph("recipients", "Nơi nhận:")]
    for position, row in enumerate(rows, 1):
        words = row.strip().lstrip("-").strip().rstrip(".,;").rstrip()
        lines.append(paragraph("recipient", f"- {words}{last if position == len(rows) else between}"))
    return tuple(lines)


def foot(left: Cell, right: Cell, profile: str) -> Grid:
    """Two blocks side by side that stay on one page."""
    half = styles.form(profile).page.text_width / 2
    empty = (Paragraph("recipient"),)
    return Grid((half, half), ((left or empty, right or empty),))
