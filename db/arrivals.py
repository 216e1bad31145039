"""The register of incoming documents, as the book prints it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from peewee import JOIN

from db.book_lines import Detail, day_words, listing, marks
from db.tables import Directive, DirectiveType, Unit, UnitKind
from db.unit_names import names_on
from db.values import lines, vague
from rules import directives as directive_rules
from rules.dates import paper_date
from rules.facts import ListColumn, Listing, Value
from rules.numbering import Period

# Ten columns; no Party form could be read, so those of Nghị định 30, Phụ lục IV.
IN_COLUMNS = (
    ListColumn("Ngày đến", 30, "center"), ListColumn("Số đến", 18, "right"), ListColumn("Tác giả", 44),
    ListColumn("Số, ký hiệu văn bản", 32), ListColumn("Ngày tháng văn bản", 30, "center"),
    ListColumn("Tên loại và trích yếu nội dung văn bản", 78), ListColumn("Đơn vị hoặc người nhận", 40),
    ListColumn("Ngày chuyển", 30, "center"), ListColumn("Ký nhận", 20), ListColumn("Ghi chú", 34),
)  # fmt: skip
IN = "register_in"
TWICE_IN = "trùng số đến"  # in one year


def incoming(period: Period | None = None, types: Iterable[str] = ()) -> Listing:
    """What was registered on arrival, by day and number of arrival; each year has its heading line."""
    wanted = tuple(types)
    found = [line for line in _arrived() if period is None or (line[0] and period.holds(line[0]))]
    chosen = [line for line in found if not wanted or line[8] in wanted]
    years = list(dict.fromkeys(_year(line) for line in chosen))
    numbers = Counter((_year(line), line[1]) for line in found if line[1] is not None)
    rows: list[tuple[Value, ...]] = []
    for year in years:
        rows += [((f"NĂM {year}" if year else "CHƯA GHI NGÀY ĐẾN"),)] if len(years) > 1 else []
        mine = (line for line in chosen if _year(line) == year)
        rows += [_in_row(line, numbers[year, line[1]] > 1) for line in mine]
    return listing(IN, period, IN_COLUMNS, rows, f"Tổng số: {len(chosen)} văn bản đến.")


def _year(line: tuple[Any, ...]) -> int | None:
    """Of arrival."""
    return line[0].year if line[0] else None


def _arrived() -> list[tuple[Any, ...]]:
    name = names_on(None).alias("issuer_name")
    registered = Directive.arrival_number.is_null(False) | Directive.arrival_date.is_null(False)
    chosen = (
        Directive.select(
            Directive.arrival_date, Directive.arrival_number, Directive.organ, name.c.committee,
            name.c.organization, UnitKind.level, Directive.number, DirectiveType.code, DirectiveType.name,
            Directive.issuer_code, Directive.issued_words, Directive.issued_earliest,
            Directive.issued_latest, Directive.subject, Directive.sent_to, Directive.forwarded,
            Directive.due, Directive.secrecy, Directive.urgency, Directive.copies, Directive.file_number,
        )
        .join(DirectiveType)
        .switch(Directive)
        .join(Unit, JOIN.LEFT_OUTER, on=(Unit.id == Directive.issuer))
        .join(UnitKind, JOIN.LEFT_OUTER)
        .join(name, JOIN.LEFT_OUTER, on=(name.c.unit_id == Directive.issuer))
        .where((Directive.direction == "in") & registered)
        .order_by(Directive.arrival_date, Directive.arrival_number, Directive.id)
    )  # fmt: skip
    return lines(chosen)


def _in_row(line: tuple[Any, ...], twice: bool) -> tuple[Value, ...]:
    arrived, place, organ, committee, organization, level, number, code, type_name, sign, *rest = line
    words, earliest, latest, subject, sent_to, forwarded, due, secrecy, urgency, copies, file_number = rest
    issued = vague(words, earliest, latest)
    detail = Detail(secrecy, urgency, copies, forwarded, file_number)
    is_marked = directive_rules.is_marked(secrecy)
    notes = marks(detail) + ([f"hạn xử lý {paper_date(due)}"] if due else [])
    notes += [TWICE_IN] * twice
    return (
        day_words(arrived),
        place,
        directive_rules.issuer_name(organ, committee or organization or "", level or 0),
        directive_rules.symbol(number, code, sign),
        day_words(earliest) if earliest and earliest == latest else issued.words if issued else "",
        type_name if is_marked else f"{type_name} {subject}".strip(),
        sent_to,
        day_words(forwarded),
        "",
        _sentence("; ".join(notes)),
    )


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
