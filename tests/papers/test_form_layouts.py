"""A letter as a clerk types it elsewhere: a whole column in one paragraph, its lines broken by hand."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from papers.form_check import check

BOLD, ITALIC, UNDERLINED, PLAIN = "b", "i", "u", ""
Words = tuple[str, str, float]  # words, marks, size
LEFT: tuple[Words, ...] = (
    ("ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH", PLAIN, 14),
    ("VĂN PHÒNG", BOLD, 14),
    ("*", PLAIN, 14),
    ("Số 12-CV/VPĐUK", PLAIN, 14),
    ("Chuẩn bị tài liệu hội nghị", ITALIC, 12),
)
RIGHT: tuple[Words, ...] = (
    ("ĐẢNG CỘNG SẢN VIỆT NAM", BOLD + UNDERLINED, 15),
    ("", PLAIN, 14),
    ("Mẫu, ngày 05 tháng 8 năm 2019", ITALIC, 14),
)
BODY = (
    "Thực hiện Kế hoạch số 92-KH/ĐUK, ngày 19/7/2019 của Ban Thường vụ, Văn phòng chuẩn bị hội nghị.",
    "Đề nghị các đồng chí gửi tài liệu trước ngày 15/8/2019.",
)
RECIPIENTS: tuple[Words, ...] = (
    ("Nơi nhận:", UNDERLINED, 14),
    ("- Như trên,", PLAIN, 12),
    ("- Lưu Văn phòng.", PLAIN, 12),
)
SIGNED: tuple[Words, ...] = (
    ("K/T CHÁNH VĂN PHÒNG", BOLD, 14),
    ("PHÓ CHÁNH VĂN PHÒNG", PLAIN, 14),
    ("", PLAIN, 14),
    ("Trần Văn Mẫu", BOLD, 14),
)


def column(paragraph: Paragraph, rows: tuple[Words, ...], old: str, new: str) -> None:
    for number, (words, marks, size) in enumerate(rows):
        run = paragraph.add_run(words.replace(old, new) if old else words)
        run.bold, run.italic, run.underline = (mark in marks for mark in (BOLD, ITALIC, UNDERLINED))
        run.font.size = Pt(size)
        if number < len(rows) - 1:
            run.add_break()


def letter(path: Path, old: str = "", new: str = "") -> Path:
    file = docx.Document()
    [section] = file.sections
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin, section.header_distance = Mm(30), Mm(15), Mm(10)
    normal = file.styles["Normal"].font  # type: ignore[attr-defined]
    normal.name, normal.size = "Times New Roman", Pt(14)
    for sides in ((LEFT, RIGHT), (RECIPIENTS, SIGNED)):
        if sides[0] is RECIPIENTS:
            text(file, old, new)
        cells = file.add_table(1, 2).rows[0].cells
        for cell, rows in zip(cells, sides, strict=True):
            cell.paragraphs[0].alignment = None if rows is RECIPIENTS else WD_ALIGN_PARAGRAPH.CENTER
            column(cell.paragraphs[0], rows, old, new)
    file.save(str(path))
    return path


def text(file: docx.document.Document, old: str, new: str) -> None:
    to = file.add_paragraph()
    to.alignment = WD_ALIGN_PARAGRAPH.CENTER
    to.add_run("Kính gửi: ").italic = True
    to.add_run("Các chi bộ, đảng bộ cơ sở")
    for words in BODY:
        lies = file.add_paragraph(words.replace(old, new) if old else words).paragraph_format
        lies.alignment, lies.first_line_indent, lies.space_after = WD_ALIGN_PARAGRAPH.JUSTIFY, Mm(10), Pt(6)
        lies.line_spacing_rule, lies.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(18)


def test_a_sound_letter(tmp_path: Path) -> None:
    assert check(letter(tmp_path / "a.docx")) == []


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("Số 12", "Số: 12", "HD-3"),
        ("tháng 8", "tháng 08", "HD-4"),
        ("VĂN PHÒNG", "VĂN PHÒNG ĐẢNG ỦY", "HD-2"),
        ("*", "***", "HD-2"),
        ("Như trên", "Các chi bộ", "TT-2"),
        ("K/T", "KT.", "SG-1"),
        ("PHÓ CHÁNH", "CHÁNH", "SG-2"),
        ("Trần Văn", "TS. Trần Văn", "SG-3"),
        ("Văn phòng.", "Văn phòng./.", "NN-1"),
        ("15/8/2019.", "15/8/2019./.", "BD-4"),
    ],
)
def test_one_slip_in_it_is_found(old: str, new: str, rule: str, tmp_path: Path) -> None:
    found = {one.rule for one in check(letter(tmp_path / "a.docx", old, new))}
    assert rule in found
    assert found <= {rule, "SG-3"}  # a post with its committee in it breaks both
