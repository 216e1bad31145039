from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers import letterhead, measures, styles
from papers.content import Document, Grid, Section, blank
from rules.facts import Marks, Signature
from tests.papers.samples import HEAD

P2018, P2026, S2020 = "PARTY-2018", "PARTY-2026", "STATE-2020"
SIGNED = replace(HEAD, number=7, signed=date(2020, 2, 5))


def words(grid: object) -> list[list[list[str]]]:
    assert isinstance(grid, Grid)
    return [[[line.text for line in cell] for cell in row] for row in grid.rows]


def test_issuer_and_party_stand_side_by_side() -> None:
    grid, *title = letterhead.head(SIGNED, P2018)
    assert words(grid) == [
        [
            ["ĐẢNG BỘ TỈNH MẪU", "ĐẢNG ỦY KHỐI", "CÁC CƠ QUAN TỈNH", "*"],
            ["ĐẢNG CỘNG SẢN VIỆT NAM", ""],
        ],
        [["Số 07-BB/ĐUK"], ["Mẫu, ngày 05 tháng 02 năm 2020"]],
    ]
    assert isinstance(grid, Grid)
    assert (grid.widths, grid.keep_together) == ((75, 90), True)
    assert [line.text for line in title] == ["BIÊN BẢN", HEAD.subject, "-----"]  # type: ignore[union-attr]
    assert [line.style for line in title] == ["type", "subject", "separator"]  # type: ignore[union-attr]


def test_what_is_unknown_is_left_open_and_named() -> None:
    facts = replace(HEAD, place_name="", symbol="", subject="")
    paper = Document("", P2018, (Section(tuple(letterhead.head(facts, P2018))),))
    number, place = words(paper.sections[0].blocks[0])[1]
    assert number == ["Số       -BB/……………"]
    assert place == ["……………, ngày …… tháng …… năm ……"]
    assert paper.blanks() == (
        "số của biên bản", "ký hiệu cơ quan ban hành", "địa danh", "ngày ký biên bản", "trích yếu",
    )  # fmt: skip


def test_a_list_without_number_and_day_has_neither() -> None:
    facts = replace(HEAD, type_name="Danh sách đơn vị", type_code="", subject="")
    grid, *title = letterhead.head(facts, P2018)
    assert len(words(grid)) == 1
    assert [line.text for line in title] == ["DANH SÁCH ĐƠN VỊ", "-----"]  # type: ignore[union-attr]


def test_on_a_turned_sheet_the_sides_stay_at_the_margins() -> None:
    grid = letterhead.head(SIGNED, P2018, landscape=True)[0]
    assert isinstance(grid, Grid)
    assert grid.widths == (75, 87, 90)


# document-format.md §3, widths measured in Times New Roman.
@pytest.mark.parametrize(
    ("line", "size", "mm"),
    [
        ("ĐẢNG CỘNG SẢN VIỆT NAM", 15, 72.9),
        ("ĐẢNG UỶ KHỐI CÁC CƠ QUAN TỈNH", 14, 87.8),
        ("ĐẢNG UỶ CÁC CƠ QUAN ĐẢNG TỈNH", 14, 88.9),
        ("ĐẢNG UỶ UỶ BAN NHÂN DÂN TỈNH", 14, 84.5),
    ],
)
def test_capitals_are_as_wide_as_the_printed_ones(line: str, size: float, mm: float) -> None:
    assert measures.bold_width(line, size) == pytest.approx(mm, abs=0.3)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("TỈNH ỦY ĐIỆN BIÊN", ["TỈNH ỦY ĐIỆN BIÊN"]),
        ("ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH", ["ĐẢNG ỦY KHỐI", "CÁC CƠ QUAN TỈNH"]),
        ("ĐẢNG UỶ KHỐI CÁC CƠ QUAN TỈNH", ["ĐẢNG UỶ KHỐI", "CÁC CƠ QUAN TỈNH"]),
        ("ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH", ["ĐẢNG ỦY CÁC CƠ QUAN", "ĐẢNG TỈNH"]),
        ("ĐẢNG ỦY ỦY BAN NHÂN DÂN TỈNH", ["ĐẢNG ỦY", "ỦY BAN NHÂN DÂN TỈNH"]),
    ],
)
def test_long_names_break_between_set_phrases(name: str, lines: list[str]) -> None:
    assert measures.broken(name, 75, 14) == lines


@given(st.lists(st.text("AĐƯỦBCKLMN", min_size=1, max_size=9), min_size=1, max_size=25))
def test_breaking_keeps_every_word_and_fits(parts: list[str]) -> None:
    lines = measures.broken(" ".join(parts), 75, 14)
    assert " ".join(lines).split() == parts
    for line in lines:
        assert measures.bold_width(line, 14) <= 75.001 or " " not in line


def test_recipients_end_with_the_marks_of_their_form() -> None:
    rows = ["- Tỉnh ủy (để báo cáo);", "Các chi bộ", "Lưu Văn phòng."]
    older = [line.text for line in letterhead.recipients(rows, P2018)]
    newer = [line.text for line in letterhead.recipients(rows, P2026)]
    assert older == ["Nơi nhận:", "- Tỉnh ủy (để báo cáo),", "- Các chi bộ,", "- Lưu Văn phòng."]
    assert newer == ["Nơi nhận:", "- Tỉnh ủy (để báo cáo);", "- Các chi bộ;", "- Lưu Văn phòng."]
    assert letterhead.recipients([], P2018) == ()


def test_a_signature_block_is_whole_while_nobody_has_signed() -> None:
    block = letterhead.signature(Signature("T/M Ban Thường vụ", "Phó Bí thư"), "người ký")
    assert [line.style for line in block] == ["authority", "post", "signature_space", "signer"]
    assert [line.text for line in block] == ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "", "……………"]
    assert block[-1].runs[0].blank == "họ tên người ký"
    without_post = letterhead.signature(Signature("CHỦ TRÌ HỘI NGHỊ", name="Lê Văn Mẫu"), "")
    assert [line.style for line in without_post] == ["authority", "signature_space", "signer"]


def test_an_appendix_names_its_paper() -> None:
    known = letterhead.mentioned(replace(SIGNED, type_name="Kế hoạch", type_code="KH"))
    assert "".join(part if isinstance(part, str) else part.text for part in known) == (
        "Kế hoạch số 07-KH/ĐUK, ngày 05/02/2020"
    )


# -- marks and differences of wording


def letter_subject(typed: str, profile: str) -> str:
    facts = replace(SIGNED, type_name="Công văn", type_code="CV", subject=typed)
    grid = letterhead.head(facts, profile)[0]
    return words(grid)[1][0][1]


# What is typed, and the subject of a công văn in PARTY-2018, PARTY-2026, STATE-2020.
SUBJECTS = [
    ("chuẩn bị hội nghị", "Chuẩn bị hội nghị", "về việc chuẩn bị hội nghị", "V/v chuẩn bị hội nghị"),
    (
        "về việc chuẩn bị hội nghị",
        "về việc chuẩn bị hội nghị",
        "về việc chuẩn bị hội nghị",
        "V/v chuẩn bị hội nghị",
    ),
    ("V/v chuẩn bị hội nghị", "Chuẩn bị hội nghị", "về việc chuẩn bị hội nghị", "V/v chuẩn bị hội nghị"),
    ("v/v: chuẩn bị hội nghị", "Chuẩn bị hội nghị", "về việc chuẩn bị hội nghị", "V/v chuẩn bị hội nghị"),
    ("VỀ VIỆC họp", "VỀ VIỆC họp", "về việc họp", "V/v họp"),
    ("về công tác cán bộ", "về công tác cán bộ", "về việc công tác cán bộ", "V/v công tác cán bộ"),
    ("vềnh tai", "Vềnh tai", "về việc vềnh tai", "V/v vềnh tai"),
]


@pytest.mark.parametrize(("typed", "older", "newer", "state"), SUBJECTS)
def test_the_beginning_of_a_letter_subject_is_never_doubled(
    typed: str, older: str, newer: str, state: str
) -> None:
    assert letter_subject(typed, P2018) == older
    assert letter_subject(typed, P2026) == newer
    assert letter_subject(typed, S2020) == state


def test_an_unknown_letter_subject_is_a_blank_behind_its_beginning() -> None:
    facts = replace(SIGNED, type_name="Công văn", type_code="CV", subject="")
    paper = Document("", P2026, (Section(tuple(letterhead.head(facts, P2026))),))
    assert words(paper.sections[0].blocks[0])[1][0][1] == "về việc ……………"
    assert paper.blanks() == ("trích yếu",)


def test_the_author_stands_between_type_and_subject() -> None:
    facts = replace(
        SIGNED, type_name="Kết luận", type_code="KL", author="của Ban Thường vụ", subject="về đại hội"
    )
    said = [(line.style, line.text) for line in letterhead.title(facts, P2018)]
    assert said == [
        ("type", "KẾT LUẬN"),
        ("author", "CỦA BAN THƯỜNG VỤ"),
        ("subject", "về đại hội"),
        ("separator", "-----"),
    ]


@pytest.mark.parametrize(("draft", "said"), [(0, "Dự thảo"), (2, "Dự thảo lần 2")])
def test_marks_stand_under_the_number_urgency_first(draft: int, said: str) -> None:
    facts = replace(SIGNED, marks=Marks(urgency="Hỏa tốc", draft=draft))
    below = words(letterhead.head(facts, P2018)[0])[1][0]
    assert below == ["Số 07-BB/ĐUK", "HỎA TỐC", said]
    plain = replace(facts, type_code="", signed=None, subject="")
    assert words(letterhead.head(plain, P2018)[0])[1] == [["", "HỎA TỐC", said], [""]]


@pytest.mark.parametrize(
    ("authority", "party", "state"),
    [
        ("T/M Ban Thường vụ", "T/M BAN THƯỜNG VỤ", "TM. BAN THƯỜNG VỤ"),
        ("TM. Ban Thường vụ", "T/M BAN THƯỜNG VỤ", "TM. BAN THƯỜNG VỤ"),
        ("K/T Chánh Văn phòng", "K/T CHÁNH VĂN PHÒNG", "KT. CHÁNH VĂN PHÒNG"),
        ("KT.CHÁNH VĂN PHÒNG", "K/T CHÁNH VĂN PHÒNG", "KT. CHÁNH VĂN PHÒNG"),
        ("T/L Ban Thường vụ", "T/L BAN THƯỜNG VỤ", "TL. BAN THƯỜNG VỤ"),
        ("TUQ. Chủ tịch", "T/L CHỦ TỊCH", "TUQ. CHỦ TỊCH"),
        ("Q.Trưởng ban", "Q. TRƯỞNG BAN", "Q. TRƯỞNG BAN"),
        ("Quyền trưởng ban", "QUYỀN TRƯỞNG BAN", "QUYỀN TRƯỞNG BAN"),
        ("Chánh Văn phòng", "CHÁNH VĂN PHÒNG", "CHÁNH VĂN PHÒNG"),
        ("Tlang", "TLANG", "TLANG"),
    ],
)
def test_marks_of_signing_are_those_of_the_family(authority: str, party: str, state: str) -> None:
    def said(profile: str) -> str:
        return letterhead.signature(Signature(authority, "Bí thư"), "", profile)[0].text

    assert (said(P2018), said(P2026)) == (party, party)
    assert (said("STATE-2011"), said(S2020)) == (state, state)


def test_two_posts_of_one_signer_stand_on_three_lines() -> None:
    block = letterhead.signature(Signature("", "Bí thư kiêm Trưởng ban Chỉ đạo", "Lê Văn Mẫu"), "", P2018)
    said = [(line.style, line.text) for line in block]
    assert said == [
        ("post", "BÍ THƯ"), ("post", "kiêm"), ("post", "TRƯỞNG BAN CHỈ ĐẠO"), ("signature_space", ""),
        ("signer", "Lê Văn Mẫu"),
    ]  # fmt: skip


def test_a_mark_of_signing_below_another_is_one_too() -> None:
    block = letterhead.signature(Signature("T/M Ủy ban nhân dân", "K/T Chủ tịch\nPhó Chủ tịch"), "", S2020)
    said = [(line.style, line.text) for line in block[:3]]
    assert said == [
        ("authority", "TM. ỦY BAN NHÂN DÂN"), ("authority", "KT. CHỦ TỊCH"), ("post", "PHÓ CHỦ TỊCH"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "party", "state"),
    [
        ("Lưu Văn phòng", "- Lưu Văn phòng.", "- Lưu: VT, Văn phòng."),
        ("Lưu: VT, Văn phòng.", "- Lưu Văn phòng.", "- Lưu: VT, Văn phòng."),
        ("lưu VT", "- lưu VT.", "- Lưu: VT."),
        ("Các chi bộ", "- Các chi bộ.", "- Các chi bộ."),
        ("Lưu trữ lịch sử", "- Lưu trữ lịch sử.", "- Lưu trữ lịch sử."),
    ],
)
def test_the_last_recipient_is_where_the_paper_is_kept(row: str, party: str, state: str) -> None:
    assert letterhead.recipients([row], P2018)[-1].text == party
    assert letterhead.recipients([row], S2020)[-1].text == state


def test_who_drafted_it_stands_behind_the_recipients_even_alone() -> None:
    both = [line.style for line in letterhead.recipients(["Lưu VP"], P2018, "an-26")]
    assert both == ["recipients", "recipient", "drafter"]
    assert [line.text for line in letterhead.recipients([], P2026, "An-26")] == ["An-26"]
    assert letterhead.recipients([], P2018, "An-26")[0].text == "AN-26"


def test_one_addressee_stands_on_the_line_of_the_word() -> None:
    (line,) = letterhead.addressed(["- Ban Thường vụ Tỉnh ủy;"], P2026, "Tờ trình")
    assert line.text == "Kính trình: Ban Thường vụ Tỉnh ủy."
    assert [run.italic for run in line.runs] == [None, False], "the names are upright"
    (line,) = letterhead.addressed(["Bộ Nội vụ"], S2020, "Công văn")
    assert line.text == "Kính gửi: Bộ Nội vụ"
    assert letterhead.addressed([], P2018) == ()
    assert letterhead.addressed(["A"], P2018, "Kính trình")[0].text == "Kính trình: A."


def test_bases_keep_what_is_unknown_open() -> None:
    lines = letterhead.bases([("Căn cứ ", blank("quy chế")), "Xét đề nghị của Văn phòng."], P2026)
    assert [line.text for line in lines] == ["- Căn cứ ……………;", "- Xét đề nghị của Văn phòng."]
    assert lines[0].runs[1].blank == "quy chế"
    assert letterhead.bases([], P2018) == ()


def test_the_contact_line_is_as_wide_as_the_text() -> None:
    line, said = letterhead.contact(Marks(contact=" Số 1 phố Mẫu "), P2018)
    assert (line.style, line.rule, said.text) == ("contact_line", 0, "Số 1 phố Mẫu")
    assert styles.style(P2018, "contact_line").rule == styles.page(P2018).text_width
    small, _ = letterhead.contact(Marks(contact="Số 1", sheet="A5"), P2018)
    assert small.rule == styles.page(P2018, sheet="A5").text_width
    assert letterhead.contact(Marks(contact=" "), P2018) == ()


@pytest.mark.parametrize(
    ("profile", "number", "said"),
    [(P2018, None, "Phụ lục"), (P2018, 2, "Phụ lục 2"), (P2026, 10, "Phụ lục 10"), (S2020, 9, "Phụ lục IX")],
)
def test_appendices_are_counted_where_there_are_several(profile: str, number: int | None, said: str) -> None:
    lines = letterhead.appendix(SIGNED, number, "Danh sách", profile)
    assert [line.text for line in lines[:2]] == [said, "DANH SÁCH"]
    assert lines[2].text.startswith("(Kèm theo Biên bản số 07")


def test_an_unsigned_paper_is_named_with_room_for_its_number_and_day() -> None:
    facts = replace(HEAD, number=None, signed=None)
    assert (
        letterhead.appendix(facts, None, "a", P2018)[2].text
        == "(Kèm theo Biên bản số ……-BB/ĐUK, ngày ……/……/……)"
    )
    state = letterhead.appendix(facts, None, "a", S2020)[2].text
    assert state == "(Kèm theo Biên bản số ……/BB-ĐUK ngày …… tháng …… năm ……)"


def test_on_a_small_sheet_the_letterhead_and_the_foot_fit() -> None:
    facts = replace(SIGNED, marks=Marks(sheet="A5"))
    grid = letterhead.head(facts, S2020)[0]
    width = styles.page(S2020, sheet="A5").text_width
    assert isinstance(grid, Grid)
    assert sum(grid.widths) <= width
    assert words(grid)[0][-1] == ["CỘNG HÒA XÃ HỘI", "CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", ""]
    assert sum(letterhead.foot((), (), S2020, "A5").widths) == width
    wide = letterhead.head(facts, P2018, landscape=True)[0]
    assert isinstance(wide, Grid)
    assert (wide.widths[0], wide.widths[2]) == styles.form(P2018).page.columns


@given(st.text(max_size=40), st.text(max_size=40), st.sampled_from(["BB", "CV", ""]))
def test_any_words_make_a_letterhead(issuer: str, subject: str, code: str) -> None:
    facts = replace(SIGNED, issuer=issuer, subject=subject, type_code=code, author=subject)
    for profile in (P2018, S2020):
        blocks = letterhead.head(facts, profile)
        assert isinstance(blocks[0], Grid)
        for line in Document("", profile, (Section(tuple(blocks)),)).paragraphs():
            assert 0 <= line.rule <= 165
