"""Who holds a number already that a document typed by hand would bear too."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from db import number_books, settings
from db import series as known
from db.series import Entry
from db.tables import DirectiveType
from rules import numbering as rules
from rules.dates import paper_date
from rules.numbers import two_digits
from rules.trouble import Refused

# What of a document decides where its number stands, and whether it may.
PLACE = ("type", "number", "issuer", "issuer_code", "issued", "direction", "state")
DRAFT = "draft"  # a key of rules.directives.STATES


def of(values: Mapping[str, Any], directive_id: int | None = None) -> Entry | None:
    """What else holds the number of these form values in its series.

    None: the number is free, there is none, or no body of ours issued the document. A number that was only
    left by a deleted document is free to be entered anew.
    """
    others = _others(values, directive_id)
    return next((entry for entry in others if entry.number == values["number"]), None)


def said(entry: Entry) -> str:
    """Who holds it, without a full stop: "Số 05-TB/ĐUK đã cấp cho: Thông báo Hội nghị A, ký 20/8/2019"."""
    if entry.state == rules.RESERVED:
        return f"Số {entry.shown} đang giữ cho: {entry.reason}"
    if entry.state == rules.ANNULLED:
        return f"Số {entry.shown} đã hủy: {entry.reason}"
    day = f", ký {paper_date(entry.day)}" if entry.day else ""
    return f"Số {entry.shown} đã cấp cho: {entry.words}{day}"


def refuse_draft(
    values: Mapping[str, Any], directive_id: int | None = None, before: Mapping[str, Any] | None = None
) -> None:
    """Refused where a draft would take a number that something holds: old documents alone may share one.

    `before`: what was kept of the document; one whose number stood there already may be changed otherwise.
    """
    if values["state"] != DRAFT or (before and all(values[name] == before[name] for name in PLACE)):
        return
    others = _others(values, directive_id)
    holder = next((entry for entry in others if entry.number == values["number"]), None)
    if holder is not None:
        free = two_digits(rules.next_number(entry.number for entry in others))
        what = f"{said(holder)}. Dự thảo không lấy số đã có."
        raise Refused(what, f"Dùng số tiếp theo là {free}, hoặc chọn số khác.")


def _others(values: Mapping[str, Any], directive_id: int | None) -> list[Entry]:
    """All that holds a number where this document is numbered, itself left out."""
    is_sent = values["direction"] == "out" and values["number"] and values["type"]
    if not is_sent or not settings.is_started():
        return []
    desk, issued = known.desk(), values["issued"]
    day = (issued.latest or issued.earliest) if issued else None
    sent = (values["issuer"], values["issuer_code"] or "", DirectiveType.get_by_id(values["type"]).name)
    place = known.of_document(desk, sent, day or date.today())
    if place is None:
        return []
    held = number_books.within(desk, place)
    own = [entry for entry in held if directive_id is None or entry.directive != directive_id]
    return [one for one in own if one.state != rules.USED or one.reason != known.DELETED]
