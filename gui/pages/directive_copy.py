"""The window of an official copy: kind, number, day, recipients, signer of the copy of one document."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db import copies, directives, papers
from gui import errors, look, saving
from gui.asking import ask
from gui.desk.fields import RECIPIENTS, given
from gui.desk.numbers import NumberTools
from gui.form import Section
from gui.keys import enter_presses
from gui.plans.feet import AUTHORITIES, POSTS
from gui.workspace import papering
from gui.workspace.actions import button
from gui.workspace.inline import InlineForm, Values, scrolled
from papers import styles
from papers.content import Document
from rules import copies as rules
from rules.dates import show_date
from rules.fields import Field, Kind
from rules.meetings import PAPER_FIELDS
from rules.papers import COPY
from rules.trouble import Refused

SHEET = (
    "Tờ này chỉ có phần bản sao: in ra rồi kẹp sau bản chụp; hoặc mở bằng Word, dời xuống ngang chỗ trống "
    "rồi in lên trang cuối của bản chụp."
)
WHICH = "Sao y: chép đủ từ bản chính; sao lục: chép lại từ bản sao; trích sao: chỉ một phần"
FIELDS = (
    Field(rules.KIND, "Hình thức sao", Kind.CHOICE, required=True, choices=rules.KINDS, hint=WHICH),
    Field("number", "Số bản sao", Kind.INT, least=1, limit=PAPER_FIELDS[0].limit, hint=PAPER_FIELDS[0].hint),
    Field("signed", "Ngày sao", Kind.DATE, hint="Ngày này quyết định thể thức của bản sao"),
    Field("place_name", "Địa danh", limit=100, hint="Để trống thì lấy địa danh của cơ quan"),
    Field("authority_1", "Quyền hạn ký", suggestions=AUTHORITIES),
    Field("post_1", "Chức vụ", suggestions=POSTS),
    Field("person_1", "Người ký sao", Kind.LINK, target="person"),
    Field(RECIPIENTS.name, "Nơi nhận bản sao", Kind.LONG, hint=RECIPIENTS.hint),
)
COLUMNS = (
    (Section("", (rules.KIND, "number", "signed", "place_name")),),
    (Section("", ("authority_1", "post_1", "person_1", RECIPIENTS.name)),),
)
ENOUGH = "✓ Bản sao đã đủ thông tin để in."


class CopyDialog(QDialog):
    """The copy of one document; what is typed is kept by the button, and before anything goes out.

    Raises Refused for a document marked Mật.
    """

    def __init__(self, directive: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.directive = directive
        copies.gather(directive)  # refuses before anything is shown
        self._kept: Values = {}
        self._start: Values = {}
        self.setObjectName("copy")
        self.setWindowTitle("Sao văn bản")
        self.form = InlineForm(FIELDS, COLUMNS)
        self.tools = NumberTools(COPY, directive, self.save)
        self._build()
        self._connect()
        self.reload()
        screen = (parent or self).screen().availableGeometry()
        self.resize(min(860, screen.width() - 40), min(640, screen.height() - 60))

    # -- what it looks like

    def _build(self) -> None:
        row = next(iter(directives.rows(ids=[self.directive])))
        named = " ".join(part for part in (row.type, row.symbol) if part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(24, 16, 24, 8)
        top.setSpacing(4)
        top.addWidget(look.heading(f"Sao văn bản {named}"))
        about = look.quiet(" – ".join(part for part in (row.issuer, row.subject) if part))
        self.earlier = look.quiet("")
        for line in (about, look.quiet(SHEET), self.earlier):
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setWordWrap(True)
            top.addWidget(line)
        column.addLayout(top)
        box = self.form.boxes["number"]
        beside, below = box.editor.layout(), box.layout()
        beside.insertWidget(1, self.tools)  # type: ignore[union-attr]
        beside.setSpacing(8)  # type: ignore[union-attr]
        below.insertWidget(2, self.tools.use, 0, Qt.AlignmentFlag.AlignLeft)  # type: ignore[union-attr]
        column.addWidget(scrolled(self.form, (24, 8, 24, 8)), 1)
        column.addWidget(self._foot())

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("role", "foot")
        whole = QVBoxLayout(foot)
        whole.setContentsMargins(24, 12, 24, 12)
        whole.setSpacing(8)
        self.state = QLabel()
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        whole.addWidget(self.state)
        self.close_button = QPushButton("Đóng")
        self.close_button.clicked.connect(self.reject)
        self.again = button("Sao lần mới", "", self.begin_anew, "Giữ số đã cấp trong sổ, lập bản sao mới")
        self.view = button("Xem trước và in", "print", self.preview, "Ctrl+P")
        self.word = button("Word", "word", lambda: self.write("docx"), "Lưu bản sao thành tệp Word")
        self.pdf = button("PDF", "pdf", lambda: self.write("pdf"), "Lưu bản sao thành tệp PDF")
        self.save_button = look.main_button("Lưu bản sao")
        self.save_button.setToolTip("Ctrl+S")
        self.save_button.clicked.connect(lambda: self.save())
        self.save_button.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self.close_button, self.again, None, self.view, self.word, self.pdf):
            if part is None:
                row.addStretch(1)
                continue
            enter_presses(part)
            row.addWidget(part)
        row.addWidget(self.save_button)
        whole.addLayout(row)
        return foot

    def _connect(self) -> None:
        self.tools.taken.connect(lambda _said: self.reload())
        for keys, run in (("Ctrl+S", self.save), ("Ctrl+P", self.preview)):
            QShortcut(QKeySequence(keys), self, run)

    # -- what it holds

    def reload(self) -> None:
        """What is kept now, or proposed where nothing is."""
        self._kept = papers.get(COPY, self.directive)
        kind = rules.kind_of(self._kept["sections"].get(rules.KIND, ""))
        values: dict[str, Any] = {name: self._kept[name] for name in ("number", "signed", "place_name")}
        values |= {rules.KIND: kind, RECIPIENTS.name: "\n".join(self._kept["recipients"])}
        if self._kept["signatures"]:
            block = self._kept["signatures"][0]
            values |= {"authority_1": block.authority, "post_1": block.post, "person_1": block.person}
        self.form.load({name: values.get(name) for name in self.form.boxes})
        self._start = self.form.values()
        self.tools.refresh()
        self.again.setVisible(self._kept["number"] is not None)
        before = [f"{one.shown}{f' ({show_date(one.day)})' if one.day else ''}"
                  for one in copies.earlier(self.directive)]  # fmt: skip
        self.earlier.setText(f"Các lần sao trước: {', '.join(before)}." if before else "")
        self.earlier.setVisible(bool(before))
        self._say()

    def _say(self) -> None:
        """The form it is made in, and what is still unknown."""
        document = papering.compose(COPY, self.directive)
        unknown = document.blanks()
        form = styles.form(document.profile).title
        said = f"⚠ Chưa biết – sẽ in dấu chấm: {'; '.join(unknown)}." if unknown else ENOUGH
        self.state.setText(f"{said}\nThể thức: {form}.")
        look.set_role(self.state, "warn" if unknown else "good")

    def is_changed(self) -> bool:
        return self.form.is_changed()

    def save(self) -> bool:
        """Keep what was typed; False when something must be mended, and it is shown."""
        if not self.is_changed():
            return True
        if not self.form.ready():
            return False
        changed = given(self._start, self.form.values(), self._kept, set(self.form.boxes))
        try:
            copies.save(self.directive, changed)
        except Refused as refused:
            if "number" in changed:
                self.form.boxes["number"].say(str(refused), "")
                self.form.boxes["number"].editor.setFocus()
            else:
                self.form.refuse(str(refused))
            return False
        self.form.settled()
        self.reload()
        return True

    def begin_anew(self) -> None:
        """Another copying: the number stays in the register, the window asks for the next."""
        if not self.save():
            return
        try:
            copies.begin_anew(self.directive)
        except Refused as refused:
            errors.show(refused, self)
            return
        self.reload()
        self.form.boxes["number"].editor.setFocus()

    # -- out

    def _made(self) -> papering.Made | None:
        """The copy as it is now, typing included; None where something must be mended first."""
        if not self.save():
            return None
        try:
            return papering.make(COPY, self.directive)
        except Refused as refused:
            errors.show(refused, self)
            return None

    def document(self) -> Document | None:
        made = self._made()
        return made.document if made else None

    def preview(self) -> None:
        """The page as it will be printed; from there to the printer."""
        from gui.preview import PreviewDialog

        if made := self._made():
            PreviewDialog(made.document, made.document.title, self, made.origin).open()

    def write(self, kind: str) -> None:
        """Straight to a file: "docx" or "pdf"."""
        if made := self._made():
            saving.save(made.document, kind, self, made.document.title, made.origin)

    def reject(self) -> None:
        """Esc, × and the button: typed changes are not thrown away without asking."""
        if not self.is_changed():
            super().reject()
            return
        ask(self, "Bỏ những gì vừa nhập?", "Bỏ, không lưu", super().reject, no="Nhập tiếp", danger=True)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.isVisible() and self.is_changed():
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)
