"""What Word demands of a file beyond its words: order of elements, parts that are there, whole tables.

The orders are those of ECMA-376 part 1 (transitional); Word repairs or refuses files that break them.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
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
styles: docDefaults latentStyles style
docDefaults: rPrDefault pPrDefault
settings: writeProtection view zoom removePersonalInformation removeDateAndTime
  doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText
  printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts
  saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
  bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors
  activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter
  stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves
  doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet
  defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps
  showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting
  bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing
  displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin
  drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning
  characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore
  savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent
  alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt
  showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat
  docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats
  doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary
  shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator
tbl: bookmarkStart bookmarkEnd tblPr tblGrid tr
tr: tblPrEx trPr tc
pBdr: top left bottom right between bar
tblBorders: top left start bottom right end insideH insideV
tblCellMar: top left start bottom right end
"""
ORDER = {
    line.partition(":")[0]: line.partition(":")[2].split()
    for line in SCHEMA.replace("\n  ", " ").strip().split("\n")
}
# Members that stand in any order.
SETS = {
    "trPr": {"cnfStyle", "divId", "gridBefore", "gridAfter", "wBefore", "wAfter", "cantSplit", "trHeight",
             "tblHeader", "tblCellSpacing", "jc", "hidden", "ins", "del", "trPrChange"},
    "body": {"p", "tbl", "sdt", "customXml", "bookmarkStart", "bookmarkEnd", "sectPr", "proofErr",
             "commentRangeStart", "commentRangeEnd", "altChunk"},
    "tc": {"tcPr", "p", "tbl", "sdt", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"},
}  # fmt: skip
# What heads its parent.
FIRST = {"p": "pPr", "r": "rPr", "tc": "tcPr", "tr": "trPr", "tbl": "tblPr"}


def tag(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def disorder(root: etree._Element) -> list[str]:
    """Every place where children do not stand in the schema's order, or are not of the schema."""
    found = []
    for element in root.iter(*(f"{W}{name}" for name in {*ORDER, *SETS, *FIRST})):
        name = tag(element)
        names = [tag(child) for child in element if isinstance(child.tag, str)]
        order = ORDER.get(name)
        if order is not None:
            places = [order.index(one) if one in order else -1 for one in names]
            if -1 in places or places != sorted(places) or _twice(name, names):
                found.append(f"{name}: {names}")
        elif set(names) - SETS.get(name, set(names)):
            found.append(f"{name}: {names}")
        head = FIRST.get(name)
        if head and head in names[1:] and not (name in ("tbl", "tr") and names.count(head) == 1):
            found.append(f"{name}: {head} is not first")
    return found


def _twice(name: str, names: list[str]) -> bool:
    """Members of properties stand once; references to headers, rows and styles may come again."""
    many = {"headerReference", "footerReference", "tr", "tc", "style", "tblStylePr", "activeWritingStyle"}
    return any(count > 1 and one not in many for one, count in Counter(names).items())


def faults(data: bytes) -> list[str]:
    """All that Word would repair or refuse in a .docx of ours; empty for a sound one."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        roots = {
            name: etree.fromstring(archive.read(name)) for name in names if name.endswith((".xml", ".rels"))
        }
    found = [f"{name} twice" for name, count in Counter(names).items() if count > 1]
    for name, root in roots.items():
        found += [f"{name}: {fault}" for fault in disorder(root)]
    found += _missing_parts(names, roots)
    found += _broken_body(roots["word/document.xml"], roots["word/styles.xml"])
    return found


def _missing_parts(names: Iterable[str], roots: dict[str, etree._Element]) -> Iterator[str]:
    """Relationships lead to parts, ids lead to relationships, every part has its kind."""
    known = set(names)
    kinds = roots["[Content_Types].xml"]
    typed = {one.get("PartName", "").lstrip("/") for one in kinds.iter(f"{TYPES}Override")}
    defaults = {one.get("Extension", "") for one in kinds.iter(f"{TYPES}Default")}
    yield from (f"{name} has no kind" for name in known - typed if name.rpartition(".")[2] not in defaults)
    yield from (f"{name} is typed but not there" for name in typed - known)
    for name, root in roots.items():
        if not name.endswith(".rels"):
            continue
        folder, _, file = name.rpartition("_rels/")
        rows = {one.get("Id", ""): one for one in root.iter(f"{PACKAGE}Relationship")}
        for one in rows.values():
            target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/")
            if one.get("TargetMode") != "External" and target not in known:
                yield f"{name}: {target} is not there"
        source = roots.get(folder + file.removesuffix(".rels"))
        used = set() if source is None else {one.get(f"{R}id") for one in source.iter() if one.get(f"{R}id")}
        yield from (f"{name}: no relation {one}" for one in used - set(rows))


def _broken_body(document: etree._Element, styles: etree._Element) -> Iterator[str]:
    body = document.find(f"{W}body")
    assert body is not None
    if tag(body[-1]) != "sectPr" or len(body.findall(f"{W}sectPr")) != 1:
        yield "body: sectPr is not last and alone"
    for cell in document.iter(f"{W}tc"):
        if tag(cell[-1]) != "p":
            yield "tc: no paragraph at its end"
    for table in document.iter(f"{W}tbl"):
        following = table.getnext()
        if following is None or tag(following) != "p":
            yield "tbl: no paragraph behind it"
        yield from _ragged(table)
    marks = [one.get(f"{W}id") for one in document.iter(f"{W}bookmarkStart")]
    if len(set(marks)) != len(marks):
        yield "bookmarkStart: an id twice"
    known = {one.get(f"{W}styleId") for one in styles.iter(f"{W}style")}
    for kind in ("pStyle", "rStyle", "tblStyle"):
        used = {one.get(f"{W}val") for one in document.iter(f"{W}{kind}")}
        yield from (f"{kind}: no style {name}" for name in used - known)


def _ragged(table: etree._Element) -> Iterator[str]:
    """Rows whose cells do not fill the columns of the grid."""
    columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
    for row in table.findall(f"{W}tr"):
        filled = 0
        for cell in row.findall(f"{W}tc"):
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            filled += int(span.get(f"{W}val", "1")) if span is not None else 1
        if filled != columns:
            yield f"tr: {filled} of {columns} columns"
