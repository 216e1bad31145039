"""The form of a document: a quick line that fills the rest, links to other documents, doubts about twins."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from db import directives, number_holders
from db.history import change
from db.values import label
from gui import look
from gui.asking import ask
from gui.form import Form, Section
from gui.pages import directive_numbers
from gui.pages.directive_filling import FIELDS, RELATION_FIELDS, Known
from rules import directives as laws
from rules.dates import VagueDate
from rules.symbols import read_symbol

Values = dict[str, Any]
HINT = "Ví dụ: 92-KH/ĐUK, hoặc dán cả câu: Kế hoạch số 92-KH/ĐUK, ngày 19/8/2019 của Ban Thường vụ … về …"
UNREAD = "Chưa đọc được số, ký hiệu. Ví dụ: 92-KH/ĐUK. Có thể bỏ qua dòng này và điền từng ô bên dưới."
LAYOUT = (
    Section("Văn bản", (("type", "number"), ("issuer_code", "issued"), ("issuer", "organ"), "subject")),
    Section("Liên quan", ("carries_out", "based_on")),
    Section("Theo dõi", (("direction", "state"), ("due", "file_number"), ("urgency", "secrecy"), "signer")),
    Section("Sổ đăng ký", (("arrival_number", "arrival_date"), ("copies", "forwarded"), "sent_to", "note")),
    Section("Quan hệ khác", ("replaces", "amends", "mentions")),
)


def save(values: Values, record: int | None) -> int:
    """The document and its links to others, as one change."""
    own = {field.name: values[field.name] for field in laws.FIELDS}
    with change(label("Sửa" if record else "Thêm", "văn bản", directives.title(own))):
        kept = directives.save(own, record)
        keep_links(kept, {field.name: values[field.name] for field in RELATION_FIELDS})
    return kept


def keep_links(record: int, wanted: dict[str, tuple[int, ...]]) -> None:
    """The outgoing links become exactly these; those that stay are not touched."""
    before = {
        (link.relation, link.directive.id): link.id for link in directives.links(record) if link.outgoing
    }
    pairs = [(relation, target) for relation, targets in wanted.items() for target in targets]
    surplus = [key for pair, key in before.items() if pair not in pairs]
    if surplus:
        directives.unlink(surplus)
    for relation, target in pairs:
        if (relation, target) not in before:
            directives.link(record, target, relation)


def links_of(record: int) -> dict[str, tuple[int, ...]]:
    """Outgoing links as form values."""
    outgoing = [link for link in directives.links(record) if link.outgoing]
    return {
        field.name: tuple(link.directive.id for link in outgoing if link.relation == field.name)
        for field in RELATION_FIELDS
    }


class QuickLine(QLineEdit):
    """The line that fills the form; Enter goes on to the first field still empty."""

    def __init__(self, go_on: Callable[[], None]) -> None:
        super().__init__()
        self._go_on = go_on
        self.setObjectName("quick")
        self.setAccessibleName("Gõ nhanh số, ký hiệu")
        self.setPlaceholderText("92-KH/ĐUK, ngày 19/8/2019")
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self._go_on()
        else:
            super().keyPressEvent(event)


class DirectiveForm(Form):
    """The form of rules.directives with links; a new document begins in the quick line."""

    def __init__(
        self,
        title: str,
        values: Values,
        record: int | None,
        parent: QWidget | None = None,
        *,
        on_save: Callable[[Values], object],
        on_more: Callable[[], object] | None = None,
    ) -> None:
        self.known = Known(record)
        self._record = record
        self._agreed: Values = {}  # the values with a number that another has too, as the clerk agreed to
        self._given: Values = {}  # what the program filled in itself, so may change again
        super().__init__(
            title,
            FIELDS,
            values,
            laws.problems,
            self._all_doubts,
            "Lưu văn bản",
            parent,
            on_save=on_save,
            on_more=on_more,
            layout=LAYOUT,
            choices=self.known.choices,
        )
        self._filling = False
        self._listen()
        if record is None:
            self._given["direction"] = self.boxes["direction"].editor.get()
            self._add_quick_line()
        self._secrecy_changed()

    def _listen(self) -> None:
        editors = {name: box.editor for name, box in self.boxes.items()}
        editors["issuer"].changed.connect(self._issuer_changed)
        editors["carries_out"].changed.connect(self._subject_follows)
        editors["secrecy"].changed.connect(self._secrecy_changed)
        number = editors["number"].control
        if isinstance(number, QLineEdit):
            number.editingFinished.connect(self._number_typed)

    def _add_quick_line(self) -> None:
        self.quick = QuickLine(self._go_on)
        self.quick.textChanged.connect(self._quick_typed)
        self.quick_note = look.quiet(HINT)
        title = QLabel("Gõ nhanh số, ký hiệu")
        title.setProperty("role", "label")
        title.setBuddy(self.quick)
        top = QFrame()
        column = QVBoxLayout(top)
        column.setContentsMargins(24, 4, 24, 8)
        column.setSpacing(4)
        for part in (title, self.quick, self.quick_note):
            column.addWidget(part)
        whole = self.layout()
        if isinstance(whole, QVBoxLayout):
            whole.insertWidget(1, top)
        first = self.boxes["type"].editor.control
        QWidget.setTabOrder(self.quick, first.focusProxy() or first)
        self.quick.setFocus()

    # -- filling

    def _quick_typed(self, text: str) -> None:
        reading = read_symbol(text)
        found = self.known.filled(reading) if reading else {}
        self._offer(found)
        if not text.strip():
            self._note("quiet", HINT)
        elif not reading:
            self._note("warn", UNREAD)
        else:
            self._note(*self._understood(found))

    def _understood(self, found: Values) -> tuple[str, str]:
        values = self.values()
        kind = dict(self.known.types).get(values["type"] or 0, "")
        issued = values["issued"]
        parts = [kind.split(" (")[0], f"số {values['number']}" if values["number"] else ""]
        parts += [issued.words if isinstance(issued, VagueDate) else "", values["organ"]]
        words = "Đã điền: " + " · ".join(part for part in parts if part)
        if found.get("issuer_code") and "issuer" not in found:
            return (
                "warn",
                f"{words}. Chưa có đơn vị nào mang ký hiệu {found['issuer_code']}; hãy chọn cơ quan.",
            )
        return "good", f"{words}. Xem lại bên dưới."

    def _note(self, role: str, text: str) -> None:
        self.quick_note.setText(text)
        look.set_role(self.quick_note, role)

    def _offer(self, found: Values) -> None:
        """Fill what is empty or was filled by the program; what the clerk wrote stays."""
        self._filling = True
        for name in ("type", "number", "issuer", "organ", "issuer_code", "issued", "subject", "direction"):
            editor = self.boxes[name].editor
            now = editor.get()
            free = now in (None, "") or (name in self._given and now == self._given[name])
            if not free or (name not in found and name not in self._given):
                continue
            if name == "direction" and name not in found:
                continue
            editor.put(found.get(name))
            self._given[name] = editor.get()
        self._filling = False
        self._look_again()

    def _number_typed(self) -> None:
        """A whole symbol typed where only the number belongs is taken apart."""
        typed = self.boxes["number"].editor.get()
        reading = read_symbol(typed) if isinstance(typed, str) else None
        if reading and reading.number:
            self._given["number"] = typed
            self._offer(self.known.filled(reading))

    def _issuer_changed(self) -> None:
        """The code and the direction follow the issuer that was chosen by hand."""
        unit = self.boxes["issuer"].editor.get()
        if self._filling or unit is None:
            return
        symbol = next((row.symbol for row in self.known.units if row.id == unit), "")
        found = {name: self._given[name] for name in self._given if name != "issuer"}
        self._offer({**found, "issuer_code": symbol, "direction": self.known.direction(unit)})

    def _subject_follows(self) -> None:
        """A document that carries out another mostly has its subject."""
        editor = self.boxes["subject"].editor
        if not editor.get().strip() and (
            subject := self.known.subject_of(self.boxes["carries_out"].editor.get())
        ):
            editor.put(subject)
            self._given["subject"] = editor.get()

    def _go_on(self) -> None:
        names = ("type", "number", "issuer", "issued", "subject", "carries_out")
        empty = (name for name in names if self.boxes[name].editor.get() in (None, "", ()))
        self.boxes[next(empty, "subject")].editor.setFocus()

    # -- doubts and secrecy

    def _all_doubts(self, values: Values) -> dict[str, str]:
        if self._record is None and not self._given_anything():
            return {}
        found = dict(laws.doubts(values))
        if number := directive_numbers.doubt(self.known, values):
            found["number"] = number
        if laws.is_marked(values.get("secrecy") or ""):
            found["note"] = laws.ONLY_REGISTERED
        return found

    def save(self) -> None:
        """A number that another has stands twice only after the clerk has said so."""
        self._agree_then(super().save)

    def save_more(self) -> None:
        self._agree_then(super().save_more)

    def _agree_then(self, go_on: Callable[[], None]) -> None:
        values = self.values()
        before = self._agreed or (self._kept if self._record else {})
        found = None if self.problems() else directive_numbers.clash(self.known, values, before)
        if found is None:
            go_on()
            return

        def agree() -> None:
            self._agreed = values
            go_on()

        details = [directive_numbers.TWICE]
        what = f"{number_holders.said(found)}."
        box = ask(self, what, "Vẫn ghi", agree, details=details, no="Sửa số", danger=True)
        box.no.clicked.connect(lambda: self._show(self.boxes["number"]))

    def _given_anything(self) -> bool:
        """A form nobody has begun is not doubted."""
        return self._tried or self.is_changed()

    def _secrecy_changed(self) -> None:
        """A marked document has no note to write in; one written before must first be taken away."""
        note = self.boxes["note"].editor
        marked = laws.is_marked(self.boxes["secrecy"].editor.get())
        note.control.setEnabled(not marked or bool(note.get()))
