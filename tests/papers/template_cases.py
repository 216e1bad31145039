"""The measured failures and the pitfalls of templates: what is written, what it becomes, what is named."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from papers.filling import Values
from rules.marker_names import Name
from tests.papers.word_files import (
    Maker,
    cell,
    p,
    r,
    row,
    table,
    values,
)

NAMES = (
    Name("Tên hội nghị", "Tên"),
    Name("Ngày họp", "21/8/2019"),
    Name("Số có mặt", "12"),
    Name("Người nhận", "đồng chí"),
    Name("Đại biểu", "Từng người", ("TT", "Họ và tên", "Chức vụ", "Đơn vị")),
    Name("Nhiệm vụ", "Từng việc", ("TT", "Nội dung", "Chủ trì")),
    Name("Bảng nhiệm vụ", "Bảng", block=True),
)
USUAL = values(
    {"Tên hội nghị": "Hội nghị A", "Ngày họp": "21/8/2019", "Số có mặt": "12", "Người nhận": "đồng chí X"},
    {
        "Đại biểu": [{"Họ và tên": "Lê Mẫu", "Chức vụ": "Bí thư", "Đơn vị": ""}, {"Họ và tên": "Trần Thử"}],
        "Nhiệm vụ": [],
    },
)
WITH_TABLE = Values(USUAL.single, USUAL.lists, {"bang nhiem vu": ()})


def same(maker: Maker) -> Maker:
    return maker


class Case(NamedTuple):
    """One row of the measured failures and pitfalls: what is written, what is filled, what is named."""

    blocks: tuple[str, ...]
    said: tuple[str, ...] | None = None  # what the filled paper says; None: it is refused
    place: str = ""  # the problem that is named, and where; "" for none
    reason: str = ""
    suggestion: str = ""
    stops: bool = False
    more: Callable[[Maker], object] = same


MEASURED = {
    "a name nobody knows": Case(
        (p("{{ ten_khong_co }}"),),
        ("……………",),
        "đoạn 1",
        "Không có trường",
        "",
        True,
    ),
    "a name nearly right": Case(
        (p("{{Tên hộ nghị}}"),),
        ("……………",),
        "đoạn 1",
        "Không có trường",
        "{{Tên hội nghị}}",
        True,
    ),
    "a.b.c": Case((p("{{ a.b.c }}"),), ("……………",), "đoạn 1", "Không có trường", "", True),
    "a member without its list": Case(
        (p("{{Họ và tên}}"),),
        ("……………",),
        "đoạn 1",
        "mục con",
        "{{Đại biểu.Họ và tên}}",
        True,
    ),
    "a list without a member": Case(
        (p("{{Đại biểu}}"),),
        ("……………",),
        "đoạn 1",
        "danh sách",
        "{{Đại biểu.Họ và tên}}",
        True,
    ),
    "a wrong member": Case(
        (p("{{Đại biểu.Chức}}"),),
        ("……………", "……………"),
        "đoạn 1",
        "không có mục con",
        "{{Đại biểu.Chức vụ}}",
        True,
    ),
    "split and bold": Case((p(r("{"), r("{Tên ", "<w:b/>"), r("hội nghị}}")),), ("Hội nghị A",)),
    "smart quotes": Case((p("{{“Tên hội nghị”}}"),), ("Hội nghị A",)),
    "decomposed": Case((p("{{Te\u0302n ho\u0323\u0302i nghi\u0323}}"),), ("Hội nghị A",)),
    "a loop of code": Case(
        (p("{%tr for x in dai_bieu %}"), p("{{Đại biểu.Họ và tên}}"), p("{%tr endfor %}")),
        ("{%tr for x in dai_bieu %}", "Lê Mẫu", "Trần Thử", "{%tr endfor %}"),
        "đoạn 1",
        "không dùng câu lệnh",
        "Xóa",
        True,
    ),
    "a list inside a list": Case(
        (table(row("{{Đại biểu.Họ và tên}}", cell(table(row("{{Nhiệm vụ.Nội dung}}")), "<w:p/>"))),),
        None,
        "bảng 1, hàng 1, ô 2, bảng 1, hàng 1, ô 1",
        "hai danh sách",
        "riêng",
        True,
    ),
    "two lists in one row": Case(
        (table(row("{{Đại biểu.TT}}", "{{Nhiệm vụ.Nội dung}}")),),
        None,
        "bảng 1, hàng 1, ô 2",
        "hai danh sách",
        "riêng",
        True,
    ),
    "two lists in one paragraph": Case(
        (p("{{Đại biểu.TT}} {{Nhiệm vụ.Nội dung}}"),),
        None,
        "đoạn 1",
        "hai danh sách",
        "",
        True,
    ),
    "opened in one cell, closed in another": Case(
        (table(row("{{Tên hội", "nghị}}")),),
        ("{{Tên hội", "nghị}}"),
        "bảng 1, hàng 1, ô 1",
        "đoạn hoặc ô khác",
        "{{Tên hội nghị}}",
        True,
    ),
    "opened in one paragraph, closed in the next": Case(
        (p("dự {{Tên"), p("hội nghị}} này")),
        ("dự {{Tên", "hội nghị}} này"),
        "đoạn 1",
        "đoạn hoặc ô khác",
        "{{Tên hội nghị}}",
        True,
    ),
    "one brace missing": Case(
        (p("A"), p("{{Tên hội nghị} B")),
        ("A", "{{Tên hội nghị} B"),
        "đoạn 2",
        "hai dấu",
        "{{Tên hội nghị}}",
        True,
    ),
    "one brace too many": Case(
        (p("{{{Tên hội nghị}}}"),),
        ("{Hội nghị A}",),
        "đoạn 1",
        "hai dấu",
        "{{Tên hội nghị}}",
        True,
    ),
    "single braces": Case(
        (p("{Tên hội nghị}"),),
        ("{Tên hội nghị}",),
        "đoạn 1",
        "hai dấu",
        "{{Tên hội nghị}}",
        True,
    ),
    "an office's own brace": Case(
        (p("tập {1, 2} {{Tên hội nghị}}"),),
        ("tập {1, 2} Hội nghị A",),
        "đoạn 1",
        "không đủ cặp",
    ),
    "code that runs": Case(
        (p("{{ cycler.__init__.__globals__.os.getcwd() }}"),),
        ("……………",),
        "đoạn 1",
        "Không có trường",
        "",
        True,
    ),
    "a sum": Case((p("{{ 7*7 }}"),), ("……………",), "đoạn 1", "Không có trường", "", True),
    "an unknown way of writing": Case(
        (p("{{Tên hội nghị|IN HAO}}"),),
        ("Hội nghị A",),
        "đoạn 1",
        "Không có cách ghi",
        "|IN HOA",
        True,
    ),
    "a way of writing that does not fit": Case(
        (p("{{Tên hội nghị|ngày dài}}"),),
        ("Hội nghị A",),
        "đoạn 1",
        "không phải là ngày",
        "{{Tên hội nghị}}",
    ),
    "a way of writing that fits": Case(
        (p("{{Ngày họp|ngày dài}}, {{Số có mặt|bằng chữ}}"),),
        ("ngày 21 tháng 8 năm 2019, mười hai",),
    ),
    "an empty list": Case((p("Việc:"), p("- {{Nhiệm vụ.Nội dung}}")), ("Việc:",)),
    "a condition on nothing": Case((p("{{Chỉ khi: Vắng cả}}x"),), (), "đoạn 1", "Không có trường", "", True),
}
