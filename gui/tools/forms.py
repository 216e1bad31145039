"""The official forms: which one is in force when, with its source; a newer file of them put in place."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QVBoxLayout, QWidget

from gui import errors, look, state
from gui.asking import ask
from gui.buttons import foot, give_keys, side
from gui.table import Column, TableModel, table_view
from gui.workspace import papering
from papers import styles, target
from papers.forms import Form, kept
from rules.trouble import Refused

FILES = "Tệp thể thức (*.toml)"
FAMILIES = {"party": "Đảng", "state": "Nhà nước"}
IN_FORCE, PAST, COMING = "Đang áp dụng", "Đã thay", "Chưa đến ngày"
TONES = {IN_FORCE: "good", PAST: "quiet", COMING: "warn"}
NOTE = (
    "Văn bản in theo thể thức có hiệu lực vào ngày ký; văn bản cũ giữ thể thức cũ. Khi Trung ương hoặc Chính "
    "phủ đổi thể thức, nhận tệp thể thức mới rồi bấm “Cập nhật từ tệp…”, không cần cài lại chương trình."
)
SHIPPED = "✓ Đang dùng bản kèm chương trình."
OWN = "✓ Đang dùng bản của cơ quan."
TAKEN = "✓ Đã cập nhật, dùng ngay từ bây giờ."
BACK = "✓ Đã trở về bản kèm chương trình."


class Row(NamedTuple):
    """One form and the days on which papers follow it."""

    id: str
    title: str
    family: str
    state: str
    since: date
    until: date | None


COLUMNS = (
    Column("family", "Văn bản của", 120, text=lambda key: FAMILIES.get(key, key)),
    Column("title", "Nguồn", 220, stretch=True),
    Column("since", "Từ ngày", 104),
    Column("until", "Đến hết ngày", 120),
    Column("state", "Tình trạng", 140, tone=lambda row: TONES[row.state]),
)


def rows(today: date) -> list[Row]:
    """Every known form, those of one family in their order."""
    known = list(styles.forms().values())
    ordered = sorted(known, key=lambda one: (list(FAMILIES).index(one.family), one.since))
    return [Row(one.name, one.title, one.family, *_time(one, known, today)) for one in ordered]


def _time(one: Form, known: list[Form], today: date) -> tuple[str, date, date | None]:
    later = [other.since for other in known if other.family == one.family and other.since > one.since]
    until = min(later) - timedelta(days=1) if later else one.until
    if styles.profile_for(today, one.family) == one.name:
        return IN_FORCE, one.since, until
    return COMING if one.since > today else PAST, one.since, until


class FormsDialog(QDialog):
    """What is in force, and where it comes from; another file is used at once or refused with its line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("forms")
        self.setWindowTitle("Thể thức")
        self.folder = papering.templates()
        self.model = TableModel(COLUMNS, self)
        self.table = table_view(self.model, "forms")
        self.table.setAccessibleName("Các thể thức")
        self.table.setSelectionMode(self.table.SelectionMode.SingleSelection)
        self.sum = QLabel()
        self.sum.setWordWrap(True)
        self.sum.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.close_button = side("Đóng", self.reject)
        self.export_button = side("Lưu tệp thể thức đang dùng…", self.export, "Ctrl+S")
        self.reset_button = side("Trở về bản kèm chương trình", self.reset)
        self.update_button = look.main_button("Cập nhật từ tệp…")
        self.update_button.clicked.connect(self.choose)
        give_keys(self.update_button, "Ctrl+O")
        self._build()
        self._begin()
        screen = (parent or self).screen().availableGeometry()
        self.resize(min(960, screen.width() - 48), min(440, screen.height() - 64))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        column.addWidget(look.heading("Thể thức"))
        column.addWidget(look.quiet(NOTE))
        column.addWidget(self.table, 1)
        column.addWidget(self.sum)
        row = foot(self.close_button, self.export_button, self.reset_button, self.update_button)
        column.addLayout(row)

    def _begin(self) -> None:
        own = kept.of(self.folder)
        damaged = kept.load(self.folder) if own else None
        self.reload(OWN if own else SHIPPED)
        if damaged:
            self._say(f"✗ {damaged.what} {damaged.do}", "bad")

    def reload(self, said: str) -> None:
        """The forms in use now, and one sentence about them."""
        self.model.set_rows(rows(date.today()))
        self.table.selectRow(0)
        self._say(said, "good")
        self.reset_button.setEnabled(kept.of(self.folder) is not None)

    def _say(self, said: str, tone: str) -> None:
        self.sum.setText(said)
        look.set_role(self.sum, tone)

    # -- what it does

    def choose(self) -> None:
        start = state.text("forms/folder", str(Path.home()))
        chosen, _ = QFileDialog.getOpenFileName(self, "Chọn tệp thể thức", start, FILES)
        if chosen:
            state.put("forms/folder", str(Path(chosen).parent))
            self.take(Path(chosen))

    def take(self, path: Path) -> None:
        """Use that file from now on; what is wrong with it is told with its line, nothing changed then."""
        try:
            kept.install(path, self.folder)
        except Refused as refused:
            self._say(f"✗ {refused.what} {refused.do} Thể thức đang dùng không đổi.", "bad")
            return
        self.reload(TAKEN)

    def export(self) -> None:
        """A copy of the file in use, to look into or to begin a newer one from."""
        places = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = Path(state.text("forms/folder", places or str(Path.home()))) / "The thuc.toml"
        chosen, _ = QFileDialog.getSaveFileName(self, "Lưu tệp thể thức", str(proposed), FILES)
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix.lower() == ".toml" else path.with_name(f"{path.name}.toml")
        data = (kept.of(self.folder) or styles.FORMS).read_bytes()
        try:
            with target.replacing(path) as beside:
                beside.write_bytes(data)
        except Refused as refused:
            errors.show(refused, self)
            return
        self._say(f"✓ Đã lưu “{path.name}” trong thư mục “{path.parent}”.", "good")

    def reset(self) -> None:
        """The shipped forms again, after a question; the own file is kept beside."""
        if kept.of(self.folder) is None:
            return
        details = ["Tệp của cơ quan được giữ lại trong thư mục mẫu, có thể dùng lại."]
        words = "Trở về bản kèm chương trình"
        ask(self, "Dùng lại thể thức kèm chương trình?", words, self._reset, details=details)

    def _reset(self) -> None:
        try:
            kept.reset(self.folder)
        except Refused as refused:
            errors.show(refused, self)
            return
        self.reload(BACK)
