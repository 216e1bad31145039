"""Turns what was read from a typed symbol into form values, by what the file already knows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any

from db import directives, settings, units
from db.choices import choices
from db.units import Row as UnitRow
from rules import directives as laws
from rules.fields import Field, Kind
from rules.symbols import Reading, split_issuer, usual_organ
from rules.text import fold

SHORT_CODES = date(2018, 6, 1)  # the day of the months in which "Quy định" was QĐi
LONGEST = 70  # letters of a document's name among choices and on chips
Options = list[tuple[int, str]]

RELATION_FIELDS = tuple(
    Field(relation.key, f"{relation.label} văn bản", Kind.LINKS, target="directive")
    for relation in laws.RELATIONS
)
FIELDS = (*laws.FIELDS, *RELATION_FIELDS)
BACKWARDS = {
    "carries_out": "Được triển khai bởi",
    "based_on": "Là căn cứ của",
    "replaces": "Được thay thế bởi",
    "amends": "Được sửa đổi, bổ sung bởi",
    "mentions": "Được nhắc tới trong",
}


def direction_label(relation: str, outgoing: bool) -> str:
    """The relation as seen from this document: "Triển khai" or "Được triển khai bởi"."""
    labels = {choice.key: choice.label for choice in laws.RELATIONS}
    return labels[relation] if outgoing else BACKWARDS[relation]


def short_name(row: directives.Row) -> str:
    """ "35-CT/TW – về đại hội đảng bộ các cấp…", short enough for a chip."""
    words = " – ".join(part for part in (row.symbol or row.type, row.subject) if part)
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip(" ,;") + "…"


class Known:
    """Types, units and documents of the open file, each asked for once."""

    def __init__(self, record: int | None = None) -> None:
        self.record = record

    @cached_property
    def rows(self) -> list[directives.Row]:
        return [row for row in directives.rows() if row.id != self.record]

    @cached_property
    def units(self) -> list[UnitRow]:
        return units.rows()

    @cached_property
    def own(self) -> int | None:
        return settings.own_unit()

    @cached_property
    def types(self) -> Options:
        """Today's types, the short-lived code of 2018, and the type this record already has."""
        found = dict(choices("directive_type"))
        for day in (SHORT_CODES, self._own_day()):
            for key, label in choices("directive_type", day) if day else ():
                if label not in found.values() or key == self._own_type():
                    found[key] = label
        return list(found.items())

    def _own_day(self) -> date | None:
        if self.record is None:
            return None
        issued = directives.get(self.record)["issued"]
        return issued.earliest if issued else None

    def _own_type(self) -> int | None:
        return directives.get(self.record)["type"] if self.record else None

    def choices(self, target: str) -> Options:
        """For the form's editors."""
        if target == "directive":
            return [(row.id, short_name(row)) for row in self.rows]
        return self.types if target == "directive_type" else choices(target)

    def subject_of(self, ids: Iterable[int]) -> str:
        """The subject of the first of these documents that has one."""
        named = {row.id: row.subject for row in self.rows}
        return next((named[key] for key in ids if named.get(key)), "")

    def same(self, values: dict[str, Any]) -> directives.Row | None:
        """A document already kept under this type, number and code."""
        wanted = (values.get("type"), values.get("number"))
        if not values.get("number"):
            return None
        near = (row for row in self.rows if (row.type_id, row.number) == wanted)
        code = fold(values.get("issuer_code") or "")
        return next((row for row in near if fold(row.symbol).endswith(f"/{code}")), None)

    # -- from what was read

    def filled(self, reading: Reading) -> dict[str, Any]:
        """Form values for what was read; only names for which something is known."""
        unit = self.unit(reading)
        code = reading.issuer_code or (unit.symbol if unit else "")
        if unit and fold(code) == fold(unit.symbol):
            code = unit.symbol  # "92-KH/DUK" typed without marks
        organ = split_issuer(reading.issuer)[0] or self._organ(reading, unit)
        given = {
            "type": self.type_id(reading),
            "number": reading.number,
            "issuer": unit.id if unit else None,
            "organ": organ,
            "issuer_code": code,
            "issued": reading.issued,
            "subject": reading.subject,
        }
        found = {name: value for name, value in given.items() if value}
        if unit:
            found["direction"] = self.direction(unit.id)
        return found

    def direction(self, unit: int | None) -> str:
        return "out" if unit and unit == self.own else "in"

    def type_id(self, reading: Reading) -> int | None:
        """By name and code, then by name, then by the code alone (a type the office added)."""
        name, code = fold(reading.type_name), reading.type_code
        wholes = {fold(label): key for key, label in self.types}
        names = {fold(label.split(" (")[0]): key for key, label in reversed(self.types)}
        codes = {
            label.split(" (")[-1].rstrip(")"): key for key, label in reversed(self.types) if "(" in label
        }
        return wholes.get(f"{name} ({fold(code)})") or names.get(name) or codes.get(code)

    def unit(self, reading: Reading) -> UnitRow | None:
        """The unit of the code, as the register used it last, or as units are known; else by its words."""
        code = fold(reading.issuer_code)
        known = {unit.id: unit for unit in self.units}
        if code:
            used = (row.issuer_id for row in self.rows if fold(row.symbol).endswith(f"/{code}"))
            before = next((known[key] for key in used if key in known), None)
            named = [unit for unit in self.units if fold(unit.symbol) == code]
            return before or (named[0] if named else self._province(code, known))
        organ, committee = split_issuer(reading.issuer)
        if organ in laws.CENTRAL_ORGANS:
            return next((unit for unit in self.units if unit.level == 0), None)
        return self._by_words(committee)

    def _province(self, code: str, known: dict[int, UnitRow]) -> UnitRow | None:
        """ "TU" is the committee right above the office, where nobody wrote its symbol down."""
        own = known.get(self.own or 0)
        return known.get(own.parent_id or 0) if own and code == "tu" else None

    def _by_words(self, words: str) -> UnitRow | None:
        wanted = fold(words)
        if not wanted:
            return None
        named = [
            (fold(name), unit) for unit in self.units for name in (unit.committee, unit.organization) if name
        ]
        exact = [unit for name, unit in named if name == wanted]
        begun = {unit.id: unit for name, unit in named if name.startswith(wanted)}
        return exact[0] if exact else next(iter(begun.values())) if len(begun) == 1 else None

    def _organ(self, reading: Reading, unit: UnitRow | None) -> str:
        """The organ of the last such document of this unit, else the usual one."""
        kind = self.type_id(reading)
        before = next(
            (row for row in self.rows if unit and (row.issuer_id, row.type_id) == (unit.id, kind)), None
        )
        if before:
            return str(directives.get(before.id)["organ"])
        return usual_organ(reading.type_name, reading.issuer_code)
