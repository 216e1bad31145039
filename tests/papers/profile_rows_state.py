"""What the forms of the state have otherwise than those of the Party (document-format.md §10)."""

from __future__ import annotations

from papers.forms import Range
from tests.papers.profile_papers import PROFILES
from tests.papers.profile_rows import (
    ND30,
    NEW,
    OLD,
    PARTY,
    STATE,
    TT01,
    Row,
    both,
    first,
    form_of,
    last,
    look,
)

ROWS = [
    Row(
        "top right",
        "TTr",
        lambda one: [words for style, words in one.lines if style in form_of(one).titles],
        both(
            PARTY,
            ["ĐẢNG CỘNG SẢN VIỆT NAM", ""],
            STATE,
            ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", ""],
        ),
    ),
    Row(
        "size of the top line",
        "TTr",
        lambda one: one.look(next(iter(form_of(one).titles))),
        both(PARTY, "15 bold", STATE, "13 bold"),
    ),
    Row("motto", "TTr", look("motto"), both(STATE, "14 bold")),
    Row(
        "line below the top right",
        "TTr",
        lambda one: round(one.rule([*form_of(one).titles][-1])),
        both(PARTY, 73, STATE, 60),
    ),
    Row(
        "below the issuer",
        "TTr",
        lambda one: one.order("star", "issuer_line"),
        both(PARTY, ["star"], STATE, ["issuer_line"]),
    ),
    Row("the star", "TTr", lambda one: one.words("star"), both(PARTY, ["*"], STATE, [])),
    Row(
        "below the subject",
        "TTr",
        lambda one: one.order("separator", "subject_line"),
        both(PARTY, ["separator"], STATE, ["subject_line"]),
    ),
    Row("the hyphens", "TTr", lambda one: one.words("separator"), both(PARTY, ["-----", "-----"], STATE, [])),
    Row("number", "TTr", first("number"), both(PARTY, "Số 05-TTr/ĐUK", STATE, "Số: 05/TTr-SNV")),
    Row("number of a công văn", "CV", first("number"), both(PARTY, "Số 05-CV/ĐUK", STATE, "Số: 05/SNV")),
    Row("size of the number", "TTr", look("number"), both(PARTY, "14", STATE, "13")),
    Row(
        "place and date",
        "TTr",
        lambda one: (first("place_date")(one), one.look("place_date")),
        {
            OLD: ("Mẫu, ngày 21 tháng 8 năm 2019", "14 italic"),
            ND30: ("Mẫu, ngày 05 tháng 02 năm 2021", "14 italic"),
        },
    ),
    Row("superior", "TTr", look("superior"), both(PARTY, "14", STATE, "13")),
    Row("issuer", "TTr", look("issuer"), both(PARTY, "14 bold", STATE, "13 bold")),
    Row("type", "TTr", look("type"), both(PARTY, "16 bold", STATE, "14 bold")),
    Row("subject", "TTr", look("subject"), both(PARTY, "15 bold", STATE, "14 bold")),
    Row(
        "indent", "TTr", lambda one: one.property("body", "ind", "firstLine"), dict.fromkeys(PROFILES, "567")
    ),
    Row(
        "margins that may be",
        "TTr",
        lambda one: list(form_of(one).legal.margins.values()),
        both(
            PARTY,
            [Range(20, 20), Range(20, 20), Range(30, 30), Range(15, 15)],
            STATE,
            [Range(20, 25), Range(20, 25), Range(30, 35), Range(15, 20)],
        ),
    ),
    Row(
        "size of the body that may be",
        "TTr",
        lambda one: form_of(one).legal.sizes["body"],
        both(PARTY, Range(14, 15), STATE, Range(13, 14)),
    ),
    Row(
        "indent that may be",
        "TTr",
        lambda one: form_of(one).legal.indent,
        both(PARTY, Range(10, 10), STATE, Range(10, 12.7)),
    ),
    Row(
        "marks of signing",
        "TTr",
        lambda one: sorted(set(form_of(one).authorities.values())),
        both(PARTY, ["K/T", "Q.", "T/L", "T/M"], STATE, ["KT.", "Q.", "TL.", "TM.", "TUQ."]),
    ),
    Row(
        "mark of signing",
        "TTr",
        first("authority"),
        both(PARTY, "T/M BAN THƯỜNG VỤ", STATE, "TM. BAN THƯỜNG VỤ"),
    ),
    Row("post", "TTr", look("post"), both(PARTY, "14", STATE, "14 bold")),
    Row(
        "label of Nơi nhận", "TTr", look("recipients"), both(PARTY, "14 underlined", STATE, "12 bold italic")
    ),
    Row("lines of Nơi nhận", "TTr", look("recipient"), both(PARTY, "12", STATE, "11")),
    Row(
        "where it is kept",
        "TTr",
        last("recipient"),
        both(PARTY, "- Lưu Văn phòng.", STATE, "- Lưu: VT, Văn phòng."),
    ),
    Row("Kính gửi", "CV", look("addressed"), both(PARTY, "14 italic", STATE, "14")),
    Row(
        "one addressee",
        "TTr",
        lambda one: first("addressed")(one)[-8:],
        both(PARTY, "Tỉnh ủy.", STATE, " Tỉnh ủy"),
    ),
    Row("contact line", "TTr", look("contact"), both(PARTY, "10", STATE, "11")),
    Row(
        "page number",
        "TTr",
        lambda one: [*one.headers(0)],
        {
            **dict.fromkeys((OLD, NEW, ND30), ["headerReference first", "headerReference default"]),
            TT01: ["headerReference first", "footerReference default"],
        },
    ),
    Row("size of the page number", "TTr", look("page_number"), dict.fromkeys(PROFILES, "14")),
    Row(
        "page number from the edge",
        "TTr",
        lambda one: one.page("header", "footer"),
        dict.fromkeys(PROFILES, [10, 10]),
    ),
    Row(
        "side of the page number",
        "TTr",
        lambda one: one.property("page_number", "jc", "val"),
        {OLD: "center", NEW: "center", TT01: "right", ND30: "center"},
    ),
]
