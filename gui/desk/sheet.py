"""What one paper of a meeting needs: its state, its form saved like any section, its ways out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from db import papers
from gui import look
from gui.desk import fields
from gui.desk.fields import Layout
from gui.desk.numbers import NumberTools
from gui.desk.states import State
from gui.form import Section
from gui.workspace.actions import button
from gui.workspace.inline import InlineForm, Values
from gui.workspace.part import Choices
from papers import styles
from rules.paper_fields import drafter_doubts
from rules.papers import paper as known_paper
from rules.trouble import Refused

WAYS = (("Word", "docx", "Ctrl+Shift+W"), ("Excel", "xlsx", "Ctrl+E"), ("PDF", "pdf", "Ctrl+Shift+P"))
ELSEWHERE = "Lời văn, ý kiến, chữ ký, nơi nhận của biên bản soạn ở phần Biên bản."


class Fold(QWidget):
    """A form that is folded away under its title until it is asked for or holds something."""

    def __init__(self, title: str, form: InlineForm) -> None:
        super().__init__()
        self._title = title
        self.form = form
        self.head = QPushButton()
        self.head.setProperty("role", "flat")
        self.head.setCheckable(True)
        self.head.toggled.connect(self.unfold)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(form)
        self.unfold(False)

    def unfold(self, opened: bool) -> None:
        self.head.setChecked(opened)
        self.head.setText(f"{'▾' if opened else '▸'} {self._title}")
        self.form.setVisible(opened)


class Sheet(QWidget):
    """The paper under the cursor: `show_paper` begins with one, `reload` follows the news."""

    changed = Signal()
    said = Signal(str)
    go = Signal(str)

    def __init__(self, choices: Choices, settle: Callable[[], bool]) -> None:
        super().__init__()
        self.choices, self._settle = choices, settle
        self.paper, self.meeting = "", 0
        self.forms: tuple[InlineForm, ...] = ()
        self._seen: tuple[InlineForm, ...] = ()  # those that are not folded away
        self.folds: tuple[Fold, ...] = ()
        self.tools: NumberTools | None = None
        self._kept: Values = {}
        self._start: Values = {}
        self._build()

    # -- what it looks like

    def _build(self) -> None:
        self.title = look.subheading("")
        self.title.setContentsMargins(0, 0, 0, 0)
        self.state = QLabel()
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        self.follows = look.quiet("")
        self.notes = QLabel()
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        self.notes.setWordWrap(True)
        look.set_role(self.notes, "warn")
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.title, self.state, self.follows, self.notes):
            column.addWidget(part)
        column.addWidget(self.area, 1)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(6)
        self.view = button("Xem trước và in", "print", lambda: None, "Ctrl+P, hoặc Enter trong danh sách")
        row.addWidget(self.view)
        self.ways: dict[str, QPushButton] = {}
        for words, kind, keys in WAYS:
            self.ways[kind] = button(words, "", lambda: None, f"Lưu văn bản này thành tệp {words} ({keys})")
            row.addWidget(self.ways[kind])
        row.addStretch(1)
        self.save_button = look.main_button("Lưu văn bản")
        self.save_button.setToolTip("Ctrl+S")
        self.save_button.clicked.connect(lambda: self.save())
        row.addWidget(self.save_button)
        return row

    def connect_ways(self, preview: Callable[[], object], write: Callable[[str], object]) -> None:
        """What the buttons of the ways out do."""
        self.view.clicked.connect(lambda: preview())
        for kind, way in self.ways.items():
            way.clicked.connect(lambda _checked=False, kind=kind: write(kind))

    # -- one paper

    def show_paper(self, paper: str, meeting: int, state: State) -> None:
        """Begin with this paper; what was typed for another was saved or is gone."""
        self.paper, self.meeting = paper, meeting
        self.title.setText(known_paper(paper).label)
        self._build_forms(state)
        self.say(state)
        self.reload()

    def _build_forms(self, state: State) -> None:
        old = self.area.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.forms, self._seen, self.folds, self.tools = (), (), (), None
        if state.facts is None:
            self.area.setWidget(QWidget())
            return
        profile = styles.profile_of(state.facts.head, state.facts.day)
        parts = fields.layout(known_paper(self.paper), state.facts, profile)
        written = [InlineForm(parts.main, parts.columns, None, None, self.choices)]
        if parts.prose:
            written.append(InlineForm(parts.prose))
        for form in written:
            self._tune(form, parts)
        caps = styles.style(profile, "drafter").caps
        doubts = partial(drafter_doubts, caps=caps)
        folds = [Fold("Dấu và trình bày", InlineForm(parts.marks, parts.mark_columns, None, doubts))]
        if parts.second:
            first, *rest = (field.name for field in parts.second)
            columns = ((Section("", (first,)),), (Section("", tuple(rest)),))
            second = InlineForm(parts.second, columns, None, None, self.choices)
            folds.insert(0, Fold("Chữ ký thứ hai", second))
        self.folds = tuple(folds)
        self._seen = tuple(written)
        self.forms = (*written, *(fold.form for fold in folds))
        for form in self.forms:
            form.changed.connect(self.changed)
        self.area.setWidget(self._holder())

    def _tune(self, form: InlineForm, parts: Layout) -> None:
        """The number's buttons beside its line; in grey what is printed where nothing is typed."""
        if "number" in form.boxes:
            box = form.boxes["number"]
            self.tools = NumberTools(self.paper, self.meeting, self._settle)
            self.tools.taken.connect(self.said)
            self.tools.passed.connect(self.begin)
            line, column = box.editor.layout(), box.layout()
            line.insertWidget(1, self.tools)  # type: ignore[union-attr]
            line.setSpacing(8)  # type: ignore[union-attr]
            column.insertWidget(2, self.tools.use, 0, Qt.AlignmentFlag.AlignLeft)  # type: ignore[union-attr]
        for name, box in form.boxes.items():
            if name.startswith(fields.OWN):  # the tab of this section has the name of one of them
                box.editor.control.setAccessibleName(f"{box.field.label} (lời văn)")
        for name, usual in parts.usual.items():
            control = form.boxes[name].editor.control if name in form.boxes else None
            if isinstance(control, (QLineEdit, QPlainTextEdit)):
                control.setPlaceholderText(usual)
                control.setToolTip(usual)

    def _holder(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 4, 12, 8)
        column.setSpacing(8)
        for form in self._seen:
            column.addWidget(form)
        if self.paper in fields.ELSEWHERE:
            line = QHBoxLayout()
            line.addWidget(look.quiet(ELSEWHERE), 1)
            line.addWidget(button("Đến phần Biên bản", "minutes", partial(self.go.emit, "minutes")))
            column.addLayout(line)
        for fold in self.folds:
            column.addWidget(fold)
        column.addStretch(1)
        return holder

    def say(self, state: State) -> None:
        """The state of this paper in words, its form, and whether it has tables."""
        self.state.setText(state.said)
        self.state.setToolTip("\n".join(name[:1].upper() + name[1:] for name in state.blanks))
        look.set_role(self.state, state.tone)
        self.follows.setText(state.form)
        self.follows.setVisible(bool(state.form))
        self.notes.setText("\n".join(f"⚠ {words}" for words in state.notes))
        self.notes.setVisible(bool(state.notes))
        self.ways["xlsx"].setVisible(state.has_tables)

    # -- what it holds

    def reload(self, state: State | None = None) -> None:
        """What is kept now; typing stays."""
        if state is not None:
            self.say(state)
        if self.tools is not None:
            self.tools.refresh()
        for form in self.forms:
            form.forget_choices()
        if self.forms and not self.is_changed():
            self._load(state)

    def _load(self, state: State | None) -> None:
        from db import facts

        known = state.facts if state is not None and state.facts else facts.gather(self.paper, self.meeting)
        self._kept = papers.get(self.paper, self.meeting)
        values = fields.shown(self._kept, known)  # type: ignore[arg-type]
        for form in self.forms:
            form.load({name: values.get(name) for name in form.boxes})
        self._start = self._values()
        for fold in self.folds:
            if _holds_something(fold.form.values()):
                fold.unfold(True)

    def _values(self) -> Values:
        found: Values = {}
        for form in self.forms:
            found |= form.values()
        return found

    def is_changed(self) -> bool:
        return any(form.is_changed() for form in self.forms)

    def save(self) -> bool:
        """Keep what was typed for this paper; False when something must be mended, and it is shown."""
        if not self.is_changed():
            return True
        for form in self.forms:
            if not form.ready():
                for fold in self.folds:
                    fold.unfold(fold.form is form or fold.head.isChecked())
                return False
        values = self._values()
        names = {name for form in self.forms for name in form.boxes}
        given = fields.given(self._start, values, self._kept, names)
        try:
            papers.save(self.paper, self.meeting, given)
        except Refused as refused:
            self._refuse(refused, given)
            return False
        for form in self.forms:
            form.settled()
        self._load(None)
        self.said.emit(f"Đã lưu {known_paper(self.paper).label.lower()}.")
        return True

    def _refuse(self, refused: Refused, given: dict[str, Any]) -> None:
        """The reason stands under the number where one was typed, else under the whole form."""
        main = self.forms[0]
        if "number" in given:
            main.boxes["number"].say(str(refused), "")
            main.boxes["number"].editor.setFocus()
        else:
            main.refuse(str(refused))

    def begin(self) -> None:
        """What is to be written first has the keyboard: the day of signing once there is a number."""
        if not self.forms:
            return
        boxes = self.forms[0].boxes
        numbered = "number" in boxes and boxes["number"].editor.get() is not None
        if numbered and "signed" in boxes:
            boxes["signed"].editor.setFocus()
        else:
            self.forms[0].focus_first()

    def take_number(self) -> None:
        """The next number of the series, where this paper has none; the keyboard stays where it is."""
        if self.tools is not None and self.tools.next.isVisible():
            self.tools.take_next()


def _holds_something(values: Values) -> bool:
    """Whether a folded form has anything beyond the usual."""
    return any(value not in (None, "", False, "A4") for value in values.values())
