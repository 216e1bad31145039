"""The sheet, its margins, the letters on it and the number of the page (PG-1 … PG-4)."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest
from lxml import etree

from tests.papers import form_faults
from tests.papers.form_faults import BODY, OWN, Case, legal, plant
from tests.papers.form_samples import Sample
from tests.papers.office_xml import W
from tests.papers.word_file import MAIN, Element, WordFile, own_runs, properties, put, text_of, twips, untheme

A4, LETTER = {"w": "11906", "h": "16838"}, {"w": "12240", "h": "15840"}
TURNED = {"w": "16838", "h": "11906"}


def section_of(file: WordFile, content: str, turned: bool, **mm: float) -> None:
    """A second section behind the paper with that content on a sheet turned on its side or not."""
    body = file.tree().find(f"{W}body")
    assert body is not None
    last = body[-1]
    end = etree.Element(f"{W}p")
    properties(end, "pPr").append(copy.deepcopy(last))
    last.addprevious(end)
    row = f'<w:p xmlns:w="{W[1:-1]}"><w:r><w:t>{content}</w:t></w:r></w:p>'
    inner = row
    if turned and content.startswith("Bảng"):
        inner = (
            f'<w:tbl xmlns:w="{W[1:-1]}"><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>'
            f'<w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc><w:tcPr>'
            f'<w:tcW w:w="9000" w:type="dxa"/></w:tcPr>{row}'
            "</w:tc></w:tr></w:tbl>"
        )
    piece = etree.fromstring(inner)
    last.addprevious(piece)
    for p in piece.iter(f"{W}p"):
        model = next(iter(file.runs(BODY)))
        look = model.find(f"{W}rPr")
        for run in p.iter(f"{W}r"):
            if look is not None:
                run.insert(0, copy.deepcopy(look))
        shape = file.found(BODY)[0].find(f"{W}pPr")
        if shape is not None:
            p.insert(0, copy.deepcopy(shape))
    put(last, {"type": {"val": "nextPage"}})
    if turned:
        put(last, {"pgSz": {**TURNED, "orient": "landscape"}})
    if mm:
        put(last, {"pgMar": {side: twips(value) for side, value in mm.items()}})


def number_line(file: WordFile) -> Element:
    tree = file.tree(file.header())
    return next(
        p
        for p in tree.iter(f"{W}p")
        if p.find(f".//{W}fldSimple") is not None or p.find(f".//{W}instrText") is not None
    )


def number_look(file: WordFile, **marks: str | dict[str, str]) -> None:
    for run in number_line(file).iter(f"{W}r"):
        put(properties(run, "rPr"), marks)


def number_in_foot(file: WordFile) -> None:
    """The part with the number becomes a footer."""
    part = file.header()
    file.tree(part).tag = f"{W}ftr"
    for name in (*file.parts, MAIN):
        if name.endswith(".rels") or name == "[Content_Types].xml":
            data = file.parts[name].replace(b"relationships/header", b"relationships/footer")
            file.parts[name] = data.replace(b"header+xml", b"footer+xml")
    for reference in file.tree().iter(f"{W}headerReference"):
        reference.tag = f"{W}footerReference"


def unnumbered(file: WordFile) -> None:
    for reference in list(file.tree().iter(f"{W}headerReference")):
        parent = reference.getparent()
        assert parent is not None
        parent.remove(reference)


def much_longer(file: WordFile) -> None:
    for _ in range(70):
        file.add(BODY, "Mỗi chi bộ báo cáo tiến độ hằng tuần bằng văn bản gửi Văn phòng tổng hợp chung.")


def shown_on_first(file: WordFile) -> None:
    for section in file.tree().iter(f"{W}sectPr"):
        for mark in section.findall(f"{W}titlePg"):
            section.remove(mark)


def marked(file: WordFile, wrapper: str) -> None:
    """A word that was put in, or taken out, while changes were tracked; it is in another font."""
    p = file.found(BODY)[0]
    run = next(own_runs(p))
    new = copy.deepcopy(run)
    for text in new.findall(f"{W}t"):
        new.remove(text)
    text = text_of("và tổ đảng ")
    if wrapper == "del":
        text.tag = f"{W}delText"
    new.append(text)
    put(properties(new, "rPr"), {"rFonts": {"ascii": "Arial", "hAnsi": "Arial"}})
    untheme(new)
    holder = etree.Element(f"{W}{wrapper}")
    holder.set(f"{W}id", "77")
    holder.set(f"{W}author", "Ai đó")
    holder.append(new)
    run.addprevious(holder)


def urgent(file: WordFile, sample: Sample) -> None:
    """KHẨN in red under the number: the stamp is red (36-HD/VPTW II.2)."""
    file.add(sample.symbol_line, "KHẨN")
    file.look("KHẨN", b="1", color={"val": "FF0000"})


def mirrored(file: WordFile) -> None:
    settings = file.tree("word/settings.xml")
    settings.insert(1, etree.Element(f"{W}mirrorMargins"))


def arial(scripts: str) -> dict[str, str]:
    return dict.fromkeys(scripts.split(), "Arial")


def mirrored_wrong(file: WordFile, sample: Sample) -> None:
    mirrored(file)
    file.margin(left=15, right=30)


def roman(file: WordFile, sample: Sample) -> None:
    file.page(pgNumType={"fmt": "lowerRoman"})


def paragraph_mark(file: WordFile, sample: Sample) -> None:
    for p in file.found(BODY):
        mark = properties(properties(p, "pPr"), "rPr")
        holder = mark.getparent()
        assert holder is not None
        holder.remove(mark)
        holder.append(mark)
        put(mark, {"rFonts": arial("ascii hAnsi"), "color": {"val": "FF0000"}})


PART = "tự đặt ra việc"
MOVED = ("HD-1", "HD-4")  # on another sheet the letterhead no longer stands where it must
FAULTS = [
    plant("PG-1", "Letter instead of A4", lambda f, s: f.page(pgSz=LETTER)),
    plant("PG-1", "A5 for a plan", lambda f, s: f.page(pgSz={"w": "8391", "h": "11906"}), also=MOVED),
    plant("PG-1", "B5-like sheet", lambda f, s: f.page(pgSz={"w": "10319", "h": "14571"}), also=MOVED),
    plant("PG-1", "3 mm too short", lambda f, s: f.page(pgSz={"w": "11906", "h": "16668"})),
    plant(
        "PG-1",
        "prose on a turned sheet",
        lambda f, s: section_of(f, "Lời nói dài trên trang nằm ngang.", True),
    ),
    plant(
        "PG-1", "whole plan turned", lambda f, s: f.page(pgSz={**TURNED, "orient": "landscape"}), also=MOVED
    ),
    legal("a turned sheet for a table", lambda f, s: section_of(f, "Bảng tiến độ", True)),
    legal(
        "a turned table sheet, margins turned too",
        lambda f, s: section_of(f, "Bảng tiến độ", True, top=30, bottom=15, left=20, right=20),
    ),
    legal("A4 as some printers round it", lambda f, s: f.page(pgSz={"w": "11909", "h": "16834"})),
    plant("PG-2", "top 21.5", lambda f, s: f.margin(top=21.5)),
    plant("PG-2", "top 18.5", lambda f, s: f.margin(top=18.5)),
    plant("PG-2", "bottom 25", lambda f, s: f.margin(bottom=25)),
    plant("PG-2", "left 31.5", lambda f, s: f.margin(left=31.5)),
    plant("PG-2", "left 28.5", lambda f, s: f.margin(left=28.5)),
    plant("PG-2", "right 20", lambda f, s: f.margin(right=20)),
    plant("PG-2", "right 13.5", lambda f, s: f.margin(right=13.5)),
    plant("PG-2", "old figures 25 25 35 15", lambda f, s: f.margin(top=25, bottom=25, left=35, right=15)),
    plant("PG-2", "Word's own 25.4", lambda f, s: f.margin(top=25.4, bottom=25.4, left=25.4, right=25.4)),
    plant("PG-2", "gutter added to the margin", lambda f, s: f.page(pgMar={"gutter": twips(5)})),
    plant("PG-2", "both sides, sides exchanged", mirrored_wrong),
    plant("PG-2", "only the last section", lambda f, s: (section_of(f, BODY, False), f.margin(-1, left=25))),
    legal("top 21.0", lambda f, s: f.margin(top=21)),
    legal("top 19.0", lambda f, s: f.margin(top=19)),
    legal("left 31.0, right 14.0", lambda f, s: f.margin(left=31, right=14)),
    legal("left 25 and gutter 5", lambda f, s: f.page(pgMar={"left": twips(25), "gutter": twips(5)})),
    legal("both sides", lambda f, s: mirrored(f)),
    plant("PG-3", "Arial in one run", lambda f, s: f.look(PART, rFonts=arial("ascii hAnsi")), at=PART),
    plant("PG-3", "Arial for marked letters", lambda f, s: f.look(PART, rFonts=arial("hAnsi")), at=PART),
    plant(
        "PG-3",
        "font of the theme's headings",
        lambda f, s: f.look(PART, rFonts={"asciiTheme": "majorHAnsi", "hAnsiTheme": "majorHAnsi"}),
        hands=("themed", "boxes"),
    ),
    plant("PG-3", "legacy font", lambda f, s: f.look(PART, rFonts={"ascii": ".VnTime", "hAnsi": ".VnTime"})),
    plant("PG-3", "dark grey", lambda f, s: f.look(PART, color={"val": "404040"}), at=PART),
    plant("PG-3", "almost black", lambda f, s: f.look(PART, color={"val": "1F1F1F"})),
    plant("PG-3", "blue as a link", lambda f, s: f.look(PART, color={"val": "0563C1"}, u="single")),
    plant(
        "PG-3",
        "black of the theme, tinted",
        lambda f, s: f.look(PART, color={"val": "595959", "themeColor": "text1", "themeTint": "A6"}),
        hands=("direct", "themed", "boxes", "tabs"),
    ),
    plant("PG-3", "red type", lambda f, s: f.look(s.type_name, color={"val": "FF0000"}), at="KẾ HOẠCH"),
    plant("PG-3", "Arial in the recipients", lambda f, s: f.look("- Lưu", rFonts=arial("ascii hAnsi"))),
    plant("PG-3", "Arial put in while changes were tracked", lambda f, s: marked(f, "ins")),
    legal("Arial taken out while changes were tracked", lambda f, s: marked(f, "del")),
    legal("Arial for East Asian letters only", lambda f, s: f.look(PART, rFonts=arial("eastAsia cs"))),
    legal("Arial and red on the end of a paragraph", paragraph_mark),
    legal("black by name", lambda f, s: f.look(PART, color={"val": "000000"})),
    legal("automatic colour", lambda f, s: f.look(PART, color={"val": "auto"})),
    legal(
        "black of the theme",
        lambda f, s: f.look(PART, color={"val": "000000", "themeColor": "text1"}),
        hands=("direct", "boxes", "tabs"),
    ),
    legal("red KHẨN", urgent, hands=(OWN, "direct", "boxes")),
    plant("PG-4", "number on page 1", lambda f, s: shown_on_first(f)),
    plant("PG-4", "number at the foot", lambda f, s: number_in_foot(f)),
    plant(
        "PG-4",
        "number at the right",
        lambda f, s: put(properties(number_line(f), "pPr"), {"jc": {"val": "right"}}),
    ),
    plant(
        "PG-4",
        "number at the left",
        lambda f, s: put(properties(number_line(f), "pPr"), {"jc": {"val": "left"}}),
    ),
    plant("PG-4", "13 mm from the edge", lambda f, s: f.page(pgMar={"header": twips(13)})),
    plant("PG-4", "7 mm from the edge", lambda f, s: f.page(pgMar={"header": twips(7)})),
    plant("PG-4", "Word's own 12.7 mm", lambda f, s: f.page(pgMar={"header": "720"})),
    plant("PG-4", "number of size 12", lambda f, s: number_look(f, sz="24")),
    plant("PG-4", "number of size 13.5", lambda f, s: number_look(f, sz="27")),
    plant("PG-4", "number in italics", lambda f, s: number_look(f, i="1")),
    plant("PG-4", "Roman numbers", roman),
    plant("PG-4", "a long paper without numbers", lambda f, s: (much_longer(f), unnumbered(f))),
    legal("12 mm from the edge", lambda f, s: f.page(pgMar={"header": twips(12)})),
    legal("8 mm from the edge", lambda f, s: f.page(pgMar={"header": twips(8)})),
    legal("one page without a number", lambda f, s: unnumbered(f), base="letter"),
]


@pytest.mark.parametrize("case", form_faults.slice_of(FAULTS), ids=lambda case: case.name)
def test_the_sheet(case: Case, tmp_path: Path) -> None:
    form_faults.prove(case, tmp_path)


def test_the_old_margins_are_named_as_such(tmp_path: Path) -> None:
    fault = next(one for one in FAULTS if one.name.startswith("old figures"))
    file = form_faults.planted(Case(fault, "2018", OWN))
    said = " ".join(
        f"{one.found} {one.expected}" for one in form_faults.reported(file, tmp_path) if one.rule == "PG-2"
    )
    assert "2018" in said
