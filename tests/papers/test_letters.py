from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers import assigned, catalogue, docx_file, letters
from papers.content import Document
from rules.facts import Meeting
from tests.papers import samples
from tests.papers.calling import called, grid, meeting, words

BOARD = "Ban Thường vụ Đảng ủy Khối các cơ quan tỉnh"
SERIAL = [*letters.PEOPLE, *letters.UNITS]
THREE = called(
    ("Lê Thị Một", "Bí thư Đảng ủy Sở Mẫu", "Đảng bộ Sở Mẫu"),
    ("Trần Văn Hai", "", "Chi bộ Tỉnh Đoàn Mẫu"),
    ("Đỗ Thị Ba", "", ""),
)
SOME_PERSON = st.tuples(
    st.sampled_from(["Lê Thị Một", "Trần Văn Hai", "A & B <c>"]),
    st.sampled_from(["", "Bí thư"]),
    st.sampled_from(["", " ", "Sở Mẫu", "Chi bộ Mẫu", "{{Đơn vị"]),
)


def openings(document: Document) -> list[str]:
    return [words(document, place)[3] for place in range(len(document.sections))]


def test_every_called_person_has_a_letter_that_names_them() -> None:
    document = catalogue.compose("invitation_people", replace(meeting(), attendees=THREE))
    assert openings(document) == [
        f"{BOARD} trân trọng kính mời: đồng chí Lê Thị Một, Bí thư Đảng ủy Sở Mẫu.",
        f"{BOARD} trân trọng kính mời: đồng chí Trần Văn Hai, Chi bộ Tỉnh Đoàn Mẫu.",
        f"{BOARD} trân trọng kính mời: đồng chí Đỗ Thị Ba.",
    ]
    assert all(section.restart_numbering for section in document.sections)
    assert words(document)[4:] == [
        f"Đến dự: {samples.TITLE}.",
        "Thời gian: 08 giờ 00, sáng ngày 21/8/2019 (Thứ Tư).",
        "Địa điểm: Hội trường Mẫu.",
        "Nội dung: Quán triệt các văn bản; phát biểu kết luận.",
        f"Chủ trì: đồng chí {samples.CHAIR.name}, {samples.CHAIR.title}.",
        "Đề nghị đồng chí đến dự đúng thời gian.",
    ]
    (sheet,) = document.sheets
    assert [row.cells for row in sheet.table.rows] == [
        (1, "Lê Thị Một", "Bí thư Đảng ủy Sở Mẫu", "Đảng bộ Sở Mẫu"),
        (2, "Trần Văn Hai", "", "Chi bộ Tỉnh Đoàn Mẫu"),
        (3, "Đỗ Thị Ba", "", ""),
    ]


def test_a_summons_calls_by_name_and_says_what_to_do_when_one_cannot_come() -> None:
    document = catalogue.compose("summons", replace(meeting(), attendees=THREE[:1]))
    assert words(document) == [
        "GIẤY TRIỆU TẬP",
        f"dự {samples.TITLE}",
        "-----",
        f"{BOARD} triệu tập: đồng chí Lê Thị Một, Bí thư Đảng ủy Sở Mẫu.",
        f"Về dự: {samples.TITLE}.",
        "Thời gian: 08 giờ 00, sáng ngày 21/8/2019 (Thứ Tư).",
        "Địa điểm: Hội trường Mẫu.",
        "Nội dung: Quán triệt các văn bản; phát biểu kết luận.",
        "Trường hợp không dự được, đồng chí phải báo cáo lý do và được người chủ trì hội nghị đồng ý.",
        "Đề nghị đồng chí có mặt đúng thời gian.",
    ]
    assert grid(document, -1)[0] == ["Nơi nhận:", "- Như trên,", "- Lưu Văn phòng Đảng ủy."]


def test_guests_are_invited_but_not_summoned() -> None:
    guest = replace(THREE[1], guest=True)
    facts = replace(meeting(), attendees=(THREE[0], guest, THREE[2]))
    assert len(catalogue.compose("invitation_people", facts).sections) == 3
    summons = catalogue.compose("summons", facts)
    assert [opening.split("đồng chí ")[1] for opening in openings(summons)] == [
        "Lê Thị Một, Bí thư Đảng ủy Sở Mẫu.",
        "Đỗ Thị Ba.",
    ]
    assert [row.cells[1] for row in summons.sheets[0].table.rows] == ["Lê Thị Một", "Đỗ Thị Ba"]


def test_a_unit_is_asked_for_those_of_its_people_who_are_called() -> None:
    people = called(
        ("Lê Thị Một", "Bí thư", "Sở Mẫu"),
        ("Đỗ Thị Ba", "Chuyên viên", ""),
        ("Vũ Văn Bốn", "Bí thư", "Chi bộ Mẫu"),
        ("Trần Văn Hai", "", "Sở Mẫu "),
    )
    document = catalogue.compose("invitation_units", replace(meeting(), attendees=people))
    assert [words(document, place)[3:5] for place in range(3)] == [
        [
            f"{BOARD} trân trọng kính mời: Sở Mẫu.",
            "Thành phần: các đồng chí Lê Thị Một, Bí thư; Trần Văn Hai (2 người).",
        ],
        [
            f"{BOARD} trân trọng kính mời: đồng chí Đỗ Thị Ba, Chuyên viên.",
            f"Đến dự: {samples.TITLE}.",
        ],
        [
            f"{BOARD} trân trọng kính mời: Chi bộ Mẫu.",
            "Thành phần: đồng chí Vũ Văn Bốn, Bí thư (1 người).",
        ],
    ]
    (sheet,) = document.sheets
    assert [row.cells for row in sheet.table.rows] == [
        (1, "Sở Mẫu", "Lê Thị Một; Trần Văn Hai"),
        (2, "đồng chí Đỗ Thị Ba, Chuyên viên", "Đỗ Thị Ba"),
        (3, "Chi bộ Mẫu", "Vũ Văn Bốn"),
    ]


def test_the_list_of_a_unit_letter_is_the_list_of_its_people() -> None:
    own = {"called": "{{Đại biểu.TT}}. {{Đại biểu.Đồng chí}};"}
    people = called(("A", "Bí thư", "Sở Mẫu"), ("B", "", "Chi bộ Mẫu"), ("C", "", "Sở Mẫu"))
    document = catalogue.compose("invitation_units", replace(meeting(), attendees=people, wording=own))
    assert words(document, 0)[4:6] == ["1. đồng chí A, Bí thư;", "2. đồng chí C, Sở Mẫu."]
    assert words(document, 1)[4] == "1. đồng chí B, Chi bộ Mẫu."


@pytest.mark.parametrize("paper", SERIAL)
def test_where_nobody_is_called_one_letter_has_room_for_a_name(paper: str) -> None:
    document = catalogue.compose(paper, replace(meeting(), attendees=()))
    assert len(document.sections) == 1
    assert set(document.blanks()) & {"người nhận", "đơn vị nhận"}
    assert document.sheets == ()
    if paper in letters.UNITS:
        assert words(document)[4] == f"Thành phần: {assigned.listed(samples.GROUPS)}."


@pytest.mark.parametrize("paper", SERIAL)
@given(people=st.lists(SOME_PERSON, min_size=1, max_size=6))
def test_nobody_is_forgotten_and_nobody_is_called_twice(
    paper: str, people: list[tuple[str, str, str]]
) -> None:
    facts = replace(meeting(), attendees=called(*people))
    made = letters.by_unit(facts) if paper in letters.UNITS else letters.by_person(facts)
    named = [one for letter in made for one in letter.people]
    assert sorted(map(repr, named)) == sorted(map(repr, facts.attendees))
    assert len(catalogue.compose(paper, facts).sections) == len(made)
    units = {unit.strip() for _, _, unit in people}
    if paper in letters.UNITS:
        assert len(made) == len(units - {""}) + sum(not unit.strip() for _, _, unit in people)


def test_a_name_that_looks_like_a_field_is_a_name() -> None:
    facts = replace(meeting(), attendees=called(("{{Tên hội nghị}}", "", "")))
    assert openings(catalogue.compose("invitation_people", facts))[0].endswith("đồng chí {{Tên hội nghị}}.")


@pytest.mark.parametrize("paper", SERIAL)
def test_a_small_sheet_has_the_short_letter(paper: str) -> None:
    facts: Meeting = replace(meeting(sheet="A5"), attendees=THREE[:1], sections={"dress": "Lễ phục"})
    document = catalogue.compose(paper, facts)
    assert document.marks.sheet == "A5"
    assert [line for line in words(document)[3:] if "Thành phần" not in line][1:-1] == [
        "Thời gian: 08 giờ 00, sáng ngày 21/8/2019 (Thứ Tư).",
        "Địa điểm: Hội trường Mẫu.",
        "Trang phục: Lễ phục.",
        *(["Vắng mặt phải báo cáo lý do trước."] if paper == "summons" else []),
    ]
    assert words(document)[-1].endswith("đúng thời gian.")
    assert not [line for line in document.paragraphs() if line.style == "signature_space"]


def test_five_hundred_letters_in_one_word_file(tmp_path: Path) -> None:
    facts = meeting(people=500)
    docx_file.write(catalogue.compose("invitation_people", facts), tmp_path / "500.docx")
    written = docx.Document(str(tmp_path / "500.docx"))
    said = [line.text for line in written.paragraphs if "kính mời:" in line.text]
    assert said == [
        f"{BOARD} trân trọng kính mời: đồng chí {one.person.name}, {one.person.title}."
        for one in facts.attendees
    ]
    assert len(written.sections) == 500
