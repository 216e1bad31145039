from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers import field_values, filling
from papers.content import Column, Paragraph, Row, Run, Table, blank
from papers.filling import Values
from papers.phrases import Part
from rules import markers
from rules.marker_names import OF_MEETING, OF_PLAN
from tests.papers import samples
from tests.rules.test_markers import ANY

TABLE = Table((Column("TT", 11),), (Row((1,)),))


def known(**single: str | Part) -> dict[str, tuple[Part, ...]]:
    return {name.replace("_", " "): (part,) if part else () for name, part in single.items()}


VALUES = Values(
    {
        **known(ten="Hội nghị A", vang="2", ngay="05/01/2020", trong="", chua=blank("chưa biết")),
        "gio": (Run("……", blank="giờ"), " giờ ", Run("……", blank="giờ")),
        "can cu": ("Kế hoạch số 1, ngày ", blank("ngày ban hành")),
        "dam san": (Run("nghiêng", italic=True),),
        "hai phan": (Run("an", italic=True), "bình"),
        "nhieu dong": ("dòng một\n- dòng hai\n\ndòng ba",),
    },
    {
        "nguoi": [
            known(tt="1", ho_ten="An", chuc="Bí thư"),
            known(tt="2", ho_ten="Bình", chuc=""),
            known(tt="3", ho_ten="<&>", chuc="Phó Bí thư"),
        ],
        "viec": [known(tt="1", noi_dung="x")],
        "khong ai": [],
    },
    {"bang": (TABLE,), "bang khong": ()},
)


def said(text: str, values: Values = VALUES, style: str = "body") -> list[str]:
    return [one.text if isinstance(one, Paragraph) else "TABLE" for one in filling.lines(text, values, style)]


# -- one line


@given(st.text(alphabet=st.characters(exclude_characters="{}")))
def test_words_outside_markers_come_through_unchanged(words: str) -> None:
    assert filling.plain(words, VALUES) == words
    assert filling.plain(f"{words}{{{{Tên}}}}{words}", VALUES) == f"{words}Hội nghị A{words}"


@given(ANY, st.sampled_from([None, VALUES.lists["nguoi"][0]]))
def test_any_text_is_filled(text: str, row: filling.Fields | None) -> None:
    parts = filling.fill(text, VALUES, row)
    plain = "".join(part for part in markers.parse(text) if isinstance(part, str))
    assert len(filling.words_of(parts)) >= len(plain)
    assert all(isinstance(one, Paragraph) and one.text.strip() for one in filling.lines(text, VALUES))


def test_a_name_stands_for_its_value_however_it_is_written() -> None:
    for name in ("Tên", "TEN", " tên ", unicodedata.normalize("NFD", "Tên")):
        assert filling.fill(f"dự {{{{{name}}}}}.", VALUES) == ("dự Hội nghị A.",)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("{{Chưa}}", "chưa biết"),
        ("{{Tên khác}}", "tên khác"),
        ("{{}}", "tên trường"),
        ("{{Tên.Mục}}", "mục"),
        ("{{Lạ.Mục}}", "mục"),
        ("{{Người.Họ tên}}", "họ tên"),  # outside a line that repeats
    ],
)
def test_what_is_not_known_is_a_blank_with_a_name(text: str, named: str) -> None:
    (run,) = filling.fill(text, VALUES)
    assert isinstance(run, Run)
    assert run.blank == named
    assert filling.is_known((run,)) is False


def test_a_row_has_only_the_members_of_its_own_list() -> None:
    row = VALUES.lists["nguoi"][0]
    words, run, _ = filling.fill("{{Người.TT}}: {{Việc.TT}} {{Người.Chức}}", VALUES, row)
    assert words == "1: "
    assert isinstance(run, Run)
    assert run.blank == "tt"
    (wrong,) = filling.fill("{{Người.Không có}}", VALUES, row)
    assert isinstance(wrong, Run)
    assert wrong.blank == "không có"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{Tên|IN HOA}}", "HỘI NGHỊ A"),
        ("{{Tên|in thường}}", "hội nghị A"),
        ("{{Tên|in thường|hoa đầu câu}}", "Hội nghị A"),
        ("{{Vắng|2 số}}", "02"),
        ("{{Vắng|bằng chữ}}", "hai"),
        ("{{Vắng|bằng chữ|Hoa đầu câu}}", "Hai"),
        ("{{Ngày|ngày dài}}", "ngày 05 tháng 01 năm 2020"),
        ("{{Ngày|ngày ngắn}}", "05/01/2020"),
        ("{{Tên|ngày dài}}", "Hội nghị A"),  # what cannot be written so stays as it is
        ("{{Tên|bằng chữ}}", "Hội nghị A"),
        ("{{Giờ|Hoa đầu câu}}", "…… giờ ……"),
        ("{{Hai phần|Hoa đầu câu}}", "Anbình"),
        ("{{Hai phần|IN HOA}}", "ANBÌNH"),
        ("{{Chưa|IN HOA}}", "……………"),
        ("{{Tên|}}", "Hội nghị A"),
    ],
)
def test_how_a_value_is_written(text: str, words: str) -> None:
    assert filling.plain(text, VALUES) == words


def test_bold_is_a_look_of_the_value_alone_and_keeps_what_else_it_has() -> None:
    assert filling.fill("dự {{Tên|đậm|IN HOA}}.", VALUES) == ("dự ", Run("HỘI NGHỊ A", bold=True), ".")
    assert filling.fill("{{Đậm sẵn|đậm}}", VALUES) == (Run("nghiêng", bold=True, italic=True),)
    assert filling.fill("{{Chưa|đậm}}", VALUES) == (blank("chưa biết"),)


# -- conditions, lists, tables


@pytest.mark.parametrize(
    ("name", "holds"),
    [
        ("Tên", True), ("Trống", False), ("Chưa", False), ("Giờ", False), ("Căn cứ", True), ("Lạ", False),
        ("Người", True), ("Không ai", False), ("Bảng", True), ("Bảng không", False), ("", False),
    ],
)  # fmt: skip
def test_a_line_stands_only_where_its_condition_holds(name: str, holds: bool) -> None:
    assert said(f"{{{{Chỉ khi: {name}}}}} Có.") == (["Có."] if holds else [])
    assert said(f"{{{{Trừ khi: {name}}}}} Có.") == ([] if holds else ["Có."])
    assert said(f"{{{{Chỉ khi: Tên}}}}{{{{Chỉ khi: {name}}}}}Có.") == (["Có."] if holds else [])


def test_a_line_with_a_member_repeats_for_its_list_and_ends_as_lists_do() -> None:
    assert said("- {{Người.TT}}. {{Người.Họ tên}};") == ["- 1. An;", "- 2. Bình;", "- 3. <&>."]
    assert said("- {{Người.Họ tên}},") == ["- An,", "- Bình,", "- <&>,"]
    assert said("{{Tên}};") == ["Hội nghị A;"]
    assert said("- {{Không ai.Họ tên}};") == []


def test_a_condition_on_a_member_is_asked_of_every_row() -> None:
    assert said("{{Chỉ khi: Người.Chức}}- {{Người.Họ tên}}, {{Người.Chức}};") == [
        "- An, Bí thư;",
        "- <&>, Phó Bí thư.",
    ]
    assert said("{{Trừ khi: Người.Chức}}- {{Người.Họ tên}};") == ["- Bình."]


def test_a_line_that_turns_out_empty_is_left_out() -> None:
    assert said("{{Trống}}") == said(" {{Trống}} {{Trống}} ") == said("{{Chỉ khi: Tên}}") == []
    assert said("\n\n{{Tên}}\n \n") == ["Hội nghị A"]


def test_the_space_of_an_empty_value_goes_at_both_ends() -> None:
    assert said("{{Trống}} lần {{Trống}}") == ["lần"]


def test_a_value_of_several_lines_becomes_as_many_paragraphs() -> None:
    made = filling.lines("{{Nhiều dòng}}", VALUES)
    assert [(one.style, one.text) for one in made if isinstance(one, Paragraph)] == [
        ("body", "dòng một"),
        ("dash", "- dòng hai"),
        ("body", "dòng ba"),
    ]


def test_a_table_stands_where_its_marker_does() -> None:
    assert filling.lines("Trước\n{{Bảng}}\nSau", VALUES)[1] is TABLE
    assert said("{{Chỉ khi: Tên}}{{Bảng}}") == ["TABLE"]
    assert said("{{Trừ khi: Tên}}{{Bảng}}") == said("{{Bảng không}}") == []
    assert said("Xem {{Bảng}}") == ["Xem ……………"]


def test_the_beginning_of_a_line_of_the_body_gives_its_look() -> None:
    assert [one.style for one in filling.lines("I- MỤC\n1.1. a\na) b\n- c\n+ d\ne", VALUES)] == [  # type: ignore[union-attr]
        "part", "item", "point", "dash", "plus", "body",
    ]  # fmt: skip
    assert [one.style for one in filling.lines("- c", VALUES, "closing")] == ["closing"]  # type: ignore[union-attr]


def test_more_is_known_of_one_letter() -> None:
    more = VALUES.knowing({"Tên": ("B",), "Mới": ("C",)}, {"Người": []})
    assert filling.plain("{{Tên}} {{Mới}} {{Vắng}}", more) == "B C 2"
    assert said("{{Người.TT}}", more) == []
    assert filling.plain("{{Tên}}", VALUES) == "Hội nghị A"


# -- the values of the fields


def names_with_values(values: Values) -> set[str]:
    return {*values.single, *values.lists, *values.blocks}


@pytest.mark.parametrize("facts", [samples.minutes(3), samples.bare_minutes()], ids=["full", "bare"])
def test_every_field_of_a_meeting_has_a_value_and_every_value_a_field(facts: object) -> None:
    values = field_values.of_meeting(facts)  # type: ignore[arg-type]
    assert names_with_values(values) == {markers.key(name.label) for name in OF_MEETING}
    for name in OF_MEETING:
        key = markers.key(name.label)
        assert (key in values.lists) == bool(name.members), name.label
        assert (key in values.blocks) == name.block, name.label
        for row in values.lists.get(key, ()):
            assert set(row) == {markers.key(member) for member in name.members}, name.label


@pytest.mark.parametrize("facts", [samples.plan(), samples.bare_plan()], ids=["full", "bare"])
def test_every_field_of_a_plan_has_a_value_and_every_value_a_field(facts: object) -> None:
    values = field_values.of_plan(facts)  # type: ignore[arg-type]
    assert names_with_values(values) == {markers.key(name.label) for name in OF_PLAN}


def values_of(**changed: object) -> dict[str, str]:
    values = field_values.of_meeting(replace(samples.minutes(40), **changed))  # type: ignore[arg-type]
    return {
        name.label: filling.words_of(values.single.get(markers.key(name.label), ())) for name in OF_MEETING
    }


@pytest.mark.parametrize(
    ("part", "starts", "words"),
    [
        ("morning", "08:00", "08 giờ 00, sáng ngày 21/8/2019 (Thứ Tư)"),
        ("afternoon", "", "…… giờ ……, chiều ngày 21/8/2019 (Thứ Tư)"),
        ("day", "07:30", "từ 07 giờ 30, cả ngày 21/8/2019 (Thứ Tư)"),
        ("", "07:30", "07 giờ 30, ngày 21/8/2019 (Thứ Tư)"),
    ],
)
def test_when_a_meeting_is(part: str, starts: str, words: str) -> None:
    assert values_of(part_of_day=part, starts=starts)["Thời gian họp"] == words


def test_the_day_of_a_meeting_may_be_unknown() -> None:
    assert values_of(day=None, starts="08:00")["Thời gian họp"] == "08 giờ 00, sáng ngày ……………"


@pytest.mark.parametrize(
    ("type_name", "title", "gathering", "congress"),
    [
        ("Hội nghị quán triệt, triển khai", "", "hội nghị", ""),
        ("Đại hội đại biểu", "", "đại hội", "đại hội"),
        ("", "ĐẠI HỘI ĐẢNG VIÊN lần thứ II", "đại hội", "đại hội"),
        ("Họp tiểu ban", "", "cuộc họp", ""),
        ("", "", "hội nghị", ""),
    ],
)
def test_what_a_meeting_is_called_in_running_text(
    type_name: str, title: str, gathering: str, congress: str
) -> None:
    found = values_of(type_name=type_name, title=title)
    assert (found["Cuộc họp"], found["Đại hội"]) == (gathering, congress)


@pytest.mark.parametrize(
    ("issuer", "committee", "board"),
    [
        ("Đảng ủy Khối các cơ quan tỉnh", "Đảng ủy", "Ban Thường vụ Đảng ủy Khối các cơ quan tỉnh"),
        ("Đảng uỷ Uỷ ban nhân dân tỉnh", "Đảng uỷ", "Ban Thường vụ Đảng uỷ Uỷ ban nhân dân tỉnh"),
        ("Tỉnh ủy Mẫu", "Tỉnh ủy", "Ban Thường vụ Tỉnh ủy Mẫu"),
        ("Chi bộ Văn phòng", "Chi ủy", "Chi bộ Văn phòng"),
        ("Sở Mẫu", "Sở Mẫu", "Sở Mẫu"),
    ],
)
def test_who_calls(issuer: str, committee: str, board: str) -> None:
    found = values_of(head=replace(samples.HEAD, issuer=issuer))
    assert (found["Cấp ủy"], found["Cơ quan triệu tập"]) == (committee, board)


def test_our_own_words_are_spelled_as_the_office_does() -> None:
    head = replace(samples.HEAD, issuer="Chi bộ Văn phòng", spelling="uỷ")
    assert values_of(head=head)["Cấp ủy"] == "Chi uỷ"
