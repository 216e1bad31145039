"""Notice, conclusion, resolution: what was decided, by whom, who does it until when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from papers import catalogue
from rules.facts import Conclusion, Person, Task
from tests.papers import samples
from tests.papers.held_samples import NOTICE, body, bold, foot, held, lines, said, tasked

BOARD = "Ban Thường vụ Đảng ủy Khối các cơ quan tỉnh"
OFFICE = "Văn phòng Đảng ủy Khối các cơ quan tỉnh"
ISSUER = "Đảng ủy Khối các cơ quan tỉnh"


def test_the_notice_says_who_concluded_what_at_which_meeting() -> None:
    told = said("notice")
    assert "THÔNG BÁO" in told
    assert f"kết luận của đồng chí Bí thư {ISSUER} tại {samples.TITLE}" in told
    assert body("notice")[0] == (
        f"Sáng ngày 21/8/2019, {ISSUER} tổ chức {samples.TITLE}, do đồng chí Lê Văn Mẫu, "
        f"{samples.CHAIR.title} chủ trì."
    )
    assert body("notice")[2] == "Sau khi nghe trình bày và thảo luận, đồng chí Lê Văn Mẫu kết luận như sau:"


def test_documents_are_cited_whole_once_then_short() -> None:
    related = (Task("quán triệt các văn bản", "các chi bộ", directives=(samples.INSTRUCTION,)),)
    told = body("notice", tasked(*related))
    assert told[1].startswith(
        f"Hội nghị đã nghe đồng chí Đặng Văn Thử, Phó Bí thư {ISSUER} trình bày "
        "Chỉ thị số 35-CT/TW, ngày 30/5/2019 của Bộ Chính trị về đại hội đảng bộ các cấp"
    )
    assert "1. Các chi bộ: Quán triệt các văn bản (Chỉ thị 35-CT/TW)." in told


def test_a_subject_that_all_documents_share_is_said_once() -> None:
    both = tuple(replace(one, subject="về đại hội") for one in (samples.INSTRUCTION, samples.OWN_PLAN))
    assert body("notice", held(materials=both, presenters=()))[1] == (
        "Hội nghị đã nghe trình bày Chỉ thị số 35-CT/TW, ngày 30/5/2019 của Bộ Chính trị; "
        f"Kế hoạch số 92-KH/ĐUK, ngày 19/8/2019 của {BOARD} về đại hội."
    )


def test_each_task_begins_with_the_body_in_bold_and_the_office_follows_up_last() -> None:
    told = body("notice")
    assert told[3:9] == [
        "Các cấp ủy bám sát chỉ đạo của cấp trên.",
        "1. Các chi bộ, đảng bộ cơ sở chủ trì, phối hợp với Văn phòng, Ban Tổ chức: "
        "Xây dựng kế hoạch đại hội; thời hạn: trước 30/9/2019; sản phẩm: Kế hoạch.",
        "2. Ban Tổ chức: Hướng dẫn công tác nhân sự; thời hạn: 01/10/2019; sản phẩm: Hướng dẫn.",
        "3. Ban Tuyên giáo: Tuyên truyền về đại hội (trên mọi kênh); thời hạn: quý IV/2019.",
        "4. Nắm tình hình tư tưởng đảng viên.",
        f"5. {OFFICE} theo dõi, đôn đốc việc thực hiện Thông báo này, định kỳ báo cáo Thường trực {ISSUER}.",
    ]
    assert told[9] == f"{BOARD} thông báo để các cơ quan, đơn vị biết, thực hiện."
    document = catalogue.compose("notice", held())
    assert [bold(document, f"{n}. ") for n in (1, 2, 4, 5)] == [
        "Các chi bộ, đảng bộ cơ sở",
        "Ban Tổ chức",
        "",
        OFFICE,
    ]


def test_a_body_that_leads_every_task_is_named_once() -> None:
    two = [Task("lập kế hoạch", "các chi bộ"), Task("báo cáo", "các chi bộ")]
    assert body("notice", tasked(*two))[4:7] == [
        "Các chi bộ thực hiện các nhiệm vụ sau:",
        "1. Lập kế hoạch.",
        "2. Báo cáo.",
    ]
    assert bold(catalogue.compose("notice", tasked(*two)), "Các chi bộ thực hiện") == "Các chi bộ"


@pytest.mark.parametrize("words", ["Giao các chi bộ hai việc sau.", "Tốt.\nGiao CÁC CHI BỘ những việc sau:"])
def test_words_that_hand_the_tasks_over_are_not_said_again(words: str) -> None:
    two = [Task("lập kế hoạch", "các chi bộ"), Task("báo cáo", "các chi bộ")]
    assert not [line for line in body("notice", tasked(*two, words=words)) if "thực hiện các nhiệm" in line]


def test_a_body_named_in_passing_is_still_given_the_tasks() -> None:
    two = [Task("lập kế hoạch", "các chi bộ"), Task("báo cáo", "các chi bộ")]
    told = body("notice", tasked(*two, words="Các chi bộ đã làm tốt."))
    assert "Các chi bộ thực hiện các nhiệm vụ sau:" in told


def test_several_conclusions_are_the_items_and_their_tasks_points() -> None:
    other = Person("Bà B", "Phó Bí thư")
    several = (
        Conclusion("1. Việc thứ nhất", samples.CHAIR, (), (Task("làm", "Ban A"), Task("báo cáo", "Ban B"))),
        Conclusion("Việc thứ hai.\nThêm một dòng.", other),
    )
    assert body("notice", held(conclusions=several))[2:9] == [
        "Sau khi nghe trình bày và thảo luận, đồng chí Lê Văn Mẫu; đồng chí Bà B, Phó Bí thư "
        "kết luận như sau:",
        f"1. Đồng chí Lê Văn Mẫu, {samples.CHAIR.title} kết luận: Việc thứ nhất.",
        "a) Ban A: Làm.",
        "b) Ban B: Báo cáo.",
        "2. Đồng chí Bà B, Phó Bí thư kết luận: Việc thứ hai.",
        "Thêm một dòng.",
        f"3. {OFFICE} theo dõi, đôn đốc việc thực hiện Thông báo này, định kỳ báo cáo Thường trực {ISSUER}.",
    ]


def test_a_single_task_of_a_conclusion_bears_no_letter() -> None:
    one = Conclusion("Việc thứ nhất", samples.CHAIR, (), (Task("làm", "Ban A"),))
    several = body("notice", held(conclusions=(one, replace(one, text="Việc thứ hai"))))
    assert several[3:7] == ["1. Việc thứ nhất.", "Ban A: Làm.", "2. Việc thứ hai.", "Ban A: Làm."]


def test_a_conclusion_without_tasks_is_numbered_line_by_line() -> None:
    assert body("notice", tasked(words="Một việc\n- chi tiết\nHai việc"))[3:7] == [
        "1. Một việc.",
        "- chi tiết",
        "2. Hai việc.",
        f"3. {OFFICE} theo dõi, đôn đốc việc thực hiện Thông báo này, định kỳ báo cáo Thường trực {ISSUER}.",
    ]


def test_numbers_go_on_from_those_that_were_typed() -> None:
    told = body("notice", tasked(Task("làm", "Ban A"), words="1. Một.\n2. Hai."))
    assert told[3:6] == ["1. Một.", "2. Hai.", "3. Ban A: Làm."]
    assert told[6].startswith("4. Văn phòng")


def test_nothing_concluded_is_a_blank_with_its_name() -> None:
    document = catalogue.compose("notice", held(conclusions=(), chairs=()))
    assert {"nội dung kết luận", "người kết luận", "người chủ trì", "trích yếu"} <= set(document.blanks())
    assert "1. ……………" in lines(document)


@pytest.mark.parametrize(
    ("paper", "authority", "post"),
    [
        ("notice", "T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG"),
        ("conclusion", "T/M BAN THƯỜNG VỤ", "BÍ THƯ"),
        ("resolution", "T/M ĐẢNG ỦY", "BÍ THƯ"),
        ("report", "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"),
        ("progress", "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"),
        ("reminder", "T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG"),
        ("assignments", "T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG"),
    ],
)
def test_each_paper_is_signed_by_whom_its_kind_asks_for(paper: str, authority: str, post: str) -> None:
    assert foot(catalogue.compose(paper, held()))[1] == [authority, post, "", "……………"]
    newer = held(head=replace(held().head, spelling="uỷ"))
    assert foot(catalogue.compose(paper, newer))[1][0] == authority.replace("ỦY", "UỶ")


@pytest.mark.parametrize("paper", ["notice", "conclusion", "resolution", "report", "progress", "reminder"])
@pytest.mark.parametrize(("day", "mark"), [(date(2019, 8, 22), ","), (date(2026, 9, 15), ";")])
def test_recipients_are_parted_as_the_form_of_the_day_has_it(paper: str, day: date, mark: str) -> None:
    sent, _ = foot(catalogue.compose(paper, held(head=replace(held().head, signed=day))))
    assert sent[0] == "Nơi nhận:"
    assert {row[-1] for row in sent[1:-1]} == {mark}
    assert sent[-1] == "- Lưu Văn phòng Đảng ủy."


def test_the_conclusion_names_its_author_between_type_and_subject() -> None:
    told = said("conclusion")
    place = told.index("KẾT LUẬN")
    assert told[place + 1 : place + 3] == [f"CỦA {BOARD.upper()}", f"tại {samples.TITLE}"]
    assert body("conclusion")[2] == f"Trên cơ sở ý kiến thảo luận, {BOARD} kết luận:"
    assert body("conclusion")[-1] == (
        f"{BOARD} yêu cầu các tổ chức đảng, cơ quan, đơn vị nghiêm túc thực hiện Kết luận này."
    )


def test_the_resolution_has_its_four_parts_and_blanks_for_what_is_to_be_written() -> None:
    document = catalogue.compose("resolution", held(sections={"views": "Dựa vào dân."}))
    heads = [one.text for one in document.paragraphs() if one.style == "part"]
    assert heads == [
        "I- KHÁI QUÁT TÌNH HÌNH",
        "II- QUAN ĐIỂM, MỤC TIÊU",
        "III- NHIỆM VỤ, GIẢI PHÁP",
        "IV- TỔ CHỨC THỰC HIỆN",
    ]
    assert {"kết quả đạt được", "hạn chế, nguyên nhân", "mục tiêu"} <= set(document.blanks())
    assert "quan điểm" not in document.blanks()
    told = lines(document)
    assert told[told.index("1. Quan điểm") + 1] == "Dựa vào dân."
    assert told[told.index("III- NHIỆM VỤ, GIẢI PHÁP") + 2].startswith("2. Ban Tổ chức: Hướng dẫn")
    assert told[told.index("IV- TỔ CHỨC THỰC HIỆN") + 3].startswith(f"3. {OFFICE} theo dõi")


def test_a_resolution_without_tasks_leaves_room_for_them() -> None:
    assert "nhiệm vụ được giao" in catalogue.compose("resolution", held(conclusions=())).blanks()


def test_a_paper_of_this_meeting_is_worded_anew_by_hand_and_by_the_office() -> None:
    own = held(
        sections={"lead": "Đồng chí chủ trì kết luận:"},
        wording={"closing": "{{Văn phòng}} thông báo.", "heard": ""},
    )
    told = body("notice", own)
    assert "Đồng chí chủ trì kết luận:" in told
    assert told[-1] == f"{OFFICE} thông báo."
    assert not [line for line in told if "đã nghe" in line]


@pytest.mark.parametrize(
    "paper", ["notice", "conclusion", "resolution", "report", "progress", "reminder", "news"]
)
@pytest.mark.parametrize("count", [0, 1, 500])
def test_every_paper_ends_its_words_and_prints_no_program_word(paper: str, count: int) -> None:
    nasty = Task("<b>&“…”</b> " + "dài " * 80, "Ban & <x>", ("A; B",), None, "=CMD", "")
    for facts in (held(count), tasked(nasty), replace(samples.bare_minutes(), conclusions=())):
        told = said(paper, facts)
        assert not [line for line in told if "None" in line or "{{" in line or "./." in line]
        assert body(paper, facts)[-1].endswith((".", "…", ISSUER))


@pytest.mark.parametrize("paper", ["progress", "reminder"])
def test_later_papers_refer_to_the_notice_once_it_has_its_number(paper: str) -> None:
    before = f"Thực hiện kết luận ngày 21/8/2019 tại {samples.TITLE}, {BOARD} "
    assert [line for line in body(paper) if line.startswith(before)]
    after = f"Thực hiện Thông báo số 05-TB/ĐUK, ngày 22/8/2019 về kết luận tại {samples.TITLE}, {BOARD} "
    assert [line for line in body(paper, held(filed=(NOTICE,))) if line.startswith(after)]
