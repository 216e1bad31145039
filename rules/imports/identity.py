"""Whether a row and a kept person are one and the same: name, birth and unit held against each other."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from rules.dates import VagueDate
from rules.imports.facts import KnownPerson
from rules.text import clean, fold

KEPT = 50_000  # names whose forms are kept: each is asked for many times
TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
SAME, PERHAPS, OTHER = "same", "perhaps", "other"


class Asked(NamedTuple):
    """Who a row is about, as far as it says."""

    name: str
    birth: VagueDate | None
    units: frozenset[int]
    card: str = ""


@lru_cache(maxsize=KEPT)
def spelling(name: str) -> str:
    """A name with its accents, wherever the tone mark of a syllable stands."""
    syllables = []
    for word in clean(name).casefold().split():
        spread = unicodedata.normalize("NFD", word)
        tones = "".join(mark for mark in spread if mark in TONES)
        syllables.append(unicodedata.normalize("NFC", "".join(c for c in spread if c not in TONES)) + tones)
    return " ".join(syllables)


@lru_cache(maxsize=KEPT)
def has_accents(name: str) -> bool:
    return clean(name).casefold() != fold(clean(name))


def same_spelling(one: str, other: str) -> bool:
    """Equal, or one of the two typed without any accents."""
    if one == other:
        return True
    if has_accents(one) and has_accents(other):
        return spelling(one) == spelling(other)
    return fold(clean(one)) == fold(clean(other))


def compare_births(one: VagueDate | None, other: VagueDate | None) -> bool | None:
    """True: they agree, a year and a day of it too; False: they differ; None: one of them says nothing."""
    if one is None or other is None:
        return None
    first, last, begin, end = one.earliest, one.latest, other.earliest, other.latest
    if first is None or last is None or begin is None or end is None:
        return fold(one.words) == fold(other.words) or None
    return first <= end and begin <= last


def relation(asked: Asked, person: KnownPerson) -> str:
    """SAME, PERHAPS or OTHER for someone whose folded name is the same.

    The same: name, unit and birth agree, or neither side tells the birth. A unit and a day of birth may
    each be missing on one side where the other one agrees. What only may be the same is left to the clerk;
    the same name alone, in two units, is common and means nothing.
    """
    units = {held.unit for held in person.held}
    shared = bool(asked.units & units)
    card = str(person.values["card_number"] or "")
    births = compare_births(asked.birth, person.birth)
    if asked.card and card:
        agree = births is not False and same_spelling(asked.name, str(person.values["full_name"]))
        return OTHER if asked.card != card else SAME if agree else PERHAPS
    if births is False:
        return OTHER
    if not same_spelling(asked.name, str(person.values["full_name"])):
        return PERHAPS if births and shared else OTHER
    if shared:
        return SAME
    if asked.units and units:
        return PERHAPS if births else OTHER
    return _without_units(asked, person, births, bool(asked.units or units))


def _without_units(asked: Asked, person: KnownPerson, births: bool | None, one_has: bool) -> str:
    """One side or both name no unit: then the birth decides, a mere year only where nothing else is known."""
    if not one_has:
        return SAME if births or (asked.birth is None and person.birth is None) else PERHAPS
    return SAME if births and _is_day(asked.birth) and _is_day(person.birth) else PERHAPS


def _is_day(birth: VagueDate | None) -> bool:
    return birth is not None and birth.earliest is not None and birth.earliest == birth.latest


def find(asked: Asked, people: Iterable[KnownPerson]) -> tuple[list[KnownPerson], list[KnownPerson]]:
    """Those who are the same, and those who may be; people of the same folded name are given."""
    same, perhaps = [], []
    for person in people:
        found = relation(asked, person)
        if found == SAME:
            same.append(person)
        elif found == PERHAPS:
            perhaps.append(person)
    return same, perhaps
