"""The XML that other programs and other hands write: boxes, tables, tabs, fields, packages."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from html import escape

from tests.papers.word_file import twips

URI = "http://schemas.openxmlformats.org"
OFFICE = f"{URI}/officeDocument/2006/relationships"
PACKAGE = f"{URI}/package/2006"
WORD_ML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SPACES = {
    "w": f"{URI}/wordprocessingml/2006/main",
    "r": OFFICE,
    "mc": f"{URI}/markup-compatibility/2006",
    "wp": f"{URI}/drawingml/2006/wordprocessingDrawing",
    "a": f"{URI}/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
NAMESPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in SPACES.items())
EMU_IN_MM = 36000
POINTS_IN_MM = 72 / 25.4


def text(words: str) -> str:
    """Words as the content of a run; tabs as elements."""
    pieces = (
        f'<w:t xml:space="preserve">{escape(p, quote=False)}</w:t>' if p else "" for p in words.split("\t")
    )
    return "<w:tab/>".join(pieces)


def styles(fonts: str, size: int, spacing: str, own: str = "") -> str:
    measured = f"<w:spacing {spacing}/>" if spacing else ""
    return (
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        f'<w:sz w:val="{size}"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{measured}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        "</w:style>"
        f"{own}</w:styles>"
    )


def style(key: str, name: str, based: str, measured: str, look: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="{based}"/>'
        f"<w:qFormat/><w:pPr>{measured}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


def table(widths: Sequence[float], *rows: Sequence[str]) -> str:
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    xml = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for width, cell in zip(widths, row, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    margins = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("left", "right"))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}'
        f'</w:tblCellMar><w:tblLook w:val="04A0"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{xml}</w:tbl>'
    )


def ruled(side: float) -> str:
    """An empty paragraph with a line across its top, drawn in by `side` mm left and right."""
    return (
        '<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
        '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>'
        f'<w:ind w:left="{twips(side)}" w:right="{twips(side)}"/><w:jc w:val="center"/></w:pPr></w:p>'
    )


def tabs(centres: Sequence[float]) -> str:
    stops = "".join(f'<w:tab w:val="center" w:pos="{twips(place)}"/>' for place in centres)
    return f"<w:tabs>{stops}</w:tabs>"


def with_tabs(line: str, stops: str) -> str:
    """The same paragraph set from the left with those stops."""
    head, end, rest = line.partition("</w:pPr>")
    head = head.replace("<w:spacing", f"{stops}<w:spacing", 1) if "<w:spacing" in head else head + stops
    head = re.sub(r"<w:jc [^>]*/>", "", head) + '<w:jc w:val="left"/>'
    return head + end + rest


def _anchor(number: int, x: float, y: float, width: float, height: float, shape: str) -> str:
    place = "".join(
        f'<wp:position{axis} relativeFrom="{ground}"><wp:posOffset>{round(mm * EMU_IN_MM)}</wp:posOffset>'
        f"</wp:position{axis}>"
        for axis, ground, mm in (("H", "column", x), ("V", "paragraph", y))
    )
    size = f'cx="{round(width * EMU_IN_MM)}" cy="{round(height * EMU_IN_MM)}"'
    return (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="251659264" behindDoc="0" locked="0" '
        'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'{place}<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="Hình {number}"/><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f"{shape.replace('@size', size)}</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def _either(drawing: str, picture: str) -> str:
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
        f"<mc:Fallback><w:pict>{picture}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def box(number: int, x: float, y: float, width: float, height: float, content: str) -> str:
    """A text box without edges; older programs get the same words in VML."""
    shape = (
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext @size/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/>'
    )
    at = f"margin-left:{x * POINTS_IN_MM:.1f}pt;margin-top:{y * POINTS_IN_MM:.1f}pt"
    sized = f"width:{width * POINTS_IN_MM:.1f}pt;height:{height * POINTS_IN_MM:.1f}pt"
    old = (
        f'<v:shape id="_x0000_s{1025 + number}" style="position:absolute;{at};{sized}" stroked="f" '
        'filled="f">'
        f'<v:textbox inset="0,0,0,0"><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape>'
    )
    return _either(_anchor(number, x, y, width, height, shape), old)


def stroke(number: int, x: float, y: float, width: float) -> str:
    """A drawn level line."""
    shape = (
        '<wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext @size/></a:xfrm><a:prstGeom prst="line">'
        '<a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
        "</wps:spPr><wps:bodyPr/>"
    )
    ends = [f"{mm * POINTS_IN_MM:.2f}pt,{y * POINTS_IN_MM:.2f}pt" for mm in (x, x + width)]
    old = f'<v:line id="_x0000_s{1025 + number}" style="position:absolute" from="{ends[0]}" to="{ends[1]}"/>'
    return _either(_anchor(number, x, y, width, 0, shape), old)


def section(page: dict[str, str], columns: Sequence[float] = (), kind: str = "") -> str:
    how = f'<w:type w:val="{kind}"/>' if kind else ""
    columned = "".join(f'<w:col w:w="{twips(width)}" w:space="0"/>' for width in columns)
    cols = (
        f'<w:cols w:num="{len(columns)}" w:equalWidth="0" w:space="0">{columned}</w:cols>'
        if columns
        else '<w:cols w:space="720"/>'
    )
    sides = " ".join(f'w:{side}="{page[side]}"' for side in ("top", "right", "bottom", "left"))
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="rId4"/>{how}'
        f'<w:pgSz w:w="{page["w"]}" w:h="{page["h"]}" w:code="9"/>'
        f'<w:pgMar {sides} w:header="567" w:footer="567" w:gutter="0"/>{cols}<w:titlePg/></w:sectPr>'
    )


def page_field(kind: str, run: str) -> str:
    """The number of the page as a simple or a complex field around `run`."""
    if kind == "simple":
        return f'<w:fldSimple w:instr="PAGE   \\* MERGEFORMAT">{run}</w:fldSimple>'
    look = re.search(r"<w:rPr>.*?</w:rPr>", run)
    asked = f"<w:r>{look.group() if look else ''}%s</w:r>"
    marks = [asked % f'<w:fldChar w:fldCharType="{mark}"/>' for mark in ("begin", "separate", "end")]
    code = asked % '<w:instrText xml:space="preserve"> PAGE </w:instrText>'
    return f"{marks[0]}{code}{marks[1]}{run}{marks[2]}"


def package(body: str, named: str, header: str, font: str, number: str) -> bytes:
    """The whole file; `font` is that of the theme."""
    if number == "gallery":
        header = (
            '<w:sdt><w:sdtPr><w:id w:val="-1769616900"/><w:docPartObj><w:docPartGallery '
            'w:val="Page Numbers (Top of Page)"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
            f"<w:sdtContent>{header}</w:sdtContent></w:sdt>"
        )
    kinds = {"document": "document.main", "styles": "styles", "settings": "settings", "header1": "header"}
    override = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{WORD_ML}.{kind}+xml"/>'
        for part, kind in kinds.items()
    )
    links = (("styles", "styles"), ("settings", "settings"), ("theme", "theme/theme1"), ("header", "header1"))
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{to}.xml"/>'
        for n, (kind, to) in enumerate(links, 1)
    )
    relations = f'<Relationships xmlns="{PACKAGE}/relationships">%s</Relationships>'
    main = f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{override}<Override PartName='
        '"/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
        "</Types>",
        "_rels/.rels": relations % main,
        "word/_rels/document.xml.rels": relations % related,
        "word/document.xml": f'<w:document {NAMESPACES} mc:Ignorable=""><w:body>{body}</w:body></w:document>',
        "word/styles.xml": named,
        "word/settings.xml": f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        "</w:settings>",
        "word/theme/theme1.xml": theme(font),
        "word/header1.xml": f"<w:hdr {NAMESPACES}>{header}</w:hdr>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in files.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + xml)
    return out.getvalue()


def theme(font: str) -> str:
    """The fonts and the colours of a theme."""
    latin = "".join(
        f'<a:{kind}Font><a:latin typeface="{face}"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}Font>'
        for kind, face in (("major", "Cambria"), ("minor", font))
    )
    colours = {
        "dk1": "000000",
        "lt1": "FFFFFF",
        "dk2": "44546A",
        "lt2": "E7E6E6",
        "hlink": "0563C1",
        "folHlink": "954F72",
    }
    colours |= {f"accent{n}": "4472C4" for n in range(1, 7)}
    order = ["dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink"]
    tints = "".join(f'<a:{key}><a:srgbClr val="{colours[key]}"/></a:{key}>' for key in order)
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="{SPACES["a"]}" name="Office"><a:themeElements><a:clrScheme name="Office">{tints}'
        f'</a:clrScheme><a:fontScheme name="Office">{latin}</a:fontScheme><a:fmtScheme name="Office">'
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )
