"""What a Word file from anywhere says, how its words look and lie, where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from papers.checking.looks import Look
from tests.papers.foreign_parts import box, stroke, table
from tests.papers.form_documents import file, first, p, r, style

BOLD, ITALIC = "<w:b/>", "<w:i/>"
DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>%s</w:rPr></w:rPrDefault>"
    "<w:pPrDefault><w:pPr>%s</w:pPr></w:pPrDefault></w:docDefaults>"
)


def look(folder: Path, body: str, **parts: str) -> Look:
    [piece] = first(folder, body, **parts).pieces
    return piece.look


# -- how words look


def test_a_file_without_styles_is_times_of_size_10(tmp_path: Path) -> None:
    assert look(tmp_path, p("chữ")) == Look("Times New Roman", "Times New Roman", 10)


def test_layers_of_a_run(tmp_path: Path) -> None:
    styles = DEFAULTS % ('<w:sz w:val="22"/><w:color w:val="FF0000"/>', "")
    styles += style("Normal", '<w:sz w:val="24"/>') + style("A", '<w:color w:val="auto"/>', based="Normal")
    styles += style("B", '<w:u w:val="single"/>', based="A") + style(
        "S", '<w:sz w:val="30"/>', kind="character"
    )
    found = look(tmp_path, p("chữ", "B"), styles=styles)
    assert (found.size, found.colour, found.underline) == (12, "000000", "single")
    assert look(tmp_path, p("chữ", "B", look='<w:rStyle w:val="S"/>'), styles=styles).size == 15
    direct = '<w:rStyle w:val="S"/><w:sz w:val="27"/><w:u w:val="none"/>'
    found = look(tmp_path, p("chữ", "B", look=direct), styles=styles)
    assert (found.size, found.underline) == (13.5, "none")


@pytest.mark.parametrize(
    ("paragraph", "character", "direct", "bold"),
    [
        ("", "", "", False),
        (BOLD, "", "", True),
        ("", BOLD, "", True),
        (BOLD, BOLD, "", False),  # two layers of styles switch each other off
        (BOLD, BOLD, BOLD, True),
        (BOLD, "", '<w:b w:val="0"/>', False),
        ('<w:b w:val="off"/>', BOLD, "", True),
    ],
)
def test_switches_of_styles_cancel(
    tmp_path: Path, paragraph: str, character: str, direct: str, bold: bool
) -> None:
    styles = style("A", paragraph) + style("S", character, kind="character")
    body = p("chữ", "A", look=f'<w:rStyle w:val="S"/>{direct}')
    assert look(tmp_path, body, styles=styles).bold is bold


def test_within_one_chain_the_later_style_decides(tmp_path: Path) -> None:
    styles = style("A", BOLD + ITALIC) + style("B", '<w:b/><w:i w:val="0"/>', based="A")
    found = look(tmp_path, p("chữ", "B"), styles=styles)
    assert (found.bold, found.italic) == (True, False)


def test_bold_of_the_whole_file_stays_through_styles(tmp_path: Path) -> None:
    assert look(tmp_path, p("chữ", "A"), styles=DEFAULTS % (BOLD, "") + style("A", BOLD)).bold


def test_styles_based_on_each_other_in_a_ring_end(tmp_path: Path) -> None:
    styles = style("A", BOLD, based="B") + style("B", ITALIC, based="A")
    found = look(tmp_path, p("chữ", "A"), styles=styles)
    assert (found.bold, found.italic) == (True, True)


def test_fonts_of_the_theme(tmp_path: Path) -> None:
    themed = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    styles = DEFAULTS % (themed, "")
    assert look(tmp_path, p("chữ"), styles=styles, font="Calibri").font == "Calibri"
    named = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimSun"/>'
    found = look(tmp_path, p("chữ", look=named), styles=styles, font="Calibri")
    assert (found.font, found.font_beyond) == ("Times New Roman", "Times New Roman")
    both = '<w:rFonts w:ascii="Arial" w:asciiTheme="majorHAnsi"/>'
    assert look(tmp_path, p("chữ", look=both), styles=styles).font == "Cambria"


def test_the_style_of_a_table_lies_under_that_of_its_paragraphs(tmp_path: Path) -> None:
    styles = style("T", '<w:sz w:val="20"/><w:b/>', '<w:spacing w:after="0"/>', kind="table")
    styles = DEFAULTS % ("", '<w:spacing w:after="160"/>') + styles + style("A", '<w:sz w:val="28"/>')
    cell = table((80, 85), (p("chữ", "A"), p("khác"))).replace(
        "<w:tblPr>", '<w:tblPr><w:tblStyle w:val="T"/>'
    )
    one, other = (para for para in file(tmp_path, cell, styles=styles).paras if para.text)
    assert (one.pieces[0].look.size, other.pieces[0].look.size) == (14, 10)
    assert one.pieces[0].look.bold
    assert one.layout.after == 0


# -- how paragraphs lie


def test_layers_of_a_paragraph_join_attribute_by_attribute(tmp_path: Path) -> None:
    styles = DEFAULTS % ("", '<w:spacing w:after="160" w:line="259" w:lineRule="auto"/>')
    styles += style("A", lines='<w:ind w:firstLine="567"/><w:jc w:val="both"/><w:spacing w:before="60"/>')
    lines = '<w:spacing w:line="360" w:lineRule="exact"/><w:ind w:left="284"/>'
    lies = first(tmp_path, p("chữ", "A", lines), styles=styles).layout
    assert (lies.before, lies.after, lies.line, lies.rule, lies.align) == (3, 8, 18, "exact", "both")
    assert (round(lies.first, 1), round(lies.left, 1)) == (10.0, 5.0)


def test_hanging_takes_the_place_of_a_first_line(tmp_path: Path) -> None:
    styles = style("A", lines='<w:ind w:firstLine="567"/>')
    assert round(first(tmp_path, p("c", "A", '<w:ind w:hanging="284"/>'), styles=styles).layout.first) == -5


def test_indents_in_characters_and_spacing_in_lines(tmp_path: Path) -> None:
    styles = style("Normal", '<w:sz w:val="28"/>')
    lines = '<w:ind w:firstLine="100" w:firstLineChars="200"/><w:spacing w:beforeLines="50" w:before="600"/>'
    lies = first(tmp_path, p("c", lines=lines), styles=styles).layout
    assert (round(lies.first, 1), lies.before) == (9.9, 6)


def test_automatic_space(tmp_path: Path) -> None:
    assert first(tmp_path, p("c", lines='<w:spacing w:after="0" w:afterAutospacing="1"/>')).layout.after == 14


NUMBERING = (
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/>'
    '<w:lvlText w:val="%1-"/><w:pPr><w:ind w:left="1134" w:hanging="567"/></w:pPr></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
)


def numbered(words: str, level: int, lines: str = "") -> str:
    return p(words, lines=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="2"/></w:numPr>{lines}')


def test_automatic_numbers_are_counted_and_lie_as_their_list_says(tmp_path: Path) -> None:
    rows = [numbered("a", 0), numbered("b", 1), numbered("c", 1), numbered("d", 0), numbered("e", 1)]
    rows.append(numbered("f", 0, '<w:ind w:left="0" w:firstLine="567"/>'))
    paras = file(tmp_path, "".join(rows), numbering=NUMBERING).paras
    assert [para.label for para in paras] == ["III-", "III.1.", "III.2.", "IV-", "IV.1.", "V-"]
    assert [(round(para.layout.left), round(para.layout.first)) for para in paras[::5]] == [
        (20, -10),
        (0, 10),
    ]


# -- what is said


def words(folder: Path, body: str, **parts: str) -> list[str]:
    return [para.text for para in file(folder, body, **parts).paras if para.text]


def test_tracked_changes_hidden_words_and_controls(tmp_path: Path) -> None:
    body = (
        f"<w:p>{r('một ')}<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:ins>{r('hai ')}</w:ins>"
        f"<w:moveFrom>{r('xa ')}</w:moveFrom><w:moveTo>{r('ba ')}</w:moveTo>"
        f"<w:hyperlink>{r('bốn ')}</w:hyperlink>"
        f"<w:smartTag>{r('năm ')}</w:smartTag><w:sdt><w:sdtContent>{r('sáu')}</w:sdtContent></w:sdt>"
        f"{r(' ẩn', '<w:vanish/>')}</w:p>"
    )
    assert words(tmp_path, body) == ["một hai ba bốn năm sáu"]


def test_letters_that_are_elements(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:br/><w:cr/>"
        '<w:br w:type="page"/><w:sym w:font="Wingdings" w:char="F0FC"/>'
        '<w:footnoteReference w:id="1"/></w:r></w:p>'
    )
    assert words(tmp_path, body) == ["a\tb-c\n\n\f\ufffc"]


def test_a_field_says_its_result_and_is_known_by_its_code(tmp_path: Path) -> None:
    code = "<w:r><w:instrText> PA</w:instrText></w:r><w:r><w:instrText>GE \\* MERGEFORMAT</w:instrText></w:r>"
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    para = first(tmp_path, f"<w:p>{marks[0]}{code}{marks[1]}{r('7')}{marks[2]}</w:p>")
    assert (para.text, [name for name, _ in para.fields]) == ("7", ["PAGE"])
    para = first(tmp_path, f'<w:p><w:fldSimple w:instr="PAGE">{r("8")}</w:fldSimple></w:p>')
    assert (para.text, [name for name, _ in para.fields]) == ("8", ["PAGE"])


def test_a_text_box_is_read_once_and_counted_as_it_lies(tmp_path: Path) -> None:
    body = f"<w:p>{box(1, 90, 0, 70, 20, p('trong khung'))}</w:p>{p('sau khung')}"
    found = [(para.text, para.index) for para in file(tmp_path, body).paras if para.text]
    assert found == [("trong khung", 1), ("sau khung", 3)]  # 2 is what older programs would show


def test_old_drawings_alone_are_read_too(tmp_path: Path) -> None:
    drawn = (
        '<w:pict><v:shape style="position:absolute;margin-left:250pt;width:200pt;height:30pt"><v:textbox>'
        f"<w:txbxContent>{p('chữ')}</w:txbxContent></v:textbox></v:shape>"
        '<v:line from="260pt,20pt" to="460pt,20pt"/></w:pict>'
    )
    paras = file(tmp_path, f"<w:p><w:r>{drawn}</w:r></w:p>").paras
    assert (paras[0].text, paras[0].spot.side) == ("chữ", "right")
    [line] = paras[1].strokes
    assert line.length == pytest.approx(70.6, abs=0.1)


def test_a_drawn_line_has_its_length_and_place(tmp_path: Path) -> None:
    [line] = file(tmp_path, f"<w:p>{stroke(1, 83, 8, 72.9)}</w:p>").paras[0].strokes
    assert (line.length, line.middle) == (pytest.approx(72.9, abs=0.01), pytest.approx(119.4, abs=0.1))


def test_strict_files_read_like_others_with_units_in_their_measures(tmp_path: Path) -> None:
    body = p("chữ", "A", '<w:ind w:firstLine="10mm"/><w:jc w:val="end"/>')
    body += '<w:sectPr><w:pgSz w:w="210mm" w:h="29.7cm"/><w:pgMar w:left="30mm" w:right="0.59in"/></w:sectPr>'
    found = file(tmp_path, body, strict=True, styles=style("A", '<w:sz w:val="14pt"/>'))
    [para], [sheet] = found.paras, found.sheets
    assert (para.pieces[0].look.size, para.layout.align, round(para.layout.first, 2)) == (14, "right", 10)
    assert (round(sheet.width), round(sheet.height), round(sheet.left), round(sheet.right)) == (
        210,
        297,
        30,
        15,
    )


# -- where it stands


def test_cells_know_their_side_and_their_lines(tmp_path: Path) -> None:
    plain = table((74, 91), (p("trái"), p("phải")))
    edges = '<w:tblBorders><w:insideV w:val="single"/></w:tblBorders><w:tblLayout'
    ruled = plain.replace("<w:tblLayout", edges, 1)
    found = [(q.spot.side, q.spot.ruled) for q in file(tmp_path, plain + ruled).paras]
    assert found == [("left", False), ("right", False), ("left", True), ("right", True)]


def test_columns_of_a_section(tmp_path: Path) -> None:
    end = '<w:sectPr><w:cols w:num="2" w:space="0"/></w:sectPr>'
    turn = '<w:r><w:br w:type="column"/></w:r>'
    body = (
        p("trái")
        + p("phải").replace("<w:r>", f"{turn}<w:r>", 1)
        + f"<w:p><w:pPr>{end}</w:pPr></w:p>"
        + p("sau")
    )
    found = [(para.text.strip(), para.spot.side, para.section) for para in file(tmp_path, body).paras]
    assert found == [("trái", "left", 0), ("phải", "right", 0), ("", "right", 0), ("sau", "", 1)]


def test_headers_go_on_until_another_is_named(tmp_path: Path) -> None:
    named = '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:titlePg/></w:sectPr>'
    body = f"<w:p><w:pPr>{named}</w:pPr></w:p>{p('sau')}<w:sectPr/>"
    found = file(tmp_path, body, header=p("2"))
    assert [found.headings[number, "default header"][0].text for number in (0, 1)] == ["2", "2"]  # type: ignore[index]
    assert [sheet.own_first for sheet in found.sheets] == [True, False]


def test_the_gutter_belongs_to_the_margin(tmp_path: Path) -> None:
    margins = '<w:pgMar w:top="-1134" w:left="1418" w:right="850" w:gutter="283"/>'
    [sheet] = file(tmp_path, f"<w:sectPr>{margins}</w:sectPr>").sheets
    assert (round(sheet.left), round(sheet.right), round(sheet.top)) == (30, 15, 20)


def test_pages_are_known_where_word_has_counted_them(tmp_path: Path) -> None:
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    paras = file(tmp_path, p("một") + p("hai").replace("<w:r>", f"{turn}<w:r>", 1) + p("ba")).paras
    assert [para.page for para in paras] == [1, 2, 2]
    assert [para.page for para in file(tmp_path, p("một") + p("hai")).paras] == [None, None]
