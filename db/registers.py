"""The registers of outgoing and of incoming documents, as the book prints them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from db import number_books, numbered, papers, wordings
from db import series as known
from db.arrivals import IN as IN
from db.arrivals import incoming as incoming
from db.book_lines import NOTHING, Detail, day_words, listing, marks
from db.series import Desk, Entry
from db.tables import Directive
from db.values import lines
from rules import markers
from rules import numbering as rules
from rules import wordings as shipped
from rules.facts import ListColumn, Listing, Value
from rules.fields import label_of
from rules.numbering import Period, Series

# Ten columns; no Party form could be read, so those of Nghị định 30, Phụ lục IV.
OUT_COLUMNS = (
    ListColumn("Số, ký hiệu văn bản", 32), ListColumn("Ngày tháng văn bản", 30, "center"),
    ListColumn("Tên loại và trích yếu nội dung văn bản", 78), ListColumn("Người ký", 34),
    ListColumn("Nơi nhận văn bản", 44), ListColumn("Đơn vị, người nhận bản lưu", 26),
    ListColumn("Số lượng bản", 18, "right"), ListColumn("Ngày chuyển", 30, "center"),
    ListColumn("Ký nhận", 20), ListColumn("Ghi chú", 34),
)  # fmt: skip
OUT = "register_out"
TWICE = "Trùng số"  # the note at every line whose number another line of its part has
KEPT = "Lưu "  # how the last line of Nơi nhận begins


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

    `period` None: all; `types`: these alone; `parts`: a heading line over each type of the book. Where
    numbers begin anew in it, as in a new term or year, every part has its heading with its time.
    """
    desk = known.desk()
    wanted = tuple(types)
    chosen = [
        (series, held)
        for series, held in _books(desk, period)
        if not wanted or set(wanted) & {entry.type_name for entry in held}
    ]
    details = _details()
    heading = _headings([series for series, _ in chosen], parts)
    rows: list[tuple[Value, ...]] = []
    count = 0
    for series, held in chosen:
        shown = [entry for entry in held if not wanted or entry.type_name in (*wanted, "")]
        twice = set(rules.duplicates(entry.number for entry in held))
        rows += heading(series)
        rows += [
            _out_row(desk, entry, details.get(entry.directive or 0, NOTHING), entry.number in twice)
            for entry in shown
        ]
        count += sum(entry.state == rules.USED for entry in shown)
    return listing(OUT, period, OUT_COLUMNS, rows, f"Tổng số: {count} văn bản đi.")


def _books(desk: Desk, period: Period | None) -> list[tuple[Series, list[Entry]]]:
    """Each series with its lines of the period: terms in their order, in each the committee's by type,
    congresses, then the office's.
    """
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

    def by_term(book: tuple[Series, list[Entry]]) -> tuple[Any, ...]:
        first = min(entry.counted for entry in grouped[book[0]])
        return rules.term_of(first, desk.terms).since or date.min, place(book[0])

    return sorted(books, key=by_term)


def _headings(books: list[Series], parts: bool) -> Callable[[Series], list[tuple[Value, ...]]]:
    """The heading line over a part of the book, as a row of one cell; none where the book needs none."""
    issuers = {(one.unit, one.symbol) for one in books if one.types}
    typed = [(one.unit, one.types) for one in books if one.types]
    begins_anew = len(set(typed)) < len(typed)

    def heading(series: Series) -> list[tuple[Value, ...]]:
        if not parts and not begins_anew:
            return []
        if not series.types:
            return [(series.period.label.upper(),)]
        words = [", ".join(series.types), series.symbol if len(issuers) > 1 else ""]
        words += [series.period.label] if begins_anew else []
        first, *rest = (word for word in words if word)
        return [(" · ".join((first.upper(), *rest)),)]

    return heading


def _is_in(entry: Entry, period: Period | None, reach: tuple[int, int]) -> bool:
    """A skipped number has no day: it is where its neighbours are."""
    if entry.state == rules.SKIPPED:
        return entry.number <= reach[1] and reach[0] <= (entry.until or entry.number)
    return period is None or period.holds(entry.counted)


def _out_row(desk: Desk, entry: Entry, detail: Detail, twice: bool) -> tuple[Value, ...]:
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
        day_words(entry.day) or detail.issued,
        _named(desk, entry),
        signer,
        "; ".join(sent),
        "; ".join(held),
        detail.copies,
        day_words(detail.forwarded),
        "",
        "; ".join(_out_notes(entry, detail) + [TWICE] * twice),
    )


def _named(desk: Desk, entry: Entry) -> str:
    """Type and subject; of a marked document the type alone, since its entry has no subject."""
    subject = _subject(desk, entry) if entry.kind and entry.record else entry.subject
    return f"{entry.type_name} {subject}".strip()


def _subject(desk: Desk, entry: Entry) -> str:
    """As the paper's wording puts it; the meeting's title where that needs more than the register knows."""
    worded = shipped.worded(entry.kind, desk.own.family)
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
    return found + marks(detail)


def _details() -> dict[int, Detail]:
    chosen = Directive.select(
        Directive.id, Directive.secrecy, Directive.urgency, Directive.copies, Directive.forwarded,
        Directive.file_number, Directive.issued_words,
    ).where(Directive.direction == "out")  # fmt: skip
    return {row_id: Detail._make((*rest, words or "")) for row_id, *rest, words in lines(chosen)}
