"""The pitfalls of templates (tracked changes, text boxes, fields, hostile parts) as cases."""

from __future__ import annotations

from tests.papers.template_cases import Case
from tests.papers.word_files import Maker, box, cell, comment, field, p, picture, r, row, simple, table

SECTION = '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>'
ATTACHED = '<w:attachedTemplate r:id="rIdOut"/>'


def hostile_settings(maker: Maker, inside: str, kind: str, target: str) -> Maker:
    maker.settings(inside)
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    maker.parts["word/_rels/settings.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rIdOut" Type="{rel}/{kind}" Target="{target}" TargetMode="External"/>'
        "</Relationships>"
    )
    return maker


PITFALLS = {
    "automatic dashes": Case(
        (p("{{Tên hội nghị}} – {{Đại biểu.TT}}…"),),
        ("Hội nghị A – 1…", "Hội nghị A – 2…"),
    ),
    "spaces that do not break": Case((p("{{Chỉ\u00a0khi: Đại\u00a0biểu}} có"),), ("có",)),
    "tracked changes": Case(
        (p(r("{{Tên "), f'<w:ins w:id="1" w:author="A">{r("hội nghị}}")}</w:ins>'),),
        ("Hội nghị A",),
        "đoạn 1",
        "dấu sửa đổi",
    ),
    "comments": Case(
        (p(comment(r("{{Tên hội nghị}}"))),),
        ("Hội nghị A",),
        more=lambda one: one.comments("Xem"),
    ),
    "a text box": Case((p(box(p("{{Tên hội nghị}}"))),), ("", "Hội nghị A", "Hội nghị A")),
    "a wrong name in a text box": Case(
        (p(box(p("{{Tên đại hội}}"))),),
        ("", "……………", "……………"),
        "đoạn 1, hộp chữ, đoạn 1",
        "Không có trường",
        "{{Tên hội nghị}}",
        True,
    ),
    "a text box whose copies differ": Case(
        (p(box(p("{{Tên hội nghị}}"), fallback=[p("cũ")])),),
        ("", "Hội nghị A", "cũ"),
        "đoạn 1",
        "hai bản khác nhau",
    ),
    "a header of the first page": Case(
        (p("{{Tên hội nghị}}"),),
        ("Hội nghị A",),
        "đầu trang của trang đầu, đoạn 1",
        "Không có trường",
        "{{Tên hội nghị}}",
        True,
        lambda one: one.header(p("{{Tên hộ nghị}}"), where="first"),
    ),
    "a footer of even pages": Case(
        (p("{{Tên hội nghị}}"),),
        ("Hội nghị A",),
        "chân trang của trang chẵn, đoạn 1",
        "Không có trường",
        "",
        True,
        lambda one: one.header(p("{{xyz}}"), where="even", foot=True),
    ),
    "a footnote": Case(
        (p(r("{{Tên hội nghị}}"), '<w:r><w:footnoteReference w:id="1"/></w:r>'),),
        ("Hội nghị A",),
        "chú thích cuối trang 1, đoạn 1",
        "Không có trường",
        "",
        True,
        lambda one: one.notes("{{xyz}}"),
    ),
    "fields in the header alone": Case(
        (p("x"),),
        ("x",),
        "cả tệp",
        "Chỉ đầu trang",
        "",
        False,
        lambda one: one.header(p("{{Tên hội nghị}}")),
    ),
    "no field at all": Case((p("x"),), ("x",), "cả tệp", "không có trường nào"),
    "a section break in a loop": Case(
        (p("{{Đại biểu.TT}}", look=SECTION),),
        None,
        "đoạn 1",
        "section",
        "riêng",
        True,
    ),
    "a field of Word cut in two by a loop": Case(
        (
            p(
                '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>',
                r("{{Đại biểu.TT}}"),
            ),
            p('<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        ),
        None,
        "đoạn 1",
        "trường của Word",
        "một đoạn",
        True,
    ),
    "a marker in the code of a field": Case(
        (p(field('IF "{{Tên hội nghị}}" = "" "a" "b"', "b")),),
        ("b",),
        "đoạn 1",
        "mã trường",
        "Chỉ khi",
        True,
    ),
    "a merge field in the code of a field": Case(
        (
            p(
                field("IF", "b").replace(
                    " IF ", f" IF </w:instrText></w:r>{field('MERGEFIELD Ten', 'x')}<w:r><w:instrText>"
                )
            ),
        ),
        ("{{Ten}}b",),
        "đoạn 1",
        "mã trường",
        "Chỉ khi",
        True,
    ),
    "a merge field nobody knows": Case(
        (p(simple("MERGEFIELD Ho_ten", "«Ho_ten»")),),
        ("……………",),
        "đoạn 1",
        "Không có trường",
        "Đại biểu.Họ và tên",
        True,
    ),
    "an address block": Case(
        (p(field("ADDRESSBLOCK", "«AddressBlock»"), r("{{Người nhận}}")),),
        ("«AddressBlock»đồng chí X",),
        "đoạn 1",
        "trộn thư",
        "",
        True,
    ),
    "the next record": Case((p(field("NEXT"), r("{{Người nhận}}")),), ("đồng chí X",), "đoạn 1", "trộn thư"),
    "a table among words": Case((p("Xem {{Bảng nhiệm vụ}} sau"),), None, "đoạn 1", "một mình", "", True),
    "automatic numbers": Case(
        (p("{{Đại biểu.TT}} a", look='<w:numPr><w:numId w:val="2"/></w:numPr>'),),
        ("1 a", "2 a"),
    ),
    "nested tables": Case(
        (table(row("x", cell(table(row("{{Đại biểu.TT}}")), "<w:p/>"))),),
        ("x", "1", "2", ""),
    ),
    "merged cells": Case((table(row(cell("{{Đại biểu.TT}}", look='<w:gridSpan w:val="2"/>'))),), ("1", "2")),
    "pictures in a loop": Case((p(r("{{Đại biểu.TT}}"), picture()),), ("1", "2")),
    "an old text box in a loop": Case(
        (
            table(
                row(cell(p(r("{{Đại biểu.TT}}"), box(p("{{Đại biểu.Họ và tên}}"))))),
            ),
        ),
        ("1", "Lê Mẫu", "Lê Mẫu", "2", "Trần Thử", "Trần Thử"),
    ),
    "page numbers and contents": Case(
        (p(field("TOC", "Mục")), p(field("PAGE", "1"), r("{{Tên hội nghị}}"))),
        ("Mục", "1Hội nghị A"),
    ),
    "a fetched text": Case(
        (p(field('INCLUDETEXT "C:\\\\x.docx"', "cũ"), r("{{Tên hội nghị}}")),),
        ("cũHội nghị A",),
        "đoạn 1",
        "lấy nội dung từ nơi khác",
    ),
    "a command": Case(
        (p(field("DDEAUTO cmd /c calc", "x"), r("{{Tên hội nghị}}")),),
        ("xHội nghị A",),
        "đoạn 1",
        "chạy lệnh",
    ),
    "a template elsewhere": Case(
        (p("{{Tên hội nghị}}"),),
        ("Hội nghị A",),
        "cả tệp",
        "mẫu Word ở nơi khác",
        "bị bỏ",
        False,
        lambda one: hostile_settings(one, ATTACHED, "attachedTemplate", "file:///C:/x.dotm"),
    ),
    "a merge source": Case(
        (p("{{Tên hội nghị}}"),),
        ("Hội nghị A",),
        "cả tệp",
        "nguồn dữ liệu trộn thư",
        "bị bỏ",
        False,
        lambda one: one.settings('<w:mailMerge><w:query w:val="SELECT"/></w:mailMerge>'),
    ),
    "a linked picture": Case(
        (p(r("{{Tên hội nghị}}"), picture(link="rIdOut")),),
        ("Hội nghị A",),
        "cả tệp",
        "Hình liên kết",
        "bị bỏ",
        False,
        lambda one: one.link("rIdOut", "image", "http://example.invalid/a.png", outside=True),
    ),
    "an object of another program": Case(
        (
            p(
                r("{{Tên hội nghị}}"),
                '<w:r><w:object><o:OLEObject Type="Embed" r:id="rIdOle"/></w:object></w:r>',
            ),
        ),
        ("Hội nghị A",),
        "cả tệp",
        "OLE",
        "bị bỏ",
        False,
        lambda one: one.link("rIdOle", "oleObject", "embeddings/a.bin"),
    ),
    "a whole file put in": Case(
        (p("{{Tên hội nghị}}"), '<w:altChunk r:id="rIdChunk"/>'),
        ("Hội nghị A",),
        "cả tệp",
        "chèn nguyên tệp",
        "bị bỏ",
        False,
        lambda one: one.link("rIdChunk", "aFChunk", "a.htm"),
    ),
}
