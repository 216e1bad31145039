"""What stands around a table: the panel of the selected row, the tool row, the empty state."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui import look


def card(title: str, pairs: Sequence[tuple[str, str]], lines: Sequence[str] = ()) -> str:
    """Rich text for the panel: a title, plain lines, labelled values; what is empty is left out."""
    muted = look.colour("muted").name()
    parts = [f'<div style="font-size:12pt; font-weight:600">{escape(title)}</div>']
    parts += [f'<div style="margin-top:4px">{_lines(line)}</div>' for line in lines if line]
    for label, value in pairs:
        if value:
            parts.append(f'<div style="margin-top:8px; color:{muted}">{escape(label)}</div>')
            parts.append(f"<div>{_lines(value)}</div>")
    return "".join(parts)


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


class Beside(QFrame):
    """The panel right of the table: the subject's own actions, then the details."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_beside")
        self.setProperty("role", "panel")
        self.setMinimumWidth(240)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 8, 12)
        column.setSpacing(12)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self._area, 1)
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(6)
        self._buttons.setContentsMargins(0, 0, 8, 0)
        column.addLayout(self._buttons)

    def set_actions(self, actions: Iterable[QAction]) -> None:
        for action in actions:
            self._buttons.addWidget(ActionButton(action))

    def show_detail(self, detail: str | QWidget) -> None:
        place = self._area.verticalScrollBar().value()
        if isinstance(detail, str):
            detail = self._text(detail)
        self._area.setWidget(detail)
        self._area.verticalScrollBar().setValue(place)

    def text(self) -> str:
        """The plain words shown, for tests and for copying."""
        widget = self._area.widget()
        return widget.text() if isinstance(widget, QLabel) else ""

    def _text(self, html: str) -> QLabel:
        label = QLabel(html)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setContentsMargins(0, 0, 8, 0)
        return label


class ActionButton(QPushButton):
    """A button that is its action: same words, same icon, same readiness."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self._action = action
        self.setIconSize(look.ICON)
        self._follow()
        action.changed.connect(self._follow)
        self.clicked.connect(action.trigger)
        menu = action.menu()
        if isinstance(menu, QMenu):
            self.setMenu(menu)

    def _follow(self) -> None:
        self.setText(self._action.text())
        self.setIcon(self._action.icon())
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip())


def tool(action: QAction, words: bool = True) -> QToolButton:
    """A flat button that is its action; `words` False: the icon alone, the words in its tip."""
    button = QToolButton()
    button.setDefaultAction(action)
    style = Qt.ToolButtonStyle
    button.setToolButtonStyle(style.ToolButtonTextBesideIcon if words else style.ToolButtonIconOnly)
    button.setIconSize(look.ICON)
    button.setAccessibleName(action.text())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def find_button(run: Callable[[], object]) -> QToolButton:
    """Right of the tabs, the door to the search over everything."""
    button = QToolButton()
    button.setObjectName("find_all")
    button.setText("Tìm mọi thứ  Ctrl+K")
    button.setIcon(look.icon("search", "muted", gap=look.GAP))
    button.setIconSize(look.ICON)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setToolTip("Tìm đơn vị, văn bản, hội nghị, đại biểu, giấy tờ, việc làm được")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(run)
    return button


def tool_row(actions: Iterable[QAction | None]) -> QWidget:
    """Flat buttons in a row; None leaves a gap that grows."""
    bar = QWidget()
    bar.setProperty("role", "bar")
    row = QHBoxLayout(bar)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2)
    for action in actions:
        if action is None:
            row.addStretch(1)
        else:
            row.addWidget(tool(action))
    return bar


class Nothing(QFrame):
    """Where rows would be: what is not there, and the one thing to do about it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._words = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        self._words.setProperty("role", "quiet")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton()
        self._run: Callable[[], object] = lambda: None
        self.button.clicked.connect(lambda: self._run())
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(self._picture)
        column.addWidget(self._words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def say(self, icon: str, words: str, button: str, run: Callable[[], object]) -> None:
        self._picture.setPixmap(look.icon(icon or "info", "faint", 48).pixmap(48, 48))
        self._words.setText(words)
        self.button.setText(button)
        self._run = run

    def words(self) -> str:
        return self._words.text()
