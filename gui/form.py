"""The one form: declared fields in one column, notes under each, nothing typed is ever lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui import look
from gui.asking import ask
from gui.editors import LineEditor
from gui.fields import Choices, Editor, editor
from gui.keys import enter_presses
from rules import fields as laws
from rules.fields import Field, Kind
from rules.trouble import Refused

Values = dict[str, Any]
Check = Callable[[Values], Mapping[str, str]]
PAUSE = 300  # ms of quiet before doubts are looked at again


@dataclass(frozen=True)
class Section:
    """A titled part of a form; a pair of names stands side by side, half the width each.

    Section("Tên gọi", ("organization", "committee", ("short", "symbol")))
    """

    title: str
    names: tuple[str | tuple[str, ...], ...]


class FieldBox(QWidget):
    """Label, editor, and the notes under it."""

    def __init__(self, field: Field, choices: Choices | None) -> None:
        super().__init__()
        self.field = field
        self.editor: Editor = editor(field, choices)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setObjectName(f"{field.name}_note")
        self.note.hide()
        self._problem = self._doubt = self._early = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if field.kind != Kind.BOOL:
            label = QLabel(f"{field.label} *" if field.required else field.label)
            label.setProperty("role", "label")
            label.setBuddy(self.editor.control)
            column.addWidget(label)
        column.addWidget(self.editor)
        column.addWidget(self.note)
        column.addStretch(1)
        self.editor.changed.connect(self._typed)
        if isinstance(self.editor, LineEditor):
            self.editor.line.editingFinished.connect(self._left)
        self.refresh()

    def _typed(self) -> None:
        self._early = ""
        self.refresh()

    def _left(self) -> None:
        """A day, an hour or a number that cannot be is told as soon as its line is left."""
        value = self.editor.get()
        if isinstance(value, str) and value and self.field.kind in (Kind.DATE, Kind.TIME, Kind.INT):
            self._early = laws.check((self.field,), {self.field.name: value}).get(self.field.name, "")
            self.refresh()

    def say(self, problem: str, doubt: str) -> None:
        self._problem, self._doubt = problem, doubt
        self.refresh()

    def refresh(self) -> None:
        """One note at a time: what must be mended, what is odd, what it means, how to fill it."""
        meaning = self.editor.meaning()
        notes = (
            ("bad", self._problem or self._early),
            ("warn", self._doubt or self.editor.doubt()),
            ("quiet", meaning),
            ("quiet", self.field.hint),
        )
        tone, text = next(((tone, text) for tone, text in notes if text), ("", ""))
        sign = {"bad": "✗ ", "warn": "⚠ "}.get(tone, "")
        self.note.setText(sign + text)
        self.note.setVisible(bool(text))
        look.set_role(self.note, tone)
        look.set_state(self.editor.control, tone if tone in ("bad", "warn") else "")
        self.editor.control.setAccessibleDescription(text)


class Form(QDialog):
    """A dialog over declared fields. It never saves: `on_save(values)` does, or whoever hears `accepted`.

        form = Form("Sửa đơn vị", units.FIELDS, values, check=units.problems, doubts=units.doubts,
                    save_text="Lưu đơn vị", parent=page, on_save=lambda v: db.units.save(v, id),
                    layout=(Section("Tên gọi", ("organization", ("short", "symbol"))), …))
        form.open()

    Without `layout` every field stands in the order declared. `on_save` may raise Refused: its words are
    shown above the buttons and the form stays open. `choices(target)` replaces db's own, for tests.
    `on_more` adds "Lưu và thêm nữa" (Ctrl+Enter): saves, closes, and calls it to open the next form.
    """

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        values: Mapping[str, Any],
        check: Check | None = None,
        doubts: Check | None = None,
        save_text: str = "Lưu",
        parent: QWidget | None = None,
        *,
        on_save: Callable[[Values], object] | None = None,
        layout: Sequence[Section] = (),
        choices: Choices | None = None,
        on_more: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self._on_more = on_more
        self.fields = tuple(fields)
        self._check, self._doubts, self._on_save = check, doubts, on_save
        self._tried = False
        self._kept: Values = dict(values)
        self.setWindowTitle(title)
        self.setObjectName("form")
        self.boxes = {field.name: FieldBox(field, choices) for field in self.fields}
        self._build(title, layout, save_text)
        for field in self.fields:
            self.boxes[field.name].editor.put(values.get(field.name))
        self.forget_changes()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look_again)
        for box in self.boxes.values():
            box.editor.changed.connect(self._pause.start)
        self._look_again()

    # -- what it looks like

    def _build(self, title: str, layout: Sequence[Section], save_text: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        heading = look.heading(title)
        heading.setContentsMargins(24, 16, 24, 8)
        column.addWidget(heading)
        body = QWidget()
        body.setObjectName("form_body")
        inner = QVBoxLayout(body)
        inner.setContentsMargins(24, 8, 24, 16)
        inner.setSpacing(14)
        for section in layout or (Section("", tuple(field.name for field in self.fields)),):
            self._add_section(inner, section)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area = area
        column.addWidget(area, 1)
        column.addWidget(self._foot(save_text))
        self._order_tabs(layout)
        self._size(body)

    def _add_section(self, inner: QVBoxLayout, section: Section) -> None:
        if section.title:
            inner.addWidget(look.subheading(section.title))
        for names in section.names:
            if isinstance(names, str):
                inner.addWidget(self.boxes[names])
                continue
            pair = QHBoxLayout()
            pair.setSpacing(16)
            for name in names:
                pair.addWidget(self.boxes[name], 1)
            inner.addLayout(pair)

    def _foot(self, save_text: str) -> QWidget:
        foot = QFrame()
        foot.setProperty("role", "foot")
        column = QVBoxLayout(foot)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(8)
        self.refusal = QLabel()
        self.refusal.setObjectName("refusal")
        self.refusal.setWordWrap(True)
        look.set_role(self.refusal, "bad")
        self.refusal.hide()
        column.addWidget(self.refusal)
        leave = QPushButton("Đóng, không lưu")
        enter_presses(leave)
        leave.clicked.connect(self.reject)
        self.save_button = look.main_button(save_text)
        self.save_button.setDefault(True)
        self.save_button.setToolTip("Ctrl+S")
        self.save_button.clicked.connect(self.save)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.save_more)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(leave)
        if self._on_more:
            more = QPushButton("Lưu và thêm nữa")
            enter_presses(more)
            more.setToolTip("Ctrl+Enter")
            more.clicked.connect(self.save_more)
            line.addWidget(more)
        line.addWidget(self.save_button)
        column.addLayout(line)
        return foot

    def _order_tabs(self, layout: Sequence[Section]) -> None:
        names: list[str] = []
        for section in layout:
            for entry in section.names:
                names.extend((entry,) if isinstance(entry, str) else entry)
        controls = [self.boxes[name].editor.control for name in names or self.boxes]
        for before, after in zip(controls, controls[1:], strict=False):
            QWidget.setTabOrder(before.focusProxy() or before, after.focusProxy() or after)

    def _size(self, body: QWidget) -> None:
        screen = (self.parentWidget() or self).screen().availableGeometry()
        wanted = body.sizeHint().height() + 150
        self.setMinimumWidth(440)
        self.resize(min(600, screen.width() - 40), min(max(wanted, 240), screen.height() - 60))

    # -- what it holds

    def _raw(self) -> Values:
        return {name: box.editor.get() for name, box in self.boxes.items()}

    def values(self) -> Values:
        """What was given, overlaid with what is typed, tidied: form values as rules.fields describes them."""
        return {**self._kept, **laws.tidy(self.fields, self._raw())}

    def is_changed(self) -> bool:
        return self._seen() != self._first

    def _seen(self) -> tuple[Values, list[str]]:
        """All that stands in the editors, half-typed names too."""
        return self._raw(), [box.editor.trouble() for box in self.boxes.values()]

    def forget_changes(self) -> None:
        """What stands in the form counts as untouched: closing asks nothing."""
        self._first = self._seen()

    def problems(self) -> dict[str, str]:
        """All that must be mended, field by field."""
        values = self.values()
        found = dict(self._check(values)) if self._check else {}
        found |= laws.check(self.fields, values)
        found |= {name: text for name, box in self.boxes.items() if (text := box.editor.trouble())}
        return found

    def _look_again(self) -> dict[str, str]:
        problems = self.problems() if self._tried else {}
        doubts = self._doubts(self.values()) if self._doubts else {}
        for name, box in self.boxes.items():
            box.say(problems.get(name, ""), doubts.get(name, ""))
        rest = [text for name, text in problems.items() if name not in self.boxes]
        self._refuse(" ".join(rest))
        return problems

    def _refuse(self, text: str) -> None:
        self.refusal.setText(f"✗ {text}" if text else "")
        self.refusal.setVisible(bool(text))

    # -- what it does

    def save(self) -> None:
        """Check everything; show what must be mended, or hand the values over and close."""
        self._tried = True
        self._pause.stop()
        problems = self._look_again()
        if problems:
            first = next((box for name, box in self.boxes.items() if name in problems), None)
            if first:
                self._show(first)
            return
        try:
            if self._on_save:
                self._on_save(self.values())
        except Refused as refused:
            self._refuse(str(refused))
            return
        self.forget_changes()
        self.accept()

    def save_more(self) -> None:
        """Save, and go on with the next record where the form was opened for several."""
        self.save()
        if self._on_more and self.result() == QDialog.DialogCode.Accepted:
            self._on_more()

    def _show(self, box: FieldBox) -> None:
        box.editor.setFocus()
        QTimer.singleShot(0, box, lambda: self._area.ensureWidgetVisible(box, 0, 24))

    def reject(self) -> None:
        """Esc, × and the button: typed changes are not thrown away without asking."""
        if not self.is_changed():
            super().reject()
            return
        ask(self, "Bỏ những gì vừa nhập?", "Bỏ, không lưu", super().reject, no="Nhập tiếp", danger=True)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.isVisible() and self.is_changed():
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)
