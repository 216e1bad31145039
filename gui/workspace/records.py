"""The papers of a meeting with every way out, and the documents it used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from db import agenda, conclusions, directives, meetings, papers, tasks
from gui import errors, listing, look
from gui.beside import Nothing
from gui.table import Column, TableModel, table_view
from gui.workspace import papering
from gui.workspace.actions import button
from gui.workspace.closing import COLUMNS as TASK_COLUMNS
from gui.workspace.part import Part
from rules.dates import show_date
from rules.facts import Listing
from rules.papers import MEETING, papers_of
from rules.trouble import Refused

if TYPE_CHECKING:
    from papers.content import Document

TASKS = "tasks"
KINDS = (("Word", "docx"), ("Excel", "xlsx"), ("PDF", "pdf"))


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
    Column("symbol", "Số, ký hiệu", 130),
    Column("issued", "Ngày ban hành", 110),
    Column("subject", "Trích yếu", 260, stretch=True),
    Column("issuer", "Cơ quan ban hành", 190),
    Column("where", "Dùng ở", 150),
)


class PaperCard(QFrame):
    """One paper: what state it is in, and every way out."""

    def __init__(self, title: str, show: Callable[[], object], save: Callable[[str], object]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.title = QLabel(title)
        self.title.setStyleSheet("font-weight: 600")
        self.state = QLabel()
        look.set_role(self.state, "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 8, 5)
        row.setSpacing(6)
        self.title.setMinimumWidth(150)
        row.addWidget(self.title)
        row.addWidget(self.state, 1)
        self.view = button("Xem trước, in", "print", show)
        self.view.setAccessibleName(f"Xem trước, in: {title}")
        row.addWidget(self.view)
        self.buttons = [self.view]
        for words_of, kind in KINDS:
            made = button(words_of, "", partial(save, kind), f"Lưu thành tệp {words_of}")
            made.setAccessibleName(f"{words_of}: {title}")
            row.addWidget(made)
            self.buttons.append(made)

    def say(self, words: str, tone: str = "quiet") -> None:
        self.state.setText(words)
        look.set_role(self.state, tone)


class RecordsPart(Part):
    """Papers above, documents below."""

    key, title = "records", "Tài liệu"
    depends = frozenset(
        {
            "paper",
            "signature",
            "speech",
            "meeting",
            "meeting_role",
            "attendance",
            "invitation",
            "agenda_item",
            "agenda_directive",
            "conclusion",
            "conclusion_directive",
            "task",
            "task_directive",
            "directive",
        }
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: dict[str, PaperCard] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        for paper in papers_of(MEETING):
            self._add_card(column, paper.key, paper.label)
        self._add_card(column, TASKS, "Bảng giao nhiệm vụ")
        heading = QHBoxLayout()
        heading.addWidget(look.subheading("Văn bản dùng tại hội nghị"), 1)
        self.model = TableModel(DOCUMENT_COLUMNS, self)
        self.table = table_view(self.model, "used")
        self.table.setAccessibleName("Văn bản dùng tại hội nghị")
        self.table.opened.connect(self.open_directive)
        tip = "Đến văn bản này ở thẻ Văn bản (Enter)"
        self.open_button = button("Mở văn bản", "open", self.open_directive, tip)
        self.nothing = Nothing()
        self.nothing.layout().setContentsMargins(16, 4, 16, 4)  # type: ignore[union-attr]
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.nothing)
        heading.addWidget(self.open_button)
        column.addLayout(heading)
        column.addWidget(self.stack, 1)

    def _add_card(self, column: QVBoxLayout, key: str, title: str) -> None:
        card = PaperCard(title, partial(self.preview, key), partial(self.save_as, key))
        self.cards[key] = card
        column.addWidget(card)

    # -- rows

    def reload(self) -> None:
        self._say_papers()
        self.model.set_rows(self._used())
        some = bool(self.model.rows)
        if some:
            self.table.selectRow(0)
        else:
            words = "Chưa có văn bản nào. Gắn văn bản vào các mục của chương trình."
            self.nothing.say("directive", words, "Đến chương trình", lambda: self.go.emit("agenda"))
        self.stack.setCurrentIndex(0 if some else 1)
        self.open_button.setVisible(some)

    def _say_papers(self) -> None:
        row = meetings.rows(ids=[self.meeting])[0]
        paper = papers.get("minutes", self.meeting)
        number = f"Số {paper['number']}" if paper["number"] else "chưa có số"
        signed = f"ký ngày {show_date(paper['signed'])}" if paper["signed"] else "chưa ghi ngày ký"
        self.cards["minutes"].say(
            f"{number}, {signed}", "quiet" if paper["number"] and paper["signed"] else "warn"
        )
        self.cards["delegates"].say(
            f"{row.called} người" if row.called else "Chưa có ai trong danh sách",
            "quiet" if row.called else "warn",
        )
        undated = sum(task.due is None for task in tasks.rows(meeting=self.meeting))
        late = f", {undated} chưa có hạn" if undated else ""
        self.cards[TASKS].say(
            f"{row.tasks} nhiệm vụ{late}" if row.tasks else "Chưa giao nhiệm vụ nào",
            "quiet" if row.tasks and not undated else "warn",
        )
        for way in self.cards[TASKS].buttons:
            way.setEnabled(bool(row.tasks))

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

    # -- verbs

    def preview(self, key: str) -> None:
        if not self.settle():
            return
        if key == TASKS:
            listing.preview(self._task_list(), self)
        else:
            papering.preview(key, self.meeting, self)

    def save_as(self, key: str, kind: str) -> None:
        from gui import saving

        if not self.settle():
            return
        if key != TASKS:
            papering.save(key, self.meeting, kind, self)
            return
        try:
            document: Document = listing.document(self._task_list())
        except Refused as refused:
            errors.show(refused, self)
            return
        saving.save(document, kind, self, "Bảng giao nhiệm vụ")

    def _task_list(self) -> Listing:
        title = meetings.get(self.meeting)["title"]
        rows = tasks.rows(meeting=self.meeting)
        return listing.seen("Bảng giao nhiệm vụ", title, TASK_COLUMNS, rows, f"Tổng số: {len(rows)} nhiệm vụ")

    def open_directive(self) -> None:
        index = self.table.currentIndex()
        if index.isValid() and self.model.rows:
            self.open_record.emit("directive", self.model.row(index).id)

    def begin(self) -> None:
        self.cards["minutes"].view.setFocus()
