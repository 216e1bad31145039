"""Words of cells in the letters of old fonts, where plain words and names need what stands around them."""

from __future__ import annotations

from pathlib import Path

import pytest

from papers.xlsx_file import read_table
from tests.papers.workbook_cases import HEAD, ONE, TWO
from tests.papers.workbook_files import Made, Raw, write, xlsx

KINDS = ("xlsx", "xls", "ods")
CAPITALS = 3  # the style in .VnTimeH


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_that_is_unicode_as_well_is_read_as_its_sheet(kind: str, tmp_path: Path) -> None:
    made = Made(
        [
            ["STT", "Hoï vaø teân", "Chöùc vuï", "Ñôn vò"],
            [1, "Hoà Thanh Bình", "Bí thö", "Ñaûng uûy Khoái"],
            [2, "Ñaëng Vaên Thoaûng", "Uûy vieân", "Coâng ñoaøn"],
        ]
    )
    table = read_table(write(kind, tmp_path / f"tep.{kind}", made))
    assert table.columns == tuple(HEAD)
    assert table.rows[0].cells == (1, "Hồ Thanh Bình", "Bí thư", "Đảng ủy Khối")
    assert "có vẻ theo mã VNI" in " ".join(table.warnings)


@pytest.mark.parametrize("kind", KINDS)
def test_plain_words_in_a_capital_font_are_capitals(kind: str, tmp_path: Path) -> None:
    made = Made(
        [HEAD, [1, "Lan Anh", "danh s¸ch", "xem lan@tinh.gov.vn"], [2, "danh", *TWO[2:]]],
        styles=dict.fromkeys(("A2", "B2", "C2", "D2", "B3"), CAPITALS),
    )
    table = read_table(write(kind, tmp_path / f"tep.{kind}", made))
    assert table.rows[0].cells == (1, "LAN ANH", "DANH SÁCH", "XEM lan@tinh.gov.vn")
    assert table.rows[1].cells == (2, "DANH", *TWO[2:])
    assert "TCVN3" in " ".join(table.warnings)


def test_a_plain_run_in_a_capital_font_is_capitals(tmp_path: Path) -> None:
    runs = (
        ' t="inlineStr"><is><r><rPr><rFont val=".VnTimeH"/></rPr><t>l</t></r>'
        '<r><rPr><rFont val=".VnTime"/></rPr><t xml:space="preserve">ß ThÞ </t></r>'
        '<r><rPr><rFont val="Arial"/></rPr><t>lan</t></r></is>'
    )
    table = read_table(xlsx(tmp_path / "a.xlsx", Made([HEAD, [1, Raw(runs), *ONE[2:]], TWO])))
    assert table.rows[0].cells[1] == "Lò Thị lan"
