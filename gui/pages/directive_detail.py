"""What stands beside the register for one document: its facts, the chain it belongs to, its links."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db import directives
from gui import look
from gui.beside import card
from gui.pages.directive_filling import direction_label
from rules import directives as laws
from rules.dates import VagueDate, show_date
from rules.fields import label_of

CHAIN = ("carries_out", "based_on")
DEEPEST = 6  # steps up the chain
STEP = 12  # px that each step of the chain stands further right


def day_words(issued: VagueDate | None) -> str:
    """A certain day as dd/MM/yyyy, a vague one in its words."""
    if issued is None:
        return ""
    certain = issued.earliest and issued.earliest == issued.latest
    return show_date(issued.earliest) if certain and issued.earliest else issued.words


def name_of(row: directives.Row) -> str:
    """ "Chỉ thị 35-CT/TW"; a document without number goes by its subject."""
    return f"{row.type} {row.symbol or row.subject}".strip()


def chain(row: directives.Row, links: list[directives.Link]) -> list[tuple[int, directives.Row]]:
    """The documents above this one, itself, and those that carry it out, with their depth."""
    above: list[directives.Row] = []
    seen, upper = {row.id}, _upper(links)
    while upper and upper.id not in seen and len(above) < DEEPEST:
        above.insert(0, upper)
        seen.add(upper.id)
        upper = _upper(directives.links(upper.id))
    below = [link.directive for link in links if not link.outgoing and link.relation in CHAIN]
    line = list(enumerate([*above, row]))
    unique = {other.id: other for other in below if other.id not in seen}
    return line + [(len(line), other) for other in unique.values()]


def _upper(links: list[directives.Link]) -> directives.Row | None:
    """The nearest document above: of several, the one issued last."""
    found = [link.directive for link in links if link.outgoing and link.relation in CHAIN]
    carried = [link.directive for link in links if link.outgoing and link.relation == "carries_out"]
    levels = carried or found
    if not levels:
        return None
    targets = {row.id for row in levels}
    for row in levels:  # the one that itself leads to the others stands lowest
        others = {link.directive.id for link in directives.links(row.id) if link.outgoing}
        if others & (targets - {row.id}):
            return row
    return levels[-1]


class DirectiveDetail(QWidget):
    """Facts as text; every other document is a button that goes there."""

    chosen = Signal(int)

    def __init__(self, row: directives.Row) -> None:
        super().__init__()
        self.row = row
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(4)
        self.facts = QLabel(self._facts())
        self.facts.setTextFormat(Qt.TextFormat.RichText)
        self.facts.setWordWrap(True)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.facts)
        links = directives.links(row.id)
        self._add_chain(column, links)
        self._add_links(column, links)
        column.addStretch(1)

    def _facts(self) -> str:
        row = self.row
        lines = [f"của {row.issuer}" if row.issuer else "", row.subject]
        if laws.is_marked(row.secrecy):
            lines.append(f"⚠ {label_of(laws.SECRECIES, row.secrecy)}. {laws.ONLY_REGISTERED}")
        came = (str(row.arrival_number or ""), show_date(row.arrival_date) if row.arrival_date else "")
        arrived = " – ".join(part for part in came if part)
        pairs = [
            ("Ngày ban hành", day_words(row.issued) or "chưa có – in ra sẽ là dấu chấm"),
            ("Người ký", row.signer),
            ("Mức độ khẩn", label_of(laws.URGENCIES, row.urgency) if row.urgency else ""),
            ("Số đến, ngày đến", arrived),
            ("Hạn xử lý", show_date(row.due) if row.due else ""),
            ("Tình trạng", label_of(laws.STATES, row.state) if row.state else ""),
            ("Nơi nhận", row.sent_to),
            ("Hồ sơ số", row.file_number),
        ]
        return card(name_of(row), pairs, lines)

    def _add_chain(self, column: QVBoxLayout, links: list[directives.Link]) -> None:
        steps = chain(self.row, links)
        if len(steps) == 1:
            return
        column.addSpacing(8)
        column.addWidget(look.subheading("Chuỗi chỉ đạo"))
        for depth, row in steps:
            arrow = "↳ " if depth else ""
            words = f"{arrow}{name_of(row)}"
            part: QWidget = (
                QLabel(f"<b>{escape(words)}</b>") if row.id == self.row.id else self._go(words, row, "Chuỗi")
            )
            self._indent(column, part, depth * STEP)

    def _add_links(self, column: QVBoxLayout, links: list[directives.Link]) -> None:
        if links:
            column.addSpacing(8)
            column.addWidget(look.subheading("Liên quan"))
        shown = ""
        for link in links:
            title = direction_label(link.relation, link.outgoing)
            if title != shown:
                column.addWidget(look.quiet(title))
                shown = title
            self._indent(column, self._go(name_of(link.directive), link.directive, title), STEP)

    @staticmethod
    def _indent(column: QVBoxLayout, part: QWidget, width: int) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(width, 0, 0, 0)
        line.addWidget(part)
        line.addStretch(1)
        column.addLayout(line)

    def _go(self, words: str, row: directives.Row, place: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("role", "link")
        button.setAccessibleName(f"{place}: {name_of(row)}")
        button.setToolTip("\n".join(part for part in (row.issuer, row.subject) if part))
        button.clicked.connect(lambda: self.chosen.emit(row.id))
        return button
