"""The desk of one meeting: all its papers in the order of the work, and the documents it used."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from db import agenda, conclusions, directives, tasks, wordings
from gui import look
from gui.beside import Nothing
from gui.desk.bundle import BundleDialog
from gui.desk.sheet import WAYS, Sheet
from gui.desk.shelf import Shelf
from gui.desk.states import State, state_of
from gui.table import Column, TableModel, table_view
from gui.workspace import papering
from gui.workspace.actions import action, button
from gui.workspace.part import Choices, Part
from gui.workspace.wrapping import wrap_rows
from papers import letters
from rules import stages
from rules.papers import paper as known_paper

USED = "used"
EXTRA = (USED, "Văn bản dùng tại hội nghị")
LETTERS = "invitation_people"
ALL_KEYS, LETTERS_KEYS = "Ctrl+Shift+A", "Ctrl+Shift+I"


@dataclass(frozen=True)
class Used:
    """One document of the meeting and where it was used."""

    id: int
    symbol: str
    subject: str
    issuer: str
    issued: object
    where: str


DOCUMENT_COLUMNS = (
    Column("symbol", "Số, ký hiệu", 100),
    Column("issued", "Ngày", 92),
    Column("subject", "Trích yếu", 110, stretch=True),
    Column("issuer", "Cơ quan ban hành", 150, shown=False),
    Column("where", "Dùng ở", 110),
)


class RecordsPart(Part):
    """The list of papers left, what the chosen one needs right."""

    key, title = "records", "Tài liệu"
    depends = frozenset(
        {
            "paper", "paper_section", "signature", "recipient", "taken_number", "produced", "wording",
            "speech", "meeting", "meeting_role", "attendance", "invitation", "invitation_group",
            "meeting_audience", "agenda_item", "agenda_directive", "conclusion", "conclusion_directive",
            "task", "task_directive", "directive", "person", "holding", "unit_name", "setting", "term",
        }
    )  # fmt: skip

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = Choices(self.day)
        self.shelf = Shelf(EXTRA)
        self.sheet = Sheet(self.choices, lambda: self.settle())
        self.sheet.connect_ways(lambda: self.preview(self.shelf.key()), self.write)
        self.sheet.changed.connect(self.unsaved)
        self.sheet.said.connect(self.said)
        self.sheet.go.connect(self.go)
        self.shelf.chosen.connect(self._turn)
        self.shelf.opened.connect(self._open)
        self.shelf.asked_form.connect(self.sheet.begin)
        self._shown = ""
        self._leaving = False  # while what was typed for one paper is kept before another is shown
        self._build()
        self._make_actions()
        self.bundle: BundleDialog | None = None

    def _make_actions(self) -> None:
        self.preview_action = action(
            self, "Xem trước và in", "", "Ctrl+P", lambda: self._open(self.shelf.key())
        )
        self.save_action = action(self, "Lưu văn bản", "", "Ctrl+S", self.save)
        action(self, "Lấy số", "", "Ctrl+L", self.sheet.take_number)
        for words, kind, keys in WAYS:
            action(self, f"Lưu {words}", "", keys, partial(self._write_shown, kind))
        action(self, "Tất cả văn bản", "", ALL_KEYS, self.write_all)
        action(self, "In tất cả giấy mời", "", LETTERS_KEYS, self.print_letters)

    # -- what it looks like

    def _build(self) -> None:
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 4, 0, 0)
        whole.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.shelf, 1)
        row = QHBoxLayout()
        row.setSpacing(6)
        tip = f"Ghi mọi văn bản của hội nghị vào một thư mục hoặc một tệp ZIP ({ALL_KEYS})"
        self.all_button = button("Tất cả văn bản…", "export", self.write_all, tip)
        tip = f"In giấy mời của mọi người trong một lần in ({LETTERS_KEYS})"
        self.letters_button = button("In tất cả giấy mời", "print", self.print_letters, tip)
        row.addWidget(self.all_button)
        row.addWidget(self.letters_button)
        row.addStretch(1)
        left.addLayout(row)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.sheet)
        self.stack.addWidget(self._used_page())
        whole.addLayout(left, 9)
        whole.addWidget(self.stack, 13)

    def _used_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        heading = QHBoxLayout()
        heading.addWidget(look.subheading(EXTRA[1]), 1)
        self.model = TableModel(DOCUMENT_COLUMNS, self)
        self.table = table_view(self.model, USED)
        self.table.setAccessibleName(EXTRA[1])
        wrap_rows(self.table, self.model)
        self.table.opened.connect(self.open_directive)
        tip = "Đến văn bản này ở thẻ Văn bản (Enter)"
        self.open_button = button("Mở văn bản", "open", self.open_directive, tip)
        heading.addWidget(self.open_button)
        self.nothing = Nothing()
        self.used_stack = QStackedWidget()
        self.used_stack.addWidget(self.table)
        self.used_stack.addWidget(self.nothing)
        column.addLayout(heading)
        column.addWidget(self.used_stack, 1)
        return page

    # -- rows

    def forget(self) -> None:
        self.shelf.stop()
        self._shown = ""

    def reload(self) -> None:
        self.choices.forget()
        self._show_used()
        if not self.shelf.key():
            with QSignalBlocker(self.shelf):
                self.shelf.choose(self._first())
        key = self._shown if self._leaving else self.shelf.key()
        if key != self._shown:
            self._show(key)
        else:
            self._refresh(key)
        self.shelf.ask(self._state)

    def _first(self) -> str:
        """The minutes: what a meeting always leaves behind."""
        keys = self.shelf.papers()
        return "minutes" if "minutes" in keys else keys[0]

    def _state(self, key: str) -> State:
        """The state of one line; the paper on the right is told its own."""
        if key == USED:
            count = len(self.model.rows)
            return State((f"{count} văn bản" if count else "chưa có",), "quiet")
        state = state_of(known_paper(key), self.meeting)
        if key == self._shown:
            self.sheet.say(state)
        return state

    def _turn(self, key: str) -> None:
        """The cursor came to another paper: what was typed for the one before is kept first."""
        if not self.meeting or key == self._shown:
            return
        self._leaving = True
        kept = self._keep()
        self._leaving = False
        if not kept:
            with QSignalBlocker(self.shelf):
                self.shelf.choose(self._shown)
            return
        self._show(key)

    def _keep(self) -> bool:
        return self.sheet.save() if self.is_changed() else True

    def _show(self, key: str) -> None:
        self._shown = key
        self.stack.setCurrentIndex(1 if key == USED else 0)
        if key != USED:
            state = state_of(known_paper(key), self.meeting)
            self.sheet.show_paper(key, self.meeting, state)
            self.shelf.put(key, state)

    def _refresh(self, key: str) -> None:
        if key != USED:
            self.sheet.reload(state_of(known_paper(key), self.meeting))

    def _show_used(self) -> None:
        self.model.set_rows(self._used())
        some = bool(self.model.rows)
        if some:
            self.table.selectRow(0)
        else:
            words = "Chưa có văn bản nào. Gắn văn bản vào các mục của chương trình."
            self.nothing.say("directive", words, "Đến chương trình", lambda: self.go.emit("agenda"))
        self.used_stack.setCurrentIndex(0 if some else 1)
        self.open_button.setVisible(some)

    def _used(self) -> list[Used]:
        """Documents in the order of the agenda, each once, with all places that use it."""
        where: dict[int, list[str]] = {}
        for place, item in enumerate(agenda.rows(self.meeting), start=1):
            for key in item.directive_ids:
                where.setdefault(key, []).append(f"Chương trình {place}")
        for place, one in enumerate(conclusions.rows(self.meeting), start=1):
            for key in one.directive_ids:
                where.setdefault(key, []).append(f"Kết luận {place}")
        for place, task in enumerate(tasks.rows(meeting=self.meeting), start=1):
            for key in tasks.get(task.id)["directives"]:
                where.setdefault(key, []).append(f"Nhiệm vụ {place}")
        known = {row.id: row for row in directives.rows(ids=where)} if where else {}
        return [
            Used(
                key,
                known[key].symbol or known[key].type,
                known[key].subject,
                known[key].issuer,
                known[key].issued,
                ", ".join(places),
            )
            for key, places in where.items()
        ]

    # -- as a section

    def is_changed(self) -> bool:
        return bool(self._shown) and self._shown != USED and self.sheet.is_changed()

    def save(self) -> bool:
        return self._keep()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes from the form back to the list, and only from there out of the meeting."""
        plain = event.key() == Qt.Key.Key_Escape and not event.modifiers()
        if plain and not self.shelf.hasFocus():
            self.shelf.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def begin(self) -> None:
        self.shelf.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- verbs

    def _open(self, key: str) -> None:
        if key == USED:
            self.open_directive()
        elif key:
            self.preview(key)

    def preview(self, key: str) -> None:
        """The pages of a paper; what any section holds unsaved is saved first."""
        if self.settle():
            papering.preview(key, self.meeting, self)

    def _write_shown(self, kind: str) -> None:
        """By the keyboard, where the button is not hidden."""
        if self.shelf.key() != USED and self.sheet.ways[kind].isVisible():
            self.write(kind)

    def write(self, kind: str) -> None:
        """The chosen paper to a file: "docx", "xlsx" or "pdf"."""
        key = self.shelf.key()
        if self.settle():
            papering.save(key, self.meeting, kind, self)

    def print_letters(self) -> None:
        """Every letter of a serial in one print job: the pages, and the print dialog over them.

        The serial chosen in the list, else the invitations of each person.
        """
        here = self.shelf.key()
        key = here if here in letters.PEOPLE + letters.UNITS else LETTERS
        if self.settle():
            papering.print_out(key, self.meeting, self)

    def write_all(self) -> None:
        """The dialog of all papers that have something to say."""
        if not self.settle():
            return
        self.shelf.ask_all()
        papers = [
            paper
            for stage in stages.staged()
            for paper in stage.papers
            if not stages.not_issued(paper.key, wordings.family())
        ]
        self.bundle = BundleDialog(self.meeting, papers, self.shelf.states, self)
        self.bundle.open()

    def open_directive(self) -> None:
        index = self.table.currentIndex()
        if index.isValid() and self.model.rows:
            self.open_record.emit("directive", self.model.row(index).id)
