"""Rules of the letterhead: title, issuer, number, place and date (HD-1 … HD-4)."""

from __future__ import annotations

import re
from datetime import date

from papers.checking import vocabulary
from papers.checking.findings import Desk
from papers.checking.judging import judge, judge_part_line
from papers.checking.lines import Line, lines
from papers.checking.rulers import drawn_below, width
from papers.forms import LETTER, Form, in_force
from rules.text import fold

DAY = re.compile(
    r"(?P<place>.*?)(?P<comma>,?)\s*(?P<ngay>[Nn]gày)\s*(?P<d>[\d .…_]*?)\s*tháng\s*(?P<m>[\d .…_]*?)\s*"
    r"năm\s*(?P<y>[\d .…_]*)"
)
ALIGNED = {"left": "left", "both": "left", "right": "right"}  # where a line without columns stands
WITHOUT_NUMBER = ("chuong trinh", "danh sach", "giay")  # types that may go without a number


def check(desk: Desk) -> None:
    parts = desk.paper.parts
    if not parts.family:
        return
    _title(desk)
    _issuer(desk)
    _number(desk)
    _place_date(desk)


# -- HD-1


def _title(desk: Desk) -> None:
    parts, form = desk.paper.parts, desk.form
    party = form.family == "party"
    key = "party" if party else "country"
    words = form.titles[key].upper()
    line = parts.title
    if line is None:
        desk.report("HD-1", "phần đầu văn bản", "không thấy tiêu đề", f"dòng {words} ở góc phải, trang đầu")
        return
    if line.text.upper() != words:
        desk.report("HD-1", line, f"tiêu đề ghi {line.text}", f"tiêu đề ghi {words}")
    judge(desk, "HD-1", line, key, "tiêu đề" if party else "quốc hiệu")
    _place(desk, line, "HD-1", "right")
    if any(other.side == "right" and not _may_stand_above(other) for other in _above(desk, line)):
        desk.report("HD-1", line, "có dòng khác nằm trên tiêu đề", "tiêu đề ở dòng đầu")
    if party and parts.motto is not None:
        desk.report("HD-1", parts.motto, "dưới tiêu đề có tiêu ngữ", "dưới tiêu đề chỉ có đường kẻ")
    if not party:
        if parts.motto is None:
            desk.report("HD-1", line, "không thấy tiêu ngữ", form.titles["motto"])
            return
        judge(desk, "HD-1", parts.motto, "motto", "tiêu ngữ")
        if parts.motto.text != form.titles["motto"]:
            desk.report("HD-1", parts.motto, f"tiêu ngữ ghi {parts.motto.text}", form.titles["motto"])
        line = parts.motto
    _line_below(desk, line)


def _may_stand_above(line: Line) -> bool:
    """A mark, or the digital signature of the body, in the right corner (05-HD/VPTW II.4.1, III.3)."""
    return vocabulary.is_mark(line) or vocabulary.is_of_key(line)


def _above(desk: Desk, line: Line) -> list[Line]:
    head = lines(desk.paper.parts.head)
    place = next(
        (n for n, other in enumerate(head) if other.para is line.para and other.text == line.text), 0
    )
    return head[:place]


def _place(desk: Desk, line: Line, rule: str, side: str) -> None:
    names = {"left": "bên trái", "right": "bên phải"}
    if not line.para.spot.known:
        desk.report(rule, line, "không xét được vị trí trên trang", f"ở {names[side]}", "I")
    elif (line.side or ALIGNED.get(line.align, "")) not in ((side, "center") if side == "left" else (side,)):
        desk.report(rule, line, f"không nằm ở {names[side]}", f"ở {names[side]} trang giấy")


def _line_below(desk: Desk, line: Line) -> None:
    """A solid line as long as the words (36-HD/VPTW II.1.1; 05-HD/VPTW I.1.2)."""
    allowed = desk.form.legal.title_line
    expected = "đường kẻ liền, dài bằng dòng chữ"
    ruler = drawn_below(desk.paper.parts, line)
    if ruler is None:
        desk.report("HD-1", line, "không thấy đường kẻ dưới dòng chữ", expected, "W")
        return
    if not ruler.solid:
        desk.report("HD-1", line, "đường kẻ dưới dòng chữ không phải nét liền", expected, "W")
        return
    words = width(line)
    if ruler.length is None or words <= 0:
        desk.report("HD-1", line, "không xét được độ dài đường kẻ dưới dòng chữ", expected, "I")
    elif not allowed.holds(ruler.length / words, 0.002):
        found = f"đường kẻ dài bằng {ruler.length / words:.0%} dòng chữ"
        desk.report("HD-1", line, found, f"{expected} ({allowed.least:.0%}-{allowed.most:.0%})", "W")


# -- HD-2


def _issuer(desk: Desk) -> None:
    parts, form = desk.paper.parts, desk.form
    named = [line for line in parts.issuer if not vocabulary.is_separator(line)]
    if not named and not parts.superior:
        expected = "tên cơ quan ban hành ở góc trái, in hoa, đậm"
        desk.report("HD-2", "phần đầu văn bản", "không thấy tên cơ quan ban hành", expected)
    for line in parts.superior:
        judge(desk, "HD-2", line, "superior", "cơ quan cấp trên")
    for line in named:
        judge(desk, "HD-2", line, "issuer", "cơ quan ban hành")
    for line in [*parts.superior, *named][:1]:
        _place(desk, line, "HD-2", "left")
    above = " ".join(line.plain for line in parts.superior)
    issuer = " ".join(line.plain for line in named)
    if above.startswith("dang uy") and re.match(
        r"(?:van phong|ban to chuc|uy ban kiem tra).* dang uy", issuer
    ):
        found = "tên cơ quan ban hành nhắc lại tên cấp ủy"
        desk.report("HD-2", named[0], found, "chỉ ghi VĂN PHÒNG, BAN TỔ CHỨC, ỦY BAN KIỂM TRA …")
    if form.issuer_mark:
        _star(desk, form.issuer_mark)
    elif parts.star is not None:
        found = f"dưới tên cơ quan ban hành có dấu {parts.star.text}"
        desk.report("HD-2", parts.star, found, "đường kẻ liền dưới tên cơ quan ban hành")
    else:
        judge_part_line(desk, "HD-2", named, "tên cơ quan ban hành")


def _star(desk: Desk, mark: str) -> None:
    parts = desk.paper.parts
    expected = f"một dòng có dấu {mark} giữa tên cơ quan ban hành và số văn bản"
    other = next((line for line in parts.issuer if vocabulary.is_separator(line)), None)
    if parts.star is not None and parts.star.text != mark:
        desk.report("HD-2", parts.star, f"dòng {parts.star.text}", expected)
    elif parts.star is None and other is not None:
        desk.report("HD-2", other, f"dòng {other.text}", expected)
    elif parts.star is None:
        at = parts.issuer[-1] if parts.issuer else "phần đầu văn bản"
        desk.report("HD-2", at, f"không có dấu {mark} dưới tên cơ quan ban hành", expected)


# -- HD-3


def _number(desk: Desk) -> None:
    parts, form = desk.paper.parts, desk.form
    line = parts.number
    lead = form.number.lead.strip()
    pattern = form.number.letter if parts.is_letter else form.number.symbol
    sample = f"{lead} " + pattern.format(
        number="05", type="KH", body="ĐUK" if form.family == "party" else "UBND"
    )
    if line is None:
        numbered = any(one.name == parts.type_name and one.code for one in form.types)
        if numbered and not fold(parts.type_name).startswith(WITHOUT_NUMBER):
            found = "không thấy số và ký hiệu"
            desk.report("HD-3", "phần đầu văn bản", found, f"dòng số và ký hiệu, ví dụ {sample}")
        return
    judge(desk, "HD-3", line, "number", "số và ký hiệu")
    if not _well_written(line.text, form, parts.is_letter):
        desk.report("HD-3", line, f"ghi {line.text}", f"{_how(form)}, ví dụ {sample}")
        return
    symbol = vocabulary.symbol(line.text)
    if symbol is not None and not (parts.is_letter and form.family == "state"):
        _code(desk, line, symbol.code)
        _body(desk, line, symbol.body)
    _place(desk, line, "HD-3", "left")


def _well_written(words: str, form: Form, letter: bool) -> bool:
    pattern = re.escape(form.number.letter if letter else form.number.symbol)
    number = r"(?:0[1-9]|[1-9]\d+|[ .…_]*)"
    body = r"(?:[^\W_]+(?:-[^\W_]+)*|[ .…_]+)"
    for mark, what in (("number", number), ("type", r"[^\W\d_]+"), ("body", body)):
        pattern = pattern.replace(re.escape(f"{{{mark}}}"), what)
    return re.fullmatch(re.escape(form.number.lead.rstrip()) + " +" + pattern, words) is not None


def _how(form: Form) -> str:
    if form.family == "party":
        return "không có dấu hai chấm, số dưới 10 có số 0, gạch nối trước và gạch chéo sau tên loại"
    return "chữ Số có dấu hai chấm, gạch chéo sau số, gạch nối sau tên loại"


def _code(desk: Desk, line: Line, code: str) -> None:
    form, day, name = desk.form, desk.day, desk.paper.parts.type_name
    known = [one for one in form.types if one.code == code]
    if not known and code != LETTER:
        desk.report("HD-3", line, f"ký hiệu tên loại {code} không có", "ký hiệu tên loại theo quy định")
        return
    if day is not None and known and not any(in_force(one.since, one.until, day) for one in known):
        found = f"ký hiệu {code} không còn dùng vào ngày của văn bản"
        desk.report("HD-3", line, found, f"ký hiệu {form.code_of(known[0].name, day)}")
        return
    wanted = {
        one.code
        for one in form.types
        if one.name == name and (day is None or in_force(one.since, one.until, day))
    }
    if name and wanted and code not in wanted and not desk.paper.parts.is_letter:
        found = f"ký hiệu {code} không khớp tên loại {name}"
        desk.report("HD-3", line, found, f"ký hiệu {' hoặc '.join(sorted(wanted))}")


def _body(desk: Desk, line: Line, body: str) -> None:
    """A code that an older form had is wrong now; one that no form has may be the office's own."""
    from papers import styles

    form = desk.form
    if not body.strip(" .…_") or form.knows_body(body):
        return
    if styles.had_body(form, body) and desk.paper.day is not None:
        now = form.code_instead(body) or "theo hướng dẫn đang dùng"
        desk.report("HD-3", line, f"ký hiệu {body} không còn trong {form.source}", f"ký hiệu {now}")
    else:
        found = f"không rõ ký hiệu cơ quan {body}, không xét được"
        desk.report(
            "HD-3", line, found, "ký hiệu cơ quan ban hành theo hướng dẫn hoặc quy định của cơ quan", "I"
        )


# -- HD-4


def _place_date(desk: Desk) -> None:
    parts = desk.paper.parts
    line = parts.place_date
    sample = "ví dụ: Mẫu, ngày 05 tháng 8 năm 2019"
    if line is None:
        if parts.number is not None and parts.type_name != "Biên bản":
            found = "không thấy địa danh và ngày, tháng, năm"
            desk.report("HD-4", "phần đầu văn bản", found, f"địa danh, ngày tháng dưới tiêu đề; {sample}")
        return
    judge(desk, "HD-4", line, "place_date", "địa danh, ngày tháng")
    _place(desk, line, "HD-4", "right")
    if wrong := _misdated(line.text):
        desk.report("HD-4", line, f"ghi {line.text}", f"{wrong}; {sample}")
    _place_name(desk, line)


def _place_name(desk: Desk, line: Line) -> None:
    """An abbreviation that only another form of the family has (36-HD/VPTW II.1.4; 05-HD/VPTW I.4.2.3)."""
    from papers import styles

    form = desk.form
    if short := styles.foreign_place(form, line.text):
        found = f"địa danh viết tắt {short}"
        desk.report("HD-4", line, found, f"chỉ viết tắt {', '.join(form.places)}", "W")


def _misdated(words: str) -> str:
    """What is wrong with a line of place and date; "" where nothing is."""
    found = DAY.fullmatch(words)
    if found is None:
        return "ghi đủ chữ ngày, tháng, năm và chữ số"
    if not found["place"].strip():
        return "có địa danh trước ngày"
    if found["comma"] != ",":
        return "có dấu phẩy sau địa danh"
    if found["ngay"] != "ngày":
        return "chữ ngày không viết hoa"
    day, month, year = (found[name].strip(" .…_") for name in ("d", "m", "y"))
    if day and not re.fullmatch(r"0[1-9]|[1-3]\d", day):
        return "ngày dưới 10 có số 0 ở trước"
    if month and not re.fullmatch(r"0[12]|[3-9]|1[0-2]", month):
        return "chỉ tháng 1, tháng 2 có số 0 ở trước"
    if year and not re.fullmatch(r"\d{4}", year):
        return "năm có bốn chữ số"
    if year and not words[-1].isdecimal():
        return "không có dấu ở cuối"
    if day and month and year and not _exists(int(day), int(month), int(year)):
        return "ngày có trong lịch"
    return ""


def _exists(day: int, month: int, year: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
