"""The first screen: an office of one's own, the sample, a copy from another PC; the facts mended later."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from db import file, sample, settings, units
from gui.copies import CopiesDialog
from gui.start import StartDialog
from rules import office
from rules.trouble import Refused


@pytest.fixture
def dialog(qtbot: QtBot, store: None) -> StartDialog:
    made = StartDialog()
    qtbot.addWidget(made)
    made.show()
    return made


def test_enter_alone_leads_to_an_office_whose_names_are_ready(dialog: StartDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    form = dialog.form
    assert form is not None
    assert form.isVisible()
    with qtbot.waitSignal(dialog.accepted, timeout=1000):
        form.save()
    kept = settings.office()
    names = office.usual_preset(date.today()).values
    assert (kept.committee, kept.symbol) == (names["committee"], names["symbol"])
    assert not kept.sample
    assert [row.symbol for row in units.rows() if row.id == settings.own_unit()] == [names["symbol"]]


def test_another_kind_of_office_changes_the_names_but_not_what_was_typed(dialog: StartDialog) -> None:
    dialog.begin_own()
    form = dialog.form
    assert form is not None
    form.boxes["symbol"].editor.put("ĐUKCQ")
    form.boxes["preset"].editor.put(office.PRESETS[2].name)
    assert form.values()["committee"] == "Đảng ủy Ủy ban nhân dân tỉnh"
    assert form.values()["term"] == "2025 - 2030"
    assert form.values()["symbol"] == "ĐUKCQ"


def test_a_name_with_dots_left_in_it_is_not_taken(dialog: StartDialog) -> None:
    dialog.begin_own()
    form = dialog.form
    assert form is not None
    form.boxes["preset"].editor.put("Đảng ủy xã, phường")
    form.save()
    assert form.isVisible()
    assert not settings.is_started()
    assert "tên thật" in form.boxes["committee"].note.text()


def test_closing_the_form_comes_back_to_the_first_screen(dialog: StartDialog) -> None:
    dialog.begin_own()
    assert dialog.form is not None
    dialog.form.reject()
    assert dialog.isVisible()
    assert not settings.is_started()


def test_the_sample_fills_the_file_and_opens(
    dialog: StartDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from db import presets
    from tests.gui.office import OFFICE

    def build() -> None:
        presets.start_office(OFFICE)
        settings.put(office.SAMPLE, "1")

    monkeypatch.setattr(sample, "build", build)  # the real one takes most of a second and has its own tests
    with qtbot.waitSignal(dialog.accepted, timeout=1000):
        qtbot.mouseClick(dialog.sample_button, Qt.MouseButton.LeftButton)
    assert settings.is_sample()


def test_a_sample_that_does_not_fit_the_disk_says_so_and_stays(
    dialog: StartDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise Refused("Ổ đĩa đã đầy.", "Xóa bớt tệp.")

    monkeypatch.setattr(sample, "build", refuse)
    dialog.begin_sample()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "Ổ đĩa đã đầy" in box.text()
    box.close()
    assert dialog.isVisible()
    assert QApplication.overrideCursor() is None


def test_a_copy_from_another_pc_opens_its_office(
    office: dict[str, int], tmp_path_factory: pytest.TempPathFactory, qtbot: QtBot
) -> None:
    stick, here = tmp_path_factory.mktemp("usb"), tmp_path_factory.mktemp("mới")
    copy = file.backup(stick)
    file.open_file(here)
    dialog = StartDialog()
    qtbot.addWidget(dialog)
    dialog.begin_copy()
    copies = dialog.findChild(CopiesDialog)
    assert copies is not None
    assert not copies.pick_button.isEnabled()
    copies._show([Path(copy)])
    with qtbot.waitSignal(dialog.accepted, timeout=1000):
        copies.pick_button.click()
    assert units.get(office["SCT"])["symbol"] == "SCT"
