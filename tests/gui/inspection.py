"""What a careful visitor sees on a screen: foreign words, controls without a name, cut words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTableView,
    QTextEdit,
    QToolButton,
    QWidget,
)

from rules.text import fold

# -- words

INITIAL = "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?"
VOWELS = (
    "(?:uye|uya|uyu|uoi|uou|uay|uao|uai|ieu|yeu|oai|oay|oao|oeo|uy|uo|uu|ui|ue|ua|ie|ye|ia|iu|oa|oe|oi|oo|ao"
    "|au|ai|ay|eo|eu|[aeiouy])"
)
SYLLABLE = re.compile(f"{INITIAL}{VOWELS}(?:ch|ng|nh|[cmnpt])?")
NAMES = {
    "Word", "Excel", "PDF", "USB", "Qt", "LGPL", "SQLite", "python-docx", "openpyxl", "python-calamine",
    "peewee", "MB", "Ctrl", "Alt", "Shift", "Enter", "Esc", "Delete", "Del", "PgDown", "PgUp", "thuky", "db",
    "docx", "xlsx", "NguyenVanAn",
}  # fmt: skip
# English words, and keys, that could pass for a Vietnamese syllable or an abbreviation.
ENGLISH = {
    "ok", "on", "no", "the", "at", "not", "cut", "set", "top", "up", "me", "it", "is", "or", "them", "then",
    "that", "yes", "id", "null", "run", "tip", "hint",
}  # fmt: skip
ABBREVIATION = re.compile(r"[A-ZĐƯÔ]{1,9}r?|h")  # also CTr, 7h30
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
MARKED = re.compile(r"[^\x00-\x7f]")


def foreign(text: str, known: set[str] = frozenset()) -> list[str]:  # type: ignore[assignment]
    """The words of a text that no clerk in Vietnam would have written."""
    plain = unescape(re.sub(r"<[^>]*>", " ", text)).replace("&", "")
    plain = re.sub(r"\w+…|(?:/[\w.-]+){2,}", " ", plain)  # shortened words, paths of files
    words = (part for found in WORD.findall(plain) for part in _parts(found))
    return [word for word in words if word not in known and not _is_ours(word)]


def _parts(word: str) -> list[str]:
    return [word] if word in NAMES else re.split(r"[-’']", word)


def _is_ours(word: str) -> bool:
    if word in NAMES:
        return True
    if word.lower() in ENGLISH and not MARKED.search(word):
        return False
    return bool(ABBREVIATION.fullmatch(word)) or bool(SYLLABLE.fullmatch(fold(word)))


# -- what is on the screen


def seen(top: QWidget) -> Iterator[QWidget]:
    """The widget and all that is visible in it, Qt's own inner parts left out."""
    for widget in (top, *top.findChildren(QWidget)):
        inner = widget.metaObject().className() in ("QLineEditIconButton", "QComboBoxPrivateContainer")
        if widget.isVisible() and widget.window() is top and not inner:
            yield widget


def texts(top: QWidget) -> Iterator[str]:
    """All words on the screen but what the clerk has typed or keeps in tables."""
    yield top.windowTitle()
    for widget in seen(top):
        yield widget.toolTip()
        yield widget.accessibleName()
        yield from _texts_of(widget)
    if isinstance(top, QMainWindow):
        yield from _menu_texts(top)


def _texts_of(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield widget.text()
    if isinstance(widget, (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox)):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    if isinstance(widget, QTabBar):
        for place in range(widget.count()):
            yield from (widget.tabText(place), widget.tabToolTip(place))
    if isinstance(widget, QListWidget):
        yield from (widget.item(place).text() for place in range(widget.count()))
    if isinstance(widget, QHeaderView) and widget.model():
        model, across = widget.model(), widget.orientation()
        if across == Qt.Orientation.Horizontal:
            yield from (str(model.headerData(n, across) or "") for n in range(model.columnCount()))
    for action in widget.actions():
        yield from (action.text(), action.toolTip())


def _menu_texts(top: QMainWindow) -> Iterator[str]:
    for action in top.menuBar().actions():
        yield action.text()
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield from (entry.text() for entry in menu.actions())


# -- controls

CONTROLS = (QLineEdit, QComboBox, QAbstractButton, QAbstractItemView, QPlainTextEdit, QTextEdit, QTabBar)


def controls(top: QWidget) -> list[QWidget]:
    """What can be worked with; the editable line of a combo box and a header belong to their owners."""
    found = []
    for widget in seen(top):
        owner = widget.parentWidget()
        part = isinstance(widget, QHeaderView) or isinstance(owner, (QComboBox, QTabBar, QAbstractItemView))
        if isinstance(widget, CONTROLS) and not part and not widget.objectName().startswith("qt_"):
            found.append(widget)
    return found


def name_of(widget: QWidget) -> str:
    """What a screen reader says first (for a combo box Qt on Linux gives the value instead)."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName()
    return str(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))


def visible_label(widget: QWidget) -> str:
    """The words that stand on the control or on the label before it."""
    if isinstance(widget, QToolButton) and widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
        return ""
    if isinstance(widget, QAbstractButton) and widget.text():
        return widget.text().replace("&", "")
    for label in widget.window().findChildren(QLabel):
        buddy = label.buddy()
        if label.isVisible() and buddy is not None and widget in (buddy, buddy.focusProxy()):
            return label.text().removesuffix(" *")
    return ""


def unnamed(top: QWidget) -> list[str]:
    """Controls without a name, with a name that leaves out their label, or with the name of another one."""
    complaints, names = [], {}
    for widget in controls(top):
        name, label = name_of(widget), visible_label(widget)
        what = f"{type(widget).__name__} {widget.objectName()!r}"
        if not name:
            complaints.append(f"{what} has no name")
        elif label.lstrip("↳‹ ") not in name:
            complaints.append(f"{what} is called {name!r} but shows {label!r}")
        elif name in names:
            complaints.append(f"{what} and {names[name]} are both called {name!r}")
        names[name] = what
    return complaints


def unreached(top: QWidget) -> list[str]:
    """Enabled controls that take the focus but that Tab never comes to."""
    wanted = {
        widget
        for widget in controls(top)
        if widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy()
    }
    reached: set[QWidget] = set()
    if not wanted:
        return []
    top.activateWindow()
    QApplication.processEvents()
    if QApplication.focusWidget() not in wanted:
        next(iter(wanted)).setFocus()
    for _ in range(len(wanted) + 12):
        here = QApplication.focusWidget()
        if here is None or wanted <= reached:
            break
        reached.add(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    return [f"Tab never comes to {type(widget).__name__} {name_of(widget)!r}" for widget in wanted - reached]


# -- room


def cut(top: QWidget) -> list[str]:
    """Words that have less room than they need."""
    complaints = []
    for widget in seen(top):
        words = _words_of(widget)
        if words and (lack := _lack(widget)):
            complaints.append(f"{words!r} lacks {lack}")
    return complaints


def _words_of(widget: QWidget) -> str:
    if isinstance(widget, (QLabel, QAbstractButton)):
        return widget.text()
    if isinstance(widget, (QTabBar, QTableView)):
        return widget.accessibleName() or type(widget).__name__
    return ""


def _lack(widget: QWidget) -> str:
    if isinstance(widget, QTableView):
        return _lack_of_table(widget)
    if isinstance(widget, QTabBar):
        wide = widget.tabRect(widget.count() - 1).right() + 1
        return f"{wide - widget.width()} px" if wide > widget.width() else ""
    if isinstance(widget, QLabel) and widget.wordWrap():
        tall = widget.heightForWidth(widget.width())
        return f"{tall - widget.height()} px of height" if tall > widget.height() + 1 else ""
    if isinstance(widget, QLabel) and widget.toolTip() and widget.minimumSizeHint().width() <= widget.width():
        return ""  # shortened on purpose, whole in the tip
    wanted, room = widget.sizeHint(), widget.size()
    if wanted.width() > room.width() + 1:
        return f"{wanted.width() - room.width()} px"
    least = wanted.height() - (0 if isinstance(widget, QLabel) else 2)
    return f"{wanted.height() - room.height()} px of height" if least > room.height() + 1 else ""


def _lack_of_table(table: QTableView) -> str:
    header = table.horizontalHeader()
    for place in range(header.count()):
        if not header.isSectionHidden(place) and header.sectionSize(place) < header.sectionSizeHint(place):
            return f"room for the title {table.model().headerData(place, Qt.Orientation.Horizontal)!r}"
    over = table.horizontalScrollBar().maximum()
    return f"{over} px across" if over else ""


def overflowing(top: QWidget) -> list[str]:
    """Areas that have to be moved sideways, and parts that stand outside their window."""
    complaints = []
    for widget in seen(top):
        if isinstance(widget, QScrollArea) and widget.widget() is not None:
            over = widget.widget().minimumSizeHint().width() - widget.viewport().width()
            if over > 0:
                complaints.append(f"scroll area {widget.objectName()!r} is {over} px too narrow")
        if isinstance(widget, CONTROLS) and not _in_area(widget):
            right = widget.mapTo(top, QPoint(widget.width(), widget.height()))
            if right.x() > top.width() + 1 or right.y() > top.height() + 1:
                complaints.append(f"{name_of(widget)!r} stands outside the window")
    return complaints


def _in_area(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            return True
        parent = parent.parentWidget()
    return False
