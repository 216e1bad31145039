from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from papers import template
from papers.content import Column, Row, Run, Table, blank, printable
from papers.filling import Values
from rules import markers
from tests.papers.office_xml import W, disorder
from tests.papers.word_files import (
    Maker,
    bookmark,
    box,
    cell,
    comment,
    control,
    field,
    lines,
    p,
    picture,
    r,
    row,
    rows,
    simple,
    table,
    tree,
    values,
)

TITLE = {"Tên hội nghị": "Hội nghị quán triệt"}
PEOPLE = {
    "Đại biểu": [
        {"Họ và tên": "Lê Văn Mẫu", "Chức vụ": "Bí thư"},
        {"Họ và tên": "Trần Thị Ví Dụ", "Chức vụ": ""},
    ]
}
USUAL = values(TITLE, PEOPLE)
NONE = values(TITLE, {"Đại biểu": []})


def filled(
    folder: Path, *blocks: str, of: Values = USUAL, made: Callable[[Maker], object] = lambda one: one
) -> bytes:
    maker = Maker(*blocks)
    made(maker)
    data = template.fill(maker.write(folder), of)
    assert not disorder(tree(data))
    return data


# A marker however Word has written it: what the paragraph says afterwards

INSERTED, MOVED = '<w:ins w:id="9" w:author="A">', '<w:moveFrom w:id="9" w:author="A">'
LINK = '<w:hyperlink w:anchor="x">'
SAME = "\\* MERGEFORMAT"


def cut(sign: str) -> str:
    return r("dự {{Tên").removesuffix("</w:r>") + sign + r("hội nghị}} này").removeprefix("<w:r>")


SPELLINGS = {
    "in one run": p("dự {{Tên hội nghị}} này"),
    "split in runs": p(r("dự {{Tên "), r("hội"), r(" nghị}} này")),
    "split between the braces": p(r("dự {"), r("{Tên hội nghị}"), r("} này")),
    "bold in the middle": p(r("dự {{Tên "), r("hội", "<w:b/>"), r(" nghị}} này")),
    "one letter a run": p(*(r(letter) for letter in "dự {{Tên hội nghị}} này")),
    "capitals": p("dự {{TÊN HỘI NGHỊ}} này"),
    "underscores": p("dự {{tên_hội_nghị}} này"),
    "without accents": p("dự {{ten hoi nghi}} này"),
    "decomposed": p("dự {{Te\u0302n ho\u0323\u0302i nghi\u0323}} này"),
    "spaces inside": p("dự {{  Tên  hội nghị }} này"),
    "a space that does not break": p("dự {{Tên\u00a0hội\u00a0nghị}} này"),
    "smart quotes": p("dự {{“Tên hội nghị”}} này"),
    "soft hyphens": p("dự {{Tên hội\u00ad nghị}} này"),
    "a soft hyphen between the braces": p("dự {\u00ad{Tên hội nghị}} này"),
    "zero width": p("dự {{Tên\u200b hội nghị}\u200b} này"),
    "a tab": p(cut("<w:tab/>")),
    "a line end": p(cut("<w:br/>")),
    "inserted as a tracked change": p(r("dự {{Tên "), INSERTED, r("hội nghị}}"), "</w:ins>", r(" này")),
    "deleted words inside": p(
        r("dự {{Tên "),
        '<w:del w:id="9" w:author="A"><w:r><w:delText>đại hội </w:delText></w:r></w:del>',
        r("hội nghị}} này"),
    ),
    "moved away words inside": p(r("dự {{Tên hội "), MOVED, r("cũ"), "</w:moveFrom>", r("nghị}} này")),
    "spelling marks": p(r("dự {{Tên "), '<w:proofErr w:type="spellStart"/>', r("hội nghị}} này")),
    "a comment inside": p(r("dự {{Tên "), comment(r("hội")), r(" nghị}} này")),
    "a bookmark inside": p(r("dự {{Tên "), bookmark("cho_nay", r("hội nghị}}")), r(" này")),
    "in a content control": p(r("dự "), control(r("{{Tên hội nghị}}")), r(" này")),
    "in a hyperlink": p(r("dự "), LINK, r("{{Tên hội nghị}}"), "</w:hyperlink>", r(" này")),
    "as words of a mail merge": p("dự «Tên hội nghị» này"),
    "as words of a mail merge with underscores": p("dự «Tên_hội_nghị» này"),
    "as a simple merge field": p(r("dự "), simple(f"MERGEFIELD Tên_hội_nghị {SAME}", "«Tên»"), r(" này")),
    "as a merge field": p(r("dự "), field('MERGEFIELD "Tên hội nghị"', "«Tên hội nghị»"), r(" này")),
}  # fmt: skip


@pytest.mark.parametrize("spelling", SPELLINGS, ids=str)
def test_a_marker_is_found_however_word_wrote_it(tmp_path: Path, spelling: str) -> None:
    data = filled(tmp_path, SPELLINGS[spelling], made=lambda one: one.comments("Xem lại"))
    assert lines(data) == ["dự Hội nghị quán triệt này"]
    docx.Document(str(kept(tmp_path, data)))


def kept(folder: Path, data: bytes) -> Path:
    path = folder / "ra.docx"
    path.write_bytes(data)
    return path


def test_the_value_takes_the_look_of_the_first_run(tmp_path: Path) -> None:
    data = filled(tmp_path, p(r("{{Tên ", "<w:i/>"), r("hội nghị}}", "<w:b/>"), r(" sau", "<w:b/>")))
    runs = list(tree(data).iter(f"{W}r"))
    looks = [[child.tag.rpartition("}")[2] for child in run.find(f"{W}rPr")] for run in runs]  # type: ignore[union-attr]
    assert looks == [["i"], ["b"]]


def test_words_beside_a_marker_keep_their_tabs_breaks_and_looks(tmp_path: Path) -> None:
    begun = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">A </w:t><w:tab/><w:t xml:space="preserve">B '
    start = begun + "{{Tên hội nghị}} C "
    data = filled(
        tmp_path, p(start + '{{Tên hội nghị}}</w:t><w:br/><w:t xml:space="preserve"> D</w:t></w:r>')
    )
    title = TITLE["Tên hội nghị"]
    assert lines(data) == [f"A \tB {title} C {title}\n D"]
    assert all(run.find(f"{W}rPr/{W}b") is not None for run in tree(data).iter(f"{W}r"))


def test_formats_and_bold(tmp_path: Path) -> None:
    data = filled(tmp_path, p(r("{{Tên hội nghị|IN HOA}} và {{Tên hội nghị|đậm}}", "<w:i/>")))
    assert lines(data) == ["HỘI NGHỊ QUÁN TRIỆT và Hội nghị quán triệt"]
    last = list(tree(data).iter(f"{W}rPr"))[-1]
    assert [child.tag.rpartition("}")[2] for child in last] == ["b", "i"]
    merged = filled(tmp_path, p(simple("MERGEFIELD Tên_hội_nghị \\* Upper", "x")))
    assert lines(merged) == ["HỘI NGHỊ QUÁN TRIỆT"]


# Values

HARD = {
    "ampersand": "Sở LĐ & TBXH",
    "less than": "tỷ lệ < 50 %",
    "tags": "<b>Hội nghị</b> ]]>",
    "code": "{{ 7*7 }} {% if x %} {{Tên hội nghị}}",
    "quotes": "“A” 'B' \"C\"",
    "very long": "Nguyễn " * 400 + "X",
    "decomposed": "Ho\u0323\u0302i nghi\u0323",
}


@pytest.mark.parametrize("kind", HARD)
def test_a_value_comes_out_as_it_is(tmp_path: Path, kind: str) -> None:
    data = filled(tmp_path, p("dự {{Tên hội nghị}}."), of=values({"Tên hội nghị": HARD[kind]}))
    assert lines(data) == [printable(f"dự {HARD[kind]}.")]


def test_control_characters_go_line_ends_stay(tmp_path: Path) -> None:
    data = filled(
        tmp_path, p("{{Tên hội nghị}}"), of=values({"Tên hội nghị": "một\x07\x00\r\nhai\tba\ufffe"})
    )
    assert lines(data) == ["một\nhai\tba"]
    assert len(list(tree(data).iter(f"{W}br"))) == 1


def test_nothing_known_is_nothing_and_an_unknown_name_is_dots(tmp_path: Path) -> None:
    none = Values({markers.key("Tên hội nghị"): ("", None)})  # type: ignore[dict-item, arg-type]
    assert lines(filled(tmp_path, p("dự {{Tên hội nghị}}{{Ghi gì}}."), of=none)) == ["dự ……………."]


def test_blanks_are_dots_that_the_file_names(tmp_path: Path) -> None:
    of = values(
        {
            "Địa điểm": (blank("địa điểm hội nghị"),),
            "Chủ trì": ("đồng chí ", Run("……", blank="người chủ trì")),
        }
    )
    path = kept(tmp_path, filled(tmp_path, p("{{Địa điểm}}"), p("{{Chủ trì}}"), of=of))
    from papers import docx_file

    assert docx_file.read(path).blanks() == ("địa điểm hội nghị", "người chủ trì")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60), st.text(max_size=40))
@example("{{{Tên hội nghị}}}", "{{Tên hội nghị}}")
@example("{{Tên hội nghị", "}}")
def test_any_words_around_and_any_value_survive(tmp_path: Path, around: str, value: str) -> None:
    around = printable(around).replace("\n", " ").replace("{", "(").replace("«", "(")
    data = filled(
        tmp_path, p(r(around), r("{{Tên "), r("hội nghị}}"), r(around)), of=values({"Tên hội nghị": value})
    )
    assert "".join(lines(data)) == f"{around}{printable(value)}{around}"


# Lists

ROW = row("{{Đại biểu.TT}}", "{{Đại biểu.Họ và tên}}")
HEADS = row("TT", "Họ và tên", header=True)


def test_a_row_repeats_between_fixed_rows(tmp_path: Path) -> None:
    data = filled(tmp_path, table(HEADS, ROW, row("Cộng", "")))
    assert rows(data) == [["TT", "Họ và tên"], ["1", "Lê Văn Mẫu"], ["2", "Trần Thị Ví Dụ"], ["Cộng", ""]]


def test_rows_of_one_record_repeat_together(tmp_path: Path) -> None:
    two = (row("{{Đại biểu.TT}}", "{{Đại biểu.Họ và tên}}"), row("", "{{Đại biểu.Chức vụ}}"))
    data = filled(tmp_path, table(*two))
    assert rows(data) == [["1", "Lê Văn Mẫu"], ["", "Bí thư"], ["2", "Trần Thị Ví Dụ"], ["", ""]]


def test_a_paragraph_repeats_and_its_last_semicolon_is_a_full_stop(tmp_path: Path) -> None:
    data = filled(tmp_path, p("Gồm:"), p("- {{Đại biểu.Họ và tên}};"), p("Hết."))
    assert lines(data) == ["Gồm:", "- Lê Văn Mẫu;", "- Trần Thị Ví Dụ.", "Hết."]


def test_a_paragraph_repeats_inside_a_cell_that_says_more(tmp_path: Path) -> None:
    data = filled(tmp_path, table(row(cell("Nơi nhận:", "- {{Đại biểu.Họ và tên}};"), "CHÁNH VĂN PHÒNG")))
    assert lines(data) == ["Nơi nhận:", "- Lê Văn Mẫu;", "- Trần Thị Ví Dụ.", "CHÁNH VĂN PHÒNG"]


@pytest.mark.parametrize("count", [0, 1, 2000])
def test_lists_of_any_length(tmp_path: Path, count: int) -> None:
    of = values(lists={"Đại biểu": [{"Họ và tên": f"Người {n}"} for n in range(count)]})
    data = filled(tmp_path, table(HEADS, ROW), p("- {{Đại biểu.Họ và tên}}"), p("Hết."), of=of)
    assert len(rows(data)) == count + 1
    assert lines(data)[-1 - count :] == [*(f"- Người {n}" for n in range(count)), "Hết."]


def test_an_empty_list_leaves_no_empty_line_and_no_broken_table(tmp_path: Path) -> None:
    inner = table(ROW)
    data = filled(
        tmp_path,
        p("A"),
        p("- {{Đại biểu.Họ và tên}}"),
        table(HEADS, ROW),
        table(ROW),
        table(row(cell(inner), "B")),
        p("C"),
        of=NONE,
    )
    assert lines(data) == ["A", "TT", "Họ và tên", "", "B", "C"]
    assert len(list(tree(data).iter(f"{W}tbl"))) == 2
    assert all(one[-1].tag == f"{W}p" for one in tree(data).iter(f"{W}tc"))


def test_a_table_inside_a_cell_repeats_its_own_rows(tmp_path: Path) -> None:
    data = filled(tmp_path, table(row("Danh sách", cell(table(ROW), "<w:p/>"))))
    assert len(list(tree(data).iter(f"{W}tr"))) == 3
    assert "Lê Văn Mẫu" in lines(data)


def test_merged_cells_stay_whole(tmp_path: Path) -> None:
    wide = cell("{{Đại biểu.Họ và tên}}", look='<w:gridSpan w:val="2"/>')
    begun = row(cell("{{Đại biểu.TT}}", look='<w:vMerge w:val="restart"/>'), "{{Đại biểu.Chức vụ}}")
    goes_on = row(cell("", look="<w:vMerge/>"), "Cộng")
    data = filled(tmp_path, table(row(wide)), table(begun, goes_on))
    assert len(list(tree(data).iter(f"{W}gridSpan"))) == 2
    empty = filled(tmp_path, table(begun, goes_on), of=NONE)
    assert [one.get(f"{W}val") for one in tree(empty).iter(f"{W}vMerge")] == ["restart"]


def test_numbered_lines_go_on_counting(tmp_path: Path) -> None:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
    data = filled(tmp_path, p("{{Đại biểu.Họ và tên}} có mặt", look=number))
    assert [one.get(f"{W}val") for one in tree(data).iter(f"{W}numId")] == ["3", "3"]


def test_pictures_shapes_marks_and_comments_in_a_repeated_row_have_ids_of_their_own(tmp_path: Path) -> None:
    inside = cell(
        p(
            r("{{Đại biểu.TT}}"),
            picture(3),
            bookmark("cho", r("x")),
            comment(r("y")),
            control(r("z")),
            box(p("hộp")),
        )
    )
    paragraph = '<w:p w14:paraId="00AA00AA">' + r("- {{Đại biểu.Họ và tên}}") + "</w:p>"
    root = tree(filled(tmp_path, table(row(inside)), paragraph, made=lambda one: one.comments("Xem")))
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    for ids in (
        [one.get("id") for one in root.iter(drawing)],
        [one.get(f"{W}id") for one in root.iter(f"{W}bookmarkStart")],
        [one.get(f"{W}name") for one in root.iter(f"{W}bookmarkStart")],
        [one.get("id") for one in root.iter("{urn:schemas-microsoft-com:vml}rect")],
    ):
        assert len(set(ids)) == len(ids) >= 2
    assert len(list(root.iter(f"{W}commentReference"))) == 1
    assert len(list(root.iterfind(f".//{W}sdtPr/{W}id"))) == 1
    assert not [one for one in root.iter(f"{W}p") if any("paraId" in str(key) for key in one.attrib)]


def test_text_boxes_repeat_in_both_copies(tmp_path: Path) -> None:
    data = filled(tmp_path, p(box(p("{{Tên hội nghị}}"), p("- {{Đại biểu.Họ và tên}};"))))
    once = ["Hội nghị quán triệt", "- Lê Văn Mẫu;", "- Trần Thị Ví Dụ."]
    assert [one for one in lines(data) if one.strip()][-6:] == once * 2


# Conditions


def test_conditions_take_out_paragraphs_and_rows(tmp_path: Path) -> None:
    blocks = (
        p("{{Chỉ khi: Đại biểu}} Có người."),
        p("{{Trừ khi: Đại biểu}}Không có ai."),
        table(row("{{Chỉ khi: Đại biểu}}Hàng", "x"), row("Luôn", "có")),
    )
    assert lines(filled(tmp_path, *blocks)) == ["Có người.", "Hàng", "x", "Luôn", "có"]
    assert lines(filled(tmp_path, *blocks, of=NONE)) == ["Không có ai.", "Luôn", "có"]


def test_a_condition_among_other_lines_of_a_cell_takes_out_its_line(tmp_path: Path) -> None:
    two = table(row(cell("{{Chỉ khi: Đại biểu}}ĐẢNG BỘ TỈNH", "ĐẢNG ỦY KHỐI"), "Đảng"))
    assert lines(filled(tmp_path, two, of=NONE)) == ["ĐẢNG ỦY KHỐI", "Đảng"]


def test_a_condition_on_a_member_is_asked_of_every_row(tmp_path: Path) -> None:
    line = p("{{Chỉ khi: Đại biểu.Chức vụ}}{{Đại biểu.Họ và tên}}, {{Đại biểu.Chức vụ}}")
    assert lines(filled(tmp_path, line, p("x"))) == ["Lê Văn Mẫu, Bí thư", "x"]


def test_a_paragraph_of_nothing_but_fields_goes_where_they_say_nothing(tmp_path: Path) -> None:
    of = values({"Đảng bộ cấp trên": "", "Tên hội nghị": "X"})
    data = filled(
        tmp_path, p("{{Đảng bộ cấp trên}}"), p("{{Tên hội nghị}}"), table(row("{{Đảng bộ cấp trên}}")), of=of
    )
    assert lines(data) == ["X", ""]


def test_the_end_of_a_section_stays_when_its_paragraph_goes(tmp_path: Path) -> None:
    end = p("{{Chỉ khi: Đại biểu}}Trang ngang", look='<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>')
    root = tree(filled(tmp_path, p("A"), end, p("B"), of=NONE))
    assert len(list(root.iter(f"{W}sectPr"))) == 2


# Tables of ours


def test_a_block_becomes_a_table_with_its_styles(tmp_path: Path) -> None:
    kept = Table((Column("TT", 11), Column("Việc", 100)), (Row((1, "Họp & bàn")),))
    of = Values({}, {}, {markers.key("Bảng nhiệm vụ"): (kept,)})
    data = filled(
        tmp_path, p("Trước"), p("{{Bảng nhiệm vụ}}"), p("Sau"), of=of, made=lambda one: one.styles()
    )
    assert rows(data) == [["TT", "Việc"], ["1", "Họp & bàn"]]
    named = {one.get(f"{W}val") for one in tree(data).iter(f"{W}pStyle", f"{W}tblStyle")}
    assert named <= {one.get(f"{W}styleId") for one in tree(data, "styles").iter(f"{W}style")}
    assert named
    none = filled(
        tmp_path, p("Trước"), p("{{Bảng nhiệm vụ}}"), p("Sau"), of=Values({}, {}, {"bang nhiem vu": ()})
    )
    assert lines(none) == ["Trước", "Sau"]


@pytest.mark.slow
def test_five_thousand_rows_take_about_a_second(tmp_path: Path) -> None:
    fields = ("TT", "Họ và tên", "Chức vụ", "Đơn vị", "Năm sinh", "Ghi chú")
    of = values(lists={"Đại biểu": [{name: f"{name} {n}" for name in fields[1:]} for n in range(5000)]})
    path = Maker(table(HEADS, row(*(f"{{{{Đại biểu.{name}}}}}" for name in fields)))).write(tmp_path)
    start = time.perf_counter()
    data = template.fill(path, of)
    assert time.perf_counter() - start < 2.0  # 0.3 s on a small office machine
    assert len(rows(data)) == 5001
