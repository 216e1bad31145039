"""Report, progress, reminder, table of assignments: what came of a meeting and of its tasks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers import assigned, catalogue, field_values, filling
from papers.content import Document, Paragraph, display
from rules import meetings, numbers
from rules.dates import exact, parse_vague
from rules.facts import Attendee, Conclusion, Person, Task
from rules.papers import paper
from tests.papers import samples
from tests.papers.held_samples import NOTICE, SIGNED, TASKS, body, foot, held, lines, said, table, tasked

BOARD = "Ban Thường vụ Đảng ủy Khối các cơ quan tỉnh"
OFFICE = "Văn phòng Đảng ủy Khối các cơ quan tỉnh"


def cells(document: Document) -> list[list[str]]:
    return [[display(cell) for cell in row.cells] for row in table(document).rows if row.kind == "data"]


# -- the report of the meeting


def test_the_report_counts_heads_in_the_fixed_formula() -> None:
    assert (
        "5. Số lượng: triệu tập 38 đồng chí; có mặt 32 đồng chí, đạt 84,21%, trong đó dự thay 3 đồng chí; "
        "vắng có lý do 3 đồng chí, vắng không lý do 3 đồng chí."
    ) in body("report")
    assert "Khách mời dự hội nghị: 2 đồng chí." in body("report")


states = st.lists(st.sampled_from([choice.key for choice in meetings.ATTENDANCE]), min_size=1, max_size=60)


@given(states)
def test_the_figures_of_the_report_are_those_of_the_roll_call(marks: list[str]) -> None:
    people = tuple(Attendee(Person(f"Ông {n}"), state=state) for n, state in enumerate(marks))
    heads = meetings.counts(marks)
    values = field_values.of_meeting(held(attendees=people))
    told = filling.plain(
        "{{Số triệu tập}} {{Số có mặt}} {{Tỷ lệ có mặt}} {{Số dự thay}} {{Số vắng có lý do}} "
        "{{Số vắng không lý do}}",
        values,
    )
    share = numbers.percent(heads.came, heads.called)
    assert told == f"{heads.called} {heads.came} {share} {heads.substitutes} {heads.excused} {heads.absent}"
    assert heads.came + heads.excused + heads.absent == heads.called


def test_a_half_finished_roll_call_gives_no_figures_of_the_absent() -> None:
    people = list(samples.attendees(13))
    people[0] = replace(people[0], state="")
    said_blank = set(catalogue.compose("report", held(attendees=tuple(people))).blanks())
    assert {"số người vắng có lý do", "số người vắng không lý do", "tỷ lệ có mặt"} <= said_blank
    before = catalogue.compose("report", held(attendees=samples.attendees(13, marked=False)))
    assert {"số người có mặt", "số người dự thay"} <= set(before.blanks())
    assert {row[3] for row in cells(before)} == {""}


def test_the_report_has_its_groups_its_documents_and_what_to_write() -> None:
    document = catalogue.compose("report", held())
    assert cells(document)[0] == ["1", samples.GROUPS[0], "7", "6"]
    told = lines(document)
    start = told.index("Hội nghị đã quán triệt, triển khai các văn bản sau:")
    assert [line[-1] for line in told[start + 1 : start + 4]] == [";", ";", "."]
    assert {"ưu điểm", "hạn chế"} <= set(document.blanks())
    assert "Đồng chí Lê Văn Mẫu kết luận hội nghị: Các cấp ủy bám sát chỉ đạo của cấp trên." in told
    assert "Tại hội nghị, đồng chí Lê Văn Mẫu giao 4 nhiệm vụ, nêu tại mục IV." in told
    assert told[told.index("IV- NHIỆM VỤ TIẾP THEO") + 2].startswith("2. Ban Tổ chức: ")
    assert body("report")[-1] == f"Trên đây là kết quả {samples.TITLE}, {BOARD} kính báo cáo Tỉnh ủy."
    assert [sheet.table for sheet in document.sheets] == [table(document)]


def test_a_report_of_a_meeting_without_documents_tells_its_business() -> None:
    told = body("report", held(materials=()))
    assert "Hội nghị đã tiến hành các nội dung: Quán triệt các văn bản; phát biểu kết luận." in told
    assert not [line for line in told if "các văn bản sau" in line]
    bare = body("report", held(materials=(), agenda=()))
    assert f"Nội dung: {samples.TITLE}." in bare


def test_a_congress_is_called_one() -> None:
    told = body("report", held(type_name="Đại hội đại biểu"))
    assert "Khách mời dự đại hội: 2 đồng chí." in told
    assert not [line for line in told if line.startswith("Hội nghị ")]


# -- progress


def test_progress_says_how_far_every_task_is() -> None:
    document = catalogue.compose("progress", held())
    assert [column.title for column in table(document).columns] == [
        "TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Thời hạn", "Tình trạng", "Kết quả, vướng mắc",
    ]  # fmt: skip
    assert sum(column.width for column in table(document).columns) == 165
    assert cells(document) == [
        [
            "1",
            "Xây dựng kế hoạch đại hội",
            "Các chi bộ, đảng bộ cơ sở",
            "trước 30/9/2019",
            "Đã xong",
            "Kế hoạch",
        ],
        ["2", "Hướng dẫn công tác nhân sự", "Ban Tổ chức", "01/10/2019", "Đang làm, quá hạn", ""],
        ["3", "Tuyên truyền về đại hội (trên mọi kênh)", "Ban Tuyên giáo", "quý IV/2019", "Chưa làm", ""],
        ["4", "Nắm tình hình tư tưởng đảng viên", "", "", "Chưa làm", ""],
    ]
    told = lines(document)
    assert (
        "Trong 4 nhiệm vụ được giao, đã hoàn thành 1 nhiệm vụ (đạt 25%), đang thực hiện 1 nhiệm vụ, "
        "chưa thực hiện 2 nhiệm vụ."
    ) in told
    assert (
        "Nhiệm vụ quá hạn tính đến ngày 22/10/2019: hướng dẫn công tác nhân sự "
        "(Ban Tổ chức, thời hạn 01/10/2019)."
    ) in told
    assert {"hạn chế, khó khăn, nguyên nhân", "nhiệm vụ thời gian tới"} <= set(document.blanks())


def test_progress_has_two_centred_parts() -> None:
    document = catalogue.compose("progress", held())
    heads = [(one.style, one.text) for one in document.paragraphs() if one.style.startswith("chapter")]
    assert heads == [
        ("chapter", "Phần thứ nhất"),
        ("chapter_title", "KẾT QUẢ THỰC HIỆN NHIỆM VỤ"),
        ("chapter", "Phần thứ hai"),
        ("chapter_title", "NHIỆM VỤ THỜI GIAN TỚI"),
    ]


def test_before_it_is_signed_nobody_knows_what_is_late() -> None:
    head = replace(held().head, signed=None)
    document = catalogue.compose("progress", held(head=head))
    assert "nhiệm vụ quá hạn" in document.blanks()
    assert {row[4] for row in cells(document)} == {"Đã xong", "Đang làm", "Chưa làm"}


def test_nothing_late_and_nothing_given_are_said() -> None:
    assert "Nhiệm vụ quá hạn tính đến ngày 22/10/2019: không có." in body("progress", tasked(TASKS[0]))
    none = catalogue.compose("progress", held(conclusions=()))
    assert "nhiệm vụ được giao" in none.blanks()
    assert none.sheets == ()


def test_proposals_stand_only_where_they_were_made() -> None:
    assert not [line for line in body("progress") if "Kiến nghị" in line]
    told = body("progress", held(sections={"proposals": "Sớm hướng dẫn"}))
    assert "Kiến nghị, đề xuất: Sớm hướng dẫn." in told


@pytest.mark.parametrize(
    ("words", "day", "late"),
    [
        ("30/9/2019", date(2019, 9, 30), False),
        ("30/9/2019", date(2019, 10, 1), True),
        ("trước 30/9/2019", date(2019, 9, 29), False),
        ("trước 30/9/2019", date(2019, 9, 30), True),
        ("trong tháng 9/2019", date(2019, 9, 30), False),
        ("trong tháng 9/2019", date(2019, 10, 1), True),
        ("khi có hướng dẫn", date(2030, 1, 1), False),
    ],
)
def test_a_task_is_late_after_its_last_day(words: str, day: date, late: bool) -> None:
    task = Task("làm", "Ban A", due=parse_vague(words))
    assert bool(assigned.overdue([task], day)) is late
    assert not assigned.overdue([replace(task, state="done")], day)


task_states = st.lists(st.sampled_from(["", "open", "doing", "done"]), max_size=40)


@given(task_states)
def test_the_figures_of_progress_add_up(marks: list[str]) -> None:
    tasks = [Task(f"việc {n}", f"Ban {n % 3}", state=state) for n, state in enumerate(marks)]
    names = ("đã xong", "đang làm", "chưa làm", "còn lại")
    values = field_values.of_meeting(tasked(*tasks))
    said_of = [filling.plain(f"{{{{Số nhiệm vụ {name}}}}}", values) for name in names]
    if not tasks:
        assert said_of == [""] * 4
        return
    done, doing, waiting, left = map(int, said_of)
    assert done + doing + waiting == len(tasks) == done + left
    assert filling.plain("{{Tỷ lệ hoàn thành}}", values) == numbers.percent(done, len(tasks))


# -- the reminder


def test_the_reminder_goes_to_those_whose_tasks_are_open() -> None:
    document = catalogue.compose("reminder", held())
    told = [one.text for one in document.paragraphs() if one.style in ("addressed", "addressee")]
    assert told == ["Kính gửi:", "- Ban Tổ chức,", "- Ban Tuyên giáo."]
    assert "- Như trên," in foot(document)[0]


def test_the_reminder_names_every_open_task_with_its_day() -> None:
    told = body("reminder")
    start = told.index("Qua theo dõi, đến nay còn 3/4 nhiệm vụ chưa hoàn thành, cụ thể:")
    assert told[start + 1 : start + 7] == [
        "1. Ban Tổ chức:",
        "- Hướng dẫn công tác nhân sự (thời hạn: 01/10/2019; đang làm; đã quá hạn).",
        "2. Ban Tuyên giáo:",
        "- Tuyên truyền về đại hội (trên mọi kênh) (thời hạn: quý IV/2019).",
        "3. Nhiệm vụ chung:",
        "- Nắm tình hình tư tưởng đảng viên.",
    ]
    assert told[-1] == f"Kết quả báo cáo {BOARD} (qua {OFFICE}) trước ngày ……."
    assert "hạn báo cáo" in catalogue.compose("reminder", held()).blanks()


def test_one_body_needs_no_number_and_stands_on_the_line_of_the_address() -> None:
    told = said("reminder", tasked(TASKS[1]))
    assert "Kính gửi: Ban Tổ chức." in told
    assert "Ban Tổ chức:" in told


@pytest.mark.parametrize("tasks", [(), (TASKS[0],)])
def test_with_nothing_open_the_reminder_asks_whom_and_what(tasks: tuple[Task, ...]) -> None:
    blanks = catalogue.compose("reminder", tasked(*tasks)).blanks()
    assert {"nơi nhận công văn", "nhiệm vụ cần đôn đốc"} <= set(blanks)


def test_a_letter_has_no_line_for_its_type() -> None:
    document = catalogue.compose("reminder", held())
    assert "CÔNG VĂN" not in lines(document)
    newer = catalogue.compose("reminder", held(head=replace(held().head, signed=date(2026, 9, 15))))
    subject = "về việc đôn đốc thực hiện kết luận hội nghị"
    assert [one.text for one in newer.paragraphs() if one.style == "letter_subject"] == [subject]


# -- the table of assignments


def test_assignments_stand_on_a_turned_sheet_with_the_whole_letterhead() -> None:
    document = catalogue.compose("assignments", held())
    assert document.sections[0].landscape
    assert [column.title for column in table(document).columns] == [
        "TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn", "Sản phẩm",
        "Lãnh đạo phụ trách, ghi chú",
    ]  # fmt: skip
    assert sum(column.width for column in table(document).columns) == 252
    assert cells(document)[0] == [
        "1", "Xây dựng kế hoạch đại hội", "Các chi bộ, đảng bộ cơ sở", "Văn phòng, Ban Tổ chức",
        "trước 30/9/2019", "Kế hoạch", "",
    ]  # fmt: skip
    told = lines(document)
    assert {"ĐẢNG CỘNG SẢN VIỆT NAM", "BẢNG PHÂN CÔNG", f"nhiệm vụ giao tại {samples.TITLE}"} <= set(told)
    assert "Tổng số: 4 nhiệm vụ." in told
    assert [sheet.table for sheet in document.sheets] == [table(document)]
    assert paper("assignments").type_code == ""


def test_assignments_go_with_the_notice_once_it_has_a_number() -> None:
    assert not [line for line in said("assignments") if line.startswith("(Kèm theo")]
    told = said("assignments", held(filed=(NOTICE,)))
    assert "(Kèm theo Thông báo số 05-TB/ĐUK, ngày 22/8/2019)" in told


def test_tasks_of_several_conclusions_stand_under_them() -> None:
    one, other = Conclusion("Một\nviệc.", tasks=TASKS[:1]), Conclusion("Hai.", tasks=TASKS[1:3])
    rows = table(catalogue.compose("assignments", held(conclusions=(one, Conclusion("Ba."), other)))).rows
    assert [(row.kind, row.cells[0]) for row in rows] == [
        ("group", "Một việc."), ("data", 1), ("group", "Hai."), ("data", 2), ("data", 3),
    ]  # fmt: skip


def test_tasks_of_one_conclusion_need_no_heading() -> None:
    assert {row.kind for row in table(catalogue.compose("assignments", held())).rows} == {"data"}


def test_without_tasks_the_table_is_a_blank() -> None:
    document = catalogue.compose("assignments", held(conclusions=()))
    assert "nhiệm vụ được giao" in document.blanks()
    assert not document.sections[0].landscape
    assert not [line for line in lines(document) if line.startswith("Tổng số")]
    assert document.sheets == ()


# -- items of any number

texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=40)
tasks_of_any_kind = st.builds(
    Task,
    st.text("abc xyz", min_size=1, max_size=20).filter(str.strip),
    st.sampled_from(["", "Ban A", "ban B", "các chi bộ"]),
    st.lists(st.sampled_from(["Ban A", "Văn phòng"]), max_size=2).map(tuple),
    st.sampled_from([None, exact(SIGNED), parse_vague("trong tháng 9/2019")]),
    st.sampled_from(["", "Kế hoạch"]),
    st.sampled_from(["open", "doing", "done"]),
)


@given(
    st.lists(
        st.builds(
            Conclusion, texts, st.none(), st.just(()), st.lists(tasks_of_any_kind, max_size=4).map(tuple)
        ),
        max_size=4,
    )
)
def test_the_follow_up_always_has_the_number_after_the_last_item(given_out: list[Conclusion]) -> None:
    facts = held(conclusions=tuple(given_out))
    items = assigned.concluded(facts)
    assert all(isinstance(one, Paragraph) and one.text.strip() for one in items)
    numbered = [one.text for one in items if one.style == "item"]
    if len(given_out) != 1:
        assert len(numbered) == max(len(given_out), 1)
        assert assigned.next_number(facts) == len(numbered) + 1
        assert [line.partition(".")[0] for line in numbered] == [str(n + 1) for n in range(len(numbered))]
    else:
        assert assigned.next_number(facts) >= len(given_out[0].tasks) + 1


@given(st.lists(tasks_of_any_kind, max_size=8))
def test_no_open_task_is_forgotten_by_the_reminder(tasks: list[Task]) -> None:
    left = [task for task in tasks if task.state != "done"]
    points = [one for one in assigned.reminded(tasked(*tasks), SIGNED) if getattr(one, "style", "") == "dash"]
    assert len(points) == len(left)
    assert sum(map(len, assigned.by_lead(tasks).values())) == len(tasks)
