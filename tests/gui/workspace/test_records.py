"""The desk of a meeting: its papers, their numbers and files, the documents used."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from db import history, meetings, numbering, papers, produced
from gui import jobs, look
from gui.form import Form
from gui.kept_edits import KeptEdits
from gui.preview import PreviewDialog
from gui.workspace.records import USED, RecordsPart
from rules.papers import MEETING, papers_of
from tests.gui.workspace.samples import Conference

Seen = Callable[[Any], Any]
Written = Callable[[str], Path]


@pytest.fixture
def desk(seen: Seen) -> RecordsPart:
    part: RecordsPart = seen(RecordsPart())
    part.settle = part.save
    return part


@pytest.fixture
def save_as(desk: RecordsPart, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Written:
    """The chosen paper written under this name, without the questions of the system."""
    place = tmp_path / "giấy tờ"
    place.mkdir()

    def save(name: str) -> Path:
        path = place / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
        desk.write(path.suffix[1:])
        jobs.wait()
        close_dialogs()
        return path

    return save


def close_dialogs() -> None:
    while (dialog := QApplication.activeModalWidget()) is not None:
        dialog.close()
        QApplication.processEvents()


def form_of(desk: RecordsPart, name: str) -> Any:
    return next(form for form in desk.sheet.forms if name in form.boxes)


def type_into(desk: RecordsPart, name: str, value: Any) -> None:
    form_of(desk, name).boxes[name].editor.put(value)


def state(desk: RecordsPart, key: str) -> str:
    desk.shelf.ask_all()
    return desk.shelf.states[key].said


def test_every_paper_of_a_meeting_stands_in_the_list_with_its_state(desk: RecordsPart) -> None:
    desk.shelf.ask_all()
    assert set(desk.shelf.papers()) == {paper.key for paper in papers_of(MEETING)} | {USED}
    assert "chưa có số" in desk.shelf.states["notice"].said
    assert all(told.said[0] in "✓⚠○" for told in desk.shelf.states.values())


def test_documents_are_each_listed_once_and_open_in_their_tab(
    desk: RecordsPart, qtbot: QtBot, made: Conference
) -> None:
    desk.shelf.choose(USED)
    assert [row.symbol for row in desk.model.rows] == ["35-CT/TW", "129-KH/TU", "92-KH/ĐUK"]
    assert desk.table.isVisible()
    with qtbot.waitSignal(desk.open_record) as asked:
        desk.open_button.click()
    assert asked.args == ["directive", made.directives[0]]


def test_enter_in_the_list_shows_the_paper(desk: RecordsPart) -> None:
    for key, title in (("minutes", "Biên bản"), ("delegates", "Danh sách"), ("notice", "Thông báo")):
        desk.shelf.choose(key)
        QTest.keyClick(desk.shelf, Qt.Key.Key_Return)
        opened = [w for w in QApplication.topLevelWidgets() if w.objectName() == "preview" and w.isVisible()]
        assert title in opened[0].windowTitle()
        opened[0].close()
        QApplication.processEvents()


@pytest.mark.slow
def test_arrows_pass_the_names_of_the_stages_by(desk: RecordsPart) -> None:
    keys = desk.shelf.papers()
    desk.shelf.choose(keys[0])
    for key in keys[1:]:
        QTest.keyClick(desk.shelf, Qt.Key.Key_Down)
        assert desk.shelf.key() == key


def test_what_is_typed_for_a_paper_is_kept_when_the_cursor_goes_on(
    desk: RecordsPart, made: Conference
) -> None:
    desk.shelf.choose("notice")
    type_into(desk, "signed", date(2019, 8, 22))
    type_into(desk, "recipients", "Tỉnh ủy (để báo cáo)\nLưu Văn phòng")
    type_into(desk, "subject", "kết luận hội nghị ngày 21/8/2019")
    assert desk.is_changed()
    said: list[str] = []
    desk.said.connect(said.append)
    desk.shelf.choose("report")
    assert said == ["Đã lưu thông báo kết luận."]
    assert desk.sheet.paper == "report"
    kept = papers.get("notice", made.meeting)
    assert kept["signed"] == date(2019, 8, 22)
    assert kept["recipients"] == ("Tỉnh ủy (để báo cáo)", "Lưu Văn phòng")
    assert kept["sections"]["subject"] == "kết luận hội nghị ngày 21/8/2019"
    assert not desk.is_changed()
    history.undo()
    assert papers.get("notice", made.meeting)["signed"] is None


def test_a_wrong_value_keeps_the_cursor_where_it_is(desk: RecordsPart) -> None:
    desk.shelf.choose("notice")
    type_into(desk, "signed", "31/02/2019")
    desk.shelf.choose("report")
    assert desk.shelf.key() == "notice"
    assert desk.sheet.paper == "notice"
    assert form_of(desk, "signed").boxes["signed"].editor.get() == "31/02/2019"


def test_feet_that_were_only_proposed_are_not_kept(desk: RecordsPart, made: Conference) -> None:
    desk.shelf.choose("notice")
    before = papers.get("notice", made.meeting)
    type_into(desk, "signed", date(2019, 8, 22))
    assert desk.save()
    meetings.save({"title": "Hội nghị khác"}, made.meeting)
    after = papers.get("notice", made.meeting)
    assert after["recipients"] == before["recipients"]
    assert desk.sheet.is_changed() is False


def test_the_next_number_is_taken_with_one_press(desk: RecordsPart, made: Conference) -> None:
    desk.shelf.choose("notice")
    tools = desk.sheet.tools
    assert tools is not None
    assert tools.next.text() == "Lấy số tiếp theo: 01"
    type_into(desk, "signed", date(2019, 8, 22))
    tools.next.click()
    assert numbering.number_of("notice", made.meeting) == 1
    assert papers.get("notice", made.meeting)["signed"] == date(2019, 8, 22)
    assert form_of(desk, "number").boxes["number"].editor.get() == 1
    assert "Số 01-TB/ĐUK · ký 22/8/2019" in state(desk, "notice")
    assert not tools.next.isVisibleTo(desk.sheet)


def test_a_number_that_is_held_says_by_whom(desk: RecordsPart, made: Conference) -> None:
    other = meetings.save(
        {"type": meetings.get(made.meeting)["type"], "title": "Hội nghị giao ban", "day": date(2019, 8, 21)}
    )
    numbering.take("notice", other, 5)
    desk.shelf.choose("notice")
    type_into(desk, "number", 5)
    assert not desk.save()
    note = form_of(desk, "number").boxes["number"].note.text()
    assert "05-TB/ĐUK" in note
    assert "Hội nghị giao ban" in note
    assert desk.is_changed()


def test_a_number_is_given_up_only_with_a_reason(desk: RecordsPart, made: Conference) -> None:
    numbering.take("notice", made.meeting)
    desk.shelf.choose("notice")
    tools = desk.sheet.tools
    assert tools is not None
    tools.annul.click()
    form = QApplication.activeModalWidget()
    assert isinstance(form, Form)
    form.save()
    assert numbering.number_of("notice", made.meeting) == 1  # without a reason nothing happens
    form.boxes["reason"].editor.put("ký nhầm thẩm quyền")
    form.save()
    assert numbering.number_of("notice", made.meeting) is None
    assert tools.next.text() == "Lấy số tiếp theo: 02"


def test_a_number_kept_free_is_offered(desk: RecordsPart, made: Conference) -> None:
    place = numbering.series_for("notice", made.meeting)
    assert place is not None
    numbering.reserve(place, "Thông báo của Thường trực", 4)
    desk.shelf.choose("notice")
    tools = desk.sheet.tools
    assert tools is not None
    assert tools.use.text() == "Dùng số đã giữ: 04"
    tools.use.click()
    assert numbering.number_of("notice", made.meeting) == 4


def test_marks_are_folded_until_there_are_some(desk: RecordsPart, made: Conference) -> None:
    desk.shelf.choose("invitation")
    marks = desk.sheet.folds[-1]
    assert not marks.form.isVisibleTo(desk.sheet)
    marks.head.click()
    type_into(desk, "urgency", "KHẨN")
    type_into(desk, "sheet", "A5")
    assert desk.save()
    kept = papers.get("invitation", made.meeting)
    assert (kept["urgency"], kept["sheet"]) == ("KHẨN", "A5")
    desk.shelf.choose("minutes")
    desk.shelf.choose("invitation")
    assert desk.sheet.folds[-1].form.isVisibleTo(desk.sheet)


def test_excel_is_there_only_for_papers_with_tables(desk: RecordsPart) -> None:
    desk.shelf.choose("delegates")
    assert desk.sheet.ways["xlsx"].isVisibleTo(desk.sheet)
    desk.shelf.choose("invitation")
    assert not desk.sheet.ways["xlsx"].isVisibleTo(desk.sheet)


def test_a_written_file_is_registered_and_told(desk: RecordsPart, made: Conference, save_as: Written) -> None:
    desk.shelf.choose("notice")
    path = save_as("thông báo.docx")
    (row,) = produced.of("notice", made.meeting)
    assert row.form == "PARTY-2018"
    assert row.facts["Tên hội nghị"] == meetings.get(made.meeting)["title"]
    assert "đã xuất" in state(desk, "notice")
    path.write_bytes(path.read_bytes() + b" ")
    desk.reload()
    assert "✎ đã sửa tay" in state(desk, "notice")


def test_a_file_changed_by_hand_stays_and_the_changes_are_told(
    desk: RecordsPart, made: Conference, save_as: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[KeptEdits] = []
    monkeypatch.setattr(KeptEdits, "open", lambda self: shown.append(self))
    desk.shelf.choose("notice")
    path = save_as("thông báo.docx")
    path.write_bytes(b"sua tay")
    meetings.save({"place": "Hội trường tầng 2"}, made.meeting)
    save_as("thông báo.docx")
    assert path.read_bytes() == b"sua tay"
    assert path.with_name("thông báo (2).docx").exists()
    assert shown[0].lines == ["Địa điểm: (chưa có) → Hội trường tầng 2"]
    words = " ".join(label.text() for label in shown[0].findChildren(QLabel))
    assert "“thông báo (2).docx”" in words


def test_a_file_that_nobody_touched_is_written_over(
    desk: RecordsPart, made: Conference, save_as: Written
) -> None:
    desk.shelf.choose("notice")
    path = save_as("thông báo.docx")
    before = path.read_bytes()
    meetings.save({"title": "Hội nghị đổi tên"}, made.meeting)
    save_as("thông báo.docx")
    assert path.read_bytes() != before
    assert [one.name for one in path.parent.iterdir()] == ["thông báo.docx"]


def test_all_letters_go_to_the_print_dialog_at_once(
    desk: RecordsPart, made: Conference, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[Any] = []
    monkeypatch.setattr("gui.preview.PreviewDialog.print_out", lambda dialog: printed.append(dialog.document))
    desk.letters_button.click()
    close_dialogs()
    assert [len(document.sections) for document in printed] == [len(made.people)]


def test_a_file_written_from_the_preview_is_registered_too(
    desk: RecordsPart, made: Conference, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "biên bản.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    desk.preview("minutes")
    preview = QApplication.activeModalWidget()
    assert isinstance(preview, PreviewDialog)
    preview.save("docx")
    jobs.wait()
    close_dialogs()
    close_dialogs()
    found = produced.find(path)
    assert found is not None
    assert (found.kind, found.record) == ("minutes", made.meeting)


def test_nothing_changed_since_says_so(qtbot: QtBot, made: Conference) -> None:
    facts, when = {"Địa điểm": "A"}, datetime(2019, 8, 22, 9)
    known = produced.Row(0, "notice", made.meeting, "", "", "", "", facts, when)
    told = KeptEdits(Path("a.docx"), Path("a (2).docx"), known, facts)
    qtbot.addWidget(told)
    assert told.lines == []
    assert any("không đổi" in label.text() for label in told.findChildren(QLabel))


def test_another_paper_under_that_name_is_told_without_its_facts(qtbot: QtBot, made: Conference) -> None:
    known = produced.Row(
        0, "notice", made.meeting, "", "", "", "", {"Địa điểm": "A"}, datetime(2019, 8, 22, 9)
    )
    told = KeptEdits(Path("a.docx"), Path("a (2).docx"), known, None)
    qtbot.addWidget(told)
    said = [label.text() for label in told.findChildren(QLabel)]
    assert any("văn bản khác: Thông báo kết luận" in words for words in said)
    assert not any("không đổi" in words for words in said)


def test_the_form_is_named_and_one_kept_apart_says_so(desk: RecordsPart, made: Conference) -> None:
    desk.shelf.choose("notice")
    assert desk.sheet.follows.text() == "Theo thể thức Hướng dẫn 36-HD/VPTW, ngày 03/4/2018."
    type_into(desk, "form", "PARTY-2026")
    assert desk.save()
    assert "giữ riêng cho văn bản này" in desk.sheet.follows.text()
    assert "36-HD/VPTW" in desk.sheet.follows.text()


def test_an_older_file_of_another_form_is_named(
    desk: RecordsPart, made: Conference, save_as: Written
) -> None:
    desk.shelf.choose("notice")
    save_as("a.docx")
    type_into(desk, "signed", date(2026, 6, 1))
    assert desk.save()
    assert "tệp xuất lần trước theo Hướng dẫn 36-HD/VPTW" in desk.sheet.follows.text()


def test_a_blank_is_counted_until_it_is_known(desk: RecordsPart, made: Conference) -> None:
    before = state(desk, "invitation")
    meetings.save({"place": "Hội trường"}, made.meeting)
    after = state(desk, "invitation")
    count = [int(re.search(r"còn (\d+) chỗ trống", words)[1]) for words in (before, after)]  # type: ignore[index]
    assert count[1] == count[0] - 1


def test_the_marks_and_the_second_signature_of_a_paper(desk: RecordsPart, made: Conference) -> None:
    desk.shelf.choose("notice")
    type_into(desk, "authority_2", "CƠ QUAN PHỐI HỢP")
    type_into(desk, "person_2", made.people[3])
    assert desk.save()
    blocks = papers.get("notice", made.meeting)["signatures"]
    assert [(one.authority, one.person) for one in blocks][1] == ("CƠ QUAN PHỐI HỢP", made.people[3])
    type_into(desk, "authority_2", "")
    type_into(desk, "person_2", None)
    assert desk.save()
    assert len(papers.get("notice", made.meeting)["signatures"]) == 1


def test_the_minutes_are_written_in_their_own_section(desk: RecordsPart, qtbot: QtBot) -> None:
    desk.shelf.choose("minutes")
    assert "recipients" not in desk.sheet.forms[0].boxes
    with qtbot.waitSignal(desk.go) as went:
        next(one for one in desk.sheet.findChildren(QPushButton) if one.text() == "Đến phần Biên bản").click()
    assert went.args == ["minutes"]


@pytest.mark.parametrize("key", [paper.key for paper in papers_of(MEETING)])
def test_every_paper_has_a_form_that_saves_nothing_untouched(
    desk: RecordsPart, made: Conference, key: str
) -> None:
    desk.shelf.choose(key)
    assert desk.sheet.forms
    assert not desk.is_changed()
    before = history.undo_label()
    assert desk.save()
    assert history.undo_label() == before


def test_the_colours_of_the_list_follow_the_look(desk: RecordsPart, dressed: QApplication) -> None:
    desk.shelf.ask_all()
    heading, light = desk.shelf.item(0, 0), look.colour("muted").name()
    assert heading is not None
    assert heading.foreground().color().name() == light
    look.dress(dressed, "dark")
    try:
        assert look.colour("muted").name() != light
        assert heading.foreground().color().name() == look.colour("muted").name()
    finally:
        look.dress(dressed, "light")
