"""What cannot be in a file of forms although each value alone may: measures, dates, names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise

from papers.forms import FAMILIES, SHEETS, Authority, Book, Form, Page, Range, Style, Type
from papers.forms.lines import Way
from rules.copies import KINDS

ALIGNS = ("left", "center", "right", "both")
LARGEST = 72.0  # pt of letters
WIDEST = 1000.0  # mm of a sheet
# The components that our papers set by name.
STYLES = (
    "superior", "issuer", "number", "place_date", "letter_subject", "urgency", "draft", "circulation",
    "circulation_foot", "type", "author", "subject", "addressed", "addressee", "basis", "body", "closing",
    "chapter", "chapter_title", "division", "division_title", "article",
    "part", "heading", "subheading", "item", "point", "dash", "plus", "authority", "post",
    "signature_space", "signer", "recipients", "recipient", "drafter", "contact_line", "contact",
    "appendix", "appendix_title", "reference", "cell_heading", "cell", "cell_group", "cell_tall",
    "cell_total", "total", "page_number", "copy_line", "copy_kind", "stamp_title", "stamp_field",
    "stamp_small",
)  # fmt: skip
PARTS = ("{number}", "{type}", "{body}")
MARGINS = ("top", "bottom", "left", "right")
STAMP_FIELDS = 5  # who copies, number, kind, place and date, recipients
MARKS = ("recipient", "addressee", "basis")
AUTHORITIES = ("behalf", "deputy", "order", "proxy", "acting")
FAMILY_NAMES = {"party": "văn bản của Đảng", "state": "văn bản của Nhà nước"}


class Wrong(Exception):
    """A fault and where it stands: the keys from the form down."""

    def __init__(self, way: Way, reason: str) -> None:
        super().__init__(reason)
        self.way = way
        self.reason = reason


def check(book: Book) -> None:
    """Wrong for the first fault of the book."""
    for form in book.forms.values():
        for wrong in _faults(form):
            raise wrong
    _dates(book)
    for place, row in enumerate(book.authority):
        _authority(book, row, place)
    _apart([((one.level,), one.since, one.until) for one in book.authority], ("authority",), "cấp")


def _faults(form: Form) -> Iterator[Wrong]:
    if form.family not in FAMILIES:
        yield Wrong((form.name, "family"), "mục “family” phải là “party” hoặc “state”")
    yield from _named(form)
    yield from _legal(form)
    yield from _names(form)
    for sheet, page in form.sheets.items():
        yield from _page(page, (form.name, "sheets", sheet))
    for key, look in form.styles.items():
        yield from _style(look, (form.name, "styles", key))
    yield from _wording(form)
    yield from _copies(form)
    yield from _types(form.types, (form.name, "types"))


def _named(form: Form) -> Iterator[Wrong]:
    """Words without which a paper has no letters and a finding no clause."""
    for key in ("title", "source", "font"):
        if not getattr(form, key).strip():
            yield Wrong((form.name, key), f"mục “{key}” không được trống")


def _legal(form: Form) -> Iterator[Wrong]:
    """No bound below nothing: whatever is checked against such a one would be found wrong."""
    way, legal = (form.name, "legal"), form.legal
    for key in ("margin_slack", "indent_slack", "edge_slack", "between"):
        if not 0 <= getattr(legal, key) <= WIDEST:
            yield Wrong((*way, key), f"số {_number(getattr(legal, key))} ở mục “{key}” không thể có")
    if set(legal.margins) != set(MARGINS):
        yield Wrong((*way, "margins"), f"mục “margins” phải có đúng: {', '.join(MARGINS)}")
    ranges = {key: getattr(legal, key) for key in ("indent", "title_line", "part_line", "line", "lines")}
    rows: list[tuple[Way, Range]] = [((*way, key), one) for key, one in ranges.items() if one is not None]
    rows += [((*way, "margins", key), one) for key, one in legal.margins.items()]
    rows += [((*way, "sizes", key), one) for key, one in legal.sizes.items()]
    for place, one in rows:
        if not 0 <= one.least <= WIDEST:
            yield Wrong(place, f"số {_number(one.least)} ở mục “{place[-1]}” không thể có")


def _names(form: Form) -> Iterator[Wrong]:
    """What the papers ask for by name is there; labels tell the styles apart in Word."""
    for group, wanted, given in (
        ("sheets", SHEETS, form.sheets),
        ("styles", (*STYLES, *form.titles, *_below(form)), form.styles),
        ("marks", MARKS, form.marks),
        ("authorities", AUTHORITIES, form.authorities),
        ("address", ("other",), form.address),
    ):
        yield from (
            Wrong((form.name, group), f"“{group}” thiếu mục “{name}”") for name in wanted if name not in given
        )
    for key in ("issuer_line", "subject_line", "contact_line", "copy_line"):
        if key in form.styles and not form.styles[key].rule:
            yield Wrong((form.name, "styles", key, "rule"), f"kiểu “{key}” phải có đường kẻ dài hơn 0")
    for (_, one), (key, other) in combinations(form.styles.items(), 2):
        if one.label.lower() == other.label.lower():
            yield Wrong((form.name, "styles", key), f"hai kiểu cùng mang tên “{other.label}”")


def _below(form: Form) -> tuple[str, str]:
    """What stands below the issuer and below the subject: the mark of the form or a line."""
    return "star" if form.issuer_mark else "issuer_line", "separator" if form.subject_mark else "subject_line"


def _page(page: Page, way: Way) -> Iterator[Wrong]:
    for key in ("width", "height"):
        if not 0 < getattr(page, key) <= WIDEST:
            yield Wrong((*way, key), f"khổ giấy {_number(getattr(page, key))} mm không thể có")
    for key in ("top", "bottom", "left", "right", "number_from_edge"):
        if getattr(page, key) < 0:
            yield Wrong((*way, key), "lề không thể nhỏ hơn 0")
    if page.left + page.right >= page.width:
        yield Wrong((*way, "left"), f"lề trái và lề phải rộng hơn khổ giấy {_number(page.width)} mm")
    if page.top + page.bottom >= page.height:
        yield Wrong((*way, "top"), f"lề trên và lề dưới cao hơn khổ giấy {_number(page.height)} mm")
    if page.number_from_edge >= page.height / 2:
        yield Wrong((*way, "number_from_edge"), "số trang đứng quá xa mép giấy")
    if min(page.columns) <= 0 or sum(page.columns) > page.text_width + 0.05:
        yield Wrong((*way, "columns"), "hai cột phần đầu phải lớn hơn 0 và không rộng hơn phần chữ")


def _style(look: Style, way: Way) -> Iterator[Wrong]:
    if not 0 < look.size <= LARGEST:
        yield Wrong((*way, "size"), f"cỡ chữ {_number(look.size)} không thể có")
    if look.align not in ALIGNS:
        yield Wrong((*way, "align"), f"mục “align” phải là một trong: {', '.join(ALIGNS)}")
    for key in ("indent", "left", "before", "after", "line", "rule"):
        if not 0 <= getattr(look, key) <= WIDEST:
            yield Wrong((*way, key), f"số {_number(getattr(look, key))} ở mục “{key}” không thể có")
    if not 0 <= look.level <= 9:
        yield Wrong((*way, "level"), "mục “level” phải từ 0 đến 9")
    if not look.label.strip() or re.search("[,;]", look.label):
        yield Wrong((*way, "label"), "tên kiểu không được trống, không có dấu phẩy, dấu chấm phẩy")


def _wording(form: Form) -> Iterator[Wrong]:
    for key in ("symbol", "letter"):
        found = re.findall(r"\{.*?\}", getattr(form.number, key))
        needed = [part for part in PARTS if key == "symbol" or part != "{type}"]
        if not set(needed) <= set(found) <= set(PARTS) or len(found) != len(set(found)):
            yield Wrong((form.name, "number", key), f"mục “{key}” phải có đúng: {', '.join(needed)}")
    if form.number_at not in ("top", "bottom"):
        yield Wrong((form.name, "number_at"), "mục “number_at” phải là “top” hoặc “bottom”")
    if form.appendix_number not in ("arabic", "roman"):
        yield Wrong((form.name, "appendix_number"), "mục “appendix_number” phải là “arabic” hoặc “roman”")
    if not 0 < form.line_share <= 1:
        yield Wrong((form.name, "line_share"), "mục “line_share” phải lớn hơn 0 và không quá 1")
    for place, one in enumerate(form.circulations):
        if one.place not in ("first", "last"):
            yield Wrong((form.name, "circulations", place, "place"), "“place” phải là “first” hoặc “last”")


def _copies(form: Form) -> Iterator[Wrong]:
    """Every kind of copy is named and coded; a stamp has its size and its fields."""
    way, copies = (form.name, "copies"), form.copies
    kinds = {choice.key for choice in KINDS}
    for key in ("names", "codes"):
        if set(getattr(copies, key)) != kinds:
            yield Wrong((*way, key), f"mục “{key}” phải có đúng: {', '.join(sorted(kinds))}")
    if not copies.stamp:
        return
    if len(copies.fields) != STAMP_FIELDS:
        yield Wrong((*way, "fields"), f"dấu bản sao phải có đúng {STAMP_FIELDS} dòng")
    width, height = copies.frame
    if not (0 < width < form.page.text_width and 0 < height < form.page.height):
        yield Wrong((*way, "frame"), "khung dấu bản sao phải lớn hơn 0 và nằm trong phần chữ")


def _types(types: Sequence[Type], way: Way) -> Iterator[Wrong]:
    try:
        _apart([((one.name,), one.since, one.until) for one in types], way, "loại")
    except Wrong as wrong:
        yield wrong


Period = tuple[tuple[str, ...], date | None, date | None]


def _apart(rows: Sequence[Period], way: Way, what: str) -> None:
    """Wrong where two rows of one name hold on the same day, or a row ends before it begins."""
    for place, (name, since, until) in enumerate(rows):
        if since and until and until < since:
            raise Wrong((*way, place), f"{what} “{name[0]}”: ngày hết đứng trước ngày bắt đầu")
    for (_, one), (place, other) in combinations(enumerate(rows), 2):
        if one[0] == other[0] and _meet(one, other):
            raise Wrong((*way, place), f"{what} “{other[0][0]}” có hai dòng cùng hiệu lực một ngày")


def _meet(one: Period, other: Period) -> bool:
    starts = max(one[1] or date.min, other[1] or date.min)
    return starts <= min(one[2] or date.max, other[2] or date.max)


def _dates(book: Book) -> None:
    """Each family has forms, one after another, without a day of two or of none between them."""
    for family in FAMILIES:
        row = [form for form in book.forms.values() if form.family == family]
        if not row:
            raise Wrong((), f"không có mẫu nào cho {FAMILY_NAMES[family]}")
        for one in row:
            if one.until and one.until < one.since:
                raise Wrong((one.name, "until"), "ngày hết hiệu lực đứng trước ngày bắt đầu")
        for older, newer in pairwise(row):
            _follow(older, newer)


def _follow(older: Form, newer: Form) -> None:
    if newer.since == older.since:
        raise Wrong((newer.name, "since"), f"trùng ngày bắt đầu với mẫu “{older.name}”")
    if older.until and older.until >= newer.since:
        raise Wrong((older.name, "until"), f"chồng lên ngày bắt đầu của mẫu “{newer.name}”")
    if older.until and older.until + timedelta(days=1) != newer.since:
        raise Wrong((older.name, "until"), f"có ngày không thuộc mẫu nào trước mẫu “{newer.name}”")


def _authority(book: Book, row: Authority, place: int) -> None:
    known = _known(book.forms.values())
    strange = [name for name in row.types if name not in known]
    if strange:
        raise Wrong(("authority", place, "types"), f"không có loại văn bản “{strange[0]}”")


def _known(forms: Iterable[Form]) -> set[str]:
    return {one.name for form in forms for one in form.types}


def _number(value: float) -> str:
    return f"{value:g}".replace(".", ",")
