"""Every verb that writes in the books of numbers, terms and wordings, each with the ways it is used."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from db import copies, history, meetings, number_traces, numbering, settings, terms, wordings
from db.tables import TakenNumber
from rules.numbering import Options
from tests.whole.office import Ids


def within(label: str, act: Callable[[], Any]) -> None:
    with history.change(label):
        act()


def retitled(ids: Ids) -> None:
    with history.change("Xóa hội nghị"):
        meetings.save({"title": "Hội nghị khác"}, ids.meeting)
        numbering.settle([ids.meeting])


def copied_again(ids: Ids) -> None:
    with history.change("Sao lần mới"):
        copies.save(ids.papers[0], {"number": 24, "signed": date(2019, 8, 21)})
        copies.begin_anew(ids.papers[0])


VERBS: dict[str, tuple[Callable[[Ids], Any], ...]] = {
    "copies.save": (
        lambda ids: copies.save(ids.papers[0], {"copy_kind": "extract", "recipients": ("Lưu",)}),
        lambda ids: copies.save(ids.papers[1], {"number": 3, "signed": date(2019, 8, 21)}),
    ),
    "copies.begin_anew": (lambda ids: copied_again(ids),),
    "number_traces.leave": (lambda ids: within("Xóa văn bản", lambda: number_traces.leave(ids.papers)),),
    "numbering.take": (
        lambda ids: numbering.take("notice", ids.meeting),
        lambda ids: numbering.take("minutes", ids.meeting, 9),
        lambda ids: numbering.take("plan", ids.papers[1], 95),
    ),
    "numbering.give": (lambda ids: within("Sửa số", lambda: numbering.give("minutes", ids.meeting, None)),),
    "numbering.follow": (
        lambda ids: within("Sửa", lambda: numbering.follow("minutes", ids.meeting, None, {"signer": "Lê B"})),
    ),
    "numbering.settle": (lambda ids: retitled(ids),),
    "numbering.reserve": (lambda ids: numbering.reserve(numbering.overview()[0].series, "Ban Dân vận"),),
    "numbering.use": (lambda ids: numbering.use(ids.kept, "notice", ids.meeting),),
    "numbering.release": (lambda ids: numbering.release(ids.kept),),
    "numbering.annul": (
        lambda ids: numbering.annul(ids.kept, "Thôi không dùng"),
        lambda ids: numbering.annul(TakenNumber.get(TakenNumber.state == "used").id, "Ghi nhầm"),
    ),
    "numbering.annul_document": (lambda ids: numbering.annul_document(ids.papers[1], "Không ban hành"),),
    "numbering.set_options": (lambda ids: numbering.set_options(Options(("Giấy mời",), True, True)),),
    "terms.save": (
        lambda ids: terms.save({"name": "2020 - 2025", "since": date(2020, 7, 4)}, ids.unit),
        lambda ids: terms.save({"until": date(2020, 7, 3)}, settings.own_unit() or 0, ids.term),
    ),
    "terms.delete": (lambda ids: terms.delete([ids.term]),),
    "wordings.save": (
        lambda ids: wordings.save("invitation", {"subject": "họp", "recipients": "Như trên\nLưu"}),
    ),
    "wordings.reset": (lambda ids: wordings.reset("invitation"),),
}
