"""Rows of a workbook into the registers: the columns at the left, the verdict on each row at the right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db import imports as kept
from gui import errors, jobs, look, saving, state
from gui.beside import Nothing
from gui.buttons import foot, give_keys, side
from gui.drops import workbook
from gui.importing.columns import ColumnsPanel
from gui.importing.verdicts import VerdictList
from gui.keys import enter_presses
from rules import columns
from rules.columns import Mapping
from rules.imports import DUPLICATE, ERROR, NEW, TAKEN, UPDATE, Verdict, said, verdicts
from rules.imports.said import NOUNS
from rules.trouble import Refused

if TYPE_CHECKING:
    from papers.workbooks.table import Table

FILES = "Bảng tính (*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv);;Mọi tệp (*)"
TITLE = "Nhập từ Excel"
EMPTY = (
    "Kéo một bảng tính Excel thả vào đây, hoặc nhấn Enter để chọn tệp. "
    "Chương trình tự tìm dòng tiêu đề, ghép các cột và xem trước từng dòng; chưa ghi gì vào sổ."
)
NO_ROWS = "Trang tính này không có dòng nào để nhập."
CHOOSE = "Chọn ở bên trái cột nào ghi điều ấy, hoặc chọn sổ khác ở trên."
FREE_KINDS = ("people", "units", "directives")  # what is no part of one meeting


class ImportDialog(QDialog):
    """Choose a file or drop one; nothing is written before the main button is pressed.

    `meeting`: the one whose roll-call is imported; without it people, units and documents are.
    """

    told = Signal(str)  # what was taken, for the line at the bottom of the window

    def __init__(
        self, parent: QWidget | None = None, kind: str = "people", meeting: int | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("import")
        self.setWindowTitle(TITLE)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAcceptDrops(True)
        self.meeting = meeting
        self.path: Path | None = None
        self.read_table: Table | None = None
        self.found: list[Verdict] = []
        self._new = False  # a table that has just been read
        self._done = ""  # what was taken from it already
        self._make_parts(kind)
        self._build()
        screen = (parent or self).screen().availableGeometry()
        self.resize(min(1240, screen.width() - 32), screen.height() - 48)
        self._say_ready()

    # -- what it looks like

    def _make_parts(self, kind: str) -> None:
        self.name = look.heading(TITLE)
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.kind = QComboBox()
        for key in ("attendance",) if self.meeting else FREE_KINDS:
            self.kind.addItem(NOUNS[key].capitalize(), key)
        self.kind.setCurrentIndex(max(self.kind.findData(kind), 0))
        self.kind.activated.connect(lambda _place: self._match())
        self.sheet = QComboBox(sizeAdjustPolicy=QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.sheet.activated.connect(lambda _place: self._read(self.sheet.currentText()))
        self.columns = ColumnsPanel()
        self.columns.chosen.connect(self._judge)
        self.rows = VerdictList()
        self.sum, self.warning = QLabel(), look.quiet("")
        self.sum.setWordWrap(True)
        look.set_role(self.warning, "warn")
        self.nothing = Nothing()
        self.nothing.say("excel", EMPTY, "Chọn tệp Excel…", self.choose)
        self.choose_button = side("Chọn tệp khác…", self.choose, "Ctrl+O")
        self.rejects_button = side("Lưu dòng chưa nhập được…", self.save_rejects, "Ctrl+Shift+S")
        self.take_button = look.main_button("Nhập", "import")
        self.take_button.clicked.connect(self.take)
        give_keys(self.take_button, "Ctrl+S")
        enter_presses(self.take_button)  # Enter on a row or a box takes nothing
        self.close_button = side("Đóng", self.reject)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.choose_button)
        column.addLayout(head)
        self.options = self._options()
        column.addWidget(self.options)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.nothing)
        whole = QSplitter(Qt.Orientation.Horizontal)
        whole.setChildrenCollapsible(False)
        whole.addWidget(self.columns)
        whole.addWidget(self.rows)
        whole.setSizes([320, 880])
        whole.setStretchFactor(1, 1)
        self.stack.addWidget(whole)
        column.addWidget(self.stack, 1)
        column.addWidget(self.warning)
        column.addWidget(self.sum)
        column.addLayout(foot(self.close_button, self.rejects_button, self.take_button))

    def _options(self) -> QWidget:
        options = QWidget()
        row = QHBoxLayout(options)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for words, combo in (("Nhập vào sổ", self.kind), ("Trang tính", self.sheet)):
            label = QLabel(words)
            label.setBuddy(combo)
            combo.setAccessibleName(words)
            row.addWidget(label)
            row.addWidget(combo)
            row.addSpacing(16)
        row.addStretch(1)
        return options

    def _say_ready(self) -> None:
        self.stack.setCurrentIndex(0)
        for part in (self.options, self.choose_button, self.rejects_button, self.take_button, self.warning):
            part.hide()
        self.nothing.button.setFocus()

    # -- reading

    def choose(self) -> None:
        start = state.text("import/folder", str(Path.home()))
        chosen, _ = QFileDialog.getOpenFileName(self, "Chọn bảng tính để nhập", start, FILES)
        if chosen:
            self.open_file(Path(chosen))

    def open_file(self, path: Path) -> None:
        """Read the sheet that holds the longest table; what was in sight stays where it cannot be read."""
        state.put("import/folder", str(path.parent))
        self._read(None, path)

    def _read(self, sheet: str | None, path: Path | None = None) -> None:
        path = path or self.path
        if path is not None:
            work = partial(read, path, sheet)
            jobs.run(work, partial(self._show, path), self._failed, self, "Đang đọc bảng tính…")

    def _failed(self, trouble: BaseException) -> None:
        if self.read_table is not None:
            self.sheet.setCurrentIndex(self.sheet.findText(self.read_table.sheet))
        errors.show(trouble, self)

    def _show(self, path: Path, table: Table) -> None:
        fresh = path != self.path
        if fresh:
            self.rows.clear()
        self._done = ""
        self.path, self.read_table = path, table
        self.name.setText(path.name)
        self.name.setToolTip(str(path))
        self.sheet.clear()
        self.sheet.addItems(list(table.sheets))
        self.sheet.setCurrentIndex(self.sheet.findText(table.sheet))
        self.sheet.setEnabled(len(table.sheets) > 1)
        for part in (self.options, self.choose_button, self.rejects_button, self.take_button):
            part.show()
        self.warning.setText("\n".join(table.warnings))
        self.warning.setVisible(bool(table.warnings))
        if fresh and not self.meeting:
            self.kind.setCurrentIndex(self.kind.findData(self._likeliest(table)))
        self.stack.setCurrentIndex(1)
        self._new = True
        self._match()

    def _likeliest(self, table: Table) -> str:
        """The kind whose columns the headings name best; the chosen one where it is as good."""
        chosen = str(self.kind.currentData())
        kinds = (chosen, *(kind for kind in FREE_KINDS if kind != chosen))
        return max(kinds, key=lambda kind: len(columns.match(kind, table.columns).columns))

    # -- judging

    def _match(self) -> None:
        """The columns as they were matched for this layout before, else by their headings."""
        table, kind = self.read_table, str(self.kind.currentData())
        if table is None:
            return
        remembered = kept.mapping(kind, columns.layout_key(table.columns))
        mapping = columns.match(kind, table.columns) if remembered is None else Mapping(remembered)
        self.columns.put(kind, table, mapping)
        self._judge()

    def _judge(self) -> None:
        """Every row against what the file holds, for the columns as they are matched now."""
        table, mapping, kind = self.read_table, self.columns.mapping, self.columns.kind
        if table is None:
            return
        troubles = columns.problems(kind, mapping)
        if troubles or not table.rows:
            self._judged([], " ".join((*troubles, CHOOSE)) if table.columns and troubles else NO_ROWS)
            return
        known = kept.known(kind, self.meeting)
        work = partial(verdicts, kind, table, mapping, known)
        jobs.run(work, self._judged, parent=self, words="Đang xem từng dòng…")

    def _judged(self, found: list[Verdict], trouble: str = "") -> None:
        assert self.read_table is not None
        self.found = found
        self.rows.show_verdicts(found, self.read_table.left_out)
        count = Counter(one.state for one in found)
        taken = sum(count[one] for one in TAKEN)
        noun = NOUNS[self.columns.kind]
        self.take_button.setText(f"Nhập {taken} {noun}" if taken else "Nhập")
        self.take_button.setEnabled(bool(taken))
        self.rejects_button.setEnabled(bool(count[ERROR] + count[DUPLICATE]))
        told = summed(count, len(self.read_table.left_out), self._done)
        self.sum.setText(f"⚠ {trouble}" if trouble else told)
        if self._new:  # the keyboard goes where there is something to do; later it stays where it is
            self._new = False
            first = self.columns.combos[0] if self.columns.combos else self.choose_button
            (self.rows.table if found else first).setFocus()
        look.set_role(self.sum, "bad" if trouble else "warn" if count[ERROR] + count[DUPLICATE] else "good")

    # -- taking

    def take(self) -> None:
        """All rows that are fit as one change; it can be undone as a whole."""
        table, kind = self.read_table, self.columns.kind
        if table is None or self.path is None:
            return
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            name = said.name(kind, self.found, self.path.name)
            done = kept.take(kind, self.found, name, self.meeting, self._by_hand(table))
        except Refused as refused:
            errors.show(refused, self)
            return
        finally:
            QApplication.restoreOverrideCursor()
        self._done = taken(done.created, done.updated, NOUNS[kind])
        self.told.emit(f"{self._done} Ctrl+Z để bỏ cả lần nhập.")
        left = [one for one in self.found if one.state in (ERROR, DUPLICATE)]
        self._judge() if left else self.accept()

    def _by_hand(self, table: Table) -> tuple[str, dict[str, int]] | None:
        """How the clerk matched the columns, to be remembered; None where the headings said it all."""
        chosen = self.columns.mapping.columns
        if chosen == columns.match(self.columns.kind, table.columns).columns:
            return None
        return columns.layout_key(table.columns), chosen

    def save_rejects(self) -> None:
        """The rows that were not taken, with the reasons, in a workbook that can be mended and read again."""
        if self.path is None or self.read_table is None:
            return
        proposed = self.path.with_name(f"{self.path.stem} - dòng chưa nhập.xlsx")
        chosen, _ = QFileDialog.getSaveFileName(
            self, "Lưu dòng chưa nhập được", str(proposed), saving.KINDS["xlsx"][1]
        )
        if chosen:
            target = saving.with_ending(Path(chosen), "xlsx")
            kind, mapping = self.columns.kind, self.columns.mapping
            work = partial(write_rejected, target, kind, self.read_table, mapping, list(self.found))
            jobs.run(work, lambda path: saving.offer(path, self), parent=self)

    def reject(self) -> None:
        """Work under way comes back to this window, so it is waited for."""
        if not jobs.busy():
            super().reject()

    # -- dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if workbook(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = workbook(event)
        if path:
            event.acceptProposedAction()
            self.open_file(path)


def read(path: Path, sheet: str | None) -> Table:
    """The table of that sheet. Values only: this runs off the screen."""
    from papers.xlsx_file import read_table

    return read_table(path, sheet)


def write_rejected(target: Path, kind: str, table: Table, mapping: Mapping, found: Sequence[Verdict]) -> Path:
    from papers import rejects

    rejects.write(target, kind, table, mapping, rejects.rejected(found))
    return target


def taken(created: int, updated: int, noun: str) -> str:
    """“Đã nhập 110 đại biểu mới, cập nhật 8.”; what is none is not said."""
    if not created:
        return f"Đã cập nhật {updated} {noun}."
    return f"Đã nhập {created} {noun} mới{f', cập nhật {updated}' if updated else ''}."


def summed(count: Counter[str], left_out: int, done: str = "") -> str:
    """“Sẽ nhập: 110 mới, 8 cập nhật. Chưa nhập được: 3 lỗi, 2 trùng. 40 dòng không đổi, 4 dòng bỏ qua.”

    `done`: what was taken before, said first.
    """
    taken = [f"{count[key]} {words}" for key, words in ((NEW, "mới"), (UPDATE, "cập nhật")) if count[key]]
    wrong = [f"{count[key]} {words}" for key, words in ((ERROR, "lỗi"), (DUPLICATE, "trùng")) if count[key]]
    quiet = [
        f"{number} dòng {words}"
        for number, words in ((count["same"], "không đổi"), (left_out, "bỏ qua (tổng, trống, ghi chú)"))
        if number
    ]
    none = "Không còn dòng nào để nhập." if done else "Không có dòng nào để nhập."
    parts = [done] if done else []
    parts += [f"Sẽ nhập: {', '.join(taken)}." if taken else none]
    parts += [f"Chưa nhập được: {', '.join(wrong)}."] if wrong else []
    parts += [f"{', '.join(quiet)[:1].upper()}{', '.join(quiet)[1:]}."] if quiet else []
    return " ".join(parts)
