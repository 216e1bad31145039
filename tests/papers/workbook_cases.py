"""Sheets as offices lay them out, and what a reader must see in each."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tests.papers.workbook_files import Made, Raw

HEAD = ["STT", "Họ và tên", "Chức vụ", "Đơn vị"]
ONE = [1, "Đặng Văn Thoảng", "Bí thư", "Chi bộ 1"]
TWO = [2, "Lò Thị Mẩy", "Phó Bí thư", "Chi bộ 2"]
THREE = [3, "Hà Huy Giáp", "Đảng ủy viên", "Chi bộ 3"]
NO_VALUE = Raw("><f>SUM(A1:A2)</f><v></v>")
FAULT = Raw(' t="e"><f>1/0</f><v>#N/A</v>', "#N/A")


@dataclass
class Case:
    """A sheet; rows of its heading; numbers of its rows of data; (row, part of why) of those left out."""

    sheet: Made
    header: tuple[int, ...]
    rows: tuple[int, ...]
    left_out: tuple[tuple[int, str], ...] = ()
    columns: tuple[str, ...] = tuple(HEAD)
    first: tuple[object, ...] = tuple(ONE)
    groups: tuple[str, ...] = ()
    warns: tuple[str, ...] = ()
    formats: tuple[str, ...] = field(default=("xlsx", "xls", "ods"))


CASES = {
    "plain": Case(Made([HEAD, ONE, TWO]), (1,), (2, 3)),
    "title": Case(
        Made([["DANH SÁCH ĐẠI BIỂU"], ["(Kèm theo Công văn số 12-CV/ĐUK)"], [], HEAD, ONE, TWO]), (4,), (5, 6)
    ),
    "title merged over all": Case(
        Made([["DANH SÁCH TRIỆU TẬP", None, None, None], HEAD, ONE, TWO], merged=["A1:D1"]), (2,), (3, 4)
    ),
    "national title in two cells": Case(
        Made(
            [
                ["ĐẢNG ỦY KHỐI", None, "ĐẢNG CỘNG SẢN VIỆT NAM"],
                ["*", None, "Thành phố, ngày 21 tháng 8 năm 2019"],
                ["DANH SÁCH"],
                HEAD,
                ONE,
                TWO,
            ]
        ),
        (4,),
        (5, 6),
    ),
    "right under two cells of a title": Case(
        Made([["ĐẢNG ỦY KHỐI", None, "ĐẢNG CỘNG SẢN VIỆT NAM"], HEAD, ONE, TWO]), (2,), (3, 4)
    ),
    "unit of measure over the heading": Case(
        Made([["BÁO CÁO"], [None, None, None, "Đơn vị tính: người"], HEAD, ONE, TWO]), (3,), (4, 5)
    ),
    "table away from the corner": Case(
        Made([[], [], [None, None, *HEAD], [None, None, *ONE], [None, None, *TWO]]), (3,), (4, 5)
    ),
    "heading merged over two rows": Case(
        Made(
            [
                ["STT", "Họ và tên", "Năm sinh", None, "Đơn vị"],
                [None, None, "Nam", "Nữ", None],
                [1, "Đặng Văn Thoảng", 1970, None, "Chi bộ 1"],
                [2, "Lò Thị Mẩy", None, 1980, "Chi bộ 2"],
            ],
            merged=["A1:A2", "B1:B2", "C1:D1", "E1:E2"],
        ),
        (1, 2),
        (3, 4),
        columns=("STT", "Họ và tên", "Năm sinh — Nam", "Năm sinh — Nữ", "Đơn vị"),
        first=(1, "Đặng Văn Thoảng", 1970, None, "Chi bộ 1"),
    ),
    "two-row heading without merges": Case(
        Made(
            [
                ["STT", "Họ và tên", "Năm sinh", None, "Đơn vị"],
                [None, None, "Nam", "Nữ", None],
                [1, "Đặng Văn Thoảng", 1970, None, "Chi bộ 1"],
                [2, "Lò Thị Mẩy", None, 1980, "Chi bộ 2"],
            ]
        ),
        (1, 2),
        (3, 4),
        columns=("STT", "Họ và tên", "Năm sinh — Nam", "Năm sinh — Nữ", "Đơn vị"),
        first=(1, "Đặng Văn Thoảng", 1970, None, "Chi bộ 1"),
    ),
    "group over some headings": Case(
        Made(
            [
                ["DANH SÁCH"],
                [None, None, "Ngày sinh", None],
                ["STT", "Họ và tên", "Nam", "Nữ"],
                [1, "Đặng Văn Thoảng", 1970, None],
                [2, "Lò Thị Mẩy", None, 1980],
            ],
            merged=["C2:D2"],
        ),
        (2, 3),
        (4, 5),
        columns=("STT", "Họ và tên", "Ngày sinh — Nam", "Ngày sinh — Nữ"),
        first=(1, "Đặng Văn Thoảng", 1970, None),
    ),
    "heading merged down over a blank row": Case(
        Made([HEAD, [], ONE, TWO], merged=["A1:A2", "B1:B2", "C1:C2", "D1:D2"]), (1, 2), (3, 4)
    ),
    "numbers of columns": Case(
        Made([HEAD, ["(1)", "(2)", "(3)", "(4)"], ONE, TWO]), (1,), (3, 4), ((2, "đánh số cột"),)
    ),
    "numbers of columns as numbers": Case(
        Made([HEAD, [1, 2, 3, 4], ONE, TWO]), (1,), (3, 4), ((2, "đánh số cột"),)
    ),
    "letters of columns": Case(Made([HEAD, ["A", "B", 1, 2], ONE, TWO]), (1,), (3, 4), ((2, "đánh số cột"),)),
    "total": Case(Made([HEAD, ONE, TWO, [None, "Tổng cộng", 2]]), (1,), (2, 3), ((4, "dòng cộng"),)),
    "total merged": Case(
        Made([HEAD, ONE, TWO, ["Tổng số: 02 đồng chí", None, None, None]], merged=["A4:D4"]),
        (1,),
        (2, 3),
        ((4, "dòng cộng"),),
    ),
    "total between groups": Case(
        Made([HEAD, ["I. Khối Đảng"], ONE, [None, "Cộng", None, 1], ["II. Khối Nhà nước"], TWO]),
        (1,),
        (3, 6),
        ((2, "nhóm"), (4, "dòng cộng"), (5, "nhóm")),
        groups=("I. Khối Đảng", "II. Khối Nhà nước"),
    ),
    "a name that begins as a total": Case(
        Made([HEAD, ONE, [2, "Tống Cộng Hòa", "Bí thư", "Chi bộ 2"]]), (1,), (2, 3)
    ),
    "a unit that begins as a total": Case(
        Made([["Đơn vị", "Số lượng"], ["Tổng công ty Điện lực", 3], ["Cộng đồng Xanh", 4], ["Tổng", 7]]),
        (1,),
        (2, 3),
        ((4, "dòng cộng"),),
        columns=("Đơn vị", "Số lượng"),
        first=("Tổng công ty Điện lực", 3),
    ),
    "line after a gap": Case(
        Made([HEAD, ONE, [], [None, None, "Bí thư", "Chi bộ 9"], TWO]), (1,), (2, 4, 5), ((3, "trống"),)
    ),
    "group with a Roman number": Case(
        Made([HEAD, ["I", "Khối Đảng"], ONE, ["II", "Khối Nhà nước"], TWO]),
        (1,),
        (3, 5),
        ((2, "nhóm"), (4, "nhóm")),
        groups=("I Khối Đảng", "II Khối Nhà nước"),
    ),
    "group merged": Case(
        Made([HEAD, ["KHỐI ĐẢNG", None, None, None], ONE, TWO], merged=["A2:D2"]),
        (1,),
        (3, 4),
        ((2, "nhóm"),),
        groups=("KHỐI ĐẢNG", "KHỐI ĐẢNG"),
    ),
    "blank rows between": Case(Made([HEAD, ONE, [], [], TWO]), (1,), (2, 5), ((3, "2 dòng trống (3–4)"),)),
    "blank row under the heading": Case(Made([HEAD, [], ONE, TWO]), (1,), (3, 4)),
    "notes and signatures": Case(
        Made(
            [
                HEAD,
                ONE,
                TWO,
                [],
                [None, None, None, "Ngày 21 tháng 8 năm 2019"],
                [None, "NGƯỜI LẬP BIỂU", None, "T/M BAN THƯỜNG VỤ"],
                [None, "Vũ Thị Hoa", None, "Đỗ Văn Hùng"],
            ]
        ),
        (1,),
        (2, 3),
        ((5, "ghi chú"), (6, "ghi chú"), (7, "ghi chú")),
    ),
    "note right under the data": Case(
        Made([HEAD, ONE, TWO, ["Ghi chú: đồng chí số 2 vắng có phép"]]), (1,), (2, 3), ((4, "ghi chú"),)
    ),
    "note in the middle": Case(Made([HEAD, ONE, ["(*) Dự khuyết"], TWO]), (1,), (2, 4), ((3, "ghi chú"),)),
    "heading on every page": Case(
        Made([["DANH SÁCH"], HEAD, ONE, TWO, ["DANH SÁCH"], HEAD, THREE]),
        (2,),
        (3, 4, 7),
        ((5, "lặp lại"), (6, "tiêu đề bảng lặp lại")),
    ),
    "two-row heading on every page": Case(
        Made(
            [
                ["STT", "Họ và tên", "Năm sinh", None],
                [None, None, "Nam", "Nữ"],
                [1, "Đặng Văn Thoảng", 1970],
                ["STT", "Họ và tên", "Năm sinh", None],
                [None, None, "Nam", "Nữ"],
                [2, "Lò Thị Mẩy", None, 1980],
            ]
        ),
        (1, 2),
        (3, 6),
        ((4, "lặp lại"), (5, "lặp lại")),
        columns=("STT", "Họ và tên", "Năm sinh — Nam", "Năm sinh — Nữ"),
        first=(1, "Đặng Văn Thoảng", 1970, None),
    ),
    "line that goes on": Case(
        Made([HEAD, ONE, [None, None, "Đảng ủy viên"], TWO]),
        (1,),
        (2, 4),
        ((3, "nối tiếp dòng 2"),),
        first=(1, "Đặng Văn Thoảng", "Bí thư\nĐảng ủy viên", "Chi bộ 1"),
    ),
    "unit merged down": Case(
        Made([HEAD, ONE, [2, "Lò Thị Mẩy", "Phó Bí thư", None], THREE], merged=["D2:D3"]),
        (1,),
        (2, 3, 4),
    ),
    "no number column": Case(
        Made([["Họ và tên", "Chức vụ"], ["Đặng Văn Thoảng", "Bí thư"], ["Lò Thị Mẩy", "Phó Bí thư"]]),
        (1,),
        (2, 3),
        columns=("Họ và tên", "Chức vụ"),
        first=("Đặng Văn Thoảng", "Bí thư"),
    ),
    "one column": Case(
        Made([["Họ và tên"], ["Đặng Văn Thoảng"], ["Lò Thị Mẩy"]]),
        (1,),
        (2, 3),
        columns=("Họ và tên",),
        first=("Đặng Văn Thoảng",),
    ),
    "no heading": Case(
        Made([[date(2021, 1, 1), 15], [date(2021, 1, 2), 16]]),
        (),
        (1, 2),
        columns=("", ""),
        first=(date(2021, 1, 1), 15),
        warns=("Không tìm thấy dòng tiêu đề",),
    ),
    "numbers and days as text": Case(
        Made(
            [["STT", "Họ và tên", "Ngày sinh", "Số phiếu"], ["1", "Đặng Văn Thoảng", "21-8-1970", "35.599"]]
        ),
        (1,),
        (2,),
        columns=("STT", "Họ và tên", "Ngày sinh", "Số phiếu"),
        first=("1", "Đặng Văn Thoảng", "21-8-1970", "35.599"),
    ),
    "days, truths and fractions": Case(
        Made(
            [
                ["STT", "Họ và tên", "Ngày sinh", "Tỷ lệ", "Có mặt"],
                [1, "Đặng Văn Thoảng", date(1970, 8, 21), 99.16, True],
            ]
        ),
        (1,),
        (2,),
        columns=("STT", "Họ và tên", "Ngày sinh", "Tỷ lệ", "Có mặt"),
        first=(1, "Đặng Văn Thoảng", date(1970, 8, 21), 99.16, True),
    ),
    "decomposed letters and spaces": Case(
        Made(
            [
                HEAD,
                [
                    1,
                    "  \u0110a\u0306\u0323ng  Va\u0306n\u00a0Thoa\u0309ng ",
                    "Bi\u0301 th\u01b0",
                    "Chi\u200b bộ 1",
                ],
                TWO,
            ]
        ),
        (1,),
        (2, 3),
    ),
    "control characters": Case(
        Made(
            [
                HEAD,
                [1, "Đặng Văn Thoảng", Raw(' t="inlineStr"><is><t>Bí_x0007_ thư</t></is>'), "Chi bộ 1"],
                TWO,
            ]
        ),
        (1,),
        (2, 3),
        formats=("xlsx",),
    ),
    "cells with errors": Case(
        Made([HEAD, [1, "Đặng Văn Thoảng", FAULT, "Chi bộ 1"], TWO]),
        (1,),
        (2, 3),
        first=(1, "Đặng Văn Thoảng", None, "Chi bộ 1"),
        warns=("Ô báo lỗi", "C2 (#N/A)"),
    ),
    "formula without a value": Case(
        Made([HEAD, [1, "Đặng Văn Thoảng", NO_VALUE, "Chi bộ 1"], TWO]),
        (1,),
        (2, 3),
        first=(1, "Đặng Văn Thoảng", None, "Chi bộ 1"),
        warns=("công thức", "C2"),
        formats=("xlsx",),
    ),
    "hidden row": Case(Made([HEAD, ONE, TWO], hidden=[3]), (1,), (2, 3), warns=("dòng đang ẩn", ": 3.")),
    "one cell far to the right": Case(
        Made([HEAD, [*ONE, *[None] * 200, "x"], TWO]),
        (1,),
        (2, 3),
    ),
    "TCVN3 by font": Case(
        Made(
            [
                ["STT", "Hä vµ tªn", "Chøc vô", "§¬n vÞ"],
                [1, "§Æng V¨n Tho¶ng", "BÝ th\u00ad", "Chi bộ 1"],
                TWO,
            ],
            styles={**dict.fromkeys(("A1", "B1", "C1", "D1", "B2", "C2", "D2"), 1)},
        ),
        (1,),
        (2, 3),
        warns=("TCVN3",),
    ),
    "TCVN3 capitals by font": Case(
        Made([HEAD, [1, "®Æng v¨n tho¶ng", "Bí thư", "Chi bộ 1"], TWO], styles={"B2": 3}),
        (1,),
        (2, 3),
        first=(1, "ĐẶNG VĂN THOẢNG", "Bí thư", "Chi bộ 1"),
        warns=("TCVN3",),
    ),
    "VNI by font": Case(
        Made(
            [
                ["STT", "Hoï vaø teân", "Chöùc vuï", "Ñôn vò"],
                [1, "Ñaëng Vaên Thoaûng", "Bí thư", "Chi bộ 1"],
                TWO,
            ],
            styles=dict.fromkeys(("B1", "C1", "D1", "B2"), 2),
        ),
        (1,),
        (2, 3),
        warns=("VNI",),
    ),
    "TCVN3 without its font": Case(
        Made(
            [
                ["STT", "Hä vµ tªn", "Chøc vô", "§¬n vÞ"],
                [1, "§Æng V¨n Tho¶ng", "Phã BÝ th\u00ad", "§¶ng ñy Khèi"],
                [2, "Lß ThÞ Lan", "ñy viªn", "C«ng ®oµn"],
            ]
        ),
        (1,),
        (2, 3),
        first=(1, "Đặng Văn Thoảng", "Phó Bí thư", "Đảng ủy Khối"),
        warns=("có vẻ theo mã TCVN3",),
    ),
    "everything at once": Case(
        Made(
            [
                ["ĐẢNG ỦY KHỐI", None, None, "ĐẢNG CỘNG SẢN VIỆT NAM"],
                ["DANH SÁCH ĐẠI BIỂU", None, None, None, None],
                [],
                ["STT", "Họ và tên", "Năm sinh", None, "Đơn vị"],
                [None, None, "Nam", "Nữ", None],
                [1, 2, 3, 4, 5],
                ["I", "Khối Đảng"],
                [1, "Đặng Văn Thoảng", 1970, None, "Chi bộ 1"],
                [],
                [2, "Lò Thị Mẩy", None, 1980, "Chi bộ 2"],
                ["II", "Khối Nhà nước"],
                [3, "Hà Huy Giáp", 1969, None, "Sở A"],
                [None, "Tổng cộng", 2, 1],
                [],
                [None, "NGƯỜI LẬP BIỂU", None, None, "PHÓ BÍ THƯ"],
            ],
            merged=["A2:E2", "A4:A5", "B4:B5", "C4:D4", "E4:E5"],
        ),
        (4, 5),
        (8, 10, 12),
        ((6, "đánh số cột"), (7, "nhóm"), (9, "trống"), (11, "nhóm"), (13, "dòng cộng"), (15, "ghi chú")),
        columns=("STT", "Họ và tên", "Năm sinh — Nam", "Năm sinh — Nữ", "Đơn vị"),
        first=(1, "Đặng Văn Thoảng", 1970, None, "Chi bộ 1"),
        groups=("I Khối Đảng", "I Khối Đảng", "II Khối Nhà nước"),
    ),
}
