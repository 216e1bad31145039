"""A walk through every screen of the open file, and pictures of it."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from db import file, plans
from gui import jobs, keeping, opening, state
from gui.form import Form
from gui.tools import tour
from gui.window import MainWindow
from rules.numbering import is_congress
from rules.text import fold

Screen = tuple[str, QWidget]


def take(folder: Path) -> list[Path]:
    """Write a PNG of every screen of the open file; returns the files in the order of the walk.

    The window fills the screen; habits of the clerk are left aside.
    """
    app = opening.application()
    app.setCursorFlashTime(0)
    state.use(None)
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    window = MainWindow()
    window.resize(app.primaryScreen().availableGeometry().size())
    window.show()
    written: list[Path] = []
    for name, widget in walk(window):
        settle()
        path = folder / f"{len(written) + 1:02d}-{file_name(name)}.png"
        if not widget.grab().save(str(path)):
            raise OSError(5, "", str(path))
        written.append(path)
    close(window)
    return written


def file_name(name: str) -> str:
    """ "Đơn vị: thêm" as "don-vi-them"."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")


def settle() -> None:
    """All that waits to be drawn or fetched."""
    jobs.wait()
    for _ in range(3):
        QApplication.processEvents()


def close(widget: QWidget) -> None:
    """Away with it, whatever is typed."""
    if isinstance(widget, Form):
        widget.forget_changes()
    if isinstance(widget, MainWindow):
        widget.forget()
    if isinstance(widget, QDialog):
        QDialog.reject(widget)
    widget.hide()
    widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


# -- the walk


def walk(window: MainWindow) -> Iterator[Screen]:
    """Every screen, shown while it is handed out: the first start, each tab, its forms and dialogs."""
    yield from _first_start()
    yield from _units(window.page("Đơn vị"))
    yield from _directives(window.page("Văn bản"))
    yield from _meetings(window.page("Hội nghị"))
    yield from _people(window.page("Đại biểu"))
    yield from _opened(
        ("Thông tin cơ quan", window.edit_office),
        ("Tìm mọi thứ", window.find_all),
        ("Tìm mọi thứ: kết quả", lambda: _find(window)),
        ("Lịch sử thay đổi", window.show_history),
        ("Hướng dẫn", window.show_help),
        ("Giới thiệu", window.show_about),
        ("Phục hồi từ bản sao", lambda: keeping.restore(window)),
        ("Kiểm tra dữ liệu", lambda: keeping.check(window)),
    )
    yield from tour.walk(window, _opened, close)


def _opened(*ways: tuple[str, Callable[[], object]]) -> Iterator[Screen]:
    """The dialog that each call opens; a call that has nothing to open is passed by."""
    for name, way in ways:
        before = QApplication.activeModalWidget()
        way()
        settle()
        dialog = QApplication.activeModalWidget()
        if dialog is not None and dialog is not before:
            yield name, dialog
            close(dialog)


def _find(window: MainWindow) -> None:
    """What a number finds: kinds of records, tasks, papers."""
    window.find_all()
    dialog: Any = QApplication.activeModalWidget()
    dialog.line.setText("35-CT")
    dialog.finish()


def _first_start() -> Iterator[Screen]:
    from gui.start import StartDialog

    start = StartDialog()
    start.show()
    yield "Lần mở đầu tiên", start
    yield from _opened(("Lập sổ của cơ quan", start.begin_own), ("Lấy bản sao", start.begin_copy))
    close(start)


def _seek(page: Any, words: str) -> None:
    """Select the row that is found by these words, among all rows."""
    page.bar.clear()
    found = page.fetch(words)
    if found:
        page.show_record(found[0].id)


def _list(page: Any, title: str) -> Iterator[Screen]:
    """What every list has: its rows, its forms, its question before deleting."""
    yield title, page.window()
    yield from _opened((f"{title}: thêm", page.add), (f"{title}: sửa", page.edit))
    yield from _opened((f"{title}: xóa", page.delete))


def _units(page: Any) -> Iterator[Screen]:
    page.bar.search.setText("không có gì như thế")
    page.reload()
    yield "Đơn vị: không tìm thấy", page.window()
    _seek(page, "sở công thương")
    yield from _list(page, "Đơn vị")
    yield from _opened(("Đơn vị: in danh sách", page.print_rows))
    yield from _opened(
        ("Đơn vị: thêm trực thuộc", page.add_below),
        ("Đơn vị: đổi tên", page.rename),
        ("Đơn vị: kết thúc hoạt động", page.end),
    )


def _people(page: Any) -> Iterator[Screen]:
    best = max(page.fetch(""), key=lambda row: len(row.held), default=None)
    if best is not None:
        page.show_record(best.id)
    yield from _list(page, "Đại biểu")
    yield from _opened(("Đại biểu: thêm chức vụ", page.add_post), ("Đại biểu: các chức vụ", page.show_posts))


def _directives(page: Any) -> Iterator[Screen]:
    register = page.register
    _seek(register, "35-CT/TW")
    yield from _list(register, "Văn bản")
    yield from _opened(("Văn bản: thêm văn bản triển khai", register.add_carrying))
    _seek(register, "35-CT/TW")
    yield from _opened(("Văn bản: sao văn bản", register.copy_paper))
    plan = next((row for row in register.fetch("92-KH/ĐUK") if row.type == "Kế hoạch"), None)
    if plan is None:
        return
    page.write_plan(plan.id)
    editor = page.editor
    for place, part in enumerate(editor.parts):
        editor.bar.setCurrentIndex(place)
        yield f"Kế hoạch: {part.title}", page.window()
        if hasattr(part, "add_lines"):
            part.select({item.id for item in plans.items(plan.id)[:1]})
            yield from _opened(("Kế hoạch: thêm việc", part.add), ("Kế hoạch: sửa việc", part.edit))
    yield from _opened(("Kế hoạch: xem trước", editor.preview))
    editor.leave()


def _meetings(page: Any) -> Iterator[Screen]:
    rows = page.list.fetch("")
    if rows:
        main = max(rows, key=lambda row: row.tasks)
        page.list.reload()
        page.list.select({main.id})
    yield from _list(page.list, "Hội nghị")
    if not rows:
        return
    workspace = page.open_meeting(main.id)
    for kind in workspace.kinds:
        workspace.go(kind.key)
        if kind.key == "minutes":
            workspace.part().show_blanks()  # now, not after its pause
        if kind.key == "records":
            yield from _desk(workspace.part())
        yield f"Hội nghị: {kind.title}", page.window()
        yield from _opened(*_of_section(kind.key, workspace.part()))
    page.list.select({main.id})
    yield from _opened(
        ("Hội nghị: biên bản, xem trước", page.list.preview_minutes),
        ("Hội nghị: danh sách đại biểu, xem trước", page.list.preview_delegates),
    )
    yield from _congress(page, rows)
    workspace.close_meeting()


def _desk(part: Any) -> Iterator[Screen]:
    """Papers of each shape: a letter with its marks unfolded, a notice, a list, the documents used."""
    shown = (
        ("giấy mời", "invitation"),
        ("thông báo", "notice"),
        ("danh sách", "delegates"),
        ("văn bản", "used"),
    )
    for name, key in shown:
        part.shelf.choose(key)
        part.shelf.ask_all()
        for folded in part.sheet.folds if key == "invitation" else ():
            folded.unfold(True)
        yield f"Tài liệu: {name}", part.window()
    part.shelf.choose("minutes")


def _congress(page: Any, rows: list[Any]) -> Iterator[Screen]:
    """The desk of a congress, where a paper has its number, and the question before it is given up."""
    for row in (row for row in rows if is_congress(row.type)):
        workspace = page.open_meeting(row.id)
        workspace.go("records")
        part = workspace.part()
        part.shelf.choose("invitation")
        part.shelf.ask_all()
        yield "Tài liệu: đại hội", page.window()
        yield from _opened(("Tài liệu: hủy số", part.sheet.tools.ask_reason))


def _of_section(key: str, part: Any) -> list[tuple[str, Callable[[], object]]]:
    """The dialogs of one section of a meeting."""
    if key == "calling":
        part.groups.list.setCurrentRow(0)
        part.table.selectRow(0)
        return [
            ("Thành phần: thêm thành phần", part.groups.add),
            ("Thành phần: sửa thành phần", part.groups.edit),
            ("Thành phần: thêm đại biểu", lambda: part.add_people(False)),
            ("Thành phần: thêm khách mời", lambda: part.add_people(True)),
            ("Thành phần: người mới", part.add_new),
            ("Thành phần: trả lời", part.reply),
        ]
    if key == "presence":
        part.table.selectRow(0)
        return [("Điểm danh: người dự thay", part.name_substitute)]
    if key == "records":
        return [
            ("Tài liệu: ghi tất cả", part.write_all),
            ("Tài liệu: in giấy mời", lambda: part.preview("invitation_people")),
            ("Tài liệu: giữ bản sửa tay", lambda: _kept_edits(part)),
        ]
    if key == "conclusions":
        part.bench.table.selectRow(0)
        return [
            ("Kết luận: thêm", part.add_conclusion),
            ("Kết luận: sửa", part.edit_conclusion),
            ("Kết luận: xóa", part.delete_conclusion),
            ("Kết luận: đặt chung", part.set_shared),
        ]
    return []


def _kept_edits(part: Any) -> None:
    """As after writing over a file that was changed by hand."""
    from db.produced import Row
    from gui.kept_edits import KeptEdits

    made = datetime(2019, 8, 22, 14, 5).astimezone()
    before = {"Số có mặt": "230", "Nơi nhận": "Tỉnh ủy"}
    now = {"Số có mặt": "231", "Nơi nhận": "Tỉnh ủy\nLưu Văn phòng"}
    known = Row(0, "minutes", part.meeting, "", "", "", "", before, made)
    part.told = KeptEdits(Path("Biên bản.docx"), Path("Biên bản (2).docx"), known, now, part)
    part.told.open()


if __name__ == "__main__":  # python -m gui.screens PICTURES DATA, at the scale of QT_SCALE_FACTOR
    file.open_file(Path(sys.argv[2]))
    for picture in take(Path(sys.argv[1])):
        print(picture)
    file.close_file()
