"""Short questions whose buttons say what they do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QPushButton, QWidget

_open: set[QMessageBox] = set()


class Box(QMessageBox):
    """A small window with one bold sentence and plain lines below it; it is gone once it is closed."""

    def __init__(self, parent: QWidget | None, what: str, lines: Sequence[str] = ()) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Thư Ký")
        self.setIcon(QMessageBox.Icon.NoIcon)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText(f"<b>{_rich(what)}</b>")
        if any(lines):
            self.setInformativeText("<br>".join(_rich(line) for line in lines))

    def open(self) -> None:  # type: ignore[override]
        """Show without waiting; a box without a parent lives until it is answered."""
        _open.add(self)
        self.finished.connect(self._closed)
        super().open()

    def _closed(self) -> None:
        _open.discard(self)

    def words(self) -> list[str]:
        """The words of the buttons, for tests."""
        return [button.text() for button in self.buttons()]


class Question(Box):
    """Two buttons: the safe one, and the one that does what it says."""

    def __init__(
        self, parent: QWidget | None, what: str, lines: Sequence[str], buttons: tuple[str, str]
    ) -> None:
        super().__init__(parent, what, lines)
        self._then: Callable[[], object] | None = None
        self.no = self._button(buttons[0], QMessageBox.ButtonRole.RejectRole)
        self.go = self._button(buttons[1], QMessageBox.ButtonRole.AcceptRole)
        self.setEscapeButton(self.no)
        self.buttonClicked.connect(self._answered)

    def _button(self, words: str, role: QMessageBox.ButtonRole) -> QPushButton:
        button = QPushButton(words)
        self.addButton(button, role)
        return button

    def ask(self, then: Callable[[], object]) -> None:
        self._then = then
        self.open()

    def _answered(self, button: QAbstractButton) -> None:
        then, self._then = self._then, None
        if button is self.go and then:
            then()


class Leaving(Question):
    """Three buttons for typing that is not saved: stay, throw it away, or save it."""

    def __init__(self, parent: QWidget, what: str, lines: Sequence[str]) -> None:
        super().__init__(parent, what, lines, ("Ở lại", "Lưu lại"))
        self.drop = self._button("Bỏ, không lưu", QMessageBox.ButtonRole.DestructiveRole)
        self.go.setProperty("role", "main")
        self.setDefaultButton(self.go)
        self._thrown: Callable[[], object] | None = None

    def ask_both(self, saved: Callable[[], object], thrown: Callable[[], object]) -> None:
        """`saved` when the typing shall be kept, `thrown` when it may go; neither when the clerk stays."""
        self._thrown = thrown
        self.ask(saved)

    def _answered(self, button: QAbstractButton) -> None:
        thrown, self._thrown = self._thrown, None
        if button is self.drop and thrown:
            thrown()
        else:
            super()._answered(button)


def ask(parent: QWidget, question: str, yes: str, then: Callable[[], object], **words: object) -> Question:
    """Ask without waiting; `then` runs when `yes` is pressed.

    words: details (sentences, one a line), no (default "Quay lại"), danger (the safe button is the default).
    """
    details = words.get("details", ())
    lines = [str(line) for line in details] if isinstance(details, Sequence) else []
    box = Question(parent, question, lines, (str(words.get("no", "Quay lại")), yes))
    box.setDefaultButton(box.no if words.get("danger") else box.go)
    if not words.get("danger"):
        box.go.setProperty("role", "main")
    box.ask(then)
    return box


def tell(parent: QWidget | None, what: str, do: str = "") -> Box:
    """Say one thing, without waiting for the answer."""
    box = Box(parent, what, [do])
    box.addButton("Đóng", QMessageBox.ButtonRole.AcceptRole)
    box.open()
    return box


def _rich(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")
