"""Terms of a unit's committee: the list of them, their form, the one of a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from db.history import change
from db.tables import Meeting, MeetingType, Term
from db.values import Values, form_of, found, keep, label, lines, ready, removal, row_of
from rules import numbering
from rules import terms as rules
from rules.trouble import Refused


class Row(NamedTuple):
    """One term; until None: it lasts, or ends where the next begins."""

    id: int
    name: str
    ordinal: str
    since: date | None
    until: date | None


def rows(unit_id: int) -> list[Row]:
    """The terms of one unit, the oldest first."""
    chosen = Term.select(Term.id, Term.name, Term.ordinal, Term.since, Term.until)
    return [Row(*line) for line in lines(chosen.where(Term.unit == unit_id).order_by(Term.since, Term.id))]


def known(unit_id: int) -> list[numbering.Term]:
    """The same for the rules of numbering."""
    return [numbering.Term(row.name, row.since, row.until) for row in rows(unit_id)]


def name_on(unit_id: int, day: date) -> str:
    """The name of the term of that day, "2015 - 2020"; "" outside every term."""
    term = numbering.term_on(day, known(unit_id))
    return term.name if term else ""


def proposed(unit_id: int) -> Values:
    """What a new term may begin with: the day and the ordinal that the last congress of the unit gives it.

    Nothing where no congress is kept after the newest term began.
    """
    newest = max((row.since for row in rows(unit_id) if row.since), default=date.min)
    ours = (Meeting.organiser == unit_id) | Meeting.organiser.is_null()
    chosen = Meeting.select(Meeting.day, Meeting.ordinal, MeetingType.name).join(MeetingType)
    held = [
        (day, ordinal)
        for day, ordinal, kind in lines(chosen.where(ours & Meeting.day.is_null(False)))
        if numbering.is_congress(kind) and rules.begins(day) > newest
    ]
    if not held:
        return {}
    day, ordinal = max(held)
    return {"since": rules.begins(day), "ordinal": ordinal}


def get(term_id: int) -> Values:
    """The form values as rules.terms.FIELDS names them."""
    return form_of(found(Term, term_id), rules.FIELDS)


def save(values: Values, unit_id: int, term_id: int | None = None) -> int:
    """Keeps a term; Refused where two terms of one unit share a day."""
    whole = ready(rules.FIELDS, values, rules.problems, get(term_id) if term_id else None)
    others = [numbering.Term(*row[1:2], *row[3:]) for row in rows(unit_id) if row.id != term_id]
    other = numbering.overlaps(numbering.Term(whole["name"], whole["since"], whole["until"]), others)
    if other:
        raise Refused(f"Trùng ngày với nhiệm kỳ {other.name}.", "Sửa ngày bắt đầu hoặc ngày kết thúc.")
    with change(label("Sửa" if term_id else "Thêm", "nhiệm kỳ", whole["name"])):
        return keep(Term, row_of(whole, rules.FIELDS) | {"unit": unit_id}, term_id)


def delete(ids: Iterable[int]) -> None:
    """Takes terms away; numbers given in them stay and count in the period their days then fall in."""
    chosen = list(dict.fromkeys(ids))
    with change(removal("nhiệm kỳ", [found(Term, row_id).name for row_id in chosen])):
        Term.delete().where(Term.id.in_(chosen)).execute()
