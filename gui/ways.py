"""The way from what was found to the place where it is seen: its tab, its record, its section."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtGui import QAction, QKeySequence

from gui import tabs
from gui.page import TablePage

if TYPE_CHECKING:
    from gui.window import MainWindow

SHOWN = ("unit", "directive", "person", "meeting")  # records that a tab shows by itself


class Command(NamedTuple):
    """Something the program can do."""

    title: str
    keys: str
    run: Callable[[], object]


def open_hit(window: MainWindow, kind: str, row_id: int, part: str = "") -> None:
    """Show a record found by db.finding where it lives."""
    if kind in SHOWN:
        window.open_record(kind, row_id)
    elif kind in ("plan", "item"):
        _open_plan(window, row_id)
    elif kind == "task":
        subject, _, owner = part.partition(":")
        if subject == "meeting":
            _open_section(window, int(owner), "conclusions")
        else:
            window.open_record(subject, int(owner))
    elif kind == "paper":
        section = _open_section(window, row_id, "records")
        if section is not None:
            section.shelf.choose(part)


def _open_plan(window: MainWindow, row_id: int) -> None:
    """The text of the plan; where it cannot be written here, its line in the register."""
    from gui.pages.directives import can_be_written

    page: Any = window.page(tabs.DIRECTIVES.title)
    page.show_record(row_id)
    rows = page.register.selected()
    if page.editor is None and [row.id for row in rows] == [row_id] and can_be_written(rows[0]):
        page.write_plan(row_id)


def _open_section(window: MainWindow, meeting: int, section: str) -> Any:
    """The section of the meeting; None where something typed in another meeting waits for an answer."""
    page: Any = window.page(tabs.MEETINGS.title)
    return page.open_meeting(meeting, section).part() if page.may_leave() else None


def commands(window: MainWindow) -> list[Command]:
    """What the menus offer now, then adding to each tab."""
    offered = [Command(*_named(action), action.trigger) for action in _entries(window)]
    offered += [Command(f"Thêm {tab.noun}", "", partial(_add, window, tab)) for tab, _ in tabs.pages()]
    return offered


def _add(window: MainWindow, tab: tabs.Tab) -> None:
    _list(window, tab).add()


def _entries(window: MainWindow) -> Iterator[QAction]:
    for top in window.menuBar().actions():
        menu: Any = top.menu()
        yield from (entry for entry in menu.actions() if entry.text() and entry.isEnabled())


def _named(action: QAction) -> tuple[str, str]:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return action.text().replace("&", "").rstrip("…"), keys


def _list(window: MainWindow, tab: tabs.Tab) -> Any:
    """The list of a tab, which may stand inside its page."""
    page = window.page(tab.title)
    if not isinstance(page, TablePage):
        show: Any = getattr(page, "show_list", None)
        if show is not None:
            show()
        page = page.findChild(TablePage)  # type: ignore[assignment]
    return page


def seek(window: MainWindow, tab: tabs.Tab, words: str) -> None:
    """The words in the search line of a tab, with all that is found there."""
    found = _list(window, tab)
    found.bar.clear()
    found.bar.search.setText(words)
    found.bar.search.left.emit()
