"""The documents a plan carries out or is based on, in the order in which it names them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout

from db import directives
from db.history import change
from gui import look
from gui.beside import tool
from gui.fields import QuietCombo
from gui.links import LinkEditor
from gui.pages.directive_detail import day_words
from gui.pages.directive_filling import short_name
from gui.plans.part import PlanPart
from rules.directives import RELATIONS
from rules.fields import label_of

USED = ("carries_out", "based_on")
EMPTY = "Chưa có văn bản nào. Gõ số, ký hiệu ở dòng trên, ví dụ 35-CT, rồi Enter."
HINT = "Kế hoạch mở đầu bằng các văn bản này, theo thứ tự dưới đây. Văn bản chưa có ngày thì in dấu chấm."


class BasesPart(PlanPart):
    """Pick a document and it is linked; order and relation are changed below."""

    title = "Căn cứ"
    depends = frozenset({"directive", "directive_link", "unit_name"})

    def __init__(self, record: int) -> None:
        super().__init__(record)
        self._links: list[directives.Link] = []
        self.relation: QComboBox = QuietCombo()
        self.relation.setAccessibleName("Quan hệ với kế hoạch này")
        for key in USED:
            self.relation.addItem(label_of(RELATIONS, key), key)
        self.relation.setFixedWidth(130)
        self.picker = LinkEditor(self._documents)
        self.picker.setAccessibleName("Thêm văn bản làm căn cứ")
        self.picker.line.setPlaceholderText("Thêm văn bản: gõ số hoặc trích yếu, không cần dấu")
        self.picker.picked.connect(self._picked)
        self.list = QListWidget()
        self.list.setAccessibleName("Các văn bản làm căn cứ")
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.remove_action = self.action("Bỏ văn bản", "delete", "Del", self.remove)
        self.up_action = self.action("Đưa văn bản lên", "up", "Alt+Up", lambda: self.move_by(-1))
        self.down_action = self.action("Đưa văn bản xuống", "down", "Alt+Down", lambda: self.move_by(1))
        self.list.currentRowChanged.connect(self._ready)
        self._build()
        self.reload()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(look.quiet(HINT))
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.relation)
        top.addWidget(self.picker, 1)
        column.addLayout(top)
        tools = QHBoxLayout()
        tools.setSpacing(2)
        for action in (self.remove_action, self.up_action, self.down_action):
            tools.addWidget(tool(action))
        tools.addStretch(1)
        column.addLayout(tools)
        self.empty = QLabel(EMPTY)
        self.empty.setProperty("role", "quiet")
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)

    def _documents(self) -> list[tuple[int, str]]:
        return [(row.id, short_name(row)) for row in directives.rows() if row.id != self.record]

    def reload(self) -> None:
        here = self.list.currentRow()
        self.picker.matcher.forget()
        found = directives.links(self.record)
        self._links = [link for link in found if link.outgoing and link.relation in USED]
        self.list.clear()
        for link in self._links:
            row = link.directive
            day = f"ngày {day_words(row.issued)}" if row.issued else "⚠ chưa có ngày"
            facts = ", ".join(part for part in (day, row.issuer) if part)
            words = f"{label_of(RELATIONS, link.relation)}: {row.type} {row.symbol} ({facts})\n{row.subject}"
            item = QListWidgetItem(words.strip())
            item.setData(Qt.ItemDataRole.UserRole, link.id)
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(here, 0), len(self._links) - 1))
        self.list.setVisible(bool(self._links))
        self.empty.setVisible(not self._links)
        self._ready()

    def _ready(self, *_: object) -> None:
        place = self.list.currentRow()
        self.remove_action.setEnabled(place >= 0)
        self.up_action.setEnabled(place > 0)
        self.down_action.setEnabled(0 <= place < len(self._links) - 1)

    def figure(self) -> str:
        return str(len(self._links) or "")

    def begin(self) -> None:
        self.picker.line.setFocus()

    # -- writing

    def _picked(self, target: int, _text: str) -> None:
        relation = str(self.relation.currentData())
        if self.tried(lambda: directives.link(self.record, target, relation)):
            self.said.emit("Đã thêm văn bản làm căn cứ.")
        self.reload()
        self.list.setCurrentRow(len(self._links) - 1)
        self.picker.choose(None)

    def remove(self) -> None:
        link = self._links[self.list.currentRow()]
        if self.tried(lambda: directives.unlink([link.id])):
            self.said.emit("Đã bỏ văn bản khỏi căn cứ. Ctrl+Z để lấy lại.")
        self.reload()

    def move_by(self, step: int) -> None:
        """Links are named in the order they were made, so they are made again in the new order."""
        here = self.list.currentRow()
        order = list(self._links)
        order.insert(here + step, order.pop(here))

        def write() -> None:
            with change("Xếp lại thứ tự văn bản căn cứ"):
                directives.unlink([link.id for link in order])
                for link in order:
                    directives.link(self.record, link.directive.id, link.relation)

        self.tried(write)
        self.reload()
        self.list.setCurrentRow(here + step)
