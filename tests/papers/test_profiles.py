"""Each difference between the forms is one row, read from a produced Word file."""

from __future__ import annotations

from datetime import date

import pytest

from papers.styles import form
from rules import numbering
from tests.papers import profile_rows_copies, profile_rows_party, profile_rows_state
from tests.papers.office_xml import W, part, value
from tests.papers.profile_papers import MEDIA, PROFILES, read
from tests.papers.profile_rows import ND30, NEW, OLD, STATE, Row
from tests.papers.word_schema import faults

ROWS = [*profile_rows_party.ROWS, *profile_rows_state.ROWS, *profile_rows_copies.ROWS]
CASES = [pytest.param(row, profile, id=f"{row.name}: {profile}") for row in ROWS for profile in row.expected]


@pytest.mark.parametrize(("row", "profile"), CASES)
def test_the_forms_differ_where_they_say_so(row: Row, profile: str) -> None:
    assert row.found(read(profile, row.code)) == row.expected[profile]


@pytest.mark.parametrize("profile", STATE)
def test_lines_of_the_state_form_are_a_third_to_a_half_of_the_words(profile: str) -> None:
    part_line = form(profile).legal.part_line
    assert part_line.holds(read(profile).rule("issuer_line") / 27.1, 0.01), "SỞ NỘI VỤ in 13 bold"
    assert part_line.holds(read(profile).rule("subject_line") / 67.0, 0.01), "the subject in 14 bold"


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("code", ["TTr", "CV", "BS"])
def test_word_repairs_nothing(profile: str, code: str) -> None:
    assert faults(read(profile, code).data) == []


def test_circulation_stands_at_the_top_of_the_first_page_alone() -> None:
    one = read(OLD)
    assert one.page("header") == [10]
    marked, plain = one.headers(0)["headerReference first"], one.headers(1)["headerReference first"]
    assert marked != plain
    said = {name: "".join(part(one.data, name).itertext()) for name in ("header2", "header3")}
    assert said == {"header2": "TÀI LIỆU THU HỒI", "header3": ""}
    assert "TÀI LIỆU THU HỒI" not in "".join(words for _, words in one.lines)
    assert one.property("circulation", "jc", "val") == "right"


def test_what_is_kept_from_the_media_says_so_at_the_foot_of_the_last_page() -> None:
    one = read(NEW, circulation=MEDIA)
    assert one.words("circulation_foot") == [MEDIA.upper()]
    frame = next(one.document.iter(f"{W}framePr"))
    assert (value(frame, "vAnchor"), value(frame, "xAlign")) == ("page", "center")
    bottom = (int(value(frame, "y")) + int(value(frame, "h"))) * 25.4 / 1440
    assert bottom == pytest.approx(287, abs=0.1), "10 mm from the edge"
    assert [*one.headers(0)] == ["headerReference default"]
    place = [style for style, _ in one.lines].index("circulation_foot")
    assert "contact" in [style for style, _ in one.lines[:place]]
    assert "appendix" in [style for style, _ in one.lines[place:]]


CODES = [  # code, known by 36-HD/VPTW, by 05-HD/VPTW (document-format.md §6.3, §1.1)
    ("TW", True, True), ("TU", True, True), ("HU", True, False), ("QU", True, False), ("ThU", True, False),
    ("ĐUK", True, False), ("ĐU", True, True), ("ĐUQS", True, True), ("ĐUCA", True, True),
    ("ĐUBP", True, True),
    ("QUTW", True, True), ("CB", True, True), ("UBKTTU", True, True), ("CQUBKT", False, True),
    ("BTCTU", True, True), ("BTGTU", True, False), ("BDVTU", True, False), ("BTGDVTU", True, True),
    ("BNCTU", True, True), ("BXDĐ", False, True), ("VPTU", True, True), ("VPĐUK", True, False),
    ("VPĐU", True, True), ("ĐĐ", True, False), ("BCSĐ", True, False), ("BCĐ", True, True), ("ĐH", True, True),
    ("CQBPTTH", False, True), ("BTCTU-BNCTU", True, True),
]  # fmt: skip


@pytest.mark.parametrize(("code", "old", "new"), CODES)
def test_a_code_of_a_body_belongs_to_its_time(code: str, old: bool, new: bool) -> None:
    assert (form(OLD).knows_body(code), form(NEW).knows_body(code)) == (old, new)
    assert form(ND30).knows_body(code), "the state has no list of codes"


@pytest.mark.parametrize("state", [True, False])
def test_numbers_run_through_the_term_in_the_party_and_through_the_year_in_the_state(state: bool) -> None:
    day = date(2019, 8, 21)
    by_year = numbering.is_by_year("Tờ trình", False, numbering.Options(state=state))
    term = numbering.term_of(day, [numbering.Term("2015 - 2020", date(2015, 6, 16))])
    period = numbering.year_of(day) if by_year else term
    assert (period.since, by_year) == ((date(2019, 1, 1), True) if state else (date(2015, 6, 16), False))
