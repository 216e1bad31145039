"""The menus of the window and their keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from gui import keeping, look
from gui.tools import doors as tools

if TYPE_CHECKING:
    from gui.window import MainWindow


def fill(window: MainWindow) -> tuple[QAction, QAction]:
    """Make all menus; returns the entries of undo and redo, whose words change."""
    _file(window)
    edit = window.menuBar().addMenu("&Sửa")
    undo = _entry(edit, "undo", "Hoàn tác", "Ctrl+Z", window.undo)
    redo = _entry(edit, "redo", "Làm lại", "Ctrl+Y", window.redo)
    edit.addSeparator()
    _entry(edit, "search", "Tìm mọi thứ…", "Ctrl+K", window.find_all)
    _entry(edit, "history", "Lịch sử thay đổi…", "Ctrl+H", window.show_history)
    _view(window)
    _tools(window)
    helps = window.menuBar().addMenu("&Trợ giúp")
    _entry(helps, "info", "Hướng dẫn sử dụng", "F1", window.show_help)
    _entry(helps, "", "Giới thiệu Thư Ký", "", window.show_about)
    return undo, redo


def _file(window: MainWindow) -> None:
    menu = window.menuBar().addMenu("&Tệp")
    _entry(menu, "settings", "Thông tin cơ quan…", "", window.edit_office)
    menu.addSeparator()
    _entry(menu, "excel", "Nhập từ Excel…", "Ctrl+I", window.import_rows)
    _entry(menu, "minutes", "Đọc văn bản dán vào…", "Ctrl+Shift+V", partial(tools.paste, window))
    menu.addSeparator()
    _entry(menu, "backup", "Sao lưu ngay", "Ctrl+B", partial(keeping.backup_now, window))
    elsewhere = partial(keeping.backup_elsewhere, window)
    _entry(menu, "export", "Sao lưu ra USB hoặc thư mục khác…", "", elsewhere)
    _entry(menu, "import", "Phục hồi từ bản sao lưu…", "", partial(keeping.restore, window))
    _entry(menu, "good", "Kiểm tra dữ liệu", "", partial(keeping.check, window))
    _entry(menu, "open", "Mở thư mục dữ liệu", "", window.open_folder)
    menu.addSeparator()
    _entry(menu, "", "Thoát", "Ctrl+Q", window.close)


def _view(window: MainWindow) -> None:
    menu = window.menuBar().addMenu("&Xem")
    for number, (place, icon) in enumerate(zip(window.places, window.icons, strict=True), start=1):
        go = partial(window.tabs.setCurrentWidget, place)
        _entry(menu, icon, f"Thẻ {window.tabs.tabText(number - 1)}", f"Ctrl+{number}", go)
    menu.addSeparator()
    modes = QActionGroup(window)
    for mode, title in look.MODES.items():
        made = _entry(menu, "", f"Màu: {title}", "", partial(window.change_look, mode))
        made.setCheckable(True)
        made.setChecked(mode == look.mode())
        modes.addAction(made)


def _tools(window: MainWindow) -> None:
    menu = window.menuBar().addMenu("&Công cụ")
    _entry(menu, "good", "Kiểm tra thể thức tệp Word…", "Ctrl+T", window.check_form)
    _entry(menu, "search", "Rà soát dữ liệu…", "Ctrl+Shift+R", partial(tools.review, window))
    menu.addSeparator()
    _entry(menu, "edit", "Câu chữ của văn bản…", "Ctrl+Shift+C", partial(tools.wordings, window))
    _entry(menu, "word", "Mẫu Word của cơ quan…", "Ctrl+Shift+M", partial(tools.templates, window))
    _entry(menu, "calendar", "Thể thức đang áp dụng…", "", partial(tools.forms, window))
    menu.addSeparator()
    _entry(menu, "directive", "Số văn bản…", "Ctrl+Shift+S", partial(tools.numbers, window))


def _entry(menu: QMenu, icon: str, text: str, shortcut: str, run: Callable[[], object]) -> QAction:
    made = QAction(text, menu)
    if icon:
        made.setIcon(look.icon(icon))
    if shortcut:
        made.setShortcut(shortcut)
    made.triggered.connect(lambda: run())
    menu.addAction(made)
    return made
