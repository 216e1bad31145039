"""The form of a new unit, which writes the usual committee, short name and kind by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from db import units
from db.choices import choices
from gui.form import Form, Section
from rules import units as laws


class NewUnitForm(Form):
    """Names that follow from the organisation's stand in their lines until the clerk writes others."""

    def __init__(
        self,
        title: str,
        values: Mapping[str, Any],
        parent: QWidget,
        layout: Sequence[Section],
        save: Callable[[dict[str, Any]], object],
        more: Callable[[], object],
    ) -> None:
        super().__init__(
            title,
            laws.FIELDS,
            values,
            laws.problems,
            laws.doubts,
            "Lưu đơn vị",
            parent,
            on_save=save,
            layout=layout,
            on_more=more,
        )
        self._written = {"committee": "", "short": "", "kind": values.get("kind")}
        self._kinds = {words: key for key, words in choices("unit_kind")}
        self._levels = {row.id: row.level for row in units.rows()}
        self.boxes["organization"].editor.changed.connect(self._follow)

    def _follow(self) -> None:
        organization = self.boxes["organization"].editor.get()
        level = self._levels.get(self.boxes["parent"].editor.get(), laws.UPPER)
        usual: dict[str, Any] = dict(laws.usual_names(organization))
        kind = self._kinds.get(laws.usual_kind(organization, level))
        for name, value in (usual | ({"kind": kind} if kind else {})).items():
            editor = self.boxes[name].editor
            if editor.get() in ("", None, self._written[name]):
                self._written[name] = value
                editor.put(value)
