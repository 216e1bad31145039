"""The check of any Word file: what is wrong beside a picture of the page it is on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui import errors, jobs, look, saving, state
from gui.beside import Nothing
from gui.drops import word_file
from gui.keys import enter_presses
from gui.moments import DateEditor
from gui.sheets import SheetView
from gui.table import Column, TableModel, table_view
from papers.checking.findings import SEVERITIES
from rules.fields import Field, Kind

if TYPE_CHECKING:
    from gui.facsimile import Facsimile
    from papers.checking.findings import Finding

TONES = {"E": "bad", "W": "warn", "I": "quiet"}
WORD_FILES = "Tệp Word (*.docx)"
HINT = "Hình vẽ theo chữ và lề trong tệp; chỗ ngắt trang trong Word có thể khác đôi chút."
EMPTY = "Kéo một tệp Word (.docx) thả vào đây, hoặc bấm nút dưới, để soát thể thức từng mục."
COLUMNS = (
    Column("severity", "Mức", 116, text=lambda key: SEVERITIES[key],
           tone=lambda row: TONES[row.severity], sort=lambda row: list(SEVERITIES).index(row.severity)),
    Column("place", "Chỗ", 104),
    Column("found", "Thấy", 140, stretch=True),
    Column("expected", "Cần", 130),
    Column("source", "Theo", 130, shown=False),
)  # fmt: skip


class CheckDialog(QDialog):
    """Drop a file or choose one; a finding that is selected is marked on its page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("form_check")
        self.setWindowTitle("Kiểm tra thể thức")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAcceptDrops(True)
        self.path: Path | None = None
        self.findings: list[Finding] = []
        self.pages: Facsimile | None = None
        self.view: SheetView | None = None
        self._make_parts()
        self._build()
        screen = (parent or self).screen().availableGeometry()
        self.resize(min(1240, screen.width() - 32), screen.height() - 48)
        self._say_ready()

    # -- what it looks like

    def _make_parts(self) -> None:
        self.model = TableModel(COLUMNS, self)
        self.table = table_view(self.model, "form_check")
        self.table.setAccessibleName("Những chỗ chưa đúng thể thức")
        self.table.setWordWrap(True)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._mark())
        self.nothing = Nothing()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.nothing)
        self.picture = QStackedWidget()
        self.detail = look.quiet("")
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.name = look.heading("Kiểm tra thể thức")
        self.sum = QLabel()
        self.day = DateEditor(Field("day", "Theo thể thức ngày", Kind.DATE))
        self.choose_button = QPushButton("Chọn tệp khác…")
        self.again_button = QPushButton("Kiểm tra lại")
        self.copy_button = QPushButton("Chép danh sách")
        self.save_button = look.main_button("Lưu bản có chú thích…")
        self.close_button = QPushButton("Đóng")
        for button, run in (
            (self.choose_button, self.choose),
            (self.again_button, self.check),
            (self.copy_button, self.copy),
            (self.save_button, self.save),
            (self.close_button, self.reject),
        ):
            button.clicked.connect(run)
        enter_presses(self.choose_button, self.again_button, self.copy_button, self.close_button)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.choose_button)
        column.addLayout(head)
        column.addLayout(self._options())
        whole = QWidget()
        inside = QVBoxLayout(whole)
        inside.setContentsMargins(0, 0, 0, 0)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._left())
        split.addWidget(self.picture)
        split.setSizes([640, 560])
        split.setChildrenCollapsible(False)
        inside.addWidget(split, 1)
        inside.addWidget(look.quiet(HINT))
        self.stack.addWidget(whole)
        column.addWidget(self.stack, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.close_button)
        foot.addStretch(1)
        foot.addWidget(self.copy_button)
        foot.addWidget(self.save_button)
        column.addLayout(foot)

    def _options(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.sum)
        row.addStretch(1)
        label = QLabel("Theo thể thức ngày")
        label.setBuddy(self.day.control)
        self.day.setToolTip("Để trống thì theo ngày ghi trên văn bản")
        row.addWidget(label)
        row.addWidget(self.day)
        row.addWidget(self.again_button)
        return row

    def _left(self) -> QWidget:
        side = QFrame()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)
        return side

    # -- what it does

    def choose(self) -> None:
        start = state.text("form_check/folder", str(Path.home()))
        chosen, _ = QFileDialog.getOpenFileName(self, "Chọn tệp Word để kiểm tra", start, WORD_FILES)
        if chosen:
            self.open_file(Path(chosen))

    def open_file(self, path: Path) -> None:
        """Check this file on the day its own date says."""
        state.put("form_check/folder", str(path.parent))
        self.path = path
        self.day.put(None)
        self.check()

    def check(self) -> None:
        if self.path is None:
            return
        if trouble := self.day.trouble():
            self.sum.setText(trouble)
            look.set_role(self.sum, "bad")
            return
        path, day = self.path, self.day.get()
        jobs.run(lambda: judged(path, day), self._show, self._failed, self, "Đang soát thể thức…")

    def _failed(self, trouble: BaseException) -> None:
        self.path = None
        self._say_ready()
        errors.show(trouble, self)

    def _say_ready(self) -> None:
        self.nothing.say("word", EMPTY, "Chọn tệp Word…", self.choose)
        self.stack.setCurrentIndex(0)
        self.sum.clear()
        self.choose_button.hide()
        for button in (self.again_button, self.copy_button, self.save_button):
            button.setEnabled(False)

    def _show(self, result: tuple[list[Finding], object]) -> None:
        from gui.facsimile import Facsimile

        assert self.path is not None
        self.findings, file = result
        self.pages = Facsimile(file)  # type: ignore[arg-type]
        self._show_pages()
        self.name.setText(self.path.name)
        self.model.set_rows(self.findings)
        self._say_sum()
        self.stack.setCurrentIndex(1)
        self.choose_button.show()
        self.again_button.setEnabled(True)
        self.copy_button.setEnabled(bool(self.findings))
        self.save_button.setEnabled(bool(self.findings))
        if self.findings:
            self.table.selectRow(0)
            self.table.setFocus()
        self._mark()

    def _show_pages(self) -> None:
        assert self.pages is not None
        old, self.view = self.view, SheetView(self.pages)
        self.picture.addWidget(self.view)
        self.picture.setCurrentWidget(self.view)
        QTimer.singleShot(0, self.view, self.view.fit_width)  # once the room for it is known
        if old is not None:
            self.picture.removeWidget(old)
            old.deleteLater()

    def _say_sum(self) -> None:
        from papers.form_check import counted

        grave = [one for one in self.findings if one.severity != "I"]
        words = counted(self.findings) if self.findings else "Không thấy chỗ nào sai thể thức"
        self.sum.setText(f"{'⚠' if grave else '✓'} {words}")
        worst = any(one.severity == "E" for one in grave)
        look.set_role(self.sum, "bad" if worst else "warn" if grave else "good")

    def selected(self) -> Finding | None:
        places = self.table.selectionModel().selectedRows()
        return self.model.row(places[0]) if places else None

    def _mark(self) -> None:
        one = self.selected()
        told = f"{one.place}. Thấy: {one.found}. Cần: {one.expected} ({one.source})." if one else ""
        self.detail.setText(told)
        if self.view is not None and self.pages is not None:
            self.view.show_mark(self.pages.where(one.paragraph) if one else None)

    def copy(self) -> None:
        """The list to the clipboard, a line for each finding."""
        rows = ["\t".join(column.words(one) for column in COLUMNS) for one in self.findings]
        QGuiApplication.clipboard().setText("\n".join(rows))
        self.sum.setText("Đã chép danh sách; dán vào đâu cũng được.")

    def save(self) -> None:
        """A copy of the file with a comment of Word at every finding."""
        if self.path is None:
            return
        proposed = self.path.with_name(f"{self.path.stem} - chú thích.docx")
        chosen, _ = QFileDialog.getSaveFileName(self, "Lưu bản có chú thích", str(proposed), WORD_FILES)
        if not chosen:
            return
        source, target = self.path, saving.with_ending(Path(chosen), "docx")
        found = list(self.findings)
        jobs.run(lambda: annotated(source, found, target), lambda path: saving.offer(path, self), parent=self)

    # -- dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if word_file(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = word_file(event)
        if path:
            event.acceptProposedAction()
            self.open_file(path)


def judged(path: Path, day: date | None) -> tuple[list[Finding], object]:
    """The findings, and the file as it was read, to be drawn. Values only: this runs off the screen."""
    from papers import form_check
    from papers.checking import reading

    file = reading.read(path)
    return form_check.judge(file, day), file


def annotated(source: Path, findings: Sequence[Finding], target: Path) -> Path:
    from papers import docx_comments

    docx_comments.annotate(source, findings, target)
    return target
