from __future__ import annotations

import pytest

from db import search
from rules.text import fold


@pytest.mark.parametrize(
    ("text", "words", "is_found"),
    [
        ("Đảng ủy Khối", "dang uy", True),
        ("Đảng ủy Khối", "đảng uỷ", True),
        ("Đảng uỷ Khối", "đảng ủy", True),
        ("Hoàng Thúy", "hoà", True),
        ("Hoàng Thúy", "thuý", True),
        ("Hoàng Thúy", "thùy", False),
        ("Hoàng Thúy", "hoa thuy", True),
        ("Hoàng Thúy", "HOÀNG", True),
        ("Dung", "đung", False),
        ("Đung", "dung", True),
        ("bất kỳ", "  ", True),
    ],
)
def test_words_are_found_accents_narrow(text: str, words: str, is_found: bool) -> None:
    assert search.found(fold(text), text, words) is is_found


def test_signs_of_a_number_can_be_left_out() -> None:
    assert search.compact("92-KH/ĐUK") == "92khduk"


def test_words_in_other_unicode_forms_are_the_same_words() -> None:
    assert search.split("Đảng\u00a0u\u0309y") == ("đảng", "ủy")


@pytest.mark.parametrize(
    ("text", "words", "is_found"),
    [
        ("Kế hoạch 92-KH/ĐUK", "92kh/đuk", True),
        ("Kế hoạch 92-KH/ĐUK", "92 - kh", True),
        ("Kế hoạch 92-KH/ĐUK", "92khduk", True),
        ("Kế hoạch 92-KH/ĐUK", "92/đuk", False),
        ("Sở Y tế", "y", True),
        ("Sở Nội vụ", "ộ", False),
        ("Sở Nội vụ", "n", True),
        ("Sở Công Thương", "n", False),
        ("50 % 100", "%", True),
        ("50 100", "%", False),
    ],
)
def test_signs_do_not_matter_and_one_letter_begins_a_word(text: str, words: str, is_found: bool) -> None:
    assert search.found(fold(text), text, words) is is_found


def test_initials_may_be_typed_with_their_accents() -> None:
    assert search.narrow(["Đặng Văn Thoảng", "Dương Văn Tú"], "đvt", str) == ["Đặng Văn Thoảng"]
    assert search.narrow(["Đặng Văn Thoảng", "Dương Văn Tú"], "Đ.V.T", str) == ["Đặng Văn Thoảng"]


@pytest.mark.parametrize(
    ("words", "names", "rank"),
    [
        ("so cong thuong", ("Sở Công Thương",), search.EXACT),
        ("92kh/duk", ("92-KH/ĐUK",), search.EXACT),
        ("cong", ("Sở Công Thương",), search.WORD),
        ("92", ("92-KH/ĐUK",), search.WORD),
        ("con", ("Sở Công Thương",), search.START),
        ("92-k", ("92-KH/ĐUK",), search.START),
        ("sct", ("Sở Công Thương",), search.LETTERS),
        ("huon", ("Sở Công Thương",), search.INSIDE),
        ("92", ("192-KH/ĐUK",), search.INSIDE),
        ("bi thu", ("Sở Công Thương",), search.BESIDE),
        ("so huon", ("Sở Công Thương",), search.INSIDE),  # as well as its worst word
        ("skhcn", ("Sở Y tế", "Sở Khoa học và Công nghệ"), search.LETTERS),
    ],
)
def test_how_well_words_stand_in_a_name(words: str, names: tuple[str, ...], rank: int) -> None:
    assert search.rank(words, search.Text(names))[0] == rank


def test_the_best_comes_first_equals_stay_in_their_order() -> None:
    rows = ["Thanh An", "Khánh Hòa", "Hoàn", "Hòa", "Bá Hòa", "Hoàng"]
    shown = search.best_first(rows, "hoa", lambda row: search.Text((row,)))
    assert shown == ["Hòa", "Khánh Hòa", "Bá Hòa", "Hoàn", "Hoàng", "Thanh An"]
    assert search.best_first(rows, " ", lambda row: search.Text((row,))) == rows


def test_words_together_come_before_words_apart() -> None:
    rows = ["Nguyễn Thị Văn Nga", "Nga Thị Nguyễn Văn"]
    shown = search.best_first(rows, "nguyen van", lambda row: search.Text((row,)))
    assert shown == ["Nga Thị Nguyễn Văn", "Nguyễn Thị Văn Nga"]


def test_a_whole_page_is_looked_for_by_its_first_words() -> None:
    assert len(search.split("nguyễn " * 2000)) == 1
    assert len(search.split(" ".join(f"chữ{n}" for n in range(2000)))) == search.MOST
