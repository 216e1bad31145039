"""Verdicts on rows of units: which unit a row is about, by any of its dated names, and what it changes."""

from __future__ import annotations

from typing import Any

from rules import units as rules
from rules.columns import Mapping
from rules.fields import Field
from rules.imports import cells
from rules.imports.facts import (
    DUPLICATE,
    NEW,
    SAME,
    UPDATE,
    Candidate,
    Difference,
    Known,
    KnownUnit,
    Line,
    OfRow,
    Values,
    Verdict,
)
from rules.imports.places import Place, Places, key
from rules.imports.rows import Reading
from rules.text import clean, fold

NAMES = ("organization", "committee", "short", "symbol")
PLAIN = tuple(field for field in rules.FIELDS if field.name not in ("kind", "parent"))
UPPER_LEVEL = rules.UPPER
OTHER_KINDS = {
    "dang bo": "Đảng bộ cơ sở", "chi bo": "Chi bộ cơ sở", "dbcs": "Đảng bộ cơ sở", "cbcs": "Chi bộ cơ sở",
    "dang bo co so": "Đảng bộ cơ sở", "chi bo co so": "Chi bộ cơ sở", "dbbp": "Đảng bộ bộ phận",
    "chi bo truc thuoc": "Chi bộ trực thuộc đảng ủy cơ sở", "co quan": "Cơ quan, đơn vị khác",
    "doan the": "Đoàn thể", "don vi khac": "Cơ quan, đơn vị khác", "khac": "Cơ quan, đơn vị khác",
}  # fmt: skip


class Units:
    """The units known so far, those of earlier rows included, and the verdict on each row."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.places = Places(known)
        self.kinds = {fold(name): kind for kind, (name, _) in known.kinds.items()}
        self.rows: dict[str, int] = {}  # name of a unit → the row that speaks of it
        self.told: dict[int, int] = {}  # unit → the row that speaks of it

    def prepare(self, lines: list[tuple[Line, Reading]]) -> None:
        """Names that later rows make may already be named as a parent."""
        for line, row in lines:
            name = row.text("organization")
            if name and not self._kept(name):
                names = [name, row.text("short"), row.text("committee")]
                self.places.add([*names, *rules.usual_names(name).values()], line.number)

    def _kept(self, name: str) -> tuple[int, ...]:
        """The units that bear this very name, today or before."""
        return self.places.bearing(name)

    def verdict(self, line: Line, mapping: Mapping) -> Verdict:
        row = Reading(line, mapping)
        name = row.text("organization")
        if not name:
            row.faults.append("Chưa có tên tổ chức đảng, cơ quan.")
            return row.error()
        values = {key: value for key, value in row.values(PLAIN).items() if value not in (None, "")}
        chosen = row.record()
        hits = (chosen,) if isinstance(chosen, int) else () if chosen else self._meant(row, name)
        if isinstance(chosen, int) and chosen not in self.places.by_id:
            row.faults.append(f"Số trong sổ: không có đơn vị số {chosen}.")
        if row.faults:
            return row.error(name)
        if len(hits) > 1:
            return self._several(row, name, hits)
        if hits:
            return self._update(row, values, self.places.by_id[hits[0]])
        return self._new(row, values)

    def _meant(self, row: Reading, name: str) -> tuple[int, ...]:
        """The units of this name; below the grass roots only those under the unit that the row names.

        "Chi bộ 1" is found in many parties, so that another parent there means another unit.
        """
        hits = self._kept(name)
        places = self.places.find(row.text("parent"))
        if not hits or len(places) != 1:
            return hits
        under = tuple(hit for hit in hits if self.places.by_id[hit].values["parent"] == places[0])
        parent = self.places.unit(places[0])
        is_low = parent is None or parent.level >= rules.GRASSROOTS
        return under or (() if is_low or len(hits) > 1 else hits)

    def _several(self, row: Reading, name: str, hits: tuple[int, ...]) -> Verdict:
        candidates = tuple(Candidate(hit, self._words(hit)) for hit in hits)
        why = "Nhiều đơn vị cùng mang tên này: " + "; ".join(each.words for each in candidates) + "."
        return Verdict(row.number, DUPLICATE, why, {}, None, name, candidates, tuple(row.notes))

    def _words(self, unit: int) -> str:
        """A unit with the one above it, which tells apart those of the same name."""
        values = self.places.by_id[unit].values
        parent = self.places.by_id.get(values["parent"] or 0)
        above = f" ({parent.values['organization']})" if parent else ""
        return f"{values['organization']}{above}, số {unit}"

    # -- a unit that is new

    def _new(self, row: Reading, values: Values) -> Verdict:
        name = str(values["organization"])
        parent = self._parent(row, row.number)
        kind = self._kind(row, name, parent)
        usual = {key: words for key, words in rules.usual_names(name).items() if words}
        whole: Values = {**usual, **values, "parent": parent, "kind": kind}
        probe = {**whole, "parent": parent if isinstance(parent, int) else None}
        row.faults += rules.problems(probe).values() if kind else ()
        if row.faults:
            return row.error(name)
        earlier = self.rows.setdefault(f"{key(name)}|{parent}", row.number)
        if earlier != row.number:
            words = (Candidate(None, f"{name}, dòng {earlier} của bảng"),)
            why = f"Lặp lại dòng {earlier} của bảng."
            return Verdict(row.number, DUPLICATE, why, {}, None, name, words, tuple(row.notes))
        row.notes += rules.doubts(probe).values()
        return Verdict(row.number, NEW, values=whole, title=name, notes=tuple(row.notes))

    def _parent(self, row: Reading, number: int) -> Place | None:
        """The unit above; the office's own where the row names none."""
        words = row.text("parent")
        if not words:
            return self.known.own
        try:
            place = self.places.choose(words)
        except ValueError as error:
            row.faults.append(f"Đơn vị cấp trên trực tiếp: {error}")
            return None
        if place == OfRow(number):
            row.faults.append("Đơn vị cấp trên trực tiếp: đơn vị không thể trực thuộc chính nó.")
        return place

    def _kind(self, row: Reading, name: str, parent: Place | None) -> int | None:
        words = row.text("kind") or self._group_kind(row)
        if words:
            plain = key(words)
            kind = self.kinds.get(fold(words)) or self.kinds.get(fold(OTHER_KINDS.get(plain, "")))
            if kind is None:
                offered = ", ".join(each for each, _ in self.known.kinds.values())
                row.faults.append(f"Loại đơn vị: “{words}” không có trong danh mục: {offered}.")
            return kind
        above = self.places.unit(parent) if parent is not None else None
        level = above.level if above else rules.GRASSROOTS if isinstance(parent, OfRow) else UPPER_LEVEL
        kind = self.kinds.get(fold(rules.usual_kind(name, level)))
        if kind is None:
            row.faults.append("Chưa rõ loại đơn vị; thêm cột “Loại đơn vị”, ví dụ: Đảng bộ cơ sở.")
        return kind

    def _group_kind(self, row: Reading) -> str:
        """ "Chi bộ cơ sở" where that heads the rows, in a sheet without a column for kinds."""
        known = fold(row.group) in self.kinds or key(row.group) in OTHER_KINDS
        return row.group if known and "kind" not in row.cells else ""

    # -- a unit known already

    def _update(self, row: Reading, values: Values, unit: KnownUnit) -> Verdict:
        name = str(unit.values["organization"])
        earlier = self.told.setdefault(unit.id, row.number)
        if earlier != row.number:
            words = (Candidate(unit.id, self._words(unit.id)),)
            why = f"Dòng {earlier} của bảng cũng về đơn vị này."
            return Verdict(row.number, DUPLICATE, why, {}, None, name, words, tuple(row.notes))
        given = {**values, **self._links(row, unit)}
        given = self._kept_names(row, given, unit)
        if row.faults:
            return row.error(name)
        fields = tuple(field for field in rules.FIELDS if field.name in given)
        changed = cells.changed(fields, unit.values, given)
        row.faults += rules.problems({**unit.values, **changed, **_plain(changed)}).values()
        if row.faults:
            return row.error(name)
        notes = tuple(row.notes)
        if not changed:
            return Verdict(row.number, SAME, values={}, target_id=unit.id, title=name, notes=notes)
        told = [self._told(field, unit.values[field.name], changed[field.name]) for field in fields
                if field.name in changed]  # fmt: skip
        why = "; ".join(map(str, told)) + "."
        return Verdict(row.number, UPDATE, why, changed, unit.id, name, (), notes)

    def _links(self, row: Reading, unit: KnownUnit) -> Values:
        """Kind and parent, where the row names them."""
        found: Values = {}
        if row.text("kind"):
            found["kind"] = self._kind(row, str(unit.values["organization"]), unit.values["parent"])
        if row.text("parent"):
            found["parent"] = self._parent(row, row.number)
            if found["parent"] == unit.id:
                row.faults.append("Đơn vị cấp trên trực tiếp: đơn vị không thể trực thuộc chính nó.")
        return found

    def _kept_names(self, row: Reading, given: Values, unit: KnownUnit) -> Values:
        """A name of an earlier day finds the unit, and changes nothing; nor does another way to write it."""
        kept = dict(given)
        for part in NAMES[:3]:
            words = clean(str(given.get(part, "")))
            if not words:
                continue
            if key(words) == key(str(unit.values[part])):
                kept.pop(part)
            elif part == "organization" and row.record() is None:
                kept.pop(part)
                row.notes.append(f"Sổ ghi tên hiện nay là “{unit.values['organization']}”.")
        return kept

    def _told(self, field: Field, before: Any, after: Any) -> Difference:
        if field.name == "parent":
            after_words = (
                f"dòng {after.row} của bảng" if isinstance(after, OfRow) else self.places.name(after)
            )
            return Difference(field.label, self.places.name(before) if before else "", after_words)
        if field.name == "kind":
            return Difference(field.label, self.known.kinds[before][0], self.known.kinds[after][0])
        return Difference(field.label, cells.shown(field, before), cells.shown(field, after))


def _plain(values: Values) -> Values:
    """Links that wait for another row are left out of what can be checked."""
    return {"parent": None} if isinstance(values.get("parent"), OfRow) else {}


def circles(above: dict[int, int]) -> set[int]:
    """Rows whose units would stand above themselves; `above`: row → the row of the unit above."""
    found: set[int] = set()
    done: set[int] = set()
    for start in above:
        path: dict[int, None] = {}
        place: int | None = start
        while place is not None and place not in path and place not in done:
            path[place] = None
            place = above.get(place)
        if place in path:
            rows = list(path)
            found.update(rows[rows.index(place) :])
        done.update(path)
    return found


def left_alone(above: dict[int, int], made: set[int]) -> dict[int, int]:
    """Rows under a unit that is not made after all → the row of the unit right above them."""
    below: dict[int, list[int]] = {}
    for row, parent in above.items():
        below.setdefault(parent, []).append(row)
    found: dict[int, int] = {}
    waiting = [parent for parent in below if parent not in made]
    while waiting:
        parent = waiting.pop()
        for row in below.get(parent, ()):
            if row not in found:
                found[row] = parent
                waiting.append(row)
    return found
