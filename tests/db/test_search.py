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
