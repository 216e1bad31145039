"""The office's own wording: the fixed sentences of every paper, their fields as chips, as they were."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from db import history, settings, wordings
from gui import errors, look
from gui.asking import Leaving
from gui.buttons import foot, give_keys, side
from gui.paper import Pages
from gui.tools import fieldlist
from gui.tools.sentence import SentenceBox
from gui.tools.trial import Records, TrialDialog, worded
from gui.workspace import papering
from papers.template import store
from rules import markers
from rules import wordings as rules
from rules.marker_names import names_of
from rules.office import PARTY
from rules.papers import PAPERS, Paper, paper
from rules.stages import not_issued
from rules.text import clean, respell
from rules.trouble import Refused

KEY = Qt.ItemDataRole.UserRole
NOTE = (
    "Câu chữ ở đây dùng chung cho mọi văn bản cùng loại. Ô xám là trường, được thay bằng dữ liệu khi in; "
    "di chuyển, chép, xóa cả ô như một chữ."
)
TEMPLATE = (
    "⚠ Văn bản này đang in theo mẫu Word của cơ quan; câu chữ dưới đây chỉ dùng khi mẫu có phần thân này."
)
UNSAVED, CHANGED = "chưa lưu", "đã sửa"
TRIAL = "Bản xem thử theo câu chữ đang soạn; chưa lưu gì."


def worded_papers(family: str = PARTY) -> list[Paper]:
    """The papers of such an office that have sentences to edit, in the order of the work."""
    return [one for one in PAPERS if rules.sentences(one.key) and not not_issued(one.key, family)]


def _kept() -> dict[str, dict[str, str]]:
    return {entry.key: wordings.of(entry.key) for entry in worded_papers()}


class WordingsDialog(QDialog):
    """Left the papers, right the sentences of one; what is typed waits until it is saved, for every paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("wordings")
        self.setWindowTitle("Câu chữ của văn bản")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.spelling, self.family = settings.office().spelling, wordings.family()
        self.boxes: list[SentenceBox] = []
        self.kept = _kept()  # paper -> sentence -> own words in the file
        self.drafts: dict[str, dict[str, str]] = {}  # paper -> sentence -> words that are not saved
        self.kind = ""
        self._into: SentenceBox | None = None
        self._asking: Leaving | None = None
        self._make_parts()
        self._build()
        self._fill_papers()
        screen = (parent or self).screen().availableGeometry()
        self.resize(min(1060, screen.width() - 32), screen.height() - 48)
        self.papers.setCurrentRow(0)
        self.papers.setFocus()

    # -- what it looks like

    def _make_parts(self) -> None:
        self.papers = QListWidget()
        self.papers.setAccessibleName("Các văn bản")
        self.papers.currentItemChanged.connect(lambda *_: self._show_paper())
        self.title = look.subheading("")
        self.title.setWordWrap(True)
        self.warning = QLabel(TEMPLATE)
        self.warning.setWordWrap(True)
        look.set_role(self.warning, "warn")
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.record = Records()
        self.insert_button = side("Chèn trường…", self.choose_field, "Ctrl+J")
        self.trial_button = side("Xem thử", self.preview, "Ctrl+P")
        self.reset_button = side("Cả văn bản trở về mẫu gốc", self.reset)
        self.close_button = side("Đóng", self.reject)
        self.save_button = look.main_button("Lưu câu chữ")
        self.save_button.clicked.connect(self.save)
        give_keys(self.save_button, "Ctrl+S")

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(look.heading("Câu chữ của văn bản"))
        column.addWidget(look.quiet(NOTE))
        middle = QHBoxLayout()
        middle.setSpacing(12)
        self.papers.setFixedWidth(272)
        middle.addWidget(self.papers)
        middle.addWidget(self._right(), 1)
        column.addLayout(middle, 1)
        column.addLayout(foot(self.close_button, self.reset_button, self.save_button))

    def _right(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.insert_button)
        tools.addSpacing(16)
        label = QLabel("Xem thử với")
        label.setBuddy(self.record)
        tools.addWidget(label)
        tools.addWidget(self.record, 1)
        tools.addWidget(self.trial_button)
        column.addLayout(tools)
        column.addWidget(self.warning)
        column.addWidget(self.area, 1)
        return side

    # -- papers

    def _fill_papers(self) -> None:
        for entry in worded_papers(self.family):
            QListWidgetItem(entry.label, self.papers).setData(KEY, entry.key)
        self._mark_papers()

    def _mark_papers(self) -> None:
        """Beside each paper whether it has words of its own, and whether some wait to be saved."""
        for place in range(self.papers.count()):
            item = self.papers.item(place)
            key = item.data(KEY)
            mark = UNSAVED if self.drafts.get(key) else CHANGED if self.kept.get(key) else ""
            item.setText(f"{paper(key).label} · {mark}" if mark else paper(key).label)

    def choose(self, kind: str) -> None:
        """Go to the sentences of that paper."""
        rows = (self.papers.item(place) for place in range(self.papers.count()))
        self.papers.setCurrentItem(next(item for item in rows if item.data(KEY) == kind))

    def _show_paper(self) -> None:
        item = self.papers.currentItem()
        if item is None or item.data(KEY) == self.kind:
            return
        before, self.kind = self.kind, item.data(KEY)
        entry = paper(self.kind)
        self.title.setText(entry.label)
        self.warning.setVisible(store.of(papering.templates(), self.kind) is not None)
        if not before or paper(before).record != entry.record:
            self.record.fill(entry.record)
            self.trial_button.setEnabled(self.record.isEnabled())
        self._fill_sentences()

    def _fill_sentences(self) -> None:
        kept, drafts = self.kept.get(self.kind, {}), self.drafts.get(self.kind, {})
        names = names_of(paper(self.kind).record)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 12, 8)
        column.setSpacing(14)
        self.boxes, self._into = [], None
        for sentence in rules.sentences(self.kind, self.family):
            shipped = respell(sentence.text, self.spelling)
            box = SentenceBox(sentence, shipped, names)
            box.put(drafts.get(sentence.key, kept.get(sentence.key, shipped)))
            box.edited.connect(self._typed)
            box.editor.entered.connect(lambda box=box: self._enter(box))
            self.boxes.append(box)
            column.addWidget(box)
        column.addStretch(1)
        self.area.setWidget(body)
        self._chain()
        self._ready()

    def _chain(self) -> None:
        """Tab goes from the papers through the sentences to the buttons."""
        controls: list[QWidget] = [self.papers, self.insert_button, self.record, self.trial_button]
        for box in self.boxes:
            controls += [box.reset_button, box.editor]
        controls += [self.close_button, self.reset_button, self.save_button]
        for first, second in zip(controls, controls[1:], strict=False):
            QWidget.setTabOrder(first, second)

    def _enter(self, box: SentenceBox) -> None:
        self._into = box
        self.area.ensureWidgetVisible(box, 0, 24)
        self._ready()

    # -- typing

    def _typed(self) -> None:
        """What differs from the kept words waits under its paper."""
        kept = self.kept.get(self.kind, {})
        typed = {
            box.key: box.text()
            for box in self.boxes
            if box.text() != clean(kept.get(box.key, box.shipped), lines=True)
        }
        if typed:
            self.drafts[self.kind] = typed
        else:
            self.drafts.pop(self.kind, None)
        self._mark_papers()
        self._ready()

    def _ready(self) -> None:
        self.save_button.setEnabled(bool(self.drafts))
        self.insert_button.setEnabled(self._into is not None)
        self.reset_button.setEnabled(any(box.is_own() for box in self.boxes))

    def choose_field(self) -> None:
        """The list of fields; the chosen one goes to where the cursor is."""
        box = self._into
        if box is None:
            return

        def put(written: str) -> None:
            box.editor.insert(written)
            box.editor.setFocus()

        self._fields = fieldlist.choose(names_of(paper(self.kind).record), put, self)

    def reset(self) -> None:
        """Every sentence of the paper as the program brings it; kept when the paper is saved."""
        for box in self.boxes:
            if box.is_own():
                box.reset()

    # -- looking

    def preview(self) -> None:
        """The paper of the chosen meeting in the words that stand here now."""
        record = self.record.currentData()
        if record is None:
            return
        own = {box.key: box.text() for box in self.boxes if box.is_own()}
        try:
            document = worded(self.kind, record, own)
        except Refused as refused:
            errors.show(refused, self)
            return
        self._trial = TrialDialog(Pages(document, marks=True), document.title, TRIAL, self)
        self._trial.open()

    # -- keeping

    def save(self) -> bool:
        """Keep the words of every paper that waits, as one named change; a wrong field is shown first."""
        if not self.drafts or self._shows_wrong():
            return False
        together = f"Sửa câu chữ của {len(self.drafts)} văn bản"
        try:
            with history.change(together) if len(self.drafts) > 1 else nullcontext():
                for kind, typed in self.drafts.items():
                    wordings.save(kind, self._raw(kind, typed))
        except Refused as refused:
            errors.show(refused, self)
            return False
        self.drafts.clear()
        self.kept = _kept()
        self._mark_papers()
        self._ready()
        return True

    def _raw(self, kind: str, typed: Mapping[str, str]) -> dict[str, str]:
        """Words that are the program's in the office's spelling are the program's own again."""
        shipped = {one.key: one.text for one in rules.sentences(kind, self.family)}
        usual = {key: clean(respell(text, self.spelling), lines=True) for key, text in shipped.items()}
        return {key: shipped[key] if text == usual[key] else text for key, text in typed.items()}

    def _shows_wrong(self) -> bool:
        """Go to the first sentence with a wrong field, in whatever paper it is."""
        for kind, typed in self.drafts.items():
            names = names_of(paper(kind).record)
            wrong = next((key for key, text in typed.items() if markers.problems(text, names)), None)
            if wrong is not None:
                self.choose(kind)
                next(box for box in self.boxes if box.key == wrong).editor.setFocus()
                return True
        return False

    def reject(self) -> None:
        """Esc, × and the button: typed words are not thrown away without asking."""
        if not self.drafts:
            super().reject()
            return
        names = ", ".join(f"“{paper(kind).label}”" for kind in self.drafts)
        self._asking = Leaving(self, "Câu chữ vừa sửa chưa được lưu.", [f"Văn bản: {names}."])
        self._asking.ask_both(self._save_and_leave, super().reject)

    def _save_and_leave(self) -> None:
        if self.save():
            self.reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.isVisible() and self.drafts:
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)
