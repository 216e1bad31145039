"""The same rules broken, or kept, by the byways of Word: styles, defaults, frames, line ends, other units."""

from __future__ import annotations

import copy
import unicodedata
from pathlib import Path

import pytest
from lxml import etree

from tests.papers import form_faults
from tests.papers.foreign import TITLE
from tests.papers.foreign_parts import NAMESPACES, OFFICE, box
from tests.papers.form_faults import BODY, OWN, SPLIT, Case, legal, plant
from tests.papers.form_samples import Sample
from tests.papers.office_xml import W
from tests.papers.test_form_faults_page import number_line
from tests.papers.word_file import WordFile, cut, own_runs, properties, put, text_of

STYLED = (OWN, SPLIT)
ALONE = (OWN, "direct", "themed", "chained", "boxes")


def even_pages(file: WordFile, sample: Sample) -> None:
    """Even pages have a header of their own, which is not there."""
    file.tree("word/settings.xml").insert(1, etree.Element(f"{W}evenAndOddHeaders"))


def composed_apart(file: WordFile, sample: Sample) -> None:
    """Letters with their marks apart, as other systems write them."""
    for text in file.tree().iter(f"{W}t"):
        text.text = unicodedata.normalize("NFD", text.text or "")


def table_in_table(file: WordFile, sample: Sample) -> None:
    """The letterhead's table inside another one."""
    table = next(file.tree().iter(f"{W}tbl"))
    width = 'w:w="9355" w:type="dxa"'
    outer = etree.fromstring(
        f'<w:tbl {NAMESPACES}><w:tblPr><w:tblW {width}/></w:tblPr><w:tblGrid><w:gridCol w:w="9355"/>'
        f"</w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW {width}/></w:tcPr></w:tc></w:tr></w:tbl>"
    )
    table.addprevious(outer)
    next(outer.iter(f"{W}tc")).extend([table, etree.Element(f"{W}p")])


def controlled(file: WordFile, sample: Sample) -> None:
    """Some of the body inside a content control."""
    first = file.found(BODY)[0]
    control = etree.Element(f"{W}sdt")
    first.addprevious(control)
    etree.SubElement(control, f"{W}sdtContent").append(first)


def number_in_box(file: WordFile, sample: Sample) -> None:
    """The number in a text box in the middle of the header."""
    p = number_line(file)
    inner = etree.tostring(p, encoding="unicode")
    p.addprevious(etree.fromstring(f"<w:p {NAMESPACES}>{box(90, 77, 0, 11, 6, inner)}</w:p>"))
    p.getparent().remove(p)  # type: ignore[union-attr]


def restyle(file: WordFile, style: str, part: str, **marks: str | dict[str, str]) -> None:
    """Another look or measure of one of our own styles."""
    for one in file.tree("word/styles.xml").iter(f"{W}style"):
        if one.get(f"{W}styleId") == style:
            holder = one.find(f"{W}{part}")
            assert holder is not None
            put(holder, marks)


def defaults(file: WordFile, **marks: str | dict[str, str]) -> None:
    """Another look of what no style speaks of."""
    holder = next(file.tree("word/styles.xml").iter(f"{W}rPrDefault")).find(f"{W}rPr")
    assert holder is not None
    put(holder, marks)


def one_paragraph(file: WordFile, first: str, second: str) -> None:
    """Two lines become one paragraph with a line end in it."""
    for one, other in zip(file.found(first), file.found(second), strict=True):
        run = etree.SubElement(one, f"{W}r")
        etree.SubElement(run, f"{W}br")
        one.extend(list(own_runs(other)))
        other.getparent().remove(other)  # type: ignore[union-attr]


def first_page_number(file: WordFile, sample: Sample) -> None:
    """A header of the first page that repeats the number."""
    header = file.parts[file.header()]
    file.parts["word/header9.xml"] = header
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    override = f'<Override PartName="/word/header9.xml" ContentType="{kind}"/></Types>'
    types = file.parts["[Content_Types].xml"].decode()
    file.parts["[Content_Types].xml"] = types.replace("</Types>", override).encode()
    link = f'<Relationship Id="rId99" Type="{OFFICE}/header" Target="header9.xml"/></Relationships>'
    links = file.parts["word/_rels/document.xml.rels"].decode()
    file.parts["word/_rels/document.xml.rels"] = links.replace("</Relationships>", link).encode()
    for section in file.tree().iter(f"{W}sectPr"):
        for old in section.findall(f"{W}headerReference[@{W}type='first']"):
            section.remove(old)
        new = etree.fromstring(f'<w:headerReference {NAMESPACES} w:type="first" r:id="rId99"/>')
        section.insert(0, new)


def framed(place: str) -> form_faults.Edit:
    """The number in a frame, as older Word sets it."""

    def change(file: WordFile, sample: Sample) -> None:
        marks = {"wrap": "around", "vAnchor": "text", "hAnchor": "margin", "xAlign": place, "y": "1"}
        put(properties(number_line(file), "pPr"), {"framePr": marks, "jc": {"val": "left"}})

    return change


def tabbed(file: WordFile, sample: Sample) -> None:
    """The number centred by a tab half way along the line, as Word's own header style has it."""
    p = number_line(file)
    holder = properties(p, "pPr")
    put(holder, {"tabs": {}, "jc": {"val": "left"}})
    stops = holder.find(f"{W}tabs")
    assert stops is not None
    etree.SubElement(stops, f"{W}tab", {f"{W}val": "center", f"{W}pos": "4677"})
    run = etree.Element(f"{W}r")
    etree.SubElement(run, f"{W}tab")
    holder.addnext(run)


def unbroken_hyphens(file: WordFile, sample: Sample) -> None:
    for p in file.found("-----"):
        for run in cut(p, "-----"):
            for text in run.findall(f"{W}t"):
                run.remove(text)
            run.extend(etree.Element(f"{W}noBreakHyphen") for _ in range(5))


def hidden(file: WordFile, sample: Sample) -> None:
    """Words that are not printed, in another font and colour."""
    run = next(own_runs(file.found(BODY)[0]))
    new = copy.deepcopy(run)
    for text in new.findall(f"{W}t"):
        new.remove(text)
    new.append(text_of(" ghi chú riêng "))
    put(
        properties(new, "rPr"),
        {"vanish": {"val": "1"}, "rFonts": {"ascii": "Arial", "hAnsi": "Arial"}, "color": {"val": "FF0000"}},
    )
    run.addnext(new)


def trailing(file: WordFile, sample: Sample) -> None:
    for words in (TITLE, sample.symbol_line, sample.date_line, sample.subject, sample.post, sample.name):
        file.say(words, f"{words}  ")


def half_italic(file: WordFile, sample: Sample) -> None:
    file.look(sample.date_line[-8:], i="0")


def committee(authority: str, post: str) -> form_faults.Edit:
    def change(file: WordFile, sample: Sample) -> None:
        file.say(sample.authority, authority)
        file.say(sample.post, post)

    return change


def old_paper(file: WordFile, sample: Sample) -> None:
    """A paper of a district from before the districts went may be cited."""
    cited = "Quyết định số 05-QĐ/HU, ngày 10/5/2023 của Huyện ủy Mẫu Sơn"
    file.say("tự đặt ra việc phải làm", f"thay thế {cited} về tổ chức")


def small_capitals(file: WordFile, sample: Sample) -> None:
    file.say(TITLE, "Đảng Cộng sản Việt Nam")
    file.look("Đảng Cộng sản Việt Nam", smallCaps="1")


def put_bold(file: WordFile) -> None:
    restyle(file, "post", "rPr", b={"val": "1"})


def joined_title(file: WordFile, sample: Sample) -> None:
    one_paragraph(file, sample.type_name, sample.subject)


FAULTS = [
    plant(
        "PG-3",
        "font of the style",
        lambda f, s: restyle(f, "body", "rPr", rFonts={"ascii": "Arial", "hAnsi": "Arial"}),
        hands=STYLED,
    ),
    plant(
        "PG-3",
        "colour of the style",
        lambda f, s: restyle(f, "subject", "rPr", color={"val": "1F3864"}),
        hands=STYLED,
    ),
    plant("BD-1", "size of the style", lambda f, s: restyle(f, "body", "rPr", sz="26"), hands=STYLED),
    plant(
        "BD-1",
        "indent of the style",
        lambda f, s: restyle(f, "body", "pPr", ind={"firstLine": "0"}),
        hands=STYLED,
    ),
    plant(
        "BD-2",
        "lines of the style",
        lambda f, s: restyle(f, "body", "pPr", spacing={"line": "276", "lineRule": "auto"}),
        hands=STYLED,
    ),
    plant("SG-3", "post bold by its style", lambda f, s: put_bold(f), hands=STYLED),
    plant(
        "BD-1", "whole paragraph drawn in", lambda f, s: f.shape(BODY, ind={"left": "567", "firstLine": "0"})
    ),
    plant(
        "BD-1", "hanging", lambda f, s: f.shape(BODY, ind={"left": "567", "hanging": "567", "firstLine": "0"})
    ),
    plant(
        "BD-1",
        "indent counted in letters",
        lambda f, s: f.shape(BODY, ind={"firstLine": "567", "firstLineChars": "500"}),
    ),
    plant("PG-4", "first page has a header with the number", first_page_number),
    plant("PG-4", "number in a frame at the right", framed("right")),
    plant("HD-1", "small capitals", small_capitals),
    plant("HD-4", "half of the line upright", half_italic),
    plant("HD-4", "full stop behind the year", lambda f, s: f.say(s.date_line, f"{s.date_line}.")),
    plant("SG-3", "name of size 13", lambda f, s: f.look(s.name, sz="26")),
    plant("SG-3", "post of size 13", lambda f, s: f.look(s.post, sz="26")),
    plant("SG-3", "post in italics", lambda f, s: f.look(s.post, i="1")),
    plant("NN-1", "label in italics", lambda f, s: f.look("Nơi nhận:", i="1")),
    plant("PG-4", "even pages without a number", even_pages),
    plant("TT-1", "subject at the left", lambda f, s: f.shape(s.subject, jc="left")),
    plant("TT-1", "hyphens at the left", lambda f, s: f.shape("-----", jc="left")),
    plant("TT-1", "a letter wrong in the type", lambda f, s: f.say(s.type_name, "KÊ HOẠCH")),
    plant("TT-2", "Kính gửi upright", lambda f, s: f.look("Kính gửi:", i="0"), base="letter"),
    plant("TT-2", "Kính gửi of size 13", lambda f, s: f.look("Kính gửi:", sz="26"), base="letter"),
    plant("SG-1", "authority not bold", lambda f, s: f.look(s.authority, b="0")),
    plant("SG-1", "authority of size 13", lambda f, s: f.look(s.authority, sz="26")),
    plant("NN-1", "a space before the colon", lambda f, s: f.say("Nơi nhận:", "Nơi nhận :")),
    plant(
        "DT-1",
        "superior of a district",
        lambda f, s: f.say(s.superior, "ĐẢNG BỘ HUYỆN MẪU SƠN"),
        years=("2026",),
    ),
    legal(
        "defaults that every style overrules",
        lambda f, s: defaults(f, sz="20", i="0"),
        hands=("direct", "themed"),
    ),
    legal("size of other scripts", lambda f, s: f.look(BODY, szCs="40", bCs="1")),
    legal("hidden words", hidden),
    legal("number in a frame in the middle", framed("center")),
    legal("number centred by a tab", tabbed),
    legal("no-break hyphens below the subject", unbroken_hyphens, hands=ALONE),
    legal("spaces behind the words", trailing),
    legal(
        "type and subject in one paragraph",
        lambda f, s: joined_title(f, s),
        hands=("direct", "themed", "boxes"),
    ),
    legal("issuer in one paragraph", lambda f, s: one_paragraph(f, s.issuer[0], s.issuer[1]), hands=ALONE),
    legal("standing deputy", committee("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC")),
    legal("control commission", committee("T/M ỦY BAN KIỂM TRA", "CHỦ NHIỆM")),
    legal("letters with their marks apart", composed_apart),
    legal("a table in a table", table_in_table, hands=(OWN, "direct", "themed", "chained")),
    legal("a content control", controlled),
    legal("number in a text box", number_in_box, hands=("direct", "themed")),
    legal(
        "soft hyphen and no-break space",
        lambda f, s: f.say("Từ đó mỗi chi bộ", "Từ\u00a0đó mỗi chi\u00ad bộ"),
    ),
    legal("no-break space behind T/M", lambda f, s: f.say("T/M BAN", "T/M\u00a0BAN")),
    legal("an old paper of a district", old_paper, years=("2026",)),
]


@pytest.mark.parametrize("case", form_faults.slice_of(FAULTS), ids=lambda case: case.name)
def test_the_byways(case: Case, tmp_path: Path) -> None:
    form_faults.prove(case, tmp_path)
