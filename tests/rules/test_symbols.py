"""Numbers, symbols and citations as clerks type and paste them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.dates import exact
from rules.directives import DIRECTIVE_TYPES, symbol
from rules.symbols import read_symbol, split_issuer, usual_organ

CODES = sorted({kind.code for kind in DIRECTIVE_TYPES if kind.code})


@pytest.mark.parametrize(
    ("typed", "number", "code", "name", "issuer"),
    [
        ("35-CT/TW", 35, "CT", "Chỉ thị", "TW"),
        ("129-KH/TU", 129, "KH", "Kế hoạch", "TU"),
        ("92-KH/ĐUK", 92, "KH", "Kế hoạch", "ĐUK"),
        ("92-kh/đuk", 92, "KH", "Kế hoạch", "ĐUK"),
        ("138 - CV/TU", 138, "CV", "Công văn", "TU"),
        ("Đề án 10-ĐA/TU", 10, "ĐA", "Đề án", "TU"),
        ("367 - QĐ/TWĐTN-VP", 367, "QĐ", "Quyết định", "TWĐTN-VP"),
        ("26-HD/BTCTW", 26, "HD", "Hướng dẫn", "BTCTW"),
        ("336/NQ-TUCL", 336, "NQ", "Nghị quyết", "TUCL"),
        ("45/2018/QĐ-TTg", 45, "QĐ", "Quyết định", "TTg"),
        ("31/QĐ-TW", 31, "QĐ", "Quyết định", "TW"),
        ("04-QĐi/TW", 4, "QĐi", "Quy định", "TW"),
        ("Quy định 137-QĐ/TW", 137, "QĐ", "Quy định", "TW"),
        ("Số      -BC/CB3", None, "BC", "Báo cáo", "CB3"),
        ("Kế hoạch số 101 của Tỉnh ủy", 101, "", "Kế hoạch", ""),
        ("Công văn số 1523", 1523, "", "Công văn", ""),
        ("Đề án số 07", 7, "", "Đề án", ""),
        ("92-KH", 92, "KH", "Kế hoạch", ""),
        ("12-XY/ĐUK", 12, "XY", "", "ĐUK"),
        ("92 kh/duk", 92, "KH", "Kế hoạch", "ĐUK"),
        ("Công văn số 1234/UBND-NC", 1234, "", "Công văn", "UBND-NC"),
        ("Công văn 3294-CV/VPTW/nb", 3294, "CV", "Công văn", "VPTW/nb"),
    ],
)
def test_reads_numbers_as_they_are_written(
    typed: str, number: int | None, code: str, name: str, issuer: str
) -> None:
    read = read_symbol(typed)
    assert (read.number, read.type_code, read.type_name, read.issuer_code) == (number, code, name, issuer)


def test_reads_a_whole_citation() -> None:
    read = read_symbol(
        "Chỉ thị số 35-CT/TW, ngày 30-5-2019 của Bộ Chính trị về đại hội đảng bộ các cấp, tiến tới Đại hội"
    )
    assert read.issued == exact(date(2019, 5, 30))
    assert read.issuer == "Bộ Chính trị"
    assert read.subject == "về đại hội đảng bộ các cấp, tiến tới Đại hội"


@pytest.mark.parametrize("words", ["ngày 19/8/2019", "ngày 19 tháng 8 năm 2019", "19.8.2019"])
def test_an_exact_day_is_worded_as_papers_write_it(words: str) -> None:
    assert read_symbol(f"92-KH/ĐUK, {words}").issued == exact(date(2019, 8, 19))


def test_a_month_stays_a_month_and_an_impossible_day_stays_words() -> None:
    month = read_symbol("05-KH/ĐU tháng 8/2019").issued
    assert month is not None
    assert month.latest == date(2019, 8, 31)
    never = read_symbol("92-KH/ĐUK, ngày 31/02/2019").issued
    assert never is not None
    assert (never.words, never.latest) == ("31/02/2019", None)


@pytest.mark.parametrize("words", ["", "xin chào", "ngày 19/8/2019", "tháng 8/2019", "trước và sau đại hội"])
def test_words_without_a_symbol_read_as_nothing(words: str) -> None:
    assert not read_symbol(words)


@given(st.integers(1, 999_999), st.sampled_from(CODES), st.sampled_from(["TW", "TU", "ĐUK", "ĐU", "VPĐUK"]))
def test_reads_back_what_the_program_writes(number: int, code: str, issuer: str) -> None:
    read = read_symbol(symbol(number, code, issuer))
    assert (read.number, read.type_code, read.issuer_code) == (number, code, issuer)


@given(st.text())
def test_never_stumbles(words: str) -> None:
    assert read_symbol(words).number is None or read_symbol(words).number >= 0


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Ban Thường vụ Tỉnh ủy", ("Ban Thường vụ", "Tỉnh ủy")),
        ("Bộ Chính trị", ("Bộ Chính trị", "")),
        ("Đảng ủy Khối", ("", "Đảng ủy Khối")),
        ("ban chấp hành trung ương", ("Ban Chấp hành Trung ương", "")),
    ],
)
def test_parts_the_organ_from_the_committee(words: str, parts: tuple[str, str]) -> None:
    assert split_issuer(words) == parts


def test_the_usual_organ_is_not_guessed_for_the_centre() -> None:
    assert usual_organ("Kế hoạch", "ĐUK") == "Ban Thường vụ"
    assert usual_organ("Chỉ thị", "TW") == ""
    assert usual_organ("Nghị quyết", "TU") == ""
