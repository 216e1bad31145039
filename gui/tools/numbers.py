"""The books of numbers: every series, what holds each number, keeping one free, annulling one."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db import number_books, numbering
from db import series as known
from db.series import Entry
from gui import errors, look
from gui.asking import ask
from gui.beside import Nothing
from gui.buttons import foot, give_keys, side
from gui.desk.numbers import KEPT_WORDS, REASON
from gui.form import Form
from gui.table import Column, TableModel, TableView, table_view
from gui.tools.books import BookDialog
from gui.tools.terms import TermsDialog
from gui.tools.yearly import yearly_form
from rules import numbering as rules
from rules.fields import Choice, Field, Kind, label_of
from rules.numbering import Series, shown
from rules.numbers import two_digits
from rules.trouble import Refused

NOTE = (
    "Mỗi loại văn bản của mỗi cơ quan ban hành đánh số riêng, từ 01 khi sang kỳ mới. Số đã hủy, số bỏ trống "
    "vẫn đứng trong sổ; không số nào bị xóa."
)
EMPTY = (
    "Chưa có số nào. Số được lấy ở phần Tài liệu của hội nghị hoặc khi ghi văn bản đi; cũng giữ trước được."
)
TONES = {rules.USED: "good", rules.RESERVED: "warn", rules.ANNULLED: "bad", rules.SKIPPED: "quiet"}
SERIES_COLUMNS = (
    Column("series", "Loại văn bản", 140, text=lambda one: _named(one),
           tone=lambda row: "bad" if row.duplicates else "warn" if row.gaps else "", stretch=True),
    Column("series", "Kỳ", 124, text=lambda one: one.period.label.removeprefix("Nhiệm kỳ ")),
    Column("last", "Số cuối", 80, "right", text=two_digits, sort=lambda row: row.last),
    Column("next", "Tiếp theo", 90, "right", text=two_digits, sort=lambda row: row.next),
)  # fmt: skip
LINE_COLUMNS = (
    Column("shown", "Số, ký hiệu", 106, sort=lambda row: row.number),
    Column("state", "Tình trạng", 112, text=lambda key: label_of(rules.STATES, key),
           tone=lambda row: TONES[row.state]),
    Column("", "Văn bản", 126, stretch=True, text=lambda row: _holder(row)),
    Column("day", "Ngày", 104),
)  # fmt: skip
RESERVE = (
    Field("type", "Loại văn bản", Kind.CHOICE, required=True),
    Field("number", "Số cần giữ", Kind.INT, least=1, limit=99_999, hint="Để trống: số tiếp theo của sổ"),
    Field("reason", "Giữ cho ai, việc gì", required=True, limit=300),
)


def _named(series: Series) -> str:
    kinds = ", ".join(series.types) or "Mọi loại văn bản"
    return f"{kinds} · {series.symbol}" if series.symbol else kinds


def _holder(row: Entry) -> str:
    words = "" if row.state == rules.SKIPPED else row.words
    return f"{words} – {row.reason}" if row.reason and row.reason not in words else words


class NumbersDialog(QDialog):
    """Left every series, right the numbers of the chosen one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("numbers")
        self.setWindowTitle("Số văn bản")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._form: Form | None = None
        self._make_parts()
        self._build()
        self.reload()
        screen = (parent or self).screen().availableGeometry()
        self.resize(min(1180, screen.width() - 32), screen.height() - 64)
        (self.series if self.books.rows else self.nothing.button).setFocus()

    # -- what it looks like

    def _make_parts(self) -> None:
        self.books = TableModel(SERIES_COLUMNS, self)
        self.series = _table(self.books, "number_books", "Các sổ")
        self.series.selectionModel().selectionChanged.connect(lambda *_: self._show_lines())
        self.entries = TableModel(LINE_COLUMNS, self)
        self.lines = _table(self.entries, "number_lines", "Các số trong sổ")
        self.lines.selectionModel().selectionChanged.connect(lambda *_: self._ready())
        self.title = look.subheading("")
        self.title.setWordWrap(True)
        self.sum = QLabel()
        self.sum.setWordWrap(True)
        self.detail = look.quiet("")
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.nothing = Nothing()
        self.nothing.say("directive", EMPTY, "Giữ số đầu tiên…", self.reserve)
        self.terms_button = side("Nhiệm kỳ…", self.show_terms)
        self.yearly_button = side("Cách đánh số…", self.edit_options)
        self.book_button = side("In sổ văn bản…", self.print_book, "Ctrl+P")
        self.close_button = side("Đóng", self.reject)
        self.annul_button = side("Hủy số…", self.annul, "Delete")
        self.release_button = side("Bỏ giữ số", self.release)
        self.reserve_button = look.main_button("Giữ số…")
        self.reserve_button.clicked.connect(self.reserve)
        give_keys(self.reserve_button, "Ctrl+N")

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(look.heading("Số văn bản"), 1)
        for button in (self.terms_button, self.yearly_button, self.book_button):
            head.addWidget(button)
        column.addLayout(head)
        column.addWidget(look.quiet(NOTE))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.series)
        split.addWidget(self._right())
        split.setSizes([530, 500])
        split.setChildrenCollapsible(False)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.nothing)
        self.stack.addWidget(split)
        column.addWidget(self.stack, 1)
        column.addLayout(foot(self.close_button, self.annul_button, self.release_button, self.reserve_button))

    def _right(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.sum)
        column.addWidget(self.lines, 1)
        column.addWidget(self.detail)
        return side

    # -- what it shows

    def reload(self) -> None:
        """The books as they are now; the chosen one stays chosen."""
        chosen = self.book()
        place = self.lines.currentIndex().row()
        rows = number_books.overview()
        self.books.set_rows(rows)
        self.stack.setCurrentIndex(1 if rows else 0)
        if rows:
            found = [n for n, row in enumerate(self.books.rows) if row.series == (chosen and chosen.series)]
            self.series.selectRow(found[0] if found else 0)
        self._show_lines()
        if self.entries.rows:
            self.lines.selectRow(place if 0 <= place < len(self.entries.rows) else 0)
        self._ready()

    def book(self) -> number_books.Overview | None:
        """The chosen series."""
        places = self.series.selectionModel().selectedRows()
        return self.books.row(places[0]) if places else None

    def entry(self) -> Entry | None:
        """The chosen number."""
        places = self.lines.selectionModel().selectedRows()
        return self.entries.row(places[0]) if places else None

    def _show_lines(self) -> None:
        book = self.book()
        self.title.setText(book.series.title if book else "")
        self.entries.set_rows(number_books.lines(book.series) if book else [])
        self._say_sum(book)
        self._ready()

    def _say_sum(self, book: number_books.Overview | None) -> None:
        """What a clerk must know of the series: two papers with one number first."""
        if book is None:
            self.sum.clear()
            return
        told = (
            ("Trùng số", book.duplicates),
            ("Bỏ trống", book.gaps),
            ("Giữ trước", book.reserved),
            ("Đã hủy", book.annulled),
        )
        words = [f"{name}: {shown(numbers)}" for name, numbers in told if numbers]
        wrong = bool(book.duplicates or book.gaps)
        self.sum.setText(f"{'⚠' if wrong else '✓'} {'. '.join(words) or 'Số liền nhau, không trùng'}.")
        look.set_role(self.sum, "bad" if book.duplicates else "warn" if book.gaps else "good")

    def _ready(self) -> None:
        entry = self.entry()
        state = entry.state if entry else ""
        self.detail.setText(f"{entry.shown}: {_holder(entry)}".strip(": ") if entry else "")
        self.release_button.setEnabled(state == rules.RESERVED)
        self.annul_button.setEnabled(state in (rules.USED, rules.RESERVED))

    # -- what it does

    def reserve(self) -> None:
        """Keep a number free, by default the next one of the chosen series."""
        book = self.book()
        names = [*(book.series.types if book else ()), *number_books.type_names()]
        kinds = tuple(Choice(name, name) for name in dict.fromkeys(names))
        kind, number, reason = RESERVE
        kind = Field(kind.name, kind.label, kind.kind, required=True, choices=kinds)
        first = {"type": kinds[0].key if book and book.series.types and kinds else "", "number": None}
        title = "Giữ số"
        if book and not book.series.types:
            title = f"Giữ số của {book.series.period.label}"
        self._form = Form(
            title, (kind, number, reason), {**first, "reason": ""}, save_text="Giữ số này", parent=self,
            on_save=lambda values: self._reserve(book.series if book else None, values),
        )  # fmt: skip
        self._form.open()

    def _reserve(self, chosen: Series | None, values: dict[str, Any]) -> None:
        kind = str(values["type"])
        place = chosen
        if place is None or (place.types and kind not in place.types):
            desk = known.desk()
            unit = chosen.unit if chosen is not None and chosen.unit is not None else desk.own.unit_id
            place = desk.series(unit, kind, date.today())
        numbering.reserve(place, str(values["reason"]), values["number"], kind)
        self.reload()
        self._go(place)

    def _go(self, place: Series) -> None:
        found = [n for n, row in enumerate(self.books.rows) if row.series == place]
        if found:
            self.series.selectRow(found[0])

    def release(self) -> None:
        """A number kept free goes back, after a question."""
        entry = self.entry()
        if entry is None or entry.id is None or entry.state != rules.RESERVED:
            return
        key = entry.id
        details = [f"Đang giữ cho: {entry.reason}", "Có thể hoàn tác bằng Ctrl+Z ở cửa sổ chính."]
        then = lambda: self._do(lambda: numbering.release(key))  # noqa: E731
        ask(self, f"Bỏ giữ số {entry.shown}?", "Bỏ giữ số", then, details=details)

    def annul(self) -> None:
        """Ask for the reason; without one no number is given up."""
        entry = self.entry()
        if entry is None or entry.state not in (rules.USED, rules.RESERVED):
            return
        key, document = entry.id, entry.directive

        def give_up(values: dict[str, Any]) -> None:
            reason = str(values["reason"])
            if key is not None:
                numbering.annul(key, reason)
            elif document is not None:
                numbering.annul_document(document, reason)
            self.reload()

        field = Field(REASON.name, REASON.label, REASON.kind, required=True, limit=300, hint=KEPT_WORDS)
        title = f"Hủy số {entry.shown}"
        self._form = Form(title, (field,), {}, save_text="Hủy số này", parent=self, on_save=give_up)
        self._form.open()

    def _do(self, work: Any) -> None:
        try:
            work()
        except Refused as refused:
            errors.show(refused, self)
        self.reload()

    def show_terms(self) -> None:
        self._terms = TermsDialog(known.desk().own.unit_id, self)
        self._terms.finished.connect(lambda _result: self.reload())
        self._terms.open()

    def edit_options(self) -> None:
        self._form = yearly_form(self, self.reload)
        self._form.open()

    def print_book(self) -> None:
        self._book = BookDialog(self)
        self._book.open()


def _table(model: TableModel, name: str, words: str) -> TableView:
    table = table_view(model, name)
    table.setAccessibleName(words)
    table.setSelectionMode(table.SelectionMode.SingleSelection)
    return table
