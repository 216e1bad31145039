"""How the office numbers its papers: by term, or anew each year."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from db import number_books, numbering
from gui.form import Form
from rules.fields import Field, Kind
from rules.numbering import Options

BY_YEAR = Field(
    "by_year",
    "Loại văn bản đánh số theo năm",
    Kind.LINKS,
    target="type_name",
    hint="Để trống: mọi loại đánh số liên tục trong cả nhiệm kỳ, như hướng dẫn về thể thức",
)
OFFICE = Field("office_by_year", "Văn bản của Văn phòng đánh số theo năm", Kind.BOOL)
APART = Field("decisions_apart", "Quyết định và Quy định đánh số riêng, không chung một sổ", Kind.BOOL)


def yearly_form(parent: QWidget, then: Callable[[], object]) -> Form:
    """Ask for it; `then` runs once it is saved."""
    now = numbering.options()
    names = list(dict.fromkeys([*number_books.type_names(), *now.by_year]))
    values = {
        "by_year": tuple(names.index(name) for name in now.by_year),
        "office_by_year": now.office_by_year,
        "decisions_apart": now.decisions_apart,
    }

    def save(typed: dict[str, Any]) -> None:
        yearly = tuple(names[place] for place in typed["by_year"])
        numbering.set_options(now._replace(**{**_plain(typed), "by_year": yearly}))
        then()

    return Form(
        "Cách đánh số văn bản", (BY_YEAR, OFFICE, APART), values, save_text="Lưu cách đánh số",
        parent=parent, on_save=save, choices=lambda _target: list(enumerate(names)),
    )  # fmt: skip


def _plain(typed: dict[str, Any]) -> dict[str, Any]:
    return {name: bool(typed[name]) for name in Options._fields if name in typed and name != "by_year"}
