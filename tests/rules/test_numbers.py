from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.numbers import DIGITS, Locale, Speech, from_words, in_words, parse_number, percent, two_digits

SOUTH = Speech(zero="lẻ", thousand="ngàn", four="bốn")


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
    assert from_words(words) == number


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (24, "hai mươi bốn"), (14, "mười bốn"), (105, "một trăm lẻ năm"), (1000, "một ngàn"),
        (2004, "hai ngàn không trăm lẻ bốn"), (94_104, "chín mươi bốn ngàn một trăm lẻ bốn"),
    ],
)  # fmt: skip
def test_the_other_usual_words_are_a_choice(number: int, words: str) -> None:
    assert in_words(number, SOUTH) == words


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


SPEECHES = st.builds(
    Speech,
    st.sampled_from(["linh", "lẻ"]),
    st.sampled_from(["nghìn", "ngàn"]),
    st.sampled_from(["tư", "bốn"]),
)


@given(st.integers(-(10**21), 10**21), SPEECHES)
def test_words_of_every_speaker_read_back(number: int, speech: Speech) -> None:
    words = in_words(number, speech)
    assert from_words(words) == number
    assert from_words(words.upper()) == number


def test_the_first_ten_thousand_read_back() -> None:
    assert [from_words(in_words(number)) for number in range(10_000)] == list(range(10_000))


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("hai mươi bốn", 24), ("(hai mươi bốn)", 24), ("Hai mươi tư.", 24), ("hai muoi tu", 24),
        ("muoi lam", 15),
        ("hai mươi nhăm", 25), ("bẩy mươi bẩy", 77), ("hai nghìn lẻ năm", 2005), ("hai ngàn linh năm", 2005),
        ("một triệu rưỡi", 1_500_000), ("hai nghìn rưỡi", 2500), ("một tỉ rưỡi", 1_500_000_000),
        ("một trăm rưỡi", 150), ("tư", 4), ("không", 0), ("một nghìn hai mươi", 1020), ("âm ba", -3),
    ],
)  # fmt: skip
def test_spoken_numbers_are_understood(words: str, number: int) -> None:
    assert from_words(words) == number


@pytest.mark.parametrize(
    "words",
    [
        "", "phiếu", "hai mươi bốn phiếu", "một nghìn hai", "một trăm hai", "hai hai", "trăm", "tỷ",
        "linh năm",
        "hai mươi mươi", "triệu hai", "tạm", "mười mốt trăm hai", "hai nghìn ba triệu", "24", "âm",
        "một rưỡi",
        "tỷ " * 100_000, "một tỷ năm", "một tỷ ba tỷ", "hai mươi linh tư",
    ],
)  # fmt: skip
def test_what_is_no_number_in_words_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"không phải là số viết bằng chữ"):
        from_words(words)


NUMBER_WORDS = [
    *DIGITS,
    "mốt",
    "lăm",
    "tư",
    "mười",
    "mươi",
    "trăm",
    "nghìn",
    "triệu",
    "tỷ",
    "linh",
    "rưỡi",
    "âm",
]


@given(st.lists(st.sampled_from(NUMBER_WORDS), max_size=9).map(" ".join) | st.text(max_size=30))
def test_any_words_are_a_number_or_refused(words: str) -> None:
    try:
        number = from_words(words)
    except ValueError as error:
        assert str(error).endswith(".")  # noqa: PT017 - either way is right
        return
    assert from_words(in_words(number)) == number


@pytest.mark.parametrize(
    ("text", "here", "there"),
    [
        ("35.599", "35599", "35.599"), ("35,599", "35.599", "35599"),
        ("99,16", "99.16", "99.16"), ("99.16", "99.16", "99.16"), ("99,16 %", "99.16", "99.16"),
        ("99.16%", "99.16", "99.16"), ("1.234.567", "1234567", "1234567"),
        ("1,234,567", "1234567", "1234567"),
        ("1.234,5", "1234.5", "1234.5"), ("1,234.5", "1234.5", "1234.5"), ("35 599", "35599", "35599"),
        ("35\u00a0599", "35599", "35599"), ("35 599,25", "35599.25", "35599.25"), ("0,599", "0.599", "0.599"),
        ("0.599", "0.599", "0.599"), ("378", "378", "378"), ("05", "5", "5"), ("1234,5", "1234.5", "1234.5"),
        ("1234.567", "1234.567", "1234.567"), ("-12", "-12", "-12"), ("−12,5", "-12.5", "-12.5"),
        ("+3", "3", "3"),
        ("½", "0.5", "0.5"), ("1½", "1.5", "1.5"), ("2 ¼", "2.25", "2.25"),
        ("1’234’567", "1234567", "1234567"),
        ("1.234.567,89", "1234567.89", "1234567.89"), ("1,234,567.89", "1234567.89", "1234567.89"),
        ("5.806", "5806", "5.806"), ("12,5", "12.5", "12.5"), (" 92 ", "92", "92"),
    ],
)  # fmt: skip
def test_figures_of_both_locales_are_read(text: str, here: str, there: str) -> None:
    assert parse_number(text) == Decimal(here)
    assert parse_number(text, "en") == Decimal(there)


@pytest.mark.parametrize(
    "text",
    [
        "", "-", ".", ",5", "5,", "1.2.3", "1.23.456", "1.234.56", "1,234,56", "12 34", "1.234,567,8",
        "abc", "12a",
        "1e5", "½½", "1,5½", "21/8", "1--2", "1 234.567.890", "9" * 100_000,
    ],
)  # fmt: skip
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"không phải là số; hãy viết như 35.599 hoặc 99,16"):
        parse_number(text)


@given(
    st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=4),
    st.sampled_from([("vi", ",.", ".,"), ("en", ",.", ",.")]),
)
def test_numbers_as_either_locale_writes_them_read_back(
    number: Decimal, how: tuple[Locale, str, str]
) -> None:
    locale, usual, marks = how
    written = f"{number:,.4f}".translate(str.maketrans(usual, marks))
    assert parse_number(written, locale) == number


@given(st.text("0123456789.,- %½", max_size=14), st.sampled_from(["vi", "en"]))
def test_any_figures_are_a_number_or_refused(text: str, locale: Locale) -> None:
    try:
        number = parse_number(text, locale)
    except ValueError as error:
        assert "không phải là số" in str(error)  # noqa: PT017 - either way is right
        return
    assert number.is_finite()


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
