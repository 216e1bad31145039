from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from papers import plan
from papers.content import Document, Grid, Table
from rules.facts import PlanItem
from tests.papers import samples

SCHEDULE = [
    "TT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian bắt đầu",
    "Thời gian hoàn thành", "Sản phẩm/Kết quả", "Ghi chú",
]  # fmt: skip


def said(document: Document) -> list[str]:
    return [line.text for line in document.paragraphs() if line.text]


def compose(**changes: object) -> list[str]:
    return said(plan.compose(replace(samples.plan(), **changes)))  # type: ignore[arg-type]


def schedule(document: Document) -> Table:
    return next(block for block in document.sections[-1].blocks if isinstance(block, Table))


def test_the_opening_cites_every_base_whole() -> None:
    opening = next(line for line in compose() if line.startswith("Thực hiện"))
    assert opening == (
        "Thực hiện Chỉ thị số 35-CT/TW, ngày 30/5/2019 của Bộ Chính trị về đại hội đảng bộ các cấp, "
        "tiến tới Đại hội đại biểu toàn quốc lần thứ XIII của Đảng; "
        "Kế hoạch số 129-KH/TU, ngày …………… của Ban Thường vụ Tỉnh ủy về đại hội các cấp, "
        f"{samples.BOARD} xây dựng kế hoạch tổ chức đại hội đảng bộ các cấp như sau:"
    )


def test_typed_opening_replaces_ours_and_no_base_needs_no_words() -> None:
    sections = {**samples.plan().sections, "opening": "Căn cứ tình hình."}
    assert not [line for line in compose(sections=sections) if line.startswith("Thực hiện")]
    assert f"{samples.BOARD} xây dựng kế hoạch tổ chức đại hội đảng bộ các cấp như sau:" in compose(bases=())


def test_the_parts_stand_in_their_order() -> None:
    heads = [
        line.text for line in plan.compose(samples.plan()).paragraphs() if line.style in ("part", "heading")
    ]
    assert heads == [
        "I- MỤC ĐÍCH, YÊU CẦU",
        "1. Mục đích",
        "2. Yêu cầu",
        "II- NỘI DUNG",
        "1. Trước đại hội",
        "2. Trong đại hội",
        "3. Sau đại hội",
        "III- TỔ CHỨC THỰC HIỆN",
    ]


def test_items_keep_the_words_of_their_windows() -> None:
    lines = compose()
    assert (
        f"1.1. Đại hội chi bộ. Thời gian: {samples.WINDOWS[0]}; chủ trì: Đảng ủy cơ sở; "
        "phối hợp: Ban Tổ chức; sản phẩm: Báo cáo." in lines
    )
    for window in samples.WINDOWS:
        assert [line for line in lines if window in line], window
    assert "3.1. Tổng kết." in lines


def test_items_are_numbered_on_from_typed_headings() -> None:
    sections = {**samples.plan().sections, "content": "1. Nguyên tắc\nLàm đúng.\n2. Thành phần\nĐủ."}
    assert "3. Trước đại hội" in compose(sections=sections)


@pytest.mark.parametrize(
    ("subject", "label"),
    [
        ("đại hội các cấp", "Trước đại hội"),
        ("Hội nghị báo cáo viên", "Trước hội nghị"),
        ("công tác năm", "Trước đại hội/hội nghị"),
    ],
)
def test_phases_are_named_for_what_the_plan_is_about(subject: str, label: str) -> None:
    assert f"1. {label}" in compose(head=replace(samples.plan().head, subject=subject))


def test_items_without_phases_are_simply_numbered() -> None:
    lines = compose(items=(PlanItem("Một"), PlanItem("Hai")))
    assert lines[lines.index("II- NỘI DUNG") + 1 :][:2] == ["1. Một.", "2. Hai."]


def test_an_item_outside_the_phases_is_not_lost() -> None:
    lines = compose(items=(PlanItem("Một", "before"), PlanItem("Hai")))
    assert lines[lines.index("2. Công việc khác") + 1] == "2.1. Hai."


def test_each_body_of_the_organisation_has_its_name_in_bold() -> None:
    line = next(one for one in plan.compose(samples.plan()).paragraphs() if "theo dõi" in one.text)
    assert line.text == "1. Văn phòng Đảng ủy: theo dõi, báo cáo."
    assert [(run.text, run.bold) for run in line.runs][0] == ("1. Văn phòng Đảng ủy:", True)


def test_the_foot_has_recipients_left_and_the_signature_right() -> None:
    grid = plan.compose(samples.plan()).sections[0].blocks[-1]
    assert isinstance(grid, Grid)
    left, right = grid.rows[0]
    assert [line.text for line in left] == [
        "Nơi nhận:",
        "- Ban Thường vụ Tỉnh ủy (để báo cáo),",
        "- Các chi bộ, đảng bộ cơ sở (để thực hiện),",
        "- Lưu Văn phòng.",
    ]
    assert [line.text for line in right] == ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "", "Đặng Văn Thử"]
    assert grid.keep_together


def test_the_same_plan_signed_under_the_newer_form_parts_recipients_by_semicolons() -> None:
    head = replace(samples.plan().head, signed=date(2026, 6, 1))
    assert "- Ban Thường vụ Tỉnh ủy (để báo cáo);" in compose(head=head)


@pytest.mark.parametrize(
    ("issuer", "authority"),
    [
        (samples.BOARD, "T/M BAN THƯỜNG VỤ"),
        ("Đảng ủy Khối", "T/M ĐẢNG ỦY"),
        ("Văn phòng Đảng ủy Khối", "……………"),
    ],
)
def test_unsigned_the_collective_is_known_and_the_person_open(issuer: str, authority: str) -> None:
    document = plan.compose(replace(samples.plan(), signatures=(), issuer=issuer))
    grid = document.sections[0].blocks[-1]
    assert isinstance(grid, Grid)
    assert [line.text for line in grid.rows[0][1]] == [authority, "……………", "", "……………"]
    assert {"chức vụ người ký", "họ tên người ký"} <= set(document.blanks())


def test_the_schedule_has_its_eight_columns_on_turned_sheets_of_their_own() -> None:
    document = plan.compose(samples.plan())
    section = document.sections[2]
    assert (section.landscape, section.restart_numbering) == (True, True)
    assert [line.text for line in section.blocks[:4]] == [  # type: ignore[union-attr]
        "Phụ lục 2",
        "TIẾN ĐỘ THỰC HIỆN",
        f"(Kèm theo Kế hoạch số 92-KH/ĐUK, ngày 19/8/2019 của {samples.BOARD})",
        "-----",
    ]
    table = schedule(document)
    assert [column.title for column in table.columns] == SCHEDULE
    assert sum(column.width for column in table.columns) == 252


def test_the_schedule_parts_windows_into_start_and_finish() -> None:
    rows = schedule(plan.compose(samples.plan())).rows
    assert [row.cells[0] for row in rows if row.kind == "group"] == [
        "Trước đại hội",
        "Trong đại hội",
        "Sau đại hội",
    ]
    data = [row.cells for row in rows if row.kind == "data"]
    assert [cells[0] for cells in data] == [1, 2, 3, 4]
    assert data[0][4:6] == ("tháng 01/2020", "trong tháng 02/2020")
    assert data[1][4:6] == ("tháng 4/2020", "trước 30/6/2020")
    assert data[2][4:6] == ("", samples.WINDOWS[2])
    assert data[1][7] == "sau điểm"


def test_who_does_what_stands_in_an_appendix_before_the_schedule() -> None:
    document = plan.compose(samples.plan())
    section = document.sections[1]
    *lines, table = section.blocks
    assert [line.text for line in lines[:2]] == ["Phụ lục 1", "PHÂN CÔNG NHIỆM VỤ"]  # type: ignore[union-attr]
    assert (section.landscape, section.restart_numbering) == (True, True)
    assert isinstance(table, Table)
    assert [column.title for column in table.columns] == [
        "TT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành",
        "Sản phẩm", "Ghi chú",
    ]  # fmt: skip
    assert sum(column.width for column in table.columns) == 252
    first = next(row.cells for row in table.rows if row.kind == "data")
    assert first == (
        1, "Đại hội chi bộ", "Đảng ủy cơ sở", "Ban Tổ chức", "trong tháng 02/2020", "Báo cáo", "",
    )  # fmt: skip


def test_items_that_name_no_body_have_a_schedule_alone_and_unnumbered() -> None:
    document = plan.compose(replace(samples.plan(), items=(PlanItem("Một"), PlanItem("Hai"))))
    assert [one.text for one in document.sections[1].blocks[:2]] == [  # type: ignore[union-attr]
        "Phụ lục",
        "TIẾN ĐỘ THỰC HIỆN",
    ]
    assert len(document.sections) == 2


def test_a_plan_without_items_has_no_appendix() -> None:
    document = plan.compose(replace(samples.plan(), items=()))
    assert len(document.sections) == 1
    assert [sheet.name for sheet in document.sheets] == ["Nội dung"]


def test_an_office_words_the_fixed_sentences_its_own_way() -> None:
    wording = {
        "opening": "Để thực hiện {{Căn cứ}}, {{Cơ quan xây dựng}} lập kế hoạch {{Trích yếu}}:",
        "closing": "Kế hoạch này có hiệu lực từ ngày ký",
        "recipients": "{{Văn phòng}} (để theo dõi)\nLưu",
        "signer": "K/T CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG",
    }
    document = plan.compose(replace(samples.plan(), wording=wording, recipients=(), signatures=()))
    lines = said(document)
    assert [line for line in lines if line.startswith("Để thực hiện Chỉ thị số 35-CT/TW")]
    assert "Kế hoạch này có hiệu lực từ ngày ký." in lines
    grid = next(block for block in document.sections[0].blocks[::-1] if isinstance(block, Grid))
    left, right = grid.rows[0]
    assert [line.text for line in left] == [
        "Nơi nhận:",
        "- Văn phòng Đảng ủy Khối các cơ quan tỉnh (để theo dõi),",
        "- Lưu.",
    ]
    assert [line.text for line in right] == ["K/T CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "", "……………"]


def test_without_recipients_of_its_own_the_usual_ones_stand() -> None:
    head = replace(samples.plan().head, spelling="uỷ")
    lines = compose(recipients=(), head=head)
    assert "- …………… (để báo cáo)," in lines
    assert "- Các chi bộ, đảng bộ cơ sở (để thực hiện)," in lines
    assert "- Lưu Văn phòng Đảng ủy." in lines


def test_nothing_known_prints_dots_each_with_its_name() -> None:
    document = plan.compose(samples.bare_plan())
    assert set(document.blanks()) == {
        "số của kế hoạch", "ký hiệu cơ quan ban hành", "địa danh", "ngày ký kế hoạch", "trích yếu",
        "cơ quan ban hành kế hoạch", "mục đích của kế hoạch", "yêu cầu của kế hoạch",
        "nội dung của kế hoạch", "việc tổ chức thực hiện", "quyền hạn ký người ký",
        "chức vụ người ký", "họ tên người ký", "cấp ủy cấp trên", "cấp ủy", "tên cơ quan ban hành",
    }  # fmt: skip
    assert "None" not in "".join(said(document))


def test_the_workbook_holds_the_text_and_the_schedule() -> None:
    content, assigned, table = plan.compose(samples.plan()).sheets
    assert (content.name, assigned.name, table.name) == (
        "Nội dung",
        "Phân công nhiệm vụ",
        "Tiến độ thực hiện",
    )
    assert [row.cells[0] for row in content.table.rows][0].startswith("Thực hiện")  # type: ignore[union-attr]
    assert table.table == schedule(plan.compose(samples.plan()))
