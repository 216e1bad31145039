"""Documents cited in running text: the gold sentences, places, lists, mentions of one document, spite."""

from __future__ import annotations

import dataclasses
import sys
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.citations import Citation, distinct, find
from rules.directives import DIRECTIVE_TYPES, symbol
from tests.rules.citation_gold import Row
from tests.rules.citation_gold_more import GROUPS
from tests.rules.citation_table import HOSTILE, Score, score, told, wanted

ROWS = [row for rows in GROUPS.values() for row in rows]
CODES = sorted({kind.code for kind in DIRECTIVE_TYPES if kind.code})


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:40])
def test_reads_the_gold_sentence(row: Row) -> None:
    assert sorted(told(citation) for citation in find(row[0])) == sorted(wanted(row))


def test_gold_is_large_and_read_well() -> None:
    total = sum((score(rows) for rows in GROUPS.values()), Score(0, 0, 0, 0))
    assert total.sentences >= 150
    assert min(total.precision, total.recall) >= 0.97


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        (
            "Học Chỉ thị số 35-CT/TW, ngày 30/5/2019 của Bộ Chính trị; rồi thảo luận.",
            ["Chỉ thị số 35-CT/TW, ngày 30/5/2019 của Bộ Chính trị"],
        ),
        ("các kế hoạch số 129-KH/TU và 92-KH/ĐUK.", ["kế hoạch số 129-KH/TU", "92-KH/ĐUK"]),
        ("số 8 đến 10-TB/TU", ["số 8", "8 đến 10-TB/TU", "10-TB/TU"]),
        ("Kế hoạch 92-KH/ĐUK (3/4 chi bộ đã học)", ["Kế hoạch 92-KH/ĐUK"]),
        ("(Số      -BC/CB3)", ["Số      -BC/CB3"]),
        ("Kế hoạch 92 (19/8/2019).", ["Kế hoạch 92 (19/8/2019)"]),
        ("😀 Ke\u0302\u0301 hoa\u0323ch 9\u200b2-KH/ĐUK!", ["Ke\u0302\u0301 hoa\u0323ch 9\u200b2-KH/ĐUK"]),
    ],
)
def test_places_are_those_of_the_text_given(sentence: str, places: list[str]) -> None:
    assert [sentence[citation.start : citation.end] for citation in find(sentence)] == places


def test_a_citation_is_a_frozen_value() -> None:
    (citation,) = find("Chỉ thị số 35-CT/TW")
    with pytest.raises(dataclasses.FrozenInstanceError):
        citation.number = "36"  # type: ignore[misc]
    assert (citation.date, citation.issuer, citation.year) == (None, None, None)


def test_one_document_named_often_is_one() -> None:
    text = (
        "Học Chỉ thị số 35-CT/TW; Chỉ thị số 35-CT/TW, ngày 30/5/2019; Chỉ thị 35 của Bộ Chính trị; 35-CT/TW."
    )
    (one,) = distinct(find(text))
    assert (one.date, one.issuer, one.issuer_code) == (date(2019, 5, 30), "Bộ Chính trị", "TW")
    assert text[one.start : one.end] == "Chỉ thị số 35-CT/TW"


def test_two_documents_of_one_symbol_are_told_apart_by_date() -> None:
    text = (
        "Kế hoạch số 20-KH/ĐUK, ngày 10/01/2016 và Kế hoạch số 20-KH/ĐUK, ngày 06/11/2020; Kế hoạch 20 nêu rõ"
    )
    dates = [citation.date for citation in distinct(find(text))]
    assert dates == [date(2016, 1, 10), date(2020, 11, 6), None]  # the last may be either


def test_numbers_of_other_issuers_and_numbers_not_taken_stay_apart() -> None:
    found = distinct(find("Số -BC/CB3; Số -BC/CB3; 12-KH/TU; 12-KH/ĐUK; 12-CV/TU"))
    assert len(found) == 5


def test_the_news_of_the_conference_cites_three_documents() -> None:
    text = (
        "Hội nghị học Chỉ thị số 35-CT/TW của Bộ Chính trị\n\nSáng ngày 21/8/2019, Đảng ủy Khối học Chỉ thị "
        "số 35-CT/TW, ngày 30/5/2019 của Bộ Chính trị; Kế hoạch số 129-KH/TU của Ban Thường vụ Tỉnh ủy, Kế "
        "hoạch số 92-KH/ĐUK, ngày 19/8/2019 của Ban Thường vụ Đảng ủy Khối; chỉ thị 35-CT/TW của Bộ chính "
        "trị và kế hoạch tổ chức đại hội của chi bộ."
    )
    found = [(one.number, one.date, one.issuer) for one in distinct(find(text))]
    assert found == [
        ("35", date(2019, 5, 30), "Bộ Chính trị"),
        ("129", None, "Ban Thường vụ Tỉnh ủy"),
        ("92", date(2019, 8, 19), "Ban Thường vụ Đảng ủy Khối"),
    ]


def test_a_range_too_long_gives_its_ends() -> None:
    assert [citation.number for citation in find("từ số 1 đến 900-TB/TU")] == ["1", "900"]


@given(
    st.integers(1, 999_999),
    st.sampled_from(CODES),
    st.sampled_from(["TW", "TU", "ĐUK", "ĐU", "VPĐUK"]),
    st.booleans(),
)
def test_finds_what_the_program_writes(number: int, code: str, issuer: str, apart: bool) -> None:
    written = f"Theo văn bản số {symbol(number, code, issuer)}, ngày 05/02/2020 của Tỉnh ủy."
    (found,) = find(unicodedata.normalize("NFD", written) if apart else written)
    assert (int(found.number), found.type_code, found.issuer_code) == (number, code, issuer)
    assert (found.date, found.issuer) == (date(2020, 2, 5), "Tỉnh ủy")


PIECES = st.sampled_from(
    [
        "số",
        "Kế hoạch",
        " ",
        "\n",
        "12",
        "-",
        "/",
        "KH",
        "TU",
        "ngày",
        "1/2/2020",
        "của",
        "Tỉnh ủy",
        ",",
        "và",
        "(",
        ")",
    ]
    + ["đến", "QĐ", "…", "\u0301", "\u200b", "2020", "18,19"]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join), st.lists(PIECES).map(" ".join)))
def test_never_stumbles_and_stays_within_the_text(text: str) -> None:
    found = find(text)
    assert all(0 <= citation.start < citation.end <= len(text) for citation in found)
    assert [citation.start for citation in found] == sorted(citation.start for citation in found)


def steps(text: str) -> int:
    """How many lines and calls of Python the search takes: a count that no clock disturbs."""
    count = 0

    def tick(*_: object) -> object:
        nonlocal count
        count += 1
        return tick

    before = sys.gettrace()
    sys.settrace(tick)  # type: ignore[arg-type]
    try:
        find(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("piece", HOSTILE)
def test_work_grows_as_the_text_grows(piece: str) -> None:
    short, long = piece * (1_000 // len(piece)), piece * (4_000 // len(piece))
    find(long)  # what is kept in memory for later is there
    assert steps(long) <= 4.6 * steps(short) + 400


def test_a_page_of_figures_does_not_become_a_million_citations() -> None:
    assert len(find("Kế hoạch số " + "1, " * 20_000)) <= 14_000
    assert find(". " * 25 + "Kế hoạch số 1, 2 và 3 của Tỉnh ủy")[2] == Citation(
        "Kế hoạch", None, "3", None, None, None, "Tỉnh ủy", 70, 83
    )
