from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import names
from rules.names import (
    DICTIONARY,
    SOFTWARE,
    Namesake,
    alphabet_key,
    initials,
    is_name,
    mend_capitals,
    probable_duplicates,
    search_key,
    sort_key,
    split_title,
)

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


def by_bytes(names: list[str], tones: str = DICTIONARY) -> list[str]:
    return sorted(names, key=lambda name: sort_key(name, tones).encode())


def test_names_stand_by_given_then_middle_then_family_name() -> None:
    assert by_bytes(IN_ORDER[::-1]) == IN_ORDER


def given_names(file: str) -> list[str]:
    text = (Path(TEST_DATA) / "names" / file).read_text(encoding="utf-8")
    return [name for name in text.split("\n") if name]


needs_data = pytest.mark.skipif(not TEST_DATA, reason="THUKY_TEST_DATA is not set")


@needs_data
def test_real_names_stand_as_cldr_orders_them() -> None:
    assert by_bytes(given_names("full_names.txt")) == given_names("expected_vi_given_middle_family.txt")


@needs_data
def test_real_names_as_whole_words_stand_as_cldr_orders_them() -> None:
    ordered = sorted(given_names("full_names.txt"), key=alphabet_key)
    assert ordered == given_names("expected_vi_whole_string.txt")


def test_both_orders_of_the_tones_are_known() -> None:
    written = [f"Lê {word}" for word in ("Lan", "Làn", "Lán", "Lản", "Lãn", "Lạn")]
    assert by_bytes(written[::-1], SOFTWARE) == written
    assert by_bytes(written[::-1]) == [written[0], written[1], written[3], written[4], written[2], written[5]]


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


@given(
    st.lists(st.lists(WORD, min_size=1, max_size=4).map(" ".join), max_size=8),
    st.sampled_from(sorted(names.ORDERS)),
)
def test_the_order_is_total_and_stable(people: list[str], tones: str) -> None:
    ordered = by_bytes(people, tones)
    assert sorted(ordered) == sorted(people)
    assert by_bytes(ordered, tones) == ordered == by_bytes(people[::-1], tones)
    keys = [sort_key(name, tones) for name in ordered]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(set(people))


@given(WORD, WORD)
def test_the_order_of_tones_matters_only_between_the_same_letters(one: str, other: str) -> None:
    if without_tones(one).lower() != without_tones(other).lower():
        dictionary, software = (sort_key(one, tones) < sort_key(other, tones) for tones in names.ORDERS)
        assert dictionary == software


def without_tones(name: str) -> str:
    spread = unicodedata.normalize("NFD", name)
    return unicodedata.normalize("NFC", "".join(letter for letter in spread if letter not in names.MARKS))


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


@pytest.mark.parametrize(
    ("written", "title", "name"),
    [
        ("đ/c Lê Hồng Quân", "đ/c", "Lê Hồng Quân"),
        ("Đ/C: LÊ AN", "Đ/C", "LÊ AN"),
        ("đc. Lê An", "đc.", "Lê An"),
        ("Đồng chí  Lê An", "Đồng chí", "Lê An"),
        ("PGS.TS. Lê An", "PGS.TS.", "Lê An"),
        ("PGS, TS Lê An", "PGS, TS", "Lê An"),
        ("GS-TSKH Lê An", "GS-TSKH", "Lê An"),
        ("Đ/c ThS. Bùi Bình", "Đ/c ThS.", "Bùi Bình"),
        ("ông Nguyễn Văn Đức", "ông", "Nguyễn Văn Đức"),
        ("Bà Y Thông", "Bà", "Y Thông"),
        ("Đại tá Vũ Bình", "Đại tá", "Vũ Bình"),
        ("Nhà giáo ưu tú Vũ Bình", "Nhà giáo ưu tú", "Vũ Bình"),
        ("Ông Ích Đạt", "", "Ông Ích Đạt"),
        ("Ông Văn Đức", "", "Ông Văn Đức"),
        ("Ông Lê Đức", "Ông", "Lê Đức"),
        ("Bạch Tường", "", "Bạch Tường"),
        ("Tsering Norbu", "", "Tsering Norbu"),
        ("Đồng chí", "", "Đồng chí"),
        ("", "", ""),
    ],
)
def test_what_stands_before_a_name_is_split_off(written: str, title: str, name: str) -> None:
    assert split_title(written) == (title, name)


@given(st.text(max_size=30))
def test_splitting_loses_no_name(text: str) -> None:
    title, name = split_title(text)
    assert names.clean(text).endswith(name)
    assert names.clean(text).startswith(title)


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("NGUYỄN văn hoà", "Nguyễn Văn Hoà"),
        ("pang ting ĐINH thảo", "Pang Ting Đinh Thảo"),
        ("H'HEN NIÊ", "H'Hen Niê"),
        ("h’hen niê", "H’Hen Niê"),
        ("K'SOR PHƯỚC", "K'Sor Phước"),
        ("NIÊ-KĐĂM", "Niê-Kđăm"),
        ("y thông", "Y Thông"),
        ("lê a bình", "Lê A Bình"),
        ("LÊ THỊ ÁI", "Lê Thị Ái"),
        ("Trần Văn KHoài", "Trần Văn Khoài"),
        ("Dương Mah Tiệp", "Dương Mah Tiệp"),
        ("đ/c LÊ AN", "đ/c Lê An"),
        ("Lê Thị ái", "Lê Thị Ái"),
        ("", ""),
    ],
)
def test_capitals_are_mended_and_spelling_stays(written: str, mended: str) -> None:
    assert mend_capitals(written) == mended
    assert mend_capitals(mended) == mended


PEOPLE = """
    Lê An|NGUYỄN VĂN HOÀ|đ/c Lê Hồng Quân|Giàng A Câu|Chẩu Văn Lâm|Dương Mah Tiệp|Pang Ting Đinh Thảo|
    H'Hen Niê|K'Sor Phước|Y Thông|Đoàn Thanh Tân|Thái Bình Dương|Ông Ích Đạt|Hà Nam Ninh|Nguyễn Thị A
"""
OTHERS = """
    Họ và tên|HỌ VÀ TÊN|Chủ trì|CHỦ TRÌ|Đảng ủy Khối|ĐẢNG ỦY KHỐI|Hà Nội|HÀ NAM|Đoàn Thanh Niên|TỔ CHỨC|
    Bắc Kạn|Danh Sách Đại Biểu|Sở Công Thương|SỞ Y TẾ|BÁO CÁO|Văn Phòng Đảng Uỷ|Bộ Chính Trị|UBND Tỉnh|
    Ban TCTU|Thông|Lê An 92|lê an|Nguyễn Văn A và B|đồng chí||Lê.An|Lê Thị Bình An Nhiên Hạ Vy|
    Công An Tỉnh|Liên Đoàn Lao Động
"""


@pytest.mark.parametrize("words", PEOPLE.split("|"))
def test_names_are_told_from_other_words(words: str) -> None:
    assert is_name(words)


@pytest.mark.parametrize("words", OTHERS.split("|"))
def test_bodies_places_and_headings_are_no_names(words: str) -> None:
    assert not is_name(words)


@needs_data
def test_nearly_all_real_names_are_names() -> None:
    every = given_names("full_names.txt")
    missed = [name for name in every if not is_name(name)]
    assert len(missed) < 0.01 * len(every)
    assert [name for name in every if split_title(name)[0]] == [
        "Ông Lê Quân"
    ]  # a family or an address: both are
    changed = [name for name in every if mend_capitals(name) != name]
    assert len(changed) < 0.003 * len(every)


def test_probable_duplicates_are_those_nothing_tells_apart() -> None:
    rows = [
        Namesake(1, "Nguyễn Văn Hòa", 1965, "Sở Y tế"),
        Namesake(2, "đ/c NGUYỄN VĂN HOÀ", 1965, "sở y tế"),
        Namesake(3, "Nguyễn Văn Hòa", 1970, "Sở Y tế"),
        Namesake(4, "Nguyễn Văn Hòa", 1965, "Sở Nội vụ"),
        Namesake(5, "Lê An", None, "Sở Y tế"),
        Namesake(6, "Lê An", 1980, ""),
        Namesake(7, "Lê Ân"),
        Namesake(8, "Trần Bình", 1980, "Sở Y tế"),
        Namesake(9, "", 1980, ""),
        Namesake(10, "", 1980, ""),
    ]
    assert probable_duplicates(rows) == [[1, 2], [5, 6, 7]]
    assert probable_duplicates([]) == []


NAMESAKES = st.lists(
    st.tuples(st.sampled_from([None, 1960, 1970]), st.sampled_from(["", "A", "B"])), max_size=6
).map(lambda rows: [Namesake(place, "Lê An", *row) for place, row in enumerate(rows)])


@given(NAMESAKES)
def test_two_in_one_group_are_joined_by_people_nothing_tells_apart(rows: list[Namesake]) -> None:
    def alike(one: Namesake, other: Namesake) -> bool:
        years, units = {one.year, other.year} - {None}, {one.unit, other.unit} - {""}
        return len(years) < 2 and len(units) < 2

    groups: list[set[int]] = [{row.id} for row in rows]
    for one in rows:
        near = [group for group in groups if any(alike(one, rows[each]) for each in group)]
        groups = [group for group in groups if group not in near] + [set().union(*near)]
    expected = sorted(sorted(group) for group in groups if len(group) > 1)
    assert sorted(probable_duplicates(rows)) == expected


def test_many_of_one_name_are_compared_at_once() -> None:
    rows = [Namesake(place, "Lê An", 1900 + place, f"Đơn vị {place}") for place in range(3000)]
    assert probable_duplicates(rows) == []
