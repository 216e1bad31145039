from __future__ import annotations

import pytest

from papers import catalogue, docx_file, docx_xml
from papers.content import Document
from papers.styles import form
from tests.papers import samples
from tests.papers.office_xml import W, paragraphs, part, styles, tag, value
from tests.papers.word_schema import faults

SCRIPTS = ("ascii", "hAnsi", "eastAsia", "cs")
MINUTES = docx_file.to_bytes(catalogue.compose("minutes", samples.minutes()))
PLAN = docx_file.to_bytes(catalogue.compose("plan", samples.plan()))
PAPERS = pytest.mark.parametrize("data", [MINUTES, PLAN], ids=["minutes", "plan"])


@PAPERS
def test_the_sheet_has_the_margins_of_the_form(data: bytes) -> None:
    sections = list(part(data, "document").iter(f"{W}sectPr"))
    assert len(sections) >= 2
    for section in sections:
        margins = section.find(f"{W}pgMar")
        measured = [value(margins, side) for side in ("top", "bottom", "left", "right", "header")]
        assert measured == ["1134", "1134", "1701", "850", "567"]
        assert section.find(f"{W}titlePg") is not None
    sheet = sections[0].find(f"{W}pgSz")
    assert (value(sheet, "w"), value(sheet, "h"), value(sheet, "orient")) == ("11906", "16838", "")


def test_the_schedule_lies_on_turned_sheets_with_their_own_numbers() -> None:
    first, *_, second = part(PLAN, "document").iter(f"{W}sectPr")
    sheet = second.find(f"{W}pgSz")
    assert (value(sheet, "w"), value(sheet, "h"), value(sheet, "orient")) == ("16838", "11906", "landscape")
    assert value(second.find(f"{W}pgNumType"), "start") == "1"
    assert first.find(f"{W}pgNumType") is None


@PAPERS
def test_page_numbers_stand_centred_at_14_from_the_second_page(data: bytes) -> None:
    header = part(data, "header1")
    assert value(header.find(f"{W}p/{W}fldSimple"), "instr").split() == ["PAGE"]
    look = styles(data)[value(header.find(f"{W}p/{W}pPr/{W}pStyle"))]
    assert value(look.find(f"{W}pPr/{W}jc")) == "center"
    assert value(look.find(f"{W}rPr/{W}sz")) == "28"
    kinds = [value(one, "type") for one in part(data, "document").iter(f"{W}headerReference")]
    assert kinds == ["default"]


@PAPERS
def test_everything_is_black_times_new_roman(data: bytes) -> None:
    for name in ("styles", "document", "header1"):
        root = part(data, name)
        for fonts in root.iter(f"{W}rFonts"):
            assert {value(fonts, script) for script in SCRIPTS} == {"Times New Roman"}
            assert len(fonts.attrib) == len(SCRIPTS), "no theme fonts"
        stamps = [one for one in root.iter(f"{W}style") if value(one, "styleId").startswith("stamp_")]
        inked = {
            colour for one in stamps for colour in one.iter(f"{W}color")
        }  # styles of a copy's stamp alone
        assert {value(colour) for colour in root.iter(f"{W}color") if colour not in inked} <= {"000000"}
    normal = styles(data)["Normal"]
    assert normal.find(f"{W}rPr/{W}rFonts") is not None
    assert part(data, "styles").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts") is not None


# styleId: half-points, bold, italic, underlined, alignment
LOOKS = [
    ("party", "30", True, False, False, "center"),
    ("superior", "28", False, False, False, "center"),
    ("issuer", "28", True, False, False, "center"),
    ("number", "28", False, False, False, "center"),
    ("place_date", "28", False, True, False, "center"),
    ("type", "32", True, False, False, "center"),
    ("subject", "30", True, False, False, "center"),
    ("body", "28", False, False, False, "both"),
    ("authority", "28", True, False, False, "center"),
    ("post", "28", False, False, False, "center"),
    ("signer", "28", True, False, False, "center"),
    ("recipients", "28", False, False, True, "left"),
    ("recipient", "24", False, False, False, "left"),
]


@pytest.mark.parametrize(("key", "size", "bold", "italic", "underlined", "align"), LOOKS)
def test_word_styles_have_the_measures_of_the_form(
    key: str, size: str, bold: bool, italic: bool, underlined: bool, align: str
) -> None:
    look = styles(PLAN)[key]
    run, paragraph_look = look.find(f"{W}rPr"), look.find(f"{W}pPr")
    assert run is not None
    assert paragraph_look is not None
    assert value(run.find(f"{W}sz")) == value(run.find(f"{W}szCs")) == size
    assert [run.find(f"{W}{mark}") is not None for mark in ("b", "i", "u")] == [bold, italic, underlined]
    assert value(paragraph_look.find(f"{W}jc")) == align


@PAPERS
def test_running_text_has_exact_lines_and_an_indent_of_10_mm(data: bytes) -> None:
    for key in ("body", "dash", "plus", "item", "point", "closing"):
        look = styles(data)[key].find(f"{W}pPr")
        assert look is not None
        spacing = look.find(f"{W}spacing")
        assert (value(spacing, "line"), value(spacing, "lineRule")) == ("360", "exact"), key
        assert int(value(spacing, "after")) >= 120, key
        assert value(look.find(f"{W}ind"), "firstLine") == "567", key


@PAPERS
def test_no_run_or_paragraph_of_the_body_overrules_its_style(data: bytes) -> None:
    allowed = {"pStyle", "keepNext", "jc", "sectPr"}
    for look in part(data, "document").iter(f"{W}pPr"):
        ruled = value(look.find(f"{W}pStyle")) == "party_line"
        assert {tag(child) for child in look} <= allowed | ({"ind"} if ruled else set())
    for run in part(data, "document").iter(f"{W}rPr"):
        assert {tag(child) for child in run} <= {"b", "i", "u"}


@PAPERS
def test_the_line_below_the_party_title_is_as_long_as_its_words(data: bytes) -> None:
    look = styles(data)["party_line"].find(f"{W}pPr")
    assert look is not None
    assert value(look.find(f"{W}pBdr/{W}top")) == "single"
    lines = part(data, "document").iter(f"{W}pPr")
    ind = next(one for one in lines if value(one.find(f"{W}pStyle")) == "party_line").find(f"{W}ind")
    widths = [value(column, "w") for column in part(data, "document").iter(f"{W}gridCol")][:2]
    assert widths == ["4252", "5102"]  # 75 mm and 90 mm
    length = int(widths[1]) - int(value(ind, "left")) - int(value(ind, "right"))
    assert abs(length - 4133) <= 2  # 72.9 mm


@PAPERS
def test_the_letterhead_has_no_lines_and_no_inner_margins(data: bytes) -> None:
    grid = next(part(data, "document").iter(f"{W}tbl"))
    assert grid.find(f"{W}tblPr/{W}tblBorders") is None
    look = styles(data)[value(grid.find(f"{W}tblPr/{W}tblStyle"))]
    assert look.find(f"{W}tblPr/{W}tblBorders") is None
    margins = look.find(f"{W}tblPr/{W}tblCellMar")
    assert margins is not None
    assert {value(side, "w") for side in margins} == {"0"}


@PAPERS
def test_signature_blocks_cannot_be_parted(data: bytes) -> None:
    feet = [
        table
        for table in part(data, "document").iter(f"{W}tbl")
        if "signer" in {value(style) for style in table.iter(f"{W}pStyle")}
    ]
    assert len(feet) == 1
    rows = feet[0].findall(f"{W}tr")
    assert len(rows) == 1
    assert rows[0].find(f"{W}trPr/{W}cantSplit") is not None
    for key in ("authority", "post", "signature_space", "closing"):
        assert styles(data)[key].find(f"{W}pPr/{W}keepNext") is not None, key


@PAPERS
def test_long_tables_repeat_their_heading_and_keep_rows_whole(data: bytes) -> None:
    table = list(part(data, "document").iter(f"{W}tbl"))[-1]
    heading, *rows = table.findall(f"{W}tr")
    assert heading.find(f"{W}trPr/{W}tblHeader") is not None
    assert rows
    for row in rows:
        assert row.find(f"{W}trPr/{W}cantSplit") is not None
        assert row.find(f"{W}trPr/{W}tblHeader") is None
    columns = [int(value(column, "w")) for column in table.iter(f"{W}gridCol")]
    assert sum(columns) == int(value(table.find(f"{W}tblPr/{W}tblW"), "w"))


@PAPERS
def test_word_has_nothing_to_repair(data: bytes) -> None:
    assert faults(data) == []


def test_the_paper_shows_its_words_in_their_styles() -> None:
    said = list(paragraphs(PLAN))
    assert ("number", "Số 92-KH/ĐUK") in said
    assert ("place_date", "Mẫu, ngày 19 tháng 8 năm 2019") in said
    assert ("part", "I- MỤC ĐÍCH, YÊU CẦU") in said
    assert ("separator", "-----") in said
    assert ("recipients", "Nơi nhận:") in said


def test_the_file_is_slim() -> None:
    assert len(docx_file.to_bytes(Document("", "PARTY-2018", ()))) < 12_000


@PAPERS
def test_what_the_form_wants_in_capitals_is_composed_in_capitals(data: bytes) -> None:
    capitals = {key for key, look in form("PARTY-2018").styles.items() if look.caps}
    said = [(key, words) for key, words in paragraphs(data) if key in capitals]
    assert {"party", "issuer", "type", "authority", "appendix_title"} <= {key for key, _ in said}
    assert [words for _, words in said if words != words.upper()] == []


def test_a_symbol_is_found_in_word_as_it_is_typed() -> None:
    assert "Kế hoạch 92-KH/ĐUK ngày 21-8" in docx_xml.text("Kế hoạch 92-KH/ĐUK ngày 21-8")
