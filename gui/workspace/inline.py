"""Declared fields standing on a page: the form of a section, with notes under each field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from gui import look
from gui.fields import Choices, LinkField, LinksField
from gui.form import Check, FieldBox, Section
from rules import fields as laws
from rules.fields import Field

Values = dict[str, Any]
PAUSE = 300  # ms of quiet before doubts are looked at again


class InlineForm(QWidget):
    """Fields in one or more columns; `load` puts values in, `values` takes them out tidied.

    It never saves: whoever owns it asks `ready()` first, which shows what must be mended.
    """

    changed = Signal()

    def __init__(
        self,
        fields: Sequence[Field],
        columns: Sequence[Sequence[Section]] = (),
        check: Check | None = None,
        doubts: Check | None = None,
        choices: Choices | None = None,
    ) -> None:
        super().__init__()
        self.fields = _in_order(fields, columns)
        self._check, self._doubts = check, doubts
        self._tried = self._loading = False
        self._kept: Values = {}
        self.boxes = {field.name: FieldBox(field, choices) for field in self.fields}
        self.refusal = QLabel()
        self.refusal.setWordWrap(True)
        look.set_role(self.refusal, "bad")
        self.refusal.hide()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look_again)
        self._build(columns or ((Section("", tuple(self.boxes)),),))
        for box in self.boxes.values():
            box.editor.changed.connect(self._typed)
        self._first = self._raw()

    def _build(self, columns: Sequence[Sequence[Section]]) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        across = QHBoxLayout()
        across.setSpacing(24)
        for sections in columns:
            column = QVBoxLayout()
            column.setSpacing(10)
            for section in sections:
                self._add(column, section)
            column.addStretch(1)
            across.addLayout(column, 1)
        whole.addLayout(across)
        whole.addWidget(self.refusal)

    def _add(self, column: QVBoxLayout, section: Section) -> None:
        if section.title:
            column.addWidget(look.subheading(section.title))
        for names in section.names:
            if isinstance(names, str):
                column.addWidget(self.boxes[names])
                continue
            line = QHBoxLayout()
            line.setSpacing(12)
            for name in names:
                line.addWidget(self.boxes[name], 1)
            column.addLayout(line)

    # -- what it holds

    def load(self, values: Mapping[str, Any]) -> None:
        """Show these values; they count as unchanged."""
        self._loading = True
        self._kept = dict(values)
        self._tried = False
        for name, box in self.boxes.items():
            box.editor.put(values.get(name))
        self._loading = False
        self._first = self._raw()
        self._pause.stop()
        self._look_again()
        self.changed.emit()

    def fill(self, values: Mapping[str, Any]) -> None:
        """Put proposals into some fields; they count as typed."""
        for name, value in values.items():
            self.boxes[name].editor.put(value)

    def _raw(self) -> Values:
        return {name: box.editor.get() for name, box in self.boxes.items()}

    def values(self) -> Values:
        """What was loaded, overlaid with what is typed, tidied."""
        return {**self._kept, **laws.tidy(self.fields, self._raw())}

    def is_changed(self) -> bool:
        return self._raw() != self._first or any(box.editor.trouble() for box in self.boxes.values())

    def settled(self) -> None:
        """What is typed was saved: it is the new beginning."""
        self._first = self._raw()
        self._tried = False
        self._look_again()
        self.changed.emit()

    def forget_choices(self) -> None:
        """The kept records changed: lists under lines are asked for again."""
        for box in self.boxes.values():
            if isinstance(box.editor, LinkField):
                box.editor.link.matcher.forget()
            elif isinstance(box.editor, LinksField):
                box.editor.links.adder.matcher.forget()

    # -- what must be mended

    def problems(self) -> dict[str, str]:
        values = self.values()
        found = dict(self._check(values)) if self._check else {}
        found |= laws.check(self.fields, values)
        return found | {name: text for name, box in self.boxes.items() if (text := box.editor.trouble())}

    def ready(self) -> bool:
        """Whether all can be saved; if not, every note is shown and the first field has the focus."""
        self._tried = True
        self._pause.stop()
        problems = self._look_again()
        for name, box in self.boxes.items():
            if name in problems:
                self._show(box)
                break
        return not problems

    def refuse(self, words: str) -> None:
        """One sentence under all fields; "" takes it away."""
        self.refusal.setText(f"✗ {words}" if words else "")
        self.refusal.setVisible(bool(words))

    def focus_first(self) -> None:
        next(iter(self.boxes.values())).editor.setFocus()

    def _typed(self) -> None:
        if not self._loading:
            self._pause.start()
            self.changed.emit()

    def _look_again(self) -> dict[str, str]:
        problems = self.problems() if self._tried else {}
        doubts = self._doubts(self.values()) if self._doubts else {}
        for name, box in self.boxes.items():
            box.say(problems.get(name, ""), doubts.get(name, ""))
        self.refuse(" ".join(text for name, text in problems.items() if name not in self.boxes))
        return problems

    def _show(self, box: FieldBox) -> None:
        box.editor.setFocus()
        place = self.parentWidget()
        while place is not None and not isinstance(place, QScrollArea):
            place = place.parentWidget()
        if isinstance(place, QScrollArea):
            QTimer.singleShot(0, box, lambda: place.ensureWidgetVisible(box, 0, 24))


def _in_order(fields: Sequence[Field], columns: Sequence[Sequence[Section]]) -> tuple[Field, ...]:
    """The fields as they stand on the page, which is the order of the Tab key."""
    known = {field.name: field for field in fields}
    names: list[str] = []
    for section in (section for sections in columns for section in sections):
        for entry in section.names:
            names.extend((entry,) if isinstance(entry, str) else entry)
    return tuple(known[name] for name in names or known)


def scrolled(inner: QWidget, margins: tuple[int, int, int, int] = (0, 0, 8, 0)) -> QScrollArea:
    """A widget that scrolls up and down only."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(*margins)
    column.addWidget(inner)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidget(holder)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
