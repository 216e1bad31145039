"""What a form asks for: fields of few kinds, what is wrong with typed values, their tidy form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from rules import syllables
from rules.dates import VagueDate, parse_date, parse_time, parse_vague
from rules.text import clean

LINE, PAGES = 200, 20_000  # characters a TEXT and a LONG may have where the field sets no limit
LARGEST = 999_999_999

WHOLE = re.compile(r"\d{1,3}(?:[. ]\d{3})+|\d+")


class Kind(StrEnum):
    TEXT = "text"
    LONG = "long"
    INT = "int"
    BOOL = "bool"
    DATE = "date"
    VAGUE = "vague"
    TIME = "time"
    CHOICE = "choice"
    LINK = "link"
    LINKS = "links"


class Choice(NamedTuple):
    """One of the values a field offers; `dict(choices)` gives labels by key."""

    key: str
    label: str


@dataclass(frozen=True)
class Field:
    """One fact a form asks for. `limit`: characters of a text, largest value of an INT; 0 the usual."""

    name: str
    label: str
    kind: Kind = Kind.TEXT
    required: bool = False
    limit: int = 0
    choices: tuple[Choice, ...] = ()
    suggestions: tuple[str, ...] = ()
    target: str = ""  # what a LINK or LINKS chooses from: "unit", "person", "directive_type", …
    hint: str = ""
    least: int = 0  # smallest value of an INT
    default: str = ""  # the key a CHOICE begins with

    @property
    def most(self) -> int:
        """The limit that holds: characters, or the largest whole number."""
        usual = {Kind.TEXT: LINE, Kind.LONG: PAGES, Kind.INT: LARGEST}
        return self.limit or usual.get(self.kind, 0)


def label_of(choices: Iterable[Choice], key: str) -> str:
    """The label of a choice; the key itself where the choice is gone."""
    return dict(choices).get(key, key)


def empty(kind: Kind) -> Any:
    """The form value that says nothing: "", None, False or ()."""
    if kind in (Kind.TEXT, Kind.LONG, Kind.TIME, Kind.CHOICE):
        return ""
    return {Kind.BOOL: False, Kind.LINKS: ()}.get(kind)


def blank(fields: Iterable[Field]) -> dict[str, Any]:
    """Values of a form nobody has filled in: nothing, but the default of a CHOICE."""
    return {field.name: field.default or empty(field.kind) for field in fields}


def parse_whole(text: str) -> int:
    """A whole number, dots or spaces between thousands allowed; ValueError with a sentence."""
    words = clean(text)
    if not WHOLE.fullmatch(words):
        raise ValueError(f"“{words}” không phải là số; hãy gõ chữ số, ví dụ 92.")
    return int(re.sub(r"[. ]", "", words))


READERS: dict[Kind, Callable[[str], Any]] = {
    Kind.INT: parse_whole,
    Kind.DATE: parse_date,
    Kind.VAGUE: parse_vague,
    Kind.TIME: parse_time,
}
TYPES: dict[Kind, type | tuple[type, ...]] = {
    Kind.TEXT: str,
    Kind.LONG: str,
    Kind.INT: int,
    Kind.BOOL: bool,
    Kind.DATE: date,
    Kind.VAGUE: VagueDate,
    Kind.TIME: str,
    Kind.CHOICE: str,
    Kind.LINK: int,
    Kind.LINKS: tuple,
}


def _tidy_one(field: Field, value: Any) -> Any:
    if value is None:
        return empty(field.kind)
    if not isinstance(value, str):
        return tuple(value) if field.kind is Kind.LINKS and isinstance(value, list) else value
    if field.kind is Kind.LONG:
        return clean(value, lines=True)
    words = clean(value)
    if field.kind in (Kind.TEXT, Kind.CHOICE):
        return words
    if not words:
        return empty(field.kind)
    if field.kind not in READERS:
        return words
    try:
        return READERS[field.kind](words)
    except ValueError:
        return words  # stays as typed, for check() to speak of


def tidy(fields: Iterable[Field], values: Mapping[str, Any]) -> dict[str, Any]:
    """Texts cleaned, typed dates, times and numbers read where they can be; other keys untouched."""
    known = {field.name: field for field in fields}
    return {name: _tidy_one(known[name], value) if name in known else value for name, value in values.items()}


def _unread(field: Field, value: Any) -> str:
    """Why a value of the wrong type cannot be kept."""
    if isinstance(value, str) and field.kind in READERS:
        try:
            READERS[field.kind](value)
        except ValueError as error:
            return str(error)
    if field.kind in (Kind.LINK, Kind.LINKS):
        return f"Hãy chọn “{field.label}” trong danh sách."
    return f"“{field.label}” chưa đọc được; hãy nhập lại."


def garbled(fields: Iterable[Field], values: Mapping[str, Any]) -> dict[str, str]:
    """Texts of which much is not Vietnamese: an old font, a spoilt copy; a doubt and no more."""
    names = [field.name for field in fields if field.kind in (Kind.TEXT, Kind.LONG)]
    found = {name: syllables.warning(str(values.get(name) or "")) for name in names}
    return {name: sentence for name, sentence in found.items() if sentence}


def _out_of_bounds(field: Field, value: Any) -> str:
    """A text too long, a number too small or large, a choice that is not offered."""
    if field.kind in (Kind.TEXT, Kind.LONG) and len(value) > field.most:
        return f"Dài {len(value)} ký tự; “{field.label}” chỉ được tối đa {field.most} ký tự."
    if field.kind is Kind.INT and not field.least <= value <= field.most:
        return f"“{field.label}” phải từ {field.least} đến {field.most}."
    if field.kind is Kind.CHOICE and value not in {choice.key for choice in field.choices}:
        offered = ", ".join(choice.label for choice in field.choices if choice.label)
        return f"Hãy chọn một trong: {offered}."
    return ""


def _missing(field: Field) -> str:
    chosen = field.kind in (Kind.CHOICE, Kind.LINK, Kind.LINKS)
    return f"Chưa chọn “{field.label}”." if chosen else f"Chưa nhập “{field.label}”."


def _problem(field: Field, value: Any) -> str:
    value = _tidy_one(field, value)
    if value == empty(field.kind) and field.kind is not Kind.BOOL:
        return _missing(field) if field.required else ""
    fits = isinstance(value, TYPES[field.kind]) and isinstance(value, bool) == (field.kind is Kind.BOOL)
    if not fits:
        return _unread(field, value)
    if field.kind is Kind.TIME:
        return "" if re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value) else _unread(field, value)
    return _out_of_bounds(field, value)


def check(fields: Iterable[Field], values: Mapping[str, Any]) -> dict[str, str]:
    """Every field that cannot be kept as it is, with one sentence that says why; {} when all is well."""
    found = {field.name: _problem(field, values.get(field.name)) for field in fields}
    return {name: sentence for name, sentence in found.items() if sentence}
