"""Every verb that brings data in from workbooks and texts, each with the ways it is used."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from db import history, imports, name_order, pasting, people, settings
from rules.columns import Mapping
from rules.imports import verdicts
from rules.office import TONE_ORDERS, TONES
from rules.pasting import Line, Lines, offers
from rules.reading import propose
from tests.whole.office import Ids

NEWS = (
    "Sáng 15/9/2020, Đảng ủy Khối các cơ quan tỉnh tổ chức Hội nghị quán triệt Chỉ thị số 12-CT/TW, ngày "
    "01/7/2020 của Ban Bí thư. Dự hội nghị có bí thư, phó bí thư các chi bộ, đảng bộ cơ sở. Đồng chí Lê Mới, "
    "Bí thư Đảng ủy Khối các cơ quan tỉnh chủ trì hội nghị.\n"
    "Hội nghị đã nghe quán triệt Chỉ thị số 12-CT/TW, ngày 01/7/2020 của Ban Bí thư; Kế hoạch số 145-KH/ĐUK, "
    "ngày 10/9/2020 của Ban Thường vụ Đảng ủy Khối các cơ quan tỉnh.\n"
    "Kết luận hội nghị, đồng chí Lê Mới yêu cầu các chi bộ, đảng bộ cơ sở phải xây dựng kế hoạch thực hiện; "
    "báo cáo kết quả trước ngày 30/11/2020."
)


def taken(kind: str, columns: dict[str, int], *cells: tuple[Any, ...], meeting: int | None = None) -> None:
    rows = Lines(tuple(Line(number, row) for number, row in enumerate(cells, 1)))
    found = verdicts(kind, rows, Mapping(columns), imports.known(kind, meeting))
    done = imports.take(kind, found, "Nhập từ bảng", meeting, ("abc", columns))
    assert done.created + done.updated == len(cells), found


def pasted() -> None:
    desk = pasting.Desk(propose(NEWS))
    done = pasting.take(desk, [one.key for one in offers(desk.told) if one.sure])
    assert done.meeting is not None
    assert done.kept > 5


def reordered() -> None:
    with history.change("Đổi thứ tự dấu thanh"):
        people.save({"full_name": "Lê Thị Hảo"})
        people.save({"full_name": "Lê Thị Hão"})
        settings.put(TONES, TONE_ORDERS[1].key, "Đổi thứ tự dấu thanh")
        name_order.rewrite()


def shouted() -> None:
    with history.change("Thêm rồi sửa"):
        made = people.save({"full_name": "NGUYỄN VĂN hoà"})
        assert people.mend_names([made]) == 1


VERBS: dict[str, tuple[Callable[[Ids], Any], ...]] = {
    "imports.take": (
        lambda ids: taken(
            "people", {"full_name": 0, "post_unit": 1}, ("Lê Thị Mới", "Bí thư Đảng ủy Sở Công Thương")
        ),
        lambda ids: taken(
            "units", {"organization": 0, "kind": 1},
            ("Đảng bộ Sở Thủy lợi", "Đảng bộ cơ sở"), ("Chi bộ Kho bạc", "Chi bộ cơ sở"),
        ),
        lambda ids: taken(
            "directives", {"symbol": 0, "type": 1, "issued": 2, "direction": 3},
            ("15-HD/BTCTW", "Hướng dẫn", date(2020, 3, 2), "đến"),
            ("301-KH/ĐUK", "Kế hoạch", date(2020, 4, 2), "đi"),
        ),
        lambda ids: taken(
            "attendance", {"full_name": 0, "state": 1},
            *((people.get(one)["full_name"], "vắng có lý do") for one in ids.people[2:4]),
            meeting=ids.meeting,
        ),
    ),
    "imports.keep_mapping": (lambda ids: imports.keep_mapping("people", "abc", {"full_name": 3}),),
    "pasting.take": (lambda ids: pasted(),),
    "name_order.rewrite": (lambda ids: reordered(),),
    "people.mend_names": (lambda ids: shouted(),),
}  # fmt: skip
