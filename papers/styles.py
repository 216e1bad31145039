"""The form of every paper: which one is in force on a day, and its measures by name."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from papers.forms import Authority, Book, Form, Page, Style, in_force, reading
from rules.facts import Head

__all__ = [
    "Form", "Page", "Style", "authority", "edition", "foreign_place", "form", "forms", "had_body", "key_of",
    "page", "profile_for", "profile_of", "style", "use", "validate",
]  # fmt: skip

ABBREVIATION = re.compile(r"([A-ZĐ]{1,2})[. ]")

FORMS = Path(__file__).resolve().parent.parent / "resources" / "forms.toml"


class _Used:
    """The forms in use: `own` is None for the shipped ones; `edition` changes whenever they do."""

    own: Book | None = None
    edition = 0


def use(path: Path | None) -> None:
    """Take the forms of that file, None the shipped ones; Refused for a wrong file, nothing changed then."""
    _Used.own = reading.read(path) if path else None
    _Used.edition += 1


def validate(path: Path) -> None:
    """Refused with the line and the reason for a file of forms that `use` could not take."""
    reading.read(path)


def edition() -> int:
    """Another number whenever the forms change: what is kept of a form is kept by it."""
    return _Used.edition


@cache
def _shipped() -> Book:
    return reading.read(FORMS)


def _book() -> Book:
    return _Used.own or _shipped()


def forms() -> dict[str, Form]:
    """Every known form by name, oldest first."""
    return _book().forms


def authority(day: date | None = None) -> tuple[Authority, ...]:
    """Who may issue what on that day (66-QĐ/TW; 399-QĐ/TW from 09/01/2026)."""
    return tuple(one for one in _book().authority if in_force(one.since, one.until, day))


def profile_for(day: date | None, family: str = "party") -> str:
    """The form of that family in force on the day of signing; the newest one while there is no day yet.

    Days before the oldest form known here get the oldest.
    """
    known = [one for one in forms().values() if one.family == family]
    if day is None:
        return known[-1].name
    begun = [one.name for one in known if one.since <= day]
    return begun[-1] if begun else known[0].name


def profile_of(head: Head, day: date | None = None) -> str:
    """The form kept with a paper, else the one in force on the day it is signed, else on `day`.

    A form that came with the program stays with its papers even where the office's own file leaves it out.
    """
    known = head.form in forms() or head.form in _shipped().forms
    return head.form if known else profile_for(head.signed or day, head.family)


def form(profile: str) -> Form:
    """The form of that name, the shipped one where the office's own file has none; KeyError for neither."""
    return forms().get(profile) or _shipped().forms[profile]


def style(profile: str, name: str) -> Style:
    """The look of one component; an unknown component looks like the body."""
    styles = form(profile).styles
    return styles.get(name, styles["body"])


def page(profile: str, landscape: bool = False, sheet: str = "A4") -> Page:
    """The sheet, "A4" or "A5"; turned on its side it keeps its four margins.

    A sheet wide enough has the columns of the letterhead of A4.
    """
    sheets = form(profile).sheets
    upright = sheets.get(sheet, sheets["A4"])
    if not landscape:
        return upright
    turned = replace(upright, width=upright.height, height=upright.width)
    columns = sheets["A4"].columns
    return replace(turned, columns=columns) if sum(columns) <= turned.text_width else turned


def key_of(profile: str, label: str) -> str | None:
    """The component that a clerk sees under this name in Word."""
    return next((key for key, look in form(profile).styles.items() if look.label == label), None)


def had_body(form: Form, code: str) -> bool:
    """Whether a code that this form does not know was one of an earlier form of its family."""
    earlier = (one for one in _family(form) if one.since < form.since)
    return not form.knows_body(code) and any(one.knows_body(code) for one in earlier)


def foreign_place(form: Form, words: str) -> str:
    """The abbreviation that a place name begins with, "TX", where only another form of the family has it."""
    first = ABBREVIATION.match(words)
    known = {short for one in _family(form) for short in one.places}
    return first[1] if first and form.places and first[1] in known.difference(form.places) else ""


def _family(form: Form) -> list[Form]:
    return [one for one in forms().values() if one.family == form.family]
