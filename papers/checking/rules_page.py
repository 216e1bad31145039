"""Rules of the sheet: its size, its margins, its letters, the number of the page (PG-1 … PG-4)."""

from __future__ import annotations

from collections.abc import Iterator

from papers.checking import vocabulary
from papers.checking.findings import Desk
from papers.checking.judging import figure, size_of, span
from papers.checking.lines import cut
from papers.checking.reading import Para, Piece
from papers.checking.sections import Sheet
from papers.forms import Page
from rules.text import fold

SHEET_SLACK = 1.0  # mm that printers round a sheet by
SIDES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
# Margins of the guidelines before 36-HD/VPTW.
OLD = {"top": 25.0, "bottom": 25.0, "left": 35.0, "right": 15.0}
OLD_SLACK = 0.3
LETTERS_IN_LINE = 68  # of running text on A4, to tell how many pages a paper fills
LINES_IN_PAGE = 36
SURELY_TWO = 1.2  # pages by that count that are surely more than one
ADMINISTRATIVE = ("giay", "phieu", "thu ", "the ")
ASCII = 128


def check(desk: Desk) -> None:
    sheets = desk.file.sheets
    for number in desk.paper.sections:
        if number < len(sheets):
            _sheet(desk, sheets[number], number)
            _margins(desk, sheets[number], number)
    for para in desk.paper.paras:
        _letters(desk, para)
    _page_number(desk)


def _where(desk: Desk, number: int) -> str:
    return "cả tệp" if len(desk.file.sheets) == 1 else f"phần {number + 1} của tệp"


# -- PG-1


def _sheet(desk: Desk, sheet: Sheet, number: int) -> None:
    size = tuple(sorted((sheet.width, sheet.height)))
    allowed = [desk.form.sheets["A4"]]
    if _is_administrative(desk):
        allowed.append(desk.form.sheets["A5"])
    names = " hoặc ".join(f"{figure(page.width)} × {figure(page.height)} mm" for page in allowed)
    place = _where(desk, number)
    if not any(_is(size, page) for page in allowed):
        found = f"khổ giấy {figure(sheet.width)} × {figure(sheet.height)} mm"
        desk.report("PG-1", place, found, f"khổ giấy {names}")
    if sheet.turned and not _holds_table(desk, number):
        desk.report(
            "PG-1", place, "giấy đặt ngang mà không có bảng", "giấy đặt dọc; chỉ đặt ngang khi có bảng"
        )


def _is(size: tuple[float, ...], page: Page) -> bool:
    wanted = sorted((page.width, page.height))
    return all(abs(one - other) <= SHEET_SLACK for one, other in zip(size, wanted, strict=True))


def _is_administrative(desk: Desk) -> bool:
    """Papers that may stand on A5 (05-HD/VPTW IV.3); so may what carries no number."""
    parts = desk.paper.parts
    named = parts.type is not None and parts.type.plain.startswith(ADMINISTRATIVE)
    return named or parts.number is None


def _holds_table(desk: Desk, number: int) -> bool:
    """A table that is neither letterhead nor foot."""
    head = desk.paper.parts.head
    return any(
        para.section == number and para.spot.kind == "cell" and para not in head
        for para in (*desk.paper.feet.tables, *desk.paper.feet.rest)
    )


# -- PG-2


def _margins(desk: Desk, sheet: Sheet, number: int) -> None:
    legal = desk.form.legal
    small = max(sheet.width, sheet.height) < desk.form.sheets["A4"].height - 2 * SHEET_SLACK
    if small and _is_administrative(desk):
        return
    now = {side: float(getattr(sheet, side)) for side in SIDES}
    wrong = _off(desk, now)
    if sheet.turned and wrong:
        # Turned with its margins, to the left or to the right.
        turned = (("left", "right", "bottom", "top"), ("right", "left", "top", "bottom"))
        held = [dict(zip(SIDES, (now[side] for side in sides), strict=True)) for sides in turned]
        wrong = min([wrong, *(_off(desk, one) for one in held)], key=len)
    if not wrong:
        return
    found = "lề " + ", ".join(f"{SIDES[side]} {figure(now[side])} mm" for side in wrong)
    if all(abs(now[side] - OLD[side]) <= OLD_SLACK for side in SIDES):
        found += " (giống bộ lề theo hướng dẫn trước năm 2018)"
    expected = "lề " + ", ".join(f"{SIDES[side]} {span(legal.margins[side], 'mm')}" for side in wrong)
    if desk.file.mirrored:
        expected += " (in hai mặt: tính theo mặt trước)"
    desk.report("PG-2", _where(desk, number), found, expected)


def _off(desk: Desk, margins: dict[str, float]) -> list[str]:
    legal = desk.form.legal
    return [
        side for side, mm in margins.items() if not legal.margins[side].holds(mm, legal.margin_slack + 0.05)
    ]


# -- PG-3


def _letters(desk: Desk, para: Para) -> None:
    fonts, colours = set(), set()
    for piece in para.pieces:
        if not piece.text.replace("\ufffc", "").strip():
            continue
        fonts |= {font for font in _fonts(piece) if fold(font) != fold(desk.form.font)}
        if piece.look.colour != "000000":
            colours.add(piece.look.colour)
    if not fonts and not colours:
        return
    wanted = f"phông chữ {desk.form.font}"
    for font in sorted(fonts):
        if font:
            desk.report("PG-3", para, f"phông chữ {font}", wanted)
        else:
            desk.report("PG-3", para, "tệp không ghi rõ phông chữ nên không xét được", wanted, "I")
    if colours and not all(vocabulary.is_stamp(line) for line in cut(para)):
        desk.report("PG-3", para, f"chữ màu {', '.join(sorted(colours))}", "chữ màu đen")


def _fonts(piece: Piece) -> Iterator[str]:
    """Plain letters and those with marks may come from two fonts."""
    letters = [letter for letter in piece.text if not letter.isspace() and letter != "\ufffc"]
    if any(ord(letter) < ASCII for letter in letters):
        yield piece.look.font
    if any(ord(letter) >= ASCII for letter in letters):
        yield piece.look.font_beyond


# -- PG-4


def _page_number(desk: Desk) -> None:
    sections = [number for number in desk.paper.sections if number < len(desk.file.sheets)]
    if not sections:
        return
    top = desk.form.number_at == "top"
    right, other = ("header", "footer") if top else ("footer", "header")
    first = sections[0]
    numbered = False
    for number in sections:
        para = _field(desk, number, f"default {right}")
        if para is None and _field(desk, number, f"default {other}") is not None:
            numbered = True
            where = ("đầu", "cuối") if top else ("cuối", "đầu")
            desk.report(
                "PG-4", _where(desk, number), f"số trang ở {where[1]} trang", f"số trang ở {where[0]} trang"
            )
        elif para is not None:
            numbered = True
            _number_look(desk, para, number, top)
            even = _field(desk, number, f"even {right}")
            if desk.file.even_and_odd and even is None:
                desk.report(
                    "PG-4", _where(desk, number), "trang chẵn không có số trang", "số trang ở mọi trang"
                )
    if not numbered and _pages(desk) > SURELY_TWO:
        edge = "đầu" if top else "cuối"
        desk.report("PG-4", "cả tệp", "không có số trang", f"số trang ở {edge} trang, từ trang 2")
    if numbered and _shown_first(desk, first):
        desk.report("PG-4", "trang 1", "trang 1 có hiện số trang", "trang 1 không hiện số trang")


def _field(desk: Desk, number: int, kind: str) -> Para | None:
    """The paragraph of that header or footer that shows the page number."""
    for para in desk.file.headings.get((number, kind)) or ():
        if any(name == "PAGE" for name, _ in para.fields):
            return para
    return None


def _shown_first(desk: Desk, first: int) -> bool:
    kind = "first" if desk.file.sheets[first].own_first else "default"
    return any(_field(desk, first, f"{kind} {edge}") is not None for edge in ("header", "footer"))


def _number_look(desk: Desk, para: Para, number: int, top: bool) -> None:
    sheet, form = desk.file.sheets[number], desk.form
    look = form.styles["page_number"]
    wrong, right = [], []
    looks = [piece.look for piece in para.pieces if any(map(str.isalnum, piece.text))]
    looks = looks or [shown for name, shown in para.fields if name == "PAGE"]
    allowed = size_of(form, "page_number")
    if sizes := sorted({one.size for one in looks if not allowed.holds(one.size)}):
        wrong.append(f"cỡ chữ {', '.join(map(figure, sizes))}")
        right.append(f"cỡ chữ {span(allowed)}")
    if any(one.italic for one in looks):
        wrong.append("nghiêng")
        right.append("đứng")
    aligns = {"left": "bên trái", "center": "ở giữa", "right": "bên phải", "both": "bên trái"}
    if _align(para) not in ("", look.align):
        wrong.append(aligns.get(_align(para), "lệch"))
        right.append(aligns[look.align])
    edge, wanted = (sheet.header if top else sheet.footer), form.page.number_from_edge
    if abs(edge - wanted) > form.legal.edge_slack + 0.05:
        wrong.append(f"cách mép giấy {figure(edge)} mm")
        right.append(f"cách mép giấy {figure(wanted)} mm")
    if sheet.figures not in ("decimal", "numberInDash"):
        wrong.append("không phải chữ số Ả Rập")
        right.append("chữ số Ả Rập")
    if wrong:
        found, expected = f"số trang {', '.join(wrong)}", f"số trang {', '.join(right)}"
        desk.report("PG-4", _where(desk, number), found, expected)


def _align(para: Para) -> str:
    """How the number stands; "" where it cannot be told."""
    if para.spot.kind in ("box", "frame"):
        return para.spot.side if para.spot.known else ""
    before = para.text.partition("\t")
    if before[1] and not before[0].strip():
        stops = [kind for _, kind in para.layout.tabs]
        place = len(para.text) - len(para.text.lstrip("\t")) - 1
        return stops[place] if place < len(stops) and stops[place] in ("center", "right") else ""
    if para.spot.kind == "cell":
        return para.spot.side or para.layout.align
    return para.layout.align


def _pages(desk: Desk) -> float:
    """Pages that the paper fills: as counted by Word, else by its lines."""
    paras = desk.paper.paras
    counted = [para.page for para in paras if para.page]
    if counted:
        return counted[-1] - counted[0] + 1
    turned = sum("\f" in para.text or para.layout.new_page for para in paras)
    lines = sum(1 + len(para.text) // LETTERS_IN_LINE for para in paras if para.spot.kind != "box")
    return turned + lines / LINES_IN_PAGE
