"""The review of the data: what a clerk should look at, each with the record one key away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from db import review as kept
from gui import look
from gui.buttons import foot, give_keys, side
from gui.sifted import SiftedList
from gui.table import Column
from rules.review import LOOKS, Finding

TITLE = "Rà soát dữ liệu"
HINT = (
    "Chương trình chỉ nêu chỗ cần xem, không tự sửa. Sửa xong ở thẻ nào, danh sách này tự xem lại; "
    "chỗ nào đúng rồi thì để nguyên."
)
SOUND = "Không thấy chỗ nào cần xem lại."
NONE_FITS = "Không chỗ nào khớp với ô tìm và mục đang chọn."
WORDS = {one.key: one.words for one in LOOKS}
UNASKED = frozenset({"attendance", "speech", "paper_section"})  # no look asks these: the door stays quick
COLUMNS = (
    Column("look", "Mục", 220, text=lambda key: WORDS[key], sort=lambda row: list(WORDS).index(row.look)),
    Column("title", "Ghi ở", 200, stretch=True),
    Column("words", "Thấy", 320, stretch=True),
)


class ReviewDialog(QDialog):
    """Stays open beside the window while the clerk mends; `opened` asks for the record of a finding."""

    opened = Signal(str, int)  # subject as rules.review names it, record; -1 for none

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("review")
        self.setWindowTitle(TITLE)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.list = SiftedList(
            "review", "Những chỗ cần xem lại", COLUMNS, WORDS, lambda one: one.look, told,
            label="Mục", every="Mọi mục", none=NONE_FITS, wrap=True,
        )  # fmt: skip
        self.sum = QLabel()
        self.mend_button = look.main_button("Sửa ngay", "edit")
        self.mend_button.clicked.connect(self.mend)
        give_keys(self.mend_button, "F2")
        self.again_button = side("Xem lại", self.refresh, "F5")
        self.copy_button = side("Chép danh sách", self.copy, "Ctrl+Shift+C")
        self.close_button = side("Đóng", self.reject)
        self.list.table.opened.connect(self.mend)
        self.list.picked.connect(self._picked)
        self._build()
        screen = (parent or self).screen().availableGeometry()
        self.resize(min(1080, screen.width() - 32), min(620, screen.height() - 64))
        self.refresh()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(look.heading(TITLE))
        column.addWidget(self.sum)
        column.addWidget(self.list, 1)
        column.addWidget(look.quiet(HINT))
        column.addLayout(foot(self.close_button, self.copy_button, self.again_button, self.mend_button))

    def refresh(self) -> None:
        """Ask the data again, and take the keyboard."""
        self._ask()
        (self.list.table if self.list.seen() else self.again_button).setFocus()

    def _ask(self) -> None:
        """The chosen finding stays where it is still there."""
        found = kept.findings()
        self.list.put(found)
        self.sum.setText(f"⚠ {len(found)} chỗ cần xem lại" if found else f"✓ {SOUND}")
        look.set_role(self.sum, "warn" if found else "good")
        self.copy_button.setEnabled(bool(found))
        self._picked()

    def news(self, tables: frozenset[str]) -> None:
        """Something was changed: what was mended goes from the list, the keyboard stays where it is."""
        if self.isVisible() and tables - UNASKED:
            self._ask()

    def mend(self) -> None:
        """To the record of the chosen finding, in its own tab or window."""
        one = self.list.selected()
        if one is not None:
            self.opened.emit(one.subject, -1 if one.record is None else one.record)

    def copy(self) -> None:
        """The lines that are seen to the clipboard."""
        QGuiApplication.clipboard().setText(self.list.listed())
        self.sum.setText("Đã chép danh sách; dán vào đâu cũng được.")
        look.set_role(self.sum, "quiet")

    def _picked(self) -> None:
        self.mend_button.setEnabled(self.list.selected() is not None)


def told(one: Finding) -> str:
    return f"{WORDS[one.look]}. {one.title}: {one.words}"
