"""The form of a new unit, which writes the usual committee and short name by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

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
        self._written = {"committee": "", "short": ""}
        self.boxes["organization"].editor.changed.connect(self._follow)

    def _follow(self) -> None:
        usual = laws.usual_names(self.boxes["organization"].editor.get())
        for name, text in usual.items():
            editor = self.boxes[name].editor
            if editor.get() in ("", self._written[name]):
                self._written[name] = text
                editor.put(text)
