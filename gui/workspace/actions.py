"""Actions of a section and the flat buttons that show them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from gui import look


def action(
    owner: QWidget, text: str, icon: str, keys: str, run: Callable[[], object], *, only: bool = False
) -> QAction:
    """An action of `owner`; several shortcuts are divided by ";".

    `only`: they work in the owner itself alone, not in what stands inside it.
    """
    made = QAction(look.icon(icon, gap=look.GAP), text, owner) if icon else QAction(text, owner)
    if keys:
        made.setShortcuts([QKeySequence(part.strip()) for part in keys.split(";")])
        context = Qt.ShortcutContext
        made.setShortcutContext(context.WidgetShortcut if only else context.WidgetWithChildrenShortcut)
        made.setToolTip(f"{text.rstrip('…')} ({look.keys(made)})")
    made.triggered.connect(lambda: run())
    owner.addAction(made)
    return made


def button(text: str, icon: str, run: Callable[[], object], tip: str = "") -> QPushButton:
    """A push button with an icon before its words."""
    made = QPushButton(text)
    if icon:
        made.setIcon(look.icon(icon, gap=look.GAP))
        made.setIconSize(look.ICON)
    made.setToolTip(tip)
    made.clicked.connect(lambda: run())
    return made
