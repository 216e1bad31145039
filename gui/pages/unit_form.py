"""The form of a new unit, which writes the usual committee, short name and kind by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from db import units
from db.choices import choices
from gui.form import Form, Section
from rules import units as laws
from rules.text import fold


def follow_names(form: Form) -> None:
    """A new name writes its committee and short name, where these went with the old one."""
    first = laws.usual_names(form.boxes["organization"].editor.get())
    written = {name: form.boxes[name].editor.get() for name in first}
    following = [name for name, value in written.items() if value in ("", first[name])]

    def follow() -> None:
        usual = laws.usual_names(form.boxes["organization"].editor.get())
        for name in following:
            editor = form.boxes[name].editor
            if editor.get() in ("", written[name]):
                written[name] = usual[name]
                editor.put(usual[name])

    form.boxes["organization"].editor.changed.connect(follow)


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
            self._problems,
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

    def _problems(self, values: Mapping[str, Any]) -> dict[str, str]:
        """A unit of this name below the same unit is there already: most likely it was entered twice."""
        found = dict(laws.problems(values))
        name, parent = fold(values.get("organization") or ""), values.get("parent")
        twice = any(
            fold(row.organization) == name and row.parent_id == parent for row in units.rows(closed=False)
        )
        if name and twice:
            found.setdefault("organization", f"Đã có “{values['organization']}” ở cùng đơn vị cấp trên.")
        return found

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
