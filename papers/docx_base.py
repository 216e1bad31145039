"""The empty Word file every paper starts from: styles of its form, page number, settings."""

from __future__ import annotations

import io
import zipfile
from functools import lru_cache
from html import escape

from papers import styles
from papers.styles import Form, Style

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PROPERTIES = f"{PACKAGE}/metadata/core-properties"
NAMESPACES = f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NUMBERED, MARKED, UNMARKED = "rIdHeader", "rIdMarked", "rIdUnmarked"  # headers: page number, mark, nothing
GAP, GRID, RULED = "gap", "grid", "ruled"  # our own styles beside those of the form
NAMES = {GAP: "Khoảng cách nhỏ", GRID: "Cột không kẻ", RULED: "Bảng kẻ"}
WORD_ML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TWIPS_IN_MM = 1440 / 25.4
RED = "FF0000"  # the ink of stamps
LINE = 'w:val="single" w:sz="4" w:space="0" w:color="000000"'


def twips(mm: float) -> int:
    return round(mm * TWIPS_IN_MM)


def package(profile: str, mark: str = "", duplex: bool = False) -> bytes:
    """A whole .docx of that form with an empty body (about 5 KB).

    `mark`: what first pages of a paper carry at the top; `duplex`: margins change places overleaf.
    """
    return _package(profile, mark, duplex, styles.edition())


@lru_cache(maxsize=32)
def _package(profile: str, mark: str, duplex: bool, _edition: int) -> bytes:
    form = styles.form(profile)
    where = "header" if form.number_at == "top" else "footer"
    headers = {(NUMBERED, where, f"{where}1"): _page_number(form)}
    if mark:
        headers[MARKED, "header", "header2"] = _header("circulation", f"<w:r><w:t>{escape(mark)}</w:t></w:r>")
        headers[UNMARKED, "header", "header3"] = _header("circulation", "")
    parts = {
        "[Content_Types].xml": _content_types([(name, kind) for _, kind, name in headers]),
        "_rels/.rels": _relations(
            ("rId1", f"{RELATIONS}/officeDocument", "word/document.xml"),
            ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{PROPERTIES}"/>',
        "word/_rels/document.xml.rels": _relations(
            ("rIdStyles", f"{RELATIONS}/styles", "styles.xml"),
            ("rIdSettings", f"{RELATIONS}/settings", "settings.xml"),
            *((key, f"{RELATIONS}/{kind}", f"{name}.xml") for key, kind, name in headers),
        ),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body><w:sectPr/></w:body></w:document>",
        "word/styles.xml": _styles(form),
        "word/settings.xml": _settings(duplex),
        **{f"word/{name}.xml": xml for (_, _, name), xml in headers.items()},
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            archive.writestr(name, DECLARATION + xml)
    return file.getvalue()


def _content_types(headers: list[tuple[str, str]]) -> str:
    kinds = {
        "/word/document.xml": f"{WORD_ML}.document.main+xml",
        "/word/styles.xml": f"{WORD_ML}.styles+xml",
        "/word/settings.xml": f"{WORD_ML}.settings+xml",
        **{f"/word/{name}.xml": f"{WORD_ML}.{kind}+xml" for name, kind in headers},
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    rows = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in kinds.items())
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def _relations(*rows: tuple[str, str, str]) -> str:
    links = "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{to}"/>' for i, kind, to in rows)
    return f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def _settings(duplex: bool) -> str:
    """Compatibility mode 15: Word 2013 and later lay the paper out as new; older Word skips the setting."""
    mirror = "<w:mirrorMargins/>" if duplex else ""
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/>{mirror}<w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        "</w:settings>"
    )


def _page_number(form: Form) -> str:
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    return _header("page_number", field, "hdr" if form.number_at == "top" else "ftr")


def _header(style: str, content: str, tag: str = "hdr") -> str:
    line = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'
    return f"<w:{tag} {NAMESPACES}>{line}</w:{tag}>"


def _styles(form: Form) -> str:
    fonts = " ".join(f'w:{script}="{form.font}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    body = form.styles["body"]
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/><w:color w:val="000000"/>'
        f"{_size(body.size)}"
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/>"
        '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:rPr><w:rFonts {fonts}/><w:color w:val="000000"/></w:rPr></w:style>'
    )
    gap = Style(NAMES[GAP], size=1, line=1)
    own = "".join(_paragraph_style(key, look) for key, look in {**form.styles, GAP: gap}.items())
    return f"<w:styles {NAMESPACES}>{defaults}{normal}{own}{_table_styles()}</w:styles>"


def _size(points: float) -> str:
    half_points = round(points * 2)
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _paragraph_style(key: str, look: Style) -> str:
    """Capitals are composed as letters, not by Word, so that the words read the same anywhere."""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{key}">'
        f'<w:name w:val="{escape(look.label)}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{_paragraph_look(look)}</w:pPr>'
        f"<w:rPr>{_run_look(look)}</w:rPr></w:style>"
    )


def _paragraph_look(look: Style) -> str:
    """The length of a ruled line is said by each paragraph, whose column it depends on."""
    line = (
        f'w:line="{round(look.line * 20)}" w:lineRule="exact"'
        if look.line
        else 'w:line="240" w:lineRule="auto"'
    )
    indent = f'w:left="{twips(look.left)}" ' if look.left else ""
    indent += f'w:firstLine="{twips(look.indent)}"' if look.indent else ""
    spacing = f'w:before="{round(look.before * 20)}" w:after="{round(look.after * 20)}" {line}'
    parts = (
        "<w:keepNext/>" if look.keep_next else "",
        f"<w:pBdr><w:top {LINE}/></w:pBdr>" if look.rule else "",
        f"<w:spacing {spacing}/>",
        f"<w:ind {indent}/>" if indent else "",
        f'<w:jc w:val="{look.align}"/>',
        f'<w:outlineLvl w:val="{look.level - 1}"/>' if look.level else "",
    )
    return "".join(parts)


def _run_look(look: Style) -> str:
    bold = "<w:b/><w:bCs/>" if look.bold else ""
    italic = "<w:i/><w:iCs/>" if look.italic else ""
    underline = '<w:u w:val="single"/>' if look.underline else ""
    ink = f'<w:color w:val="{RED}"/>' if look.red else ""
    return f"{bold}{italic}{ink}{_size(look.size)}{underline}"


def _table_styles() -> str:
    edges = "".join(
        f"<w:{edge} {LINE}/>" for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return _table_style(GRID, "", 0) + _table_style(
        RULED, f"<w:tblBorders>{edges}</w:tblBorders>", twips(1.2)
    )


def _table_style(key: str, borders: str, margin: int) -> str:
    sides = "".join(
        f'<w:{side} w:w="{margin if side in ("left", "right") else 0}" w:type="dxa"/>'
        for side in ("top", "left", "bottom", "right")
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{key}"><w:name w:val="{NAMES[key]}"/>'
        f"<w:tblPr>{borders}<w:tblCellMar>{sides}</w:tblCellMar></w:tblPr></w:style>"
    )
