"""Numbers of papers: the next one, taking, keeping free, annulling, what is missing or held twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from db import directives, number_holders, numbered, settings
from db import series as known
from db.history import change
from db.number_books import Overview, duplicates, gaps, overview, within
from db.number_books import lines as lines
from db.number_traces import row_of
from db.series import Desk, Entry
from db.series import options as options
from db.tables import DirectiveType, Meeting, Paper, TakenNumber
from db.values import Values, gone, keep, label
from db.values import lines as rows_of
from rules import numbering as rules
from rules import office as office_rules
from rules import papers as catalogue
from rules.numbering import Options, Series
from rules.numbers import two_digits
from rules.text import clean
from rules.trouble import Refused

__all__ = [
    "Entry", "Overview", "annul", "annul_document", "duplicates", "follow", "gaps", "give", "lines",
    "number_of", "options", "overview", "places", "proposed", "refuse_clashes", "release", "reserve",
    "series_for", "set_options", "settle", "take", "use",
]  # fmt: skip
UNNUMBERED = "Loại giấy tờ này không lấy số."
ENDLESS = f"Sổ này chỉ có số từ 01 đến {rules.LARGEST}."


def series_for(kind: str, record_id: int) -> Series | None:
    """Where the paper `kind` of this record is numbered; None for a paper without number or not ours."""
    return numbered.series_of(known.desk(), kind, record_id)


def proposed(kind: str, record_id: int) -> int:
    """The next number of its series, 1 at the start of a period; what the paper itself holds not counted."""
    desk = known.desk()
    place = numbered.series_of(desk, kind, record_id)
    if place is None:
        raise Refused(UNNUMBERED, "Để trống số.")
    others = (entry for entry in within(desk, place) if not numbered.is_held_by(entry, kind, record_id))
    return rules.next_number(entry.number for entry in others)


def number_of(kind: str, record_id: int) -> int | None:
    """The number that the paper holds."""
    if catalogue.is_document(kind):
        return numbered.number_of_directive(record_id)
    taken = numbered.taken_by(kind, record_id)
    return taken.number if taken else None


def take(kind: str, record_id: int, number: int | None = None) -> int:
    """Gives the paper this number, or the next; Refused with who holds it where it is taken."""
    with change(label("Cấp số", catalogue.paper(kind).label.lower())):
        chosen = number or proposed(kind, record_id)
        give(kind, record_id, chosen)
    return chosen


def give(kind: str, record_id: int, number: int | None) -> None:
    """The paper holds this number from now on, None: none; inside a change that is already named."""
    desk = known.desk()
    is_of_directive = catalogue.is_document(kind)
    if number is not None and number != number_of(kind, record_id):
        _refuse_endless(number)
        place = numbered.series_of(desk, kind, record_id)
        if place is not None:
            _refuse_held(desk, place, number, kind, record_id)
        elif not is_of_directive:  # the documents of others bear the numbers that these gave them
            raise Refused(UNNUMBERED, "Để trống số.")
    if is_of_directive:
        if number != numbered.number_of_directive(record_id):
            directives.save({"number": number}, record_id)
        return
    taken = numbered.taken_by(kind, record_id)
    if number is None:
        if taken:
            TakenNumber.delete().where(TakenNumber.id == taken.id).execute()
        return
    paper = numbered.paper_of(kind, record_id)
    owner = paper.id if paper else keep(Paper, {"kind": kind, catalogue.paper(kind).record: record_id})
    row = {"paper": owner, "state": rules.USED, "number": number, **numbered.words_of(desk, kind, record_id)}
    keep(TakenNumber, row, taken.id if taken else None)


def follow(kind: str, record_id: int, before: Series | None, feet: Values) -> None:
    """After a paper changed: its number's words, and no clash in the series where it moved to.

    `feet`: signer and sent_to, as they print.
    """
    number = number_of(kind, record_id)
    if number is None:
        return
    desk = known.desk()
    place = numbered.series_of(desk, kind, record_id)
    if place is not None and place != before:
        _refuse_held(desk, place, number, kind, record_id)
    taken = numbered.taken_by(kind, record_id)
    if taken:
        keep(TakenNumber, numbered.words_of(desk, kind, record_id) | feet, taken.id)


def places(meeting_id: int) -> dict[str, Series | None]:
    """Paper → its series, for the papers of a meeting that hold a number."""
    chosen = TakenNumber.select(Paper.kind).join(Paper).where(Paper.meeting == meeting_id)
    return {kind: series_for(kind, meeting_id) for (kind,) in rows_of(chosen)}


def refuse_clashes(meeting_id: int, before: Mapping[str, Series | None]) -> None:
    """After a meeting changed, inside that change: none of its numbers, which stood in `before`, came where
    another holds it; Refused with who does.
    """
    desk = known.desk() if before else None
    for kind, old in before.items():
        place, number = series_for(kind, meeting_id), number_of(kind, meeting_id)
        if desk and place is not None and number is not None and place[:3] != (old or place)[:3]:
            _refuse_held(desk, place, number, kind, meeting_id)


def settle(meeting_ids: Iterable[int]) -> None:
    """Before meetings go: the numbers of their papers keep today's words, since they stay in the register.

    All numbers of a congress keep its last title, by which they stay one series.
    """
    gone_ids = list(meeting_ids)
    chosen = TakenNumber.select(Paper.kind, Paper.meeting, TakenNumber.id).join(Paper)
    for kind, meeting, row_id in rows_of(chosen.where(Paper.meeting.in_(gone_ids))):
        keep(TakenNumber, numbered.words_of(known.desk(), kind, meeting), row_id)
    of_congress = TakenNumber.select(TakenNumber.id, Meeting.title).join(Meeting)
    alone = TakenNumber.meeting.in_(gone_ids) & (TakenNumber.congress != "")
    for row_id, title in rows_of(of_congress.where(alone)):
        keep(TakenNumber, {"congress": title}, row_id)


def reserve(series: Series, reason: str, number: int | None = None, type_name: str = "") -> int:
    """Keeps a number free for someone, the next one by default; the id of the reservation.

    `type_name`: of the paper it is for; needed in a congress's common series alone.
    """
    reason = _needed(reason, "Chưa ghi giữ số cho ai, cho việc gì.")
    kind = type_name or (series.types[0] if series.types else "")
    row: Values = {"unit": series.unit, "symbol": series.symbol, "type_name": kind}
    if not series.types:
        row |= {"meeting": series.congress, "congress": series.period.label}
    row |= {"type_code": _code_of(kind), "state": rules.RESERVED, "reason": reason, "day": _inside(series)}
    with change(label("Giữ số", kind.lower() or series.symbol)):
        desk = known.desk()
        chosen = number or rules.next_number(entry.number for entry in within(desk, series))
        _refuse_endless(chosen)
        _refuse_held(desk, series, chosen)
        return keep(TakenNumber, row | {"number": chosen})


def use(taken_id: int, kind: str, record_id: int) -> int:
    """The paper gets a number that was kept free; Refused where it is of another series."""
    desk = known.desk()
    entry = _entry(desk, taken_id, rules.RESERVED, "Số này không còn được giữ.")
    if entry.series != numbered.series_of(desk, kind, record_id):
        raise Refused("Số này thuộc sổ khác với văn bản đang chọn.", "Chọn số giữ của đúng loại văn bản.")
    with change(label("Dùng số đã giữ", entry.shown)):
        _drop(taken_id)
        give(kind, record_id, entry.number)
    return entry.number


def release(taken_id: int) -> None:
    """A number kept free goes back; only an unused one can."""
    entry = _entry(known.desk(), taken_id, rules.RESERVED, "Chỉ bỏ được số đang giữ trước.")
    with change(label("Bỏ giữ số", entry.shown)):
        _drop(taken_id)


def annul(taken_id: int, reason: str) -> None:
    """The number is never used again and stays in the register with its reason; its paper is without one."""
    reason = _needed(reason, "Chưa ghi lý do hủy số.")
    desk = known.desk()
    entry = next((one for one in known.entries(desk) if one.id == taken_id), None)
    if entry is None:
        raise gone()
    if entry.state == rules.ANNULLED:
        raise Refused(f"Số {entry.shown} đã hủy rồi.", "Xem lý do trong sổ đăng ký.")
    words = numbered.words_of(desk, entry.kind, entry.record) if entry.kind and entry.record else {}
    with change(label("Hủy số", entry.shown)):
        keep(TakenNumber, {**words, "state": rules.ANNULLED, "reason": reason, "paper": None}, taken_id)


def annul_document(directive_id: int, reason: str) -> int:
    """The same for the number of an outgoing document, which keeps its own line among the documents."""
    reason = _needed(reason, "Chưa ghi lý do hủy số.")
    desk = known.desk()
    held = [one for one in known.entries(desk) if one.directive == directive_id]
    entry = next((one for one in held if one.id is None), held[0] if held else None)  # renumbered since
    if entry is None:
        raise Refused("Văn bản này không có số đã cấp ở đây.", "Chọn một văn bản đi có số.")
    if entry.id is not None:
        raise Refused(f"Số {entry.shown} đã hủy rồi.", "Xem lý do trong sổ đăng ký.")
    row = row_of(entry) | {"state": rules.ANNULLED, "reason": reason, "directive": directive_id}
    with change(label("Hủy số", entry.shown)):
        for one in held:  # a number annulled before the document got its new one stands alone from now on
            if one.id is not None:
                keep(TakenNumber, {"directive": None}, one.id)
        return keep(TakenNumber, row)


def set_options(options: Options) -> None:
    """How the office numbers from now on; numbers already given keep standing where their day puts them."""
    with change("Sửa cách đánh số văn bản"):
        settings.put(office_rules.BY_YEAR, "; ".join(options.by_year))
        settings.put(office_rules.OFFICE_BY_YEAR, "1" if options.office_by_year else "")
        settings.put(office_rules.DECISIONS_APART, "1" if options.decisions_apart else "")


# -- how it is done


def _refuse_held(
    desk: Desk, series: Series, number: int, kind: str = "", record_id: int | None = None
) -> None:
    held = within(desk, series)
    others = [e for e in held if record_id is None or not numbered.is_held_by(e, kind, record_id)]
    holder = next((entry for entry in others if entry.number == number), None)
    if holder is None:
        return
    free = rules.next_number(entry.number for entry in others)
    otherwise = f"Dùng số tiếp theo là {two_digits(free)}, hoặc chọn số khác."
    raise Refused(f"{number_holders.said(holder)}.", otherwise)


def _refuse_endless(number: int) -> None:
    if number > rules.LARGEST:
        raise Refused(ENDLESS, "Gõ một số còn trống vào ô số.")


def _needed(reason: str, missing: str) -> str:
    text = clean(reason)
    if not text:
        raise Refused(missing, "Ghi vài chữ để người xem sổ sau này hiểu.")
    return text


def _entry(desk: Desk, taken_id: int, state: str, otherwise: str) -> Entry:
    entry = next((one for one in known.entries(desk) if one.id == taken_id), None)
    if entry is None:
        raise gone()
    if entry.state != state:
        raise Refused(otherwise, "Số đã cấp thì hủy kèm lý do.")
    return entry


def _drop(taken_id: int) -> None:
    """Refused where another program has dropped or used it since it was read."""
    if not TakenNumber.delete().where(TakenNumber.id == taken_id).execute():
        raise gone()


def _inside(series: Series) -> date:
    """A day of the period: today, else its nearest end; of a congress to come or past its own."""
    today, (_, since, until) = date.today(), series.period
    if series.congress is not None:
        held = numbered.meeting_of(series.congress).day
        return min(held, today) if held else today
    if since and today < since:
        return since
    return min(today, until) if until else today


def _code_of(type_name: str) -> str:
    """The newest code of a type."""
    chosen = DirectiveType.select(DirectiveType.code).where(DirectiveType.name == type_name)
    codes = [code for (code,) in rows_of(chosen.order_by(DirectiveType.since))]
    return codes[-1] if codes else ""
