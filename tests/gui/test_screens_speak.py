"""Every screen of the sample speaks Vietnamese, names its controls, is walked by Tab, cuts nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from db import file, history, people, sample
from gui import screens, state
from gui.window import MainWindow
from tests.gui import inspection

SMALL = QSize(1090, 540)  # 1366×768 at 125 %, task bar and title taken away
Complaints = dict[str, list[str]]
CHECKS = {
    "named": inspection.unnamed,
    "cut": inspection.cut,
    "over": inspection.overflowing,
    "tab": inspection.unreached,
}


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory, dressed: QApplication) -> Iterator[Complaints]:
    """One walk through everything; what each check complains of, and the names of all screens."""
    place = tmp_path_factory.mktemp("sample")
    file.open_file(place)
    sample.build()
    state.use(None)
    window = MainWindow()
    window.resize(SMALL)
    window.show()
    window.activateWindow()
    known = {part for row in people.rows() for word in row.full_name.split() for part in word.split("’")}
    yield _walk(window, known)
    screens.close(window)
    file.close_file()
    history.listeners.clear()


def _walk(window: MainWindow, known: set[str]) -> Complaints:
    found: Complaints = {name: [] for name in ("screens", "words", "size", *CHECKS)}
    for name, widget in screens.walk(window):
        screens.settle()
        found["screens"].append(name)
        least = widget.minimumSizeHint()
        if least.width() > SMALL.width() - 10 or least.height() > SMALL.height():
            found["size"].append(f"{name}: needs {least.width()}×{least.height()}")
        if isinstance(widget, QDialog):
            widget.resize(widget.size().boundedTo(SMALL))
            screens.settle()
        for text in dict.fromkeys(inspection.texts(widget)):
            if wrong := inspection.foreign(text, known):
                found["words"].append(f"{name}: {wrong} in {text!r}")
        for check, look in CHECKS.items():
            found[check] += [f"{name}: {complaint}" for complaint in look(widget)]
    return found


@pytest.mark.slow
def test_the_walk_comes_to_every_tab_section_form_and_dialog(walked: Complaints) -> None:
    names = walked["screens"]
    assert len(names) == len(set(names)) >= 58
    for wanted in (
        "Lần mở đầu tiên", "Đơn vị: đổi tên", "Văn bản: thêm", "Kế hoạch: Căn cứ", "Kế hoạch: xem trước",
        "Hội nghị: Điểm danh", "Hội nghị: biên bản, xem trước", "Đại biểu: các chức vụ", "Hướng dẫn",
        "Lịch sử thay đổi", "Đơn vị: xóa", "Giới thiệu", "Thông tin cơ quan", "Câu chữ: chèn trường",
        "Câu chữ: xem thử", "Mẫu Word: kiểm tra mẫu", "Số văn bản: in sổ", "Thể thức",
    ):  # fmt: skip
        assert wanted in names


def test_every_word_is_vietnamese(walked: Complaints) -> None:
    assert not walked["words"], "\n".join(walked["words"])


def test_every_control_has_a_name_of_its_own(walked: Complaints) -> None:
    assert not walked["named"], "\n".join(walked["named"])


def test_tab_comes_to_every_control(walked: Complaints) -> None:
    assert not walked["tab"], "\n".join(walked["tab"])


def test_nothing_is_cut_off_on_a_small_screen(walked: Complaints) -> None:
    assert not walked["cut"], "\n".join(walked["cut"])


def test_nothing_stands_outside_or_moves_sideways(walked: Complaints) -> None:
    assert not walked["over"], "\n".join(walked["over"])


def test_window_and_dialogs_fit_a_small_screen(walked: Complaints) -> None:
    assert not walked["size"], "\n".join(walked["size"])


# -- the checks themselves can fail


@pytest.mark.parametrize(
    "text",
    [
        "Save",
        "OK",
        "Cancel",
        "Hội nghị (untitled)",
        "Open file…",
        "<b>Error</b>",
        "Click vào đây",
        "id",
        "No",
    ],
)
def test_english_words_are_noticed(text: str) -> None:
    assert inspection.foreign(text)


@pytest.mark.parametrize(
    "text",
    [
        "Lưu Word", "Xem trước, in (Ctrl+P)", "92-KH/ĐUK, ngày 19/8/2019", "Quý II/2020", "✓ Sao lưu: 1,2 MB",
        "⚠ Chưa rõ ngày", "nguyễn khuyến quyết nghiêng xoáy khuỷu ngoằn uống yêu gìn giữ", "Alt+↓", "&Tệp",
    ],
)  # fmt: skip
def test_words_of_a_clerk_are_not(text: str) -> None:
    assert inspection.foreign(text) == []


@pytest.fixture
def box(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.setWindowTitle("Thử")
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


def put(box: QWidget, *widgets: QWidget) -> None:
    for widget in widgets:
        box.layout().addWidget(widget)
    box.show()
    QApplication.processEvents()


def test_a_planted_english_button_is_found(box: QWidget) -> None:
    put(box, QPushButton("Save"))
    assert [word for text in inspection.texts(box) for word in inspection.foreign(text)] == ["Save"]


def test_names_missing_or_given_twice_are_found(box: QWidget) -> None:
    nameless, first, second = QLineEdit(), QPushButton("Thêm"), QPushButton("Thêm")
    put(box, nameless, first, second)
    assert len(inspection.unnamed(box)) == 2
    nameless.setAccessibleName("Họ và tên")
    second.setText("Thêm nhiệm vụ")
    assert inspection.unnamed(box) == []


def test_a_name_that_is_not_the_label_is_found(box: QWidget) -> None:
    label, line = QLabel("Họ và tên *"), QLineEdit()
    line.setAccessibleName("Tên")
    label.setBuddy(line)
    put(box, label, line)
    assert "shows 'Họ và tên'" in inspection.unnamed(box)[0]


def test_a_text_that_swallows_tab_is_found(box: QWidget) -> None:
    text, button = QPlainTextEdit(), QPushButton("Lưu")
    put(box, text, button)
    text.setFocus()
    assert len(inspection.unreached(box)) == 1
    text.setPlainText("")
    text.setTabChangesFocus(True)
    assert inspection.unreached(box) == []


def test_cut_words_are_found(box: QWidget) -> None:
    short, wrapped = QLabel("Một câu khá dài"), QLabel("Một câu khá dài phải xuống dòng nhiều lần")
    wrapped.setWordWrap(True)
    put(box, short, wrapped)
    assert inspection.cut(box) == []
    short.setFixedWidth(30)
    wrapped.setFixedSize(60, 15)
    QApplication.processEvents()
    assert len(inspection.cut(box)) == 2


def test_parts_outside_the_window_are_found(box: QWidget) -> None:
    wide = QPushButton("Rộng")
    wide.setParent(box)
    wide.move(500, 0)
    box.resize(200, 100)
    box.show()
    assert inspection.overflowing(box) == ["'Rộng' stands outside the window"]


def test_pictures_are_written_in_order_with_plain_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, qapp: QApplication, office: dict[str, int]
) -> None:
    label = QLabel("Thử")
    qtbot.addWidget(label)
    monkeypatch.setattr(screens, "walk", lambda _window: iter([("Đơn vị: thêm", label), ("Sửa", label)]))
    monkeypatch.setattr(screens.opening, "application", lambda: qapp)
    old = tmp_path / "01-cu.png"
    old.write_bytes(b"x")
    taken = screens.take(tmp_path)
    assert [path.name for path in taken] == ["01-don-vi-them.png", "02-sua.png"]
    assert taken[0].read_bytes().startswith(b"\x89PNG")
    assert not old.exists()
