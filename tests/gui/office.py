"""A small office of our own to try the window and its pages on."""

from __future__ import annotations

from datetime import date

from db import holdings, people, presets, units
from db.choices import choices
from db.history import change

OFFICE = {
    "organization": "Đảng bộ Khối các cơ quan tỉnh",
    "committee": "Đảng ủy Khối các cơ quan tỉnh",
    "superior": "Đảng bộ tỉnh Mẫu",
    "symbol": "ĐUK",
    "place_name": "tỉnh Mẫu",
    "term": "2015 - 2020",
    "secretary": "",
    "chief": "",
    "spelling": "ủy",
    "clerk": "Lê Thị Mẫu",
}


def kind(name: str) -> int:
    return next(key for key, text in choices("unit_kind") if text == name)


def post(name: str) -> int:
    return next(key for key, text in choices("post") if text == name)


def small_office() -> dict[str, int]:
    """Own office, two Party organisations with a cell each, three people; ids by short name."""
    ids: dict[str, int] = {}
    with change("Dựng văn phòng nhỏ"):
        presets.start_office(OFFICE)
        own = next(row.id for row in units.rows() if row.symbol == "ĐUK")
        ids["own"] = own
        for short, symbol in (("Sở Công Thương", "SCT"), ("Sở Nội vụ", "SNV")):
            texts = {"organization": f"Đảng bộ {short}", "committee": f"Đảng ủy {short}", "short": short}
            place = {"symbol": symbol, "kind": kind("Đảng bộ cơ sở"), "parent": own, "members": 40}
            ids[symbol] = units.save(texts | place)
        cell = {"organization": "Chi bộ Văn phòng Sở Công Thương", "parent": ids["SCT"], "members": 12}
        ids["cell"] = units.save(cell | {"kind": kind("Chi bộ trực thuộc đảng ủy cơ sở")})
        for name, title, unit in (
            ("Nguyễn Văn Bình", "Bí thư", "own"),
            ("Trần Thị An", "Bí thư", "SCT"),
            ("Đỗ Ước", "Phó Bí thư", "cell"),
        ):
            ids[name] = people.save({"full_name": name, "birth": None})
            given = {"post": post(title), "unit": ids[unit], "since": date(2016, 1, 1)}
            holdings.save(given, ids[name])
    return ids
