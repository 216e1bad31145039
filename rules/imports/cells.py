"""Cells of a workbook as form values: what a clerk types as text, number, day or mark, read the same way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from decimal import Decimal
from math import inf, isfinite
from typing import Any

from rules.dates import VagueDate, exact, paper_date, parse_date, parse_time, parse_vague, show_date
from rules.fields import Choice, Field, Kind, empty, parse_whole
from rules.imports.facts import Cell, Difference, Values
from rules.spans import FIRST_YEAR, LAST_YEAR
from rules.text import clean, fold

LARGEST_WHOLE = 10**15  # above it a cell of Excel no longer holds every figure
HUGE = 10**100
MARKS = {"x", "co", "1", "v", "✓", "✔", "√", "☑", "+", "o", "*", "☒", "dung", "true", "yes"}
BLANKS = {"", "-", "–", "—", "…", "...", "0", "khong", "k", "no", "false", "/"}


def text(cell: Cell) -> str:
    """The cell in the words a clerk would have typed; "" for an empty one."""
    if cell is None or cell is False:
        return ""
    if cell is True:
        return "x"
    if isinstance(cell, str):
        return clean(cell)
    if isinstance(cell, date):
        return _day_words(cell)
    return f"{cell:%H:%M}" if isinstance(cell, time) else _number_words(cell)


def _day_words(cell: date) -> str:
    clock = f" {cell:%H:%M}" if isinstance(cell, datetime) and (cell.hour or cell.minute) else ""
    return f"{paper_date(cell)}{clock}"


def _number_words(cell: int | float | Decimal) -> str:
    """Whole numbers without a point, others with a comma; "" for what is no number."""
    if isinstance(cell, int):
        return str(cell) if abs(cell) < HUGE else ""
    number = float(cell) if not isinstance(cell, Decimal) or cell.is_finite() else inf
    if not isfinite(number):
        return ""
    if number.is_integer() and abs(number) < LARGEST_WHOLE:
        return str(int(cell))
    return f"{number:.12g}".replace(".", ",")


def is_marked(cell: Cell) -> bool:
    """A tick in any of the usual ways; other words count as one too, a dash or a nought does not."""
    return fold(text(cell)) not in BLANKS


def is_tick(cell: Cell) -> bool:
    """A mere tick, that says nothing else."""
    return fold(text(cell)) in MARKS


def read(field: Field, cell: Cell) -> Any:
    """The cell as a value of the field; ValueError with a sentence for the clerk."""
    reader = READERS.get(field.kind)
    if field.kind is Kind.CHOICE:
        return choice(field, text(cell))
    if reader is None:
        return (
            clean(str(cell), lines=True) if field.kind is Kind.LONG and isinstance(cell, str) else text(cell)
        )
    words = text(cell)
    return reader(cell) if words else empty(field.kind)


def day(cell: Cell) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, date) else parse_date(text(cell))


def vague(cell: Cell) -> VagueDate | None:
    """A day, a year alone, or words; a bare number that is no year is nothing that can be a day."""
    if isinstance(cell, date):
        return exact(day(cell))
    words = text(cell)
    if words.isdigit() and not FIRST_YEAR <= int(words) <= LAST_YEAR:
        raise ValueError(f"“{words}” không phải là ngày hay năm; hãy gõ như 21/8/1965 hoặc 1965.")
    found = parse_vague(words)
    # a year or a day is typed in many ways: it is kept as papers write it, so that the same day is the same
    if found and found.earliest is not None and found.earliest == found.latest:
        return exact(found.earliest)
    return found


def whole(cell: Cell) -> int:
    return parse_whole(text(cell))


def clock(cell: Cell) -> str:
    if isinstance(cell, datetime | time):
        return f"{cell:%H:%M}"
    if isinstance(cell, float | Decimal) and 0 <= cell < 1:  # Excel keeps a time as a part of a day
        minutes = round(float(cell) * 1440)
        return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"
    return parse_time(text(cell))


READERS: dict[Kind, Callable[[Any], Any]] = {
    Kind.DATE: day,
    Kind.VAGUE: vague,
    Kind.INT: whole,
    Kind.TIME: clock,
}

# Other words for the labels of choices.
OTHER_WORDS = {
    "nam": "nam", "nu": "nữ", "ong": "nam", "ba": "nữ", "m": "nam", "f": "nữ", "gai": "nữ", "trai": "nam",
    "den": "in", "cong van den": "in", "di": "out", "cong van di": "out", "van ban di": "out",
    "thuong khan": "very_urgent", "hoa toc": "express", "khan": "urgent", "hoa toc hen gio": "express",
    "mat": "secret", "toi mat": "top_secret", "tuyet mat": "absolute", "a": "absolute", "b": "top_secret",
    "c": "secret", "du thao": "draft", "da xu ly": "done", "xong": "done", "hoan thanh": "done",
    "da luu": "filed", "dang lam": "doing",
}  # fmt: skip
NOTHING = {"khong", "thuong", "khong mat", "-", "–", "binh thuong"}


def choice(field: Field, words: str) -> str:
    """The key of the choice whose label is written; ValueError with those offered."""
    plain = fold(words)
    if not plain:
        return field.default
    labels = {fold(each.label): each.key for each in field.choices} | {
        fold(each.key): each.key for each in field.choices if each.key
    }
    keys = {each.key for each in field.choices}
    found = labels.get(plain, OTHER_WORDS.get(plain))
    if found is not None and found in keys:
        return found
    if plain in NOTHING and "" in keys:
        return ""
    raise ValueError(f"“{words}” không có trong các lựa chọn của “{field.label}”: {_offered(field.choices)}.")


def _offered(choices: Iterable[Choice]) -> str:
    return ", ".join(each.label for each in choices if each.label)


def shown(field: Field, value: Any) -> str:
    """A value in the words of the screen."""
    if value is None:
        return ""
    if field.kind is Kind.CHOICE:
        return dict(field.choices).get(value, str(value))
    if field.kind is Kind.BOOL:
        return "có" if value else "không"
    if isinstance(value, date):
        return show_date(value)
    return str(value)


def differences(fields: Iterable[Field], kept: Values, given: Values) -> tuple[Difference, ...]:
    """What the given values would change; a blank cell takes nothing away."""
    found = []
    for field in fields:
        value = given.get(field.name)
        if value is None or value == "" or field.name not in kept:
            continue
        if not _alike(kept[field.name], value):
            found.append(Difference(field.label, shown(field, kept[field.name]), shown(field, value)))
    return tuple(found)


def _alike(kept: Any, given: Any) -> bool:
    """Equal, the same days in other words, or a year given where its very day is kept."""
    if isinstance(kept, VagueDate) and isinstance(given, VagueDate):
        days = (kept.earliest, kept.latest, given.earliest, given.latest)
        if None not in days:
            return bool(given.earliest <= kept.earliest and kept.latest <= given.latest)  # type: ignore[operator]
    return bool(kept == given)


def changed(fields: Iterable[Field], kept: Values, given: Values) -> Values:
    """Of the given values those that change something."""
    return {
        field.name: given[field.name]
        for field in fields
        if given.get(field.name) not in (None, "")
        and field.name in kept
        and not _alike(kept[field.name], given[field.name])
    }
