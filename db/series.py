"""Where every number stands, and what holds it: papers, reservations, outgoing documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from peewee import JOIN

from db import settings, terms
from db.tables import (
    Directive,
    DirectiveType,
    Meeting,
    MeetingType,
    Paper,
    Setting,
    TakenNumber,
    Unit,
    UnitKind,
    UnitName,
)
from db.values import lines, pairs
from rules import numbering as rules
from rules import office as office_rules
from rules import papers as catalogue
from rules.directives import is_marked, symbol
from rules.facts import Office
from rules.numbering import Options, Period, Series
from rules.numbers import two_digits
from rules.text import fold
from rules.units import UPPER

OFFICE_KIND = "Văn phòng cấp ủy"
DELETED = "Văn bản đã xóa khỏi danh sách"  # why a number stands without its document


class Entry(NamedTuple):
    """One number and what holds it; `state` is a key of rules.numbering.STATES."""

    series: Series
    number: int
    state: str
    day: date | None  # of signing, or of issue
    counted: date  # by which its period is found
    type_name: str
    type_code: str
    symbol: str
    subject: str
    signer: str = ""
    sent_to: str = ""
    reason: str = ""
    id: int | None = None  # of the taken number
    kind: str = ""  # of the paper that holds it
    record: int | None = None  # the meeting of that paper, or the document of a copy
    directive: int | None = None
    until: int = 0  # the last one of a long run of skipped numbers

    @property
    def shown(self) -> str:
        """ "05-TB/ĐUK"; a long run of skipped numbers as "43–999998-TB/ĐUK"."""
        last = symbol(self.until or self.number, self.type_code, self.symbol)
        return f"{two_digits(self.number)}–{last}" if self.until else last

    @property
    def words(self) -> str:
        """What holds the number, for a sentence."""
        return " ".join(part for part in (self.type_name, self.subject) if part) or self.reason


@dataclass(frozen=True)
class Desk:
    """Who issues papers here and how they are numbered, read once."""

    own: Office
    options: Options
    terms: tuple[rules.Term, ...]
    names: tuple[tuple[int, str, date | None, str], ...]  # unit, kind, since, symbol; the oldest first

    def symbol(self, unit: int | None, day: date | None) -> str:
        """The unit's symbol on that day, its first one where the day is earlier."""
        mine = [(since, text) for key, _, since, text in self.names if key == unit]
        begun = [text for since, text in mine if since is None or day is None or since <= day]
        return begun[-1] if begun else mine[0][1] if mine else ""

    def unit(self, issuer: int | None, code: str) -> int | None:
        """Which of our bodies issued a document: its symbol tells most surely; None: none of ours."""
        wanted = fold(code)
        by_code = next((key for key, _, _, text in self.names if text and fold(text) == wanted), None)
        if by_code is not None:
            return by_code
        if issuer is None:
            return None if wanted else self.own.unit_id
        return issuer if any(key == issuer for key, *_ in self.names) else None

    def is_office(self, unit: int | None) -> bool:
        return any(key == unit and kind == OFFICE_KIND for key, kind, *_ in self.names)

    def series(self, unit: int | None, type_name: str, day: date, text: str = "") -> Series:
        """The series of a type on a day; `text` is the symbol of a body that is gone."""
        options = self.options
        yearly = rules.is_by_year(type_name, self.is_office(unit), options)
        period = rules.year_of(day) if yearly else rules.term_of(day, self.terms, self.own.term)
        sign = self.symbol(unit, period.until) if unit is not None else text
        return Series(unit, sign, rules.types_with(type_name, options), period)

    def congress(self, title: str, meeting: int | None) -> Series:
        return Series(self.own.unit_id, rules.CONGRESS_SYMBOL, (), Period(title), meeting)


def desk() -> Desk:
    """Refused before the first start is done."""
    own = settings.office()
    return Desk(own, options(), tuple(terms.known(own.unit_id)), tuple(_bodies(own.unit_id)))


def options() -> Options:
    """How the office numbers, from its settings."""
    kept = pairs(Setting.select(Setting.name, Setting.value))
    by_year = tuple(kept.get(office_rules.BY_YEAR, "").split("; ")) if kept.get(office_rules.BY_YEAR) else ()
    return Options(
        by_year,
        kept.get(office_rules.OFFICE_BY_YEAR) == "1",
        kept.get(office_rules.DECISIONS_APART) == "1",
        kept.get(office_rules.FAMILY) == office_rules.STATE,
    )


def _bodies(own: int) -> list[tuple[Any, ...]]:
    """The own unit with its boards and office: every symbol they have had."""
    board = (Unit.parent == own) & (UnitKind.level == UPPER)
    chosen = (
        UnitName.select(UnitName.unit, UnitKind.name, UnitName.since, UnitName.symbol)
        .join(Unit)
        .join(UnitKind)
        .where((Unit.id == own) | board)
        .order_by((Unit.id == own).desc(), Unit.id, UnitName.since)
    )
    return lines(chosen)


def entries(desk: Desk, types: Iterable[str] = ()) -> list[Entry]:
    """Every number taken, kept free or annulled; `types`: of these types alone, and of congresses."""
    wanted = tuple(types)
    taken = [*_of_papers(desk), *_of_copies(desk), *_without_paper(desk)]
    annulled = {(one.directive, one.number, one.series) for one in taken if one.directive is not None}
    sent = _of_directives(desk, wanted)
    issued = [one for one in sent if (one.directive, one.number, one.series) not in annulled]
    there = {(one.series, one.number) for one in issued}
    traces = [one for one in taken if one.reason == DELETED and one.state == rules.USED]
    again = {one.id for one in traces if (one.series, one.number) in there}  # entered anew
    found = [*(one for one in taken if one.id not in again), *issued]
    return [entry for entry in found if not wanted or not entry.series.types or entry.type_name in wanted]


def _of_papers(desk: Desk) -> list[Entry]:
    """Numbers of papers that are kept, with the words of today."""
    chosen = (
        TakenNumber.select(
            TakenNumber.id, TakenNumber.number, TakenNumber.day, TakenNumber.unit, TakenNumber.signer,
            TakenNumber.sent_to, Paper.kind, Paper.signed, Meeting.id, Meeting.title, Meeting.ordinal,
            Meeting.day, MeetingType.name,
        )
        .join(Paper)
        .join(Meeting)
        .join(MeetingType)
    )  # fmt: skip
    found = []
    for row_id, number, taken, unit, signer, sent_to, kind, signed, *meeting in lines(chosen):
        meeting_id, title, _, held, type_name = meeting
        paper = catalogue.paper(kind)
        if rules.of_congress(kind, type_name):
            series, sign = desk.congress(title, meeting_id), rules.CONGRESS_SYMBOL
        else:
            series = desk.series(unit, paper.type_name, taken)
            sign = desk.symbol(unit, held)
        names = (paper.type_name, paper.type_code, sign, title, signer, sent_to)
        keys = {"id": row_id, "kind": kind, "record": meeting_id}
        found.append(Entry(series, number, rules.USED, signed, taken, *names, **keys))
    return found


def _of_copies(desk: Desk) -> list[Entry]:
    """Numbers of copies of documents; of a document marked since the books know no subject."""
    chosen = (
        TakenNumber.select(
            TakenNumber.id, TakenNumber.number, TakenNumber.day, TakenNumber.unit, TakenNumber.type_code,
            TakenNumber.symbol, Paper.signed, Directive.id, Directive.secrecy, TakenNumber.subject,
            TakenNumber.signer, TakenNumber.sent_to,
        )
        .join(Paper)
        .join(Directive)
    )  # fmt: skip
    found = []
    type_name = catalogue.paper(catalogue.COPY).type_name
    for row_id, number, day, unit, code, sign, signed, directive, secrecy, *names in lines(chosen):
        names[0] = "" if is_marked(secrecy) else names[0]
        series = desk.series(unit, type_name, day, sign)
        keys = {"id": row_id, "kind": catalogue.COPY, "record": directive}
        found.append(Entry(series, number, rules.USED, signed, day, type_name, code, sign, *names, **keys))
    return found


def _without_paper(desk: Desk) -> list[Entry]:
    """Reservations, annulled numbers, numbers whose paper was deleted."""
    chosen = (
        TakenNumber.select(
            TakenNumber.id, TakenNumber.number, TakenNumber.state, TakenNumber.day, TakenNumber.unit,
            TakenNumber.meeting, Meeting.title, TakenNumber.congress, TakenNumber.directive,
            TakenNumber.signed, TakenNumber.type_name, TakenNumber.type_code, TakenNumber.symbol,
            TakenNumber.subject, TakenNumber.signer, TakenNumber.sent_to, TakenNumber.reason,
        )
        .join(Meeting, JOIN.LEFT_OUTER)
        .where(TakenNumber.paper.is_null())
    )  # fmt: skip
    found = []
    for row_id, number, state, day, unit, meeting, title, congress, directive, signed, *names in lines(
        chosen
    ):
        type_name, _, sign = names[:3]
        if congress:
            series = desk.congress(title or congress, meeting)
        else:
            series = desk.series(unit, type_name, day, sign)
        keys = {"id": row_id, "record": meeting, "directive": directive}
        found.append(Entry(series, number, state, signed, day, *names, **keys))
    return found


def _of_directives(desk: Desk, types: tuple[str, ...]) -> list[Entry]:
    """Outgoing documents of our own bodies; one without a day counts in the period of today.

    Of a marked one the books of numbers know no subject.
    """
    chosen = (
        Directive.select(
            Directive.id, Directive.number, DirectiveType.name, DirectiveType.code, Directive.issuer,
            Directive.issuer_code, Directive.issued_earliest, Directive.issued_latest, Directive.secrecy,
            Directive.subject, Directive.signer, Directive.sent_to,
        )
        .join(DirectiveType)
        .where((Directive.direction == "out") & Directive.number.is_null(False))
    )  # fmt: skip
    if types:
        of_congress = Directive.issuer_code == rules.CONGRESS_SYMBOL
        chosen = chosen.where(DirectiveType.name.in_(types) | of_congress)
    found = []
    congresses = _congresses(desk) if chosen.exists() else []
    for row_id, number, type_name, code, issuer, sign, first, last, secrecy, *names in lines(chosen):
        names[0] = "" if is_marked(secrecy) else names[0]
        counted = last or first or date.today()
        series = of_document(desk, (issuer, sign, type_name), counted, congresses)
        if series is None:
            continue
        day = last if first == last else None
        entry = Entry(series, number, rules.USED, day, counted, type_name, code, sign, *names)
        found.append(entry._replace(directive=row_id))
    return found


def of_document(
    desk: Desk,
    sent: tuple[int | None, str, str],
    counted: date,
    congresses: list[tuple[Any, ...]] | None = None,
) -> Series | None:
    """Where an outgoing document is numbered; None for one that no body of ours issued.

    `sent`: its issuer, the symbol behind the slash, its type; `congresses`: ours, where they are known.
    """
    issuer, sign, type_name = sent
    if sign == rules.CONGRESS_SYMBOL:
        return _nearest(desk, _congresses(desk) if congresses is None else congresses, counted)
    unit = desk.unit(issuer, sign)
    return None if unit is None else desk.series(unit, type_name, counted)


def _congresses(desk: Desk) -> list[tuple[Any, ...]]:
    """Our congresses with a day: id, title, day."""
    ours = Meeting.organiser.is_null() | (Meeting.organiser == desk.own.unit_id)
    chosen = Meeting.select(Meeting.id, Meeting.title, Meeting.day, MeetingType.name).join(MeetingType)
    held = lines(chosen.where(ours & Meeting.day.is_null(False)).order_by(Meeting.day))
    return [line[:3] for line in held if rules.is_congress(line[3])]


def _nearest(desk: Desk, congresses: list[tuple[Any, ...]], day: date) -> Series:
    """A document of a congress carries no name of it: the congress nearest in time is meant."""
    near = sorted(congresses, key=lambda line: abs((line[2] - day).days))
    if near and abs((near[0][2] - day).days) <= 183:
        return desk.congress(near[0][1], near[0][0])
    return desk.congress(f"Đại hội năm {day.year}", None)
