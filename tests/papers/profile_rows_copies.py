"""How each form marks an official copy (document-format.md §5.10, §10): one row per difference."""

from __future__ import annotations

from typing import Any

from tests.papers.office_xml import W, value
from tests.papers.profile_papers import MM, PROFILES, Read
from tests.papers.profile_rows import ND30, NEW, OLD, PARTY, STATE, TT01, Row, both, first


def stamp_of(one: Read) -> tuple[Any, ...]:
    """mm of width, height and the colour of the framed cell; () where none is."""
    for row in one.document.iter(f"{W}tr"):
        cell = row.find(f"{W}tc")
        edge = cell.find(f"{W}tcPr/{W}tcBorders/{W}top") if cell is not None else None
        if cell is not None and edge is not None:
            width = int(value(cell.find(f"{W}tcPr/{W}tcW"), "w"))
            height = int(value(row.find(f"{W}trPr/{W}trHeight")))
            return round(width * MM), round(height * MM), value(edge, "color")
    return ()


ROWS = [
    Row("line above a copy", "BS", lambda one: round(one.rule("copy_line")), dict.fromkeys(PROFILES, 165)),
    Row(
        "kind of a copy",
        "BS",
        lambda one: (one.words("copy_kind"), one.look("copy_kind")),
        {
            OLD: (["BẢN SAO Y BẢN CHÍNH"], "14 bold"),
            NEW: ([], "14 bold"),
            TT01: (["SAO Y BẢN CHÍNH"], "14 bold"),
            ND30: (["SAO Y"], "14 bold"),
        },
    ),
    Row(
        "number of a copy",
        "BS",
        lambda one: one.words("number")[:1],
        {OLD: ["Số 24-BS/ĐUK"], NEW: [""], TT01: ["Số: 24/SY-SNV"], ND30: ["Số: 24/SY-SNV"]},
    ),
    Row(
        "who copies",
        "BS",
        lambda one: (one.words("superior"), one.words("issuer"), one.order("star", "issuer_line")),
        {
            OLD: (["ĐẢNG BỘ TỈNH MẪU"], ["ĐẢNG ỦY KHỐI", "CÁC CƠ QUAN TỈNH"], ["star"]),
            NEW: ([], [], []),
            TT01: ([], ["SỞ NỘI VỤ"], ["issuer_line"]),
            ND30: ([], ["SỞ NỘI VỤ"], ["issuer_line"]),
        },
    ),
    Row(
        "place and day of a copy",
        "BS",
        lambda one: one.words("place_date"),
        {OLD: ["Mẫu, ngày 21 tháng 8 năm 2019"], NEW: [], ND30: ["Mẫu, ngày 05 tháng 02 năm 2021"]},
    ),
    Row(
        "stamp of a copy",
        "BS",
        lambda one: (one.words("stamp_title"), one.look("stamp_title"), stamp_of(one)),
        {
            OLD: ([], "13 bold", ()),
            NEW: (["BẢN SAO VĂN BẢN"], "13 bold", (80, 50, "FF0000")),
            ND30: ([], "13 bold", ()),
        },
    ),
    Row(
        "fields of the stamp",
        "BS",
        lambda one: [words.partition(":")[0] for words in one.words("stamp_field")],
        both(
            (OLD, ND30),
            [],
            (NEW,),
            [
                "Cơ quan, tổ chức sao",
                "Số, ký hiệu bản sao",
                "Hình thức sao",
                "Địa danh và ngày tháng năm sao",
                "Nơi nhận bản sao",
            ],
        ),
    ),
    Row(
        "signer of a copy",
        "BS",
        lambda one: (first("authority")(one), first("post")(one), first("signer")(one)),
        both(
            PARTY,
            ("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "Lê Văn Mẫu"),
            STATE,
            ("TL. BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "Lê Văn Mẫu"),
        ),
    ),
]
