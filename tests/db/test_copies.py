"""Official copies of documents: numbers of one series, days, what stays in the register, what is refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from db import copies, directives, facts, history, numbering, papers, registers, settings
from db.papers import Signed
from rules.copies import EXTRACT, KIND, MARKED, RELAYED, WHOLE
from rules.facts import Copy
from rules.papers import COPY
from rules.trouble import Refused
from tests.db import entries
from tests.db.numbers import own, series, states, two_terms

pytestmark = pytest.mark.usefixtures("office")

DAY = date(2019, 8, 21)


def document(number: int = 92, **values: Any) -> int:
    return entries.directive(number, subject=f"về việc {number}", **values)


def copied(record: int) -> Copy:
    found = facts.gather(COPY, record)
    assert isinstance(found, Copy)
    return found


def test_a_copy_is_of_the_office_whoever_issued_the_document() -> None:
    above = settings.parent_of(own())
    record = document(5, issuer=above, issuer_code="TU", direction="in")
    made = copied(record)
    assert made.head.issuer == "Đảng ủy Khối các cơ quan tỉnh"
    assert (made.head.symbol, made.head.type_code, made.head.number) == ("ĐUK", "BS", None)
    assert made.original.symbol == "05-KH/TU"
    assert made.kind == WHOLE
    assert made.signatures[0].authority == "T/L BAN THƯỜNG VỤ"
    assert made.recipients == ("Lưu Văn phòng Đảng ủy",)


def test_number_and_day_are_its_own_and_leave_the_document_as_it_is() -> None:
    record = document()
    before = directives.get(record)
    copies.save(record, {KIND: EXTRACT, "number": 24, "signed": DAY, "place_name": "Thành phố Mẫu"})
    made = copied(record)
    assert (made.kind, made.head.number, made.head.signed) == (EXTRACT, 24, DAY)
    assert made.head.place_name == "Thành phố Mẫu"
    assert directives.get(record) == before
    assert papers.get("plan", record)["number"] == 92


def test_what_is_kept_of_it_is_undone_and_done_again() -> None:
    record = document()
    signer = entries.person("Lê Văn Mẫu")
    given = {"number": 3, "signatures": (Signed("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", signer),)}
    copies.save(record, {**given, KIND: RELAYED, "recipients": ("Các chi bộ",)})
    assert history.recent()[0].label.startswith("Sửa bản sao văn bản: 92-KH/ĐUK")
    history.undo()
    assert (copied(record).kind, copied(record).head.number) == (WHOLE, None)
    history.redo()
    made = copied(record)
    assert (made.kind, made.head.number, made.recipients) == (RELAYED, 3, ("Các chi bộ",))
    assert made.signatures[0].name == "Lê Văn Mẫu"


# -- numbers


def test_all_kinds_count_in_one_series() -> None:
    first, second, third = document(1), document(2), document(3)
    for record, kind in ((first, WHOLE), (second, RELAYED), (third, EXTRACT)):
        copies.save(record, {KIND: kind})
        numbering.take(COPY, record)
    assert [copied(record).head.number for record in (first, second, third)] == [1, 2, 3]
    assert len({series(COPY, record) for record in (first, second, third)}) == 1
    assert copies.next_number(document(4)) == 4


def test_a_number_is_given_once_and_the_holder_is_named() -> None:
    copies.save(document(1), {"number": 7, "signed": DAY})
    other = document(2)
    with pytest.raises(Refused, match="Số 07-BS/ĐUK đã cấp cho: Bản sao Kế hoạch 01-KH/ĐUK"):
        copies.save(other, {"number": 7, "signed": DAY})
    assert copied(other).head.number is None


def test_a_copy_registered_as_a_document_counts_too() -> None:
    entries.directive(40, type=entries.key("directive_type", "Bản sao"), direction="out")
    assert copies.next_number(document()) == 41


def test_a_new_term_begins_at_one_by_the_day_of_copying() -> None:
    two_terms()
    first, second = document(1), document(2)
    copies.save(first, {"signed": DAY, "number": 30})
    copies.save(second, {"signed": date(2020, 9, 1)})
    assert copies.next_number(second) == 1
    copies.save(second, {"signed": DAY})
    assert copies.next_number(second) == 31


def test_a_state_body_begins_each_year() -> None:
    settings.put("family", "state")
    first, second = document(1), document(2)
    copies.save(first, {"signed": date(2021, 12, 30), "number": 8})
    copies.save(second, {"signed": date(2022, 1, 4)})
    assert copies.next_number(second) == 1


def test_copying_again_leaves_the_old_number_in_the_register() -> None:
    record = document()
    with pytest.raises(Refused, match="chưa lấy số"):
        copies.begin_anew(record)
    copies.save(record, {KIND: RELAYED, "signed": DAY, "number": 5, "recipients": ("Các chi bộ",)})
    place = series(COPY, record)
    copies.begin_anew(record)
    made = copied(record)
    assert (made.head.number, made.head.signed, made.kind) == (None, None, RELAYED)
    (before,) = copies.earlier(record)
    assert (before.shown, before.day, before.sent_to) == ("05-BS/ĐUK", DAY, "Các chi bộ")
    copies.save(record, {"signed": DAY})
    assert copies.next_number(record) == 6
    numbering.take(COPY, record)
    assert states(numbering.lines(place)) == [(5, "used"), (6, "used")]


def test_the_register_prints_it_with_the_document_it_is_of() -> None:
    record = document()
    copies.save(record, {"signed": DAY, "number": 1, "recipients": ("Các chi bộ", "Lưu Văn phòng")})
    rows = registers.outgoing(None, ("Bản sao",)).rows
    assert rows[0][:3] == ("01-BS/ĐUK", "21/8/2019", "Bản sao Kế hoạch 92-KH/ĐUK về việc 92")
    assert rows[0][4:6] == ("Các chi bộ", "Văn phòng")


def test_a_number_annulled_or_of_a_deleted_document_stays() -> None:
    gone, annulled = document(1), document(2)
    for number, record in enumerate((gone, annulled), 1):
        copies.save(record, {"signed": DAY, "number": number})
    place = series(COPY, annulled)
    entry = next(one for one in numbering.lines(place) if one.record == annulled)
    numbering.annul(entry.id or 0, "sao nhầm")
    directives.delete([gone])
    assert copied(annulled).head.number is None
    assert states(numbering.lines(place)) == [(1, "used"), (2, "annulled")]
    assert [one.words for one in numbering.lines(place)][0] == "Bản sao Kế hoạch 01-KH/ĐUK về việc 1"


# -- what is refused


def test_a_document_marked_is_not_copied_here() -> None:
    record = document(secrecy="secret")
    for work in (lambda: facts.gather(COPY, record), lambda: copies.save(record, {KIND: WHOLE})):
        with pytest.raises(Refused) as refused:
            work()
        assert str(refused.value).startswith(MARKED[0])
    with pytest.raises(Refused):
        papers.save(COPY, record, {"number": 1})


def test_a_copy_made_before_does_not_keep_a_document_from_being_marked() -> None:
    record = document()
    copies.save(record, {KIND: EXTRACT, "number": 1, "signed": DAY})
    directives.save({"secrecy": "secret"}, record)
    (entry,) = numbering.lines(series(COPY, record))
    assert entry.subject == "", "the books of numbers know no subject of it"


def test_a_document_that_is_gone_is_told() -> None:
    record = document()
    directives.delete([record])
    with pytest.raises(Refused, match="không còn trong sổ"):
        facts.gather(COPY, record)
