"""The check of an office's own Word file before it serves: all that is wrong, and how it would print."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui import errors, jobs, look, saving
from gui.keys import enter_presses
from gui.table import Column, TableModel, table_view
from gui.tools.trial import TrialDialog
from rules.papers import paper
from rules.trouble import Refused

if TYPE_CHECKING:
    from papers.checking.reading import File
    from papers.template.preflight import Problem

WORD_FILES = "Tệp Word (*.docx)"
MUST, MAY = "Phải sửa", "Nên xem"
HINT = "Điền thử bằng chữ ví dụ trong ngoặc vuông; chỗ ngắt trang trong Word có thể khác đôi chút."
COLUMNS = (
    Column("blocks", "Mức", 106, text=lambda blocks: MUST if blocks else MAY,
           tone=lambda row: "bad" if row.blocks else "warn", sort=lambda row: 0 if row.blocks else 1),
    Column("place", "Chỗ", 150),
    Column("found", "Thấy", 170),
    Column("reason", "Vì sao", 200, stretch=True),
    Column("suggestion", "Nên sửa", 190),
)  # fmt: skip


class PreflightDialog(QDialog):
    """Every problem of one file at once; it can serve when none of them would print a wrong paper."""

    def __init__(self, path: Path, key: str, install: Callable[[Path], object], parent: QWidget) -> None:
        """`install(path)` puts the file in its place; it may raise Refused."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("preflight")
        self.setWindowTitle("Kiểm tra mẫu")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.path, self.key = path, key
        self._install = install
        self.problems: list[Problem] = []
        self._make_parts()
        self._build()
        screen = parent.screen().availableGeometry()
        self.resize(min(1040, screen.width() - 48), min(560, screen.height() - 64))
        self._ready(checked=False)

    # -- what it looks like

    def _make_parts(self) -> None:
        self.model = TableModel(COLUMNS, self)
        self.table = table_view(self.model, "preflight")
        self.table.setAccessibleName("Những chỗ cần sửa của mẫu")
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._tell())
        self.sum = QLabel("Đang kiểm tra…")
        self.sum.setWordWrap(True)
        self.detail = look.quiet("")
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.trial_button = QPushButton("Xem thử")
        menu = QMenu(self.trial_button)
        for kind, words in _samples().items():
            menu.addAction(f"Với {words}").triggered.connect(partial(self.try_out, kind))
        self.trial_button.setMenu(menu)
        self.again_button = QPushButton("Kiểm tra lại")
        self.again_button.clicked.connect(self.check)
        self.comment_button = QPushButton("Lưu bản có chú thích…")
        self.comment_button.clicked.connect(self.save)
        self.close_button = QPushButton("Đóng")
        self.close_button.clicked.connect(self.reject)
        self.use_button = look.main_button("Dùng mẫu này")
        self.use_button.clicked.connect(self.use)
        enter_presses(self.again_button, self.comment_button, self.close_button)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        title = look.heading(f"Kiểm tra mẫu: {paper(self.key).label}")
        title.setWordWrap(True)
        column.addWidget(title)
        column.addWidget(look.quiet(self.path.name))
        column.addWidget(self.sum)
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.close_button)
        foot.addStretch(1)
        for button in (self.again_button, self.comment_button, self.trial_button, self.use_button):
            foot.addWidget(button)
        column.addLayout(foot)

    # -- what it does

    def check(self) -> None:
        """Look at the file as it lies there now, with samples filled in."""
        path, key = self.path, self.key
        jobs.run(lambda: checked(path, key), self._show, self._failed, self, "Đang kiểm tra mẫu…")

    def _failed(self, trouble: BaseException) -> None:
        self.sum.setText("Chưa kiểm tra được tệp này.")
        look.set_role(self.sum, "bad")
        self._ready(checked=False)
        errors.show(trouble, self)

    def _show(self, problems: Sequence[Problem]) -> None:
        self.problems = list(problems)
        self.model.set_rows(self.problems)
        wrong = sum(one.blocks for one in self.problems)
        rest = len(self.problems) - wrong
        if wrong:
            also = f" Thêm {rest} chỗ nên xem." if rest else ""
            said, tone = f"✗ Có {wrong} chỗ phải sửa thì mẫu mới dùng được.{also}", "bad"
        elif rest:
            said, tone = f"⚠ Mẫu dùng được; có {rest} chỗ nên xem lại.", "warn"
        else:
            said, tone = "✓ Không thấy chỗ nào sai; đã điền thử với dữ liệu trống, ít, nhiều và lạ.", "good"
        self.sum.setText(said)
        look.set_role(self.sum, tone)
        if self.problems:
            self.table.selectRow(0)
        self._ready(checked=True)
        (self.table if self.problems else self.use_button).setFocus()

    def _ready(self, checked: bool) -> None:
        good = checked and not any(one.blocks for one in self.problems)
        self.use_button.setEnabled(good)
        self.trial_button.setEnabled(good)
        self.comment_button.setEnabled(checked and bool(self.problems))
        self._tell()

    def _tell(self) -> None:
        places = self.table.selectionModel().selectedRows()
        one = self.model.row(places[0]) if places else None
        words = (one.place, one.found, one.reason, one.suggestion) if one else ()
        self.detail.setText("\n".join(part for part in words if part))

    def try_out(self, kind: str) -> None:
        """The file filled with samples of that kind, drawn page by page."""
        path, key = self.path, self.key
        jobs.run(lambda: filled(path, key, kind), partial(self._show_trial, kind), parent=self)

    def _show_trial(self, kind: str, file: File) -> None:
        from gui.facsimile import Facsimile

        title = f"{paper(self.key).label}: {_samples()[kind]}"
        self._trial = TrialDialog(Facsimile(file), title, HINT, self)
        self._trial.open()

    def save(self) -> None:
        """A copy of the file with a comment of Word at every problem."""
        proposed = self.path.with_name(f"{self.path.stem} - chú thích.docx")
        chosen, _ = QFileDialog.getSaveFileName(self, "Lưu bản có chú thích", str(proposed), WORD_FILES)
        if chosen:
            source, target, found = self.path, saving.with_ending(Path(chosen), "docx"), list(self.problems)
            work = lambda: annotated(source, found, target)  # noqa: E731
            jobs.run(work, lambda path: saving.offer(path, self), parent=self)

    def reject(self) -> None:
        """Work under way comes back to this window, so it is waited for."""
        if not jobs.busy():
            super().reject()

    def use(self) -> None:
        try:
            self._install(self.path)
        except Refused as refused:
            errors.show(refused, self)
            return
        self.accept()


def _samples() -> dict[str, str]:
    from papers.template.trials import KINDS

    return KINDS


# -- work off the screen: values only


def checked(path: Path, key: str) -> list[Problem]:
    from papers import template

    return template.check(path, key)


def filled(path: Path, key: str, kind: str) -> File:
    """The file with samples in its fields, as it is read back to be drawn."""
    from papers import template
    from papers.checking import reading
    from papers.template import trials

    values = trials.sample(template.names(key), kind)
    data = (
        template.fill_serial(path, [values], "") if template.is_serial(key) else template.fill(path, values)
    )
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "xem thu.docx"
        made.write_bytes(data)
        return reading.read(made)


def annotated(source: Path, problems: Sequence[Problem], target: Path) -> Path:
    from papers import docx_comments
    from papers.template import preflight

    docx_comments.annotate(source, preflight.findings(problems), target)
    return target
