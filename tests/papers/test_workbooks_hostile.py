"""Workbooks that are broken, locked, swollen or none at all: one plain sentence, soon, and nothing else."""

from __future__ import annotations

import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from papers.workbooks.table import Table
from papers.xlsx_file import read_table
from rules.trouble import Refused
from tests.papers.workbook_cases import HEAD, ONE, TWO
from tests.papers.workbook_files import (
    MAIN,
    Made,
    biff,
    compound,
    ods,
    record,
    write,
    xls,
    xlsx,
)

TOP = Path(__file__).resolve().parents[2]
PLAIN = Made([HEAD, ONE, TWO])
FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
FAR_ODS = (
    '<table:table-row table:number-rows-repeated="1048572"><table:table-cell/></table:table-row>'
    '<table:table-row><table:table-cell table:number-columns-repeated="16383"/>'
    '<table:table-cell office:value-type="float" office:value="1"/></table:table-row>'
)
FULL_ODS = (
    '<table:table-row table:number-rows-repeated="1048572"><table:table-cell office:value-type="float"'
    ' office:value="1" table:number-columns-repeated="16384"/></table:table-row>'
)


def swollen(part: str, start: bytes, unit: bytes, times: int) -> Callable[[Path], Path]:
    """A workbook one part of which unpacks to very much."""

    def make(path: Path) -> Path:
        xlsx(path, PLAIN)
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist() if name != part}
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name, data in parts.items():
                archive.writestr(name, data)
            with archive.open(part, "w") as file:
                file.write(start)
                for _ in range(times):
                    file.write(unit)
        return path

    return make


def bytes_of(data: bytes) -> Callable[[Path], Path]:
    def make(path: Path) -> Path:
        path.write_bytes(data)
        return path

    return make


def zipped(parts: dict[str, str], flags: int = 0) -> Callable[[Path], Path]:
    def make(path: Path) -> Path:
        with zipfile.ZipFile(path, "w") as archive:
            for name, words in parts.items():
                archive.writestr(name, words)
        if flags:  # of every entry's record in the directory at the end
            data = bytearray(path.read_bytes())
            place = data.find(b"PK\x01\x02")
            while place >= 0:
                data[place + 8] |= flags
                place = data.find(b"PK\x01\x02", place + 4)
            path.write_bytes(data)
        return path

    return make


SHEET = f'<worksheet xmlns="{MAIN}"><sheetData>'.encode()
LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    f'<workbook xmlns="{MAIN}"><sheets><sheet name="&b;"/></sheets></workbook>'
)
LOCKED_ODS = {
    "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
    "META-INF/manifest.xml": '<m:manifest xmlns:m="urn:m"><m:encryption-data/></m:manifest>',
    "content.xml": "\x00\x01",
}
SHEET1, CELLS = "xl/worksheets/sheet1.xml", b"<row><c><v>1</v></c></row>" * 40000
LOCKED_OLE = compound({"EncryptionInfo": b"x", "EncryptedPackage": b"x"})
LOCKED_XLS = compound({"Workbook": biff(PLAIN, extra=record(0x2F, bytes(6)))})
SPREADSHEETML = b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
REFUSED: dict[str, tuple[str, Callable[[Path], Path], str]] = {
    "encrypted": ("a.xlsx", bytes_of(LOCKED_OLE), "mật khẩu"),
    "encrypted old": ("a.xls", bytes_of(LOCKED_XLS), "mật khẩu"),
    "encrypted zip": ("a.xlsx", zipped({"xl/workbook.xml": ""}, flags=1), "mật khẩu"),
    "encrypted ods": ("a.ods", zipped(LOCKED_ODS), "mật khẩu"),
    "bomb of cells": ("a.xlsx", swollen(SHEET1, SHEET, CELLS, 60), "lớn"),
    "bomb of one string": ("a.xlsx", swollen(SHEET1, SHEET, b"a" * 10**6, 60), "lớn"),
    "bomb of rows": ("a.xlsx", swollen(SHEET1, SHEET, b"<row></row>" * 90000, 60), "lớn"),
    "bomb of sheets": ("a.xlsx", swollen("xl/workbook.xml", b"<workbook>", b"<sheet/>" * 100000, 60), "lớn"),
    "full ods": ("a.ods", lambda path: ods(path, PLAIN, tail=FULL_ODS), "lớn"),
    "laughing entities": ("a.xlsx", zipped({"xl/workbook.xml": LAUGHS}), "phức tạp"),
    "half a zip": ("a.xlsx", lambda path: bytes_of(xlsx(path, PLAIN).read_bytes()[:900])(path), "hỏng"),
    "half an xls": ("a.xls", bytes_of(compound({"Workbook": biff(PLAIN)})[:700]), "hỏng"),
    "zip with broken XML": ("a.xlsx", zipped({"xl/workbook.xml": "<workbook><sheets>"}), "hỏng"),
    "nothing": ("a.xlsx", bytes_of(b""), "không có gì"),
    "noise": ("a.xlsx", bytes_of(b"\x13\x37" * 500), "không phải bảng tính"),
    "text": ("a.xlsx", bytes_of("Kính gửi các đồng chí".encode()), "không phải bảng tính"),
    "web page": ("a.xls", bytes_of(b"<html><table><tr><td>1</td></tr></table></html>"), "trang web"),
    "spreadsheet XML": ("a.xls", bytes_of(SPREADSHEETML), "XML"),
    "Word file": ("a.xlsx", zipped({"word/document.xml": "<w/>", "_rels/.rels": "<r/>"}), "Word"),
    "old Word file": ("a.xls", bytes_of(compound({"WordDocument": b"x"})), "Word"),
    "picture": ("a.ods", bytes_of(b"\x89PNG\r\n\x1a\n" + bytes(100)), "không phải bảng tính"),
    "other zip": ("a.xlsx", zipped({"a.txt": "x"}), "không phải bảng tính"),
    "Excel 4": ("a.xls", bytes_of(struct.pack("<HHHH", 0x409, 4, 0, 0x10)), "quá cũ"),
    "binary csv": ("a.csv", bytes_of(b"a,b\n\0\1\2,3\n"), "không phải bảng tính"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_said_in_one_sentence(name: str, tmp_path: Path) -> None:
    file, make, part = REFUSED[name]
    path = make(tmp_path / file)
    before = path.read_bytes()
    with pytest.raises(Refused, match=part) as caught:
        read_table(path)
    assert caught.value.what.endswith(".")
    assert caught.value.do
    assert path.read_bytes() == before


def test_a_missing_file_and_a_missing_sheet_are_said(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="Không có tệp"):
        read_table(tmp_path / "a.xlsx")
    with pytest.raises(Refused, match="không có trang tính “B”"):
        read_table(xlsx(tmp_path / "a.xlsx", PLAIN), "B")


CHILD = """
import re, sys, time
from pathlib import Path
from papers.workbooks.table import Table
from papers.xlsx_file import read_table
from rules.trouble import Refused
slowest = 0.0
for name in sys.argv[1:]:
    start = time.process_time()
    try:
        read_table(Path(name))
    except Refused:
        pass
    slowest = max(slowest, time.process_time() - start)
# The peak of this process alone; getrusage would tell that of its parent before it.
peak = re.search("VmHWM:[^0-9]+([0-9]+) kB", Path("/proc/self/status").read_text())
print(slowest, int(peak[1]) // 1024)
"""


@pytest.mark.slow
@pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="measured where the system tells the peak of memory"
)
def test_bad_files_cost_less_than_two_seconds_and_200_mb(tmp_path: Path) -> None:
    files = []
    for number, (file, make, _) in enumerate(REFUSED.values()):
        files.append(str(make(tmp_path / f"{number}{file}")))
    done = subprocess.run(
        [sys.executable, "-c", CHILD, *files],
        cwd=TOP,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seconds, megabytes = done.stdout.split()
    assert float(seconds) < 2
    assert int(megabytes) < 200


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_one_cell_in_the_farthest_corner_is_left_out(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{kind}"
    if kind == "xls":
        last = 65_536
        far = Made([HEAD, ONE, TWO, *[[] for _ in range(last - 4)], [*[None] * 255, 1]])
        xls(path, far)
    else:
        last = 1_048_576
        made = Made([HEAD, ONE, TWO], after=FAR)
        _ = xlsx(path, made) if kind == "xlsx" else ods(path, made, tail=FAR_ODS)
    table = read_table(path)
    assert [row.cells for row in table.rows] == [tuple(ONE), tuple(TWO)]
    assert table.columns == tuple(HEAD)
    assert [(one.row, one.words, one.why) for one in table.left_out] == [(last, "1", "ô ngoài bảng")]


@pytest.mark.slow
def test_a_million_blank_rows_are_nothing(tmp_path: Path) -> None:
    blank = "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(4, 1_048_577))
    table = read_table(xlsx(tmp_path / "a.xlsx", Made([HEAD, ONE, TWO], after=blank)))
    assert (len(table.rows), table.last_row, table.left_out) == (2, 3, ())


@pytest.mark.parametrize(
    ("kind", "ending"), [("xls", "xlsx"), ("xlsx", "xls"), ("ods", "xls"), ("xlsx", "csv")]
)
def test_a_wrong_ending_does_not_matter(kind: str, ending: str, tmp_path: Path) -> None:
    path = write(kind, tmp_path / f"tep.{ending}", PLAIN)
    assert [row.cells for row in read_table(path).rows] == [tuple(ONE), tuple(TWO)]


def test_reading_stops_when_the_clerk_no_longer_waits(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", PLAIN)
    with pytest.raises(Refused, match="Đã dừng"):
        read_table(path, stop=lambda: True)


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("books")
    return {kind: write(kind, folder / f"a.{kind}", PLAIN).read_bytes() for kind in ("xlsx", "xls", "ods")}


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(kind="xls", place=0.1, noise=b"\xff\xff", cut=1.0)
@given(
    kind=st.sampled_from(["xlsx", "xls", "ods"]),
    place=st.floats(0, 1),
    noise=st.binary(max_size=8),
    cut=st.floats(0, 1),
)
def test_a_damaged_file_is_read_or_refused(
    originals: dict[str, bytes], tmp_path: Path, kind: str, place: float, noise: bytes, cut: float
) -> None:
    data = bytearray(originals[kind])
    start = int(place * len(data))
    data[start : start + len(noise)] = noise
    path = tmp_path / f"a.{kind}"
    path.write_bytes(data[: int(len(data) * max(cut, 0.3))])
    said, table = "", Table()
    try:
        table = read_table(path)
    except Refused as refused:
        said = refused.what
    assert said.endswith(".") if said else table.last_row >= table.first_row >= 0
