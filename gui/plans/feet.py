"""Who signs a plan and who receives it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.choices import choices
from db.papers import Signed
from gui import look
from gui.links import LinkEditor, Matcher
from gui.plans.kept import PlanText
from gui.plans.part import PlanPart, scrolled
from gui.plans.prose import GrowingText

AUTHORITIES = (
    "T/M BAN THƯỜNG VỤ", "T/M ĐẢNG ỦY", "T/M TỈNH ỦY", "T/L BAN THƯỜNG VỤ", "K/T CHÁNH VĂN PHÒNG",
    "CHÁNH VĂN PHÒNG", "T/M CHI BỘ",
)  # fmt: skip
POSTS = ("BÍ THƯ", "PHÓ BÍ THƯ", "CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG")
SIGNER_HINT = "Chưa chọn người ký thì in dấu chấm ở chỗ họ tên."
SENT_HINT = "Mỗi nơi nhận một dòng; không cần gạch đầu dòng, dấu phẩy, dấu chấm. Dòng cuối là nơi lưu."


class SignatureRow(QFrame):
    """One block: authority, post, person; offers who holds that post."""

    changed = Signal()
    dropped = Signal()

    def __init__(self, text: PlanText, number: int) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._text = text
        self._matchers: list[Matcher] = []
        end = f" (chữ ký {number})" if number > 1 else ""
        self.authority = self._line(f"Quyền hạn ký{end}", AUTHORITIES)
        self.post = self._line(f"Chức vụ{end}", POSTS)
        self.person = LinkEditor(lambda: choices("person", text.day()))
        self.person.setAccessibleName(f"Người ký{end}")
        self.person.changed.connect(self._changed)
        self.offer = QPushButton()
        self.offer.clicked.connect(self._take_offer)
        self.offer.hide()
        self._candidate: int | None = None
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 10, 12, 10)
        grid.setHorizontalSpacing(12)
        editors: tuple[tuple[str, QWidget], ...] = (
            (f"Quyền hạn ký{end}", self.authority),
            (f"Chức vụ{end}", self.post),
            (f"Người ký{end}", self.person),
        )
        for place, (title, editor) in enumerate(editors):
            label = QLabel(title)
            label.setProperty("role", "label")
            label.setBuddy(editor)
            grid.addWidget(label, 0, place)
            grid.addWidget(editor, 1, place)
            grid.setColumnStretch(place, 3 if editor is self.person else 2)
        grid.addWidget(self.offer, 2, 2)
        self.drop = QPushButton(f"Bỏ chữ ký {number}")
        self.drop.clicked.connect(self.dropped)
        self.drop.setVisible(number > 1)
        grid.addWidget(self.drop, 2, 0)

    def _line(self, name: str, suggestions: tuple[str, ...]) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.textChanged.connect(self._changed)
        self._matchers.append(Matcher(line, lambda: [(None, words) for words in suggestions]))
        return line

    def put(self, block: Signed) -> None:
        self.authority.setText(block.authority)
        self.post.setText(block.post)
        self.person.choose(block.person)

    def get(self) -> Signed:
        chosen = self.person.chosen()
        return Signed(self.authority.text().strip(), self.post.text().strip(), chosen)

    def _changed(self) -> None:
        self._offer()
        self.changed.emit()

    def _offer(self) -> None:
        """The holder of the post, one click away, while nobody is chosen."""
        if not hasattr(self, "offer"):
            return  # still being built
        empty = self.person.chosen() is None and not self.person.line.text().strip()
        found = self._text.holders(self.post.text()) if empty else []
        self._candidate = found[0].id if len(found) == 1 else None
        self.offer.setVisible(self._candidate is not None)
        if found:
            self.offer.setText(f"Chọn {found[0].full_name}")
            self.offer.setToolTip(f"Đang giữ chức vụ này: {found[0].full_name}")

    def _take_offer(self) -> None:
        self.person.choose(self._candidate)


class FeetPart(PlanPart):
    """Signatures and recipients; kept when the part is left."""

    record_asked = Signal()  # number and day are facts of the document itself

    title = "Ký và nơi nhận"
    depends = frozenset({"paper", "signature", "recipient", "person", "holding", "directive"})

    def __init__(self, record: int, text: PlanText) -> None:
        super().__init__(record)
        self.text = text
        self.rows: list[SignatureRow] = []
        self._loading = False
        self._first: Any = None
        self.number = look.quiet("")
        self.sent = GrowingText("Nơi nhận")
        self.sent.textChanged.connect(self._typed)
        self.more = QPushButton("Thêm chữ ký")
        self.more.clicked.connect(self._add_row)
        self.edit_record = QPushButton("Sửa số, ngày, trích yếu…")
        self.edit_record.clicked.connect(self.record_asked)
        self._build()
        self.reload()

    def _build(self) -> None:
        holder = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(holder))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 8, 12, 0)
        column.setSpacing(6)
        top = QHBoxLayout()
        top.addWidget(self.number, 1)
        top.addWidget(self.edit_record)
        column.addLayout(top)
        column.addWidget(look.subheading("Chữ ký"))
        column.addWidget(look.quiet(SIGNER_HINT))
        self._blocks = QVBoxLayout()
        self._blocks.setSpacing(6)
        column.addLayout(self._blocks)
        line = QHBoxLayout()
        line.addWidget(self.more)
        line.addStretch(1)
        column.addLayout(line)
        heading = look.subheading("Nơi nhận")
        heading.setBuddy(self.sent)
        column.addWidget(heading)
        column.addWidget(look.quiet(SENT_HINT))
        column.addWidget(self.sent)
        column.addStretch(1)

    # -- what it holds

    def reload(self) -> None:
        """What is kept or proposed; typing stays."""
        self.number.setText(f"Số và ngày ký lấy từ sổ văn bản: {self.text.number_and_day()}.")
        if self._first is not None and self.is_changed():
            return
        kept = self.text.feet()
        self._loading = True
        self._show_rows(kept["signatures"] or [Signed("", "", None)])
        self.sent.setPlainText("\n".join(kept["recipients"]))
        self._loading = False
        self._first = self._raw()

    def _show_rows(self, blocks: Any) -> None:
        while len(self.rows) > len(blocks):
            row = self.rows.pop()
            self._blocks.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(blocks):
            self._new_row()
        for row, block in zip(self.rows, blocks, strict=True):
            row.person.matcher.forget()
            row.put(block)

    def _new_row(self) -> SignatureRow:
        row = SignatureRow(self.text, len(self.rows) + 1)
        row.changed.connect(self._typed)
        row.dropped.connect(lambda: self._drop(row))
        self.rows.append(row)
        self._blocks.addWidget(row)
        return row

    def _add_row(self) -> None:
        self._new_row().authority.setFocus()
        self._typed()

    def _drop(self, row: SignatureRow) -> None:
        left = [other.get() for other in self.rows if other is not row]
        self._show_rows(left)
        self._typed()

    def _raw(self) -> tuple[tuple[Signed, ...], str]:
        return tuple(row.get() for row in self.rows), self.sent.toPlainText()

    def _typed(self) -> None:
        if not self._loading:
            self.changed.emit()

    def is_changed(self) -> bool:
        return self._raw() != self._first or any(row.person.trouble() for row in self.rows)

    def save(self) -> bool:
        """Keep both; a name that nobody bears is pointed at and stays."""
        if not self.is_changed():
            return True
        for row in self.rows:
            if row.person.trouble():
                row.person.line.setFocus()
                look.set_state(row.person.line, "bad")
                self.said.emit(row.person.trouble())
                return False
            look.set_state(row.person.line, "")
        signatures, sent = self._raw()
        before, self._first = self._first, (signatures, sent)
        blocks = [block for block in signatures if any(block)]
        if self.tried(lambda: self.text.keep_feet(blocks, sent.splitlines())):
            self.changed.emit()
            return True
        self._first = before
        return False

    def begin(self) -> None:
        first = self.rows[0]
        (first.person.line if first.person.chosen() is None else self.sent).setFocus()
