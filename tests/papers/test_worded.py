from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from papers import catalogue, field_values, worded
from papers.content import Paragraph
from rules import wordings
from rules.facts import Head, Marks, Signature
from rules.papers import PAPERS
from rules.wordings import Line, Worded
from tests.papers import samples
from tests.papers.calling import BOARD, CALLS, SHARED, grid, meeting, of, styles_of, words

# -- the office's own words


def test_the_office_words_a_paper_its_own_way() -> None:
    own = {
        "subject": "họp {{Tên hội nghị|in thường}}.",
        "opening": "Kính mời {{Nhóm.Tên}}",
        "closing": "",
        "dress": "Mặc:",
        "recipients": "Như trên\n{{Chỉ khi: Lần thứ}}Không in\nLưu {{Văn phòng}}",
        "signer": "T/M BAN THƯỜNG VỤ\nBÍ THƯ\n{{Địa danh}}",
    }
    document = catalogue.compose(
        "invitation", replace(meeting(), wording=own, sections={"dress": "đồng phục"})
    )
    said = words(document)
    assert said[1] == f"họp {samples.TITLE[:1].lower()}{samples.TITLE[1:]}"
    assert said[3:5] == [f"Kính mời {name}" for name in samples.GROUPS[:2]]
    assert said[-1] == "Mặc: đồng phục."
    left, right = grid(document, -1)
    assert left == ["Nơi nhận:", "- Như trên,", "- Lưu Văn phòng Đảng ủy Khối các cơ quan tỉnh."]
    assert right == ["T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Mẫu"]


def test_what_is_kept_with_the_paper_goes_before_the_wording() -> None:
    facts = replace(
        meeting(),
        recipients=("Các đồng chí {{Cấp ủy}} viên", "Lưu"),
        signatures=(Signature("T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Lê Văn Mẫu"),),
        sections={"event": "Đến dự họp.", "subject": "dự họp"},
    )
    document = catalogue.compose("invitation", facts)
    assert (words(document)[1], "Đến dự họp." in words(document)) == ("dự họp", True)
    left, right = grid(document, -1)
    assert left == ["Nơi nhận:", "- Các đồng chí Đảng ủy viên,", "- Lưu."]
    assert right == ["T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Lê Văn Mẫu"]


def test_shipped_sentences_are_spelled_as_the_office_spells_and_names_as_they_are_kept() -> None:
    facts = meeting()
    said = of(
        "summons_circular",
        replace(facts, groups=(), type_name="Đại hội", head=replace(facts.head, spelling="uỷ")),
    )
    assert "- Các đồng chí uỷ viên Ban Chấp hành đương nhiệm;" in said
    assert f"{BOARD} triệu tập {samples.TITLE} như sau:" in said


def test_a_subject_that_is_not_wholly_known_is_a_blank() -> None:
    facts = replace(meeting(), wording={"subject": "dự {{Tên hội nghị}} tại {{Địa điểm}}"}, place="")
    document = catalogue.compose("invitation", facts)
    assert words(document)[1] == "……………"
    assert "trích yếu" in document.blanks()


def test_marks_drafter_and_contact_of_the_office_stand_in_their_places() -> None:
    facts = meeting()
    marks = Marks(urgency="KHẨN", draft=2, drafter="NguyenVanMau-3", contact="Số 1, đường Mẫu", duplex=True)
    document = catalogue.compose("invitation", replace(facts, head=replace(facts.head, marks=marks)))
    assert document.marks == marks
    assert grid(document, 0)[2] == ["Số 12-GM/ĐUK", "KHẨN", "Dự thảo lần 2"]
    assert grid(document, -1)[0][-1] == "NGUYENVANMAU-3"
    assert words(document)[-1] == "Số 1, đường Mẫu"


def test_a_summons_has_no_number_but_room_for_the_day_it_is_signed() -> None:
    facts = meeting(people=1)
    unsigned = replace(facts, head=replace(facts.head, signed=None))
    assert grid(catalogue.compose("summons", unsigned), 0)[2:] == [[], ["Mẫu, ngày …… tháng …… năm ……"]]
    assert grid(catalogue.compose("summons", facts), 0)[3] == ["Mẫu, ngày 12 tháng 8 năm 2019"]
    agenda = catalogue.compose("agenda", unsigned)
    assert len(grid(agenda, 0)) == 2  # an appendix carries none


# -- the engine


WORDED = Worded(
    lines=(
        Line("a", "A", "1. Một"),
        Line("b", "B", "{{Chỉ khi: Lần thứ}}2. Hai"),
        Line("c", "Cần gõ", "3. Ba:", own=True),
        Line("d", "D", "- không số"),
        Line("e", "Tùy", "4. Bốn:", own=True, optional=True),
        Line("f", "F", "5. Năm\n9. giữ nguyên"),
        Line("g", "G", "I- PHẦN"),
        Line("h", "H", "{{Trừ khi: Tên hội nghị}}1. Bỏ"),
        Line("i", "I", "2. Hai\n2.1. Con"),
        Line("j", "Tự gõ", "", own=True),
    )
)


def body(**changed: object) -> list[str]:
    facts = replace(meeting(), **changed)  # type: ignore[arg-type]
    made = worded.body(WORDED, facts, field_values.of_meeting(facts))
    return [one.text for one in made if isinstance(one, Paragraph)]


def test_numbers_follow_the_lines_that_stand() -> None:
    assert body(sections={}) == [
        "1. Một", "2. Ba: …………….", "- không số", "3. Năm", "9. giữ nguyên", "I- PHẦN", "1. Hai", "2.1. Con",
        "……………",
    ]  # fmt: skip
    assert body(ordinal="19", sections={"c": "x", "e": "y", "j": "7. tự đánh số"}) == [
        "1. Một", "2. Hai", "3. Ba: x.", "- không số", "4. Bốn: y.", "5. Năm", "9. giữ nguyên", "I- PHẦN",
        "1. Hai", "2.1. Con", "7. tự đánh số",
    ]  # fmt: skip


def test_the_words_before_what_is_typed_are_spelled_as_the_office_spells() -> None:
    facts = meeting()
    facts = replace(facts, head=replace(facts.head, spelling="uỷ"), sections={"a": "Đảng ủy Mẫu"})
    shipped = Worded(lines=(Line("a", "A", "Cấp ủy:", own=True),))
    (line,) = worded.body(shipped, facts, field_values.of_meeting(facts))
    assert isinstance(line, Paragraph)
    assert line.text == "Cấp uỷ: Đảng ủy Mẫu."


def test_bases_are_closed_together_wherever_they_come_from() -> None:
    two = Worded(
        lines=(Line("a", "A", "- Căn cứ X.\nCăn cứ Y;", "basis"), Line("b", "B", "Theo", "basis", own=True))
    )
    facts = meeting()
    made = worded.body(two, facts, field_values.of_meeting(facts))
    assert styles_of(made) == ["basis"] * 3
    assert [one.text for one in made if isinstance(one, Paragraph)] == [
        "- Căn cứ X;", "- Căn cứ Y;", "- Theo ……………,",
    ]  # fmt: skip


def test_a_paper_of_another_family_is_signed_in_its_way() -> None:
    facts = meeting("PARTY-2026")
    head = replace(facts.head, family="state", issuer="Ủy ban nhân dân tỉnh Mẫu", superior="")
    document = catalogue.compose("invitation", replace(facts, head=head))
    assert document.profile.startswith("STATE-")
    assert grid(document, -1)[1][:2] == ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"]


def test_text_papers_have_no_workbook_and_papers_with_a_table_have_it_as_a_sheet() -> None:
    facts = meeting()
    assert all(catalogue.compose(paper, facts).sheets == () for paper in CALLS if paper != "agenda")
    assert [sheet.name for sheet in catalogue.compose("agenda", facts).sheets] == ["Bảng"]


def test_a_paper_without_wordings_is_our_own_mistake() -> None:
    with pytest.raises(KeyError):
        worded.compose("units", meeting())
    assert [entry.key for entry in PAPERS if entry.key in SHARED and not wordings.worded(entry.key)] == []


def test_the_head_of_a_paper_is_of_its_own_type() -> None:
    facts = replace(meeting(), head=Head("", "", "", "Biên bản", "BB", "ĐUK", 3, date(2019, 8, 12), ""))
    assert grid(catalogue.compose("letter", facts), 0)[2][0] == "Số 03-CV/ĐUK"
    assert "Số 03-TB/ĐUK" in grid(catalogue.compose("summons_notice", facts), 0)[2]


def test_a_letter_with_recipients_of_its_own_is_also_sent_to_those_it_addresses() -> None:
    facts = replace(samples.minutes(2), recipients=("Ban Tổ chức", "Lưu Văn phòng"))
    firsts = {"letter": "- Như trên,", "submission": "- Như trên,", "notice": "- Ban Tổ chức,"}
    for paper, first in firsts.items():
        lines = [line.text for line in catalogue.compose(paper, facts).paragraphs()]
        assert lines[lines.index("Nơi nhận:") + 1] == first
    kept = replace(facts, recipients=("Như trên", "Lưu Văn phòng"))
    lines = [line.text for line in catalogue.compose("letter", kept).paragraphs()]
    assert lines.count("- Như trên,") == 1
