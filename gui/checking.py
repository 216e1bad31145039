"""The check of any Word file: what is wrong beside a picture of the page it is on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
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

from gui import errors, jobs, look, saving, state
from gui.beside import Nothing
from gui.buttons import foot, give_keys, side
from gui.drops import word_file
from gui.findings import FindingList
from gui.moments import DateEditor
from gui.sheets import SheetView, add_zoom_keys
from rules.fields import Field, Kind

if TYPE_CHECKING:
    from gui.facsimile import Facsimile
    from papers.checking.findings import Finding

WORD_FILES = "Tệp Word (*.docx)"
TITLE = "Kiểm tra thể thức"
HINT = "Hình vẽ theo chữ và lề trong tệp; chỗ ngắt trang trong Word có thể khác đôi chút."
EMPTY = "Kéo một tệp Word (.docx) thả vào đây, hoặc nhấn Enter để chọn tệp; từng mục thể thức sẽ được soát."


class CheckDialog(QDialog):
    """Drop a file or choose one; a finding that is selected is marked on its page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("form_check")
        self.setWindowTitle(TITLE)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAcceptDrops(True)
        self.path: Path | None = None  # the file in sight, or the one being read
        self._seen: Path | None = None  # the file in sight
        self.findings: list[Finding] = []
        self.pages: Facsimile | None = None
        self.view: SheetView | None = None
        self._make_parts()
        self._make_buttons()
        self._build()
        screen = (parent or self).screen().availableGeometry()
        self.resize(min(1240, screen.width() - 32), screen.height() - 48)
        self._say_ready()

    # -- what it looks like

    def _make_parts(self) -> None:
        self.list = FindingList()
        self.list.picked.connect(self._mark)
        self.table, self.detail = self.list.table, self.list.detail
        self.nothing = Nothing()
        self.nothing.say("word", EMPTY, "Chọn tệp Word…", self.choose)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.nothing)
        self.picture = QStackedWidget()
        self.name = look.heading(TITLE)
        self.name.setWordWrap(True)
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.sum = QLabel()
        self.day = DateEditor(Field("day", "Theo thể thức ngày", Kind.DATE))
        self.day.setToolTip("Để trống thì theo ngày ghi trên văn bản")
        QShortcut(QKeySequence("Ctrl+F"), self, self.list.search.setFocus)
        add_zoom_keys(self, lambda: self.view)

    def _make_buttons(self) -> None:
        self.choose_button = side("Chọn tệp khác…", self.choose, "Ctrl+O")
        self.open_button = side("Mở tệp để sửa", self.open_to_mend, "Ctrl+E")
        self.again_button = side("Kiểm tra lại", self.check, "F5")
        self.copy_button = side("Chép danh sách", self.copy, "Ctrl+Shift+C")
        self.save_button = look.main_button("Lưu bản có chú thích…")
        self.save_button.clicked.connect(self.save)
        give_keys(self.save_button, "Ctrl+S")
        self.close_button = side("Đóng", self.reject)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name, 1)
        head.addWidget(self.open_button)
        head.addWidget(self.choose_button)
        column.addLayout(head)
        self.options = self._options()
        column.addWidget(self.options)
        whole = QWidget()
        inside = QVBoxLayout(whole)
        inside.setContentsMargins(0, 0, 0, 0)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.list)
        split.addWidget(self.picture)
        split.setSizes([660, 540])
        split.setChildrenCollapsible(False)
        inside.addWidget(split, 1)
        inside.addWidget(look.quiet(HINT))
        self.stack.addWidget(whole)
        column.addWidget(self.stack, 1)
        column.addLayout(foot(self.close_button, self.copy_button, self.save_button))

    def _options(self) -> QWidget:
        options = QWidget()
        row = QHBoxLayout(options)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.sum)
        row.addStretch(1)
        label = QLabel(self.day.field.label)
        label.setBuddy(self.day.control)
        for part in (label, self.day, self.again_button):
            row.addWidget(part)
        return options

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

    def open_to_mend(self) -> None:
        """In Word; then it is checked again here."""
        if self.path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.path)))

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
        """What was in sight before stays."""
        self.path = self._seen
        if self.path is None:
            self._say_ready()
        errors.show(trouble, self)

    def _say_ready(self) -> None:
        self.stack.setCurrentIndex(0)
        for part in (self.options, self.choose_button, self.open_button):
            part.hide()
        for button in (self.copy_button, self.save_button):
            button.setEnabled(False)
        self.nothing.button.setFocus()

    def _show(self, result: tuple[list[Finding], object]) -> None:
        from gui.facsimile import Facsimile

        assert self.path is not None
        if self.path != self._seen:
            self.list.clear()
        self._seen = self.path
        self.findings, file = result
        self.pages = Facsimile(file)  # type: ignore[arg-type]
        self._show_pages()
        self.name.setText(self.path.name)
        self.name.setToolTip(str(self.path))
        self._say_sum()
        self.stack.setCurrentIndex(1)
        for part in (self.options, self.choose_button, self.open_button):
            part.show()
        for button in (self.copy_button, self.save_button):
            button.setEnabled(bool(self.findings))
        self.list.put(self.findings)
        (self.table if self.findings else self.again_button).setFocus()

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

    def _mark(self) -> None:
        one = self.list.selected()
        if self.view is not None and self.pages is not None:
            self.view.show_mark(self.pages.where(one.paragraph) if one else None)

    def copy(self) -> None:
        """The lines that are seen to the clipboard."""
        QGuiApplication.clipboard().setText(self.list.listed())
        self.sum.setText("Đã chép danh sách; dán vào đâu cũng được.")
        look.set_role(self.sum, "quiet")

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

    def reject(self) -> None:
        """Work under way comes back to this window, so it is waited for."""
        if not jobs.busy():
            super().reject()

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
