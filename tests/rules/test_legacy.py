"""Old encodings: every letter there and back, Unicode untouched, mixed text part by part, losses told."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.legacy import encoding_of_font, from_unicode, guess, mend, to_unicode
from rules.legacy.tables import MARKED, SMALL
from tests.rules.legacy_samples import ENGLISH, NAMES, PHRASES
from tests.rules.legacy_table import measure

LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
SIGNS = " 0123456789,;:-/\n"
WRITTEN = {  # which letters each encoding has: TCVN3 seven capitals, its capital fonts capitals alone
    "tcvn3": SMALL + "ĂÂÊÔƠƯĐ" + LATIN,
    "tcvn3-h": SMALL.upper() + LATIN[26:],
    "vni": MARKED + LATIN,
    "viqr": MARKED + LATIN,
}


@pytest.mark.parametrize("encoding", WRITTEN)
def test_every_letter_goes_there_and_back(encoding: str) -> None:
    letters = WRITTEN[encoding]
    raw = [from_unicode(letter, encoding) for letter in letters]
    assert [to_unicode(each, encoding) for each in raw] == list(letters)
    assert all(each.isascii() for each in raw) or encoding != "viqr"
    assert len(set(raw)) == len(letters)


@pytest.mark.parametrize("encoding", WRITTEN)
@given(data=st.data())
def test_any_words_go_there_and_back(encoding: str, data: st.DataObject) -> None:
    text = data.draw(st.text(WRITTEN[encoding] + SIGNS))
    assert to_unicode(from_unicode(text, encoding), encoding) == unicodedata.normalize("NFC", text)


@given(st.text(MARKED + LATIN + SIGNS + ".?'`~^(+\\"))
def test_viqr_escapes_what_would_be_a_mark(text: str) -> None:
    assert to_unicode(from_unicode(text, "viqr"), "viqr") == text


@pytest.mark.parametrize(
    ("encoding", "raw", "text"),
    [
        ("tcvn3", "§¶ng bé, tr­ëng ban, ­u tiªn", "Đảng bộ, trưởng ban, ưu tiên"),
        ("tcvn3", "\x93N©ng ng¹ch\x94", "“Nâng ngạch”"),
        ("tcvn3-h", "nghÞ quyÕt §¹i héi, gửi a.b@tinh.gov.vn", "NGHỊ QUYẾT ĐẠI HỘI, GỬI a.b@tinh.gov.vn"),
        ("vni", "Ñaûng boä, tröôûng ban, öu tieân, lyù, kyõ", "Đảng bộ, trưởng ban, ưu tiên, lý, kỹ"),
        ("vni", "UÛY BAN, Uûy ban", "ỦY BAN, Ủy ban"),
        ("viqr", "DDa?ng bo^., tru+o+?ng ban", "Đảng bộ, trưởng ban"),
        ("viqr", "nghi\\. he^'t\\?", "nghi. hết?"),
        ("viqr", "gu+?i a.nguyen@tinh.gov.vn, http://tinh.gov.vn/a?b", "gửi a.nguyen@tinh.gov.vn, http://tinh.gov.vn/a?b"),
    ],
)  # fmt: skip
def test_text_of_a_known_encoding(encoding: str, raw: str, text: str) -> None:
    assert to_unicode(raw, encoding) == text


def test_the_parts_of_a_decomposed_letter_are_put_together_first() -> None:
    assert to_unicode(unicodedata.normalize("NFD", "ViÖt"), "tcvn3") == "Việt"


def test_an_encoding_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="tcvn"):
        to_unicode("a", "tcvn")
    with pytest.raises(ValueError, match="utf-8"):
        from_unicode("a", "utf-8")


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", "tcvn3"), (".VnTimeH", "tcvn3-h"), (".VnArial Narrow", "tcvn3"),
        (".VnArial NarrowH", "tcvn3-h"),
        (".VNTIMEH", "tcvn3-h"), ("@.VnTime", "tcvn3"), (".VnTime Bold Italic", "tcvn3"),
        ("'.VnAvantH'", "tcvn3-h"),
        (".VnCentury SchoolbookH", "tcvn3-h"), ("VnTimeH", "tcvn3-h"), ("VNI-Times", "vni"),
        ("Vni-Helve-Condense", "vni"),
        ("VNI Times", "vni"), ("VNtimes new roman", None), ("SVNtimes new roman", None), ("VPS Times", None),
        ("Times New Roman", None), ("UVnTime", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_the_font_tells_the_encoding(font: str | None, encoding: str | None) -> None:
    assert encoding_of_font(font) == encoding


@pytest.mark.parametrize("text", [*PHRASES, *NAMES, *ENGLISH])
def test_unicode_and_english_come_back_as_they_are(text: str) -> None:
    assert guess(text) is None
    assert mend(text).text == text
    assert mend(text).encoding is None


@pytest.mark.parametrize(
    "text",
    [
        "½ ngày, 25°C, 10 × 20 m², ±3, © 2019", "theo §II.1 và § 5", "· Việc thứ nhất\n· Việc thứ hai",
        "«Đảng ta»", "Y Ngông Niê Kđăm, Hrê, Krông Pắc", "Noël, café, Müller, naïve, señor",
        "I'm here, don't you?",
        "Hoà, Thuý, uỷ ban", "TRƯỜNG CHÍNH TRỊ TỈNH", "C++ (a+b)^2, it's o'clock", "",
        "see the ca(n flags there",
        "Hội nghị Néi bộ, đại biểu gõ nhầm", " ", "\x00", "\ud800",
    ],
)  # fmt: skip
def test_signs_and_names_that_are_unicode_stay(text: str) -> None:
    assert mend(text).text == text


@given(st.text(MARKED + LATIN + " ", max_size=40).filter(lambda text: not set(text).isdisjoint("ơưđộếạịủ")))
def test_letters_that_only_unicode_has_are_never_changed(text: str) -> None:
    kept = {word for word in text.split() if set(word) & set("ơưđộếạịủ")}
    assert kept <= set(mend(text).text.split())


@given(st.text(max_size=60))
def test_any_text_is_mended_and_its_places_are_in_it(text: str) -> None:
    mended = mend(text)
    assert all(0 <= start < end <= len(mended.text) for start, end in mended.doubtful)
    assert mended.encoding is not None or mended.text == text
    assert mend(mended.text).text == mended.text or mended.doubtful or mended.encoding == "viqr"


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "viqr"])
@pytest.mark.parametrize("text", [text for text in PHRASES if len(text) > 30])
def test_a_text_without_a_font_is_read_by_its_words(encoding: str, text: str) -> None:
    tail = " (Excel 2010, số 92-KH/ĐUK, a.nguyen@tinh.gov.vn, 35.599; 12/8/2019)"
    raw = from_unicode(text + tail, encoding)
    mended = mend(raw)
    assert mended.text == to_unicode(raw, encoding)  # TCVN3 has no Ủ
    assert mended.text.lower() == (text + tail).lower()
    assert mended.encoding == encoding


def test_capitals_typed_for_a_capital_font_become_capitals() -> None:
    mended = mend("I. MôC §ÝCH Vµ Y£U CÇU\nC¸c viÖc cÇn lµm")
    assert mended.text == "I. MỤC ĐÍCH VÀ YÊU CẦU\nCác việc cần làm"
    assert mend("QUYÕT §ÞNH Vµ NHIÖM Vô\ncña chi bé").text == "QUYẾT ĐỊNH VÀ NHIỆM VỤ\ncủa chi bộ"
    assert guess("QUYÕT §ÞNH CñA BAN TH¦êNG Vô") == "tcvn3-h"


@pytest.mark.parametrize(
    ("raw", "text", "doubtful"),
    [
        ("Nguyễn Minh Taâm, Trần Vieät Khaùnh", "Nguyễn Minh Tâm, Trần Việt Khánh", []),
        ("Hội nghị ®· thµnh c«ng", "Hội nghị đã thành công", []),
        ("Coäng hoøa\nHội nghị\nViÖt Nam ®éc lËp", "Cộng hòa\nHội nghị\nViệt Nam độc lập", ["Cộng"]),
        ("Trịnh Hoài Quaân", "Trịnh Hoài Quân", ["Hoài"]),
        ("Hoà Thieän", "Hồ Thiện", ["Hồ"]),
        (
            "Y £ Ban, Kr«ng P¾c, xe «t«, Müller",
            "Y Ê Ban, Krông Pắc, xe ôtô, Müller",
            ["ôtô", "Müller"],
        ),
    ],
)
def test_mixed_text_is_read_part_by_part(raw: str, text: str, doubtful: list[str]) -> None:
    mended = mend(raw)
    assert mended.text == text
    assert words_at(mended.text, mended.doubtful) == doubtful


def test_a_stray_word_of_another_old_encoding_is_left_and_told() -> None:
    text = " ".join(PHRASES[:3])
    mended = mend(f"{from_unicode(text, 'vni')} theo Q§")
    assert mended.text == f"{text} theo Q§"
    assert words_at(mended.text, mended.doubtful) == ["Q§"]


def words_at(text: str, places: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in places]


def test_the_font_decides_but_unicode_typed_in_it_stays() -> None:
    assert mend("Chi ( rót ra )", ".VnTimeH").text == "CHI ( RÚT RA )"
    assert mend("danh s¸ch a@b.vn", ".VnTimeH").text == "DANH SÁCH a@b.vn"
    assert mend("Danh sách hội nghị", ".VnTime").encoding is None
    assert mend("danh s¸ch hội nghị", ".VnTime").text == "danh sách hội nghị"
    assert mend("Hoà", "VNI-Times").text == "Hồ"
    assert mend("Hoà", "Times New Roman").text == "Hoà"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Vô CSHT", "Vụ CSHT"),
        ("Sè  TT", "Số  TT"),
        ("Vô NN &PTNT\nTS. Lª Hång Th¸i", "Vụ NN &PTNT\nTS. Lê Hồng Thái"),
        ("Tæ §§B§", "Tổ ĐĐBĐ"),
        ("NGHÞ QUYÕT cña §¶NG", "NGHỊ QUYẾT của ĐẢNG"),  # no word is written half in capitals
    ],
)
def test_capitals_beside_a_word_raise_it_only_where_no_font_is_known(raw: str, text: str) -> None:
    assert mend(raw, ".VnTime").text == text
    assert mend(raw, ".VnTimeH").text == text.upper()


def test_without_a_font_a_line_of_capitals_is_raised_as_a_whole() -> None:
    assert mend("Vµ NHIÖM Vô").text == "VÀ NHIỆM VỤ"
    assert mend("Vµ NHIÖM Vô", "Arial").text == "VÀ NHIỆM VỤ"


def test_the_column_around_decides_where_the_cell_does_not() -> None:
    assert mend("Hoà Thanh Bình").text == "Hoà Thanh Bình"
    assert mend("Hoà Thanh Bình", around="vni").text == "Hồ Thanh Bình"
    assert mend("Hoà Văn Bình", around="vni").text == "Hoà Văn Bình"
    assert mend("Microsoft Word", around="tcvn3").encoding is None


@pytest.mark.parametrize(
    ("text", "lost", "repaired"),
    [
        ("Trởng ban kiểm phiếu", ["Trởng"], "Trưởng ban kiểm phiếu"),
        ("đồng chí Hờng, nh vậy", ["Hờng", "nh"], "đồng chí Hường, như vậy"),
        ("Tr-ởng ban, n-ớc ta, nhng", ["Tr-ởng", "n-ớc", "nhng"], "Trưởng ban, nước ta, nhưng"),
        ("TRỞNG BAN được ngời dân mời", ["TRỞNG"], "TRƯỞNG BAN được ngời dân mời"),
        ("Trởng ban mời ngời", ["Trởng", "mời", "ngời"], "Trưởng ban mời ngời"),
        ("vui tơi, sáng ngời, lời mời", [], "vui tơi, sáng ngời, lời mời"),
        ("n-ten, R-A, tp HCM, nh thế", [], "n-ten, R-A, tp HCM, nh thế"),
    ],
)
def test_a_lost_letter_is_told_and_repaired_only_when_asked(
    text: str, lost: list[str], repaired: str
) -> None:
    mended = mend(text)
    assert mended.text == text
    assert words_at(text, mended.doubtful) == lost
    assert mended.repaired() == repaired


def test_a_lost_letter_in_old_text_is_told_after_the_rest_is_read() -> None:
    mended = mend("Trëng ban Hêng, ®ång chÝ nh vËy")
    assert mended.text == "Trởng ban Hờng, đồng chí nh vậy"
    assert words_at(mended.text, mended.doubtful) == ["Trởng", "Hờng", "nh"]
    assert mended.repaired() == "Trưởng ban Hường, đồng chí như vậy"


def test_whole_sentences_are_told_apart_and_short_strings_mostly() -> None:
    long, wrong = measure(long=True, number=60)
    assert not wrong
    assert min(score.precision for score in long) >= 0.99
    recall = {score.kind: score.recall for score in measure(long=False, number=60)[0]}
    assert recall.pop("unicode") == 1  # nothing short is called old that is not
    assert min(recall.values()) > 0.7
    assert min(recall[kind] for kind in ("tcvn3", "vni", "viqr")) > 0.85


@pytest.mark.slow
@pytest.mark.parametrize(
    "part", ["a", "¸", "a^", "Taâm ", "ViÖt ", "www.", "x@", "tr-ë", "§", "ho.c ", "\u0301", "\n"]
)
def test_time_grows_with_the_length_alone(part: str) -> None:
    started = time.perf_counter()
    mend(part * (100_000 // len(part)))
    assert time.perf_counter() - started < 5  # some 0.2 s for the slowest; squares would take minutes


@pytest.mark.parametrize("text", ["Ð/c Nguyễn Văn An", "Ông Ð.V.A", "Ống thép Ø21", "bụi 2,5 µm"])
def test_letters_that_stand_alone_in_sound_text_are_left(text: str) -> None:
    assert mend(text).text == text
