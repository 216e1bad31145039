"""Proposals of a text laid beside the file: what is ticked by itself, what needs what, one change for all."""

from __future__ import annotations

import pytest

from db import directives, history, meetings, pasting, people
from db.pasting import Desk
from rules.imports import ERROR, NEW, SAME
from rules.pasting import DIRECTIVE, GROUP, LINK, MEETING, PERSON, TASK, offers
from rules.reading import propose
from tests.db import entries

pytestmark = pytest.mark.usefixtures("office")
OWN = "Đảng ủy Khối các cơ quan tỉnh"
HELD = (
    f"Ngày 5/5/2025, {OWN} tổ chức Hội nghị học tập Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị."
)


def desk(text: str) -> Desk:
    return Desk(propose(text))


def ticked(laid: Desk) -> set[str]:
    """The kinds of what the window would tick."""
    told = offers(laid.told)
    ready = [one for one in told if one.sure and laid.standing[one.key].sure]
    return {one.kind for one in ready if laid.standing[one.key].state == NEW}


def test_our_own_meeting_is_ticked_and_kept_with_its_organiser() -> None:
    laid = desk(HELD)
    assert {MEETING, DIRECTIVE} <= ticked(laid)
    done = pasting.take(laid, [(MEETING, 0)])
    (row,) = meetings.rows()
    assert (done.meeting, row.organiser) == (row.id, OWN)


def test_the_meeting_of_a_body_nobody_knows_is_not_made_ours() -> None:
    laid = desk(HELD.replace(OWN, "Đảng ủy phường Bến Nghé"))
    assert MEETING not in ticked(laid)
    assert "Đảng ủy phường Bến Nghé" in laid.standing[MEETING, 0].why
    pasting.take(laid, [(MEETING, 0)])
    assert [row.organiser for row in meetings.rows()] == [""]


def test_what_belongs_to_a_meeting_is_not_ticked_without_it() -> None:
    text = (
        f"{HELD.replace(OWN, 'Đảng ủy phường Bến Nghé')} "
        "Dự hội nghị có bí thư, phó bí thư các chi bộ; báo cáo viên.\n"
        "Kết luận hội nghị, đồng chí Lê An yêu cầu các chi bộ phải xây dựng kế hoạch; báo cáo kết quả."
    )
    laid = desk(text)
    assert {kind for kind, _ in laid.standing} >= {GROUP, TASK}
    assert not {GROUP, TASK, MEETING} & ticked(laid)


def test_a_namesake_with_another_post_is_left_to_the_clerk() -> None:
    entries.person("Vũ Diệu Ánh", "Chuyên viên")
    laid = desk(f"Dự hội nghị có đồng chí Vũ Diệu Ánh, Phó Bí thư Đảng ủy Sở Lạ. {HELD}")
    stands = laid.standing[PERSON, 0]
    assert PERSON not in ticked(laid)
    assert stands.why


def test_hoa_and_another_hoa_are_two_people() -> None:
    text = f"Dự hội nghị có đồng chí Nguyễn Thị Hoa, Bí thư {OWN}; đồng chí Nguyễn Thị Hòa, Phó Bí thư {OWN}."
    assert [one.name for one in propose(text).people] == ["Nguyễn Thị Hoa", "Nguyễn Thị Hòa"]


def test_a_link_to_a_document_that_cannot_be_kept_is_not_offered() -> None:
    for day in ("1/2/2026", "1/3/2026"):  # two of one symbol: the text does not say which
        entries.directive(
            77, type=entries.key("directive_type", "Thông báo"), issuer=None, issuer_code="TU", issued=day
        )
    laid = desk(
        f"{OWN} tổ chức Hội nghị quán triệt Kế hoạch số 77-KH/ĐUK, ngày 10/3/2026 của {OWN} về thực hiện "
        "Thông báo số 77-TB/TU."
    )
    doubtful = [key for key, stands in laid.standing.items() if stands.state == ERROR]
    links = [key for key in laid.standing if key[0] == LINK]
    assert not links or set(links) <= set(doubtful)
    assert LINK not in ticked(laid)


def test_a_post_held_no_longer_is_left_to_the_clerk() -> None:
    laid = desk(f"Dự hội nghị có đồng chí Trần Văn Giáp, nguyên Bí thư {OWN}.")
    assert (PERSON, 0) in laid.standing
    assert PERSON not in ticked(laid)


def test_a_bill_and_a_number_plate_are_no_documents() -> None:
    laid = desk("Hóa đơn số 12/HĐ-BH ngày 2/2/2025; xe biển số 15-KH/123.")
    assert DIRECTIVE not in ticked(laid)


def test_the_same_text_twice_proposes_nothing_new() -> None:
    laid = desk(HELD)
    pasting.take(laid, list(laid.standing))
    before = history.digest()
    again = desk(HELD)
    assert {stands.state for stands in again.standing.values()} == {SAME}
    assert pasting.take(again, list(again.standing)).kept == 0
    assert history.digest() == before
    assert len(directives.rows()) == 1
    assert people.rows() == []
