"""Small Word files written part by part, for the reader of the form."""

from __future__ import annotations

import zipfile
from pathlib import Path

from papers.checking.reading import File, Para, read
from tests.papers.foreign_parts import NAMESPACES, OFFICE, PACKAGE, theme

STRICT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "wordprocessingml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "officeDocument/relationships",
    "http://schemas.openxmlformats.org/drawingml/2006/": "drawingml/",
}
PARTS = ("styles", "numbering", "settings", "header", "footer")


def write(path: Path, body: str, strict: bool = False, font: str = "Times New Roman", **parts: str) -> Path:
    """`parts`: the inside of styles, numbering, settings, header, footer."""
    roots = {
        "styles": "styles",
        "numbering": "numbering",
        "settings": "settings",
        "header": "hdr",
        "footer": "ftr",
    }
    files = {
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/theme/theme1.xml": theme(font),
    }
    files |= {
        f"word/{name}.xml": f"<w:{roots[name]} {NAMESPACES}>{inside}</w:{roots[name]}>"
        for name, inside in parts.items()
    }
    links = {**{name: f"{name}.xml" for name in parts}, "theme": "theme/theme1.xml"}
    related = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{name}" Target="{to}"/>' for name, to in links.items()
    )
    relations = f'<Relationships xmlns="{PACKAGE}/relationships">%s</Relationships>'
    files["word/_rels/document.xml.rels"] = relations % related
    files["_rels/.rels"] = relations % (
        f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="/word/document.xml"/>'
    )
    with zipfile.ZipFile(path, "w") as archive:
        for name, xml in files.items():
            for usual, named in STRICT.items() if strict else ():
                xml = xml.replace(usual, f"http://purl.oclc.org/ooxml/{named}")
            archive.writestr(name, xml)
    return path


def file(folder: Path, body: str, strict: bool = False, font: str = "Times New Roman", **parts: str) -> File:
    return read(write(folder / "paper.docx", body, strict, font, **parts))


def first(folder: Path, body: str, strict: bool = False, font: str = "Times New Roman", **parts: str) -> Para:
    """The first paragraph that says anything."""
    return next(para for para in file(folder, body, strict, font, **parts).paras if para.text)


def style(key: str, words: str = "", lines: str = "", based: str = "", kind: str = "paragraph") -> str:
    usual = ' w:default="1"' if key == "Normal" else ""
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}"{usual} w:styleId="{key}"><w:name w:val="{key}"/>{on}'
        f"<w:pPr>{lines}</w:pPr><w:rPr>{words}</w:rPr></w:style>"
    )


def p(words: str, key: str = "", lines: str = "", look: str = "") -> str:
    named = f'<w:pStyle w:val="{key}"/>' if key else ""
    return f"<w:p><w:pPr>{named}{lines}</w:pPr>{r(words, look)}</w:p>"


def r(words: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'
