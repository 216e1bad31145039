"""Word files an office might make, built of their XML: paragraphs, tables, text boxes, fields."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from lxml import etree

from papers.filling import Fields, Parts, Values
from rules import markers
from tests.papers.office_xml import W

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACK = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PLAIN = "application/vnd.openxmlformats-package"
SPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{REL}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
SECTION = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701"/>'
)


def r(words: str, look: str = "") -> str:
    """A run."""
    shape = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{shape}<w:t xml:space="preserve">{escape(words, quote=False)}</w:t></w:r>'


def p(*parts: str, look: str = "") -> str:
    """A paragraph of runs; words alone become one."""
    runs = "".join(part if part.startswith("<") else r(part) for part in parts)
    return f"<w:p>{f'<w:pPr>{look}</w:pPr>' if look else ''}{runs}</w:p>"


def cell(*paragraphs: str, look: str = "") -> str:
    whole = "".join(one if one.startswith("<") else p(one) for one in paragraphs)
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{look}</w:tcPr>{whole or "<w:p/>"}</w:tc>'


def row(*cells: str, header: bool = False) -> str:
    shape = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
    return f"<w:tr>{shape}{''.join(c if c.startswith('<w:tc>') else cell(c) for c in cells)}</w:tr>"


def table(*rows: str, columns: int = 2) -> str:
    grid = '<w:gridCol w:w="2000"/>' * columns
    shape = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{shape}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def field(code: str, shown: str = "") -> str:
    """A field of Word the long way."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(code, quote=False)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{r(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def simple(code: str, shown: str = "") -> str:
    return f'<w:fldSimple w:instr="{escape(code)}">{r(shown) if shown else ""}</w:fldSimple>'


def box(*paragraphs: str, fallback: Sequence[str] | None = None, number: int = 7) -> str:
    """A text box as Word writes it: as it is, and once more for older programs."""
    older = paragraphs if fallback is None else fallback
    return (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="1" cy="1"/>'
        f'<wp:docPr id="{number}" name="Hộp"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f"<wps:txbx><w:txbxContent>{''.join(paragraphs)}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f'<mc:Fallback><w:pict><v:rect id="_x0000_s{1000 + number}" o:spid="_x0000_s{1000 + number}">'
        f"<v:textbox><w:txbxContent>{''.join(older)}</w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def picture(number: int = 3, link: str = "") -> str:
    where = f'r:link="{link}"' if link else 'r:embed="rIdPicture"'
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="{number}" name="Hình {number}"/>'
        f'<a:graphic><a:graphicData uri="x"><a:blip {where}/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def bookmark(name: str, *inside: str, number: int = 4) -> str:
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{"".join(inside)}<w:bookmarkEnd w:id="{number}"/>'
    )


def comment(*inside: str, number: int = 0) -> str:
    return (
        f'<w:commentRangeStart w:id="{number}"/>{"".join(inside)}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def control(*inside: str, kind: str = '<w:alias w:val="Ô nhập"/>') -> str:
    shape = f'<w:sdtPr>{kind}<w:id w:val="77"/></w:sdtPr>'
    return f"<w:sdt>{shape}<w:sdtContent>{''.join(inside)}</w:sdtContent></w:sdt>"


def section(*references: str, more: str = "") -> str:
    links = "".join(references)
    return f"<w:sectPr>{links}{SECTION}{more}</w:sectPr>"


class Maker:
    """A whole file; parts beside the body are added before `data`."""

    def __init__(self, *blocks: str, end: str = "") -> None:
        self.blocks = blocks
        self.end = end
        self.parts: dict[str, str | bytes] = {}
        self.kinds: dict[str, str] = {"word/document.xml": f"{KIND}.document.main+xml"}
        self.links: list[str] = []
        self.references: list[str] = []
        self.raw: bytes | None = None

    def link(self, name: str, kind: str, target: str, outside: bool = False) -> Maker:
        mode = ' TargetMode="External"' if outside else ""
        self.links.append(f'<Relationship Id="{name}" Type="{REL}/{kind}" Target="{escape(target)}"{mode}/>')
        return self

    def part(self, name: str, kind: str, xml: str) -> Maker:
        self.parts[f"word/{name}.xml"] = xml
        self.kinds[f"word/{name}.xml"] = f"{KIND}.{kind}+xml"
        return self.link(f"rId_{name}", kind, f"{name}.xml")

    def header(self, *paragraphs: str, where: str = "default", foot: bool = False) -> Maker:
        kind, tag = ("footer", "ftr") if foot else ("header", "hdr")
        name = f"{kind}_{where}"
        self.references.append(f'<w:{kind}Reference w:type="{where}" r:id="rId_{name}"/>')
        return self.part(name, kind, f"<w:{tag} {SPACES}>{''.join(paragraphs)}</w:{tag}>")

    def notes(self, *texts: str) -> Maker:
        rows = "".join(f'<w:footnote w:id="{n}">{p(words)}</w:footnote>' for n, words in enumerate(texts, 1))
        return self.part("footnotes", "footnotes", f"<w:footnotes {SPACES}>{rows}</w:footnotes>")

    def comments(self, *texts: str) -> Maker:
        rows = "".join(
            f'<w:comment w:id="{n}" w:author="Chánh Văn phòng">{p(words)}</w:comment>'
            for n, words in enumerate(texts)
        )
        return self.part("comments", "comments", f"<w:comments {SPACES}>{rows}</w:comments>")

    def settings(self, inside: str = "") -> Maker:
        return self.part("settings", "settings", f"<w:settings {SPACES}>{inside}</w:settings>")

    def styles(self, inside: str = "") -> Maker:
        normal = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
        return self.part("styles", "styles", f"<w:styles {SPACES}>{normal}{inside}</w:styles>")

    def document(self) -> str:
        end = self.end or section(*sorted(self.references, reverse=True))
        return f"<w:document {SPACES}><w:body>{''.join(self.blocks)}{end}</w:body></w:document>"

    def data(self) -> bytes:
        rows = "".join(
            f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in self.kinds.items()
        )
        whole: dict[str, str | bytes] = {
            "[Content_Types].xml": f'<Types xmlns="{PACK}/content-types">'
            f'<Default Extension="rels" ContentType="{PLAIN}.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{PACK}/relationships"><Relationship Id="rId1" '
            f'Type="{REL}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACK}/relationships">'
            f"{''.join(self.links)}</Relationships>",
            "word/document.xml": self.raw or self.document(),
            **self.parts,
        }
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in whole.items():
                archive.writestr(name, content)
        return out.getvalue()

    def write(self, folder: Path, name: str = "mau.docx") -> Path:
        path = folder / name
        path.write_bytes(self.data())
        return path


# What is asked for and what came out


def fields_of(**single: str | None) -> Fields:
    return {markers.key(name): (() if words is None else (words,)) for name, words in single.items()}


def values(
    single: Mapping[str, str | Parts] | None = None,
    lists: Mapping[str, Sequence[Mapping[str, str]]] | None = None,
) -> Values:
    """Values by the names clerks write."""
    return Values(
        {markers.key(k): ((v,) if v else ()) if isinstance(v, str) else v for k, v in (single or {}).items()},
        {
            markers.key(name): [
                {markers.key(k): (v,) if v else () for k, v in {"TT": str(n), **one}.items()}
                for n, one in enumerate(rows, 1)
            ]
            for name, rows in (lists or {}).items()
        },
    )


def tree(data: bytes, name: str = "document") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(f"word/{name}.xml"))


def said(element: etree._Element) -> str:
    """The words of an element, line ends as "\\n"; deleted ones and those of text boxes in it are none."""
    out = []
    signs = {f"{W}br": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}
    for part in element.iter(f"{W}t", *signs):
        around = [one.tag for one in part.iterancestors()]
        around = around[: list(part.iterancestors()).index(element)]
        if not {f"{W}del", f"{W}moveFrom", f"{W}txbxContent"} & set(around):
            out.append(signs.get(part.tag) or part.text or "")
    return "".join(out)


def lines(data: bytes, name: str = "document") -> list[str]:
    """Every paragraph of a part, the empty ones too."""
    return [said(one) for one in tree(data, name).iter(f"{W}p")]


def rows(data: bytes) -> list[list[str]]:
    """Every row of every table as the words of its cells."""
    return [[said(c) for c in one.iterchildren(f"{W}tc")] for one in tree(data).iter(f"{W}tr")]
