"""Each difference between the forms is one row, read from a produced Word file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from papers.styles import form
from tests.papers.office_xml import W, part, value
from tests.papers.profile_papers import MEDIA, PROFILES, Read, read
from tests.papers.word_schema import faults

OLD, NEW, TT01, ND30 = PROFILES
PARTY, STATE = (OLD, NEW), (TT01, ND30)


class Row(NamedTuple):
    """What is looked at in a paper of that type, and what each form writes there."""

    name: str
    code: str
    found: Callable[[Read], Any]
    expected: dict[str, Any]


def both(
    forms: tuple[str, str], said: Any, others: tuple[str, ...] = (), other: Any = None
) -> dict[str, Any]:
    return dict.fromkeys(forms, said) | dict.fromkeys(others, other)


def first(style: str) -> Callable[[Read], str]:
    return lambda one: one.words(style)[0]


def last(style: str) -> Callable[[Read], str]:
    return lambda one: one.words(style)[-1]


def look(style: str) -> Callable[[Read], str]:
    return lambda one: one.look(style)


ROWS = [
    # between the two Party forms (document-format.md §1.1)
    Row(
        "sheet and margins",
        "TTr",
        lambda one: one.page("top", "bottom", "left", "right"),
        both(PARTY, [20, 20, 30, 15]),
    ),
    Row(
        "typist mark",
        "TTr",
        first("drafter"),
        {OLD: "NGUYENVANAN-26", NEW: "NguyenVanAn-26", TT01: "NGUYENVANAN-26"},
    ),
    Row("size of the typist mark", "TTr", look("drafter"), {OLD: "8", NEW: "11", TT01: "11", ND30: "11"}),
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
    # between the Party and the state (document-format.md §10)
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
    Row(
        "side of the page number",
        "TTr",
        lambda one: one.property("page_number", "jc", "val"),
        {OLD: "center", NEW: "center", TT01: "right", ND30: "center"},
    ),
]
CASES = [pytest.param(row, profile, id=f"{row.name}: {profile}") for row in ROWS for profile in row.expected]


def form_of(one: Read) -> Any:
    names = {value(row, "name"): value(row) for row in part(one.data, "settings").iter(f"{W}docVar")}
    return form(names["profile"])


@pytest.mark.parametrize(("row", "profile"), CASES)
def test_the_forms_differ_where_they_say_so(row: Row, profile: str) -> None:
    assert row.found(read(profile, row.code)) == row.expected[profile]


@pytest.mark.parametrize("profile", STATE)
def test_lines_of_the_state_form_are_a_third_to_a_half_of_the_words(profile: str) -> None:
    part_line = form(profile).legal.part_line
    assert part_line.holds(read(profile).rule("issuer_line") / 27.1, 0.01), "SỞ NỘI VỤ in 13 bold"
    assert part_line.holds(read(profile).rule("subject_line") / 67.0, 0.01), "the subject in 14 bold"


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("code", ["TTr", "CV"])
def test_word_repairs_nothing(profile: str, code: str) -> None:
    assert faults(read(profile, code).data) == []


def test_circulation_stands_at_the_top_of_the_first_page_alone() -> None:
    one = read(OLD)
    assert one.page("header") == [10]
    marked, plain = one.headers(0)["headerReference first"], one.headers(1)["headerReference first"]
    assert marked != plain
    said = {name: "".join(part(one.data, name).itertext()) for name in ("header2", "header3")}
    assert said == {"header2": "TÀI LIỆU THU HỒI", "header3": ""}
    assert "TÀI LIỆU THU HỒI" not in "".join(words for _, words in one.lines)
    assert one.property("circulation", "jc", "val") == "right"


def test_what_is_kept_from_the_media_says_so_at_the_foot_of_the_last_page() -> None:
    one = read(NEW, circulation=MEDIA)
    assert one.words("circulation_foot") == [MEDIA.upper()]
    frame = next(one.document.iter(f"{W}framePr"))
    assert (value(frame, "vAnchor"), value(frame, "xAlign")) == ("page", "center")
    bottom = (int(value(frame, "y")) + int(value(frame, "h"))) * 25.4 / 1440
    assert bottom == pytest.approx(287, abs=0.1), "10 mm from the edge"
    assert [*one.headers(0)] == ["headerReference default"]
    place = [style for style, _ in one.lines].index("circulation_foot")
    assert "contact" in [style for style, _ in one.lines[:place]]
    assert "appendix" in [style for style, _ in one.lines[place:]]
