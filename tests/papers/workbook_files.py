"""Workbooks made part by part, so that each trap is in them and nothing else."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from papers.workbooks.table import address

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
Cells = Sequence[Sequence[object]]


@dataclass
class Raw:
    """A cell written as it stands: XML inside <c>, attributes of it, text for the other formats."""

    inner: str
    said: str = ""


@dataclass
class Made:
    """One sheet to write: rows from row 1; merged areas as "A1:B2"; fonts by the number of a style."""

    rows: Cells
    name: str = "Sheet1"
    merged: Sequence[str] = ()
    hidden: Sequence[int] = ()
    state: str = "visible"
    styles: dict[str, int] = field(default_factory=dict)  # address → style
    before: str = ""  # XML before <sheetData>
    after: str = ""  # rows after the others, as XML


FONTS = ("Times New Roman", ".VnTime", "VNI-Times", ".VnTimeH")
DAY, TIME, SPAN = 4, 5, 6  # styles beside those of the fonts


def xlsx(path: Path, *sheets: Made, is_1904: bool = False, extra: dict[str, bytes] | None = None) -> Path:
    """The workbook, words in the cells themselves."""
    names = "".join(
        f'<sheet name={quoteattr(one.name)} sheetId="{n}" state="{one.state}" r:id="rId{n}"/>'
        for n, one in enumerate(sheets, 1)
    )
    parts = {
        "_rels/.rels": _links([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><workbookPr '
        f'date1904="{int(is_1904)}"/>'
        f"<sheets>{names}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _links(
            [
                *(("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)),
                ("styles", "styles.xml"),
                ("sharedStrings", "sharedStrings.xml"),
            ]
        ),
        "xl/styles.xml": _styles(),
        **{f"xl/worksheets/sheet{n}.xml": sheet_xml(one) for n, one in enumerate(sheets, 1)},
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in {**parts, **(extra or {})}.items():
            archive.writestr(name, words)
    return path


def _links(rows: list[tuple[str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="rId{n}" Type="{RELATIONS}/{kind}" Target="{to}"/>'
        for n, (kind, to) in enumerate(rows, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}">{made}</Relationships>'


def _styles() -> str:
    fonts = "".join(f'<font><name val="{name}"/></font>' for name in FONTS)
    plain = "".join(f'<xf fontId="{n}" numFmtId="0"/>' for n in range(len(FONTS)))
    shown = "".join(f'<xf fontId="0" numFmtId="{n}"/>' for n in (14, 20, 46))
    return (
        f'<styleSheet xmlns="{MAIN}"><fonts>{fonts}</fonts>'
        f"<cellStyleXfs><xf/></cellStyleXfs><cellXfs>{plain}{shown}</cellXfs></styleSheet>"
    )


def sheet_xml(sheet: Made) -> str:
    rows = []
    for number, cells in enumerate(sheet.rows, 1):
        hidden = ' hidden="1"' if number in sheet.hidden else ""
        said = "".join(_cell(number, column, cell, sheet.styles) for column, cell in enumerate(cells, 1))
        if said or hidden:
            rows.append(f'<row r="{number}"{hidden}>{said}</row>')
    merged = "".join(f'<mergeCell ref="{area}"/>' for area in sheet.merged)
    return (
        f'<worksheet xmlns="{MAIN}">{sheet.before}<sheetData>{"".join(rows)}{sheet.after}</sheetData>'
        f"<mergeCells>{merged}</mergeCells></worksheet>"
    )


def _cell(row: int, column: int, value: object, styles: dict[str, int]) -> str:
    place = address(row, column)
    look = styles.get(place, DAY if isinstance(value, date) else 0)
    if value is None:
        return ""
    if isinstance(value, Raw):
        return f'<c r="{place}" s="{look}"{value.inner}</c>'
    if isinstance(value, bool):
        return f'<c r="{place}" s="{look}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, date):
        return f'<c r="{place}" s="{look}"><v>{serial(value)}</v></c>'
    if isinstance(value, (int, float)):
        return f'<c r="{place}" s="{look}"><v>{value!r}</v></c>'
    words = escape(str(value))
    return f'<c r="{place}" s="{look}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'


def serial(day: date) -> int:
    return (day - date(1899, 12, 30)).days


# .xls


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def wide(words: str, length: str = "<H") -> bytes:
    """A BIFF8 string of two-byte letters."""
    return struct.pack(length, len(words)) + b"\1" + words.encode("utf-16-le")


def biff(*sheets: Made, is_1904: bool = False, extra: bytes = b"", shared: bool = True) -> bytes:
    """A BIFF8 stream; words in the shared strings, or (`shared` off) in the cells."""
    strings = sorted({str(v) for one in sheets for row in one.rows for v in row if isinstance(v, str)})
    places = {words: number for number, words in enumerate(strings)}
    fonts = b"".join(
        record(0x31, struct.pack("<HHHHHBBBB", 240, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + wide(name, "<B"))
        for name in (*FONTS, FONTS[0])
    )
    looks = b"".join(
        record(0xE0, struct.pack("<HH", font, shape) + bytes(16))
        for font, shape in ((0, 0), (1, 0), (2, 0), (3, 0), (0, 14), (0, 20), (0, 46))
    )
    bodies = [_biff_sheet(one, places if shared else {}) for one in sheets]
    start = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)) + extra
    start += record(0x22, struct.pack("<H", is_1904)) + fonts + looks
    table = sst(strings)
    size = (
        len(start)
        + len(table)
        + 4
        + sum(len(record(0x85, bytes(6) + wide(one.name, "<B"))) for one in sheets)
    )
    bound = b""
    for one, body in zip(sheets, bodies, strict=True):
        flags = struct.pack("<IBB", size, int(one.state != "visible"), 0)
        bound += record(0x85, flags + wide(one.name, "<B"))
        size += len(body)
    return start + bound + table + record(0x0A, b"") + b"".join(bodies)


def sst(strings: Sequence[str], most: int = 8000) -> bytes:
    """The shared strings, cut into CONTINUE records inside a string where they are many."""
    parts, body = [], struct.pack("<II", len(strings), len(strings))
    for words in strings:
        body += struct.pack("<HB", len(words), 1)
        for letter in words:
            if len(body) + 2 > most:
                parts.append(body)
                body = b"\1"
            body += letter.encode("utf-16-le")
        if len(body) + 3 > most:
            parts.append(body)
            body = b""
    parts.append(body)
    return record(0xFC, parts[0]) + b"".join(record(0x3C, part) for part in parts[1:])


def _biff_sheet(sheet: Made, places: dict[str, int]) -> bytes:
    made = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    for row in sheet.hidden:
        made += record(0x208, struct.pack("<HHHHHHHH", row - 1, 0, 9, 300, 0, 0, 0x20, 0))
    for row, cells in enumerate(sheet.rows):
        for column, value in enumerate(cells):
            look = sheet.styles.get(address(row + 1, column + 1), DAY if isinstance(value, date) else 0)
            made += _biff_cell(struct.pack("<HHH", row, column, look), value, places)
    areas = [_area(one) for one in sheet.merged]
    body = struct.pack("<H", len(areas)) + b"".join(struct.pack("<4H", *area) for area in areas)
    return made + record(0xE5, body) + record(0x0A, b"")


def _biff_cell(start: bytes, value: object, places: dict[str, int]) -> bytes:
    if value is None:
        return b""
    if isinstance(value, Raw):
        return record(*_raw_record(start, value))
    if isinstance(value, bool):
        return record(0x205, start + struct.pack("<BB", value, 0))
    if isinstance(value, str):
        if value in places:
            return record(0xFD, start + struct.pack("<I", places[value]))
        return record(0x204, start + wide(value))
    if isinstance(value, int):
        return record(0x27E, start + struct.pack("<I", (value << 2 | 2) & 0xFFFFFFFF))
    number = float(serial(value)) if isinstance(value, date) else float(str(value))
    return record(0x203, start + struct.pack("<d", number))


def _raw_record(start: bytes, value: Raw) -> tuple[int, bytes]:
    return 0x205, start + struct.pack("<BB", 42, 1)


def _area(words: str) -> tuple[int, int, int, int]:
    first, _, last = words.partition(":")
    (top, left), (bottom, right) = _place(first), _place(last or first)
    return top - 1, bottom - 1, left - 1, right - 1


def _place(words: str) -> tuple[int, int]:
    letters = words.rstrip("0123456789")
    column = 0
    for one in letters:
        column = column * 26 + ord(one) - 64
    return int(words[len(letters) :]), column


def compound(streams: dict[str, bytes]) -> bytes:
    """An old Office container with the streams, each in sectors of its own."""
    size, fat, body = 512, list[int](), b""
    entries = _entry("Root Entry", 5, 0xFFFFFFFE, 0)
    for name, data in streams.items():
        data = data.ljust(4096, b"\0")
        count = -(-len(data) // size)
        entries += _entry(name, 2, len(fat), len(data))
        fat += [*range(len(fat) + 1, len(fat) + count), 0xFFFFFFFE]
        body += data.ljust(count * size, b"\0")
    directory = len(fat)
    entries = entries.ljust(-(-len(entries) // size) * size, b"\0")
    count = len(entries) // size
    fat += [*range(directory + 1, directory + count), 0xFFFFFFFE]
    body += entries
    sectors = -(-(len(fat) + 8) // 128)
    first = len(fat)
    fat += [0xFFFFFFFD] * sectors
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(sectors * size, b"\xff")
    head = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
        + bytes(10)
    )
    head += struct.pack("<8I", sectors, directory, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<109I", *(first + n if n < sectors else 0xFFFFFFFF for n in range(109)))
    return head + body + table


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    said = name.encode("utf-16-le").ljust(64, b"\0")
    links = struct.pack("<HBBIII", 2 * len(name) + 2, kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF)
    return said + links + bytes(36) + struct.pack("<IQ", start, size)


def xls(path: Path, *sheets: Made, is_1904: bool = False) -> Path:
    path.write_bytes(compound({"Workbook": biff(*sheets, is_1904=is_1904)}))
    return path


# .ods


def ods(path: Path, *sheets: Made, tail: str = "") -> Path:
    """The workbook; `tail` is XML after the rows of each sheet."""
    tables = "".join(
        f"<table:table table:name={quoteattr(one.name)}>{_ods_rows(one)}{tail}</table:table>"
        for one in sheets
    )
    spaces = " ".join(f'xmlns:{one}="{OFFICE}{one}:1.0"' for one in ("office", "table", "text", "style"))
    fonts = "".join(
        f'<style:style style:name="f{n}" style:family="table-cell">'
        f'<style:text-properties style:font-name="{name}"/>'
        "</style:style>"
        for n, name in enumerate(FONTS)
    )
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{fonts}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return path


def _ods_rows(sheet: Made) -> str:
    starts = {(area[0], area[2]): area for area in map(_area, sheet.merged)}
    rows = []
    for row, cells in enumerate(sheet.rows):
        hidden = ' table:visibility="collapse"' if row + 1 in sheet.hidden else ""
        said = "".join(
            _ods_cell(cell, starts.get((row, column)), sheet.styles.get(address(row + 1, column + 1), 0))
            for column, cell in enumerate(cells)
        )
        rows.append(f"<table:table-row{hidden}>{said or '<table:table-cell/>'}</table:table-row>")
    return "".join(rows)


def _ods_cell(value: object, area: tuple[int, int, int, int] | None, look: int) -> str:
    wide_ = f' table:style-name="f{look}"' if look < len(FONTS) else ""
    if area:
        wide_ += f' table:number-columns-spanned="{area[3] - area[2] + 1}"'
        wide_ += f' table:number-rows-spanned="{area[1] - area[0] + 1}"'
    if value is None:
        return f"<table:table-cell{wide_}/>"
    if isinstance(value, bool):
        kind = f'office:value-type="boolean" office:boolean-value="{str(value).lower()}"'
    elif isinstance(value, date):
        kind = f'office:value-type="date" office:date-value="{value.isoformat()}"'
    elif isinstance(value, (int, float)):
        kind = f'office:value-type="float" office:value="{value}"'
    else:
        kind = 'office:value-type="string"'
    words = value.said if isinstance(value, Raw) else str(value)
    if isinstance(value, Raw):
        kind = 'table:formula="of:=1/0" office:value-type="string"'
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in words.split("\n"))
    return f"<table:table-cell{wide_} {kind}>{lines}</table:table-cell>"


def write(kind: str, path: Path, *sheets: Made) -> Path:
    """The same sheets in the named format."""
    return {"xlsx": xlsx, "xls": xls, "ods": ods}[kind](path, *sheets)
