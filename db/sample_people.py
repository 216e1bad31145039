"""The invented units and people of the sample office."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from db import holdings, people, settings, units
from db.tables import Post, Unit, UnitKind, UnitName
from db.values import Values, pairs
from rules.dates import exact

TERM = date(2015, 6, 15)  # from when the sample's posts are held
CHAIR, DEPUTY = "Lê Hồng Quân", "Đặng Văn Thoảng"


@dataclass
class Places:
    """Units of the sample by their everyday names; "own", "superior", "centre" among them."""

    ids: dict[str, int] = field(default_factory=dict)
    grassroots: list[int] = field(default_factory=list)
    deputy: int = 0
    clerk: int = 0
    absent: int = 0  # secretary of a cell, in whose place the substitute came
    substitute: int = 0

    def id(self, name: str) -> int:
        return self.ids[name]

    def get(self, name: str | None) -> int | None:
        return self.ids[name] if name else None


def add_units(data: dict[str, Any]) -> Places:
    """The office's own parts, then 64 grassroots parties, 66 grassroots cells."""
    own = settings.own_unit() or 0
    places = Places({"own": own, "superior": Unit.get_by_id(own).parent_id, "centre": _centre()})
    kinds = pairs(UnitKind.select(UnitKind.name, UnitKind.id))
    for entry in data["inside"]:
        organization, committee, short, kind, symbol = entry.split("|")
        names = {"organization": organization, "committee": committee, "short": short, "symbol": symbol}
        places.ids[short] = units.save({**names, "kind": kinds[kind], "parent": own})
    for kind, entries in (("Đảng bộ cơ sở", data["parties"]), ("Chi bộ cơ sở", data["cells"])):
        for number, entry in enumerate(entries):
            short = entry.partition("|")[0]
            values = _grassroots(kind, entry) | {"kind": kinds[kind], "parent": own}
            is_party = kind == "Đảng bộ cơ sở"
            values["members"] = 40 + number * 37 % 160 if is_party else 8 + number * 5 % 21
            places.ids[short] = units.save(values)
            places.grassroots.append(places.ids[short])
    return places


def _centre() -> int:
    return int(UnitName.get(UnitName.symbol == "TW").unit_id)


def _grassroots(kind: str, entry: str) -> Values:
    short = entry.partition("|")[0]
    if kind == "Chi bộ cơ sở":
        return {"organization": f"Chi bộ {short}", "short": short}
    return {
        "organization": f"Đảng bộ {short}",
        "committee": f"Đảng ủy {short}",
        "short": short,
        "symbol": "ĐU",
    }


def add_people(data: dict[str, Any], places: Places) -> None:
    """300 people: two named in the public report, staff of the office, secretaries with their deputies."""
    posts = pairs(Post.select(Post.name, Post.id))
    crowd = _crowd(data["names"])
    own = places.id("own")
    chair = people.save({"full_name": CHAIR})
    _hold(posts["Ủy viên Ban Thường vụ"], chair, places.id("superior"))
    _hold(posts["Bí thư"], chair, own)
    places.deputy = people.save({"full_name": DEPUTY})
    _hold(posts["Phó Bí thư"], places.deputy, own)
    staff = _add_staff(data["staff"]["rows"], posts, places, crowd)
    secretaries = []
    for unit in places.grassroots:
        secretaries.append(people.save(next(crowd)))
        _hold(posts["Bí thư"], secretaries[-1], unit)
        _hold(posts["Phó Bí thư"], people.save(next(crowd)), unit)
    _add_bodies(data["staff"], posts, own, staff, secretaries)
    places.absent, places.substitute = secretaries[-1], people.save(next(crowd))
    _hold(posts["Chi ủy viên"], places.substitute, places.grassroots[-1])


def _add_staff(
    rows: list[str], posts: dict[str, int], places: Places, crowd: Iterator[Values]
) -> dict[str, list[int]]:
    """Post name → the people who hold it."""
    staff: dict[str, list[int]] = {}
    for row in rows:
        post, unit, count = row.split("|")
        for _ in range(int(count)):
            person = people.save(next(crowd))
            _hold(posts[post], person, places.id(unit))
            staff.setdefault(post, []).append(person)
            if post == "Chuyên viên" and unit == "Văn phòng":
                places.clerk = places.clerk or person
    return staff


def _add_bodies(
    sizes: Values, posts: dict[str, int], own: int, staff: dict[str, list[int]], secretaries: list[int]
) -> None:
    """Standing and executive committee, inspectors, speakers: people who hold another post as well."""
    heads = ("Trưởng ban", "Chủ nhiệm Ủy ban Kiểm tra", "Chánh Văn phòng")
    leaders = [person for post in heads for person in staff[post]]
    standing = (leaders + secretaries)[: sizes["committee"]]
    executive = [person for person in leaders + secretaries if person not in standing][: sizes["members"]]
    deputies = staff["Phó Chủ nhiệm Ủy ban Kiểm tra"] + staff["Phó Trưởng ban"]
    bodies = {
        "Ủy viên Ban Thường vụ": standing,
        "Ủy viên Ban Chấp hành": executive,
        "Ủy viên Ủy ban Kiểm tra": [*deputies, *secretaries[30:]][: sizes["inspection"]],
        "Báo cáo viên": [*staff["Phó Trưởng ban"], *secretaries[40:]][: sizes["reporters"]],
    }
    for post, members in bodies.items():
        for person in members:
            _hold(posts[post], person, own)


def _hold(post: int, person: int, unit: int) -> None:
    holdings.save({"post": post, "unit": unit, "since": TERM}, person)


def _crowd(names: dict[str, Any]) -> Iterator[Values]:
    """Invented people without end, always the same; every fourteenth with a name from the list of others."""
    pick = random.Random(2019)
    others = [entry.split("|") for entry in names["others"]]
    seen = {CHAIR, DEPUTY}
    number = 0
    while True:
        number += 1
        if number % 14 == 0 and others:
            name, sex, group = others.pop(0)
        else:
            sex, group = ("nữ" if pick.random() < 0.38 else "nam"), names["ethnic_default"]
            name = _name(names, sex, pick)
        if name not in seen:
            seen.add(name)
            yield {"full_name": name, "sex": sex, "ethnic_group": group, **_life(names, number, pick)}


def _name(names: dict[str, Any], sex: str, pick: random.Random) -> str:
    kind = "women" if sex == "nữ" else "men"
    parts = (names["families"], names[f"{kind}_middle"], names[f"{kind}_given"])
    return " ".join(pick.choice(part) for part in parts)


def _life(names: dict[str, Any], number: int, pick: random.Random) -> Values:
    """Birth and Party dates that agree: admitted between 22 and 32, official a year later."""
    born = date(1960, 1, 1) + timedelta(days=pick.randrange(27 * 365))
    admitted = born + timedelta(days=pick.randrange(22 * 365, 32 * 365))
    official = admitted + timedelta(days=365)
    return {
        "birth": str(born.year) if number % 9 == 0 else exact(born),
        "admitted": exact(admitted),
        "official": exact(official),
        "education": names["educations"][number % len(names["educations"])],
        "theory_level": names["theory_levels"][number % len(names["theory_levels"])],
    }
