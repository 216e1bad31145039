"""The look: font, colours of light and dark, style sheet, icons."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QKeySequence,
    QPainter,
    QPalette,
    QPixmap,
    QTextCharFormat,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from gui import state

LIGHT = {
    "window": "#F3F3F4", "surface": "#FFFFFF", "raised": "#FAFAFB", "hover": "#ECECEE", "line": "#E2E2E6",
    "edge": "#C8C8CE", "text": "#1E1E22", "muted": "#62626B", "faint": "#9A9AA3", "select": "#E3E5EA",
    "focus": "#5C6470", "accent": "#9B1C1C", "accent_hover": "#851616", "accent_press": "#701212",
    "on_accent": "#FFFFFF", "good": "#1B7A3D", "warn": "#8F5F00", "bad": "#A63A12",
    "warn_edge": "#C98A0A", "bad_edge": "#BF4A1C", "banner": "#FDF3D8",
}  # fmt: skip
DARK = {
    "window": "#1D1E21", "surface": "#26272B", "raised": "#2B2C31", "hover": "#34353B", "line": "#37383E",
    "edge": "#51525A", "text": "#E9E9EC", "muted": "#A6A6B0", "faint": "#7C7C86", "select": "#3A3D46",
    "focus": "#A7AEBB", "accent": "#B23434", "accent_hover": "#C24242", "accent_press": "#9B2A2A",
    "on_accent": "#FFFFFF", "good": "#6CC287", "warn": "#E2B45A", "bad": "#F0926C",
    "warn_edge": "#B98A2E", "bad_edge": "#C8643C", "banner": "#3A3321",
}  # fmt: skip
GAP = 5  # px between an icon and its words
ICON = QSize(18 + GAP, 18)
MODES = {"auto": "Theo máy", "light": "Sáng", "dark": "Tối"}
_colours = LIGHT
_following = False


def resource(name: str) -> Path:
    """A file under resources/, the same from sources and in the built program."""
    return Path(__file__).resolve().parent.parent / "resources" / name


def dress(app: QApplication, mode: str = "") -> None:
    """Font, palette and style sheet for the whole program; `mode` "light", "dark", "auto" (remembered)."""
    if mode:
        state.put("look/mode", mode)
    global _following
    if not _following:  # a second setStyle under a style sheet may end the process
        QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
        app.setStyle("Fusion")
        app.setFont(_font())
        app.styleHints().colorSchemeChanged.connect(_scheme_changed)
        _following = True
    _repaint(app)


def _scheme_changed() -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        _repaint(app)


def _repaint(app: QApplication) -> None:
    global _colours
    chosen = mode()
    system_dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    _colours = DARK if chosen == "dark" or (chosen == "auto" and system_dark) else LIGHT
    _drawn.cache_clear()
    dot.cache_clear()
    app.setPalette(_palette())
    app.setStyleSheet(_sheet())


def mode() -> str:
    """What was chosen: "light", "dark" or "auto"."""
    return state.text("look/mode", "auto")


def is_dark() -> bool:
    return _colours is DARK


def colour(name: str) -> QColor:
    """A colour of the present look, "text", "muted", "good", …"""
    return QColor(_colours[name])


def _font() -> QFont:
    families = QFontDatabase.families()
    font = QFont("Segoe UI" if "Segoe UI" in families else "DejaVu Sans")
    font.setPointSizeF(10)
    return font


def _palette() -> QPalette:
    role, palette = QPalette.ColorRole, QPalette()
    parts = {
        role.Window: "window", role.WindowText: "text", role.Base: "surface", role.AlternateBase: "raised",
        role.Text: "text", role.Button: "surface", role.ButtonText: "text",
        role.BrightText: "on_accent",
        role.ToolTipBase: "surface", role.ToolTipText: "text", role.PlaceholderText: "faint",
        role.Highlight: "focus", role.HighlightedText: "surface",
        role.Link: "focus", role.LinkVisited: "focus",
        role.Light: "surface", role.Midlight: "hover", role.Mid: "edge", role.Dark: "edge",
        role.Accent: "focus",
    }  # fmt: skip
    for part, name in parts.items():
        palette.setColor(part, colour(name))
    for part in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, part, colour("faint"))
    return palette


def _sheet() -> str:
    sheet = resource("style.qss").read_text(encoding="utf-8")
    for name in sorted(_colours, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", _colours[name])
    return sheet.replace("@icons", resource("icons").as_posix())


# -- icons


def icon(name: str, tone: str = "text", size: int = 18, gap: int = 0) -> QIcon:
    """A line icon of our family in a colour of the present look; greyed by itself when disabled.

    `gap`: empty pixels kept right of it, where words follow too closely.
    """
    return QIcon(_Lines(name, tone, (size, gap)))


class _Lines(QIconEngine):
    """Draws when asked, so that an icon follows a change of the look and of the screen."""

    def __init__(self, name: str, tone: str, room: tuple[int, int]) -> None:
        super().__init__()
        self._name, self._tone, self._room = name, tone, room

    def clone(self) -> QIconEngine:
        return _Lines(self._name, self._tone, self._room)

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QSize:
        return QSize(self._room[0] + self._room[1], self._room[0]).boundedTo(size)

    def scaledPixmap(self, _size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float) -> QPixmap:
        tone = "faint" if mode == QIcon.Mode.Disabled else self._tone
        return _drawn(self._name, tone, self._room, scale)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        app = QGuiApplication.instance()  # not painter.device(): its wrapper brings the process down
        ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, ratio))


def program_icon() -> QIcon:
    """The sign of the program: in the title of its windows, on the task bar, on the first screen."""
    made = QIcon()
    renderer = QSvgRenderer(str(resource("program/thuky.svg")))
    for size in (16, 24, 32, 48, 64, 128, 256):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        made.addPixmap(pixmap)
    return made


@cache
def _drawn(name: str, tone: str, room: tuple[int, int], ratio: float) -> QPixmap:
    size, gap = room
    lines = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(lines.replace("currentColor", _colours[tone]).encode()))
    pixmap = QPixmap(QSize(size + gap, size) * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@cache
def dot(tone: str) -> QIcon:
    """The coloured dot before the word of a state: "good", "warn", "bad" or "quiet"."""
    pixmap = QPixmap(32, 32)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("faint" if tone == "quiet" else tone))
    painter.drawEllipse(QRectF(6, 6, 20, 20))
    painter.end()
    return QIcon(pixmap)


# -- small bricks


def heading(text: str) -> QLabel:
    """The title of a page or a form, 14 pt."""
    return _label(text, "heading")


def subheading(text: str) -> QLabel:
    """The title of a part, 10 pt semibold."""
    label = _label(text, "subheading")
    label.setContentsMargins(0, 8, 0, 0)
    return label


def quiet(text: str) -> QLabel:
    """Words that explain, in grey; wraps."""
    label = _label(text, "quiet")
    label.setWordWrap(True)
    return label


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setIndent(0)
    label.setProperty("role", role)
    return label


def main_button(text: str, icon_name: str = "") -> QPushButton:
    """The one main action of a page or a dialog."""
    button = QPushButton(text)
    button.setProperty("role", "main")
    if icon_name:
        button.setIcon(icon(icon_name, "on_accent", gap=GAP))
        button.setIconSize(ICON)
    return button


def calendar() -> QCalendarWidget:
    """A month sheet, Monday first, in the look of the program."""
    sheet = QCalendarWidget()
    sheet.setMinimumSize(308, 232)
    sheet.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    sheet.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    resting = QTextCharFormat()
    resting.setForeground(colour("muted"))
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        sheet.setWeekdayTextFormat(day, resting)
    for name, icon_name, words in (("prev", "back", "Tháng trước"), ("next", "forward", "Tháng sau")):
        button = sheet.findChild(QToolButton, f"qt_calendar_{name}month")
        if isinstance(button, QToolButton):
            button.setIcon(icon(icon_name))
            button.setAccessibleName(words)
            button.setToolTip(words)
    return sheet


def keys(action: QAction) -> str:
    """The shortcut of an action as it is read: "Alt+↑"."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def set_role(widget: QWidget, role: str) -> None:
    """The style-sheet role of a widget: "quiet", "good", "warn", "bad", "label", "card", …"""
    _set(widget, "role", role)


def set_state(widget: QWidget, value: str) -> None:
    """The state shown by an editor's edge: "", "warn" or "bad"."""
    _set(widget, "state", value)


def _set(widget: QWidget, name: str, value: str) -> None:
    if widget.property(name) != value:
        widget.setProperty(name, value)
        for part in (widget, *widget.findChildren(QWidget)):
            part.style().polish(part)
