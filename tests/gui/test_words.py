"""Qt's own dialogs speak Vietnamese."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QDialogButtonBox,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui import words

# Names of sizes of paper, of keys on the keyboard, of kinds of files; a mark for the direction of writing.
NAMES = {"QPageSize", "QShortcut", "QMimeType", "QGuiApplication"}


class Listener(QTranslator):
    """Notes what is asked, and answers nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[tuple[str, str]] = set()

    def translate(self, context: str, source: str, _note: str | None = None, _n: int = -1) -> str | None:  # type: ignore[override]
        self.asked.add((context, source))
        return None

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def listener(qapp: QApplication) -> Iterator[Listener]:
    made = Listener()
    qapp.installTranslator(made)  # asked first, being the newest
    yield made
    qapp.removeTranslator(made)


def open_all(parent: QWidget) -> list[QWidget]:
    """Every standard window a clerk can meet."""
    files = QFileDialog(parent)
    files.setOption(QFileDialog.Option.DontUseNativeDialog)
    files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    files.setViewMode(QFileDialog.ViewMode.Detail)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    message = QMessageBox(parent)
    for button in QMessageBox.StandardButton:
        if 0x400 <= button.value <= 0x8000000:
            message.addButton(button)
    message.setDetailedText("x")
    buttons = QDialogButtonBox(parent)
    for standard in QDialogButtonBox.StandardButton:
        if 0x400 <= standard.value <= 0x8000000:
            buttons.addButton(standard)
    tabs = QTabBar(parent)
    tabs.setTabsClosable(True)
    tabs.addTab("x")
    made = [files, QPrintDialog(printer, parent), message, buttons, tabs, QCalendarWidget(parent)]
    made += [QInputDialog(parent), QProgressDialog(parent)]
    parent.printer = printer  # type: ignore[attr-defined]
    return made


@pytest.mark.qt_log_ignore("QFileSystemWatcher")
def test_nothing_is_left_in_english(listener: Listener, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    for widget in open_all(parent):
        widget.show()
        QApplication.processEvents()
        widget.hide()
    menus = [edit.createStandardContextMenu() for edit in (QLineEdit(parent), QPlainTextEdit(parent))]
    assert all(isinstance(menu, QMenu) for menu in menus)
    known = words.Words()
    left = {
        (context, source)
        for context, source in listener.asked
        if context not in NAMES and not is_known(known, context, source)
    }
    assert not left
    assert len(listener.asked) > 100


def is_known(known: words.Words, context: str, source: str) -> bool:
    """Names of keys stay, and so does the title of a part that never stands alone."""
    return known.translate(context, source) is not None or source.startswith("Alt+") or source == "Form"


def test_what_is_unknown_stays_as_it_was() -> None:
    assert words.Words().translate("QLineEdit", "Never heard of this") is None
    assert QCoreApplication.translate("QLineEdit", "Never heard of this") == "Never heard of this"


def test_buttons_and_menus_speak(qtbot: QtBot) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setStandardButtons(QMessageBox.StandardButton.Save | QMessageBox.StandardButton.Cancel)
    assert {button.text() for button in box.buttons()} == {"Lưu", "Hủy"}
    line = QLineEdit()
    qtbot.addWidget(line)
    menu = line.createStandardContextMenu()
    said = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert said == ["Hoàn tác", "Làm lại", "Cắt", "Chép", "Dán", "Xóa", "Chọn tất cả"]
    menu.deleteLater()


def test_placeholders_are_kept_and_words_are_composed() -> None:
    for source, answer in words.WORDS.items():
        english = source if isinstance(source, str) else source[1]
        assert english.count("%1") == answer.count("%1")
        assert unicodedata.is_normalized("NFC", answer)
