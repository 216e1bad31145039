"""The form of an audience: its printed name, its rules (post × units), people named one by one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from db import audiences
from db.audiences import Rule
from gui import look
from gui.asking import ask
from gui.keys import enter_presses
from gui.links import LinkEditor
from gui.workspace.inline import InlineForm, Values, scrolled
from rules import audiences as laws
from rules.trouble import Refused

ALL = ("all", 0)
ALL_WORDS = "Mọi đơn vị trong đảng bộ"


class RuleRow(QWidget):
    """One rule: a post, and the units whose holders of it are called."""

    def __init__(self, posts: Any, places: Any, place: int, remove: Callable[[RuleRow], None]) -> None:
        super().__init__()
        self.post = LinkEditor(lambda: posts)
        self.post.line.setPlaceholderText("Chức danh")
        self.post.setAccessibleName(f"Chức danh {place}")
        self.place = LinkEditor(lambda: places)
        self.place.line.setPlaceholderText("Loại đơn vị hoặc đơn vị")
        self.place.setAccessibleName(f"Nơi giữ chức danh {place}")
        cross = QToolButton()
        cross.setIcon(look.icon("close", size=12))
        cross.setAccessibleName(f"Bỏ dòng {place}")
        cross.setToolTip("Bỏ dòng này")
        cross.clicked.connect(lambda: remove(self))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.post, 1)
        row.addWidget(QLabel("ở"))
        row.addWidget(self.place, 1)
        row.addWidget(cross)

    def put(self, rule: Rule) -> None:
        self.post.choose(rule.post)
        self.place.choose(
            ("kind", rule.unit_kind) if rule.unit_kind else ("unit", rule.unit) if rule.unit else ALL
        )

    def rule(self) -> Rule | None:
        """The rule; None where no post is chosen."""
        if self.post.chosen() is None:
            return None
        what, key = self.place.chosen() or ALL
        return Rule(self.post.chosen(), key if what == "kind" else None, key if what == "unit" else None)

    def trouble(self) -> str:
        return self.post.trouble() or self.place.trouble()


def _own(form: InlineForm) -> Values:
    """The values of this form's own fields."""
    return {name: value for name, value in form.values().items() if name in form.boxes}


class AudienceForm(QDialog):
    """Asks for one audience and saves it; `done(id)` hears of it."""

    def __init__(
        self, audience: int | None, choices: Any, parent: QWidget, done: Callable[[int], object]
    ) -> None:
        super().__init__(parent)
        self.audience, self._done = audience, done
        self._posts = choices("post")
        kinds = [(("kind", key), f"Loại: {name}") for key, name in choices("unit_kind")]
        units = [(("unit", key), name) for key, name in choices("unit")]
        self._places = [(ALL, ALL_WORDS), *kinds, *units]
        self.rows: list[RuleRow] = []
        self.setWindowTitle("Sửa thành phần" if audience else "Thêm thành phần")
        first, *rest = laws.FIELDS
        self.name = InlineForm((first,))
        self.form = InlineForm(rest, (), None, None, choices)
        self._build()
        values = audiences.get(audience) if audience else {"rules": ()}
        for form in (self.name, self.form):
            form.load(values)
        for rule in values["rules"] or (None,):
            self.add_row(rule)
        self._first = self._rules()
        self.name.focus_first()

    def _build(self) -> None:
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        more = QPushButton("Thêm chức danh")
        more.setIcon(look.icon("add", gap=look.GAP))
        more.setIconSize(look.ICON)
        more.setProperty("role", "flat")
        enter_presses(more)
        more.clicked.connect(lambda: self.add_row(None, focus=True))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 0, 16, 8)
        column.setSpacing(8)
        column.addWidget(self.name)
        column.addWidget(look.subheading("Người giữ các chức danh"))
        column.addWidget(
            look.quiet("Ai đang giữ chức danh ấy vào ngày họp thì được triệu tập; mỗi người một lần.")
        )
        column.addLayout(self._lines)
        holder = QHBoxLayout()
        holder.addWidget(more)
        holder.addStretch(1)
        column.addLayout(holder)
        column.addWidget(self.form)
        heading = look.heading(self.windowTitle())
        heading.setContentsMargins(24, 16, 24, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(heading)
        whole.addWidget(scrolled(body, (0, 0, 0, 0)), 1)
        whole.addWidget(self._foot())
        self.resize(680, 520)

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("role", "foot")
        leave = QPushButton("Đóng, không lưu")
        enter_presses(leave)
        leave.clicked.connect(self.reject)
        save = look.main_button("Lưu thành phần")
        save.setDefault(True)
        save.setToolTip("Ctrl+S")
        save.clicked.connect(self.save)
        for keys in ("Ctrl+S", "Ctrl+Return"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)
        line = QHBoxLayout(foot)
        line.setContentsMargins(24, 12, 24, 12)
        line.addStretch(1)
        line.addWidget(leave)
        line.addWidget(save)
        return foot

    def add_row(self, rule: Rule | None, focus: bool = False) -> None:
        row = RuleRow(self._posts, self._places, len(self.rows) + 1, self.remove_row)
        if rule is not None:
            row.put(rule)
        else:
            row.place.choose(ALL)
        self.rows.append(row)
        self._lines.addWidget(row)
        if focus:
            row.post.setFocus()

    def remove_row(self, row: RuleRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()

    def _rules(self) -> tuple[Rule, ...]:
        return tuple(rule for row in self.rows if (rule := row.rule()) is not None)

    def is_changed(self) -> bool:
        return self.name.is_changed() or self.form.is_changed() or self._rules() != self._first

    def save(self) -> None:
        trouble = next((text for row in self.rows if (text := row.trouble())), "")
        if not self.name.ready() or not self.form.ready():
            return
        if trouble:
            self.form.refuse(trouble)
            return
        values: Values = {**self.form.values(), **_own(self.name), "rules": self._rules()}
        try:
            kept = audiences.save(values, self.audience)
        except Refused as refused:
            self.form.refuse(str(refused))
            return
        self.accept()
        self._done(kept)

    def reject(self) -> None:
        """Esc and ×: what is typed is not thrown away without asking."""
        if self.is_changed():
            ask(self, "Bỏ những gì vừa nhập?", "Bỏ, không lưu", super().reject, no="Nhập tiếp", danger=True)
        else:
            super().reject()
