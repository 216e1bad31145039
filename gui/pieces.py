"""A long list brought in pieces: the first rows at once, the others while nobody types."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from db import file
from gui.table import TableModel

FIRST, PIECE = 200, 1000  # rows
PAUSE = 120  # ms of quiet after the first rows: whoever types on wants other ones


class Pieces(QObject):
    """Fills a table's model from a subject with `find` (ids, in order) and `rows(ids=…)`, as db.people."""

    grown = Signal()  # more is known of the list, or it is whole

    def __init__(self, model: TableModel, subject: Any, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._subject = model, subject
        self._find: Callable[..., list[int]] = lambda **_: []
        self._first: list[int] = []
        self._rest: list[int] | None = []  # None: not asked for yet
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go_on)
        model.complete = self.finish

    def begin(self, words: str, **filters: Any) -> None:
        """The first rows of another list; what was still to come of the last one is forgotten."""
        self.stop()
        self._find = partial(self._subject.find, words, **filters)
        self._first = self._find(limit=FIRST, by_name=bool(words)) or self._find(limit=FIRST)
        if words or len(self._first) == FIRST:
            self._rest = None
            self._timer.start(PAUSE)
        self._model.set_rows(self._rows(self._first))

    def stop(self) -> None:
        """What has come stays, nothing follows."""
        self._timer.stop()
        self._rest = []

    def finish(self) -> None:
        """All of it, now."""
        while self.waits():
            self._step()

    def waits(self) -> bool:
        """Whether rows may be still to come."""
        return self._rest is None or bool(self._rest)

    def count(self) -> int | None:
        """How many rows the whole list has; None while that is not known."""
        return None if self._rest is None else len(self._model.here) + len(self._rest)

    def _go_on(self) -> None:
        """The next piece, unless the file was closed meanwhile."""
        if file.database.is_closed():
            self.stop()
        else:
            self._step()

    def _step(self) -> None:
        if self._rest is None:
            first = set(self._first)
            self._rest = [row_id for row_id in self._find() if row_id not in first]
        else:
            piece, self._rest = self._rest[:PIECE], self._rest[PIECE:]
            self._model.add_rows(self._rows(piece))
        if self._rest:
            self._timer.start(0)
        else:
            self._timer.stop()
        self.grown.emit()

    def _rows(self, ids: list[int]) -> list[Any]:
        known = {row.id: row for row in self._subject.rows(ids=ids)} if ids else {}
        return [known[row_id] for row_id in ids if row_id in known]
