"""The editor of a plan: bases, prose, schedule, signatures, what goes out, nothing typed lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from db import directives, history, holdings, papers, people, plans, presets, units
from db.choices import choices
from gui.pages import directive_form
from gui.pages.directive_filling import FIELDS, Known
from gui.pages.directives import DirectivesPage
from gui.plans.bases import BasesPart
from gui.plans.editor import PlanEditor
from gui.plans.feet import FeetPart
from gui.plans.items import ItemsPart
from gui.plans.kept import PlanText
from gui.plans.prose import ProsePart
from gui.preview import PreviewDialog
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


def kept(words: str, **more: Any) -> int:
    values = blank(FIELDS) | {"direction": "in", "subject": SUBJECT}
    return directive_form.save(values | Known().filled(read_symbol(words)) | more, None)


@pytest.fixture
def plan(store: None) -> int:
    presets.start_office(OFFICE)
    return kept("92-KH/ĐUK, ngày 19/8/2019")


Made = Callable[[Any], Any]


@pytest.fixture
def made(qtbot: QtBot) -> Made:
    """Keeps a widget for the length of the test."""

    def keep(widget: Any) -> Any:
        qtbot.addWidget(widget)
        return widget

    return keep


def contents(plan: int) -> list[tuple[str, str]]:
    return [(item.phase, item.content) for item in plans.items(plan)]


def test_a_picked_document_becomes_a_base(plan: int, made: Made) -> None:
    above = kept("35-CT/TW, ngày 30/5/2019")
    part = made(BasesPart(plan))
    part.picker.picked.emit(above, "35-CT/TW")
    links = directives.links(plan)
    assert [(link.relation, link.directive.id) for link in links] == [("carries_out", above)]
    assert part.figure() == "1"
    part.remove()
    assert directives.links(plan) == []


def test_bases_change_their_order_as_one_step(plan: int, made: Made) -> None:
    first, second = kept("35-CT/TW"), kept("129-KH/TU")
    directive_form.keep_links(plan, {"carries_out": (first, second)})
    part = made(BasesPart(plan))
    part.list.setCurrentRow(1)
    part.move_by(-1)
    assert [link.directive.id for link in directives.links(plan)] == [second, first]
    history.undo()
    assert [link.directive.id for link in directives.links(plan)] == [first, second]


def test_prose_is_kept_when_its_area_is_left(plan: int, made: Made) -> None:
    part = made(ProsePart(plan, PlanText(plan)))
    part.areas["purpose"].setPlainText("Quán triệt Chỉ thị.\nThống nhất hành động.")
    assert part.is_changed()
    part.areas["purpose"].left.emit()
    assert papers.get("plan", plan)["sections"] == {"purpose": "Quán triệt Chỉ thị.\nThống nhất hành động."}
    assert history.undo_label() == "Sửa kế hoạch: Mục đích"
    assert not part.is_changed()


def test_news_does_not_touch_what_is_being_typed(plan: int, made: Made) -> None:
    text = PlanText(plan)
    part = made(ProsePart(plan, text))
    part.areas["purpose"].setPlainText("đang gõ")
    text.keep_section("requirements", "Yêu cầu mới")
    part.reload()
    assert part.areas["purpose"].toPlainText() == "đang gõ"
    assert part.areas["requirements"].toPlainText() == "Yêu cầu mới"
    assert part.is_changed()


def test_empty_sections_show_what_will_be_printed(plan: int, made: Made) -> None:
    directive_form.keep_links(plan, {"carries_out": (kept("35-CT/TW, ngày 30/5/2019"),)})
    part = made(ProsePart(plan, PlanText(plan)))
    assert part.areas["opening"].placeholderText().startswith("Thực hiện Chỉ thị số 35-CT/TW, ngày 30/5/2019")


def test_enter_adds_one_item_to_the_chosen_phase(plan: int, made: Made) -> None:
    part = made(ItemsPart(plan))
    part.phase.setCurrentIndex(1)
    part.quick.setText("Đại hội đại biểu | Văn phòng | dự kiến đầu tháng 7/2020 | Nghị quyết")
    QTest.keyClick(part.quick, Qt.Key.Key_Return)
    (item,) = plans.items(plan)
    assert (item.phase, item.content, item.lead, item.product) == (
        "during",
        "Đại hội đại biểu",
        "Văn phòng",
        "Nghị quyết",
    )
    assert item.time is not None
    assert item.time.words == "dự kiến đầu tháng 7/2020"
    assert part.quick.text() == ""


def test_pasted_lines_are_items_and_one_undo(plan: int, made: Made) -> None:
    part = made(ItemsPart(plan))
    part.quick.setText("đang gõ dở")
    QGuiApplication.clipboard().setText("1. Thành lập tiểu ban;\n2. Chuẩn bị nhân sự\n- Dự thảo văn kiện")
    QTest.keyClick(part.quick, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    expected = ["Thành lập tiểu ban", "Chuẩn bị nhân sự", "Dự thảo văn kiện"]
    assert contents(plan) == [("before", words) for words in expected]
    assert part.quick.text() == "đang gõ dở"
    assert history.undo() == "Thêm vào kế hoạch: 3 việc"
    assert contents(plan) == []


def test_a_lead_that_is_a_kept_unit_is_linked(plan: int, made: Made) -> None:
    own = next(row.id for row in units.rows() if row.symbol == "ĐUK")
    part = made(ItemsPart(plan))
    part.add_lines("Tổng kết\tđảng bộ khối các cơ quan tỉnh\t31/02/2020")
    (item,) = plans.items(plan)
    assert item.lead_id == own
    assert item.time is None
    assert "31/02/2020" in item.note


def test_times_show_how_they_are_understood(plan: int, made: Made) -> None:
    part = made(ItemsPart(plan))
    part.add_lines("Đại hội\t\ttừ tháng 4/2020, hoàn thành trước 30/6/2020")
    part.add_lines("Nắm tình hình tư tưởng")
    first, second = part.tree.lines()
    assert first.text(4) == "01/04/2020 –\n29/06/2020"
    assert second.text(4) == "chưa có hạn"


def test_items_move_within_and_across_phases(plan: int, made: Made) -> None:
    part = made(ItemsPart(plan))
    part.add_lines("một\nhai")
    part.phase.setCurrentIndex(2)
    part.add_lines("ba")
    first = plans.items(plan)[0].id
    part.select({first})
    part.move_by(1)
    assert [words for _, words in contents(plan)] == ["Hai", "Một", "Ba"]
    part.move_by(1)
    assert ("after", "Một") in contents(plan)
    assert [item.id for item in part.selected()] == [first]


def test_an_item_is_edited_duplicated_deleted(plan: int, made: Made) -> None:
    part = made(ItemsPart(plan))
    part.add_lines("Chuẩn bị nhân sự")
    part.duplicate()
    assert part._form is not None
    part._form.boxes["content"].editor.put("Chuẩn bị văn kiện")
    part._form.save()
    assert [words for _, words in contents(plan)] == ["Chuẩn bị nhân sự", "Chuẩn bị văn kiện"]
    part._delete([item.id for item in part.selected()])
    assert [words for _, words in contents(plan)] == ["Chuẩn bị nhân sự"]


def test_feet_are_proposed_and_the_holder_of_the_post_is_offered(plan: int, made: Made) -> None:
    own = next(row.id for row in units.rows() if row.symbol == "ĐUK")
    post = next(key for key, name in choices("post") if name == "Bí thư")
    person = people.save({"full_name": "Nguyễn Văn Mẫu"})
    holdings.save({"post": post, "unit": own}, person)
    member = next(key for key, name in choices("post") if name == "Ủy viên Ban Chấp hành")
    other = people.save({"full_name": "Trần Thị Khác"})  # secretary elsewhere, member here
    holdings.save({"post": member, "unit": own}, other)
    holdings.save({"post": post, "unit": next(row.id for row in units.rows() if row.id != own)}, other)
    part = made(FeetPart(plan, PlanText(plan)))
    assert part.rows[0].authority.text() == "T/M BAN THƯỜNG VỤ"
    assert not part.is_changed()
    part.rows[0].offer.click()
    part.sent.setPlainText("Tỉnh ủy (để báo cáo)\n\nLưu Văn phòng")
    assert part.save()
    kept_now = papers.get("plan", plan)
    assert kept_now["signatures"][0].person == person
    assert kept_now["recipients"] == ("Tỉnh ủy (để báo cáo)", "Lưu Văn phòng")


def test_a_signer_nobody_knows_is_not_thrown_away(plan: int, made: Made) -> None:
    part = made(FeetPart(plan, PlanText(plan)))
    part.rows[0].person.line.setText("Ai đó")
    assert not part.save()
    assert part.rows[0].person.line.text() == "Ai đó"


def test_a_code_that_is_gone_on_the_day_of_the_plan_is_told(plan: int, made: Made) -> None:
    assert "Ký hiệu" not in made(PlanEditor(plan)).unknown.text()
    later = made(PlanEditor(kept("93-KH/ĐUK, ngày 05/6/2026")))
    assert "Ký hiệu ĐUK không còn từ ngày 27/5/2026; nay là ĐU" in later.unknown.text()


def test_what_is_unknown_is_listed_and_goes_when_it_is_known(plan: int, made: Made) -> None:
    editor = made(PlanEditor(plan))
    assert "mục đích của kế hoạch" in editor.unknown.text()
    PlanText(plan).keep_section("purpose", "Quán triệt.")
    editor.news(frozenset({"paper_section"}))
    editor._show_state()
    assert "mục đích của kế hoạch" not in editor.unknown.text()


def test_going_out_keeps_what_is_typed_first(plan: int, made: Made) -> None:
    editor = made(PlanEditor(plan))
    editor.parts[1].areas["purpose"].setPlainText("Quán triệt.")  # type: ignore[attr-defined]
    editor.preview_action.trigger()
    assert papers.get("plan", plan)["sections"] == {"purpose": "Quán triệt."}
    (dialog,) = editor.findChildren(PreviewDialog)
    assert any("Quán triệt." in paragraph.text for paragraph in dialog.document.paragraphs())


def test_word_and_excel_are_written_from_here(plan: int, made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[tuple[str, str]] = []
    monkeypatch.setattr("gui.saving.save", lambda _d, kind, _p, name, _o: written.append((kind, name)))
    editor = made(PlanEditor(plan))
    for action in (editor.word_action, editor.excel_action, editor.pdf_action):
        action.trigger()
    assert written == [(kind, "Kế hoạch 92-KH/ĐUK") for kind in ("docx", "xlsx", "pdf")]


def test_the_editor_stands_in_place_of_the_list_and_back(plan: int, made: Made) -> None:
    page = made(DirectivesPage())
    page.reload()
    page.register.select({plan})
    page.register.plan_action.trigger()
    editor = page.editor
    assert editor is not None
    assert page.register.isHidden()
    editor.bar.setCurrentIndex(2)
    quick = editor.parts[2].findChild(QLineEdit)
    assert quick is not None
    quick.setText("chưa kịp Enter")
    editor.back.click()
    assert page.editor is None
    assert contents(plan) == [("before", "Chưa kịp Enter")]


def test_closing_the_window_keeps_typing_too(plan: int, made: Made) -> None:
    page = made(DirectivesPage())
    page.write_plan(plan)
    assert page.editor is not None
    page.editor.parts[1].areas["closing"].setPlainText("Hết.")  # type: ignore[attr-defined]
    assert page.may_leave()
    assert papers.get("plan", plan)["sections"] == {"closing": "Hết."}


def test_a_plan_deleted_elsewhere_is_left(plan: int, made: Made) -> None:
    page = made(DirectivesPage())
    page.write_plan(plan)
    directives.delete([plan])
    page.news(frozenset({"directive"}))
    assert page.editor is None


def test_every_control_has_its_own_name(plan: int, made: Made) -> None:
    editor = made(PlanEditor(plan))
    seen: dict[str, int] = {}
    for widget in editor.findChildren(QLineEdit):
        name = widget.accessibleName()
        seen[name] = seen.get(name, 0) + 1
    assert "" not in seen
    assert max(seen.values()) == 1
