"""Lists of people and of anything seen on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from papers import letterhead, styles
from papers.content import Block, Column, Document, Row, Section, Sheet, Table, Value, display, paragraph
from rules import meetings
from rules.dates import VagueDate
from rules.facts import Attendee, Listing, Meeting

MANY_COLUMNS = 6  # more stand on a sheet turned on its side
GUESTS = "Khách mời"
CELL_SIDES = 3.0  # mm left free at both sides of a cell
LOOKED_AT = 1000  # rows of a list whose words decide on widths
WIDEST_WORD = 40.0  # mm; longer ones break
SMALL_LETTERS = 0.8  # of the width of capitals, on the generous side
ROLL = (
    Column("TT", 11, "center"),
    Column("Họ và tên", 40),
    Column("Chức vụ, đơn vị", 62),
    Column("Điểm danh", 26),
    Column("Ghi chú", 26),
)
DELEGATES = (
    Column("TT", 11, "center"),
    Column("Họ và tên", 38),
    Column("Năm sinh (nam)", 14, "center"),
    Column("Năm sinh (nữ)", 14, "center"),
    Column("Chức vụ", 44),
    Column("Đơn vị công tác", 29),
    Column("Ghi chú", 15),
)


def compose(facts: Listing | Meeting) -> Document:
    """A list of what is seen, or the delegates of a meeting."""
    return delegates(facts) if isinstance(facts, Meeting) else listing(facts)


def delegates(facts: Meeting) -> Document:
    """The called people of a meeting by groups, each person once, with the sum below."""
    subject = f"đại biểu dự {facts.title.strip().rstrip('.')}"
    head = replace(facts.head, type_name="Danh sách", type_code="", number=None, subject=subject)
    profile = styles.profile_for(facts.head.signed or facts.day)
    table = Table(DELEGATES, tuple(_delegate_rows(facts)))
    total = _total(facts.attendees)
    blocks = [*letterhead.head(head, profile), table, paragraph("total", total)]
    title = f"Danh sách {subject}"
    return Document(title, profile, (Section(tuple(blocks)),), (Sheet("Danh sách", title, table, (total,)),))


def _delegate_rows(facts: Meeting) -> Iterable[Row]:
    number = 0
    for group, people in grouped(facts):
        if group:
            yield Row((group,), "group")
        for one in people:
            number += 1
            person = one.person
            years = (_year(person.birth), "") if person.sex == "nam" else ("", _year(person.birth))
            yield Row((number, person.name, *years, person.title, person.unit, ""))


def grouped(facts: Meeting) -> list[tuple[str, list[Attendee]]]:
    """Every called person once, under the first printed group that called them; guests last."""
    names = list(dict.fromkeys([group.name for group in facts.groups]))
    places = {name: place for place, name in enumerate(names)}
    kept: dict[str, list[Attendee]] = {name: [] for name in (*names, "", GUESTS)}
    for one in facts.attendees:
        first = min((name for name in one.groups if name in places), key=places.__getitem__, default="")
        kept[GUESTS if one.guest else first].append(one)
    found = [(name, people) for name, people in kept.items() if people]
    return [(name or "Thành phần khác", people) for name, people in found] if len(found) > 1 else found


def _year(birth: VagueDate | None) -> Value:
    if birth is None:
        return ""
    first, last = birth.earliest, birth.latest
    return first.year if first and last and first.year == last.year else birth.words


def _total(attendees: Sequence[Attendee]) -> str:
    men = sum(one.person.sex == "nam" for one in attendees)
    women = sum(one.person.sex == "nữ" for one in attendees)
    known = f" (nam: {men}, nữ: {women})" if men + women == len(attendees) > 0 else ""
    return f"Tổng số: {len(attendees)} đồng chí{known}."


def roll(facts: Meeting) -> Section:
    """The roll-call that goes with the minutes, its pages numbered anew."""
    labels = {choice.key: choice.label for choice in meetings.ATTENDANCE}
    rows: list[Row] = []
    number = 0
    for group, people in grouped(facts):
        rows += [Row((group,), "group")] if group else []
        for one in people:
            number += 1
            person = one.person
            note = one.reason or (f"{one.substitute.name} dự thay" if one.substitute else "")
            title = person.title or person.unit
            rows.append(Row((number, person.name, title, labels.get(one.state, ""), note)))
    lines = [
        paragraph("appendix", "Phụ lục"),
        paragraph("appendix_title", "DANH SÁCH ĐIỂM DANH"),
        paragraph("reference", "(Kèm theo ", *letterhead.mentioned(facts.head), ")"),
        paragraph("separator", letterhead.SEPARATOR),
    ]
    return Section((*lines, Table(ROLL, tuple(rows))), restart_numbering=True)


def listing(facts: Listing) -> Document:
    """Rows as they are seen, on paper and as a workbook."""
    landscape = len(facts.columns) > MANY_COLUMNS
    profile = styles.profile_for(facts.head.signed)
    table = Table(columns(facts, profile, landscape), tuple(Row(row) for row in facts.rows))
    head = replace(facts.head, type_name=facts.title, subject=facts.subtitle)
    blocks: list[Block] = [*letterhead.head(head, profile, landscape), table]
    notes: tuple[str, ...] = ()
    if facts.footer:
        blocks.append(paragraph("total", facts.footer))
        notes = (facts.footer,)
    sheet = Sheet(facts.title, facts.title, table, (facts.subtitle, *notes) if facts.subtitle else notes)
    return Document(facts.title, profile, (Section(tuple(blocks), landscape),), (sheet,))


def columns(facts: Listing, profile: str, landscape: bool) -> tuple[Column, ...]:
    """The listing's columns with their shares of the text width, in mm; none too narrow for its words."""
    size = styles.style(profile, "cell_heading").size
    least = [_least_width(facts, place, size) for place in range(len(facts.columns))]
    widths = shared([c.width for c in facts.columns], least, styles.page(profile, landscape).text_width)
    return tuple(
        Column(c.title, round(width, 1), c.align) for c, width in zip(facts.columns, widths, strict=True)
    )


def _least_width(facts: Listing, place: int, size: float) -> float:
    """mm that hold the longest words of a column's heading and of its first rows."""
    cells = (display(row[place]) for row in facts.rows[:LOOKED_AT] if place < len(row))
    longest = max((word for cell in cells for word in cell.split()), key=len, default="")
    needed = max((_word_width(word, size) for word in facts.columns[place].title.split()), default=0.0)
    return max(needed, min(_word_width(longest, size), WIDEST_WORD))


def _word_width(word: str, size: float) -> float:
    """mm of a column that holds the word unbroken."""
    letters = letterhead.capitals_width(word.upper(), size)
    return CELL_SIDES + (letters if word.isupper() else letters * SMALL_LETTERS)


def shared(shares: Sequence[float], least: Sequence[float], width: float) -> list[float]:
    """`width` parted by `shares`, each part at least as wide as `least` where that is possible at all."""
    if sum(least) >= width:
        least = [0.0] * len(shares)
    fixed: set[int] = set()
    while True:
        free = width - sum(least[i] for i in fixed)
        whole = sum(share for i, share in enumerate(shares) if i not in fixed) or 1.0
        parts = [least[i] if i in fixed else share / whole * free for i, share in enumerate(shares)]
        narrow = {i for i, part in enumerate(parts) if part < least[i] and i not in fixed}
        if not narrow:
            return parts
        fixed |= narrow
