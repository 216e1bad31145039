"""The form for someone the office does not know yet: a name and the post they come with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from db import history, holdings, people
from gui.form import Form, Section
from gui.pages.people import FIRST_FIELDS, first_holding, problems
from rules import fields as laws
from rules import people as rules

ASKED = ("full_name", "sex", "phone")
FIELDS = (*(field for field in rules.FIELDS if field.name in ASKED), *FIRST_FIELDS)
LAYOUT = (
    Section("", ("full_name", ("sex", "phone"))),
    Section("Chức vụ đang giữ", ("first_post", "first_unit")),
)


def newcomer_form(parent: QWidget, done: Callable[[int], object]) -> Form:
    """`done(person)` runs after the person is saved, inside the same change."""
    shown = tuple(field for field in FIELDS if field.name != "first_since")
    return Form("Người mới", shown, laws.blank(shown), _problems, save_text="Lưu và đưa vào danh sách",
                parent=parent, layout=LAYOUT, on_save=lambda values: _save(values, done))  # fmt: skip


def _problems(values: dict[str, Any]) -> dict[str, str]:
    return problems({**laws.blank((*rules.FIELDS, *FIRST_FIELDS)), **values})


def _save(values: dict[str, Any], done: Callable[[int], object]) -> None:
    given = first_holding(values)
    with history.change(f"Thêm khách mời {values['full_name']}"[:80]):
        person = people.save({name: values[name] for name in ASKED})
        if given:
            holdings.save(given, person)
        done(person)
