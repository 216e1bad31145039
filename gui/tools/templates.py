"""The office's own Word files in place of our papers: begun, checked, put in place, taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db import facts, meetings, plans
from gui import errors, jobs, look, saving, state
from gui.asking import ask, tell
from gui.keys import enter_presses
from gui.table import Column, TableModel, table_view
from gui.tools.fieldlist import FieldDialog
from gui.tools.preflight import WORD_FILES, PreflightDialog
from gui.tools.versions import VersionsDialog
from gui.workspace import papering
from rules.facts import Meeting, Plan
from rules.numbering import is_congress
from rules.papers import COPY, DIRECTIVE, PAPERS, ROWS, paper
from rules.trouble import Refused

NOTE = (
    "Mỗi văn bản có thể in theo tệp Word của cơ quan. Bấm “Soạn mẫu…” để có tệp bắt đầu với đủ các trường, "
    "sửa trong Word như thường, lưu lại, rồi bấm “Dùng tệp Word…”. Tệp mẫu không chạy được lệnh nào."
)
OURS, OWN = "Mẫu có sẵn", "Mẫu của cơ quan"
NEXT = "Sửa trong Word, lưu lại, rồi trở về đây bấm “Dùng tệp Word…”. Tên trường nằm giữa {{ và }}."


class Row(NamedTuple):
    """One paper and what it is printed from."""

    id: str
    label: str
    state: str
    since: date | None
    versions: int
    path: Path | None


COLUMNS = (
    Column("label", "Văn bản", 230, stretch=True),
    Column("state", "Đang in theo", 190, tone=lambda row: "good" if row.path else "quiet"),
    Column("since", "Từ ngày", 110),
    Column("versions", "Bản cũ đã giữ", 130, "right", text=lambda count: str(count) if count else ""),
)


class TemplatesDialog(QDialog):
    """Every paper with its file; what is done is done for the selected one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("templates")
        self.setWindowTitle("Mẫu Word của cơ quan")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.folder = papering.templates()
        self.model = TableModel(COLUMNS, self)
        self.table = table_view(self.model, "templates")
        self.table.setAccessibleName("Các văn bản và mẫu")
        self.table.setSelectionMode(self.table.SelectionMode.SingleSelection)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._ready())
        self.start_button = _button("Soạn mẫu…", self.begin)
        self.fields_button = _button("Các trường…", self.show_fields)
        self.check_button = _button("Kiểm tra mẫu", self.check)
        self.reset_button = _button("Trở về mẫu gốc", self.reset)
        self.versions_button = _button("Bản cũ…", self.show_versions)
        self.close_button = _button("Đóng", self.reject)
        self.take_button = look.main_button("Dùng tệp Word…")
        self.take_button.clicked.connect(self.choose)
        self._build()
        self.reload()
        self.table.selectRow(0)
        screen = (parent or self).screen().availableGeometry()
        self.resize(min(920, screen.width() - 48), min(600, screen.height() - 64))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(look.heading("Mẫu Word của cơ quan"))
        column.addWidget(look.quiet(NOTE))
        column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.close_button)
        foot.addStretch(1)
        for button in (
            self.versions_button, self.fields_button, self.check_button, self.reset_button, self.start_button,
            self.take_button,
        ):  # fmt: skip
            foot.addWidget(button)
        column.addLayout(foot)

    # -- what it shows

    def reload(self) -> None:
        """The files as they lie in the folder now; the selected paper stays selected."""
        from papers import template

        chosen = self.row()
        rows = []
        for entry in PAPERS:
            if entry.record != ROWS and entry.key != COPY:  # a stamp has no words of an office
                path = template.of(self.folder, entry.key)
                since = date.fromtimestamp(path.stat().st_mtime) if path else None
                count = len(template.versions(self.folder, entry.key))
                rows.append(Row(entry.key, entry.label, OWN if path else OURS, since, count, path))
        self.model.set_rows(rows)
        if chosen:
            self.choose_paper(chosen.id)
        self._ready()

    def choose_paper(self, key: str) -> None:
        """Select that paper."""
        self.table.selectRow(next(n for n, row in enumerate(self.model.rows) if row.id == key))

    def row(self) -> Row | None:
        places = self.table.selectionModel().selectedRows()
        return self.model.row(places[0]) if places else None

    def _ready(self) -> None:
        row = self.row()
        own = row is not None and row.path is not None
        for button in (self.start_button, self.fields_button, self.take_button):
            button.setEnabled(row is not None)
        for button in (self.check_button, self.reset_button):
            button.setEnabled(own)
        self.versions_button.setEnabled(row is not None and row.versions > 0)

    # -- what it does

    def begin(self) -> None:
        """Write the file to begin from, and open it: the office's own one, else ours with its fields."""
        row = self.row()
        if row is None:
            return
        try:
            work = _copied(row.path) if row.path else begun(row.id)
        except Refused as refused:
            errors.show(refused, self)
            return
        places = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(state.text("templates/folder", places or str(Path.home())))
        proposed = folder / f"{saving.file_name(f'Mẫu {row.label}')}.docx"
        chosen, _ = QFileDialog.getSaveFileName(self, "Lưu tệp mẫu để sửa", str(proposed), WORD_FILES)
        if chosen:
            path = saving.with_ending(Path(chosen), "docx")
            state.put("templates/folder", str(path.parent))
            jobs.run(lambda: _written(work, path), self._opened, parent=self)

    def _opened(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        tell(self, f"Đã lưu “{path.name}” và mở ra để sửa.", NEXT)

    def choose(self) -> None:
        """Choose a file for the selected paper; it is checked before it serves."""
        start = state.text("templates/folder", str(Path.home()))
        chosen, _ = QFileDialog.getOpenFileName(self, "Chọn tệp Word làm mẫu", start, WORD_FILES)
        if chosen:
            state.put("templates/folder", str(Path(chosen).parent))
            self.take(Path(chosen))

    def take(self, path: Path) -> None:
        """Check that file for the selected paper, and offer to use it."""
        row = self.row()
        if row is not None:
            self._report = PreflightDialog(path, row.id, partial(self._install, row.id), self)
            self._report.open()
            self._report.check()

    def _install(self, key: str, path: Path) -> None:
        from papers import template

        if path != template.of(self.folder, key):
            template.install(path, self.folder, key)
        self.reload()

    def check(self) -> None:
        """Check the file that serves now."""
        row = self.row()
        if row is not None and row.path is not None:
            self.take(row.path)

    def reject(self) -> None:
        """Work under way comes back to this window, so it is waited for."""
        if not jobs.busy():
            super().reject()

    def reset(self) -> None:
        """Our own paper again; the office's file is kept as an old version."""
        row = self.row()
        if row is None or row.path is None:
            return
        details = ["Tệp của cơ quan được giữ lại trong thư mục mẫu, có thể dùng lại."]
        then = lambda: self._reset(row.id)  # noqa: E731
        ask(self, f"In “{row.label}” theo mẫu có sẵn?", "Trở về mẫu gốc", then, details=details)

    def _reset(self, key: str) -> None:
        from papers import template

        try:
            template.reset(self.folder, key)
        except Refused as refused:
            errors.show(refused, self)
        self.reload()

    def show_versions(self) -> None:
        """The files that served for the selected paper before."""
        row = self.row()
        if row is not None and row.versions:
            self._versions = VersionsDialog(row.id, self.folder, self.take, self)
            self._versions.open()

    def show_fields(self) -> None:
        """The names of the fields, to copy into Word."""
        from papers import template

        row = self.row()
        if row is not None:
            self._fields = FieldDialog(template.names(row.id), "Chép trường này", self)
            self._fields.picked.connect(self._copy)
            self._fields.open()

    def _copy(self, written: str) -> None:
        QGuiApplication.clipboard().setText(written)
        tell(self, f"Đã chép {written}", "Sang Word rồi dán vào chỗ cần điền (Ctrl+V).")


def _copied(path: Path) -> Callable[[], bytes]:
    return path.read_bytes


def begun(key: str) -> Callable[[], bytes]:
    """What makes the beginning of a file, from the facts of the newest meeting or plan; may be Refused."""
    known = facts.gather(key, _newest(key))
    if not isinstance(known, (Meeting, Plan)):
        raise TypeError(key)
    return partial(_made, key, known)


def _newest(key: str) -> int:
    if paper(key).record == DIRECTIVE:
        found = [row.id for row in plans.rows()]
        if not found:
            raise Refused("Chưa có kế hoạch nào để lập mẫu.", "Thêm một kế hoạch ở thẻ Văn bản rồi làm lại.")
        return found[-1]
    held = sorted(meetings.rows(), key=lambda row: (not is_congress(row.type), row.day or date.min))
    if not held:
        raise Refused("Chưa có hội nghị nào để lập mẫu.", "Thêm một hội nghị rồi làm lại.")
    return held[-1].id


def _made(key: str, known: Meeting | Plan) -> bytes:
    from papers import template

    return template.start(key, known)


def _written(work: Callable[[], bytes], path: Path) -> Path:
    from papers import target

    data = work()
    with target.replacing(path) as beside:
        beside.write_bytes(data)
    return path


def _button(words: str, run: Callable[[], object]) -> QPushButton:
    made = QPushButton(words)
    made.clicked.connect(lambda: run())
    enter_presses(made)
    return made
