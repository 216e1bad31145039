"""The windows of the menu Công cụ for a walk through every screen: as they open, and what opens from them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

NEWER = date(2026, 6, 1)  # a day of the form that came after the sample's plan
HEADINGS = ("TT", "Họ và tên", "Năm sinh", "Chức vụ, đơn vị công tác")
NEWCOMERS = (
    ("TRẦN THỊ MẪU", "1984", "Chuyên viên Ban Tuyên giáo Đảng ủy Khối"),
    ("Đồng chí Phạm Văn Thử", "31/02/1979", "Chuyên viên Ban Tuyên giáo Đảng ủy Khối"),
    ("Lê Thị Ví Dụ", "1990", "Bí thư Đảng ủy Sở Chưa Có"),
)  # one who is new, one with a day that cannot be, one of a unit that nobody knows
NEWS = (
    "Sáng 15/9/2020, Đảng ủy Khối các cơ quan tỉnh tổ chức Hội nghị quán triệt Chỉ thị số 12-CT/TW, ngày "
    "01/7/2020 của Ban Bí thư (dữ liệu mẫu).\n"
    "Dự hội nghị có ủy viên Ban Thường vụ Đảng ủy; bí thư, phó bí thư các chi bộ, đảng bộ cơ sở. Đồng chí Lê "
    "Hồng Quân, Bí thư Đảng ủy Khối các cơ quan tỉnh chủ trì hội nghị.\n"
    "Hội nghị đã nghe đồng chí Đặng Văn Thoảng, Phó Bí thư Đảng ủy Khối các cơ quan tỉnh quán triệt Chỉ thị "
    "số 12-CT/TW, ngày 01/7/2020 của Ban Bí thư; Kế hoạch số 145-KH/ĐUK, ngày 10/9/2020 của Ban Thường vụ "
    "Đảng ủy Khối các cơ quan tỉnh.\n"
    "Kết luận hội nghị, đồng chí Lê Hồng Quân yêu cầu các chi bộ, đảng bộ cơ sở phải xây dựng kế hoạch thực "
    "hiện; phân công người theo dõi; báo cáo kết quả trước ngày 30/11/2020."
)
Screens = Iterator[tuple[str, QWidget]]
Opened = Callable[..., Screens]
Close = Callable[[QWidget], None]


def walk(window: QWidget, opened: Opened, close: Close) -> Screens:
    """Each window with its dialogs; `opened` hands out what calls open, `close` shuts without asking."""
    for part in (_imports, _paste, _review, _check, _wordings, _numbers, _templates, _forms):
        yield from part(window, opened, close)


def _imports(window: QWidget, _opened: Opened, close: Close) -> Screens:
    """Empty, then with a list of some people who are kept and some who are not."""
    from db import people
    from gui import jobs
    from gui.importing.window import ImportDialog
    from papers import styles, xlsx_file
    from papers.content import Column, Document, Row, Sheet, Table

    dialog = ImportDialog(window)
    dialog.open()
    yield "Nhập từ Excel", dialog
    kept = [(row.full_name, row.birth.words if row.birth else None, row.title) for row in people.rows()[:6]]
    rows = [Row((number, *line)) for number, line in enumerate((*kept, *NEWCOMERS), 1)]
    columns = tuple(Column(title, width) for title, width in zip(HEADINGS, (12, 60, 30, 90), strict=True))
    sheet = Sheet("Cán bộ", "DANH SÁCH CÁN BỘ", Table(columns, tuple(rows)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Danh sách cán bộ.xlsx"
        xlsx_file.write(Document("Danh sách cán bộ", styles.profile_for(NEWER), (), (sheet,)), path)
        dialog.open_file(path)
        jobs.wait()
        jobs.wait()
        yield "Nhập từ Excel: từng dòng", dialog
    close(dialog)


def _paste(window: QWidget, _opened: Opened, close: Close) -> Screens:
    from gui.pasting.window import PasteDialog

    dialog = PasteDialog(window)
    dialog.open()
    yield "Đọc văn bản dán vào", dialog
    dialog.put(NEWS)
    dialog.offers.setFocus()
    yield "Đọc văn bản dán vào: kết quả", dialog
    close(dialog)


def _review(window: QWidget, _opened: Opened, close: Close) -> Screens:
    from gui.tools.review import ReviewDialog

    dialog = ReviewDialog(window)
    dialog.show()
    yield "Rà soát dữ liệu", dialog
    close(dialog)


def _check(window: QWidget, _opened: Opened, close: Close) -> Screens:
    """Empty, then with a plan of one form laid against the form of a later day."""
    from db import facts, plans
    from gui import jobs
    from gui.checking import CheckDialog
    from papers import catalogue, docx_file

    dialog = CheckDialog(window)
    dialog.open()
    yield "Kiểm tra thể thức", dialog
    plan = next((row.id for row in plans.rows() if row.items), None)
    if plan is not None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "Kế hoạch.docx"
            docx_file.write(catalogue.compose("plan", facts.gather("plan", plan)), path)
            dialog.open_file(path)
            jobs.wait()
            dialog.day.put(NEWER)
            dialog.check()
            jobs.wait()
            yield "Kiểm tra thể thức: kết quả", dialog
    close(dialog)


def _wordings(window: QWidget, opened: Opened, close: Close) -> Screens:
    from gui.tools.wordings import WordingsDialog

    dialog = WordingsDialog(window)
    dialog.open()
    dialog.choose("invitation")
    dialog.boxes[0].editor.setFocus()
    yield "Câu chữ", dialog
    yield from opened(("Câu chữ: chèn trường", dialog.choose_field), ("Câu chữ: xem thử", dialog.preview))
    close(dialog)


def _numbers(window: QWidget, opened: Opened, close: Close) -> Screens:
    from gui.tools.numbers import NumbersDialog

    dialog = NumbersDialog(window)
    dialog.open()
    yield "Số văn bản", dialog
    ways: list[tuple[str, Any]] = [
        ("Số văn bản: giữ số", dialog.reserve),
        ("Số văn bản: hủy số", dialog.annul),
        ("Số văn bản: nhiệm kỳ", dialog.show_terms),
        ("Số văn bản: cách đánh số", dialog.edit_options),
        ("Số văn bản: in sổ", dialog.print_book),
    ]
    yield from opened(*ways)
    close(dialog)


def _templates(window: QWidget, opened: Opened, close: Close) -> Screens:
    from gui.tools.templates import TemplatesDialog, begun

    dialog = TemplatesDialog(window)
    dialog.open()
    dialog.choose_paper("invitation_people")
    yield "Mẫu Word", dialog
    yield from opened(("Mẫu Word: các trường", dialog.show_fields))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Mẫu giấy mời.docx"
        path.write_bytes(begun("invitation")())
        yield from opened(("Mẫu Word: kiểm tra mẫu", lambda: dialog.take(path)))
    close(dialog)


def _forms(window: QWidget, _opened: Opened, close: Close) -> Screens:
    from gui.tools.forms import FormsDialog

    dialog = FormsDialog(window)
    dialog.open()
    yield "Thể thức", dialog
    close(dialog)
