"""A number typed for a document that another holds already: what is said of it, when it must be asked."""

from __future__ import annotations

from typing import Any

from db import number_holders
from db.series import Entry
from gui.pages.directive_filling import Known
from rules.dates import VagueDate

Values = dict[str, Any]
TWICE = "Ghi tiếp thì sổ đăng ký có hai dòng cùng số, đều ghi “Trùng số”."
LOOK = "Xem lại để khỏi ghi hai lần."


def place(values: Values) -> tuple[Any, ...]:
    """What decides where the number of a document stands; another place is another question."""
    return tuple(values.get(name) for name in number_holders.PLACE)


def doubt(known: Known, values: Values) -> str:
    """One sentence naming what has this number already; "" where nothing has."""
    holder = _holder(known, values)
    twin = known.same(values)
    if twin and (values.get("direction") != "out" or (holder and holder.directive)):
        day = f", ngày {twin.issued.words}" if twin.issued else ", chưa có ngày"
        return f"Trong sổ đã có {twin.symbol}{day}. {LOOK}"
    return f"{number_holders.said(holder)}. {LOOK}" if holder else ""


def clash(known: Known, values: Values, before: Values) -> Entry | None:
    """What has the number too, where the clerk must say that it shall stand twice; None: save without asking.

    A number that stood there before is no question again. The very same document twice and a draft are none
    either: they are refused when they are saved. `before`: the values kept, where the document is kept.
    """
    if place(values) == place(before) or values.get("state") == number_holders.DRAFT:
        return None
    twin = known.same(values)
    if twin and (twin.issued, twin.issuer_id) == (values.get("issued"), values.get("issuer")):
        return None
    return _holder(known, values)


def _holder(known: Known, values: Values) -> Entry | None:
    """None too for a number or a day that is only half typed."""
    number, issued = values.get("number"), values.get("issued")
    is_whole = isinstance(number, int) and (issued is None or isinstance(issued, VagueDate))
    return number_holders.of(values, known.record) if is_whole else None
