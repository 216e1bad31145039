"""Facts of the office that travel with the file: its own unit, its term, its spelling, its names."""

from __future__ import annotations

from datetime import date

from peewee import JOIN

from db import name_order, terms
from db.history import change, set_person
from db.tables import Setting, Unit, UnitKind, UnitName
from db.unit_names import names, names_on, search_key
from db.values import Values, keep, lines, next_place, pairs, ready
from rules import office as rules
from rules.facts import Office
from rules.text import STYLES, clean, fold
from rules.trouble import Refused
from rules.units import PROVINCE

IN_SETTINGS = (
    rules.TERM,
    rules.SECRETARY,
    rules.CHIEF,
    rules.SPELLING,
    rules.FAMILY,
    rules.CLERK,
    rules.TONES,
)
USUAL = {rules.SPELLING: STYLES[0], rules.FAMILY: rules.PARTY, rules.TONES: rules.TONE_ORDERS[0].key}


def get(name: str, default: str = "") -> str:
    line = Setting.get_or_none(Setting.name == name)
    return str(line.value) if line else default


def put(name: str, value: str, label: str = "Sửa thiết lập") -> None:
    """Keeps one setting; an empty value takes it away."""
    value = clean(value)
    with change(label):
        if value:
            line = Setting.get_or_none(Setting.name == name)
            keep(Setting, {"name": name, "value": value}, line.id if line else None)
        else:
            Setting.delete().where(Setting.name == name).execute()


def own_unit() -> int | None:
    """The id of the office's own unit; None in a file nobody has begun."""
    value = get(rules.UNIT)
    return int(value) if value else None


def is_started() -> bool:
    return own_unit() is not None


def is_sample() -> bool:
    return get(rules.SAMPLE) == "1"


def office(on: date | None = None) -> Office:
    """The office as papers of the day name it; Refused before the first start is done."""
    kept = pairs(Setting.select(Setting.name, Setting.value))
    if not kept.get(rules.UNIT):
        raise Refused("Chưa có thông tin về cơ quan.", "Mở mục Cơ quan rồi điền tên và ký hiệu.")
    name, above = names_on(on).alias("name"), names_on(on).alias("above")
    chosen = (
        Unit.select(
            name.c.organization, name.c.committee, above.c.organization, above.c.committee, name.c.symbol,
            Unit.place_name,
        )
        .join(name, on=(name.c.unit_id == Unit.id))
        .switch(Unit)
        .join(above, JOIN.LEFT_OUTER, on=(above.c.unit_id == Unit.parent))
        .where(Unit.id == int(kept[rules.UNIT]))
    )  # fmt: skip
    ((organization, committee, superior, superior_committee, symbol, place_name),) = lines(chosen)
    unit_id = int(kept[rules.UNIT])
    return Office(
        unit_id=unit_id,
        organization=organization,
        committee=committee,
        superior=superior or "",
        symbol=symbol,
        place_name=place_name,
        term=terms.name_on(unit_id, on or date.today()) or kept.get(rules.TERM, ""),
        spelling=kept.get(rules.SPELLING, USUAL[rules.SPELLING]),
        sample=kept.get(rules.SAMPLE) == "1",
        superior_committee=superior_committee or "",
        family=kept.get(rules.FAMILY, USUAL[rules.FAMILY]),
    )


def values() -> Values:
    """The form values of the office; blanks before the first start."""
    kept = {name: get(name, USUAL.get(name, "")) for name in IN_SETTINGS}
    if not is_started():
        return {"organization": "", "committee": "", "superior": "", "symbol": "", "place_name": "", **kept}
    facts = office()
    named = {
        name: getattr(facts, name)
        for name in ("organization", "committee", "superior", "symbol", "place_name")
    }
    return named | kept


def save_office(given: Values, kind: str = rules.UPPER) -> None:
    """Keeps the facts of the office: names with its unit, the line above with its superior unit.

    `kind`: that of the unit of an office which has none yet.
    """
    whole = ready(rules.FIELDS, given, rules.problems, values())
    with change("Sửa thông tin cơ quan" if is_started() else "Khai báo cơ quan"):
        unit_id = own_unit() or _begin(kind)
        texts = {part: whole[part] for part in ("organization", "committee", "symbol")}
        texts["short"] = names(unit_id).short
        keep(UnitName, {**texts, "search_key": search_key(texts)}, names(unit_id).id)
        keep(Unit, {"place_name": whole["place_name"]}, unit_id)
        _keep_superior(unit_id, whole["superior"])
        before = name_order.tones()
        for name in IN_SETTINGS:
            put(name, whole[name])
        if whole[rules.TONES] != before:
            name_order.rewrite()
    set_person(whole[rules.CLERK])


def _begin(kind: str) -> int:
    """A nameless unit for an office that has none yet."""
    kind_id = UnitKind.get(UnitKind.name == kind).id
    unit_id = keep(Unit, {"kind": kind_id, "position": next_place(Unit, Unit.id > 0)})
    keep(UnitName, {"unit": unit_id, "organization": "…", "search_key": ""})
    put(rules.UNIT, str(unit_id))
    return unit_id


def _keep_superior(unit_id: int, organization: str) -> None:
    parent_id = Unit.get_by_id(unit_id).parent_id
    if not organization:
        keep(Unit, {"parent": None}, unit_id)
        return
    if parent_id is None:
        level = UnitKind.get(UnitKind.level == PROVINCE)
        parent_id = keep(Unit, {"kind": level.id, "outside": True, "position": 0})
        keep(Unit, {"parent": parent_id}, unit_id)
        texts = _superior_names(organization)
        keep(UnitName, {"unit": parent_id, **texts, "search_key": search_key(texts)})
        return
    name = names(parent_id)
    texts = {
        "organization": organization,
        "committee": name.committee,
        "short": name.short,
        "symbol": name.symbol,
    }
    keep(UnitName, {**texts, "search_key": search_key(texts)}, name.id)


def _superior_names(organization: str) -> Values:
    """A province's committee is cited as "Tỉnh ủy", a city's as "Thành ủy"; symbol TU (36-HD/VPTW)."""
    plain = fold(organization)
    committee = "Tỉnh ủy" if plain.startswith("dang bo tinh") else ""
    committee = "Thành ủy" if plain.startswith("dang bo thanh pho") else committee
    return {
        "organization": organization,
        "committee": committee,
        "short": "",
        "symbol": "TU" if committee else "",
    }


def parent_of(unit_id: int) -> int | None:
    """The unit directly above; None at the top."""
    parent: int | None = Unit.get_by_id(unit_id).parent_id
    return parent
