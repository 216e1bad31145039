"""The preview shows every page, names what is unknown, and lets the paper out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from gui import jobs, paper, preview, state
from gui.preview import PreviewDialog
from papers.content import Document
from tests.gui import paper_samples as papers


def open_preview(qtbot: QtBot, document: Document, name: str = "") -> PreviewDialog:
    dialog = PreviewDialog(document, name)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    return dialog


def test_unknown_facts_are_listed_before_printing(qtbot: QtBot) -> None:
    dialog = open_preview(qtbot, papers.minutes())
    assert [dialog.blanks.item(n).text() for n in range(dialog.blanks.count())] == ["Họ tên người ký"]
    assert dialog.blanks.isVisible()


def test_a_paper_that_knows_everything_has_no_such_list(qtbot: QtBot) -> None:
    dialog = open_preview(qtbot, papers.listing())
    assert not dialog.blanks.isVisible()


def test_excel_is_offered_only_where_there_is_a_sheet(qtbot: QtBot) -> None:
    assert open_preview(qtbot, papers.listing()).excel_button.isVisible()
    assert not open_preview(qtbot, papers.minutes()).excel_button.isVisible()


def test_pages_are_counted_and_turned(qtbot: QtBot) -> None:
    dialog = open_preview(qtbot, papers.minutes(30))
    count = len(dialog.pages)
    assert dialog.place.text() == f"Trang 1/{count}"
    assert not dialog.previous.isEnabled()
    dialog.next.click()
    assert dialog.place.text() == f"Trang 2/{count}"
    dialog.view.go_to(count - 1)
    assert dialog.place.text() == f"Trang {count}/{count}"
    assert not dialog.next.isEnabled()


def test_it_opens_as_wide_as_the_page_and_zooms_by_steps(qtbot: QtBot) -> None:
    dialog = open_preview(qtbot, papers.minutes())
    view = dialog.view
    assert view.horizontalScrollBar().maximum() == 0
    assert view.stack.sheet(0).width() > 0.9 * view.viewport().width()
    fitted = view.stack.percent
    dialog.smaller.click()
    assert view.stack.percent < fitted
    assert dialog.percent.text() == f"{round(view.stack.percent)} %"
    dialog.fit.click()
    assert view.stack.percent == pytest.approx(fitted, abs=2)


def test_only_pages_in_sight_are_drawn(qtbot: QtBot) -> None:
    dialog = open_preview(qtbot, papers.minutes(200))
    assert len(dialog.pages) > 20
    dialog.grab()
    assert {place for place, _ in dialog.view.stack._pictures} <= {0, 1}


def test_it_fits_the_small_screen(qtbot: QtBot) -> None:
    dialog = open_preview(qtbot, papers.minutes())
    assert dialog.height() <= 768 - 48
    assert dialog.minimumSizeHint().width() <= 1090
    assert dialog.minimumSizeHint().height() <= 540


def test_every_tool_is_named(qtbot: QtBot) -> None:
    dialog = open_preview(qtbot, papers.minutes())
    names = [button.accessibleName() for button in dialog.findChildren(QToolButton) if button.isVisible()]
    assert len(names) == 5
    assert len(set(names)) == 5


@pytest.mark.parametrize(("kind", "start"), [("pdf", b"%PDF"), ("docx", b"PK"), ("xlsx", b"PK")])
def test_saving_writes_the_file_the_user_named(
    kind: str, start: bytes, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(_parent: object, _title: str, proposed: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(proposed).name)
        return str(tmp_path / "tên tôi chọn"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    dialog = open_preview(qtbot, papers.listing(5), "Danh sách 21/8/2019: thử?")
    dialog.save(kind)
    jobs.wait()
    written = tmp_path / f"tên tôi chọn.{kind}"
    assert written.read_bytes().startswith(start)
    assert asked == [f"Danh sách 21-8-2019- thử.{kind}"]
    assert state.text("saving/folder") == str(tmp_path)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "Đã lưu xong" in box.text()
    box.close()


def test_a_target_that_refuses_is_one_plain_sentence(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "không có" / "a.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    dialog = open_preview(qtbot, papers.listing(5))
    dialog.save("pdf")
    jobs.wait()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "Không có thư mục" in box.text()
    box.close()


def test_no_printer_says_what_to_do_instead(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    dialog = open_preview(qtbot, papers.minutes())
    dialog.print_out()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "chưa cài máy in" in box.text()
    saved: list[str] = []
    monkeypatch.setattr(dialog, "save", saved.append)
    QTest.keyClick(box, Qt.Key.Key_Return)  # the one thing that can be done about it
    assert saved == ["pdf"]


def test_the_print_dialog_prints_what_it_was_told(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["giả"])
    dialog = open_preview(qtbot, papers.minutes(30))
    dialog.print_out()
    assert dialog._dialog.isVisible()
    assert (dialog._dialog.minPage(), dialog._dialog.maxPage()) == (1, len(dialog.pages))
    dialog._printer.setOutputFormat(dialog._printer.OutputFormat.PdfFormat)
    dialog._printer.setOutputFileName(str(tmp_path / "in.pdf"))
    dialog._dialog.done(1)
    assert (tmp_path / "in.pdf").read_bytes().startswith(b"%PDF")


def test_a_printer_that_fails_is_told_and_the_preview_stays(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(paper, "paint", fail)
    dialog = open_preview(qtbot, papers.minutes())
    dialog._print(None)  # type: ignore[arg-type]
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert preview.PRINT_FAILED[0] in box.text()
    box.close()
    assert dialog.isVisible()
