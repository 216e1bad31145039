"""The window: tabs, menus, undo, and the line at the bottom; carries the news of the file to the pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMainWindow,
    QStackedLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from db import file, history, settings
from gui import beside, errors, jobs, keeping, look, menus, state, tabs
from gui.asking import tell
from gui.drops import word_file, workbook
from gui.tools import doors
from rules.trouble import Refused

SHOWN_FOR = 6000  # ms that a message stays in the line at the bottom


class Place(QWidget):
    """The room of one tab; its page is built when the tab is first seen."""

    def __init__(self, build: Callable[[], QWidget]) -> None:
        super().__init__()
        self._build = build
        self._layout = QStackedLayout(self)
        self.page: QWidget | None = None

    def open(self) -> QWidget:
        if self.page is None:
            self.page = self._build()
            self._layout.addWidget(self.page)
            self.setFocusProxy(self.page)
        return self.page


class MainWindow(QMainWindow):
    """One office, one file, four tabs."""

    news = Signal(frozenset)  # names of the tables that a change touched

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setMinimumSize(900, 530)
        self.setAcceptDrops(True)
        self.resize(1180, 680)
        self.places: list[Place] = []
        self.icons: list[str] = []  # of the tabs
        self.tabs = QTabWidget()
        self.tabs.setObjectName("tabs")
        self.tabs.setAccessibleName("Thẻ")
        self.tabs.setDocumentMode(True)
        self.banner = QLabel("DỮ LIỆU MẪU – số liệu giả định để xem thử, không dùng cho việc thật")
        self.banner.setProperty("role", "banner")
        self.banner.setWordWrap(True)
        self._build()
        self.undo_action, self.redo_action = menus.fill(self)
        self._make_line()
        self.show_backup()
        history.listeners.append(self._tell)
        self.news.connect(self._after_change)
        self._after_change(frozenset({"setting"}))
        self.restoreGeometry(state.data("window/place"))
        self.tabs.setCurrentIndex(min(max(state.number("window/tab"), 0), self.tabs.count() - 1))
        self._opened(self.tabs.currentIndex())

    # -- what it looks like

    def _build(self) -> None:
        for tab, build in tabs.pages():
            self.icons.append(tab.icon)
            place = Place(build)
            self.places.append(place)
            self.tabs.addTab(place, look.icon(tab.icon, "muted"), tab.title)
            number = len(self.places)
            self.tabs.setTabToolTip(number - 1, f"{tab.title} (Ctrl+{number})")
        self.tabs.currentChanged.connect(self._opened)
        self.tabs.setCornerWidget(beside.find_button(self.find_all))
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.tabs, 1)
        self.setCentralWidget(middle)

    def _make_line(self) -> None:
        self.undo_line = QLabel()
        self.undo_line.setProperty("role", "quiet")
        self.backup_line = QLabel()
        self.backup_line.setProperty("role", "quiet")
        line = self.statusBar()
        line.setSizeGripEnabled(False)
        line.setContentsMargins(12, 2, 12, 2)
        line.addWidget(self.undo_line)
        line.addPermanentWidget(self.backup_line)

    # -- tabs

    def _opened(self, number: int) -> None:
        place = self.places[number]
        first = place.page is None
        page = place.open()
        if first:
            self._connect(page)
        state.put("window/tab", number)
        if self.isVisible():
            page.setFocus()

    def _connect(self, page: QWidget) -> None:
        for name, hear in (("said", self.say), ("open_record", self.open_record)):
            signal = getattr(page, name, None)
            if signal is not None:
                signal.connect(hear)
        tell_page = getattr(page, "news", None)
        if tell_page is not None:
            self.news.connect(tell_page)

    def page(self, name: str) -> QWidget:
        """The page of a tab, built if it was not yet seen; `name` is its title."""
        titles = [self.tabs.tabText(number) for number in range(self.tabs.count())]
        self.tabs.setCurrentIndex(titles.index(name))
        return self.places[self.tabs.currentIndex()].open()

    def open_record(self, subject: str, record: int) -> None:
        """Go to the tab of "unit", "directive", "meeting" or "person" and show that record there."""
        titles = {"unit": "Đơn vị", "directive": "Văn bản", "meeting": "Hội nghị", "person": "Đại biểu"}
        page = self.page(titles[subject])
        show = getattr(page, "show_record", None)
        if show is not None:
            show(record)

    # -- news

    def _tell(self, tables: frozenset[str]) -> None:
        self.news.emit(tables)

    def _after_change(self, tables: frozenset[str]) -> None:
        self._name_steps()
        if "setting" in tables or "unit_name" in tables:
            self._name_office()

    def _name_office(self) -> None:
        if not settings.is_started():  # undone back to the first screen; redo brings everything back
            self.setWindowTitle("Thư Ký")
            self.say("Đã hoàn tác cả việc khai báo cơ quan. Nhấn Ctrl+Y để lấy lại.")
            return
        office = settings.office()
        self.setWindowTitle(f"{office.committee or office.organization} – Thư Ký")
        self.banner.setVisible(office.sample)

    def _name_steps(self) -> None:
        undo, redo = history.undo_label(), history.redo_label()
        self.undo_action.setText(f"Hoàn tác: {undo}" if undo else "Hoàn tác")
        self.undo_action.setEnabled(bool(undo))
        self.redo_action.setText(f"Làm lại: {redo}" if redo else "Làm lại")
        self.redo_action.setEnabled(bool(redo))
        self.undo_line.setText(f"Hoàn tác: {undo} (Ctrl+Z)" if undo else "")

    def say(self, text: str) -> None:
        """One line at the bottom, for some seconds."""
        self.statusBar().showMessage(text, SHOWN_FOR)

    # -- actions

    def undo(self) -> None:
        self._step(history.undo, "Đã hoàn tác")

    def redo(self) -> None:
        self._step(history.redo, "Đã làm lại")

    def _step(self, step: Callable[[], str | None], said: str) -> None:
        try:
            label = step()
        except Refused as refused:
            errors.show(refused, self)
            return
        if label:
            self.say(f"{said}: {label}.")

    def find_all(self) -> None:
        from gui.finding import FindDialog

        FindDialog(self).open()

    def edit_office(self) -> None:
        from gui import start

        start.edit_office(self)

    def show_history(self) -> None:
        from gui.past import PastDialog

        PastDialog(self).open()

    def check_form(self, path: Path | None = None) -> None:
        """The check of a Word file; without one the window asks for it."""
        from gui.checking import CheckDialog

        dialog = CheckDialog(self)
        dialog.open()
        if path is not None:
            dialog.open_file(path)

    def import_rows(self, path: Path | None = None) -> None:
        """Rows of a workbook into the register in sight, or the roll-call of the meeting that is open."""
        asked = getattr(self.places[self.tabs.currentIndex()].page, "imports", None)
        kind, meeting = asked() if asked else ("people", None)
        doors.import_rows(self, kind, meeting, path).told.connect(self.say)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if word_file(event) or workbook(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A Word file dropped anywhere is checked against the official form, a workbook is imported."""
        word, rows = word_file(event), workbook(event)
        if word or rows:
            event.acceptProposedAction()
        if word:
            self.check_form(word)
        elif rows:
            self.import_rows(rows)

    def show_help(self) -> None:
        from gui.guide import GuideDialog

        GuideDialog(self).open()

    def show_about(self) -> None:
        tell(
            self,
            "Thư Ký – trợ giúp văn phòng cấp ủy",
            "Chạy trên một máy, không dùng mạng.\n"
            f"Dữ liệu: {file.folder()}\n"
            "Dùng Qt (LGPL), SQLite, python-docx, openpyxl, python-calamine, peewee.",
        )

    def change_look(self, mode: str) -> None:
        """Light, dark, or as the PC is set."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            look.dress(app, mode)
            self.news.emit(frozenset({"unit", "directive", "meeting", "person"}))  # colours inside the pages

    def open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.folder())))

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins in the page, so that its shortcuts work at once."""
        super().showEvent(event)
        page = self.places[self.tabs.currentIndex()].page
        if page is not None and not event.spontaneous():
            page.setFocus()

    # -- leaving

    def closeEvent(self, event: QCloseEvent) -> None:
        """A page with unsaved typing may ask to stay; a file that is being written is waited for."""
        if jobs.busy():
            tell(self, "Còn tệp đang ghi dở.", "Chờ ghi xong rồi đóng chương trình.")
            event.ignore()
            return
        for place in self.places:
            may_leave = getattr(place.page, "may_leave", None)
            if may_leave is not None and not may_leave(self.close):
                self.tabs.setCurrentWidget(place)
                event.ignore()
                return
        state.put("window/place", self.saveGeometry())
        self.forget()
        super().closeEvent(event)

    def forget(self) -> None:
        """Hear no more news of the file."""
        if self._tell in history.listeners:
            history.listeners.remove(self._tell)

    def show_backup(self) -> None:
        """Say when the last backup was made."""
        self.backup_line.setText(keeping.last_backup())
