"""The registers of outgoing and of incoming documents, as the book prints them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from peewee import JOIN

from db import number_books, numbered, papers, settings, wordings
from db import series as known
from db.series import Desk, Entry
from db.tables import Directive, DirectiveType, Unit, UnitKind
from db.unit_names import names_on
from db.values import lines, vague
from rules import directives as directive_rules
from rules import markers
from rules import numbering as rules
from rules import papers as catalogue
from rules import wordings as shipped
from rules.dates import paper_date
from rules.facts import Head, ListColumn, Listing, Value
from rules.fields import label_of
from rules.numbering import Period, Series

# Ten columns each; no Party form could be read, so those of Nghị định 30, Phụ lục IV.
OUT_COLUMNS = (
    ListColumn("Số, ký hiệu văn bản", 32), ListColumn("Ngày tháng văn bản", 30, "center"),
    ListColumn("Tên loại và trích yếu nội dung văn bản", 78), ListColumn("Người ký", 34),
    ListColumn("Nơi nhận văn bản", 44), ListColumn("Đơn vị, người nhận bản lưu", 26),
    ListColumn("Số lượng bản", 18, "right"), ListColumn("Ngày chuyển", 30, "center"),
    ListColumn("Ký nhận", 20), ListColumn("Ghi chú", 34),
)  # fmt: skip
IN_COLUMNS = (
    ListColumn("Ngày đến", 30, "center"), ListColumn("Số đến", 18, "right"), ListColumn("Tác giả", 44),
    ListColumn("Số, ký hiệu văn bản", 32), ListColumn("Ngày tháng văn bản", 30, "center"),
    ListColumn("Tên loại và trích yếu nội dung văn bản", 78), ListColumn("Đơn vị hoặc người nhận", 40),
    ListColumn("Ngày chuyển", 30, "center"), ListColumn("Ký nhận", 20), ListColumn("Ghi chú", 34),
)  # fmt: skip
OUT, IN = "register_out", "register_in"
KEPT = "Lưu "  # how the last line of Nơi nhận begins


class Detail(NamedTuple):
    """What the register says of an outgoing document beside its number."""

    secrecy: str
    urgency: str
    copies: int | None
    forwarded: date | None
    file_number: str
    issued: str = ""  # the words of a vague day


NOTHING = Detail("", "", None, None, "")


def periods(kind: str) -> list[Period]:
    """The terms and the years of which the register has lines, the newest first, terms before years."""
    desk = known.desk()
    if kind == OUT:
        days = {entry.counted for entry in known.entries(desk)}
    else:
        arrived = Directive.select(Directive.arrival_date).where(Directive.direction == "in")
        days = {day for (day,) in lines(arrived.where(Directive.arrival_date.is_null(False)))}
    terms = {rules.term_of(day, desk.terms, desk.own.term) for day in days}
    years = {rules.year_of(day) for day in days}
    return [
        *sorted(terms, key=lambda one: one.since or date.min, reverse=True),
        *sorted(years, key=lambda one: one.since or date.min, reverse=True),
    ]


def gather(kind: str) -> Listing:
    """The register of the newest term; `kind`: register_out or register_in."""
    chosen = next(iter(periods(kind)), None)
    return outgoing(chosen) if kind == OUT else incoming(chosen)


# -- going out


def outgoing(period: Period | None = None, types: Iterable[str] = (), parts: bool = False) -> Listing:
    """Documents and papers that were numbered, annulled and skipped numbers too, by number in each type.

    `period` None: all; `types`: these alone; `parts`: a heading line over each type of the book.
    """
    desk = known.desk()
    wanted = tuple(types)
    chosen = [
        (series, held)
        for series, held in _books(desk, period)
        if not wanted or set(wanted) & {entry.type_name for entry in held}
    ]
    details = _details()
    rows: list[tuple[Value, ...]] = []
    count = 0
    for series, held in chosen:
        shown = [entry for entry in held if not wanted or entry.type_name in (*wanted, "")]
        if parts:
            rows.append((_part(series), *[""] * (len(OUT_COLUMNS) - 1)))
        rows += [_out_row(desk, entry, details.get(entry.directive or 0, NOTHING)) for entry in shown]
        count += sum(entry.state == rules.USED for entry in shown)
    return _listing(OUT, period, OUT_COLUMNS, rows, f"Tổng số: {count} văn bản đi.")


def _books(desk: Desk, period: Period | None) -> list[tuple[Series, list[Entry]]]:
    """Each series with its lines of the period: the committee's by type, congresses, then the office's."""
    everything = known.entries(desk)
    begun = number_books.beginnings(everything)
    grouped: dict[Series, list[Entry]] = {}
    for entry in everything:
        grouped.setdefault(entry.series, []).append(entry)
    books = []
    for series, held in grouped.items():
        inside = [entry.number for entry in held if period is None or period.holds(entry.counted)]
        if inside:
            whole = number_books.with_gaps(held, number_books.is_whole(series, begun))
            reach = (1, max(inside)) if len(inside) == len(held) else (min(inside), max(inside))
            kept = [entry for entry in whole if _is_in(entry, period, reach)]
            books.append((series, kept))
    place = number_books.order(desk)
    return sorted(books, key=lambda book: place(book[0]))


def _is_in(entry: Entry, period: Period | None, reach: tuple[int, int]) -> bool:
    """A skipped number has no day: it is where its neighbours are."""
    if entry.state == rules.SKIPPED:
        return entry.number <= reach[1] and reach[0] <= (entry.until or entry.number)
    return period is None or period.holds(entry.counted)


def _part(series: Series) -> str:
    return (", ".join(series.types) or series.period.label).upper()


def _out_row(desk: Desk, entry: Entry, detail: Detail) -> tuple[Value, ...]:
    if entry.state == rules.SKIPPED:
        return (entry.shown, "", "", "", "", "", None, "", "", label_of(rules.STATES, rules.SKIPPED))
    signer, sent_to = entry.signer, entry.sent_to
    if entry.kind and entry.record:
        kept = papers.get(entry.kind, entry.record)
        signer = papers.signer(kept["signatures"])
        sent_to = "; ".join(numbered.filled(row, desk.own, entry.subject) for row in kept["recipients"])
    places = [place.strip(" .;") for place in sent_to.split(";") if place.strip(" .;")]
    held = [place.removeprefix(KEPT) for place in places if place.startswith(KEPT)]
    sent = [place for place in places if not place.startswith(KEPT)]
    return (
        entry.shown,
        _day(entry.day) or detail.issued,
        _named(desk, entry),
        signer,
        "; ".join(sent),
        "; ".join(held),
        detail.copies,
        _day(detail.forwarded),
        "",
        "; ".join(_out_notes(entry, detail)),
    )


def _named(desk: Desk, entry: Entry) -> str:
    """Type and subject; of a marked document the type alone, since its entry has no subject."""
    subject = _subject(desk, entry) if entry.kind and entry.record else entry.subject
    return f"{entry.type_name} {subject}".strip()


def _subject(desk: Desk, entry: Entry) -> str:
    """As the paper's wording puts it; the meeting's title where that needs more than the register knows."""
    worded = shipped.worded(entry.kind)
    text = wordings.of(entry.kind).get("subject") or (worded.subject if worded else "")
    names = {markers.key(marker.name) for marker in markers.markers(text)}
    if text and names <= {markers.key(name) for name in numbered.values_of(desk.own, entry.subject)}:
        return numbered.filled(text, desk.own, entry.subject)
    return entry.subject


def _out_notes(entry: Entry, detail: Detail) -> list[str]:
    found = []
    if entry.state == rules.ANNULLED:
        found.append(f"Hủy: {entry.reason}")
    if entry.state == rules.RESERVED:
        found.append(f"Giữ số: {entry.reason}")
    return found + _marks(detail)


def _marks(detail: Detail) -> list[str]:
    found = []
    if detail.secrecy:
        found.append(label_of(directive_rules.SECRECIES, detail.secrecy))
    if detail.urgency:
        found.append(label_of(directive_rules.URGENCIES, detail.urgency))
    if detail.file_number:
        found.append(f"Hồ sơ số {detail.file_number}")
    return found


def _details() -> dict[int, Detail]:
    chosen = Directive.select(
        Directive.id, Directive.secrecy, Directive.urgency, Directive.copies, Directive.forwarded,
        Directive.file_number, Directive.issued_words,
    ).where(Directive.direction == "out")  # fmt: skip
    return {row_id: Detail._make((*rest, words or "")) for row_id, *rest, words in lines(chosen)}


# -- coming in


def incoming(period: Period | None = None, types: Iterable[str] = ()) -> Listing:
    """What was registered on arrival, by day and number of arrival."""
    wanted = tuple(types)
    rows = []
    for line in _arrived():
        arrived, type_name = line[0], line[8]
        if period is not None and not (arrived and period.holds(arrived)):
            continue
        if not wanted or type_name in wanted:
            rows.append(_in_row(line))
    return _listing(IN, period, IN_COLUMNS, rows, f"Tổng số: {len(rows)} văn bản đến.")


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


def _in_row(line: tuple[Any, ...]) -> tuple[Value, ...]:
    arrived, place, organ, committee, organization, level, number, code, type_name, sign, *rest = line
    words, earliest, latest, subject, sent_to, forwarded, due, secrecy, urgency, copies, file_number = rest
    issued = vague(words, earliest, latest)
    detail = Detail(secrecy, urgency, copies, forwarded, file_number)
    is_marked = directive_rules.is_marked(secrecy)
    notes = _marks(detail) + ([f"hạn xử lý {paper_date(due)}"] if due else [])
    return (
        _day(arrived),
        place,
        directive_rules.issuer_name(organ, committee or organization or "", level or 0),
        directive_rules.symbol(number, code, sign),
        _day(earliest) if earliest and earliest == latest else issued.words if issued else "",
        type_name if is_marked else f"{type_name} {subject}".strip(),
        sent_to,
        _day(forwarded),
        "",
        _sentence("; ".join(notes)),
    )


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


# -- both


def head(title: str) -> Head:
    """The office's letterhead above a list, without number or day."""
    office = settings.office()
    return Head(
        superior=office.superior,
        issuer=office.committee or office.organization,
        place_name=office.place_name,
        type_name=title,
        type_code="",
        symbol=office.symbol,
        number=None,
        signed=None,
        subject="",
        spelling=office.spelling,
        family=office.family,
    )


def _day(day: date | None) -> str:
    """As the book writes it: zero before days 1–9, months 1 and 2."""
    return paper_date(day) if day else ""


def _listing(
    kind: str, period: Period | None, columns: Sequence[ListColumn], rows: list[tuple[Value, ...]], foot: str
) -> Listing:
    label = catalogue.paper(kind).label
    return Listing(head(label), label, period.label if period else "", tuple(columns), tuple(rows), foot)
