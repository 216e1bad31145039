"""Made tables and a made office for the verdicts: no file, no database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from papers.workbooks.table import Row, Table
from rules import columns, imports
from rules.dates import parse_vague
from rules.directives import DIRECTIVE_TYPES
from rules.directives import FIELDS as DIRECTIVE_FIELDS
from rules.fields import blank
from rules.imports import Known, Verdict
from rules.imports.facts import (
    KnownDirective,
    KnownHolding,
    KnownPerson,
    KnownPost,
    KnownType,
    KnownUnit,
)
from rules.office import UPPER
from rules.people import FIELDS as PERSON_FIELDS
from rules.posts import POSTS
from rules.units import FIELDS as UNIT_FIELDS
from rules.units import UNIT_KINDS

DAY = date(2019, 8, 21)
OWN, PROVINCE, CENTRE, TRADE, SCIENCE, HEALTH, YOUTH, BOARD, OFFICE, CELL_A, CELL_B = range(1, 12)
KINDS = {number: (kind.name, kind.level) for number, kind in enumerate(UNIT_KINDS, 1)}
KIND = {name: number for number, (name, _) in KINDS.items()}
UNITS = (
    (OWN, "Đảng bộ Khối các cơ quan tỉnh", "Đảng ủy Khối các cơ quan tỉnh", "", "ĐUK", UPPER, PROVINCE),
    (PROVINCE, "Đảng bộ tỉnh Mẫu", "Tỉnh ủy", "", "TU", "Đảng bộ tỉnh, thành phố", None),
    (CENTRE, "Trung ương Đảng", "Ban Chấp hành Trung ương Đảng", "Trung ương", "TW", "Cơ quan Trung ương",
     None),
    (TRADE, "Đảng bộ Sở Công Thương", "Đảng ủy Sở Công Thương", "Sở Công Thương", "ĐU", "Đảng bộ cơ sở", OWN),
    (SCIENCE, "Đảng bộ Sở Khoa học và Công nghệ", "Đảng ủy Sở Khoa học và Công nghệ",
     "Sở Khoa học và Công nghệ", "ĐU", "Đảng bộ cơ sở", OWN),
    (HEALTH, "Đảng bộ Sở Y tế", "Đảng ủy Sở Y tế", "Sở Y tế", "ĐU", "Đảng bộ cơ sở", OWN),
    (YOUTH, "Chi bộ Tỉnh Đoàn", "", "Tỉnh Đoàn", "", "Chi bộ cơ sở", OWN),
    (BOARD, "Ban Tổ chức Đảng ủy Khối", "", "Ban Tổ chức", "BTCĐUK", "Ban, cơ quan của cấp ủy", OWN),
    (OFFICE, "Văn phòng Đảng ủy Khối", "", "Văn phòng", "VPĐUK", "Văn phòng cấp ủy", OWN),
    (CELL_A, "Chi bộ 1", "", "", "", "Chi bộ trực thuộc đảng ủy cơ sở", TRADE),
    (CELL_B, "Chi bộ 1", "", "", "", "Chi bộ trực thuộc đảng ủy cơ sở", HEALTH),
)  # fmt: skip
POST = {post.name: number for number, post in enumerate(POSTS, 1)}
TYPES = tuple(
    KnownType(number, kind.name, kind.code, kind.since, kind.until)
    for number, kind in enumerate(DIRECTIVE_TYPES, 1)
)
TYPE = {kind.name: kind.id for kind in TYPES}


def _unit(line: tuple[Any, ...]) -> KnownUnit:
    number, organization, committee, short, symbol, kind, parent = line
    values = blank(UNIT_FIELDS) | {
        "organization": organization, "committee": committee, "short": short, "symbol": symbol,
        "kind": KIND[kind], "parent": parent, "members": 40,
    }  # fmt: skip
    former = (("Đảng bộ Sở Thương mại", "", "Sở Thương mại", ""),) if number == TRADE else ()
    return KnownUnit(
        number, values, ((organization, committee, short, symbol), *former), KINDS[KIND[kind]][1]
    )


def person(number: int, name: str, birth: str = "", *held: tuple[str, int], **facts: Any) -> KnownPerson:
    """Someone kept; `held`: names of posts, each with its unit."""
    values = blank(PERSON_FIELDS) | {"full_name": name, "birth": parse_vague(birth), **facts}
    holdings = tuple(
        KnownHolding(number * 10 + place, POST[post], unit, None, None)
        for place, (post, unit) in enumerate(held)
    )
    return KnownPerson(number, values, holdings)


def directive(key: int, symbol: str, **facts: Any) -> KnownDirective:
    facts["issued"] = parse_vague(facts.pop("issued", ""))
    facts["type"] = TYPE[facts.pop("type")]
    return KnownDirective(key, symbol, blank(DIRECTIVE_FIELDS) | facts)


def office(people: Sequence[KnownPerson] = (), directives: Sequence[KnownDirective] = ()) -> Known:
    posts = tuple(
        KnownPost(POST[post.name], post.name, post.short, frozenset(POST[name] for name in post.includes))
        for post in POSTS
    )
    return Known(
        day=DAY, own=OWN, units=tuple(map(_unit, UNITS)), kinds=KINDS, posts=posts, people=tuple(people),
        types=TYPES, directives=tuple(directives),
    )  # fmt: skip


def table(headings: Sequence[str], *rows: Sequence[Any], group: str = "") -> Table:
    """Rows below a heading in the first row of a sheet."""
    lines = tuple(Row(number, tuple(row), group) for number, row in enumerate(rows, 2))
    return Table(sheets=("Sheet1",), sheet="Sheet1", header_row=1, columns=tuple(headings), rows=lines)


def judged(kind: str, known: Known, sheet: Table) -> list[Verdict]:
    return imports.verdicts(kind, sheet, columns.match(kind, sheet.columns), known)
