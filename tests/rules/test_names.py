from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.names import initials, search_key, sort_key

TEST_DATA = os.environ.get("THUKY_TEST_DATA", "")
IN_ORDER = [
    "Y Buăn Adrơng",
    "An",
    "Lê An",
    "Lê Bình An",
    "Lê Văn An",
    "Lý Văn An",
    "Trần Văn An",
    "Lê Ấn",
    "Lê Văn Đào",
    "Đặng Văn Hoa",
    "Đặng Văn Hòa",
    "Đặng Văn Hoạch",
    "Lê Thị Lan",
    "Lê Thị Làn",
    "Lê Thị Lản",
    "Lê Thị Lãn",
    "Lê Thị Lán",
    "Lê Thị Lạn",
    "Lê Hồng Quân",
    "Lê Hữu Quân",
    "Đặng Văn Thoảng",
    "Bùi Tư",
    "Ân Ưu",
    "Ngô Y",
]


def by_bytes(names: list[str]) -> list[str]:
    return sorted(names, key=lambda name: sort_key(name).encode())


def test_names_stand_by_given_then_middle_then_family_name() -> None:
    assert by_bytes(IN_ORDER[::-1]) == IN_ORDER


@pytest.mark.skipif(not TEST_DATA, reason="THUKY_TEST_DATA is not set")
def test_real_names_stand_as_cldr_orders_them() -> None:
    folder = Path(TEST_DATA) / "names"
    names = (folder / "full_names.txt").read_text(encoding="utf-8").split("\n")
    expected = (folder / "expected_vi_given_middle_family.txt").read_text(encoding="utf-8").split("\n")
    assert by_bytes([name for name in names if name]) == [name for name in expected if name]


def test_case_decides_last() -> None:
    assert by_bytes(["Lê Văn ANH", "Lê Văn Anh", "Bùi Văn anh"]) == [
        "Bùi Văn anh",
        "Lê Văn Anh",
        "Lê Văn ANH",
    ]


WORD = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạếềểễệựớAĐNTV", min_size=1, max_size=6)


@given(st.lists(WORD, min_size=1, max_size=4), st.lists(WORD, min_size=1, max_size=4))
def test_equal_keys_are_equal_names(one: list[str], other: list[str]) -> None:
    first, second = " ".join(one), " ".join(other)
    assert (sort_key(first) == sort_key(second)) == (first == second)


@given(st.text())
def test_a_key_holds_no_nul_and_knows_no_composition(name: str) -> None:
    assert "\0" not in sort_key(name)
    assert sort_key(unicodedata.normalize("NFD", name)) == sort_key(unicodedata.normalize("NFC", name))
    assert sort_key(f"  {name} ") == sort_key(name)


@given(st.lists(WORD, min_size=1, max_size=3), WORD, WORD)
def test_the_given_name_weighs_more_than_the_rest(rest: list[str], one: str, other: str) -> None:
    alone = sort_key(one) < sort_key(other)
    if one != other:
        assert (sort_key(" ".join([*rest, one])) < sort_key(" ".join([*rest, other]))) == alone


@pytest.mark.parametrize("words", ["nvh", "nguyen van", "hoa", "van hoa", "n"])
def test_people_are_found_without_marks_and_by_initials(words: str) -> None:
    assert words in search_key("Nguyễn Văn Hòa")


def test_initials_leave_out_little_words() -> None:
    assert initials("Sở Khoa học và Công nghệ") == "skhcn"
    assert initials("Hòa") == ""
    assert search_key("Hòa") == "hoa"
    assert search_key("") == ""
