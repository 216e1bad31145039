"""Editors for every kind of field, all with the same four verbs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit, QWidget

from gui.editors import Editor, LineEditor
from gui.links import LinkEditor, LinksEditor
from gui.moments import DateEditor, TimeEditor, VagueEditor
from gui.old_letters import OldLetters
from rules.fields import Field, Kind

__all__ = ["Choices", "DateEditor", "Editor", "QuietCombo", "editor"]

Choices = Callable[[str], Sequence[tuple[int, str]]]


class NumberEditor(LineEditor):
    """A whole number; "1.250" is read as 1250, what is no number is handed over as typed."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self.line.setMaximumWidth(160)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.layout().addStretch(1)  # type: ignore[union-attr]

    def get(self) -> int | str | None:
        text = self.line.text().strip()
        digits = text.replace(".", "").replace(" ", "")
        if not text:
            return None
        return int(digits) if digits.isascii() and digits.isdigit() else text


class TextEditor(Editor):
    """Several lines; Tab goes on to the next field."""

    def __init__(self, field: Field) -> None:
        self.area = QPlainTextEdit()
        super().__init__(field, self.area)
        self.area.setTabChangesFocus(True)
        self.area.setFixedHeight(self.area.fontMetrics().lineSpacing() * 4 + 20)
        self._letters = OldLetters(self.area)
        self.area.textChanged.connect(self.changed)

    def doubt(self) -> str:
        return self._letters.note()

    def get(self) -> str:
        return self.area.toPlainText()

    def put(self, value: Any) -> None:
        self.area.setPlainText(value or "")


class TickEditor(Editor):
    """Yes or no; the label is the box's own text."""

    def __init__(self, field: Field) -> None:
        self.box = QCheckBox(field.label)
        super().__init__(field, self.box)
        self.box.toggled.connect(self.changed)

    def get(self) -> bool:
        return self.box.isChecked()

    def put(self, value: Any) -> None:
        self.box.setChecked(bool(value))


class ChoiceEditor(Editor):
    """One of the declared choices; an optional field can stay unchosen."""

    def __init__(self, field: Field) -> None:
        self.combo = QuietCombo()
        super().__init__(field, self.combo)
        if not field.required and all(choice.key for choice in field.choices):
            self.combo.addItem("", "")
        for choice in field.choices:
            self.combo.addItem(choice.label, choice.key)
        self.combo.currentIndexChanged.connect(self.changed)

    def get(self) -> str:
        return str(self.combo.currentData() or "")

    def put(self, value: Any) -> None:
        self.combo.setCurrentIndex(self.combo.findData(value or ""))


class QuietCombo(QComboBox):
    """A combo box that the mouse wheel does not change while the page is being scrolled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def wheelEvent(self, event: Any) -> None:
        event.ignore()


class LinkField(Editor):
    """One kept record, found by typing any part of its name without accents."""

    def __init__(self, field: Field, choices: Choices) -> None:
        self.link = LinkEditor(lambda: choices(field.target))
        super().__init__(field, self.link)
        self.link.changed.connect(self.changed)

    def get(self) -> Any:
        return self.link.chosen()

    def put(self, value: Any) -> None:
        self.link.choose(value)

    def trouble(self) -> str:
        return self.link.trouble()


class LinksField(Editor):
    """Several kept records as chips, with a line that adds one more."""

    def __init__(self, field: Field, choices: Choices) -> None:
        self.links = LinksEditor(lambda: choices(field.target), field.label)
        super().__init__(field, self.links)
        self.links.changed.connect(self.changed)

    def get(self) -> Any:
        return self.links.chosen()

    def put(self, value: Any) -> None:
        self.links.choose(value or ())

    def trouble(self) -> str:
        return self.links.trouble()


EDITORS: dict[Kind, Callable[[Field], Editor]] = {
    Kind.TEXT: LineEditor,
    Kind.LONG: TextEditor,
    Kind.INT: NumberEditor,
    Kind.BOOL: TickEditor,
    Kind.DATE: DateEditor,
    Kind.VAGUE: VagueEditor,
    Kind.TIME: TimeEditor,
    Kind.CHOICE: ChoiceEditor,
}


def editor(field: Field, choices: Choices | None = None) -> Editor:
    """The editor for a field; `choices(target)` gives (id, name) pairs, by default db's own."""
    if field.kind not in (Kind.LINK, Kind.LINKS):
        return EDITORS[field.kind](field)
    if choices is None:
        from db.choices import choices as kept  # a form without links needs no open file

        choices = kept
    return (LinkField if field.kind == Kind.LINK else LinksField)(field, choices)
