from __future__ import annotations

import os
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import directives, meetings, people, units
from rules.syllables import is_vietnamese, misspelt, strange, warning
from tests.rules import syllable_table

TEST_DATA = os.environ.get("THUKY_TEST_DATA", "")

RIGHT = (
    "ủy uỷ Đảng ĐẢNG hòa hoà khỏe khoẻ thúy thuý quý quyển quyết quốc quýt nghiêng nghĩ ghế ghi gì gìn "
    "gia giếng giữ giêng khuya ngoằn ngoèo nguệch khuếch khuỷu yên yêu yết ỉa ý lý lí Mỹ Vỹ Thy hươu rượu "
    "muỗi cười chuyến toàn ngoài xoay loong xoong boong buýt duyệt tuyên huỳnh uống ướt Khmer Đắk Lắk Kạn"
)
MISPLACED = "Hùynh Đòan Hòang Qúy gía tòan"  # old keyboards wrote so, and names are kept as they are
WRONG = (
    "Tùỹên gĩáỏ Khaùnh Phứơc Võõ nghờ nhưng̃ cac tap mich các̉ ce gê nge ka qa qau ưong Truờngg đd bcd zô fa "
    "the1 wa jo d©n §¶ng Ñaûng NHAÂN chÕ thÓ hộì ươn̉g kươ iên yê an-h"
)


@pytest.mark.parametrize("word", f"{RIGHT} {MISPLACED}".split())
def test_syllables_of_the_language_are_known(word: str) -> None:
    assert is_vietnamese(word)
    assert is_vietnamese(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("word", [*WRONG.split(), "", " "])
def test_other_words_are_not(word: str) -> None:
    assert not is_vietnamese(word)


@pytest.mark.parametrize("end", ["c", "ch", "p", "t"])
def test_a_syllable_closed_by_a_stop_has_one_of_two_tones(end: str) -> None:
    spoken = {tone: unicodedata.normalize("NFC", f"tha{tone}{end}") for tone in ("", *syllable_table.TONES)}
    assert {tone for tone, word in spoken.items() if is_vietnamese(word)} == {"\u0301", "\u0323"}


@given(st.text())
def test_any_text_is_told_with_places_in_it(text: str) -> None:
    for word, start, end in strange(text):
        assert text[start:end] == word
        assert not is_vietnamese(word)
    assert warning(text) == "" or "“" in warning(text)


def test_strange_words_are_found_where_they_stand() -> None:
    text = "Ban Tùỹên gĩáỏ Tỉnh ủy"
    assert strange(text) == [("Tùỹên", 4, 9), ("gĩáỏ", 10, 14)]


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 92-KH/ĐUK ngày 19/8/2019 của BTV Đảng ủy Khối (QĐi 04, CTr 07, UBMTTQ, KH&CN)",
        "PGS.TS. Lê An, ThS Bùi Thị B, TP Mẫu, đ/c Lê C",
        "Gửi về vanphong.duk@mau.gov.vn hoặc https://mau.gov.vn/van-ban trước 17h30",
        "Đại hội XIII; khóa XX",
    ],
)
def test_numbers_addresses_and_shortenings_are_not_strange(text: str) -> None:
    assert strange(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Céng hßa x· héi chñ nghÜa ViÖt Nam",
        "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam",
        "Bân Tùỹên gĩáỏ Tĩnh ũỷ đã bân hạnh ké hoàch",
        "Please send the minutes of the meeting to every committee",
    ],
)
def test_text_that_is_not_vietnamese_is_warned_of(text: str) -> None:
    assert "không phải tiếng Việt" in warning(text)


@pytest.mark.parametrize(
    "text",
    ["", "Hội nghị quán triệt Chỉ thị 35-CT/TW", "Lớp Microsoft Word cho cán bộ văn phòng", "H'Hen Niê"],
)
def test_vietnamese_with_a_foreign_name_is_not(text: str) -> None:
    assert warning(text) == ""


def test_a_few_foreign_words_in_a_long_text_are_not_warned_of() -> None:
    text = (
        "Cài đặt Microsoft Windows, Excel và PowerPoint cho máy tính của các chi bộ, đảng bộ cơ sở trong Khối"
    )
    assert len(strange(text)) == 4
    assert warning(text) == ""


def test_only_words_with_a_tone_are_misspelt() -> None:
    assert misspelt("Nguyễn Phứơc Khaùnh") == ("Phứơc", "Khaùnh")
    assert misspelt("H'Hen Niê") == misspelt("Dương Mah Tiệp") == misspelt("Samuel") == ()


def test_forms_doubt_text_in_an_old_font() -> None:
    spoilt = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam"
    for laws, field in ((directives, "subject"), (meetings, "title"), (units, "organization")):
        assert "không phải tiếng Việt" in laws.doubts({field: spoilt})[field]
        assert field not in laws.doubts({field: "Triển khai Chỉ thị của Bộ Chính trị"})
    assert "“Khaùnh”" in people.doubts({"full_name": "Nguyễn Quốc Khaùnh"})["full_name"]
    assert "full_name" not in people.doubts({"full_name": "Dương Mah Tiệp"})


def test_syllables_are_told_from_other_words(capsys: pytest.CaptureFixture[str]) -> None:
    ours, english, tcvn3, vni, spoilt = syllable_table.measure()
    assert ours.taken == len(ours.words) > 200
    assert english.taken <= 0.02 * len(english.words)
    assert tcvn3.taken + vni.taken <= 0.1 * len(tcvn3.words + vni.words)  # "dù" of "dự": a word of ours too
    assert spoilt.taken == 0 < len(spoilt.words)
    syllable_table.main()
    assert "đủ (recall) 1.000" in capsys.readouterr().out


# Words of the real names that no syllable is: names of other peoples and countries, and slips of the pen.
OTHER_PEOPLES = (
    "Niê Echam Samuel Ngeou Hitachi Ktla Buăn Adrơng Êban Đal Kachu Ayun Ponl Lil Hwing Kom Jơ Nơng"
)
FOREIGN = {*OTHER_PEOPLES.split(), "Dềng", "DONA"}
SLIPS = frozenset(
    (
        "Khaùnh",
        "Qang",
        "Phứơc",
        "Nghóa",
        "Nghò",
        "HĂ",
        "Aùnh",
        "Đưc",
        "Truờng",
        "Võõ",
        "Bich",
        "KHoài",
        "HIếu",
    )
)


@pytest.mark.skipif(not TEST_DATA, reason="THUKY_TEST_DATA is not set")
def test_all_words_of_real_names_are_known_but_these() -> None:
    text = (Path(TEST_DATA) / "names" / "full_names.txt").read_text(encoding="utf-8")
    words = Counter(text.split())
    unknown = {word for word in words if not is_vietnamese(word)}
    assert unknown <= FOREIGN | SLIPS
    assert sum(words[word] for word in unknown) < 0.002 * words.total()
