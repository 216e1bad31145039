"""The tabs of the window: their names, and their pages, made and even read in only when first seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Tab(NamedTuple):
    """What a tab and its list are called."""

    name: str  # key of remembered habits
    title: str
    noun: str  # "hội nghị": "Thêm hội nghị", "42 hội nghị"
    icon: str  # name under resources/icons


UNITS = Tab("units", "Đơn vị", "đơn vị", "unit")
DIRECTIVES = Tab("directives", "Văn bản", "văn bản", "directive")
MEETINGS = Tab("meetings", "Hội nghị", "hội nghị", "meeting")
PEOPLE = Tab("people", "Đại biểu", "đại biểu", "people")


def pages() -> tuple[tuple[Tab, Callable[[], QWidget]], ...]:
    """Every tab in the order shown, and what makes its page; a new subject adds one line here."""
    return ((UNITS, _units), (DIRECTIVES, _directives), (MEETINGS, _meetings), (PEOPLE, _people))


def _units() -> QWidget:
    from gui.pages.units import UnitsPage

    return UnitsPage()


def _directives() -> QWidget:
    from gui.pages.directives import DirectivesPage

    return DirectivesPage()


def _meetings() -> QWidget:
    from gui.pages.meetings import MeetingsPage

    return MeetingsPage()


def _people() -> QWidget:
    from gui.pages.people import PeoplePage

    return PeoplePage()
