from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import text
from rules.trouble import Refused


def test_clean_composes_squeezes_and_drops_what_is_not_seen() -> None:
    typed = unicodedata.normalize("NFD", "  Đảng\u00a0\u2003ủy\u200b\ufeff  Khối\x07\t") + "\r\n tỉnh\ud800"
    assert text.clean(typed) == "Đảng ủy Khối tỉnh"


def test_clean_keeps_lines_where_asked() -> None:
    assert text.clean("\n một \r\n\r\n hai\u2028ba \n", lines=True) == "một\n\nhai\nba"


def test_clean_keeps_the_letter_of_old_fonts() -> None:
    assert text.clean("Tr\u00ad\u00ebng") == "Tr\u00ad\u00ebng"


@given(st.text(st.characters(codec=None)), st.booleans())
def test_clean_is_settled_composed_and_fit_for_files(typed: str, lines: bool) -> None:
    kept = text.clean(typed, lines)
    assert text.clean(kept, lines) == kept
    assert unicodedata.is_normalized("NFC", kept)
    kept.encode("utf-8")
    assert not [c for c in kept if unicodedata.category(c) == "Cc" and not (lines and c == "\n")]


@pytest.mark.parametrize(
    ("shown", "found"),
    [
        ("Đảng ủy Khối", "dang uy khoi"),
        ("ĐẢNG UỶ KHỐI", "dang uy khoi"),
        ("Ðảng \u0189ường", "dang duong"),
        ("hoà hòa HOÀ", "hoa hoa hoa"),
        ("Thuý Thúy", "thuy thuy"),
        ("92-KH/ĐUK", "92-kh/duk"),
        (unicodedata.normalize("NFD", "Nguyễn Thị Ước"), "nguyen thi uoc"),
    ],
)
def test_fold_is_the_search_form(shown: str, found: str) -> None:
    assert text.fold(shown) == found


@given(st.text())
def test_fold_is_settled_and_blind_to_composition(typed: str) -> None:
    folded = text.fold(typed)
    assert text.fold(folded) == folded
    assert text.fold(unicodedata.normalize("NFD", typed)) == text.fold(unicodedata.normalize("NFC", typed))


LETTERS = "aăâeêioôơuưyđbcgh"


@given(st.text(LETTERS), st.sampled_from(["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]))
def test_fold_knows_no_marks_and_no_case(word: str, mark: str) -> None:
    marked = unicodedata.normalize("NFC", "".join(letter + mark for letter in word))
    assert text.fold(marked) == text.fold(word) == text.fold(marked.upper())


@pytest.mark.parametrize(
    ("ours", "other"),
    [
        ("Đảng ủy, Tỉnh ủy viên", "Đảng uỷ, Tỉnh uỷ viên"),
        ("T/M ĐẢNG ỦY", "T/M ĐẢNG UỶ"),
        ("Ủy ban Kiểm tra", "Uỷ ban Kiểm tra"),
        ("tùy, lũy, thúy, thụy", "tuỳ, luỹ, thuý, thuỵ"),
        ("quý II, quỹ, Quỳnh, Nguyễn, khuyến", "quý II, quỹ, Quỳnh, Nguyễn, khuyến"),
    ],
)
def test_our_formulae_are_spelt_as_the_office_chose(ours: str, other: str) -> None:
    assert text.respell(ours, "uỷ") == other
    assert text.respell(other, "ủy") == ours
    assert text.respell(ours, "ủy") == ours
    assert text.respell(other, "uỷ") == other


@pytest.mark.parametrize(
    ("head", "tail", "whole"),
    [
        ("Trưởng ban", "Ban Tổ chức Đảng ủy Khối", "Trưởng Ban Tổ chức Đảng ủy Khối"),
        ("Chánh Văn phòng", "Văn phòng Đảng uỷ Khối", "Chánh Văn phòng Đảng uỷ Khối"),
        ("Bí thư", "Đảng ủy Khối", "Bí thư Đảng ủy Khối"),
        ("Bí thư", "", "Bí thư"),
        ("", "Tỉnh ủy", "Tỉnh ủy"),
    ],
)
def test_merging_writes_shared_words_once(head: str, tail: str, whole: str) -> None:
    assert text.merge(head, tail) == whole


def test_a_refusal_says_what_and_what_to_do() -> None:
    refusal = Refused("Tệp đang mở trong Word.", "Đóng tệp rồi thử lại.")
    assert (refusal.what, refusal.do) == ("Tệp đang mở trong Word.", "Đóng tệp rồi thử lại.")
    assert str(refusal) == "Tệp đang mở trong Word. Đóng tệp rồi thử lại."
    assert str(Refused("Đĩa đầy.")) == "Đĩa đầy."


@given(st.text())
def test_folding_letter_by_letter_is_folding_the_whole(words: str) -> None:
    spread = unicodedata.normalize("NFD", words.lower())
    bare = "".join(letter for letter in spread if unicodedata.category(letter) != "Mn")
    assert text.fold(words) == unicodedata.normalize("NFC", bare.translate(str.maketrans("đðɖ", "ddd")))


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Ðảng ủy, \u0189oàn, \u00f0ảng viên", "Đảng ủy, Đoàn, đảng viên"),
        ("HÐND, QÐ-UBND, 92-KH/ÐUK, QÐi", "HĐND, QĐ-UBND, 92-KH/ĐUK, QĐi"),
        ("\u0421hi b\u1ed9 \u0410n, \u0410\u041d, Đ\u03bfàn", "Chi bộ An, \u0410\u041d, Đoàn"),
        ("n\u01cem 2019, N\u01cd\u0301M", "năm 2019, NẮM"),
        ("\uff2dẫu \uff13\uff15\uff0d\uff23\uff34\uff0f\uff34\uff37", "Mẫu 35-CT/TW"),
        ("khóa \u216b, \ufb01le, \U0001d407ội", "khóa XII, file, Hội"),
        ("Đảng\u00a0bộ\u3000tỉnh\u200b \u2060Mẫu\ufeff", "Đảng bộ tỉnh Mẫu"),
        (unicodedata.normalize("NFD", "Nguyễn Thị Ước"), "Nguyễn Thị Ước"),
    ],
)
def test_letters_that_only_look_right_become_ours(seen: str, meant: str) -> None:
    assert text.mend_letters(seen) == text.clean(seen) == meant


@pytest.mark.parametrize(
    "kept",
    [
        "Москва, αβγ, 35 µm, 100 ₫, ½ ngày, Zoë, ñ",
        "ph\u00d0p b\u00d0 x\u00d0t",  # TCVN3 "phép bé xét"
        "\u00a7\u00b6ng \u00d0 b\u00ea",
        "Tr\xad\u00ebng ban",
        "Coäng hoøa xaõ hoäi",
        "một\n\thai",
    ],
)
def test_letters_of_others_and_of_old_fonts_stay(kept: str) -> None:
    assert text.mend_letters(kept) == kept


@given(st.text("aAeoĐÐðǎdαоСс\u0301\u0323\u200b\u00a0 ©\xadＡﬁⅫ-\n", max_size=12))
def test_mending_letters_is_settled_and_composed(typed: str) -> None:
    mended = text.mend_letters(typed)
    assert text.mend_letters(mended) == mended
    assert unicodedata.is_normalized("NFC", mended)
    assert text.mend_letters(unicodedata.normalize("NFD", typed)) == mended
    assert text.clean(text.clean(typed)) == text.clean(typed)
