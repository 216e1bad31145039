"""What the two forms of the Party have otherwise, row by row (document-format.md §1.1)."""

from __future__ import annotations

from datetime import date
from math import inf

from papers.forms import Range
from tests.papers.office_xml import W, part, value
from tests.papers.profile_papers import MEDIA, PROFILES
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

# 36-HD/VPTW Phụ lục 3 and 05-HD/VPTW Phụ lục 2 have these alike.
UNCHANGED = {
    "party": "15 bold", "superior": "14", "issuer": "14 bold", "number": "14", "place_date": "14 italic",
    "type": "16 bold", "subject": "15 bold", "letter_subject": "12 italic", "body": "14",
    "chapter": "14 bold", "article": "14 bold", "authority": "14 bold", "post": "14", "signer": "14 bold",
    "addressed": "14 italic", "recipients": "14 underlined", "recipient": "12", "urgency": "14 bold",
    "circulation": "12 bold", "draft": "14 italic", "contact": "10", "page_number": "14",
}  # fmt: skip
RETURNED = "XONG HỘI NGHỊ TRẢ LẠI"
SHARED = ("TÀI LIỆU THU HỒI", "XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ", "TÀI LIỆU HỘI NGHỊ")
QUY_DINH = (
    date(2018, 4, 2), date(2018, 4, 3), date(2019, 3, 10), date(2019, 3, 11), date(2026, 5, 27)
)  # fmt: skip

ROWS = [
    Row(
        "sheet and margins",
        "TTr",
        lambda one: one.page("top", "bottom", "left", "right"),
        both(PARTY, [20, 20, 30, 15]),
    ),
    Row(
        "one font",
        "TTr",
        lambda one: {
            value(fonts, key)
            for fonts in part(one.data, "styles").iter(f"{W}rFonts")
            for key in ("ascii", "hAnsi")
        },
        dict.fromkeys(PROFILES, {"Times New Roman"}),
    ),
    Row(
        "looks of the components that did not change",
        "TTr",
        lambda one: {style: one.look(style) for style in UNCHANGED},
        both(PARTY, UNCHANGED),
    ),
    Row(
        "typist mark",
        "TTr",
        first("drafter"),
        {OLD: "NGUYENVANAN-26", NEW: "NguyenVanAn-26", TT01: "NGUYENVANAN-26"},
    ),
    Row("size of the typist mark", "TTr", look("drafter"), {OLD: "8", NEW: "11", TT01: "11", ND30: "11"}),
    Row(
        "sizes that names after Kính gửi may have",
        "CV",
        lambda one: form_of(one).legal.sizes["addressee"],
        {OLD: Range(14, 14), NEW: Range(14, 15), TT01: Range(13, 14), ND30: Range(13, 14)},
    ),
    Row("names after Kính gửi", "CV", look("addressee"), dict.fromkeys(PROFILES, "14")),
    Row(
        "marks between names after Kính gửi",
        "CV",
        first("addressee"),
        {OLD: "- Ban Thường vụ Tỉnh ủy,", **dict.fromkeys((NEW, TT01, ND30), "- Ban Thường vụ Tỉnh ủy;")},
    ),
    Row(
        "line spacing",
        "TTr",
        lambda one: (one.property("body", "spacing", "lineRule"), one.property("body", "spacing", "line")),
        both(PARTY, ("exact", "360"), STATE, ("auto", "240")),
    ),
    Row(
        "line spacing that may be",
        "TTr",
        lambda one: (form_of(one).legal.line, form_of(one).legal.lines, form_of(one).legal.between),
        {
            OLD: (Range(18, inf), None, 6),
            NEW: (Range(18, 22), None, 6),
            TT01: (Range(15, inf), Range(1, 1.5), 6),
            ND30: (Range(15, inf), Range(1, 1.5), 6),
        },
    ),
    Row(
        "căn cứ between",
        "TTr",
        first("basis"),
        both(PARTY, "- Căn cứ Quy chế làm việc;", STATE, "Căn cứ Quy chế làm việc;"),
    ),
    Row(
        "last căn cứ",
        "TTr",
        last("basis"),
        {
            OLD: "- Xét đề nghị của Văn phòng,",
            NEW: "- Xét đề nghị của Văn phòng.",
            TT01: "Xét đề nghị của Văn phòng,",
            ND30: "Xét đề nghị của Văn phòng.",
        },
    ),
    Row("căn cứ italic", "TTr", look("basis"), {OLD: "14", NEW: "14", TT01: "14", ND30: "14 italic"}),
    Row(
        "marks inside Nơi nhận",
        "TTr",
        lambda one: one.words("recipient")[1],
        {
            OLD: "- Thường trực Đảng ủy (để báo cáo),",
            NEW: "- Thường trực Đảng ủy (để báo cáo);",
            TT01: "- Thường trực Đảng ủy (để báo cáo);",
            ND30: "- Thường trực Đảng ủy (để báo cáo);",
        },
    ),
    Row(
        "word of a tờ trình",
        "TTr",
        lambda one: one.words("addressed")[0].partition(":")[0],
        {OLD: "Kính gửi", NEW: "Kính trình", TT01: "Kính gửi", ND30: "Kính gửi"},
    ),
    Row(
        "word of a công văn", "CV", lambda one: one.words("addressed"), dict.fromkeys(PROFILES, ["Kính gửi:"])
    ),
    Row(
        "subject of a công văn",
        "CV",
        first("letter_subject"),
        {
            OLD: "Chuẩn bị hội nghị trực tuyến",
            NEW: "về việc chuẩn bị hội nghị trực tuyến",
            TT01: "V/v chuẩn bị hội nghị trực tuyến",
            ND30: "V/v chuẩn bị hội nghị trực tuyến",
        },
    ),
    Row("look of that subject", "CV", look("letter_subject"), both(PARTY, "12 italic", STATE, "13")),
    Row(
        "space above that subject",
        "CV",
        lambda one: one.property("letter_subject", "spacing", "before"),
        both(PARTY, "0", STATE, "120"),
    ),
    Row(
        "no type line over a công văn",
        "CV",
        lambda one: one.order("type", "subject"),
        dict.fromkeys(PROFILES, []),
    ),
    Row(
        "urgency and draft under the number",
        "TTr",
        lambda one: one.order("number", "urgency", "draft"),
        dict.fromkeys(PROFILES, ["number", "urgency", "draft"]),
    ),
    Row(
        "urgency under the subject of a công văn",
        "CV",
        lambda one: one.order("number", "letter_subject", "urgency", "draft"),
        dict.fromkeys(PROFILES, ["number", "letter_subject", "urgency", "draft"]),
    ),
    Row(
        "urgency",
        "TTr",
        lambda one: (first("urgency")(one), one.look("urgency")),
        dict.fromkeys(PROFILES, ("KHẨN", "14 bold")),
    ),
    Row(
        "draft",
        "TTr",
        lambda one: (first("draft")(one), one.look("draft")),
        dict.fromkeys(PROFILES, ("Dự thảo lần 2", "14 italic")),
    ),
    Row("circulation", "TTr", look("circulation"), both(PARTY, "12 bold", STATE, "13 bold")),
    Row(
        "marks of circulation",
        "TTr",
        lambda one: {mark.words: mark.place for mark in form_of(one).circulations},
        {
            OLD: dict.fromkeys([RETURNED, *SHARED], "first"),
            NEW: {MEDIA.upper(): "last", **dict.fromkeys(SHARED, "first")},
            ND30: dict.fromkeys(["XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ"], "first"),
        },
    ),
    Row(
        "stamps of secrecy",
        "TTr",
        lambda one: form_of(one).secrecies,
        {OLD: ("MẬT", "TỐI MẬT", "TUYỆT MẬT"), NEW: ()},
    ),
    Row(
        "abbreviations of a place name",
        "TTr",
        lambda one: form_of(one).places,
        {OLD: ("TP", "TX", "TT", "Q"), NEW: ("TP", "ĐK"), ND30: ()},
    ),
    Row(
        "code of Quy định",
        "TTr",
        lambda one: [form_of(one).code_of("Quy định", day) for day in QUY_DINH],
        {OLD: ["QĐ", "QĐi", "QĐi", "QĐ", "QĐ"], NEW: ["QĐ"] * 5, ND30: ["QyĐ"] * 5},
    ),
    Row("number of an appendix", "TTr", first("appendix"), both(PARTY, "Phụ lục 4", STATE, "Phụ lục IV")),
    Row(
        "appendix names its paper",
        "TTr",
        first("reference"),
        {
            OLD: "(Kèm theo Tờ trình số 05-TTr/ĐUK, ngày 21/8/2019 của Ban Thường vụ)",
            NEW: "(Kèm theo Tờ trình số 05-TTr/ĐUK, ngày 05/6/2026 của Ban Thường vụ)",
            ND30: "(Kèm theo Tờ trình số 05/TTr-SNV ngày 05 tháng 02 năm 2021 của Ban Thường vụ)",
        },
    ),
    Row(
        "pages of an appendix begin at one",
        "TTr",
        lambda one: [value(section.find(f"{W}pgNumType"), "start") for section in one.sections()],
        dict.fromkeys(PROFILES, ["", "1"]),
    ),
    Row(
        "code of the issuer known",
        "TTr",
        lambda one: form_of(one).knows_body(first("number")(one).partition("/")[2]),
        {OLD: True, NEW: False},
    ),
]
