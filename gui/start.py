"""The first start: whose file this is, or the sample to try; later, the same facts to mend."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db import file, presets, settings
from gui import errors, look
from gui.form import Form, Section
from gui.keys import enter_presses
from rules import office
from rules.fields import Choice, Field, Kind
from rules.trouble import Refused

PRESET = Field(
    "preset",
    "Loại cơ quan",
    Kind.CHOICE,
    required=True,
    choices=tuple(Choice(preset.name, preset.name) for preset in office.PRESETS),
    hint="Điền sẵn tên và ký hiệu thường dùng; sửa lại được ở dưới",
)
NAMES = Section(
    "Tên trên văn bản",
    ("organization", "committee", "superior", ("symbol", "place_name"), ("term", "spelling"), "family"),
)
PEOPLE = Section("Người", (("secretary", "chief"), "clerk"))
ORDER = Section("Danh sách", (office.TONES,))  # asked for later than at the start
CARD = 320  # px wide
SIGN = 56  # px, the sign of the program


class StartDialog(QDialog):
    """Three ways in: the office's own file, the sample, a backup; accepted once the file has an office."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Thư Ký")
        self.setObjectName("start")
        self.form: OfficeForm | None = None
        self.own_button = look.main_button("Lập sổ của cơ quan")
        self.sample_button = QPushButton("Xem dữ liệu mẫu")
        self.copy_button = QPushButton("Phục hồi từ bản sao lưu…")
        self.copy_button.setProperty("role", "link")
        self._build()
        self.own_button.clicked.connect(self.begin_own)
        self.sample_button.clicked.connect(self.begin_sample)
        self.copy_button.clicked.connect(self.begin_copy)
        enter_presses(self.sample_button, self.copy_button)
        self.own_button.setDefault(True)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 24)
        column.setSpacing(24)
        column.addLayout(_welcome())
        row = QHBoxLayout()
        row.setSpacing(16)
        own = "Sổ mới, chưa có gì. Chỉ cần tên và ký hiệu của cơ quan; mọi thứ khác thêm dần."
        row.addWidget(_card("settings", "Cơ quan của tôi", own, self.own_button))
        trial = "Một văn phòng giả định, đủ đơn vị, đại biểu và hội nghị, để xem thử trước khi dùng thật."
        row.addWidget(_card("open", "Dùng thử", trial, self.sample_button))
        column.addLayout(row)
        last = QHBoxLayout()
        last.setSpacing(4)
        last.addWidget(_plain("Đã dùng Thư Ký ở máy khác?", "quiet"))
        last.addWidget(self.copy_button)
        last.addStretch(1)
        column.addLayout(last)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def begin_own(self) -> None:
        """Ask for the facts of the office."""
        first = office.usual_preset(date.today())
        values = {**settings.values(), **first.values, "preset": first.name}
        asked = (field for field in office.FIELDS if field.name != office.TONES)
        self.form = OfficeForm(values, (PRESET, *asked), self, start_own)
        self.form.accepted.connect(self.accept)
        self.form.open()

    def begin_sample(self) -> None:
        """Fill the file with the sample office."""
        from db import sample

        self._begin(sample.build)

    def begin_copy(self) -> None:
        """Choose a backup, made on another PC most of the time."""
        from gui.copies import CopiesDialog

        words = "Cắm USB hoặc mở thư mục có bản sao lưu, rồi chọn tệp."
        dialog = CopiesDialog(file.backups(), words, self)
        dialog.picked.connect(self._put_back)
        dialog.open()

    def _put_back(self, copy: Path) -> None:
        self._begin(lambda: file.restore(copy))

    def _begin(self, build: Callable[[], object]) -> None:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            build()
        except Refused as refused:
            errors.show(refused, self)
        finally:
            QApplication.restoreOverrideCursor()
        if settings.is_started():
            self.accept()


def start_own(given: dict[str, Any]) -> None:
    """The office of a new file, its unit of the kind that belongs to the preset."""
    values = {name: value for name, value in given.items() if name != "preset"}
    kinds = {preset.name: preset.kind for preset in office.PRESETS}
    presets.start_office(values, kinds.get(given["preset"], office.UPPER))


class OfficeForm(Form):
    """The facts of the office; a preset, where offered, fills the names in."""

    def __init__(
        self,
        values: dict[str, Any],
        fields: tuple[Field, ...],
        parent: QWidget,
        save: Callable[[dict[str, Any]], object],
    ) -> None:
        first = (Section("", ("preset",)),) if PRESET in fields else ()
        super().__init__(
            "Thông tin cơ quan",
            fields,
            values,
            office.problems,
            office.doubts,
            "Lập sổ" if first else "Lưu thông tin cơ quan",
            parent,
            on_save=save,
            layout=(*first, NAMES, PEOPLE, *(() if first else (ORDER,))),
        )
        self._filled = {name: values[name] for name in office.usual_preset(date.today()).values}
        if first:
            self.boxes["preset"].editor.changed.connect(self._fill)
            self._filled["place_name"] = ""
            self.boxes["superior"].editor.changed.connect(self._follow)

    def _fill(self) -> None:
        """The names of the chosen kind of office; what was typed by hand stays."""
        name = self.boxes["preset"].editor.get()
        chosen = next((preset for preset in office.PRESETS if preset.name == name), None)
        self._offer(chosen.values if chosen else {})

    def _follow(self) -> None:
        """An office of a province is in the place that the province is called by."""
        superior, own = (self.boxes[name].editor.get() for name in ("superior", "organization"))
        self._offer({"place_name": office.usual_place(superior, own)})

    def _offer(self, texts: dict[str, str]) -> None:
        for field, text in texts.items():
            editor = self.boxes[field].editor
            if editor.get() in ("", self._filled.get(field)):
                editor.put(text)
                self._filled[field] = text


def edit_office(parent: QWidget) -> OfficeForm:
    """Mend the facts of the office, from the menu."""
    form = OfficeForm(settings.values(), office.FIELDS, parent, settings.save_office)
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    form.open()
    return form


def _welcome() -> QHBoxLayout:
    sign = QLabel()
    sign.setPixmap(look.program_icon().pixmap(SIGN, SIGN))
    row, words = QHBoxLayout(), QVBoxLayout()
    row.setSpacing(16)
    words.setSpacing(4)
    words.addWidget(_plain("Chào mừng đến với Thư Ký", "heading"))
    said = "Sổ đơn vị, văn bản, hội nghị, đại biểu của văn phòng cấp ủy – trên máy này, không cần mạng."
    words.addWidget(_plain(said, "quiet"))
    row.addWidget(sign)
    row.addLayout(words, 1)
    return row


def _card(icon: str, title: str, words: str, button: QPushButton) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    card.setMinimumWidth(CARD)
    picture = QLabel()
    picture.setPixmap(look.icon(icon, "accent", 28).pixmap(28, 28))
    explained = QLabel(words)
    explained.setWordWrap(True)
    column = QVBoxLayout(card)
    column.setContentsMargins(20, 20, 20, 20)
    column.setSpacing(8)
    column.addWidget(picture)
    column.addWidget(_plain(title, "subheading"))
    column.addWidget(explained)
    column.addStretch(1)
    column.addSpacing(12)
    column.addWidget(button)
    return card


def _plain(words: str, role: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", role)
    return label
