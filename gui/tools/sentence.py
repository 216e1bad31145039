"""One sentence of a paper in the window: its name, its words with their fields, what is wrong with them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui import look
from gui.keys import enter_presses
from gui.tools.chips import ChipEditor
from rules import markers
from rules.marker_names import Name
from rules.text import clean
from rules.wordings import Sentence

OWN = "Phần sau đó soạn riêng cho từng hội nghị"
LEFT_OUT = "Để trống: câu này không in"
CHANGED = "Đã sửa"


class SentenceBox(QWidget):
    """An editor with its label; `shipped` is the text that the program brings."""

    edited = Signal()

    def __init__(self, sentence: Sentence, shipped: str, names: Sequence[Name]) -> None:
        super().__init__()
        self.key, self.label, self.shipped = sentence.key, sentence.label, shipped
        self._own = sentence.own
        self._names = names
        self.editor = ChipEditor(names)
        self.editor.setAccessibleName(sentence.label)
        self.state = look.quiet("")
        self.state.setWordWrap(False)
        self.reset_button = QPushButton("Trở về mẫu gốc")
        self.reset_button.setProperty("role", "link")
        self.reset_button.setAccessibleName(f"Trở về mẫu gốc: {sentence.label}")
        self.reset_button.clicked.connect(self.reset)
        enter_presses(self.reset_button)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self._build()
        self.editor.edited.connect(self._look_again)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        name = QLabel(self.label)
        name.setProperty("role", "label")
        name.setBuddy(self.editor)
        head.addWidget(name)
        head.addWidget(self.state)
        head.addStretch(1)
        head.addWidget(self.reset_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.editor)
        column.addWidget(self.note)

    def put(self, text: str) -> None:
        self.editor.put(text)

    def text(self) -> str:
        """The words as they would be kept."""
        return clean(self.editor.text(), lines=True)

    def is_own(self) -> bool:
        """Whether it differs from what the program brings."""
        return self.text() != clean(self.shipped, lines=True)

    def reset(self) -> None:
        """The words of the program again; kept when the paper is saved."""
        self.editor.selectAll()
        self.editor.insert(self.shipped)
        self.editor.setFocus()

    def problems(self) -> list[markers.Problem]:
        return markers.problems(self.text(), self._names)

    def _look_again(self) -> None:
        own, found = self.is_own(), self.problems()
        self.state.setText(f"· {CHANGED}" if own else "")
        self.state.setVisible(own)
        self.reset_button.setVisible(own)
        self._say([_said(one) for one in found])
        look.set_state(self.editor, "bad" if found else "")
        self.edited.emit()

    def _say(self, wrong: Sequence[str]) -> None:
        quiet = LEFT_OUT if not self.text() and not self._own else OWN if self._own else ""
        words = "\n".join(f"✗ {one}" for one in wrong) or quiet
        self.note.setText(words)
        self.note.setVisible(bool(words))
        look.set_role(self.note, "bad" if wrong else "quiet")


def _said(problem: markers.Problem) -> str:
    meant = f" Có phải là {problem.suggestion}?" if problem.suggestion else ""
    return f"“{problem.found}”: {problem.reason}{meant}"
