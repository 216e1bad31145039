"""Looking into Word files: parts, effective measures, the order the schema wants."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# The order of children in ECMA-376, part 1; Word repairs or refuses files that break it.
SCHEMA = """
pPr: pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr
  shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN
  bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc
  textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange
rPr: rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
  snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd
  fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath
tblPr: tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc
  tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription
tcPr: cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign
  hideMark
sectPr: headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders
  lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid
  printerSettings
style: name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed
  qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr
settings: zoom defaultTabStop characterSpacingControl compat docVars
tblBorders: top left start bottom right end insideH insideV
tblCellMar: top left start bottom right end
"""
ORDER = {
    line.partition(":")[0]: line.partition(":")[2].split()
    for line in SCHEMA.replace("\n  ", " ").strip().split("\n")
}


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(f"word/{name}.xml"))


def tag(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def value(element: etree._Element | None, name: str = "val") -> str:
    return "" if element is None else element.get(f"{W}{name}", "")


def disorder(root: etree._Element) -> list[str]:
    """Every place where children do not stand in the schema's order, or are not of the schema."""
    found = []
    for element in root.iter(*(f"{W}{name}" for name in ORDER)):
        names = [tag(child) for child in element]
        order = ORDER[tag(element)]
        strange = [name for name in names if name not in order]
        if strange or [order.index(name) for name in names] != sorted(order.index(name) for name in names):
            found.append(f"{tag(element)}: {names}")
    return found


def styles(data: bytes) -> dict[str, etree._Element]:
    return {value(style, "styleId"): style for style in part(data, "styles").iter(f"{W}style")}


def paragraphs(data: bytes) -> Iterator[tuple[str, str]]:
    """Style and words of every paragraph with words."""
    for paragraph in part(data, "document").iter(f"{W}p"):
        words = "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
        if words:
            yield value(paragraph.find(f"{W}pPr/{W}pStyle")), words
