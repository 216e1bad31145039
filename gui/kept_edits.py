"""What is told when a file changed by hand was kept: where both files lie and which facts have changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from db.produced import Row
from gui import look
from gui.buttons import foot, side
from gui.workspace.wrapping import wrap
from rules.dates import show_date
from rules.papers import label_of
from rules.snapshots import changes, other_paper, told


class KeptEdits(QDialog):
    """The file as edited stays; the new one lies beside it; these facts are to be amended by hand."""

    def __init__(
        self,
        kept: Path,
        written: Path,
        known: Row,
        now: Mapping[str, str] | None,
        parent: QWidget | None = None,
    ) -> None:
        """`now`: what the paper says today; None where the file that was kept is another paper."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("kept_edits")
        self.setWindowTitle("Tệp đã sửa tay được giữ nguyên")
        self.lines = [line for one in changes(known.facts, now or {}) for line in told(one)]
        self.other = "" if now is not None else other_paper(label_of(known.kind))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        heading = look.heading("Tệp đã sửa tay được giữ nguyên")
        heading.setWordWrap(True)
        column.addWidget(heading)
        made = f"{known.made_at:%H:%M} ngày {show_date(known.made_at.date())}"
        column.addWidget(look.quiet(f"“{kept.name}” đã được sửa sau khi xuất lúc {made}."))
        column.addWidget(look.quiet(f"Bản mới nằm cạnh tệp đó, tên là “{written.name}”."))
        column.addWidget(self._changes(), 1)
        column.addLayout(self._foot(kept, written))
        self.setMinimumWidth(520)

    def _changes(self) -> QWidget:
        """Every changed fact on a line of its own."""
        if self.other:
            return look.subheading(f"⚠ {self.other}")
        if not self.lines:
            return look.subheading("✓ Dữ liệu không đổi từ lần xuất đó; bản sửa tay vẫn đúng.")
        holder = QFrame()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(look.subheading("Những điều đã đổi từ lần xuất đó, cần sửa lại trong bản sửa tay:"))
        self.list = QListWidget()
        self.list.setAccessibleName("Những điều đã đổi")
        wrap(self.list)
        self.list.addItems(self.lines)
        self.list.setMinimumHeight(150)
        column.addWidget(self.list, 1)
        return holder

    def _foot(self, kept: Path, written: Path) -> QHBoxLayout:
        self.main = look.main_button("Mở bản mới")
        self.main.clicked.connect(lambda: _show(written))
        self.main.setDefault(True)
        edited = side("Mở bản sửa tay", lambda: _show(kept))
        return foot(side("Đóng", self.reject), edited, self.main)


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
