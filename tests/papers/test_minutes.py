from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from papers import minutes
from papers.content import Document, Grid, Table
from rules.facts import AgendaItem, Conclusion, Directive, Person, Signature, Speech, Task
from tests.papers import samples


def said(document: Document) -> list[str]:
    return [line.text for line in document.paragraphs() if line.text]


def compose(**changes: object) -> list[str]:
    return said(minutes.compose(replace(samples.minutes(), **changes)))  # type: ignore[arg-type]


def after(lines: list[str], start: str) -> list[str]:
    return lines[next(n for n, line in enumerate(lines) if line.startswith(start)) :]


def test_the_opening_block_stands_in_the_official_order() -> None:
    lines = after(compose(starts="08:00", secretaries=(samples.PRESENTER,)), "- Thời gian")
    assert lines[0] == "- Thời gian: bắt đầu vào hồi 08 giờ 00, ngày 21 tháng 8 năm 2019."
    assert lines[1] == "- Địa điểm: Hội trường Mẫu."
    assert lines[2] == "- Nội dung: Quán triệt các văn bản; phát biểu kết luận."
    assert lines[3] == f"- Người chủ trì: đồng chí Lê Văn Mẫu, {samples.CHAIR.title}."
    assert lines[4] == f"- Người ghi biên bản: đồng chí Đặng Văn Thử, {samples.PRESENTER.title}."
    assert lines[5] == "- Tài liệu sử dụng trong hội nghị:"
    assert lines[6].startswith("+ Chỉ thị số 35-CT/TW, ngày 30/5/2019 của Bộ Chính trị về đại hội")
    assert lines[6].endswith(";")
    assert lines[8].endswith(".")


def test_half_a_day_is_said_where_the_clock_is_unknown() -> None:
    assert "- Thời gian: bắt đầu vào hồi …… giờ ……, sáng ngày 21 tháng 8 năm 2019." in compose()
    assert "- Thời gian: bắt đầu vào hồi …… giờ ……, ngày 21 tháng 8 năm 2019." in compose(part_of_day="day")


def test_all_groups_of_called_people_are_printed() -> None:
    lines = after(compose(), "1.1. Đại biểu chính thức")
    assert lines[1] == "- Có mặt: 32 đồng chí (có danh sách kèm theo), gồm:"
    assert [line.split(":")[0].strip("+ ") for line in lines[2:8]] == [
        *samples.GROUPS[:5],
        samples.GROUPS[5],
    ]
    assert lines[7].endswith(".")
    assert lines[8] == "- Vắng mặt: 6 đồng chí, gồm:"
    assert lines[9] == "+ Đồng chí Nguyễn Văn 9, Bí thư Chi bộ 9 (ốm);"
    assert lines[10] == "+ Đồng chí Nguyễn Văn 10, Bí thư Chi bộ 10 (không lý do);"
    assert (
        "- Tổng số được triệu tập: 38 đồng chí; có mặt: 32 đồng chí (đạt 84,21%), "
        "vắng mặt: 6 đồng chí (có lý do: 3; không lý do: 3)."
    ) in lines


def test_a_substitute_is_named_with_the_one_replaced() -> None:
    lines = after(compose(), "- Dự thay:")
    assert lines[1] == (
        f"+ Đồng chí Đặng Văn Thử, {samples.PRESENTER.title} dự thay "
        "đồng chí Nguyễn Văn 12, Bí thư Chi bộ 12;"
    )


def test_guests_and_press_are_counted_apart_and_left_out_when_there_are_none() -> None:
    lines = compose()
    assert lines.index("1.2. Đại biểu mời dự") < lines.index("- Đồng chí Nguyễn Văn 19, Bí thư Chi bộ 19.")
    assert after(lines, "1.3. Cơ quan báo chí")[1] == "- Báo Mẫu."
    people = tuple(replace(one, guest=False) for one in samples.attendees(40))
    only_press = compose(attendees=people)
    assert "1.2. Cơ quan báo chí" in only_press
    assert not [line for line in compose(attendees=people, sections={}) if line.startswith(("1.2.", "1.3."))]


def test_before_the_roll_call_the_numbers_are_open() -> None:
    document = minutes.compose(samples.minutes(marked=False))
    lines = said(document)
    assert "- Có mặt: …………… đồng chí (có danh sách kèm theo), gồm:" in lines
    assert f"+ {samples.GROUPS[0]}: triệu tập 7 đồng chí;" in lines
    assert "- Vắng mặt: …………… đồng chí." in lines
    assert "- Tổng số được triệu tập: 38 đồng chí." in lines
    assert {"số đồng chí có mặt", "số đồng chí vắng mặt"} <= set(document.blanks())


def test_a_half_finished_roll_call_says_how_many_are_missing() -> None:
    people = list(samples.attendees(13))
    people[0] = replace(people[0], state="")
    document = minutes.compose(replace(samples.minutes(), attendees=tuple(people)))
    assert "số đồng chí vắng mặt (còn 1 đồng chí chưa điểm danh)" in document.blanks()


def test_presenters_stand_with_the_documents_they_presented() -> None:
    lines = after(compose(), "2. Diễn biến hội nghị")
    assert lines[1:4] == [
        "2.1. Nội dung trình bày",
        "- Quán triệt các văn bản (08 giờ 00):",
        f"Đồng chí Đặng Văn Thử, {samples.PRESENTER.title} trình bày: "
        "Chỉ thị 35-CT/TW; Kế hoạch 129-KH/TU; Kế hoạch 92-KH/ĐUK.",
    ]
    assert lines[4] == f"- Phát biểu kết luận (09 giờ 30): đồng chí Lê Văn Mẫu, {samples.CHAIR.title}."
    assert lines[5:8] == [
        "2.2. Ý kiến phát biểu",
        "- Đồng chí Trần Thị Ví Dụ, Bí thư Đảng ủy Sở Mẫu: Nhất trí.",
        "Đề nghị hướng dẫn thêm.",
    ]


def test_prose_alone_needs_no_heading_of_its_own() -> None:
    lines = after(compose(agenda=(), speeches=(), sections={"proceedings": "Một.\nHai."}), "2. Diễn biến")
    assert lines[1:4] == ["Một.", "Hai.", "3. Kết luận hội nghị"]


def test_conclusions_carry_their_tasks_as_points() -> None:
    lines = after(compose(), "3. Kết luận hội nghị")
    assert lines[1] == f"Đồng chí Lê Văn Mẫu, {samples.CHAIR.title} kết luận:"
    assert lines[2] == "Các cấp ủy bám sát chỉ đạo của cấp trên."
    assert lines[3].startswith("Văn bản liên quan: Bài viết của Tổng Bí thư “Chuẩn bị")
    assert lines[4] == (
        "a) Khẩn trương xây dựng kế hoạch (chủ trì: cấp ủy các chi bộ, đảng bộ cơ sở; "
        "phối hợp: Văn phòng; thời hạn: trước 30/9/2019; sản phẩm: Kế hoạch)."
    )
    assert lines[5].endswith("; văn bản: Chỉ thị 35-CT/TW; Kế hoạch 129-KH/TU).")
    assert lines[6] == "c) Chuẩn bị tốt công tác nhân sự."


def test_who_leads_all_tasks_is_said_once_before_them() -> None:
    tasks = (Task("xây dựng kế hoạch", "Các chi bộ"), Task("báo cáo kết quả", "Các chi bộ"))
    lines = after(compose(conclusions=(Conclusion("Kết luận.", tasks=tasks),)), "3. Kết luận hội nghị")
    assert lines[2:5] == [
        "Các chi bộ thực hiện các nhiệm vụ sau:",
        "a) Xây dựng kế hoạch.",
        "b) Báo cáo kết quả.",
    ]


def test_a_document_the_words_already_name_is_not_named_twice() -> None:
    task = Task("quán triệt Chỉ thị số 35-CT/TW", directives=(samples.INSTRUCTION,))
    lines = compose(conclusions=(Conclusion("Kết luận.", tasks=(task,)),))
    assert "Quán triệt Chỉ thị số 35-CT/TW." in lines, "a single task bears no letter"


def test_the_end_is_kept_with_two_signatures_writer_left_chair_right() -> None:
    document = minutes.compose(replace(samples.minutes(), ends="11:30"))
    blocks = document.sections[0].blocks
    place = next(n for n, block in enumerate(blocks) if isinstance(block, Grid) and n)
    closing, grid = blocks[place - 1], blocks[place]
    assert closing.text == "Hội nghị kết thúc vào hồi 11 giờ 30 cùng ngày."  # type: ignore[union-attr]
    assert isinstance(grid, Grid)
    left, right = grid.rows[0]
    assert [line.text for line in left] == ["NGƯỜI GHI BIÊN BẢN", "", "……………"]
    assert [line.text for line in right] == ["CHỦ TRÌ HỘI NGHỊ", "", "Lê Văn Mẫu"]
    assert grid.keep_together
    assert said(document)[-6:-4] == ["Nơi nhận:", "- Lưu Văn phòng Đảng ủy."]


@pytest.mark.parametrize("turned", [False, True])
def test_given_signatures_find_their_side(turned: bool) -> None:
    given = (Signature("CHỦ TRÌ", name="Bà B"), Signature("Người ghi biên bản", name="Ông A"))
    lines = compose(signatures=given[::-1] if turned else given)
    assert lines.index("NGƯỜI GHI BIÊN BẢN") < lines.index("Ông A") < lines.index("CHỦ TRÌ")
    assert lines.index("CHỦ TRÌ") < lines.index("Bà B")


def test_the_form_follows_the_signing_and_before_it_the_meeting() -> None:
    signed = replace(samples.HEAD, signed=date(2026, 6, 1))
    assert minutes.compose(samples.minutes()).profile == "PARTY-2018"
    assert minutes.compose(replace(samples.minutes(), head=signed)).profile == "PARTY-2026"
    assert minutes.compose(replace(samples.minutes(), day=None)).profile == "PARTY-2026"


def test_nothing_known_prints_dots_each_with_its_name() -> None:
    document = minutes.compose(samples.bare_minutes())
    assert set(document.blanks()) == {
        "số của biên bản", "ký hiệu cơ quan ban hành", "địa danh", "ngày ký biên bản", "trích yếu",
        "giờ bắt đầu hội nghị", "ngày họp", "địa điểm hội nghị", "nội dung hội nghị", "người chủ trì",
        "người ghi biên bản", "tài liệu sử dụng trong hội nghị", "số đồng chí có mặt",
        "số đồng chí vắng mặt", "diễn biến hội nghị", "kết luận hội nghị", "giờ kết thúc hội nghị",
        "họ tên người ghi biên bản", "họ tên người chủ trì", "tên cơ quan ban hành", "cấp ủy",
    }  # fmt: skip
    assert "None" not in "".join(said(document))
    assert not [line for line in said(document) if line.rstrip(" .").endswith(":") and line != "Nơi nhận:"]


@pytest.mark.parametrize("count", [0, 1, 500])
def test_any_number_of_people(count: int) -> None:
    document = minutes.compose(samples.minutes(count))
    tables = [block for section in document.sections for block in section.blocks if isinstance(block, Table)]
    rows = [row for table in tables for row in table.rows if row.kind == "data"]
    assert len(rows) == count
    assert {row.cells[1] for row in rows} == {f"Nguyễn Văn {number}" for number in range(count)}
    assert [row.cells[0] for row in rows] == list(range(1, count + 1))


def test_the_roll_goes_on_pages_of_its_own() -> None:
    roll = minutes.compose(samples.minutes()).sections[1]
    assert (roll.landscape, roll.restart_numbering) == (False, True)
    assert [line.text for line in roll.blocks[:4]] == [  # type: ignore[union-attr]
        "Phụ lục",
        "DANH SÁCH ĐIỂM DANH",
        "(Kèm theo Biên bản số ……-BB/ĐUK, ngày ……/……/……)",
        "-----",
    ]


def test_the_workbook_has_a_sheet_for_every_part() -> None:
    sheets = {sheet.name: sheet for sheet in minutes.compose(samples.minutes()).sheets}
    assert list(sheets) == ["Thông tin", "Thành phần", "Điểm danh", "Phát biểu", "Kết luận"]
    facts = {row.cells[0]: row.cells[1] for row in sheets["Thông tin"].table.rows}
    assert facts["Ngày họp"] == date(2019, 8, 21)
    assert facts["Tổng số được triệu tập"] == 38
    assert "Bắt đầu" not in facts
    assert [row.cells[1] for row in sheets["Thành phần"].table.rows] == list(samples.GROUPS)
    assert len(sheets["Điểm danh"].table.rows) == 40
    assert [row.cells[3] for row in sheets["Phát biểu"].table.rows] == ["Nhất trí.\nĐề nghị hướng dẫn thêm."]
    assert [row.cells[5] for row in sheets["Kết luận"].table.rows] == ["trước 30/9/2019", "", ""]
    for sheet in sheets.values():
        assert {len(row.cells) for row in sheet.table.rows} == {len(sheet.table.columns)}


def test_an_item_without_presenter_still_says_what_was_heard() -> None:
    item = AgendaItem("Nghe văn bản", directives=(Directive("Chỉ thị", "35-CT/TW"),))
    lines = compose(agenda=(item,), speeches=(Speech(Person("Bà B")),), materials=())
    assert "Hội nghị nghe: Chỉ thị số 35-CT/TW, ngày ……………." in lines
    assert "- Đồng chí Bà B: ……………" in lines


def test_an_office_words_the_opening_the_closing_and_where_the_minutes_are_kept() -> None:
    wording = {
        "place": "- Họp tại: {{Địa điểm}}.",
        "business": "",
        "closing": "{{Cuộc họp|Hoa đầu câu}} bế mạc lúc {{Giờ kết thúc}}.",
        "recipients": "{{Văn phòng}} (để lưu)",
    }
    lines = compose(wording=wording, ends="11:30", recipients=())
    assert "- Họp tại: Hội trường Mẫu." in lines
    assert not [line for line in lines if line.startswith("- Nội dung:")]
    assert "Hội nghị bế mạc lúc 11 giờ 30." in lines
    assert "- Văn phòng Đảng ủy Khối các cơ quan tỉnh (để lưu)." in lines


def test_the_minutes_of_a_congress_call_it_one() -> None:
    lines = compose(type_name="Đại hội đại biểu", ends="11:30")
    assert "Đại hội kết thúc vào hồi 11 giờ 30 cùng ngày." in lines


def test_people_of_several_groups_are_counted_once_and_that_is_said() -> None:
    facts = samples.minutes(3)
    shared = replace(facts, groups=tuple(replace(one, invited=2) for one in facts.groups[:2]))
    assert ", mỗi đồng chí tính một lần." in " ".join(said(minutes.compose(shared)))
    alone = replace(facts, groups=(replace(facts.groups[0], invited=3),))
    assert ", mỗi đồng chí tính một lần." not in " ".join(said(minutes.compose(alone)))
