"""The papers that propose and call a meeting: what they say, in which order, in the form of which day."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import pytest

from papers import assigned, catalogue, docx_file, form_check
from papers.content import Paragraph, Table
from rules.facts import Signature
from tests.papers import samples
from tests.papers.calling import (
    BOARD,
    CONGRESS,
    SHARED,
    TYPED,
    congress,
    grid,
    invited,
    meeting,
    of,
    words,
)  # fmt: skip
from tests.papers.office_xml import words_of

CITED = (
    "Chỉ thị số 35-CT/TW, ngày 30/5/2019 của Bộ Chính trị về đại hội đảng bộ các cấp, tiến tới Đại hội "
    "đại biểu toàn quốc lần thứ XIII của Đảng; Kế hoạch số 129-KH/TU, ngày …………… của Ban Thường vụ "
    f"Tỉnh ủy về đại hội các cấp; Kế hoạch số 92-KH/ĐUK, ngày 19/8/2019 của {BOARD} về đại hội các cấp"
)
GROUPS = [f"- {name};" for name in samples.GROUPS[:-1]] + [f"- {samples.GROUPS[-1]}."]
WHEN, WHERE = "08 giờ 00, sáng ngày 21/8/2019 (Thứ Tư)", "Hội trường Mẫu"
CHAIR = f"đồng chí {samples.CHAIR.name}, {samples.CHAIR.title}"
# -- the words of every paper


def test_the_proposal_goes_up_with_its_reason_and_its_figures() -> None:
    document = catalogue.compose("submission", meeting())
    assert words(document) == [
        "TỜ TRÌNH",
        f"tổ chức {samples.TITLE}",
        "-----",
        "Kính gửi: Ban Thường vụ Tỉnh ủy.",
        f"Thực hiện {CITED}, {BOARD} dự kiến tổ chức {samples.TITLE}, cụ thể như sau:",
        "1. Sự cần thiết: Để các cấp ủy nắm vững nội dung chỉ đạo trước khi lập kế hoạch.",
        "2. Nội dung:",
        "- Quán triệt các văn bản;",
        "- Phát biểu kết luận.",
        f"3. Thời gian: {WHEN}.",
        f"4. Địa điểm: {WHERE}.",
        f"5. Chủ trì: {CHAIR}.",
        "6. Thành phần:",
        *GROUPS,
        "Tổng số triệu tập: 3 đồng chí.",
        f"{BOARD} kính trình Ban Thường vụ Tỉnh ủy xem xét, cho ý kiến.",
    ]
    assert grid(document, 0)[2:] == [["Số 12-TTr/ĐUK"], ["Mẫu, ngày 12 tháng 8 năm 2019"]]
    left, right = grid(document, -1)
    assert left == ["Nơi nhận:", "- Như trên,", "- Lưu Văn phòng Đảng ủy."]
    assert right == ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "……………"]


def test_one_invitation_for_all() -> None:
    document = catalogue.compose("invitation", meeting())
    assert words(document) == [
        "GIẤY MỜI",
        f"dự {samples.TITLE}",
        "-----",
        f"{BOARD} trân trọng kính mời:",
        *GROUPS,
        f"Đến dự: {samples.TITLE}.",
        f"Thời gian: {WHEN}.",
        f"Địa điểm: {WHERE}.",
        "Nội dung: Quán triệt các văn bản; phát biểu kết luận.",
        f"Chủ trì: {CHAIR}.",
        "Đề nghị các đồng chí đến dự đúng thời gian, đúng thành phần.",
    ]
    left, right = grid(document, -1)
    assert left == [
        "Nơi nhận:", "- Như trên,", "- Thường trực Đảng ủy (để báo cáo),", "- Lưu Văn phòng Đảng ủy.",
    ]  # fmt: skip
    assert right == ["T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "……………"]


def test_the_notice_that_calls() -> None:
    assert of("summons_notice") == [
        "THÔNG BÁO",
        f"triệu tập {samples.TITLE}",
        "-----",
        f"Thực hiện {CITED}, {BOARD} triệu tập {samples.TITLE} như sau:",
        f"1. Thời gian: {WHEN}.",
        f"2. Địa điểm: {WHERE}.",
        "3. Thành phần:",
        *GROUPS,
        "4. Nội dung:",
        "- Quán triệt các văn bản;",
        "- Phát biểu kết luận.",
        "Đồng chí nào không dự được phải báo cáo lý do với người chủ trì hội nghị; chỉ cử người dự thay "
        "khi được người chủ trì đồng ý.",
        "Đề nghị các đồng chí có mặt đúng thời gian, đúng thành phần.",
    ]


def test_the_circular_that_calls_a_congress() -> None:
    facts = congress()
    facts = replace(
        facts,
        materials=facts.materials[:1],
        sections={"consent": "Ban Thường vụ Tỉnh ủy tại Công văn số 15-CV/TU, ngày 01/8/2019"},
    )
    document = catalogue.compose("summons_circular", facts)
    assert words(document)[:8] == [
        "THÔNG TRI",
        f"triệu tập {CONGRESS}",
        "-----",
        "- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;",
        "- Căn cứ Chỉ thị số 35-CT/TW, ngày 30/5/2019 của Bộ Chính trị về đại hội đảng bộ các cấp, tiến tới "
        "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng;",
        "- Được sự đồng ý của Ban Thường vụ Tỉnh ủy tại Công văn số 15-CV/TU, ngày 01/8/2019,",
        f"{BOARD} triệu tập {CONGRESS} như sau:",
        "1. Thời gian: từ 08 giờ 00, cả ngày 21/8/2019 (Thứ Tư).",
    ]
    assert "Tổng số triệu tập: 3 đồng chí." in words(document)
    assert any(line.endswith("tạo điều kiện để các đồng chí dự đại hội đầy đủ.") for line in words(document))
    left, right = grid(document, -1)
    assert left[1:] == [
        "- Ban Thường vụ Tỉnh ủy (để báo cáo),",
        "- Các chi bộ, đảng bộ trực thuộc (để thực hiện),",
        "- Các đồng chí được triệu tập,",
        "- Lưu Văn phòng Đảng ủy.",
    ]
    assert right[:2] == ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"]


def test_whom_a_congress_usually_calls_stands_there_until_groups_are_chosen() -> None:
    said = of("summons_circular", replace(congress(people=0), groups=()))
    assert said[said.index("3. Thành phần:") + 1 :][:4] == [
        "- Các đồng chí ủy viên Ban Chấp hành đương nhiệm;",
        "- Các đồng chí được bầu làm đại biểu tại đại hội các chi bộ, đảng bộ trực thuộc;",
        "- Khách mời.",
        "4. Nội dung:",
    ]
    assert "- ……………" in of("summons_circular", replace(meeting(people=0), groups=()))


def test_guests_of_a_congress_are_counted_apart() -> None:
    said = of("summons_circular", congress(people=40))
    assert said[said.index("Tổng số triệu tập: 38 đồng chí.") + 1] == "Số khách mời: 2 đồng chí."


def test_a_congress_is_called_one_wherever_it_is_named() -> None:
    for paper in SHARED:
        assert not [line for line in of(paper, congress()) if "hội nghị" in line.lower()], paper
    assert not [line for line in of("summons_notice", congress()) if "dự thay" in line]


def test_a_congress_elects_who_presides_so_no_paper_before_it_names_them() -> None:
    for paper in SHARED:
        assert not [line for line in of(paper, congress()) if "Chủ trì" in line or "chủ trì" in line], paper
    assert f"Trường hợp không dự được, đồng chí phải báo cáo lý do với {BOARD}." in of("summons", congress())
    assert [line[:2] for line in of("submission", congress()) if line[:1].isdigit()] == [
        "1.", "2.", "3.", "4.", "5.",
    ]  # fmt: skip


def test_the_letter_asks_units_to_prepare() -> None:
    document = catalogue.compose("letter", meeting())
    assert words(document) == [
        "Kính gửi: Các chi bộ, đảng bộ trực thuộc Đảng ủy Khối các cơ quan tỉnh.",
        f"Thực hiện {CITED}, {BOARD} tổ chức {samples.TITLE}.",
        f"- Thời gian: {WHEN}.",
        f"- Địa điểm: {WHERE}.",
        f"- Thành phần: {assigned.listed(samples.GROUPS)}.",
        f"Để chuẩn bị tốt cho hội nghị, {BOARD} đề nghị cấp ủy các chi bộ, đảng bộ:",
        "1. Thông báo và cử các đồng chí của đơn vị dự hội nghị đúng thành phần.",
        "2. Chuẩn bị: ý kiến về dự thảo kế hoạch của đơn vị.",
        "3. Gửi danh sách đại biểu về Văn phòng Đảng ủy Khối các cơ quan tỉnh trước ngày 15/8/2019.",
        "Đề nghị cấp ủy các chi bộ, đảng bộ quan tâm thực hiện đúng thời hạn.",
    ]
    assert grid(document, 0)[2] == ["Số 12-CV/ĐUK", f"Chuẩn bị {samples.TITLE}"]


def test_the_agenda_is_a_table_that_goes_with_the_invitation() -> None:
    document = catalogue.compose("agenda", invited(meeting()))
    assert words(document) == [
        "CHƯƠNG TRÌNH",
        samples.TITLE,
        "(Kèm theo Giấy mời số 12-GM/ĐUK, ngày 15/8/2019)",
        "-----",
        f"Thời gian: {WHEN}.",
        f"Địa điểm: {WHERE}.",
        f"Chủ trì: {CHAIR}.",
    ]
    (table,) = [one for one in document.sections[0].blocks if isinstance(one, Table)]
    assert [column.title for column in table.columns] == [
        "TT",
        "Thời gian",
        "Nội dung",
        "Người trình bày, thực hiện",
    ]
    assert [row.cells for row in table.rows] == [
        (1, "08 giờ 00 - 09 giờ 30", "Quán triệt các văn bản", f"Đồng chí {samples.PRESENTER.name}, "
         f"{samples.PRESENTER.title}"),
        (2, "09 giờ 30 - 10 giờ 00", "Phát biểu kết luận", f"Đ{CHAIR[1:]}"),
    ]  # fmt: skip
    assert [sheet.table for sheet in document.sheets] == [table]
    assert len(document.sections[0].blocks) == 9  # nothing below the table: nobody signs
    assert document.blanks() == ()


def test_an_agenda_is_signed_where_the_office_wants_it() -> None:
    facts = replace(meeting(), signatures=(Signature("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "Lê Thị Mẫu"),))
    document = catalogue.compose("agenda", facts)
    assert grid(document, -1)[1] == ["T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "Lê Thị Mẫu"]
    assert "(Kèm theo" not in "".join(words(document))


# -- what the forms of the two times have apart


@pytest.mark.parametrize(
    ("profile", "address", "mark", "basis", "subject"),
    [
        ("PARTY-2018", "Kính gửi: ", ",", ",", f"Chuẩn bị {samples.TITLE}"),
        ("PARTY-2026", "Kính trình: ", ";", ".", f"về việc chuẩn bị {samples.TITLE}"),
    ],
)
def test_the_form_of_the_day_of_signing(
    profile: str, address: str, mark: str, basis: str, subject: str
) -> None:
    facts = meeting(profile)
    proposal = catalogue.compose("submission", facts)
    assert proposal.profile == profile
    assert words(proposal)[3] == f"{address}Ban Thường vụ Tỉnh ủy."
    assert grid(proposal, -1)[0][1] == f"- Như trên{mark}"
    bases = [one for one in of("summons_circular", facts) if one.startswith("- Căn cứ")]
    assert [one[-1] for one in bases] == [";", ";", ";", basis]
    letter = catalogue.compose("letter", facts)
    assert grid(letter, 0)[2] == ["Số 12-CV/ĐUK", subject]
    assert words(letter)[0].startswith("Kính gửi: ")


@pytest.mark.parametrize("profile", ["PARTY-2018", "PARTY-2026"])
@pytest.mark.parametrize("paper", SHARED)
def test_the_word_file_says_what_the_document_says(paper: str, profile: str, tmp_path: Path) -> None:
    document = catalogue.compose(paper, meeting(profile, people=1))
    docx_file.write(document, tmp_path / "a.docx")
    body = docx.Document(str(tmp_path / "a.docx")).element.body
    said = words_of(body)
    place = 0
    for line in document.paragraphs():
        place = said.find(line.text, place)
        assert place >= 0, line.text
        place += len(line.text)
    assert "./." not in said
    assert "{{" not in said


@pytest.mark.parametrize("paper", SHARED)
def test_the_body_ends_with_a_request_and_a_full_stop(paper: str) -> None:
    document = catalogue.compose(paper, meeting())
    body = [one for one in document.sections[0].blocks if isinstance(one, Paragraph)]
    if paper != "agenda":
        assert body[-1].style == "closing"
    assert body[-1].text.endswith(".")
    assert not any(one.style == "heading" for one in body)  # our sentences are no headings


# -- what is not known, not typed, not wanted


@pytest.mark.parametrize("paper", SHARED)
def test_every_unknown_fact_is_a_blank_with_a_name(paper: str) -> None:
    document = catalogue.compose(paper, samples.bare_minutes())
    for line in document.paragraphs():
        for run in line.runs:
            assert bool(run.blank) or "…" not in run.text, line.text
            assert all(not "\ue000" <= letter <= "\uf8ff" for letter in run.text)
    blanks = document.blanks()
    assert {"ngày họp", "giờ bắt đầu hội nghị", "địa điểm hội nghị"} <= set(blanks)
    if paper != "agenda":
        assert {"cơ quan triệu tập", "tên hội nghị", "cấp ủy", "địa danh", "họ tên người ký"} <= set(blanks)


def test_what_is_typed_anew_is_a_blank_until_then_and_what_may_be_left_out_leaves_no_trace() -> None:
    bare = replace(meeting(), sections={})
    assert of("submission", bare)[5] == "1. Sự cần thiết: ……………."
    assert "sự cần thiết" in catalogue.compose("submission", bare).blanks()
    assert {"nội dung cần chuẩn bị", "ngày phải gửi danh sách"} <= set(
        catalogue.compose("letter", bare).blanks()
    )
    assert not [line for line in of("submission", bare) if "Kinh phí" in line or "Phân công" in line]
    full = replace(
        meeting(), sections={"cost": "từ nguồn chi thường xuyên", "assigned": "- Văn phòng;\n- Ban Tổ chức."}
    )
    assert of("submission", full)[-6:-1] == [
        "Tổng số triệu tập: 3 đồng chí.",
        "7. Kinh phí: từ nguồn chi thường xuyên.",
        "8. Phân công chuẩn bị:",
        "- Văn phòng;",
        "- Ban Tổ chức.",
    ]


def test_optional_lines_of_an_invitation_stand_between_the_content_and_the_request() -> None:
    facts = replace(meeting(), sections={"contact": "Văn phòng, máy lẻ 12", "dress": "Lễ phục."})
    assert of("invitation", facts)[-4:] == [
        f"Chủ trì: {CHAIR}.",
        "Trang phục: Lễ phục.",
        "Liên hệ: Văn phòng, máy lẻ 12.",
        "Đề nghị các đồng chí đến dự đúng thời gian, đúng thành phần.",
    ]
    assert not any(
        line.startswith(("Nội dung", "Chủ trì"))
        for line in of("invitation", replace(facts, agenda=(), chairs=()))
    )


def test_lines_are_numbered_anew_where_one_is_left_out() -> None:
    facts = replace(
        meeting(), wording={"place": "", "chair": ""}, sections={**TYPED, "assigned": "Văn phòng"}
    )
    assert [line[:2] for line in of("submission", facts) if line[:1].isdigit()] == [
        "1.",
        "2.",
        "3.",
        "4.",
        "5.",
    ]
    assert of("submission", facts)[-2] == "5. Phân công chuẩn bị: Văn phòng."


def test_a_paper_without_materials_begins_without_them() -> None:
    bare = replace(meeting(), materials=())
    assert of("summons_notice", bare)[3] == f"{BOARD} triệu tập {samples.TITLE} như sau:"
    assert of("letter", bare)[1] == f"{BOARD} tổ chức {samples.TITLE}."


def test_what_a_clerk_types_may_hold_fields() -> None:
    facts = replace(meeting(), sections={"reason": "{{Số triệu tập}} đồng chí cần nắm vững {{Tên không có}}"})
    assert of("submission", facts)[5] == "1. Sự cần thiết: 3 đồng chí cần nắm vững ……………."
    assert "tên không có" in catalogue.compose("submission", facts).blanks()


@pytest.mark.parametrize("profile", ["PARTY-2018", "PARTY-2026"])
@pytest.mark.parametrize("paper", SHARED)
def test_the_checker_of_the_form_finds_nothing_in_them(paper: str, profile: str, tmp_path: Path) -> None:
    facts = meeting(profile, people=1)
    body = "ĐUK" if profile == "PARTY-2018" else "ĐU"  # other committees than those named have ĐU from 2026
    typed = {**TYPED, "dress": "Lễ phục", "consent": "Ban Thường vụ Tỉnh ủy", "note": "- Một;\n- Hai."}
    facts = replace(invited(facts), head=replace(facts.head, symbol=body), sections=typed)
    docx_file.write(catalogue.compose(paper, facts), tmp_path / "a.docx")
    found = form_check.check(tmp_path / "a.docx")
    assert [one for one in found if one.severity in ("E", "W")] == []
