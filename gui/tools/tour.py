"""The windows of the menu Công cụ for a walk through every screen: as they open, and what opens from them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

NEWER = date(2026, 6, 1)  # a day of the form that came after the sample's plan
Screens = Iterator[tuple[str, QWidget]]
Opened = Callable[..., Screens]
Close = Callable[[QWidget], None]


def walk(window: QWidget, opened: Opened, close: Close) -> Screens:
    """Each window with its dialogs; `opened` hands out what calls open, `close` shuts without asking."""
    for part in (_check, _wordings, _numbers, _templates, _forms):
        yield from part(window, opened, close)


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
