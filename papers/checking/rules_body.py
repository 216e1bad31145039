"""Rules of running text: letters, measures, căn cứ, its end, what it cites (BD-1 … BD-5)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papers.checking.findings import Desk
from papers.checking.judging import EXACT, figure, size_of, span
from papers.checking.lines import TAB_STOP, body_text
from papers.checking.reading import Para
from rules.directives import DIRECTIVE_TYPES
from rules.text import fold, respell

SPACE = 0.25  # of the size: the width of a space
HEADING = re.compile(r"(?:[ivxlc]+\s*[-.]|\d+(?:\.\d+)*\s*[.-]|[a-zđ]\s*\)|dieu \d+|phan |chuong |muc )")
LISTED = re.compile(r"(?:[-–+•]|[a-zđ]\)|\d+[.)-])\s")
CENTRED = re.compile(r"(?:phan (?:thu )?|chuong |muc )[\w ]{1,12}$")
BASIS = re.compile(r"[-–+•*]?\s*can cu\b(?! vao (?:tinh hinh|thuc te))")
BASIS_TAIL = re.compile(r"[-–+•*]?\s*(?:can cu|duoc su|xet|theo|thuc hien|sau khi|tren co so)\b")
MOST_BASES = 40
NAMES = "|".join(sorted({kind.name for kind in DIRECTIVE_TYPES if kind.code}, key=len, reverse=True))
CITED = re.compile(
    rf"(?P<name>{NAMES})(?P<so>\s+số)?\s+(?P<symbol>\d{{1,5}}(?:-[^\W\d_]{{1,4}}/[^\W_]+|/\d{{4}}/[^\W\d_]{{1,4}}-[^\W_]+))"
    r"(?P<day>,?\s*(?:ngày\s*[\d.…_]+|ngày\s+\d{1,2}\s+tháng))?",
    re.IGNORECASE,
)
END = re.compile(r"\s*[.]?\s*/\s*[.]?\s*$")
CLOSING = "”\"')"
BLANK = re.compile(r"[.…_]{3,}[.;:]?$|…[.;:]?$")


def check(desk: Desk) -> None:
    if not desk.paper.parts.family:
        return
    body = [para for para in desk.paper.body if para.text.replace("\ufffc", "").strip()]
    for para in body:
        _letters(desk, para)
        _measures(desk, para)
        if not _is_centred(para, body_text(para)):
            _line(desk, para)
    for one, other in desk.paper.feet.neighbours:
        if not any(_is_centred(para, body_text(para)) for para in (one, other)):
            _between(desk, one, other)
    _bases(desk, body)
    _end(desk, body)
    _cited(desk, body)


# -- BD-1


def _letters(desk: Desk, para: Para) -> None:
    allowed = size_of(desk.form, "body")
    looks = [piece.look for piece in para.pieces if any(map(str.isalnum, piece.text))]
    sizes = sorted({look.size for look in looks if not look.raised and not allowed.holds(look.size, EXACT)})
    if sizes:
        found = f"nội dung cỡ chữ {', '.join(map(figure, sizes))}"
        desk.report("BD-1", para, found, f"nội dung cỡ chữ {span(allowed)}")


def _measures(desk: Desk, para: Para) -> None:
    words, lies = body_text(para), para.layout
    if _is_centred(para, words):
        return
    heading = HEADING.match(fold(words)) is not None
    if lies.align != "both" and not (heading and lies.align == "left" and _is_bold(para)):
        aligns = {"left": "căn trái", "center": "căn giữa", "right": "căn phải"}
        desk.report("BD-1", para, aligns.get(lies.align, lies.align), "dàn đều về cả hai lề")
        if lies.align in ("center", "right"):
            return
    if heading and _is_bold(para):
        return
    legal = desk.form.legal
    start = _start(para)
    if not legal.indent.holds(start, legal.indent_slack + 0.05):
        expected = f"chữ đầu dòng lùi vào khoảng {span(legal.indent, 'mm')}"
        desk.report("BD-1", para, f"chữ đầu dòng lùi vào {figure(start)} mm", expected)
    elif lies.left - max(-lies.first, 0) > legal.indent.least / 2 and not LISTED.match(words):
        found = f"cả đoạn lùi vào {figure(lies.left)} mm"
        desk.report("BD-1", para, found, "chỉ chữ đầu dòng lùi vào")


def _is_bold(para: Para) -> bool:
    looks = [piece.look for piece in para.pieces if any(map(str.isalnum, piece.text))]
    return bool(looks) and all(look.bold for look in looks)


def _is_centred(para: Para, words: str) -> bool:
    """Phần, Chương, Mục and their titles, and lines such as “QUYẾT ĐỊNH:”, stand in the middle."""
    if para.layout.align != "center":
        return False
    letters = [letter for letter in words if letter.isalpha()]
    capital = bool(letters) and not any(map(str.islower, letters))
    return capital or CENTRED.match(fold(words)) is not None or _is_bold(para)


def _start(para: Para) -> float:
    """mm from the margin at which the first words begin, typed tabs and spaces counted."""
    at = para.layout.left + para.layout.first
    if para.label:
        return at
    for piece in para.pieces:
        for letter in piece.text:
            if letter == "\t":
                stops = [place for place, _ in para.layout.tabs if place > at + 0.1]
                at = stops[0] if stops else (at // TAB_STOP + 1) * TAB_STOP
            elif letter.isspace():
                at += SPACE * piece.look.size * 25.4 / 72
            elif letter != "\ufffc":
                return at
    return at


# -- BD-2


def _line(desk: Desk, para: Para) -> None:
    legal, lies = desk.form.legal, para.layout
    said = []
    if lies.rule == "exact" and legal.line is not None and legal.line.holds(lies.line, EXACT):
        return
    if lies.rule == "auto" and legal.lines is not None and legal.lines.holds(lies.line, EXACT):
        return
    if legal.line is not None:
        said.append(f"giãn dòng chính xác (Exactly) {span(legal.line, 'pt')}")
    if legal.lines is not None:
        said.append(f"giãn dòng {span(legal.lines)} dòng")
    kinds = {"exact": "chính xác", "atLeast": "ít nhất"}
    if lies.rule in kinds:
        found = f"giãn dòng {kinds[lies.rule]} {figure(lies.line)} pt"
    else:
        found = f"giãn dòng {f'{lies.line:.3g}'.replace('.', ',')} dòng"
    desk.report("BD-2", para, found, " hoặc ".join(said))


def _between(desk: Desk, one: Para, other: Para) -> None:
    """The space below one paragraph and above the next, as Word adds them."""
    same = one.style == other.style
    below = 0.0 if same and one.layout.contextual else one.layout.after
    above = 0.0 if same and other.layout.contextual else other.layout.before
    gap, least = below + above, desk.form.legal.between
    if max(gap, one.layout.before + below) < least - 0.05:
        found = f"cách đoạn sau {figure(gap)} pt"
        desk.report("BD-2", one, found, f"các đoạn cách nhau từ {figure(least)} pt trở lên")


# -- BD-3


def _bases(desk: Desk, body: Sequence[Para]) -> None:
    rows = _block(desk, body)
    if not rows:
        return
    form = desk.form
    between, last = form.marks["basis"]
    italic = form.styles["basis"].italic if "basis" in form.styles else False
    for place, para in enumerate(rows, 1):
        words = body_text(para)
        wrong, right = [], []
        if form.basis and not words.startswith(form.basis):
            wrong.append("không bắt đầu bằng gạch nối")
            right.append("bắt đầu bằng gạch nối")
        looks = [piece.look for piece in para.pieces if any(map(str.isalnum, piece.text))]
        if not italic and any(look.italic for look in looks):
            wrong.append("chữ nghiêng")
            right.append("chữ đứng")
        elif italic and not all(look.italic for look in looks):
            wrong.append("chữ đứng")
            right.append("chữ nghiêng")
        mark = last if place == len(rows) else between
        if not words.endswith(mark):
            wrong.append("cuối dòng cuối" if place == len(rows) else "cuối dòng")
            wrong[-1] += f" không có dấu {mark}"
            right.append(f"có dấu {mark}")
        if wrong:
            desk.report("BD-3", para, f"căn cứ {', '.join(wrong)}", f"căn cứ {', '.join(right)}")


def _block(desk: Desk, body: Sequence[Para]) -> list[Para]:
    """The căn cứ at the beginning of the body; a single sentence that only begins so is none."""
    start = next((n for n, para in enumerate(body[:3]) if BASIS.match(fold(body_text(para)))), None)
    if start is None:
        return []
    rows: list[Para] = []
    for para in body[start : start + MOST_BASES]:
        words = body_text(para)
        if not BASIS_TAIL.match(fold(words)) or _concludes(words):
            break
        rows.append(para)
    decides = desk.paper.parts.type_name in ("Quyết định", "Nghị quyết", "Quy chế", "Quy định")
    alone = rows and not decides and len(rows) == 1 and not re.match(r"[-–+•]|.*[;,]$", body_text(rows[0]))
    return [] if alone else rows


def _concludes(words: str) -> bool:
    """A sentence that goes on to say what is done: “Căn cứ …, … thông báo như sau:”."""
    if not words.endswith(":"):
        return False
    return (
        "như sau" in words
        or re.search(r",\s*(?:Ban|Văn|Đảng|Tỉnh|Ủy|Đoàn)", respell(words, "ủy")) is not None
    )


# -- BD-4


def _end(desk: Desk, body: Sequence[Para]) -> None:
    feet = desk.paper.feet
    if not body or not feet.found or feet.ends_in_table:
        return
    last = body[-1]
    words = body_text(last).rstrip()
    bare = words.rstrip(CLOSING)
    state = desk.form.family == "state"
    if END.search(bare) and not (state and bare.endswith("./.")):
        desk.report("BD-4", last, f"kết thúc bằng {bare[-3:].strip()}", "kết thúc bằng dấu chấm")
    elif not bare.endswith((".", "./.")) and not BLANK.search(bare):
        found = (
            f"kết thúc bằng dấu {bare[-1]}" if not bare[-1:].isalnum() else "không có dấu chấm cuối nội dung"
        )
        desk.report("BD-4", last, found, "kết thúc bằng dấu chấm")


# -- BD-5


def _cited(desk: Desk, body: Sequence[Para]) -> None:
    """The first mention of a document names “số”, the number, and its day behind a comma."""
    met: set[str] = set()
    for para in body:
        for found in CITED.finditer(body_text(para)):
            symbol = found["symbol"]
            if symbol in met:
                continue
            met.add(symbol)
            missing = [] if found["so"] else ["chữ số"]
            if not found["day"]:
                missing.append("ngày ban hành")
            elif not found["day"].startswith(","):
                missing.append("dấu phẩy trước ngày")
            if missing and desk.form.family == "party":
                said = f"viện dẫn lần đầu {found['name']} {symbol} thiếu {', '.join(missing)}"
                expected = f"{found['name']} số {symbol}, ngày … của …"
                desk.report("BD-5", para, said, expected)
