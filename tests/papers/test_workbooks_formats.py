"""What each format of workbook hides in its own way: fonts of runs, days, sheets, separators."""

from __future__ import annotations

import struct
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers.workbooks import serials
from papers.workbooks.table import address, letter
from papers.xlsx_file import read_table
from rules import legacy
from tests.papers.workbook_cases import HEAD, ONE, TWO
from tests.papers.workbook_files import (
    DAY,
    MAIN,
    PACKAGE,
    RELATIONS,
    SPAN,
    TIME,
    Made,
    Raw,
    biff,
    sst,
    write,
    xls,
    xlsx,
)

LINES = [HEAD, ONE, TWO]
AS_TEXT = [("1", *ONE[1:]), ("2", *TWO[1:])]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1258", "tcvn3", "vni"])
def test_text_tables_of_every_encoding_and_separator(encoding: str, separator: str, tmp_path: Path) -> None:
    words = "\r\n".join(separator.join(str(one) for one in line) for line in LINES)
    if encoding in ("tcvn3", "vni"):
        data = legacy.from_unicode(words, encoding).encode("cp1252", "replace")
    else:
        data = (_split_tones(words) if encoding == "cp1258" else words).encode(encoding)
    path = tmp_path / "tep.csv"
    path.write_bytes(data)
    table = read_table(path)
    assert table.columns == tuple(HEAD)
    assert [row.cells for row in table.rows] == AS_TEXT
    assert bool(table.warnings) == (encoding in ("tcvn3", "vni"))


def _split_tones(words: str) -> str:
    """Letters as Windows-1258 holds them: the tone behind its vowel."""
    import unicodedata

    parts = []
    for one in words:
        spread = unicodedata.normalize("NFD", one)
        tones = "".join(mark for mark in spread if mark in "\u0300\u0301\u0303\u0309\u0323")
        bare = "".join(mark for mark in spread if mark not in tones)
        parts.append(unicodedata.normalize("NFC", bare) + tones)
    return "".join(parts)


def test_quotes_in_text_tables_keep_separators_and_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "tep.csv"
    path.write_text(
        'sep=;\nSTT;Họ và tên;Chức vụ\n1;"Đặng ""Tư"" Thoảng";"Bí thư;\nĐảng ủy viên"\n', encoding="utf-8"
    )
    table = read_table(path)
    assert table.columns == ("STT", "Họ và tên", "Chức vụ")
    assert table.rows[0].cells == ("1", 'Đặng "Tư" Thoảng', "Bí thư;\nĐảng ủy viên")


def test_runs_of_a_cell_have_fonts_of_their_own(tmp_path: Path) -> None:
    runs = (
        ' t="inlineStr"><is><r><rPr><rFont val=".VnTime"/></rPr><t xml:space="preserve">§Æng V¨n </t></r>'
        '<r><rPr><rFont val="Arial"/></rPr><t>Thoảng</t></r><rPh><t>x</t></rPh></is>'
    )
    table = read_table(xlsx(tmp_path / "a.xlsx", Made([HEAD, [1, Raw(runs), *ONE[2:]], TWO])))
    assert table.rows[0].cells == tuple(ONE)


def test_shared_words_are_found_and_their_escapes_undone(tmp_path: Path) -> None:
    items = "<si><t>Bí_x000D_\nthư</t></si><si><r><t>Chi </t></r><r><t>bộ 1</t></r></si>"
    shared = f'<sst xmlns="{MAIN}">{items}</sst>'
    first, second, none = (Raw(f' t="s"><v>{n}</v>') for n in (0, 1, 9))
    made = Made([HEAD, [1, "Đặng Văn Thoảng", first, second], [2, "Lò Thị Mẩy", none, second]])
    table = read_table(xlsx(tmp_path / "a.xlsx", made, extra={"xl/sharedStrings.xml": shared.encode()}))
    assert [row.cells[2:] for row in table.rows] == [("Bí\nthư", "Chi bộ 1"), (None, "Chi bộ 1")]


def test_shared_words_of_old_workbooks_run_over_their_records(tmp_path: Path) -> None:
    long = "Đảng ủy Khối các cơ quan " * 40
    names = [f"{long}{n}" for n in range(30)]
    path = tmp_path / "a.xls"
    path.write_bytes(biff(Made([HEAD, *([n, name, "Bí thư", "A"] for n, name in enumerate(names, 1))])))
    assert len(sst(names)) > 9000
    assert [row.cells[1] for row in read_table(path).rows] == names


def test_days_times_and_spans_by_their_formats(tmp_path: Path) -> None:
    made = Made(
        [["STT", "Họ và tên", "Ngày", "Giờ", "Thời gian"], [1, "Đặng Văn Thoảng", 43698.5, 0.3125, 1.5]],
        styles={"C2": DAY, "D2": TIME, "E2": SPAN},
    )
    for kind in ("xlsx", "xls"):
        cells = read_table(write(kind, tmp_path / f"a.{kind}", made)).rows[0].cells
        assert cells[2:] == (datetime(2019, 8, 21, 12), "07:30", "36:00:00")


@pytest.mark.parametrize("make", [xlsx, xls])
def test_the_calendar_from_1904(make: object, tmp_path: Path) -> None:
    made = Made([["STT", "Họ và tên", "Ngày sinh"], [1, "Đặng Văn Thoảng", date(1970, 8, 21)]])
    table = read_table(make(tmp_path / "a", made, is_1904=True))  # type: ignore[operator]
    assert table.rows[0].cells[2] == date(1974, 8, 22)


@pytest.mark.parametrize(
    ("code", "kind"),
    [("dd/mm/yyyy", "day"), ('"Ngày" d', "day"), ("[$-42A]dddd", "day"),
     ("h:mm AM/PM", "time"), ("[h]:mm", "span"), ("mmm", "day"), ("mm:ss", "time"),
     ("General", ""), ("#,##0.00", ""), ('0" người"', ""), ("[Red]0", ""), ("@", "")],
)  # fmt: skip
def test_formats_tell_days_from_numbers(code: str, kind: str) -> None:
    assert serials.kind(164, code) == kind


def test_the_day_that_never_was() -> None:
    assert [serials.value(n, "day") for n in (1, 59, 60, 61)] == [
        date(1900, 1, 1), date(1900, 2, 28), "29/02/1900", date(1900, 3, 1),
    ]  # fmt: skip


@given(st.dates(date(1900, 3, 1)))
def test_every_day_comes_back_from_its_number(day: date) -> None:
    assert serials.value((day - date(1899, 12, 30)).days, "day") == day


@given(st.floats())
def test_any_number_has_a_value(number: float) -> None:
    for shown in ("", "day", "time", "span"):
        assert serials.value(number, shown) is not None


def test_the_first_shown_sheet_with_a_table_is_taken(tmp_path: Path) -> None:
    cover = Made([["BÌA"], ["Đảng ủy Khối"]], name="Bìa")
    secret = Made([HEAD, TWO], name="Cũ", state="hidden")
    made = (cover, secret, Made(LINES, name="Đại biểu"))
    for kind in ("xlsx", "xls"):
        path = write(kind, tmp_path / f"a.{kind}", *made)
        table = read_table(path)
        assert (table.sheets, table.sheet) == (("Bìa", "Cũ", "Đại biểu"), "Đại biểu")
        assert "Tệp có trang tính ẩn: Cũ." in table.warnings
        assert read_table(path, "Cũ").rows[0].cells == tuple(TWO)


def test_a_word_in_lost_letters_is_told(tmp_path: Path) -> None:
    made = Made([HEAD, [1, "§Æng V¨n Hêng", "Trëng ban", "Phßng"], TWO], styles={"B2": 1, "C2": 1, "D2": 1})
    assert any("mất chữ" in one for one in read_table(xlsx(tmp_path / "a.xlsx", made)).warnings)


def test_cells_without_places_follow_each_other(tmp_path: Path) -> None:
    rows = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{one}</t></is></c>' for one in line) + "<c/></row>"
        for line in LINES
    )
    table = read_table(xlsx(tmp_path / "a.xlsx", Made([], after=rows)))
    assert [row.cells for row in table.rows] == AS_TEXT


def test_letters_of_columns() -> None:
    assert [letter(n) for n in (1, 26, 27, 16_384)] == ["A", "Z", "AA", "XFD"]
    assert address(7, 2) == "B7"


def xlsb(path: Path, rows: list[list[object]], far: bool = False) -> Path:
    """A binary workbook of numbers and words."""

    def part(kind: int, body: bytes = b"") -> bytes:
        said = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
        size = len(body)
        return said + (bytes([size]) if size < 128 else bytes([size & 0x7F | 0x80, size >> 7])) + body

    def words(said: str) -> bytes:
        return struct.pack("<I", len(said)) + said.encode("utf-16-le")

    book = part(131) + part(143) + part(156, struct.pack("<II", 0, 1) + words("rId1") + words("Sheet1"))
    sheet = part(129) + part(148, struct.pack("<4I", 0, len(rows), 0, 5)) + part(145)
    for row, cells in enumerate(rows):
        sheet += part(0, struct.pack("<I", 1_048_575 if far and row else row) + bytes(13))
        for column, value in enumerate(cells):
            start = struct.pack("<II", 16_383 if far and column else column, 0)
            if isinstance(value, int):
                sheet += part(5, start + struct.pack("<d", value))
            else:
                sheet += part(6, start + words(str(value)))
    sheet += part(146) + part(130)
    links = f'<Relationships xmlns="{PACKAGE}">{{}}</Relationships>'
    link = f'<Relationship Id="rId1" Type="{RELATIONS}/{{}}" Target="{{}}"/>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("_rels/.rels", links.format(link.format("officeDocument", "xl/workbook.bin")))
        archive.writestr("xl/workbook.bin", book + part(144) + part(132))
        archive.writestr(
            "xl/_rels/workbook.bin.rels", links.format(link.format("worksheet", "worksheets/sheet1.bin"))
        )
        archive.writestr("xl/worksheets/sheet1.bin", sheet)
    return path


def test_binary_workbooks_are_read(tmp_path: Path) -> None:
    table = read_table(xlsb(tmp_path / "a.xlsb", LINES))
    assert table.columns == tuple(HEAD)
    assert [row.cells for row in table.rows] == [tuple(ONE), tuple(TWO)]


def test_a_binary_workbook_with_a_far_cell_is_refused_not_laid_out(tmp_path: Path) -> None:
    from rules.trouble import Refused

    with pytest.raises(Refused, match="lớn"):
        read_table(xlsb(tmp_path / "a.xlsb", LINES, far=True))
