"""The books of numbers in the window: kept, given back, annulled; terms, ways of numbering, registers."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db import directives, history, number_books, numbering, terms
from db.choices import choices
from gui import listing
from gui.asking import Question
from gui.form import Form
from gui.tools.books import ALL, BookDialog
from gui.tools.numbers import NumbersDialog
from rules import directives as laws
from rules.dates import VagueDate, show_date
from rules.fields import blank
from rules.numbering import ANNULLED, RESERVED, USED

DAY = date(2019, 8, 21)


def issue(number: int, subject: str = "về việc thử", day: date = DAY) -> int:
    kind = next(key for key, name in choices("directive_type") if name == "Thông báo (TB)")
    given = {"type": kind, "number": number, "issuer_code": "ĐUK", "direction": "out", "subject": subject}
    return directives.save(blank(laws.FIELDS) | given | {"issued": VagueDate(show_date(day), day, day)})


@pytest.fixture
def dialog(qtbot: QtBot, office: dict[str, int]) -> NumbersDialog:
    issue(3)
    issue(5)
    return shown(qtbot, NumbersDialog())


def shown(qtbot: QtBot, made: Any) -> Any:
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def fill(form: Form | None, **values: Any) -> Form:
    assert form is not None
    for name, value in values.items():
        form.boxes[name].editor.put(value)
    form.save()
    return form


def states(dialog: NumbersDialog) -> list[tuple[int, str]]:
    return [(row.number, row.state) for row in dialog.entries.rows]


def question() -> Question:
    box = QApplication.activeModalWidget()
    assert isinstance(box, Question)
    return box


def test_an_office_without_numbers_is_told_what_to_do(qtbot: QtBot, office: dict[str, int]) -> None:
    dialog = shown(qtbot, NumbersDialog())
    assert "Chưa có số nào" in dialog.nothing.words()
    assert dialog.stack.currentIndex() == 0
    dialog.nothing.button.click()
    fill(dialog._form, type="Thông báo", reason="đồng chí Bình")
    assert dialog.stack.currentIndex() == 1
    assert states(dialog) == [(1, RESERVED)]


def test_the_book_says_what_is_missing_and_what_holds_each_number(dialog: NumbersDialog) -> None:
    book = dialog.book()
    assert book is not None
    assert (book.last, book.next) == (5, 6)
    assert (3, USED) in states(dialog)
    dialog.lines.selectRow(len(dialog.entries.rows) - 1)
    assert "về việc thử" in dialog.detail.text()
    issue(5, "về việc khác", date(2019, 9, 2))
    dialog.reload()
    assert dialog.sum.text().startswith("⚠ Trùng số: 05")


def test_a_number_is_kept_free_and_given_back(dialog: NumbersDialog) -> None:
    dialog.reserve()
    fill(dialog._form, reason="đồng chí Bình, hội nghị tháng 9")
    assert states(dialog)[-1] == (6, RESERVED)
    dialog.lines.selectRow(len(dialog.entries.rows) - 1)
    dialog.release_button.click()
    question().go.click()
    assert (6, RESERVED) not in states(dialog)
    history.undo()
    dialog.reload()
    assert states(dialog)[-1] == (6, RESERVED)


def test_a_number_that_is_held_is_not_kept_twice(dialog: NumbersDialog) -> None:
    dialog.reserve()
    form = fill(dialog._form, number=5, reason="ai đó")
    assert form.isVisible()
    assert "về việc thử" in form.refusal.text()
    form.forget_changes()
    form.close()
    assert [row for row in states(dialog) if row[0] == 5] == [(5, USED)]


def test_annulling_needs_its_reason_and_stays_in_the_book(dialog: NumbersDialog) -> None:
    dialog.lines.selectRow(len(dialog.entries.rows) - 1)
    dialog.annul()
    form = dialog._form
    assert form is not None
    form.save()
    assert form.isVisible()
    fill(form, reason="viết nhầm")
    assert (5, ANNULLED) in states(dialog)
    assert "viết nhầm" in dialog.detail.text()
    assert not dialog.annul_button.isEnabled()


def test_what_cannot_be_done_is_not_offered(dialog: NumbersDialog) -> None:
    dialog.lines.selectRow(len(dialog.entries.rows) - 1)
    assert (dialog.annul_button.isEnabled(), dialog.release_button.isEnabled()) == (True, False)
    dialog.lines.clearSelection()
    assert (dialog.annul_button.isEnabled(), dialog.release_button.isEnabled()) == (False, False)


def test_a_term_begins_numbers_anew(dialog: NumbersDialog) -> None:
    dialog.show_terms()
    for name, since in (("2015 - 2020", date(2015, 6, 1)), ("2020 - 2025", date(2020, 7, 4))):
        dialog._terms.add()
        fill(dialog._terms._form, name=name, since=since)
    names = [row.name for row in dialog._terms.model.rows]
    assert names[-2:] == ["2015 - 2020", "2020 - 2025"]
    dialog._terms.reject()
    assert "2015 - 2020" in dialog.title.text()
    dialog.reserve()
    book = dialog.book()
    assert book is not None
    fill(dialog._form, type="Kế hoạch", reason="năm nay")
    assert "2020 - 2025" in dialog.title.text()
    assert states(dialog) == [(1, RESERVED)]


def test_terms_that_share_days_are_refused_and_one_is_taken_away(dialog: NumbersDialog) -> None:
    dialog.show_terms()
    before = [row.name for row in dialog._terms.model.rows]
    dialog._terms.add()
    fill(dialog._terms._form, name="Một", since=date(2010, 1, 1), until=date(2012, 1, 1))
    dialog._terms.add()
    form = fill(dialog._terms._form, name="Hai", since=date(2011, 1, 1), until=date(2011, 2, 1))
    assert "Trùng ngày với nhiệm kỳ Một" in form.refusal.text()
    form.forget_changes()
    form.close()
    place = [row.name for row in dialog._terms.model.rows].index("Một")
    dialog._terms.table.selectRow(place)
    dialog._terms.delete()
    question().go.click()
    assert [row.name for row in terms.rows(dialog._terms.unit)] == before


def test_numbers_may_go_by_year(dialog: NumbersDialog) -> None:
    dialog.edit_options()
    form = dialog._form
    assert form is not None
    kinds = number_books.type_names()
    fill(form, by_year=(kinds.index("Thông báo"),), office_by_year=True)
    assert numbering.options().by_year == ("Thông báo",)
    assert numbering.options().office_by_year
    assert "Năm 2019" in dialog.title.text()


# -- registers


@pytest.fixture
def book(qtbot: QtBot, dialog: NumbersDialog) -> BookDialog:
    return shown(qtbot, BookDialog())


def test_the_register_holds_the_numbers_of_the_time_chosen(book: BookDialog) -> None:
    signs = [row[0] for row in book.listing().rows]
    assert {"03-TB/ĐUK", "05-TB/ĐUK"} <= set(signs)
    book.period.setCurrentIndex(book.period.findText(ALL))
    assert book.sum.text() == "Tổng số: 2 văn bản đi."
    book.parts.setChecked(True)
    assert book.listing().rows[0][0] == "THÔNG BÁO"


def test_the_register_of_what_came_in_is_another_one(
    book: BookDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(listing, "preview", lambda facts, _, kind: seen.append(f"{facts.title} {kind}"))
    monkeypatch.setattr(listing, "save_excel", lambda facts, _, kind: seen.append(f"{facts.title} {kind}"))
    book.preview_button.click()
    book.kind.setCurrentIndex(1)
    assert not book.parts.isVisible()
    book.excel_button.click()
    assert seen == ["Sổ đăng ký văn bản đi register_out", "Sổ đăng ký văn bản đến register_in"]
