"""The measures of every paper, per dated form of the official guidelines."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

FORMS = Path(__file__).resolve().parent.parent / "resources" / "forms.toml"


@dataclass(frozen=True)
class Style:
    """The look of one component; lengths in mm, sizes and spacing in pt."""

    label: str  # the name a clerk sees in Word
    size: float = 14
    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False  # composed in capitals
    align: str = "left"  # left, center, right, both
    indent: float = 0  # mm, first line
    before: float = 0
    after: float = 0
    line: float = 0  # exact line height in pt; 0 is single spacing
    keep_next: bool = False
    rule: float = 0  # mm of solid line drawn across the top of the paragraph, centred
    level: int = 0  # place in the outline of headings, 1 the highest; 0 is none


@dataclass(frozen=True)
class Page:
    """A sheet with its margins, in mm; the page number stands `number_from_edge` below the top edge."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    number_from_edge: float

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right


@dataclass(frozen=True)
class Form:
    """One official form with the day it came into force."""

    name: str
    since: date
    title: str
    font: str
    page: Page
    letterhead: tuple[float, float]  # mm of its two columns
    marks: dict[str, tuple[str, str]]  # between lines, after the last line
    styles: dict[str, Style]


@cache
def forms() -> dict[str, Form]:
    """Every known form by name, oldest first."""
    raw = tomllib.loads(FORMS.read_text(encoding="utf-8"))
    return {name: _form(name, _whole(raw, name)) for name in sorted(raw, key=lambda n: str(raw[n]["since"]))}


def _whole(raw: dict[str, Any], name: str) -> dict[str, Any]:
    own = raw[name]
    return _merge(_whole(raw, own["extends"]), own) if "extends" in own else own


def _merge(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    joined = dict(base)
    for key, value in own.items():
        both = isinstance(value, dict) and isinstance(base.get(key), dict)
        joined[key] = _merge(base[key], value) if both else value
    return joined


def _form(name: str, raw: dict[str, Any]) -> Form:
    return Form(
        name=name,
        since=raw["since"],
        title=raw["title"],
        font=raw["font"],
        page=Page(**raw["page"]),
        letterhead=(raw["letterhead"]["left"], raw["letterhead"]["right"]),
        marks={key: (between, last) for key, (between, last) in raw["marks"].items()},
        styles={key: Style(**look) for key, look in raw["styles"].items()},
    )


def profile_for(day: date | None) -> str:
    """The form in force on the day of signing; the newest one while there is no day yet.

    Days before the oldest form known here get the oldest.
    """
    known = list(forms().values())
    if day is None:
        return known[-1].name
    in_force = [form.name for form in known if form.since <= day]
    return in_force[-1] if in_force else known[0].name


def form(profile: str) -> Form:
    """The form of that name; KeyError for a name that resources/forms.toml does not have."""
    return forms()[profile]


def style(profile: str, name: str) -> Style:
    """The look of one component; an unknown component looks like the body."""
    styles = form(profile).styles
    return styles.get(name, styles["body"])


def page(profile: str, landscape: bool = False) -> Page:
    """The sheet; turned on its side it keeps its four margins."""
    upright = form(profile).page
    if not landscape:
        return upright
    return replace(upright, width=upright.height, height=upright.width)


def key_of(profile: str, label: str) -> str | None:
    """The component that a clerk sees under this name in Word."""
    return next((key for key, look in form(profile).styles.items() if look.label == label), None)
