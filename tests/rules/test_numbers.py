from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.numbers import DIGITS, in_words, percent, two_digits


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"), (4, "bốn"), (5, "năm"), (10, "mười"), (11, "mười một"), (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"), (21, "hai mươi mốt"), (24, "hai mươi tư"), (25, "hai mươi lăm"),
        (91, "chín mươi mốt"),
        (100, "một trăm"), (101, "một trăm linh một"), (105, "một trăm linh năm"), (110, "một trăm mười"),
        (111, "một trăm mười một"), (245, "hai trăm bốn mươi lăm"), (1000, "một nghìn"),
        (1005, "một nghìn không trăm linh năm"), (2019, "hai nghìn không trăm mười chín"),
        (35_599, "ba mươi lăm nghìn năm trăm chín mươi chín"),
        (1_000_001, "một triệu không trăm linh một"),
        (1_000_000_005, "một tỷ không trăm linh năm"), (2_000_000_000_000, "hai nghìn tỷ"), (-7, "âm bảy"),
    ],
)  # fmt: skip
def test_numbers_are_read_as_in_minutes(number: int, words: str) -> None:
    assert in_words(number) == words


VALUES = {word: value for value, word in enumerate(DIGITS)} | {"mốt": 1, "tư": 4, "lăm": 5}
SCALES = {"nghìn": 1000, "triệu": 1_000_000, "tỷ": 1_000_000_000}


def read(words: str) -> int:
    """The number back from its words."""
    total = group = digit = 0
    for word in words.split():
        if word in VALUES:
            digit = VALUES[word]
        elif word == "mười":
            group, digit = group + 10, 0
        elif word in ("mươi", "trăm"):
            group, digit = group + digit * (10 if word == "mươi" else 100), 0
        elif word == "tỷ":
            total, group, digit = (total + group + digit) * SCALES[word], 0, 0
        elif word in SCALES:
            total, group, digit = total + (group + digit) * SCALES[word], 0, 0
    return total + group + digit


@given(st.integers(0, 10**12 - 1))
def test_words_say_the_number(number: int) -> None:
    assert read(in_words(number)) == number


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [
        (231, 245, "94,29%"), (33, 35, "94,29%"), (5, 5, "100%"), (1, 2, "50%"), (945, 1000, "94,5%"),
        (0, 7, "0%"),
        (1, 800, "0,13%"), (0, 0, ""),
    ],
)  # fmt: skip
def test_shares_have_two_decimals_at_most(part: int, whole: int, share: str) -> None:
    assert percent(part, whole) == share


def test_one_figure_gets_a_zero() -> None:
    assert [two_digits(number) for number in (5, 12, 129)] == ["05", "12", "129"]
