"""The tab of documents: typing a symbol, the register, links both ways, what is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from db import directives, history, meetings, numbering, presets
from db.choices import choices
from gui.asking import Question
from gui.pages import directive_form
from gui.pages.directive_detail import DirectiveDetail, chain
from gui.pages.directive_filling import FIELDS, Known
from gui.pages.directive_form import DirectiveForm, links_of
from gui.pages.directives import DirectivesTable
from rules.directives import ONLY_REGISTERED
from rules.fields import blank
from rules.symbols import read_symbol

SUBJECT = "về đại hội đảng bộ các cấp"
OFFICE = {
    "organization": "Đảng bộ Khối các cơ quan tỉnh",
    "committee": "Đảng ủy Khối các cơ quan tỉnh",
    "superior": "Đảng bộ tỉnh Mẫu",
    "symbol": "ĐUK",
    "place_name": "Mẫu",
}


@pytest.fixture
def office(store: None) -> None:
    presets.start_office(OFFICE)


Made = Callable[[Any], Any]


@pytest.fixture
def made(qtbot: QtBot) -> Made:
    """Keeps a widget for the length of the test."""

    def keep(widget: Any) -> Any:
        qtbot.addWidget(widget)
        return widget

    return keep


def kept(words: str, **more: Any) -> int:
    values = blank(FIELDS) | {"direction": "in"} | Known().filled(read_symbol(words)) | more
    return directive_form.save(values, None)


def new_form(made: Made) -> tuple[DirectiveForm, list[dict[str, Any]]]:
    saved: list[dict[str, Any]] = []
    values = blank(FIELDS) | {"direction": "in"}
    return made(DirectiveForm("Thêm văn bản", values, None, on_save=saved.append)), saved


def test_a_typed_symbol_fills_the_form(office: None, made: Made) -> None:
    form, saved = new_form(made)
    form.quick.setText("Kế hoạch số 92-KH/ĐUK, ngày 19/8/2019")
    values = form.values()
    own = next(row.id for row in form.known.units if row.symbol == "ĐUK")
    assert (values["number"], values["issuer_code"], values["organ"]) == (92, "ĐUK", "Ban Thường vụ")
    assert values["issued"].words == "19/8/2019"
    assert (values["issuer"], values["direction"]) == (own, "out")
    form.save()
    assert len(saved) == 1


def test_what_was_filled_follows_the_line_and_what_was_typed_stays(office: None, made: Made) -> None:
    form, _ = new_form(made)
    form.quick.setText("92-KH/ĐUK")
    form.boxes["organ"].editor.put("Ban Chấp hành")
    form.quick.setText("129-KH/TU")
    values = form.values()
    assert (values["number"], values["issuer_code"], values["direction"]) == (129, "TU", "in")
    assert values["organ"] == "Ban Chấp hành"
    form.quick.clear()
    assert form.values()["number"] is None


def test_a_symbol_in_the_number_field_is_taken_apart(office: None, made: Made) -> None:
    form, _ = new_form(made)
    form.boxes["number"].editor.put("35-CT/TW")
    form.boxes["number"].editor.control.editingFinished.emit()
    values = form.values()
    assert (values["number"], values["issuer_code"]) == (35, "TW")


def test_an_unknown_symbol_is_said(office: None, made: Made) -> None:
    form, _ = new_form(made)
    form.quick.setText("12-KH/XYZ")
    assert "XYZ" in form.quick_note.text()
    form.quick.setText("không phải số")
    assert "Chưa đọc được" in form.quick_note.text()


def test_missing_day_and_number_are_doubted_but_saved(office: None, made: Made) -> None:
    form, saved = new_form(made)
    assert not form.boxes["issued"].note.text().startswith("⚠")
    form.quick.setText("129-KH/TU")
    assert "Chưa có ngày" in form.boxes["issued"].note.text()
    form.save()
    assert saved


def test_a_twin_is_doubted_then_refused(office: None, made: Made) -> None:
    kept("92-KH/ĐUK, ngày 19/8/2019", subject=SUBJECT)
    values = blank(FIELDS) | {"direction": "in"}
    form = made(DirectiveForm("Thêm", values, None, on_save=lambda given: directive_form.save(given, None)))
    form.quick.setText("92-KH/ĐUK, ngày 19/8/2019")
    assert "Trong sổ đã có 92-KH/ĐUK" in form.boxes["number"].note.text()
    form.save()
    assert "đã có trong sổ" in form.refusal.text()


def clashing(made: Made, number: int = 92) -> DirectiveForm:
    """A new outgoing document of a later day than the one that has 92."""
    kept("92-KH/ĐUK, ngày 19/8/2019", subject=SUBJECT)
    values = blank(FIELDS) | {"direction": "in"}
    form = made(DirectiveForm("Thêm", values, None, on_save=lambda given: directive_form.save(given, None)))
    form.quick.setText(f"{number}-KH/ĐUK, ngày 20/8/2019")
    return form  # type: ignore[no-any-return]


def asked() -> Question | None:
    box = QApplication.activeModalWidget()
    return box if isinstance(box, Question) else None


def test_a_number_that_another_has_is_told_at_once_and_asked_before_it_is_kept(
    office: None, made: Made
) -> None:
    form = clashing(made)
    assert "⚠ Trong sổ đã có 92-KH/ĐUK, ngày 19/8/2019." in form.boxes["number"].note.text()
    form.show()
    form.save()
    box = asked()
    assert box is not None
    assert "Số 92-KH/ĐUK đã cấp cho: Kế hoạch" in box.text()
    assert set(box.words()) == {"Sửa số", "Vẫn ghi"}
    box.no.click()
    assert form.isVisible()
    assert len(directives.rows()) == 1
    form.save()
    again = asked()
    assert again is not None
    again.go.click()
    assert not form.isVisible()
    assert [row.number for row in directives.rows()] == [92, 92]


def test_a_free_number_and_an_old_doubled_one_are_kept_without_a_question(office: None, made: Made) -> None:
    form = clashing(made, 93)
    assert not form.boxes["number"].note.text().startswith("⚠")
    form.save()
    twice = kept("92-KH/ĐUK, ngày 21/8/2019")
    values = directives.get(twice) | links_of(twice)
    old = made(DirectiveForm("Sửa", values, twice, on_save=lambda given: directive_form.save(given, twice)))
    old.boxes["note"].editor.put("đã đối chiếu")
    old.show()
    old.save()
    assert asked() is None
    assert directives.get(twice)["note"] == "đã đối chiếu"


def test_a_paper_of_a_meeting_that_has_the_number_is_named(office: None, made: Made) -> None:
    kind = choices("meeting_type")[0][0]
    numbering.take("notice", meetings.save({"title": "Hội nghị A", "type": kind}))
    form, saved = new_form(made)
    form.quick.setText("01-TB/ĐUK")
    assert "⚠ Số 01-TB/ĐUK đã cấp cho: Thông báo Hội nghị A. Xem lại" in form.boxes["number"].note.text()
    form.boxes["state"].editor.put("draft")
    form.save()
    assert asked() is None  # a draft is not asked: it is refused when it is kept
    assert len(saved) == 1


def test_a_marked_document_keeps_no_note(office: None, made: Made) -> None:
    form, _ = new_form(made)
    form.boxes["secrecy"].editor.put("secret")
    form.save()
    note = form.boxes["note"]
    assert not note.editor.control.isEnabled()
    assert ONLY_REGISTERED in note.note.text()


def test_the_subject_follows_the_document_carried_out(office: None, made: Made) -> None:
    first = kept("35-CT/TW", subject=SUBJECT)
    form, _ = new_form(made)
    form.boxes["carries_out"].editor.put((first,))
    assert form.values()["subject"] == SUBJECT


def test_document_and_links_are_one_change(office: None, made: Made) -> None:
    first = kept("35-CT/TW", subject=SUBJECT)
    second = kept("129-KH/TU", carries_out=(first,))
    assert links_of(second)["carries_out"] == (first,)
    assert history.undo() == "Thêm văn bản 129-KH/TU"
    assert len(directives.rows()) == 1
    assert directives.links(first) == []


def test_saving_again_changes_only_the_links_that_changed(office: None, made: Made) -> None:
    first, second = kept("35-CT/TW"), kept("129-KH/TU")
    third = kept("92-KH/ĐUK", carries_out=(first, second))
    stays = next(link.id for link in directives.links(third) if link.directive.id == second)
    directive_form.save(directives.get(third) | links_of(third) | {"carries_out": (second,)}, third)
    assert [link.id for link in directives.links(third)] == [stays]


def test_the_chain_runs_from_the_directive_down(office: None, made: Made) -> None:
    first = kept("35-CT/TW")
    second = kept("129-KH/TU", carries_out=(first,))
    third = kept("92-KH/ĐUK", carries_out=(first, second))
    rows = {row.id: row for row in directives.rows()}
    assert [row.id for _, row in chain(rows[third], directives.links(third))] == [first, second, third]
    assert [row.id for _, row in chain(rows[second], directives.links(second))] == [first, second, third]


def test_the_detail_shows_both_directions_and_goes_there(office: None, made: Made) -> None:
    first = kept("35-CT/TW")
    second = kept("129-KH/TU", carries_out=(first,))
    detail = made(DirectiveDetail(next(row for row in directives.rows() if row.id == first)))
    asked: list[int] = []
    detail.chosen.connect(asked.append)
    buttons = {button.accessibleName(): button for button in detail.findChildren(QPushButton)}
    buttons["Được triển khai bởi: Kế hoạch 129-KH/TU"].click()
    assert asked == [second]


def test_the_register_sorts_by_number_then_type(office: None, made: Made) -> None:
    for words in ("129-KH/TU", "35-CT/TW", "Bài viết", "92-KH/ĐUK", "92-CV/ĐUK"):
        kept(words)
    page = made(DirectivesTable())
    page.reload()
    page.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert [row.symbol for row in page.model.rows] == ["35-CT/TW", "92-CV/ĐUK", "92-KH/ĐUK", "129-KH/TU", ""]


def test_only_an_open_plan_can_be_written(office: None, made: Made) -> None:
    plan, secret, directive = kept("92-KH/ĐUK"), kept("93-KH/ĐUK", secrecy="secret"), kept("35-CT/TW")
    page = made(DirectivesTable())
    page.reload()
    ready = {}
    for record in (plan, secret, directive):
        page.select({record})
        ready[record] = page.plan_action.isEnabled()
    assert ready == {plan: True, secret: False, directive: False}


def test_a_carrying_document_starts_with_link_and_subject(office: None, made: Made) -> None:
    first = kept("35-CT/TW", subject=SUBJECT)
    page = made(DirectivesTable())
    page.reload()
    page.select({first})
    page.carry_action.trigger()
    form = page._form
    assert isinstance(form, DirectiveForm)
    QTest.keyClicks(form.quick, "129-KH/TU")
    QTest.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    form.save()
    second = next(row.id for row in directives.rows() if row.number == 129)
    assert links_of(second)["carries_out"] == (first,)
    assert directives.get(second)["subject"] == SUBJECT
    page.carry_action.trigger()
    assert page._form.values()["carries_out"] == (first, second)


def test_a_type_whose_code_has_passed_can_still_be_edited(office: None, made: Made) -> None:
    old = kept("04-QĐi/TW, ngày 18/02/2019")
    values = directives.get(old) | links_of(old)
    form = made(DirectiveForm("Sửa", values, old, on_save=lambda given: directive_form.save(given, old)))
    assert form.values()["type"] == values["type"]
    form.save()
    assert form.refusal.text() == ""
